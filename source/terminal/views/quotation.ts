/** A quotation on a list: who, when and where on one line, and the words below. */
import type { QuotationRow } from '../../archive/archive.ts';
import { safeLine } from '../../safe.ts';
import type { Quotation } from '../../types.ts';
import { countWords, sourceWords, speakerWords, whenWords } from '../../wording.ts';
import { dotted, type Line, own, type Piece, piece, spread } from '../lines.ts';
import { type Layer, layer, setText } from '../typeset.ts';

/** Lines of words that a row of a list shows at most; the detail shows all. */
export const MOST_LINES = 4;

export function speakerPiece({ quotation, actor }: QuotationRow): Piece {
	const { speaker } = quotation;
	const sure = speaker.certain && (actor !== null || speaker.mention !== null);
	return piece(speakerWords(speaker, actor), sure ? 'speaker' : 'doubt');
}

export function variantsPiece({ variants }: Quotation): Piece | null {
	return variants.length === 0 ? null : piece(countWords(variants.length, 'variant'), 'quiet');
}

export function quotationItem(row: QuotationRow, columns: number, most = MOST_LINES): Line[] {
	const who = dotted([speakerPiece(row), piece(whenWords(row.quotation, row.article), 'quiet')]);
	const where = dotted([variantsPiece(row.quotation), piece(sourceWords(row.article), 'quiet')]);
	// On a narrow screen the source would crowd out who spoke.
	const first = columns >= 60 ? spread(who, where, columns) : who;
	return [first, ...quotationLines(row, columns, most)];
}

/** The words said, between marks unless they are the reporter's own. */
export function quotationLines(
	{ quotation, highlights }: QuotationRow,
	columns: number,
	most: number,
): Line[] {
	const quoted = quotation.kind !== 'indirect';
	const text = quoted ? `“${quotation.text}”` : quotation.text;
	const shift = quoted ? 1 : 0;
	const matches: Layer = layer(
		highlights.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
		'match',
	);
	return setText(text, columns, 'plain', most, [matches]);
}

/** "Mira Halloran: “We will not…”" on one line. */
export function quotationBrief(row: QuotationRow): Line {
	const quoted = row.quotation.kind !== 'indirect';
	const words = safeLine(row.quotation.text);
	return [speakerPiece(row), piece(own(': '), 'quiet'), piece(quoted ? own(`“${words}”`) : words)];
}
