/** A cache folder of a test's own, and articles without a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import type { RawArticle } from '../../source/types.ts';

/** Before each test of the file that calls it a new and empty one; gives the folder that holds it. */
export function ownCache(): () => string {
	let home = '';
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'quotidian-cache-'));
		vi.stubEnv('XDG_CACHE_HOME', home);
	});
	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(home, { recursive: true, force: true });
	});
	return () => home;
}

export const raw = (file: string, text: string): RawArticle => ({
	file,
	format: 'text',
	bytes: new TextEncoder().encode(text),
});
