/** The real program in a real terminal: opens, reads, resizes, and gives the terminal back on every way out. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { opened, type Run } from './opened.ts';

// Each test starts a program; how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

/** Modes that are on at the end of what was written. */
function modesLeft({ bytes }: Run): string[] {
	const on = new Map<string, boolean>();
	for (const [, modes, letter] of bytes().matchAll(/\x1b\[\?([\d;]+)([hl])/g))
		for (const mode of modes!.split(';')) on.set(mode, letter === 'h');
	const wanted: Record<string, boolean> = { 1049: false, 2004: false, 2026: false, 25: true, 7: true };
	return [...on].filter(([mode, is]) => is !== (wanted[mode] ?? false)).map(([mode]) => mode);
}

test('opens, reads, and leaves the terminal as it was', async () => {
	const run = await opened();
	expect(run.term.buffer.active.type).toBe('alternate');
	run.press('2');
	await run.shows('Quotes');
	run.press('j');
	await run.shows('2/');
	run.press('\r');
	await run.shows('Article');
	run.press('qqq');
	expect(await run.ends()).toMatchObject({ exitCode: 0 });
	expect(run.term.buffer.active.type).toBe('normal');
	expect(modesLeft(run)).toEqual([]);
});

test('what was made of the articles is kept for the next start, and made anew when one of them changes', async () => {
	const home = mkdtempSync(join(tmpdir(), 'quotidian-again-'));
	const articles = join(home, 'news');
	mkdirSync(articles);
	const write = (people: string) =>
		writeFileSync(
			join(articles, 'tide.txt'),
			`Ferry line ends night crossings\n\nMarch 5, 2025\n\n“We carried ${people} people,” said harbour chief Ada Brekkum.\n`,
		);
	const shown = async (people: string) => {
		const run = await opened(
			80,
			24,
			{ XDG_CACHE_HOME: home, XDG_STATE_HOME: home },
			['--fresh'],
			'Digest',
			articles,
		);
		run.press('2');
		await run.shows(`We carried ${people} people`);
		const text = run.text();
		run.press('qq');
		expect(await run.ends()).toMatchObject({ exitCode: 0 });
		return text;
	};
	const kept = () => readdirSync(join(home, 'quotidian/editions'));
	try {
		write('four');
		const first = await shown('four');
		expect(kept()).toHaveLength(1);
		expect(await shown('four')).toBe(first);
		expect(kept()).toHaveLength(1);
		write('nine');
		await shown('nine');
		expect(kept()).toHaveLength(2);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
});

test('keys that come in one read do what they do apart', async () => {
	const run = await opened();
	run.press('2jjjk');
	await run.shows('3/');
	run.press('/zelensky\r');
	await run.shows('“zelensky”');
});

test('follows the window', async () => {
	const run = await opened();
	run.term.resize(120, 30);
	run.program.resize(120, 30);
	await run.shows('│');
	run.term.resize(40, 12);
	run.program.resize(40, 12);
	await run.shows('Digest  all days');
	expect(run.text()).not.toContain('│');
});

test('NO_COLOR leaves no colour, and the bar in sight', async () => {
	const run = await opened(80, 24, { NO_COLOR: '1' });
	expect(run.text()).toContain('▌');
	expect(run.bytes()).not.toMatch(/\x1b\[[\d;]*(?:3[0-7]|4[0-7]|9[0-7])[;m]/);
});

test('where the locale is not UTF-8 every byte is ASCII', async () => {
	const run = await opened(110, 24, { LC_ALL: 'C' });
	expect(run.text()).toContain('> * ');
	run.press('3');
	await run.shows('Grid');
	run.press('2j');
	await run.shows('2/');
	expect(run.text()).toContain(' | ');
	expect(run.bytes()).toMatch(/^[\x00-\x7f]*$/);
});

test.each([
	['SIGTERM', 15],
	['SIGHUP', 1],
] as const)('%s ends it by that signal, the terminal given back', async (signal, number) => {
	const run = await opened();
	run.program.kill(signal);
	expect(await run.ends()).toMatchObject({ signal: number });
	expect(modesLeft(run)).toEqual([]);
});

test('^C leaves with 130', async () => {
	const run = await opened();
	run.press('\x03');
	expect(await run.ends()).toMatchObject({ exitCode: 130 });
	expect(modesLeft(run)).toEqual([]);
});

describe('the place', () => {
	let home: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'quotidian-state-'));
	});
	afterEach(() => rmSync(home, { recursive: true, force: true }));
	const again = (flags: readonly string[] = [], first = 'Quotes') =>
		opened(80, 24, { XDG_STATE_HOME: home }, flags, first);

	test.each([
		['q', (run: Run) => run.press('qq')],
		['^C', (run: Run) => run.press('\x03')],
		['SIGTERM', (run: Run) => run.program.kill('SIGTERM')],
		['SIGHUP', (run: Run) => run.program.kill('SIGHUP')],
	])('is taken up again after %s', async (_, leave) => {
		const run = await again([], 'Digest');
		run.press('2jj');
		await run.shows('3/');
		leave(run);
		await run.ends();
		const next = await again();
		expect(next.text()).toContain('3/');
		next.press('Q');
		await next.ends();
		expect((await again(['--fresh'], 'Digest')).text()).toContain('1/');
	});

	test('is kept while the reader rests, so that a line that dies costs nothing', async () => {
		const run = await again([], 'Digest');
		run.press('2j');
		await run.shows('2/');
		await run.rests(() => readdirSync(home, { recursive: true }).length > 2);
		run.program.kill('SIGKILL');
		await run.ends();
		expect((await again()).text()).toContain('2/');
	});

	test('what was read is read at the next start, in every copy that runs', async () => {
		const [one, other] = [await again([], 'Digest'), await again([], 'Digest')];
		await one.shows('3 unread');
		one.press('m');
		await one.shows('2 unread');
		other.press('jm');
		await other.shows('2 unread');
		one.press('Q');
		other.press('Q');
		await Promise.all([one.ends(), other.ends()]);
		await (await again(['--fresh'], 'Digest')).shows('1 unread');
	});

	test('a damaged file is no place', async () => {
		const run = await again([], 'Digest');
		run.press('2Q');
		await run.ends();
		const folder = join(home, 'quotidian/places');
		for (const file of readdirSync(folder))
			writeFileSync(join(folder, file), 'quotidian place 1\n{"view":3}');
		await again([], 'Digest');
	});
});

