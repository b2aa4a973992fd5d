/** Counting: shares, precision and recall, and which of two lists belong together. */
import type { Span } from '../../source/types.ts';

/** In percent; null where there was nothing to count. */
export type Share = number | null;

export const share = (part: number, whole: number): Share => (whole > 0 ? (100 * part) / whole : null);

export interface Tally {
	readonly right: number;
	readonly found: number;
	readonly gold: number;
}

export interface Figures {
	readonly precision: Share;
	readonly recall: Share;
	readonly f1: Share;
}

export function figuresOf({ right, found, gold }: Tally): Figures {
	return {
		precision: share(right, found),
		recall: share(right, gold),
		f1: share(2 * right, found + gold),
	};
}

export const plus = (a: Tally, b: Tally): Tally => ({
	right: a.right + b.right,
	found: a.found + b.found,
	gold: a.gold + b.gold,
});

export const NOTHING: Tally = { right: 0, found: 0, gold: 0 };

export const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Right where both lists hold the same key. */
export function tallyOf(found: Iterable<string>, gold: Iterable<string>): Tally {
	const [have, want] = [new Set(found), new Set(gold)];
	let right = 0;
	for (const key of have) if (want.has(key)) right++;
	return { right, found: have.size, gold: want.size };
}

/** Pairs one to one, the likest first; what is not alike at all pairs with nothing. */
export function pair<G, F>(
	gold: readonly G[],
	found: readonly F[],
	likeness: (g: G, f: F) => number,
): Map<number, number> {
	const candidates = gold.flatMap((g, i) =>
		found.flatMap((f, j) => {
			const score = likeness(g, f);
			return score > 0 ? [{ i, j, score }] : [];
		}),
	);
	candidates.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
	const pairs = new Map<number, number>();
	const taken = new Set<number>();
	for (const { i, j } of candidates) {
		if (pairs.has(i) || taken.has(j)) continue;
		pairs.set(i, j);
		taken.add(j);
	}
	return pairs;
}
