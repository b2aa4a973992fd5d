/** One edition, filed: by id, by day, by actor, and each list in the order in which it is read. */
import type { Actor, Article, Day, Export, Id, Quotation, Story } from '../types.ts';
import type { Place } from './archive.ts';

type Filed = Readonly<Record<'stories' | 'articles' | 'quotations', ReadonlySet<Id>>>;

export interface Library {
	readonly data: Export;
	readonly articles: ReadonlyMap<Id, Article>;
	readonly actors: ReadonlyMap<Id, Actor>;
	readonly quotations: ReadonlyMap<Id, Quotation>;
	readonly stories: ReadonlyMap<Id, Story>;
	readonly filed: ReadonlyMap<Day | null, Filed>;
	/** Oldest first, the undated last. */
	readonly days: readonly (Day | null)[];
	readonly dayOfQuotation: ReadonlyMap<Id, Day | null>;
	/** In the order of the text. */
	readonly quotationsIn: ReadonlyMap<Id, readonly Quotation[]>;
	readonly quotationsBy: ReadonlyMap<Id | null, readonly Quotation[]>;
	readonly storiesOf: ReadonlyMap<Id, readonly Story[]>;
	/** Who is quoted, most quoted first. */
	readonly speakers: readonly Actor[];
	readonly outlets: ReadonlyMap<Id, number>;
	/** Stories as the edition orders them; the rest newest first, the undated last. */
	readonly ordered: {
		readonly stories: readonly Story[];
		readonly quotations: readonly Quotation[];
		readonly articles: readonly Article[];
	};
	readonly holds: {
		readonly story: (place: Place, story: Story) => boolean;
		readonly quotation: (place: Place, quotation: Quotation) => boolean;
		readonly article: (place: Place, article: Article) => boolean;
	};
}

export function libraryOf(data: Export): Library {
	const articles = byId(data.articles);
	const quotationsIn = groupBy(data.quotations, ({ article }) => article);
	for (const list of quotationsIn.values()) list.sort((a, b) => startOf(a) - startOf(b));
	const quotationsBy = groupBy(data.quotations, ({ speaker }) => speaker.actor);
	const storiesOf = new Map<Id, Story[]>();
	for (const story of data.stories)
		for (const id of story.articles) storiesOf.set(id, [...(storiesOf.get(id) ?? []), story]);
	const filed = new Map<Day | null, Filed>(
		data.days.map(({ day, stories, articles, quotations }) => [
			day,
			{ stories: new Set(stories), articles: new Set(articles), quotations: new Set(quotations) },
		]),
	);
	const dayOfQuotation = new Map(
		data.days.flatMap(({ day, quotations }) => quotations.map((id) => [id, day])),
	);
	const outlets = new Map(data.stories.map((story) => [story.id, outletsOf(story, articles)]));
	const said = ({ id }: Actor) => quotationsBy.get(id)?.length ?? 0;
	const fileOf = ({ article }: Quotation) => articles.get(article)?.file ?? '';
	const namedIn = new Map(data.actors.map((actor) => [actor.id, new Set(actor.articles)]));
	const onDay = ({ day }: Place, kind: keyof Filed, id: Id) =>
		day === 'all' || (filed.get(day)?.[kind].has(id) ?? false);
	return {
		data,
		articles,
		actors: byId(data.actors),
		quotations: byId(data.quotations),
		stories: byId(data.stories),
		filed,
		days: data.days.map(({ day }) => day).sort(oldestFirst),
		dayOfQuotation,
		quotationsIn,
		quotationsBy,
		storiesOf,
		speakers: data.actors
			.filter((actor) => said(actor) > 0)
			.sort(
				(a, b) =>
					said(b) - said(a) ||
					b.articles.length - a.articles.length ||
					compare(a.name, b.name) ||
					compare(a.id, b.id),
			),
		outlets,
		ordered: {
			stories: data.stories,
			quotations: [...data.quotations].sort(
				(a, b) =>
					newestFirst(dayOfQuotation.get(a.id), dayOfQuotation.get(b.id)) ||
					compare(fileOf(a), fileOf(b)) ||
					startOf(a) - startOf(b),
			),
			articles: [...data.articles].sort(
				(a, b) => newestFirst(a.published?.day, b.published?.day) || compare(a.file, b.file),
			),
		},
		holds: {
			story: (place, { id, actors }) =>
				onDay(place, 'stories', id) && (place.actor === null || actors.includes(place.actor)),
			quotation: (place, { id, speaker }) =>
				onDay(place, 'quotations', id) && (place.actor === null || speaker.actor === place.actor),
			article: (place, { id }) =>
				onDay(place, 'articles', id) &&
				(place.actor === null || (namedIn.get(place.actor)?.has(id) ?? false)),
		},
	};
}

