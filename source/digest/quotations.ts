/** What was said, in the public contract: with the actor who said it and the day. */
import { identify } from '../identity.ts';
import type { Day, Id, Quotation, Quoted, Reading, Span, SpanText } from '../types.ts';

/** The quotations of one article, in its order; `actors` are its entities' actors, `doubtful` the entities that
 * may be somebody else. `variants` still empty. */
export function quotationsOf(
	reading: Reading,
	actors: readonly Id[],
	doubtful: ReadonlySet<number>,
): Quotation[] {
	const { article } = reading;
	const words = (span: Span | null): SpanText | null =>
		span && { start: span.start, end: span.end, text: article.text.slice(span.start, span.end) };
	const named = new Set(article.mentions.map(({ start, end }) => `${start}-${end}`));
	// A name that is nobody's is one of several people's.
	const inDoubt = ({ entity, mention }: Quoted['speaker']) =>
		entity === null ? mention !== null && named.has(`${mention.start}-${mention.end}`) : doubtful.has(entity);
	return reading.quotations.map(({ kind, spans, speaker, cue, rule, time }) => ({
		id: identify('q', article.id, ...spans.map(({ start, end }) => `${start}-${end}`)),
		article: article.id,
		kind,
		spans,
		text: spans.map(({ start, end }) => article.text.slice(start, end)).join(' '),
		speaker: {
			mention: words(speaker.mention),
			actor: speaker.entity === null ? null : (actors[speaker.entity] ?? null),
			certain: speaker.certain && !inDoubt(speaker),
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
