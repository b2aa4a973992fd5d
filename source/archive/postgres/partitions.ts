/**
 * Which days stand together: a year in a partition, or where very much is said a calendar month, so that what is asked of
 * some days looks at no others. More partitions than that cost more than they save: each is looked at by a search of all days.
 */
import { type Connection, isHeld } from './driver.ts';
import { indexesOf, type PartitionOf, uncounted } from './migrations.ts';

/** These years have partitions of their own; a day far off is a slip of some text, and joins the undated. */
const YEARS = { first: 1950, last: 2099 } as const;
const DAY = /^(\d{4})-(0[1-9]|1[0-2])-\d\d$/;
/** A year with so many quotations, if its other days are like those there are, is parted by months. */
export const BUSY = 100_000;
const DAYS_OF_A_YEAR = 365;

export interface Partition extends PartitionOf {
	readonly from: string;
	readonly to: string;
}

/** Those that a day may stand in, the larger one first; none: the one by default. */
export function partitionsOf(table: Partition['table'], day: string): readonly Partition[] {
	const [, year = '', month = ''] = DAY.exec(day) ?? [];
	if (year === '' || Number(year) < YEARS.first || Number(year) > YEARS.last) return [];
	const nextYear = `${Number(year) + 1}-01`;
	const next = month === '12' ? nextYear : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
	return [
		{ table, name: `${table}_${year}`, from: `${year}-01`, to: nextYear },
		{ table, name: `${table}_${year}_${month}`, from: `${year}-${month}`, to: next },
	];
}

/** The years of these days in which very much is said. */
export function busyYears(days: ReadonlyMap<string, readonly unknown[]>, least: number): ReadonlySet<string> {
	const years = new Map<string, { quotations: number; days: number }>();
	for (const [day, { length }] of days) {
		const year = day.slice(0, 4);
		const known = years.get(year) ?? { quotations: 0, days: 0 };
		years.set(year, { quotations: known.quotations + length, days: known.days + 1 });
	}
	const rate = ({ quotations, days }: { quotations: number; days: number }) =>
		(quotations / days) * DAYS_OF_A_YEAR;
	return new Set([...years].flatMap(([year, told]) => (rate(told) >= least ? [year] : [])));
}

/**
 * New partitions, filled before anybody can see them, looked up by nothing until they are full, and put among the others
 * at the very end: whoever reads is shut out from then on until all of it is done.
 */
export function newPartitions(connection: Connection, known: ReadonlySet<string>, busy: ReadonlySet<string>) {
	const made = new Map<string, Partition>();
	const parted = new Set([...known].map((name) => name.slice(0, -3)));
	return {
		/** The table for the rows of a day. */
		async tableFor(table: Partition['table'], day: string): Promise<string> {
			const [year, month] = partitionsOf(table, day);
			if (!year || !month) return `${table}_else`;
			if (known.has(year.name) || made.has(year.name)) return year.name;
			// A year that is parted by months stays so.
			const partition = busy.has(day.slice(0, 4)) || parted.has(year.name) ? month : year;
			const { name } = partition;
			if (known.has(name) || made.has(name)) return name;
			await connection.script(
				`create table ${name} (like ${table}, ${ofItsOwn(partition)}); ${uncounted(table, name)}`,
			);
			made.set(name, partition);
			return name;
		},
		/** Makes what one that is new, and full now, is looked up by. */
		async index(name: string): Promise<void> {
			const partition = made.get(name);
			if (partition) await connection.script(indexesOf(partition));
		},
		/** Puts those that are new among the others. */
		async attach(): Promise<void> {
			if (made.size === 0) return;
			await shutOut(connection);
			for (const { table, name, from, to } of made.values())
				await connection.script(
					`alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}');
alter table ${name} drop constraint ${name}_days`,
				);
		},
	};
}

/** With this the server believes that the rows belong there, and need not read them while readers wait. */
const ofItsOwn = ({ name, from, to }: Partition): string =>
	`constraint ${name}_days check (day >= '${from}' and day < '${to}')`;

/** Pauses before it is tried again to be alone, in milliseconds. */
const PAUSES = [100, 200, 500, 1000, 2000, 2000, 2000, 5000, 5000, 5000] as const;

/**
 * Alone with the partitions by default, which every reader asks. Who waits for that keeps new readers waiting too, so it is
 * for moments only, and shorter than the server waits before it breaks off one of two who wait for each other; at last
 * for as long as it takes.
 */
async function shutOut(connection: Connection): Promise<void> {
	for (const pause of [...PAUSES, null]) {
		await connection.script(`savepoint alone; set local lock_timeout to ${pause === null ? 0 : 500}`);
		try {
			await connection.script('lock table article_else, quotation_else in access exclusive mode');
			await connection.script('set local lock_timeout to 0; release savepoint alone');
			return;
		} catch (error) {
			if (pause === null || !isHeld(error)) throw error;
			await connection.script('rollback to savepoint alone; release savepoint alone');
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
	}
}

/** Names of the partitions there are. */
export async function partitionNames(connection: Connection): Promise<Set<string>> {
	const rows = await connection.query(
		`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
		join pg_class p on p.oid = i.inhparent
		where p.relnamespace = to_regnamespace(current_schema())::oid and p.relname in ('article', 'quotation')`,
	);
	return new Set(rows.map(({ name }) => String(name)));
}
