/** What a digest says, in order, as words and before any layout: plain text and Markdown say the same thing. */
import { type Safe, safeLine } from '../safe.ts';
import type { Article, Dispute, Export, Id, Point, Quotation, Span, Story } from '../types.ts';

type Claim = Dispute['claims'][number];

import {
	countWords,
	cutHeadline,
	dayRange,
	daysWords,
	disputeWords,
	headlineNote,
	headlineWords,
	lettersWords,
	longDay,
	plainDay,
	problemWords,
	publicationWords,
	quietWords,
	reportedBy,
	shortDay,
	sourcesWords,
	sourceWords,
	speakerWords,
	whenWords,
} from '../wording.ts';
import { type Lookup, lookupIn } from './lookup.ts';
import { saidOnce } from './once.ts';
import { partWords, type TimelineRow, timelineOf } from './timeline.ts';
import { type Letters, type Voice, voicesOf } from './voices.ts';

export interface Page {
	/** "Wed 12 Mar 2025", "12–18 Mar 2025 and undated"; empty where there is no story. */
	readonly days: Safe;
	/** "5 articles · 3 stories · 24 quotations". */
	readonly counts: Safe;
	/** Said instead of counts where there is no story. */
	readonly quiet: Safe | null;
	readonly stories: readonly StoryPage[];
	readonly problems: readonly Safe[];
}

export interface StoryPage {
	readonly headline: Safe;
	readonly note: Safe | null;
	readonly days: Safe;
	/** "6 sources and a copy". */
	readonly counted: Safe;
	/** Lead first; a letter stands for each where the story names its sources. */
	readonly sources: readonly SourceLine[];
	/** `from` is "2 sources: a, b", and on which day it was, where neither the words nor the head of the story say so. */
	readonly points: readonly { readonly text: Safe; readonly from: Safe }[];
	readonly disputes: readonly {
		/** "Sources differ on how many died". */
		readonly head: Safe;
		readonly claims: readonly ClaimLine[];
	}[];
	/** What is known of each day, one line a day, when the reports are of several days. */
	readonly timeline: readonly TimelineRow[];
	/** Who is quoted, in the order of the story, each with all they say in it. */
	readonly voices: readonly Voice[];
}

export interface ClaimLine {
	/** The words that differ. */
	readonly value: Safe;
	/** The whole sentence; empty where the value is all of it, or the sentence is long. */
	readonly sentence: Safe;
	/** "The Bay Courier, 5 Mar 2025 [a]". */
	readonly from: Safe;
}

export interface SourceLine {
	/** Empty when the story has one source only. */
	readonly letter: Safe;
	readonly source: Safe;
	readonly day: Safe;
	/** What the article calls itself, when that is not the story's headline. */
	readonly headline: Safe | null;
	/** "nearly the same text as a". */
	readonly copy: Safe | null;
}

/**
 * Sets out an edition, its stories in the order in which it holds them. `read` says whether there was any article to make
 * it of, this edition's or another's.
 */
export function pageOf(data: Export, read = true): Page {
	const lookup = lookupIn(data);
	const dated = data.articles.flatMap(({ published }) => (published ? [published.day] : [])).sort();
	const undated = data.articles.filter(({ published }) => !published).length;
	const range = dayRange(dated[0] ?? null, dated.at(-1) ?? null);
	return {
		days: (data.stories.length === 0
			? ''
			: undated > 0 && dated.length > 0
				? `${range}, and ${undated} undated`
				: range) as Safe,
		counts: [
			countWords(data.articles.length, 'article'),
			countWords(data.stories.length, 'story'),
			countWords(data.quotations.length, 'quotation'),
		].join(' · ') as Safe,
		quiet: data.stories.length > 0 ? null : quietWords(data.problems.length, read),
		stories: data.stories.map((story) => storyPage(story, lookup)),
		problems: data.problems.map(problemWords),
	};
}

function storyPage(story: Story, lookup: Lookup): StoryPage {
	const articles = story.articles.flatMap((id) => lookup.articles.get(id) ?? []);
	const letters = new Map(articles.map(({ id }, at) => [id, articles.length > 1 ? letterOf(at) : '']));
	const headline = cutHeadline(story.headline);
	const { points, quotations } = saidOnce(story, lookup);
	const lead = articles[0];
	return {
		headline,
		note: lead && headlineWords(lead) === headline ? headlineNote(lead) : null,
		days: daysOf(story, articles),
		counted: sourcesWords(reportedBy(articles)),
		sources: articles.map((article) => sourceLine(article, headline, letters, lookup)),
		points: points.map((point) => ({
			text: partWords(point.text),
			from: [fromWords(point, letters, lookup), dayWords(point, story, lookup)]
				.filter((part) => part !== '')
				.join(', ') as Safe,
		})),
		disputes: story.disputes.map((dispute) => ({
			head: disputeWords(dispute),
			claims: dispute.claims.map((claim) => claimLine(claim, letters, lookup)),
		})),
		timeline: timelineOf(story, points, articles, lookup),
		voices: voicesOf({ ...story, quotations }, letters, lookup),
	};
}

function daysOf({ firstDay, lastDay }: Story, articles: readonly Article[]): Safe {
	return daysWords(
		firstDay,
		lastDay,
		articles.map(({ published }) => published),
	);
}

