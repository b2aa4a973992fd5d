/** The pairs of test/cases/disputes.txt, and what the digest makes of each. */
import { readFileSync } from 'node:fs';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { storyOf } from '../../source/digest/story.ts';
import type { Dispute } from '../../source/types.ts';

export interface Pair {
	readonly truth: 'disagree' | 'changed' | 'none';
	readonly days: readonly string[];
	readonly sentences: readonly string[];
	readonly kept: boolean;
}

const file = readFileSync(new URL('../cases/disputes.txt', import.meta.url), 'utf8');

export const pairs: readonly Pair[] = file.split('\n# kept\n').flatMap((part, half) =>
	[...part.matchAll(/^(disagree|changed|none) (\S+) (\S+)\n(.+)\n(.+)$/gm)].map(
		([, truth, one, other, a, b]): Pair => ({
			truth: truth as Pair['truth'],
			days: [one!, other!],
			sentences: [a!, b!],
			kept: half === 1,
		}),
	),
);

/** Both reports as one story of two articles, whether or not the digest would have grouped them. */
export function disputesBetween({ days, sentences }: Pair): readonly Dispute[] {
	const readings = sentences.map((sentence, at) => {
		const day = days[at] === '-' ? '' : `March ${days[at]}, 2025\n\n`;
		const text = `${HEADS[at]}\n\n${day}${sentence}\n\n${REST[at]}\n`;
		return annotate({ file: `${at}.txt`, format: 'text', bytes: new TextEncoder().encode(text) });
	});
	const { articles, quotations } = digest(readings, []);
	return storyOf(articles, [], quotations).disputes;
}

const HEADS = ['What is known so far', 'The latest from our correspondent'];
const REST = [
	'Our newsroom follows the matter and will print what becomes known.',
	'Readers who saw something may write to the paper at any hour.',
];
