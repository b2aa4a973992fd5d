/** Text → blocks: the stretches between line ends that a reader would call a paragraph, a heading or a label. */
import type { Span } from '../../types.ts';

export interface Block extends Span {
	readonly words: number;
	/** Stands after a blank line, or first. */
	readonly apart: boolean;
}

interface Line extends Span {
	readonly indent: number;
	readonly afterBlank: boolean;
}

/** Lines longer than this were not wrapped by hand or by a mail program. */
const WIDEST = 132;
const NARROWEST = 40;

const SPACE = /\s/;
const CLOSED = /[.!?]['"”’)]{0,2}$/;
const WORD = /[\p{L}\p{N}]/u;

/** Disjoint, in order, trimmed, together holding every character of `text` from `from` on that is not white space. */
export function blocksOf(text: string, from: number): Block[] {
	const lines = linesOf(text, from);
	const width = wrapWidth(text, lines);
	const blocks: Block[] = [];
	for (let i = 0; i < lines.length; ) {
		const first = lines[i]!;
		let last = first;
		for (i++; i < lines.length && width !== null && continues(text, last, lines[i]!, width); i++)
			last = lines[i]!;
		blocks.push({
			start: first.start,
			end: last.end,
			words: countWords(text, first.start, last.end),
			apart: first.afterBlank,
		});
	}
	return blocks;
}

/** Lines that hold more than white space, trimmed. CR LF, CR, LF, FF, NEL and the two Unicode separators end a line. */
function linesOf(text: string, from: number): Line[] {
	const lines: Line[] = [];
	let afterBlank = true;
	for (let at = from; at < text.length; ) {
		let end = at;
		while (end < text.length && !endsLine(text.charCodeAt(end))) end++;
		let start = at;
		let stop = end;
		while (start < stop && SPACE.test(text[start]!)) start++;
		while (stop > start && SPACE.test(text[stop - 1]!)) stop--;
		if (start < stop) lines.push({ start, end: stop, indent: start - at, afterBlank });
		afterBlank = start >= stop;
		at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
	}
	return lines;
}

function endsLine(unit: number): boolean {
	return (unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** The column at which the lines were broken by hand, or null when a line is a paragraph. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
	let width = 0;
	let pairs = 0;
	for (let i = 1; i < lines.length; i++) {
		if (lines[i]!.afterBlank) continue;
		pairs++;
		width = Math.max(width, lines[i - 1]!.end - lines[i - 1]!.start);
	}
	if (pairs < 4 || width > WIDEST || width < NARROWEST) return null;
	let full = 0;
	let open = 0;
	for (let i = 1; i < lines.length; i++) {
		const line = lines[i - 1]!;
		if (lines[i]!.afterBlank || !isFull(text, line, lines[i]!, width)) continue;
		full++;
		if (!CLOSED.test(text.slice(line.end - 3, line.end))) open++;
	}
	// Paragraphs of about one length fill their lines too, but each ends its sentence.
	return full >= 0.6 * pairs && open >= 0.6 * full ? width : null;
}

/** The next line's first word would not have fitted on this one. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
	let end = next.start;
	while (end < next.end && end - next.start < 40 && !SPACE.test(text[end]!)) end++;
	return line.end - line.start + 1 + (end - next.start) > width - 6;
}

function continues(text: string, line: Line, next: Line, width: number): boolean {
	if (next.afterBlank) return false;
	if (next.indent > line.indent + 1 && next.indent < 12) return false;
	return isFull(text, line, next, width);
}

/** White space parts words; a piece without a letter or digit is none. */
function countWords(text: string, start: number, end: number): number {
	let words = 0;
	let inside = false;
	for (let i = start; i < end; i++) {
		const unit = text.charCodeAt(i);
		if (unit <= 32 || unit === 0xa0) inside = false;
		else if (!inside && (isPlainWord(unit) || (unit > 127 && WORD.test(text[i]!)))) {
			inside = true;
			words++;
		}
	}
	return words;
}

function isPlainWord(unit: number): boolean {
	return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}
