/**
 * The vocabulary of the whole program. Imports nothing.
 *
 * Every offset, everywhere, counts UTF-16 code units of one article's `text`, from zero; every range is half-open,
 * so `text.slice(start, end)` is what a `Span` means. Text is never rewritten after it is decoded.
 *
 * The first part is the public JSON contract `quotidian/1` (also in output/quotidian-1.schema.json): names here are
 * the names there, everything is present, `null` means unknown. Change it only by adding.
 */

export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Derived from content, the same from run to run and on every machine. */
export type Id = string;

/** `YYYY-MM-DD`. */
export type Day = string;

export type Kind = 'person' | 'organisation' | 'place';

export interface Export {
	readonly schema: 'quotidian/1';
	readonly articles: readonly Article[];
	readonly actors: readonly Actor[];
	readonly quotations: readonly Quotation[];
	readonly stories: readonly Story[];
	readonly days: readonly DayEntry[];
	readonly problems: readonly Problem[];
}

export type Format = 'text' | 'markdown' | 'html' | 'feed';

export type ParagraphKind = 'headline' | 'lede' | 'body' | 'heading';

export interface Paragraph extends Span {
	readonly kind: ParagraphKind;
}

export type RemovedReason =
	| 'repeated'
	| 'caption'
	| 'navigation'
	| 'teaser'
	| 'byline'
	| 'dateline'
	| 'other';

/** A stretch left out of the reading, and why. Nothing is ever deleted: the text still holds it. */
export interface Removed extends Span {
	readonly reason: RemovedReason;
}

export interface Published {
	readonly day: Day;
	/** Where the day stands: front matter or meta, a date line at the head, the running text, or another article. */
	readonly from: 'metadata' | 'header' | 'body' | 'linked';
	/** False: worked out, shown as "about". */
	readonly certain: boolean;
	/** How near `day` is: a day that was worked out may tell the month, or no more than the year. */
	readonly precision: 'day' | 'month' | 'year';
	/** The words in this article that tell the day. */
	readonly evidence: Span | null;
	/** The dated article that supplied the year. */
	readonly linkedArticle: Id | null;
}

/** A day that the text tells, with its words. */
export interface ToldDay extends Span {
	readonly day: Day;
}

/** Where no day of publication is printed: the latest day that the text tells of as past, the first as to come. */
export interface Bounds {
	readonly after: ToldDay | null;
	readonly before: ToldDay | null;
}

/** A name in the text, titles outside the span ("President [Macron]"). */
export interface Mention extends Span {
	readonly kind: Kind;
	readonly actor: Id | null;
}

/** A time expression with its TIMEX3 value (2025-03-11, 2025-W11, 2025-03-11TMO, P30D, XXXX-WXX-1 for every Monday); '' when it cannot be anchored. */
export interface Time extends Span {
	readonly value: string;
	/** TIMEX3's MOD: "late March" is the END of it, "more than a week ago" BEFORE that day. Null without such words. */
	readonly mod: TimeModifier | null;
	/** False: reckoned from a day of publication that was itself worked out, or not to be anchored at all. */
	readonly certain: boolean;
}

export type TimeModifier =
	| 'START'
	| 'MID'
	| 'END'
	| 'APPROX'
	| 'MORE_THAN'
	| 'LESS_THAN'
	| 'EQUAL_OR_MORE'
	| 'EQUAL_OR_LESS'
	| 'BEFORE'
	| 'AFTER'
	| 'ON_OR_BEFORE'
	| 'ON_OR_AFTER';

export interface Article {
	readonly id: Id;
	/** Path as the reader gave it: the file name, or its path inside the given folder, with `/`. */
	readonly file: string;
	readonly format: Format;
	readonly headline: string | null;
	readonly headlineFrom: 'title' | 'metadata' | 'lede' | null;
	readonly outlet: string | null;
	readonly byline: string | null;
	readonly place: string | null;
	readonly url: string | null;
	readonly published: Published | null;
	/** Null when a day is printed, or when nothing bounds it. */
	readonly bounds: Bounds | null;
	readonly text: string;
	/** What is read, in order: disjoint, and disjoint from `removed`. */
	readonly paragraphs: readonly Paragraph[];
	readonly sentences: readonly Span[];
	readonly mentions: readonly Mention[];
	readonly times: readonly Time[];
	readonly removed: readonly Removed[];
	readonly nearDuplicateOf: Id | null;
}

