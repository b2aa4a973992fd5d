/**
 * An archive on PostgreSQL: every question is answered by statements that look at no more than is asked for, so that it
 * opens at once whatever its size. Who reads needs the right to SELECT, and nothing else.
 */
import type { Id } from '../../types.ts';
import type { Archive, Cell, ListQuery, Overview, Page, Place, UnreadStory } from '../archive.ts';
import type { Filter } from '../filter.ts';
import { freshTexts, standingOf, type Texts } from '../read.ts';
import type { Address } from './address.ts';
import type { Row } from './driver.ts';
import type { Limits } from './finding.ts';
import { Held } from './held.ts';
import { type Line, lineTo, type Question } from './line.ts';
import {
	all,
	atPlace,
	type Condition,
	keptDay,
	leadingAt,
	type Placed,
	passing,
	TABLES,
	Values,
} from './lists.ts';
import { countBefore, type Listing, type Part, type Position, partOf, rowsFrom } from './pages.ts';
import {
	actorsNamed,
	articlePage,
	articleRow,
	dayOf,
	type Known,
	nothingKnown,
	QUOTATION,
	quotationRows,
	storyPage,
	storyRows,
} from './read.ts';
import { LIMITS, searcher } from './search.ts';
import { searched } from './searched.ts';
import { spelled } from './spelling.ts';
import { kept, unkept } from './texts.ts';

/** No question may keep the server busy for longer. */
const STATEMENT_MS = 15_000;

export interface ServerArchive extends Archive {
	readonly seen: Line['seen'];
}

/** What is remembered until something is written. */
interface Memory extends Known {
	readonly positions: Held<Position>;
	readonly counts: Held<number>;
	readonly days: Held<readonly Row[]>;
}

