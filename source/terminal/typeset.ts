/** Source text → lines of styled pieces. Text stays verbatim but for what the safe door takes out. */
import { safeText } from '../safe.ts';
import type { Span } from '../types.ts';
import { wrapSpans } from '../width.ts';
import { clipLine, type Line, type Piece, type Role } from './lines.ts';

/** A stretch of the text and what it is. */
export interface Marked extends Span {
	readonly role: Role;
}

/** Marks in order and apart from one another; where layers overlap, the later layer is seen. */
export type Layer = readonly Marked[];

export interface SetLine extends Span {
	readonly line: Line;
}

/** Spans as a layer: in order, and what overlaps one before it left out. */
export function layer(spans: readonly Span[], role: Role): Layer {
	const kept: Marked[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start))
		if (end > start && start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end, role });
	return kept;
}

/** A paragraph whose own line breaks mean nothing, as one line of the same length. */
function flat(text: string): string {
	return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

/** The text of `span`, broken to at most `columns`; each line knows its own span of `text`. Linear. */
export function setParagraph(
	text: string,
	span: Span,
	layers: readonly Layer[],
	columns: number,
	role: Role = 'plain',
): SetLine[] {
	const words = flat(text.slice(span.start, span.end));
	const next = layers.map((marks) => firstEndingAfter(marks, span.start));
	return wrapSpans(words, columns).map((part) => {
		const start = span.start + part.start;
		const end = span.start + part.end;
		const here = layers.map((marks, depth) => {
			while (next[depth]! < marks.length && marks[next[depth]!]!.end <= start) next[depth]!++;
			let last = next[depth]!;
			while (last < marks.length && marks[last]!.start < end) last++;
			return marks.slice(next[depth]!, last);
		});
		return { start, end, line: pieces(words.slice(part.start, part.end), start, here, role) };
	});
}

function firstEndingAfter(marks: Layer, at: number): number {
	let low = 0;
	for (let high = marks.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (marks[middle]!.end <= at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** One line's words cut where a mark begins or ends. A line is short, so the layers may be looked through. */
function pieces(words: string, offset: number, layers: readonly Layer[], role: Role): Line {
	const marks = layers.flat();
	if (marks.length === 0) return [{ text: safeText(words), role }];
	const end = offset + words.length;
	const cuts = new Set([offset, end]);
	for (const mark of marks) {
		cuts.add(Math.max(offset, mark.start));
		cuts.add(Math.min(end, mark.end));
	}
	const line: Piece[] = [];
	const edges = [...cuts].sort((a, b) => a - b);
	for (const [at, start] of edges.slice(0, -1).entries()) {
		const over = marks.findLast((mark) => mark.start <= start && mark.end > start);
		line.push({
			text: safeText(words.slice(start - offset, edges[at + 1]! - offset)),
			role: over?.role ?? role,
		});
	}
	return line;
}

/** A short text broken to at most `columns` and `most` lines; the last line says when something was cut. */
export function setText(
	text: string,
	columns: number,
	role: Role = 'plain',
	most = Number.POSITIVE_INFINITY,
	layers: readonly Layer[] = [],
): Line[] {
	const lines = setParagraph(text, { start: 0, end: text.length }, layers, columns, role).map(
		({ line }) => line,
	);
	return cutLines(lines, columns, most);
}

/** Pieces that follow one another, broken as one text would be. */
export function setLine(line: Line, columns: number, most: number): Line[] {
	let end = 0;
	const marks = line.map(({ text, role }) => {
		const start = end;
		end += text.length;
		return { start, end, role };
	});
	const text = line.map(({ text }) => text).join('');
	return setText(text, columns, 'plain', most, [marks]);
}

/** At most so many lines, with an ellipsis after the last when there were more. */
export function cutLines(lines: readonly Line[], columns: number, most: number): Line[] {
	if (lines.length <= most) return [...lines];
	const kept = lines.slice(0, Math.max(1, most));
	const last = kept.pop()!;
	const more: Piece = { text: safeText(' …'), role: last.at(-1)?.role ?? 'plain' };
	return [...kept, clipLine([...last, more], columns)];
}