describe('o', () => {
	let home: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'quotidian-links-'));
		mkdirSync(join(home, 'articles'));
		mkdirSync(join(home, 'bin'));
		writeFileSync(
			join(home, 'articles/port.md'),
			'---\ntitle: Dockers close every berth\nurl: https://news.example/port?a=1&b=$(x)\n---\n\n“We will not load another crate,” Mira Halloran said.\n',
		);
		writeFileSync(join(home, 'bin/xdg-open'), `#!/bin/sh\nprintf '%s' "$#:$1" > ${home}/opened\n`, {
			mode: 0o755,
		});
	});
	afterEach(() => rmSync(home, { recursive: true, force: true }));
	const at = (env: Record<string, string>, flags: readonly string[] = []) =>
		opened(
			80,
			24,
			{
				PATH: `${join(home, 'bin')}:${process.env.PATH}`,
				SSH_CONNECTION: '',
				SSH_CLIENT: '',
				SSH_TTY: '',
				TMUX: '',
				...env,
			},
			flags,
			'Digest',
			join(home, 'articles'),
		);

	test('over SSH copies the address, says so, and starts nothing', async () => {
		const run = await at({ SSH_CONNECTION: '192.0.2.1 5 192.0.2.2 22', DISPLAY: ':0' });
		run.press('2o');
		await run.shows('address sent to the clipboard');
		const copied = Buffer.from('https://news.example/port?a=1&b=$(x)').toString('base64');
		expect(run.bytes()).toContain(`\x1b]52;c;${copied}\x07`);
		expect(existsSync(join(home, 'opened'))).toBe(false);
	});

	test('at a desktop hands the address to its browser, past any shell', async () => {
		const run = await at({ DISPLAY: ':0' });
		run.press('2o');
		await run.shows('opened in the browser: news.example');
		await run.rests(() => existsSync(join(home, 'opened')));
		expect(readFileSync(join(home, 'opened'), 'utf8')).toBe('1:https://news.example/port?a=1&b=$(x)');
	});

	test('with --read-only starts nothing, at a desktop or in tmux', async () => {
		writeFileSync(join(home, 'bin/tmux'), `#!/bin/sh\ntouch ${home}/opened\n`, { mode: 0o755 });
		const run = await at({ DISPLAY: ':0', TMUX: '/tmp/none,1,0' }, ['--read-only']);
		run.press('2o');
		await run.shows('address sent to the clipboard');
		run.press('y');
		await run.shows('  sent to the clipboard');
		expect(existsSync(join(home, 'opened'))).toBe(false);
	});

	test('with --read-only writes nothing but place, marks and cache', async () => {
		const own = join(home, 'own');
		mkdirSync(own);
		const nowhere = Object.fromEntries(
			['CONFIG', 'DATA', 'STATE', 'CACHE'].map((one) => [`XDG_${one}_HOME`, '']),
		);
		const before = readdirSync(join(home, 'articles'));
		const run = await at({ HOME: own, ...nowhere }, ['--read-only']);
		run.press('\ryoYm');
		await run.shows('Story');
		run.press('Q');
		await run.ends();
		const written = readdirSync(own, { recursive: true, encoding: 'utf8' });
		expect(written.filter((path) => /(?:read\.txt|places\/.)/.test(path))).toHaveLength(2);
		expect(written.filter((path) => !/^\.(?:local(?:\/state.*)?|cache.*)$/.test(path))).toEqual([]);
		expect(readdirSync(join(home, 'articles'))).toEqual(before);
	});

	test('addresses are links of the terminal, but not on the console', async () => {
		const link = '\x1b]8;id=';
		const run = await at({});
		run.press('4u');
		await run.shows('https://news.example/port?a=1&b=$(x)');
		expect(run.bytes()).toContain(link);
		const console = await at({ TERM: 'linux' });
		console.press('4u');
		await console.shows('https://news.example/port?a=1&b=$(x)');
		expect(console.bytes()).not.toContain(link);
	});
});

