/** The words of an archive against a look into every text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '../../source/archive/filter.ts';
import { count, has } from '../../source/search/bits.ts';
import { having } from '../../source/search/having.ts';
import { runsOf } from '../../source/search/runs.ts';
import { segmentOf } from '../../source/search/segment.ts';
import { shardsOf } from '../../source/search/shards.ts';
import { runs } from '../runs.ts';

const entry = (text: string) => ({ text, speaker: ['truce'], names: ['harbour master'] });
const over = (texts: readonly string[]) =>
	shardsOf(texts.length, [{ segment: segmentOf(texts.map(entry)), runs: null }]);

test.each([
	['a word', 'the truce holds', 'truce', true],
	['the midst of a word', 'the truce holds', 'ruc', true],
	['accents', 'said Hallorán', 'lloran', true],
	['an apostrophe', 'we won’t go', 'wont', true],
	['another spelling only', 'a cease-fire', 'ceasefire', false],
	['a name or a speaker only', 'the truth', 'truce', false],
])('%s is told without a look', (_, text, value, found) => {
	const { sure, maybe } = having(over([text]), value);
	expect([count(sure) === 1, count(maybe)]).toEqual([found, 0]);
});

test.each([
	['two words', 'the truce holds', 'truce holds'],
	['what stands close', 'the end.Then', 'endthen'],
	['letters at a number', 'at 5pm', '5pm'],
	['a mark that folds to letters', 'in № 5', 'no'],
	['no letters at all', 'up 5 %', '%'],
	['a script without spaces', '彼は停戦', '停戦'],
	['a very long word', 'a'.repeat(100), 'a'.repeat(90)],
])('%s: the text is looked at', (_, text, value) => {
	const { sure, maybe } = having(over([text, 'xyz']), value);
	expect([count(sure), has(maybe, 0)]).toEqual([0, true]);
});

test('what is sure has it, and what is not even likely has it not', () => {
	const word = fc.constantFrom(
		'truce',
		'Tru',
		'ruc',
		'Hallorán',
		'ΟΔΟΣ',
		'U.S.',
		'5',
		'1,000',
		'é',
		'Σ',
		'x',
		'ﬁ',
		'½',
		'⑴',
		'ŉ',
	);
	const gap = fc.constantFrom(
		' ',
		' ',
		' ',
		', ',
		'.',
		',',
		"'",
		'’',
		'-',
		'…',
		'“',
		' № ',
		'´',
		'停',
		'\u0301',
		'',
		'\n',
		'—',
		'😀',
		'%',
	);
	const text = fc.array(fc.tuple(word, gap), { maxLength: 6 }).map((pieces) => pieces.flat().join(''));
	const value = fc
		.tuple(text, fc.nat(6), fc.integer({ min: 1, max: 6 }))
		.map(([one, from, length]) => folded(one).slice(from, from + length));
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), value, (texts, part) => {
			if (part === '') return;
			const even = texts.flatMap((_, at) => (at % 2 === 0 ? [at] : []));
			const odd = texts.flatMap((_, at) => (at % 2 === 1 ? [at] : []));
			const pieces = [even, odd].map((numbers) => ({
				segment: segmentOf(numbers.map((number) => entry(texts[number]!))),
				runs: runsOf(numbers.map((number, own) => [own, number] as const)),
			}));
			for (const shards of [over(texts), shardsOf(texts.length, pieces)]) {
				const { sure, maybe } = having(shards, part);
				for (const [at, one] of texts.entries()) {
					const there = folded(one).includes(part);
					if (has(sure, at)) expect([one, part, there]).toEqual([one, part, true]);
					else if (there) expect([one, part, has(maybe, at)]).toEqual([one, part, true]);
				}
			}
		}),
		{ numRuns: runs(600) },
	);
});
