/**
 * Fuzzy search over every quotation, by its words, its speaker and the names in it. Our own index finds and orders,
 * since Fuse.js scans every text and ranks long ones badly; Fuse rescues the words no typo explains.
 */
import type { Actor, Article, Id, Mention, Quotation, Span } from '../types.ts';
import { type Bits, full, has } from './bits.ts';
import { find, type Rescued } from './find.ts';
import { typedWords } from './fold.ts';
import { highlightsOf, type Named } from './highlights.ts';
import { QUALITY } from './meanings.ts';
import { pack } from './score.ts';
import { type Entry, type Segment, segmentOf } from './segment.ts';
import { type Piece, type Shards, shardsOf } from './shards.ts';

/** What the search needs to know of the news; `articles` adds the names mentioned inside quotations. */
export interface Searched {
	readonly quotations: readonly Quotation[];
	readonly actors: readonly Actor[];
	readonly articles?: readonly Article[];
}

export interface QuotationIndex {
	readonly shards: Shards;
	/** A quotation by its number, with the names in it: asked for those that are shown. */
	readonly said: (number: number) => Shown;
}

/** What the marks of a quotation are told by. */
export interface Shown {
	readonly quotation: Pick<Quotation, 'id' | 'text'>;
	/** In units of its text. */
	readonly names: readonly Named[];
}

/** A quotation with the names in it. */
export interface Said extends Shown {
	readonly quotation: Quotation;
}

export interface Found {
	readonly number: number;
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
	/** The numbers of all that answer: good until the next search. */
	readonly all: Bits;
	/** Words of the query that nobody says, and what they were taken for. */
	readonly rescued: readonly Rescued[];
}

/** More words than a reader types; a whole pasted article must not stall the screen. */
const MOST_WORDS = 12;
const LONGEST_TYPED = 40;
const LONGEST_QUERY = 1000;

/** Prepares a search. Linear in the text; do it once, then `search` at every key. */
export function quotationIndex(searched: Searched): QuotationIndex {
	const { quotations, actors } = searched;
	const say = sayings(searched);
	const said = (number: number) => say(quotations[number]!);
	const spellings = spellingsById(actors);
	const entries = entriesOf(quotations.length, said, (id) => spellings.get(id) ?? []);
	return indexOver(segmentOf(entries), said);
}

/** A search over what was made ready before. `said` as the entries of the segment were numbered. */
export function indexOver(segment: Segment, said: QuotationIndex['said']): QuotationIndex {
	return indexOverPieces(segment.size, [{ segment, runs: null }], said);
}

/** The same in pieces. `said` by the numbers of the whole, of which there are `size`. */
export function indexOverPieces(
	size: number,
	pieces: readonly Piece[],
	said: QuotationIndex['said'],
): QuotationIndex {
	return { shards: shardsOf(size, pieces), said };
}

/** What a segment is made of: so many quotations by their numbers, and every spelling of an actor. */
export function* entriesOf(
	count: number,
	said: (number: number) => Said,
	spellingsOf: (actor: Id) => readonly string[],
): Iterable<Entry> {
	// The same speakers are the same array: what is cut of their names is cut once.
	const speakers = new Map<string, readonly string[]>();
	const speakerOf = ({ actor, mention }: Quotation['speaker']) => {
		const key = `${actor} ${mention?.text}`;
		const known = speakers.get(key);
		if (known) return known;
		const names = [...(mention ? [mention.text] : []), ...(actor === null ? [] : spellingsOf(actor))];
		speakers.set(key, names);
		return names;
	};
	for (let number = 0; number < count; number++) {
		const { quotation, names } = said(number);
		yield {
			text: quotation.text,
			speaker: speakerOf(quotation.speaker),
			names: [...new Set(names.flatMap(({ spellings }) => spellings))],
		};
	}
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
	index: QuotationIndex,
	query: string,
	{ limit, within = null }: { readonly limit: number; readonly within?: Bits | null },
): Answers {
	const { shards, said } = index;
	const typed = queryWords(query);
	if (typed.length === 0) return everything(index, query, limit, within);
	const { hits, all, missing, terms, rescued } = find(shards, typed, { limit, within });
	const highest = pack(typed.length * QUALITY.whole, typed.length - 1, 1);
	const found = hits.map(({ number, score, shard, own }) => {
		return {
			number,
			get id() {
				return said(number).quotation.id;
			},
			score: score / highest,
			missing,
			get highlights() {
				const { quotation, names } = said(number);
				const { segment } = shards.list[shard]!;
				return highlightsOf({ segment, typed, terms: terms[shard]! }, own, quotation.text, names);
			},
		};
	});
	return { found, all, rescued };
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

/** Every spelling of an actor, each once. */
export function spellingsOf({ name, aliases }: Pick<Actor, 'name' | 'aliases'>): string[] {
	return [...new Set([name, ...aliases.map(({ text }) => text)])];
}

export function spellingsById(actors: readonly Actor[]): ReadonlyMap<Id, readonly string[]> {
	return new Map(actors.map((actor) => [actor.id, spellingsOf(actor)]));
}

/** Quotations with the names in them. */
export function sayings({
	actors,
	articles = [],
}: Pick<Searched, 'actors' | 'articles'>): (quotation: Quotation) => Said {
	const spellings = spellingsById(actors);
	const mentions = new Map(articles.map((article) => [article.id, article.mentions]));
	return (quotation) => ({
		quotation,
		names: namesOf(quotation, mentions.get(quotation.article) ?? [], spellings),
	});
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
	{ shards: { size }, said }: QuotationIndex,
	query: string,
	limit: number,
	within: Bits | null,
): Answers {
	const score = query.trim() === '' ? 1 : 0;
	const all = within ?? full(size);
	const found: Found[] = [];
	for (let number = 0; number < size && found.length < limit; number++)
		if (has(all, number))
			found.push({
				number,
				get id() {
					return said(number).quotation.id;
				},
				score,
				highlights: [],
				missing: 0,
			});
	return { found, all, rescued: [] };
}
