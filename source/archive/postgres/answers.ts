/** Quotations that were found, put in order by their words: the same sums as everywhere (search/score.ts). */
import { standTogether, type Term } from '../../search/asked.ts';
import { type Bits, bitsFor, has, put } from '../../search/bits.ts';
import type { Memory } from '../../search/memory.ts';
import { besideIn, clear, pack, qualityIn, servingOf } from '../../search/score.ts';
import type { Segment } from '../../search/segment.ts';
import type { Id } from '../../types.ts';
import type { Row } from './driver.ts';
import { unpacked } from './entries.ts';
import { type Meant, termOf } from './meant.ts';
import type { Vocabulary } from './words.ts';

/** What is asked for of each candidate, in the order of the list. */
export const CANDIDATE = "id, day, encode(found.place, 'hex') as place, words, utterance";
/** What that is made of. */
export const LOOKED_UP = 'id, day, place, words, utterance';

export interface Candidate {
	readonly id: Id;
	readonly day: string;
	/** As digits. */
	readonly place: string;
	readonly utterance: Id | null;
	/** Its number in the segment. */
	readonly number: number;
	/** Of how many terms it has none. */
	readonly missing: number;
	readonly quality: number;
	readonly score: number;
}

export interface Scored {
	/** Best first. */
	readonly candidates: readonly Candidate[];
	/** Of the candidates alone. */
	readonly segment: Segment;
	readonly terms: readonly Term[];
}

/** A word that the reader has not heard of: the vocabulary is older than the quotation. */
export class UnknownWord extends Error {
	override readonly name = 'UnknownWord';
}

/** `rows` in the order of the list: those that answer equally well keep it. */
export function scored(
	rows: readonly Row[],
	typed: readonly Meant[],
	vocabulary: Vocabulary,
	memory: Memory,
): Scored {
	const segment = segmentOf(rows, vocabulary);
	const terms = typed.map((one) => termOf(one, splitIn(one, segment)));
	if (terms.length === 0)
		return { candidates: rows.map((row, number) => candidate(row, number, 0, 0, 0)), segment, terms };
	const serving = servingOf(segment, terms, memory);
	const best = new Uint8Array(terms.length);
	const found: Candidate[] = [];
	for (const [number, row] of rows.entries()) {
		const quality = qualityIn(segment, terms, serving, number, best);
		let missing = 0;
		for (const [nth, { split }] of terms.entries())
			if (best[nth] === 0 && !(split && has(split.in, number))) missing++;
		const beside = terms.length > 1 ? besideIn(segment, serving, number) : 0;
		const score = pack(quality, beside, speaks(segment, serving.masks, number) ? 1 : 0);
		found.push(candidate(row, number, missing, quality, score));
	}
	clear(serving, terms);
	found.sort((a, b) => b.score - a.score || a.number - b.number);
	return { candidates: found, segment, terms };
}

function candidate(row: Row, number: number, missing: number, quality: number, score: number): Candidate {
	const { id, day, place, utterance } = row;
	return { id, day, place, utterance, number, missing, quality, score };
}

function speaks({ speakerFirst, speakerWords }: Segment, masks: Uint16Array, number: number): boolean {
	for (let at = speakerFirst[number]!; at < speakerFirst[number + 1]!; at++)
		if (masks[speakerWords[at]!] !== 0) return true;
	return false;
}

function segmentOf(rows: readonly Row[], { hollow, placeOf }: Vocabulary): Segment {
	// A word takes a character or two.
	const most = rows.reduce((sum, row) => sum + row.words.length, 0);
	const text = new Uint32Array(most);
	const speakerWords = new Uint32Array(most);
	const first = new Uint32Array(rows.length + 1);
	const speakerFirst = new Uint32Array(rows.length + 1);
	let [said, by] = [0, 0];
	for (const [at, row] of rows.entries()) {
		unpacked(row.words, (number, flags, ofSpeaker) => {
			const word = placeOf(number);
			if (word < 0) throw new UnknownWord();
			if (ofSpeaker) speakerWords[by++] = word;
			else text[said++] = (word | flags) >>> 0;
		});
		first[at + 1] = said;
		speakerFirst[at + 1] = by;
	}
	const speaker = new Uint32Array(rows.length).map((_, at) => at);
	return { ...hollow, size: rows.length, first, text, speaker, speakerFirst, speakerWords };
}

/** Which of them write the typed word as two; null when none does. */
function splitIn({ pairs }: Meant, segment: Segment): Bits | null {
	let split: Bits | null = null;
	for (let number = 0; number < segment.size; number++)
		if (pairs.some(([first, second]) => standTogether(segment, number, first, second)))
			put((split ??= bitsFor(segment.size)), number);
	return split;
}
