/** One actor for all the names that articles give one person, organisation or place. */
import { identify } from '../identity.ts';
import type { Actor, Article, Id, Kind, Reading } from '../types.ts';
import { apartIn, type Corrections, keyOfPrinted } from './corrections.ts';
import { type Body, linkBodies, linkPlaces } from './names/link-bodies.ts';
import { type Kinship, linkPersons, type Person, type Reason } from './names/link-persons.ts';
import { parsePerson, roleOf } from './names/person-name.ts';

/** A name of one article that came to an actor, and why. */
export interface Join {
	readonly actor: Id;
	readonly article: Id;
	readonly name: string;
	readonly reason: Reason;
}

export interface Linked {
	/** `quotations` still empty; in no order. */
	readonly actors: readonly Actor[];
	/** Which actor each entity of each article is: `[article][entity]`. */
	readonly actorOf: readonly (readonly Id[])[];
	readonly joins: readonly Join[];
}

interface Member {
	readonly at: number;
	readonly index: number;
	readonly printed: string;
	readonly reason: Reason;
}

export function linkActors(readings: readonly Reading[], kinship: Kinship, corrections: Corrections): Linked {
	const apart = apartIn(corrections);
	const kinds: readonly (readonly [Kind, Member[][]])[] = [
		[
			'person',
			linkPersons(personsIn(readings), kinship, apart).map(({ joined }) =>
				joined.map(({ person, reason }) => ({ ...placeOf(person), reason })),
			),
		],
		[
			'organisation',
			linkBodies(bodiesIn(readings, 'organisation'), kinship, apart).map(({ joined }) =>
				joined.map(({ body, reason }) => ({ ...placeOf(body), reason })),
			),
		],
		[
			'place',
			linkPlaces(bodiesIn(readings, 'place'), apart).map(({ joined }) =>
				joined.map(({ body, reason }) => ({ ...placeOf(body), reason })),
			),
		],
	];
	const actorOf = readings.map(({ entities }) => entities.map((): Id => ''));
	const joins: Join[] = [];
	const actors: Actor[] = [];
	const ids = new Set<Id>();
	for (const [kind, groups] of kinds) {
		for (const members of asCorrected(groups, corrections).map(inOrder)) {
			const { actor, key } = actorFrom(kind, members, readings);
			// A namesake gets an id of its own, told by the article that first names them.
			const first = readings[members[0]!.at]!.article.id;
			const id = ids.has(actor.id) ? identify('p', key, first, String(members[0]!.index)) : actor.id;
			ids.add(id);
			actors.push({ ...actor, id });
			for (const { at, index, printed, reason } of members) {
				actorOf[at]![index] = id;
				joins.push({ actor: id, article: readings[at]!.article.id, name: printed, reason });
			}
		}
	}
	return { actors, actorOf, joins };
}

const placeOf = ({ at, index, printed }: Person | Body) => ({ at, index, printed });

const inOrder = (members: readonly Member[]) => [...members].sort((a, b) => a.at - b.at || a.index - b.index);

function personsIn(readings: readonly Reading[]): Person[] {
	return readings.flatMap(({ entities }, at) =>
		entities.flatMap((entity, index) =>
			entity.kind === 'person'
				? [
						{
							at,
							index,
							printed: entity.name,
							name: parsePerson(entity.name),
							role: roleOf(entity.roles.map(({ text }) => text)),
							gender: entity.gender,
							mentions: entity.mentions.length,
						},
					]
				: [],
		),
	);
}

function bodiesIn(readings: readonly Reading[], kind: Kind): Body[] {
	return readings.flatMap(({ entities }, at) =>
		entities.flatMap((entity, index) => (entity.kind === kind ? [{ at, index, printed: entity.name }] : [])),
	);
}

/** Joins the groups that hold two names of which the reader says that they are one. */
function asCorrected(groups: readonly Member[][], { same }: Corrections): Member[][] {
	let left = groups.map((members) => [...members]);
	for (const [a, b] of same) {
		const keys = new Set([keyOfPrinted(a), keyOfPrinted(b)]);
		const [first, ...rest] = left.filter((members) =>
			members.some(({ printed }) => keys.has(keyOfPrinted(printed))),
		);
		if (!first || rest.length === 0) continue;
		for (const members of rest)
			first.push(...members.map((member) => ({ ...member, reason: 'corrected' as const })));
		left = left.filter((members) => !rest.includes(members));
	}
	return left;
}

function actorFrom(kind: Kind, members: readonly Member[], readings: readonly Reading[]) {
	const counts = new Map<string, number>();
	const names = new Map<string, number>();
	const articles = new Set<Id>();
	const roles = new Map<string, Actor['roles'][number]>();
	for (const { at, index, printed } of members) {
		const { article, entities } = readings[at]!;
		const entity = entities[index]!;
		articles.add(article.id);
		names.set(printed, (names.get(printed) ?? 0) + 1);
		for (const text of printedIn(article, entity.mentions)) counts.set(text, (counts.get(text) ?? 0) + 1);
		for (const { text } of entity.roles) {
			const role = text.replace(/\s+/g, ' ');
			roles.set(`${article.id} ${role}`, {
				text: role,
				article: article.id,
				day: article.published?.day ?? null,
			});
		}
	}
	const name = kind === 'person' ? fullestOf(names, counts) : mostOf(counts.size > 0 ? counts : names);
	const key = `${kind} ${keyOfPrinted(name)}`;
	const actor: Actor = {
		id: identify('p', key),
		name,
		kind,
		aliases: [...counts]
			.map(([text, count]) => ({ text, count }))
			.sort((a, b) => b.count - a.count || compare(a.text, b.text)),
		roles: [...roles.values()].sort(byDay),
		articles: [...articles],
		quotations: [],
	};
	return { actor, key };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Oldest first, what has no day last; within a day as the articles stand. */
function byDay(a: Actor['roles'][number], b: Actor['roles'][number]): number {
	if (a.day === b.day) return 0;
	return a.day === null ? 1 : b.day === null ? -1 : compare(a.day, b.day);
}

function printedIn({ text, mentions }: Article, numbers: readonly number[]): string[] {
	return numbers.flatMap((number) => {
		const mention = mentions[number];
		return mention ? [text.slice(mention.start, mention.end).replace(/\s+/g, ' ')] : [];
	});
}

/** The most frequent full form; of a person nobody names in full, the most frequent form. */
function fullestOf(names: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): string {
	const full = [...names.keys()].filter((name) => parsePerson(name).given.some((word) => word.length > 1));
	const weight = (name: string) => counts.get(name) ?? names.get(name) ?? 0;
	if (full.length === 0) return mostOf(new Map([...names.keys()].map((name) => [name, weight(name)])));
	return mostOf(new Map(full.map((name) => [name, weight(name)])));
}

/** Of equally frequent forms the longer, then the first of the alphabet. */
function mostOf(counts: ReadonlyMap<string, number>): string {
	return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || compare(a, b))[0]?.[0] ?? '';
}
