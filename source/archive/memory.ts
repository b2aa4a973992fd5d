/** An archive over one edition held in memory. */
import { type QuotationIndex, quotationIndex } from '../search/entries.ts';
import { search } from '../search/quotations.ts';
import type { Export, Id, Story } from '../types.ts';
import type { Archive, Cut, ListQuery, Page, Place, QuotationRow } from './archive.ts';
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

/** Lists kept ready, by place and query; the reader goes to and fro between a few. */
const LISTS_KEPT = 16;

export function memoryArchive(data: Export): Archive {
	const library = libraryOf(data);
	const { ordered, holds, stories, articles, quotations } = library;
	const kept = new Map<string, readonly unknown[]>();
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

	function storiesAt(place: Place): readonly Story[] {
		return list('stories', place, '', () => ordered.stories.filter((story) => holds.story(place, story)));
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
			return pageOf(storiesAt(query.place), query, idOf, (story) => [storyRow(library, story)]);
		},
		async quotations(query) {
			const { place } = query;
			const words = query.words.trim();
			const items = list('quotations', place, words, () => found(place, words));
			return pageOf(items, query, idOf, ({ id, highlights }) => quotationRow(library, id, highlights));
		},
		async articles(query) {
			const { place } = query;
			const items = list('articles', place, '', () =>
				ordered.articles.filter((article) => holds.article(place, article)),
			);
			return pageOf(items, query, idOf, (article) => [articleRow(library, article)]);
		},
		async actors(query) {
			const { day } = query.place;
			const items = list('actors', { day, actor: null }, '', () => speakersOn(library, day));
			return pageOf(items, query, idOf, (actor) => [actorRow(library, actor)]);
		},
		async problems(query) {
			const items = data.problems.map((problem, at) => ({ ...problem, key: String(at) }));
			return pageOf(
				items,
				query,
				({ key }) => key,
				(problem) => [problem],
			);
		},
		async unread({ place, read }) {
			return storiesAt(place).flatMap((story, at) => {
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

interface Found {
	readonly id: Id;
	readonly highlights: QuotationRow['highlights'];
}

function idOf({ id }: { readonly id: Id }): Id {
	return id;
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
