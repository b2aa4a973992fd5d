/**
 * The year of an article whose nearest dated ones lie in several: by the months that it names without a year, told as
 * past or to come, and by the offices that it says are held. News names last month more often than the one ten months ago.
 */
import { dayAt, dayOf, numberOf } from '../article/times/calendar.ts';
import type { TimeWords } from '../types.ts';
import type { Term } from './offices-held.ts';

/** How likely a month named without its year lies so many months back from the one of the article, by the verb. */
const BACK: Readonly<Record<'past' | 'future' | 'none', readonly number[]>> = {
	past: [0.27, 0.27, 0.19, 0.14, 0.1, 0.07, 0.05, 0.04, 0.03, 0.025, 0.025, 0.025],
	none: [0.22, 0.17, 0.12, 0.09, 0.07, 0.05, 0.04, 0.035, 0.035, 0.035, 0.035, 0.035],
	future: [0.2, 0.1, 0.04, 0.03, 0.03, 0.03, 0.04, 0.05, 0.06, 0.08, 0.12, 0.2],
};
/** A day of a month is told nearer to when it was than a month. */
const OF_A_DAY = 1.3;
/** So many months told count in full; more of them say the same again. */
const MOST_TOLD = 3;
/** How likely an office is told of outside its term as far as that is known. */
const OUT_OF_TERM = 0.15;
/** Days after which a dated article speaks for a month by the e-th part. */
const FADES = 60;
/** A year must have this share of what speaks for any. */
const SURE = 0.7;

export interface Speaking {
	/** Days since 1970. */
	readonly day: number;
	readonly likeness: number;
}

/** The dated article that speaks most for the likeliest month of the likeliest year; null when no year is sure enough. */
export function likeliest<Dated extends Speaking>(
	dated: readonly Dated[],
	times: readonly TimeWords[],
	text: string,
	terms: readonly Term[],
): Dated | null {
	const told = monthsTold(times, text);
	if (told.length + terms.length === 0 || dated.length === 0) return null;
	const months = monthsAround(dated);
	const weights = months.map((month) =>
		Math.exp(Math.log(nearnessOf(month, dated)) + evidence(month, told, terms)),
	);
	const years = new Map<number, number>();
	let sum = 0;
	months.forEach((month, at) => {
		const year = Math.floor(month / 12);
		years.set(year, (years.get(year) ?? 0) + weights[at]!);
		sum += weights[at]!;
	});
	const [year, share] = [...years].reduce((best, one) => (one[1] > best[1] ? one : best));
	if (years.size < 2 || !(share >= SURE * sum)) return null;
	let best = -1;
	months.forEach((month, at) => {
		if (Math.floor(month / 12) === year && (best < 0 || weights[at]! > weights[best]!)) best = at;
	});
	const middle = middleOf(months[best]!);
	return dated
		.filter(({ day }) => Math.floor(monthOf(day) / 12) === year)
		.reduce<Dated | null>(
			(nearest, one) =>
				nearest && Math.abs(nearest.day - middle) <= Math.abs(one.day - middle) ? nearest : one,
			null,
		);
}

interface MonthTold {
	/** January is 0. */
	readonly month: number;
	readonly back: readonly number[];
	readonly power: number;
}

/** Months and days of months named without a year, each once; a feast is none. */
function monthsTold(times: readonly TimeWords[], text: string): MonthTold[] {
	const told = new Map<string, MonthTold>();
	for (const { value, offset, lean, start, end } of times) {
		const [, month, day] = /^XXXX-(\d\d)(?!\d)(-\d\d)?/.exec(value) ?? [];
		if (month === undefined || offset || lean === 'each') continue;
		if (day !== undefined && !/\d/.test(text.slice(start, end))) continue;
		told.set(`${month} ${lean} ${day !== undefined}`, {
			month: Number(month) - 1,
			back: BACK[lean],
			power: day === undefined ? 1 : OF_A_DAY,
		});
	}
	return [...told.values()];
}

/** Months since the year 0. */
function monthOf(day: number): number {
	const [year, month] = dayAt(day).split('-').map(Number) as [number, number];
	return year * 12 + month - 1;
}

const middleOf = (month: number) => numberOf(dayOf(Math.floor(month / 12), (month % 12) + 1, 15)!);

/** Those of the dated articles, and those beside them, but none outside the time that they span. */
function monthsAround(dated: readonly Speaking[]): number[] {
	const own = new Set(dated.map(({ day }) => monthOf(day)));
	const [first, last] = [Math.min(...own), Math.max(...own)];
	return [...new Set([...own].flatMap((month) => [month - 1, month, month + 1]))]
		.filter((month) => month >= first && month <= last)
		.sort((a, b) => a - b);
}

function nearnessOf(month: number, dated: readonly Speaking[]): number {
	const middle = middleOf(month);
	return dated.reduce(
		(sum, { day, likeness }) => sum + likeness ** 2 * Math.exp(-Math.abs(day - middle) / FADES),
		Number.MIN_VALUE,
	);
}

function evidence(month: number, told: readonly MonthTold[], terms: readonly Term[]): number {
	const months = told.reduce(
		(sum, { month: named, back, power }) => sum + power * Math.log(back[(((month - named) % 12) + 12) % 12]!),
		0,
	);
	const outside = terms.filter(
		({ after, before }) =>
			(after !== null && month < monthOf(after)) || (before !== null && month > monthOf(before)),
	);
	return months * Math.min(1, MOST_TOLD / told.length || 0) + outside.length * Math.log(OUT_OF_TERM);
}
