/** Puts an edition on the server: what has changed since the last time, all of it at once or nothing. */
import type { Export } from '../../types.ts';
import { added, type Changes, changesIn, keepSums } from './changes.ts';
import { dayKeeper } from './day-keeper.ts';
import { type Connection, copyLine, type Row } from './driver.ts';
import { keepFacts, putProblems } from './facts.ts';
import { type KeptRows, keptRows } from './kept-rows.ts';
import { numbersOf } from './numbers.ts';
import { BUSY, busyYears, newPartitions, partitionNames } from './partitions.ts';
import { wordKeeper } from './vocabulary.ts';
import { type Count, putActors, putStories } from './whole-lists.ts';

/** The columns as they are copied. */
const COLUMNS = {
	article: 'day, id, sum, source, listed, rest, told, headline, actors, quotations, quotation_days, place',
	quotation:
		'day, id, sum, source, speaker, actor, leads, article, article_day, doc, names, variants, told, utterance, place, words, tokens',
} as const;

/** From so many changed rows on the server is told to look at what it has; it does so by itself within a minute. */
const MANY = 5000;
/** Of all partitions once one row in so many has changed, else of those alone that were touched. */
const MOST = 10;

/** For one write: room to make indexes in, and the compression that is several times faster where the server has it. */
const SETTINGS = `
select set_config('maintenance_work_mem', greatest(setting::bigint, 262144)::text, true)
	from pg_settings where name = 'maintenance_work_mem';
select set_config('default_toast_compression', 'lz4', true)
	from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)`;

/** A writer that is cut off holds up nobody for longer than a minute: its statements may take as long as they like. */
const WATCHED =
	'set local tcp_keepalives_idle to 30; set local tcp_keepalives_interval to 10; set local tcp_keepalives_count to 3';

export interface Written extends Readonly<Count> {
	/** Days that anything changed on. */
	readonly days: number;
}

export interface How {
	/** With so many quotations in a year, it is parted by months if it has no partition yet. */
	readonly busy?: number | undefined;
	/** Told if another is writing: it is waited for. */
	readonly waiting?: () => void;
}

/** One writes at a time, others wait. The same edition written twice is there once. Throws where the server does. */
export async function writeEdition(
	connection: Connection,
	schema: string,
	data: Export,
	{ busy = BUSY, waiting = () => {} }: How = {},
): Promise<Written> {
	const rows = keptRows(data);
	const touched = new Set<string>();
	const work = () => writeAll(connection, data, rows, busy, touched);
	const written = await wholly(connection, schema, work, waiting);
	const changed = written.put + written.dropped;
	if (changed < MANY) return written;
	// What is counted by an index alone is counted so only where nothing is on its way out.
	const parted = changed * MOST > rows.quotation.size ? ['article', 'quotation'] : touched;
	for (const table of [...parted, 'story', 'actor', 'actor_day', 'word'])
		await connection.script(`vacuum (analyze) ${schema}.${table}`);
	return written;
}

/** Does all of something or nothing, alone among those who write here. */
export async function wholly<Result>(
	connection: Connection,
	schema: string,
	work: () => Promise<Result>,
	waiting: () => void = () => {},
): Promise<Result> {
	const lock = `hashtext('quotidian'), hashtext('${schema}')`;
	const [{ alone }] = await connection.script(`begin; set local search_path to ${schema}; ${WATCHED};
select pg_try_advisory_xact_lock(${lock}) as alone`);
	try {
		if (!alone) {
			waiting();
			await connection.script(`select pg_advisory_xact_lock(${lock})`);
		}
		const result = await work();
		await connection.script('commit');
		return result;
	} catch (error) {
		if (connection.alive) await connection.script('rollback').catch(() => {});
		throw error;
	}
}

async function writeAll(
	connection: Connection,
	data: Export,
	rows: KeptRows,
	busy: number,
	touched: Set<string>,
): Promise<Written> {
	await connection.script(SETTINGS);
	const writing: Writing = {
		...{ connection, rows, words: wordKeeper(connection), days: dayKeeper(connection) },
		partitions: newPartitions(
			connection,
			await partitionNames(connection),
			busyYears(rows.quotation.byDay, busy),
		),
		count: { put: 0, dropped: 0 },
		touched,
	};
	await putArticles(writing);
	await putQuotations(writing);
	await putStories(connection, rows, writing.days, writing.count);
	await putActors(connection, rows, writing.count);
	const told = await putProblems(connection, data);
	const fewer = await writing.words.done();
	await writing.days.done();
	const { put, dropped } = writing.count;
	await keepFacts(connection, { edition: told || put + dropped > 0, fewer });
	await writing.partitions.attach();
	return { put, dropped, days: writing.days.touched() };
}

