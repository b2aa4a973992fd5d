/** What a typed word may mean among the words of the news, and how well each fits. */
import { nearestWords } from './rescue.ts';
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

/** Word numbers and how well each fits; a number may come twice, the better counts. */
export interface Fits {
	readonly words: number[];
	readonly quality: number[];
}

export const noFits = (): Fits => ({ words: [], quality: [] });

function add(fits: Fits, word: number, quality: number): void {
	fits.words.push(word);
	fits.quality.push(quality);
}

/** The word itself, and the words that begin with it. O(log words + found). */
export function literalFits(words: Words, typed: string): Fits {
	const fits = noFits();
	const { from, to } = beginning(words, typed);
	for (let word = from; word < to; word++) {
		const more = words.starts[word + 1]! - words.starts[word]! - typed.length;
		add(fits, word, more === 0 ? QUALITY.whole : more <= ENDING ? QUALITY.stem : QUALITY.begun);
	}
	return fits;
}

/** Two typed words that the news write as one: "cease fire". */
export function joinedFits(words: Words, joined: string): Fits {
	const fits = literalFits(words, joined);
	return { ...fits, quality: fits.quality.map((one) => Math.min(one, QUALITY.joined)) };
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
	const fits = noFits();
	walkTypos(words, typed, editsFor(typed.length), (word, edits, whole) => {
		if (edits === 0) return;
		const [once, twice] = whole ? [QUALITY.edit, QUALITY.edits] : [QUALITY.editBegun, QUALITY.editsBegun];
		add(fits, word, edits === 1 ? once : twice);
	});
	return fits;
}

/** For a word that nothing else explains: the words most like it. */
export function rescueFits(words: Words, typed: string): Fits {
	const fits = noFits();
	for (const word of nearestWords(words, typed)) add(fits, word, QUALITY.rescued);
	return fits;
}
