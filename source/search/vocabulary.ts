/** Which words of the news a typed word may mean, and how well each fits. */
import { distance, prefixDistance } from './distance.ts';
import { nearest } from './nearest.ts';

/** How well words fit, from 1 (the word itself) down. The order of the tiers is the order of the results. */
const QUALITY = {
	whole: 1,
	joined: 0.97,
	prefix: 0.85,
	edit: 0.72,
	edits: 0.58,
	editedPrefix: 0.5,
	rescued: 0.35,
};

export interface Vocabulary {
	/** Sorted, without repeats. */
	readonly words: readonly string[];
	readonly numbers: ReadonlyMap<string, number>;
}

/** Word number → quality of the fit, 0..1. */
export type Fits = Map<number, number>;

export function vocabularyOf(words: Iterable<string>): Vocabulary {
	const sorted = [...new Set(words)].sort();
	return { words: sorted, numbers: new Map(sorted.map((word, number) => [word, number])) };
}

/** The word itself, and the words that begin with it. O(log words + found). */
export function literalFits(vocabulary: Vocabulary, typed: string): Fits {
	const fits: Fits = new Map();
	const { words } = vocabulary;
	let low = 0;
	for (let high = words.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (words[middle]! < typed) low = middle + 1;
		else high = middle;
	}
	for (; low < words.length && words[low]!.startsWith(typed); low++) {
		const share = typed.length / words[low]!.length;
		fits.set(low, share === 1 ? QUALITY.whole : QUALITY.prefix + 0.1 * share);
	}
	return fits;
}

/** Two typed words that the news write as one: "cease fire". */
export function joinedFits(vocabulary: Vocabulary, first: string, second: string): Fits {
	const fits: Fits = new Map();
	const literal = literalFits(vocabulary, first + second);
	for (const [word, quality] of literal) fits.set(word, quality * QUALITY.joined);
	return fits;
}

/** One typed word that the news write as two: "ceasefire". Pairs of word numbers, both of two letters or more. */
export function splitFits(vocabulary: Vocabulary, typed: string): (readonly [number, number])[] {
	const pairs: (readonly [number, number])[] = [];
	for (let cut = 2; cut <= typed.length - 2; cut++) {
		const first = vocabulary.numbers.get(typed.slice(0, cut));
		const second = first === undefined ? undefined : vocabulary.numbers.get(typed.slice(cut));
		if (first !== undefined && second !== undefined) pairs.push([first, second]);
	}
	return pairs;
}

export const SPLIT_QUALITY = QUALITY.joined;

const NUMBER = /^\p{N}/u;

/** Edits forgiven in a word of this many letters: none in the shortest, where any edit gives another word. */
function editsFor(letters: number): number {
	return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/** Words within a typo or two, whole or as a beginning. One pass over the vocabulary. */
export function typoFits(vocabulary: Vocabulary, typed: string): Fits {
	const fits: Fits = new Map();
	const limit = editsFor(typed.length);
	// Numbers are not mistyped words: 2021 does not mean 2022.
	if (limit === 0 || NUMBER.test(typed)) return fits;
	for (const [number, word] of vocabulary.words.entries()) {
		if (word.length < typed.length - limit || NUMBER.test(word)) continue;
		const whole = distance(typed, word, limit);
		if (whole <= limit) fits.set(number, whole <= 1 ? QUALITY.edit : QUALITY.edits);
		else if (word.length > typed.length && prefixDistance(typed, word, limit) <= limit)
			fits.set(number, QUALITY.editedPrefix);
	}
	return fits;
}

/** For a word nothing else explains: what Fuse holds most alike among the words that could be meant at all. */
export function rescueFits(vocabulary: Vocabulary, typed: string): Fits {
	const fits: Fits = new Map();
	if (typed.length < 4 || NUMBER.test(typed)) return fits;
	const letters = new Set(typed);
	const candidates: number[] = [];
	for (const [number, word] of vocabulary.words.entries()) {
		if (Math.abs(word.length - typed.length) > 3 || NUMBER.test(word)) continue;
		let shared = 0;
		for (const letter of letters) if (word.includes(letter)) shared++;
		if (shared * 2 > letters.size && candidates.push(number) >= 3000) break;
	}
	const words = candidates.map((number) => vocabulary.words[number]!);
	// Fuse looks for the word anywhere inside another; three letters in five must answer for themselves.
	const limit = Math.floor(typed.length * 0.4);
	for (const { at, score } of nearest(words, typed, 5))
		if (distance(typed, words[at]!, limit) <= limit) fits.set(candidates[at]!, QUALITY.rescued * (1 - score));
	return fits;
}
