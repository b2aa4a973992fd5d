/** Which quotations answer how well, without a look at any of them: the best sums of qualities first, each as a set. */
import { inOf, qualitiesOf, type Term } from './asked.ts';
import { type Bits, ones } from './bits.ts';
import type { Memory } from './memory.ts';
import type { Segment } from './segment.ts';

/** A set of which only the words that are not 0 are kept: `words[n]` stands at `spots[n]`. */
export interface Sparse {
	readonly spots: Uint32Array;
	readonly words: Uint32Array;
}

export interface Sum {
	/** Of the terms' qualities. */
	readonly quality: number;
	/** False for what is left over in the end: none of it is better, but some may be worse. */
	readonly exact: boolean;
	readonly words: Uint32Array;
}

/** One quality for each term, as places in its list. */
interface Choice {
	readonly at: readonly number[];
	readonly sum: number;
}

/** Choices that are tried; the more words are typed the more there are, and the fewer quotations have them all. */
const MOST_TRIED = 32;

/** In a room of its own: good until the next is asked for. */
export function sparse(bits: Bits, memory: Memory): Sparse {
	const spots = memory.room('spots');
	const words = memory.room('words');
	let filled = 0;
	for (let at = 0; at < bits.length; at++)
		if (bits[at] !== 0) {
			spots[filled] = at;
			words[filled++] = bits[at]!;
		}
	return { spots: spots.subarray(0, filled), words: words.subarray(0, filled) };
}

/**
 * The quotations of `left` by how well their words fit, best first; each is given once, and taken out of `left`. With
 * `few` of them or fewer the rest is given as one. The words given are good until the next are asked for.
 */
export function* sumsOf(
	segment: Segment,
	terms: readonly Term[],
	left: Sparse,
	few: number,
	memory: Memory,
): Generator<Sum> {
	let remaining = countOf(left);
	if (remaining === 0) return;
	// A term that not all of them have comes last in its list as what it is not.
	const qualities = terms.map((term) => [...qualitiesOf(term), 0]);
	const sumAt = (at: readonly number[]) => at.reduce((sum, place, nth) => sum + qualities[nth]![place]!, 0);
	const start = terms.map(() => 0);
	const open: Choice[] = [{ at: start, sum: sumAt(start) }];
	const words = memory.room('sum').subarray(0, left.words.length);
	for (let tried = 0; remaining > few && tried < MOST_TRIED && open.length > 0; ) {
		const { sum } = open[0]!;
		let found = 0;
		words.fill(0);
		// What adds up to the same is one set.
		while (open[0]?.sum === sum) {
			const { at } = open.shift()!;
			const sets = at.flatMap((place, nth) => {
				const quality = qualities[nth]![place]!;
				return quality === 0 ? [] : [inOf(segment, terms[nth]!, nth, quality, memory)];
			});
			found += take(left, sets, words);
			tried++;
			for (const next of after(at, qualities)) insert(open, { at: next, sum: sumAt(next) });
		}
		remaining -= found;
		if (found > 0) yield { quality: sum, exact: true, words };
	}
	if (remaining > 0) yield { quality: open[0]?.sum ?? 0, exact: false, words: left.words };
}

/** Choices one step worse; each choice comes after one other only. */
function* after(at: readonly number[], qualities: readonly (readonly number[])[]): Generator<number[]> {
	let last = at.length - 1;
	while (last > 0 && at[last] === 0) last--;
	for (let nth = last; nth < at.length; nth++)
		if (at[nth]! + 1 < qualities[nth]!.length)
			yield at.map((place, other) => (other === nth ? place + 1 : place));
}

/** Best first. */
function insert(open: Choice[], choice: Choice): void {
	let place = open.length;
	while (place > 0 && open[place - 1]!.sum < choice.sum) place--;
	open.splice(place, 0, choice);
}

/** Moves what is in all sets over; how many. */
function take({ spots, words }: Sparse, sets: readonly Bits[], into: Uint32Array): number {
	const [first, second, ...others] = sets;
	let found = 0;
	for (let n = 0; n < spots.length; n++) {
		const at = spots[n]!;
		let word = words[n]!;
		if (first) word &= first[at]!;
		if (second) word &= second[at]!;
		for (let nth = 0; nth < others.length && word !== 0; nth++) word &= others[nth]![at]!;
		if (word === 0) continue;
		words[n]! &= ~word;
		into[n]! |= word;
		found += ones(word);
	}
	return found;
}

function countOf({ words }: Sparse): number {
	let sum = 0;
	for (let n = 0; n < words.length; n++) sum += ones(words[n]!);
	return sum;
}
