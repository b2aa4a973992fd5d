/** What `--help` prints, laid out of the table: one screen of 24 lines by 80 columns. */
import { COMMANDS, type CommandName, EXITS, READER } from './table.ts';

/** Commands that share a line, and what it says of them all. */
const TOGETHER: readonly (readonly [names: readonly CommandName[], help: string])[] = [
	[['actors', 'days', 'articles'], 'who, when, and from which articles'],
	[['add', 'import', 'pull'], 'follow feeds; take over a list; fetch the new'],
	[['index', 'archive'], 'to PostgreSQL: --archive URL, --dry-run'],
	[['config', 'paths', 'completions'], 'settings, files, completions for a SHELL'],
];

/** Flags in the words there is room for; the manual and the shells tell each apart. */
const FLAG_LINES: readonly (readonly [flags: string, help: string])[] = [
	['--in PATH', 'file, folder or -; else settings, ./articles, your library'],
	['--day, --since, --until DAY', 'YYYY-MM-DD, today, yesterday or undated'],
	['--actor NAME', 'only what this actor says; part of a name will do'],
	['--format FORMAT', 'plain, markdown or json (digest); --json with all commands'],
	['--plain', 'text for screen readers, no screen; --quiet: only errors'],
	['--fresh, --read-only, --watch', 'at its start; only reads; follows what comes in'],
];

function commandLines(): string[] {
	const lines = [line('quotidian', READER.operand, READER.help)];
	for (const name of Object.keys(COMMANDS) as CommandName[]) {
		const shared = TOGETHER.find(([names]) => names.includes(name));
		if (shared && shared[0][0] !== name) continue;
		const { operand, help } = COMMANDS[name];
		lines.push(
			line(`quotidian ${shared?.[0].join('|') ?? name}`, shared ? '' : operand, shared?.[1] ?? help),
		);
		if (name === 'explain')
			lines.push(line('quotidian explain', '--actor NAME', 'how the spellings of a name came together'));
	}
	return lines;
}

function line(words: string, operand: string, help: string): string {
	return `  ${`${words} ${operand}`.padEnd(33)}${help}`;
}

export const HELP = `${[
	'quotidian: who said what, when: a news digest for the terminal',
	'',
	...commandLines(),
	'',
	...FLAG_LINES.map(([flags, help]) => `  ${flags.padEnd(flags.length > 18 ? 30 : 20)}${help}`.trimEnd()),
	'',
	'Everywhere --help and --version; in the reader, ? shows the keys and q leaves.',
	`Exit codes: ${EXITS.slice(0, 3)
		.map(([code, meaning]) => `${code} ${meaning}`)
		.join(', ')}.`,
].join('\n')}\n`;
