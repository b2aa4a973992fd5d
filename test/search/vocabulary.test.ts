import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from '../../source/search/distance.ts';
import { literalFits, splitFits, typoFits, vocabularyOf } from '../../source/search/vocabulary.ts';

// Few letters, so that words share beginnings and typos hit other words.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
const words = fc.array(word, { maxLength: 40 });

test('walking the vocabulary as a tree finds what comparing with every word finds', () => {
	fc.assert(
		fc.property(words, word, (list, typed) => {
			const vocabulary = vocabularyOf(list);
			const limit = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
			const expected = vocabulary.words.filter((one) => {
				if (limit === 0) return false;
				const beginnings = Array.from({ length: one.length + 1 }, (_, end) => one.slice(0, end));
				return beginnings.some((beginning) => distance(typed, beginning, limit) <= limit);
			});
			const fits = typoFits(vocabulary, typed);
			expect([...fits.keys()].map((number) => vocabulary.words[number])).toEqual(expected);
			for (const [number, quality] of fits) {
				const edits = distance(typed, vocabulary.words[number]!, limit);
				expect(quality).toBe(edits <= Math.min(1, limit) ? 0.72 : edits <= limit ? 0.58 : 0.5);
			}
		}),
		{ numRuns: 500 },
	);
});

test('a beginning finds every word that has it, and the word itself fits best', () => {
	fc.assert(
		fc.property(words, word, (list, typed) => {
			const vocabulary = vocabularyOf(list);
			const fits = literalFits(vocabulary, typed);
			expect([...fits.keys()].map((number) => vocabulary.words[number])).toEqual(
				vocabulary.words.filter((one) => one.startsWith(typed)),
			);
			for (const [number, quality] of fits) expect(quality === 1).toBe(vocabulary.words[number] === typed);
		}),
	);
});

test('numbers are no typos of each other', () => {
	expect(typoFits(vocabularyOf(['2022', '20222', '2o22']), '2021').size).toBe(0);
	expect(typoFits(vocabularyOf(['2022']), 'o2022').size).toBe(0);
});

test('a word splits into two that are known, both of two letters at least', () => {
	const { words: list, ...rest } = vocabularyOf(['cease', 'fire', 'ceas', 'efire', 'c', 'easefire']);
	const pairs = splitFits({ words: list, ...rest }, 'ceasefire').map((pair) =>
		pair.map((number) => list[number]),
	);
	expect(pairs).toEqual([
		['ceas', 'efire'],
		['cease', 'fire'],
	]);
});
