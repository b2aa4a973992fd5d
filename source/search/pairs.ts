/**
 * Which words stand side by side in a quotation, roughly and in few bits: where a bit is not set no such two do, and the
 * quotation need not be read to know. Two columns: by how words begin, for words typed in part or mistyped; and by the very
 * words, for one typed as one that the news write as two.
 */
import type { Fits } from './meanings.ts';
import { STANDS, sizeOf, WORD, type Words } from './words.ts';

/** Words of 32 bits a quotation: first those of beginnings, then those of the very words. */
const BEGUN = 4;
const WHOLE = 2;
export const PAIR_WIDTH = BEGUN + WHOLE;

const begunBit = (first: number, second: number): number =>
	(Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)) >>> 25;
const wholeBit = (first: number, second: number): number =>
	(Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0xc2b2ae35)) >>> 26;

/** By the first letter. */
const SECONDS = 32;
/** By the first two. */
const FIRSTS = 1024;
const secondOf = ({ units, starts }: Words, word: number): number => units[starts[word]!]! & 31;
const firstOf = ({ units, starts }: Words, word: number): number => {
	const from = starts[word]!;
	return ((units[from]! & 31) << 5) | (starts[word + 1]! - from > 1 ? units[from + 1]! & 31 : 0);
};

/** `PAIR_WIDTH` words of bits for each quotation. Linear. */
export function pairsOf(words: Words, first: Uint32Array, text: Uint32Array): Uint32Array {
	const size = first.length - 1;
	const pairs = new Uint32Array(size * PAIR_WIDTH);
	const count = sizeOf(words);
	const firsts = new Uint16Array(count);
	const seconds = new Uint8Array(count);
	for (let word = 0; word < count; word++) {
		firsts[word] = firstOf(words, word);
		seconds[word] = secondOf(words, word);
	}
	for (let quotation = 0; quotation < size; quotation++) {
		const own = quotation * PAIR_WIDTH;
		// Where the spellings of the place before begin, and those of this one.
		let before = first[quotation]!;
		let here = before;
		const end = first[quotation + 1]!;
		for (let at = here; at < end; at++) {
			const entry = text[at]!;
			if ((entry & STANDS.apart) !== 0) break;
			if ((entry & STANDS.same) === 0) [before, here] = [here, at];
			const second = entry & WORD;
			for (let other = before; other < here; other++) {
				const word = text[other]! & WORD;
				const begun = begunBit(firsts[word]!, seconds[second]!);
				pairs[own + (begun >>> 5)]! |= 1 << (begun & 31);
				const whole = wholeBit(word, second);
				pairs[own + BEGUN + (whole >>> 5)]! |= 1 << (whole & 31);
			}
		}
	}
	return pairs;
}

/** Whether these two words may stand side by side. */
export function mayPair(words: Words, first: number, second: number) {
	const begun = begunBit(firstOf(words, first), secondOf(words, second));
	const whole = wholeBit(first, second);
	const [spot, bit] = [begun >>> 5, 1 << (begun & 31)];
	const [wholeSpot, wholeOne] = [BEGUN + (whole >>> 5), 1 << (whole & 31)];
	return (pairs: Uint32Array, quotation: number): boolean => {
		const own = quotation * PAIR_WIDTH;
		return (pairs[own + spot]! & bit) !== 0 && (pairs[own + wholeSpot]! & wholeOne) !== 0;
	};
}

/** The bits of all words of one list before one of another, of those that are in a text at all; `BEGUN` words of 32. */
export function bitsOfPairs(
	words: Words,
	postingsFirst: Uint32Array,
	first: readonly Fits[],
	second: readonly Fits[],
): Uint32Array {
	const isTold = (word: number) => postingsFirst[word]! < postingsFirst[word + 1]!;
	const bits = new Uint32Array(BEGUN);
	const [before, after] = [new Uint8Array(FIRSTS), new Uint8Array(SECONDS)];
	for (const fits of first) for (const word of fits.words) if (isTold(word)) before[firstOf(words, word)] = 1;
	for (const fits of second)
		for (const word of fits.words) if (isTold(word)) after[secondOf(words, word)] = 1;
	for (let one = 0; one < FIRSTS; one++)
		for (let other = 0; before[one] === 1 && other < SECONDS; other++)
			if (after[other] === 1) {
				const bit = begunBit(one, other);
				bits[bit >>> 5]! |= 1 << (bit & 31);
			}
	return bits;
}

/** Whether a quotation has one of these bits. */
export function hasPair(pairs: Uint32Array, quotation: number, bits: Uint32Array): boolean {
	const own = quotation * PAIR_WIDTH;
	return (
		((pairs[own]! & bits[0]!) |
			(pairs[own + 1]! & bits[1]!) |
			(pairs[own + 2]! & bits[2]!) |
			(pairs[own + 3]! & bits[3]!)) !==
		0
	);
}
