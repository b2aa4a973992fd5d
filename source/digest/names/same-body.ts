/** Whether two names are one organisation's or one place's. */

import { flagsOf, IS, isPlain, PLACE } from '../../lexicon/names.ts';
import {
	COUNTRY_OF_ADJECTIVE,
	COUNTRY_OF_CAPITAL,
	COUNTRY_OF_NAME,
	SPELLINGS_OF_PLACES,
} from '../../lexicon/nations.ts';
import {
	CLIPPED,
	COMPANY_ENDINGS,
	LEFT_OFF,
	LOCAL_NOUNS,
	OFFICE_NOUNS,
	OFFICE_OF,
	ONE_BODY,
	TWO_SCHOOLS,
} from '../../lexicon/offices.ts';
import { STATES } from '../../lexicon/places.ts';
import { foldWord } from '../terms.ts';

export interface BodyName {
	/** Equal for names of one body, when the countries do not differ. */
	readonly key: string;
	/** Whose it is, when the name or general knowledge tells. */
	readonly country: string | null;
	/** An office of a kind that every country has: nothing without its country. */
	readonly general: boolean;
	/** Folded, in order, without the article. */
	readonly words: readonly string[];
	/** All capitals: "NATO", "U.N.". */
	readonly acronym: boolean;
}

const SMALL = new Set(['the', 'of', 'for', 'and', '&', 'in', 'on', 'to', 'de', 's', 'at']);

/** Words of one office that countries and newsrooms spell or choose differently. */
const ONE_WORD: Readonly<Record<string, string>> = {
	defence: 'defense',
	organisation: 'organization',
	centre: 'center',
	labour: 'labor',
	programme: 'program',
	presidential: 'president',
	ministerial: 'minister',
	parliamentary: 'parliament',
	governmental: 'government',
	constitutional: 'constitution',
	dept: 'department',
	intl: 'international',
	natl: 'national',
	assn: 'association',
	univ: 'university',
	bros: 'brothers',
};

