/**
 * The tables of an archive on disk. It holds nothing that cannot be made anew, so that another version of the tables, or a
 * damaged file, is set aside and made again.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Database, openDatabase } from './driver.ts';
import { dropSegments } from './segments.ts';

/** New with every change below, and of the columns. */
const VERSION = 7;

/**
 * Items have rows, by which the columns call them; `sum` tells whether an item has changed; `told` is what a filter looks
 * through. `column` is the skeleton of the edition (../columns.ts), `fact` what there is one of. `file` and `reading` are what
 * was found on the disk and what each article told on its own, `part` and `finished` what it told beside the others of its
 * window, `told` what each story came to: what need not be done again. `piece` are the files of the search, and which rows
 * each was made of.
 */
const TABLES = `
create table article (
	row integer primary key, id text not null unique, sum integer not null,
	listed text not null, rest text not null, told text not null, headline text not null
);
create table quotation (
	row integer primary key, id text not null unique, sum integer not null, said text not null, told text not null
);
create table story (
	row integer primary key, id text not null unique, sum integer not null,
	head text not null, story text not null, told text not null
);
create table actor (
	row integer primary key, id text not null unique, sum integer not null, name text not null, roles text not null
);
create table "column" (name text primary key, bytes blob);
create table fact (name text primary key, value text not null);
create table file (path text primary key, stamp text not null, made text not null) without rowid;
create table reading (
	sum text primary key, id text not null, file text not null, own text, told text, modified text, reading text not null
);
create table part (name text primary key, frame text not null);
create table finished (part text not null, id text not null, rest text not null, primary key (part, id)) without rowid;
create table piece (
	nth integer primary key, ending text not null, length integer not null,
	runs blob not null, rows blob not null, sums blob not null
);
create table told (sum text primary key, story text not null);
pragma user_version = ${VERSION};
`;

export interface Opened {
	readonly file: string;
	readonly database: Database;
	/** Where a file that could not be used now is; null when it could be, or none was there. */
	readonly setAside: string | null;
}

/**
 * Opens an archive to be written, and makes one where there is none, or none that can be used. Throws where no file can be.
 * For who has a claim to it (claim.ts): nobody else is writing.
 */
export function openArchive(file: string): Opened {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	closeSync(openSync(file, 'a', 0o600));
	const opened = existsSync(file + DAMAGED) ? null : usable(file);
	if (opened) return { file, database: opened, setAside: null };
	const aside = setAside(file);
	const database = usable(file);
	if (database === null) throw new Error(`no archive can be made at ${file}`);
	return { file, database, setAside: aside };
}

/** Opens an archive to be read; null where there is none that can be used. */
export function openToRead(file: string): Database | null {
	try {
		closeSync(openSync(file, 'r'));
		const database = openDatabase(file);
		if (versionOf(database) === VERSION) return database;
		database.close();
	} catch {}
	return null;
}

function usable(file: string): Database | null {
	const database = openDatabase(file);
	try {
		// A reader sees the last that was written whole while more is being written; no power cut damages the file.
		database.exec('pragma journal_mode = wal; pragma synchronous = normal; begin immediate');
		const version = versionOf(database);
		if (version === 0 && database.get('select count(*) as n from sqlite_schema')?.n === 0)
			database.exec(TABLES);
		database.exec('commit');
		if (versionOf(database) === VERSION) return database;
	} catch (error) {
		if (!isUnusable(error)) {
			database.close();
			throw error;
		}
	}
	database.close();
	return null;
}

function versionOf(database: Database): number {
	return Number(database.get('pragma user_version')?.user_version ?? 0);
}

/** Something that must be in the file is not. */
export class Damaged extends Error {
	override readonly name = 'Damaged';
	constructor(lacking: string) {
		super(`what was kept is damaged: no ${lacking}`);
	}
}

/** Whether the file is to blame: by SQLite's own words, which are the same whoever drives it. */
export function isUnusable(error: unknown): boolean {
	return (
		error instanceof Damaged ||
		(error instanceof Error &&
			/file is not a database|disk image is malformed|malformed database schema/.test(error.message))
	);
}

const DAMAGED = '.damaged';

/** Notes that an archive is damaged, for who next brings it up to date. Never throws. */
export function markDamaged(file: string): void {
	try {
		closeSync(openSync(file + DAMAGED, 'a', 0o600));
	} catch {}
}

/** Out of the way, for who wants to look at it; what is set aside later takes its place. */
export function setAside(file: string): string {
	const aside = `${file}.bad`;
	for (const ending of ['', '-wal', '-shm'])
		try {
			renameSync(file + ending, aside + ending);
		} catch {}
	// Whoever has them open reads on; another archive's must never be taken for these.
	dropSegments(file, new Set());
	rmSync(file + DAMAGED, { force: true });
	return aside;
}
