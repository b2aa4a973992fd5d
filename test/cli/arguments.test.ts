import { describe, expect, test } from 'vitest';
import { readArguments } from '../../source/cli/arguments.ts';
import { dayFrom, localDay } from '../../source/cli/days.ts';
import { HELP } from '../../source/cli/help.ts';
import { UsageError } from '../../source/cli/mistakes.ts';
import { openNewsroom } from '../../source/cli/newsroom.ts';
import { DEFAULTS } from '../../source/cli/settings.ts';
import { columnsOf } from '../../source/width.ts';

/** The command line as typed, spaces between words; only what differs from nothing given. */
const read = (line: string) => {
	const command = readArguments(line === '' ? [] : line.split(' '), '1.2.3');
	const nothing = {
		paths: [],
		words: '',
		day: null,
		since: null,
		until: null,
		actor: null,
		fresh: false,
		readOnly: false,
		watch: false,
		opml: false,
		archive: null,
		dryRun: false,
		quiet: false,
		plain: false,
		format: null,
	};
	return Object.fromEntries(
		Object.entries(command).filter(
			([key, value]) => JSON.stringify(value) !== JSON.stringify(nothing[key as keyof typeof nothing]),
		),
	);
};

test.each([
	['', { name: 'reader' }],
	['news', { name: 'reader', paths: ['news'] }],
	['--archive postgres://db/news', { name: 'reader', archive: 'postgres://db/news' }],
	[
		'index --archive postgres://db/news a b',
		{ name: 'index', archive: 'postgres://db/news', paths: ['a', 'b'] },
	],
	['archive init --dry-run', { name: 'archive', words: 'init', dryRun: true }],
	['archive check', { name: 'archive', words: 'check' }],
	['news more -', { name: 'reader', paths: ['news', 'more', '-'] }],
	['--in news --in=more', { name: 'reader', paths: ['news', 'more'] }],
	['--in - --in news', { name: 'reader', paths: ['-', 'news'] }],
	['./digest', { name: 'reader', paths: ['./digest'] }],
	['--in digest', { name: 'reader', paths: ['digest'] }],
	['digest --day today', { name: 'digest', day: 'today' }],
	['--day today digest', { name: 'digest', day: 'today' }],
	['digest news', { name: 'digest', paths: ['news'] }],
	[
		'digest --since 2025-01-01 --until yesterday',
		{ name: 'digest', since: '2025-01-01', until: 'yesterday' },
	],
	['digest --json', { name: 'digest', format: 'json' }],
	['digest --json --format json', { name: 'digest', format: 'json' }],
	['digest --format markdown', { name: 'digest', format: 'markdown' }],
	['quotes', { name: 'quotes' }],
	['quotes cease fire', { name: 'quotes', words: 'cease fire' }],
	['quotes -- --not a flag', { name: 'quotes', words: '--not a flag' }],
	['quotes 007', { name: 'quotes', words: '007' }],
	['quotes x --actor vale --in news', { name: 'quotes', words: 'x', actor: 'vale', paths: ['news'] }],
	['actors --json', { name: 'actors', format: 'json' }],
	['--fresh news', { name: 'reader', paths: ['news'], fresh: true }],
	['--read-only', { name: 'reader', readOnly: true }],
	['--watch news', { name: 'reader', watch: true, paths: ['news'] }],
	['export --jsonl', { name: 'export', format: 'jsonl' }],
	['explain -', { name: 'explain', words: '-' }],
	['explain --actor keller', { name: 'explain', actor: 'keller' }],
	['explain a.txt --in news', { name: 'explain', words: 'a.txt', paths: ['news'] }],
	['--plain', { name: 'reader', format: 'plain', plain: true }],
	['quotes x --plain', { name: 'quotes', words: 'x', format: 'plain', plain: true }],
	['paths --json', { name: 'paths', format: 'json' }],
	['add https://harbour.example/feed', { name: 'add', paths: ['https://harbour.example/feed'] }],
	['import old.opml urls', { name: 'import', paths: ['old.opml', 'urls'] }],
	['pull --quiet --since yesterday', { name: 'pull', quiet: true, since: 'yesterday' }],
	['pull harbour post', { name: 'pull', paths: ['harbour', 'post'] }],
	['export --opml', { name: 'export', opml: true }],
	['config', { name: 'config' }],
	['config init', { name: 'config', words: 'init' }],
	['completions zsh', { name: 'completions', words: 'zsh' }],
	['--help', { name: 'help' }],
	['quotes -h', { name: 'help' }],
	['--version', { name: 'version' }],
	['-v', { name: 'version' }],
])('%s', (line, command) => {
	expect(read(line)).toEqual(command);
});

