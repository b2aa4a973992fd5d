/** Lists that are not parted by days, stories and actors: what has changed of them is put there. */
import type { dayKeeper } from './day-keeper.ts';
import { type Connection, copyLine } from './driver.ts';
import type { KeptList, KeptRow, KeptRows } from './kept-rows.ts';
import { keptRanks } from './ranks.ts';

const STORY =
	'id, sum, rank, head, story, told, texts, days, actors, articles, article_days, quotations, quotation_days';
const ACTOR = 'id, sum, place, name, said, named, quotations, articles';

/** Rows put in, and rows taken out; a changed row is both. */
export interface Count {
	put: number;
	dropped: number;
}

export async function putStories(
	connection: Connection,
	{ story }: KeptRows,
	days: ReturnType<typeof dayKeeper>,
	count: Count,
): Promise<void> {
	const known = new Map<string, { readonly sum: number; readonly rank: number }>();
	for (const { id, sum, rank } of await connection.query('select id, sum, rank from story'))
		known.set(id, { sum, rank });
	const ids = Array.from({ length: story.size }, (_, number) => story.idOf(number));
	const ranks = keptRanks(ids.map((id) => known.get(id)?.rank ?? null));
	const { put, gone } = changesOf(story, known);
	const dropped = await connection.query('delete from story where id = any($1) returning days', [gone]);
	for (const { days: own } of dropped) days.story(own, -1);
	function* lines() {
		for (const number of put) {
			const { id, sum, values, days: own } = story.row(number);
			days.story(own, 1);
			yield copyLine([id, sum, ranks[number]!, ...values]);
		}
	}
	await connection.copy(`story (${STORY})`, lines());
	const fresh = new Set(put);
	const moved = [...ids.keys()].filter(
		(number) => !fresh.has(number) && known.get(ids[number]!)!.rank !== ranks[number],
	);
	await connection.query(
		`update story set rank = t.rank from unnest($1::text[], $2::bigint[]) as t (id, rank) where story.id = t.id`,
		[moved.map((number) => ids[number]!), moved.map((number) => ranks[number]!)],
	);
	count.put += put.length + moved.length;
	count.dropped += gone.length + moved.length;
}

export async function putActors(connection: Connection, { actor }: KeptRows, count: Count): Promise<void> {
	const known = new Map<string, { readonly sum: number }>();
	for (const { id, sum } of await connection.query('select id, sum from actor')) known.set(id, { sum });
	const { put, gone } = changesOf(actor, known);
	await connection.query('delete from actor where id = any($1)', [gone]);
	function* lines() {
		for (const number of put) {
			const { id, sum, values } = actor.row(number);
			yield copyLine([id, sum, ...values]);
		}
	}
	await connection.copy(`actor (${ACTOR})`, lines());
	count.put += put.length;
	count.dropped += gone.length;
}

/** Numbers of what is new or otherwise, and ids of what is not there as it was. */
function changesOf(
	list: KeptList<KeptRow>,
	known: ReadonlyMap<string, { readonly sum: number }>,
): { readonly put: readonly number[]; readonly gone: readonly string[] } {
	const put: number[] = [];
	const same = new Set<string>();
	for (let number = 0; number < list.size; number++) {
		const id = list.idOf(number);
		const before = known.get(id);
		if (before && before.sum === list.sumOf(number)) same.add(id);
		else put.push(number);
	}
	return { put, gone: [...known.keys()].filter((id) => !same.has(id)) };
}
