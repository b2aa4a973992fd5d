/** Which organisations and which places of many articles are one. */
import type { JoinReason as Reason } from '../../types.ts';
import type { Apart } from '../corrections.ts';
import type { Kinship } from './person-groups.ts';
import { type BodyName, keyOfPlace, parseBody, sameBody } from './same-body.ts';

/** One organisation or place of one article. */
export interface Body {
	readonly at: number;
	readonly index: number;
	readonly printed: string;
}

export interface BodyGroup {
	readonly joined: { readonly body: Body; readonly reason: Reason }[];
}

const KIN = 0.1;

export function linkPlaces(places: readonly Body[], apart: Apart): BodyGroup[] {
	const groups = new Map<string, BodyGroup[]>();
	for (const body of places) {
		const key = keyOfPlace(body.printed);
		const named = groups.get(key) ?? [];
		const group = named.find((one) => !isKeptApart(body, one, apart));
		if (group) group.joined.push({ body, reason: 'same name' });
		else groups.set(key, [...named, { joined: [{ body, reason: 'first met' }] }]);
	}
	return [...groups.values()].flat();
}

interface Group extends BodyGroup {
	readonly name: BodyName;
	readonly articles: Set<number>;
}

/** The names that tell their country come first, then long ones before their short forms. */
export function linkBodies(bodies: readonly Body[], kinship: Kinship, apart: Apart): BodyGroup[] {
	const named = bodies
		.map((body) => ({ body, name: parseBody(body.printed) }))
		.sort(
			(a, b) =>
				Number(a.name.country === null) - Number(b.name.country === null) ||
				Number(a.name.acronym) - Number(b.name.acronym) ||
				b.name.words.length - a.name.words.length ||
				(a.name.key < b.name.key ? -1 : a.name.key > b.name.key ? 1 : 0) ||
				a.body.at - b.body.at ||
				a.body.index - b.body.index,
		);
	const groups: Group[] = [];
	const byKey = new Map<string, Group[]>();
	const byInitials = new Map<string, Group[]>();
	const byPart = new Map<string, Group[]>();
	const put = (map: Map<string, Group[]>, key: string, group: Group) => {
		const list = map.get(key);
		if (list) list.push(group);
		else map.set(key, [group]);
	};
	for (const { body, name } of named) {
		const candidates = [
			...(byKey.get(name.key) ?? []),
			...(name.acronym ? (byInitials.get(name.words.join('')) ?? []) : []),
			...(byPart.get(name.words.join(' ')) ?? []),
		];
		const found = choose(body, name, candidates, kinship, apart);
		if (found) {
			found.group.joined.push({ body, reason: found.reason });
			found.group.articles.add(body.at);
			continue;
		}
		const group: Group = { name, joined: [{ body, reason: 'first met' }], articles: new Set([body.at]) };
		groups.push(group);
		put(byKey, name.key, group);
		for (const initials of initialsOf(name)) put(byInitials, initials, group);
		for (const part of partsOf(name)) put(byPart, part, group);
	}
	return groups;
}

function choose(
	body: Body,
	name: BodyName,
	candidates: readonly Group[],
	kinship: Kinship,
	apart: Apart,
): { readonly group: Group; readonly reason: Reason } | null {
	const likely: { group: Group; reason: Reason }[] = [];
	for (const group of candidates) {
		if (isKeptApart(body, group, apart)) continue;
		const verdict = sameBody(group.name, name);
		if (verdict === 'same') return { group, reason: 'same name' };
		if (verdict !== 'likely') continue;
		if (group.articles.has(body.at)) likely.push({ group, reason: 'same article' });
		else if (isKin(body, group, kinship)) likely.push({ group, reason: 'same events' });
	}
	const here = likely.filter(({ reason }) => reason === 'same article');
	if (here.length > 0) return here.length === 1 ? here[0]! : null;
	return likely.length === 1 ? likely[0]! : null;
}

function isKin({ at }: Body, { articles }: Group, kinship: Kinship): boolean {
	const row = kinship(at);
	for (const article of articles) if (row[article]! >= KIN) return true;
	return false;
}

const isKeptApart = (body: Body, { joined }: BodyGroup, apart: Apart) =>
	apart !== null && joined.some(({ body: other }) => apart(body, other) !== null);

/** What may stand for a name of several words: its end, and all but its last word. */
const partsOf = ({ words }: BodyName) =>
	[words.slice(0, -1), words.slice(1), words.slice(2)]
		.map((part) => part.join(' '))
		.filter((part) => part !== '');

const SMALL = new Set(['the', 'of', 'for', 'and', 'in', 'on', 'to']);

function initialsOf({ words }: BodyName): Set<string> {
	if (words.length < 3) return new Set();
	const first = (list: readonly string[]) => list.map((word) => word[0]).join('');
	return new Set(
		[first(words), first(words.filter((word) => !SMALL.has(word)))].filter(({ length }) => length > 2),
	);
}