/** Outlets that wrote about a story themselves: copies count with what they are copies of. */
function outletsOf(story: Story, articles: ReadonlyMap<Id, Article>): number {
	const copies = new Set(story.nearDuplicates.flatMap((group) => group.slice(1)));
	const names = story.articles
		.filter((id) => !copies.has(id))
		.map((id) => articles.get(id)?.outlet ?? articles.get(id)?.file ?? id);
	return new Set(names).size;
}

/** Who spoke at a place's day, most quoted first. */
export function speakersOn({ speakers, quotationsBy, filed }: Library, day: Place['day']): readonly Actor[] {
	if (day === 'all') return speakers;
	const said = filed.get(day)?.quotations;
	return speakers.filter(({ id }) => quotationsBy.get(id)!.some((one) => said?.has(one.id)));
}

/** Days on which something of the actor's stands: said, or in an article that names them. */
export function daysOf(
	{ days, filed, holds, articles, quotations }: Library,
	actor: Id | null,
): readonly (Day | null)[] {
	if (actor === null) return days;
	const place: Place = { day: 'all', actor };
	return days.filter((day) => {
		const lists = filed.get(day)!;
		return (
			some(lists.articles, (id) => articles.has(id) && holds.article(place, articles.get(id)!)) ||
			some(lists.quotations, (id) => quotations.has(id) && holds.quotation(place, quotations.get(id)!))
		);
	});
}

/** The place so many days or actors further on, no further than the last. */
export function placeBeside(library: Library, place: Place, axis: 'day' | 'actor', by: number): Place {
	if (axis === 'day') {
		const line = daysOf(library, place.actor);
		const at = place.day === 'all' ? -1 : line.indexOf(place.day);
		// From all days, back leads to the newest day that is known, and on to the oldest.
		const newest = line.findLastIndex((day) => day !== null);
		const day = line[steppedTo(at, by, line.length, newest < 0 ? line.length : newest + 1)];
		return day === undefined ? place : { ...place, day };
	}
	const line = speakersOn(library, place.day).map(({ id }) => id);
	const at = place.actor === null ? -1 : line.indexOf(place.actor);
	const actor = line[steppedTo(at, by, line.length, line.length)];
	return actor === undefined ? place : { ...place, actor };
}

/** `end` is where one who stands nowhere on the line begins to go back. */
function steppedTo(at: number, by: number, length: number, end: number): number {
	const start = at >= 0 ? at : by < 0 ? end : -1;
	return Math.max(0, Math.min(length - 1, start + by));
}

export function oldestFirst(a: Day | null, b: Day | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	return compare(a, b);
}

function newestFirst(a: Day | null | undefined, b: Day | null | undefined): number {
	if (!a || !b) return oldestFirst(a ?? null, b ?? null);
	return compare(b, a);
}

export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function startOf(quotation: Quotation): number {
	return quotation.spans[0]?.start ?? 0;
}

function byId<Item extends { readonly id: Id }>(items: readonly Item[]): ReadonlyMap<Id, Item> {
	return new Map(items.map((item) => [item.id, item]));
}

function some<Item>(items: Iterable<Item>, is: (item: Item) => boolean): boolean {
	for (const item of items) if (is(item)) return true;
	return false;
}

function groupBy<Item, Group>(items: readonly Item[], groupOf: (item: Item) => Group): Map<Group, Item[]> {
	const groups = new Map<Group, Item[]>();
	for (const item of items) {
		const group = groups.get(groupOf(item));
		if (group) group.push(item);
		else groups.set(groupOf(item), [item]);
	}
	return groups;
}
