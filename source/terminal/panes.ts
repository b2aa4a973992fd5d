/** Which screens are drawn and where: the way the reader came, and what would follow from the item under the bar. */
import type { Place } from '../archive/archive.ts';
import { freshTexts, standingOf, type Texts } from '../archive/read.ts';
import { daysOf, listOf, rowAt } from './held.ts';
import { linksOf } from './links.ts';
import { itemsOf } from './sheets.ts';
import type { Screen, ScreenOf, State } from './state.ts';
import { atStart, topOf, trailOf } from './state.ts';

export interface Box {
	readonly columns: number;
	readonly rows: number;
}

/** Columns of a pane that the margin takes: the bar and a space. */
export const MARGIN = 2;
/** Between panes: a blank, a rule, a blank. */
export const RULE = 3;
/** Right of the last pane. */
const EDGE = 1;

/** The window without the title above and the bottom line. */
export function bodyRows({ size }: State): number {
	return Math.max(1, size.rows - headRows(size.rows) - footRows(size.rows));
}

/** The title line, and a blank below where there is room for one. */
export function headRows(rows: number): number {
	return rows >= 16 ? 2 : rows >= 2 ? 1 : 0;
}

/** The bottom line, and a blank above where there is room for one. */
export function footRows(rows: number): number {
	return rows >= 20 ? 2 : rows >= 3 ? 1 : 0;
}

export interface Pane extends Box {
	readonly screen: Screen;
	readonly left: number;
	readonly focused: boolean;
}

/** One pane under 100 columns, two from there, three from 160. */
export function paneCount(columns: number): number {
	return columns < 100 ? 1 : columns < 160 ? 2 : 3;
}

/** Widths of so many panes, the rules between them apart. */
function paneWidths(columns: number, count: number, grid = false): number[] {
	// Text that runs into the window's edge looks cut off.
	const room = columns - (count - 1) * RULE - (columns >= 40 ? EDGE : 0);
	// A grid has use for every column that a list can spare.
	const share = count === 1 ? 1 : count === 2 ? (grid ? 0.58 : 0.48) : grid ? 0.4 : 0.31;
	const first = Math.floor(room * share);
	if (count === 1) return [first];
	if (count === 2) return [first, room - first];
	const second = Math.floor((room - first) / 2);
	return [first, second, room - first - second];
}

/** The way here and what would follow from it, cut to what the window shows: the pane that takes the keys is among them. */
export function panesOf(state: State, settle: (state: State, screen: Screen, box: Box) => Screen): Pane[] {
	const count = paneCount(state.size.columns);
	const rows = bodyRows(state);
	const trail = trailOf(state);
	const focus = trail.length - 1;
	// A pane is settled at its own width, which is known only when all are; what follows hangs on the cursor alone, and
	// the cursor not on the width.
	const any = { columns: paneWidths(state.size.columns, count).at(-1)!, rows };
	const chain = [...trail, ...(state.behind ?? [])];
	while (state.behind === null && chain.length < trail.length + count - 1) {
		const next = previewOf(state, settle(state, chain.at(-1)!, any));
		if (!next) break;
		chain.push(next);
	}
	const before = count === 3 && focus > 0 ? 1 : 0;
	const start = Math.max(0, Math.min(focus - before, chain.length - count));
	const shown = chain.slice(start, start + count);
	const widths = paneWidths(state.size.columns, shown.length, shown[0]?.kind === 'grid');
	let left = 0;
	return shown.map((screen, at) => {
		const box = { columns: widths[at]!, rows };
		const pane = { ...box, left, focused: start + at === focus, screen: settle(state, screen, box) };
		left += box.columns + RULE;
		return pane;
	});
}

/** What the item under the cursor would open; null when there is nothing to open. */
export function previewOf(state: State, screen: Screen): Screen | null {
	const { place, cursor } = screen;
	const standing = atStart(place);
	switch (screen.kind) {
		case 'digest': {
			const row = rowAt(state, { ...listOf(screen), list: 'stories' }, cursor);
			return row ? storyScreen(state, place, row.story.id, row.texts) : null;
		}
		case 'quotes': {
			const row = rowAt(state, { ...listOf(screen), list: 'quotations' }, cursor);
			return row ? articleScreen(place, row.article.id, row.quotation.spans) : null;
		}
		case 'articles': {
			const row = rowAt(state, { ...listOf(screen), list: 'articles' }, cursor);
			return row ? articleScreen(place, row.article.id, []) : null;
		}
		case 'story': {
			// What an item leads to does not hang on the width.
			const lead = itemsOf(state, screen, 80)?.[cursor]?.lead;
			if (!lead) return null;
			return lead.to === 'article'
				? articleScreen(place, lead.id, lead.focus)
				: { ...standing, kind: 'quotes', place: { ...place, actor: lead.id }, words: '', filter: '' };
		}
		case 'grid': {
			const cell = cellPlace(state, screen);
			return cell ? { ...standing, kind: 'quotes', place: cell, words: '', filter: '' } : null;
		}
		case 'links': {
			const link = linksOf(state, screen)?.[cursor];
			return link ? articleScreen(place, link.article.id, []) : null;
		}
		case 'article':
		case 'problems':
		case 'help':
			return null;
	}
}

/** A story, opened: what came in since it was read is still told of when it has been read again. */
export function storyScreen(state: State, place: Place, id: string, texts: Texts): ScreenOf<'story'> {
	const grown = standingOf(texts, state.read) === 'new';
	const fresh = grown ? freshTexts(texts, state.read).flat() : [];
	return { ...atStart(place), kind: 'story', id, fresh };
}

export function articleScreen(
	place: Place,
	id: string,
	focus: ScreenOf<'article'>['focus'],
): ScreenOf<'article'> {
	return { ...atStart(place), kind: 'article', id, focus, toFocus: true, leftOut: false };
}

/** The place that the cell under the grid's cursor stands for. */
export function cellPlace(state: State, screen: ScreenOf<'grid'>): Place | null {
	const row = rowAt(state, { ...listOf(screen), list: 'actors' }, screen.cursor);
	const day = daysOf(state)[screen.column ?? -1];
	return row && day !== undefined ? { actor: row.actor.id, day } : null;
}

/** Where the reader stands: the place of the screen that takes the keys. */
export function placeOf(state: State): Place {
	return topOf(state).place;
}
