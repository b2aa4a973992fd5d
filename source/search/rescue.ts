/** "Did you mean": for a typed word that no typo explains, the words of the news that Fuse holds most like it. */
import { ones } from './bits.ts';
import { distance } from './distance.ts';
import { nearest } from './nearest.ts';
import { startsWithDigit } from './typos.ts';
import { letterBit, sizeOf, type Words, wordAt } from './words.ts';

/** Fuse scans its list: only so many of the words that could be meant at all are given to it. */
const MOST_CANDIDATES = 300;
const MOST = 5;
const FEWEST_LETTERS = 4;
/** Of the typed letters, so many may be wrong: Fuse looks for the word anywhere inside another. */
const WRONG = 0.4;

/** Word numbers, best first; none for a short word or a number. */
export function nearestWords(words: Words, typed: string): number[] {
	if (typed.length < FEWEST_LETTERS || startsWithDigit(typed)) return [];
	const limit = Math.floor(typed.length * WRONG);
	const wanted = maskOf(typed);
	const most = ones(wanted);
	const { starts, letters } = words;
	const candidates: number[] = [];
	// Those that share the most letters first, so that a large vocabulary is cut where it hurts least.
	const byMissing: number[][] = Array.from({ length: limit + 1 }, () => []);
	for (let word = 0; word < sizeOf(words); word++) {
		if (Math.abs(starts[word + 1]! - starts[word]! - typed.length) > limit) continue;
		const missing = most - ones(letters[word]! & wanted);
		if (missing <= limit && byMissing[missing]!.length < MOST_CANDIDATES) byMissing[missing]!.push(word);
	}
	for (const list of byMissing) candidates.push(...list.slice(0, MOST_CANDIDATES - candidates.length));
	const list = candidates.map((word) => wordAt(words, word));
	return nearest(list, typed, MOST)
		.filter(({ at }) => !startsWithDigit(list[at]!) && distance(typed, list[at]!, limit) <= limit)
		.map(({ at }) => candidates[at]!);
}

function maskOf(word: string): number {
	let mask = 0;
	for (let at = 0; at < word.length; at++) mask |= letterBit(word.charCodeAt(at));
	return mask;
}
