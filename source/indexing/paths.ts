/**
 * Brings an archive on disk up to what its paths hold now: reads what has changed, compares, and writes the edition. What
 * has been read is kept as it goes, so that whoever is broken off goes on from there. For a thread of its own.
 */
import { stat } from 'node:fs/promises';
import { wholly } from '../archive/sqlite/driver.ts';
import { factOf, keepFact } from '../archive/sqlite/read.ts';
import {
	dropAllReadings,
	dropFile,
	dropOtherReadings,
	hasReading,
	keepFile,
	keepReading,
	keepStories,
	knownFiles,
	type Made,
	readingOf,
	toldStory,
} from '../archive/sqlite/readings.ts';
import type { Opened } from '../archive/sqlite/schema.ts';
import { withArchive, writeEdition } from '../archive/sqlite/write.ts';
import { parseCorrections } from '../digest/corrections.ts';
import { digest } from '../digest/digest.ts';
import { storyOf } from '../digest/story.ts';
import { type Found, findPaths, readFound, telling } from '../ingest/files.ts';
import { dropOldArchives } from '../kept/archives.ts';
import { originOf, sumOf, sumOfText } from '../kept/sums.ts';
import type { Problem, RawArticle, Reading, Story } from '../types.ts';
import { countWords } from '../wording.ts';
import { annotateAll } from './annotating.ts';

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
}

export interface Indexed {
	/** Whether there is another edition than before. */
	readonly changed: boolean;
	/** Where a damaged archive now is. */
	readonly setAside: string | null;
	readonly articles: number;
	/** Those of them that were not known before. */
	readonly read: number;
}

/** Files read between two writes. */
const BATCH = 256;
/** A file that was changed just now may be changed again without its time telling. */
const SETTLED_MS = 2000;

/** `tell` hears how far it has come. Throws where nothing can be written. */
export async function indexPaths(wanted: Wanted, tell: (words: string) => void): Promise<Indexed> {
	const { result, setAside } = await withArchive(wanted.file, (archive) => brought(archive, wanted, tell));
	dropOldArchives(wanted.file);
	return { ...result, setAside };
}

async function brought(
	archive: Opened,
	{ paths, release, corrections, problems: earlier }: Wanted,
	tell: (words: string) => void,
): Promise<Omit<Indexed, 'setAside'>> {
	const { database } = archive;
	const origin = originOf(release);
	if (factOf(database, 'readings') !== origin)
		wholly(database, () => {
			dropAllReadings(database);
			keepFact(database, 'readings', origin);
		});
	const { found, problems } = await findPaths(paths);
	const { made, read } = await readChanged(archive, found, tell);
	const told = parseCorrections(corrections.file, corrections.text);
	const sums = made.flatMap(({ sums }) => sums);
	const all = [...earlier, ...problems, ...made.flatMap(({ problems }) => problems), ...told.problems];
	const edition = sumOfText(JSON.stringify([origin, [...sums].sort(), all, corrections]));
	if (factOf(database, 'edition') === edition) return { changed: false, articles: sums.length, read };
	tell(`comparing ${countWords(sums.length, 'article')}`);
	const readings: Reading[] = [];
	for (const sum of sums) {
		const reading = readingOf(database, sum);
		if (reading) readings.push(reading);
	}
	const stories = new Map<string, Story>();
	const data = digest(readings, all, told.corrections, (...from) => {
		const sum = sumOfText(JSON.stringify(from));
		const story = toldStory(database, sum) ?? storyOf(...from);
		stories.set(sum, story);
		return story;
	});
	tell('keeping the edition');
	writeEdition(archive, data, { readings: origin, origin, edition });
	wholly(database, () => {
		dropOtherReadings(database, new Set(sums));
		keepStories(database, stories);
	});
	return { changed: true, articles: sums.length, read };
}

/** What stands in the files, in their order; those that have changed are read. */
async function readChanged(
	{ database }: Opened,
	found: readonly Found[],
	tell: (words: string) => void,
): Promise<{ readonly made: readonly Made[]; readonly read: number }> {
	const known = knownFiles(database);
	const stamps = new Map<Found, string>();
	for (const one of found) stamps.set(one, await stampOf(one));
	const changed = found.filter((one) => {
		const stamp = stamps.get(one)!;
		return stamp === '' || known.get(one.path)?.stamp !== stamp;
	});
	const made = new Map<string, Made>();
	let read = 0;
	for (let at = 0; at < changed.length; at += BATCH) {
		const batch = changed.slice(at, at + BATCH);
		const files = await Promise.all(batch.map(articlesIn));
		const fresh = files.flatMap(({ raws }) => raws.filter(({ sum }) => !hasReading(database, sum)));
		const annotated = await annotateAll(
			fresh.map(({ raw }) => raw),
			(done) => void tell(`reading ${at + done + 1} of ${countWords(changed.length, 'article')}`),
		);
		read += fresh.length;
		wholly(database, () => {
			for (const [nth, { sum, raw, problems }] of fresh.entries()) {
				const one = annotated[nth]!;
				if ('reading' in one) keepReading(database, sum, one.reading);
				else problems.push({ file: raw.file, line: null, stage: 'annotate', message: one.bug });
			}
			for (const [nth, one] of batch.entries()) {
				const { raws, problems } = files[nth]!;
				const told = { sums: raws.map(({ sum }) => sum), problems };
				made.set(one.path, told);
				keepFile(database, one.path, { stamp: stamps.get(one)!, made: told });
			}
		});
	}
	const paths = new Set(found.map(({ path }) => path));
	wholly(database, () => {
		for (const path of known.keys()) if (!paths.has(path)) dropFile(database, path);
	});
	return { made: found.map(({ path }) => made.get(path) ?? known.get(path)!.made), read };
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

/** Empty for a file that cannot be trusted to show a change. */
async function stampOf({ path, file, format }: Found): Promise<string> {
	try {
		const { size, mtimeMs, ino } = await stat(path);
		return Date.now() - mtimeMs < SETTLED_MS ? '' : [size, mtimeMs, ino, file, format].join(' ');
	} catch {
		return '';
	}
}
