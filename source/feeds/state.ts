/**
 * What is known of a feed from one morning to the next, a small file each. It can be lost: then everything is asked for
 * anew, and what comes again is known by its own words.
 */
import { join } from 'node:path';
import { readNote, writeNote } from '../kept/notes.ts';
import { sumOfText } from '../kept/sums.ts';
import type { Day, Id } from '../types.ts';
import { cleanUrl } from './address.ts';

export interface Seen {
	/** Of what the feed said of it. */
	readonly sum: string;
	/** How often its page is still to be asked for, where it could not be had. */
	readonly owed: number;
	/** Of the file as it was written; empty where none was. */
	readonly file: string;
}

export interface FeedState {
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** Where it stands now, if it has moved for good. */
	readonly movedTo: string | null;
	/** Milliseconds since 1970; before, it is left alone. */
	readonly next: number;
	/** Milliseconds it asked to be left alone when it was last read; so it does each time that it has not changed. */
	readonly rest: number;
	/** Failures in a row. */
	readonly failures: number;
	/** The day on which it was told that it is no more. */
	readonly gone: Day | null;
	readonly title: string | null;
	/** What is older was left out when it was last read; null when all was wanted. */
	readonly since: Day | null;
	/** By id, those of longest ago first. */
	readonly seen: ReadonlyMap<Id, Seen>;
}

export const UNKNOWN: FeedState = {
	etag: null,
	lastModified: null,
	movedTo: null,
	next: 0,
	rest: 0,
	failures: 0,
	gone: null,
	title: null,
	since: null,
	seen: new Map(),
};

const fileOf = (folder: string, url: string) => join(folder, `${sumOfText(url)}.json`);

/** Whatever stands there: what is no state of ours is as good as none. Never throws. */
export async function readState(folder: string, url: string): Promise<FeedState> {
	const { text } = await readNote(fileOf(folder, url));
	try {
		const { etag, lastModified, movedTo, next, rest, failures, gone, title, since, seen } = JSON.parse(text);
		return {
			etag: words(etag),
			lastModified: words(lastModified),
			movedTo: cleanUrl(words(movedTo) ?? ''),
			next: count(next),
			rest: count(rest),
			failures: count(failures),
			gone: words(gone),
			title: words(title),
			since: words(since),
			seen: new Map(
				(Array.isArray(seen) ? seen : []).flatMap((row): [Id, Seen][] =>
					Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'string'
						? [[row[0], { sum: row[1], owed: count(row[2]), file: words(row[3]) ?? '' }]]
						: [],
				),
			),
		};
	} catch {
		return UNKNOWN;
	}
}

const words = (value: unknown) => (typeof value === 'string' ? value : null);
const count = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : 0);

/** More than any feed has at a time; what is older is known by its file. */
const MOST_SEEN = 5000;

/** `url` is written too, so that one can see whose it is: without user and password. */
export async function writeState(
	folder: string,
	url: string,
	shown: string,
	{ seen, ...state }: FeedState,
): Promise<void> {
	const rows = [...seen].slice(-MOST_SEEN).map(([id, { sum, owed, file }]) => [id, sum, owed, file]);
	await writeNote(fileOf(folder, url), `${JSON.stringify({ url: shown, ...state, seen: rows })}\n`);
}
