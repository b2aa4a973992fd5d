/** A query put to a segment: for each typed word, the quotations that have what it may mean. */
import { type Bits, bitsFor, has, join, ones, put, putAll } from './bits.ts';
import { type Fits, joinedFits, literalFits, QUALITY, rescueFits, splitFits, typoFits } from './meanings.ts';
import { type Segment, STANDS, WORD } from './segment.ts';
import { numberOf, sizeOf } from './words.ts';

/** Some meanings of a typed word, and the quotations that have one of them. Kept: a query is typed key by key. */
export interface Part {
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
		literalPart(segment, word, recall),
		...neighbours(typed, at).map((pair) =>
			recall(`joined ${pair.join('')}`, () =>
				partOf(segment, joinedFits(segment.words, pair.join('')), pair.join('')),
			),
		),
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
		recall(`typo ${word}`, () => partOf(segment, typoFits(segment.words, word))),
	);
	return termOf(segment, [...literal.parts, ...typos], literal.split);
}

/** What nothing explains, Fuse may. */
export function rescuedTerm(segment: Segment, typed: string, recall: Recall): Term {
	const part = recall(`rescued ${typed}`, () => partOf(segment, rescueFits(segment.words, typed)));
	return termOf(segment, [part], null);
}

export const isUnknown = ({ parts, split }: Term): boolean =>
	split === null && parts.every(({ fits }) => fits.words.length === 0);

/** Quotations that have a word of just this quality for what was typed; null when none has. */
export function inOf(segment: Segment, typed: string, quality: number, recall: Recall): Bits | null {
	return recall(`${quality} ${typed}`, () => {
		const { fits, in: within } = literalPart(segment, typed, recall);
		const words = fits.words.filter((_, at) => fits.quality[at] === quality);
		if (words.length === 0) return null;
		// When these are all of them, their set is there already.
		if (words.length === fits.words.length) return within;
		return partOf(segment, { words, quality: words.map(() => quality) }).in;
	});
}

/** The word as typed, and those that begin so. */
export function literalPart(segment: Segment, typed: string, recall: Recall): Part {
	return recall(`literal ${typed}`, () => partOf(segment, literalFits(segment.words, typed), typed));
}

/** The best quality below `limit` that any word of the news has for a term. */
export function bestBelow({ parts, split }: Term, limit: number): number {
	let best = split && QUALITY.joined < limit ? QUALITY.joined : 0;
	for (const { fits } of parts) for (const one of fits.quality) if (one < limit && one > best) best = one;
	return best;
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

function partOf(segment: Segment, fits: Fits, begins: string | null = null): Part {
	const { postingsFirst, postings, bearersFirst, bearers, saidFirst, said } = segment;
	const within = bitsFor(fits.words.length > 0 ? segment.size : 0);
	let saidBy: Bits | null = null;
	for (const word of fits.words) {
		putAll(within, postings, postingsFirst[word]!, postingsFirst[word + 1]!);
		for (let at = bearersFirst[word]!; at < bearersFirst[word + 1]!; at++) {
			const speaker = bearers[at]!;
			saidBy ??= bitsFor(segment.size);
			putAll(saidBy, said, saidFirst[speaker]!, saidFirst[speaker + 1]!);
		}
	}
	if (saidBy) join(within, saidBy);
	return { fits, begins, in: within, saidBy };
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

/** For scoring: the terms each word serves, as bits, and how well. */
export interface Serving {
	readonly masks: Uint16Array;
	readonly qualities: readonly Uint8Array[];
}

/** Room for one query after another: columns as long as the vocabulary are costly to make anew at every key. */
export function servingOf({ words }: Segment, terms: readonly Term[], recall: Recall): Serving {
	const size = sizeOf(words);
	const masks = recall('masks', () => new Uint16Array(size));
	const qualities = terms.map((_, nth) => recall(`column ${nth}`, () => new Uint8Array(size)));
	for (const [nth, { parts }] of terms.entries()) {
		const column = qualities[nth]!;
		for (const { fits } of parts)
			for (let at = 0; at < fits.words.length; at++) {
				const word = fits.words[at]!;
				masks[word]! |= 1 << nth;
				if (fits.quality[at]! > column[word]!) column[word] = fits.quality[at]!;
			}
	}
	return { masks, qualities };
}

/** Leaves the room as it was found. */
export function clear({ masks, qualities }: Serving, terms: readonly Term[]): void {
	for (const [nth, { parts }] of terms.entries())
		for (const { fits } of parts)
			for (const word of fits.words) {
				masks[word] = 0;
				qualities[nth]![word] = 0;
			}
}

/**
 * How well a quotation answers: how well its words fit first, then how many stand side by side as typed, then whether a
 * word is the speaker's.
 */
export function scoreOf(
	segment: Segment,
	terms: readonly Term[],
	{ masks, qualities }: Serving,
	quotation: number,
	best: Uint8Array,
): number {
	const { first, text, speaker, speakerFirst, speakerWords } = segment;
	best.fill(0);
	let [before, here, beside, said] = [0, 0, 0, 0];
	for (let at = first[quotation]!; at < first[quotation + 1]!; at++) {
		const entry = text[at]!;
		const mask = masks[entry & WORD]!;
		const apart = (entry & STANDS.apart) !== 0;
		if (!apart && (entry & STANDS.same) === 0) [before, here] = [here, 0];
		if (mask === 0) continue;
		let last = -1;
		for (let rest = mask; rest !== 0; rest &= rest - 1) {
			const nth = 31 - Math.clz32(rest & -rest);
			const quality = qualities[nth]![entry & WORD]!;
			if (quality > best[nth]!) best[nth] = quality;
			// What the news write as one word serves two terms equally.
			if (quality === last && (mask & (1 << (nth - 1))) !== 0 && !apart) beside |= 1 << nth;
			last = quality;
		}
		if (apart) continue;
		here |= mask;
		beside |= (before << 1) & here;
	}
	const who = speaker[quotation]!;
	for (let at = speakerFirst[who]!; at < speakerFirst[who + 1]!; at++) {
		const word = speakerWords[at]!;
		for (let rest = masks[word]!; rest !== 0; rest &= rest - 1) {
			const nth = 31 - Math.clz32(rest & -rest);
			said = 1;
			if (qualities[nth]![word]! > best[nth]!) best[nth] = qualities[nth]![word]!;
		}
	}
	let sum = 0;
	for (let nth = 0; nth < terms.length; nth++) {
		const { split } = terms[nth]!;
		sum += split && best[nth]! < QUALITY.joined && has(split, quotation) ? QUALITY.joined : best[nth]!;
	}
	return pack(sum, ones(beside), said);
}

export const pack = (quality: number, beside: number, said: number): number =>
	quality * 32 + beside * 2 + said;
