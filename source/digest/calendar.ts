/** The edition by days. */
import type { Article, Day, DayEntry, Id, Quotation, Story } from '../types.ts';

/**
 * Newest day first, the undated last. A day's articles are those published on it; its quotations those said on it, or,
 * where the text does not tell, those of articles published on it; its stories those with such an article, or such a
 * quotation. What is filed by a day that was worked out is told apart.
 */
export function daysOf(
	articles: readonly Article[],
	quotations: readonly Quotation[],
	stories: readonly Story[],
): DayEntry[] {
	const workedOut = new Set(
		articles.flatMap(({ id, published }) => (published?.certain === false ? id : [])),
	);
	const dayOfArticle = new Map(articles.map(({ id, published }) => [id, published?.day ?? null]));
	const dayOf = (quotation: Quotation) => quotation.said ?? dayOfArticle.get(quotation.article) ?? null;
	const days = new Map<Day | null, Record<'stories' | 'articles' | 'quotations', Id[]>>();
	const entry = (day: Day | null) => {
		const known = days.get(day) ?? { stories: [], articles: [], quotations: [] };
		days.set(day, known);
		return known;
	};
	for (const { id } of articles) entry(dayOfArticle.get(id) ?? null).articles.push(id);
	for (const quotation of quotations) entry(dayOf(quotation)).quotations.push(quotation.id);
	const dayOfQuotation = new Map(quotations.map((quotation) => [quotation.id, dayOf(quotation)]));
	for (const story of stories) {
		const own = [
			...story.articles.map((id) => dayOfArticle.get(id) ?? null),
			...story.quotations.map((id) => dayOfQuotation.get(id) ?? null),
		];
		for (const day of new Set(own)) entry(day).stories.push(story.id);
	}
	const printedIn = new Map(quotations.map(({ id, article }) => [id, article]));
	const aboutIn = ({ articles, quotations }: Pick<DayEntry, 'articles' | 'quotations'>) => [
		...articles.filter((id) => workedOut.has(id)),
		...quotations.filter((id) => workedOut.has(printedIn.get(id)!)),
	];
	return [...days]
		.map(([day, lists]) => ({ day, ...lists, about: day === null ? [] : aboutIn(lists) }))
		.sort((a, b) => (a.day === null ? 1 : b.day === null ? -1 : a.day < b.day ? 1 : -1));
}
