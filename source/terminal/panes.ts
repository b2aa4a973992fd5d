/** Which screens are drawn and where: the way the reader came, and what would follow from the item under the bar. */
import type { Place } from '../archive/archive.ts';
import { daysOf, listOf, rowAt } from './held.ts';
import { itemsOf } from './sheets.ts';
import type { Screen, ScreenOf, State } from './state.ts';
import { topOf, trailOf } from './state.ts';

export interface Box {
	readonly columns: number;
	readonly rows: number;
}

/** Columns of a pane that the margin takes: the bar and a space. */
export const MARGIN = 2;
/** Between panes: a blank, a rule, a blank. */
export const RULE = 3;

/** The window without the title above and the bottom line. */
export function bodyRows({ size }: State): number {
	return Math.max(1, size.rows - headRows(size.rows) - (size.rows >= 3 ? 1 : 0));
}

/** The title line, and a blank below where there is room for one. */
export function headRows(rows: number): number {
	return rows >= 16 ? 2 : rows >= 2 ? 1 : 0;
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

/** Widths of the panes, the rules between them apart. An only pane has the window. */
function paneWidths(columns: number): number[] {
	const count = paneCount(columns);
	const room = columns - (count - 1) * RULE;
	if (count === 1) return [room];
	if (count === 2) return [Math.floor(room * 0.48), room - Math.floor(room * 0.48)];
	const first = Math.floor(room * 0.31);
	const second = Math.floor((room - first) / 2);
	return [first, second, room - first - second];
}

/** The way here and what would follow from it, cut to what the window shows: the pane that takes the keys is among them. */
export function panesOf(state: State, settle: (state: State, screen: Screen, box: Box) => Screen): Pane[] {
	const widths = paneWidths(state.size.columns);
	const rows = bodyRows(state);
	const trail = trailOf(state);
	const chain = [...trail];
	// A pane is settled at its own width, and its width depends on where it stands: previews all look alike, so the
	// widths of the first preview are near enough to find what follows.
	while (chain.length < trail.length + widths.length - 1) {
		const last = chain.at(-1)!;
		const next = previewOf(state, settle(state, last, { columns: widths.at(-1)!, rows }));
		if (!next) break;
		chain.push(next);
	}
	const focus = trail.length - 1;
	const before = widths.length === 3 && focus > 0 ? 1 : 0;
	const start = Math.max(0, Math.min(focus - before, chain.length - widths.length));
	const shown = chain.slice(start, start + widths.length);
	const fitted = fillWidths(widths, shown.length, state.size.columns);
	let left = 0;
	return shown.map((screen, at) => {
		const box = { columns: fitted[at]!, rows };
		const pane = { ...box, left, focused: start + at === focus, screen: settle(state, screen, box) };
		left += box.columns + RULE;
		return pane;
	});
}

/** Fewer panes than there is room for: the last takes what is left. */
function fillWidths(widths: readonly number[], count: number, columns: number): number[] {
	const kept = widths.slice(0, count);
	const used = kept.slice(0, -1).reduce((sum, width) => sum + width + RULE, 0);
	return [...kept.slice(0, -1), columns - used];
}

/** What the item under the cursor would open; null when there is nothing to open. */
export function previewOf(state: State, screen: Screen): Screen | null {
	const { place, cursor } = screen;
	const standing = { place, cursor: 0, top: 0 };
	switch (screen.kind) {
		case 'digest': {
			const row = rowAt(state, { ...listOf(screen), list: 'stories' }, cursor);
			return row ? { ...standing, kind: 'story', id: row.story.id } : null;
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
				: { ...standing, kind: 'quotes', place: { ...place, actor: lead.id }, words: '' };
		}
		case 'grid': {
			const cell = cellPlace(state, screen);
			return cell ? { ...standing, kind: 'quotes', place: cell, words: '' } : null;
		}
		case 'article':
		case 'problems':
		case 'help':
			return null;
	}
}

export function articleScreen(
	place: Place,
	id: string,
	focus: ScreenOf<'article'>['focus'],
): ScreenOf<'article'> {
	return { kind: 'article', place, cursor: 0, top: 0, id, focus, seek: true, leftOut: false };
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
