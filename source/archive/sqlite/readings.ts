/** What each file held and what each article told on its own, kept so that a start reads only what has changed. */
import type { Dating } from '../../digest/windows.ts';
import type { Day, Id, Problem, Reading, Story } from '../../types.ts';
import type { Database, Value } from './driver.ts';
import { kept } from './parts.ts';

/** What was found in a file. */
export interface Made {
	/** Names of its articles' readings. */
	readonly sums: readonly string[];
	readonly problems: readonly Problem[];
}

export interface KnownFile {
	/** Tells whether the file has changed; whoever keeps it says how. */
	readonly stamp: string;
	readonly made: Made;
}

export function knownFiles(database: Database): Map<string, KnownFile> {
	const rows = database.all('select path, stamp, made from file');
	return new Map(
		rows.map(({ path, stamp, made }) => [
			String(path),
			{ stamp: String(stamp), made: JSON.parse(String(made)) as Made },
		]),
	);
}

export function keepFile(database: Database, path: string, { stamp, made }: KnownFile): void {
	const kept = JSON.stringify(made);
	database.run('insert or replace into file (path, stamp, made) values (?, ?, ?)', path, stamp, kept);
}

export function dropFile(database: Database, path: string): void {
	database.run('delete from file where path = ?', path);
}

export function hasReading(database: Database, sum: string): boolean {
	return database.get('select 1 as there from reading where sum = ?', sum) !== null;
}

/** An article that is kept, as far as it need be known to be put beside others. */
export interface Shelved {
	readonly sum: string;
	readonly id: Id;
	readonly file: string;
	readonly dating: Dating;
}

export function keepReading(
	database: Database,
	sum: string,
	{ own, told, modified }: Dating,
	reading: Reading,
): void {
	const { id, file } = reading.article;
	database.run(
		'insert or replace into reading (sum, id, file, own, told, modified, reading) values (?, ?, ?, ?, ?, ?, ?)',
		sum,
		id,
		file,
		own,
		told,
		modified,
		JSON.stringify(reading),
	);
}

/**
 * Of an article that is kept, whose file has been changed and says the same: one without a day of its own may stand under
 * that of its file. Tells whether it may stand under another than before.
 */
export function keepModified(database: Database, sum: string, modified: Day): boolean {
	const row = database.get('select own, modified from reading where sum = ?', sum);
	if (row === null || row.modified === modified) return false;
	database.run('update reading set modified = ? where sum = ?', modified, sum);
	return row.own === null;
}

/** All that are kept, by their names. */
export function shelvedReadings(database: Database): ReadonlyMap<string, Shelved> {
	const text = (value: Value) => (value === null ? null : String(value));
	return new Map(
		database.all('select sum, id, file, own, told, modified from reading').map((row) => {
			const [sum, id, file] = [row.sum, row.id, row.file].map(String) as [string, Id, string];
			const dating = { own: text(row.own!), told: text(row.told!), modified: text(row.modified!) };
			return [sum, { sum, id, file, dating }];
		}),
	);
}

/** As it was kept. Throws when it was not. */
export function readingOf(database: Database, sum: string): string {
	return kept(database.get('select reading as kept from reading where sum = ?', sum), sum);
}

/** Drops the readings that no file holds any more. */
export function dropOtherReadings(database: Database, sums: ReadonlySet<string>): void {
	for (const { sum } of database.all('select sum from reading'))
		if (!sums.has(String(sum))) database.run('delete from reading where sum = ?', String(sum));
}

export function hasStory(database: Database, sum: string): boolean {
	return database.get('select 1 as there from told where sum = ?', sum) !== null;
}

/** What the same articles came to before. Throws when it is not kept. */
export function toldStory(database: Database, sum: string): Story {
	return JSON.parse(kept(database.get('select story as kept from told where sum = ?', sum), sum)) as Story;
}

export function keepStory(database: Database, sum: string, story: string): void {
	database.run('insert or ignore into told (sum, story) values (?, ?)', sum, story);
}

/** Drops what other stories came to. */
export function dropOtherStories(database: Database, sums: ReadonlySet<string>): void {
	for (const { sum } of database.all('select sum from told'))
		if (!sums.has(String(sum))) database.run('delete from told where sum = ?', String(sum));
}

/** Forgets everything: what another version of the program has read is read anew. */
export function dropAllReadings(database: Database): void {
	database.exec(
		'delete from reading; delete from file; delete from told; delete from part; delete from finished',
	);
}
