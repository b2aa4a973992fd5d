/**
 * Every key, once: what it does, where it is valid, and what help says of it. Input, footer and help read this table as
 * the reader's settings left it (`rebound.ts`), the README and the manual as it stands.
 */
import type { Mode, ScreenKind } from './state.ts';

export type Action =
	| 'down'
	| 'up'
	| 'left'
	| 'right'
	| 'halfDown'
	| 'halfUp'
	| 'pageDown'
	| 'pageUp'
	| 'first'
	| 'last'
	| 'open'
	| 'back'
	| 'close'
	| 'next'
	| 'previous'
	| 'pane'
	| 'dayBefore'
	| 'dayAfter'
	| 'actorBefore'
	| 'actorAfter'
	| 'everything'
	| 'digest'
	| 'quotes'
	| 'grid'
	| 'articles'
	| 'search'
	| 'wide'
	| 'filter'
	| 'markRead'
	| 'markDay'
	| 'undo'
	| 'nextUnread'
	| 'previousUnread'
	| 'leftOut'
	| 'copyWords'
	| 'copySource'
	| 'follow'
	| 'links'
	| 'problems'
	| 'help'
	| 'redraw'
	| 'suspend'
	| 'quit'
	| 'interrupt'
	// While something is typed:
	| 'accept'
	| 'cancel'
	| 'erase'
	| 'eraseWord'
	| 'eraseAll'
	| 'caretLeft'
	| 'caretRight'
	| 'caretStart'
	| 'caretEnd'
	// When it asks:
	| 'yes'
	| 'no';

export type Part =
	| 'Read'
	| 'Read marks'
	| 'Move'
	| 'Place'
	| 'Views'
	| 'Screen'
	| 'While you type'
	| 'When it asks';

export interface KeyRow {
	/** Names as `keyboard.ts` gives them; the first is the one shown. */
	readonly keys: readonly string[];
	readonly action: Action;
	readonly mode: Mode;
	/** Heading in the help. */
	readonly part: Part;
	/** Screens where it does something; everywhere when left out. */
	readonly on?: readonly ScreenKind[];
	readonly help: string;
	/** A word or two for the bottom line; not shown there when left out. */
	readonly hint?: string;
	/** The action whose key the bottom line shows beside this one, where a pair is told together. */
	readonly pair?: Action;
}

/** Screens with a bar that can be opened; that can be filtered; on the way through the stories; that stand at a place; with parts or matches to go through; with words to copy; that one comes to from another. */
const LISTS: readonly ScreenKind[] = ['digest', 'story', 'quotes', 'articles', 'links'];
const LINKED: readonly ScreenKind[] = ['digest', 'story', 'quotes', 'articles', 'article'];
const SIFTED: readonly ScreenKind[] = ['digest', 'quotes', 'grid', 'articles'];
const STORIES: readonly ScreenKind[] = ['digest', 'story', 'article'];
const PLACED: readonly ScreenKind[] = ['digest', 'quotes', 'grid', 'articles', 'story', 'article'];
const MARKED: readonly ScreenKind[] = ['digest', 'story'];
const PARTED: readonly ScreenKind[] = ['quotes', 'story', 'article'];
const COPIED: readonly ScreenKind[] = ['quotes', 'articles', 'story', 'article', 'links'];
const OPENED: readonly ScreenKind[] = ['story', 'article', 'links', 'problems', 'help'];

