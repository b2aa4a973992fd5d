/** An edition read back from an archive on disk, or some days of it: in the shape of an export, the texts when they are asked for. */
import { daysOf } from '../../digest/calendar.ts';
import type { Actor, Article, Day, Export, Id, Quotation } from '../../types.ts';
import { type FoundQuotations, quotationsAsked } from '../asking.ts';
import { saidBy } from '../beside.ts';
import { type Links, linked, NONE } from '../columns.ts';
import type { Items } from '../items.ts';
import { compare, startOf } from '../ordered.ts';
import { type Searchable, searchable } from './archive.ts';
import { factOf, readShelf, type WholeShelf } from './read.ts';
import { isUnusable, openToRead } from './schema.ts';

export interface Kept {
	readonly data: Export;
	/** Texts cannot be read any more. */
	readonly close: () => void;
}

/**
 * Everything that is of a day for which `wanted` holds, with all that it refers to; null where there is no archive that can
 * be used, or its edition has another origin. What is of other days is there in part. Throws what `isUnusable` knows where
 * the file is damaged, now or when a text is looked at.
 */
export function keptExport(file: string, origin: string, wanted: (day: Day | null) => boolean): Kept | null {
	const database = openToRead(file);
	if (database === null) return null;
	const { close } = database;
	try {
		database.exec('begin');
		if (factOf(database, 'origin') !== origin) throw new Error('of another origin');
		return { data: exportOf(readShelf(database), wanted), close };
	} catch (error) {
		close();
		if (isUnusable(error)) throw error;
		return null;
	}
}

export interface Wanted {
	/** Words, with fields among them. */
	readonly typed: string;
	readonly days: (day: Day | null) => boolean;
	/** Who said them, out of all that are named; null: anybody. What it throws is thrown on. */
	readonly speaker: ((actors: readonly Actor[]) => Actor) | null;
}

/**
 * The quotations that answer a query, by the search that was saved, with the articles and actors they name and nothing else;
 * null as `keptExport` gives it, and it throws as that does. Costs what is found, and not what is kept.
 */
export function keptQuotations(
	file: string,
	origin: string,
	{ typed, days, speaker }: Wanted,
): (Kept & { readonly found: FoundQuotations }) | null {
	const database = openToRead(file);
	if (database === null) return null;
	let searched: Searchable;
	try {
		searched = searchable(file, database, origin);
	} catch (error) {
		database.close();
		if (isUnusable(error)) throw error;
		return null;
	}
	const { shelf, search, close } = searched;
	try {
		const one = speaker === null ? null : speaker(actorsOf(shelf, []));
		const found = quotationsAsked(shelf, search, { typed, days, actor: one?.id ?? null });
		const quotations = found.found.map(({ number }) => shelf.items.said(number).quotation);
		const { columns, items } = shelf;
		const numbers = found.found.map(({ number }) => number);
		const articles = [...new Set(numbers.map((number) => columns.quotationArticle[number]!))]
			.map((number) => articleOf(items, number))
			.sort((a, b) => compare(a.file, b.file) || compare(a.id, b.id));
		const speakers = new Set(numbers.map((number) => columns.quotationActor[number]!));
		if (one) speakers.add(items.numberOf('actors', one.id)!);
		const actors = actorsOf(shelf, quotations, (number) => speakers.has(number));
		const data: Export = {
			schema: 'quotidian/1',
			articles,
			actors,
			quotations,
			stories: [],
			days: daysOf(articles, quotations, []),
			problems: items.problems,
		};
		return { data, found, close };
	} catch (error) {
		close();
		throw error;
	}
}

