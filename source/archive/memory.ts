/** An archive over one edition held in memory. */
import { type QuotationIndex, quotationIndex, search } from '../search/quotations.ts';
import type { Export, Id, Story } from '../types.ts';
import type { Archive, Cut, ListQuery, Page, Place, QuotationRow } from './archive.ts';
import { type Filter, passes, type Told } from './filter.ts';
import { libraryOf, placeBeside, speakersOn } from './library.ts';
import { standingOf, textsOf } from './read.ts';
import {
	actorRow,
	articlePage,
	articleRow,
	cellsOf,
	dayCount,
	nameOf,
	quotationRow,
	storyPage,
	storyRow,
} from './rows.ts';
import { telling } from './told.ts';

/** Lists kept ready, by place and query; the reader goes to and fro between a few. */
const LISTS_KEPT = 16;

export function memoryArchive(data: Export): Archive {
	const library = libraryOf(data);
	const { ordered, holds, stories, articles, quotations } = library;
	const kept = new Map<string, readonly unknown[]>();
	const tell = telling(library);
	const numbers = new WeakMap<object, number>();
	let lastNumber = 0;
	let index: QuotationIndex | null = null;

	/** The whole of a list, made when it is first asked for. */
	function list<Item>(
		name: string,
		{ day, actor }: Place,
		words: string,
		make: () => readonly Item[],
	): readonly Item[] {
		const key = JSON.stringify([name, day, actor, words]);
		const items = (kept.get(key) as readonly Item[] | undefined) ?? make();
		kept.delete(key);
		kept.set(key, items);
		if (kept.size > LISTS_KEPT) kept.delete(kept.keys().next().value!);
		return items;
	}

	/** The items of a list that pass a filter, and how many do not. */
	function sifted<Item>(
		name: string,
		{
			place,
			words,
			filter,
		}: { readonly place: Place; readonly words: string; readonly filter: Filter | null },
		items: readonly Item[],
		told: (item: Item) => Told,
	): Sifted<Item> {
		if (!filter || filter.terms.length === 0) return { items, hidden: 0 };
		const how = JSON.stringify([words, filter.terms, numberOf(filter)]);
		const passed = list(`${name} sifted`, place, how, () =>
			items.filter((item) => passes(told(item), filter)),
		);
		return { items: passed, hidden: items.length - passed.length };
	}

	/** What was read is told from what was read at another time by its identity: it never changes. */
	function numberOf({ terms, read }: Filter): number {
		if (!terms.some(({ field }) => field === 'unread')) return 0;
		const number = numbers.get(read) ?? (lastNumber += 1);
		numbers.set(read, number);
		return number;
	}

	function storiesAt(place: Place, filter: Filter | null): Sifted<Story> {
		const items = list('stories', place, '', () =>
			ordered.stories.filter((story) => holds.story(place, story)),
		);
		return sifted('stories', { place, words: '', filter }, items, tell.story);
	}

	function found(place: Place, words: string): readonly Found[] {
		const here = (id: Id) => holds.quotation(place, quotations.get(id)!);
		if (words === '')
			return once(ordered.quotations.filter(({ id }) => here(id)).map(({ id }) => ({ id, highlights: [] })));
		// Built at the first search: a reader who never searches never waits for it.
		index ??= quotationIndex({ ...data, quotations: ordered.quotations });
		return once(search(index, words).filter(({ id }) => here(id)));
	}

	/** Without what another outlet prints of an utterance that is there already. */
	function once(rows: readonly Found[]): readonly Found[] {
		const told = new Set<Id>();
		return rows.filter(({ id }) => {
			if (told.has(id)) return false;
			for (const variant of quotations.get(id)?.variants ?? []) told.add(variant);
			return true;
		});
	}

	return {
		async overview() {
			return {
				articles: data.articles.length,
				stories: data.stories.length,
				quotations: data.quotations.length,
				actors: library.speakers.length,
				days: library.days.map((day) => dayCount(library, day)),
				problems: data.problems.length,
			};
		},
		async stories(query) {
			return pageOf(storiesAt(query.place, query.filter ?? null), query, idOf, (story) => [
				storyRow(library, story),
			]);
		},
		async quotations(query) {
			const { place, filter } = query;
			const words = query.words.trim();
			const items = list('quotations', place, words, () => found(place, words));
			const told = ({ id }: Found) => tell.quotation(quotations.get(id)!);
			return pageOf(
				sifted('quotations', { place, words, filter: filter ?? null }, items, told),
				query,
				idOf,
				({ id, highlights }) => quotationRow(library, id, highlights),
			);
		},
		async articles(query) {
			const { place, filter } = query;
			const items = list('articles', place, '', () =>
				ordered.articles.filter((article) => holds.article(place, article)),
			);
			return pageOf(
				sifted('articles', { place, words: '', filter: filter ?? null }, items, tell.article),
				query,
				idOf,
				(article) => [articleRow(library, article)],
			);
		},
		async actors(query) {
			const { day } = query.place;
			const items = list('actors', { day, actor: null }, '', () => speakersOn(library, day));
			return pageOf({ items, hidden: 0 }, query, idOf, (actor) => [actorRow(library, actor)]);
		},
		async problems(query) {
			const items = data.problems.map((problem, at) => ({ ...problem, key: String(at) }));
			return pageOf(
				{ items, hidden: 0 },
				query,
				({ key }) => key,
				(problem) => [problem],
			);
		},
		async unread({ place, filter, read }) {
			return storiesAt(place, filter ?? null).items.flatMap((story, at) => {
				const texts = textsOf(story);
				return standingOf(texts, read) === 'read' ? [] : [{ key: story.id, id: story.id, at, texts }];
			});
		},
		async story(id) {
			const story = stories.get(id);
			return story ? storyPage(library, story) : null;
		},
		async article(id) {
			const article = articles.get(id);
			return article ? articlePage(library, article) : null;
		},
		async cells(actors, days) {
			return cellsOf(library, actors, days);
		},
		async beside(place, axis, by) {
			return placeBeside(library, place, axis, by);
		},
		async actor(id) {
			return nameOf(library, id);
		},
		async close() {},
	};
}

interface Sifted<Item> {
	readonly items: readonly Item[];
	readonly hidden: number;
}

interface Found {
	readonly id: Id;
	readonly highlights: QuotationRow['highlights'];
}

function idOf({ id }: { readonly id: Id }): Id {
	return id;
}

/** The asked part of a list that is all at hand. */
function pageOf<Item, Row>(
	{ items, hidden }: Sifted<Item>,
	{ cut, limit }: ListQuery,
	keyOf: (item: Item) => string,
	rowsOf: (item: Item) => readonly Row[],
): Page<Row> {
	const at = 'key' in cut ? items.findIndex((item) => keyOf(item) === cut.key) : -1;
	const first = Math.max(0, firstOf(cut.from, at, items.length, limit));
	const end = cut.from === 'before' ? Math.max(0, at) : Math.min(items.length, first + limit);
	return { rows: items.slice(first, end).flatMap(rowsOf), first, total: items.length, hidden };
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
