/**
 * What the screen asks of the analysed articles, and no more: pages of rows, one story, one article, the cells of a
 * grid. Every question is answered later (a promise), so that an engine may live in a worker or on a server; nothing
 * here knows which engine it is.
 *
 * Lists are paged by key: a page begins after, before or at a row that is already known, never at the nth row, so an
 * answer costs the same at the millionth row as at the first.
 */

import type { Rescued } from '../search/find.ts';
import type {
	Actor,
	Article,
	Day,
	Id,
	Problem,
	Published,
	Quotation,
	Removed,
	Span,
	Story,
} from '../types.ts';
import type { Filter } from './filter.ts';
import type { Texts } from './read.ts';

/** Where the reader stands. `day` null is the undated; 'all' every day; `actor` null everybody. */
export interface Place {
	readonly day: Day | null | 'all';
	readonly actor: Id | null;
}

export const EVERYWHERE: Place = { day: 'all', actor: null };

/** An opaque name of a row's position in its list. */
export type Key = string;

/** Which part of a list. `at` begins with the row itself, or with the first row when it is not there. */
export type Cut =
	| { readonly from: 'start' }
	| { readonly from: 'end' }
	| { readonly from: 'after' | 'before' | 'at'; readonly key: Key };

export interface ListQuery {
	readonly place: Place;
	/** Narrows stories, quotations, articles and actors: these by their names, and by what they said. */
	readonly filter?: Filter | null;
	readonly cut: Cut;
	readonly limit: number;
}

export interface QuotationsQuery extends ListQuery {
	readonly words: string;
	/** Through all days. */
	readonly wide?: boolean;
}

export interface Page<Row> {
	readonly rows: readonly Row[];
	/** How many rows of the whole list stand before this page. */
	readonly first: number;
	readonly total: number;
	/** There are more than `total`; where so many answer, they were not all counted. Left out where they were. */
	readonly atLeast?: true;
	/** How many more there would be without the filter. */
	readonly hidden: number;
	/** A search of all days looked no further back than this; left out where it did. */
	readonly since?: Day;
	/** Words of the query or the filter that are nowhere, and those most like each that were looked for instead; left out where there are none. */
	readonly rescued?: readonly Rescued[];
}

/** An article without its text. */
export type ArticleHead = Omit<
	Article,
	'text' | 'paragraphs' | 'sentences' | 'mentions' | 'times' | 'removed'
>;
export type ActorName = Pick<Actor, 'id' | 'name' | 'kind' | 'aliases'>;

export interface StoryRow {
	readonly key: Key;
	readonly story: Pick<Story, 'id' | 'headline' | 'firstDay' | 'lastDay'>;
	readonly articles: number;
	/** Its articles, those of nearly the same text together. */
	readonly texts: Texts;
	/** Articles that are nearly the same text as another. */
	readonly copies: number;
	readonly outlets: number;
	readonly quotations: number;
	readonly disputes: number;
	/** Who is quoted most, at most four. */
	readonly voices: readonly ActorName[];
	/** The days of its articles, up to the first that is printed: without one, those of the story are only about right. */
	readonly published: readonly Published[];
}

export interface QuotationRow {
	readonly key: Key;
	readonly quotation: Quotation;
	readonly actor: ActorName | null;
	readonly article: ArticleHead;
	/** Matched stretches of the quotation's text; none without a query. */
	readonly highlights: readonly Span[];
	/** The same utterance as others print it: these have no rows of their own in the list. */
	readonly variants: readonly Variant[];
}

export interface Variant {
	readonly quotation: Quotation;
	readonly article: ArticleHead;
}

export interface ArticleRow {
	readonly key: Key;
	readonly article: ArticleHead;
	readonly words: number;
	readonly quotations: number;
	readonly removed: number;
}

export interface ActorRow {
	readonly key: Key;
	readonly actor: ActorName;
	readonly quotations: number;
	readonly articles: number;
}

export interface Voice {
	readonly actor: ActorName;
	readonly quotations: number;
}

/** One thing that happened on one day of a story: an article came out, or something was said. */
export type Happening = { readonly day: Day | null } & (
	| { readonly what: 'article'; readonly article: ArticleHead }
	| { readonly what: 'quotation'; readonly row: QuotationRow }
);

export interface StoryPage {
	readonly story: Story;
	readonly texts: Texts;
	/** Of the articles in `story.articles`, the first so many; of the quotations too. */
	readonly articles: readonly ArticleHead[];
	readonly quotations: readonly QuotationRow[];
	readonly voices: readonly Voice[];
	/** Outlets that wrote themselves, and the articles that are copies of another, of all its articles. */
	readonly outlets: number;
	readonly copies: number;
	readonly timeline: readonly Happening[];
	/** Heads of the articles that points and claims come from. */
	readonly sources: ReadonlyMap<Id, ArticleHead>;
}

export interface ArticlePage {
	readonly article: Article;
	/** In the order of the text. */
	readonly quotations: readonly QuotationRow[];
	readonly removed: readonly Removed[];
	/** Stories that the article belongs to. */
	readonly stories: readonly Pick<Story, 'id' | 'headline'>[];
}

export interface DayCount {
	readonly day: Day | null;
	readonly quotations: number;
	readonly stories: number;
	readonly articles: number;
}

/** A story of which something has not been read. */
export interface UnreadStory {
	readonly key: Key;
	readonly id: Id;
	/** Its number in the list of stories. */
	readonly at: number;
	readonly texts: Texts;
}

export interface Cell {
	readonly actor: Id;
	readonly day: Day | null;
	readonly quotations: number;
}

export interface Overview {
	readonly articles: number;
	readonly stories: number;
	readonly quotations: number;
	readonly actors: number;
	/** Days with news, in order; the undated last. */
	readonly days: readonly DayCount[];
	readonly problems: number;
}

export interface Archive {
	overview(): Promise<Overview>;
	/** In the order of the edition: widely reported and new ones first. */
	stories(query: ListQuery): Promise<Page<StoryRow>>;
	/**
	 * Each utterance once, newest first and in the order of the text; with a query, best match first. An archive of very
	 * many looks through the newest days for a query that names none, and through all when nothing is there, or `wide`.
	 */
	quotations(query: QuotationsQuery): Promise<Page<QuotationRow>>;
	articles(query: ListQuery): Promise<Page<ArticleRow>>;
	/** Who said something at a place's day, most quoted first; the place's actor is not looked at. */
	actors(query: ListQuery): Promise<Page<ActorRow>>;
	problems(query: ListQuery): Promise<Page<Problem & { readonly key: Key }>>;
	/** The stories of a place of which something has not been read, in the order of the list. What is read comes with the question: it is the reader's own. */
	unread(query: {
		readonly place: Place;
		readonly filter?: Filter | null;
		readonly read: ReadonlySet<Id>;
	}): Promise<readonly UnreadStory[]>;
	story(id: Id): Promise<StoryPage | null>;
	article(id: Id): Promise<ArticlePage | null>;
	/** How much the actors said on each of the days; cells with nothing are left out. */
	cells(actors: readonly Id[], days: readonly (Day | null)[]): Promise<readonly Cell[]>;
	/** The place so many days (or actors) further on: a day with news, somebody who spoke. Stops at the ends. */
	beside(place: Place, axis: 'day' | 'actor', by: number): Promise<Place>;
	/** Whom an id names. */
	actor(id: Id): Promise<ActorName | null>;
	close(): Promise<void>;
}

/** A question was not answered because another had taken its place. It may be asked again. */
export class Dropped extends Error {
	override readonly name = 'Dropped';
	constructor() {
		super('asked no more');
	}
}
