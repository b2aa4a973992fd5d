/** The reader's settings: what stands in their file, what is wrong with it, and the file they start from. Pure. */
import { KEYS, type KeyRow } from '../terminal/keys.ts';
import { actionsOf, type Binding, rebound } from '../terminal/rebound.ts';
import { THEME_NAMES, type ThemeName } from '../terminal/style.ts';
import type { Problem } from '../types.ts';
import { nearestOf } from './arguments.ts';
import { type Entry, entriesOf, type Slip } from './toml.ts';

export interface Settings {
	readonly theme: 'auto' | ThemeName;
	/** Text instead of a screen. */
	readonly plain: boolean;
	/** What is read when nothing is named. */
	readonly paths: readonly string[];
	/** An archive on a server that is read when no paths are named; null without one. */
	readonly archive: string | null;
	/** How those who are asked for feeds can reach the reader; null when they are not to. */
	readonly contact: string | null;
	readonly keys: readonly KeyRow[];
}

export const DEFAULTS: Settings = {
	theme: 'auto',
	plain: false,
	paths: [],
	archive: null,
	contact: null,
	keys: KEYS,
};

const THEMES = ['auto', ...THEME_NAMES] as const;
const SETTINGS = ['theme', 'plain', 'paths', 'archive', 'contact'];

/** What may stand in a header, and is no end of the brackets around it. */
const CONTACT = /^[!-'*-[\]-~]{3,200}$/;

/** `absolute` gives the path that is meant, null where it hangs on the current folder. Never throws: what cannot be understood is told, with its line, and is as if it were not there. */
export function parseSettings(
	file: string,
	text: string,
	absolute: (path: string) => string | null,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
	const { entries, slips: unread } = entriesOf(text);
	const slips: Slip[] = [...unread];
	const bindings: Binding[] = [];
	const seen = new Map<string, number>();
	let settings = DEFAULTS;
	for (const entry of entries) {
		const { section, name, value, line } = entry;
		if (section === 'keys') {
			if (typeof value === 'boolean') slips.push({ line, message: `${name} wants a key or a list of keys` });
			else bindings.push({ action: name, keys: typeof value === 'string' ? [value] : value, line });
			continue;
		}
		const before = seen.get(name);
		const read =
			section !== ''
				? unknownWords(section, name)
				: before
					? `${name} stands in line ${before} already`
					: setting(entry, absolute);
		if (typeof read === 'string') slips.push({ line, message: read });
		else {
			settings = { ...settings, ...read };
			seen.set(name, line);
		}
	}
	const { table, slips: ofKeys } = rebound(KEYS, bindings);
	return {
		settings: { ...settings, keys: table },
		problems: [...slips, ...ofKeys]
			.sort((a, b) => a.line - b.line)
			.map(({ line, message }) => ({ file, line, stage: 'settings', message })),
	};
}

/** What an entry sets; a string says what is wrong with it. */
function setting(
	{ name, value }: Entry,
	absolute: (path: string) => string | null,
): Partial<Settings> | string {
	switch (name) {
		case 'theme': {
			const theme = THEMES.find((one) => one === value);
			return theme ? { theme } : `theme is one of ${THEMES.join(', ')}`;
		}
		case 'plain':
			return typeof value === 'boolean' ? { plain: value } : 'plain is true or false';
		case 'paths': {
			if (typeof value === 'boolean') return 'paths wants a path or a list of paths';
			const named = typeof value === 'string' ? [value] : value;
			const wrong = named.find((path) => absolute(path) === null);
			if (wrong !== undefined) return `“${wrong}” begins neither with / nor with ~/`;
			return { paths: named.map((path) => absolute(path)!) };
		}
		case 'archive':
			return typeof value === 'string' && /^postgres(?:ql)?:\/\//.test(value)
				? { archive: value }
				: 'archive is an address: postgres://USER@HOST/DATABASE';
		case 'contact':
			return typeof value === 'string' && CONTACT.test(value)
				? { contact: value }
				: 'contact is an address, of mail or of a page';
		default:
			return unknownWords('', name);
	}
}

function unknownWords(section: string, name: string): string {
	if (section !== '') return `[${section}] is no section; [keys] is the only one`;
	const near =
		nearestOf(SETTINGS, name) ?? (actionsOf(KEYS).some((action) => action === name) ? '[keys]' : null);
	if (near === '[keys]') return `${name} stands below [keys]`;
	return `${name} is no setting${near ? `; did you mean ${near}?` : `; these are: ${SETTINGS.join(', ')}`}`;
}

/** The file with every setting as it is without one, commented out. */
export function settingsFile(): string {
	const actions = actionsOf(KEYS).map((action) => {
		const rows = KEYS.filter((row) => row.mode === 'browse' && row.action === action);
		const keys = [...new Set(rows.flatMap((row) => row.keys))].map((key) => JSON.stringify(key));
		const line = `# ${action} = [${keys.join(', ')}]`;
		return `${line.padEnd(44)}# ${rows[0]!.help}`;
	});
	return `# Settings of quotidian. Take the # away from a line to change it; what is left out is as it stands here.
# A line that cannot be understood is told among the problems, and the others hold.

# Colours for a dark or a light background, or none; auto asks COLORFGBG, and takes dark where it says nothing.
# theme = "auto"

# Text instead of a screen, as --plain gives it.
# plain = false

# Files and folders that are read when none are named, before ./articles and the library.
# paths = ["~/news"]

# An archive on PostgreSQL that is read when no paths are named. The password best stands in ~/.pgpass.
# archive = "postgres://reader@db.example.org/news"

# How those whose feeds are fetched can reach you: an address of mail or of a page, told to every server. None is
# told without it.
# contact = "me@example.org"

# What each key does in the reader. A list replaces the keys of an action, [] takes them all away. Keys are characters,
# ^A to ^Z, and enter esc tab backtab space backspace delete up down left right pageup pagedown home end. While
# something is typed the keys are those of every command line, and ^C always leaves.
[keys]
${actions.join('\n')}
`;
}
