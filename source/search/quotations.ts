/**
 * Fuzzy search over every quotation, by its words, its speaker and the names in it. Our own index finds and orders,
 * since Fuse.js scans every text and ranks long ones badly; Fuse rescues the words no typo explains.
 */
import type { Id, Span } from '../types.ts';
import {
	type Entry,
	type IndexedWord,
	type QuotationIndex,
	quotationIndex,
	type Searched,
} from './entries.ts';
import { fold, typedWords } from './fold.ts';
import {
	type Fits,
	joinedFits,
	literalFits,
	rescueFits,
	SPLIT_QUALITY,
	splitFits,
	typoFits,
	type Vocabulary,
} from './vocabulary.ts';

export interface Found {
	readonly id: Id;
	/** 0..1, best first. */
	readonly score: number;
	/** Matched stretches of the quotation's `text`, in order, apart from one another. Worked out when asked for. */
	readonly highlights: readonly Span[];
	/** How many of the query's words match nothing here: 0 unless no quotation has them all. */
	readonly missing: number;
}

/** Results with typos are sought only while there are fewer than this many without: a screenful. */
const SCREENFUL = 10;
/** More words than a reader types; a whole pasted article must not stall the screen. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const LONGEST_QUERY = 1000;

/** One typed word: the words it may mean, and the neighbours that may be written for it. */
interface Term {
	readonly typed: string;
	readonly fits: Fits;
	readonly pairs: readonly (readonly [number, number])[];
}

/**
 * The quotations that have every word of the query, best first: in the text, as the speaker or as a name in it, in any
 * order, each word whole, begun, joined, split or mistyped. When none has them all, those that lack the fewest. An
 * empty query finds everything, in the order given.
 */
export function search(index: QuotationIndex, query: string): Found[] {
	const typed = typedWords(query.slice(0, LONGEST_QUERY))
		.slice(0, MOST_WORDS)
		.map((word) => word.slice(0, LONGEST_WORD));
	if (typed.length === 0)
		return index.entries.map(({ id }) => ({
			id,
			score: query.trim() === '' ? 1 : 0,
			highlights: [],
			missing: 0,
		}));
	const literal = typed.map((word, at) => literalTerm(index.vocabulary, typed, word, at));
	const exact = matching(index, literal);
	if (exact.length >= SCREENFUL) return ordered(index, literal, exact, 0);
	const tolerant = literal.map((term, at) => tolerantTerm(index.vocabulary, typed, term, at));
	const all = matching(index, tolerant);
	if (all.length > 0) return ordered(index, tolerant, all, 0);
	const some = lacking(index, tolerant);
	return ordered(index, tolerant, some.entries, some.missing);
}

/** `search` without an index kept: for a single query. */
export function searchQuotations(data: Searched, query: string): Found[] {
	return search(quotationIndex(data), query);
}

function literalTerm(vocabulary: Vocabulary, typed: readonly string[], word: string, at: number): Term {
	const fits = literalFits(vocabulary, word);
	for (const [first, second] of [
		[typed[at - 1], word],
		[word, typed[at + 1]],
	])
		if (first !== undefined && second !== undefined) better(fits, joinedFits(vocabulary, first, second));
	return { typed: word, fits, pairs: splitFits(vocabulary, word) };
}

function tolerantTerm(vocabulary: Vocabulary, typed: readonly string[], term: Term, at: number): Term {
	const word = typed[at]!;
	const fits = new Map(term.fits);
	better(fits, typoFits(vocabulary, word));
	for (const joined of [(typed[at - 1] ?? '') + word, word + (typed[at + 1] ?? '')])
		if (joined !== word) better(fits, typoFits(vocabulary, joined));
	if (fits.size === 0 && term.pairs.length === 0) better(fits, rescueFits(vocabulary, word));
	return { typed: word, fits, pairs: term.pairs };
}

function better(fits: Fits, more: Fits): void {
	for (const [word, quality] of more) if (quality > (fits.get(word) ?? 0)) fits.set(word, quality);
}

/** Numbers of the entries that a term matches. */
function entriesOf(index: QuotationIndex, term: Term): Set<number> {
	const numbers = new Set<number>();
	for (const word of term.fits.keys()) for (const number of index.postings[word]!) numbers.add(number);
	for (const [first, second] of term.pairs)
		for (const number of index.postings[first]!)
			if (!numbers.has(number) && hasPair(index.entries[number]!, first, second)) numbers.add(number);
	return numbers;
}

