/** What has changed of a list that is parted by days: told by a sum of each day, and where that differs of each row. */
import type { Connection } from './driver.ts';
import type { PartedList } from './kept-rows.ts';

export interface Changes {
	/** Of the rows that are not there any more as they were, their days and ids. */
	readonly gone: readonly { readonly day: string; readonly ids: readonly string[] }[];
	/** Of what comes, the numbers in the list, by day. */
	readonly put: ReadonlyMap<string, readonly number[]>;
	/** Days whose sums change, with those of what stays there. */
	readonly sums: Map<string, number>;
}

/** So many rows are compared at once. */
const AT_ONCE = 50_000;

export async function changesIn(
	connection: Connection,
	table: 'article' | 'quotation',
	list: PartedList<unknown>,
): Promise<Changes> {
	const known = new Map<string, number>();
	for (const { day, sum } of await connection.query('select day, sum from day_sum where list = $1', [table]))
		known.set(day, sum);
	const put = new Map<string, readonly number[]>();
	const sums = new Map<string, number>();
	const gone: { day: string; ids: string[] }[] = [];
	let compared: Compared[] = [];

	async function compare(): Promise<void> {
		const days = new Map(compared.map((one) => [one.day, { ...one, gone: [] as string[], sum: 0 }]));
		compared = [];
		const there = `select day, id, sum from ${table} where day = any($1)`;
		for (const { day, id, sum } of await connection.query(there, [[...days.keys()]])) {
			const own = days.get(day)!;
			if (own.rows.get(id)?.sum === sum) {
				own.rows.delete(id);
				own.sum = added(own.sum, sum);
			} else own.gone.push(id);
		}
		for (const { day, rows, sum, ...more } of days.values()) {
			sums.set(day, sum);
			put.set(
				day,
				Array.from(rows.values(), ({ number }) => number),
			);
			if (more.gone.length > 0) gone.push({ day, ids: more.gone });
		}
	}

	let waiting = 0;
	for (const day of new Set([...known.keys(), ...list.byDay.keys()])) {
		const numbers = list.byDay.get(day) ?? [];
		if (!known.has(day)) {
			put.set(day, numbers);
			sums.set(day, 0);
			continue;
		}
		const rows = new Map(numbers.map((number) => [list.idOf(number), { number, sum: list.sumOf(number) }]));
		let whole = 0;
		for (const { sum } of rows.values()) whole = added(whole, sum);
		if (known.get(day) === whole) continue;
		compared.push({ day, rows });
		waiting += rows.size;
		if (waiting < AT_ONCE) continue;
		await compare();
		waiting = 0;
	}
	await compare();
	return { gone, put, sums };
}

/** A day and what it should hold, by ids. */
interface Compared {
	readonly day: string;
	readonly rows: Map<string, { readonly number: number; readonly sum: number }>;
}

/** Sums of a day's rows, in any order; never that of none. */
export function added(whole: number, sum: number): number {
	return ((whole + sum) % (2 ** 52 - 1)) + 1;
}

/** Days of which nothing is left have none. */
export async function keepSums(
	connection: Connection,
	table: 'article' | 'quotation',
	{ sums }: Changes,
	days: ReadonlyMap<string, unknown>,
): Promise<void> {
	if (sums.size === 0) return;
	await connection.query('delete from day_sum where list = $1 and day = any($2)', [table, [...sums.keys()]]);
	const kept = [...sums].filter(([day]) => days.has(day));
	await connection.query(
		'insert into day_sum (list, day, sum) select $1, day, sum from unnest($2::text[], $3::bigint[]) as t (day, sum)',
		[table, kept.map(([day]) => day), kept.map(([, sum]) => sum)],
	);
}
