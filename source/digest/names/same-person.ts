/** Whether two names can be one person's, by the names alone. */
import { isFeminine, isOneGivenName } from '../../article/names/given.ts';
import { consonants, foldForeign, foldName, resemblance } from '../../article/names/spelling.ts';
import { GIVEN_NAMES_OF_OTHER_SCRIPTS, PARTICLES } from '../../lexicon/given-names.ts';
import { FIRST, flagsOf, isEnglishFirst } from '../../lexicon/names.ts';
import { FATHERS, LEAST_HEARD } from './blocks.ts';
import type { PersonName } from './person-name.ts';

/**
 * same: one person as far as names can tell; likely: only with a role or an article in common; bare: one of them has
 * no given name, so that others must be known; different: never one person.
 */
export type Verdict = 'same' | 'likely' | 'bare' | 'different';

/** heard: another spelling of one name from another script. */
type Agreement = 'equal' | 'heard' | 'near' | 'no';
type GivenAgreement = 'same' | 'dropped' | 'initial' | 'sound' | 'conflict' | 'missing';

export function samePerson(a: PersonName, b: PersonName): Verdict {
	if (a.last === '' || b.last === '') return 'different';
	if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return 'different';
	if (isTail(a, b) || isTail(b, a)) {
		if (a.words.length === b.words.length) return a.given.length > 0 ? 'same' : 'bare';
		const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
		if (short.given.length === 0) return 'bare';
		if (isTelling(short)) return 'same';
		// "J. Robert Hale" goes by Robert; "Patrick Hale" may be another than "John Patrick Hale".
		return long.words[0]!.length === 1 && long.words.length === short.words.length + 1 ? 'same' : 'likely';
	}
	if (isBareDouble(a, b) || isBareDouble(b, a)) return 'bare';
	if (isSonsName(a, b) || isSonsName(b, a)) return 'same';
	const last = lastNames(a, b);
	// Nearly all pairs end here: given names are looked at only where they decide.
	if (last === 'no')
		return (isShortened(a, b) || isShortened(b, a)) && givenNames(a.given, b.given) === 'same'
			? 'likely'
			: turned(a, b);
	const given = givenNames(a.given, b.given);
	switch (given === 'same' && !joinedAgree(a, b) ? 'dropped' : given) {
		case 'missing':
			return last === 'equal' ? 'bare' : 'different';
		case 'same':
			return last === 'near' ? 'likely' : 'same';
		case 'dropped':
		case 'initial':
		case 'sound':
			return last === 'equal' ? 'likely' : 'different';
		case 'conflict':
			return 'different';
	}
}

/** "von der Leyen" after "Ursula von der Leyen"; where the family name stands first the end is no name. */
function isTail(short: PersonName, long: PersonName): boolean {
	const gap = long.words.length - short.words.length;
	if (gap < 0 || (gap > 0 && (long.familyFirst || short.familyFirst))) return false;
	return short.words.every((word, at) => long.words[gap + at] === word);
}

const isGiven = (word: string) => (flagsOf(word) & FIRST) !== 0;

/** Two words and more that hardly anybody else bears: "Lula da Silva", "Osman Kell", but not "Patrick Hale". */
function isTelling({ words }: PersonName): boolean {
	const own = words.filter((word) => !PARTICLES.has(word));
	const first = own[0] ?? '';
	return (
		own.length > 1 && first.length > 1 && !isEnglishFirst(first) && !GIVEN_NAMES_OF_OTHER_SCRIPTS.has(first)
	);
}

/** "Hart-Boone" beside "Camila Boone": hers, when nobody else bears it. */
const isBareDouble = (short: PersonName, other: PersonName) =>
	short.given.length === 0 && other.given.length > 0 && short.halves.includes(other.last);

/** "Omar bin Khalid" for "Omar bin Khalid al-Tayyib": the father's name tells who is meant. */
function isSonsName({ words: short }: PersonName, { words: long }: PersonName): boolean {
	return (
		short.length > 2 &&
		short.length < long.length &&
		FATHERS.test(short[1]!) &&
		short.every((word, at) => isOneGivenName(word, long[at]!))
	);
}

