/** Every way out of the real program, while it starts and while it runs: the terminal is as it was, and nothing stays behind. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pty from '@lydell/node-pty';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { news } from '../bench/news.ts';
import { warmCache } from '../warm.ts';

// Each test starts a program; how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js');
const ARTICLES = resolve(import.meta.dirname, '../../articles');

let folder: string;
/** So many that they are still being read when the first byte is there. */
let many: string;
/** Loaded before the program: what goes wrong, goes wrong when it is told to. */
let broken: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'quotidian-leaving-'));
	many = join(folder, 'many');
	mkdirSync(many);
	for (const { file, bytes } of news(16)) writeFileSync(join(many, file), bytes);
	broken = join(folder, 'broken.cjs');
	writeFileSync(
		broken,
		`process.on('SIGUSR2', () => {
			const error = new Error('broken on purpose');
			if (process.env.HOW === 'throw') throw error;
			if (process.env.HOW === 'rejection') Promise.reject(error);
			if (process.env.HOW === 'drawing') Array.prototype.flatMap = () => { throw error; };
		});`,
	);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running: { kill: (signal: string) => void }[] = [];
afterEach(() => {
	for (const one of running.splice(0))
		try {
			one.kill('SIGKILL');
		} catch {}
});

function started(command: readonly string[], more: Readonly<Record<string, string>> = {}) {
	const env: Record<string, string | undefined> = { ...process.env, TERM: 'xterm-256color', ...more };
	for (const name of ['CI', 'CONTINUOUS_INTEGRATION', 'FORCE_COLOR']) delete env[name];
	const program = pty.spawn(command[0]!, command.slice(1), { cols: 80, rows: 24, env });
	running.push(program);
	let bytes = '';
	let ended: { exitCode: number; signal?: number | undefined } | null = null;
	program.onData((data) => {
		bytes += data;
	});
	program.onExit((exit) => {
		ended = exit;
	});
	const until = async (what: string, is: () => boolean) => {
		for (const end = Date.now() + 30_000; !is(); await new Promise((done) => setTimeout(done, 2)))
			if (Date.now() > end) throw new Error(`waited in vain for ${what}; written: ${JSON.stringify(bytes)}`);
	};
	return {
		program,
		bytes: () => bytes,
		writes: (words: string, from = 0) => until(JSON.stringify(words), () => bytes.indexOf(words, from) >= 0),
		async ends() {
			await until('the end', () => ended !== null);
			// What it wrote last may come after the news of its end.
			for (let before = -1; before < bytes.length; await new Promise((done) => setTimeout(done, 20)))
				before = bytes.length;
			return ended!;
		},
	};
}

/** What was made of the samples is kept; the many are read at each start. */
const reader = (articles: string, more?: Readonly<Record<string, string>>, ...flags: readonly string[]) =>
	started([process.execPath, ...flags, PROGRAM, articles], { ...cacheFor(articles), ...more });
const cacheFor = (articles: string) => (articles === ARTICLES ? { XDG_CACHE_HOME: warmCache() } : {});

/** Modes that are on at the end of what was written. */
function modesLeft(bytes: string): string[] {
	const on = new Map<string, boolean>();
	for (const [, modes, letter] of bytes.matchAll(/\x1b\[\?([\d;]+)([hl])/g))
		for (const mode of modes!.split(';')) on.set(mode, letter === 'h');
	const wanted: Readonly<Record<string, boolean>> = { 25: true, 7: true };
	return [...on].filter(([mode, is]) => is !== (wanted[mode] ?? false)).map(([mode]) => mode);
}

const isThere = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/** The program that a shell runs. */
function childOf(pid: number): number {
	return Number(execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }));
}

const STAGES = [
	['while it starts', () => many, 'Quotidian'],
	['while it runs', () => ARTICLES, 'Digest'],
] as const;

