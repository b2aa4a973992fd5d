/** Text → the words a search compares, with their places: case, accents, apostrophes and dots in abbreviations gone. */
import { LETTERS } from '../lexicon/letters.ts';
import type { Span } from '../types.ts';

export interface Word extends Span {
	/** What is compared. */
	readonly folded: string;
	/** Words of one place are spellings of the same stretch ("30-day": 30, day, 30day); neighbours differ by one. */
	readonly place: number;
}

// Scripts written without spaces are searched by the character; abbreviations ("U.S.") and numbers ("1,000") are one
// word each; apostrophes belong to the word they stand in.
const WORD =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]\p{M}*|(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’ʼ`´‘][\p{L}\p{M}]+)*/gu;

const ASCII = /^[a-z0-9]+$/;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** One word as it is compared: "Zełenśky’s" → "zelenskys", "U.S." → "us", "1,000" → "1000". */
export function fold(word: string): string {
	const lower = word.toLowerCase();
	if (ASCII.test(lower)) return lower;
	if (!BEYOND_ASCII.test(lower)) return lower.replace(/['`.,]/g, '');
	return lower
		.normalize('NFKD')
		.replace(/[\p{M}'’ʼ`´‘.,]/gu, '')
		.replace(/[ßæœøłđðþħı]/g, (letter) => LETTERS.get(letter) ?? letter);
}

const HYPHEN = /[-\u2010\u2011]/;
const POSSESSIVE = /['’ʼ`´‘]s$/i;

/** The words of a text with every spelling they can be found by. Linear. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let place = 0;
	let before: Word | null = null;
	for (const match of text.matchAll(WORD)) {
		const start = match.index;
		const end = start + match[0].length;
		const folded = fold(match[0]);
		if (folded === '') continue;
		const word: Word = { start, end, folded, place: place++ };
		words.push(word);
		const bare = folded.endsWith('s') ? match[0].replace(POSSESSIVE, '') : match[0];
		if (bare !== match[0]) words.push({ ...word, end: start + bare.length, folded: fold(bare) });
		if (before?.end === start - 1 && HYPHEN.test(text.charAt(start - 1)))
			words.push({ start: before.start, end, folded: before.folded + folded, place: before.place });
		before = word;
	}
	return words;
}

/** The words of a query, each in its barest spelling. */
export function typedWords(query: string): string[] {
	return [...query.matchAll(WORD)]
		.map(([word]) => fold(word.replace(POSSESSIVE, '')))
		.filter((word) => word !== '');
}
