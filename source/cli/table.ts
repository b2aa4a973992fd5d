/** Every command and every flag, once: the parser, help, the manual and what shells complete all read this. */

export interface FlagRow {
	readonly type: 'string' | 'boolean';
	readonly shortFlag?: string;
	readonly isMultiple?: boolean;
	/** What its value is, as help shows it. */
	readonly value?: string;
	/** What its value can be, as far as that is known. */
	readonly values?: readonly string[];
	readonly help: string;
	/** What the manual adds. */
	readonly more?: string;
}

const DAYS = ['today', 'yesterday', 'undated'];

export const FLAGS = {
	in: {
		type: 'string',
		isMultiple: true,
		value: 'PATH',
		help: 'read this file or folder, or with - an article from standard input',
		more: 'As often as you like. Without it the paths of the settings are read, else ./articles, else the library in the data folder.',
	},
	day: {
		type: 'string',
		value: 'DAY',
		values: DAYS,
		help: 'only this day: YYYY-MM-DD, today, yesterday or undated',
	},
	since: { type: 'string', value: 'DAY', values: DAYS.slice(0, 2), help: 'only from this day on' },
	until: { type: 'string', value: 'DAY', values: DAYS.slice(0, 2), help: 'only up to this day' },
	actor: {
		type: 'string',
		value: 'NAME',
		help: 'only what this actor says; part of a name will do',
		more: 'With explain: how the spellings of the name came together.',
	},
	format: {
		type: 'string',
		value: 'FORMAT',
		values: ['plain', 'markdown', 'json'],
		help: 'the digest as plain text, Markdown or JSON',
	},
	plain: {
		type: 'boolean',
		help: 'plain text in reading order, for screen readers and dumb terminals',
		more: 'No screen is opened and no escape code written. The same holds where the environment says TERM=dumb or INK_SCREEN_READER=true, or the settings say plain = true.',
	},
	json: { type: 'boolean', help: 'JSON of the schema quotidian/1' },
	jsonl: { type: 'boolean', help: 'the same objects as JSON Lines' },
	opml: { type: 'boolean', help: 'the list of your feeds, for another program' },
	quiet: { type: 'boolean', help: 'only what failed, as cron wants it' },
	archive: {
		type: 'string',
		value: 'URL',
		help: 'an archive on PostgreSQL, for many readers: postgres://…',
		more: 'postgres://USER@HOST:PORT/DATABASE as libpq has it, with several hosts, sslmode, sslrootcert, target_session_attrs and the variables PGHOST, PGUSER, PGPASSWORD, PGSSLMODE and so on; the password best stands in ~/.pgpass. The settings can name one too. The reader begins there at --day and --actor; --since, --until and --watch are not for it, as it shows everything, and what is new by itself.',
	},
	dryRun: { type: 'boolean', help: 'only print the SQL' },
	fresh: { type: 'boolean', help: 'the reader at its start, not where you left it' },
	readOnly: {
		type: 'boolean',
		help: 'the reader starts no other program and writes no file but its own place, marks and cache',
		more: 'For readers who come over SSH and are to do nothing else: an address is copied to their own terminal, never opened here.',
	},
	watch: {
		type: 'boolean',
		help: 'the reader goes on looking for new and changed articles',
		more: 'What is read is kept on disk then, however little it is.',
	},
	help: { type: 'boolean', shortFlag: 'h', help: 'help on one screen' },
	version: { type: 'boolean', shortFlag: 'v', help: 'the version' },
} as const satisfies Readonly<Record<string, FlagRow>>;

export type Flag = keyof typeof FLAGS;

