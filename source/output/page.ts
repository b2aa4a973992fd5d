/** What a digest says, in order, as words and before any layout: plain text and Markdown say the same thing. */
import { type Safe, safeLine } from '../safe.ts';
import type { Article, Export, Id, Quotation, Span, Story } from '../types.ts';
import {
	countWords,
	dayRange,
	headlineNote,
	headlineWords,
	longDay,
	plainDay,
	problemWords,
	publicationWords,
	sourceWords,
	speakerWords,
	whenWords,
} from '../wording.ts';
import { type Lookup, lookupIn } from './lookup.ts';
import { saidOnce } from './once.ts';
import { type Letters, type Voice, voicesOf } from './voices.ts';

export interface Page {
	/** "Wed 12 Mar 2025", "12–18 Mar 2025 and undated". */
	readonly days: Safe;
	/** "5 articles · 3 stories · 24 quotations". */
	readonly counts: Safe;
	readonly stories: readonly StoryPage[];
	readonly problems: readonly Safe[];
}

export interface StoryPage {
	readonly headline: Safe;
	readonly note: Safe | null;
	readonly days: Safe;
	/** Lead first; a letter stands for each where the story names its sources. */
	readonly sources: readonly SourceLine[];
	readonly points: readonly { readonly text: Safe; readonly from: Safe }[];
	readonly disputes: readonly {
		readonly about: Safe;
		readonly claims: readonly { readonly value: Safe; readonly from: Safe }[];
	}[];
	/** Who is quoted, in the order of the story, each with all they say in it. */
	readonly voices: readonly Voice[];
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

/** Sets out an edition: newest stories first, the undated last. */
export function pageOf(data: Export): Page {
	const lookup = lookupIn(data);
	const dated = data.articles.flatMap(({ published }) => (published ? [published.day] : [])).sort();
	const undated = data.articles.filter(({ published }) => !published).length;
	const range = dayRange(dated[0] ?? null, dated.at(-1) ?? null);
	return {
		days: (undated > 0 && dated.length > 0 ? `${range}, and ${undated} undated` : range) as Safe,
		counts: [
			countWords(data.articles.length, 'article'),
			countWords(data.stories.length, 'story'),
			countWords(data.quotations.length, 'quotation'),
		].join(' · ') as Safe,
		stories: [...data.stories].sort(newestFirst).map((story) => storyPage(story, lookup)),
		problems: data.problems.map(problemWords),
	};
}

/** Stories keep the order they have; their last day moves the newest to the front and the undated to the end. */
function newestFirst(a: Story, b: Story): number {
	if (a.lastDay === b.lastDay) return 0;
	if (a.lastDay === null) return 1;
	if (b.lastDay === null) return -1;
	return a.lastDay < b.lastDay ? 1 : -1;
}

function storyPage(story: Story, lookup: Lookup): StoryPage {
	const articles = story.articles.flatMap((id) => lookup.articles.get(id) ?? []);
	const letters = new Map(articles.map(({ id }, at) => [id, articles.length > 1 ? letterOf(at) : '']));
	const headline = safeLine(story.headline);
	const { points, quotations } = saidOnce(story, lookup);
	const lead = articles[0];
	// What the head of the story says of all its sources need not be said again at every quotation.
	const severalDays = new Set(articles.map(({ published }) => publicationWords(published))).size > 1;
	return {
		headline,
		note: lead && headlineWords(lead) === headline ? headlineNote(lead) : null,
		days: daysOf(story, articles),
		sources: articles.map((article) => sourceLine(article, headline, letters, lookup)),
		points: points.map(({ text, from, outlets }) => ({
			text: safeLine(text),
			from: fromWords(
				from.map(({ article }) => article),
				letters,
				outlets,
			),
		})),
		disputes: story.disputes.map(({ about, claims }) => ({
			about: safeLine(about),
			claims: claims.map(({ value, from }) => ({
				value: safeLine(value),
				from: namesOf([from.article], letters, lookup),
			})),
		})),
		voices: voicesOf({ ...story, quotations }, { letters, severalDays }, lookup),
	};
}

/** "about" where the only day of a story is worked out. */
function daysOf(story: Story, articles: readonly Article[]): Safe {
	const days = dayRange(story.firstDay, story.lastDay);
	const certain = articles.some(({ published }) => published?.certain);
	return (certain || story.lastDay === null ? days : `about ${days}`) as Safe;
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
		day: publicationWords(article.published),
		headline: own === headline || article.headlineFrom === 'lede' || article.headline === null ? null : own,
		copy: same ? (`nearly the same text as ${same}` as Safe) : null,
	};
}

/** "2 sources: a, b"; "a"; nothing where the story has one source only. */
function fromWords(articles: readonly Id[], letters: Letters, outlets: number): Safe {
	const names = [...new Set(articles)].map((id) => letters.get(id) ?? '').filter((letter) => letter !== '');
	if (names.length === 0) return '' as Safe;
	const list = names.sort().join(', ');
	return (outlets > 1 ? `${countWords(outlets, 'source')}: ${list}` : list) as Safe;
}

/** "[a]" where the story has letters, else the names of the sources. */
function namesOf(articles: readonly Id[], letters: Letters, lookup: Lookup): Safe {
	const names = [...new Set(articles)].map((id) => {
		const article = lookup.articles.get(id);
		const letter = letters.get(id);
		return letter ? `[${letter}]` : article ? sourceWords(article) : '';
	});
	return names.filter((name) => name !== '').join(' ') as Safe;
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
