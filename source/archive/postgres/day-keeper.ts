/** What is counted of an archive by day, and by actor and day, as its writer keeps it: what goes and what comes. */
import { type Connection, copyLine } from './driver.ts';
import { LEADS } from './kept-rows.ts';

const DAY_COLUMNS = ['quotations', 'leads', 'day_leads', 'stories', 'articles'] as const;
const ACTOR_COLUMNS = ['quotations', 'leads', 'day_leads', 'articles'] as const;
const AT_ONCE = 20_000;

type Changes<Columns extends readonly string[]> = Record<Columns[number], number>;

const noDays = (): Changes<typeof DAY_COLUMNS> => ({
	...{ quotations: 0, leads: 0, day_leads: 0, stories: 0, articles: 0 },
});
const noActors = (): Changes<typeof ACTOR_COLUMNS> => ({
	...{ quotations: 0, leads: 0, day_leads: 0, articles: 0 },
});

export function dayKeeper(connection: Connection) {
	const days = new Map<string, Changes<typeof DAY_COLUMNS>>();
	/** By day, then by actor. */
	const actors = new Map<string, Map<string, Changes<typeof ACTOR_COLUMNS>>>();
	const dayOf = (day: string) => entered(days, day, noDays);
	const actorOf = (actor: string, day: string) =>
		entered(
			entered(actors, day, () => new Map()),
			actor,
			noActors,
		);

	return {
		quotation(day: string, actor: string | null, leads: number, by: 1 | -1): void {
			const counts = dayOf(day);
			counts.quotations += by;
			if ((leads & LEADS.everywhere) !== 0) counts.leads += by;
			if ((leads & LEADS.onDay) !== 0) counts.day_leads += by;
			if (actor === null) return;
			const own = actorOf(actor, day);
			own.quotations += by;
			if ((leads & LEADS.ofActor) !== 0) own.leads += by;
			if ((leads & LEADS.ofActorOnDay) !== 0) own.day_leads += by;
		},
		/** `naming`: those whom the article names. */
		article(day: string, naming: readonly string[], by: 1 | -1): void {
			dayOf(day).articles += by;
			for (const actor of naming) actorOf(actor, day).articles += by;
		},
		story(own: readonly string[], by: 1 | -1): void {
			for (const day of own) dayOf(day).stories += by;
		},
		/** Days of which anything goes or comes. */
		touched: (): number => days.size,
		async done(): Promise<void> {
			const byDay = [...days].map(([day, counts]) => ({ day, ...counts }));
			await put(connection, 'day_count', ['day'], DAY_COLUMNS, byDay);
			const byActor = [...actors].flatMap(([day, all]) =>
				[...all].map(([actor, counts]) => ({ actor, day, ...counts })),
			);
			await put(connection, 'actor_day', ['actor', 'day'], ACTOR_COLUMNS, byActor);
		},
	};
}

function entered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	let value = map.get(key);
	if (value === undefined) map.set(key, (value = make()));
	return value;
}

/** Adds changes to a table of counts; what nothing is left of goes. */
async function put(
	connection: Connection,
	table: string,
	keys: readonly string[],
	columns: readonly string[],
	changes: readonly Readonly<Record<string, string | number>>[],
): Promise<void> {
	const all = changes.filter((change) => columns.some((column) => change[column] !== 0));
	if (all.length === 0) return;
	const names = [...keys, ...columns];
	const [row] = await connection.query(`select exists (select from ${table}) as filled`);
	if (!row.filled) {
		await connection.copy(`${table} (${names})`, linesOf(all, names));
		return;
	}
	const same = keys.map((key) => `t.${key} = c.${key}`).join(' and ');
	for (let at = 0; at < all.length; at += AT_ONCE) {
		const some = all.slice(at, at + AT_ONCE);
		await connection.query(
			`insert into ${table} as t (${names}) select * from unnest(${names.map((_, nth) => `$${nth + 1}::${nth < keys.length ? 'text' : 'int'}[]`)})
			on conflict (${keys}) do update set ${columns.map((column) => `${column} = t.${column} + excluded.${column}`)}`,
			names.map((name) => some.map((change) => change[name]!) as string[] | number[]),
		);
		const less = some.filter((change) => columns.some((column) => Number(change[column]) < 0));
		await connection.query(
			`delete from ${table} as t using unnest(${keys.map((_, nth) => `$${nth + 1}::text[]`)}) as c (${keys})
			where ${same} and ${columns.map((column) => `t.${column} = 0`).join(' and ')}`,
			keys.map((key) => less.map((change) => String(change[key]))),
		);
	}
}

function* linesOf(
	changes: readonly Readonly<Record<string, string | number>>[],
	names: readonly string[],
): Iterable<string> {
	for (const change of changes) yield copyLine(names.map((name) => change[name]!));
}
