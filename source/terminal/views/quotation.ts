/** A quotation on a list: who, when and where on one line, and the words below. */
import type { QuotationRow } from '../../archive/archive.ts';
import type { Safe } from '../../safe.ts';
import {
	aroundWords,
	countWords,
	joinedWords,
	quotedWords,
	sourceWords,
	speakerWords,
	versionNotes,
	whenWords,
} from '../../wording.ts';
import { differing } from '../differ.ts';
import {
	clipLine,
	columnsOfLine,
	dotted,
	type Line,
	own,
	type Piece,
	piece,
	space,
	spread,
} from '../lines.ts';
import { type Layer, layer, setText } from '../typeset.ts';

/** Lines of words that a row of a list shows at most; the detail shows all. */
export const MOST_LINES = 4;

export function speakerPiece({ quotation, actor }: QuotationRow): Piece {
	const { speaker } = quotation;
	const sure = speaker.certain && (actor !== null || speaker.mention !== null);
	return piece(speakerWords(speaker, actor), sure ? 'speaker' : 'doubt');
}

export function quotationItem(row: QuotationRow, columns: number, most = MOST_LINES): Line[] {
	const notes = versionNotes([row, ...row.variants]);
	const where = sourceLine(row.article, notes[0]!, columns);
	const room = columns - (where.length > 0 ? columnsOfLine(where) + 2 : 0);
	const first = spread(whoLine(row, room), where, columns);
	return [first, ...quotationLines(row, columns, most), ...variantLines(row, notes.slice(1), columns)];
}

/** Who prints it, and whether theirs is the earliest or the fullest version; on a narrow screen only that. */
function sourceLine(source: QuotationRow['article'], note: Safe, columns: number): Line {
	return dotted([
		columns >= 60 ? piece(sourceWords(source), 'quiet') : null,
		note === '' ? null : piece(note, 'mark'),
	]);
}

/** Columns of the dot between two pieces. */
const BETWEEN = 3;

/** Who and when; where both do not fit, that it is a day of print goes without saying, and the name is cut, not the day. */
function whoLine(row: QuotationRow, columns: number): Line {
	const who = speakerPiece(row);
	const when = whenPiece(row);
	const whole = dotted([who, when]);
	if (columnsOfLine(whole) <= columns) return whole;
	const brief = { ...when, text: when.text.replace(/^in print /, '') as Safe };
	const [name = null] = clipLine([who], columns - columnsOfLine([brief]) - BETWEEN);
	return dotted([name, brief]);
}

/** Below a quotation so many of its variants, and so many lines of each. */
const MOST_VARIANTS = 3;
const VARIANT_LINES = 2;
const SIGN = 2;

/** What others print of the utterance, the words that differ marked: side by side, the eye finds them. */
function variantLines(
	{ quotation, variants }: QuotationRow,
	notes: readonly Safe[],
	columns: number,
): Line[] {
	const lines = variants.slice(0, MOST_VARIANTS).flatMap((variant, at) => {
		const source = sourceLine(variant.article, notes[at]!, columns);
		const words = quotedWords(variant.quotation);
		const spans = differing(words, quotation.text);
		const room = columns - SIGN - (source.length > 0 ? columnsOfLine(source) + 2 : 0);
		const set =
			spans.length === 0 && differing(quotation.text, words).length === 0
				? [[piece(own('the same words'), 'quiet')]]
				: setText(words, Math.max(SIGN, room), 'plain', VARIANT_LINES, [layer(spans, 'differs')]);
		return set.map((line, row) =>
			row === 0 ? spread([piece(own('≈ '), 'mark'), ...line], source, columns) : [space(SIGN), ...line],
		);
	});
	const more = variants.length - MOST_VARIANTS;
	return more > 0 ? [...lines, [piece(own(`≈ ${countWords(more, 'other')}`), 'quiet')]] : lines;
}

/** When it was said or printed; a day that was worked out looks different from one that is printed. */
function whenPiece({ quotation, article }: QuotationRow): Piece {
	const worked = quotation.said === null && article.published !== null && !article.published.certain;
	return piece(whenWords(quotation, article), worked ? 'doubt' : 'quiet');
}

/** The words said, between marks unless they are the reporter's own. */
export function quotationLines(
	{ quotation, highlights }: QuotationRow,
	columns: number,
	most: number,
): Line[] {
	const [before, after] = aroundWords(quotation);
	const words = joinedWords(quotation);
	const text = `${before}${words.text}${after}`;
	const shift = before.length;
	const matches: Layer = layer(
		words.moved(highlights).map(({ start, end }) => ({ start: start + shift, end: end + shift })),
		'match',
	);
	return setText(text, columns, 'plain', most, [matches]);
}

/** "Mira Halloran: “We will not…”" on one line. */
export function quotationBrief(row: QuotationRow): Line {
	return [speakerPiece(row), piece(own(': '), 'quiet'), piece(quotedWords(row.quotation))];
}
