/**
 * The reader over an archive on disk: it opens at once on what was kept, and what has changed since is read beside. For who
 * reads many articles; few are read anew sooner than an archive is opened.
 */
import type { RemoteArchive } from '../archive/remote.ts';
import { hasDriver, NoDriver } from '../archive/sqlite/driver.ts';
import { type Kept, keptExport } from '../archive/sqlite/export.ts';
import type { Indexed, Wanted } from '../indexing/paths.ts';
import { openReader, startIndexing } from '../indexing/threads.ts';
import { bytesIn, findPaths, type Looked } from '../ingest/files.ts';
import { archiveFile, hasArchive } from '../kept/archives.ts';
import { originOf } from '../kept/sums.ts';
import { safeLine } from '../safe.ts';
import type { Hearing } from '../terminal/app.tsx';
import type { Waiting } from '../terminal/waiting.ts';
import type { Day, Problem } from '../types.ts';
import { countWords } from '../wording.ts';

/** From so many files on an archive is kept. */
const MANY = 150;
/** A reader who opens a folder of very many for the first time is shown the newest so many, and the rest as they come. */
const FIRST = 300;
/** And from so many bytes, though they be one file: the reader is told of the reading meanwhile, and can leave. */
const MUCH = 1 << 20;

export interface Archived {
	readonly archive: RemoteArchive;
	/** Goes on while the reader reads. */
	readonly beside: (hearing: Hearing) => void;
	/** Ends it all. */
	readonly close: () => Promise<void>;
}

/** Whether so much stands there that it is kept; what is kept already need not be looked for. */
export async function isMuch({ found }: Looked): Promise<boolean> {
	return found.length >= MANY || (await bytesIn(found)) > MUCH;
}

export const isKept = (paths: readonly string[]): boolean => hasArchive(archiveFile(paths));

/**
 * Null when nothing can be kept here, or nothing is there to be kept. `wait` takes the terminal until there is something to
 * read; `failed` hears of a path that cannot be read, each time that it is looked at.
 */
export async function openArchived(
	wanted: Omit<Wanted, 'file'>,
	wait: () => Waiting,
	complain: (message: string) => void,
	failed: (problem: Problem) => void,
): Promise<(Archived & { readonly waiting: Waiting | null }) | null> {
	const file = archiveFile(wanted.paths);
	const whole = { ...wanted, file };
	let archive = hasArchive(file) ? await openReader(file, wanted.release) : null;
	if (archive !== null && (await archive.overview()).articles === 0) {
		// Nothing was there the last time: what is there now is looked at before a screen is opened.
		await archive.close();
		archive = null;
		if (!wanted.watch && !(await isMuch(await findPaths(wanted.paths)))) return null;
	}
	if (archive === null && !hasDriver()) {
		complain(`${new NoDriver().message}; every start compares all articles anew`);
		return null;
	}
	if (archive !== null) return { waiting: null, archive, ...besideOf(archive, whole, failed) };
	const waiting = wait();
	let left = 0;
	try {
		const first = { ...whole, watch: false, most: FIRST };
		const indexed = await startIndexing(first, {
			words: (words) => void (words && waiting.tell(words)),
			indexed() {},
		}).done;
		left = indexed.left;
		for (const problem of indexed.failed) failed(problem);
		if (indexed.setAside !== null) complain(asideWords(indexed.setAside));
		if (indexed.articles === 0) return null;
		archive = await openReader(file, wanted.release);
		if (archive === null) complain(`the archive ${file} was written, and cannot be read`);
	} catch (error) {
		complain(`no archive can be kept: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (archive === null) return null;
	// What has just been read need not be looked at again at once, unless it is to be watched.
	return wanted.watch || left > 0
		? { waiting, archive, ...besideOf(archive, whole, failed) }
		: { waiting, archive, beside() {}, close: archive.close };
}

/**
 * What an archive holds of the days that are wanted, once it has been brought up to date; null when nothing can be kept here,
 * or nothing is there to be kept.
 */
export async function readArchived(
	wanted: Omit<Wanted, 'file' | 'watch'>,
	days: (day: Day | null) => boolean,
	complain: (message: string) => void,
): Promise<(Kept & Pick<Indexed, 'failed' | 'changed'>) | null> {
	if (!hasDriver()) return null;
	const file = archiveFile(wanted.paths);
	try {
		const hearer = { words() {}, indexed() {} };
		const { articles, failed, changed, setAside } = await startIndexing(
			{ ...wanted, file, watch: false },
			hearer,
		).done;
		if (setAside !== null) complain(asideWords(setAside));
		const kept = articles === 0 ? null : keptExport(file, originOf(wanted.release), days);
		return kept && { ...kept, failed, changed };
	} catch (error) {
		complain(`no archive can be kept: ${error instanceof Error ? error.message : String(error)}`);
		return null;
	}
}

function besideOf(
	archive: RemoteArchive,
	wanted: Wanted,
	failed: (problem: Problem) => void,
): Pick<Archived, 'beside' | 'close'> {
	let stop = () => {};
	return {
		beside(hearing) {
			async function renewed(indexed: Indexed): Promise<void> {
				const { changed, read, setAside } = indexed;
				for (const problem of indexed.failed) failed(problem);
				if (setAside !== null) hearing.said(safeLine(asideWords(setAside)));
				if (!changed || !(await archive.renew())) return;
				hearing.changed();
				if (read > 0)
					hearing.said(
						safeLine(`${countWords(read, 'article')} read that ${read === 1 ? 'is' : 'are'} new or changed`),
					);
			}
			const asItWas = (error: Error) => hearing.said(safeLine(`the archive is as it was: ${error.message}`));
			const indexing = startIndexing(wanted, {
				words: (words) => hearing.progress(words === null ? null : safeLine(words)),
				indexed: (indexed) => void renewed(indexed).catch(asItWas),
			});
			indexing.done.catch(asItWas);
			stop = indexing.stop;
		},
		async close() {
			stop();
			await archive.close();
		},
	};
}

function asideWords(path: string): string {
	return `what was kept could not be used, and is made anew; it stands in ${path}`;
}
