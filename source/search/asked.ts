/** A query put to a segment: for each typed word, the quotations that have what it may mean. */
import { type Bits, join, put, putAll } from './bits.ts';
import { type Fits, joinedFits, literalFits, QUALITY, rescueFits, splitFits, typoFits } from './meanings.ts';
import type { Memory } from './memory.ts';
import { mayPair } from './pairs.ts';
import { readyAt } from './ready.ts';
import type { Segment } from './segment.ts';
import { knows, often, type Shard, type Shards } from './shards.ts';
import { beginning, STANDS, WORD, wordAt } from './words.ts';

/** Some meanings of a typed word, and the quotations that have one of them. Kept: a query is typed key by key. */
export interface Part {
	readonly key: string;
	readonly fits: Fits;
	/** All words that begin so are meant, and no others; null when they are just those of `fits`. */
	readonly begins: string | null;
	/** Quotations that have one in the text, as a name in it or in the speaker's. */
	readonly in: Bits;
	/** Of these, those where it is the speaker's; null when nobody is called so. */
	readonly saidBy: Bits | null;
}

/** A typed word that is written as two. */
export interface Split {
	readonly pairs: readonly (readonly [first: number, second: number])[];
	/** Quotations that have two of these side by side. */
	readonly in: Bits;
}

/** What a typed word means in one segment. `in` and `sets` are good until the next search. */
export interface Term {
	readonly parts: readonly Part[];
	readonly split: Split | null;
	/** Who has it at all is in one of these. */
	readonly sets: readonly Bits[];
}

/** Halves of a split word that are in more quotations than this are no rare find: "in" and "to" for "into". */
export const MOST_PAIRS = 50_000;
/** Letters of half a word that may be mistyped. */
export const SHORTEST_HALF = 3;

/** Each word as typed: whole, as a beginning, joined with its neighbour, or split in two. */
export function literalTerm(
	{ segment, memory }: Shard,
	typed: readonly string[],
	at: number,
	shards: Shards,
): Term {
	const word = typed[at]!;
	const split = memory.recall(`split ${word}`, () => splitIn(segment, word, memory, shards));
	const parts = [
		begunPart(segment, 'literal', word, literalFits, memory),
		...neighbours(typed, at).map((pair) => begunPart(segment, 'joined', pair.join(''), joinedFits, memory)),
	];
	return termOf(parts, split);
}

/** The same with what the words may mean if they are mistyped. */
export function tolerantTerm(
	{ segment, memory }: Shard,
	typed: readonly string[],
	at: number,
	literal: Term,
	shards: Shards,
): Term {
	// Joined with its neighbour a word is mistyped only where one of the two is no word; and a letter or two more at the
	// end of a word are the next word begun, no typo.
	const joined = neighbours(typed, at)
		.filter((pair) => pair.every((word) => word.length >= SHORTEST_HALF))
		.filter((pair) => pair.some((word) => !knows(shards, word)))
		.map((pair) => pair.join(''));
	const typos = [typed[at]!, ...joined].map((word) =>
		listPart(segment, `typo ${word}`, () => typoFits(segment.words, word), memory),
	);
	return termOf([...literal.parts, ...typos], literal.split);
}

/** What nothing explains is taken for one of the words most like it. */
export function rescuedTerm({ segment, memory }: Shard, typed: string, words: readonly string[]): Term {
	const part = listPart(segment, `rescued ${typed}`, () => rescueFits(segment.words, words), memory);
	return termOf([part], null);
}

/** Whether nobody has it. */
export const isUnknown = ({ sets }: Term, live: Bits | null): boolean =>
	live === null ? sets.length === 0 : !sets.some((set) => set.some((word, at) => (word & live[at]!) !== 0));

/** How well the words of the news fit at all, best first. */
export function qualitiesOf({ parts, split }: Term): number[] {
	const seen = new Set(split ? [QUALITY.joined as number] : []);
	for (const { fits } of parts) for (const quality of fits.kinds) seen.add(quality);
	return [...seen].sort((a, b) => b - a);
}

/**
 * Quotations that have a word of just this quality for a term; maybe also some that have a worse one, but none that has only
 * a better one.
 */
export function inOf(segment: Segment, term: Term, nth: number, quality: number, memory: Memory): Bits {
	const { parts, split } = term;
	const sets = parts
		.filter(({ fits }) => fits.kinds.includes(quality))
		.map((part) => partly(segment, part, quality, memory));
	if (split && quality === QUALITY.joined) sets.push(split.in);
	if (sets.length === 1) return sets[0]!;
	const bits = memory.room(`of term ${nth}`);
	for (const set of sets) join(bits, set);
	return bits;
}

function partly(segment: Segment, part: Part, quality: number, memory: Memory): Bits {
	const { words, quality: qualities, kinds } = part.fits;
	// What has the worst there is, or a better one: the set is there already.
	if (quality === kinds.at(-1)) return part.in;
	return memory.recall(`${quality} of ${part.key}`, () => {
		const bits = memory.set();
		for (let at = 0; at < words.length; at++)
			if (qualities[at] === quality) {
				putTold(segment, words[at]!, words[at]! + 1, bits);
				putSaid(segment, words[at]!, words[at]! + 1, bits);
			}
		return bits;
	});
}

