/** Which line is the headline, and what stands in for one. */
import type { Line } from './lines.ts';
import type { Stretch } from './stretch.ts';

/** Farther before the body than this there are only menus. */
const REACH = 40;
const FEWEST = 3;
const MOST = 35;

/** Index of the line that heads the article, or null. */
export function headlineOf(
	lines: readonly Line[],
	repeated: readonly boolean[],
	{ from, to }: Stretch,
): number | null {
	const counts = new Map<string, number>();
	for (const { key } of lines) counts.set(key, (counts.get(key) ?? 0) + 1);
	const told = new Set(
		lines.slice(from, Math.min(to, from + 30) + 1).flatMap(({ key }) => key.split(' ', 400)),
	);
	let best: { index: number; score: number } | null = null;
	const last = firstProse(lines, from, to);
	for (let i = Math.max(0, last - REACH); i < last; i++) {
		const line = lines[i]!;
		if (
			line.reason !== null ||
			repeated[i] ||
			line.words < FEWEST ||
			line.words > MOST ||
			(line.prose && line.words > 25)
		)
			continue;
		if (/[:,]$/.test(line.text)) continue;
		const content = line.key.split(' ').filter((word) => word.length > 3);
		const shared = content.filter((word) => told.has(word)).length / Math.max(1, content.length);
		const again = (counts.get(line.key) ?? 1) > 1 ? 2 : 0;
		const score =
			3 * shared +
			again +
			Math.min(line.words, 8) / 4 -
			(last - i) / 10 -
			(line.closed && /[.]["”’]?$/.test(line.text) ? 1.5 : 0);
		if (!best || score > best.score) best = { index: i, score };
	}
	return best?.index ?? null;
}

function firstProse(lines: readonly Line[], from: number, to: number): number {
	for (let i = from; i <= to; i++) if (lines[i]!.prose && lines[i]!.words > 25) return i;
	return from;
}
