/** Whom a last name alone means that its own article joins with nobody. */

import { FIRST, flagsOf } from '../../lexicon/names.ts';
import type { Apart } from '../corrections.ts';
import { foldWord } from '../terms.ts';
import {
	type Candidate,
	clearly,
	evidence,
	type Found,
	type Group,
	hasOffice,
	hasRole,
	isKeptApart,
	isKin,
	isOtherGender,
	KIN,
	type Kinship,
	type Person,
	sure,
} from './person-groups.ts';
import { isBare, samePerson } from './same-person.ts';

/** For a bare name whose full form nobody prints. */
const DISTANT_KIN = 0.05;
/** Of the articles that name a bearer of a last name in full, the share of the one whom all mean. */
const BY_FAR = 0.85;
/** With so many articles the likeness of the one at hand is not even asked for. */
const FAMOUS = { share: 0.95, articles: 20 };

export function attachBare(person: Person, near: readonly Group[], kinship: Kinship, apart: Apart): Found {
	const bearers: Group[] = [];
	const provisional: Group[] = [];
	const same: Group[] = [];
	for (const group of near) {
		if (isKeptApart(person, group, apart) || isOtherGender(person, group) || isRefused(person, group))
			continue;
		// "De Varela": no given name, and yet no name of many.
		if (person.name.words.length > 1 && group.printed.has(person.printed)) same.push(group);
		const full = group.names.filter((name) => !isBare(name));
		if (full.length > 0) {
			if (full.every((name) => samePerson(name, person.name) === 'bare')) bearers.push(group);
		} else if (group.names.every((name) => samePerson(name, person.name) === 'bare')) provisional.push(group);
	}
	// By the first of two surnames somebody else is called, perhaps in these very events.
	const isOther = near.some((group) => isBySurname(person, group) && isKin(person, group, kinship, KIN));
	if (same.length === 1 && bearers.length < 2) return sure({ group: same[0]!, reason: 'same name' });
	const here = bearers.filter(({ articles }) => articles.has(person.at));
	if (here.length === 1) return sure({ group: here[0]!, reason: 'same article' });
	if (here.length > 1) return { group: null, reason: 'first met', doubtful: true };
	if (bearers.length > 1) return amongMany(person, bearers, provisional, kinship);
	const [only] = bearers;
	if (only && evidence(person, only, kinship, KIN))
		return {
			group: only,
			reason: 'only bearer',
			doubtful: hasOtherOffice(person, only) || (isOther && !hasRole(person, only)),
		};
	return beside(person, provisional, kinship, isOther);
}

/** What is printed with the name decides; what is merely likely stays in doubt. */
function amongMany(
	person: Person,
	bearers: readonly Group[],
	provisional: readonly Group[],
	kinship: Kinship,
): Found {
	const near = (groups: readonly Group[]) => groups.filter((group) => isKin(person, group, kinship, KIN));
	const titled = bearers.filter((group) => hasRole(person, group));
	const [fitting, ...others] = near(titled);
	if (fitting && others.length === 0) return sure({ group: fitting, reason: 'same role' });
	const [spelt, ...alike] = near(bearers.filter((group) => isSpeltSo(person, group)));
	if (spelt && alike.length === 0) return sure({ group: spelt, reason: 'same name' });
	// Whose office is printed is nobody who has another one.
	const open = titled.length > 0 ? titled : bearers.filter((group) => !hasOtherOffice(person, group));
	const group = open.length > 0 ? byFar(person, open, kinship) : null;
	if (group) return { group, reason: 'by far best known', doubtful: true };
	return beside(person, provisional, kinship, true);
}

/** The one of several bearers of a last name whom nearly all articles mean by it. */
function byFar(person: Person, bearers: readonly Group[], kinship: Kinship): Group | null {
	const all = bearers.reduce((sum, { articles }) => sum + articles.size, 0);
	const best = bearers.reduce((one, other) => (other.articles.size > one.articles.size ? other : one));
	const share = best.articles.size / all;
	if (share >= FAMOUS.share && best.articles.size >= FAMOUS.articles) return best;
	return share >= BY_FAR && isKin(person, best, kinship, KIN) ? best : null;
}

/** Another bare name of a person whose full name is nowhere, or of one of several whose names are. */
function beside(person: Person, groups: readonly Group[], kinship: Kinship, several: boolean): Found {
	const found = groups.flatMap((group): Candidate[] => {
		const reason = group.articles.has(person.at)
			? ('same article' as const)
			: evidence(person, group, kinship, DISTANT_KIN);
		return reason ? [{ group, reason }] : [];
	});
	const one = found.length === 1 ? found[0]! : clearly(person, found, kinship);
	if (!one) return { group: null, reason: 'first met', doubtful: several };
	return { ...one, doubtful: several || found.length > 1 };
}

/**
 * Whom the bare name cannot mean: somebody of the same article, which has both and tells them apart; the president's
 * wife, when a president is named; anybody but a prince, when it is a prince's.
 */
function isRefused(person: Person, group: Group): boolean {
	const { name, at, role } = person;
	const here = group.articles.get(at);
	if (here?.some(({ words }) => words.includes(name.last))) return true;
	if (person.reigning !== group.reigning && (person.reigning || !isProvisional(group))) return true;
	return role.heads.length > 0 && group.kin && !hasRole(person, group);
}

/** "Moreth" for Gudrun Moreth Rist, but not "Scott" for Ana Scott Rist. */
const isBySurname = ({ name }: Person, { names }: Group) =>
	(flagsOf(name.last) & FIRST) === 0 &&
	names.some(({ words }) => words.indexOf(name.last, 1) > 0 && words.at(-1) !== name.last);

const isProvisional = ({ names }: Group) => names.every(isBare);

const hasOtherOffice = (person: Person, group: Group) =>
	person.role.heads.length > 0 && hasOffice(group) && !hasRole(person, group);

/** In letters that most newsrooms leave out: who prints "č" means no "c". */
function isSpeltSo({ printed }: Person, group: Group): boolean {
	if (foldWord(printed) === printed.toLowerCase()) return false;
	for (const name of group.printed) if (name.split(/[\s-]+/).includes(printed)) return true;
	return false;
}
