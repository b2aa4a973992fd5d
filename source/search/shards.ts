/**
 * An archive that is searched in parts: a large one, and small ones beside it with what came later, so that new quotations
 * are found without all others being read again. Together they answer as one would: whatever hangs on how many there are, or
 * on which words there are, is asked of all of them.
 */
import { type Bits, bitsFor, fill, has } from './bits.ts';
import { Memory } from './memory.ts';
import { putOwn, type Runs } from './runs.ts';
import type { Segment } from './segment.ts';
import { numberOf } from './words.ts';

/** A segment, and which of its quotations are those of the archive; null when all are, by the same numbers. */
export interface Piece {
	readonly segment: Segment;
	readonly runs: Runs | null;
}

export interface Shard extends Piece {
	readonly memory: Memory;
	/** Quotations that are still there; null when all are. */
	readonly live: Bits | null;
}

export interface Shards {
	/** Quotations of the archive. */
	readonly size: number;
	readonly list: readonly Shard[];
	readonly memory: Memory;
}

export function shardsOf(size: number, pieces: readonly Piece[]): Shards {
	const everything = fill(bitsFor(size), size);
	const list = pieces.map(({ segment, runs }): Shard => {
		const memory = new Memory(segment.size);
		if (runs === null) return { segment, runs, memory, live: null };
		const live = bitsFor(segment.size);
		putOwn(runs, everything, live);
		return { segment, runs, memory, live };
	});
	return { size, list, memory: new Memory(size) };
}

/** Whether a quotation has the word, or whoever says one is called so. */
export const knows = ({ list }: Shards, word: string): boolean =>
	list.some((shard) => {
		const number = numberOf(shard.segment.words, word);
		return number >= 0 && isLive(shard, number);
	});

/** In how many texts the word is. Counted one by one only where some are no longer there. */
export function often({ list }: Shards, word: string): number {
	let sum = 0;
	for (const { segment, live } of list) {
		const { words, postingsFirst, postings } = segment;
		const number = numberOf(words, word);
		if (number < 0) continue;
		const [from, to] = [postingsFirst[number]!, postingsFirst[number + 1]!];
		if (live === null) sum += to - from;
		else for (let at = from; at < to; at++) if (has(live, postings[at]!)) sum++;
	}
	return sum;
}

/** Whether a word of a segment is one of the archive still. */
export function isLive({ segment, live }: Shard, word: number): boolean {
	if (live === null) return true;
	const { postingsFirst, postings, bearersFirst, bearers, saidFirst, said } = segment;
	for (let at = postingsFirst[word]!; at < postingsFirst[word + 1]!; at++)
		if (has(live, postings[at]!)) return true;
	for (let by = bearersFirst[word]!; by < bearersFirst[word + 1]!; by++)
		for (let at = saidFirst[bearers[by]!]!; at < saidFirst[bearers[by]! + 1]!; at++)
			if (has(live, said[at]!)) return true;
	return false;
}
