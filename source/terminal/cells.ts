/** Frames as cells, and the least that turns one frame into the next. Pure. */
import { clusters, columnsOf } from '../width.ts';

/** A style as a number: attributes in the low bits, colours above, 0 for none. */
export type Style = number;

const BOLD = 1;
const DIM = 2;
const ITALIC = 4;
const UNDERLINE = 8;
const INVERSE = 16;
/** Colours are kept as 1..16, so that 0 is the terminal's own. */
const FOREGROUND = 8;
const BACKGROUND = 13;

const SET: Readonly<Record<number, Style>> = { 1: BOLD, 2: DIM, 3: ITALIC, 4: UNDERLINE, 7: INVERSE };
const UNSET: Readonly<Record<number, Style>> = { 22: BOLD | DIM, 23: ITALIC, 24: UNDERLINE, 27: INVERSE };

/** A row of cells: the cluster that begins in each ('' behind a wide one), and its style. */
export interface Row {
	readonly texts: readonly string[];
	readonly styles: readonly Style[];
	/** Where each leads, as OSC 8 takes it ('' nowhere); null when none does. */
	readonly links: readonly string[] | null;
	/** Whether a terminal may count the columns of something here otherwise than we do. */
	readonly doubtful: boolean;
}

const CODES = /\x1b\[([\d;]*)m|\x1b\]8;([^\x1b]*)\x1b\\/g;
/** What every terminal draws in one column, or (East Asian letters and signs) in two. */
const CERTAIN =
	/^[ -~\u00a1-\u02ff\u0370-\u0373\u0376-\u0377\u0384-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2500-\u25ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]$/;

/** A line with codes of style and of links and nothing else, as cells, cut or filled to `columns`. */
export function rowOf(line: string, columns: number): Row {
	const texts: string[] = [];
	const styles: Style[] = [];
	const links: string[] = [];
	let link = '';
	let doubtful = false;
	let style: Style = 0;
	let from = 0;
	const write = (part: string) => {
		for (const cluster of clusters(part)) {
			const width = columnsOf(cluster);
			if (width === 0 || texts.length + width > columns) continue;
			if (!CERTAIN.test(cluster)) doubtful = true;
			texts.push(cluster);
			styles.push(cluster === ' ' ? ofBlank(style) : style);
			links.push(link);
			if (width === 2) {
				texts.push('');
				styles.push(style);
				links.push(link);
			}
		}
	};
	for (const match of line.matchAll(CODES)) {
		write(line.slice(from, match.index));
		if (match[1] !== undefined) style = styled(style, match[1]);
		else link = match[2] === ';' ? '' : match[2]!;
		from = match.index + match[0].length;
	}
	write(line.slice(from));
	while (texts.length < columns) {
		texts.push(' ');
		styles.push(0);
		links.push('');
	}
	return { texts, styles, links: links.some((one) => one !== '') ? links : null, doubtful };
}

/** What is seen of a style on a blank: neither weight nor slant, and no ink unless it is inverse. */
function ofBlank(style: Style): Style {
	return style & INVERSE
		? style
		: style & (UNDERLINE | (31 << BACKGROUND) | (style & UNDERLINE ? 31 << FOREGROUND : 0));
}

function styled(style: Style, codes: string): Style {
	let now = style;
	for (const code of codes.split(';').map(Number)) {
		if (code === 0) now = 0;
		else if (SET[code]) now |= SET[code];
		else if (UNSET[code]) now &= ~UNSET[code];
		else if (code >= 30 && code <= 37) now = coloured(now, FOREGROUND, code - 29);
		else if (code >= 90 && code <= 97) now = coloured(now, FOREGROUND, code - 81);
		else if (code === 39) now = coloured(now, FOREGROUND, 0);
		else if (code >= 40 && code <= 47) now = coloured(now, BACKGROUND, code - 39);
		else if (code >= 100 && code <= 107) now = coloured(now, BACKGROUND, code - 91);
		else if (code === 49) now = coloured(now, BACKGROUND, 0);
	}
	return now;
}

function coloured(style: Style, shift: number, colour: number): Style {
	return (style & ~(31 << shift)) | (colour << shift);
}

/** The style without its colours: what NO_COLOR leaves. */
export function withoutColour(style: Style): Style {
	return style & 31;
}

/** The codes that lead from one style to another, the shortest of two ways. */
export function styleCodes(from: Style, to: Style): string {
	if (from === to) return '';
	if (to === 0) return '\x1b[m';
	const anew = ['0', ...codesOf(0, to)].join(';').replace(/^0/, '');
	const lost = from & ~to;
	// 22 ends bold and dim alike, so that the one that stays is set again.
	if (lost & (BOLD | DIM) && to & (BOLD | DIM)) return `\x1b[${anew}m`;
	const changed = codesOf(from, to).join(';');
	return `\x1b[${changed.length <= anew.length ? changed : anew}m`;
}

