/** Keys of articles as ascending rows of numbers: thousands of them cost less than a set of words. */

/** The keys that stand in two rows or more, ascending. */
export function sharedAmong(rows: readonly Float64Array[]): Float64Array {
	const all = new Float64Array(rows.reduce((sum, { length }) => sum + length, 0));
	let filled = 0;
	for (const row of rows) {
		all.set(row, filled);
		filled += row.length;
	}
	all.sort();
	let size = 0;
	for (let at = 1; at < all.length; at++)
		if (all[at] === all[at - 1] && (size === 0 || all[size - 1] !== all[at])) all[size++] = all[at]!;
	return all.slice(0, size);
}

/** Where a key stands in an ascending row, or -1. */
export function placeOf(key: number, row: Float64Array): number {
	let low = 0;
	let high = row.length - 1;
	while (low <= high) {
		const at = (low + high) >> 1;
		if (row[at]! === key) return at;
		if (row[at]! < key) low = at + 1;
		else high = at - 1;
	}
	return -1;
}