function exportOf({ columns, items, rolesOf }: WholeShelf, wanted: (day: Day | null) => boolean): Export {
	const within = columns.days.map(wanted);
	const storyNumbers = numbersOf(columns.storyDays, (_, days) => days.some((day) => within[day]));
	const quotationNumbers = new Set<number>();
	const articleNumbers = new Set<number>();
	for (const number of storyNumbers) {
		for (const one of linked(columns.storyQuotations, number)) quotationNumbers.add(one);
		for (const one of linked(columns.storyArticles, number)) articleNumbers.add(one);
	}
	for (const [number, day] of columns.quotationDay.entries()) if (within[day]) quotationNumbers.add(number);
	for (const [number, day] of columns.articleDay.entries()) if (within[day]) articleNumbers.add(number);
	for (const number of quotationNumbers) articleNumbers.add(columns.quotationArticle[number]!);
	// So that it can be told whether anything was read at all.
	for (let number = 0; number < columns.articleDay.length; number++) {
		if (articleNumbers.has(number) || items.listed(number).words === 0) continue;
		articleNumbers.add(number);
		break;
	}
	const articles = [...articleNumbers]
		.map((number) => articleOf(items, number))
		.sort((a, b) => compare(a.file, b.file) || compare(a.id, b.id));
	const places = new Map(articles.map(({ id }, place) => [id, place]));
	const quotations = [...quotationNumbers]
		.map((number) => items.said(number).quotation)
		.sort((a, b) => places.get(a.article)! - places.get(b.article)! || startOf(a) - startOf(b));
	const stories = storyNumbers.map((number) => items.story(number));
	return {
		schema: 'quotidian/1',
		articles,
		actors: actorsOf({ columns, items, rolesOf }, quotations),
		quotations,
		stories,
		days: daysOf(articles, quotations, stories),
		problems: items.problems,
	};
}

/** Its text and what stands in it are read when they are looked at. */
function articleOf(items: Items, number: number): Article {
	const { nearDuplicateOf, ...head } = items.listed(number).head;
	const whole = () => items.article(number);
	// Printed in the order of what was never kept; of a literal V8 puts accessors last, whatever stands behind them.
	const last = { nearDuplicateOf };
	return {
		...head,
		get text() {
			return whole().text;
		},
		get paragraphs() {
			return whole().paragraphs;
		},
		get sentences() {
			return whole().sentences;
		},
		get mentions() {
			return whole().mentions;
		},
		get times() {
			return whole().times;
		},
		get removed() {
			return whole().removed;
		},
		...last,
	};
}

/** Most quoted first, with the quotations that are here. */
function actorsOf(
	{ columns, items, rolesOf }: WholeShelf,
	quotations: readonly Quotation[],
	wanted: (number: number) => boolean = () => true,
): Actor[] {
	const own = new Map<Id, Id[]>();
	for (const { id, speaker } of quotations) {
		if (speaker.actor === null) continue;
		const list = own.get(speaker.actor);
		if (list) list.push(id);
		else own.set(speaker.actor, [id]);
	}
	const said = saidBy(columns);
	const named = ({ aliases }: Actor) => aliases.reduce((sum, { count }) => sum + count, 0);
	const numbers = Array.from(said.keys()).filter(wanted);
	return numbers
		.map((number) => {
			const { id, name, kind, aliases } = items.actor(number);
			const articles = Array.from(linked(columns.actorArticles, number), (at) => columns.articleIds[at]!);
			const actor = {
				id,
				name,
				kind,
				aliases,
				roles: rolesOf(number),
				articles,
				quotations: own.get(id) ?? [],
			};
			return { actor, count: said[number]!, named: named(actor) };
		})
		.sort(
			(a, b) =>
				b.count - a.count ||
				b.named - a.named ||
				compare(a.actor.name, b.actor.name) ||
				compare(a.actor.id, b.actor.id),
		)
		.map(({ actor }) => actor);
}

function numbersOf(links: Links, holds: (number: number, to: readonly number[]) => boolean): number[] {
	return Array.from({ length: links.first.length - 1 }, (_, number) => number).filter((number) =>
		holds(
			number,
			[...linked(links, number)].filter((one) => one !== NONE),
		),
	);
}
