/** Who said how much on which day: actors down, days across. Days without a quotation are not shown. */
import { safeLine } from '../../safe.ts';
import type { Day } from '../../types.ts';
import { pad } from '../../width.ts';
import { countWords, longDay } from '../../wording.ts';
import { daysOf, listOf, rowAt, runOf } from '../held.ts';
import { clipLine, dotted, type Line, own, type Piece, piece, type Role, space, spread } from '../lines.ts';
import { type Box, cellPlace, MARGIN } from '../panes.ts';
import { sheetOf } from '../sheets.ts';
import { atStart, type ScreenOf, type State } from '../state.ts';
import { itemAt, type SheetLine } from './sheet.ts';

/** A blank and two columns of glyph. */
const CELL = 3;
const HEAD = 2;
const NAME_MOST = 24;
const NAME_LEAST = 8;

/** How much was said, at least so many quotations: a height that reads without colour too. */
const LEVELS: readonly { readonly from: number; readonly glyph: string; readonly role: Role }[] = [
	{ from: 5, glyph: '██', role: 'high' },
	{ from: 3, glyph: '▆▆', role: 'high' },
	{ from: 2, glyph: '▄▄', role: 'middle' },
	{ from: 1, glyph: '▂▂', role: 'low' },
	{ from: 0, glyph: ' ·', role: 'quiet' },
];

export interface GridShape {
	/** Actors and days shown. */
	readonly rows: number;
	readonly columns: number;
	readonly names: number;
	/** Lines below for what the cell under the cursor holds; none where a pane beside shows it. */
	readonly preview: number;
}

export function gridShape(state: State, box: Box): GridShape {
	const width = box.columns - 2;
	const names = Math.max(NAME_LEAST, Math.min(NAME_MOST, Math.floor(width * 0.4)));
	const beside = state.size.columns >= 100;
	const preview = beside ? 0 : box.rows >= 18 ? 9 : box.rows >= 9 ? 4 : 0;
	return {
		rows: Math.max(1, box.rows - HEAD - preview - (preview > 0 ? 1 : 0)),
		columns: Math.max(1, Math.floor((width - names - 4) / CELL)),
		names,
		preview,
	};
}

/** null when there is nobody to show. */
export function gridLines(state: State, screen: ScreenOf<'grid'>, box: Box): SheetLine[] | null {
	const run = runOf(state, { ...listOf(screen), list: 'actors' });
	const shape = gridShape(state, box);
	const days = daysOf(state);
	if (!run) return [];
	if (run.total === 0) return null;
	const shown = days.slice(screen.left, screen.left + shape.columns);
	const lines: SheetLine[] = headLines(days, screen, shown, shape, box.columns - MARGIN).map((line) => ({
		line,
		marked: false,
	}));
	const counts = countsOf(state);
	for (let at = screen.top; at < Math.min(run.total, screen.top + shape.rows); at++) {
		const row = rowAt(state, { ...listOf(screen), list: 'actors' }, at);
		const here = at === screen.cursor;
		const name = row ? safeLine(row.actor.name) : own('…');
		const cells = shown.map((day, column) =>
			cellPiece(
				row ? (counts.get(`${row.key} ${day}`) ?? 0) : 0,
				here && screen.left + column === screen.column,
			),
		);
		const total = row ? String(row.quotations) : '';
		lines.push({
			line: [
				...spread([piece(name, here ? 'speaker' : 'name')], [piece(own(total), 'quiet')], shape.names),
				space(1),
				...cells.flat(),
			],
			marked: here,
		});
	}
	if (shape.preview > 0) {
		while (lines.length < HEAD + Math.min(shape.rows, run.total)) lines.push({ line: [], marked: false });
		lines.push(
			{ line: [], marked: false },
			...previewLines(state, screen, box, shape).map((line) => ({ line, marked: false })),
		);
	}
	return lines;
}

