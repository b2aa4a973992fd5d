/** A person's name taken apart: given names, family name, and the titles around them. */
import { consonants, foldName } from '../../article/names/spelling.ts';
import { FIRST_STANDING_FAMILY_NAMES, PARTICLES } from '../../lexicon/given-names.ts';
import { COUNTRY_OF_ADJECTIVE, COUNTRY_OF_NAME } from '../../lexicon/nations.ts';
import {
	CALLINGS,
	FEMALE_WORDS,
	HONORIFICS,
	MALE_WORDS,
	ONE_HEAD,
	SAID_OF_BOTH,
	TITLE_COMPLEMENTS,
	TITLE_HEADS,
	TITLE_MODIFIERS,
	TITLE_STATES,
} from '../../lexicon/titles.ts';
import type { Gender } from '../../types.ts';
import { foldWord } from '../terms.ts';

export interface PersonName {
	/** Folded words; one letter each for initials. */
	readonly given: readonly string[];
	/** Folded, particles before it left off; '' for a name without any word. */
	readonly last: string;
	/** The last name in the one spelling of all its spellings, and its consonants. */
	readonly folded: string;
	readonly sound: string;
	/** Every word of the name, folded, hyphens split, particles kept: "von der leyen". */
	readonly words: readonly string[];
	readonly suffix: string | null;
	/** "Jean-Claude": the first two given names are one. */
	readonly joined: boolean;
	/** The family name stands first and given names end the row. */
	readonly familyFirst: boolean;
	/** The halves of "Hart-Boone". */
	readonly halves: readonly string[];
}

export interface Role {
	/** Heads of titles borne: "president", "secretary". */
	readonly heads: readonly string[];
	/** Fields of the callings told, of what is no office: "a fisherman". */
	readonly callings: readonly number[];
	readonly countries: readonly string[];
	readonly gender: Gender | null;
	/** Sir, Dame, King: a given name may follow. */
	readonly knighted: boolean;
}

const SUFFIXES: Readonly<Record<string, string>> = {
	jr: 'jr',
	junior: 'jr',
	sr: 'sr',
	senior: 'sr',
	ii: '2',
	iii: '3',
	iv: '4',
	v: '5',
	vi: '6',
	vii: '7',
	viii: '8',
	xiv: '14',
	xvi: '16',
};

/** Given names that are also titles: alone before a family name they are given names. */
const ALSO_GIVEN = new Set(['dean', 'don', 'earl', 'duke', 'marshall', 'major', 'author']);

/** "M.S. Rao" has no title, nor has "MS Rao". */
const INITIALS = /^(?:\p{Lu}\.){2,3}$|^M[RSX]$|^DR$/u;

/** "Former U.S. President Joe Biden" → ["Former U.S. President", "Joe Biden"]. */
export function titleAndName(printed: string): { readonly title: string; readonly name: string } {
	const words = printed
		.replace(/^then-/i, 'then ')
		.split(/\s+/)
		.filter(Boolean);
	const bare = words.map((word) => foldWord(word.replace(/,$/, '')));
	let last = words.length - 1;
	while (last > 0 && SUFFIXES[bare[last]!]) last--;
	let from = 0;
	for (let at = 0; at < last; at++) {
		if (!TITLE_HEADS.has(bare[at]!) && !HONORIFICS.has(bare[at]!)) continue;
		if (at === 0 && last === 1 && ALSO_GIVEN.has(bare[at]!)) continue;
		if (INITIALS.test(words[at]!)) continue;
		from = at + 1;
		if (bare[from] !== 'of' && bare[from] !== 'for') continue;
		let of = from + 1;
		while (of < last && (/^(?:the|and|of|for)$/.test(bare[of]!) || TITLE_COMPLEMENTS.has(bare[of]!))) of++;
		from = of;
	}
	return { title: words.slice(0, from).join(' '), name: words.slice(from).join(' ') };
}

const spelt = (last: string) => ({ last, folded: foldName(last), sound: consonants(last) });

