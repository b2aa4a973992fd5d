/** The state as lines: exactly as many as the window has rows, none wider than the window. */
import { clipLine, EMPTY, fitLine, type Line, own, piece, space } from './lines.ts';
import { bodyRows, footRows, headRows, MARGIN, type Pane, panesOf } from './panes.ts';
import { settle } from './settle.ts';
import { linesOf, sheetOf } from './sheets.ts';
import type { State } from './state.ts';
import { overlaps } from './views/article.ts';
import { bottomLine } from './views/bottom.ts';
import { emptyLines, failureAt } from './views/empty.ts';
import { gridLines } from './views/grid.ts';
import { type SheetLine, sheetLines } from './views/sheet.ts';
import { titleLine } from './views/title.ts';

export function pictureOf(state: State): Line[] {
	const { columns, rows } = state.size;
	const panes = panesOf(state, settle);
	const focused = panes.find((pane) => pane.focused)!;
	const head = headRows(rows);
	const lines: Line[] = [];
	if (head > 0) lines.push(titleLine(state, focused));
	if (head > 1) lines.push(EMPTY);
	for (const line of bodyLines(state, panes)) lines.push(line);
	if (footRows(rows) > 1) lines.push(EMPTY);
	if (footRows(rows) > 0) lines.push(bottomLine(state));
	return lines.slice(0, rows).map((line) => clipLine(line, columns));
}

function bodyLines(state: State, panes: readonly Pane[]): Line[] {
	const drawn = panes.map((pane) => paneLines(state, pane));
	return Array.from({ length: bodyRows(state) }, (_, row) =>
		panes.flatMap((pane, at): Line => {
			const line = drawn[at]![row] ?? EMPTY;
			if (at === panes.length - 1) return clipLine(line, pane.columns);
			return [...fitLine(line, pane.columns), space(1), piece(own('│'), 'quiet'), space(1)];
		}),
	);
}

/** The pane's lines, each behind its margin: the bar, or a blank. */
function paneLines(state: State, pane: Pane): Line[] {
	return contents(state, pane).map(({ line, marked }) =>
		line.length === 0 && !marked
			? EMPTY
			: [marked ? piece(own('▌ '), pane.focused ? 'bar' : 'quiet') : space(MARGIN), ...line],
	);
}

function contents(state: State, pane: Pane): readonly SheetLine[] {
	const { screen, columns, rows, focused } = pane;
	const width = columns - MARGIN;
	if (failureAt(state, screen)) return unmarked(emptyLines(state, screen, width));
	if (screen.kind === 'grid') {
		const lines = gridLines(state, screen, pane);
		return lines ?? unmarked(emptyLines(state, screen, width));
	}
	if (screen.kind === 'article') {
		const lines = linesOf(state, screen, width);
		if (lines?.length === 0) return unmarked(emptyLines(state, screen, width));
		return (lines ?? [])
			.slice(screen.top, screen.top + rows)
			.map((line) => ({ line: line.line, marked: overlaps(line, screen.focus) }));
	}
	const sheet = sheetOf(state, screen, width);
	if (!sheet) return [];
	// A pane that only shows what would open has no bar; one on the way here keeps it.
	const cursor = focused || pane.left === 0 ? screen.cursor : null;
	return sheetLines(sheet, { cursor, top: screen.top }, rows);
}

function unmarked(lines: readonly Line[]): SheetLine[] {
	return lines.map((line) => ({ line, marked: false }));
}
