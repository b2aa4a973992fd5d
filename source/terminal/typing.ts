/** The query while it is typed: a line editor of one line, whose text is searched at every key. Pure. */

import { safeLine } from '../safe.ts';
import { clusters } from '../width.ts';
import { resifted } from './held.ts';
import type { Action } from './keys.ts';
import { atStart, rootScreen, type State, topOf, trailOf, withTop, withTrail } from './state.ts';
import { slipWords } from './views/bottom.ts';

export type Edit = Extract<
	Action,
	| 'accept'
	| 'cancel'
	| 'erase'
	| 'eraseWord'
	| 'eraseAll'
	| 'caretLeft'
	| 'caretRight'
	| 'caretStart'
	| 'caretEnd'
>;

/** As long as a search looks at. */
const LONGEST = 1000;

/** Opens a search, over the keys where those are shown, else over the quotations of where the reader stands. */
export function started(state: State): State {
	const trail = trailOf(state);
	const top = topOf(state);
	if (top.kind === 'help') return opened(state, 'keys', top.words);
	if (top.kind === 'quotes') return opened(state, 'search', top.words);
	const searched = withTrail(state, [...trail, rootScreen('quotes', top.place)]);
	return opened(searched, 'search', '', trail);
}

/** Opens the filter of a list. */
export function startedFilter(state: State): State {
	const top = topOf(state);
	return 'filter' in top ? opened(state, 'filter', top.filter) : state;
}

type Typing = NonNullable<State['typing']>;

function opened(state: State, what: Typing['for'], text: string, before = trailOf(state)): State {
	return { ...state, mode: 'type', typing: { for: what, text, caret: text.length, before } };
}

/** Puts text in at the caret. */
export function typed(state: State, text: string): State {
	const { typing } = state;
	// A paste may hold line feeds and worse; a query is one line of what can be shown.
	const added = text === ' ' ? ' ' : safeLine(` ${text} `);
	if (!typing || added === '' || typing.text.length + added.length > LONGEST) return state;
	const { text: before, caret } = typing;
	return withQuery(state, before.slice(0, caret) + added + before.slice(caret), caret + added.length);
}

export function edited(state: State, edit: Edit): State {
	const { typing } = state;
	if (!typing) return state;
	const { text, caret, before } = typing;
	const erasedTo = (start: number) => withQuery(state, text.slice(0, start) + text.slice(caret), start);
	const caretAt = (at: number): State => ({ ...state, typing: { ...typing, caret: at } });
	switch (edit) {
		case 'accept': {
			const done: State = { ...state, mode: 'browse', typing: null };
			if (typing.for === 'search' && text.trim() === '') return withTrail(done, before);
			return { ...done, message: slipWords(typing) };
		}
		case 'cancel':
			return withTrail({ ...state, mode: 'browse', typing: null }, before);
		case 'erase':
			// Erasing out of an empty query leaves it, as in vim.
			return text === '' ? edited(state, 'cancel') : erasedTo(clusterBefore(text, caret));
		case 'eraseWord':
			return erasedTo(text.slice(0, caret).trimEnd().lastIndexOf(' ') + 1);
		case 'eraseAll':
			return erasedTo(0);
		case 'caretLeft':
			return caretAt(clusterBefore(text, caret));
		case 'caretRight':
			return caretAt(Math.min(text.length, caret + ([...clusters(text.slice(caret))][0]?.length ?? 0)));
		case 'caretStart':
			return caretAt(0);
		case 'caretEnd':
			return caretAt(text.length);
	}
}

function clusterBefore(text: string, caret: number): number {
	return caret - ([...clusters(text.slice(0, caret))].at(-1)?.length ?? 0);
}

function withQuery(state: State, text: string, caret: number): State {
	const { typing } = state;
	const top = topOf(state);
	if (!typing) return state;
	const typed = { ...state, typing: { ...typing, text, caret } };
	if (typing.for === 'filter' && 'filter' in top)
		return withTop(resifted(typed), { ...top, ...atStart(top.place), filter: text });
	if (typing.for !== 'filter' && 'words' in top)
		return withTop(typed, { ...top, ...atStart(top.place), words: text });
	return state;
}
