/** Answers everything the screen asks, over the skeleton of an edition and whatever keeps its texts. */
import { type Bits, count, has } from '../search/bits.ts';
import type { Rescued } from '../search/find.ts';
import { answers, type Found, type QuotationIndex } from '../search/quotations.ts';
import type { Id } from '../types.ts';
import {
	type Archive,
	type Cut,
	EVERYWHERE,
	type ListQuery,
	type Page,
	type Place,
	type QuotationRow,
} from './archive.ts';
import { besideOf, saidBy, speakersOn } from './beside.ts';
import { linked, type Numbers } from './columns.ts';
import { firstOf } from './cut.ts';
import { type Filter, parseQuery, type Term } from './filter.ts';
import type { ListKind } from './items.ts';
import { at, countOf, type Filtered, numbersIn, passing, utterances } from './lists.ts';
import { mended } from './mended.ts';
import { standingOf } from './read.ts';
import {
	actorName,
	actorRow,
	articlePage,
	articleRow,
	cellsOf,
	dayCounts,
	quotationRow,
	type Shelf,
	storyPage,
	storyRow,
	textsAt,
} from './rows.ts';
import type { Spelled } from './spelling.ts';

/** Lists kept ready, by place and query; the reader goes to and fro between a few. */
const LISTS_KEPT = 24;
const NOTHING_READ: ReadonlySet<Id> = new Set();

