/**
 * Sets made ready when a segment is: what begins with a letter or two is in half of all quotations, and putting it together
 * from its words would be most of the cost of the first keys of every query. About 15 bytes a quotation.
 */
import { type Bits, putAll } from './bits.ts';
import { sizeOf, type Words } from './words.ts';

/** Of the words from `from[n]` up to `to[n]` the set is the `n`th in `bits`. Sorted by `from`, the longer ranges first. */
export interface Ready {
	readonly from: Uint32Array;
	readonly to: Uint32Array;
	readonly bits: Uint32Array;
}

/** What would take more than a number for every so many quotations to put together is made ready. */
const OFTEN = 8;
/** With fewer than this nothing is gained. */
const FEWEST = 32;

/** All quotations of some words, one after the other, as often as they have one. */
export interface Listed {
	/** How many of all words before this one. */
	readonly before: ArrayLike<number>;
	/** Puts those of the words of a range into a set. */
	readonly put: (into: Bits, from: number, to: number) => void;
}

/** Beginnings and single words that are often. */
export function readyOf(words: Words, size: number, { before, put }: Listed): Ready {
	const least = Math.max(FEWEST, size / OFTEN);
	const [from, to]: [number[], number[]] = [[], []];
	const { units, starts } = words;
	const walk = (first: number, end: number, depth: number) => {
		for (let at = first; at < end; ) {
			const start = at;
			const ends = starts[at + 1]! - starts[at]! === depth;
			// A word that ends here stands before all that go on.
			const unit = units[starts[at]! + depth]!;
			if (ends) at++;
			else while (at < end && units[starts[at]! + depth] === unit) at++;
			if (before[at]! - before[start]! <= least) continue;
			if (start !== first || at !== end || depth === 0) {
				from.push(start);
				to.push(at);
			}
			if (!ends) walk(start, at, depth + 1);
		}
	};
	walk(0, sizeOf(words), 0);
	const length = (size + 31) >>> 5;
	const bits = new Uint32Array(length * from.length);
	for (let at = 0; at < from.length; at++)
		put(bits.subarray(at * length, (at + 1) * length), from[at]!, to[at]!);
	return { from: Uint32Array.from(from), to: Uint32Array.from(to), bits };
}

/** Null when it was not worth while. O(log of what is ready). */
export function readyAt({ from, to, bits }: Ready, size: number, first: number, end: number): Bits | null {
	let low = 0;
	for (let high = from.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (from[middle]! < first) low = middle + 1;
		else high = middle;
	}
	for (; low < from.length && from[low] === first; low++)
		if (to[low] === end) {
			const length = (size + 31) >>> 5;
			return bits.subarray(low * length, (low + 1) * length);
		}
	return null;
}

/** Owners of values, as the columns of a segment have them. */
export function listed(first: Uint32Array, owners: Uint32Array): Listed {
	return { before: first, put: (into, from, to) => putAll(into, owners, first[from]!, first[to]!) };
}

/** The same through one more column: words → speakers → quotations. */
export function listedThrough(
	first: Uint32Array,
	between: Uint32Array,
	nextFirst: Uint32Array,
	owners: Uint32Array,
): Listed {
	const before = new Float64Array(first.length);
	for (let word = 0; word + 1 < first.length; word++) {
		let sum = before[word]!;
		for (let at = first[word]!; at < first[word + 1]!; at++)
			sum += nextFirst[between[at]! + 1]! - nextFirst[between[at]!]!;
		before[word + 1] = sum;
	}
	return {
		before,
		put(into, from, to) {
			for (let at = first[from]!; at < first[to]!; at++)
				putAll(into, owners, nextFirst[between[at]!]!, nextFirst[between[at]! + 1]!);
		},
	};
}
