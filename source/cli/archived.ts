/**
 * The reader over an archive on disk: it opens at once on what was kept, and what has changed since is read beside. For who
 * reads many articles; few are read anew sooner than an archive is opened.
 */
import type { RemoteArchive } from '../archive/remote.ts';
import { hasDriver, NoDriver } from '../archive/sqlite/driver.ts';
import type { Indexed, Wanted } from '../indexing/paths.ts';
import { openReader, startIndexing } from '../indexing/threads.ts';
import { bytesIn, type Looked } from '../ingest/files.ts';
import { archiveFile, hasArchive } from '../kept/archives.ts';
import { safeLine } from '../safe.ts';
import type { Hearing } from '../terminal/app.tsx';
import type { Waiting } from '../terminal/waiting.ts';
import { countWords } from '../wording.ts';

/** From so many files on an archive is kept. */
const MANY = 150;
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

/** Null when nothing can be kept here. `wait` takes the terminal until there is something to read. */
export async function openArchived(
	wanted: Omit<Wanted, 'file'>,
	wait: () => Waiting,
	complain: (message: string) => void,
): Promise<(Archived & { readonly waiting: Waiting | null }) | null> {
	const file = archiveFile(wanted.paths);
	const whole = { ...wanted, file };
	let archive = hasArchive(file) ? await openReader(file, wanted.release) : null;
	if (archive === null && !hasDriver()) {
		complain(`${new NoDriver().message}; every start compares all articles anew`);
		return null;
	}
	if (archive !== null) return { waiting: null, archive, ...besideOf(archive, whole) };
	const waiting = wait();
	try {
		const indexing = startIndexing(
			{ ...whole, watch: false },
			{ words: (words) => void (words && waiting.tell(words)), indexed() {} },
		);
		const { setAside } = await indexing.done;
		if (setAside !== null) complain(asideWords(setAside));
		archive = await openReader(file, wanted.release);
		if (archive === null) complain(`the archive ${file} was written, and cannot be read`);
	} catch (error) {
		complain(`no archive can be kept: ${error instanceof Error ? error.message : String(error)}`);
	}
	// What has just been read need not be looked at again at once, unless it is to be watched.
	if (archive === null) return null;
	return wanted.watch
		? { waiting, archive, ...besideOf(archive, whole) }
		: { waiting, archive, beside() {}, close: archive.close };
}

function besideOf(archive: RemoteArchive, wanted: Wanted): Pick<Archived, 'beside' | 'close'> {
	let stop = () => {};
	return {
		beside(hearing) {
			async function renewed({ changed, read, setAside }: Indexed): Promise<void> {
				if (setAside !== null) hearing.said(safeLine(asideWords(setAside)));
				if (!changed || !(await archive.renew())) return;
				hearing.changed();
				if (read > 0)
					hearing.said(
						safeLine(`${countWords(read, 'article')} read that ${read === 1 ? 'is' : 'are'} new or changed`),
					);
			}
			const failed = (error: Error) => hearing.said(safeLine(`the archive is as it was: ${error.message}`));
			const indexing = startIndexing(wanted, {
				words: (words) => hearing.progress(words === null ? null : safeLine(words)),
				indexed: (indexed) => void renewed(indexed).catch(failed),
			});
			indexing.done.catch(failed);
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