/** `index` is asked for at the first search: a reader who never searches never waits for it. */
export function shelfArchive(shelf: Shelf, index: () => QuotationIndex): Archive {
	const { columns, items } = shelf;
	const kept = new Map<string, unknown>();
	const numbers = new WeakMap<object, number>();
	let lastNumber = 0;

	/** Made when it is first asked for, and kept for a while. */
	function once<Value>(name: string, { day, actor }: Place, how: string, make: () => Value): Value {
		const key = JSON.stringify([name, day, actor, how]);
		const value = kept.has(key) ? (kept.get(key) as Value) : make();
		kept.delete(key);
		kept.set(key, value);
		if (kept.size > LISTS_KEPT) kept.delete(kept.keys().next().value!);
		return value;
	}

	/** What was read is told from what was read at another time by its identity: it never changes. */
	function numberOf({ terms, read }: Filter): number {
		if (!terms.some(({ field }) => field === 'unread')) return 0;
		const number = numbers.get(read) ?? (lastNumber += 1);
		numbers.set(read, number);
		return number;
	}

	/** Those of a list of which a term holds, wherever they stand. */
	function holding(list: Filtered, term: Term, read: ReadonlySet<Id>): Bits {
		const filter = { terms: [term], read };
		return once(`${list} holding`, EVERYWHERE, JSON.stringify([term, numberOf(filter)]), () =>
			passing(shelf, list, filter),
		);
	}

	/** What stands in a list at a place and passes a filter. */
	function sifted(list: Filtered, place: Place, filter: Filter | null): Bits {
		const narrow = filter && filter.terms.length > 0 ? filter : null;
		const how = narrow ? JSON.stringify([narrow.terms, numberOf(narrow)]) : '';
		return once(`${list} at`, place, how, () => {
			const bits = at(shelf, list, place);
			for (const term of narrow?.terms ?? []) {
				const pass = holding(list, term, narrow!.read);
				for (let word = 0; word < bits.length; word++) bits[word]! &= pass[word]!;
			}
			return bits;
		});
	}

	/** With what is nowhere in the list as that of it which is most like it. */
	function spelled(list: Filtered, filter: Filter): Spelled {
		return mended(
			{ shelf, index, holding, keep: (name, make) => once(name, EVERYWHERE, '', make) },
			list,
			filter,
		);
	}

	/** The same as numbers; quotations each utterance once. */
	function listed(list: Filtered, place: Place, filter: Filter | null): { all: Numbers; hidden: number } {
		const how = filter ? JSON.stringify([filter.terms, numberOf(filter)]) : '';
		return once(list, place, how, () => {
			const whole = standing(list, place);
			if (!filter || filter.terms.length === 0) return { all: whole.numbers, hidden: 0 };
			// An utterance that is listed under one outlet is not listed under another, whatever the filter.
			const bits = sifted(list, place, filter).map((word, at) => word & whole.bits[at]!);
			const all = numbersIn(bits, count(bits));
			return { all, hidden: whole.numbers.length - all.length };
		});
	}

	function standing(list: Filtered, place: Place): { readonly bits: Bits; readonly numbers: Numbers } {
		return once(`${list} whole`, place, '', () => {
			const all = sifted(list, place, null);
			const bits = list === 'quotations' ? utterances(shelf, all) : all;
			return { bits, numbers: numbersIn(bits, count(bits)) };
		});
	}

	function found(place: Place, words: string, filter: Filter | null, wanted: number): Answered {
		const within =
			place.day === 'all' && place.actor === null && (!filter || filter.terms.length === 0)
				? null
				: sifted('quotations', place, filter);
		for (let limit = wanted; ; limit *= 2) {
			const answer = answers(index(), words, { limit, within });
			const rows = eachOnce(answer.found);
			if (rows.length >= wanted || answer.found.length < limit)
				return {
					rows,
					total: utterancesIn(answer.all),
					whole: answer.found.length < limit,
					rescued: answer.rescued,
				};
		}
	}

	/** A page of answers: no more of them are put in order than the page needs. */
	function searched(query: ListQuery, typed: string): Page<QuotationRow> {
		const { place, cut, limit } = query;
		const { words, terms } = parseQuery(typed);
		const fields = spelled('quotations', { terms, read: NOTHING_READ });
		const filter = query.filter ? spelled('quotations', query.filter) : null;
		const sieve = filter ? { ...filter, terms: [...fields.terms, ...filter.terms] } : fields;
		const how = JSON.stringify([words, sieve.terms, numberOf(sieve)]);
		const kept = once('searched', place, how, () => ({ answered: null as Answered | null }));
		const key = 'key' in cut ? items.numberOf('quotations', cut.key) : null;
		const reaches = ({ rows, whole }: Answered) => {
			const from = key === null ? 0 : rows.findIndex(({ number }) => number === key);
			return whole || (cut.from !== 'end' && from >= 0 && from + limit < rows.length);
		};
		for (let wanted = limit + 1; !kept.answered || !reaches(kept.answered); wanted *= 4)
			kept.answered = found(place, words, sieve, cut.from === 'end' ? Number.POSITIVE_INFINITY : wanted);
		const { rows, total } = kept.answered;
		const rescued = [...kept.answered.rescued, ...fields.rescued, ...(filter?.rescued ?? [])];
		const everything = filter ? found(place, words, fields, 1).total : total;
		const begun = key === null ? -1 : rows.findIndex(({ number }) => number === key);
		const page = pageOf(rows, begun, query, ({ number, highlights }) =>
			quotationRow(shelf, number, highlights),
		);
		// Where few pass, words that are not as typed are taken too: these are not hidden.
		return {
			...page,
			total,
			hidden: Math.max(0, everything - total),
			...(rescued.length > 0 ? { rescued } : {}),
		};
	}

	/** How many different utterances: what several outlets print counts once. */
	function utterancesIn(all: Bits): number {
		const seen = new Set<number>();
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
		once('varied', EVERYWHERE, '', () => {
			const firsts = new Map<number, number>();
			const found: { readonly number: number; readonly first: number }[] = [];
			const { first, to } = columns.quotationVariants;
			for (let number = 0; number + 1 < first.length; number++) {
				if (first[number] === first[number + 1]) continue;
				const earliest = firsts.get(number) ?? number;
				for (let link = first[number]!; link < first[number + 1]!; link++)
					if (!firsts.has(to[link]!)) firsts.set(to[link]!, earliest);
				firsts.set(number, earliest);
				found.push({ number, first: earliest });
			}
			return found;
		});

	/** Without what another outlet prints of an utterance that is there already. */
	function eachOnce(rows: readonly Found[]): readonly Found[] {
		const told = new Set<number>();
		return rows.filter(({ number }) => {
			if (told.has(number)) return false;
			for (const other of linked(columns.quotationVariants, number)) told.add(other);
			return true;
		});
	}

	function listPage<Row>(
		list: Filtered,
		query: ListQuery,
		rowOf: (shelf: Shelf, number: number) => Row,
	): Page<Row> {
		const filter = query.filter ? spelled(list, query.filter) : null;
		const { all, hidden } = listed(list, query.place, filter);
		const page = pageOf(all, placeIn(all, list, query.cut), query, (number) => rowOf(shelf, number));
		return { ...page, hidden, ...(filter && filter.rescued.length > 0 ? { rescued: filter.rescued } : {}) };
	}

	/** Where the row of a key stands; -1 when it is not there. */
	function placeIn(all: Numbers, list: ListKind, cut: Cut): number {
		const number = 'key' in cut ? items.numberOf(list, cut.key) : null;
		return number === null ? -1 : all.indexOf(number);
	}

	const said = () => once('said', EVERYWHERE, '', () => saidBy(columns));

	return {
		async overview() {
			return {
				articles: columns.articleDay.length,
				stories: countOf(shelf, 'stories'),
				quotations: columns.quotationArticle.length,
				actors: speakersOn(columns, null).length,
				days: dayCounts(shelf),
				problems: items.problems.length,
			};
		},
		async stories(query) {
			return listPage('stories', query, storyRow);
		},
		async quotations(query) {
			const words = query.words.trim();
			return words === '' ? listPage('quotations', query, quotationRow) : searched(query, words);
		},
		async articles(query) {
			return listPage('articles', query, articleRow);
		},
		async actors(query) {
			const { day } = query.place;
			return listPage('actors', { ...query, place: { day, actor: null } }, (_, number) =>
				actorRow(shelf, number, said()),
			);
		},
		async problems(query) {
			const all = items.problems;
			const begun = 'key' in query.cut && /^\d+$/.test(query.cut.key) ? Number(query.cut.key) : -1;
			const numbered = all.map((problem, number) => ({ ...problem, key: String(number) }));
			return pageOf(numbered, begun < all.length ? begun : -1, query, (problem) => problem);
		},
		async unread({ place, filter, read }) {
			const sieve = filter ? spelled('stories', filter) : null;
			return Array.from(listed('stories', place, sieve).all, (number, at) => {
				const id = items.idOf('stories', number);
				return { key: id, id, at, texts: textsAt(columns, number) };
			}).filter(({ texts }) => standingOf(texts, read) !== 'read');
		},
		async story(id) {
			const number = items.numberOf('stories', id);
			return number === null ? null : storyPage(shelf, number);
		},
		async article(id) {
			const number = items.numberOf('articles', id);
			return number === null ? null : articlePage(shelf, number);
		},
		async cells(actors, days) {
			return cellsOf(shelf, actors, days);
		},
		async beside(place, axis, by) {
			return besideOf(shelf, place, axis, by);
		},
		async actor(id) {
			const number = items.numberOf('actors', id);
			return number === null ? null : actorName(shelf, number);
		},
		async close() {},
	};
}

interface Answered {
	readonly rows: readonly Found[];
	/** How many there are in all. */
	readonly total: number;
	/** Whether these are all. */
	readonly whole: boolean;
	readonly rescued: readonly Rescued[];
}

/** The asked part of a list; `begun` is where the row of the cut stands, or -1. */
function pageOf<Item, Row>(
	items: ArrayLike<Item>,
	begun: number,
	{ cut, limit }: ListQuery,
	rowOf: (item: Item) => Row,
): Page<Row> {
	const first = Math.max(0, firstOf(cut.from, begun, items.length, limit));
	const end = cut.from === 'before' ? Math.max(0, begun) : Math.min(items.length, first + limit);
	const rows: Row[] = [];
	for (let at = first; at < end; at++) rows.push(rowOf(items[at]!));
	return { rows, first, total: items.length, hidden: 0 };
}
