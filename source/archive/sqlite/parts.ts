/** What the windows of an archive came to, kept so that only those are compared again in which something has changed. */
import type { Database, Row } from './driver.ts';
import { Damaged } from './schema.ts';

export function hasPart(database: Database, name: string): boolean {
	return database.get('select 1 as there from part where name = ?', name) !== null;
}

/** A part by the name of what it was made of. Throws when it is not kept. */
export function keptPart(database: Database, name: string): string {
	return kept(database.get('select frame as kept from part where name = ?', name), name);
}

/** `finished`: of each article by id what the part tells of it, and is asked for only when the article is. */
export function keepPart(
	database: Database,
	name: string,
	frame: string,
	finished: Iterable<readonly [id: string, rest: string]>,
): void {
	database.run('insert or replace into part (name, frame) values (?, ?)', name, frame);
	database.run('delete from finished where part = ?', name);
	for (const [id, rest] of finished)
		database.run('insert into finished (part, id, rest) values (?, ?, ?)', name, id, rest);
}

/** Throws when it is not kept. */
export function finishedIn(database: Database, part: string, id: string): string {
	return kept(database.get('select rest as kept from finished where part = ? and id = ?', part, id), id);
}

/** What must be there, and is not when something else has damaged the file. */
export function kept(row: Row | null, name: string): string {
	if (row === null) throw new Damaged(name);
	return String(row.kept);
}

export function dropOtherParts(database: Database, names: ReadonlySet<string>): void {
	for (const { name } of database.all('select name from part')) {
		if (names.has(String(name))) continue;
		database.run('delete from part where name = ?', String(name));
		database.run('delete from finished where part = ?', String(name));
	}
}