/** What all of one write is done with. */
interface Writing {
	readonly connection: Connection;
	readonly rows: KeptRows;
	readonly partitions: ReturnType<typeof newPartitions>;
	readonly words: ReturnType<typeof wordKeeper>;
	readonly days: ReturnType<typeof dayKeeper>;
	readonly count: Count;
	/** The tables of days that anything changed on. */
	readonly touched: Set<string>;
}

async function putArticles(writing: Writing): Promise<void> {
	const { connection, rows, days } = writing;
	const list = rows.article;
	const changes = await changesIn(connection, 'article', list);
	for (const { day, actors } of await dropped(writing, 'article', changes, 'day, actors'))
		days.article(day, actors, -1);
	const sources = await numbersOf(connection, 'source', rows.sources, comingOf(changes), list.sourceOf);
	await putRows(writing, 'article', changes, (number) => {
		const { day, place, id, sum, values, actors } = list.row(number);
		days.article(day, actors, 1);
		return { sum, line: copyLine([day, id, sum, sources(number), ...values], hexed(place)) };
	});
}

async function putQuotations(writing: Writing): Promise<void> {
	const { connection, rows, days, words } = writing;
	const list = rows.quotation;
	const changes = await changesIn(connection, 'quotation', list);
	const told = 'day, actor, leads, words';
	for (const one of await dropped(writing, 'quotation', changes, told)) {
		days.quotation(one.day, one.actor, one.leads, -1);
		words.remove(one.words);
	}
	const coming = comingOf(changes);
	await words.learn(coming.length, () => coming.map((number) => list.row(number).entry));
	const sources = await numbersOf(connection, 'source', rows.sources, coming, list.sourceOf);
	const speakers = await numbersOf(connection, 'speaker', rows.speakers, coming, list.speakerOf);
	await putRows(writing, 'quotation', changes, (number) => {
		const { day, place, id, sum, values, entry, actor, leads } = list.row(number);
		days.quotation(day, actor, leads, 1);
		const own = [day, id, sum, sources(number), speakers(number), actor, leads, ...values];
		return { sum, line: copyLine(own, hexed(place), words.cut(entry, day)) };
	});
}

/** Bytes as COPY reads them. */
const hexed = (bytes: string): string => `\\\\x${bytes}`;

const comingOf = ({ put }: Changes): number[] => [...put.values()].flat();

/** Takes out what is not there any more as it was. All of a list goes before anything comes: what moves to another day must not be there twice. */
async function dropped(
	{ connection, count }: Writing,
	table: 'article' | 'quotation',
	{ gone }: Changes,
	told: string,
): Promise<Row[]> {
	if (gone.length === 0) return [];
	const rows = await connection.query(
		`delete from ${table} where day = any($1) and id = any($2) returning ${told}`,
		[gone.map(({ day }) => day), gone.flatMap(({ ids }) => ids)],
	);
	count.dropped += rows.length;
	return rows;
}

/** Puts in what comes, and keeps the sums of the days. */
async function putRows(
	{ connection, rows, partitions, count, touched }: Writing,
	table: 'article' | 'quotation',
	changes: Changes,
	rowOf: (number: number) => { readonly sum: number; readonly line: string },
): Promise<void> {
	const into = new Map<string, { readonly day: string; readonly numbers: readonly number[] }[]>();
	for (const { day } of changes.gone) touched.add(await partitions.tableFor(table, day));
	for (const [day, numbers] of changes.put) {
		if (numbers.length === 0) continue;
		count.put += numbers.length;
		const name = await partitions.tableFor(table, day);
		touched.add(name);
		const days = into.get(name);
		if (days) days.push({ day, numbers });
		else into.set(name, [{ day, numbers }]);
	}
	// While the server makes the indexes of one, the rows of the next are made ready.
	let indexed = Promise.resolve();
	for (const [name, days] of into) {
		function* lines() {
			for (const { day, numbers } of days)
				for (const number of numbers) {
					const { sum, line } = rowOf(number);
					changes.sums.set(day, added(changes.sums.get(day)!, sum));
					yield line;
				}
		}
		await Promise.all([indexed, connection.copy(`${name} (${COLUMNS[table]})`, lines())]);
		indexed = partitions.index(name);
	}
	await indexed;
	await keepSums(connection, table, changes, rows[table].byDay);
}
