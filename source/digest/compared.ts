/** What articles tell of one another: who is who, when, copies, and which tell of one event. All but the stories' own words. */
import { identify } from '../identity.ts';
import type { Article, Id, Quotation, Reading } from '../types.ts';
import { type Linked, linkActors } from './actors.ts';
import { rarityOfWord, wordsOf } from './bags.ts';
import { type Corrections, corrected } from './corrections.ts';
import { inferDays } from './days.ts';
import { alikeAmong } from './duplicates.ts';
import { eventsOf } from './events.ts';
import { ofOneKind } from './names/one-kind.ts';
import type { Kinship } from './names/person-groups.ts';
import { splitAsTold } from './names/split-as-told.ts';
import { quotationsOf } from './quotations.ts';
import type { Events } from './stories.ts';
import { neverIn, type ToldStories, toldStories } from './told-stories.ts';
import { variantsAmong } from './variants.ts';
import { fillLikeness, type Space, spaceOf } from './vectors.ts';

/** Groups are of articles by number. */
export interface Compared {
	/** What each article told, corrected by the others. */
	readonly read: readonly Reading[];
	readonly articles: readonly Article[];
	/** In the order of the articles, with variants. */
	readonly quotations: readonly Quotation[];
	readonly linked: Linked;
	readonly versions: readonly (readonly number[])[];
	readonly copies: readonly (readonly number[])[];
	readonly events: Events;
	/** What the reader says of stories. */
	readonly decided: ToldStories;
}

/** Each stage uses only what stands above it. */
export function compared(readings: readonly Reading[], corrections: Corrections): Compared {
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
	const linked = linkActors(read, kinshipIn(words), names, corrections.file);
	const { actorOf, doubtful } = linked;
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
	const times = read.map((reading) => reading.times);
	const events = eventsOf(articles, times, versions, decided);
	return {
		read,
		articles,
		quotations: withVariants(quotations, articles, copies, events.groups),
		linked,
		versions,
		copies,
		events,
		decided,
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

/** By file, each with an id of its own. */
export function inOrder(readings: readonly Reading[]): Reading[] {
	const placed = readings.map((reading) => ({ reading, id: reading.article.id, file: reading.article.file }));
	return withOwnIds(placed).map(({ reading, id }) =>
		id === reading.article.id ? reading : { ...reading, article: { ...reading.article, id } },
	);
}

/** By file. One text in two files is two articles; the second gets an id of its own. */
export function withOwnIds<Item extends { readonly id: Id; readonly file: string }>(
	items: readonly Item[],
): Item[] {
	const met = new Set<Id>();
	return [...items]
		.sort((a, b) => compare(a.file, b.file) || compare(a.id, b.id))
		.map((item) => {
			const own = met.has(item.id) ? identify('a', item.id, item.file) : item.id;
			met.add(own);
			return own === item.id ? item : { ...item, id: own };
		});
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

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
