/** What a search looks through: the words of every quotation and of the names that belong to it, with their places. */
import type { Actor, Article, Id, Quotation, Span } from '../types.ts';
import { type Word, wordsOf } from './fold.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What the search needs to know of the news; `articles` adds the names mentioned inside quotations. */
export interface Searched {
	readonly quotations: readonly Quotation[];
	readonly actors: readonly Actor[];
	readonly articles?: readonly Article[];
}

/** A word to be found by. `start` is -1 for words that stand nowhere in the quotation's text. */
export interface IndexedWord extends Word {
	readonly number: number;
	readonly of: 'text' | 'speaker' | 'mention';
}

export interface Entry {
	readonly id: Id;
	readonly text: string;
	readonly words: readonly IndexedWord[];
}

export interface QuotationIndex {
	readonly entries: readonly Entry[];
	readonly vocabulary: Vocabulary;
	/** Word number → entry numbers, ascending. */
	readonly postings: readonly (readonly number[])[];
}

type FoundWord = Omit<IndexedWord, 'number'>;

/** Prepares a search. Linear in the text; do it once, then `search` at every key. */
export function quotationIndex(data: Searched): QuotationIndex {
	const spellings = new Map(data.actors.map((actor) => [actor.id, spellingsOf(actor)]));
	const articles = new Map(data.articles?.map((article) => [article.id, article]));
	const found = data.quotations.map((quotation) => ({
		id: quotation.id,
		text: quotation.text,
		words: [
			...wordsOf(quotation.text).map((word): FoundWord => ({ ...word, of: 'text' })),
			...speakerWords(quotation, spellings),
			...mentionWords(quotation, articles.get(quotation.article), spellings),
		],
	}));
	const vocabulary = vocabularyOf(found.flatMap(({ words }) => words.map(({ folded }) => folded)));
	const entries = found.map(({ id, text, words }) => ({
		id,
		text,
		words: words.map((word) => ({ ...word, number: vocabulary.numbers.get(word.folded)! })),
	}));
	const postings: number[][] = vocabulary.words.map(() => []);
	for (const [at, { words }] of entries.entries())
		for (const number of new Set(words.map((word) => word.number))) postings[number]!.push(at);
	return { entries, vocabulary, postings };
}

function spellingsOf(actor: Actor): string[] {
	return [...new Set([actor.name, ...actor.aliases.map(({ text }) => text)])];
}

type Spellings = ReadonlyMap<Id, readonly string[]>;

function speakerWords({ speaker }: Quotation, spellings: Spellings): FoundWord[] {
	const names = speaker.actor === null ? [] : (spellings.get(speaker.actor) ?? []);
	const all = speaker.mention === null ? names : [speaker.mention.text, ...names];
	return all.flatMap((name, at) => nameWords(name, at, { start: -1, end: -1 }, 'speaker'));
}

/** A name in the quotation can be found by every spelling of its actor, and is marked where it stands. */
function mentionWords(quotation: Quotation, article: Article | undefined, spellings: Spellings): FoundWord[] {
	const mentions = article?.mentions ?? [];
	const words: FoundWord[] = [];
	let names = 100;
	// Where the span begins in the quotation's text, in which the spans are joined by a space.
	let offset = 0;
	for (const span of quotation.spans) {
		for (let at = firstFrom(mentions, span.start); at < mentions.length; at++) {
			const mention = mentions[at]!;
			if (mention.end > span.end) break;
			const place = { start: offset + mention.start - span.start, end: offset + mention.end - span.start };
			for (const name of spellings.get(mention.actor ?? '') ?? [])
				words.push(...nameWords(name, names++, place, 'mention'));
		}
		offset += span.end - span.start + 1;
	}
	return words;
}

function nameWords(name: string, nth: number, place: Span, of: 'speaker' | 'mention'): FoundWord[] {
	// Far places: a name is no neighbour of the text, nor of the next name.
	return wordsOf(name).map((word) => ({ ...word, ...place, place: 1e6 + nth * 1000 + word.place, of }));
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
