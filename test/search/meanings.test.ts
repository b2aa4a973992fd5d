import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from '../../source/search/distance.ts';
import { type Fits, literalFits, QUALITY, splitFits, typoFits } from '../../source/search/meanings.ts';
import { editsFor } from '../../source/search/typos.ts';
import { wordAt, wordsFrom } from '../../source/search/words.ts';
import { runs } from '../runs.ts';

// Few letters, so that words share beginnings and typos hit other words.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
const words = fc.array(word, { maxLength: 40 }).map((list) => [...new Set(list)].sort());

function told(list: readonly string[], fits: Fits): Record<string, number> {
	const flat = wordsFrom(list);
	return Object.fromEntries(
		Array.from(fits.words, (number, at) => [wordAt(flat, number), fits.quality[at]!]),
	);
}

test('walking the words as a tree finds what comparing with every word finds', () => {
	const kinds = [[], [QUALITY.edit, QUALITY.editBegun], [QUALITY.edits, QUALITY.editsBegun]] as const;
	fc.assert(
		fc.property(words, word, (list, typed) => {
			const limit = editsFor(typed.length);
			const expected: Record<string, number> = {};
			for (const one of limit === 0 ? [] : list) {
				const whole = distance(typed, one, limit);
				const begun = Math.min(
					...Array.from({ length: one.length + 1 }, (_, end) => distance(typed, one.slice(0, end), limit)),
				);
				if (whole === 0 || (whole > limit && begun === 0)) continue;
				if (whole <= limit) expected[one] = kinds[whole]![0]!;
				else if (begun <= limit) expected[one] = kinds[begun]![1]!;
			}
			expect(told(list, typoFits(wordsFrom(list), typed))).toEqual(expected);
		}),
		{ numRuns: runs(250) },
	);
});

test('a beginning finds every word that has it, and the word itself fits best', () => {
	fc.assert(
		fc.property(words, word, (list, typed) => {
			const fits = told(list, literalFits(wordsFrom(list), typed));
			expect(Object.keys(fits)).toEqual(list.filter((one) => one.startsWith(typed)));
			for (const [one, quality] of Object.entries(fits))
				expect(quality === QUALITY.whole).toBe(one === typed);
		}),
	);
});

test('numbers are no typos of each other', () => {
	expect(typoFits(wordsFrom(['2022', '20222', '2o22']), '2021').words).toHaveLength(0);
	expect(typoFits(wordsFrom(['2022']), 'o2022').words).toHaveLength(0);
});

test('a word splits into two that are known, both of two letters at least', () => {
	const list = wordsFrom(['c', 'ceas', 'cease', 'easefire', 'efire', 'fire']);
	expect(splitFits(list, 'ceasefire').map((pair) => pair.map((number) => wordAt(list, number)))).toEqual([
		['ceas', 'efire'],
		['cease', 'fire'],
	]);
});
