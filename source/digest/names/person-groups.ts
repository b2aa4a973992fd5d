/** Persons of one article each, the groups they are joined to, and what speaks for and against a join. */
import type { Gender, JoinReason as Reason } from '../../types.ts';
import type { Apart } from '../corrections.ts';
import { type PersonName, type Role, sameRole } from './person-name.ts';

/** One person of one article. */
export interface Person {
	readonly at: number;
	readonly index: number;
	readonly printed: string;
	readonly name: PersonName;
	readonly role: Role;
	readonly gender: Gender | null;
	/** Introduced as somebody's wife, son, mother. */
	readonly kin: boolean;
	/** A prince, queen or pope: goes by a first name, which is the whole name. */
	readonly reigning: boolean;
}

export interface Joined {
	readonly person: Person;
	readonly reason: Reason;
	/** Others could be meant, and only likelihood speaks for this one. */
	readonly doubtful: boolean;
}

export interface PersonGroup {
	readonly joined: Joined[];
}

/** How alike an article is to each other one in what they tell, 0 to 1. */
export type Kinship = (article: number) => Float32Array;

export interface Group extends PersonGroup {
	/** Full names, each once. */
	readonly names: PersonName[];
	readonly printed: Set<string>;
	/** By article the names printed there. */
	readonly articles: Map<number, PersonName[]>;
	readonly roles: Map<string, Role>;
	readonly callings: Set<number>;
	readonly genders: Set<Gender>;
	kin: boolean;
	reigning: boolean;
}

/** Null: somebody who is nobody else so far. */
export interface Found {
	readonly group: Group | null;
	readonly reason: Reason;
	readonly doubtful: boolean;
}

export interface Candidate {
	readonly group: Group;
	readonly reason: Reason;
}

/** From here on two articles are about related events; names may be joined that look only likely. */
export const KIN = 0.1;

/** From here on two articles tell one event: what else speaks for two of one name counts no more. */
export const ONE_EVENT = 0.25;

export const sure = ({ group, reason }: Candidate): Found => ({ group, reason, doubtful: false });

export const newGroup = (): Group => ({
	joined: [],
	names: [],
	printed: new Set(),
	articles: new Map(),
	roles: new Map(),
	callings: new Set(),
	genders: new Set(),
	kin: false,
	reigning: false,
});

export function join(group: Group, person: Person, reason: Reason, doubtful: boolean): void {
	const { at, name, printed, role, gender } = person;
	group.joined.push({ person, reason, doubtful });
	const here = group.articles.get(at);
	if (here) here.push(name);
	else group.articles.set(at, [name]);
	if (!group.printed.has(printed)) {
		group.printed.add(printed);
		group.names.push(name);
	}
	if (role.heads.length > 0 || role.gender)
		group.roles.set([...role.heads, '|', ...role.countries, role.gender].join(' '), role);
	for (const calling of role.callings) group.callings.add(calling);
	if (gender) group.genders.add(gender);
	group.kin ||= person.kin;
	group.reigning ||= person.reigning;
}

export const isKeptApart = (person: Person, { joined }: Group, apart: Apart) =>
	apart !== null && joined.some(({ person: other }) => apart(person, other) !== null);

const some = (group: Group, holds: (role: Role) => boolean): boolean => {
	for (const role of group.roles.values()) if (holds(role)) return true;
	return false;
};

export const isOtherGender = ({ gender }: Person, { genders }: Group) =>
	gender !== null && genders.size > 0 && !genders.has(gender);

/** Mr. and Mrs.: two full names are compared as names, only their titles speak of gender. */
export const hasOtherTitles = ({ role }: Person, group: Group) =>
	role.gender !== null && some(group, ({ gender }) => gender !== null && gender !== role.gender);

export const hasRole = ({ role }: Person, group: Group) => some(group, (other) => sameRole(role, other));

export const hasOffice = (group: Group) => some(group, ({ heads }) => heads.length > 0);

/** "John Hale, a fisherman" and "Senator John Hale": a calling on one side that the other, who has one or an office, has not. */
export function hasOtherCalling({ role }: Person, group: Group): boolean {
	const { callings } = group;
	if (role.callings.some((calling) => callings.has(calling))) return false;
	const [office, offices] = [role.heads.length > 0, hasOffice(group)];
	const [plain, plains] = [role.callings.length > 0 && !office, callings.size > 0 && !offices];
	return (plain && (plains || offices)) || (plains && office);
}

export function evidence(person: Person, group: Group, kinship: Kinship, least: number): Reason | null {
	if (hasRole(person, group)) return 'same role';
	return isKin(person, group, kinship, least) ? 'same events' : null;
}

export function isKin({ at }: Person, { articles }: Group, kinship: Kinship, least: number): boolean {
	const row = kinship(at);
	for (const article of articles.keys()) if (article === at || row[article]! >= least) return true;
	return false;
}

function nearest({ at }: Person, { articles }: Group, kinship: Kinship): number {
	const row = kinship(at);
	let most = 0;
	for (const article of articles.keys()) most = Math.max(most, row[article]!);
	return most;
}

/** The one whose articles are clearly the nearest. */
export function clearly(person: Person, found: readonly Candidate[], kinship: Kinship): Candidate | null {
	const [best, next] = found
		.map((one) => ({ one, likeness: nearest(person, one.group, kinship) }))
		.sort((a, b) => b.likeness - a.likeness);
	return best && best.likeness >= KIN && best.likeness >= 2 * (next?.likeness ?? 0) ? best.one : null;
}