export interface Actor {
	readonly id: Id;
	/** The most frequent full form. */
	readonly name: string;
	readonly kind: Kind;
	/** Every spelling met, most frequent first. */
	readonly aliases: readonly { readonly text: string; readonly count: number }[];
	/** Titles as printed, with where and when. */
	readonly roles: readonly {
		readonly text: string;
		readonly article: Id;
		readonly day: Day | null;
		/** False: the day of its article was worked out, or there is none. */
		readonly certain: boolean;
	}[];
	readonly articles: readonly Id[];
	readonly quotations: readonly Id[];
}

/** direct: in marks, whole; mixed: in marks, inside a clause of the reporter's; indirect: no marks. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

export interface SpanText extends Span {
	readonly text: string;
}

export interface Speaker {
	/** The words that say who speaks: a name, "he", "the statement". */
	readonly mention: SpanText | null;
	readonly actor: Id | null;
	/** False: the rule that found the speaker is right less than 85 times in 100. */
	readonly certain: boolean;
}

export interface Quotation {
	readonly id: Id;
	readonly article: Id;
	readonly kind: QuotationKind;
	/** The words said, outer marks excluded; two or more when the attribution splits them. */
	readonly spans: readonly Span[];
	/** The spans joined by a space. */
	readonly text: string;
	readonly speaker: Speaker;
	/** The reporting words: "said", "wrote on X". */
	readonly cue: SpanText | null;
	/** Name of the rule that found the speaker. */
	readonly rule: string;
	/** The day on which it was said, when the text tells. */
	readonly said: Day | null;
	/** The same utterance as other outlets print it. */
	readonly variants: readonly Id[];
}

export interface ArticleSpan extends Span {
	readonly article: Id;
}

export interface Point {
	/** Verbatim from the first span. */
	readonly text: string;
	/** The day on which it happened, when its words name one and no other. */
	readonly day: Day | null;
	readonly from: readonly ArticleSpan[];
	/** Independent outlets (near-duplicates count once). */
	readonly outlets: number;
}

export interface Dispute {
	/** changed: a later report gives a larger figure, or tells of a yes or no otherwise; disagree: not both can be true as printed. */
	readonly kind: 'changed' | 'disagree';
	readonly about: string;
	/** Of what changed the earliest first. */
	readonly claims: readonly { readonly value: string; readonly from: ArticleSpan }[];
}

export interface Story {
	readonly id: Id;
	readonly headline: string;
	readonly firstDay: Day | null;
	readonly lastDay: Day | null;
	/** Lead first. */
	readonly articles: readonly Id[];
	/** Groups of articles whose texts are nearly the same. */
	readonly nearDuplicates: readonly (readonly Id[])[];
	readonly actors: readonly Id[];
	readonly quotations: readonly Id[];
	/** Most widely reported first. */
	readonly points: readonly Point[];
	readonly disputes: readonly Dispute[];
}

/** `Day` in the JSON contract. `day` null: what could not be dated, listed last. */
export interface DayEntry {
	readonly day: Day | null;
	readonly stories: readonly Id[];
	readonly articles: readonly Id[];
	readonly quotations: readonly Id[];
	/** Of these articles and quotations, those whose day was worked out: they are of about then. */
	readonly about: readonly Id[];
}

/** Bad data: shown to the reader, never thrown. */
export interface Problem {
	readonly file: string;
	readonly line: number | null;
	readonly stage: string;
	readonly message: string;
}

// ------------------------------------------------------------------------------------------------------------------
// Inside the program: what one article tells on its own, before it is compared with others.

