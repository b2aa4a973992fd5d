/**
 * Starting the program is most of what its tests cost, and most of a start is compiling. It is started once before all of
 * them, and what it keeps for later starts serves theirs: how cold they are is the point of few.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pty from '@lydell/node-pty';

const root = resolve(import.meta.dirname, '..');

/** A cache of all tests, which knows the program and the samples. */
export const warmCache = () => process.env.QUOTIDIAN_TEST_WARM ?? '/dev/null';

/** A cache of one test alone, below `home`, which knows the program and has read nothing. */
export function ownCache(home: string): string {
	const cache = join(home, 'cache');
	cpSync(join(warmCache(), 'quotidian/code'), join(cache, 'quotidian/code'), { recursive: true });
	return cache;
}

export async function setup(): Promise<void> {
	if (process.env.QUOTIDIAN_TEST_WARM) return;
	const cache = mkdtempSync(join(tmpdir(), 'quotidian-warm-'));
	const env = { ...process.env, XDG_CACHE_HOME: cache, TERM: 'xterm-256color' };
	const start = [join(root, 'dist/cli.js'), join(root, 'articles')];
	execFileSync(process.execPath, start, { env, stdio: 'ignore' });
	const screen = pty.spawn(process.execPath, start, { cols: 100, rows: 30, env });
	const late = setTimeout(() => screen.kill('SIGKILL'), 60_000);
	let shown = '';
	screen.onData((data) => {
		// What is compiled when it ends is kept: the screens that tests go to.
		if (!shown.includes(' article') && (shown + data).includes(' article')) screen.write('2jj\rq345Q');
		shown += data;
	});
	await new Promise((done) => screen.onExit(done));
	clearTimeout(late);
	// Of editions the last few are kept: that of the samples is to outlast those of tests.
	const editions = join(cache, 'quotidian/editions');
	for (const name of readdirSync(editions)) utimesSync(join(editions, name), 2 ** 32, 2 ** 32);
	process.env.QUOTIDIAN_TEST_WARM = cache;
}