function letterOf(at: number): string {
	return at < 26 ? String.fromCharCode(97 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);
}

function sourceLine(article: Article, headline: Safe, letters: Letters, lookup: Lookup): SourceLine {
	const own = headlineWords(article);
	const original =
		article.nearDuplicateOf === null ? undefined : lookup.articles.get(article.nearDuplicateOf);
	const same = original && (letters.get(original.id) || sourceWords(original));
	return {
		letter: (letters.get(article.id) ?? '') as Safe,
		source: sourceWords(article),
		day: publicationWords(article.published, article.bounds),
		headline: own === headline || article.headlineFrom === 'lede' || article.headline === null ? null : own,
		copy: same ? (`nearly the same text as ${same}` as Safe) : null,
	};
}

/**
 * "2 sources: b, a"; "a"; nothing where the story has one source only. First who prints the words that are shown, then the
 * others in the order of the story.
 */
function fromWords({ from, outlets }: Point, letters: Letters, lookup: Lookup): Safe {
	const originalOf = (article: Id) => lookup.articles.get(article)?.nearDuplicateOf ?? article;
	const told = new Set(from.map(({ article }) => article));
	const [shown] = told;
	if (shown === undefined) return '' as Safe;
	// Copies of one text are one source: for them stands that which prints the words, else the original.
	const cited = new Map([[originalOf(shown), shown]]);
	for (const article of letters.keys()) {
		const original = originalOf(article);
		if (
			told.has(article) &&
			(!cited.has(original) || (article === original && cited.get(original) !== shown))
		)
			cited.set(original, article);
	}
	cited.delete(originalOf(shown));
	const others = lettersWords([...cited.values()].map((article) => letters.get(article) ?? ''));
	const list = [letters.get(shown) ?? '', others].filter((part) => part !== '').join(', ');
	return (list !== '' && outlets > 1 ? `${countWords(outlets, 'source')}: ${list}` : list) as Safe;
}

/** "on 4 Mar": the day of a point that its words leave to be reckoned from the day of the report. */
function dayWords({ day, from: [place] }: Point, { firstDay, lastDay }: Story, lookup: Lookup): Safe {
	const article = place && lookup.articles.get(place.article);
	if (day === null || !article?.published?.certain || (day === firstDay && day === lastDay))
		return '' as Safe;
	const printed = article.times.some(
		({ start, end, value }) =>
			start >= place!.start &&
			end <= place!.end &&
			value.startsWith(day) &&
			/\d/.test(article.text.slice(start, end)),
	);
	if (printed) return '' as Safe;
	const sameYear = day.slice(0, 4) === lastDay?.slice(0, 4);
	return `on ${sameYear ? shortDay(day) : plainDay(day)}` as Safe;
}

/** A sentence longer than this beside another is hard to compare: then only the words that differ are shown. */
const LONGEST_SENTENCE = 320;

function claimLine({ value, from }: Claim, letters: Letters, lookup: Lookup): ClaimLine {
	const article = lookup.articles.get(from.article);
	const sentence = article?.sentences.find(({ start, end }) => start <= from.start && from.start < end);
	const whole = sentence ? safeLine(article!.text.slice(sentence.start, sentence.end)) : ('' as Safe);
	const letter = letters.get(from.article);
	const source = article ? `${sourceWords(article)}, ${publicationWords(article.published)}` : '';
	return {
		value: safeLine(value),
		sentence: whole.length > LONGEST_SENTENCE || whole === safeLine(value) ? ('' as Safe) : whole,
		from: (letter ? `${source} [${letter}]` : source) as Safe,
	};
}

/** One quotation of a list that spans many articles: the words, and all there is to say of where they come from. */
export interface CitedLine {
	readonly quotation: Quotation;
	readonly highlights: readonly Span[];
	readonly by: Safe;
	readonly source: Safe;
}

/** A list of quotations in the order given; ids that are not in the data are passed over. */
export function citedLines(
	data: Export,
	found: readonly { readonly id: Id; readonly highlights?: readonly Span[] }[],
): CitedLine[] {
	const lookup = lookupIn(data);
	return found.flatMap(({ id, highlights = [] }) => {
		const quotation = lookup.quotations.get(id);
		const article = quotation && lookup.articles.get(quotation.article);
		if (!quotation || !article) return [];
		const speaker = speakerWords(quotation.speaker, lookup.actors.get(quotation.speaker.actor ?? '') ?? null);
		const indirect = quotation.kind === 'indirect' ? ', indirect' : '';
		return [
			{
				quotation,
				highlights,
				by: `${speaker}, ${whenWords(quotation, article, plainDay)}${indirect}` as Safe,
				source: sourceWords(article),
			},
		];
	});
}

/** How the heading of a place reads: "Wed 12 Mar 2025", "since 1 Mar 2025", "Dmitry Peskov". */
export function placeWords(place: {
	readonly day?: string | null;
	readonly since?: string | undefined;
	readonly until?: string | undefined;
	readonly actor?: string | null;
}): Safe {
	const parts = [
		place.day === undefined || place.day === 'all' ? '' : longDay(place.day),
		place.since === undefined ? '' : `since ${plainDay(place.since)}`,
		place.until === undefined ? '' : `until ${plainDay(place.until)}`,
		place.actor ? safeLine(place.actor) : '',
	];
	return parts.filter((part) => part !== '').join(' · ') as Safe;
}
