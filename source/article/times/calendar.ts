/** Reckoning with days: no clock, no time zone, Gregorian throughout. */
import type { Day } from '../../types.ts';

const DAY = 86_400_000;

/** Days since 1970-01-01. */
export function numberOf(day: Day): number {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

export function dayAt(number: number): Day {
	return new Date(number * DAY).toISOString().slice(0, 10);
}

/** How many days lie between two, whichever comes first. */
export function daysApart(one: Day, other: Day): number {
	return Math.abs(numberOf(one) - numberOf(other));
}

/** Monday is 1. */
export function weekdayOf(day: Day): number {
	return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-Www` by ISO 8601: a week belongs to the year of its Thursday. */
export function weekOf(day: Day): string {
	const thursday = numberOf(day) - weekdayOf(day) + 4;
	const year = dayAt(thursday).slice(0, 4);
	const week = Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) + 1;
	return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `YYYY-MM-DD`, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
	if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null;
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	if (day > days) return null;
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The same day of another month; the month's last when it is shorter. Null past the year 9999 or before 1. */
export function addMonths(day: Day, count: number): Day | null {
	const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
	for (let date = Number(day.slice(8)); date > 27; date--) {
		const found = dayOf(Math.floor(months / 12), (months % 12) + 1, date);
		if (found) return found;
	}
	return dayOf(Math.floor(months / 12), (months % 12) + 1, Number(day.slice(8)));
}

/** Null when the result is no four-digit year. */
export function addDays(day: Day, count: number): Day | null {
	const number = numberOf(day) + count;
	return number > -719_162 && number < 2_932_896 ? dayAt(number) : null;
}
