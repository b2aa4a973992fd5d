/** One edition in the order in which its lists are read: what is there goes by its number in its list from here on. */
import type { Actor, Article, Day, Export, Id, Quotation, Story } from '../types.ts';

export interface Ordered {
	/** Oldest first, the undated last. */
	readonly days: readonly (Day | null)[];
	/** As the edition orders them. */
	readonly stories: readonly Story[];
	/** Newest first, the undated last, in the order of the text. */
	readonly quotations: readonly Quotation[];
	/** Newest first, the undated last. */
	readonly articles: readonly Article[];
	/** Most quoted first; those who said nothing follow. */
	readonly actors: readonly Actor[];
	readonly dayOf: (quotation: Quotation) => Day | null;
}

export function ordered(data: Export): Ordered {
	const dayOfQuotation = new Map<Id, Day | null>();
	for (const { day, quotations } of data.days) for (const id of quotations) dayOfQuotation.set(id, day);
	const dayOf = ({ id }: Quotation) => dayOfQuotation.get(id) ?? null;
	const files = new Map(data.articles.map(({ id, file }) => [id, file]));
	const fileOf = ({ article }: Quotation) => files.get(article) ?? '';
	const saidBy = new Map<Id | null, number>();
	for (const { speaker } of data.quotations) saidBy.set(speaker.actor, (saidBy.get(speaker.actor) ?? 0) + 1);
	const said = ({ id }: Actor) => saidBy.get(id) ?? 0;
	return {
		days: data.days.map(({ day }) => day).sort(oldestFirst),
		stories: data.stories,
		quotations: inOrder(
			data.quotations.filter(({ article }) => files.has(article)),
			dayOf,
			fileOf,
		),
		articles: [...data.articles].sort(
			(a, b) => newestFirst(a.published?.day ?? null, b.published?.day ?? null) || compare(a.file, b.file),
		),
		actors: [...data.actors].sort(
			(a, b) =>
				said(b) - said(a) ||
				b.articles.length - a.articles.length ||
				compare(a.name, b.name) ||
				compare(a.id, b.id),
		),
		dayOf,
	};
}

/** Newest first, then by file and in the order of the text. Days and files are put in order once, not at each comparison. */
function inOrder(
	quotations: readonly Quotation[],
	dayOf: (quotation: Quotation) => Day | null,
	fileOf: (quotation: Quotation) => string,
): Quotation[] {
	const days = placesOf(quotations.map(dayOf), newestFirst);
	const files = placesOf(quotations.map(fileOf), compare);
	const places = Float64Array.from(
		quotations,
		(one) => days.get(dayOf(one))! * files.size + files.get(fileOf(one))!,
	);
	const starts = Float64Array.from(quotations, startOf);
	return Array.from(quotations.keys())
		.sort((a, b) => places[a]! - places[b]! || starts[a]! - starts[b]!)
		.map((at) => quotations[at]!);
}

function placesOf<Item>(items: readonly Item[], order: (a: Item, b: Item) => number): Map<Item, number> {
	return new Map([...new Set(items)].sort(order).map((item, at) => [item, at]));
}

export function oldestFirst(a: Day | null, b: Day | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	return compare(a, b);
}

function newestFirst(a: Day | null, b: Day | null): number {
	return a === null || b === null ? oldestFirst(a, b) : compare(b, a);
}

export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function startOf({ spans }: Quotation): number {
	return spans[0]?.start ?? 0;
}
