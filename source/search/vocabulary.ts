/** Which words of the news a typed word may mean, and how well each fits. */
import { distance } from './distance.ts';
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

export const SPLIT_QUALITY = QUALITY.joined;

export interface Vocabulary {
	/** Sorted by UTF-16 unit, without repeats. */
	readonly words: readonly string[];
	readonly numbers: ReadonlyMap<string, number>;
	/** How many units a word shares with the one before it: what makes a sorted list as good as a tree. */
	readonly shared: Uint8Array;
}

/** Word number → quality of the fit, 0..1. */
export type Fits = ReadonlyMap<number, number>;

export function vocabularyOf(words: Iterable<string>): Vocabulary {
	const sorted = [...new Set(words)].sort();
	const shared = Uint8Array.from(sorted, (word, at) => {
		const before = sorted[at - 1] ?? '';
		let same = 0;
		while (same < 255 && same < before.length && before.charCodeAt(same) === word.charCodeAt(same)) same++;
		return same;
	});
	return { words: sorted, numbers: new Map(sorted.map((word, number) => [word, number])), shared };
}

/** The word itself, and the words that begin with it. O(log words + found). */
export function literalFits({ words }: Vocabulary, typed: string): Fits {
	const fits = new Map<number, number>();
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
	const fits = literalFits(vocabulary, first + second);
	return new Map([...fits].map(([word, quality]) => [word, quality * QUALITY.joined]));
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

const NUMBER = /^\p{N}/u;

/** Edits forgiven in a word of this many letters: none in the shortest, where any edit gives another word. */
function editsFor(letters: number): number {
	return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/**
 * Words within a typo or two, whole or as a beginning; an edit is a letter put in, left out, exchanged, or two
 * neighbours swapped. The sorted vocabulary is walked as a tree: beginnings that words share are compared once, and
 * none is followed that has too many edits already.
 */
export function typoFits({ words, shared }: Vocabulary, typed: string): Fits {
	const fits = new Map<number, number>();
	const limit = editsFor(typed.length);
	// Numbers are not mistyped words: 2021 does not mean 2022.
	if (limit === 0 || NUMBER.test(typed)) return fits;
	const letters = typed.length;
	// Row `depth` holds the edits from each beginning of the typed word to the first `depth` letters of a word.
	const rows = [Uint8Array.from({ length: letters + 1 }, (_, at) => at)];
	// How deep the rows hold for the word before, and whether a beginning that deep was the typed word already.
	let depth = 0;
	let begun = Number.POSITIVE_INFINITY;
	for (let number = 0; number < words.length; number++) {
		const word = words[number]!;
		depth = Math.min(depth, shared[number]!);
		if (begun > depth) begun = Number.POSITIVE_INFINITY;
		let alive = true;
		while (alive && depth < word.length && depth < letters + limit) {
			alive = nextRow(rows, typed, word, depth) <= limit;
			depth++;
			if (rows[depth]![letters]! <= limit && begun > depth) begun = depth;
		}
		const edits = depth === word.length ? rows[depth]![letters]! : limit + 1;
		if (!NUMBER.test(word)) {
			if (edits <= limit) fits.set(number, edits <= 1 ? QUALITY.edit : QUALITY.edits);
			else if (begun <= depth) fits.set(number, QUALITY.editedPrefix);
		}
		// Whatever begins like this is lost too.
		if (!alive && begun > depth) while (number + 1 < words.length && shared[number + 1]! >= depth) number++;
	}
	return fits;
}

/** Fills the row below `depth` for one more letter of a word; the fewest edits in it. */
function nextRow(rows: Uint8Array[], typed: string, word: string, depth: number): number {
	const above = rows[depth]!;
	const row = (rows[depth + 1] ??= new Uint8Array(above.length));
	const letter = word.charCodeAt(depth);
	const before = depth > 0 ? word.charCodeAt(depth - 1) : -1;
	row[0] = depth + 1;
	let fewest = depth + 1;
	for (let at = 1; at < row.length; at++) {
		const own = typed.charCodeAt(at - 1);
		let edits = Math.min(above[at]! + 1, row[at - 1]! + 1, above[at - 1]! + (own === letter ? 0 : 1));
		if (at > 1 && own === before && typed.charCodeAt(at - 2) === letter)
			edits = Math.min(edits, rows[depth - 1]![at - 2]! + 1);
		row[at] = edits;
		if (edits < fewest) fewest = edits;
	}
	return fewest;
}

/** Fuse scans its list: only so many of the words that could be meant at all are given to it. */
const MOST_CANDIDATES = 2000;

/** For a word nothing else explains: what Fuse holds most alike among the words that could be meant at all. */
export function rescueFits({ words }: Vocabulary, typed: string): Fits {
	const fits = new Map<number, number>();
	if (typed.length < 4 || NUMBER.test(typed)) return fits;
	const letters = new Set(typed);
	const candidates: number[] = [];
	for (const [number, word] of words.entries()) {
		if (Math.abs(word.length - typed.length) > 3 || NUMBER.test(word)) continue;
		let met = 0;
		for (const letter of letters) if (word.includes(letter)) met++;
		if (met * 2 > letters.size && candidates.push(number) >= MOST_CANDIDATES) break;
	}
	const list = candidates.map((number) => words[number]!);
	// Fuse looks for the word anywhere inside another; three letters in five must answer for themselves.
	const limit = Math.floor(typed.length * 0.4);
	for (const { at, score } of nearest(list, typed, 5))
		if (distance(typed, list[at]!, limit) <= limit) fits.set(candidates[at]!, QUALITY.rescued * (1 - score));
	return fits;
}
