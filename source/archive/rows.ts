/** What the screen is shown of one story, quotation, article or actor of a library. */
import type { Actor, Article, Day, Id, Story } from '../types.ts';
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
import { compare, type Library, oldestFirst } from './library.ts';
import { textsOf } from './read.ts';

/** A story opened shows at most so many of each; the lists hold the rest. */
const MOST_IN_A_STORY = 200;
const MOST_VOICES = 4;

export function nameOf({ actors }: Library, id: Id | null): ActorName | null {
	const actor = id === null ? undefined : actors.get(id);
	return actor ? { id: actor.id, name: actor.name, kind: actor.kind, aliases: actor.aliases } : null;
}

/** No row for a quotation that is not there. */
export function quotationRow(
	library: Library,
	id: Id,
	highlights: QuotationRow['highlights'] = [],
): QuotationRow[] {
	const { quotations, articles } = library;
	const quotation = quotations.get(id);
	const article = quotation && articles.get(quotation.article);
	if (!quotation || !article) return [];
	const variants = quotation.variants.flatMap((other) => {
		const said = quotations.get(other);
		const source = said && articles.get(said.article);
		return source ? [{ quotation: said, article: headOf(source) }] : [];
	});
	const actor = nameOf(library, quotation.speaker.actor);
	return [{ key: id, quotation, actor, article: headOf(article), highlights, variants }];
}

export function storyRow(library: Library, story: Story): StoryRow {
	const { id, headline, firstDay, lastDay } = story;
	return {
		key: id,
		story: { id, headline, firstDay, lastDay },
		articles: story.articles.length,
		texts: textsOf(story),
		copies: story.nearDuplicates.reduce((sum, group) => sum + group.length - 1, 0),
		outlets: library.outlets.get(id) ?? 0,
		quotations: story.quotations.length,
		disputes: story.disputes.length,
		voices: voicesOf(library, story.quotations)
			.slice(0, MOST_VOICES)
			.map(({ actor }) => actor),
	};
}

export function articleRow({ quotationsIn }: Library, article: Article): ArticleRow {
	return {
		key: article.id,
		article: headOf(article),
		words: article.paragraphs.reduce(
			(sum, { start, end }) => sum + countWords(article.text.slice(start, end)),
			0,
		),
		quotations: quotationsIn.get(article.id)?.length ?? 0,
		removed: article.removed.length,
	};
}

export function actorRow(library: Library, actor: Actor): ActorRow {
	return {
		key: actor.id,
		actor: nameOf(library, actor.id)!,
		quotations: library.quotationsBy.get(actor.id)?.length ?? 0,
		articles: actor.articles.length,
	};
}

export function storyPage(library: Library, story: Story): StoryPage {
	const heads = headsOf(library, story.articles);
	const rows = story.quotations.flatMap((id) => quotationRow(library, id));
	const happenings: Happening[] = [
		...heads.map((article) => ({ what: 'article' as const, day: article.published?.day ?? null, article })),
		...rows.map((row) => ({
			what: 'quotation' as const,
			day: library.dayOfQuotation.get(row.quotation.id) ?? null,
			row,
		})),
	];
	const from = [
		...story.points.flatMap((point) => point.from),
		...story.disputes.flatMap(({ claims }) => claims.map((claim) => claim.from)),
	];
	const sources = headsOf(library, [...new Set(from.map(({ article }) => article))]);
	return {
		story,
		texts: textsOf(story),
		articles: heads.slice(0, MOST_IN_A_STORY),
		quotations: rows.slice(0, MOST_IN_A_STORY),
		voices: voicesOf(library, story.quotations).slice(0, MOST_IN_A_STORY),
		timeline: happenings.sort((a, b) => oldestFirst(a.day, b.day)).slice(0, MOST_IN_A_STORY),
		sources: new Map(sources.map((head) => [head.id, head])),
	};
}

export function articlePage(library: Library, article: Article): ArticlePage {
	return {
		article,
		quotations: (library.quotationsIn.get(article.id) ?? []).flatMap(({ id }) => quotationRow(library, id)),
		removed: article.removed,
		stories: (library.storiesOf.get(article.id) ?? []).map(({ id, headline }) => ({ id, headline })),
	};
}

export function dayCount({ filed }: Library, day: Day | null): DayCount {
	const { quotations, stories, articles } = filed.get(day)!;
	return { day, quotations: quotations.size, stories: stories.size, articles: articles.size };
}

export function cellsOf(library: Library, actors: readonly Id[], columns: readonly (Day | null)[]): Cell[] {
	const wanted = new Set(columns);
	return actors.flatMap((actor) => {
		const counts = new Map<Day | null, number>();
		for (const { id } of library.quotationsBy.get(actor) ?? []) {
			const day = library.dayOfQuotation.get(id) ?? null;
			if (wanted.has(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
		}
		return [...counts].map(([day, count]) => ({ actor, day, quotations: count }));
	});
}

/** Who is behind the quotations, most quoted first. */
function voicesOf(library: Library, ids: readonly Id[]): Voice[] {
	const counts = new Map<Id, number>();
	for (const id of ids) {
		const actor = library.quotations.get(id)?.speaker.actor;
		if (actor) counts.set(actor, (counts.get(actor) ?? 0) + 1);
	}
	return [...counts]
		.flatMap(([id, count]) => {
			const actor = nameOf(library, id);
			return actor ? [{ actor, quotations: count }] : [];
		})
		.sort((a, b) => b.quotations - a.quotations || compare(a.actor.name, b.actor.name));
}

function headsOf({ articles }: Library, ids: readonly Id[]): ArticleHead[] {
	return ids.flatMap((id) => {
		const article = articles.get(id);
		return article ? [headOf(article)] : [];
	});
}

function headOf(article: Article): ArticleHead {
	const { text, paragraphs, sentences, mentions, times, removed, ...head } = article;
	return head;
}

function countWords(text: string): number {
	let words = 0;
	for (const _ of text.matchAll(/\S+/g)) words++;
	return words;
}
