/** Brings a screen into order for the window it is drawn in: cursor inside the list, the cursor in sight. Pure. */

import { daysOf, listOf, runOf } from './held.ts';
import { type Box, MARGIN } from './panes.ts';
import { linesOf, sheetOf } from './sheets.ts';
import type { Screen, ScreenOf, State } from './state.ts';
import { lineOf } from './views/article.ts';
import { gridShape } from './views/grid.ts';
import { settled } from './views/sheet.ts';

export function settle(state: State, screen: Screen, box: Box): Screen {
	if (screen.kind === 'article') return settleArticle(state, screen, box);
	if (screen.kind === 'grid') return settleGrid(state, screen, box);
	const sheet = sheetOf(state, screen, box.columns - MARGIN);
	return sheet ? { ...screen, ...settled(sheet, screen, box.rows) } : screen;
}

function settleArticle(state: State, screen: ScreenOf<'article'>, box: Box): Screen {
	const lines = linesOf(state, screen, box.columns - MARGIN);
	if (!lines) return screen;
	const most = Math.max(0, lines.length - box.rows);
	let top = screen.top;
	if (screen.seek && screen.focus.length > 0) {
		const first = lineOf(lines, screen.focus);
		const last = lines.findLastIndex(
			(line) => line.start < (screen.focus.at(-1)?.end ?? 0) && line.start >= 0,
		);
		const inSight = first >= top && last < top + box.rows;
		if (first >= 0 && !inSight) top = first - Math.floor(box.rows / 3);
	}
	return { ...screen, seek: false, top: Math.max(0, Math.min(most, top)) };
}

function settleGrid(state: State, screen: ScreenOf<'grid'>, box: Box): Screen {
	const run = runOf(state, { ...listOf(screen), list: 'actors' });
	const days = daysOf(state);
	if (!run || days.length === 0) return screen;
	const sought = screen.seek === null ? -1 : run.rows.findIndex(({ key }) => key === screen.seek);
	const cursor = Math.max(0, Math.min(run.total - 1, sought >= 0 ? run.first + sought : screen.cursor));
	const column = Math.max(0, Math.min(days.length - 1, screen.column ?? startColumn(days, screen)));
	const { rows, columns } = gridShape(state, box);
	return {
		...screen,
		cursor,
		column,
		seek: sought >= 0 ? null : screen.seek,
		top: windowTop(cursor, screen.top, rows, run.total),
		left: windowTop(column, screen.left, columns, days.length),
	};
}

function startColumn(days: readonly (string | null)[], { place }: Screen): number {
	const at = place.day === 'all' ? -1 : days.indexOf(place.day);
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
