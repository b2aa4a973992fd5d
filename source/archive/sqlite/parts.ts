/** What the windows of an archive came to, kept so that only those are compared again in which something has changed. */
import type { Database } from './driver.ts';

/** A part by the name of what it was made of; null when it is not kept. */
export function keptPart(database: Database, name: string): string | null {
	const kept = database.get('select frame from part where name = ?', name)?.frame;
	return kept === undefined ? null : String(kept);
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

export function finishedIn(database: Database, part: string, id: string): string | null {
	const kept = database.get('select rest from finished where part = ? and id = ?', part, id)?.rest;
	return kept === undefined ? null : String(kept);
}

export function dropOtherParts(database: Database, names: ReadonlySet<string>): void {
	for (const { name } of database.all('select name from part')) {
		if (names.has(String(name))) continue;
		database.run('delete from part where name = ?', String(name));
		database.run('delete from finished where part = ?', String(name));
	}
}
