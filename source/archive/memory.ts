/** An archive over one edition held in memory. */
import { type QuotationIndex, quotationIndex } from '../search/entries.ts';
import { search } from '../search/quotations.ts';
import type { Actor, Article, Day, Export, Id, Quotation, Story } from '../types.ts';
import type {
	ActorName,
	ActorRow,
	Archive,
	ArticleHead,
	ArticlePage,
	ArticleRow,
	Cell,
	Cut,
	DayCount,
	Happening,
	ListQuery,
	Overview,
	Page,
	Place,
	QuotationRow,
	StoryPage,
	StoryRow,
	Voice,
} from './archive.ts';

/** Lists kept ready, by place and query; the reader goes to and fro between a few. */
const LISTS_KEPT = 16;
/** A story opened shows at most so many of each; the lists hold the rest. */
const MOST_IN_A_STORY = 200;

type Filed = Readonly<Record<'stories' | 'articles' | 'quotations', ReadonlySet<Id>>>;

export function memoryArchive(data: Export): Archive {
	const articles = new Map(data.articles.map((article) => [article.id, article]));
	const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
	const quotations = new Map(data.quotations.map((quotation) => [quotation.id, quotation]));
	const stories = new Map(data.stories.map((story) => [story.id, story]));
	const filed = new Map<Day | null, Filed>(
		data.days.map(({ day, ...lists }) => [
			day,
			{
				stories: new Set(lists.stories),
				articles: new Set(lists.articles),
				quotations: new Set(lists.quotations),
			},
		]),
	);
	const dayOfQuotation = new Map(
		data.days.flatMap(({ day, quotations }) => quotations.map((id) => [id, day])),
	);
	const days = data.days.map(({ day }) => day).sort(byDay);
	const inArticle = groupBy(data.quotations, ({ article }) => article);
	for (const list of inArticle.values()) list.sort((a, b) => startOf(a) - startOf(b));
	const ofActor = groupBy(data.quotations, ({ speaker }) => speaker.actor);
	const storiesOf = new Map<Id, Story[]>();
	for (const story of data.stories)
		for (const id of story.articles) storiesOf.set(id, [...(storiesOf.get(id) ?? []), story]);
	const speakers = data.actors
		.filter(({ id }) => ofActor.has(id))
		.sort(
			(a, b) =>
				ofActor.get(b.id)!.length - ofActor.get(a.id)!.length ||
				b.articles.length - a.articles.length ||
				compare(a.name, b.name) ||
				compare(a.id, b.id),
		);

	const newestFirst = (a: Day | null | undefined, b: Day | null | undefined) =>
		-byDay(a ?? null, b ?? null, -1);
	const orderedQuotations = [...data.quotations].sort(
		(a, b) =>
			newestFirst(dayOfQuotation.get(a.id), dayOfQuotation.get(b.id)) ||
			compare(fileOf(a), fileOf(b)) ||
			startOf(a) - startOf(b),
	);
	const orderedStories = [...data.stories].sort(
		(a, b) =>
			newestFirst(a.lastDay, b.lastDay) ||
			outletsOf(b) - outletsOf(a) ||
			b.quotations.length - a.quotations.length ||
			compare(a.id, b.id),
	);
	const orderedArticles = [...data.articles].sort(
		(a, b) => newestFirst(a.published?.day, b.published?.day) || compare(a.file, b.file),
	);

	function fileOf({ article }: Quotation): string {
		return articles.get(article)?.file ?? '';
	}

	function outletsOf(story: Story): number {
		const copies = new Set(story.nearDuplicates.flatMap((group) => group.slice(1)));
		const names = story.articles
			.filter((id) => !copies.has(id))
			.map((id) => articles.get(id)?.outlet ?? articles.get(id)?.file ?? id);
		return new Set(names).size;
	}

	// ------------------------------------------------------------------------------------------------ places

	function holds(place: Place, kind: keyof Filed, id: Id, named: () => boolean): boolean {
		if (place.day !== 'all' && !filed.get(place.day)?.[kind].has(id)) return false;
		return place.actor === null || named();
	}

	const speaks = ({ speaker }: Quotation, { actor }: Place) => speaker.actor === actor;
	const isIn = (story: Story, { actor }: Place) => story.actors.includes(actor ?? '');
	const namedIn = new Map(data.actors.map(({ id, articles }) => [id, new Set(articles)]));
	const isNamed = (article: Article, { actor }: Place) => namedIn.get(actor ?? '')?.has(article.id) ?? false;

	const kept = new Map<string, readonly unknown[]>();
	function keep<Row>(name: string, make: () => readonly Row[]): readonly Row[] {
		const rows = (kept.get(name) as readonly Row[] | undefined) ?? make();
		kept.delete(name);
		kept.set(name, rows);
		if (kept.size > LISTS_KEPT) kept.delete(kept.keys().next().value!);
		return rows;
	}

	let index: QuotationIndex | null = null;

	function found(
		place: Place,
		words: string,
	): readonly { readonly id: Id; readonly highlights: QuotationRow['highlights'] }[] {
		const here = (id: Id) => holds(place, 'quotations', id, () => speaks(quotations.get(id)!, place));
		if (words.trim() === '')
			return once(orderedQuotations.filter(({ id }) => here(id)).map(({ id }) => ({ id, highlights: [] })));
		// Built at the first search: a reader who never searches never waits for it.
		index ??= quotationIndex({ ...data, quotations: orderedQuotations });
		return once(search(index, words).filter(({ id }) => here(id)));
	}

	/** Without what another outlet prints of an utterance that is there already. */
	function once<Row extends { readonly id: Id }>(rows: readonly Row[]): readonly Row[] {
		const told = new Set<Id>();
		return rows.filter(({ id }) => {
			if (told.has(id)) return false;
			for (const variant of quotations.get(id)?.variants ?? []) told.add(variant);
			return true;
		});
	}

	// ------------------------------------------------------------------------------------------------ rows

	const nameOf = (id: Id | null): ActorName | null => {
		const actor = id === null ? undefined : actors.get(id);
		return actor ? { id: actor.id, name: actor.name, kind: actor.kind, aliases: actor.aliases } : null;
	};

	function quotationRow(id: Id, highlights: QuotationRow['highlights'] = []): QuotationRow[] {
		const quotation = quotations.get(id);
		const article = quotation && articles.get(quotation.article);
		if (!quotation || !article) return [];
		const variants = quotation.variants.flatMap((other) => {
			const said = quotations.get(other);
			const source = said && articles.get(said.article);
			return source ? [{ quotation: said, article: headOf(source) }] : [];
		});
		const actor = nameOf(quotation.speaker.actor);
		return [{ key: id, quotation, actor, article: headOf(article), highlights, variants }];
	}

	function voicesOf(ids: readonly Id[]): Voice[] {
		const counts = new Map<Id, number>();
		for (const id of ids) {
			const actor = quotations.get(id)?.speaker.actor;
			if (actor) counts.set(actor, (counts.get(actor) ?? 0) + 1);
		}
		return [...counts]
			.flatMap(([id, count]) => {
				const actor = nameOf(id);
				return actor ? [{ actor, quotations: count }] : [];
			})
			.sort((a, b) => b.quotations - a.quotations || compare(a.actor.name, b.actor.name));
	}

	const storyRow = (story: Story): StoryRow => ({
		key: story.id,
		story: { id: story.id, headline: story.headline, firstDay: story.firstDay, lastDay: story.lastDay },
		articles: story.articles.length,
		copies: story.nearDuplicates.reduce((sum, group) => sum + group.length - 1, 0),
		outlets: outletsOf(story),
		quotations: story.quotations.length,
		disputes: story.disputes.length,
		voices: voicesOf(story.quotations)
			.slice(0, 4)
			.map(({ actor }) => actor),
	});

	const articleRow = (article: Article): ArticleRow => ({
		key: article.id,
		article: headOf(article),
		words: article.paragraphs.reduce(
			(sum, { start, end }) => sum + countWords(article.text.slice(start, end)),
			0,
		),
		quotations: inArticle.get(article.id)?.length ?? 0,
		removed: article.removed.length,
	});

	const actorRow = (actor: Actor): ActorRow => ({
		key: actor.id,
		actor: nameOf(actor.id)!,
		quotations: ofActor.get(actor.id)?.length ?? 0,
		articles: actor.articles.length,
	});

	function storyPage(story: Story): StoryPage {
		const heads = story.articles.flatMap((id) => {
			const article = articles.get(id);
			return article ? [headOf(article)] : [];
		});
		const rows = story.quotations.flatMap((id) => quotationRow(id));
		const happenings: Happening[] = [
			...heads.map((article) => ({ what: 'article' as const, day: article.published?.day ?? null, article })),
			...rows.map((row) => ({
				what: 'quotation' as const,
				day: dayOfQuotation.get(row.quotation.id) ?? null,
				row,
			})),
		];
		const from = [
			...story.points.flatMap((point) => point.from),
			...story.disputes.flatMap(({ claims }) => claims.map((claim) => claim.from)),
		];
		const sources = new Map(
			from.flatMap(({ article }) => {
				const source = articles.get(article);
				return source ? [[article, headOf(source)] as const] : [];
			}),
		);
		return {
			story,
			articles: heads.slice(0, MOST_IN_A_STORY),
			quotations: rows.slice(0, MOST_IN_A_STORY),
			voices: voicesOf(story.quotations).slice(0, MOST_IN_A_STORY),
			timeline: happenings.sort((a, b) => byDay(a.day, b.day)).slice(0, MOST_IN_A_STORY),
			sources,
		};
	}

	const articlePage = (article: Article): ArticlePage => ({
		article,
		quotations: (inArticle.get(article.id) ?? []).flatMap(({ id }) => quotationRow(id)),
		removed: article.removed,
		stories: (storiesOf.get(article.id) ?? []).map(({ id, headline }) => ({ id, headline })),
	});

	// ------------------------------------------------------------------------------------------------ days, actors

	const dayCount = (day: Day | null): DayCount => {
		const lists = filed.get(day)!;
		return {
			day,
			quotations: lists.quotations.size,
			stories: lists.stories.size,
			articles: lists.articles.size,
		};
	};

	/** Days on which something of the actor's stands: said, or in an article that names them. */
	function daysOf(actor: Id | null): readonly (Day | null)[] {
		if (actor === null) return days;
		const named = namedIn.get(actor);
		return days.filter((day) => {
			const lists = filed.get(day)!;
			return (
				[...lists.articles].some((id) => named?.has(id)) ||
				[...lists.quotations].some((id) => quotations.get(id)?.speaker.actor === actor)
			);
		});
	}

	function speakersOn(day: Place['day']): readonly Actor[] {
		if (day === 'all') return speakers;
		return speakers.filter(({ id }) =>
			ofActor.get(id)!.some((said) => filed.get(day)?.quotations.has(said.id)),
		);
	}

	function beside(place: Place, axis: 'day' | 'actor', by: number): Place {
		if (axis === 'day') {
			const line = daysOf(place.actor);
			const at = place.day === 'all' ? -1 : line.indexOf(place.day);
			// From all days, back leads to the newest day that is known, and on to the oldest.
			const newest = line.findLastIndex((day) => day !== null);
			const start = at >= 0 ? at : by < 0 ? (newest < 0 ? line.length : newest + 1) : -1;
			const day = line[clamp(start + by, line.length)];
			return day === undefined ? place : { ...place, day };
		}
		const line = speakersOn(place.day).map(({ id }) => id);
		const at = place.actor === null ? -1 : line.indexOf(place.actor);
		const start = at >= 0 ? at : by < 0 ? line.length : -1;
		const actor = line[clamp(start + by, line.length)];
		return actor === undefined ? place : { ...place, actor };
	}

	const list = (query: ListQuery, kind: string, extra = '') =>
		`${kind} ${JSON.stringify([query.place.day, query.place.actor, extra])}`;

	return {
		async overview(): Promise<Overview> {
			return {
				articles: data.articles.length,
				stories: data.stories.length,
				quotations: data.quotations.length,
				actors: speakers.length,
				days: days.map(dayCount),
				problems: data.problems.length,
			};
		},
		async stories(query) {
			const rows = keep(list(query, 'stories'), () =>
				orderedStories.filter((story) =>
					holds(query.place, 'stories', story.id, () => isIn(story, query.place)),
				),
			);
			return pageOf(
				rows,
				query,
				({ id }) => id,
				(story) => [storyRow(story)],
			);
		},
		async quotations(query) {
			const rows = keep(list(query, 'quotations', query.words.trim()), () => found(query.place, query.words));
			return pageOf(
				rows,
				query,
				({ id }) => id,
				({ id, highlights }) => quotationRow(id, highlights),
			);
		},
		async articles(query) {
			const rows = keep(list(query, 'articles'), () =>
				orderedArticles.filter((article) =>
					holds(query.place, 'articles', article.id, () => isNamed(article, query.place)),
				),
			);
			return pageOf(
				rows,
				query,
				({ id }) => id,
				(article) => [articleRow(article)],
			);
		},
		async actors(query) {
			const rows = keep(list({ ...query, place: { ...query.place, actor: null } }, 'actors'), () =>
				speakersOn(query.place.day),
			);
			return pageOf(
				rows,
				query,
				({ id }) => id,
				(actor) => [actorRow(actor)],
			);
		},
		async problems(query) {
			const rows = data.problems.map((problem, at) => ({ ...problem, key: String(at) }));
			return pageOf(
				rows,
				query,
				({ key }) => key,
				(row) => [row],
			);
		},
		async story(id) {
			const story = stories.get(id);
			return story ? storyPage(story) : null;
		},
		async article(id) {
			const article = articles.get(id);
			return article ? articlePage(article) : null;
		},
		async cells(ids, columns): Promise<readonly Cell[]> {
			const wanted = new Set(columns);
			return ids.flatMap((actor) => {
				const counts = new Map<Day | null, number>();
				for (const { id } of ofActor.get(actor) ?? []) {
					const day = dayOfQuotation.get(id) ?? null;
					if (wanted.has(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
				}
				return [...counts].map(([day, count]) => ({ actor, day, quotations: count }));
			});
		},
		async beside(place, axis, by) {
			return beside(place, axis, by);
		},
		async actor(id) {
			return nameOf(id);
		},
		async close() {},
	};
}

/** The asked part of a list that is all at hand. */
function pageOf<Item, Row>(
	items: readonly Item[],
	{ cut, limit }: ListQuery,
	keyOf: (item: Item) => string,
	rowsOf: (item: Item) => readonly Row[],
): Page<Row> {
	const at = 'key' in cut ? items.findIndex((item) => keyOf(item) === cut.key) : -1;
	const first = Math.max(0, firstOf(cut.from, at, items.length, limit));
	const end = cut.from === 'before' ? Math.max(0, at) : Math.min(items.length, first + limit);
	return { rows: items.slice(first, end).flatMap(rowsOf), first, total: items.length };
}

function firstOf(from: Cut['from'], at: number, length: number, limit: number): number {
	switch (from) {
		case 'start':
			return 0;
		case 'end':
			return length - limit;
		case 'after':
			return at + 1;
		case 'before':
			return at - limit;
		case 'at':
			return at;
	}
}

function headOf(article: Article): ArticleHead {
	const { text, paragraphs, sentences, mentions, times, removed, ...head } = article;
	return head;
}

function startOf(quotation: Quotation): number {
	return quotation.spans[0]?.start ?? 0;
}

function countWords(text: string): number {
	let words = 0;
	for (const _ of text.matchAll(/\S+/g)) words++;
	return words;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Oldest first; what has no day last, or first when `undated` is -1. */
function byDay(a: Day | null, b: Day | null, undated: 1 | -1 = 1): number {
	if (a === b) return 0;
	if (a === null) return undated;
	if (b === null) return -undated;
	return compare(a, b);
}

function clamp(at: number, length: number): number {
	return Math.max(0, Math.min(length - 1, at));
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
