/** What is told of an archive as a whole: what could not be read, when it was written, and how often it has changed. */
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

/** `edition` and `words` are new numbers whenever something, or some word, is not there any more as it was. */
export async function keepFacts(
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
