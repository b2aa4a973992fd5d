/** Which of an edition stand in a list at a place, and which of those pass a filter: by number, in the list's order. */
import { type Bits, bitsFor, full, has, put } from '../search/bits.ts';
import type { Id } from '../types.ts';
import type { Place } from './archive.ts';
import { type Columns, type Links, linked, NONE, type Numbers, sizeOf, TEXT_BEGINS } from './columns.ts';
import type { Filter, Term } from './filter.ts';
import type { Items } from './items.ts';
import type { Shelf } from './rows.ts';

/** Actors pass a filter by their names, and by what they said. */
export type Filtered = 'stories' | 'articles' | 'quotations' | 'actors';

/** A place by the numbers of its day and actor. */
interface Spot {
	/** Null: every day. `NONE`: a day of which nothing is there. */
	readonly day: number | null;
	readonly actor: number | null;
}

export function countOf({ columns }: Shelf, list: Filtered): number {
	return {
		stories: columns.storyArticles.first.length - 1,
		articles: columns.articleDay.length,
		quotations: columns.quotationArticle.length,
		actors: sizeOf(columns.actorArticles),
	}[list];
}

/** All that stand at a place, as bits. */
export function at(shelf: Shelf, list: Filtered, place: Place): Bits {
	const { columns } = shelf;
	const { day, actor } = spotOf(shelf, place);
	// Not everybody speaks.
	if (day === null && actor === null && list !== 'actors') return full(countOf(shelf, list));
	const onDay = (days: Numbers) => (number: number) => day === null || days[number] === day;
	switch (list) {
		case 'stories':
			return those(
				countOf(shelf, list),
				(number) =>
					(day === null || linked(columns.storyDays, number).includes(day)) &&
					(actor === null || linked(columns.storyActors, number).includes(actor)),
			);
		case 'articles': {
			const named = actor === null ? null : articlesOf(columns, actor);
			const on = onDay(columns.articleDay);
			return those(countOf(shelf, list), (number) => on(number) && (!named || has(named, number)));
		}
		case 'quotations': {
			const on = onDay(columns.quotationDay);
			const { quotationActor } = columns;
			return those(
				countOf(shelf, list),
				(number) => on(number) && (actor === null || quotationActor[number] === actor),
			);
		}
		case 'actors': {
			const on = onDay(columns.quotationDay);
			return ofQuotations(columns, list, those(columns.quotationDay.length, on));
		}
	}
}

function spotOf({ columns, items }: Shelf, { day, actor }: Place): Spot {
	const at = day === 'all' ? null : columns.days.indexOf(day);
	return {
		day: at === -1 ? NONE : at,
		// Nobody's number is `NONE` too: no place is at them.
		actor: actor === null ? null : (items.numberOf('actors', actor) ?? NONE - 1),
	};
}

/** Each utterance once: without what another outlet prints of one that stands before it. */
export function utterances({ columns }: Shelf, quotations: Bits): Bits {
	const { quotationVariants } = columns;
	if (quotationVariants.to.length === 0) return quotations;
	const told = bitsFor(columns.quotationArticle.length);
	return those(columns.quotationArticle.length, (number) => {
		if (!has(quotations, number) || has(told, number)) return false;
		for (const other of linked(quotationVariants, number)) put(told, other);
		return true;
	});
}

/** Those of a list of which all the terms hold. */
export function passing(shelf: Shelf, list: Filtered, { terms, read }: Filter): Bits {
	const all = full(countOf(shelf, list));
	for (const term of terms) {
		const holds = holding(shelf, list, term, read);
		for (let word = 0; word < all.length; word++) all[word]! &= term.not ? ~holds[word]! : holds[word]!;
	}
	return all;
}

function holding(shelf: Shelf, list: Filtered, { field, value }: Term, read: ReadonlySet<Id>): Bits {
	const { columns, items } = shelf;
	const count = countOf(shelf, list);
	switch (field) {
		case 'from':
			return ofArticles(columns, list, count, from(columns, value));
		case 'by':
			return ofQuotations(columns, list, by(columns, value));
		case 'on': {
			const on = columns.days.map((day) => (day ?? 'undated').startsWith(value));
			if (list === 'stories')
				return those(count, (number) => linked(columns.storyDays, number).some((day) => on[day]!));
			if (list === 'articles') return those(count, (number) => on[columns.articleDay[number]!] ?? false);
			const { quotationDay } = columns;
			return ofQuotations(
				columns,
				list,
				those(quotationDay.length, (number) => on[quotationDay[number]!] ?? false),
			);
		}
		case 'unread': {
			const seen = seenOf(shelf, read);
			return list === 'stories'
				? those(count, (number) => isFresh(linked(columns.storyTexts, number), seen))
				: ofArticles(columns, list, count, inverted(seen));
		}
		case 'words':
			return words(columns, items, list, count, value);
	}
}

