/** The order in which many articles become one edition. Each stage uses only what stands above it. */
import { isRead } from '../article/annotate.ts';
import { identify } from '../identity.ts';
import type { Actor, Article, Export, Id, Join, Problem, Quotation, Reading, Standing } from '../types.ts';
import { linkActors } from './actors.ts';
import { rarityOfWord, wordsOf } from './bags.ts';
import { daysOf } from './calendar.ts';
import { type Corrections, corrected, NO_CORRECTIONS } from './corrections.ts';
import { inferDays } from './days.ts';
import { alikeAmong } from './duplicates.ts';
import { eventsOf } from './events.ts';
import type { Followed } from './names/as-told.ts';
import { ofOneKind } from './names/one-kind.ts';
import type { Kinship } from './names/person-groups.ts';
import { splitAsTold } from './names/split-as-told.ts';
import { inReadingOrder } from './order.ts';
import { quotationsOf } from './quotations.ts';
import { standingOf } from './standing.ts';
import { storyOf } from './story.ts';
import { neverIn, toldStories } from './told-stories.ts';
import { variantsAmong } from './variants.ts';
import { fillLikeness, type Space, spaceOf } from './vectors.ts';

/** The edition, and what was decided on the way to it. */
export interface Explained {
	readonly data: Export;
	/** Every name that came to an actor, and why. */
	readonly joins: readonly Join[];
	/** What became of the reader's corrections that join names. */
	readonly followed: readonly Followed[];
	/** Why an article stands in its story; null when there is no such article. */
	readonly standingOf: (article: Id) => Standing | null;
}

/**
 * Compares articles with each other and hands back everything in the public contract. Pure: the same readings in any
 * order give the same result, byte for byte.
 */
export function digest(
	readings: readonly Reading[],
	problems: readonly Problem[],
	corrections: Corrections = NO_CORRECTIONS,
	tellStory: typeof storyOf = storyOf,
): Export {
	return explainedDigest(readings, problems, corrections, tellStory).data;
}

/** `tellStory`: for who keeps what a story came to; it must come to what `storyOf` makes of the same. */
export function explainedDigest(
	readings: readonly Reading[],
	problems: readonly Problem[],
	corrections: Corrections = NO_CORRECTIONS,
	tellStory: typeof storyOf = storyOf,
): Explained {
	const alone = ofOneKind(inOrder(readings));
	const words = spaceOf(
		alone.map(({ article }) => wordsOf(article)),
		rarityOfWord,
	);
	const names = corrected(
		corrections,
		alone.map(({ article }) => article),
	);
	const read = splitAsTold(inferDays(alone, words), names);
	const {
		actors,
		actorOf,
		doubtful,
		joins,
		followed,
		problems: refused,
	} = linkActors(read, kinshipIn(words), names, corrections.file);
	const decided = toldStories(
		corrections,
		read.map(({ article }) => article),
	);
	const { versions, copies } = alikeAmong(
		read.map(({ article }) => article),
		neverIn(decided),
	);
	const articles = finished(read, actorOf, copies);
	const quotations = read.flatMap((reading, at) => quotationsOf(reading, actorOf[at]!, doubtful[at]!));
	const { groups: events, nearest } = eventsOf(
		articles,
		read.map(({ times }) => times),
		versions,
		decided,
	);
	const quotationsIn = groupBy(quotations, ({ article }) => article);
	const copiesIn = new Map(copies.map((copy) => [copy[0]!, [copy.map((at) => articles[at]!.id)]]));
	const told = events
		.filter((members) => members.some((at) => isRead(articles[at]!)))
		.map((members) =>
			tellStory(
				members.map((at) => articles[at]!),
				members.flatMap((at) => copiesIn.get(at) ?? []),
				members.flatMap((at) => quotationsIn.get(articles[at]!.id) ?? []),
			),
		);
	const stories = inReadingOrder(told, new Map(articles.map((article) => [article.id, article])));
	const data: Export = {
		schema: 'quotidian/1',
		articles,
		actors: withQuotations(actors, articles, quotations),
		quotations: withVariants(quotations, articles, copies, events),
		stories,
		days: daysOf(articles, quotations, stories),
		problems: [
			...problems,
			...refused,
			...decided.problems,
			...read.flatMap((reading) => reading.problems),
		].sort(byPlace),
	};
	const { together } = decided;
	const times = read.map((reading) => reading.times);
	const { actors: known } = data;
	return {
		data,
		joins,
		followed,
		standingOf: (id) =>
			standingOf({ articles, times, actors: known, versions, groups: events, together, nearest }, id),
	};
}

