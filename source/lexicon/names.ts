/** What is known of a word or phrase before any text is read: one table of flags over all the lists. */
import { STARTERS } from './abbreviations.ts';
import { MORE_FEMALE, MORE_MALE, WEAK_FIRST } from './first-names.ts';
import { FIRST_STANDING_FAMILY_NAMES, PARTICLES } from './given-names.ts';
import { CALENDAR, HAPPENING_SUFFIXES, HAPPENINGS } from './happenings.ts';
import lists from './names.json' with { type: 'json' };
import {
	NOT_BODIES,
	ORG_HEADS,
	ORG_NOUNS,
	ORG_SUFFIXES,
	ORGANISATIONS,
	PAPERS,
	WEAK_SUFFIXES,
} from './organisations.ts';
import {
	CITIES,
	COUNTRIES,
	PEOPLES,
	PLACE_HEADS,
	PLACE_NOUNS,
	PLACE_SUFFIXES,
	REGIONS,
	STATES,
} from './places.ts';
import { holds } from './sorted.ts';
import { stemsOf } from './stems.ts';
import {
	HONORIFICS,
	ROLE_NOUNS,
	TITLE_COMPLEMENTS,
	TITLE_HEADS,
	TITLE_MODIFIERS,
	TITLE_STATES,
} from './titles.ts';

/** Bits of what a word may be. */
export const IS = {
	common: 1 << 0,
	female: 1 << 1,
	male: 1 << 2,
	weakFirst: 1 << 3,
	people: 1 << 4,
	calendar: 1 << 5,
	country: 1 << 6,
	city: 1 << 7,
	town: 1 << 8,
	region: 1 << 9,
	organisation: 1 << 10,
	happening: 1 << 11,
	placeHead: 1 << 12,
	placeSuffix: 1 << 13,
	orgHead: 1 << 14,
	orgSuffix: 1 << 15,
	weakSuffix: 1 << 16,
	happeningSuffix: 1 << 17,
	titleHead: 1 << 18,
	titleModifier: 1 << 19,
	titleState: 1 << 20,
	titleComplement: 1 << 21,
	honorific: 1 << 22,
	role: 1 << 23,
	particle: 1 << 24,
	familyFirst: 1 << 25,
	starter: 1 << 26,
	placeNoun: 1 << 27,
	orgNoun: 1 << 28,
	notBody: 1 << 29,
	paper: 1 << 30,
	/** A rare plain word; given by the reader of a text, see isPlain. */
	plain: 1 << 31,
} as const;

export const PLACE = IS.country | IS.city | IS.town | IS.region;
export const FIRST = IS.female | IS.male;

const TITLES_AND_NAMES = new Set(['guy']);

function build() {
	const flags = new Map<string, number>();
	const starts = new Map<string, number>();
	const add = (flag: number, words: Iterable<string>) => {
		for (const word of words) {
			flags.set(word, (flags.get(word) ?? 0) | flag);
			const space = word.indexOf(' ');
			if (space < 0) continue;
			const first = word.slice(0, space);
			const length = word.split(' ').length;
			if (length > (starts.get(first) ?? 1)) starts.set(first, length);
		}
	};
	const plural = (word: string) =>
		/(?:[sxz]|ch|sh|ese)$/.test(word) ? word : word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
	add(IS.female, lists.female.split('|'));
	add(IS.male, lists.male.split('|'));
	// The lists written by hand overrule the longer ones on which gender a name mostly has.
	for (const name of [...MORE_FEMALE, ...MORE_MALE]) flags.set(name, (flags.get(name) ?? 0) & ~FIRST);
	add(IS.female, MORE_FEMALE);
	add(IS.male, MORE_MALE);
	add(IS.weakFirst, WEAK_FIRST);
	for (const people of [...lists.peoples.split('|'), ...PEOPLES]) add(IS.people, [people, plural(people)]);
	add(IS.calendar, CALENDAR);
	add(IS.country, lists.countries.split('|'));
	add(IS.country, COUNTRIES);
	add(IS.country, STATES);
	add(IS.city, lists.cities.split('|'));
	add(IS.city, CITIES);
	add(IS.town, lists.towns.split('|'));
	add(IS.region, REGIONS);
	add(IS.organisation, ORGANISATIONS);
	add(IS.happening, HAPPENINGS);
	add(IS.placeHead, PLACE_HEADS);
	add(IS.placeSuffix, PLACE_SUFFIXES);
	add(IS.orgHead, ORG_HEADS);
	add(IS.orgSuffix, ORG_SUFFIXES);
	add(IS.weakSuffix, WEAK_SUFFIXES);
	add(IS.paper, PAPERS);
	add(IS.happeningSuffix, HAPPENING_SUFFIXES);
	add(IS.titleHead, TITLE_HEADS);
	add(IS.titleModifier, TITLE_MODIFIERS);
	add(IS.titleState, TITLE_STATES);
	add(IS.titleComplement, TITLE_COMPLEMENTS);
	add(IS.honorific, HONORIFICS);
	add(IS.role, ROLE_NOUNS);
	add(IS.particle, PARTICLES);
	add(IS.particle, ['bint', 'ould', 'ud']);
	add(IS.familyFirst, FIRST_STANDING_FAMILY_NAMES);
	add(IS.starter, STARTERS);
	add(IS.placeNoun, PLACE_NOUNS);
	add(IS.orgNoun, ORG_NOUNS);
	add(IS.notBody, NOT_BODIES);
	// "Prince", "Sultan", "Judge": first names too, but before a name they are titles.
	for (const title of [...TITLE_HEADS, ...HONORIFICS])
		if (!TITLES_AND_NAMES.has(title)) flags.set(title, (flags.get(title) ?? 0) & ~FIRST);
	for (const day of CALENDAR)
		if (!/^(?:jan|april|may|june|august)$/.test(day)) flags.set(day, (flags.get(day) ?? 0) & ~FIRST);
	// Names somewhere, but far oftener the first word of an English sentence.
	for (const word of [...STARTERS, 'said', 'say', 'see', 'stop'])
		if (!/^(?:will|may)$/.test(word)) flags.set(word, (flags.get(word) ?? 0) & ~FIRST);
	for (const word of lists.common.split('|')) flags.set(word, (flags.get(word) ?? 0) | IS.common);
	return { flags, starts };
}

let built: ReturnType<typeof build> | undefined;
/** Built when the first name is looked up: who only asks for help does not wait for it. */
const tables = () => (built ??= build());

/** The flags of a word or phrase in its key form (lower case, no accents, one space between words). */
export function flagsOf(key: string): number {
	const known = tables().flags.get(key) ?? 0;
	return key.endsWith('.') ? known | flagsOf(key.slice(0, -1)) : known;
}

/** A first name that English speakers bear. */
export const isEnglishFirst = (key: string): boolean => holds(lists.male, key) || holds(lists.female, key);

/** Any word of plain English, also a rare one: at the head of a sentence its capital says nothing. */
export function isPlain(key: string): boolean {
	const { flags } = tables();
	const known = (word: string) => ((flags.get(word) ?? 0) & IS.common) !== 0 || holds(lists.plain, word);
	return known(key) || stemsOf(key).some(known);
}

/** How many words the longest known phrase has that begins with this word. */
export const longestFrom = (key: string): number => tables().starts.get(key) ?? 1;
