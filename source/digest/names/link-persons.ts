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
	hasOtherCalling,
	hasOtherTitles,
	isKeptApart,
	isKin,
	join,
	KIN,
	type Kinship,
	newGroup,
	ONE_EVENT,
	type Person,
	type PersonGroup,
	sure,
} from './person-groups.ts';
import { isBare, isFather, isTurnedEither, samePerson } from './same-person.ts';

/** Persons by group; the order of `persons` decides nothing. `articles`: of how many articles each is. */
export function linkPersons(
	persons: readonly Person[],
	kinship: Kinship,
	apart: Apart,
	articles: (person: Person) => number = () => 1,
): PersonGroup[] {
	const groups: Group[] = [];
	const blocks = new Map<string, Crowd<Group>>();
	const keysOf = keysOfGiven();
	const borne = new Map<string, number>();
	for (const person of persons)
		borne.set(person.printed, (borne.get(person.printed) ?? 0) + articles(person));
	const attachNamed = (person: Person, near: readonly Group[]) =>
		attachFull(person, near, kinship, apart, borne.get(person.printed)! <= RARE);
	const ordered = [...persons].sort(
		(a, b) =>
			fullness(b) - fullness(a) ||
			compare(a.name.words.join(' '), b.name.words.join(' ')) ||
			// Of one name those first of whom it is told what they are: they may be two.
			isTold(b) - isTold(a) ||
			a.at - b.at ||
			a.index - b.index,
	);
	for (const person of ordered) {
		const { kept, sought } = blocksOf(person.name);
		const bare = isBare(person.name);
		const near = new Set<Group>();
		for (const key of sought) {
			const block = blocks.get(key);
			if (!block) continue;
			for (const one of bare || key.startsWith('turned ') ? block.all : block.near(person.name))
				near.add(one);
		}
		const { group, reason, doubtful } = bare
			? attachBare(person, [...near], kinship, apart)
			: attachNamed(person, [...near]);
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

const isTold = ({ role }: Person) => Number(role.heads.length + role.callings.length > 0);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The names that tell most come first: they decide whom the shorter ones can be. */
function fullness({ name }: Person): number {
	if (isBare(name)) return -1;
	return name.given.reduce((sum, word) => sum + (word.length > 1 ? 2 : 1), 0) + (name.suffix ? 1 : 0);
}

const NOBODY: Found = { group: null, reason: 'first met', doubtful: false };

/** A name that so many articles print and no more may be two people's; of the famous much is told that does not fit. */
const RARE = 8;

function attachFull(
	person: Person,
	near: readonly Group[],
	kinship: Kinship,
	apart: Apart,
	rare: boolean,
): Found {
	const same: Candidate[] = [];
	const likely: Candidate[] = [];
	const isOther = (group: Group) =>
		rare && hasOtherCalling(person, group) && !isKin(person, group, kinship, ONE_EVENT);
	const open = near.filter(
		(group) => !hasOtherTitles(person, group) && !isKeptApart(person, group, apart) && !isOther(group),
	);
	const known = open.filter(({ printed }) => printed.has(person.printed));
	if (known.length === 1) return sure({ group: known[0]!, reason: 'same name' });
	if (known.length > 1) return namesake(person, known, kinship);
	for (const group of open) {
		const verdicts = group.names.filter((name) => !isBare(name)).map((name) => samePerson(name, person.name));
		if (verdicts.length === 0 || verdicts.includes('different')) continue;
		if (isTurnedAway(person, group, kinship)) continue;
		if (group.names.some((name) => isFather(name, person.name))) continue;
		// "Robert Hale" and "Rob Hale Jr.": the article that has both has told them apart.
		if (group.articles.get(person.at)?.some(({ suffix }) => suffix !== person.name.suffix)) continue;
		if (verdicts.includes('same') && !isTurnedAway(person, group, kinship))
			same.push({ group, reason: 'same name, other spelling' });
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

/** Several bear the very name: the one whose role or story it is, or else, in doubt, the one nearest or first met. */
function namesake(person: Person, known: readonly Group[], kinship: Kinship): Found {
	const near = known.filter((group) => evidence(person, group, kinship, ONE_EVENT));
	const [group] = near;
	if (group && near.length === 1) return sure({ group, reason: 'same name' });
	const candidates = known.map((one): Candidate => ({ group: one, reason: 'same name' }));
	return { ...(clearly(person, candidates, kinship) ?? candidates[0]!), doubtful: true };
}

/** "Li Wei" and "Wei Li", where either word could be the given name and nothing else speaks for it. */
const isTurnedAway = (person: Person, group: Group, kinship: Kinship) =>
	group.names.every((name) => isTurnedEither(name, person.name)) &&
	!evidence(person, group, kinship, ONE_EVENT);
