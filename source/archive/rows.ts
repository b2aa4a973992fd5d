/** What the screen is shown of one story, quotation, article or actor. */
import type { Day, Id, Published } from '../types.ts';
import type {
	ActorName,
	ActorRow,
	ArticleHead,
	ArticlePage,
	ArticleRow,
	Cell,
	DayCount,
	Happening,
	QuotationRow,
	StoryPage,
	StoryRow,
	Voice,
} from './archive.ts';
import { type Columns, counted, linked, NONE, TEXT_BEGINS } from './columns.ts';
import type { Items } from './items.ts';
import { compare, oldestFirst } from './ordered.ts';
import type { Texts } from './read.ts';

/** Everything of one edition. */
export interface Shelf {
	readonly columns: Columns;
	readonly items: Items;
}

/** A story opened shows at most so many of each; the lists hold the rest. */
const MOST_IN_A_STORY = 200;

export function actorName({ items }: Shelf, number: number): ActorName | null {
	return number === NONE ? null : items.actor(number);
}

export function quotationRow(
	shelf: Shelf,
	number: number,
	highlights: QuotationRow['highlights'] = [],
): QuotationRow {
	const { columns, items } = shelf;
	const { quotation } = items.said(number);
	const headOf = (one: number) => items.listed(columns.quotationArticle[one]!).head;
	return {
		key: quotation.id,
		quotation,
		actor: actorName(shelf, columns.quotationActor[number]!),
		article: headOf(number),
		highlights,
		variants: Array.from(linked(columns.quotationVariants, number), (other) => ({
			quotation: items.said(other).quotation,
			article: headOf(other),
		})),
	};
}

export function storyRow(shelf: Shelf, number: number): StoryRow {
	const { columns, items } = shelf;
	const { disputes, ...story } = items.storyHead(number);
	return {
		key: story.id,
		story,
		articles: linked(columns.storyArticles, number).length,
		texts: textsAt(columns, number),
		...reported(columns, number),
		quotations: linked(columns.storyQuotations, number).length,
		disputes,
		voices: Array.from(linked(columns.storyVoices, number), items.actor),
		published: publishedOf(shelf, number),
	};
}

/** Most stories open with an article whose day is printed: one is read, and of any story no more than so many. */
const MOST_ASKED = 20;

function publishedOf({ columns, items }: Shelf, number: number): Published[] {
	const told: Published[] = [];
	for (const one of linked(columns.storyArticles, number).subarray(0, MOST_ASKED)) {
		const { published } = items.listed(one).head;
		if (published) told.push(published);
		if (published?.certain) break;
	}
	return told;
}

/** Outlets that wrote themselves; copies count with what they are copies of. */
function reported(
	{ storyTexts, articleSource }: Columns,
	number: number,
): { readonly outlets: number; readonly copies: number } {
	const texts = linked(storyTexts, number);
	const firsts = texts.filter((one) => one >= TEXT_BEGINS);
	return {
		outlets: new Set(Array.from(firsts, (one) => articleSource[bare(one)]!)).size,
		copies: texts.length - firsts.length,
	};
}

export function textsAt({ storyTexts, articleIds }: Columns, number: number): Texts {
	const texts: Id[][] = [];
	for (const one of linked(storyTexts, number)) {
		if (one >= TEXT_BEGINS) texts.push([]);
		texts.at(-1)!.push(articleIds[bare(one)]!);
	}
	return texts;
}

const bare = (one: number): number => (one & ~TEXT_BEGINS) >>> 0;

export function articleRow({ columns, items }: Shelf, number: number): ArticleRow {
	const { head, words, removed } = items.listed(number);
	const quotations = linked(columns.articleQuotations, number).length;
	return { key: head.id, article: head, words, quotations, removed };
}

/** `said`: how many quotations each actor has. */
export function actorRow({ columns, items }: Shelf, number: number, said: ArrayLike<number>): ActorRow {
	const actor = items.actor(number);
	const articles = linked(columns.actorArticles, number).length;
	return { key: actor.id, actor, quotations: said[number]!, articles };
}