export function postgresArchive(
	address: Address,
	{
		statementMs = STATEMENT_MS,
		limits = LIMITS,
	}: { readonly statementMs?: number; readonly limits?: Limits } = {},
): ServerArchive {
	const line = lineTo(address, statementMs);
	const search = searcher(limits);
	let of = '';
	let memory = remembered();
	const numbers = new WeakMap<object, number>();
	let lastNumber = 0;

	function ask<Answer>(work: (question: Question) => Promise<Answer>): Promise<Answer> {
		return line.ask((question) => {
			if (question.edition !== of) memory = remembered();
			of = question.edition;
			return work(question);
		});
	}

	/** What was read is told from what was read at another time by its identity: it never changes. */
	function filterName(filter: Filter | null): string {
		if (!filter || filter.terms.length === 0) return '';
		const { terms, read } = filter;
		if (!terms.some(({ field }) => field === 'unread')) return JSON.stringify(terms);
		const number = numbers.get(read) ?? (lastNumber += 1);
		numbers.set(read, number);
		return JSON.stringify([terms, number]);
	}

	async function counted(name: string, count: () => Promise<number>): Promise<number> {
		return memory.counts.get(name) ?? memory.counts.put(name, await count());
	}

	async function dayRows(question: Question): Promise<readonly Row[]> {
		return (
			memory.days.get('') ??
			memory.days.put('', await question.query('select * from day_count order by day = $1, day', ['']))
		);
	}

	/** What there is of an actor by days, oldest first, the undated last. */
	async function actorRows(question: Question, actor: Id): Promise<readonly Row[]> {
		return (
			memory.days.get(actor) ??
			memory.days.put(
				actor,
				await question.query(
					'select day, quotations, leads, day_leads, articles from actor_day where actor = $1 order by day = $2, day',
					[kept(actor), ''],
				),
			)
		);
	}

	/** By days, what stands in a list of quotations or articles; null when the days do not tell. */
	async function byDays(
		question: Question,
		list: 'quotations' | 'articles',
		{ day, actor }: Place,
	): Promise<readonly { readonly day: string; readonly count: number }[]> {
		const rows = actor === null ? await dayRows(question) : await actorRows(question, actor);
		const column = list === 'articles' ? 'articles' : day === 'all' ? 'leads' : 'day_leads';
		return rows
			.filter((row) => day === 'all' || row.day === keptDay(day))
			.map((row) => ({ day: row.day, count: row[column] }));
	}

	/** Stories of which nothing is unread. */
	async function staleStories({ query }: Question, filter: Filter | null): Promise<Id[]> {
		if (!filter?.terms.some(({ field }) => field === 'unread')) return [];
		const { read } = filter;
		const rows = await query('select id, texts from story where articles && $1::text[]', [
			[...read].map(kept),
		]);
		return rows
			.filter(({ texts }) => freshTexts(JSON.parse(texts) as Texts, read).length === 0)
			.map(({ id }) => unkept(id));
	}

	async function listingOf(
		question: Question,
		list: Placed,
		place: Place,
		filter: Filter | null,
		columns: string,
	): Promise<Listing & { readonly whole: () => Promise<number> }> {
		const narrow = filter && filter.terms.length > 0 ? filter : null;
		const stale = list === 'stories' ? await staleStories(question, narrow) : [];
		const name = JSON.stringify([list, place.day, place.actor, filterName(narrow)]);
		const standing: Condition = (values) =>
			all([atPlace(list, place)(values), list === 'quotations' ? leadingAt(place) : null]);
		const where: Condition = (values) =>
			all([standing(values), narrow ? passing(list, narrow, stale)(values) : null]);
		const from = TABLES[list];
		const whole = () =>
			counted(JSON.stringify([list, place.day, place.actor]), async () => {
				if (list !== 'stories')
					return (await byDays(question, list, place)).reduce((sum, { count }) => sum + count, 0);
				return await countWhere(question, from, standing);
			});
		const order: Listing['order'] =
			list === 'stories'
				? [['rank', 'asc']]
				: [
						['day', 'desc'],
						['place', 'asc'],
					];
		const total = narrow ? () => counted(name, () => countWhere(question, from, where)) : whole;
		const before = async (row: Row) => {
			if (list === 'stories') return await countBefore(question, { from, where, order }, row);
			const days = await byDays(question, list, place);
			const newer = days.filter(({ day }) => day > row.day).reduce((sum, { count }) => sum + count, 0);
			const onDay: Condition = (values) => all([where(values), `day = ${values.add(row.day)}`]);
			return newer + (await countBefore(question, { from, where: onDay, order: [['place', 'asc']] }, row));
		};
		return {
			...{ from, columns, where, order, total, whole, name },
			...(narrow ? {} : { before }),
			...(narrow || list === 'stories' ? {} : { byDays: () => byDays(question, list, place) }),
			positions: memory.positions,
		};
	}

	async function listPage<Shown>(
		question: Question,
		list: Placed,
		query: ListQuery,
		columns: string,
		shown: (rows: Part['rows']) => Promise<Shown[]>,
	): Promise<Page<Shown>> {
		const filter = query.filter ? await spelled(question, list, query.filter, search.near) : null;
		const listing = await listingOf(question, list, query.place, filter, columns);
		const part = await partOf(question, listing, query.cut, query.limit);
		const hidden = (await listing.whole()) - part.total;
		const rescued = filter && filter.rescued.length > 0 ? { rescued: filter.rescued } : {};
		return { rows: await shown(part.rows), first: part.first, total: part.total, hidden, ...rescued };
	}

	/** Who spoke at a day, or at all, most quoted first. */
	function speakers(question: Question, day: Place['day'], filter: Filter | null = null): Listing {
		const spoke: Condition = (values) =>
			all([
				day === 'all'
					? 'actor.quotations > 0'
					: `actor_day.day = ${values.add(keptDay(day))} and actor_day.quotations > 0`,
				filter ? passing('actors', filter, [])(values) : null,
			]);
		const from = day === 'all' ? 'actor' : 'actor join actor_day on actor_day.actor = actor.id';
		const name = JSON.stringify(['actors', day, filterName(filter)]);
		return {
			from,
			columns: 'actor.id, actor.name, actor.quotations, actor.articles',
			where: spoke,
			order: [
				['actor.said', 'desc'],
				['actor.named', 'desc'],
				['actor.place', 'asc'],
			],
			total: () => counted(name, () => countWhere(question, from, spoke)),
			positions: memory.positions,
			name,
		};
	}

	async function overviewOf(question: Question): Promise<Overview> {
		const days = await dayRows(question);
		const sum = (column: string) => days.reduce((sum, row) => sum + row[column], 0);
		return {
			articles: sum('articles'),
			stories: await counted('stories', () => countWhere(question, 'story', () => 'true')),
			quotations: sum('quotations'),
			actors: await speakers(question, 'all').total(),
			days: days.map(({ day, quotations, stories, articles }) => ({
				...{ day: dayOf(unkept(day)), quotations, stories, articles },
			})),
			problems: await counted('problems', () => countWhere(question, 'problem', () => 'true')),
		};
	}

	async function besideDay(question: Question, place: Place, by: number): Promise<Place> {
		const rows = place.actor === null ? await dayRows(question) : await actorRows(question, place.actor);
		const line = rows
			.filter((row) => place.actor === null || row.quotations > 0 || row.articles > 0)
			.map(({ day }) => String(day));
		const here = place.day === 'all' ? -1 : line.indexOf(keptDay(place.day));
		// From all days, back leads to the newest day that is known, and on to the oldest.
		const newest = line.findLastIndex((day) => dayOf(day) !== null);
		const end = newest < 0 ? line.length : newest + 1;
		const start = here >= 0 ? here : by < 0 ? end : -1;
		const day = line[Math.max(0, Math.min(line.length - 1, start + by))];
		return day === undefined ? place : { ...place, day: dayOf(unkept(day)) };
	}

	async function besideActor(question: Question, place: Place, by: number): Promise<Place> {
		const listing = speakers(question, place.day);
		const values = new Values();
		const order = listing.order.map(([column]) => column).join(', ');
		const [who] =
			place.actor === null
				? []
				: await question.query(
						`select ${order} from ${listing.from} where actor.id = ${values.add(kept(place.actor))} and ${listing.where(values)}`,
						values.all,
					);
		const from = who ? { at: 0, row: who } : null;
		const steps = Math.max(1, Math.abs(by));
		const rows = await rowsFrom(question, listing, from, by < 0, false, steps);
		const last = rows.at(-1);
		return last ? { ...place, actor: unkept(last.id) } : place;
	}

	async function unreadOf(
		question: Question,
		place: Place,
		filter: Filter | null,
		read: ReadonlySet<Id>,
	): Promise<UnreadStory[]> {
		const listing = await listingOf(question, 'stories', place, filter, 'id');
		const values = new Values();
		const rows = await question.query(
			`select id, texts from story where ${listing.where(values)} order by rank`,
			values.all,
		);
		return rows
			.map(({ id, texts }, at): UnreadStory => {
				const key = unkept(id);
				return { key, id: key, at, texts: JSON.parse(texts) };
			})
			.filter(({ texts }) => standingOf(texts, read) !== 'read');
	}

	return {
		seen: line.seen,
		overview: () => ask(overviewOf),
		stories: (query) =>
			ask((question) =>
				listPage(question, 'stories', query, 'id, head, texts', (rows) => storyRows(question, memory, rows)),
			),
		quotations: (query) =>
			ask(async (question) => {
				const typed = query.words.trim();
				if (typed === '')
					return await listPage(question, 'quotations', query, QUOTATION, (rows) =>
						quotationRows(question, memory, rows),
					);
				return await searched(question, memory, search, query, {
					days: await dayRows(question),
					window: limits.window,
					filterName,
				});
			}),
		articles: (query) =>
			ask((question) =>
				listPage(question, 'articles', query, 'id, listed, cardinality(quotations) as said', async (rows) =>
					rows.map(articleRow),
				),
			),
		actors: (query) =>
			ask(async (question) => {
				const filter = query.filter ? await spelled(question, 'actors', query.filter, search.near) : null;
				const listing = speakers(question, query.place.day, filter);
				const part = await partOf(question, listing, query.cut, query.limit);
				const hidden = filter ? (await speakers(question, query.place.day).total()) - part.total : 0;
				const rescued = filter && filter.rescued.length > 0 ? { rescued: filter.rescued } : {};
				const rows = part.rows.map(({ name, quotations, articles }) => {
					const actor = JSON.parse(name);
					return { key: actor.id, actor, quotations, articles };
				});
				return { ...part, rows, hidden, ...rescued };
			}),
		problems: (query) =>
			ask(async (question) => {
				const listing: Listing = {
					from: 'problem',
					columns: 'at as id, problem',
					where: () => 'true',
					order: [['at', 'asc']],
					total: () => counted('problems', () => countWhere(question, 'problem', () => 'true')),
					positions: memory.positions,
					name: 'problems',
				};
				const total = await listing.total();
				const at = 'key' in query.cut && /^\d+$/.test(query.cut.key) ? Number(query.cut.key) : -1;
				if ('key' in query.cut && at >= 0 && at < total)
					memory.positions.put(`problems ${query.cut.key}`, { at, row: { id: at, at } });
				const cut = 'key' in query.cut && (at < 0 || at >= total) ? missing(query.cut.from) : query.cut;
				if (cut === null) return { rows: [], first: 0, total, hidden: 0 };
				const part = await partOf(question, listing, cut, query.limit);
				const rows = part.rows.map(({ id, problem }) => ({ ...JSON.parse(problem), key: String(id) }));
				return { ...part, rows, hidden: 0 };
			}),
		unread: ({ place, filter, read }) =>
			ask(async (question) => {
				const sieve = filter ? await spelled(question, 'stories', filter, search.near) : null;
				return await unreadOf(question, place, sieve, read);
			}),
		story: (id) =>
			ask(async (question) => {
				const [row] = await question.query('select * from story where id = $1', [kept(id)]);
				return row ? await storyPage(question, memory, row) : null;
			}),
		article: (id) =>
			ask(async (question) => {
				const [row] = await question.query(
					'select id, listed, rest, quotations, quotation_days from article where id = $1',
					[kept(id)],
				);
				return row ? await articlePage(question, memory, row) : null;
			}),
		cells: (actors, days) =>
			ask(async ({ query }): Promise<readonly Cell[]> => {
				const rows = await query(
					'select actor, day, quotations from actor_day where actor = any($1) and day = any($2) and quotations > 0 order by day desc',
					[actors.map(kept), days.map(keptDay)],
				);
				return [...new Set(actors)].flatMap((actor) =>
					rows
						.filter((row) => row.actor === kept(actor))
						.map((row) => ({ actor, day: dayOf(unkept(row.day)), quotations: row.quotations })),
				);
			}),
		beside: (place, axis, by) =>
			ask((question) => (axis === 'day' ? besideDay : besideActor)(question, place, by)),
		actor: (id) => ask(async (question) => (await actorsNamed(question, memory, [kept(id)]))(kept(id))),
		close: line.close,
	};
}

function remembered(): Memory {
	return { ...nothingKnown(), positions: new Held(), counts: new Held(), days: new Held(200) };
}

/** What is asked for where no row is of that key. */
function missing(from: 'after' | 'before' | 'at'): { readonly from: 'start' } | null {
	return from === 'before' ? null : { from: 'start' };
}

async function countWhere({ query }: Question, from: string, where: Condition): Promise<number> {
	const values = new Values();
	const [{ count }] = await query(`select count(*) as count from ${from} where ${where(values)}`, values.all);
	return count;
}
