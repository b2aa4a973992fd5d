/** Whether two names can be one person's, by the names alone. */
import { GIVEN_NAME_GROUPS } from '../../lexicon/given-names.ts';
import { foldWord } from '../terms.ts';
import type { PersonName } from './person-name.ts';
import { consonants, foldName, resemblance } from './spelling.ts';

/**
 * same: one person as far as names can tell; likely: only with a role or an article in common; bare: one of them has
 * no given name, so that others must be known; different: never one person.
 */
export type Verdict = 'same' | 'likely' | 'bare' | 'different';

type Agreement = 'equal' | 'near' | 'no';
type GivenAgreement = 'same' | 'dropped' | 'initial' | 'sound' | 'conflict' | 'missing';

export function samePerson(a: PersonName, b: PersonName): Verdict {
	if (a.last === '' || b.last === '') return 'different';
	if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return 'different';
	const tail = isTail(a.words, b.words) || isTail(b.words, a.words);
	const last = tail ? 'equal' : lastNames(a.last, b.last);
	if (last === 'no') return 'different';
	const given = tail && a.words.length !== b.words.length ? 'missing' : givenNames(a.given, b.given);
	switch (given) {
		case 'missing':
			return last === 'equal' ? 'bare' : 'different';
		case 'same':
			return last === 'equal' ? 'same' : 'likely';
		case 'dropped':
		case 'initial':
		case 'sound':
			return last === 'equal' ? 'likely' : 'different';
		case 'conflict':
			return 'different';
	}
}

/** "von der Leyen" after "Ursula von der Leyen". */
function isTail(short: readonly string[], long: readonly string[]): boolean {
	const gap = long.length - short.length;
	return gap >= 0 && short.every((word, at) => long[gap + at] === word);
}

function lastNames(a: string, b: string): Agreement {
	if (a === b) return 'equal';
	const [one, other] = [foldName(a), foldName(b)];
	if (one === other) return 'equal';
	if (Math.min(one.length, other.length) < 5 || isFeminine(one, other) || /s[eo]n$/.test(one)) return 'no';
	return consonants(a) === consonants(b) && resemblance(one, other) >= 0.88 ? 'near' : 'no';
}

/** Petrov and Petrova, Paul and Paula, Daniel and Danielle: two people. */
function isFeminine(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return (
		(long.startsWith(short) &&
			/^(?:a|e|ia|ya|ina|ine|le|la|el|ele|ele|et|ete|eta)$/.test(long.slice(short.length))) ||
		(/o$/.test(short) && long === `${short.slice(0, -1)}a`) ||
		(long.slice(0, -1) === short.slice(0, -1) && /[oi]a|ao/.test(short.at(-1)! + long.at(-1)!)) ||
		(/(?:i|y)$/.test(short) && /aya$/.test(long) && long.startsWith(short.slice(0, -1)))
	);
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

export function isOneGivenName(a: string, b: string): boolean {
	if (a === b) return true;
	const groups = GIVEN_NAME_GROUPS.get(a);
	if (groups && GIVEN_NAME_GROUPS.get(b)?.some((group) => groups.includes(group))) return true;
	const [one, other] = [foldName(a), foldName(b)];
	return one === other && !isFeminine(a, b);
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

/** The same given names in any spelling have one root: the key of an id. */
export function rootOfName({ given, last, suffix }: PersonName): string {
	const first = given[0] ?? '';
	const group = GIVEN_NAME_GROUPS.get(first)?.[0];
	const root = group === undefined ? foldName(first) : `#${group}`;
	return [root, foldName(last), suffix ?? ''].join(' ');
}

/** For tests of words outside a parsed name. */
export const isBare = ({ given }: PersonName): boolean => given.length === 0;

/** Names that share nothing with these cannot be theirs: the key under which candidates are sought. */
export function blockOf({ last }: PersonName): string {
	return consonants(foldWord(last)).slice(0, 2);
}
