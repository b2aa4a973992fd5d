/** An archive over one edition held in memory. */
import { type Bits, bitsFor, count, has, put } from '../search/bits.ts';
import { answers, type Found, type QuotationIndex, quotationIndex } from '../search/quotations.ts';
import type { Export, Id, Quotation, Story } from '../types.ts';
import {
	type Archive,
	type Cut,
	EVERYWHERE,
	type ListQuery,
	type Page,
	type Place,
	type QuotationRow,
} from './archive.ts';
import { type Filter, parseQuery, passes, type Told } from './filter.ts';
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
const NOTHING_READ: ReadonlySet<Id> = new Set();

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
		{ place, filter }: { readonly place: Place; readonly filter: Filter | null },
		items: readonly Item[],
		told: (item: Item) => Told,
	): Sifted<Item> {
		if (!filter || filter.terms.length === 0) return { items, hidden: 0 };
		const how = JSON.stringify([filter.terms, numberOf(filter)]);
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
		return sifted('stories', { place, filter }, items, tell.story);
	}

	function filteredAt(place: Place, filter: Filter | null): Bits | null {
		const narrow = filter && filter.terms.length > 0 ? filter : null;
		if (place.day === 'all' && place.actor === null && !narrow) return null;
		const how = narrow ? JSON.stringify([narrow.terms, numberOf(narrow)]) : '';
		const [bits] = list('within', place, how, () => {
			const within = bitsFor(ordered.quotations.length);
			for (const [number, quotation] of ordered.quotations.entries())
				if (holds.quotation(place, quotation) && (!narrow || passes(tell.quotation(quotation), narrow)))
					put(within, number);
			return [within];
		});
		return bits!;
	}

	/** At least the first `wanted` answers to a query, each utterance once, and how many there are. */
	function found(place: Place, words: string, filter: Filter | null, wanted: number): Answered {
		// Built at the first search: a reader who never searches never waits for it.
		index ??= quotationIndex({ ...data, quotations: ordered.quotations });
		const within = filteredAt(place, filter);
		for (let limit = wanted; ; limit *= 2) {
			const answer = answers(index, words, { limit, within });
			const items = once(answer.found);
			if (items.length >= wanted || answer.found.length < limit)
				return { items, total: utterancesIn(answer.all), whole: answer.found.length < limit };
		}
	}

	/** A page of answers: no more of them are put in order than the page needs. */
	function searched(query: ListQuery, typed: string): Page<QuotationRow> {
		const { place, filter = null, cut, limit } = query;
		const { words, terms } = parseQuery(typed);
		const fields: Filter = { terms, read: NOTHING_READ };
		const sieve = filter ? { ...filter, terms: [...terms, ...filter.terms] } : fields;
		const how = JSON.stringify([words, sieve.terms, numberOf(sieve)]);
		const kept = list('searched', place, how, () => [{ answered: null as Answered | null }])[0]!;
		const key = 'key' in cut ? cut.key : null;
		const reaches = ({ items, whole }: Answered) => {
			const at = key === null ? 0 : items.findIndex(({ id }) => id === key);
			return whole || (cut.from !== 'end' && at >= 0 && at + limit < items.length);
		};
		for (let wanted = limit + 1; !kept.answered || !reaches(kept.answered); wanted *= 4)
			kept.answered = found(place, words, sieve, cut.from === 'end' ? Number.POSITIVE_INFINITY : wanted);
		const { items, total } = kept.answered;
		const everything = filter ? found(place, words, fields, 1).total : total;
		const page = pageOf({ items, hidden: everything - total }, query, idOf, ({ id, highlights }) =>
			quotationRow(library, id, highlights),
		);
		return { ...page, total };
	}

	/** How many different utterances: what several outlets print counts once. */
	function utterancesIn(all: Bits): number {
		const seen = new Set<Id>();
		let again = 0;
		for (const { number, first } of varied()) {
			if (!has(all, number)) continue;
			if (seen.has(first)) again++;
			seen.add(first);
		}
		return count(all) - again;
	}

	/** Quotations with variants, and the first of each group. */
	const varied = () =>
		list('varied', EVERYWHERE, '', () => {
			const firsts = new Map<Id, Id>();
			return ordered.quotations.flatMap(({ id, variants }, number) => {
				if (variants.length === 0) return [];
				const first = firsts.get(id) ?? id;
				for (const one of [id, ...variants]) if (!firsts.has(one)) firsts.set(one, first);
				return [{ number, first }];
			});
		});

	/** Without what another outlet prints of an utterance that is there already. */
	function once<Row extends { readonly id: Id }>(rows: readonly Row[]): readonly Row[] {
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
			const { place, filter = null } = query;
			const words = query.words.trim();
			if (words !== '') return searched(query, words);
			const items = list('quotations', place, '', () =>
				once(ordered.quotations.filter((quotation) => holds.quotation(place, quotation))),
			);
			const told = (quotation: Quotation) => tell.quotation(quotation);
			return pageOf(sifted('quotations', { place, filter }, items, told), query, idOf, ({ id }) =>
				quotationRow(library, id),
			);
		},
		async articles(query) {
			const { place, filter } = query;
			const items = list('articles', place, '', () =>
				ordered.articles.filter((article) => holds.article(place, article)),
			);
			return pageOf(
				sifted('articles', { place, filter: filter ?? null }, items, tell.article),
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

interface Answered {
	readonly items: readonly Found[];
	/** How many there are in all. */
	readonly total: number;
	/** Whether these are all. */
	readonly whole: boolean;
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
