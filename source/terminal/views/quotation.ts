/** A quotation on a list: who, when and where on one line, and the words below. */
import type { QuotationRow } from '../../archive/archive.ts';
import { aroundWords, countWords, quotedWords, sourceWords, speakerWords, whenWords } from '../../wording.ts';
import { differing } from '../differ.ts';
import { columnsOfLine, dotted, type Line, own, type Piece, piece, space, spread } from '../lines.ts';
import { type Layer, layer, setText } from '../typeset.ts';

/** Lines of words that a row of a list shows at most; the detail shows all. */
export const MOST_LINES = 4;

export function speakerPiece({ quotation, actor }: QuotationRow): Piece {
	const { speaker } = quotation;
	const sure = speaker.certain && (actor !== null || speaker.mention !== null);
	return piece(speakerWords(speaker, actor), sure ? 'speaker' : 'doubt');
}

export function quotationItem(row: QuotationRow, columns: number, most = MOST_LINES): Line[] {
	const who = dotted([speakerPiece(row), whenPiece(row)]);
	// On a narrow screen the source would crowd out who spoke.
	const where = columns >= 60 ? [piece(sourceWords(row.article), 'quiet')] : [];
	const first = spread(who, where, columns);
	return [first, ...quotationLines(row, columns, most), ...variantLines(row, columns)];
}

/** Below a quotation so many of its variants, and so many lines of each. */
const MOST_VARIANTS = 3;
const VARIANT_LINES = 2;
const SIGN = 2;

/** What others print of the utterance, the words that differ marked: side by side, the eye finds them. */
function variantLines({ quotation, variants }: QuotationRow, columns: number): Line[] {
	const lines = variants.slice(0, MOST_VARIANTS).flatMap((variant) => {
		const source = columns >= 60 ? [piece(sourceWords(variant.article), 'quiet')] : [];
		const words = quotedWords(variant.quotation);
		const spans = differing(words, quotation.text);
		const room = columns - SIGN - (source.length > 0 ? columnsOfLine(source) + 2 : 0);
		const set =
			spans.length === 0 && differing(quotation.text, words).length === 0
				? [[piece(own('the same words'), 'quiet')]]
				: setText(words, Math.max(SIGN, room), 'plain', VARIANT_LINES, [layer(spans, 'differs')]);
		return set.map((line, at) =>
			at === 0 ? spread([piece(own('≈ '), 'mark'), ...line], source, columns) : [space(SIGN), ...line],
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
	const text = `${before}${quotation.text}${after}`;
	const shift = before.length;
	const matches: Layer = layer(
		highlights.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
		'match',
	);
	return setText(text, columns, 'plain', most, [matches]);
}

/** "Mira Halloran: “We will not…”" on one line. */
export function quotationBrief(row: QuotationRow): Line {
	return [speakerPiece(row), piece(own(': '), 'quiet'), piece(quotedWords(row.quotation))];
}