describe.each(STAGES)('%s', (_, articles, first) => {
	test.each([
		['SIGTERM', 15],
		['SIGHUP', 1],
		['SIGQUIT', 3],
		['SIGINT', 2],
	] as const)('%s', async (signal, number) => {
		const run = reader(articles());
		await run.writes(first);
		run.program.kill(signal);
		expect(await run.ends()).toMatchObject({ signal: number });
		expect(modesLeft(run.bytes())).toEqual([]);
	});

	test('^C', async () => {
		const run = reader(articles());
		await run.writes(first);
		run.program.write('\x03');
		expect(await run.ends()).toMatchObject({ exitCode: 130 });
		expect(modesLeft(run.bytes())).toEqual([]);
	});

	test('the terminal goes away', async () => {
		const run = reader(articles());
		await run.writes(first);
		const { pid } = run.program;
		(run.program as unknown as { destroy: () => void }).destroy();
		await vi.waitFor(() => expect(isThere(pid)).toBe(false), { timeout: 30_000, interval: 20 });
	});

	test.each(['throw', 'rejection'])('a %s', async (how) => {
		const run = reader(articles(), { HOW: how }, '--require', broken);
		await run.writes(first);
		run.program.kill('SIGUSR2');
		expect(await run.ends()).toMatchObject({ exitCode: 2 });
		expect(modesLeft(run.bytes())).toEqual([]);
		const told = run.bytes().indexOf('broken on purpose');
		expect(told).toBeGreaterThan(run.bytes().lastIndexOf('\x1b[?1049l'));
	});

	test.each([
		['^Z', null],
		['a stop from elsewhere', 'SIGTSTP'],
	] as const)('%s, and fg', async (_, signal) => {
		const script = `set -m; "$0" "$1" "$2"; echo stopped $(stty -a | tr ' ' '\\n' | grep -x -e '-\\?icanon'); fg; echo "code $?"`;
		const run = started(['bash', '-c', script, process.execPath, PROGRAM, articles()], cacheFor(articles()));
		await run.writes(first);
		if (signal === null) run.program.write('\x1a');
		else process.kill(childOf(run.program.pid), signal);
		await run.writes('stopped icanon');
		const stopped = run.bytes().indexOf('stopped');
		expect(modesLeft(run.bytes().slice(0, stopped))).toEqual([]);
		await run.writes('\x1b[?1049h', stopped);
		await run.writes('Digest', stopped);
		run.program.write('Q');
		await run.writes('code 0');
		expect(modesLeft(run.bytes())).toEqual([]);
	});
});

test('q', async () => {
	const run = reader(ARTICLES);
	await run.writes('Digest');
	run.program.write('q');
	expect(await run.ends()).toMatchObject({ exitCode: 0 });
	expect(modesLeft(run.bytes())).toEqual([]);
});

test('what cannot be drawn', async () => {
	const run = reader(ARTICLES, { HOW: 'drawing' }, '--require', broken);
	await run.writes('Digest');
	run.program.kill('SIGUSR2');
	run.program.write('\r');
	expect(await run.ends()).toMatchObject({ exitCode: 2 });
	expect(modesLeft(run.bytes())).toEqual([]);
	expect(run.bytes()).toContain('broken on purpose');
});

test('what is typed while it starts is done when it can be', async () => {
	const run = reader(many);
	await run.writes('Quotidian');
	run.program.write('2j');
	run.program.write('j');
	await run.writes('Quotes');
	await run.writes('3/');
});

test('a folder without articles is told on the screen that was there before', async () => {
	const empty = join(folder, 'empty');
	mkdirSync(empty);
	const run = reader(empty);
	await run.writes('no articles in');
	expect(await run.ends()).toMatchObject({ exitCode: 1 });
	expect(modesLeft(run.bytes())).toEqual([]);
	expect(run.bytes().indexOf('no articles in')).toBeGreaterThan(run.bytes().lastIndexOf('\x1b[?1049l'));
});
