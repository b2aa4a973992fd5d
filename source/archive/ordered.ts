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
	const dayOfQuotation = new Map(
		data.days.flatMap(({ day, quotations }) => quotations.map((id) => [id, day])),
	);
	const dayOf = ({ id }: Quotation) => dayOfQuotation.get(id) ?? null;
	const files = new Map(data.articles.map(({ id, file }) => [id, file]));
	const fileOf = ({ article }: Quotation) => files.get(article) ?? '';
	const saidBy = new Map<Id | null, number>();
	for (const { speaker } of data.quotations) saidBy.set(speaker.actor, (saidBy.get(speaker.actor) ?? 0) + 1);
	const said = ({ id }: Actor) => saidBy.get(id) ?? 0;
	return {
		days: data.days.map(({ day }) => day).sort(oldestFirst),
		stories: data.stories,
		quotations: data.quotations
			.filter(({ article }) => files.has(article))
			.sort(
				(a, b) => newestFirst(dayOf(a), dayOf(b)) || compare(fileOf(a), fileOf(b)) || startOf(a) - startOf(b),
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
