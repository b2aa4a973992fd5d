/** Whether a person is spoken of as she or he: titles first, then first names, then the pronouns that follow. */
import { FIRST, flagsOf, IS } from '../../lexicon/names.ts';
import { FEMALE_WORDS, MALE_WORDS, SAID_OF_BOTH } from '../../lexicon/titles.ts';
import type { Gender } from '../../types.ts';
import type { Role } from './roles.ts';
import type { Word } from './stream.ts';

/** Positive for she, negative for he. */
export type Leaning = number;

const PRONOUNS: ReadonlyMap<string, Leaning> = new Map([
	['she', 1],
	['her', 1],
	['hers', 1],
	['herself', 1],
	['he', -1],
	['his', -1],
	['him', -1],
	['himself', -1],
]);
/** So little is told by "chairman" and the like, which are said of women too. */
const FADED = 1.5;
export const isFaded = (lean: Leaning): boolean => Math.abs(lean) <= FADED;

export function leaningOfRole({ keys, courtesy }: Role): Leaning {
	for (const key of [...keys].reverse()) {
		if (FEMALE_WORDS.has(key)) return courtesy ? 8 : 4;
		if (MALE_WORDS.has(key)) return SAID_OF_BOTH.test(key) ? -FADED : courtesy ? -8 : -4;
		// "a spokeswoman for the king": what follows "of" and "for" is somebody else.
	}
	return 0;
}

export function leaningOfGivenName(keys: readonly string[]): Leaning {
	const flags = flagsOf(keys[0]!);
	if (keys.length < 2 && (flags & (IS.weakFirst | IS.common)) !== 0) return 0;
	const first = flags & FIRST;
	if (first === IS.female) return 3;
	if (first === IS.male) return -3;
	// "J. Carla Ruiz"
	return keys.length > 2 && /^\p{L}\.?$/u.test(keys[0]!) ? leaningOfGivenName(keys.slice(1)) : 0;
}

/** Behind "asked by": who was asked is spoken of next. */
const isAsker = (words: readonly Word[], to: number) => {
	for (let i = to - 1; i > 0 && to - i < 8; i--)
		if (words[i]!.key === 'by') return /^(?:asked|questioned|pressed|interviewed)$/.test(words[i - 1]!.key);
	return false;
};

/**
 * The first pronoun after a name in its sentence, no other person between. "Kell asked her" tells of another one, and
 * so does "asked by Kell why she left".
 */
export function leaningOfPronoun(words: readonly Word[], from: number, until: number): Leaning {
	if (isAsker(words, from)) return 0;
	for (let i = from; i < until; i++) {
		if (i === from + 1 && isObject(words, i)) return 0;
		const lean = PRONOUNS.get(words[i]!.key);
		if (lean !== undefined && words[i]!.type === 'word') return lean;
	}
	return 0;
}

/** "Kell thanked him", "asked her why": object of the verb right behind the name; "sold her house" is her own. */
const isObject = (words: readonly Word[], at: number) =>
	words[at]!.key === 'him' ||
	(words[at]!.key === 'her' &&
		(words[at + 1]?.type !== 'word' ||
			/^(?:about|to|for|on|in|at|by|with|from|and|but|as|if|that|why|how|what|when|where|whether|who|the|a|an)$/.test(
				words[at + 1]!.key,
			)));

export function genderOf(told: Leaning, pronouns: readonly Leaning[]): Gender | null {
	if (Math.abs(told) >= 1) return told > 0 ? 'female' : 'male';
	const sum = pronouns.reduce((total, lean) => total + lean, 0);
	return pronouns.length > 0 && Math.abs(sum) >= pronouns.length * 0.6 ? (sum > 0 ? 'female' : 'male') : null;
}
