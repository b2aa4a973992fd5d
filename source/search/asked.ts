/** A query put to a segment: for each typed word, the quotations that have what it may mean. */
import { type Bits, bitsFor, join, put, putAll } from './bits.ts';
import { type Fits, joinedFits, literalFits, QUALITY, rescueFits, splitFits, typoFits } from './meanings.ts';
import { readyAt } from './ready.ts';
import { type Segment, STANDS, WORD } from './segment.ts';
import { beginning, numberOf } from './words.ts';

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

/** What a typed word means in one segment. */
export interface Term {
	readonly parts: readonly Part[];
	readonly in: Bits;
	readonly saidBy: Bits | null;
	/** Those that have it as two words side by side. */
	readonly split: Bits | null;
}

/** Finds what was found before, by what was asked. */
export type Recall = <Kept>(key: string, make: () => Kept) => Kept;

/** Halves of a split word that are in more quotations than this are no rare find: "in" and "to" for "into". */
const MOST_PAIRS = 50_000;
/** Letters of half a word that may be mistyped. */
const SHORTEST_HALF = 3;

/** Each word as typed: whole, as a beginning, joined with its neighbour, or split in two. */
export function literalTerm(segment: Segment, typed: readonly string[], at: number, recall: Recall): Term {
	const word = typed[at]!;
	const split = recall(`split ${word}`, () => splitIn(segment, word));
	const parts = [
		begunPart(segment, 'literal', word, literalFits, recall),
		...neighbours(typed, at).map((pair) => begunPart(segment, 'joined', pair.join(''), joinedFits, recall)),
	];
	return termOf(segment, parts, split);
}

/** The same with what the words may mean if they are mistyped. */
export function tolerantTerm(
	segment: Segment,
	typed: readonly string[],
	at: number,
	literal: Term,
	recall: Recall,
): Term {
	// Joined with its neighbour a word is mistyped only where one of the two is no word; and a letter or two more at the
	// end of a word are the next word begun, no typo.
	const joined = neighbours(typed, at)
		.filter((pair) => pair.every((word) => word.length >= SHORTEST_HALF))
		.filter((pair) => pair.some((word) => numberOf(segment.words, word) < 0))
		.map((pair) => pair.join(''));
	const typos = [typed[at]!, ...joined].map((word) =>
		listPart(segment, `typo ${word}`, () => typoFits(segment.words, word), recall),
	);
	return termOf(segment, [...literal.parts, ...typos], literal.split);
}

/** What nothing explains, Fuse may. */
export function rescuedTerm(segment: Segment, typed: string, recall: Recall): Term {
	const part = listPart(segment, `rescued ${typed}`, () => rescueFits(segment.words, typed), recall);
	return termOf(segment, [part], null);
}

export const isUnknown = ({ parts, split }: Term): boolean =>
	split === null && parts.every(({ fits }) => fits.words.length === 0);

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
export function inOf(segment: Segment, { parts, split }: Term, quality: number, recall: Recall): Bits {
	const sets = parts
		.filter(({ fits }) => fits.kinds.includes(quality))
		.map((part) => recall(`${quality} of ${part.key}`, () => partly(segment, part, quality)));
	if (split && quality === QUALITY.joined) sets.push(split);
	if (sets.length === 1) return sets[0]!;
	const bits = bitsFor(segment.size);
	for (const set of sets) join(bits, set);
	return bits;
}

function partly(segment: Segment, part: Part, quality: number): Bits {
	const { words, quality: qualities, kinds } = part.fits;
	// What has the worst there is, or a better one: the set is there already.
	if (quality === Math.min(...kinds)) return part.in;
	return partOf(segment, words, (at) => qualities[at] === quality).in;
}

function neighbours(typed: readonly string[], at: number): (readonly [string, string])[] {
	const [before, word, after] = [typed[at - 1], typed[at]!, typed[at + 1]];
	return [
		...(before === undefined ? [] : [[before, word] as const]),
		...(after === undefined ? [] : [[word, after] as const]),
	];
}