export function parseBody(printed: string): BodyName {
	const words = printed
		.replace(/['’]s(?=\s|$)/g, '')
		.split(/[\s,/]+/)
		.map((word) => foldWord(word.replace(/\.$/, '')).replace(/[^\p{L}\p{N}&+-]/gu, ''))
		.filter((word) => word !== '');
	while (words[0] === 'the' && words.length > 1) words.shift();
	const whose = words.length;
	while (words.length > 1 && COMPANY_ENDINGS.has(words.at(-1)!)) words.pop();
	// "Orbis & Co", "Orbis Group Inc"
	if (words.length < whose && words.length > 1 && /^(?:&|and|group)$/.test(words.at(-1)!)) words.pop();
	const acronym = /^(?:\p{Lu}\.?){2,6}$/u.test(printed.replace(/^the\s/i, '').trim());
	const whole = words.join(' ');
	const known = ONE_BODY.get(whole) ?? ONE_BODY.get(words.map((word) => ONE_WORD[word] ?? word).join(' '));
	if (known !== undefined && (acronym || whole.length > 3 || CLIPPED.has(whole) || !isPlain(whole)))
		return { key: known, country: OFFICE_OF.get(known) ?? null, general: false, words, acronym };
	const office = OFFICE_OF.get(whole);
	if (office !== undefined) return { key: whole, country: office, general: false, words, acronym };
	const { rest, country } = withoutCountry(words);
	const left = rest.filter((word) => !SMALL.has(word)).map((word) => ONE_WORD[word] ?? word);
	if (country !== null && left.length > 0) {
		const inCountry = ONE_BODY.get(rest.filter((word) => word !== 'the').join(' '));
		if (inCountry !== undefined && OFFICE_OF.get(inCountry) === country)
			return { key: inCountry, country, general: false, words, acronym };
	}
	if (left.at(-1) === 'university' && left.at(-2) === 'state') left.pop();
	const drop = left.length > 2 ? left.filter((word) => word !== 'affairs') : left;
	const school = schoolKey(words);
	return {
		key: school ?? ([...new Set(drop)].sort().join(' ') || whole),
		country,
		general: left.length > 0 && left.every((word) => OFFICE_NOUNS.has(word)),
		words,
		acronym,
	};
}

const STATES_OF_SCHOOLS: ReadonlySet<string> = new Set(STATES);

/** "University of Kansas", "Kansas University": where both kinds are known to be two schools, the order of the words tells. */
function schoolKey(words: readonly string[]): string | null {
	const at = words.indexOf('university');
	if (at < 0) return null;
	const place = (at === 0 && words[1] === 'of' ? words.slice(2) : words.slice(0, at))
		.filter((word) => word !== 'the')
		.map((word) => (word === 'saint' ? 'st' : word))
		.join(' ');
	return STATES_OF_SCHOOLS.has(place) || TWO_SCHOOLS.has(place) ? words.join(' ') : null;
}

/** Takes a country out of a name that is more than the country: "Russian", "of Russia", "U.S.". */
function withoutCountry(words: readonly string[]): {
	readonly rest: readonly string[];
	readonly country: string | null;
} {
	for (let length = Math.min(4, words.length - 1); length > 0; length--) {
		for (let at = 0; at + length <= words.length; at++) {
			const part = words.slice(at, at + length).join(' ');
			const country = COUNTRY_OF_ADJECTIVE.get(part) ?? COUNTRY_OF_NAME.get(part);
			if (country) return { rest: [...words.slice(0, at), ...words.slice(at + length)], country };
		}
	}
	return { rest: words, country: null };
}

export type BodyVerdict = 'same' | 'likely' | 'related' | 'different';

/** likely: one body if both names are met in one article, or the country is told there. */
export function sameBody(a: BodyName, b: BodyName): BodyVerdict {
	if (a.key !== b.key) {
		if (isShortFor(a, b) || isShortFor(b, a) || isPartOf(a, b) || isPartOf(b, a)) return 'likely';
		return speaksFor(a, b) || speaksFor(b, a) ? 'related' : 'different';
	}
	if (a.country === b.country) return a.general && a.country === null ? 'likely' : 'same';
	if (a.country !== null && b.country !== null) return 'different';
	// "The Harbour Police" beside "Danish Harbour Police"; but one word is too little to go by.
	return a.general || b.general || a.key.includes(' ') ? 'likely' : 'different';
}

/** Three and more letters that begin the words of the other. */
function isShortFor(short: BodyName, long: BodyName): boolean {
	if (!short.acronym || long.words.length < 3 || ONE_BODY.has(short.key)) return false;
	const letters = short.words.join('');
	const content = long.words.filter((word) => !SMALL.has(word));
	return letters.length >= 3 && (initialsOf(content) === letters || initialsOf(long.words) === letters);
}

/** "City Council" for "Aldermere City Council", "Tellor Steel" for "Tellor Steel Group". */
function isPartOf({ words: short }: BodyName, { words: long, country }: BodyName): boolean {
	const gap = long.length - short.length;
	if (gap < 1 || gap > 2) return false;
	if (short.length > 1 && country === null && short.every((word) => LOCAL_NOUNS.has(word)))
		return short.every((word, at) => long[gap + at] === word) && !LOCAL_NOUNS.has(long[gap - 1]!);
	return (
		gap === 1 &&
		LEFT_OFF.has(long.at(-1)!) &&
		short.every((word, at) => long[at] === word) &&
		isOwnName(short)
	);
}

/** Known for no place and no other body. */
const isOwnName = (words: readonly string[]) =>
	(flagsOf(words.join(' ')) & (PLACE | IS.organisation | IS.people | IS.common)) === 0;

const initialsOf = (words: readonly string[]) => words.map((word) => word[0]).join('');

/** White House and United States, Kremlin and Moscow: whom a name may stand for. */
function speaksFor(office: BodyName, other: BodyName): boolean {
	const name = other.words.join(' ');
	const land = COUNTRY_OF_NAME.get(name) ?? COUNTRY_OF_CAPITAL.get(name);
	const own = office.country ?? COUNTRY_OF_CAPITAL.get(office.words.join(' '));
	return land !== undefined && own !== undefined && land === own && (office.general || isSeat(office));
}

const isSeat = ({ key, words }: BodyName) => OFFICE_OF.has(key) || COUNTRY_OF_CAPITAL.has(words.join(' '));

/** One key for the spellings of a place: "U.S." and "United States", "Kiev" and "Kyiv". */
export function keyOfPlace(printed: string): string {
	const words = printed
		.replace(/['’]s$/, '')
		.replace(/['’]/g, '')
		.split(/[\s,]+/)
		.map((word) => foldWord(word.replace(/\.$/, '')))
		.filter((word) => word !== '');
	while (words[0] === 'the' && words.length > 1 && words[1] !== 'hague') words.shift();
	const whole = words.map((word) => (word === 'saint' ? 'st' : word)).join(' ');
	return (
		COUNTRY_OF_NAME.get(whole) ??
		COUNTRY_OF_NAME.get(words.join(' ')) ??
		SPELLINGS_OF_PLACES.get(whole) ??
		whole
	);
}

/** A capital and its country: who speaks for whom, never one actor. */
export function relatedPlaces(a: string, b: string): boolean {
	return COUNTRY_OF_CAPITAL.get(a) === b || COUNTRY_OF_CAPITAL.get(b) === a;
}