function neighbours(typed: readonly string[], at: number): (readonly [string, string])[] {
	const [before, word, after] = [typed[at - 1], typed[at]!, typed[at + 1]];
	return [
		...(before === undefined ? [] : [[before, word] as const]),
		...(after === undefined ? [] : [[word, after] as const]),
	];
}

function termOf(all: readonly Part[], split: Split | null): Term {
	const parts = all.filter(({ fits }) => fits.words.length > 0);
	return { parts, split, sets: [...parts.map((part) => part.in), ...(split ? [split.in] : [])] };
}

/** All words that begin so. */
function begunPart(
	segment: Segment,
	kind: string,
	typed: string,
	fitsOf: (words: Segment['words'], typed: string) => Fits,
	memory: Memory,
): Part {
	const key = `${kind} ${typed}`;
	return memory.recall(key, () => {
		// The words stand side by side, and so do those who have them.
		const { from, to } = beginning(segment.words, typed);
		const sets = from < to ? setsOf(segment, [[from, to]], memory) : NOWHERE;
		return { key, fits: fitsOf(segment.words, typed), begins: typed, ...sets };
	});
}

function listPart(segment: Segment, key: string, fitsOf: () => Fits, memory: Memory): Part {
	return memory.recall(key, () => {
		const fits = fitsOf();
		const ranges = Array.from(fits.words, (word) => [word, word + 1] as const);
		return { key, fits, begins: null, ...(ranges.length === 0 ? NOWHERE : setsOf(segment, ranges, memory)) };
	});
}

type Sets = Pick<Part, 'in' | 'saidBy'>;

const NOWHERE: Sets = { in: new Uint32Array(0), saidBy: null };

/** Quotations with a word of these ranges. */
function setsOf(segment: Segment, ranges: readonly (readonly [number, number])[], memory: Memory): Sets {
	const { bearersFirst } = segment;
	const within = memory.set();
	let saidBy: Bits | null = null;
	for (const [from, to] of ranges) {
		putTold(segment, from, to, within);
		if (bearersFirst[from] !== bearersFirst[to]) putSaid(segment, from, to, (saidBy ??= memory.set()));
	}
	if (saidBy) join(within, saidBy);
	return { in: within, saidBy };
}

/** Those that have one of these words in the text. */
function putTold(
	{ size, ready, postingsFirst, postings }: Segment,
	from: number,
	to: number,
	into: Bits,
): void {
	const known = readyAt(ready, size, from, to);
	if (known) join(into, known);
	else putAll(into, postings, postingsFirst[from]!, postingsFirst[to]!);
}

/** Those whose speaker has one of these words for a name. */
function putSaid(segment: Segment, from: number, to: number, into: Bits): void {
	const { size, readySaid, bearersFirst, bearers, saidFirst, said } = segment;
	if (bearersFirst[from] === bearersFirst[to]) return;
	const known = readyAt(readySaid, size, from, to);
	if (known) join(into, known);
	else
		for (let at = bearersFirst[from]!; at < bearersFirst[to]!; at++)
			putAll(into, said, saidFirst[bearers[at]!]!, saidFirst[bearers[at]! + 1]!);
}

/** Quotations that write the typed word as two; null when none does. */
function splitIn(segment: Segment, typed: string, memory: Memory, shards: Shards): Split | null {
	const { postingsFirst, postings } = segment;
	let bits: Bits | null = null;
	const inSegment = (word: number) => postingsFirst[word + 1]! - postingsFirst[word]!;
	const pairs = splitFits(segment.words, typed).filter(([first, second]) => {
		const rare = inSegment(first) < inSegment(second) ? first : second;
		return often(shards, wordAt(segment.words, rare)) <= MOST_PAIRS;
	});
	for (const [first, second] of pairs) {
		const rare = inSegment(first) < inSegment(second) ? first : second;
		const may = mayPair(segment.words, first, second);
		for (let at = postingsFirst[rare]!; at < postingsFirst[rare + 1]!; at++)
			if (may(segment.pairs, postings[at]!) && standTogether(segment, postings[at]!, first, second))
				put((bits ??= memory.set()), postings[at]!);
	}
	return bits && { pairs, in: bits };
}

/** Whether `second` stands right behind `first` in a quotation's text. */
export function standTogether(
	{ first: from, text }: Segment,
	quotation: number,
	first: number,
	second: number,
): boolean {
	let before = false;
	let here = false;
	for (let at = from[quotation]!; at < from[quotation + 1]!; at++) {
		const entry = text[at]!;
		if ((entry & STANDS.apart) !== 0) return false;
		const word = entry & WORD;
		if ((entry & STANDS.same) === 0) [before, here] = [here, false];
		if (before && word === second) return true;
		if (word === first) here = true;
	}
	return false;
}
