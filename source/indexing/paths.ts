/**
 * Brings an archive on disk up to what its paths hold now: reads what has changed, compares, and writes the edition. What
 * has been read is kept as it goes, so that whoever is broken off goes on from there. For a thread of its own.
 */
import { statSync } from 'node:fs';
import { claimed } from '../archive/sqlite/claim.ts';
import { type Database, wholly } from '../archive/sqlite/driver.ts';
import { dropOtherParts } from '../archive/sqlite/parts.ts';
import { factOf, keepFact } from '../archive/sqlite/read.ts';
import {
	dropAllReadings,
	dropFile,
	dropOtherReadings,
	dropOtherStories,
	hasReading,
	keepFile,
	keepModified,
	keepReading,
	knownFiles,
	type Made,
} from '../archive/sqlite/readings.ts';
import type { Opened } from '../archive/sqlite/schema.ts';
import { withArchive, writeEdition } from '../archive/sqlite/write.ts';
import { parseCorrections } from '../digest/corrections.ts';
import { datingOf } from '../digest/windows.ts';
import { type Found, findPaths, readFound, telling } from '../ingest/files.ts';
import { dropOldArchives, makeRoom } from '../kept/archives.ts';
import { originOf, sumOf, sumOfText } from '../kept/sums.ts';
import type { Day, Problem, RawArticle } from '../types.ts';
import { countWords } from '../wording.ts';
import { annotateAll } from './annotating.ts';
import { editionOf, type How } from './comparing.ts';
import { openPool } from './pool.ts';

/** Everything that an edition hangs on, but the files themselves. */
export interface Wanted {
	readonly paths: readonly string[];
	/** The archive. */
	readonly file: string;
	/** A name for the text of the program, new with every build. */
	readonly release: string;
	readonly corrections: { readonly file: string; readonly text: string };
	/** Told before any file was read. */
	readonly problems: readonly Problem[];
	/** Whether to go on looking for changes. */
	readonly watch: boolean;
	/** Only so many, the newest files, for somebody who is waiting for a first page; the rest is for another time. */
	readonly most?: number;
}

export interface Indexed {
	/** Whether there is another edition than before. */
	readonly changed: boolean;
	/** Where a damaged archive now is. */
	readonly setAside: string | null;
	readonly articles: number;
	/** Those of them that were not known before. */
	readonly read: number;
	/** Files that were left for another time. */
	readonly left: number;
	/** Paths that could not be read at all. */
	readonly failed: readonly Problem[];
}

/** Files read between two writes. */
const BATCH = 256;
/** A file that was changed just now may be changed again without its time telling. */
const SETTLED_MS = 2000;

/**
 * `tell` hears how far it has come; `capacity` is that of a window of time (digest/windows.ts). Throws where nothing can be
 * written.
 */
export async function indexPaths(
	wanted: Wanted,
	tell: (words: string) => void,
	capacity?: number,
): Promise<Indexed> {
	const pool = openPool();
	try {
		makeRoom(wanted.file);
		const wait = () => tell('waiting for another program that reads the same articles');
		const { result, setAside } = await claimed(wanted.file, wait, () =>
			withArchive(wanted.file, (archive) => brought(archive, wanted, { tell, pool, capacity })),
		);
		dropOldArchives(wanted.file);
		return { ...result, setAside };
	} finally {
		pool.close();
	}
}

async function brought(
	archive: Opened,
	{ paths, release, corrections, problems: earlier, most = Number.POSITIVE_INFINITY }: Wanted,
	{ tell, pool, capacity }: How,
): Promise<Omit<Indexed, 'setAside'>> {
	const { database } = archive;
	const origin = originOf(release);
	if (factOf(database, 'readings') !== origin)
		wholly(database, () => {
			dropAllReadings(database);
			keepFact(database, 'readings', origin);
		});
	const { found: all, problems } = await findPaths(paths);
	const stamped = newestOf(all, most);
	const left = all.length - stamped.length;
	const known = knownFiles(database);
	const { made, read } = await readChanged(archive, known, stamped, { tell, pool });
	const named = new Set(paths);
	const failed = problems.filter(({ file }) => named.has(file));
	// Of what is out of reach for the moment nothing is forgotten: a disk that is not mounted comes back.
	const whole = left === 0 && failed.length === 0;
	if (whole) forgetOthers(database, known, stamped);
	const told = parseCorrections(corrections.file, corrections.text);
	const sums = made.flatMap(({ sums }) => sums);
	const met = [...earlier, ...problems, ...made.flatMap(({ problems }) => problems), ...told.problems];
	const edition = sumOfText(JSON.stringify([origin, [...sums].sort(), met, corrections]));
	const indexed = { articles: sums.length, read, left, failed };
	const isAway = failed.length === paths.length && factOf(database, 'edition') !== null;
	if (isAway || factOf(database, 'edition') === edition) return { ...indexed, changed: false };
	const {
		data,
		whole: texts,
		parts,
		stories,
	} = await editionOf(database, sums, told.corrections, met, {
		tell,
		pool,
		capacity,
	});
	tell('keeping the edition');
	writeEdition(archive, data, { readings: origin, origin, edition }, texts);
	wholly(database, () => {
		if (whole) dropOtherReadings(database, new Set(sums));
		dropOtherParts(database, parts);
		dropOtherStories(database, stories);
	});
	return { ...indexed, changed: true };
}