/** A file as it came from disk, undecoded. */
export interface RawArticle {
	readonly file: string;
	readonly format: Format;
	readonly bytes: Uint8Array;
	/** The day of its last change, where that is known. */
	readonly modified?: Day | null;
}

export type Gender = 'female' | 'male';

/** One name of one article with all its mentions there. */
export interface Entity {
	readonly kind: Kind;
	/** Fullest form in this article. */
	readonly name: string;
	/** Indices into `Article.mentions`. */
	readonly mentions: readonly number[];
	/** Titles before or after the name, as printed ("Former U.S. President"), with their places. */
	readonly roles: readonly SpanText[];
	readonly gender: Gender | null;
	/** Only what may mislead tells the gender: a single name that may be a last name, "chairman" said of a woman. */
	readonly genderByName?: true;
	/** Of the mentions, bare names that may be somebody else's. */
	readonly doubtful?: readonly number[];
}

/**
 * A time expression before it is anchored. `value` is TIMEX3 with X for what the words leave open: `XXXX-03-17` for
 * "March 17", `XXXX-WXX-1` for "Monday"; `offset` counts `unit`s from the reference day ("yesterday": -1 day, "last
 * week": -1 week) and is null when the words are not relative.
 */
export interface TimeWords extends Span {
	readonly value: string;
	readonly offset: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' } | null;
	/** Which of the candidate days is meant: the last one before the reference, the next one after it, either, or all. */
	readonly lean: 'past' | 'future' | 'none' | 'each';
	readonly mod: TimeModifier | null;
}

/** Why a name came to an actor: the rule that joined it, or the reader's own decision. */
export type JoinReason =
	| 'first met'
	| 'same name'
	| 'same name, other spelling'
	| 'same role'
	| 'same events'
	| 'same article'
	| 'only bearer'
	| 'by far best known'
	| 'corrected';

/** A name of one article that came to an actor. */
export interface Join {
	readonly actor: Id;
	readonly article: Id;
	/** Fullest form in that article. */
	readonly name: string;
	readonly reason: JoinReason;
	/** Of the reader's corrections, the line that decided it. */
	readonly line: number | null;
}

/** Why an article stands in its story, or alone: the article that most speaks for it, and what the two share. */
export interface Standing {
	/** copy: nearly the same text; told: the reader put it there; near: as near as reports of one event are; alone: none is. */
	readonly reason: 'copy' | 'told' | 'near' | 'alone';
	/** The article it copies, is put beside, or is nearest to. */
	readonly nearest: Id | null;
	/** How near: two articles alone are joined from 1 on. */
	readonly nearness: number | null;
	/** Of the reader's corrections, the line that decided it. */
	readonly line: number | null;
	/** Rarest first. */
	readonly shared: {
		readonly names: readonly string[];
		readonly days: readonly Day[];
		/** Monday is 1. */
		readonly weekdays: readonly number[];
		readonly figures: readonly string[];
		readonly words: readonly string[];
	};
}

/** A quotation of one article; `speaker.entity` indexes `Reading.entities`, `time` indexes `Reading.times`. */
export interface Quoted {
	readonly kind: QuotationKind;
	readonly spans: readonly Span[];
	readonly speaker: {
		readonly mention: Span | null;
		readonly entity: number | null;
		readonly certain: boolean;
	};
	readonly cue: Span | null;
	readonly rule: string;
	/** The time expression that says when it was said, if one does. */
	readonly time: number | null;
}

export interface Reading {
	/** `mentions[].actor`, `nearDuplicateOf` are null and `published` is what this article alone tells. */
	readonly article: Article;
	readonly entities: readonly Entity[];
	/** Parallel to `article.times`, before anchoring. */
	readonly times: readonly TimeWords[];
	readonly quotations: readonly Quoted[];
	readonly problems: readonly Problem[];
	/** When its file was last changed, where that is known: no word of the article, and told to nobody. */
	readonly modified?: Day;
}
