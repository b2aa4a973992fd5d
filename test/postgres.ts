/** One PostgreSQL for all tests of a run: started by the first that wants it (archive/postgres-shared.ts), ended here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopIn } from './archive/postgres-server.ts';

export function setup(): () => void {
	const folder = mkdtempSync(join(tmpdir(), 'quotidian-pg-'));
	process.env.QUOTIDIAN_TEST_POSTGRES = folder;
	return () => {
		stopIn(folder);
		rmSync(folder, { recursive: true, force: true });
	};
}
