/** The words of a quotation, as they are held against those of another version of it. */
import { NUMBERS } from '../lexicon/calendar.ts';
import { OPPOSING, PASTS, SHORTENED, WRITTEN_OUT } from '../lexicon/versions.ts';
import { foldWord, printedIn } from './terms.ts';

/** Words of a quotation that are compared. */
const COMPARED = 120;

/** What a word is, where two versions differ in it; bits. */
export const OPPOSITE = 1;
export const FIGURE = 2;
export const NAME = 4;

export interface SaidWords {
	readonly words: readonly string[];
	/** By word, what it is. */
	readonly kinds: Uint8Array;
	/** Whether dots stand for words left out. */
	readonly elided: boolean;
}

const ELIDED = /…|\.\s?\.\s?\./;

/** Short forms are written out: who prints "won't" and who prints "will not" heard the same. */
export function saidWords(text: string): SaidWords {
	const read = text.slice(0, COMPARED * 12);
	const long = SHORTENED.test(read)
		? WRITTEN_OUT.reduce((words, [short, written]) => words.replace(short, written), read)
		: read;
	const printed = printedIn(long).slice(0, COMPARED);
	const words = printed.map((word) => {
		const folded = foldWord(word);
		return PASTS.get(folded) ?? folded;
	});
	const kinds = Uint8Array.from(words, (word, at) => kindOf(word, printed[at]!, at));
	return { words, kinds, elided: ELIDED.test(read) };
}

function kindOf(word: string, printed: string, at: number): number {
	if (OPPOSING.has(word)) return OPPOSITE;
	if (NUMBERS.has(word) || /^\p{N}/u.test(word)) return FIGURE;
	// The first word has a capital whatever it is.
	return at > 0 && word !== 'i' && /^\p{Lu}/u.test(printed) ? NAME : 0;
}

/** Where the longest row of words that both hold stands in each: 1 for a word of it. */
export function heldInBoth(short: Int32Array, long: Int32Array): readonly [Uint8Array, Uint8Array] {
	const width = long.length + 1;
	const lengths = new Uint8Array((short.length + 1) * width);
	for (let a = short.length - 1; a >= 0; a--)
		for (let b = long.length - 1; b >= 0; b--)
			lengths[a * width + b] =
				short[a] === long[b]
					? lengths[(a + 1) * width + b + 1]! + 1
					: Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!);
	const held: readonly [Uint8Array, Uint8Array] = [new Uint8Array(short.length), new Uint8Array(long.length)];
	// As near to each other in the long one as they can stand: a word of them may stand there earlier too.
	let first = 0;
	while (first < long.length && lengths[first + 1] === lengths[0]) first++;
	for (let a = 0, b = first; a < short.length && b < long.length; )
		if (short[a] === long[b]) held[0][a++] = held[1][b++] = 1;
		else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a++;
		else b++;
	return held;
}
