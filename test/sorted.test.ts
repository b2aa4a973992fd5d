/** A list kept as one string answers as a set of its words does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import lists from '../source/lexicon/names.json' with { type: 'json' };
import { holds } from '../source/lexicon/sorted.ts';

test('every word of a list is found, and no part of one', () => {
	const words = lists.common.split('|');
	expect(words.every((word) => holds(lists.common, word))).toBe(true);
	for (const other of ['', '|', 'zzz', 'a|b', `${words[0]}|${words[1]}`, `${words.at(-1)}s`])
		expect(holds(lists.common, other)).toBe(false);
});

test('as a set would answer', () => {
	const word = fc.stringMatching(/^[a-c]{1,3}$/);
	fc.assert(
		fc.property(fc.uniqueArray(word), word, (words, asked) => {
			const list = [...words].sort().join('|');
			expect(holds(list, asked)).toBe(words.includes(asked));
		}),
	);
});
