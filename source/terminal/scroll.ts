/**
 * A page that moved by some lines is moved by the terminal itself: eleven bytes for what would be a whole page to write.
 * Only whole rows can be moved, so it serves where one pane has the window. Pure.
 */
import { type Row, rowOf } from './cells.ts';

/** Moves that are looked for, in lines, up or down. */
const FURTHEST = 40;
/** Rows that must be spared the writing. */
const WORTH = 3;

export interface Scrolled {
	/** What tells the terminal to move. */
	readonly codes: string;
	/** What it shows then. */
	readonly rows: readonly Row[];
}

/** The move that spares the most rows, if one is worth it. Rows are compared by identity: the same line is the same row. */
export function scrolled(before: readonly Row[], after: readonly Row[]): Scrolled | null {
	if (before.length !== after.length) return null;
	let best = { by: 0, first: 0, end: 0, spared: WORTH - 1 };
	for (let by = -FURTHEST; by <= FURTHEST; by++) {
		if (by === 0) continue;
		for (let first = 0; first < after.length; ) {
			let end = first;
			let spared = 0;
			while (end < after.length && before[end + by] === after[end]) {
				if (before[end] !== after[end]) spared++;
				end++;
			}
			if (spared > best.spared) best = { by, first, end, spared };
			first = end + 1;
		}
	}
	const { by, first, end } = best;
	if (by === 0) return null;
	const top = Math.min(first, first + by);
	const bottom = Math.max(end, end + by);
	const blank = rowOf('', before[0]!.texts.length);
	const rows = before.map((row, at) => {
		if (at < top || at >= bottom) return row;
		const from = at + by;
		return from >= top && from < bottom ? before[from]! : blank;
	});
	const lines = Math.abs(by);
	return {
		codes: `\x1b[${top + 1};${bottom}r\x1b[${lines === 1 ? '' : lines}${by > 0 ? 'S' : 'T'}\x1b[r`,
		rows,
	};
}
