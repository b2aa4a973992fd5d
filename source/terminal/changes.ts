/** The least that turns one frame into the next, every way to get there weighed by its bytes. Pure. */
import { CERTAIN, linkAt, linkCodes, ofBlank, type Row, type Style, styleCodes } from './cells.ts';

/** Where the terminal's pen is; -1 when that is not known. */
interface At {
	readonly row: number;
	readonly column: number;
}

const NOWHERE: At = { row: -1, column: -1 };
/** Blanks at the end of a line are erased, not written, when there are so many. */
const ERASE = 4;

/**
 * What to write so that a terminal that shows `before` shows `after`; '' when nothing differs. The first move is
 * absolute, the style is none before and after, nothing is cleared but blanks, no line feed is sent (the system may turn
 * it into something else), and no character is ever written into the last column without a move after it that tells the column.
 * `before` null: whatever is there.
 */
export function changes(before: readonly Row[] | null, after: readonly Row[]): string {
	const pen = penAt(NOWHERE);
	for (const [at, row] of after.entries()) {
		const old = before?.[at];
		if (old !== row) paintRow(pen, old ?? null, row, at);
	}
	pen.lift();
	return pen.written();
}

interface Pen {
	readonly written: () => string;
	/** Without a style and a link. */
	readonly lift: () => void;
	readonly move: (row: Row, to: At) => void;
	/** Writes the cluster that begins in a cell; how many columns it takes. */
	readonly cell: (row: Row, column: number) => number;
	/** Makes so many cells blank, and stays; to the end of the line when they reach it. */
	readonly erase: (row: Row, count: number) => void;
	/** What `move` would write. */
	readonly way: (row: Row, from: At, to: At) => string;
	readonly at: () => At;
}

function penAt(start: At): Pen {
	let written = '';
	let at = start;
	let style: Style = 0;
	let link = '';

	function turn(nextStyle: Style, nextLink: string): void {
		written += linkCodes(link, nextLink) + styleCodes(style, nextStyle);
		style = nextStyle;
		link = nextLink;
	}

	/** Whether a style that is on may stay on for a cell: it is the cell's own, or nothing of it shows on a blank. */
	function carries({ texts, styles }: Row, column: number): boolean {
		if (styles[column] === style) return true;
		return texts[column] === ' ' && styles[column] === 0 && ofBlank(style) === 0;
	}

	/** From column to column of one row: a code, or what stands between, written again. */
	function across(row: Row, from: number, to: number): string {
		const by = to - from;
		if (by === 0) return '';
		if (to === 0) return '\r';
		const column = `\x1b[${to + 1}G`;
		if (by < 0) return shortest('\b'.repeat(-by), `\x1b[${-by}D`, column);
		const code = shortest(by === 1 ? '\x1b[C' : `\x1b[${by}C`, column);
		if (by > code.length) return code;
		let between = '';
		for (let over = from; over < to; over++) {
			const text = row.texts[over]!;
			if (!carries(row, over) || !CERTAIN.test(text) || linkAt(row, over) !== link) return code;
			between += text;
		}
		return bytesOf(between) <= code.length ? between : code;
	}

	function way(row: Row, from: At, to: At): string {
		const absolute = place(to);
		const down = to.row - from.row;
		if (from.row < 0 || down < 0) return absolute;
		// A new line is one letter behind the escape, whatever the system makes of line feeds.
		const anew = '\x1bE'.repeat(Math.min(down, 4)) + across(row, 0, to.column);
		if (from.column < 0) return down > 0 ? shortest(anew, absolute) : absolute;
		if (down === 0) return shortest(across(row, from.column, to.column), absolute);
		const straight = (down === 1 ? '\x1b[B' : `\x1b[${down}B`) + across(row, from.column, to.column);
		return down > 4 ? shortest(straight, absolute) : shortest(anew, straight, absolute);
	}

	return {
		written: () => written,
		at: () => at,
		lift: () => turn(0, ''),
		way,
		move(row, to) {
			written += way(row, at, to);
			at = to;
		},
		cell(row, column) {
			turn(carries(row, column) ? style : row.styles[column]!, linkAt(row, column));
			const text = row.texts[column]!;
			written += text;
			const width = row.texts[column + 1] === '' ? 2 : 1;
			const next = column + width;
			// Behind a doubtful cluster, and behind the last column, only a code tells where the pen is.
			at = { row: at.row, column: next >= row.texts.length || !CERTAIN.test(text) ? -1 : next };
			return width;
		},
		erase(row, count) {
			turn(ofBlank(style) === 0 ? style : 0, '');
			written += at.column + count >= row.texts.length ? '\x1b[K' : `\x1b[${count}X`;
		},
	};
}

function paintRow(pen: Pen, old: Row | null, row: Row, at: number): void {
	const { texts } = row;
	const columns = texts.length;
	// Where the terminal may count otherwise, what stands on the row is not what we think: all of it again.
	const whole = old === null || old.doubtful || row.doubtful || old.texts.length !== columns;
	const same = (column: number) =>
		!whole &&
		old.texts[column] === texts[column] &&
		old.styles[column] === row.styles[column] &&
		linkAt(old, column) === linkAt(row, column);
	const blank = (column: number) =>
		texts[column] === ' ' && row.styles[column] === 0 && linkAt(row, column) === '';
	let last = columns - 1;
	while (last >= 0 && same(last)) last--;
	for (let column = 0; column <= last; ) {
		if (same(column)) {
			column++;
			continue;
		}
		// Behind a wide character there is nothing of its own to write: it starts where the character does.
		while (texts[column] === '' && column > 0) column--;
		pen.move(row, { row: at, column });
		if (!blank(column)) {
			column += pen.cell(row, column);
			continue;
		}
		let end = column;
		// Behind the last that must change.
		let needed = column;
		for (; end < columns && blank(end); end++) if (!same(end)) needed = end + 1;
		if (end === columns && (whole || needed - column >= ERASE)) {
			pen.erase(row, columns - column);
			return;
		}
		// A move that is needed in any case costs no more from here.
		let next = needed;
		while (next <= last && same(next)) next++;
		const onward = (from: number) =>
			next > last ? 0 : bytesOf(pen.way(row, { row: at, column: from }, { row: at, column: next }));
		const count = needed - column;
		if (`\x1b[${count}X`.length + onward(column) < count + onward(needed)) pen.erase(row, count);
		else for (let over = column; over < needed; over++) pen.cell(row, over);
		column = needed;
	}
}

function place({ row, column }: At): string {
	return column === 0 ? (row === 0 ? '\x1b[H' : `\x1b[${row + 1}H`) : `\x1b[${row + 1};${column + 1}H`;
}

function shortest(...ways: readonly string[]): string {
	return ways.reduce((best, way) => (bytesOf(way) < bytesOf(best) ? way : best));
}

function bytesOf(text: string): number {
	let bytes = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
	}
	return bytes;
}
