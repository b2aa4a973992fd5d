/** One story: the articles on one event, and what they tell together. */
import { identify } from '../identity.ts';
import type { Article, Id, Quotation, Story } from '../types.ts';

/** `articles` and `quotations` are the story's own; `copies` those of the whole edition. */
export function storyOf(
	articles: readonly Article[],
	copies: readonly (readonly Id[])[],
	quotations: readonly Quotation[],
): Story {
	const ids = new Set(articles.map(({ id }) => id));
	const days = articles.flatMap(({ published }) => (published ? [published.day] : [])).sort();
	const lead = articles[0]!;
	const sentences = lead.sentences.filter(({ start }) =>
		lead.paragraphs.some(
			(paragraph) => paragraph.start <= start && start < paragraph.end && /lede|body/.test(paragraph.kind),
		),
	);
	return {
		id: identify('s', lead.id),
		headline: lead.headline ?? lead.file,
		firstDay: days[0] ?? null,
		lastDay: days.at(-1) ?? null,
		articles: articles.map(({ id }) => id),
		nearDuplicates: copies.map((copy) => copy.filter((id) => ids.has(id))).filter((copy) => copy.length > 1),
		actors: [...new Set(articles.flatMap(({ mentions }) => mentions.flatMap(({ actor }) => actor ?? [])))],
		quotations: quotations.map(({ id }) => id),
		points: sentences.slice(0, 5).map(({ start, end }) => ({
			text: lead.text.slice(start, end),
			from: [{ article: lead.id, start, end }],
			outlets: 1,
		})),
		disputes: [],
	};
}