function words(columns: Columns, items: Items, list: Filtered, count: number, value: string): Bits {
	switch (list) {
		case 'articles':
			return either(items.having('article', value), from(columns, value));
		case 'quotations':
			return either(items.having('quotation', value), by(columns, value));
		case 'stories':
			return either(
				items.having('story', value),
				ofArticles(columns, list, count, items.having('headline', value)),
				ofQuotations(columns, list, by(columns, value)),
			);
		case 'actors':
			return ofQuotations(columns, list, by(columns, value));
	}
}

/** Articles of the outlets whose names have it. */
function from({ sources, articleSource }: Columns, value: string): Bits {
	const wanted = sources.map((source) => source.includes(value));
	return those(articleSource.length, (number) => wanted[articleSource[number]!]!);
}

/** Quotations of the speakers whose names have it. */
function by({ speakers, quotationSpeaker }: Columns, value: string): Bits {
	const wanted = speakers.map((speaker) => speaker.includes(value));
	if (!wanted.includes(true)) return bitsFor(quotationSpeaker.length);
	return those(quotationSpeaker.length, (number) => wanted[quotationSpeaker[number]!]!);
}

function ofArticles(columns: Columns, list: Filtered, count: number, articles: Bits): Bits {
	switch (list) {
		case 'articles':
			return articles;
		case 'quotations':
			return those(count, (number) => has(articles, columns.quotationArticle[number]!));
		case 'stories':
			return anyOf(columns.storyArticles, articles);
		case 'actors': {
			const said = columns.quotationArticle.length;
			return ofQuotations(columns, list, ofArticles(columns, 'quotations', said, articles));
		}
	}
}

function ofQuotations(columns: Columns, list: Filtered, quotations: Bits): Bits {
	switch (list) {
		case 'articles':
			return anyOf(columns.articleQuotations, quotations);
		case 'quotations':
			return quotations;
		case 'stories':
			return anyOf(columns.storyQuotations, quotations);
		case 'actors': {
			const { quotationActor, actorArticles } = columns;
			const bits = bitsFor(sizeOf(actorArticles));
			for (let number = 0; number < quotationActor.length; number++)
				if (quotationActor[number] !== NONE && has(quotations, number)) put(bits, quotationActor[number]!);
			return bits;
		}
	}
}

/** Those that lead to one of the set. */
function anyOf(links: Links, set: Bits): Bits {
	return those(links.first.length - 1, (number) => linked(links, number).some((one) => has(set, one)));
}

function articlesOf({ actorArticles, articleDay }: Columns, actor: number): Bits {
	const bits = bitsFor(articleDay.length);
	if (actor + 1 < actorArticles.first.length) for (const one of linked(actorArticles, actor)) put(bits, one);
	return bits;
}

/** Articles that have been read. */
export function seenOf({ columns, items }: Shelf, read: ReadonlySet<Id>): Bits {
	const seen = bitsFor(columns.articleDay.length);
	for (const id of read) {
		const number = items.numberOf('articles', id);
		if (number !== null) put(seen, number);
	}
	return seen;
}

/** Whether there is a text of which no copy has been read. */
function isFresh(texts: Numbers, seen: Bits): boolean {
	let fresh = false;
	for (let at = 0; at < texts.length; at++) {
		const one = texts[at]!;
		if (one >= TEXT_BEGINS) {
			if (fresh) return true;
			fresh = true;
		}
		if (has(seen, (one & ~TEXT_BEGINS) >>> 0)) fresh = false;
	}
	return fresh;
}

function those(count: number, is: (number: number) => boolean): Bits {
	const bits = bitsFor(count);
	for (let number = 0; number < count; number++) if (is(number)) put(bits, number);
	return bits;
}

function inverted(bits: Bits): Bits {
	return bits.map((word) => ~word);
}

function either(...sets: readonly Bits[]): Bits {
	const [first, ...others] = sets as [Bits, ...Bits[]];
	const bits = first.slice();
	for (const set of others) for (let word = 0; word < bits.length; word++) bits[word]! |= set[word]!;
	return bits;
}

/** The numbers of a set, ascending. */
export function numbersIn(bits: Bits, count: number): Numbers {
	const numbers = new Uint32Array(count);
	let found = 0;
	for (let at = 0; at < bits.length; at++)
		for (let word = bits[at]!; word !== 0 && found < count; word &= word - 1)
			numbers[found++] = at * 32 + 31 - Math.clz32(word & -word);
	return numbers.subarray(0, found);
}
