/** Evidence is counted in weights, one for each thing a name may be. */
import { flagsOf, longestFrom } from '../../lexicon/names.ts';
import type { Word } from './stream.ts';

export const PERSON = 0;
export const ORGANISATION = 1;
export const PLACE = 2;
/** A name of something else: a law, a prize, a people, a day. */
export const OTHER = 3;

export type Weights = [person: number, organisation: number, place: number, other: number];

export function add(to: Weights, person: number, organisation: number, place: number, other: number): void {
	to[0] += person;
	to[1] += organisation;
	to[2] += place;
	to[3] += other;
}

/** The words from `from` to `to` as the lists and the article's memory know them. */
export function keyOfStretch(words: readonly Word[], from: number, to: number): string {
	let key = words[from]!.key;
	for (let i = from + 1; i < to; i++) key += ` ${words[i]!.key}`;
	return key;
}

/** Flags of the whole stretch as a phrase of the lists; 0 when it is none. */
export function phraseFlags(words: readonly Word[], from: number, to: number): number {
	if (to - from === 1) return words[from]!.flags;
	return longestFrom(words[from]!.key) >= to - from ? flagsOf(keyOfStretch(words, from, to)) : 0;
}

export const ACRONYM = /^(?:\p{Lu}\.?){2,6}s?$|^\p{Lu}&\p{Lu}$/u;
export const GENERATION = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;

/** In capitals on purpose, not because the line is shouted: WHO, US, IT. */
export const emphatic = (word: Word): boolean => word.upper && !word.shouted;
