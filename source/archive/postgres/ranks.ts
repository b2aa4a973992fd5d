/** Numbers for an order in which much stays where it is: who keeps the order keeps the number, and others come between. */

/** From one number to the next at first. */
export const APART = 2 ** 20;

/** `known`: the numbers there are, in the order that is wanted now; null for what is new. Ascending, all different. */
export function keptRanks(known: readonly (number | null)[]): number[] {
	const staying = longestRising(known);
	const ranks: number[] = new Array(known.length);
	let before = -1;
	for (const at of [...staying, known.length]) {
		const from = before < 0 ? null : ranks[before]!;
		const to = at < known.length ? known[at]! : null;
		const between = at - before - 1;
		const start = from ?? (to === null ? 0 : to - (between + 1) * APART);
		const step = to === null ? APART : Math.floor((to - start) / (between + 1));
		// No room: all are numbered anew.
		if (between > 0 && step < 1) return known.map((_, nth) => (nth + 1) * APART);
		for (let nth = 1; nth <= between; nth++) ranks[before + nth] = start + nth * step;
		if (at < known.length) ranks[at] = known[at]!;
		before = at;
	}
	return ranks;
}

/** Places of a longest run of numbers that rise, whatever stands between them. O(n log n). */
function longestRising(numbers: readonly (number | null)[]): number[] {
	/** For each length, where the run of that length ends lowest. */
	const ends: number[] = [];
	const previous: number[] = new Array(numbers.length);
	for (const [at, number] of numbers.entries()) {
		if (number === null) continue;
		let low = 0;
		for (let high = ends.length; low < high; ) {
			const middle = (low + high) >> 1;
			if (numbers[ends[middle]!]! < number) low = middle + 1;
			else high = middle;
		}
		previous[at] = low > 0 ? ends[low - 1]! : -1;
		ends[low] = at;
	}
	const run: number[] = [];
	for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(at);
	return run.reverse();
}
