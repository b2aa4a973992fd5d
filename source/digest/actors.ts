/** One actor for all the names that articles give one person, organisation or place. */
import { isKinOf, isReigning } from '../article/names/bearers.ts';
import { identify } from '../identity.ts';
import type {
	Actor,
	Article,
	Entity,
	Gender,
	Id,
	Join,
	Kind,
	Problem,
	Reading,
	JoinReason as Reason,
} from '../types.ts';
import { keyOfPrinted, type Told } from './corrections.ts';
import { type Followed, type Group, joinedAsTold, type Member } from './names/as-told.ts';
import { type Body, linkBodies, linkPlaces } from './names/link-bodies.ts';
import { linkPersons } from './names/link-persons.ts';
import type { Kinship, Person } from './names/person-groups.ts';
import { parsePerson, roleOf } from './names/person-name.ts';
import { parseBody } from './names/same-body.ts';

export interface Linked {
	/** `quotations` still empty; in no order. */
	readonly actors: readonly Actor[];
	/** Which actor each entity of each article is: `[article][entity]`. */
	readonly actorOf: readonly (readonly Id[])[];
	/** Entities, by article, that may be somebody else than their actor. */
	readonly doubtful: readonly ReadonlySet<number>[];
	/** The names of each actor, in the order of the articles. */
	readonly bearers: readonly {
		readonly actor: Id;
		readonly kind: Kind;
		readonly members: readonly Member[];
	}[];
	readonly joins: readonly Join[];
	/** What became of the reader's corrections that join. */
	readonly followed: readonly Followed[];
	/** Corrections that cannot be followed. */
	readonly problems: readonly Problem[];
}

/** `file` is where the reader's corrections stand. */
export function linkActors(readings: readonly Reading[], kinship: Kinship, told: Told, file: string): Linked {
	const { apart } = told;
	const groups: Group[] = [
		...linkPersons(personsIn(readings), kinship, apart).map(
			({ joined }): Group => ({
				kind: 'person',
				members: joined.map(({ person, reason, doubtful }) => ({ ...memberOf(person, reason), doubtful })),
			}),
		),
		...linkBodies(bodiesIn(readings, 'organisation'), kinship, apart).map(
			({ joined }): Group => ({
				kind: 'organisation',
				members: joined.map(({ body, reason }) => memberOf(body, reason)),
			}),
		),
		...linkPlaces(bodiesIn(readings, 'place'), apart).map(
			({ joined }): Group => ({
				kind: 'place',
				members: joined.map(({ body, reason }) => memberOf(body, reason)),
			}),
		),
	];
	const held = joinedAsTold(groups, told, file);
	const byEntity = readings.map(({ entities }) => entities.map((): Id => ''));
	const doubtful = readings.map(() => new Set<number>());
	const joins: Join[] = [];
	const actors: Actor[] = [];
	const bearers: Linked['bearers'][number][] = [];
	const ids = new Set<Id>();
	for (const { kind, members: unsorted } of held.groups) {
		const members = inOrder(unsorted);
		const tally = tallyOf(kind, members, readings);
		const { key, ...actor } = actorOf(tally, nameOfTally(tally));
		// A namesake gets an id of its own, told by the article that first names them.
		const first = readings[members[0]!.at]!.article.id;
		const id = ids.has(actor.id) ? identify('p', key, first, String(members[0]!.index)) : actor.id;
		ids.add(id);
		actors.push({ ...actor, id });
		bearers.push({ actor: id, kind, members });
		for (const { at, index, printed, reason, line, doubtful: open } of members) {
			byEntity[at]![index] = id;
			if (open) doubtful[at]!.add(index);
			joins.push({ actor: id, article: readings[at]!.article.id, name: printed, reason, line });
		}
	}
	return {
		actors,
		actorOf: byEntity,
		doubtful,
		bearers,
		joins,
		followed: held.followed,
		problems: held.problems,
	};
}

const memberOf = ({ at, index, printed }: Person | Body, reason: Reason): Member => ({
	at,
	index,
	printed,
	reason,
	line: null,
	doubtful: false,
});

const inOrder = (members: readonly Member[]) => [...members].sort((a, b) => a.at - b.at || a.index - b.index);

function personsIn(readings: readonly Reading[]): Person[] {
	return readings.flatMap(({ entities }, at) =>
		entities.flatMap((entity, index) => (entity.kind === 'person' ? [personOf(entity, at, index)] : [])),
	);
}

