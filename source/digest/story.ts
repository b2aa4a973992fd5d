/** One story: the articles on one event, and what they tell together. */
import { identify } from '../identity.ts';
import type { Article, Id, Point, Quotation, Story } from '../types.ts';
import { disputesOf } from './disputes.ts';
import { pointsOf } from './points.ts';
import { statementsOf } from './statements.ts';

/** `articles`, `nearDuplicates` among them and `quotations` are the story's own. */
export function storyOf(
	articles: readonly Article[],
	nearDuplicates: readonly (readonly Id[])[],
	quotations: readonly Quotation[],
): Story {
	const days = articles.flatMap(({ published }) => (published ? [published.day] : [])).sort();
	const quoted = new Map<Id, Quotation[]>(articles.map(({ id }) => [id, []]));
	for (const quotation of quotations) quoted.get(quotation.article)?.push(quotation);
	const statements = articles.flatMap((article, index) =>
		statementsOf(article, index, quoted.get(article.id)!),
	);
	const voices = voicesIn(articles, nearDuplicates);
	const disputes = disputesOf(articles, statements, voices);
	const points = pointsOf(articles, statements, voices, disputes);
	const lead = leadOf(articles, points);
	return {
		id: identify('s', earliestOf(articles).id),
		headline: lead.headline ?? lead.file,
		firstDay: days[0] ?? null,
		lastDay: days.at(-1) ?? null,
		articles: [lead, ...articles.filter((article) => article !== lead)].map(({ id }) => id),
		nearDuplicates,
		actors: [...new Set(articles.flatMap(({ mentions }) => mentions.flatMap(({ actor }) => actor ?? [])))],
		quotations: quotations.map(({ id }) => id),
		points,
		disputes,
	};
}

/** The article that tells most of the points, of those that print a headline if any does. */
function leadOf(articles: readonly Article[], points: readonly Point[]): Article {
	const told = new Map<Id, number>();
	for (const { from, outlets } of points)
		for (const id of new Set(from.map(({ article }) => article))) told.set(id, (told.get(id) ?? 0) + outlets);
	const headed = articles.filter(
		({ headlineFrom, nearDuplicateOf }) =>
			headlineFrom !== null && headlineFrom !== 'lede' && nearDuplicateOf === null,
	);
	return (headed.length > 0 ? headed : articles).reduce((best, one) =>
		(told.get(one.id) ?? 0) > (told.get(best.id) ?? 0) ? one : best,
	);
}

/** By day, the undated last; of one day by id, so that the order of files decides nothing. */
function earliestOf(articles: readonly Article[]): Article {
	const key = ({ id, published }: Article) => `${published?.day ?? '9999-99-99'} ${id}`;
	return articles.reduce((first, one) => (key(one) < key(first) ? one : first));
}

/** Who speaks in each article: an outlet has one voice, and so have copies of one text. */
export function voicesIn(
	articles: readonly Article[],
	copies: readonly (readonly Id[])[],
): readonly number[] {
	const original = new Map(copies.flatMap(([first, ...rest]) => rest.map((copy) => [copy, first!])));
	const byId = new Map(original.size === 0 ? [] : articles.map((article) => [article.id, article]));
	const known = new Map<string, number>();
	return articles.map(({ id, outlet }) => {
		const copyOf = original.get(id);
		const source = copyOf === undefined ? undefined : byId.get(copyOf);
		const key = `${(source ? source.outlet : outlet) ?? `\u0000${copyOf ?? id}`}`;
		const voice = known.get(key) ?? known.size;
		known.set(key, voice);
		return voice;
	});
}
