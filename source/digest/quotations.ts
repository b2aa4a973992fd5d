/** What was said, in the public contract: with the actor who said it and the day. */
import { identify } from '../identity.ts';
import type { Day, Id, Quotation, Reading, Span, SpanText } from '../types.ts';

/** The quotations of one article, in its order; `actors` are its entities' actors. `variants` still empty. */
export function quotationsOf(reading: Reading, actors: readonly Id[]): Quotation[] {
	const { article } = reading;
	const words = (span: Span | null): SpanText | null =>
		span && { start: span.start, end: span.end, text: article.text.slice(span.start, span.end) };
	return reading.quotations.map(({ kind, spans, speaker, cue, rule, time }) => ({
		id: identify('q', article.id, ...spans.map(({ start, end }) => `${start}-${end}`)),
		article: article.id,
		kind,
		spans,
		text: spans.map(({ start, end }) => article.text.slice(start, end)).join(' '),
		speaker: {
			mention: words(speaker.mention),
			actor: speaker.entity === null ? null : (actors[speaker.entity] ?? null),
			certain: speaker.certain,
		},
		cue: words(cue),
		rule,
		said: time === null ? null : fullDay(article.times[time]?.value ?? ''),
		variants: [],
	}));
}

/** The day of a TIMEX3 value that names one. */
function fullDay(value: string): Day | null {
	return /^\d{4}-\d\d-\d\d(?!\d)/.exec(value)?.[0] ?? null;
}
