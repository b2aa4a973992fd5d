/** What the numbers stand for: the texts of an edition, one at a time, wherever they are kept. */
import type { Bits } from '../search/bits.ts';
import { bitsFor, has, put } from '../search/bits.ts';
import { type Said, sayings } from '../search/quotations.ts';
import type { Actor, Article, Export, Id, Problem, Quotation, Story } from '../types.ts';
import type { ActorName, ArticleHead } from './archive.ts';
import { joined } from './columns.ts';
import { folded } from './filter.ts';
import type { Ordered } from './ordered.ts';

export type ListKind = 'articles' | 'quotations' | 'stories' | 'actors';

/** An article as a list shows it. */
export interface Listed {
	readonly head: ArticleHead;
	/** Of what is read. */
	readonly words: number;
	readonly removed: number;
}

export type StoryHead = Pick<Story, 'id' | 'headline' | 'firstDay' | 'lastDay'> & {
	readonly disputes: number;
};

/** Where the words of a filter may stand. */
export type Field = 'quotation' | 'article' | 'headline' | 'story';

export interface Items {
	readonly problems: readonly Problem[];
	/** Null when there is none of that id. */
	numberOf(list: ListKind, id: Id): number | null;
	idOf(list: ListKind, number: number): Id;
	article(number: number): Article;
	listed(number: number): Listed;
	said(number: number): Said;
	story(number: number): Story;
	storyHead(number: number): StoryHead;
	actor(number: number): ActorName;
	/** Which quotations, articles, headlines of articles or of stories have a folded stretch of words; `among`: only of these. */
	having(field: Field, value: string, among?: Bits): Bits;
	/** What `having` looks through. */
	told(field: Field): Iterable<string>;
}

/** Of an edition held in memory. */
export function itemsOf(data: Export, lists: Ordered): Items {
	const numbers = new Map<ListKind, ReadonlyMap<Id, number>>();
	const told = new Map<Field, readonly string[]>();
	const makers: Readonly<Record<Field, () => string[]>> = {
		quotation: () => lists.quotations.map(toldOfQuotation),
		article: () => lists.articles.map(toldOfArticle),
		headline: () => lists.articles.map(toldOfHeadline),
		story: () => lists.stories.map(toldOfHeadline),
	};
	const saidIn = sayings(data);
	function textsOf(field: Field): readonly string[] {
		let texts = told.get(field);
		if (!texts) told.set(field, (texts = makers[field]()));
		return texts;
	}
	return {
		problems: data.problems,
		numberOf(list, id) {
			let known = numbers.get(list);
			if (!known) numbers.set(list, (known = new Map(lists[list].map((item, at) => [item.id, at]))));
			return known.get(id) ?? null;
		},
		idOf: (list, number) => lists[list][number]!.id,
		article: (number) => lists.articles[number]!,
		listed: (number) => listedOf(lists.articles[number]!),
		said: (number) => saidIn(lists.quotations[number]!),
		story: (number) => lists.stories[number]!,
		storyHead: (number) => storyHeadOf(lists.stories[number]!),
		actor: (number) => nameOf(lists.actors[number]!),
		told: textsOf,
		having(field, value, among) {
			const texts = textsOf(field);
			const bits = bitsFor(texts.length);
			for (let at = 0; at < texts.length; at++)
				if ((!among || has(among, at)) && texts[at]!.includes(value)) put(bits, at);
			return bits;
		},
	};
}

export const toldOfQuotation = ({ text }: Quotation): string => folded(text);
export const toldOfArticle = ({ headline, byline, file }: Article): string =>
	joined([headline, byline, file]);
export const toldOfHeadline = ({ headline }: { readonly headline: string | null }): string =>
	folded(headline ?? '');

export function listedOf(article: Article): Listed {
	const { text, paragraphs, sentences, mentions, times, removed, ...head } = article;
	const words = paragraphs.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
	return { head, words, removed: removed.length };
}

export function storyHeadOf({ id, headline, firstDay, lastDay, disputes }: Story): StoryHead {
	return { id, headline, firstDay, lastDay, disputes: disputes.length };
}

export function nameOf({ id, name, kind, aliases }: Actor): ActorName {
	return { id, name, kind, aliases };
}

function countWords(text: string): number {
	const word = /\S+/g;
	let words = 0;
	while (word.test(text)) words++;
	return words;
}
