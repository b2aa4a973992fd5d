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
import { ownCache } from '../warm.ts';
import { opened, type Run } from './opened.ts';

// Each test starts a program; how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

const TIDE = (people: string) =>
	`Ferry line ends night crossings\n\nMarch 5, 2025\n\n“We carried ${people} people,” said harbour chief Ada Brekkum.\n`;

/** Modes that are on at the end of what was written. */
function modesLeft({ bytes }: Run): string[] {
	const on = new Map<string, boolean>();
	for (const [, modes, letter] of bytes().matchAll(/\x1b\[\?([\d;]+)([hl])/g))
		for (const mode of modes!.split(';')) on.set(mode, letter === 'h');
	const wanted: Record<string, boolean> = { 1049: false, 2004: false, 2026: false, 25: true, 7: true };
	return [...on].filter(([mode, is]) => is !== (wanted[mode] ?? false)).map(([mode]) => mode);
}

test('opens, reads, rests without a byte, and leaves the terminal as it was', async () => {
	const run = await opened();
	expect(run.term.buffer.active.type).toBe('alternate');
	run.press('2');
	await run.shows('Quotes');
	run.press('jjG');
	await run.shows('Quotes');
	await new Promise((done) => setTimeout(done, 100));
	const before = run.bytes();
	await new Promise((done) => setTimeout(done, 200));
	expect(run.bytes()).toBe(before);
	run.press('gj');
	await run.shows('2/');
	run.press('\r');
	await run.shows('Article');
	run.press('qqq');
	expect(await run.ends()).toMatchObject({ exitCode: 0 });
	expect(run.term.buffer.active.type).toBe('normal');
	expect(modesLeft(run)).toEqual([]);
	expect(run.bytes()).not.toMatch(/\x1b\[[23]J/);
});

test('what was made of the articles is kept for the next start, and made anew when one of them changes', async () => {
	const home = mkdtempSync(join(tmpdir(), 'quotidian-again-'));
	const articles = join(home, 'news');
	mkdirSync(articles);
	const cache = ownCache(home);
	const write = (people: string) => writeFileSync(join(articles, 'tide.txt'), TIDE(people));
	const shown = async (people: string) => {
		const run = await opened(
			80,
			24,
			{ XDG_CACHE_HOME: cache, XDG_STATE_HOME: home },
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
	const kept = () => readdirSync(join(cache, 'quotidian/editions'));
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

test('keys that come in one read do what they do apart, and what is drawn follows the window', async () => {
	const run = await opened();
	run.press('2jjjk');
	await run.shows('3/');
	run.press('/zelensky\r');
	await run.shows('“zelensky”');
	run.press('\x1b1');
	await run.shows('Digest  all days');
	run.term.resize(120, 30);
	run.program.resize(120, 30);
	await run.shows('│');
	run.term.resize(40, 12);
	run.program.resize(40, 12);
	await run.rests(() => run.text().includes('Digest  all days') && !run.text().includes('│'));
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

describe('the place', () => {
	let home: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'quotidian-state-'));
	});
	afterEach(() => rmSync(home, { recursive: true, force: true }));
	const placesIn = (folder: string) => {
		const places = join(folder, 'quotidian/places');
		return existsSync(places)
			? readdirSync(places)
					.map((name) => readFileSync(join(places, name), 'utf8'))
					.join()
			: '';
	};
	const again = (flags: readonly string[] = [], first = 'Quotes') =>
		opened(80, 24, { XDG_STATE_HOME: home }, flags, first);

	test('is taken up again, whatever the way out, and were it that the line dies', async () => {
		const ways: readonly (readonly [string, (run: Run) => void])[] = [
			['q', (run) => run.press('qq')],
			['^C', (run) => run.press('\x03')],
			['SIGTERM', (run) => run.program.kill('SIGTERM')],
			['SIGHUP', (run) => run.program.kill('SIGHUP')],
			['SIGKILL', (run) => run.program.kill('SIGKILL')],
		];
		for (const [at, [way, leave]] of ways.entries()) {
			const run = await again([], at === 0 ? 'Digest' : 'Quotes');
			if (at === 0) run.press('2');
			else expect(`${way}: ${run.text()}`).toContain(` ${at + 1}/`);
			const kept = placesIn(home);
			run.press('j');
			await run.shows(` ${at + 2}/`);
			// What is killed has no time to keep anything: that was done while the reader rested.
			if (way === 'SIGKILL') await run.rests(() => placesIn(home) !== kept);
			leave(run);
			await run.ends();
		}
		const last = await again();
		expect(last.text()).toContain(` ${ways.length + 1}/`);
		last.press('Q');
		await last.ends();
		expect((await again(['--fresh'], 'Digest')).text()).toContain('1/');
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

	const LINK = '\x1b]8;id=';

	test('over SSH copies the address, says so, and starts nothing; the address is a link of the terminal', async () => {
		const run = await at({ SSH_CONNECTION: '192.0.2.1 5 192.0.2.2 22', DISPLAY: ':0' });
		run.press('2o');
		await run.shows('address sent to the clipboard');
		const copied = Buffer.from('https://news.example/port?a=1&b=$(x)').toString('base64');
		expect(run.bytes()).toContain(`\x1b]52;c;${copied}\x07`);
		expect(existsSync(join(home, 'opened'))).toBe(false);
		run.press('4u');
		await run.shows('https://news.example/port?a=1&b=$(x)');
		expect(run.bytes()).toContain(LINK);
	});

	test('at a desktop hands the address to its browser, past any shell', async () => {
		const run = await at({ DISPLAY: ':0' });
		run.press('2o');
		await run.shows('opened in the browser: news.example');
		await run.rests(() => existsSync(join(home, 'opened')));
		expect(readFileSync(join(home, 'opened'), 'utf8')).toBe('1:https://news.example/port?a=1&b=$(x)');
	});

	test('with --read-only starts nothing, at a desktop or in tmux, and writes nothing but place, marks and cache', async () => {
		writeFileSync(join(home, 'bin/tmux'), `#!/bin/sh\ntouch ${home}/opened\n`, { mode: 0o755 });
		const own = join(home, 'own');
		mkdirSync(own);
		const nowhere = Object.fromEntries(
			['CONFIG', 'DATA', 'STATE', 'CACHE'].map((one) => [`XDG_${one}_HOME`, '']),
		);
		const before = readdirSync(join(home, 'articles'));
		const run = await at({ HOME: own, ...nowhere, DISPLAY: ':0', TMUX: '/tmp/none,1,0' }, ['--read-only']);
		run.press('2o');
		await run.shows('address sent to the clipboard');
		run.press('y');
		await run.shows('  sent to the clipboard');
		run.press('1\ryoYm');
		await run.shows('Story');
		run.press('Q');
		await run.ends();
		expect(existsSync(join(home, 'opened'))).toBe(false);
		const written = readdirSync(own, { recursive: true, encoding: 'utf8' });
		expect(written.filter((path) => /(?:read\.txt|places\/.)/.test(path))).toHaveLength(2);
		expect(written.filter((path) => !/^\.(?:local(?:\/state.*)?|cache.*)$/.test(path))).toEqual([]);
		expect(readdirSync(join(home, 'articles'))).toEqual(before);
	});

	test('on the console addresses are no links', async () => {
		const run = await at({ TERM: 'linux' });
		run.press('4u');
		await run.shows('https://news.example/port?a=1&b=$(x)');
		expect(run.bytes()).not.toContain(LINK);
	});
});

describe('settings', () => {
	let home: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'quotidian-settings-'));
		mkdirSync(join(home, 'quotidian'));
		mkdirSync(join(home, 'articles'));
		writeFileSync(join(home, 'articles/tide.txt'), TIDE('four'));
	});
	afterEach(() => rmSync(home, { recursive: true, force: true }));
	const set = (text: string, more: Record<string, string> = {}) => {
		writeFileSync(join(home, 'quotidian/config.toml'), text);
		return opened(80, 24, { XDG_CONFIG_HOME: home, ...more }, [], 'Digest', join(home, 'articles'));
	};
	/** Whether text in that colour was written: cyan names on dark, blue ones on light. */
	const has = ({ bytes }: Run, colour: number) =>
		new RegExp(`\\x1b\\[(?:[\\d;]*;)?${colour}[;m]`).test(bytes());

	test('keys, foot and help are those of the reader', async () => {
		const run = await set('[keys]\nhelp = ["h", "?"]\nclose = "w"\nquotes = "9"\nnonsense = "x"\n');
		expect(run.text()).toContain('h help');
		expect(run.text()).toContain('w quit');
		await run.shows('! 4 problems');
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

	// Which theme is meant by what: test/cli/settings.test.ts and test/terminal/style.test.ts.
	test.each([
		['theme = "dark"', { COLORFGBG: '0;15' }, [36, 33], [34, 31]],
		['', { COLORFGBG: '0;15' }, [34, 31], [36, 33]],
		['theme = "none"', {}, [], [31, 32, 33, 34, 35, 36]],
	] as const)('%s %j', async (text, more, shown, not) => {
		const run = await set(`${text}\nbroken\n`, { COLORFGBG: '', ...more });
		await run.shows('problem');
		expect(shown.filter((colour) => !has(run, colour))).toEqual([]);
		expect(not.filter((colour) => has(run, colour))).toEqual([]);
		expect(run.text()).toContain('▌');
	});
});