/** Rows of likeness, the last few kept: names are asked about article by article, often the same again. */
function kinshipIn(space: Space): Kinship {
	const kept = new Map<number, Float32Array>();
	return (article) => {
		const known = kept.get(article);
		if (known) return known;
		const row = new Float32Array(space.vectors.length);
		fillLikeness(space, article, row);
		kept.set(article, row);
		if (kept.size > ROWS_KEPT) kept.delete(kept.keys().next().value!);
		return row;
	};
}

const ROWS_KEPT = 256;

/** By file. One text in two files is two articles; the second gets an id of its own. */
function inOrder(readings: readonly Reading[]): Reading[] {
	const sorted = [...readings].sort(
		(a, b) => compare(a.article.file, b.article.file) || compare(a.article.id, b.article.id),
	);
	const met = new Set<Id>();
	return sorted.map((reading) => {
		const { id, file } = reading.article;
		const own = met.has(id) ? identify('a', id, file) : id;
		met.add(own);
		return own === id ? reading : { ...reading, article: { ...reading.article, id: own } };
	});
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: Problem, b: Problem) =>
	compare(a.file, b.file) ||
	(a.line ?? 0) - (b.line ?? 0) ||
	compare(a.stage, b.stage) ||
	compare(a.message, b.message);

/** Articles with what only the others could tell: the actors named, and whose copy they are. */
function finished(
	readings: readonly Reading[],
	actorOf: readonly (readonly Id[])[],
	copies: readonly (readonly number[])[],
): Article[] {
	const originals = new Map(copies.flatMap(([first, ...rest]) => rest.map((copy) => [copy, first!])));
	return readings.map(({ article, entities }, at) => {
		const actorAt = new Map<number, Id>();
		entities.forEach(({ mentions }, index) => {
			for (const mention of mentions) actorAt.set(mention, actorOf[at]![index]!);
		});
		const original = originals.get(at);
		return {
			...article,
			mentions: article.mentions.map((mention, index) => ({
				...mention,
				actor: actorAt.get(index) ?? null,
			})),
			nearDuplicateOf: original === undefined ? null : readings[original]!.article.id,
		};
	});
}

/** Most quoted first, then most often named. */
function withQuotations(
	actors: readonly Actor[],
	articles: readonly Article[],
	quotations: readonly Quotation[],
): Actor[] {
	const spoken = groupBy(quotations, ({ speaker }) => speaker.actor);
	const named = new Map<Id, number>();
	for (const { mentions } of articles)
		for (const { actor } of mentions) if (actor !== null) named.set(actor, (named.get(actor) ?? 0) + 1);
	return actors
		.map((actor) => ({ ...actor, quotations: (spoken.get(actor.id) ?? []).map(({ id }) => id) }))
		.sort(
			(a, b) =>
				b.quotations.length - a.quotations.length ||
				(named.get(b.id) ?? 0) - (named.get(a.id) ?? 0) ||
				compare(a.name, b.name) ||
				compare(a.id, b.id),
		);
}

/** Quotations with the other versions of each. */
function withVariants(
	quotations: readonly Quotation[],
	articles: readonly Article[],
	copies: readonly (readonly number[])[],
	events: readonly (readonly number[])[],
): Quotation[] {
	const placeIn = (groups: readonly (readonly number[])[]) =>
		new Map(groups.flatMap((group, number) => group.map((at) => [articles[at]!.id, number] as const)));
	const copyOf = placeIn(copies);
	const story = placeIn(events);
	const variants = variantsAmong(
		quotations.map((quotation) => ({
			quotation,
			copyOf: copyOf.get(quotation.article) ?? null,
			story: story.get(quotation.article)!,
		})),
	);
	return quotations.map((quotation, at) => ({
		...quotation,
		variants: variants[at]!.map((other) => quotations[other]!.id),
	}));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