/** Two surnames of which the second is left out, or two hyphenated of which one is. */
function isShortened(short: PersonName, long: PersonName): boolean {
	if (long.halves.length > 0 && short.halves.length === 0 && short.given.length > 0)
		return long.halves.some((half) => half === short.last);
	if (short.words.length < 2 || short.words.length >= long.words.length || isGiven(short.last)) return false;
	const own = long.words.filter((word) => !PARTICLES.has(word));
	return (
		own.length === short.words.length + 1 + Math.max(0, long.halves.length - 1) &&
		short.words.every((word, at) => word === own[at]) &&
		short.words[0]!.length > 1 &&
		short.last.length > 1
	);
}

/** "Tanaka Eriko" and "Eriko Tanaka": where both words could be either, nothing is known. */
function turned(a: PersonName, b: PersonName): Verdict {
	const [one, other] = a.words;
	const is =
		a.words.length === 2 &&
		b.words.length === 2 &&
		one === b.words[1] &&
		other === b.words[0] &&
		one!.length > 1 &&
		other!.length > 1 &&
		!(isEnglishFirst(one!) && isEnglishFirst(other!));
	return is ? 'same' : 'different';
}

/** The words of one are those of the other, turned, and do not tell which of them is the given name. */
export const isTurnedEither = (a: PersonName, b: PersonName): boolean =>
	a.words.length === 2 &&
	a.words[0] !== a.words[1] &&
	a.words[0] === b.words[1] &&
	a.words[1] === b.words[0] &&
	isGiven(a.words[0]!) === isGiven(a.words[1]!);

/** "Jean-Claude" is not "Jean". */
const joinedAgree = (a: PersonName, b: PersonName) =>
	!((a.joined && b.given.length === 1) || (b.joined && a.given.length === 1)) ||
	a.given.length === b.given.length;

function lastNames(a: PersonName, b: PersonName): Agreement {
	if (a.last === b.last) return 'equal';
	const [one, other] = [a.folded, b.folded];
	if (one === other) return 'equal';
	if (Math.min(one.length, other.length) < LEAST_HEARD || isFeminine(one, other) || /s[eo]n$/.test(one))
		return 'no';
	if (GIVEN_NAMES_OF_OTHER_SCRIPTS.has(a.given[0] ?? '') && foldForeign(a.last) === foldForeign(b.last))
		return 'heard';
	return a.sound === b.sound && resemblance(one, other) >= 0.88 ? 'near' : 'no';
}

function givenNames(a: readonly string[], b: readonly string[]): GivenAgreement {
	const [one, other] = [a[0], b[0]];
	if (one === undefined || other === undefined) return 'missing';
	if (one.length === 1 || other.length === 1) return initials(a, b);
	if (isOneGivenName(one, other)) return middleNames(a.slice(1), b.slice(1)) ? 'same' : 'conflict';
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (
		short.length < long.length &&
		isOneGivenName(short[0]!, long[1]!) &&
		middleNames(short.slice(1), long.slice(2))
	)
		return 'dropped';
	// "Jong Un" and "Jongun", "Jae-in" and "Jaein".
	if (a.join('') === b.join('')) return 'same';
	const [foldA, foldB] = [foldName(one), foldName(other)];
	if (isFeminine(foldA, foldB) || consonants(one) !== consonants(other)) return 'conflict';
	return resemblance(foldA, foldB) >= 0.8 && middleNames(a.slice(1), b.slice(1)) ? 'sound' : 'conflict';
}

/** All initials of one side begin the names of the other; with two and more of them it is the same person. */
function initials(a: readonly string[], b: readonly string[]): GivenAgreement {
	const count = Math.min(a.length, b.length);
	for (let at = 0; at < count; at++) if (a[at]![0] !== b[at]![0]) return 'conflict';
	if (a.every((word, at) => word === b[at]) && a.length === b.length && count > 0) return 'same';
	return count > 1 ? 'same' : 'initial';
}

/** Middle names agree unless both sides have one and the first of each begins otherwise. */
function middleNames(a: readonly string[], b: readonly string[]): boolean {
	const [one, other] = [a[0], b[0]];
	if (one === undefined || other === undefined) return true;
	if (one.length === 1 || other.length === 1) return one[0] === other[0];
	return isOneGivenName(one, other) || a.some((word) => b.includes(word));
}

/** For tests of words outside a parsed name. */
export const isBare = ({ given }: PersonName): boolean => given.length === 0;

/** "Tom Hale" and "Tom B. Hale Jr.": the suffix may only be left out, or they are father and son. */
export const isFather = (a: PersonName, b: PersonName): boolean =>
	(a.suffix === null) !== (b.suffix === null) && a.folded === b.folded && a.given[0] === b.given[0];
