/**
 * The numbers of a part of an archive and those of the whole: stretches that go side by side, ascending in both, three
 * values each. What is in no stretch is no longer there.
 */
import type { Bits } from './bits.ts';

/** Own number, number in the whole, how many; again and again. */
export type Runs = Uint32Array;

const WIDTH = 3;

/** Of pairs that ascend in both. */
export function runsOf(pairs: Iterable<readonly [own: number, whole: number]>): Runs {
	const runs: number[] = [];
	for (const [own, whole] of pairs) {
		const last = runs.length - WIDTH;
		const length = runs[last + 2]!;
		if (last >= 0 && own === runs[last]! + length && whole === runs[last + 1]! + length) runs[last + 2]!++;
		else runs.push(own, whole, 1);
	}
	return Uint32Array.from(runs);
}

/** Whether it is all of a piece by the same numbers. */
export const isWholeRun = (runs: Runs, size: number): boolean =>
	runs.length === WIDTH && runs[0] === 0 && runs[1] === 0 && runs[2] === size;

/** How many there are. */
export function lengthOf(runs: Runs): number {
	let sum = 0;
	for (let at = 0; at < runs.length; at += WIDTH) sum += runs[at + 2]!;
	return sum;
}

/** The number in the whole of one that is there. O(log runs). */
export function wholeNumber(runs: Runs, own: number): number {
	let low = 0;
	for (let high = runs.length / WIDTH; high - low > 1; ) {
		const middle = (low + high) >> 1;
		if (runs[middle * WIDTH]! <= own) low = middle;
		else high = middle;
	}
	return runs[low * WIDTH + 1]! + own - runs[low * WIDTH]!;
}

/** Adds what is in a set of own numbers to one of the whole. */
export function putWhole(runs: Runs, own: Bits, into: Bits): void {
	for (let at = 0; at < runs.length; at += WIDTH)
		copyBits(own, runs[at]!, into, runs[at + 1]!, runs[at + 2]!);
}

/** Adds what is in a set of the whole to one of own numbers. */
export function putOwn(runs: Runs, whole: Bits, into: Bits): void {
	for (let at = 0; at < runs.length; at += WIDTH)
		copyBits(whole, runs[at + 1]!, into, runs[at]!, runs[at + 2]!);
}

/** Up to 32 bits at a time. */
function copyBits(from: Bits, start: number, into: Bits, to: number, length: number): void {
	for (let done = 0; done < length; ) {
		const [source, target] = [start + done, to + done];
		const count = Math.min(length - done, 32 - (target & 31));
		const shift = source & 31;
		let word = from[source >>> 5]! >>> shift;
		if (shift > 0 && shift + count > 32) word |= from[(source >>> 5) + 1]! << (32 - shift);
		if (count < 32) word &= (1 << count) - 1;
		into[target >>> 5]! |= word << (target & 31);
		done += count;
	}
}
