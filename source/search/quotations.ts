/**
 * Fuzzy search over every quotation, by its words, its speaker and the names in it. Our own index finds and orders,
 * since Fuse.js scans every text and ranks long ones badly; Fuse rescues the words no typo explains.
 */
import type { Actor, Article, Id, Mention, Quotation, Span } from '../types.ts';
import { pack } from './asked.ts';
import { type Bits, full, has } from './bits.ts';
import { find } from './find.ts';
import { typedWords } from './fold.ts';
import { highlightsOf, type Named } from './highlights.ts';
import { QUALITY } from './meanings.ts';
import { type Entry, type Segment, segmentOf } from './segment.ts';

/** What the search needs to know of the news; `articles` adds the names mentioned inside quotations. */
export interface Searched {
	readonly quotations: readonly Quotation[];
	readonly actors: readonly Actor[];
	readonly articles?: readonly Article[];
}

export interface QuotationIndex {
	/** A quotation's number is its place here. */
	readonly quotations: readonly Quotation[];
	readonly segment: Segment;
	readonly namesIn: (quotation: Quotation) => readonly Named[];
	/** What typed words were found to mean: a query is typed key by key, and only its last word changes. */
	readonly met: Map<string, unknown>;
}

export interface Found {
	readonly id: Id;
	/** 0..1, best first. */
	readonly score: number;
	/** Matched stretches of the quotation's `text`, in order, apart from one another. Worked out when asked for. */
	readonly highlights: readonly Span[];
	/** How many of the query's words match nothing here: 0 unless no quotation has them all. */
	readonly missing: number;
}

export interface Answers {
	readonly found: readonly Found[];
	/** The numbers of all that answer. */
	readonly all: Bits;
}

/** More words than a reader types; a whole pasted article must not stall the screen. */
const MOST_WORDS = 12;
const LONGEST_TYPED = 40;
const LONGEST_QUERY = 1000;
/** Meanings kept; a search typed key by key meets some thirty words. */
const MOST_KEPT = 400;

/** Prepares a search. Linear in the text; do it once, then `search` at every key. */
export function quotationIndex({ quotations, actors, articles = [] }: Searched): QuotationIndex {
	const spellings = new Map(actors.map((actor) => [actor.id, spellingsOf(actor)]));
	const mentions = new Map(articles.map((article) => [article.id, article.mentions]));
	const namesIn = (quotation: Quotation) =>
		namesOf(quotation, mentions.get(quotation.article) ?? [], spellings);
	const speakers = new Map<string, readonly string[]>();
	const speakerOf = ({ speaker: { actor, mention } }: Quotation) => {
		const key = `${actor} ${mention?.text}`;
		const known = speakers.get(key);
		if (known) return known;
		const names = [...(mention ? [mention.text] : []), ...(spellings.get(actor ?? '') ?? [])];
		speakers.set(key, names);
		return names;
	};
	function* entries(): Iterable<Entry> {
		for (const quotation of quotations)
			yield {
				text: quotation.text,
				speaker: speakerOf(quotation),
				names: [...new Set(namesIn(quotation).flatMap((named) => named.spellings))],
			};
	}
	return { quotations, segment: segmentOf(entries()), namesIn, met: new Map() };
}

/**
 * The quotations that have every word of the query, best first: in the text, as the speaker or as a name in it, in any
 * order, each word whole, begun, joined, split or mistyped. When none has them all, those that lack the fewest. An
 * empty query finds everything, in the order given.
 */
export function search(index: QuotationIndex, query: string): readonly Found[] {
	return answers(index, query, { limit: Number.POSITIVE_INFINITY }).found;
}

/** The best so many of them; `within`, only those numbers. */
export function answers(
	{ quotations, segment, namesIn, met }: QuotationIndex,
	query: string,
	{ limit, within = null }: { readonly limit: number; readonly within?: Bits | null },
): Answers {
	const typed = queryWords(query);
	if (typed.length === 0) return everything(quotations, query, limit, within);
	const { hits, all, missing, terms } = find(segment, typed, recalling(met), { limit, within });
	const highest = pack(typed.length * QUALITY.whole, typed.length - 1, 1);
	const found = hits.map(({ number, score }) => {
		const quotation = quotations[number]!;
		return {
			id: quotation.id,
			score: score / highest,
			missing,
			get highlights() {
				return highlightsOf(segment.words, typed, terms, quotation.text, namesIn(quotation));
			},
		};
	});
	return { found, all };
}

/** `search` without an index kept: for a single query. */
export function searchQuotations(data: Searched, query: string): readonly Found[] {
	return search(quotationIndex(data), query);
}

export function queryWords(query: string): string[] {
	return typedWords(query.slice(0, LONGEST_QUERY))
		.slice(0, MOST_WORDS)
		.map((word) => word.slice(0, LONGEST_TYPED));
}

function recalling(met: Map<string, unknown>) {
	if (met.size > MOST_KEPT) met.clear();
	return <Kept>(key: string, make: () => Kept): Kept => {
		const known = met.get(key);
		if (known !== undefined) return known as Kept;
		const made = make();
		met.set(key, made);
		return made;
	};
}

function spellingsOf({ name, aliases }: Actor): string[] {
	return [...new Set([name, ...aliases.map(({ text }) => text)])];
}

/** A name in the quotation can be found by every spelling of its actor, and is marked where it stands. */
function namesOf(
	{ spans }: Quotation,
	mentions: readonly Mention[],
	spellings: ReadonlyMap<Id, readonly string[]>,
): Named[] {
	const names: Named[] = [];
	// Where the span begins in the quotation's text, in which the spans are joined by a space.
	let offset = 0;
	for (const { start, end } of spans) {
		for (let at = firstFrom(mentions, start); at < mentions.length; at++) {
			const mention = mentions[at]!;
			if (mention.end > end) break;
			const known = spellings.get(mention.actor ?? '');
			if (known)
				names.push({
					start: offset + mention.start - start,
					end: offset + mention.end - start,
					spellings: known,
				});
		}
		offset += end - start + 1;
	}
	return names;
}

/** Index of the first span that starts at or after `start`, in ascending spans. */
function firstFrom(spans: readonly Span[], start: number): number {
	let low = 0;
	for (let high = spans.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (spans[middle]!.start < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

function everything(
	quotations: readonly Quotation[],
	query: string,
	limit: number,
	within: Bits | null,
): Answers {
	const score = query.trim() === '' ? 1 : 0;
	const all = within ?? full(quotations.length);
	const found: Found[] = [];
	for (let number = 0; number < quotations.length && found.length < limit; number++)
		if (has(all, number)) found.push({ id: quotations[number]!.id, score, highlights: [], missing: 0 });
	return { found, all };
}
