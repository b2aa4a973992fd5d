/** Ways in which quotations may answer a query of several terms. Pure. */
import type { Meant } from './meant.ts';

/** Choices among the terms of a long query that are asked for one by one. */
const MOST_WAYS = 20;

/** So many of the terms, whichever; null when there are too many ways. */
export function combined(terms: readonly string[], some: number): string | null {
	let ways: string[][] = [[]];
	for (const [at, term] of terms.entries()) {
		const left = terms.length - at - 1;
		ways = ways.flatMap((way) => [
			...(way.length < some ? [[...way, term]] : []),
			...(way.length + left >= some ? [way] : []),
		]);
		if (ways.length > MOST_WAYS) return null;
	}
	return ways.map((way) => `(${way.join(' & ')})`).join(' | ');
}

/** Ways in which the terms may fit, the best sums first: at least so well each. */
export function* choices(
	meant: readonly Meant[],
): Iterable<{ readonly least: readonly number[]; readonly sum: number; readonly last: boolean }> {
	const lists = meant.map(({ qualities }) => (qualities.length > 0 ? qualities : [0]));
	const sumOf = (at: readonly number[]) => at.reduce((sum, place, nth) => sum + lists[nth]![place]!, 0);
	const start = meant.map(() => 0);
	const open = [{ at: start, sum: sumOf(start) }];
	for (let next = open.shift(); next; next = open.shift()) {
		const { at, sum } = next;
		let from = at.length - 1;
		while (from > 0 && at[from] === 0) from--;
		for (let nth = Math.max(0, from); nth < at.length; nth++)
			if (at[nth]! + 1 < lists[nth]!.length) {
				const worse = at.map((place, other) => (other === nth ? place + 1 : place));
				open.push({ at: worse, sum: sumOf(worse) });
			}
		open.sort((a, b) => b.sum - a.sum);
		yield { least: at.map((place, nth) => lists[nth]![place]!), sum, last: open.length === 0 };
	}
}
