/** Frames as cells, and what leads from one style to another. Pure. */
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
export const CERTAIN =
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
export function ofBlank(style: Style): Style {
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

export function linkAt({ links }: Row, column: number): string {
	return links?.[column] ?? '';
}

/** Closed by an empty one: a terminal that shows links keeps one open until then. */
export function linkCodes(from: string, to: string): string {
	return from === to ? '' : `\x1b]8;${to || ';'}\x1b\\`;
}
