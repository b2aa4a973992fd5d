/** Texts as bags and rows of words to be compared: case, accents, endings and mere function words gone. */
import { LETTERS } from '../lexicon/letters.ts';
import { STOP_WORDS, SYNONYMS } from '../lexicon/news-terms.ts';
import type { Span } from '../types.ts';

/** A word with its place in the text. */
export interface Term extends Span {
	/** As compared; '' for a function word. */
	readonly stem: string;
	/** Lower case, without accents and possessive. */
	readonly word: string;
	/** Printed with a capital. */
	readonly capital: boolean;
	readonly number: boolean;
}

/** Most words open with two letters of English: asked first, they are told without a look into the classes of Unicode. */
const WORD =
	/[A-Za-z]{2,}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)?|\p{N}+(?:[.,]\p{N}+)*|(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu;
const PLAIN = /^[a-z]+$/;
const NUMBER = /^\p{N}/u;
const CAPITAL = /^\p{Lu}/u;

/** The words of a stretch of text, in order. Linear. */
export function termsIn(text: string, span: Span = { start: 0, end: text.length }): Term[] {
	const terms: Term[] = [];
	for (const { 0: printed, index } of text.slice(span.start, span.end).matchAll(WORD)) {
		const start = span.start + index;
		const word = foldWord(printed);
		const plain = isSmall(printed);
		const number = !plain && NUMBER.test(printed);
		terms.push({
			start,
			end: start + printed.length,
			word,
			stem: number ? word : STOP_WORDS.has(word) ? '' : stemOf(word),
			capital: !plain && CAPITAL.test(printed),
			number,
		});
	}
	return terms;
}

/** It opens with a small letter of English, as most words do: no number, and no capital. */
function isSmall(printed: string): boolean {
	const first = printed.charCodeAt(0);
	return first >= 97 && first <= 122;
}

/** The same words, where nothing else of them is asked. */
export function wordsIn(text: string, { start, end }: Span): string[] {
	return printedIn(text.slice(start, end)).map(foldWord);
}

/** The words as they are printed. */
export function printedIn(text: string): readonly string[] {
	return text.match(WORD) ?? [];
}

const FIGURE = /\p{N}+(?:[.,]\p{N}+)*/gu;

/** The figures among them, as compared, with their places. */
export function figuresIn(
	text: string,
	{ start, end }: Span,
): { readonly word: string; readonly start: number }[] {
	return Array.from(text.slice(start, end).matchAll(FIGURE), ({ 0: printed, index }) => ({
		word: foldWord(printed),
		start: start + index,
	}));
}

/** "Zełensky’s" → "zelensky", "U.S." → "us", "1,000" → "1000". */
export function foldWord(printed: string): string {
	if (PLAIN.test(printed)) return printed;
	const lower = printed.toLowerCase();
	if (PLAIN.test(lower)) return lower;
	return lower
		.replace(/['’](?:s|d|ll|m|re|ve|t)?$/, '')
		.normalize('NFKD')
		.replace(/[\p{M}'’,]|\.(?!\p{N})/gu, '')
		.replace(/[ßæœøłđðþħı]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/** Endings in the order they are tried; a word keeps at least three letters with a vowel among them. */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
	['sses', 'ss'],
	['ies', 'y'],
	['ations', 'at'],
	['ation', 'at'],
	['ments', ''],
	['ment', ''],
	['ness', ''],
	['ingly', ''],
	['edly', ''],
	['ings', ''],
	['ing', ''],
	['ied', 'y'],
	['ed', ''],
	['ers', ''],
	['er', ''],
	['ally', 'al'],
	['ly', ''],
	['es', ''],
	['ss', 'ss'],
	['us', 'us'],
	['s', ''],
];

/** The same by their last letter. */
const ENDINGS_IN: ReadonlyMap<string, typeof ENDINGS> = new Map(
	[...'dgnrsty'].map((last) => [last, ENDINGS.filter(([ending]) => ending.endsWith(last))]),
);

/** A light stemmer with the news synonyms folded in; what it makes need not be a word. */
export function stemOf(word: string): string {
	const known = SYNONYMS.get(word);
	if (known) return known;
	const stem = cut(word);
	return SYNONYMS.get(stem) ?? stem;
}

function cut(word: string): string {
	if (word.length < 4) return word;
	for (const [ending, instead] of ENDINGS_IN.get(word.at(-1)!) ?? []) {
		if (!word.endsWith(ending)) continue;
		const root = word.slice(0, -ending.length);
		if (root.length + instead.length < 3 || !/[aeiouy]/.test(root)) continue;
		const stem = root + instead;
		if (ending === 'ss' || ending === 'us') return stem;
		// "stopped" → "stop", "hoped" → "hop": a silent e is cut everywhere, so both spellings meet.
		return withoutSilent(withoutDouble(stem), 2);
	}
	return withoutSilent(word, 3);
}

/** A consonant that is doubled before an ending, once. */
const withoutDouble = (stem: string) => {
	const last = stem.at(-1)!;
	return last === stem.at(-2) && !'aeiouylsz'.includes(last) ? stem.slice(0, -1) : stem;
};

/** Without an e at the end, behind so many letters at least. */
const withoutSilent = (stem: string, behind: number) =>
	stem.length > behind && stem.endsWith('e') ? stem.slice(0, -1) : stem;