test('at rest it writes nothing, and never clears the screen', async () => {
	const run = await opened();
	run.press('2jjG');
	await run.shows('Quotes');
	await new Promise((done) => setTimeout(done, 100));
	const before = run.bytes();
	await new Promise((done) => setTimeout(done, 200));
	expect(run.bytes()).toBe(before);
	expect(before).not.toMatch(/\x1b\[[23]J/);
});

describe('settings', () => {
	let home: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'quotidian-settings-'));
		mkdirSync(join(home, 'quotidian'));
	});
	afterEach(() => rmSync(home, { recursive: true, force: true }));
	const set = (text: string, more: Record<string, string> = {}) => {
		writeFileSync(join(home, 'quotidian/config.toml'), text);
		return opened(80, 24, { XDG_CONFIG_HOME: home, ...more });
	};
	/** Whether text in that colour was written: cyan names on dark, blue ones on light. */
	const has = ({ bytes }: Run, colour: number) =>
		new RegExp(`\\x1b\\[(?:[\\d;]*;)?${colour}[;m]`).test(bytes());

	test('keys, foot and help are those of the reader', async () => {
		const run = await set('[keys]\nhelp = ["h", "?"]\nclose = "w"\nquotes = "9"\nnonsense = "x"\n');
		expect(run.text()).toContain('h help');
		expect(run.text()).toContain('w quit');
		await run.shows('! 3 problems');
		run.press('2');
		run.press('9');
		await run.shows('Quotes');
		run.press('h');
		await run.shows('Keys');
		run.press('/quotes\r');
		await run.shows('9             Quotes');
		run.press('w');
		run.press('www');
		expect(await run.ends()).toMatchObject({ exitCode: 0 });
		expect(run.bytes()).toContain(':5: nonsense is no action');
	});

	test.each([
		['theme = "light"', {}, [34, 31], [36, 33]],
		['theme = "dark"', { COLORFGBG: '0;15' }, [36, 33], [34, 31]],
		['theme = "auto"', { COLORFGBG: '0;15' }, [34, 31], [36, 33]],
		['', {}, [36, 33], [34, 31]],
		['theme = "none"', {}, [], [31, 32, 33, 34, 35, 36]],
	] as const)('%s %j', async (text, more, shown, not) => {
		const run = await set(`${text}\nbroken\n`, { COLORFGBG: '', ...more });
		await run.shows('problem');
		expect(shown.filter((colour) => !has(run, colour))).toEqual([]);
		expect(not.filter((colour) => has(run, colour))).toEqual([]);
		expect(run.text()).toContain('▌');
	});
});
