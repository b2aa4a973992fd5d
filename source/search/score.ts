/** How well one quotation answers: its words are looked at one by one, so as few quotations as may be come here. */
import type { Term } from './asked.ts';
import { has, ones } from './bits.ts';
import { QUALITY } from './meanings.ts';
import type { Memory } from './memory.ts';
import { bitsOfPairs, hasPair } from './pairs.ts';
import type { Segment } from './segment.ts';
import { STANDS, sizeOf, WORD } from './words.ts';

/** How well its words fit first, then how many stand side by side as typed, then whether a word is the speaker's. */
export const pack = (quality: number, beside: number, said: number): number =>
	quality * 32 + beside * 2 + said;

/** For scoring: the terms each word serves, as bits, and how well. */
export interface Serving {
	readonly masks: Uint16Array;
	readonly qualities: readonly Uint8Array[];
}

/** Room for one query after another: columns as long as the vocabulary are costly to make anew at every key. */
export function servingOf({ words }: Segment, terms: readonly Term[], memory: Memory): Serving {
	const size = sizeOf(words);
	const masks = memory.recall('masks', () => new Uint16Array(size));
	const qualities = terms.map((_, nth) => memory.recall(`column ${nth}`, () => new Uint8Array(size)));
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
	for (const [nth, { parts }] of terms.entries()) {
		const column = qualities[nth]!;
		for (const { fits } of parts)
			for (let at = 0; at < fits.words.length; at++) {
				masks[fits.words[at]!] = 0;
				column[fits.words[at]!] = 0;
			}
	}
}

/** The terms that stand right behind the one typed before them, or in one word with it: how many. */
export function besideIn({ first, text }: Segment, { masks, qualities }: Serving, quotation: number): number {
	let [before, here, beside] = [0, 0, 0];
	const end = first[quotation + 1]!;
	for (let at = first[quotation]!; at < end; at++) {
		const entry = text[at]!;
		if ((entry & STANDS.apart) !== 0) break;
		if ((entry & STANDS.same) === 0) {
			before = here;
			here = 0;
		}
		const mask = masks[entry & WORD]!;
		if (mask === 0) continue;
		here |= mask;
		beside |= (before << 1) & here;
		// What the news write as one word serves two terms equally.
		for (let both = mask & (mask << 1); both !== 0; both &= both - 1) {
			const nth = 31 - Math.clz32(both & -both);
			if (qualities[nth]![entry & WORD] === qualities[nth - 1]![entry & WORD]) beside |= 1 << nth;
		}
	}
	return ones(beside);
}

/** For each term but the first, what two words side by side would serve it and the one before; null where one word may. */
export type Pairs = readonly (Uint32Array | null)[];

export function pairsIn({ words, postingsFirst }: Segment, terms: readonly Term[], serving: Serving): Pairs {
	const fitsOf = ({ parts }: Term) => parts.map(({ fits }) => fits);
	return terms
		.slice(1)
		.map((term, before) =>
			servesBoth(term, before + 1, serving)
				? null
				: bitsOfPairs(words, postingsFirst, fitsOf(terms[before]!), fitsOf(term)),
		);
}

/** Whether a word serves a term and the one before equally. */
function servesBoth({ parts }: Term, nth: number, { masks, qualities }: Serving): boolean {
	const [one, other] = [qualities[nth]!, qualities[nth - 1]!];
	return parts.some(({ fits: { words } }) =>
		words.some((word) => ((masks[word]! >> (nth - 1)) & 3) === 3 && one[word] === other[word]),
	);
}

/** How many can stand side by side at all. */
export const mostOf = (wanted: Pairs): number =>
	wanted.filter((bits) => bits === null || bits.some((word) => word !== 0)).length;

/** As many as `besideIn` at least, without a look at the words. */
export function mostBeside({ pairs }: Segment, wanted: Pairs, quotation: number): number {
	let most = 0;
	for (let nth = 0; nth < wanted.length; nth++) {
		const bits = wanted[nth]!;
		if (bits === null || hasPair(pairs, quotation, bits)) most++;
	}
	return most;
}

/** The sum of how well the best word for each term fits. `best` is room for a number a term. */
export function qualityIn(
	{ first, text, speaker, speakerFirst, speakerWords }: Segment,
	terms: readonly Term[],
	{ masks, qualities }: Serving,
	quotation: number,
	best: Uint8Array,
): number {
	best.fill(0);
	const better = (word: number) => {
		for (let rest = masks[word]!; rest !== 0; rest &= rest - 1) {
			const nth = 31 - Math.clz32(rest & -rest);
			if (qualities[nth]![word]! > best[nth]!) best[nth] = qualities[nth]![word]!;
		}
	};
	for (let at = first[quotation]!; at < first[quotation + 1]!; at++) better(text[at]! & WORD);
	const who = speaker[quotation]!;
	for (let at = speakerFirst[who]!; at < speakerFirst[who + 1]!; at++) better(speakerWords[at]!);
	let sum = 0;
	for (let nth = 0; nth < terms.length; nth++) {
		const { split } = terms[nth]!;
		sum += split && best[nth]! < QUALITY.joined && has(split.in, quotation) ? QUALITY.joined : best[nth]!;
	}
	return sum;
}
