/**
 * Which persons of many articles are one. A name is attached to one actor after it has been checked against all of the
 * actor's names, never chained through the nearest: one odd spelling would draw a whole family together.
 */
import type { Apart } from '../corrections.ts';
import { attachBare } from './attach-bare.ts';
import { blocksOf } from './blocks.ts';
import { Crowd, keysOfGiven } from './crowd.ts';
import {
	type Candidate,
	clearly,
	evidence,
	type Found,
	type Group,
	hasOtherTitles,
	isKeptApart,
	join,
	KIN,
	type Kinship,
	newGroup,
	type Person,
	type PersonGroup,
	sure,
} from './person-groups.ts';
import { isBare, isFather, samePerson } from './same-person.ts';

/** Persons by group; the order of `persons` decides nothing. */
export function linkPersons(persons: readonly Person[], kinship: Kinship, apart: Apart): PersonGroup[] {
	const groups: Group[] = [];
	const blocks = new Map<string, Crowd<Group>>();
	const keysOf = keysOfGiven();
	const ordered = [...persons].sort(
		(a, b) =>
			fullness(b) - fullness(a) ||
			compare(a.name.words.join(' '), b.name.words.join(' ')) ||
			a.at - b.at ||
			a.index - b.index,
	);
	for (const person of ordered) {
		const { kept, sought } = blocksOf(person.name);
		const bare = isBare(person.name);
		const attach = bare ? attachBare : attachFull;
		const near = new Set<Group>();
		for (const key of sought) {
			const block = blocks.get(key);
			if (!block) continue;
			for (const one of bare || key.startsWith('turned ') ? block.all : block.near(person.name))
				near.add(one);
		}
		const { group, reason, doubtful } = attach(person, [...near], kinship, apart);
		const target = group ?? newGroup();
		join(target, person, reason, doubtful);
		if (group) continue;
		groups.push(target);
		for (const key of kept) {
			let block = blocks.get(key);
			if (!block) blocks.set(key, (block = new Crowd(keysOf)));
			block.add(target, person.name);
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

const NOBODY: Found = { group: null, reason: 'first met', doubtful: false };

function attachFull(person: Person, near: readonly Group[], kinship: Kinship, apart: Apart): Found {
	const same: Candidate[] = [];
	const likely: Candidate[] = [];
	const open = near.filter((group) => !hasOtherTitles(person, group) && !isKeptApart(person, group, apart));
	const known = open.find(({ printed }) => printed.has(person.printed));
	if (known) return sure({ group: known, reason: 'same name' });
	for (const group of open) {
		const verdicts = group.names.filter((name) => !isBare(name)).map((name) => samePerson(name, person.name));
		if (verdicts.length === 0 || verdicts.includes('different')) continue;
		if (group.names.some((name) => isFather(name, person.name))) continue;
		// "Robert Hale" and "Rob Hale Jr.": the article that has both has told them apart.
		if (group.articles.get(person.at)?.some(({ suffix }) => suffix !== person.name.suffix)) continue;
		if (verdicts.includes('same')) same.push({ group, reason: 'same name, other spelling' });
		else {
			const reason = evidence(person, group, kinship, KIN);
			if (reason) likely.push({ group, reason });
		}
	}
	if (same.length === 1) return sure(same[0]!);
	if (same.length > 1) {
		const one = clearly(person, same, kinship);
		return { ...(one ?? NOBODY), doubtful: true };
	}
	return likely.length === 1 ? sure(likely[0]!) : NOBODY;
}
