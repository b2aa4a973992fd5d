/**
 * The days of the week that articles name, and what it says that two name the same or different ones. News tells its
 * event by the weekday ("on Friday"), also where no date is printed.
 */
import type { Article, TimeWords } from '../types.ts';

/** One bit for each day of the week. */
export type Weekdays = number;

/** Of two reports of one event that name days of the week, so many share one. */
const SHARE = 0.9;
/** How much of that evidence is counted: the same words that are alike often name the day too. */
const POWER = 0.24;

/** "on Friday"; and "yesterday", where the day of the article is known. */
export function weekdaysOf({ published, times: anchored }: Article, times: readonly TimeWords[]): Weekdays {
	let named = 0;
	times.forEach(({ value, offset, lean }, at) => {
		if (lean === 'each') return;
		const weekday = /WXX-([1-7])/.exec(value)?.[1];
		if (weekday !== undefined) named |= 1 << Number(weekday);
		else if (published?.certain && offset?.unit === 'day') {
			const day = /^\d{4}-\d\d-\d\d/.exec(anchored[at]?.value ?? '')?.[0];
			if (day !== undefined) named |= 1 << (new Date(`${day}T00:00Z`).getUTCDay() || 7);
		}
	});
	return named;
}

/** Above 1 for a day in common, below 1 for none; the more days are named, the less either says. */
export function agreeOnWeekday(a: Weekdays, b: Weekdays): number {
	if (a === 0 || b === 0) return 1;
	const byChance = CHANCE[countOf(a)]![countOf(b)]!;
	if (byChance === 1) return 1;
	return ((a & b) !== 0 ? SHARE / byChance : (1 - SHARE) / (1 - byChance)) ** POWER;
}

function countOf(weekdays: Weekdays): number {
	let count = 0;
	for (let left = weekdays; left !== 0; left &= left - 1) count++;
	return count;
}

/** How likely so many days and so many, taken blindly, have one in common. */
const CHANCE: readonly (readonly number[])[] = Array.from({ length: 8 }, (_, a) =>
	Array.from({ length: 8 }, (_, b) => 1 - waysTo(7 - a, b) / waysTo(7, b)),
);

function waysTo(from: number, take: number): number {
	let ways = 1;
	for (let taken = 0; taken < take; taken++) ways *= (from - taken) / (taken + 1);
	return Math.max(0, ways);
}
