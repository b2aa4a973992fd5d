/**
 * The program's code, and what the machine made of it at an earlier start: compiling it again would be most of the wait.
 * That is kept in the reader's cache folder, which may be missing, full, damaged or not ours: then the program starts as
 * it would without.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { readCached, writeCached } from '../kept/cached.ts';
import { ownFolder } from '../kept/folders.ts';

export interface Code {
	/** What the file's expression comes to. */
	readonly value: unknown;
	/** Keeps what was compiled up to now for the next start, unless something was kept before this one. */
	readonly keep: () => void;
}

/** Kept for one kind of use, one version of the program and of Node each; a few, for who has several. */
const KEPT_MOST = 6;

/** Runs the expression in a file of ours, whose text `release` names. `use`: what is done with it, for that is what is compiled. */
export function runCode(file: string, release: string, use: string): Code {
	const kept = join(ownFolder('cache'), 'code', `${release}-${process.version}-${process.arch}-${use}`);
	const cachedData = readCached(kept);
	const script = new Script(readFileSync(file, 'latin1'), {
		filename: file,
		...(cachedData && { cachedData }),
	});
	const known = cachedData !== null && script.cachedDataRejected === false;
	return {
		value: script.runInThisContext(),
		keep() {
			if (!known) writeCached(kept, () => script.createCachedData(), KEPT_MOST);
		},
	};
}
