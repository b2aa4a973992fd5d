/** Do two reports tell one fact or two: test/cases/facts.txt. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { storyOf } from '../../source/digest/story.ts';

interface Pair {
	readonly truth: 'same' | 'other';
	readonly days: readonly string[];
	readonly sentences: readonly string[];
	readonly kept: boolean;
}

const file = readFileSync(new URL('../cases/facts.txt', import.meta.url), 'utf8');

const pairs: readonly Pair[] = file.split('\n# kept\n').flatMap((part, half) =>
	[...part.matchAll(/^(same|other) (\S+) (\S+)\n(.+)\n(.+)$/gm)].map(
		([, truth, one, other, a, b]): Pair => ({
			truth: truth as Pair['truth'],
			days: [one!, other!],
			sentences: [a!, b!],
			kept: half === 1,
		}),
	),
);

/** Both reports as one story of two articles, whether or not the digest would have grouped them. */
function verdict({ days, sentences }: Pair): Pair['truth'] {
	const readings = sentences.map((sentence, at) => {
		const day = days[at] === '-' ? '' : `March ${days[at]}, 2025\n\n`;
		const text = `${HEADS[at]}\n\n${day}${sentence}\n\n${REST[at]}\n`;
		return annotate({ file: `${at}.txt`, format: 'text', bytes: new TextEncoder().encode(text) });
	});
	const { articles, quotations } = digest(readings, []);
	const { points } = storyOf(articles, [], quotations);
	const joined = points.find(({ from }) =>
		sentences.every((sentence, at) =>
			from.some(({ article, start, end }) => {
				const { id, text } = articles[at]!;
				return article === id && sentence.includes(text.slice(start, end));
			}),
		),
	);
	return joined ? 'same' : 'other';
}

const HEADS = ['What is known so far', 'The latest from our correspondent'];
const REST = [
	'Our newsroom follows the matter and will print what becomes known.',
	'Readers who saw something may write to the paper at any hour.',
];

test.each(pairs.filter(({ kept }) => !kept))('$truth: $sentences', (pair) => {
	expect(verdict(pair)).toBe(pair.truth);
});

test('of pairs that no rule was made for, none is joined that is two facts, and few are left apart', () => {
	const kept = pairs.filter((pair) => pair.kept).map((pair) => ({ ...pair, said: verdict(pair) }));
	expect(kept.filter(({ said, truth }) => said === 'same' && truth === 'other')).toEqual([]);
	const same = kept.filter(({ truth }) => truth === 'same');
	expect(same.filter(({ said }) => said === 'same').length / same.length).toBeGreaterThanOrEqual(0.8);
});
