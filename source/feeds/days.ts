/** The day that a feed prints, in the zone in which it prints it; none rather than a wrong one. */
import { fullDates } from '../article/date-line.ts';
import { dayAt, dayOf, numberOf } from '../article/times/calendar.ts';
import { MONTHS } from '../lexicon/calendar.ts';
import type { Day } from '../types.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T\d|$)/;
/** RFC 822 and what it became: "Tue, 11 Mar 2025 10:00:00 EST", "11-Mar-25". */
const MAIL =
	/^(?:\p{L}{2,12}\.?,?\s{1,9})?(\d{1,2})[\s-]{1,9}(\p{L}{3,12})\.?[\s,-]{1,9}(\d{4}|\d{2})(?!\d)/u;
/** "Tue Mar 11 10:00:00 2025". */
const CLOCK =
	/^\p{L}{3}\s{1,9}(\p{L}{3})\s{1,9}(\d{1,2})\s\d{1,2}:\d{2}(?::\d{2})?\s(?:[A-Z]{2,5}\s)?(\d{4})$/u;

/** What came before has the day of some machine without a clock. */
const FIRST: Day = '1990-01-01';
/** It may be tomorrow elsewhere. */
const AHEAD = 1;

/** `today`: later days have not been yet. Null for what is no whole date. */
export function dayIn(text: string | null | undefined, today: Day): Day | null {
	const words = (text ?? '').slice(0, 100).trim();
	const day = read(words);
	return day === null || day < FIRST || day > dayAt(numberOf(today) + AHEAD) ? null : day;
}

function read(words: string): Day | null {
	const iso = ISO.exec(words) ?? COMPACT.exec(words);
	if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const mail = MAIL.exec(words);
	if (mail) return dayOf(yearOf(mail[3]!), monthOf(mail[2]!), Number(mail[1]));
	const clock = CLOCK.exec(words);
	if (clock) return dayOf(Number(clock[3]), monthOf(clock[1]!), Number(clock[2]));
	return fullDates(words)[0]?.day ?? null;
}

/** Two figures as RFC 2822 has them. */
const yearOf = (figures: string) =>
	figures.length === 4 ? Number(figures) : Number(figures) + (Number(figures) < 50 ? 2000 : 1900);

/** 0, which no calendar has, for a name that is none. */
const monthOf = (name: string) => MONTHS.get(name.toLowerCase()) ?? 0;
