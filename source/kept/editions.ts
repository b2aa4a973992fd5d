/**
 * What was made of the same files at an earlier start: reading and comparing articles is most of what a start takes. It is
 * found by everything it was made of, to the byte, so that it need never be asked whether it still holds.
 */
import { join } from 'node:path';
import type { Export, Problem, RawArticle } from '../types.ts';
import { readCached, writeCached } from './cached.ts';
import { ownFolder } from './folders.ts';
import { originOf, sumOf, sumOfText } from './sums.ts';

/** Everything that an edition hangs on. */
export interface Origin {
	/** A name for the text of the program, new with every build. */
	readonly release: string;
	readonly raws: readonly RawArticle[];
	/** Told before any article was read. */
	readonly problems: readonly Problem[];
	/** The reader's own corrections: the file, and what stands in it. */
	readonly corrections: { readonly file: string; readonly text: string };
}

/** Kept for one set of articles each, the last few. */
const KEPT_MOST = 4;
/** What is larger is read anew rather than fill somebody's disk. */
const LARGEST = 32 * 2 ** 20;

/** Where the edition that is made of all this is kept, if it is. */
export function editionFile({ release, raws, problems, corrections }: Origin): string {
	const told = [originOf(release), problems, corrections, raws.map((raw) => [sumOf(raw), raw.modified])];
	return join(ownFolder('cache'), 'editions', sumOfText(JSON.stringify(told)));
}

/** Null when there is none, or it is damaged. */
export function keptEdition(file: string): Export | null {
	const bytes = readCached(file);
	try {
		return bytes && (JSON.parse(bytes.toString('utf8')) as Export);
	} catch {
		return null;
	}
}

/** Never throws: an edition that is not kept is made again. */
export function keepEdition(file: string, data: Export): void {
	const make = () => {
		const bytes = Buffer.from(JSON.stringify(data));
		return bytes.length > LARGEST ? null : bytes;
	};
	writeCached(file, make, KEPT_MOST);
}
