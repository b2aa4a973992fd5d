/**
 * Which persons of many articles are one. A name is attached to one actor after it has been checked against all of the
 * actor's names, never chained through the nearest: one odd spelling would draw a whole family together.
 */
import type { Gender, JoinReason as Reason } from '../../types.ts';
import type { Apart } from '../corrections.ts';
import { type PersonName, type Role, sameRole } from './person-name.ts';
import { blocksOf, isBare, samePerson } from './same-person.ts';

/** One person of one article. */
export interface Person {
	readonly at: number;
	readonly index: number;
	readonly printed: string;
	readonly name: PersonName;
	readonly role: Role;
	readonly gender: Gender | null;
	readonly mentions: number;
}

export interface Joined {
	readonly person: Person;
	readonly reason: Reason;
}

export interface PersonGroup {
	readonly joined: Joined[];
}

/** How alike an article is to each other one in what they tell, 0 to 1. */
export type Kinship = (article: number) => Float32Array;

/** From here on two articles are about related events; names may be joined that look only likely. */
const KIN = 0.1;
/** For a bare name whose full form nobody prints. */
const DISTANT_KIN = 0.05;
/** Of the articles that name a bearer of a last name in full, the share of the one whom all mean. */
const BY_FAR = 0.85;
/** With so many articles the likeness of the one at hand is not even asked for. */
const FAMOUS = { share: 0.95, articles: 20 };

interface Group extends PersonGroup {
	/** Full names, each once. */
	readonly names: PersonName[];
	readonly printed: Set<string>;
	readonly articles: Set<number>;
	readonly roles: Role[];
	readonly genders: Set<Gender>;
}

