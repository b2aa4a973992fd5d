/** A story day by day: what is known of each day on which something of it happened. */
import { type Safe, safeLine } from '../safe.ts';
import type { Article, Day, Point, Published, Story } from '../types.ts';
import { headlineWords, plainDay, shortDay } from '../wording.ts';
import type { Lookup } from './lookup.ts';

export interface TimelineRow {
	/** "12 Mar", "about 12 Mar"; with its year where the story is of another. */
	readonly day: Safe;
	readonly text: Safe;
}

const MOST_DAYS = 12;

/**
 * Nothing where the reports are of one day. Else for each day the first point of that day, or the headline of the first
 * report that came out on it. The day of a birth is told of somebody, and is none of the story's own.
 */
export function timelineOf(
	{ firstDay, lastDay }: Pick<Story, 'firstDay' | 'lastDay'>,
	points: readonly Point[],
	articles: readonly Article[],
	lookup: Lookup,
): TimelineRow[] {
	if (firstDay === lastDay) return [];
	const year = lastDay?.slice(0, 4);
	const days = new Map<Day, { readonly text: Safe; readonly about: boolean }>();
	for (const point of points) {
		const { day, text } = point;
		if (day === null || days.has(day)) continue;
		const ofTheYear = year !== undefined && day.startsWith(year);
		if (!ofTheYear && isBirth(point, lookup)) continue;
		days.set(day, { text: partWords(text), about: isWorkedOut(point, lookup, ofTheYear) });
	}
	for (const article of articles) {
		const { published, headlineFrom } = article;
		if (isDay(published) && !days.has(published.day) && headlineFrom !== 'lede')
			days.set(published.day, { text: headlineWords(article), about: !published.certain });
	}
	if (days.size < 2) return [];
	return [...days]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.slice(-MOST_DAYS)
		.map(([day, { text, about }]) => {
			const words = day.slice(0, 4) === year ? shortDay(day) : plainDay(day);
			return { day: (about ? `about ${words}` : words) as Safe, text };
		});
}

/** A row is a day: what is known no nearer than the month has no place in it. */
function isDay(published: Published | null): published is Published {
	return published !== null && (published.certain || published.precision === 'day');
}

/** "Born in Karsk on 3 March 1958". */
const BORN = /\b(?:born|birthdate|date of birth)\b[^.!?;]{0,60}$/i;

/** The words that tell the point's day, and what stands before them. */
function timesOf({ day, from: [place] }: Point, { articles }: Lookup) {
	const article = place && articles.get(place.article);
	if (!article || day === null) return [];
	return article.times
		.filter(({ start, end, value }) => start >= place.start && end <= place.end && value.startsWith(day))
		.map((time) => ({
			...time,
			words: article.text.slice(time.start, time.end),
			before: article.text.slice(Math.max(place.start, time.start - 80), time.start),
		}));
}

function isBirth(point: Point, lookup: Lookup): boolean {
	return timesOf(point, lookup).some(({ before }) => BORN.test(before));
}

/** Not the day that its words print, nor one whose year they leave to be worked out where the year is shown. */
function isWorkedOut(point: Point, lookup: Lookup, withoutYear: boolean): boolean {
	const times = timesOf(point, lookup);
	return (
		times.length > 0 && times.every(({ certain, words }) => !certain && !(withoutYear && /\d/.test(words)))
	);
}

/** A point that is part of a sentence says so. */
export function partWords(text: string): Safe {
	const words = safeLine(text);
	const opened = /^\p{Ll}/u.test(words) ? `… ${words}` : words;
	return (/[.!?…]["”’'»)\]]*$/.test(words) ? opened : `${opened} …`) as Safe;
}
