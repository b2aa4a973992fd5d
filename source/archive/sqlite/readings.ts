/** What each file held and what each article told on its own, kept so that a start reads only what has changed. */
import type { Problem, Reading, Story } from '../../types.ts';
import type { Database } from './driver.ts';

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

export function keepReading(database: Database, sum: string, reading: Reading): void {
	database.run('insert or replace into reading (sum, reading) values (?, ?)', sum, JSON.stringify(reading));
}

export function readingOf(database: Database, sum: string): Reading | null {
	const kept = database.get('select reading from reading where sum = ?', sum)?.reading;
	return kept === undefined ? null : (JSON.parse(String(kept)) as Reading);
}

/** Drops the readings that no file holds any more. */
export function dropOtherReadings(database: Database, sums: ReadonlySet<string>): void {
	for (const { sum } of database.all('select sum from reading'))
		if (!sums.has(String(sum))) database.run('delete from reading where sum = ?', String(sum));
}

/** What the same articles came to before. */
export function toldStory(database: Database, sum: string): Story | null {
	const kept = database.get('select story from told where sum = ?', sum)?.story;
	return kept === undefined ? null : (JSON.parse(String(kept)) as Story);
}

/** Keeps these stories, by what they were made of, and no others. */
export function keepStories(database: Database, stories: ReadonlyMap<string, Story>): void {
	for (const { sum } of database.all('select sum from told'))
		if (!stories.has(String(sum))) database.run('delete from told where sum = ?', String(sum));
	for (const [sum, story] of stories)
		database.run('insert or ignore into told (sum, story) values (?, ?)', sum, JSON.stringify(story));
}

/** Forgets everything: what another version of the program has read is read anew. */
export function dropAllReadings(database: Database): void {
	database.exec('delete from reading; delete from file; delete from told');
}
