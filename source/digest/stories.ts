/** Which articles tell of one event. */
import type { Article } from '../types.ts';
import { alike, type Space } from './vectors.ts';

/** Groups joined while the mean likeness between their articles is at least this. */
const CUT = 0.2;
/** Days apart after which two dated articles hardly tell of one event. */
const WINDOW = 4;

/** Groups of articles by number, each ascending, ordered by their first. */
export function eventsAmong(articles: readonly Article[], space: Space): number[][] {
	const days = articles.map(({ published }) =>
		published ? Date.parse(`${published.day}T00:00Z`) / 86_400_000 : null,
	);
	const nearness = (a: number, b: number) => {
		const [one, other] = [days[a] ?? null, days[b] ?? null];
		return one === null || other === null ? 1 : Math.exp(-(((one - other) / WINDOW) ** 2));
	};
	const pairs = alike(space, CUT / 4)
		.map(({ a, b, likeness }) => ({ a, b, likeness: likeness * nearness(a, b) }))
		.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
	const sums = articles.map(() => new Map<number, number>());
	for (const { a, b, likeness } of pairs) {
		sums[a]!.set(b, likeness);
		sums[b]!.set(a, likeness);
	}
	const members: (number[] | null)[] = articles.map((_, index) => [index]);
	for (;;) {
		let best: { a: number; b: number; mean: number } | null = null;
		members.forEach((own, a) => {
			if (!own) return;
			for (const [b, sum] of sums[a]!) {
				const other = members[b];
				if (!other || b <= a) continue;
				const mean = sum / (own.length * other.length);
				if (mean >= CUT && (!best || mean > best.mean)) best = { a, b, mean };
			}
		});
		const found = best as { a: number; b: number } | null;
		if (!found) break;
		const { a, b } = found;
		members[a] = [...members[a]!, ...members[b]!];
		members[b] = null;
		for (const [c, sum] of sums[b]!) {
			sums[c]!.delete(b);
			if (c === a) continue;
			const joined = (sums[a]!.get(c) ?? 0) + sum;
			sums[a]!.set(c, joined);
			sums[c]!.set(a, joined);
		}
		sums[b] = new Map();
	}
	return members.flatMap((group) => (group ? [group.sort((a, b) => a - b)] : []));
}
