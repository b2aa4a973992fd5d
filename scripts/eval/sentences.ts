/** Scores the ends of sentences. */
import { splitSentences } from '../../source/article/sentences.ts';
import { figuresOf, NOTHING, plus, type Share, share, tallyOf } from './figures.ts';
import type { SentencesRow } from './gold.ts';

export const split = (text: string): string[] =>
	splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

/** Sentence ends inside a paragraph, told by how much that is not white space stands before them. */
function endsOf(sentences: readonly string[]): Set<number> {
	const ends = new Set<number>();
	let count = 0;
	for (const sentence of sentences) ends.add((count += sentence.replace(/\s+/g, '').length));
	ends.delete(count);
	return ends;
}

export interface SentenceScore {
	readonly measures: Readonly<Record<string, Share>>;
	readonly misses: readonly { wanted: readonly string[]; got: readonly string[] }[];
}

export function scoreSentences(rows: readonly SentencesRow[]): SentenceScore {
	let tally = NOTHING;
	const misses: SentenceScore['misses'][number][] = [];
	for (const { paragraph: wanted } of rows) {
		const got = split(wanted.join(' '));
		const own = tallyOf([...endsOf(got)].map(String), [...endsOf(wanted)].map(String));
		tally = plus(tally, own);
		if (own.right < Math.max(own.found, own.gold)) misses.push({ wanted, got });
	}
	// Paragraphs of one sentence have no end inside: all of them right is right.
	const { precision, recall, f1 } =
		tally.found + tally.gold > 0 ? figuresOf(tally) : { precision: 100, recall: 100, f1: 100 };
	return {
		measures: {
			'sentences.precision': precision,
			'sentences.recall': recall,
			'sentences.f1': f1,
			'sentences.paragraphs': share(rows.length - misses.length, rows.length),
		},
		misses,
	};
}
