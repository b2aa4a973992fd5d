/** Who said it, and the words that tell so: they say nothing of what was said. */
import type { Quotation, Span } from '../types.ts';
import type { Term } from './terms.ts';

/** More words than this before the speaker and after the cue are more than a title and a place. */
const TITLE = 8;
const PLACE = 10;
/** Words between a speaker and the cue that are no more than a title: "said the mayor of Orrin, Ida Holm". */
const BETWEEN = 8;

/**
 * The terms of a statement without the attributions that stand in it; `quotations` are those that touch the statement.
 * "Fire chief Dora Varga told reporters in Orrin that the cellars are empty" → "the cellars are empty".
 */
export function withoutAttribution(
	text: string,
	statement: Span,
	terms: readonly Term[],
	quotations: readonly Quotation[],
): readonly Term[] {
	const left = quotations.flatMap((quotation) => attributionOf(text, statement, terms, quotation));
	if (left.length === 0) return terms;
	return terms.filter(
		(term) =>
			!left.some(({ start, end }) => start <= term.start && term.end <= end) ||
			quotations.some(({ spans }) => spans.some(({ start, end }) => start <= term.start && term.end <= end)),
	);
}

function attributionOf(
	text: string,
	statement: Span,
	terms: readonly Term[],
	{ spans, speaker, cue }: Quotation,
): Span[] {
	if (cue === null || !inside(cue, statement)) return [];
	const count = (from: number, to: number) =>
		terms.reduce((sum, { start, end }) => sum + (start >= from && end <= to ? 1 : 0), 0);
	const mention = speaker.mention && inside(speaker.mention, statement) ? speaker.mention : cue;
	const [first, last] = mention.start < cue.start ? [mention, cue] : [cue, mention];
	const opens = Math.max(statement.start, ...spans.flatMap(({ end }) => (end <= first.start ? [end] : [])));
	const closes = Math.min(
		statement.end,
		...spans.flatMap(({ start }) => (start >= last.end ? [start] : [])),
		last.end + Math.max(0, text.slice(last.end, statement.end).search(/[,;:.—]|$/)),
	);
	const start = count(opens, first.start) > TITLE ? first.start : opens;
	const end = count(last.end, closes) > PLACE ? last.end : closes;
	if (
		count(first.end, last.start) <= BETWEEN &&
		!spans.some((span) => span.start < last.start && span.end > first.end)
	)
		return [{ start, end }];
	return [
		{ start, end: first.end },
		{ start: last.start, end },
	];
}

const inside = (span: Span, { start, end }: Span) => span.start >= start && span.end <= end;
