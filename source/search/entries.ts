/** What a search looks through: the words of every quotation and of the names that belong to it, with their places. */
import type { Actor, Article, Id, Mention, Quotation, Span } from '../types.ts';
import { type Word, wordsOf } from './fold.ts';
import { type Fits, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What the search needs to know of the news; `articles` adds the names mentioned inside quotations. */
export interface Searched {
	readonly quotations: readonly Quotation[];
	readonly actors: readonly Actor[];
	readonly articles?: readonly Article[];
}

/** Where a word belongs: the quotation's text, its speaker's names, or the names of somebody it mentions. */
export const OF = { text: 0, speaker: 1, mention: 2 } as const;

/**
 * All words of all quotations in columns: quotation `q` has the words from `first[q]` up to `first[q + 1]`, in the order
 * of the text. Columns of numbers, since a word as an object would cost ten times the memory.
 */
export interface QuotationIndex {
	readonly ids: readonly Id[];
	readonly texts: readonly string[];
	readonly first: Int32Array;
	/** Number in the vocabulary. */
	readonly word: Int32Array;
	/** Place in the quotation's text; -1 for words that do not stand there. */
	readonly start: Int32Array;
	readonly end: Int32Array;
	/** Neighbours differ by one; spellings of the same stretch have the same. */
	readonly place: Int32Array;
	readonly of: Uint8Array;
	readonly vocabulary: Vocabulary;
	/** Word number → numbers of the quotations that have it, ascending. */
	readonly postings: readonly Int32Array[];
	/** What typed words were found to mean: a query is typed key by key, and only its last word changes. */
	readonly met: Map<string, Fits>;
}

/** A name is no neighbour of the text, nor of the next name. */
const FAR = 1_000_000;
const NAME_ROOM = 1000;

/** Prepares a search. Linear in the text; do it once, then `search` at every key. */
export function quotationIndex(data: Searched): QuotationIndex {
	const met = new Map<string, number>();
	const columns = { word: [], start: [], end: [], place: [], of: [] } as Record<Column, number[]>;
	const put = (words: readonly Word[], of: number) => {
		for (const { folded, start, end, place } of words) {
			let number = met.get(folded);
			if (number === undefined) met.set(folded, (number = met.size));
			columns.word.push(number);
			columns.start.push(start);
			columns.end.push(end);
			columns.place.push(place);
			columns.of.push(of);
		}
	};
	const spellings = new Map(data.actors.map((actor) => [actor.id, namesOf(actor)]));
	const articles = new Map(data.articles?.map((article) => [article.id, article.mentions]));
	const first = [0];
	for (const quotation of data.quotations) {
		put(wordsOf(quotation.text), OF.text);
		put(speakerWords(quotation, spellings), OF.speaker);
		put(mentionWords(quotation, articles.get(quotation.article) ?? [], spellings), OF.mention);
		first.push(columns.word.length);
	}
	const vocabulary = vocabularyOf(met.keys());
	const numbers = Int32Array.from(met.keys(), (word) => vocabulary.numbers.get(word)!);
	const word = Int32Array.from(columns.word, (number) => numbers[number]!);
	return {
		ids: data.quotations.map(({ id }) => id),
		texts: data.quotations.map(({ text }) => text),
		first: Int32Array.from(first),
		word,
		start: Int32Array.from(columns.start),
		end: Int32Array.from(columns.end),
		place: Int32Array.from(columns.place),
		of: Uint8Array.from(columns.of),
		vocabulary,
		postings: postingsOf(word, first, vocabulary.words.length),
		met: new Map(),
	};
}

type Column = 'word' | 'start' | 'end' | 'place' | 'of';

function postingsOf(word: Int32Array, first: readonly number[], size: number): Int32Array[] {
	const lists: number[][] = Array.from({ length: size }, () => []);
	for (let quotation = 0; quotation + 1 < first.length; quotation++)
		for (let at = first[quotation]!; at < first[quotation + 1]!; at++) {
			const list = lists[word[at]!]!;
			if (list.at(-1) !== quotation) list.push(quotation);
		}
	return lists.map((list) => Int32Array.from(list));
}

/** Every spelling of an actor as words, cut once. */
type Names = readonly (readonly Word[])[];

function namesOf(actor: Actor): Names {
	return [...new Set([actor.name, ...actor.aliases.map(({ text }) => text)])].map(wordsOf);
}

type Spellings = ReadonlyMap<Id, Names>;

function speakerWords({ speaker }: Quotation, spellings: Spellings): Word[] {
	const names = spellings.get(speaker.actor ?? '') ?? [];
	const all = speaker.mention === null ? names : [wordsOf(speaker.mention.text), ...names];
	return all.flatMap((name, nth) => placed(name, nth, { start: -1, end: -1 }));
}

/** A name in the quotation can be found by every spelling of its actor, and is marked where it stands. */
function mentionWords(quotation: Quotation, mentions: readonly Mention[], spellings: Spellings): Word[] {
	const words: Word[] = [];
	let nth = 100;
	// Where the span begins in the quotation's text, in which the spans are joined by a space.
	let offset = 0;
	for (const span of quotation.spans) {
		for (let at = firstFrom(mentions, span.start); at < mentions.length; at++) {
			const mention = mentions[at]!;
			if (mention.end > span.end) break;
			const here = { start: offset + mention.start - span.start, end: offset + mention.end - span.start };
			for (const name of spellings.get(mention.actor ?? '') ?? []) words.push(...placed(name, nth++, here));
		}
		offset += span.end - span.start + 1;
	}
	return words;
}

function placed(name: readonly Word[], nth: number, here: Span): Word[] {
	return name.map((word) => ({ ...word, ...here, place: FAR + nth * NAME_ROOM + word.place }));
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
