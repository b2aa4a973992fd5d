/**
 * How many columns of a terminal a text takes, and where its lines break. Shared by plain output and the screen, so
 * that both agree. Breaks fall between grapheme clusters only: an accent, a flag or a family never comes apart.
 */
import type { Span } from './types.ts';

/** Code points that fill two columns (East Asian Wide and Fullwidth, Unicode 16; emoji are asked for by property). */
const WIDE: readonly (readonly [number, number])[] = [
	[0x1100, 0x115f],
	[0x2329, 0x232a],
	[0x2630, 0x2637],
	[0x268a, 0x268f],
	[0x2e80, 0x303e],
	[0x3041, 0x3247],
	[0x3250, 0xa4c6],
	[0xa960, 0xa97c],
	[0xac00, 0xd7a3],
	[0xf900, 0xfaff],
	[0xfe10, 0xfe19],
	[0xfe30, 0xfe6b],
	[0xff01, 0xff60],
	[0xffe0, 0xffe6],
	[0x16fe0, 0x18d20],
	[0x18d80, 0x191d2],
	[0x1aff0, 0x1b2fb],
	[0x1d300, 0x1d376],
	[0x1f200, 0x1f265],
	[0x20000, 0x3fffd],
];

/** One code unit, one column each: nearly every line of news, and none of them needs the segmenter. */
const NARROW = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20ac]*$/;
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}\u1160-\u11ff]/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|\p{Emoji}\p{M}*\ufe0f)/u;

/** Marks that may not begin, or end, a line of wide script. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENING = /^[\p{Ps}\p{Pi}]/u;

/**
 * Grapheme clusters: flags, emoji with their joiners and skins, Hangul syllables, a letter with its marks. Our own
 * because Intl.Segmenter takes 25 ms to build and copies its whole input into every segment it returns.
 */
const CLUSTER =
	/\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*|[\u1100-\u115f]+[\u1160-\u11ff]*|[\s\S][\p{M}\u200c\u200d]*/gu;

/** Columns of one grapheme cluster: 0, 1 or 2. */
function clusterColumns(cluster: string): number {
	if (NARROW.test(cluster)) return cluster.length === 0 ? 0 : 1;
	if (EMOJI.test(cluster)) return 2;
	if (INVISIBLE.test(cluster)) return 0;
	const point = cluster.codePointAt(0)!;
	return WIDE.some(([first, last]) => point >= first && point <= last) ? 2 : 1;
}

/** What a reader takes for one character each, in order. */
export function* clusters(text: string): Generator<string> {
	for (const [cluster] of text.matchAll(CLUSTER)) yield cluster;
}

/** Columns the text takes on one line; line feeds count nothing. */
export function columnsOf(text: string): number {
	if (NARROW.test(text)) return text.length;
	let columns = 0;
	for (const cluster of clusters(text)) columns += clusterColumns(cluster);
	return columns;
}

/** The text cut to at most `columns`, with an ellipsis where something was cut off. */
export function clip<Text extends string>(text: Text, columns: number): Text {
	if (columnsOf(text) <= columns) return text;
	if (columns <= 0) return '' as Text;
	let kept = '';
	let used = 0;
	for (const cluster of clusters(text)) {
		used += clusterColumns(cluster);
		if (used > columns - 1) break;
		kept += cluster;
	}
	return `${kept.trimEnd()}…` as Text;
}

/** The text with spaces added on the right up to `columns`; longer text stays as it is. */
export function pad<Text extends string>(text: Text, columns: number): Text {
	return (text + ' '.repeat(Math.max(0, columns - columnsOf(text)))) as Text;
}

/**
 * Where the lines of a text stand when it is broken at spaces to at most `columns`: spans of the text, in order, the
 * spaces around a break in none of them. A line feed always ends a line; an empty line is an empty span. A word longer
 * than a line is broken between clusters, wide script between any two. Linear.
 */
export function wrapSpans(text: string, columns: number): Span[] {
	const width = Math.max(1, columns);
	const lines: Span[] = [];
	for (let start = 0; start <= text.length; ) {
		const feed = text.indexOf('\n', start);
		const end = feed < 0 ? text.length : feed;
		let line: { start: number; end: number; columns: number } | null = null;
		for (const atom of atomsOf(text.slice(start, end), start, width)) {
			const gap: number = line ? atom.start - line.end : 0;
			if (line && line.columns + gap + atom.columns <= width) {
				line = { start: line.start, end: atom.end, columns: line.columns + gap + atom.columns };
			} else {
				if (line) lines.push({ start: line.start, end: line.end });
				line = atom;
			}
		}
		lines.push(line ? { start: line.start, end: line.end } : { start, end: start });
		start = end + 1;
	}
	return lines;
}

interface Atom extends Span {
	readonly columns: number;
}

/** What a line break may not cut: words; of wide script single characters; of words longer than a line, a line's worth. */
function* atomsOf(line: string, offset: number, width: number): Generator<Atom> {
	for (let from = 0; from < line.length; ) {
		if (line.charCodeAt(from) === 0x20) {
			from++;
			continue;
		}
		const space = line.indexOf(' ', from);
		const to = space < 0 ? line.length : space;
		const word = line.slice(from, to);
		if (NARROW.test(word)) {
			for (let at = from; at < to; at += width) {
				const last = Math.min(to, at + width);
				yield { start: offset + at, end: offset + last, columns: last - at };
			}
		} else yield* piecesOf(word, offset + from, width);
		from = to;
	}
}

function* piecesOf(word: string, offset: number, width: number): Generator<Atom> {
	let start = offset;
	let at = offset;
	let columns = 0;
	let after = '';
	for (const cluster of clusters(word)) {
		const size = clusterColumns(cluster);
		const loose =
			(size === 2 || clusterColumns(after) === 2) && !CLOSING.test(cluster) && !OPENING.test(after);
		if (at > start && (loose || columns + size > width)) {
			yield { start, end: at, columns };
			start = at;
			columns = 0;
		}
		at += cluster.length;
		columns += size;
		after = cluster;
	}
	yield { start, end: at, columns };
}

/** The lines of a text broken at spaces to at most `columns`. */
export function wrap<Text extends string>(text: Text, columns: number): Text[] {
	return wrapSpans(text, columns).map(({ start, end }) => text.slice(start, end) as Text);
}
