/** Puts an edition on the server: what has changed since the last time, all of it at once or nothing. */
import type { Export } from '../../types.ts';
import { actorDays, dayCounts } from './counts.ts';
import { type Connection, copyLine, type Row, type Value } from './driver.ts';
import { type Kept, type KeptArticle, type KeptQuotation, type KeptRows, keptRows } from './kept-rows.ts';
import { BUSY, isBusy, newPartitions, partitionNames } from './partitions.ts';
import { keptRanks } from './ranks.ts';
import { wordKeeper } from './vocabulary.ts';

/** The columns as they are copied. */
const COLUMNS = {
	article: 'day, id, sum, place, listed, rest, told, headline, actors, quotations, quotation_days, source',
	quotation:
		'day, id, sum, place, article, article_day, actor, doc, names, variants, told, utterance, leads, source, speaker, words, tokens',
	story:
		'id, sum, rank, head, story, told, texts, days, actors, articles, article_days, quotations, quotation_days',
	actor: 'id, sum, place, name, said, named, quotations, articles',
} as const;

/** From so many changed rows on the server is told to look at what it has; it does so by itself within a minute. */
const MANY = 5000;
/** Rows made ready at once. */
const BATCH = 5000;

export interface Written {
	/** Rows put in, and rows taken out; a changed row is both. */
	readonly put: number;
	readonly dropped: number;
	/** Days that anything changed on. */
	readonly days: number;
}

/** One writes at a time, others wait; `busy`: with so many quotations in a year, years that begin are parted by months. The same edition written twice is there once. Throws where the server does. */
export async function writeEdition(
	connection: Connection,
	schema: string,
	data: Export,
	facts: Readonly<Record<string, string>> = {},
	busy: number = BUSY,
): Promise<Written> {
	const written = await wholly(connection, schema, () => writeAll(connection, data, facts, busy));
	if (written.put + written.dropped >= MANY) {
		// What is counted by an index alone is counted so only where nothing is on its way out.
		for (const table of ['article', 'quotation', 'story', 'actor', 'actor_day', 'word'])
			await connection.script(`vacuum (analyze) ${schema}.${table}`);
	}
	return written;
}