function cellPiece(count: number, here: boolean): Piece[] {
	const level = LEVELS.find(({ from }) => count >= from)!;
	// Inverse for the cursor, with the number: it says more than a height and needs no colour.
	if (here) return [space(1), piece(pad(own(count > 99 ? '99' : String(count).padStart(2)), 2), 'selected')];
	return [space(1), piece(own(level.glyph), level.role)];
}

/** A gap of so many days is shown: a weekend without news is nothing to remark on. */
const GAP = 4;

/** Months above, days of the month below; an ellipsis where days without news were left out. */
function headLines(
	days: readonly (Day | null)[],
	screen: ScreenOf<'grid'>,
	shown: readonly (Day | null)[],
	{ names }: GridShape,
	columns: number,
): Line[] {
	const numbers: Piece[] = [space(names + 1)];
	for (const [at, day] of shown.entries()) {
		const before = days[screen.left + at - 1] ?? null;
		const skipped = day !== null && before !== null && daysApart(before, day) >= GAP;
		const role: Role = screen.left + at === screen.column ? 'strong' : 'quiet';
		const number = day === null ? ' –' : String(Number(day.slice(8))).padStart(2);
		numbers.push(piece(own(skipped ? '…' : ' '), 'quiet'), piece(own(number), role));
	}
	return [[space(names + 2), piece(own(monthsOf(shown, columns - names - 2)), 'quiet')], numbers];
}

const UNDATED = 'undated';

/** "Mar 2025" over the columns of its days, "Mar" where they are few, nothing where the one before leaves no blank. */
function monthsOf(shown: readonly (Day | null)[], columns: number): string {
	const months: { readonly name: string; count: number }[] = [];
	for (const day of shown) {
		const name = day === null ? UNDATED : longDay(day).split(' ').slice(-2).join(' ');
		const last = months.at(-1);
		if (last?.name === name) last.count++;
		else months.push({ name, count: 1 });
	}
	let line = '';
	let start = 0;
	for (const [at, { name, count }] of months.entries()) {
		const room = count * CELL;
		const last = at === months.length - 1;
		// The last may run on: nothing stands to its right. None may touch the one before.
		const fits = (label: string) =>
			(label.length <= room || (last && start + label.length <= columns)) &&
			(line === '' || line.length < start);
		const label = [name, name === UNDATED ? 'no day' : name.split(' ')[0]!].find(fits);
		if (label !== undefined) line = line.padEnd(start) + label;
		start += room;
	}
	return line;
}

function daysApart(first: Day, second: Day): number {
	return (Date.parse(second) - Date.parse(first)) / 86_400_000;
}

/** Everything counted that is held, by actor and day. */
function countsOf(state: State): Map<string, number> {
	const counts = new Map<string, number>();
	for (const held of state.held.values())
		if (held.what === 'cells')
			for (const { actor, day, quotations } of held.cells) counts.set(`${actor} ${day}`, quotations);
	return counts;
}

/** Who and when, and the first words of what they said. */
function previewLines(state: State, screen: ScreenOf<'grid'>, box: Box, { preview }: GridShape): Line[] {
	const place = cellPlace(state, screen);
	if (!place || place.day === 'all') return [];
	const width = box.columns - 2;
	const row = rowAt(state, { ...listOf(screen), list: 'actors' }, screen.cursor);
	const cell: ScreenOf<'quotes'> = { ...atStart(place), kind: 'quotes', words: '', filter: '' };
	const run = runOf(state, { ...listOf(cell), list: 'quotations' });
	const title = dotted([
		row ? piece(safeLine(row.actor.name), 'speaker') : null,
		piece(longDay(place.day), place.day === null ? 'doubt' : 'plain'),
		run ? piece(countWords(run.total, 'quotation'), 'quiet') : null,
	]);
	const sheet = sheetOf(state, cell, width);
	const lines: Line[] = [clipLine(title, width)];
	for (let at = 0; at < (run?.total ?? 0) && sheet && lines.length < preview; at++) {
		if (at > 0) lines.push([]);
		// Without the line that says who: the title does.
		lines.push(...itemAt(sheet, at).lines.slice(1));
	}
	return lines.slice(0, preview);
}