function termOf(segment: Segment, all: readonly Part[], split: Bits | null): Term {
	const parts = all.filter(({ fits }) => fits.words.length > 0);
	const [one] = parts;
	if (one && parts.length === 1 && !split) return { parts, in: one.in, saidBy: one.saidBy, split };
	const within = bitsFor(segment.size);
	let saidBy: Bits | null = null;
	for (const part of parts) {
		join(within, part.in);
		if (part.saidBy) join((saidBy ??= bitsFor(segment.size)), part.saidBy);
	}
	if (split) join(within, split);
	return { parts, in: within, saidBy, split };
}

/** All words that begin so. */
function begunPart(
	segment: Segment,
	kind: string,
	typed: string,
	fitsOf: (words: Segment['words'], typed: string) => Fits,
	recall: Recall,
): Part {
	const key = `${kind} ${typed}`;
	return recall(key, () => {
		// The words stand side by side, and so do those who have them.
		const { from, to } = beginning(segment.words, typed);
		const sets = from < to ? setsOf(segment, [[from, to]]) : NOWHERE;
		return { key, fits: fitsOf(segment.words, typed), begins: typed, ...sets };
	});
}

function listPart(segment: Segment, key: string, fitsOf: () => Fits, recall: Recall): Part {
	return recall(key, () => {
		const fits = fitsOf();
		return { key, fits, begins: null, ...partOf(segment, fits.words, () => true) };
	});
}

function partOf(segment: Segment, words: ArrayLike<number>, wanted: (at: number) => boolean): Sets {
	const ranges: [number, number][] = [];
	for (let at = 0; at < words.length; at++) if (wanted(at)) ranges.push([words[at]!, words[at]! + 1]);
	return ranges.length === 0 ? NOWHERE : setsOf(segment, ranges);
}

type Sets = Pick<Part, 'in' | 'saidBy'>;

const NOWHERE: Sets = { in: new Uint32Array(0), saidBy: null };

/** Quotations with a word of these ranges. */
function setsOf(segment: Segment, ranges: readonly (readonly [number, number])[]): Sets {
	const { size, ready, readySaid, postingsFirst, postings, bearersFirst, bearers, saidFirst, said } = segment;
	const within = bitsFor(size);
	let saidBy: Bits | null = null;
	for (const [from, to] of ranges) {
		const known = readyAt(ready, size, from, to);
		if (known) join(within, known);
		else putAll(within, postings, postingsFirst[from]!, postingsFirst[to]!);
		if (bearersFirst[from] === bearersFirst[to]) continue;
		saidBy ??= bitsFor(size);
		const knownSaid = readyAt(readySaid, size, from, to);
		if (knownSaid) join(saidBy, knownSaid);
		else
			for (let at = bearersFirst[from]!; at < bearersFirst[to]!; at++)
				putAll(saidBy, said, saidFirst[bearers[at]!]!, saidFirst[bearers[at]! + 1]!);
	}
	if (saidBy) join(within, saidBy);
	return { in: within, saidBy };
}

/** Quotations that write the typed word as two; null when none does. */
function splitIn(segment: Segment, typed: string): Bits | null {
	const { postingsFirst, postings } = segment;
	let bits: Bits | null = null;
	const often = (word: number) => postingsFirst[word + 1]! - postingsFirst[word]!;
	for (const [first, second] of splitFits(segment.words, typed)) {
		const rare = often(first) < often(second) ? first : second;
		if (often(rare) > MOST_PAIRS) continue;
		for (let at = postingsFirst[rare]!; at < postingsFirst[rare + 1]!; at++)
			if (standTogether(segment, postings[at]!, first, second))
				put((bits ??= bitsFor(segment.size)), postings[at]!);
	}
	return bits;
}

/** Whether `second` stands right behind `first` in a quotation's text. */
function standTogether(
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
