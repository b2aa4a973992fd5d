/** The index against looking at everything: whatever it skips must not be among the best. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, inMost } from '../../source/search/bits.ts';
import { eachWord, WordTable } from '../../source/search/cut.ts';
import { distance } from '../../source/search/distance.ts';
import { find } from '../../source/search/find.ts';
import { wordsOf } from '../../source/search/fold.ts';
import { QUALITY } from '../../source/search/meanings.ts';
import { queryWords } from '../../source/search/quotations.ts';
import { pack } from '../../source/search/score.ts';
import { type Entry, type Segment, segmentOf } from '../../source/search/segment.ts';
import { shardsOf } from '../../source/search/shards.ts';
import { editsFor } from '../../source/search/typos.ts';
import { archiveOf } from '../bench/archives.ts';
import { runs } from '../runs.ts';

const whole = (segment: Segment) => shardsOf(segment.size, [{ segment, runs: null }]);

/** How well one word fits a typed one, by comparing them. */
function quality(typed: string, word: string, tolerant: boolean): number {
	if (word === typed) return QUALITY.whole;
	if (word.startsWith(typed)) return word.length <= typed.length + 2 ? QUALITY.stem : QUALITY.begun;
	const limit = tolerant ? editsFor(typed.length) : 0;
	if (limit === 0) return 0;
	const whole = distance(typed, word, limit);
	if (whole <= limit) return whole === 1 ? QUALITY.edit : QUALITY.edits;
	const begun = Math.min(
		...Array.from({ length: word.length }, (_, end) => distance(typed, word.slice(0, end), limit)),
	);
	return begun > limit ? 0 : begun === 1 ? QUALITY.editBegun : QUALITY.editsBegun;
}

/** How well a word fits the `nth` typed one, alone or typed as two with a neighbour. */
function fitting(typed: readonly string[], tolerant: boolean, known: ReadonlySet<string>) {
	const met = typed.map(() => new Map<string, number>());
	return (nth: number, word: string): number => {
		const seen = met[nth]!.get(word);
		if (seen !== undefined) return seen;
		const pairs = [typed.slice(nth - 1, nth + 1), typed.slice(nth, nth + 2)].filter(
			({ length }) => length === 2,
		);
		const joined = pairs.map((pair) => {
			const mistyped = pair.every((one) => one.length >= 3) && pair.some((one) => !known.has(one));
			return Math.min(quality(pair.join(''), word, tolerant && mistyped), QUALITY.joined);
		});
		const best = Math.max(quality(typed[nth]!, word, tolerant), ...joined);
		met[nth]!.set(word, best);
		return best;
	};
}

/** Every quotation's score, without an index. */
function lookAtAll(
	entries: readonly Entry[],
	typed: readonly string[],
	tolerant: boolean,
): [number, number][] {
	const known = new Set(
		entries.flatMap(({ text, speaker }) => [text, ...speaker].flatMap((one) => one.split(' '))),
	);
	const fits = fitting(typed, tolerant, known);
	return entries.flatMap(({ text, speaker }, number): [number, number][] => {
		const words = text.split(' ');
		const names = speaker.flatMap((name) => name.split(' '));
		const fit = typed.map((_, nth) => [...words, ...names].map((word) => fits(nth, word)));
		const sum = fit.map((row, nth) => {
			const split = words.some(
				(one, at) =>
					at > 0 && words[at - 1]!.length > 1 && one.length > 1 && words[at - 1]! + one === typed[nth],
			);
			return Math.max(0, split ? QUALITY.joined : 0, ...row);
		});
		if (sum.some((one) => one === 0)) return [];
		const beside = typed.slice(1).filter((_, at) =>
			words.some((_, place) => {
				const [here, next] = [fit[at]![place]!, fit[at + 1]!];
				return here > 0 && ((place + 1 < words.length && next[place + 1]! > 0) || next[place] === here);
			}),
		).length;
		const said = names.some((name) => typed.some((_, nth) => fits(nth, name) > 0));
		return [
			[
				number,
				pack(
					sum.reduce((a, b) => a + b),
					beside,
					said ? 1 : 0,
				),
			],
		];
	});
}

function expectTheBest(entries: readonly Entry[], segment: Segment, typed: readonly string[], limit: number) {
	const { hits, all: bits, missing, certain } = find(whole(segment), typed, { limit });
	if (missing > 0) return;
	expect(certain).toBe(true);
	const literal = lookAtAll(entries, typed, false);
	const all = literal.length >= 10 ? literal : lookAtAll(entries, typed, true);
	if (all.length === 0) return;
	all.sort(([a, one], [b, other]) => other - one || a - b);
	expect(count(bits)).toBe(all.length);
	expect(hits.map(({ number, score }) => [number, score])).toEqual(all.slice(0, limit));
}

