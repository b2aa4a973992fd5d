/** What a typed word may mean among the words of the news, and how well each fits. */
import { editsFor, walkTypos } from './typos.ts';
import { beginning, numberOf, type Words } from './words.ts';

/** How well a word fits, out of `QUALITY.whole`. The order of these is the order of the results. */
export const QUALITY = {
	whole: 16,
	joined: 15,
	/** All but an ending: "tariff" for "tariffs". */
	stem: 14,
	begun: 13,
	edit: 10,
	editBegun: 9,
	edits: 7,
	editsBegun: 6,
	rescued: 4,
} as const;

/** Letters that a word may go on for and still be all but typed. */
const ENDING = 2;

/** Word numbers and how well each fits. */
export interface Fits {
	/** Ascending. */
	readonly words: Uint32Array;
	readonly quality: Uint8Array;
	/** The qualities there are, best first. */
	readonly kinds: readonly number[];
}

function fitsOf(words: Uint32Array, quality: Uint8Array): Fits {
	let seen = 0;
	for (let at = 0; at < quality.length; at++) seen |= 1 << quality[at]!;
	const kinds: number[] = [];
	for (let one = 31; one > 0; one--) if ((seen & (1 << one)) !== 0) kinds.push(one);
	return { words, quality, kinds };
}

/** The word itself, and the words that begin with it, in their order. O(log words + found). */
export function literalFits(words: Words, typed: string): Fits {
	return begunFits(words, typed, QUALITY.whole);
}

/** Two typed words that the news write as one: "cease fire". */
export function joinedFits(words: Words, joined: string): Fits {
	return begunFits(words, joined, QUALITY.joined);
}

function begunFits(words: Words, typed: string, whole: number): Fits {
	const { from, to } = beginning(words, typed);
	const found = new Uint32Array(to - from);
	const quality = new Uint8Array(to - from);
	for (let word = from; word < to; word++) {
		const more = words.starts[word + 1]! - words.starts[word]! - typed.length;
		found[word - from] = word;
		quality[word - from] = more === 0 ? whole : more <= ENDING ? QUALITY.stem : QUALITY.begun;
	}
	return fitsOf(found, quality);
}

/** One typed word that the news write as two: "ceasefire". Pairs of word numbers, both of two letters or more. */
export function splitFits(words: Words, typed: string): (readonly [number, number])[] {
	const pairs: (readonly [number, number])[] = [];
	for (let cut = 2; cut <= typed.length - 2; cut++) {
		const first = numberOf(words, typed.slice(0, cut));
		const second = first < 0 ? -1 : numberOf(words, typed.slice(cut));
		if (second >= 0) pairs.push([first, second]);
	}
	return pairs;
}

/** Words within a typo or two, whole or as a beginning. */
export function typoFits(words: Words, typed: string): Fits {
	const found: number[] = [];
	const quality: number[] = [];
	walkTypos(words, typed, editsFor(typed.length), (word, edits, whole) => {
		if (edits === 0) return;
		const [once, twice] = whole ? [QUALITY.edit, QUALITY.edits] : [QUALITY.editBegun, QUALITY.editsBegun];
		found.push(word);
		quality.push(edits === 1 ? once : twice);
	});
	return fitsOf(Uint32Array.from(found), Uint8Array.from(quality));
}

/** For a word that nothing else explains: those of the words most like it that are here. */
export function rescueFits(words: Words, nearest: readonly string[]): Fits {
	const found = Uint32Array.from(
		nearest.map((word) => numberOf(words, word)).filter((number) => number >= 0),
	).sort();
	return fitsOf(found, new Uint8Array(found.length).fill(QUALITY.rescued));
}