function personOf({ name: printed, roles, gender, genderByName }: Entity, at: number, index: number): Person {
	const name = parsePerson(printed);
	const role = roleOf(roles.map(({ text }) => text));
	return {
		at,
		index,
		printed,
		name,
		role,
		gender: genderByName ? null : gender,
		kin: isKinOf(roles),
		reigning: isReigning(role.heads),
	};
}

function bodiesIn(readings: readonly Reading[], kind: Kind): Body[] {
	return readings.flatMap(({ entities }, at) =>
		entities.flatMap((entity, index) => (entity.kind === kind ? [{ at, index, printed: entity.name }] : [])),
	);
}

/** What articles print of one actor, counted: of several such the actor can be told without the articles. */
export interface Tally {
	readonly kind: Kind;
	/** Fullest forms, by the number of articles that have no fuller one. */
	readonly names: readonly (readonly [name: string, articles: number])[];
	/** Every form, by how often it is printed. */
	readonly forms: readonly (readonly [form: string, count: number])[];
	/** As articles came, each once an article. */
	readonly roles: Actor['roles'];
	readonly articles: readonly Id[];
	/** Told by more than a first name. */
	readonly genders: readonly Gender[];
	readonly kin: boolean;
}

export function tallyOf(kind: Kind, members: readonly Member[], readings: readonly Reading[]): Tally {
	const forms = new Map<string, number>();
	const names = new Map<string, number>();
	const articles = new Set<Id>();
	const roles = new Map<string, Actor['roles'][number]>();
	const genders = new Set<Gender>();
	let kin = false;
	for (const { at, index, printed } of members) {
		const { article, entities } = readings[at]!;
		const entity = entities[index]!;
		articles.add(article.id);
		names.set(printed, (names.get(printed) ?? 0) + 1);
		for (const text of printedIn(article, entity.mentions)) forms.set(text, (forms.get(text) ?? 0) + 1);
		if (entity.gender && !entity.genderByName) genders.add(entity.gender);
		kin ||= isKinOf(entity.roles);
		for (const { text } of entity.roles) {
			const role = text.replace(/\s+/g, ' ');
			roles.set(`${article.id} ${role}`, {
				text: role,
				article: article.id,
				day: article.published?.day ?? null,
				certain: article.published?.certain === true,
			});
		}
	}
	return {
		kind,
		names: [...names],
		forms: [...forms],
		roles: [...roles.values()],
		articles: [...articles],
		genders: [...genders],
		kin,
	};
}

/** Of no article twice. */
export function together(tallies: readonly [Tally, ...Tally[]]): Tally {
	const [first] = tallies;
	if (tallies.length === 1) return first;
	const { kind } = first;
	const summed = (counts: 'names' | 'forms') => {
		const sums = new Map<string, number>();
		for (const tally of tallies)
			for (const [text, count] of tally[counts]) sums.set(text, (sums.get(text) ?? 0) + count);
		return [...sums];
	};
	return {
		kind,
		names: summed('names'),
		forms: summed('forms'),
		roles: tallies.flatMap(({ roles }) => roles),
		articles: tallies.flatMap(({ articles }) => articles),
		genders: [...new Set(tallies.flatMap(({ genders }) => genders))],
		kin: tallies.some(({ kin }) => kin),
	};
}

export function nameOfTally({ kind, ...tally }: Pick<Tally, 'kind' | 'names' | 'forms'>): string {
	const [names, forms] = [new Map(tally.names), new Map(tally.forms)];
	return kind === 'person' ? fullestOf(names, forms) : bodyOf(names, forms);
}

/** Who is told by a tally, of which `name` is the name. Actors of one name have one id, whoever they are. */
export function actorOf(tally: Tally, name: string): Actor & { readonly key: string } {
	const key = `${tally.kind} ${keyOfPrinted(name)}`;
	return {
		key,
		id: identify('p', key),
		name,
		kind: tally.kind,
		aliases: tally.forms
			.map(([text, count]) => ({ text, count }))
			.sort((a, b) => b.count - a.count || compare(a.text, b.text)),
		roles: [...tally.roles].sort(byDay),
		articles: tally.articles,
		quotations: [],
	};
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

/** The most frequent form; of an office that every country has, the most frequent that tells whose it is. */
function bodyOf(names: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): string {
	const whose = new Map([...names].filter(([name]) => !counts.has(name) && parseBody(name).country !== null));
	return mostOf(whose.size > 0 ? whose : counts.size > 0 ? counts : names);
}

/** Of equally frequent forms the longer, then the first of the alphabet. */
function mostOf(counts: ReadonlyMap<string, number>): string {
	return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || compare(a, b))[0]?.[0] ?? '';
}