test.each([
	['--jsn', '--json'],
	['--actr vale', '--actor'],
	['--readonly', '--read-only'],
	['digest --read-only', '--read-only is not for digest'],
	['--watch --since today', 'leave out --since'],
	['--zzz', '--help'],
	['-z', '-z'],
	['--no-color', '--color'],
	['digest --day', '--day wants a value'],
	['digest --actor --json', '--actor wants a value'],
	['digest --in', '--in wants a value'],
	['digest --day today --day yesterday', 'once'],
	['digest --format html', 'plain, markdown or json'],
	['digest --format plain --json', 'exclude'],
	['export --json --jsonl', 'exclude'],
	['quotes --format plain', 'not for quotes'],
	['digest --jsonl', 'not for digest'],
	['explain a.txt --day today', 'not for explain'],
	['explain', 'one article'],
	['explain a b', 'one article'],
	['explain a.txt --actor keller', 'one article'],
	['--plain --json', 'exclude'],
	['digest --plain --format markdown', 'exclude'],
	['export --plain', 'not for export'],
	['paths news', 'nothing behind it'],
	['paths --in news', 'not for paths'],
	['add', 'URL|FILE… behind it'],
	['import', 'FILE… behind it'],
	['pull --json', 'not for pull'],
	['digest --quiet', 'not for digest'],
	['export --opml --json', 'leave out the other flags'],
	['export --opml --in news', 'leave out the other flags'],
	['config show', 'init'],
	['config --json', 'not for config'],
	['completions', 'bash, zsh, fish'],
	['completions tcsh', 'bash, zsh, fish'],
	['completions bash zsh', 'bash, zsh, fish'],
	['archive', 'init, migrate, status, check'],
	['archive drop', 'init, migrate, status, check'],
	['--archive postgres://db/news news', 'leave out the paths'],
	['digest --archive postgres://db/news', 'not for digest'],
	['postgres://ann:hush@db/news', /^the address of an archive stands behind --archive$/],
	['index postgresql://ann:hush@db/news', /^the address of an archive stands behind --archive$/],
	['--in postgres://ann:hush@db/news', /^the address of an archive stands behind --archive$/],
	['--__proto__ x', '--help'],
])('%s is refused, and the line says “%s”', (line, hint) => {
	expect(() => read(line)).toThrow(UsageError);
	expect(() => read(line)).toThrow(hint);
});

test.each([
	['--archive postgres://db/news --since today', '--since is not for --archive'],
	['--archive postgres://db/news --until today', '--until is not for --archive'],
	['--archive postgres://db/news --watch', '--watch is not for --archive'],
	['--since today', '--since is not for the archive of your settings; name the paths to be read'],
])('%s over an archive on a server is refused before it is asked', async (line, hint) => {
	const opened = openNewsroom(
		'postgres://nowhere.invalid/news',
		readArguments(line.split(' '), '1.2.3'),
		DEFAULTS,
		null,
	);
	await expect(opened).rejects.toThrow(new UsageError(hint));
});

test('help fits one screen', () => {
	const lines = HELP.trimEnd().split('\n');
	// One line is left for the prompt that follows.
	expect(lines.length).toBeLessThanOrEqual(23);
	for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(80);
});

describe('days', () => {
	const now = new Date(2025, 2, 1, 0, 30);
	test.each([
		['today', '2025-03-01'],
		['yesterday', '2025-02-28'],
		['2024-02-29', '2024-02-29'],
	])('%s is %s', (words, day) => {
		expect(dayFrom(words, 'day', now)).toBe(day);
	});
	test.each(['tomorrow', '2025-02-29', '2025-3-1', '12 Mar', '', '2025-13-01'])('“%s” is no day', (words) => {
		expect(() => dayFrom(words, 'since', now)).toThrow(/^--since wants YYYY-MM-DD/);
	});
	test('a day is the reader’s own, also just before midnight', () => {
		expect(localDay(new Date(2025, 11, 31, 23, 59, 59))).toBe('2025-12-31');
		expect(localDay(new Date(2025, 11, 31, 23, 59, 59), 1)).toBe('2026-01-01');
	});
});
