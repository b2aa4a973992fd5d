/** The manual, and what the README shows of help and keys, made of the tables the program reads. */
import { readFileSync, writeFileSync } from 'node:fs';
import { HELP } from '../source/cli/help.ts';
import {
	COMMANDS,
	type CommandRow,
	dashed,
	EXITS,
	FLAGS,
	type FlagRow,
	READER,
} from '../source/cli/table.ts';
import { KEYS, type KeyRow, keyWords } from '../source/terminal/keys.ts';

/** Writes docs/quotidian.1 and README.md in the current folder anew; what is up to date stays as it is. */
export function run(): number {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	writeFileSync('docs/quotidian.1', manual(version));
	writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8')));
	return 0;
}

const parts = (rows: readonly KeyRow[]) =>
	[...new Set(rows.map(({ part }) => part))].map((part) => ({
		part,
		rows: rows.filter((row) => row.part === part),
	}));

/** The README with the help and the keys of the program in it. */
export function withTables(readme: string): string {
	const keys = parts(KEYS).map(({ part, rows }) =>
		[
			`| ${part} | |`,
			'| --- | --- |',
			...rows.map((row) => `| ${row.keys.map((key) => `\`${keyWords(key)}\``).join(' ')} | ${row.help} |`),
		].join('\n'),
	);
	const withHelp = between(
		readme,
		'<!-- help: made of source/cli/table.ts -->',
		'<!-- end of help -->',
		`\`\`\`\n${HELP}\`\`\``,
	);
	return between(
		withHelp,
		'<!-- keys: made of source/terminal/keys.ts -->',
		'<!-- end of keys -->',
		keys.join('\n\n'),
	);
}

function between(text: string, start: string, end: string, content: string): string {
	const from = text.indexOf(start);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`no “${start}” … “${end}”`);
	return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

/** The manual page in the man macros, for `man quotidian`. */
export function manual(version: string): string {
	const flags = Object.entries<FlagRow>(FLAGS);
	const commands = Object.entries<CommandRow>(COMMANDS);
	return `${[
		`.TH QUOTIDIAN 1 "" "quotidian ${version}" "User Commands"`,
		'.SH NAME',
		`quotidian \\- ${roff('a news digest for the terminal: who said what, when')}`,
		'.SH SYNOPSIS',
		...['', ...commands.map(([name]) => name)].flatMap((name, at) => {
			const { operand } = name === '' ? READER : COMMANDS[name as keyof typeof COMMANDS];
			const words = [bold(['quotidian', name].join(' ').trim()), '[options]', operand].filter(Boolean);
			return [
				...(at > 0 ? ['.br'] : []),
				words.map((word, first) => (first === 0 ? word : roff(word))).join(' '),
			];
		}),
		'.SH DESCRIPTION',
		roff(
			'Reads a folder of news articles, plain text and Markdown, one a file, and shows every story once, its facts once each with who reported them and where they differ, and every quotation with its speaker. Nothing is generated: every word shown stands in an article.',
		),
		'.PP',
		roff('On a terminal it opens a reader, in a pipe it prints the digest.'),
		'.SH COMMANDS',
		...commands.flatMap(([name, { operand, help, more, takes }]) => [
			'.TP',
			[bold(name), roff(operand)].join(' ').trim(),
			roff([sentence(help), more].filter(Boolean).join(' ')),
			...(takes.length > 0 ? [`Takes ${takes.map((flag) => bold(dashed(flag))).join(', ')}.`] : []),
		]),
		'.SH OPTIONS',
		...flags.flatMap(([name, { shortFlag, value, help, more }]) => [
			'.TP',
			`${shortFlag ? `${bold(`-${shortFlag}`)}, ` : ''}${bold(dashed(name))}${value ? ` \\fI${value}\\fR` : ''}`,
			roff([sentence(help), more].filter(Boolean).join(' ')),
		]),
		'.SH KEYS',
		roff('In the reader; ? shows these, and / searches them.'),
		...parts(KEYS).flatMap(({ part, rows }) => [
			`.SS ${roff(part)}`,
			...rows.flatMap(({ keys, help }) => [
				'.TP',
				keys.map((key) => bold(keyWords(key))).join(', '),
				roff(help),
			]),
		]),
		'.SH EXIT STATUS',
		...EXITS.flatMap(([code, meaning]) => ['.TP', String(code), roff(meaning)]),
		'.SH ENVIRONMENT',
		...ENVIRONMENT.flatMap(([names, meaning]) => ['.TP', names.map(bold).join(', '), roff(meaning)]),
		'.SH FILES',
		`${bold('quotidian paths')} prints where they are.`,
		...FILES.flatMap(([path, meaning]) => ['.TP', `\\fI${roff(path)}\\fR`, roff(meaning)]),
	].join('\n')}\n`;
}

const ENVIRONMENT: readonly (readonly [readonly string[], string])[] = [
	[['NO_COLOR'], 'no colours; weight, and the bar, stay'],
	[['TERM', 'INK_SCREEN_READER'], 'TERM=dumb and INK_SCREEN_READER=true do what --plain does'],
	[['COLORFGBG'], 'tells a light background, where the settings do not'],
	[['LC_ALL', 'LC_CTYPE', 'LANG'], 'where the first that is set names no UTF-8, the screen is ASCII'],
	[['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'], 'where the files below stand'],
];

const FILES: readonly (readonly [string, string])[] = [
	[
		'~/.config/quotidian/config.toml',
		'your settings: theme, keys, what to read; quotidian config prints them all',
	],
	['~/.config/quotidian/corrections.txt', 'your decisions about names and stories'],
	['~/.config/quotidian/urls', 'the list of your feeds, as newsboat has it'],
	['~/.local/share/quotidian/articles', 'your library, into which quotidian pull puts what is new'],
	['~/.local/state/quotidian', 'what was read, where you left off, and what is known of your feeds'],
	['~/.cache/quotidian', 'what can be made anew'],
];

function sentence(words: string): string {
	return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

function bold(words: string): string {
	return `\\fB${roff(words)}\\fR`;
}

const SIGNS: Readonly<Record<string, string>> = {
	'\\': '\\e',
	'-': '\\-',
	'^': '\\(ha',
	'~': '\\(ti',
	'`': '\\(ga',
	"'": '\\(aq',
};

/** Text as roff takes it. */
function roff(text: string): string {
	return text.replace(/[\\^~`'-]/g, (sign) => SIGNS[sign]!).replace(/^\./, '\\&.');
}