const PARTS: readonly { part: Part; mode: Mode; rows: readonly Omit<KeyRow, 'part' | 'mode'>[] }[] = [
	{
		part: 'Read',
		mode: 'browse',
		rows: [
			{
				keys: ['enter', 'l', 'right'],
				action: 'open',
				on: LISTS,
				help: 'open what the bar stands at',
				hint: 'open',
			},
			{ keys: ['enter'], action: 'open', on: ['grid'], help: 'open the cell of the grid', hint: 'open' },
			{
				keys: ['/'],
				action: 'search',
				help: 'search the quotations, typos and all, from:OUTLET by:ACTOR on:DAY; among the keys, a key',
				hint: 'search',
			},
			{
				keys: ['w'],
				action: 'wide',
				on: ['quotes'],
				help: 'search all days, where an archive of very many looks through the newest; and back',
				hint: 'all days',
			},
			{
				keys: ['f'],
				action: 'filter',
				on: SIFTED,
				help: 'show only what has these words, typos and all, in the grid whose names; from:OUTLET by:ACTOR on:DAY unread; ! before one for its contrary',
				hint: 'filter',
			},
			{
				keys: ['n'],
				action: 'next',
				on: PARTED,
				help: 'next match or quotation; next part of a story',
				hint: 'next',
			},
			{ keys: ['N', 'p'], action: 'previous', on: PARTED, help: 'the match, quotation or part before' },
			{
				keys: ['x'],
				action: 'leftOut',
				on: ['article'],
				help: 'show or hide what the reading leaves out',
				hint: 'left out',
			},
			{
				keys: ['y'],
				action: 'copyWords',
				on: COPIED,
				help: 'copy the quotation with speaker, day and source',
				hint: 'copy',
			},
			{ keys: ['Y'], action: 'copySource', on: COPIED, help: 'copy its source' },
			{
				keys: ['o'],
				action: 'follow',
				on: COPIED,
				help: 'open its address in the browser; over SSH, copy it',
			},
			{ keys: ['u'], action: 'links', on: LINKED, help: 'the addresses of the articles on the screen' },
			{ keys: ['esc'], action: 'back', help: 'back to where you came from; out of a filter or a search' },
			{ keys: ['h', 'left'], action: 'back', on: OPENED, help: 'the same' },
			{ keys: ['q'], action: 'close', help: 'back; from a first screen, leave' },
		],
	},
	{
		part: 'Place',
		mode: 'browse',
		rows: [
			{ keys: ['['], action: 'dayBefore', on: PLACED, help: 'the day before', hint: 'day', pair: 'dayAfter' },
			{ keys: [']'], action: 'dayAfter', on: PLACED, help: 'the day after' },
			{
				keys: ['{'],
				action: 'actorBefore',
				on: PLACED,
				help: 'the actor before',
				hint: 'actor',
				pair: 'actorAfter',
			},
			{ keys: ['}'], action: 'actorAfter', on: PLACED, help: 'the actor after' },
			{ keys: ['0'], action: 'everything', on: PLACED, help: 'back to all days and everyone' },
		],
	},
	{
		part: 'Views',
		mode: 'browse',
		rows: [
			{ keys: ['1'], action: 'digest', help: 'Digest: the stories' },
			{ keys: ['2'], action: 'quotes', help: 'Quotes: who said what' },
			{ keys: ['3'], action: 'grid', help: 'Grid: actors by days' },
			{ keys: ['4'], action: 'articles', help: 'Articles: the sources themselves' },
			{ keys: ['tab'], action: 'pane', help: 'to the pane on the right; from the last, to the first' },
			{ keys: ['!'], action: 'problems', help: 'problems: file, line and reason' },
			{ keys: ['?'], action: 'help', help: 'these keys', hint: 'help' },
		],
	},
	{
		part: 'Read marks',
		mode: 'browse',
		rows: [
			{
				keys: ['>'],
				action: 'nextUnread',
				on: STORIES,
				help: 'the next story not read yet',
				hint: 'unread',
			},
			{ keys: ['<'], action: 'previousUnread', on: STORIES, help: 'the unread story before' },
			{
				keys: ['m'],
				action: 'markRead',
				on: MARKED,
				help: 'mark the story read, or unread; opening it does so too',
			},
			{ keys: ['M'], action: 'markDay', on: MARKED, help: 'mark all stories of this place read; asks first' },
			{ keys: ['U'], action: 'undo', on: STORIES, help: 'take the last mark back' },
		],
	},
	{
		part: 'Move',
		mode: 'browse',
		rows: [
			{ keys: ['j', 'down'], action: 'down', help: 'down' },
			{ keys: ['k', 'up'], action: 'up', help: 'up' },
			{ keys: ['h', 'left'], action: 'left', on: ['grid'], help: 'in the grid, a day earlier' },
			{ keys: ['l', 'right'], action: 'right', on: ['grid'], help: 'in the grid, a day later' },
			{ keys: ['g', 'home'], action: 'first', help: 'to the start' },
			{ keys: ['G', 'end'], action: 'last', help: 'to the end' },
			{ keys: ['^D'], action: 'halfDown', help: 'half a page down' },
			{ keys: ['^U'], action: 'halfUp', help: 'half a page up' },
			{ keys: ['space', 'pagedown', '^F'], action: 'pageDown', help: 'a page down' },
			{ keys: ['b', 'pageup', '^B'], action: 'pageUp', help: 'a page up' },
		],
	},
	{
		part: 'Screen',
		mode: 'browse',
		rows: [
			{ keys: ['^L'], action: 'redraw', help: 'draw the screen anew' },
			{ keys: ['^Z'], action: 'suspend', help: 'to the shell; fg comes back' },
			{ keys: ['Q'], action: 'quit', help: 'leave at once' },
			{ keys: ['^C'], action: 'interrupt', help: 'the same, as a command that was broken off' },
		],
	},
	{
		part: 'While you type',
		mode: 'type',
		rows: [
			{ keys: ['enter'], action: 'accept', help: 'keep what was found and walk it', hint: 'keep' },
			{
				keys: ['tab'],
				action: 'wide',
				on: ['quotes'],
				help: 'search all days, or the newest again',
				hint: 'all days',
			},
			{ keys: ['down', '^N'], action: 'down', help: 'the next result', hint: 'next' },
			{ keys: ['up', '^P'], action: 'up', help: 'the result before' },
			{ keys: ['esc'], action: 'cancel', help: 'leave it as it was', hint: 'cancel' },
			{ keys: ['backspace', '^H'], action: 'erase', help: 'erase a character' },
			{ keys: ['^W'], action: 'eraseWord', help: 'erase a word' },
			{ keys: ['^U'], action: 'eraseAll', help: 'erase all before the cursor' },
			{ keys: ['left'], action: 'caretLeft', help: 'a character left' },
			{ keys: ['right'], action: 'caretRight', help: 'a character right' },
			{ keys: ['^A', 'home'], action: 'caretStart', help: 'to the start' },
			{ keys: ['^E', 'end'], action: 'caretEnd', help: 'to the end' },
			{ keys: ['^L'], action: 'redraw', help: 'draw the screen anew' },
			{ keys: ['^Z'], action: 'suspend', help: 'to the shell; fg comes back' },
			{ keys: ['^C'], action: 'interrupt', help: 'leave at once' },
		],
	},
	{
		part: 'When it asks',
		mode: 'ask',
		rows: [
			{ keys: ['y'], action: 'yes', help: 'yes', hint: 'yes' },
			{ keys: ['n', 'esc'], action: 'no', help: 'no, and so does any other key', hint: 'no' },
			{ keys: ['^L'], action: 'redraw', help: 'draw the screen anew' },
			{ keys: ['^Z'], action: 'suspend', help: 'to the shell; fg comes back' },
			{ keys: ['^C'], action: 'interrupt', help: 'leave at once' },
		],
	},
];

export const KEYS: readonly KeyRow[] = PARTS.flatMap(({ part, mode, rows }) =>
	rows.map((row) => ({ ...row, part, mode })),
);

/** The row a key means on a screen; null when it means nothing there. */
export function rowFor(table: readonly KeyRow[], key: string, mode: Mode, on: ScreenKind): KeyRow | null {
	return (
		table.find((row) => row.mode === mode && row.keys.includes(key) && (row.on?.includes(on) ?? true)) ?? null
	);
}

/** The key of an action as a reader knows it; null when the table gives it none. */
export function keyFor(table: readonly KeyRow[], action: Action): string | null {
	const key = table.find((row) => row.mode === 'browse' && row.action === action)?.keys[0];
	return key === undefined ? null : keyWords(key);
}

const SHOWN: Readonly<Record<string, string>> = {
	enter: 'Enter',
	esc: 'Esc',
	tab: 'Tab',
	space: 'Space',
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	backspace: 'Backspace',
};

/** A key as a reader knows it. */
export function keyWords(key: string): string {
	return SHOWN[key] ?? key;
}