/** `printed` without titles. Total: any text gives some name. */
export function parsePerson(printed: string): PersonName {
	const words = printed
		.replace(/[“”"‘][^“”"’]*[“”"’]\s/g, '')
		.split(/[\s,]+/)
		.flatMap(initialsApart)
		.filter((word) => word !== '');
	let suffix: string | null = null;
	while (words.length > 1) {
		const found = SUFFIXES[foldWord(words.at(-1)!)];
		if (!found) break;
		suffix = found;
		words.pop();
	}
	const split = words.flatMap((word) => word.split(/[-‐‑]/).filter(Boolean).map(foldWord)).filter(Boolean);
	const joined = words.length > 1 && /\p{L}[-‐‑]\p{L}/u.test(words[0]!);
	if (isFamilyFirst(words)) {
		const given = split.slice(1);
		return { given, words: split, suffix, joined, familyFirst: true, halves: [], ...spelt(split[0]!) };
	}
	const own = (words.at(-1) ?? '').split(/[-‐‑]/).map(foldWord).filter(Boolean);
	const halves = own.length === 2 && !/^(?:al|el)$/.test(own[0]!) ? own : [];
	const last =
		halves.length > 0 ? own.join('') : own.slice(/^(?:al|el)$/.test(own[0] ?? '') ? 1 : 0).join('');
	let given = split.slice(0, Math.max(0, split.length - own.length));
	// "Ben Hart", "Al Hart": with a capital at the head of a name these are given names.
	const kept = GIVEN_PARTICLES.has(words[0] ?? '') ? 1 : 0;
	while (given.length > kept && PARTICLES.has(given.at(-1)!)) given = given.slice(0, -1);
	return {
		given: servantOf(given),
		words: split,
		suffix,
		joined,
		familyFirst: false,
		halves,
		...spelt(last),
	};
}

const GIVEN_PARTICLES = new Set(['Ben', 'Al', 'Mac']);

/** "Abdel Fattah", "Abdul-Fatah" and "Abd al-Fattah" are one given name. */
function servantOf(given: readonly string[]): readonly string[] {
	const at = given.findIndex((word) => /^abd(?:[aeu]l)?$/.test(word));
	if (at < 0) return given;
	const from = /^[aeu]l$/.test(given[at + 1] ?? '') ? at + 2 : at + 1;
	const next = given[from];
	return next === undefined ? given : [...given.slice(0, at), `abdul${next}`, ...given.slice(from + 1)];
}

/** "J.D." and "JD" are two initials; other words stand as they are. */
function initialsApart(word: string, index: number, all: readonly string[]): string[] {
	if (/^(?:\p{Lu}\.){1,4}$/u.test(word)) return word.split('.').filter(Boolean);
	if (index < all.length - 1 && /^\p{Lu}{2}$/u.test(word) && !/^(?:JO|AL|ED|BO|CY|TY|VI)$/.test(word))
		return [...word];
	// Three of them only where the rest is no capitals.
	if (index === 0 && /^\p{Lu}{3}$/u.test(word) && /\p{Ll}/u.test(all.at(-1)!)) return [...word];
	return [word.replace(/[’']s?$/, '').replace(/\.$/, '')];
}

/** A syllable as Chinese, Korean and Vietnamese names are written in Latin letters. */
const SYLLABLE =
	/^(?:[bcdfghjklmnpqrstvwxyz]|zh|ch|sh|ts|kh|ph|th|tr|ng|gy|hy|ky|my|py|ry|by|qu|ny|pph|kk|tt|jj|ss|gw|kw|hw)?[aeiouwy]{1,3}(?:n|ng|r|k|l|m|p|t|h|b|c|ch|nh|i|o|u)?$/;

function isFamilyFirst(words: readonly string[]): boolean {
	const [family, ...rest] = words;
	if (rest.length === 0 || rest.length > 2 || !FIRST_STANDING_FAMILY_NAMES.has(foldWord(family!)))
		return false;
	const syllables = rest.flatMap((word) => word.split(/[-‐‑]/));
	if (rest.length === 1 && FIRST_STANDING_FAMILY_NAMES.has(foldWord(rest[0]!)) && rest[0]!.length < 3)
		return false;
	return (
		syllables.length <= 2 &&
		(rest.length === 2 || syllables.length === 2 || rest[0]!.length <= 8) &&
		syllables.every((word) => /^\p{Lu}?\p{Ll}*$/u.test(word) && isSyllables(foldWord(word), syllables.length))
	);
}

/** One syllable of two, or a given name of two written as one word ("Jinping"). */
function isSyllables(word: string, parts: number): boolean {
	if (SYLLABLE.test(word)) return true;
	if (parts > 1) return false;
	for (let at = 2; at < word.length - 1; at++)
		if (SYLLABLE.test(word.slice(0, at)) && SYLLABLE.test(word.slice(at))) return true;
	return false;
}

/** What printed titles tell: heads, countries, gender. */
export function roleOf(titles: readonly string[]): Role {
	const heads = new Set<string>();
	const callings = new Set<number>();
	const countries = new Set<string>();
	let gender: Gender | null = null;
	for (const title of titles) {
		const words = title.split(/[\s,]+|-(?=\p{Lu})/u).map(foldWord);
		// "Former striker" tells nothing of what one is now.
		const was = words.some((word) => TITLE_STATES.has(word));
		words.forEach((word, at) => {
			const country =
				COUNTRY_OF_ADJECTIVE.get(`${word} ${words[at + 1] ?? ''}`) ??
				COUNTRY_OF_NAME.get(`${word} ${words[at + 1] ?? ''}`) ??
				COUNTRY_OF_ADJECTIVE.get(word) ??
				COUNTRY_OF_NAME.get(word);
			if (country) countries.add(country);
			const calling = was ? undefined : CALLINGS.get(word);
			if (calling !== undefined) callings.add(calling);
			if (TITLE_HEADS.has(word) && !TITLE_STATES.has(word)) heads.add(ONE_HEAD[word] ?? word);
			if (FEMALE_WORDS.has(word)) gender = 'female';
			else if (MALE_WORDS.has(word) && !SAID_OF_BOTH.test(word)) gender = 'male';
		});
	}
	return {
		heads: [...heads].filter((head) => heads.size === 1 || !TITLE_MODIFIERS.has(head)),
		callings: [...callings],
		countries: [...countries],
		gender,
		knighted: titles.some((title) =>
			/\b(?:Sir|Dame|King|Queen|Prince|Princess|Pope|Sheikh|Emir)$/.test(title),
		),
	};
}

/** One office, as far as is told: a head in common and no two different countries. */
export function sameRole(a: Role, b: Role): boolean {
	const shared = a.heads.some((head) => b.heads.includes(head));
	const abroad =
		a.countries.length > 0 &&
		b.countries.length > 0 &&
		!a.countries.some((country) => b.countries.includes(country));
	return shared && !abroad;
}
