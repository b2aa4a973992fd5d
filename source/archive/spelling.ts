/**
 * Words of a filter that are nowhere in its list: taken for those most like them, and said so. They are looked for among the
 * names and the words of that list alone, so that what is taken finds something.
 */
import { distance } from '../search/distance.ts';
import type { Rescued } from '../search/find.ts';
import { typoFits } from '../search/meanings.ts';
import { nearest } from '../search/nearest.ts';
import { type Words, wordAt } from '../search/words.ts';
import type { Filter, Term } from './filter.ts';

export type Spelled = Filter & { readonly rescued: readonly Rescued[] };

/** Shorter ones resemble too much. */
export const FEWEST_LETTERS = 4;
/** Of so many letters one may be wrong: who is asked for and is not there is not somebody else. */
const LETTERS_AN_EDIT = 4;
const ALIKE = 0.6;
/** So many are tried. */
const MOST_TRIED = 8;

/** Whether a filter's term can be mistyped; what hides rows is taken as it is, and so is a number. */
export const mayBeMistyped = ({ field, value, not }: Term): boolean =>
	!not &&
	(field === 'from' || field === 'by' || field === 'words') &&
	value.length >= FEWEST_LETTERS &&
	/\p{L}/u.test(value);

/** Two words or more are taken for a whole name. */
export const isPhrase = (value: string): boolean => value.includes(' ');

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const BETWEEN = /[^\p{L}\p{N}]+/u;

/** All words of folded texts, and of what is written with a hyphen the halves too. */
export function wordsIn(texts: Iterable<string>): Set<string> {
	const words = new Set<string>();
	for (const text of texts)
		for (const piece of text.split(/\s+/)) {
			if (piece.length < FEWEST_LETTERS || words.has(piece)) continue;
			const whole = piece.replace(EDGES, '');
			for (const word of new Set([whole, ...whole.split(BETWEEN)]))
				if (word.length >= FEWEST_LETTERS) words.add(word);
		}
	return words;
}

/** All whole names; `names` as `joined` puts several into one string. */
export function namesIn(names: Iterable<string>): Set<string> {
	const whole = new Set<string>();
	for (const name of names) for (const one of name.split('\n')) whole.add(one.trim());
	return whole;
}

/** The words of a search that a typed one may be, with some that it cannot be. */
export function wordsNear(words: Words, value: string): string[] {
	return isPhrase(value) ? [] : Array.from(typoFits(words, value).words, (word) => wordAt(words, word));
}

/** Those most like `value`, best first. */
export function likeliest(all: Iterable<string>, value: string): string[] {
	const edits = Math.max(1, Math.floor(value.length / LETTERS_AN_EDIT));
	const like = [...new Set(all)].flatMap((one) => {
		const away = Math.abs(one.length - value.length) > edits ? edits + 1 : distance(value, one, edits);
		return away > edits || one === value ? [] : [{ one, away }];
	});
	like.sort((a, b) => a.away - b.away || (a.one < b.one ? -1 : 1));
	const near = nearest(
		like.map(({ one }) => one),
		value,
		MOST_TRIED,
		ALIKE,
	).map(({ at }) => like[at]!);
	return near.sort((a, b) => a.away - b.away).map(({ one }) => one);
}
