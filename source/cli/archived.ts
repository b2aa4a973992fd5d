/**
 * The reader over an archive on disk: it opens at once on what was kept, and what has changed since is read beside. For who
 * reads many articles; few are read anew sooner than an archive is opened.
 */
import type { RemoteArchive } from '../archive/remote.ts';
import { hasDriver, NoDriver } from '../archive/sqlite/driver.ts';
import type { Kept } from '../archive/sqlite/export.ts';
import { isUnusable, markDamaged } from '../archive/sqlite/schema.ts';
import type { Indexed, Wanted } from '../indexing/paths.ts';
import { openReader, startIndexing } from '../indexing/threads.ts';
import { bytesIn, findPaths, type Looked } from '../ingest/files.ts';
import { archiveFile, hasArchive } from '../kept/archives.ts';
import { originOf } from '../kept/sums.ts';
import { safeLine } from '../safe.ts';
import type { Hearing } from '../terminal/app.tsx';
import type { Waiting } from '../terminal/waiting.ts';
import type { Problem } from '../types.ts';
import { countWords, problemWords } from '../wording.ts';

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
	let damaged = () => {};
	const open = () => openReader(file, wanted.release, () => damaged());
	const beside = (archive: RemoteArchive, due: boolean) =>
		besideOf(archive, whole, { due, failed, onDamage: (mend) => void (damaged = mend) });
	let archive = hasArchive(file) ? await open() : null;
	if (archive !== null && (await archive.overview()).articles === 0) {
		// Nothing was there the last time: what is there now is looked at before a screen is opened.
		await archive.close();
		archive = null;
		if (!wanted.watch && !(await isMuch(await findPaths(wanted.paths)))) return null;
	}
	if (archive === null && !hasDriver()) {
		complain(noDriverWords());
		return null;
	}
	if (archive !== null) return { waiting: null, archive, ...beside(archive, true) };
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
		archive = await open();
		if (archive === null) complain(`the archive ${file} was written, and cannot be read`);
	} catch (error) {
		complain(`no archive can be kept: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (archive === null) return null;
	// What has just been read need not be looked at again at once, unless it is to be watched.
	return { waiting, archive, ...beside(archive, wanted.watch || left > 0) };
}

/** Reads something from an archive that is up to date; throws what `isUnusable` knows where it is damaged. */
export type Reading<Some extends Kept> = (file: string, origin: string) => Some | null;

/**
 * What is read of an archive once it has been brought up to date; null when nothing can be kept here, or nothing is there to
 * be kept. `tell` hears how far it has come. Throws what `read` throws.
 */
export async function readArchived<Some extends Kept>(
	wanted: Omit<Wanted, 'file' | 'watch'>,
	read: Reading<Some>,
	complain: (message: string) => void,
	tell: (words: string | null) => void,
): Promise<(Some & Pick<Indexed, 'failed' | 'changed'>) | null> {
	if (!hasDriver()) {
		complain(noDriverWords());
		return null;
	}
	const file = archiveFile(wanted.paths);
	// A second time where what was kept turns out to be damaged.
	for (const last of [false, true]) {
		const indexed = await startIndexing(
			{ ...wanted, file, watch: false },
			{ words: tell, indexed() {} },
		).done.catch((error: Error) => error);
		if (indexed instanceof Error) {
			complain(`no archive can be kept: ${indexed.message}`);
			return null;
		}
		const { articles, failed, changed, setAside } = indexed;
		if (setAside !== null) complain(asideWords(setAside));
		if (articles === 0) return null;
		try {
			const kept = read(file, originOf(wanted.release));
			return kept && { ...kept, failed, changed };
		} catch (error) {
			if (last || !isUnusable(error)) throw error;
			markDamaged(file);
		}
	}
	return null;
}

/** Whether what was kept is to blame for an error: then it is made anew the next time. */
export function isDamaged(paths: readonly string[], error: unknown): boolean {
	if (!isUnusable(error)) return false;
	markDamaged(archiveFile(paths));
	return true;
}

interface Beside {
	/** Whether to look at once for what has changed. */
	readonly due: boolean;
	readonly failed: (problem: Problem) => void;
	/** Is handed what is to be done when the archive turns out to be damaged. */
	readonly onDamage: (mend: () => void) => void;
}

function besideOf(
	archive: RemoteArchive,
	wanted: Wanted,
	{ due, failed, onDamage }: Beside,
): Pick<Archived, 'beside' | 'close'> {
	let stop = () => {};
	return {
		beside(hearing) {
			const say = (words: string) => hearing.said(safeLine(words));
			const asItWas = (error: Error) => say(`the archive is as it was: ${error.message}`);
			async function renewed(indexed: Indexed): Promise<void> {
				const { changed, read, setAside } = indexed;
				for (const problem of indexed.failed) {
					failed(problem);
					say(problemWords(problem));
				}
				if (changed) {
					if (!(await archive.renew())) throw new Error('what was written cannot be read');
					hearing.changed();
				}
				if (setAside !== null) say(asideWords(setAside));
				else if (changed && read > 0)
					say(`${countWords(read, 'article')} read that ${read === 1 ? 'is' : 'are'} new or changed`);
			}
			function look(): void {
				stop();
				const indexing = startIndexing(wanted, {
					words: (words) => hearing.progress(words === null ? null : safeLine(words)),
					indexed: (indexed) => void renewed(indexed).catch(asItWas),
				});
				indexing.done.catch(asItWas);
				stop = indexing.stop;
			}
			let mended = false;
			onDamage(() => {
				if (mended) return;
				mended = true;
				look();
			});
			if (due) look();
		},
		async close() {
			stop();
			await archive.close();
		},
	};
}

const noDriverWords = () => `${new NoDriver().message}; every start compares all articles anew`;

function asideWords(path: string): string {
	return `what was kept could not be used, and is made anew; it stands in ${path}`;
}