/** As it is typed. */
export function dashed(flag: string): string {
	return `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export interface CommandRow {
	/** What follows its name, as help shows it. */
	readonly operand: string;
	/** `feeds`: names and addresses of feeds. */
	readonly operands: 'paths' | 'words' | 'feeds' | 'none' | readonly string[];
	readonly takes: readonly Flag[];
	readonly help: string;
	readonly more?: string;
}

const PLACE = ['in', 'day', 'since', 'until', 'actor'] as const;

/** The program without a command. */
export const READER: CommandRow = {
	operand: '[PATH…]',
	operands: 'paths',
	takes: [...PLACE, 'format', 'plain', 'json', 'fresh', 'readOnly', 'watch', 'archive'],
	help: 'read the news (in a pipe: the digest as text)',
};

export const COMMANDS = {
	digest: {
		operand: '',
		operands: 'paths',
		takes: [...PLACE, 'format', 'plain', 'json'],
		help: 'print the digest',
	},
	quotes: {
		operand: '[WORDS]',
		operands: 'words',
		takes: [...PLACE, 'plain', 'json'],
		help: 'find quotations, best first, typos forgiven',
	},
	actors: { operand: '', operands: 'paths', takes: [...PLACE, 'plain', 'json'], help: 'who is in the news' },
	days: {
		operand: '',
		operands: 'paths',
		takes: [...PLACE, 'plain', 'json'],
		help: 'which days are told of',
	},
	articles: {
		operand: '',
		operands: 'paths',
		takes: [...PLACE, 'plain', 'json'],
		help: 'which articles were read',
	},
	export: {
		operand: '[--jsonl]',
		operands: 'paths',
		takes: [...PLACE, 'json', 'jsonl', 'opml'],
		help: 'everything as JSON; with --opml your feeds',
		more: 'The JSON is of the schema quotidian/1. The list is OPML 2.0, which other feed readers take; addresses stand in it without passwords.',
	},
	explain: {
		operand: 'ARTICLE',
		operands: 'paths',
		takes: ['in', 'actor', 'json'],
		help: 'every finding, with the rule that made it',
		more: 'The article is called by its file name, a part of it, its id, or - for standard input.',
	},
	corrections: {
		operand: '',
		operands: 'paths',
		takes: ['in', 'json'],
		help: 'what each line of your corrections does',
		more: 'Your decisions about names and stories, line by line: what each joins or keeps apart in the articles read, or why it does nothing, a misspelt name with the one it may mean. The exit code is 1 when a line cannot be understood, and when there is none.',
	},
	add: {
		operand: 'URL|FILE…',
		operands: 'paths',
		takes: [],
		help: 'follow feeds, by their address or that of a page',
		more: 'Of a page the first feed is taken that it names. A FILE is a saved feed or page that says where it comes from.',
	},
	import: {
		operand: 'FILE…',
		operands: 'paths',
		takes: [],
		help: 'follow the feeds of a list: OPML, or urls of newsboat',
		more: 'Folders of OPML become tags. Lines of urls that are a query, a filter or a program are told and left out: no program in a list is ever run.',
	},
	pull: {
		operand: '[FEED…]',
		operands: 'feeds',
		takes: ['since', 'quiet'],
		help: 'fetch what is new in your feeds into your library',
		more: 'All that are due; or those whose address, title or tag has the words given, due or not. --since leaves older articles where they are. The exit code is 1 when a feed failed; the others are read all the same.',
	},
	index: {
		operand: '[PATH…]',
		operands: 'paths',
		takes: ['in', 'archive', 'watch', 'quiet'],
		help: 'bring an archive on PostgreSQL up to date',
		more: 'Everything that changed goes there at once or not at all; with --watch it goes on looking. What is read is kept on this machine too, so that the next time only what has changed is read.',
	},
	archive: {
		operand: 'ACTION',
		operands: ['init', 'migrate', 'status', 'check'],
		takes: ['archive', 'dryRun', 'json'],
		help: 'init, migrate, status or check of that archive',
		more: 'init makes the tables, migrate brings those of an older version up to date (--dry-run prints the SQL of both), status tells how much is there and since when, check counts everything anew; its exit code is 1 when something is wrong.',
	},
	config: {
		operand: '[init]',
		operands: ['init'],
		takes: [],
		help: 'print the settings there are; with init, write them into your file',
	},
	paths: {
		operand: '',
		operands: 'none',
		takes: ['json'],
		help: 'where your own files are',
	},
	completions: {
		operand: 'SHELL',
		operands: ['bash', 'zsh', 'fish'],
		takes: [],
		help: 'what lets bash, zsh or fish complete all this',
	},
} as const satisfies Readonly<Record<string, CommandRow>>;

export type CommandName = keyof typeof COMMANDS;

/** Commands that show what articles tell; the others speak of the program and of the reader's own files. */
export type NewsCommand = Exclude<
	CommandName,
	'corrections' | 'add' | 'import' | 'pull' | 'index' | 'archive' | 'config' | 'paths' | 'completions'
>;

/** What the exit codes say. */
export const EXITS: readonly (readonly [number, string])[] = [
	[0, 'fine'],
	[1, 'nothing found, or a path or a feed failed'],
	[2, 'wrong use'],
	[130, 'broken off with ^C'],
];
