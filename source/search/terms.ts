/** A query as terms: what each typed word may be written for in the news. */
import type { QuotationIndex } from './entries.ts';
import { typedWords } from './fold.ts';
import { type Fits, joinedFits, literalFits, rescueFits, splitFits, typoFits } from './vocabulary.ts';

/** More words than a reader types; a whole pasted article must not stall the screen. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const LONGEST_QUERY = 1000;
/** Typed words whose meaning is kept; a search typed key by key meets some thirty. */
const MOST_KEPT = 200;

export interface Term {
	readonly typed: string;
	readonly fits: Fits;
	/** Neighbours that may stand for the typed word: "cease fire" for "ceasefire". */
	readonly pairs: readonly (readonly [number, number])[];
}

export function queryWords(query: string): string[] {
	return typedWords(query.slice(0, LONGEST_QUERY))
		.slice(0, MOST_WORDS)
		.map((word) => word.slice(0, LONGEST_WORD));
}

/** Each word as typed: whole, as a beginning, joined with its neighbour, or split in two. */
export function literalTerms({ vocabulary }: QuotationIndex, typed: readonly string[]): Term[] {
	return typed.map((word, at) => ({
		typed: word,
		fits: best(
			literalFits(vocabulary, word),
			...neighbours(typed, at).map(([first, second]) => joinedFits(vocabulary, first, second)),
		),
		pairs: splitFits(vocabulary, word),
	}));
}

/** The same terms with what the words may mean if they are mistyped. */
export function tolerantTerms(index: QuotationIndex, literal: readonly Term[]): Term[] {
	const { vocabulary } = index;
	const typed = literal.map((term) => term.typed);
	return literal.map((term, at) => {
		const words = [term.typed, ...neighbours(typed, at).map(([first, second]) => first + second)];
		const fits = best(term.fits, ...words.map((word) => kept(index, word, () => typoFits(vocabulary, word))));
		if (fits.size > 0 || term.pairs.length > 0) return { ...term, fits };
		// What nothing explains, Fuse may.
		return { ...term, fits: kept(index, `?${term.typed}`, () => rescueFits(vocabulary, term.typed)) };
	});
}

function neighbours(typed: readonly string[], at: number): (readonly [string, string])[] {
	const [before, word, after] = [typed[at - 1], typed[at]!, typed[at + 1]];
	return [
		...(before === undefined ? [] : [[before, word] as const]),
		...(after === undefined ? [] : [[word, after] as const]),
	];
}

function kept({ met }: QuotationIndex, key: string, find: () => Fits): Fits {
	const known = met.get(key);
	if (known) return known;
	const fits = find();
	if (met.size >= MOST_KEPT) met.clear();
	met.set(key, fits);
	return fits;
}

function best(first: Fits, ...others: readonly Fits[]): Fits {
	if (others.every(({ size }) => size === 0)) return first;
	const fits = new Map(first);
	for (const other of others)
		for (const [word, quality] of other) if (quality > (fits.get(word) ?? 0)) fits.set(word, quality);
	return fits;
}
