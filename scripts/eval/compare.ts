/**
 * Whether two printed names are one actor's, given what else is known: the merger's comparisons of two names, asked in
 * one call. The program never asks so: it has whole articles, and joins what it finds there (digest/names/link-*.ts).
 */

import {
	type PersonName,
	parsePerson,
	type Role,
	roleOf,
	sameRole,
	titleAndName,
} from '../../source/digest/names/person-name.ts';
import { keyOfPlace, parseBody, relatedPlaces, sameBody } from '../../source/digest/names/same-body.ts';
import { isBare, samePerson } from '../../source/digest/names/same-person.ts';
import { FIRST, flagsOf, IS } from '../../source/lexicon/names.ts';
import type { Kind } from '../../source/types.ts';

export interface NameContext {
	/** Full names met anywhere. */
	readonly known?: readonly string[];
	/** Full names of the article in which `a` stands. */
	readonly sameArticleNames?: readonly string[];
	readonly sameArticle?: boolean;
}

/** related: two actors, one of whom speaks for the other. */
export type Comparison = 'same' | 'different' | 'related';

/** `kind` in the contract's words or their short forms. */
export function compare(a: string, b: string, context: NameContext, kind: Kind | 'org'): Comparison {
	if (kind === 'person') return comparePersons(a, b, context);
	const [placeA, placeB] = [keyOfPlace(a), keyOfPlace(b)];
	if (placeA === placeB) return 'same';
	if (relatedPlaces(placeA, placeB)) return 'related';
	const [one, other] = [parseBody(a), parseBody(b)];
	const verdict = sameBody(one, other);
	if (kind === 'place') return verdict === 'related' ? 'related' : 'different';
	return verdict === 'likely'
		? likelyBody(one.acronym !== other.acronym, context)
			? 'same'
			: 'different'
		: verdict;
}

const likelyBody = (acronym: boolean, { sameArticle }: NameContext) => acronym || sameArticle === true;

const NO_ROLE: Role = roleOf([]);

interface Borne {
	readonly name: PersonName;
	readonly role: Role;
}

const borne = (printed: string): Borne => {
	const { title, name } = titleAndName(printed.trim());
	return { name: parsePerson(name), role: roleOf([title]) };
};

/** A title against the other's title or given name; two given names are compared as names. */
function isOtherGender({ role }: Borne, other: Borne): boolean {
	const flags = flagsOf(other.name.given[0] ?? '') & FIRST;
	const given = flags === IS.female ? 'female' : flags === IS.male ? 'male' : null;
	const gender = other.role.gender ?? given;
	return role.gender !== null && gender !== null && role.gender !== gender;
}

function comparePersons(a: string, b: string, context: NameContext): Comparison {
	const [one, other] = [borne(a), borne(b)];
	if (isOtherGender(one, other) || isOtherGender(other, one)) return 'different';
	const evidence = context.sameArticle === true || sameRole(one.role, other.role);
	switch (samePerson(one.name, other.name)) {
		case 'different':
			return compareGiven(one, other, context) || compareGiven(other, one, context) ? 'same' : 'different';
		case 'same':
			return sonOf(one.name, other.name, context) || isBetween(one.name, other.name, context)
				? 'different'
				: 'same';
		case 'likely':
			return evidence || onlyBearer(one.name, other.name, context) ? 'same' : 'different';
		case 'bare':
			return compareBare(one, other, context) ? 'same' : 'different';
	}
}

/** A name with "Jr." and the same name without, when both are known as they stand: two people. */
function sonOf(a: PersonName, b: PersonName, { known = [] }: NameContext): boolean {
	if ((a.suffix === null) === (b.suffix === null)) return false;
	const names = known.map((name) => parsePerson(titleAndName(name).name));
	const has = ({ words, suffix }: PersonName) =>
		names.some((name) => name.suffix === suffix && name.words.join(' ') === words.join(' '));
	return has(a) && has(b);
}

/** "Walter Fenn" when both Walter R. and Walter K. Fenn are known. */
function isBetween(a: PersonName, b: PersonName, { known = [] }: NameContext): boolean {
	const [short, long] = a.given.length < b.given.length ? [a, b] : [b, a];
	return (
		short.given.length < long.given.length &&
		known
			.map((name) => parsePerson(titleAndName(name).name))
			.some((name) => samePerson(short, name) === 'same' && samePerson(long, name) === 'different')
	);
}

/** "Sir Walter" for "Walter Fenn", "Walter" in an article that names one Walter. */
function compareGiven(alone: Borne, full: Borne, context: NameContext): boolean {
	const { sameArticleNames = [], known = [], sameArticle } = context;
	const name = alone.name.last;
	if (alone.name.words.length !== 1 || isBare(full.name) || full.name.given[0] !== name) return false;
	if (sameArticleNames.length === 0 && !sameArticle && !alone.role.knighted) return false;
	const bearers = (sameArticleNames.length > 0 ? sameArticleNames : known)
		.map((printed) => parsePerson(titleAndName(printed).name))
		.filter(({ given, last }) => given[0] === name || last === name);
	return bearers.length > 0
		? bearers.every((bearer) => samePerson(bearer, full.name) === 'same')
		: sameArticle === true;
}

function bearersOf(bare: PersonName, names: readonly string[]): PersonName[] {
	const bearers: PersonName[] = [];
	for (const name of names.map((printed) => parsePerson(titleAndName(printed).name))) {
		if (isBare(name) || samePerson(bare, name) !== 'bare') continue;
		if (!bearers.some((met) => samePerson(met, name) === 'same')) bearers.push(name);
	}
	return bearers;
}

function compareBare(a: Borne, b: Borne, context: NameContext): boolean {
	const [bare, full] = isBare(a.name) ? [a, b] : [b, a];
	const agree = (bearer: PersonName) => isBare(full.name) || samePerson(bearer, full.name) === 'same';
	const near = bearersOf(bare.name, context.sameArticleNames ?? []);
	if (near.length > 0) return near.every(agree);
	const known = bearersOf(bare.name, context.known ?? []).filter(
		(name) => !isOtherGender(bare, { name, role: NO_ROLE }),
	);
	const roles = sameRole(bare.role, full.role);
	if (known.length > 1) return roles && known.some(agree);
	return known.length === 1 ? known.every(agree) : roles || context.sameArticle === true;
}

function onlyBearer(a: PersonName, b: PersonName, { known = [] }: NameContext): boolean {
	const bearers = known
		.map((printed) => parsePerson(titleAndName(printed).name))
		.filter((name) => [a, b].some((one) => samePerson(one, name) !== 'different'));
	return bearers.length > 0 && bearers.every((name) => samePerson(name, bearers[0]!) === 'same');
}
