/** Movement inside a screen: of the bar, of the page, from quotation to quotation. Pure. */
import { articleOf, listOf, rowAt } from './held.ts';
import type { Action } from './keys.ts';
import { own } from './lines.ts';
import { articleScreen, type Box, MARGIN, panesOf } from './panes.ts';
import { settle } from './settle.ts';
import { itemsOf, linesOf, sheetOf } from './sheets.ts';
import { type Screen, type ScreenOf, type State, topOf, trailOf, withTop, withTrail } from './state.ts';
import { itemAway } from './views/sheet.ts';

export type Move = Extract<
	Action,
	'down' | 'up' | 'left' | 'right' | 'halfDown' | 'halfUp' | 'pageDown' | 'pageUp' | 'first' | 'last'
>;

/** Beyond any list: settling brings it back to the last row. */
const END = Number.MAX_SAFE_INTEGER;

function boxOf(state: State): Box {
	return panesOf(state, settle).find(({ focused }) => focused)!;
}

export function moved(state: State, screen: Screen, move: Move): Screen {
	const box = boxOf(state);
	if (screen.kind === 'article') return { ...screen, top: target(screen.top, move, (lines) => lines, box) };
	if (screen.kind === 'grid') return inGrid(screen, move, box);
	const sheet = sheetOf(state, screen, box.columns - MARGIN);
	if (!sheet) return screen;
	const away = (lines: number) =>
		Math.abs(lines) === 1 ? lines : itemAway(sheet, screen.cursor, lines) - screen.cursor;
	return { ...screen, cursor: Math.min(target(screen.cursor, move, away, box), (sheet.total ?? 1) - 1) };
}

/** Where a move leads from `at`; `away` turns lines into steps. */
function target(at: number, move: Move, away: (lines: number) => number, { rows }: Box): number {
	const half = Math.max(1, Math.floor(rows / 2));
	const page = Math.max(1, rows - 1);
	switch (move) {
		case 'down':
			return at + away(1);
		case 'up':
			return Math.max(0, at + away(-1));
		case 'halfDown':
			return at + away(half);
		case 'halfUp':
			return Math.max(0, at + away(-half));
		case 'pageDown':
			return at + away(page);
		case 'pageUp':
			return Math.max(0, at + away(-page));
		case 'first':
			return 0;
		case 'last':
			return END;
		case 'left':
		case 'right':
			return at;
	}
}

function inGrid(screen: ScreenOf<'grid'>, move: Move, box: Box): Screen {
	const column = screen.column ?? 0;
	if (move === 'left') return { ...screen, column: Math.max(0, column - 1) };
	if (move === 'right') return { ...screen, column: column + 1 };
	return { ...screen, cursor: target(screen.cursor, move, (lines) => lines, box) };
}

/** To the next match, quotation or part of a story (the one before, when `step` is -1). */
export function toNext(state: State, step: 1 | -1): State {
	const trail = trailOf(state);
	const top = topOf(state);
	switch (top.kind) {
		case 'quotes':
			return withTop(state, moved(state, top, step > 0 ? 'down' : 'up'));
		case 'story':
			return withTop(state, { ...top, cursor: partBeside(state, top, step) });
		case 'article': {
			const parent = trail.at(-2);
			if (parent?.kind === 'quotes') return alongResults(state, parent, top, step);
			return withTop(state, inArticle(state, top, step));
		}
		case 'digest':
		case 'grid':
		case 'articles':
		case 'links':
		case 'problems':
		case 'help':
			return state;
	}
}

/** The next result of the list that the article was opened from, opened in its place. */
function alongResults(
	state: State,
	list: ScreenOf<'quotes'>,
	article: ScreenOf<'article'>,
	step: number,
): State {
	const cursor = list.cursor + step;
	const row = cursor < 0 ? null : rowAt(state, { ...listOf(list), list: 'quotations' }, cursor);
	if (!row) return { ...state, message: own(step > 0 ? 'the last one' : 'the first one') };
	const same = row.article.id === article.id;
	const next = articleScreen(article.place, row.article.id, row.quotation.spans);
	return withTrail(state, [
		...trailOf(state).slice(0, -2),
		{ ...list, cursor },
		{ ...next, leftOut: article.leftOut, top: same ? article.top : 0 },
	]);
}

function inArticle(state: State, screen: ScreenOf<'article'>, step: number): ScreenOf<'article'> {
	const page = articleOf(state, screen.id)?.article;
	const lines = linesOf(state, screen, boxOf(state).columns - MARGIN);
	if (!page || !lines) return screen;
	const spans = page.quotations.map(({ quotation }) => quotation.spans).filter((all) => all.length > 0);
	const here =
		screen.focus[0]?.start ?? (lines.slice(screen.top).find(({ start }) => start >= 0)?.start ?? 0) - 1;
	const focus =
		step > 0 ? spans.find((all) => all[0]!.start > here) : spans.findLast((all) => all[0]!.start < here);
	return focus ? { ...screen, focus, toFocus: true } : screen;
}

function partBeside(state: State, screen: ScreenOf<'story'>, step: number): number {
	const items = itemsOf(state, screen, boxOf(state).columns - MARGIN) ?? [];
	const starts = items.flatMap(({ part }, at) => (items[at - 1]?.part === part ? [] : [at]));
	const next =
		step > 0 ? starts.find((at) => at > screen.cursor) : starts.findLast((at) => at < screen.cursor);
	return next ?? screen.cursor;
}

/** Shows what the reading leaves out, or hides it, and keeps the text under the reader's eyes where it is. */
export function toLeftOut(state: State): State {
	const top = topOf(state);
	if (top.kind !== 'article') return state;
	if ((articleOf(state, top.id)?.article?.removed.length ?? 0) === 0)
		return { ...state, message: own('nothing is left out of this article') };
	const columns = boxOf(state).columns - MARGIN;
	const other = { ...top, leftOut: !top.leftOut };
	const before = linesOf(state, top, columns) ?? [];
	const after = linesOf(state, other, columns) ?? [];
	const seen = before.findIndex(({ start }, at) => at >= top.top && start >= 0);
	const at = after.findIndex(({ start }) => start >= (before[seen]?.start ?? 0));
	return withTop(state, { ...other, top: top.top === 0 ? 0 : Math.max(0, at - (seen - top.top)) });
}