function codesOf(from: Style, to: Style): string[] {
	const codes: string[] = [];
	for (const [code, bits] of Object.entries(UNSET)) if (from & bits && !(to & bits)) codes.push(code);
	for (const [code, bit] of Object.entries(SET)) if (to & bit && !(from & bit)) codes.push(code);
	for (const [shift, base, bright, none] of [
		[FOREGROUND, 29, 81, '39'],
		[BACKGROUND, 39, 91, '49'],
	] as const) {
		const colour = (to >> shift) & 31;
		if (colour === ((from >> shift) & 31)) continue;
		codes.push(colour === 0 ? none : String(colour + (colour <= 8 ? base : bright)));
	}
	return codes;
}

/** Cells that stay between two that change are written again when there are so few: a move costs as much. */
const BRIDGE = 4;

/**
 * What to write so that a terminal that shows `before` shows `after`; '' when nothing differs. Moves are absolute, the
 * style is none before and after, nothing is cleared but the blank ends of lines, and no character is ever written
 * into the last column without a move after it. `before` null: whatever is there.
 */
export function changes(before: readonly Row[] | null, after: readonly Row[]): string {
	let written = '';
	for (const [at, row] of after.entries()) {
		const old = before?.[at];
		if (old !== row) written += rowChanges(old ?? null, row, at);
	}
	return written;
}

function rowChanges(old: Row | null, row: Row, at: number): string {
	const { texts, styles } = row;
	const columns = texts.length;
	// Where the terminal may count otherwise, what stands on the row is not what we think: all of it again.
	const whole = old === null || old.doubtful || row.doubtful || old.texts.length !== columns;
	const same = (column: number) =>
		!whole &&
		old.texts[column] === texts[column] &&
		old.styles[column] === styles[column] &&
		linkAt(old, column) === linkAt(row, column);
	let first = 0;
	while (first < columns && same(first)) first++;
	if (first === columns) return '';
	let last = columns - 1;
	while (last > first && same(last)) last--;
	// Blanks to the end of the line are erased, not written.
	let end = columns;
	const blank = (column: number) =>
		texts[column] === ' ' && styles[column] === 0 && linkAt(row, column) === '';
	while (end > first && blank(end - 1)) end--;
	const erased = last >= end && (whole || last - end >= 3) ? end : columns;

	let written = '';
	let style: Style = 0;
	let link = '';
	// Where the terminal's cursor stands; -1 when that is not known.
	let cursor = -1;
	for (let column = first; column <= last && column < erased; ) {
		if (same(column)) {
			column++;
			continue;
		}
		// Behind a wide character there is nothing of its own to write: it starts where the character does.
		while (texts[column] === '' && column > 0) column--;
		const near = cursor >= 0 && column > cursor && column - cursor <= BRIDGE;
		if (near && plain(row, cursor, column, style, link)) {
			for (; cursor < column; cursor++) written += texts[cursor];
		}
		if (cursor !== column) written += cursor < 0 ? place(at, column) : `\x1b[${column + 1}G`;
		written += linkCodes(link, linkAt(row, column));
		link = linkAt(row, column);
		const next = carries(style, row, column) ? style : styles[column]!;
		written += styleCodes(style, next) + texts[column]!;
		style = next;
		const width = texts[column + 1] === '' ? 2 : 1;
		column += width;
		// Behind a doubtful cluster, and behind the last column, only a move tells where the cursor is.
		cursor = column >= columns || !CERTAIN.test(texts[column - width]!) ? -1 : column;
	}
	written += linkCodes(link, '');
	if (erased < columns) {
		if (style !== 0) written += styleCodes(style, 0);
		style = 0;
		if (cursor !== erased) written += place(at, erased);
		written += '\x1b[K';
	}
	return written + styleCodes(style, 0);
}

function linkAt({ links }: Row, column: number): string {
	return links?.[column] ?? '';
}

/** Closed by an empty one: a terminal that shows links keeps one open until then. */
function linkCodes(from: string, to: string): string {
	return from === to ? '' : `\x1b]8;${to || ';'}\x1b\\`;
}

/** Whether a style that is on may stay on for a cell: it is the cell's own, or nothing of it shows on a blank. */
function carries(style: Style, { texts, styles }: Row, column: number): boolean {
	if (styles[column] === style) return true;
	return texts[column] === ' ' && styles[column] === 0 && ofBlank(style) === 0;
}

/** Whether the cells between can be written as they stand, in the style that is on. */
function plain(row: Row, from: number, to: number, style: Style, link: string): boolean {
	for (let column = from; column < to; column++) {
		if (!carries(style, row, column) || !CERTAIN.test(row.texts[column]!)) return false;
		if (linkAt(row, column) !== link) return false;
	}
	return true;
}

function place(row: number, column: number): string {
	return column === 0 ? (row === 0 ? '\x1b[H' : `\x1b[${row + 1}H`) : `\x1b[${row + 1};${column + 1}H`;
}
