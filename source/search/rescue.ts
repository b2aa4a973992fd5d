/** "Did you mean": for a typed word that no typo explains, the words of the news that Fuse holds most like it. */
import { ones } from './bits.ts';
import { distance } from './distance.ts';
import { nearest } from './nearest.ts';
import { isLive, type Shard, type Shards } from './shards.ts';
import { startsWithDigit } from './typos.ts';
import { letterBit, sizeOf, wordAt } from './words.ts';

/** Fuse scans its list: only so many of the words that could be meant at all are given to it. */
const MOST_CANDIDATES = 300;
const MOST = 5;
const FEWEST_LETTERS = 4;
/** Of the typed letters, so many may be wrong: Fuse looks for the word anywhere inside another. */
const WRONG = 0.4;

/** Best first; none for a short word or a number. */
export function nearestWords({ list }: Shards, typed: string): string[] {
	if (typed.length < FEWEST_LETTERS || startsWithDigit(typed)) return [];
	const limit = Math.floor(typed.length * WRONG);
	const found = list.map((shard) => candidates(shard, typed, limit));
	// Those that share the most letters first, so that a large vocabulary is cut where it hurts least.
	const likely = Array.from({ length: limit + 1 }, (_, missing) =>
		[...new Set(found.flatMap((byMissing) => byMissing[missing]!))].sort().slice(0, MOST_CANDIDATES),
	)
		.flat()
		.slice(0, MOST_CANDIDATES);
	return nearest(likely, typed, MOST)
		.map(({ at }) => likely[at]!)
		.filter((word) => !startsWithDigit(word) && distance(typed, word, limit) <= limit);
}

/** Words about as long as the typed one, by how many of its letters they lack; the first so many of each, sorted. */
function candidates(shard: Shard, typed: string, limit: number): string[][] {
	const { words } = shard.segment;
	const { starts, letters } = words;
	const wanted = maskOf(typed);
	const most = ones(wanted);
	const byMissing: string[][] = Array.from({ length: limit + 1 }, () => []);
	for (let word = 0; word < sizeOf(words); word++) {
		if (Math.abs(starts[word + 1]! - starts[word]! - typed.length) > limit) continue;
		const missing = most - ones(letters[word]! & wanted);
		if (missing > limit || byMissing[missing]!.length >= MOST_CANDIDATES) continue;
		if (isLive(shard, word)) byMissing[missing]!.push(wordAt(words, word));
	}
	return byMissing;
}

function maskOf(word: string): number {
	let mask = 0;
	for (let at = 0; at < word.length; at++) mask |= letterBit(word.charCodeAt(at));
	return mask;
}
