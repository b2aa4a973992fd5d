/** The table of keys with the reader's own: their settings call an action by its name and give it other keys. Pure. */
import { type Action, type KeyRow, keyWords } from './keys.ts';
import type { ScreenKind } from './state.ts';

export interface Binding {
	readonly action: string;
	/** As written; none takes the action's keys away. */
	readonly keys: readonly string[];
	/** Where it is written. */
	readonly line: number;
}

export interface Rebound {
	readonly table: readonly KeyRow[];
	readonly slips: readonly { readonly line: number; readonly message: string }[];
}

/** Always leaves, whatever the settings say: nobody is to be shut in. */
const FIXED: readonly Action[] = ['interrupt'];

/** Keys that have a name, beside the characters and ^A to ^Z. */
const NAMED = [
	...['enter', 'esc', 'tab', 'backtab', 'space', 'backspace', 'delete'],
	...['up', 'down', 'left', 'right', 'pageup', 'pagedown', 'home', 'end'],
];

/** Control characters that are keys of another name. */
const OTHERWISE: Readonly<Record<string, string>> = { '^I': 'tab', '^J': 'enter', '^M': 'enter' };

/** The key that is meant, as `keyboard.ts` names it; null when there is none of the name. */
export function keyNamed(words: string): string | null {
	if (words === ' ') return 'space';
	if (/^\^[a-z]$/i.test(words)) return OTHERWISE[words.toUpperCase()] ?? words.toUpperCase();
	const name = words.toLowerCase();
	const named = NAMED.find((key) => key === name || keyWords(key).toLowerCase() === name);
	if (named !== undefined) return named;
	return /^[^\p{C}\p{Z}\p{M}]$/u.test(words) ? words : null;
}

/** Actions that can be given keys: all but those of the line that is typed and of questions. */
export function actionsOf(table: readonly KeyRow[]): readonly Action[] {
	const found = table.filter(({ mode, action }) => mode === 'browse' && !FIXED.includes(action));
	return [...new Set(found.map(({ action }) => action))];
}

/**
 * The table with the bindings in it, and what is wrong with them. Of two that want one key on one screen the first has
 * it; against the table as it was the reader's word holds, and what lost its key by it is told, unless the settings say
 * something of that action too.
 */
export function rebound(table: readonly KeyRow[], bindings: readonly Binding[]): Rebound {
	const { bound, slips } = understood(table, bindings);
	let rows = table.map((row) => {
		const own = row.mode === 'browse' ? bound.get(row.action) : undefined;
		return own ? { ...row, keys: keysOf(row, own.keys, table) } : row;
	});
	for (const [action, { line }] of bound) {
		const mine = rows.filter((row) => row.mode === 'browse' && row.action === action);
		const lost = new Map<Action, Set<string>>();
		rows = rows.map((row) => {
			if (row.mode !== 'browse' || row.action === action) return row;
			const taken = row.keys.filter((key) =>
				mine.some(({ keys, on }) => keys.includes(key) && meets(on, row.on)),
			);
			if (taken.length > 0) lost.set(row.action, new Set([...(lost.get(row.action) ?? []), ...taken]));
			return { ...row, keys: row.keys.filter((key) => !taken.includes(key)) };
		});
		for (const [loser, keys] of lost) {
			const names = [...keys].map(keyWords).join(' ');
			const other = bound.get(loser);
			const keyless = rows.every(
				(row) => row.mode !== 'browse' || row.action !== loser || row.keys.length === 0,
			);
			const rest = keyless ? `; ${loser} has no key now` : '';
			const message = other
				? `${names} is ${action} since line ${line}, not ${loser}${rest}`
				: `${names} was ${loser} and is ${action} now${rest}`;
			slips.push({ line: other?.line ?? line, message });
		}
	}
	return { table: withoutTwins(rows), slips: slips.sort((a, b) => a.line - b.line) };
}

interface Bound {
	readonly keys: readonly string[];
	readonly line: number;
}

/** The bindings that make sense, in the order of their lines, and what is wrong with the others. */
function understood(table: readonly KeyRow[], bindings: readonly Binding[]) {
	const slips: { readonly line: number; readonly message: string }[] = [];
	const bound = new Map<Action, Bound>();
	const actions = actionsOf(table);
	const fixed = table
		.filter(({ mode, action }) => mode === 'browse' && FIXED.includes(action))
		.flatMap(({ keys }) => keys);
	for (const { action: name, keys, line } of bindings) {
		const slip = (message: string) => slips.push({ line, message });
		const action = actions.find((one) => one === name);
		const before = action && bound.get(action);
		if (action === undefined)
			slip(`${name} is no action that can be given keys; quotidian config lists them`);
		else if (before) slip(`${name} has its keys from line ${before.line}; this line is left out`);
		else {
			const known: string[] = [];
			for (const words of keys) {
				const key = keyNamed(words);
				if (key === null) slip(`“${words}” is no key (${name})`);
				else if (fixed.includes(key)) slip(`${keyWords(key)} always leaves; it cannot be ${name}`);
				else if (!known.includes(key)) known.push(key);
			}
			// A line of nothing but mistakes takes nothing away.
			if (known.length > 0 || keys.length === 0) bound.set(action, { keys: known, line });
		}
	}
	return { bound, slips };
}

/**
 * An action may stand in several rows, each with keys of its own for its screens (Enter and l open a row, but in the
 * grid only Enter does): of the keys wanted a row takes those it had and those that are new to all.
 */
function keysOf(row: KeyRow, wanted: readonly string[], table: readonly KeyRow[]): readonly string[] {
	if (wanted.length === 0) return [];
	const known = new Set(
		table
			.filter(({ mode, action }) => mode === 'browse' && action === row.action)
			.flatMap(({ keys }) => keys),
	);
	const fitting = wanted.filter((key) => row.keys.includes(key) || !known.has(key));
	return fitting.length > 0 ? fitting : row.keys;
}

function meets(some: readonly ScreenKind[] | undefined, others: readonly ScreenKind[] | undefined): boolean {
	return some === undefined || others === undefined || some.some((screen) => others.includes(screen));
}

/** Without keys that an earlier row of the same action has on all screens already. */
function withoutTwins(rows: readonly KeyRow[]): KeyRow[] {
	return rows.map((row, at) => {
		const before = rows
			.slice(0, at)
			.filter(({ mode, action, on }) => mode === row.mode && action === row.action && on === undefined)
			.flatMap(({ keys }) => keys);
		return { ...row, keys: row.keys.filter((key) => !before.includes(key)) };
	});
}
