import { describe, expect, test } from 'vitest';
import { DEFAULTS, parseSettings, settingsFile } from '../../source/cli/settings.ts';
import { entriesOf } from '../../source/cli/toml.ts';
import { KEYS, rowFor } from '../../source/terminal/keys.ts';

const absolute = (path: string) =>
	path.startsWith('~/') ? `/home/me${path.slice(1)}` : path.startsWith('/') ? path : null;
const parse = (text: string) => parseSettings('config.toml', text, absolute);

/** The settings as they differ, and what is wrong by line. */
const told = (text: string) => {
	const { settings, problems } = parse(text);
	const { keys: _, ...rest } = settings;
	return {
		set: Object.fromEntries(
			Object.entries(rest).filter(([name, value]) => value !== DEFAULTS[name as keyof typeof rest]),
		),
		wrong: problems.map(({ line, message }) => `${line}: ${message}`),
	};
};

test.each([
	['', {}],
	['# nothing\n\n  # more\n', {}],
	['theme = "light"', { theme: 'light' }],
	["theme='none' # as it is", { theme: 'none' }],
	['\ufeffplain = true\r\ntheme = "dark"\r\n', { plain: true, theme: 'dark' }],
	['paths = "~/news"', { paths: ['/home/me/news'] }],
	[
		'paths = [\n  "/srv/a # b", # one\n  "~/c\\"d",\n]\nplain = true',
		{ paths: ['/srv/a # b', '/home/me/c"d'], plain: true },
	],
	['archive = "postgresql://db/news"', { archive: 'postgresql://db/news' }],
	['contact = "me@example.org"', { contact: 'me@example.org' }],
	['[keys]\nhelp = "h"\n', {}],
])('%j', (text, set) => {
	expect(told(text).set).toEqual(set);
});

test.each([
	['theme = "blue"', '1: theme is one of auto, dark, light, none'],
	['theme = true', '1: theme is one of'],
	['\n\nthem = "dark"', '3: them is no setting; did you mean theme?'],
	['colour = "dark"', '1: colour is no setting; these are: theme, plain, paths, archive, contact'],
	['archive = "mysql://db"', '1: archive is an address'],
	['contact = "a\\nb"', '1: contact is an address'],
	['contact = "me)"', '1: contact is an address'],
	['contact = true', '1: contact is an address'],
	['help = "h"', '1: help stands below [keys]'],
	['plain = "true"', '1: plain is true or false'],
	['paths = ["news"]', '1: “news” begins neither with / nor with ~/'],
	['theme = "dark"\ntheme = "light"', '2: theme stands in line 1 already'],
	['theme', '1: a setting is NAME = VALUE'],
	['theme = ', '1: theme wants'],
	['theme = "dark', '1: theme wants'],
	['paths = ["/a" "/b"]', '1: paths wants'],
	['paths = [\n"/a",\n', '1: paths wants'],
	['theme = "dark" plain = true', '1: a line holds one setting'],
	['[keys', '1: a section is [NAME]'],
	['[mouse]\non = true', '2: [mouse] is no section'],
	['[keys]\nhelp = true', '2: help wants a key or a list of keys'],
	['[keys]\nhlep = "h"', '2: hlep is no action'],
	['[keys]\nhelp = "hh"', '2: “hh” is no key (help)'],
])('%j is told: %s', (text, wrong) => {
	expect(told(text).wrong.join('\n')).toContain(wrong);
});

test('a mistake costs its own line', () => {
	expect(told('theme = dark dark\nplain = true\n= = =\n[keys\npaths = ["/a"]').set).toEqual({
		plain: true,
		paths: ['/a'],
	});
});

describe('the file to start from', () => {
	test('changes nothing as it is', () => {
		expect(parse(settingsFile())).toEqual({ settings: DEFAULTS, problems: [] });
	});

	test('changes nothing but what is read when every # is taken away, and all of it is understood', () => {
		const text = settingsFile().replace(/^# (?=\w+ = )/gm, '');
		expect(text.match(/^\w+ = /gm)!.length).toBeGreaterThan(30);
		const { settings, problems } = parse(text);
		expect(problems).toEqual([]);
		expect(settings).toEqual({
			...DEFAULTS,
			paths: ['/home/me/news'],
			archive: 'postgres://reader@db.example.org/news',
			contact: 'me@example.org',
		});
	});

	test('keys of the settings are those the reader goes by', () => {
		const { settings } = parse('[keys]\nquit = ["x", "^q"]');
		expect(rowFor(settings.keys, 'x', 'browse', 'quotes')?.action).toBe('quit');
		expect(rowFor(settings.keys, '^Q', 'browse', 'quotes')?.action).toBe('quit');
		expect(rowFor(settings.keys, 'Q', 'browse', 'quotes')).toBeNull();
		expect(rowFor(KEYS, 'Q', 'browse', 'quotes')?.action).toBe('quit');
	});
});

test.each([
	['brackets', '['.repeat(200_000)],
	['quote marks', '"'.repeat(200_000)],
	['backslashes', `paths = "${'\\'.repeat(200_000)}`],
	['blanks', ' '.repeat(200_000)],
	['commas', `paths = [${'"",'.repeat(70_000)}`],
	['lines', 'theme = [\n'.repeat(20_000)],
	['comments', `paths = [${'#\n'.repeat(70_000)}`],
])('a file of nothing but %s is read and told', (_, text) => {
	expect(() => entriesOf(text)).not.toThrow();
});
