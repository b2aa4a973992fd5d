/** Brings the tables of an archive up to this version, or tells which steps that would be. */
import { type Connection, isUnmade } from './driver.ts';
import { FIRST_INDEXES, MIGRATIONS } from './migrations.ts';

/** How many steps have been taken; 0 where there is no archive. */
export async function versionOf(connection: Connection, schema: string): Promise<number> {
	try {
		const [row] = await connection.query(`select max(number) as number from ${schema}.migration`);
		return Number(row?.number ?? 0);
	} catch (error) {
		if (isUnmade(error)) return 0;
		throw error;
	}
}

/** What is still to be done, as one script. */
export function scriptFrom(version: number, schema: string): string {
	const steps = MIGRATIONS.map(({ name, sql }, at) => ({ name, sql, number: at + 1 })).slice(version);
	if (steps.length === 0) return '';
	return [
		'begin;',
		...(version === 0
			? [
					`create schema if not exists ${schema};`,
					`create table ${schema}.migration (
	number integer primary key, name text not null, done timestamptz not null default now()
);`,
				]
			: []),
		`set local search_path to ${schema};`,
		...steps.map(
			({ name, sql, number }) =>
				`-- ${number}: ${name}\n${sql.trim()}\n${number === 1 ? `${FIRST_INDEXES}\n` : ''}insert into migration (number, name) values (${number}, '${name}');`,
		),
		'commit;',
		'',
	].join('\n');
}

/** How many steps were taken. Two who do it at once do it once. Throws where the server keeps texts otherwise than in UTF-8. */
export async function migrate(connection: Connection, schema: string): Promise<number> {
	const [row] = await connection.query('select current_setting($1) as encoding', ['server_encoding']);
	if (row.encoding !== 'UTF8')
		throw new Error(`the database keeps texts in ${row.encoding}; an archive wants one in UTF8`);
	try {
		await connection.script(
			`begin; select pg_advisory_xact_lock(hashtext('quotidian'), hashtext('${schema}'))`,
		);
		const [{ there }] = await connection.query('select to_regclass($1) is not null as there', [
			`${schema}.migration`,
		]);
		const before = there ? await versionOf(connection, schema) : 0;
		if (before > VERSION) throw new Error(NEWER);
		const script = scriptFrom(before, schema);
		await connection.script(script === '' ? 'rollback' : script.replace(/^begin;\n/, ''));
		return MIGRATIONS.length - before;
	} catch (error) {
		if (connection.alive) await connection.script('rollback').catch(() => {});
		throw error;
	}
}

export const VERSION: number = MIGRATIONS.length;

export const UNMADE = 'no archive there; quotidian archive init makes one';
const NEWER = 'the archive there is newer than this program';
const OLDER = 'the archive there is older than this program: quotidian archive migrate';

/** Why this program can do nothing with an archive of that version; null: it can. */
export function misfit(version: number): string | null {
	if (version === 0) return UNMADE;
	return version === VERSION ? null : version < VERSION ? OLDER : NEWER;
}
