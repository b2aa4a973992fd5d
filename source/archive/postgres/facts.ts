/** What is told of an archive as a whole: what could not be read, when it was written, and how often it has changed. */
import { randomUUID } from 'node:crypto';
import type { Export } from '../../types.ts';
import type { Connection } from './driver.ts';

/** Whether there are others than before. */
export async function putProblems(connection: Connection, { problems }: Export): Promise<boolean> {
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

/** Of so many states readers are told that all their words are still there. */
const STATES = 100;

/**
 * `edition` counts, to be told. `state` is what readers go by: new whenever something is not there any more as it was, and
 * never the same again, also where an archive is made anew or is put back as it was before. `words`: this state, and those
 * before it that have no word which is gone since.
 */
export async function keepFacts(
	connection: Connection,
	changed: { readonly edition: boolean; readonly fewer: boolean },
): Promise<void> {
	const put = (name: string, value: string) =>
		connection.query(
			'insert into fact (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
			[name, value],
		);
	const kept = async (name: string): Promise<string | undefined> => {
		const [row] = await connection.query('select value from fact where name = $1', [name]);
		return row?.value;
	};
	if (!changed.edition && !changed.fewer) return;
	const state = randomUUID();
	const before = changed.fewer ? [] : ((await kept('words'))?.split(' ') ?? []);
	await put('words', [...before, state].slice(-STATES).join(' '));
	await put('state', state);
	await put('edition', String(Number((await kept('edition')) ?? 0) + 1));
	await connection.query(
		`insert into fact (name, value) values ('written', now()::text)
		on conflict (name) do update set value = excluded.value`,
	);
}