type KnownFiles = ReturnType<typeof knownFiles>;

interface Stamped extends Stamp {
	readonly found: Found;
}

/** In their order: all, or the newest so many. */
function newestOf(found: readonly Found[], most: number): Stamped[] {
	const stamped: Stamped[] = [];
	for (const one of found) stamped.push({ found: one, ...stampOf(one) });
	if (stamped.length <= most) return stamped;
	const newest = new Set([...stamped].sort((a, b) => b.time - a.time).slice(0, most));
	return stamped.filter((one) => newest.has(one));
}

/** Files that are there no more. */
function forgetOthers(database: Database, known: KnownFiles, there: readonly Stamped[]): void {
	const paths = new Set(there.map(({ found }) => found.path));
	const gone = [...known.keys()].filter((path) => !paths.has(path));
	if (gone.length === 0) return;
	wholly(database, () => {
		for (const path of gone) dropFile(database, path);
	});
}

/** What stands in the files, in their order; those that have changed are read. */
async function readChanged(
	{ database }: Opened,
	known: KnownFiles,
	files: readonly Stamped[],
	{ tell, pool }: Pick<How, 'tell' | 'pool'>,
): Promise<{ readonly made: readonly Made[]; readonly read: number }> {
	const changed = files.filter(({ found, stamp }) => stamp === '' || known.get(found.path)?.stamp !== stamp);
	const made = new Map<string, Made>();
	let read = 0;
	for (let at = 0; at < changed.length; at += BATCH) {
		const batch = changed.slice(at, at + BATCH);
		const held = await Promise.all(batch.map(({ found }) => articlesIn(found)));
		const all = held.flatMap(({ raws }) =>
			raws.map((one) => ({ ...one, isKept: hasReading(database, one.sum) })),
		);
		const fresh = all.filter(({ isKept }) => !isKept);
		const annotated = await annotateAll(
			fresh.map(({ raw }) => raw),
			(done) =>
				void tell(
					`reading ${at + Math.min(done + 1, batch.length)} of ${countWords(changed.length, 'file')}`,
				),
			pool,
		);
		read += fresh.length;
		wholly(database, () => {
			for (const [nth, { sum, raw, problems }] of fresh.entries()) {
				const one = annotated[nth]!;
				if ('reading' in one) keepReading(database, sum, datingOf(one.reading), one.reading);
				else problems.push({ file: raw.file, line: null, stage: 'annotate', message: one.bug });
			}
			// What stands under another day may be compared with others.
			const moved = all.filter(
				({ isKept, sum, raw: { modified } }) => isKept && modified && keepModified(database, sum, modified),
			);
			if (moved.length > 0) keepFact(database, 'edition', '');
			for (const [nth, { found, stamp }] of batch.entries()) {
				const { raws, problems } = held[nth]!;
				const told = { sums: raws.map(({ sum }) => sum), problems };
				made.set(found.path, told);
				keepFile(database, found.path, { stamp, made: told });
			}
		});
	}
	return { made: files.map(({ found: { path } }) => made.get(path) ?? known.get(path)!.made), read };
}

interface Held {
	readonly raws: readonly {
		readonly raw: RawArticle;
		readonly sum: string;
		readonly problems: Problem[];
	}[];
	readonly problems: Problem[];
}

/** The articles in a file; what is wrong with each joins what is wrong with the file. */
async function articlesIn(found: Found): Promise<Held> {
	const problems: Problem[] = [];
	const raws = await readFound(found, telling(problems));
	return { raws: raws.map((raw) => ({ raw, sum: sumOf(raw), problems })), problems };
}

interface Stamp {
	/** Empty for a file that cannot be trusted to show a change. */
	readonly stamp: string;
	/** Of its last change, in milliseconds, and its day. */
	readonly time: number;
	readonly modified: Day;
}

/** At once: a hundred thousand files are asked for in half a second so, and in several when each is waited for. */
function stampOf({ path, file, format }: Found): Stamp {
	try {
		const { size, mtimeMs, mtime, ino } = statSync(path);
		return {
			stamp: Date.now() - mtimeMs < SETTLED_MS ? '' : [size, mtimeMs, ino, file, format].join(' '),
			time: mtimeMs,
			modified: mtime.toISOString().slice(0, 10),
		};
	} catch {
		return { stamp: '', time: 0, modified: NO_DAY };
	}
}

const NO_DAY = '1970-01-01';
