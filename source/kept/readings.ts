/**
 * What single articles told at an earlier start. Where one article has come to a thousand, the edition is worked out anew
 * from all of them, but only that one is read; and as a reading hangs on its article alone, it is the same edition.
 */
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { RawArticle, Reading } from '../types.ts';
import { readCached, writeCached } from './cached.ts';
import { ownFolder } from './folders.ts';
import { originOf, sumOf, sumOfText } from './sums.ts';

/** Kept for so many sets of paths, the last. */
const KEPT_MOST = 4;
/** What is larger is read anew rather than fill somebody's disk. */
const LARGEST = 64 * 2 ** 20;
/** Fewer new ones than this, and than this share of all, are sooner read again than all are written. */
const FEWEST = 20;
const SHARE = 1 / 20;

export interface KeptReadings {
	/** null: to be read. */
	readonly of: (raw: RawArticle) => Reading | null;
	/** What was read of each, or found here; undefined where nothing could be. Never throws. */
	readonly keep: (raws: readonly RawArticle[], readings: readonly (Reading | undefined)[]) => void;
}

/** `release` is a name for the text of the program, new with every build; `paths` what the reader gave. */
export function keptReadings(release: string, paths: readonly string[]): KeptReadings {
	const origin = originOf(release);
	const file = join(
		ownFolder('cache'),
		'readings',
		sumOfText(JSON.stringify(paths.map((path) => resolve(path)))),
	);
	const keyOf = (raw: RawArticle) => `${origin} ${sumOf(raw)}`;
	const held = load(file);
	return {
		of: (raw) => {
			const known = held.size === 0 ? undefined : held.get(keyOf(raw));
			// The same bytes may be of a file that was changed since, and changed back.
			return known ? { ...known, ...(raw.modified ? { modified: raw.modified } : {}) } : null;
		},
		keep: (raws, readings) => {
			const made = raws.flatMap((raw, at): [string, Reading][] =>
				readings[at] === undefined ? [] : [[keyOf(raw), readings[at]]],
			);
			const fresh = made.filter(([key]) => !held.has(key)).length;
			if (fresh < Math.max(FEWEST, SHARE * made.length)) return;
			const bytes = () => {
				const all = serialize(made);
				return all.length > LARGEST ? null : all;
			};
			writeCached(file, bytes, KEPT_MOST);
		},
	};
}

function load(file: string): ReadonlyMap<string, Reading> {
	const bytes = readCached(file);
	try {
		return new Map(bytes ? (deserialize(bytes) as [string, Reading][]) : []);
	} catch {
		return new Map();
	}
}
