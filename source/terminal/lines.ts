/**
 * Typeset text: a line is a row of styled pieces, already safe and already cut to fit. Views make lines, `frame.tsx`
 * hands them to Ink; nothing else on the way measures or wraps.
 */
import type { Safe } from '../safe.ts';
import { clusters, columnsOf } from '../width.ts';

/** What a piece of text is, not how it looks: the theme (`style.ts`) says that. */
export type Role =
	| 'plain'
	| 'strong'
	| 'quiet'
	| 'heading'
	| 'name'
	| 'speaker'
	| 'quotation'
	| 'match'
	| 'differs'
	| 'doubt'
	| 'warning'
	| 'mark'
	| 'bar'
	| 'selected'
	| 'leftOut'
	| 'link'
	| 'low'
	| 'middle'
	| 'high';

export interface Piece {
	readonly text: Safe;
	readonly role: Role;
	/** Where the terminal may take the reader: only what `webLink` let through. */
	readonly link?: Safe;
}

export type Line = readonly Piece[];

export const EMPTY: Line = [];

/** Words of the program itself, which need no filter: only literals may be given. */
export function own(text: string): Safe {
	return text as Safe;
}

export function piece(text: Safe, role: Role = 'plain'): Piece {
	return { text, role };
}

export function columnsOfLine(line: Line): number {
	return line.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** The line cut to at most `columns`, an ellipsis where something was cut off. */
export function clipLine(line: Line, columns: number): Line {
	if (columnsOfLine(line) <= columns) return line;
	const kept: Piece[] = [];
	let left = columns - 1;
	for (const whole of line) {
		const { text } = whole;
		const part = head(text, left);
		if (part !== '') kept.push({ ...whole, text: part });
		left -= columnsOf(part);
		if (part.length < text.length) break;
	}
	const last = kept.pop();
	if (!last) return columns > 0 ? [piece(own('…'))] : [];
	return [...kept, { ...last, text: `${last.text.trimEnd()}…` as Safe }];
}

/** As many clusters as fit in `columns`. */
function head(text: Safe, columns: number): Safe {
	if (columnsOf(text) <= columns) return text;
	let kept = '';
	let left = columns;
	for (const cluster of clusters(text)) {
		left -= columnsOf(cluster);
		if (left < 0) break;
		kept += cluster;
	}
	return kept as Safe;
}

/** The line made exactly `columns` wide. */
export function fitLine(line: Line, columns: number): Line {
	const clipped = clipLine(line, columns);
	const missing = columns - columnsOfLine(clipped);
	return missing > 0 ? [...clipped, space(missing)] : clipped;
}

export function space(columns: number): Piece {
	return piece(own(' '.repeat(Math.max(0, columns))));
}

/** `left` and `right` pushed apart to the edges; when both do not fit, `right` stays whole and `left` is cut. */
export function spread(left: Line, right: Line, columns: number): Line {
	const room = columns - columnsOfLine(right);
	if (room < 4) return clipLine(left, columns);
	const cut = clipLine(left, right.length === 0 ? room : room - 2);
	return [...cut, space(room - columnsOfLine(cut)), ...right];
}

/** Pieces with " · " between those that hold something. */
export function dotted(parts: readonly (Piece | null)[]): Line {
	const line: Piece[] = [];
	for (const part of parts) {
		if (!part || part.text === '') continue;
		if (line.length > 0) line.push(piece(own(' · '), 'quiet'));
		line.push(part);
	}
	return line;
}

export function indent(columns: number, line: Line): Line {
	return columns > 0 ? [space(columns), ...line] : line;
}
