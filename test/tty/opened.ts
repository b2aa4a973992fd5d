/** The real program in a real terminal of its own, for tests that look at it. */
import { resolve } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterEach } from 'vitest';
import { warmCache } from '../warm.ts';

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js');
export const ARTICLES = resolve(import.meta.dirname, '../../articles');

export type Run = Awaited<ReturnType<typeof opened>>;
const running: { kill: () => void }[] = [];
afterEach(() => {
	for (const run of running.splice(0)) run.kill();
});

export async function opened(
	cols = 80,
	rows = 24,
	more: Record<string, string> = {},
	flags: readonly string[] = [],
	first = 'Digest',
	articles = ARTICLES,
	cli = PROGRAM,
) {
	const env: Record<string, string | undefined> = {
		...process.env,
		TERM: 'xterm-256color',
		LC_ALL: 'C.UTF-8',
		XDG_CACHE_HOME: warmCache(),
		...more,
	};
	for (const name of ['CI', 'CONTINUOUS_INTEGRATION', 'FORCE_COLOR']) delete env[name];
	if (!more.NO_COLOR) delete env.NO_COLOR;
	const term = new xterm.Terminal({ cols, rows, allowProposedApi: true });
	const program = pty.spawn(process.execPath, [cli, articles, ...flags], { cols, rows, env });
	let bytes = '';
	let ended: { exitCode: number; signal?: number | undefined } | null = null;
	program.onData((data) => {
		bytes += data;
		term.write(data);
	});
	program.onExit((exit) => {
		ended = exit;
	});
	const text = () => {
		const { active } = term.buffer;
		return Array.from({ length: term.rows }, (_, y) =>
			active.getLine(active.viewportY + y)!.translateToString(true, 0, term.cols),
		).join('\n');
	};
	const until = async (what: string, is: () => boolean) => {
		for (const end = Date.now() + 30_000; !is(); await new Promise((done) => setTimeout(done, 5)))
			if (Date.now() > end) throw new Error(`waited in vain for ${what}; the screen:\n${text()}`);
		await new Promise<void>((done) => term.write('', done));
	};
	const run = {
		program,
		term,
		text,
		bytes: () => bytes,
		press: (keys: string) => program.write(keys),
		rests: (is: () => boolean) => until('what it does at rest', is),
		shows: (words: string) => until(JSON.stringify(words), () => text().includes(words)),
		async ends() {
			await until('the end', () => ended !== null);
			// What it wrote last may come after the news of its end.
			for (let before = -1; before < bytes.length; await new Promise((done) => setTimeout(done, 20)))
				before = bytes.length;
			return ended!;
		},
		kill: () => {
			if (!ended) program.kill('SIGKILL');
		},
	};
	running.push(run);
	await run.shows(first);
	// The status line: the screen is no longer that of the wait.
	await run.shows(' article');
	return run;
}