/** Persons by group; the order of `persons` decides nothing. */
export function linkPersons(persons: readonly Person[], kinship: Kinship, apart: Apart): PersonGroup[] {
	const groups: Group[] = [];
	const blocks = new Map<string, Group[]>();
	const ordered = [...persons].sort(
		(a, b) =>
			fullness(b) - fullness(a) ||
			compare(a.name.words.join(' '), b.name.words.join(' ')) ||
			a.at - b.at ||
			a.index - b.index,
	);
	for (const person of ordered) {
		const keys = blocksOf(person.name);
		const near = [...new Set([...keys].flatMap((key) => blocks.get(key) ?? []))];
		const found = isBare(person.name)
			? attachBare(person, near, kinship, apart)
			: attachFull(person, near, kinship, apart);
		if (found) {
			join(found.group, person, found.reason);
			continue;
		}
		const group: Group = {
			joined: [],
			names: [],
			printed: new Set(),
			articles: new Set(),
			roles: [],
			genders: new Set(),
		};
		join(group, person, 'first met');
		groups.push(group);
		for (const key of keys) {
			const block = blocks.get(key);
			if (block) block.push(group);
			else blocks.set(key, [group]);
		}
	}
	return groups;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The names that tell most come first: they decide whom the shorter ones can be. */
function fullness({ name }: Person): number {
	if (isBare(name)) return -1;
	return name.given.reduce((sum, word) => sum + (word.length > 1 ? 2 : 1), 0) + (name.suffix ? 1 : 0);
}

function join(group: Group, person: Person, reason: Reason): void {
	group.joined.push({ person, reason });
	group.articles.add(person.at);
	if (!group.printed.has(person.printed)) {
		group.printed.add(person.printed);
		group.names.push(person.name);
	}
	if (person.role.heads.length > 0 || person.role.gender) group.roles.push(person.role);
	if (person.gender) group.genders.add(person.gender);
}

type Found = { readonly group: Group; readonly reason: Reason } | null;

function attachFull(person: Person, near: readonly Group[], kinship: Kinship, apart: Apart): Found {
	const sure: { group: Group; reason: Reason }[] = [];
	const likely: { group: Group; reason: Reason }[] = [];
	const open = near.filter((group) => !hasOtherTitles(person, group) && !isKeptApart(person, group, apart));
	const known = open.find(({ printed }) => printed.has(person.printed));
	if (known) return { group: known, reason: 'same name' };
	for (const group of open) {
		const verdicts = group.names.filter((name) => !isBare(name)).map((name) => samePerson(name, person.name));
		if (verdicts.length === 0 || verdicts.includes('different')) continue;
		if (isSonOf(person, group)) continue;
		if (verdicts.includes('same')) sure.push({ group, reason: 'same name, other spelling' });
		else {
			const reason = evidence(person, group, kinship, KIN);
			if (reason) likely.push({ group, reason });
		}
	}
	if (sure.length === 1) return sure[0]!;
	if (sure.length > 1) return clearly(person, sure, kinship);
	return likely.length === 1 ? likely[0]! : null;
}

/** "Donald Trump" and "Donald Trump Jr.": the same words, one with a suffix. */
function isSonOf({ name }: Person, { names }: Group): boolean {
	return names.some(
		(other) =>
			(other.suffix === null) !== (name.suffix === null) && other.words.join(' ') === name.words.join(' '),
	);
}

function attachBare(person: Person, near: readonly Group[], kinship: Kinship, apart: Apart): Found {
	const bearers: Group[] = [];
	const provisional: Group[] = [];
	const same: Group[] = [];
	for (const group of near) {
		if (isKeptApart(person, group, apart) || isOtherGender(person, group)) continue;
		// "De Varela": no given name, and yet no name of many.
		if (person.name.words.length > 1 && group.printed.has(person.printed)) same.push(group);
		const full = group.names.filter((name) => !isBare(name));
		if (full.length > 0) {
			if (full.every((name) => samePerson(name, person.name) === 'bare')) bearers.push(group);
		} else if (group.names.every((name) => samePerson(name, person.name) === 'bare')) provisional.push(group);
	}
	if (same.length === 1 && bearers.length < 2) return { group: same[0]!, reason: 'same name' };
	const here = bearers.filter(({ articles }) => articles.has(person.at));
	if (here.length === 1) return { group: here[0]!, reason: 'same article' };
	if (here.length > 1) return null;
	if (bearers.length === 1) {
		const reason = evidence(person, bearers[0]!, kinship, KIN);
		return reason ? { group: bearers[0]!, reason: 'only bearer' } : beside(person, provisional, kinship);
	}
	if (bearers.length > 1) {
		const fitting = bearers.filter((group) => hasRole(person, group) && isKin(person, group, kinship, KIN));
		if (fitting.length === 1) return { group: fitting[0]!, reason: 'same role' };
		const group = byFar(person, bearers, kinship);
		return group ? { group, reason: 'by far best known' } : beside(person, provisional, kinship);
	}
	return beside(person, provisional, kinship);
}

/** The one of several bearers of a last name whom nearly all articles mean by it. */
function byFar(person: Person, bearers: readonly Group[], kinship: Kinship): Group | null {
	const all = bearers.reduce((sum, { articles }) => sum + articles.size, 0);
	const best = bearers.reduce((one, other) => (other.articles.size > one.articles.size ? other : one));
	const share = best.articles.size / all;
	if (share >= FAMOUS.share && best.articles.size >= FAMOUS.articles) return best;
	return share >= BY_FAR && isKin(person, best, kinship, KIN) ? best : null;
}

/** Another bare name of a person whose full name is nowhere. */
function beside(person: Person, groups: readonly Group[], kinship: Kinship): Found {
	const found = groups.flatMap((group) => {
		const reason = group.articles.has(person.at)
			? ('same article' as const)
			: evidence(person, group, kinship, DISTANT_KIN);
		return reason ? [{ group, reason }] : [];
	});
	return found.length === 1 ? found[0]! : clearly(person, found, kinship);
}

/** The one whose articles are clearly the nearest. */
function clearly(
	person: Person,
	found: readonly { readonly group: Group; readonly reason: Reason }[],
	kinship: Kinship,
): Found {
	const [best, next] = found
		.map((one) => ({ one, likeness: nearest(person, one.group, kinship) }))
		.sort((a, b) => b.likeness - a.likeness);
	return best && best.likeness >= KIN && best.likeness >= 2 * (next?.likeness ?? 0) ? best.one : null;
}

const isKeptApart = (person: Person, { joined }: Group, apart: Apart) =>
	apart !== null && joined.some(({ person: other }) => apart(person, other) !== null);

const isOtherGender = ({ gender }: Person, { genders }: Group) =>
	gender !== null && genders.size > 0 && !genders.has(gender);

/** Mr. and Mrs.: two full names are compared as names, only their titles speak of gender. */
const hasOtherTitles = ({ role }: Person, { roles }: Group) =>
	role.gender !== null && roles.some(({ gender }) => gender !== null && gender !== role.gender);

const hasRole = ({ role }: Person, { roles }: Group) => roles.some((other) => sameRole(role, other));

function evidence(person: Person, group: Group, kinship: Kinship, least: number): Reason | null {
	if (hasRole(person, group)) return 'same role';
	return isKin(person, group, kinship, least) ? 'same events' : null;
}

function isKin({ at }: Person, { articles }: Group, kinship: Kinship, least: number): boolean {
	const row = kinship(at);
	for (const article of articles) if (article === at || row[article]! >= least) return true;
	return false;
}

function nearest({ at }: Person, { articles }: Group, kinship: Kinship): number {
	const row = kinship(at);
	let most = 0;
	for (const article of articles) most = Math.max(most, row[article]!);
	return most;
}
