/** The command line as a value. Knows nothing of files, clocks or terminals. */
import meow from 'meow';
import { parseQuery } from '../archive/filter.ts';
import { distance } from '../search/distance.ts';
import { HELP } from './help.ts';
import { UsageError } from './mistakes.ts';
import { COMMANDS, type CommandName, type CommandRow, dashed, FLAGS, READER } from './table.ts';

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export type Name = CommandName | 'reader' | 'help' | 'version';

export const FORMATS = ['plain', 'markdown', 'json', 'jsonl'] as const;
export type OutputFormat = (typeof FORMATS)[number];

export interface Command {
	readonly name: Name;
	/** What to read; empty: the default places. */
	readonly paths: readonly string[];
	/** Of `quotes`: the words to look for; of `explain`: the article. */
	readonly words: string;
	/** As typed; null when not given. */
	readonly day: string | null;
	readonly since: string | null;
	readonly until: string | null;
	readonly actor: string | null;
	/** The reader begins anew, not where it was last left. */
	readonly fresh: boolean;
	/** Starts no other program and writes nothing but its own state. */
	readonly readOnly: boolean;
	/** Goes on looking for changes. */
	readonly watch: boolean;
	/** Of `export`: the list of feeds instead. */
	readonly opml: boolean;
	/** The address of an archive on a server. */
	readonly archive: string | null;
	/** Only tells what it would do. */
	readonly dryRun: boolean;
	/** Tells only what failed. */
	readonly quiet: boolean;
	/** Text to be read aloud. */
	readonly plain: boolean;
	/** null when none was asked for: then the reader may open its screen. */
	readonly format: OutputFormat | null;
}

/** Reads the words after the program's name. Throws `UsageError` with a line that says what to do instead. */
export function readArguments(argv: readonly string[], version: string): Command {
	checkValues(argv);
	const words = argv.flatMap((word, at) => {
		// A dash alone is not taken for the value of a flag.
		if (word === '--in' && argv[at + 1] === '-') return ['--in=-'];
		return word === '-' && argv[at - 1] === '--in' ? [] : [word];
	});
	const { flags, input } = meow(HELP, {
		importMeta: import.meta,
		argv: words,
		pkg: { name: 'quotidian', version },
		flags: FLAGS,
		description: false,
		autoHelp: false,
		autoVersion: false,
	});
	const given = flags as Readonly<Record<string, unknown>>;
	for (const flag of Object.keys(given)) if (!(flag in FLAGS)) throw unknownFlag(flag);
	const [first, ...rest] = input;
	const command = COMMAND_NAMES.find((name) => name === first);
	const positionals = command === undefined ? input : rest;
	if (flags.help) return { ...NOTHING, name: 'help' };
	if (flags.version) return { ...NOTHING, name: 'version' };
	const name = command ?? 'reader';
	const row: CommandRow = name === 'reader' ? READER : COMMANDS[name];
	const takes: readonly string[] = row.takes;
	const paths = flags.in ?? [];
	for (const [flag, setting] of Object.entries(given)) {
		if (isUsed(setting) && !takes.includes(flag))
			throw new UsageError(`${dashed(flag)} is not for ${title(name)}; see quotidian --help`);
	}
	const takesWords = name === 'explain' || (row.operands !== 'paths' && row.operands !== 'feeds');
	checkOperands(name, row, positionals);
	if (name === 'explain' && positionals.length !== (flags.actor === undefined ? 1 : 0))
		throw new UsageError(
			'explain wants one article (its file name, its id, or - for standard input) or one --actor NAME',
		);
	if ((name === 'add' || name === 'import') && positionals.length === 0)
		throw new UsageError(`${name} wants ${row.operand} behind it; see quotidian --help`);
	if (flags.opml && Object.keys(given).some((flag) => flag !== 'opml' && isUsed(given[flag])))
		throw new UsageError('export --opml is the list of your feeds: leave out the other flags');
	// Told without the address: a password may stand in it, and no file is called so.
	if (!takesWords && [...paths, ...positionals].some((path) => /^postgres(?:ql)?:/i.test(path)))
		throw new UsageError('the address of an archive stands behind --archive');
	if (name === 'reader' && flags.archive !== undefined && [...paths, ...positionals].length > 0)
		throw new UsageError('--archive is read as it is: leave out the paths, or index them first');
	if (flags.watch && (flags.since ?? flags.until ?? flags.actor) !== undefined)
		throw new UsageError('--watch shows everything: leave out --since, --until and --actor');
	if (name === 'quotes') checkQuery(positionals.join(' '));
	return {
		name,
		paths: takesWords ? paths : [...paths, ...positionals],
		words: takesWords ? positionals.join(' ') : '',
		day: flags.day ?? null,
		since: flags.since ?? null,
		until: flags.until ?? null,
		actor: flags.actor ?? null,
		fresh: flags.fresh === true,
		readOnly: flags.readOnly === true,
		watch: flags.watch === true,
		opml: flags.opml === true,
		archive: flags.archive ?? null,
		dryRun: flags.dryRun === true,
		quiet: flags.quiet === true,
		plain: flags.plain === true,
		format: formatOf(
			flags.plain === true ? 'plain' : null,
			flags.format ?? null,
			flags.json === true,
			flags.jsonl === true,
		),
	};
}

