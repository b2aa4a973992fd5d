/**
 * Fuzzy search over every quotation, by its words, its speaker and the names in it. Our own index finds and orders,
 * since Fuse.js scans every text and ranks long ones badly; Fuse rescues the words no typo explains.
 */
import type { Id, Span } from '../types.ts';
import { OF, type QuotationIndex, quotationIndex, type Searched } from './entries.ts';
import { fold } from './fold.ts';
import { literalTerms, queryWords, type Term, tolerantTerms } from './terms.ts';
import { SPLIT_QUALITY } from './vocabulary.ts';

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

/**
 * The quotations that have every word of the query, best first: in the text, as the speaker or as a name in it, in any
 * order, each word whole, begun, joined, split or mistyped. When none has them all, those that lack the fewest. An
 * empty query finds everything, in the order given.
 */
export function search(index: QuotationIndex, query: string): Found[] {
	const typed = queryWords(query);
	if (typed.length === 0)
		return index.ids.map((id) => ({ id, score: query.trim() === '' ? 1 : 0, highlights: [], missing: 0 }));
	const literal = literalTerms(index, typed);
	const exact = matching(index, literal);
	if (exact.missing === 0 && exact.found.length >= SCREENFUL) return ordered(index, literal, exact);
	const tolerant = tolerantTerms(index, literal);
	return ordered(index, tolerant, matching(index, tolerant));
}

/** `search` without an index kept: for a single query. */
export function searchQuotations(data: Searched, query: string): Found[] {
	return search(quotationIndex(data), query);
}

interface Matching {
	/** Numbers of quotations, ascending. */
	readonly found: readonly number[];
	/** How many terms these lack. */
	readonly missing: number;
}

/** The quotations that match all terms; when none does, those that match most of them. */
function matching(index: QuotationIndex, terms: readonly Term[]): Matching {
	// One bit a term, so that a word that serves two terms counts for both.
	const matched = new Uint16Array(index.ids.length);
	for (const [nth, { fits, pairs }] of terms.entries()) {
		const bit = 1 << nth;
		for (const word of fits.keys()) for (const number of index.postings[word]!) matched[number]! |= bit;
		for (const [first, second] of pairs)
			for (const number of index.postings[first]!)
				if ((matched[number]! & bit) === 0 && hasPair(index, number, first, second)) matched[number]! |= bit;
	}
	let most = 1;
	let found: number[] = [];
	for (let number = 0; number < matched.length; number++) {
		const count = bitsOf(matched[number]!);
		if (count < most) continue;
		if (count > most) found = [];
		most = count;
		found.push(number);
	}
	return { found, missing: terms.length - most };
}

function bitsOf(mask: number): number {
	let bits = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
	return bits;
}

function hasPair(index: QuotationIndex, number: number, first: number, second: number): boolean {
	for (let at = index.first[number]!; at < index.first[number + 1]!; at++)
		if (index.word[at] === first && neighbour(index, number, at, second) >= 0) return true;
	return false;
}

/** Where `second` stands right after the word at `at`; -1 when it does not. */
function neighbour(
	{ word, place, first }: QuotationIndex,
	number: number,
	at: number,
	second: number,
): number {
	const end = first[number + 1]!;
	for (let next = at + 1; next < end && place[next]! <= place[at]! + 1; next++)
		if (word[next] === second && place[next] === place[at]! + 1) return next;
	return -1;
}

function ordered(index: QuotationIndex, terms: readonly Term[], { found, missing }: Matching): Found[] {
	const qualities = terms.map(({ fits }) => {
		const column = new Float32Array(index.vocabulary.words.length);
		for (const [word, quality] of fits) column[word] = quality;
		return column;
	});
	const scores = new Float64Array(index.ids.length);
	for (const number of found) scores[number] = scoreOf(index, number, terms, qualities);
	return [...found]
		.sort((a, b) => scores[b]! - scores[a]! || a - b)
		.map((number) => ({
			id: index.ids[number]!,
			score: scores[number]!,
			missing,
			get highlights() {
				return highlightsOf(index, number, terms);
			},
		}));
}

/** Places of a term looked at for neighbours: an article of one word over and over must not cost its square. */
const MOST_PLACES = 16;

/**
 * How well a quotation answers, 0..1: mostly the mean fit of the terms; a little for words that stand side by side as
 * typed, and for a speaker who is asked for by name.
 */
function scoreOf(
	index: QuotationIndex,
	number: number,
	terms: readonly Term[],
	qualities: readonly Float32Array[],
): number {
	const { word, place, of } = index;
	const end = index.first[number + 1]!;
	let fit = 0;
	let adjacent = 0;
	let speaker = 0;
	let before: number[] = [];
	for (const [nth, { pairs }] of terms.entries()) {
		const quality = qualities[nth]!;
		const places: number[] = [];
		let best = 0;
		for (let at = index.first[number]!; at < end; at++) {
			const here = quality[word[at]!]!;
			if (here === 0) continue;
			if (here > best) best = here;
			if (places.length < MOST_PLACES) places.push(place[at]!);
			if (of[at] === OF.speaker) speaker = 1;
		}
		if (best < SPLIT_QUALITY && pairs.some(([first, second]) => hasPair(index, number, first, second)))
			best = SPLIT_QUALITY;
		fit += best;
		if (places.some((one) => before.includes(one - 1) || before.includes(one))) adjacent++;
		before = places;
	}
	const order = terms.length > 1 ? adjacent / (terms.length - 1) : 0;
	return 0.94 * (fit / terms.length) + 0.04 * order + 0.02 * speaker;
}

/** What to mark in the text: the typed part of a word begun, the whole of a word or name matched otherwise. */
function highlightsOf(index: QuotationIndex, number: number, terms: readonly Term[]): Span[] {
	const { word, start, end, of } = index;
	const text = index.texts[number]!;
	const marked: Span[] = [];
	for (let at = index.first[number]!; at < index.first[number + 1]!; at++) {
		const from = start[at]!;
		if (from < 0) continue;
		for (const { typed, fits, pairs } of terms) {
			if (fits.has(word[at]!)) {
				// Folding can take letters away, so the typed part is marked only where it stands letter for letter.
				const begun = of[at] === OF.text && fold(text.slice(from, from + typed.length)) === typed;
				marked.push({ start: from, end: begun ? from + typed.length : end[at]! });
			}
			for (const [first, second] of pairs) {
				const next = word[at] === first ? neighbour(index, number, at, second) : -1;
				if (next >= 0 && start[next]! >= 0) marked.push({ start: from, end: end[next]! });
			}
		}
	}
	return merged(marked);
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
