/**
 * What one window of an archive came to, and how windows become one edition. A part tells of the articles of its core; of
 * those beside only how they stand to these, so that what two windows see is told by both.
 */
import { isRead } from '../article/annotate.ts';
import { identify } from '../identity.ts';
import type { Actor, Article, Id, Join, Problem, Quotation, Reading } from '../types.ts';
import { actorOf, nameOfTally, type Tally, tallyOf, together } from './actors.ts';
import { compared } from './compared.ts';
import type { Corrections } from './corrections.ts';
import { bearersAcross } from './names/across.ts';
import type { Followed } from './names/as-told.ts';
import { neverIn, putTogether, toldStories } from './told-stories.ts';

/** Articles by id. Speakers, mentions and tallies go by ids that mean something in this part alone. */
export interface Part {
	/** As their windows tell them; those of the core, in the order of their files. */
	readonly articles: readonly Article[];
	/** Of those, the ones with something to read. */
	readonly read: readonly Id[];
	/** Everybody who is an entity of an article, in its order. */
	readonly namedIn: readonly (readonly Id[])[];
	/** Of the core, with variants wherever they are seen. */
	readonly quotations: readonly Quotation[];
	readonly actors: readonly (Tally & { readonly id: Id; readonly name: string })[];
	/** All that the window sees. */
	readonly seen: readonly Id[];
	/** Of what is seen: which tell of one event. */
	readonly events: readonly (readonly Id[])[];
	/** Of the core's articles. */
	readonly problems: readonly Problem[];
	/** Corrections that cannot be followed: told by every window that meets them. */
	readonly refused: readonly Problem[];
}

/** A part, and how its names came together, which is asked for by few and kept nowhere. */
export interface ExplainedPart {
	readonly part: Part;
	/** Of the core's articles. */
	readonly joins: readonly Join[];
	readonly followed: readonly Followed[];
}

/** Compares the articles of a window. `core`: the ids of those it decides of. */
export function partOf(readings: readonly Reading[], core: ReadonlySet<Id>, corrections: Corrections): Part {
	return explainedPart(readings, core, corrections).part;
}

export function explainedPart(
	readings: readonly Reading[],
	core: ReadonlySet<Id>,
	corrections: Corrections,
): ExplainedPart {
	const { read, articles, quotations, linked, events } = compared(readings, corrections);
	const isCore = ({ id }: { readonly id: Id }) => core.has(id);
	const inCore = articles.map(isCore);
	const idsOf = (groups: readonly (readonly number[])[]) =>
		groups.map((members) => members.map((at) => articles[at]!.id));
	const part: Part = {
		articles: articles.filter(isCore),
		read: articles.filter((article) => isCore(article) && isRead(article)).map(({ id }) => id),
		namedIn: linked.actorOf.filter((_, at) => inCore[at]),
		quotations: quotations.filter(({ article }) => core.has(article)),
		actors: linked.bearers.flatMap(({ actor, kind, members }) => {
			const own = members.filter(({ at }) => inCore[at]);
			if (own.length === 0) return [];
			const tally = tallyOf(kind, own, read);
			return [{ id: actor, name: nameOfTally(tally), ...tally }];
		}),
		seen: articles.map(({ id }) => id),
		events: idsOf(events.groups.filter((members) => members.length > 1)),
		problems: read.filter((_, at) => inCore[at]).flatMap(({ problems }) => problems),
		refused: linked.problems,
	};
	return { part, joins: linked.joins.filter(({ article }) => core.has(article)), followed: linked.followed };
}

/** One story, as far as it is told without the words of its articles. */
export interface Gathering {
	/** Of one event, in the order of their files. */
	readonly articles: readonly Id[];
	readonly nearDuplicates: readonly (readonly Id[])[];
}

/** An actor, and how a part's bearers of the name came to it. */
export interface Meaning extends Pick<Join, 'actor' | 'reason' | 'line'> {}

export interface Assembled {
	/** Speakers by their actors. */
	readonly quotations: readonly Quotation[];
	/** Their quotations still to come. */
	readonly actors: readonly Actor[];
	/** For each part, whom its ids mean. */
	readonly meant: readonly ReadonlyMap<Id, Meaning>[];
	/** What became, from part to part, of the reader's corrections that join names. */
	readonly followed: readonly Followed[];
	readonly stories: readonly Gathering[];
	readonly problems: readonly Problem[];
}

/** Of the same parts in the same order always the same; of one part what `compared` made of it. */
export function assembled(parts: readonly Part[], corrections: Corrections): Assembled {
	const articles = parts
		.flatMap((part) => part.articles)
		.sort((a, b) => compare(a.file, b.file) || compare(a.id, b.id));
	const { actors, meant, followed, problems } = actorsOf(parts, corrections, articles);
	const decided = toldStories(corrections, articles);
	const never = neverIn(decided);
	const numbers = new Map(articles.map(({ id }, number) => [id, number]));
	const numbered = (ids: readonly Id[]) => ids.flatMap((id) => numbers.get(id) ?? []);
	const groups = putTogether(
		linked(
			parts.map(({ events }) => events.map(numbered)),
			parts.map(({ seen }) => numbered(seen)),
			articles.length,
			(a, b) => never.get(a)?.has(b) ?? false,
		),
		decided,
		never,
	);
	const read = new Set(parts.flatMap((part) => part.read));
	const originals = new Map(articles.map(({ id, nearDuplicateOf }) => [id, nearDuplicateOf]));
	return {
		quotations: quotationsOf(parts, meant, numbers),
		actors,
		meant,
		followed,
		stories: groups
			.map((members) => members.sort((a, b) => a - b).map((at) => articles[at]!.id))
			.filter((ids) => ids.some((id) => read.has(id)))
			.map((ids) => ({ articles: ids, nearDuplicates: copiesAmong(ids, originals) })),
		problems: [
			...parts.flatMap((part) => part.problems),
			...once([...parts.flatMap((part) => part.refused), ...problems]),
			...decided.problems,
		],
	};
}

