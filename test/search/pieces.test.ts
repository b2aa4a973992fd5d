import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Marked, planned } from '../../source/search/pieces.ts';
import { lengthOf, type Runs, runsOf } from '../../source/search/runs.ts';

const marked = (ids: readonly number[], sums: readonly number[] = ids): Marked => ({
	ids: Uint32Array.from(ids),
	sums: Uint32Array.from(sums),
});
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

test('nothing known: one piece of all', () => {
	expect(planned([], marked([5, 6]))).toEqual({ kept: [], fresh: Uint32Array.of(0, 1) });
	expect(planned([marked([5, 6])], marked([]))).toEqual({ kept: [], fresh: new Uint32Array() });
});

test('nothing changed: nothing new', () => {
	const now = marked(upTo(100));
	const { kept, fresh } = planned([now], now);
	expect([kept, fresh]).toEqual([[{ piece: 0, runs: Uint32Array.of(0, 0, 100) }], new Uint32Array()]);
});

test('what is new, changed or elsewhere goes into a small piece beside the large one', () => {
	const before = upTo(100);
	const after = [200, ...before.filter((id) => id !== 40 && id !== 90), 90];
	const { kept, fresh } = planned(
		[marked(before)],
		marked(
			after,
			after.map((id) => (id === 7 ? 1000 : id)),
		),
	);
	expect(kept.map(({ runs }) => [...runs])).toEqual([[0, 1, 7, 8, 9, 32, 41, 41, 49, 91, 90, 9]]);
	expect([...fresh]).toEqual([0, 8, 99]);
});

test('small pieces are joined as they come, and all of them in the end', () => {
	let pieces: Marked[] = [];
	let ids: number[] = [];
	const sizes: number[] = [];
	for (let step = 0; step < 200; step++) {
		ids = [...upTo(10, step * 10), ...ids];
		const now = marked(ids);
		const { kept, fresh } = planned(pieces, now);
		sizes.push(fresh.length);
		pieces = [
			...kept.map(({ piece }) => pieces[piece]!),
			marked(Array.from(fresh, (number) => ids[number]!)),
		];
		expect(pieces.length).toBeLessThan(7);
	}
	expect(sizes.slice(0, 3)).toEqual([10, 20, 30]);
	// Each quotation is read again a few times only.
	expect(sizes.reduce((sum, one) => sum + one)).toBeLessThan(20 * ids.length);
});

test('a piece of which most is gone is given up', () => {
	expect(planned([marked(upTo(100))], marked(upTo(49))).kept).toEqual([]);
	expect(planned([marked(upTo(100))], marked(upTo(51))).kept).toHaveLength(1);
});

/** Own numbers and those of the whole, one pair after the other. */
function pairs(runs: Runs): [number, number][] {
	const all: [number, number][] = [];
	for (let at = 0; at < runs.length; at += 3)
		for (let n = 0; n < runs[at + 2]!; n++) all.push([runs[at]! + n, runs[at + 1]! + n]);
	return all;
}

test('every quotation is in one piece, truly and in order, whatever is moved, changed or taken away', () => {
	const some = fc.uniqueArray(fc.nat(60), { maxLength: 60 });
	fc.assert(
		fc.property(some, some, fc.array(fc.nat(3), { minLength: 61, maxLength: 61 }), (one, other, sums) => {
			const after = [...other].sort((a, b) => a - b);
			// A large piece out of order, and some of it again in a small one.
			const known = [marked([...other.slice(5), ...one.slice(0, 5)]), marked(after.slice(0, 12))];
			const now = marked(
				after,
				after.map((id) => (sums[id] === 0 && id % 5 === 0 ? 1000 : id)),
			);
			const { kept, fresh } = planned(known, now);
			const covered = kept.flatMap(({ piece, runs }) => {
				const all = pairs(runs);
				expect(runsOf(all)).toEqual(runs);
				expect(all).toHaveLength(lengthOf(runs));
				for (const [at, [own, whole]] of all.entries()) {
					expect([known[piece]!.ids[own], known[piece]!.sums[own]]).toEqual([
						now.ids[whole],
						now.sums[whole],
					]);
					if (at > 0) expect(own > all[at - 1]![0] && whole > all[at - 1]![1]).toBe(true);
				}
				return all.map(([, whole]) => whole);
			});
			expect([...covered, ...fresh].sort((a, b) => a - b)).toEqual(upTo(after.length));
		}),
	);
});