function hasPair({ words }: Entry, first: number, second: number): boolean {
	return words.some((word, at) => word.number === first && neighbour(words, at, second) !== null);
}

/** The word right after the one at `at`, if it is `second`. */
function neighbour(words: readonly IndexedWord[], at: number, second: number): IndexedWord | null {
	const place = words[at]!.place;
	for (let next = at + 1; next < words.length && words[next]!.place <= place + 1; next++)
		if (words[next]!.number === second && words[next]!.place === place + 1) return words[next]!;
	return null;
}

function matching(index: QuotationIndex, terms: readonly Term[]): number[] {
	const sets = terms.map((term) => entriesOf(index, term)).sort((a, b) => a.size - b.size);
	return [...sets[0]!].filter((number) => sets.every((set) => set.has(number)));
}

/** The entries that match most of the terms, and how many terms those lack; none when no term matches. */
function lacking(index: QuotationIndex, terms: readonly Term[]): { entries: number[]; missing: number } {
	const counts = new Map<number, number>();
	for (const term of terms)
		for (const number of entriesOf(index, term)) counts.set(number, (counts.get(number) ?? 0) + 1);
	let most = 0;
	for (const count of counts.values()) most = Math.max(most, count);
	const entries = [...counts].filter(([, count]) => count === most).map(([number]) => number);
	return { entries, missing: terms.length - most };
}

function ordered(
	index: QuotationIndex,
	terms: readonly Term[],
	numbers: readonly number[],
	missing: number,
): Found[] {
	return numbers
		.map((number) => ({ number, score: scoreOf(index.entries[number]!, terms) }))
		.sort((a, b) => b.score - a.score || a.number - b.number)
		.map(({ number, score }) => {
			const entry = index.entries[number]!;
			return {
				id: entry.id,
				score,
				missing,
				get highlights() {
					return highlightsOf(entry, terms);
				},
			};
		});
}

/**
 * How well an entry answers, 0..1: mostly the mean fit of the terms; a little for words that stand side by side as
 * typed, and for a speaker who is asked for by name.
 */
function scoreOf(entry: Entry, terms: readonly Term[]): number {
	let fit = 0;
	let neighbours = 0;
	let speaker = 0;
	let before: ReadonlySet<number> = new Set();
	for (const term of terms) {
		let best = 0;
		const places = new Set<number>();
		for (const word of entry.words) {
			const quality = term.fits.get(word.number) ?? 0;
			if (quality === 0) continue;
			places.add(word.place);
			if (quality > best) best = quality;
			if (word.of === 'speaker') speaker = 1;
		}
		if (best < SPLIT_QUALITY && term.pairs.some(([first, second]) => hasPair(entry, first, second)))
			best = SPLIT_QUALITY;
		fit += best;
		if ([...places].some((place) => before.has(place - 1) || before.has(place))) neighbours++;
		before = places;
	}
	const order = terms.length > 1 ? neighbours / (terms.length - 1) : 0;
	return 0.94 * (fit / terms.length) + 0.04 * order + 0.02 * speaker;
}

/** What to mark in the text: the typed part of a word begun, the whole of a word or name matched otherwise. */
function highlightsOf(entry: Entry, terms: readonly Term[]): Span[] {
	const marked: Span[] = [];
	for (const [at, word] of entry.words.entries()) {
		if (word.start < 0) continue;
		for (const { typed, fits, pairs } of terms) {
			if (fits.has(word.number)) marked.push(markOf(entry.text, word, typed));
			for (const [first, second] of pairs) {
				const next = word.number === first ? neighbour(entry.words, at, second) : null;
				if (next && next.start >= 0) marked.push({ start: word.start, end: next.end });
			}
		}
	}
	return merged(marked);
}

function markOf(text: string, { start, end, of }: IndexedWord, typed: string): Span {
	// Folding can take letters away, so the typed part is marked only where it stands letter for letter.
	const part = text.slice(start, start + typed.length);
	return { start, end: of === 'text' && fold(part) === typed ? start + typed.length : end };
}

/** Overlapping and touching spans as one; in order. */
function merged(spans: readonly Span[]): Span[] {
	const result: { start: number; end: number }[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = result.at(-1);
		if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
		else result.push({ ...span });
	}
	return result;
}