export function storyPage(shelf: Shelf, number: number): StoryPage {
	const { columns, items } = shelf;
	const story = items.story(number);
	const dayAt = (day: number) => columns.days[day] ?? null;
	const articles = linked(columns.storyArticles, number);
	const quotations = linked(columns.storyQuotations, number);
	const heads = Array.from(articles.subarray(0, MOST_IN_A_STORY), (one) => items.listed(one).head);
	const rows = Array.from(quotations.subarray(0, MOST_IN_A_STORY), (one) => quotationRow(shelf, one));
	const happened = [
		...Array.from(articles, (one, at) => ({
			day: dayAt(columns.articleDay[one]!),
			what: 'article',
			one,
			at,
		})),
		...Array.from(quotations, (one, at) => ({
			day: dayAt(columns.quotationDay[one]!),
			what: 'quotation',
			one,
			at,
		})),
	].sort((a, b) => oldestFirst(a.day, b.day));
	const happening = ({ day, what, one, at }: (typeof happened)[number]): Happening =>
		what === 'article'
			? { what: 'article', day, article: heads[at] ?? items.listed(one).head }
			: { what: 'quotation', day, row: rows[at] ?? quotationRow(shelf, one) };
	const from = [
		...story.points.flatMap((point) => point.from),
		...story.disputes.flatMap(({ claims }) => claims.map((claim) => claim.from)),
	];
	const sources = new Map<Id, ArticleHead>();
	for (const { article } of from) {
		const at = sources.has(article) ? null : items.numberOf('articles', article);
		if (at !== null) sources.set(article, items.listed(at).head);
	}
	return {
		story,
		texts: textsAt(columns, number),
		...reported(columns, number),
		articles: heads,
		quotations: rows,
		voices: voicesOf(shelf, number).slice(0, MOST_IN_A_STORY),
		timeline: happened.slice(0, MOST_IN_A_STORY).map(happening),
		sources,
	};
}

export function articlePage(shelf: Shelf, number: number): ArticlePage {
	const { columns, items } = shelf;
	const article = items.article(number);
	const { storyArticles } = columns;
	const stories: { readonly id: Id; readonly headline: string }[] = [];
	for (let story = 0; story + 1 < storyArticles.first.length; story++)
		if (linked(storyArticles, story).includes(number)) {
			const { id, headline } = items.storyHead(story);
			stories.push({ id, headline });
		}
	return {
		article,
		quotations: Array.from(linked(columns.articleQuotations, number), (one) => quotationRow(shelf, one)),
		removed: article.removed,
		stories,
	};
}

export function dayCounts({ columns }: Shelf): DayCount[] {
	const count = (numbers: Iterable<number>) => {
		const counts = new Uint32Array(columns.days.length);
		for (const day of numbers) counts[day]!++;
		return counts;
	};
	const quotations = count(columns.quotationDay);
	const stories = count(columns.storyDays.to);
	const articles = count(columns.articleDay);
	return columns.days.map((day, at) => ({
		day,
		quotations: quotations[at]!,
		stories: stories[at]!,
		articles: articles[at]!,
	}));
}

export function cellsOf(
	{ columns, items }: Shelf,
	actors: readonly Id[],
	days: readonly (Day | null)[],
): Cell[] {
	const wanted = new Set(days.map((day) => columns.days.indexOf(day)));
	const rows = new Map(
		actors.map((id) => [items.numberOf('actors', id) ?? NONE, { id, counts: new Map<number, number>() }]),
	);
	const { quotationActor, quotationDay } = columns;
	rows.delete(NONE);
	for (let at = 0; at < quotationActor.length; at++) {
		const row = rows.get(quotationActor[at]!);
		const day = quotationDay[at]!;
		if (row && wanted.has(day)) row.counts.set(day, (row.counts.get(day) ?? 0) + 1);
	}
	return [...rows.values()].flatMap(({ id, counts }) =>
		[...counts].map(([day, quotations]) => ({ actor: id, day: columns.days[day] ?? null, quotations })),
	);
}

/** Who is behind the quotations of a story, most quoted first. */
function voicesOf({ columns, items }: Shelf, story: number): Voice[] {
	const by = linked(columns.storyQuotations, story).map((one) => columns.quotationActor[one]!);
	return counted(by)
		.map(({ number, count }) => ({ actor: items.actor(number), quotations: count }))
		.sort((a, b) => b.quotations - a.quotations || compare(a.actor.name, b.actor.name));
}
