/**
 * The day of articles that print none, as far as others tell it: the year of "March 17" from dated articles on the same
 * events, the day from the latest one that the text speaks of as past. What is worked out is never certain, and
 * carries its evidence; what is not told stays unknown.
 */
import { dayAt, numberOf } from '../article/times/calendar.ts';
import { timesAt } from '../article/times.ts';
import { WEEKDAYS } from '../lexicon/calendar.ts';
import type { Article, Day, Published, Reading, Span, TimeWords } from '../types.ts';
import { likeliest } from './about-when.ts';
import { officesHeld, type Term } from './offices-held.ts';
import { fillLikeness, type Space } from './vectors.ts';

/** Below this a dated article tells nothing of another. */
const KIN = 0.035;
/** So near that one dated article is enough, even when the two share no day. */
const NEAR = 0.2;
/** The nearest dated articles that are asked. */
const ASKED = 5;
/** Where these lie in several years so many are asked which it is. */
const ASKED_FOR_YEAR = 20;
/** Without any day in the text so many dated articles must agree. */
const WITNESSES = 3;
/** Their days agree when most of their weight lies within so many days of the middle. */
const AGREE_WITHIN = 60;
const AGREE_SHARE = 0.6;
/** Where a subject lasts, their days may lie further apart, as long as all of them are of one year. */
const OF_ONE_YEAR_WITHIN = 120;
/** So near each other dated articles tell the day, or the month; further apart no more than the year. */
const A_WEEK = 7;
const HALF_A_MONTH = 15;
/** Nearly all of their weight. */
const NEARLY_ALL = 0.95;
/** A day in the text further from what the dated articles tell is about something else. */
const FAR = 120;

interface Witness {
	readonly article: Article;
	readonly day: number;
	readonly likeness: number;
	readonly weight: number;
}

/** The readings with inferred days and with times anchored to them, in order; others as they are. */
export function inferDays(readings: readonly Reading[], words: Space): Reading[] {
	const dated = readings.flatMap(({ article }, at) =>
		article.published?.certain ? [{ at, day: numberOf(article.published.day) }] : [],
	);
	if (dated.length === 0) return [...readings];
	const toldDays = readings.map(({ times }) => new Set(times.flatMap(monthAndDay)));
	const row = new Float32Array(readings.length);
	const termsIn = officesHeld(dated.map(({ at, day }) => ({ reading: readings[at]!, day })));
	return readings.map((reading, at) => {
		if (reading.article.published) return reading;
		fillLikeness(words, at, row);
		const kin = dated
			.map(({ at: other, day }): Witness & { readonly shares: boolean } => {
				const shares = [...toldDays[at]!].some((told) => toldDays[other]!.has(told));
				const likeness = row[other]!;
				return { article: readings[other]!.article, day, likeness, weight: likeness ** 3, shares };
			})
			.filter(({ likeness }) => likeness >= KIN)
			.sort((a, b) => b.likeness - a.likeness || (a.article.id < b.article.id ? -1 : 1))
			.slice(0, ASKED_FOR_YEAR);
		const witnesses = kin.slice(0, ASKED);
		const trusted = witnesses.some(({ likeness, shares }) => shares || likeness >= NEAR);
		const enough = trusted || witnesses.length >= WITNESSES;
		const published =
			fromHead(reading, witnesses, enough) ??
			fromTold(reading, witnesses, enough) ??
			within(reading.article, fromSeveralYears(reading, kin, termsIn(reading), fromWitnesses(witnesses)));
		return published ? anchored(reading, published) : reading;
	});
}

const monthAndDay = ({ value }: TimeWords): string[] => {
	const found = /^(?:\d{4}|XXXX)-(\d\d-\d\d)/.exec(value);
	return found ? [found[1]!] : [];
};

function anchored(reading: Reading, published: Published): Reading {
	const times = timesAt(reading.times, published);
	return { ...reading, article: { ...reading.article, published, times } };
}

/** What the dated articles tell together may not contradict what this one tells of days. */
function within({ bounds }: Article, published: Published | null): Published | null {
	if (!published || !bounds) return published;
	const { day } = published;
	if (bounds.after && day < bounds.after.day) return null;
	return bounds.before && day > bounds.before.day ? null : published;
}

/** "Tuesday 18 March", "VELMORA, March 18 (Reuters) —": a day at the head that wants only its year. */
function fromHead(
	{ article, times }: Reading,
	witnesses: readonly Witness[],
	trusted: boolean,
): Published | null {
	const middle = medianOf(witnesses);
	if (middle === null || !trusted) return null;
	const heads = article.removed.filter(({ reason }) => reason === 'dateline');
	const lede = article.paragraphs.find(({ kind }) => kind === 'lede')?.end ?? 0;
	for (const time of times) {
		if (time.start > lede) break;
		if (!/^XXXX-\d\d-\d\d/.test(time.value) || !heads.some((head) => isWithin(time, head))) continue;
		const day = dayOf(time, article.text, middle);
		if (day === null || Math.abs(day - middle) > FAR) continue;
		const evidence = { start: time.start, end: time.end };
		return { ...published(dayAt(day), 'day', evidence, witnesses), from: 'header' };
	}
	return null;
}

