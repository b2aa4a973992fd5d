/** An index in pieces against one index of all there is: what was added, changed or taken away makes no difference. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsFor, count, has, put } from '../../source/search/bits.ts';
import { answers, indexOver, indexOverPieces } from '../../source/search/quotations.ts';
import { lengthOf, putOwn, putWhole, runsOf, wholeNumber } from '../../source/search/runs.ts';
import { type Entry, segmentOf } from '../../source/search/segment.ts';
import { archiveOf } from '../bench/archives.ts';
import { runs } from '../runs.ts';

/** Each of a list goes to one of so many pieces, or was in it and is no longer there. */
interface Dealt {
	readonly entry: Entry;
	readonly piece: number;
	readonly gone: boolean;
}

const PIECES = 3;

function expectTheSame(
	dealt: readonly Dealt[],
	queries: readonly string[],
	allowed: (at: number) => boolean,
) {
	const there = dealt.filter(({ gone }) => !gone).map(({ entry }) => entry);
	const said = (number: number) => ({
		quotation: { id: String(number), text: there[number]!.text },
		names: [],
	});
	const pieces = Array.from({ length: PIECES }, (_, piece) => {
		let whole = 0;
		const own: Entry[] = [];
		const pairs: [number, number][] = [];
		for (const one of dealt) {
			if (one.piece === piece) {
				if (!one.gone) pairs.push([own.length, whole]);
				own.push(one.entry);
			}
			if (!one.gone) whole++;
		}
		return { segment: segmentOf(own), runs: runsOf(pairs) };
	});
	const inPieces = indexOverPieces(there.length, pieces, said);
	const inOne = indexOver(segmentOf(there), said);
	const within = bitsFor(there.length);
	for (let at = 0; at < there.length; at++) if (allowed(at)) put(within, at);
	for (const query of queries)
		for (const limit of [3, 1000])
			for (const some of [null, within]) {
				const told = (index: typeof inOne) => {
					const { found, all, rescued } = answers(index, query, { limit, within: some });
					return {
						count: count(all),
						rescued,
						found: found.map(({ number, score, missing, highlights }) => ({
							number,
							score,
							missing,
							highlights,
							answers: has(all, number),
						})),
					};
				};
				expect(told(inPieces), query).toEqual(told(inOne));
			}
}

const WORDS = [
	'the',
	'then',
	'truce',
	'truces',
	'talk',
	'talks',
	'walks',
	'harbour',
	'thetalk',
	'negotiations',
];
const TYPED = [
	't',
	'the',
	'tru',
	'turce',
	'tallks',
	'mria',
	'harbor',
	'thetruce',
	'trcethe',
	'negosiashuns',
	'xx',
];
const word = fc.constantFrom(...WORDS);
const dealt = fc.record({
	entry: fc
		.record({
			text: fc.array(word, { minLength: 1, maxLength: 8 }),
			by: fc.constantFrom('', 'mira', 'mira talk', 'ola harbor'),
		})
		.map(({ text, by }): Entry => ({ text: text.join(' '), speaker: by === '' ? [] : [by], names: [] })),
	piece: fc.nat(PIECES - 1),
	gone: fc.boolean(),
});

test('pieces answer as one index of all that is there', () => {
	const typed = fc.array(fc.oneof(word, fc.constantFrom(...TYPED)), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(
			fc.array(dealt, { minLength: 1, maxLength: 60 }),
			fc.array(typed, { minLength: 1, maxLength: 4 }),
			fc.nat(5),
			(list, queries, one) =>
				expectTheSame(
					list,
					queries.map((words) => words.join(' ')),
					(at) => at % 6 <= one,
				),
		),
		{ numRuns: runs(80) },
	);
});

test('a screenful in all of them is a screenful: typos are not sought', () => {
	const list = Array.from({ length: 13 }, (_, at): Dealt => {
		return {
			entry: { text: at < 12 ? 'talks' : 'walks', speaker: [], names: [] },
			piece: at % 3,
			gone: false,
		};
	});
	expectTheSame(list, ['talks', 'walks'], () => true);
	expectTheSame(
		list.map((one, at) => ({ ...one, gone: at % 4 === 0 })),
		['talks', 'walks'],
		() => true,
	);
});

test('so they do of every beginning of what is typed in an archive', () => {
	const { entries, queries } = archiveOf(600, { seed: 5, queries: 2 });
	const list = entries.map((entry, at) => ({
		entry,
		piece: at % 50 === 0 ? 2 : at % 7 === 0 ? 1 : 0,
		gone: at % 11 === 0,
	}));
	const typed = queries.flatMap((query) =>
		Array.from({ length: query.typed.length }, (_, at) => query.typed.slice(0, at + 1)),
	);
	expectTheSame(
		list,
		typed.filter((_, at) => at % 3 === 0),
		(at) => at % 2 === 0,
	);
});

test('numbers go to the whole and back by the stretch', () => {
	const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 70 })), { maxLength: 12 });
	fc.assert(
		fc.property(steps, fc.nat(7), (list, every) => {
			const pairs: [number, number][] = [];
			let [own, whole] = [0, 0];
			for (const [skipped, before, length] of list) {
				own += skipped;
				whole += before;
				for (let at = 0; at < length; at++) pairs.push([own++, whole++]);
			}
			const runs = runsOf(pairs);
			expect(lengthOf(runs)).toBe(pairs.length);
			for (const [one, other] of pairs) expect(wholeNumber(runs, one)).toBe(other);
			const [ours, theirs] = [bitsFor(own), bitsFor(whole)];
			const [toWhole, toOwn] = [bitsFor(whole), bitsFor(own)];
			for (const [at, [one, other]] of pairs.entries())
				if (at % (every + 1) === 0) {
					put(ours, one);
					put(theirs, other);
				}
			putWhole(runs, ours, toWhole);
			putOwn(runs, theirs, toOwn);
			expect([toWhole, toOwn]).toEqual([theirs, ours]);
		}),
	);
});
