/** Whether what is counted in an archive, and what its search knows, is what its rows say; and how much there is. */
import { ACTOR_DAYS, DAY_COUNTS, DAY_SUMS } from './counts.ts';
import type { Connection, Row } from './driver.ts';
import { unpacked } from './entries.ts';
import { OF_DAY } from './vocabulary.ts';

/** Something that is otherwise than it should be. */
export interface Flaw {
	readonly what: string;
	readonly rows: number;
}

/** What should be empty, by what it would mean. */
const QUERIES: readonly (readonly [what: string, sql: string])[] = [
	['days are counted wrongly', otherwise('day_count', DAY_COUNTS)],
	['days of actors are counted wrongly', otherwise('actor_day', ACTOR_DAYS)],
	[
		'actors are counted wrongly',
		`select from actor left join (
			select actor as id, sum(quotations) as quotations, sum(articles) as articles from actor_day group by actor
		) as counted using (id)
		where coalesce(counted.quotations, 0) <> actor.quotations or coalesce(counted.articles, 0) <> actor.articles`,
	],
	['rows are not those that were written', otherwise('day_sum', DAY_SUMS)],
	[
		'quotations stand in no article',
		`select from quotation where not exists (
			select from article where article.day = quotation.article_day and article.id = quotation.article
		)`,
	],
	[
		'quotations are by nobody who is there',
		'select from quotation where actor is not null and not exists (select from actor where id = quotation.actor)',
	],
	[
		'articles of stories are not there',
		`select from story, unnest(articles, article_days) as told (id, day) where not exists (
			select from article where article.day = told.day and article.id = told.id
		)`,
	],
	[
		'names of sources or speakers are not there',
		`select from quotation where not exists (select from source where number = quotation.source)
			or not exists (select from speaker where number = quotation.speaker)`,
	],
];

/** Rows that only one of a table and a query has. */
function otherwise(table: string, query: string): string {
	return `(select * from ${table} except (${query})) union all ((${query}) except select * from ${table})`;
}

/** Reads everything: as long as that takes. `schema`: where it stands. */
export async function flawsIn(connection: Connection, schema: string): Promise<Flaw[]> {
	const flaws: Flaw[] = [];
	await connection.script(
		`begin isolation level repeatable read read only; set local search_path to ${schema}; set local work_mem to '64MB'`,
	);
	try {
		for (const [what, sql] of QUERIES) {
			const [{ rows }] = await connection.query(`select count(*) as rows from (${sql}) as wrong`);
			if (rows > 0) flaws.push({ what, rows });
		}
		flaws.push(...(await wordsIn(connection)));
	} finally {
		await connection.script('rollback').catch(() => {});
	}
	return flaws;
}

/** The search's own counts. */
async function wordsIn(connection: Connection): Promise<Flaw[]> {
	const docs = new Map<number, number>();
	const uses = new Map<number, number>();
	const words = new Map<number, string>();
	const known: Row[] = await connection.query('select number, word, docs, uses from word');
	for (const { number, word } of known) words.set(number, word);
	let untold = 0;
	const quoted = (word: string | undefined) => `'${word?.replace(/['\\]/g, '$&$&')}'`;
	for (const { day } of await connection.query('select distinct day from day_sum')) {
		const rows = await connection.query('select words, tokens::text from quotation where day = $1', [day]);
		for (const { words: packed, tokens } of rows) {
			if (!tokens.includes(quoted(OF_DAY + day))) untold++;
			const [text, all] = [new Set<number>(), new Set<number>()];
			unpacked(packed, (number, _, ofSpeaker) => {
				all.add(number);
				if (!ofSpeaker) text.add(number);
			});
			for (const number of text) docs.set(number, (docs.get(number) ?? 0) + 1);
			for (const number of all) {
				uses.set(number, (uses.get(number) ?? 0) + 1);
				if (!tokens.includes(quoted(words.get(number)))) untold++;
			}
		}
	}
	const wrong = known.filter(
		({ number, docs: told, uses: used }) =>
			told !== (docs.get(number) ?? 0) || used !== (uses.get(number) ?? 0),
	).length;
	return [
		{ what: 'words, or days, are not among those a quotation is found by', rows: untold },
		{ what: 'words are counted wrongly', rows: wrong },
	].filter(({ rows }) => rows > 0);
}

export interface Status {
	readonly written: string | null;
	readonly edition: number;
	readonly articles: number;
	readonly quotations: number;
	readonly stories: number;
	readonly actors: number;
	readonly days: number;
	readonly words: number;
	readonly partitions: number;
	readonly bytes: number;
	/** Null on a primary. */
	readonly replica: {
		/** Seconds since what it last heard of was written; null where it heard of nothing since it started. */
		readonly behind: number | null;
		/** It hears, and takes nothing over. */
		readonly paused: boolean;
	} | null;
}

export async function statusOf(connection: Connection, schema: string): Promise<Status> {
	const [row] = await connection.query(
		`select (select value from ${schema}.fact where name = 'written') as written,
			coalesce((select value from ${schema}.fact where name = 'edition'), '0')::int as edition,
			coalesce((select sum(articles) from ${schema}.day_count), 0) as articles,
			coalesce((select sum(quotations) from ${schema}.day_count), 0) as quotations,
			(select count(*) from ${schema}.story) as stories, (select count(*) from ${schema}.actor) as actors,
			(select count(*) from ${schema}.day_count) as days, (select count(*) from ${schema}.word) as words,
			(select count(*) from pg_inherits where inhparent = '${schema}.quotation'::regclass) as partitions,
			(select sum(pg_total_relation_size(oid)) from pg_class
				where relnamespace = '${schema}'::regnamespace and relkind = 'r') as bytes,
			case when pg_is_in_recovery() then json_build_object(
				'behind', extract(epoch from now() - pg_last_xact_replay_timestamp())::float8,
				'paused', pg_is_wal_replay_paused()) end as replica`,
	);
	return row;
}
