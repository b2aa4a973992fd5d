/** Which days stand together: a calendar month in a partition, so that what is asked of some days looks at no others. */
import type { Connection } from './driver.ts';
import { indexesOf, type PartitionOf } from './migrations.ts';

/** Months of these years have partitions of their own; a day far off is a slip of some text, and joins the undated. */
const YEARS = { first: 1950, last: 2099 } as const;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])-\d\d$/;

export interface Partition extends PartitionOf {
	readonly from: string;
	readonly to: string;
}

/** Null for the one by default. */
export function partitionOf(table: Partition['table'], day: string): Partition | null {
	const [, year = '', month = ''] = MONTH.exec(day) ?? [];
	if (year === '' || Number(year) < YEARS.first || Number(year) > YEARS.last) return null;
	const next =
		month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
	return { table, name: `${table}_${year}_${month}`, from: `${year}-${month}`, to: next };
}

/** New partitions, filled before anybody can see them, and looked up by nothing until they are full. */
export function newPartitions(connection: Connection, known: ReadonlySet<string>) {
	const made = new Map<string, Partition>();
	return {
		/** The table for the rows of a day. */
		async tableFor(table: Partition['table'], day: string): Promise<string> {
			const partition = partitionOf(table, day);
			if (partition === null) return `${table}_else`;
			const { name } = partition;
			if (known.has(name) || made.has(name)) return name;
			await connection.script(`create table ${name} (like ${table})`);
			made.set(name, partition);
			return name;
		},
		async attach(): Promise<void> {
			for (const partition of made.values()) {
				const { table, name, from, to } = partition;
				await connection.script(`${indexesOf(partition)}
alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}');`);
			}
			made.clear();
		},
	};
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
