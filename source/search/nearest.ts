/** Fuse.js behind one function: the strings most like a query, for short lists of short strings, where it is at its best. */
import Fuse from 'fuse.js';

export interface Near {
	/** Index into the list. */
	readonly at: number;
	/** 0 (the same) to 1 (nothing alike). */
	readonly score: number;
}

/**
 * Up to `limit` strings of `list` that resemble `query`, best first. `threshold` is Fuse's: 0 demands the same, 1
 * takes anything. A scan of the whole list: keep it to a few thousand strings.
 */
export function nearest(list: readonly string[], query: string, limit: number, threshold = 0.5): Near[] {
	const fuse = new Fuse(list, { includeScore: true, threshold, ignoreLocation: true, ignoreFieldNorm: true });
	return fuse
		.search(query.slice(0, 32), { limit })
		.map(({ refIndex, score }) => ({ at: refIndex, score: score ?? 1 }));
}
