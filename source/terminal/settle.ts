/** Brings a screen into order for the window it is drawn in: cursor inside the list, the cursor in sight. Pure. */

import { daysOf, isList, type ListScreen, listOf, runOf } from './held.ts';
import { type Box, MARGIN } from './panes.ts';
import { itemsOf, linesOf, sheetOf } from './sheets.ts';
import type { Screen, ScreenOf, State } from './state.ts';
import { lineOf } from './views/article.ts';
import { gridShape } from './views/grid.ts';
import { settled } from './views/sheet.ts';

export function settle(state: State, screen: Screen, box: Box): Screen {
	if (screen.kind === 'article') return settleArticle(state, screen, box);
	if (screen.kind === 'grid') return settleGrid(state, screen, box);
	const sheet = sheetOf(state, screen, box.columns - MARGIN);
	if (!sheet) return screen;
	const there = isList(screen)
		? sought(state, screen)
		: screen.kind === 'story'
			? soughtItem(state, screen)
			: screen;
	// What is not there yet cannot be brought into order: it would lose how it stood.
	return there.seek === null ? { ...there, ...settled(sheet, there, box.rows) } : there;
}

/** Rows that must be loaded above the one sought, or the page could not stand as it stood. */
const ABOVE = 40;

/** The list with its cursor at the row that it seeks, when that is loaded with what stands above it. */
function sought<List extends ListScreen>(state: State, screen: List): List {
	const { seek } = screen;
	const run = seek === null ? null : runOf(state, listOf(screen));
	const at = run?.rows.findIndex(({ key }) => key === seek) ?? -1;
	return run && at >= 0 && (at >= ABOVE || run.first === 0) ? movedTo(screen, run.first + at) : screen;
}

/** A row that is not among the items any more is no longer sought: the cursor stays at its number. */
function soughtItem(state: State, screen: ScreenOf<'story'>): ScreenOf<'story'> {
	const items = screen.seek === null ? null : itemsOf(state, screen, 80);
	if (!items) return screen;
	const at = items.findIndex(({ key }) => key === screen.seek);
	return at >= 0 ? movedTo(screen, at) : { ...screen, seek: null };
}

function movedTo<Of extends Screen>(screen: Of, cursor: number): Of {
	return { ...screen, cursor, top: Math.max(0, cursor - (screen.cursor - screen.top)), seek: null };
}

function settleArticle(state: State, screen: ScreenOf<'article'>, box: Box): Screen {
	const lines = linesOf(state, screen, box.columns - MARGIN);
	if (!lines) return screen;
	const most = Math.max(0, lines.length - box.rows);
	const sought = screen.seek === null ? -1 : lines.findIndex(({ start }) => start >= Number(screen.seek));
	let top = sought >= 0 ? sought : screen.top;
	if (screen.toFocus && screen.focus.length > 0) {
		const first = lineOf(lines, screen.focus);
		const last = lines.findLastIndex(
			(line) => line.start < (screen.focus.at(-1)?.end ?? 0) && line.start >= 0,
		);
		const inSight = first >= top && last < top + box.rows;
		if (first >= 0 && !inSight) top = first - Math.floor(box.rows / 3);
	}
	return { ...screen, seek: null, toFocus: false, top: Math.max(0, Math.min(most, top)) };
}

function settleGrid(state: State, unsettled: ScreenOf<'grid'>, box: Box): Screen {
	const screen = sought(state, unsettled);
	const run = runOf(state, { ...listOf(screen), list: 'actors' });
	const days = daysOf(state);
	if (!run || days.length === 0 || screen.seek !== null) return screen;
	const cursor = Math.max(0, Math.min(run.total - 1, screen.cursor));
	const column = Math.max(0, Math.min(days.length - 1, screen.column ?? startColumn(days, screen)));
	const { rows, columns } = gridShape(state, box);
	return {
		...screen,
		cursor,
		column,
		seekDay: null,
		top: windowTop(cursor, screen.top, rows, run.total),
		left: windowTop(column, screen.left, columns, days.length),
	};
}

function startColumn(days: readonly (string | null)[], { place, seekDay }: ScreenOf<'grid'>): number {
	const day = seekDay ? seekDay.day : place.day;
	const at = day === 'all' ? -1 : days.indexOf(day);
	return at >= 0 ? at : days.findLastIndex((day) => day !== null);
}

/** A window of `shown` rows over `total`, moved by half of itself when the cursor leaves it. */
function windowTop(cursor: number, top: number, shown: number, total: number): number {
	const half = Math.floor(shown / 2);
	let first = top;
	if (cursor < first) first = cursor - half;
	else if (cursor >= first + shown) first = cursor - half + 1;
	return Math.max(0, Math.min(first, total - shown, cursor));
}