/** Does all of something or nothing, alone among those who write here. */
export async function wholly<Result>(
	connection: Connection,
	schema: string,
	work: () => Promise<Result>,
): Promise<Result> {
	await connection.script(`begin; set local search_path to ${schema};
select pg_advisory_xact_lock(hashtext('quotidian'), hashtext('${schema}'))`);
	try {
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
	facts: Readonly<Record<string, string>>,
	busy: number,
): Promise<Written> {
	const rows = keptRows(data);
	const months = isBusy(rows.quotationsByDay, busy);
	const partitions = newPartitions(connection, await partitionNames(connection), months);
	const words = wordKeeper(connection);
	const numberOf = numbering(connection);
	const touched = new Set<string>();
	const count = { put: 0, dropped: 0 };

	for (const list of ['article', 'quotation'] as const) {
		const byDay = list === 'article' ? rows.articlesByDay : rows.quotationsByDay;
		const changes = await changedDays(connection, list, byDay, rows[list]);
		// All that goes goes first: what moves to another day must not be there twice.
		for (const [day, { gone }] of changes) {
			touched.add(day);
			count.dropped += gone.length;
			if (gone.length === 0) continue;
			const dropped = await connection.query(
				`delete from ${list} where day = $1 and id = any($2)${list === 'quotation' ? ' returning words, utterance' : ''}`,
				[day, gone],
			);
			for (const { words: text, utterance } of dropped) words.remove(text, utterance);
		}
		if (list === 'quotation') await words.settle(comingUtterances(rows, changes.values()));
		const into = new Map<string, number[]>();
		for (const [day, { put }] of changes) {
			if (put.length === 0) continue;
			count.put += put.length;
			const table = await partitions.tableFor(list, day);
			into.set(table, (into.get(table) ?? []).concat(put));
		}
		const sums = new Map([...changes].map(([day, { sum }]) => [day, sum]));
		for (const [table, put] of into)
			for (let at = 0; at < put.length; at += BATCH) {
				const made = put.slice(at, at + BATCH).map((number) => rows[list](number));
				for (const { day, sum } of made) sums.set(day, added(sums.get(day)!, sum));
				const lines =
					list === 'article'
						? await articleLines(made as KeptArticle[], numberOf)
						: await quotationLines(made as KeptQuotation[], numberOf, words.add);
				await connection.copy(`${table} (${COLUMNS[list]})`, lines);
			}
		await keepSums(connection, list, sums, byDay);
	}
	await partitions.attach();
	for (const day of await putStories(connection, rows, count)) touched.add(day);
	await putActors(connection, rows, count);
	const told = await putProblems(connection, data);
	const fewer = await words.done();
	await countDays(connection, [...touched]);
	const changed = told || count.put + count.dropped > 0;
	await keepFacts(connection, { ...facts }, { edition: changed, fewer });
	return { ...count, days: touched.size };
}

/** Of what comes, the utterances that have other versions. */
function* comingUtterances(rows: KeptRows, changes: Iterable<Change>): Iterable<string> {
	for (const { put } of changes)
		for (const number of put) {
			const utterance = rows.utteranceOf(number);
			if (utterance !== null) yield utterance;
		}
}

interface Change {
	/** Ids. */
	readonly gone: readonly string[];
	/** Numbers in the list. */
	readonly put: readonly number[];
	/** Of what stays. */
	readonly sum: number;
}

/** The days on which a list has changed; a day whose sum is the same has not. */
async function changedDays(
	connection: Connection,
	list: 'article' | 'quotation',
	byDay: ReadonlyMap<string, readonly number[]>,
	make: (number: number) => Kept,
): Promise<Map<string, Change>> {
	const known = new Map<string, number>();
	for (const { day, sum } of await connection.query('select day, sum from day_sum where list = $1', [list]))
		known.set(day, sum);
	const changes = new Map<string, Change>();
	for (const day of new Set([...known.keys(), ...byDay.keys()])) {
		const numbers = byDay.get(day) ?? [];
		if (!known.has(day)) {
			changes.set(day, { gone: [], put: numbers, sum: 0 });
			continue;
		}
		const now = new Map<string, { readonly number: number; readonly sum: number }>();
		for (const number of numbers) {
			const { id, sum } = make(number);
			now.set(id, { number, sum });
		}
		const whole = [...now.values()].reduce((whole, { sum }) => added(whole, sum), 0);
		if (known.get(day) === whole) continue;
		let sum = 0;
		const same = new Set<string>();
		const gone: string[] = [];
		for (const old of await connection.query(`select id, sum from ${list} where day = $1`, [day]))
			if (now.get(old.id)?.sum === old.sum) {
				same.add(old.id);
				sum = added(sum, old.sum);
			} else gone.push(old.id);
		const put = [...now].flatMap(([id, { number }]) => (same.has(id) ? [] : [number]));
		changes.set(day, { gone, put, sum });
	}
	return changes;
}

/** Sums of a day's rows, in any order; never that of none. */
function added(whole: number, sum: number): number {
	return ((whole + sum) % (Number.MAX_SAFE_INTEGER - 1)) + 1;
}

async function keepSums(
	connection: Connection,
	list: 'article' | 'quotation',
	sums: ReadonlyMap<string, number>,
	byDay: ReadonlyMap<string, unknown>,
): Promise<void> {
	await connection.query('delete from day_sum where list = $1 and day = any($2)', [list, [...sums.keys()]]);
	const kept = [...sums].filter(([day]) => byDay.has(day));
	await connection.query(
		'insert into day_sum (list, day, sum) select $1, day, sum from unnest($2::text[], $3::bigint[]) as t (day, sum)',
		[list, kept.map(([day]) => day), kept.map(([, sum]) => sum)],
	);
}

async function articleLines(
	articles: readonly KeptArticle[],
	numberOf: Numbering,
): Promise<Iterable<string>> {
	const sources = await numberOf(
		'source',
		articles.map(({ source }) => source),
	);
	return lines(articles, ({ day, id, sum, place, values, source }) =>
		copyLine([day, id, sum, place, ...values, sources.get(source)!]),
	);
}

async function quotationLines(
	quotations: readonly KeptQuotation[],
	numberOf: Numbering,
	cut: ReturnType<typeof wordKeeper>['add'],
): Promise<Iterable<string>> {
	const sources = await numberOf(
		'source',
		quotations.map(({ source }) => source),
	);
	const speakers = await numberOf(
		'speaker',
		quotations.map(({ speaker }) => speaker),
	);
	const found = await cut(quotations);
	return lines(quotations, ({ day, id, sum, place, values, source, speaker }, at) =>
		copyLine([
			...[day, id, sum, place, ...values, sources.get(source)!, speakers.get(speaker)!],
			...[found[at]!.words, vector(found[at]!.tokens)],
		]),
	);
}

function* lines<Item>(items: readonly Item[], line: (item: Item, at: number) => string): Iterable<string> {
	for (const [at, item] of items.entries()) yield line(item, at);
}

/** Words as a tsvector is written: quoted, so that nothing of PostgreSQL's looks into them. */
function vector(tokens: readonly string[]): string {
	return tokens.map((token) => `'${token.replace(/['\\]/g, '$&$&')}'`).join(' ');
}

type Numbering = (
	table: 'source' | 'speaker',
	texts: readonly string[],
) => Promise<ReadonlyMap<string, number>>;

/** What texts are called by in a table of texts; those that are new are put there. */
function numbering(connection: Connection): Numbering {
	const known = { source: new Map<string, number>(), speaker: new Map<string, number>() };
	return async (table, texts) => {
		const numbers = known[table];
		const unknown = [...new Set(texts)].filter((text) => !numbers.has(text));
		if (unknown.length === 0) return numbers;
		await connection.query(
			`insert into ${table} (told) select told from unnest($1::text[]) as t (told) on conflict (md5(told)) do nothing`,
			[unknown],
		);
		const rows = await connection.query(
			`select number, told from ${table} where md5(told) = any(array(select md5(t) from unnest($1::text[]) as t))`,
			[unknown],
		);
		for (const { number, told } of rows) numbers.set(told, number);
		return numbers;
	};
}

/** The days of the stories that have changed. */
async function putStories(
	connection: Connection,
	rows: KeptRows,
	count: { put: number; dropped: number },
): Promise<ReadonlySet<string>> {
	const old = await connection.query('select id, sum, rank from story');
	const known = new Map<string, Row>(old.map((one) => [one.id, one]));
	const stories = [...rows.stories()];
	const ranks = keptRanks(stories.map(({ id }) => known.get(id)?.rank ?? null));
	const put = stories.map((story, at) => ({ ...story, rank: ranks[at]! }));
	const changed = put.filter(({ id, sum }) => known.get(id)?.sum !== sum);
	const now = new Set(stories.map(({ id }) => id));
	const gone = [
		...changed.flatMap(({ id }) => (known.has(id) ? [id] : [])),
		...[...known.keys()].filter((id) => !now.has(id)),
	];
	const moved = put.filter(({ id, sum, rank }) => {
		const before = known.get(id);
		return before && before.sum === sum && before.rank !== rank;
	});
	const days = new Set<string>();
	const dropped = await connection.query('delete from story where id = any($1) returning days', [gone]);
	for (const { days: own } of dropped) for (const day of own) days.add(day);
	await connection.copy(
		`story (${COLUMNS.story})`,
		lines(changed, ({ id, sum, rank, values }) => copyLine([id, sum, rank, ...values])),
	);
	for (const { values } of changed) for (const day of values[4] as string[]) days.add(day);
	await connection.query(
		`update story set rank = t.rank from unnest($1::text[], $2::bigint[]) as t (id, rank) where story.id = t.id`,
		[moved.map(({ id }) => id), moved.map(({ rank }) => rank)],
	);
	count.put += changed.length + moved.length;
	count.dropped += gone.length + moved.length;
	return days;
}

async function putActors(
	connection: Connection,
	rows: KeptRows,
	count: { put: number; dropped: number },
): Promise<void> {
	const known = new Map<string, number>();
	for (const { id, sum } of await connection.query('select id, sum from actor')) known.set(id, sum);
	const changed: (Omit<Kept, 'day'> & { readonly values: readonly Value[] })[] = [];
	const gone: string[] = [];
	for (const actor of rows.actors()) {
		if (known.get(actor.id) !== actor.sum) {
			changed.push(actor);
			if (known.has(actor.id)) gone.push(actor.id);
		}
		known.delete(actor.id);
	}
	gone.push(...known.keys());
	await connection.query('delete from actor where id = any($1)', [gone]);
	await connection.copy(
		`actor (${COLUMNS.actor})`,
		lines(changed, ({ id, sum, place, values }) => copyLine([id, sum, place, ...values])),
	);
	count.put += changed.length;
	count.dropped += gone.length;
}

/** Whether there are others than before. */
async function putProblems(connection: Connection, { problems }: Export): Promise<boolean> {
	const now = problems.map((problem) => JSON.stringify(problem));
	const before = await connection.query('select problem from problem order by at');
	if (JSON.stringify(before.map(({ problem }) => problem)) === JSON.stringify(now)) return false;
	await connection.query('delete from problem');
	await connection.query(
		'insert into problem (at, problem) select at - 1, problem from unnest($1::text[]) with ordinality as t (problem, at)',
		[now],
	);
	return true;
}

async function countDays(connection: Connection, days: readonly string[]): Promise<void> {
	if (days.length === 0) return;
	const these = 'select unnest($1::text[]) as day';
	await connection.query('delete from day_count where day = any($1)', [days]);
	await connection.query(`insert into day_count ${dayCounts(these)}`, [days]);
	await connection.query('delete from actor_day where day = any($1)', [days]);
	await connection.query(`insert into actor_day ${actorDays(these)}`, [days]);
}

/** `edition` and `words` are new numbers whenever something, or some word, is not there any more as it was. */
async function keepFacts(
	connection: Connection,
	facts: Readonly<Record<string, string>>,
	changed: { readonly edition: boolean; readonly fewer: boolean },
): Promise<void> {
	const put = (name: string, value: string) =>
		connection.query(
			'insert into fact (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
			[name, value],
		);
	const next = async (name: string) => {
		const [row] = await connection.query('select value from fact where name = $1', [name]);
		await put(name, String(Number(row?.value ?? 0) + 1));
	};
	for (const [name, value] of Object.entries(facts)) await put(name, value);
	if (changed.edition) await next('edition');
	if (changed.fewer) await next('words');
	if (changed.edition)
		await connection.query(
			`insert into fact (name, value) values ('written', now()::text)
			on conflict (name) do update set value = excluded.value`,
		);
}
