/** Every kind of gold, scored: the figures that the table, the floors and the gate read. */
import { type ActorScore, scoreActors } from './actors.ts';
import type { Gold } from './gold.ts';
import { type NameScore, scoreNames } from './names.ts';
import { quotationsIn, readTexts } from './program.ts';
import { type QuotationScore, scoreQuotations } from './quotations.ts';
import { type SentenceScore, scoreSentences } from './sentences.ts';

export interface Scores {
	readonly quotations: QuotationScore | null;
	readonly names: NameScore | null;
	readonly sentences: SentenceScore | null;
	readonly actors: ActorScore | null;
}

export function score({ quotations, names, sentences, actors }: Gold): Scores {
	return {
		quotations: quotations.length ? scoreQuotations(quotations, quotationsIn(readTexts(quotations))) : null,
		names: names.length ? scoreNames(names, readTexts(names)) : null,
		sentences: sentences.length ? scoreSentences(sentences) : null,
		actors: actors.length ? scoreActors(actors) : null,
	};
}

export const measuresOf = (scores: Scores) =>
	Object.assign({}, ...Object.values(scores).map((part) => part?.measures ?? {})) as Record<
		string,
		number | null
	>;