/**
 * Two articles are linked when every part that sees both has them in one group, and a story is whatever hangs together by
 * links; whom a part or the reader keeps apart no third one links. Groups and what is seen: of each part, by number.
 */
function linked(
	groups: readonly (readonly number[][])[],
	seen: readonly (readonly number[])[],
	size: number,
	mayNever: (a: number, b: number) => boolean,
): number[][] {
	const groupIn = groups.map((own) => new Map(own.flatMap((group, nth) => group.map((at) => [at, nth]))));
	const seenBy: number[][] = Array.from({ length: size }, () => []);
	for (const [part, all] of seen.entries()) for (const at of all) seenBy[at]!.push(part);
	/** Whether every part that sees both has them together; null when none does. */
	const areTogether = (a: number, b: number): boolean | null => {
		let seen: boolean | null = null;
		for (const part of seenBy[a]!) {
			if (!seenBy[b]!.includes(part)) continue;
			const own = groupIn[part]!.get(a);
			if (own === undefined || own !== groupIn[part]!.get(b)) return false;
			seen = true;
		}
		return seen;
	};
	const members: number[][] = Array.from({ length: size }, (_, at) => [at]);
	const mayJoin = (one: readonly number[], other: readonly number[]) =>
		one.every((a) => other.every((b) => !mayNever(a, b) && areTogether(a, b) !== false));
	for (const group of groups.flat())
		for (const [nth, a] of group.entries())
			for (const b of group.slice(nth + 1)) {
				const [one, other] = [members[a]!, members[b]!];
				if (one === other || areTogether(a, b) !== true || !mayJoin(one, other)) continue;
				const [more, less] = one.length >= other.length ? [one, other] : [other, one];
				for (const at of less) {
					more.push(at);
					members[at] = more;
				}
			}
	return [...new Set(members)];
}

/** Copies of one text, the first of them it that is none. */
function copiesAmong(ids: readonly Id[], originals: ReadonlyMap<Id, Id | null>): Id[][] {
	const groups = new Map<Id, Id[]>();
	for (const id of ids) {
		const original = originalOf(id, originals);
		const group = groups.get(original);
		if (group) group.push(id);
		else groups.set(original, [id]);
	}
	return [...groups].flatMap(([original, copies]) =>
		copies.length < 2 ? [] : [[...copies].sort((a, b) => Number(b === original) - Number(a === original))],
	);
}

function originalOf(id: Id, originals: ReadonlyMap<Id, Id | null>): Id {
	const met = new Set([id]);
	for (let at = id; ; ) {
		const next = originals.get(at);
		if (next === null || next === undefined || met.has(next)) return at;
		met.add(next);
		at = next;
	}
}

function actorsOf(
	parts: readonly Part[],
	corrections: Corrections,
	articles: readonly Article[],
): Pick<Assembled, 'actors' | 'meant' | 'followed' | 'problems'> {
	const tallies = parts.flatMap(({ actors }, part) => actors.map((tally) => ({ ...tally, part })));
	const meant = parts.map(() => new Map<Id, Meaning>());
	const taken = new Set<Id>();
	const { groups, followed, problems } = bearersAcross(tallies, corrections, articles);
	const actors = groups.map((bearers): Actor => {
		const [first, ...others] = bearers.map(({ at }) => tallies[at]!);
		const tally = together([first!, ...others]);
		const { key, ...actor } = actorOf(tally, others.length === 0 ? first!.name : nameOfTally(tally));
		// In its own part a namesake has an id of its own already.
		const known = others.length === 0 && first!.id !== actor.id ? first!.id : actor.id;
		const id = taken.has(known) ? identify('p', key, actor.articles[0]!) : known;
		taken.add(id);
		for (const { at, reason, line } of bearers)
			meant[tallies[at]!.part]!.set(tallies[at]!.id, { actor: id, reason, line });
		return { ...actor, id };
	});
	return { actors, meant, followed, problems };
}

/** Two quotations are versions of each other when no part that sees both tells them apart. */
function quotationsOf(
	parts: readonly Part[],
	meant: readonly ReadonlyMap<Id, Meaning>[],
	numbers: ReadonlyMap<Id, number>,
): Quotation[] {
	const seen = parts.map((part) => new Set(part.seen));
	const all = parts
		.flatMap(({ quotations }, part) => quotations.map((quotation) => ({ quotation, part })))
		.sort((a, b) => numbers.get(a.quotation.article)! - numbers.get(b.quotation.article)!);
	const places = new Map(all.map(({ quotation }, place) => [quotation.id, place]));
	const versions = all.map(() => new Set<number>());
	for (const [place, { quotation, part }] of all.entries())
		for (const id of quotation.variants) {
			const other = places.get(id);
			if (other === undefined) continue;
			const { quotation: version, part: its } = all[other]!;
			const both = its !== part && seen[its]!.has(quotation.article);
			if (both && !version.variants.includes(quotation.id)) continue;
			versions[place]!.add(other);
			versions[other]!.add(place);
		}
	return all.map(({ quotation, part }, place): Quotation => {
		const { actor } = quotation.speaker;
		return {
			...quotation,
			speaker: { ...quotation.speaker, actor: actor === null ? null : meant[part]!.get(actor)!.actor },
			variants: [...versions[place]!].sort((a, b) => a - b).map((other) => all[other]!.quotation.id),
		};
	});
}

function once(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
