import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whatever tests write stands in a folder of this run, and goes with it. */
export function setup(): () => void {
	const before = process.env.TMPDIR;
	const room = mkdtempSync(join(tmpdir(), 'quotidian-'));
	// A server is run as somebody else, who must find the way to its folder.
	chmodSync(room, 0o711);
	process.env.TMPDIR = room;
	return () => {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
		rmSync(room, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
}
