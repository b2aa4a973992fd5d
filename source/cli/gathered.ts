/** Everything that the news are made of, read from the disk and not yet understood. */
import { type Looked, readPaths } from '../ingest/files.ts';
import { readNote } from '../kept/notes.ts';
import type { Problem, RawArticle } from '../types.ts';
import { correctionsFile } from './usual.ts';

export interface Gathered {
	readonly raws: readonly RawArticle[];
	readonly problems: readonly Problem[];
	/** Those of paths that the reader gave by name, and that could not be read at all. */
	readonly failed: readonly Problem[];
	readonly corrections: { readonly file: string; readonly text: string };
}

/** `looked`: what was found in the paths just now, if somebody has looked. */
export async function gather(
	paths: readonly string[],
	earlier: readonly Problem[],
	looked: Looked | null,
): Promise<Gathered> {
	const { raws, problems } = await readPaths(paths, looked);
	const { problems: wrong, ...corrections } = await readCorrections();
	const named = new Set(paths);
	return {
		raws,
		problems: [...earlier, ...problems, ...wrong],
		failed: problems.filter((problem) => problem.stage === 'ingest' && named.has(problem.file)),
		corrections,
	};
}

/** The reader's own decisions, not yet understood. */
async function readCorrections(): Promise<
	Gathered['corrections'] & { readonly problems: readonly Problem[] }
> {
	const file = correctionsFile();
	return { file, ...(await readNote(file)) };
}

/** What an archive of the paths hangs on, beside their files. */
export async function archivalOf(paths: readonly string[], earlier: readonly Problem[], release: string) {
	const { problems, ...corrections } = await readCorrections();
	return { paths, release, corrections, problems: [...earlier, ...problems] };
}