const isWithin = (one: Span, other: Span) => one.start >= other.start && one.end <= other.end;

/** The latest day that the text itself tells, with the year that lies nearest to the dated articles. */
function fromTold(reading: Reading, witnesses: readonly Witness[], trusted: boolean): Published | null {
	const middle = medianOf(witnesses);
	if (middle === null || !trusted) return null;
	let latest: { readonly day: number; readonly evidence: Span } | null = null;
	for (const time of reading.times) {
		if (time.lean === 'future' || time.offset) continue;
		const day = dayOf(time, reading.article.text, middle);
		if (day === null || Math.abs(day - middle) > FAR) continue;
		if (!latest || day > latest.day) latest = { day, evidence: { start: time.start, end: time.end } };
	}
	if (!latest) return null;
	const { day, evidence } = latest;
	// The text may have come out long after it; dated articles of that very day, or all of about then, say that it did not.
	const sure =
		witnesses.some((witness) => witness.day === day) || shareWithin(witnesses, day, A_WEEK) >= NEARLY_ALL;
	return published(dayAt(day), sure ? 'day' : 'month', evidence, witnesses);
}

function dayOf({ value, start, end }: TimeWords, text: string, near: number): number | null {
	const found = /^(\d{4}|XXXX)-(\d\d-\d\d)/.exec(value);
	// "The worst since Christmas", "a Father Christmas": of a feast one speaks all year round.
	if (!found || !/\d/.test(text.slice(start, end))) return null;
	if (found[1] !== 'XXXX') return numberOf(value.slice(0, 10));
	const weekday = weekdayIn(text.slice(start, end));
	const year = Number(dayAt(near).slice(0, 4));
	const days = [year - 1, year, year + 1]
		.map((candidate) => numberOf(`${candidate}-${found[2]}`))
		.filter((day) => !Number.isNaN(day) && (weekday === null || weekdayOf(day) === weekday));
	return days.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

/** Monday is 1, as in the lexicon. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

function weekdayIn(words: string): number | null {
	for (const word of words.toLowerCase().split(/[^a-z]+/)) {
		const weekday = WEEKDAYS.get(word);
		if (weekday !== undefined) return weekday;
	}
	return null;
}

/** About when the nearest dated articles came out, when enough of them agree. */
function fromWitnesses(witnesses: readonly Witness[]): Published | null {
	const middle = medianOf(witnesses);
	if (witnesses.length < WITNESSES || middle === null) return null;
	const ofOneYear = new Set(witnesses.map(({ day }) => dayAt(day).slice(0, 4))).size === 1;
	const within = ofOneYear ? OF_ONE_YEAR_WITHIN : AGREE_WITHIN;
	if (shareWithin(witnesses, middle, within) < AGREE_SHARE) return null;
	const precision = [['day', A_WEEK] as const, ['month', HALF_A_MONTH] as const].find(
		([, days]) => shareWithin(witnesses, middle, days) >= NEARLY_ALL,
	)?.[0];
	return published(dayAt(middle), precision ?? 'year', null, witnesses);
}

/** Where the dated articles tell no more than a year: that for which its months and the offices in it speak as well. */
function fromSeveralYears(
	{ article, times }: Reading,
	kin: readonly Witness[],
	terms: readonly Term[],
	plain: Published | null,
): Published | null {
	if ((plain && plain.precision !== 'year') || kin.length < WITNESSES) return plain;
	const found = likeliest(kin, times, article.text, terms);
	return found ? published(dayAt(found.day), 'year', null, [found]) : plain;
}

/** How much of the weight of the dated articles lies within so many days of this one. */
function shareWithin(witnesses: readonly Witness[], day: number, days: number): number {
	const weigh = (some: readonly Witness[]) => some.reduce((sum, { weight }) => sum + weight, 0);
	return weigh(witnesses.filter((one) => Math.abs(one.day - day) <= days)) / weigh(witnesses);
}

function medianOf(witnesses: readonly Witness[]): number | null {
	const ordered = [...witnesses].sort((a, b) => a.day - b.day);
	let left = ordered.reduce((sum, { weight }) => sum + weight, 0) / 2;
	for (const { day, weight } of ordered) {
		left -= weight;
		if (left <= 0) return day;
	}
	return null;
}

function published(
	day: Day,
	precision: Published['precision'],
	evidence: Span | null,
	witnesses: readonly Witness[],
): Published {
	const linkedArticle = witnesses[0]?.article.id ?? null;
	return { day, from: 'linked', certain: false, precision, evidence, linkedArticle };
}
