/** A part of a list, found by the key of a row and never by its number. */
import type { Cut, Key } from '../archive.ts';
import type { Row } from './driver.ts';
import type { Held } from './held.ts';
import type { Question } from './line.ts';
import { type Condition, Values } from './lists.ts';
import { kept } from './texts.ts';

export interface Listing {
	/** A table, or several joined. */
	readonly from: string;
	/** What the rows are to tell. */
	readonly columns: string;
	/** Which rows stand in it. */
	readonly where: Condition;
	/** By which it is ordered, and how; together they tell every row from every other. */
	readonly order: readonly (readonly [column: string, way: 'asc' | 'desc'])[];
	/** How many stand in it. */
	readonly total: () => Promise<number>;
	/** How many stand before a row, where that is known without counting them all. */
	readonly before?: (row: Row) => Promise<number>;
	/** How many stand on each day, where that is known; the list is ordered by day then. */
	readonly byDays?: () => Promise<readonly DayOf[]>;
	/** Where rows that have been shown stand. */
	readonly positions: Held<Position>;
	/** Tells this list from others. */
	readonly name: string;
}

export interface DayOf {
	readonly day: string;
	readonly count: number;
}

export interface Position {
	readonly at: number;
	readonly row: Row;
}

export interface Part {
	readonly rows: readonly Row[];
	readonly first: number;
	readonly total: number;
}

export async function partOf(question: Question, listing: Listing, cut: Cut, limit: number): Promise<Part> {
	const key = 'key' in cut ? await positionOf(question, listing, cut.key) : null;
	const total = await listing.total();
	const at = key?.at ?? -1;
	const { first, length } = asked(cut.from, at, total, limit);
	const rows =
		length === 0
			? []
			: cut.from === 'before' || cut.from === 'end'
				? (await rowsFrom(question, listing, key, true, false, length)).reverse()
				: await rowsFrom(question, listing, key, false, cut.from === 'at', length);
	for (const [nth, row] of rows.entries())
		listing.positions.put(nameOf(listing, row.id), { at: first + nth, row });
	return { rows, first, total };
}

function asked(from: Cut['from'], at: number, total: number, limit: number) {
	switch (from) {
		case 'start':
			return { first: 0, length: limit };
		case 'end':
			return { first: Math.max(0, total - limit), length: limit };
		case 'after':
			return { first: at + 1, length: limit };
		case 'before':
			return { first: Math.max(0, at - limit), length: Math.min(limit, Math.max(0, at)) };
		case 'at':
			return { first: Math.max(0, at), length: limit };
	}
}

/** Null when no such row stands in the list. */
async function positionOf(question: Question, listing: Listing, key: Key): Promise<Position | null> {
	const known = listing.positions.get(nameOf(listing, kept(key)));
	if (known) return known;
	const { from, where, order } = listing;
	const values = new Values();
	const [row] = await question.query(
		`select ${['id', ...order.map(([column]) => column)].join(', ')} from ${from}
		where id = ${values.add(kept(key))} and ${where(values)}`,
		values.all,
	);
	if (!row) return null;
	const at = listing.before ? await listing.before(row) : await countBefore(question, listing, row);
	return { at, row };
}

export async function countBefore(
	{ query }: Question,
	{ from, where, order }: Pick<Listing, 'from' | 'where' | 'order'>,
	row: Row,
): Promise<number> {
	const values = new Values();
	const [{ count }] = await query(
		`select count(*) as count from ${from} where ${where(values)} and ${beyond(order, row, true, false, values)}`,
		values.all,
	);
	return count;
}

export async function rowsFrom(
	{ query }: Question,
	{ from, columns, where, order, byDays }: Pick<Listing, 'from' | 'columns' | 'where' | 'order' | 'byDays'>,
	key: Position | null,
	back: boolean,
	itself: boolean,
	limit: number,
): Promise<Row[]> {
	const values = new Values();
	const by = order.map(([column, way]) => `${column} ${(way === 'asc') === back ? 'desc' : 'asc'}`);
	const from_ = key === null ? 'true' : beyond(order, key.row, back, itself, values);
	// So that no other partition is thought of.
	const last = byDays ? lastDay(await byDays(), key?.row.day ?? null, back, limit) : null;
	const near = last === null ? 'true' : `day ${back ? '<=' : '>='} ${values.add(last)}`;
	return await query(
		`select ${columns}, ${order.map(([column]) => column).join(', ')} from ${from}
		where ${where(values)} and ${from_} and ${near} order by ${by.join(', ')} limit ${values.add(limit)}`,
		values.all,
	);
}

/** The undated last. */
export const newestFirst = <One extends { readonly day: string }>(days: readonly One[]): One[] =>
	days.toSorted((a, b) => (a.day < b.day ? 1 : -1));

/** The day on which so many rows behind a day's, or before it, are reached; null when they may not be. */
function lastDay(days: readonly DayOf[], from: string | null, back: boolean, count: number): string | null {
	const ordered = newestFirst(days);
	if (back) ordered.reverse();
	let sum = 0;
	for (const { day, count: own } of ordered) {
		if (from !== null && (back ? day <= from : day >= from)) continue;
		sum += own;
		if (sum >= count) return day;
	}
	return null;
}

/** Rows that stand behind a row, or before it. */
function beyond(order: Listing['order'], row: Row, back: boolean, itself: boolean, values: Values): string {
	const [[column, way], ...others] = order as [Listing['order'][number], ...Listing['order']];
	const sign = (way === 'asc') === back ? '<' : '>';
	const value = values.add(row[column.slice(column.indexOf('.') + 1)]);
	if (others.length === 0) return `${column} ${sign}${itself ? '=' : ''} ${value}`;
	// The first half lets what is ordered by the first column be begun there.
	return `${column} ${sign}= ${value} and (${column} ${sign} ${value} or ${beyond(others, row, back, itself, values)})`;
}

const nameOf = ({ name }: Listing, id: string) => `${name} ${id}`;