/** Told before anything is read: with it left out, what is printed would be of more than was asked for. */
function checkQuery(words: string): void {
	const [slip] = parseQuery(words).slips;
	if (slip) throw new UsageError(`${slip.part} wants ${WANTED[slip.wants]}; see quotidian --help`);
}

const WANTED = {
	outlet: 'an outlet, or a part of its name: from:gazette',
	actor: 'a name, or a part of it: by:morgan',
	day: 'a day, or how it begins: on:2025-03-12, on:2025-03, on:2025',
	known: 'to be from:, by: or on:',
} as const;

const NOTHING = {
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

function isUsed(setting: unknown): boolean {
	return Array.isArray(setting) ? setting.length > 0 : setting !== undefined && setting !== false;
}

/** "quotes", but "the reader" for the program without a command. */
function title(name: Name): string {
	return name === 'reader' ? 'the reader' : name;
}

/** The parser keeps silent about a value left out, and throws at the second of a kind. */
function checkValues(argv: readonly string[]): void {
	const end = argv.indexOf('--');
	const words = end < 0 ? argv : argv.slice(0, end);
	for (const [flag, { type, ...more }] of Object.entries(FLAGS)) {
		if (type !== 'string') continue;
		const given = words.flatMap((word, at) => {
			if (word.startsWith(`--${flag}=`)) return [word.slice(flag.length + 3)];
			return word === `--${flag}` ? [words[at + 1] ?? ''] : [];
		});
		if (given.some((value) => value === '' || /^-./.test(value)))
			throw new UsageError(`--${flag} wants a value; see quotidian --help`);
		if (given.length > 1 && !('isMultiple' in more)) throw new UsageError(`--${flag} can be given once only`);
	}
}

function formatOf(
	plain: 'plain' | null,
	format: string | null,
	json: boolean,
	jsonl: boolean,
): OutputFormat | null {
	if (json && jsonl) throw new UsageError('--json and --jsonl exclude each other; give one of them');
	if (plain && json) throw new UsageError('--plain and --json exclude each other; give one of them');
	if (format === null) return plain ?? (jsonl ? 'jsonl' : json ? 'json' : null);
	const known = FORMATS.slice(0, 3).find((one) => one === format);
	if (!known) throw new UsageError(`--format wants plain, markdown or json, not “${format}”`);
	if (json && known !== 'json') throw new UsageError(`--json and --format ${known} exclude each other`);
	if (plain && known !== 'plain') throw new UsageError(`--plain and --format ${known} exclude each other`);
	return known;
}

/** What may follow commands that read no articles. */
function checkOperands(name: string, { operands, operand }: CommandRow, given: readonly string[]): void {
	if (operands === 'none' && given.length > 0)
		throw new UsageError(`${name} wants nothing behind it, not “${given[0]}”; see quotidian --help`);
	if (typeof operands === 'string') return;
	const fits =
		given.length === 0 ? operand.startsWith('[') : given.length === 1 && operands.includes(given[0]!);
	if (!fits) throw new UsageError(`${name} wants one of: ${operands.join(', ')}`);
}

function unknownFlag(flag: string): UsageError {
	const typed = dashed(flag).slice(2);
	const shown = typed.length === 1 ? `-${typed}` : `--${typed}`;
	const near = nearestOf(
		Object.keys(FLAGS).map((one) => dashed(one).slice(2)),
		typed,
	);
	return new UsageError(
		near ? `unknown flag ${shown}; did you mean --${near}?` : `unknown flag ${shown}; see quotidian --help`,
	);
}

/** The word of a list within two edits of what was typed. */
export function nearestOf(words: readonly string[], typed: string): string | undefined {
	const limit = typed.length < 4 ? 1 : 2;
	return words
		.map((word) => ({ word, edits: distance(typed, word, limit) }))
		.filter(({ edits }) => edits <= limit)
		.sort((a, b) => a.edits - b.edits)[0]?.word;
}
