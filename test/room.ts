import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whatever tests write stands in a folder of this run, and goes with it. */
export function setup(): () => void {
	// Once, however many projects the tests are cut into.
	if (process.env.QUOTIDIAN_TEST_ROOM) return () => {};
	process.env.QUOTIDIAN_TEST_ROOM = 'here';
	const before = process.env.TMPDIR;
	const room = mkdtempSync(join(tmpdir(), 'quotidian-'));
	// A server is run as somebody else, who must find the way to its folder.
	chmodSync(room, 0o711);
	process.env.TMPDIR = room;
	return () => {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
		delete process.env.QUOTIDIAN_TEST_ROOM;
		rmSync(room, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
}
