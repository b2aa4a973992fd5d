/**
 * Edits that turn one word into another: a letter put in, left out, exchanged, or two neighbours swapped (optimal
 * string alignment). Gives up with `limit + 1` as soon as more are needed. O(a · b), for words.
 */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	return Math.min(limit + 1, lastRow(a, b, limit).at(-1) ?? a.length);
}

/** Edits from all of `a` to each beginning of `b`; [limit + 1] once none can be within the limit. */
function lastRow(a: string, b: string, limit: number): number[] {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		let best = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
			let edits = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
			if (
				i > 1 &&
				j > 1 &&
				a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
				a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
			)
				edits = Math.min(edits, before[j - 2]! + 1);
			next.push(edits);
			if (edits < best) best = edits;
		}
		if (best > limit) return [limit + 1];
		before = row;
		row = next;
	}
	return row;
}
