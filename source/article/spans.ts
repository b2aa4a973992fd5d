/** Spans in the order of the text. */
import type { Span } from '../types.ts';

/** Index of the first span that starts at or after `start`; their number when none does. O(log spans). */
export function firstFrom(spans: readonly Span[], start: number): number {
	let low = 0;
	for (let high = spans.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (spans[middle]!.start < start) low = middle + 1;
		else high = middle;
	}
	return low;
}