const WORDS = [
	'the',
	'then',
	'there',
	'truce',
	'truces',
	'trucks',
	'talks',
	'talk',
	'walks',
	'harbour',
	'thetalk',
];
const word = fc.constantFrom(...WORDS);
const entry = fc
	.record({
		text: fc.array(word, { minLength: 1, maxLength: 8 }),
		by: fc.constantFrom('', 'mira', 'mira talk', 'ola harbor'),
	})
	.map(({ text, by }): Entry => ({ text: text.join(' '), speaker: by === '' ? [] : [by], names: [] }));
const typedWord = fc.oneof(
	word,
	fc.constantFrom(
		't',
		'th',
		'tru',
		'turce',
		'tallks',
		'mira',
		'mria',
		'harbor',
		'harbuor',
		'wlaks',
		'thetruce',
		'trcethe',
	),
);

describe('the best so many are those of looking at all', () => {
	test.each([1, 5, 1000])('the best %d', (limit) => {
		fc.assert(
			fc.property(
				fc.array(entry, { minLength: 1, maxLength: 60 }),
				fc.array(typedWord, { minLength: 1, maxLength: 3 }),
				(entries, typed) => {
					expectTheBest(entries, segmentOf(entries), typed, limit);
				},
			),
			{ numRuns: runs(100) },
		);
	});
});

test('among a thousand the best of every beginning of a query are those of looking at all', () => {
	const { entries, queries } = archiveOf(1000, { seed: 3, queries: 2 });
	const segment = segmentOf(entries);
	expect(segment.ready.from.length).toBeGreaterThan(50);
	for (const query of [...queries.map(({ typed }) => typed), 'the the', 'of t'])
		for (let end = 1; end <= query.length; end++) {
			const typed = queryWords(query.slice(0, end));
			if (typed.length > 0) expectTheBest(entries, segment, typed, 10);
		}
});

test('only what lies within is found', () => {
	const segment = segmentOf(
		['truce', 'the truce', 'truces'].map((text) => ({ text, speaker: [], names: [] })),
	);
	const within = Uint32Array.of(0b110);
	expect(find(whole(segment), ['truce'], { limit: 9, within }).hits.map(({ number }) => number)).toEqual([
		1, 2,
	]);
});

test('a spent budget gives what was found so far, and says so', () => {
	const many = Array.from({ length: 200 }, () => ({ text: 'the long truce', speaker: [], names: [] }));
	const segment = segmentOf(many);
	const hasty = find(whole(segment), ['the', 'truce'], { limit: 10, budget: 20 });
	expect([hasty.certain, hasty.hits.length, count(hasty.all)]).toEqual([false, 10, 200]);
	const patient = find(whole(segment), ['the', 'truce'], { limit: 10 });
	expect([patient.certain, count(patient.all)]).toEqual([true, 200]);
});

test('what is in the most of the sets', () => {
	fc.assert(
		fc.property(fc.array(fc.array(fc.nat(99)), { maxLength: 12 }), (lists) => {
			const sets = lists.map((list) => {
				const bits = new Uint32Array(4);
				for (const one of list) bits[one >>> 5]! |= 1 << (one & 31);
				return bits;
			});
			const counts = Array.from(
				{ length: 100 },
				(_, one) => lists.filter((list) => list.includes(one)).length,
			);
			const most = Math.max(0, ...counts);
			const found = inMost(sets, new Uint32Array(4).fill(0xffffffff));
			expect(found.most).toBe(most);
			const expected = counts.flatMap((count, one) => (most > 0 && count === most ? [one] : []));
			const numbers = Array.from({ length: 128 }, (_, one) => one).filter(
				(one) => ((found.bits[one >>> 5]! >>> (one & 31)) & 1) === 1,
			);
			expect(numbers).toEqual(expected);
		}),
	);
});

test('words cut for the index are the words of the text', () => {
	const piece = fc.constantFrom(
		...[
			'a',
			'B',
			's',
			'it',
			"'",
			'’',
			'‘',
			'`',
			'.',
			',',
			'-',
			'‐',
			'–',
			' ',
			'1',
			'00',
			'U.S.',
			'“',
			'\n',
			'(',
			'"',
		],
	);
	const odd = fc.constantFrom('é', 'ß', '停', '\u0301', '\u{1d400}', '´');
	const table = new WordTable(64);
	fc.assert(
		fc.property(fc.array(fc.oneof({ weight: 20, arbitrary: piece }, odd), { maxLength: 30 }), (pieces) => {
			const text = pieces.join('');
			const cut: [string, boolean, number, number][] = [];
			eachWord(table, text, (word, same, start, end) => cut.push([table.words()[word]!, same, start, end]));
			let place = 0;
			const expected = wordsOf(text).map((word): (typeof cut)[number] => {
				const same = word.place < place;
				place = word.place + 1;
				return [word.folded, same, word.start, word.end];
			});
			expect(cut).toEqual(expected);
		}),
		{ numRuns: runs(500) },
	);
});
