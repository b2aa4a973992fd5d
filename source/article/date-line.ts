/** Full calendar dates as news prints them, and lines that hold a date and little else. */
import { MONTHS } from '../lexicon/calendar.ts';
import type { Day, Span } from '../types.ts';
import { dayOf } from './times/calendar.ts';

export interface FullDate extends Span {
	readonly day: Day;
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
const NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length);
/** Capitals only: "may 6" is a wish. Words run together in pasted pages ("ReadNovember 6"), so no edge is asked for. */
const NAME = NAMES.flatMap((name) => [capital(name), name.toUpperCase()]).join('|');

const FULL = new RegExp(
	[
		`(?<m1>${NAME})\\.?[ \\u00a0]{0,3}(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:[ ,.\\u00a0]{1,3}| ?[-–] ?)(?<y1>(?:19|20)\\d\\d)(?!\\d(?!\\d?:\\d\\d))`,
		`(?<!\\d)(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\-\\u00a0./]{1,3}(?<m2>${NAME})\\.?[ ,\\-\\u00a0./]{1,3}(?<y2>(?:19|20)\\d\\d)(?!\\d)`,
		'(?<!\\d)(?<y3>(?:19|20)\\d\\d)[-/.](?<m3>0?[1-9]|1[0-2])[-/.](?<d3>0?[1-9]|[12]\\d|3[01])(?!\\d)',
		'(?<![\\d/.-])(?<a>\\d{1,2})(?<sign>[./-])(?<b>\\d{1,2})\\k<sign>(?<y4>(?:19|20)\\d\\d)(?!\\d)',
	].join('|'),
	'gu',
);

/** Every full date (day, month and year) in the text, in order. 03/04/2025 counts only beside a zone that tells. */
export function fullDates(text: string, order: NumberOrder | null = null): FullDate[] {
	const found: FullDate[] = [];
	for (const match of text.matchAll(FULL)) {
		const { m1, d1, y1, m2, d2, y2, m3, d3, y3, a, b, sign, y4 } = match.groups ?? {};
		const name = m1 ?? m2;
		const year = Number(y1 ?? y2 ?? y3 ?? y4);
		const day =
			y4 !== undefined
				? numeric(Number(a), Number(b), year, sign ?? '', order ?? orderNear(text, sign ?? ''))
				: dayOf(
						year,
						name === undefined ? Number(m3) : (MONTHS.get(name.toLowerCase()) ?? 0),
						Number(d1 ?? d2 ?? d3),
					);
		if (day) found.push({ start: match.index, end: match.index + match[0].length, day });
	}
	return found;
}

const AMERICAN = /\b(?:[ECMP][SD]?T)\b/;
/** So does a clock of 24 hours, which America does not print. */
const EUROPEAN = /\b(?:GMT|UTC|BST|CES?T|EES?T|IST|MSK)\b|\b(?:1[3-9]|2[0-3]):\d\d/;

/** Which number of 03/04/2025 is the day. */
export type NumberOrder = 'day first' | 'month first';

function numeric(a: number, b: number, year: number, sign: string, order: NumberOrder | null): Day | null {
	if (a > 12 || a === b) return dayOf(year, b, a);
	if (b > 12) return dayOf(year, a, b);
	return order === 'day first' || sign === '.'
		? dayOf(year, b, a)
		: order === 'month first'
			? dayOf(year, a, b)
			: null;
}

function orderNear(text: string, sign: string): NumberOrder | null {
	const near = text.slice(0, 200);
	if (sign === '.' || EUROPEAN.test(near)) return 'day first';
	return AMERICAN.test(near) ? 'month first' : null;
}

const NUMBERS = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:19|20)\d\d(?!\d)/g;

/** A page that prints 25/12/2024 somewhere means 3 April by 03/04/2025. Null when its dates tell nothing or disagree. */
export function numberOrderOf(text: string): NumberOrder | null {
	let dayFirst = false;
	let monthFirst = false;
	for (const [, a, b] of text.matchAll(NUMBERS)) {
		if (Number(a) > 12) dayFirst = true;
		else if (Number(b) > 12) monthFirst = true;
	}
	return dayFirst === monthFirst ? null : dayFirst ? 'day first' : 'month first';
}

export interface DatedLine {
	readonly dates: readonly (FullDate & { readonly label: 'published' | 'updated' | null })[];
	/** Words that belong to no date, clock, byline mark or label: names of authors and sections, or running text. */
	readonly others: number;
	/** All those words begin with a capital or a digit, as names do. */
	readonly names: boolean;
	readonly clock: boolean;
	readonly weekday: boolean;
	/** Opens with "By", as a line of authors does. */
	readonly byline: boolean;
}

const LONGEST = 240;
const CLOCK = /\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?/giu;
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/giu;
const FURNITURE =
	/\b(?:published|posted|updated?|modified|revised|reviewed|created|issued|written|originally|first|last|date|on|at|the|by|in|of|and|from|as|is|was|am|pm|GMT|UTC|(?:\d{1,2}|an?) (?:seconds?|minutes?|hours?|days?) ago|\d{1,3}[- ]?min(?:ute)?s?(?:[- ]read)?|minutes?|mins?|read(?:ing time)?|\d{0,5} ?comments?|\d{1,4})\b|[+-]\d\d:?\d\d/giu;
/** Capitals only: "it" and "that" are no time zones. */
const ZONE = /\b[A-Z]{1,4}T\b/g;
const PUBLISHED = /\b(?:published|posted|created|issued|written|originally|submitted|date|first)\b/i;
const UPDATED = /\b(?:updated?|updates|modified|revised|reviewed|edited|changed|last)\b/i;

/** "First published" is the day of publication, "last published" hardly occurs, "last updated" is not. */
export function labelIn(words: string): 'published' | 'updated' | null {
	return UPDATED.test(words) ? 'updated' : PUBLISHED.test(words) ? 'published' : null;
}

/** What a line with a full date holds beside it; null for long lines and for lines without one. */
export function datedLine(line: string, order: NumberOrder | null = null): DatedLine | null {
	if (line.length > LONGEST || !/\d{4}/.test(line)) return null;
	const found = fullDates(line, order);
	if (found.length === 0) return null;
	let rest = '';
	let at = 0;
	const dates: DatedLine['dates'][number][] = [];
	for (const date of found) {
		const before = line.slice(at, date.start);
		dates.push({ label: labelIn(before), ...date });
		rest += `${before} `;
		at = date.end;
	}
	rest += line.slice(at);
	// "2 May 2025 (see updates)", "2 May 2025 | Originally published"
	const [only] = dates;
	if (only && dates.length === 1 && only.label === null)
		dates[0] = { ...only, label: labelIn(line.slice(at)) };
	const clock = rest.replace(CLOCK, ' ');
	const weekday = clock.replace(WEEKDAY, ' ');
	const words =
		weekday
			.replace(ZONE, ' ')
			.replace(FURNITURE, ' ')
			.match(/[\p{L}\d][\p{L}\d'’.-]*/gu) ?? [];
	return {
		dates,
		others: words.length,
		names:
			!(/[.!?]["”’]?$/.test(line) && words.some((word) => /^\p{Ll}/u.test(word))) &&
			(words.length <= 2 || words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length >= 0.6 * words.length),
		clock: clock !== rest,
		weekday: weekday !== clock,
		byline: /^(?:\W{0,3}|.{0,20}\b)by[ :]/i.test(line),
	};
}

const CAPTION =
	/^[([]?(?:(?:\p{L}{3,12} )?(?:photo(?:graph)?s?|pictures?|images?|footage|video still|illustration|graphic|drawing|map)(?: by\b| of\b| from\b| shows?\b|,? (?:was )?(?:taken|dated|made|shot|released)\b| ?[:©|])|captions? ?:|file(?: photo| image| picture)?(?: ?[:,]| dated| of\b)|(?:photo |picture |image )?credits? ?:)/iu;

/** "Caption: a barge on 2 May 2011.", "Archive image dated 14 July 1999": what is shown was then, whatever came out when. */
export const isCaption = (line: string): boolean => CAPTION.test(line.slice(0, 80));

/** "First published 2 May 2011 in the Velmora Gazette": there, and not here. */
const ELSEWHERE =
	/^(?:this (?:article|story|report) (?:was )?)?(?:(?:first|originally) (?:published|printed|appeared)|reprinted)\b.{0,60}\b(?:in|by) (?:the )?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\p{Lu}/iu;

export const isOfElsewhere = (line: string): boolean => ELSEWHERE.test(line.slice(0, 160));

/** A line that tells a full date and little else: "Published: 12 March 2025, 6:55 AM CET", "Ann Berg · 2 May 2025". */
export function isDateLine(line: string): boolean {
	// "— Ann Berg (@annberg) May 2, 2025" tells who wrote the words above.
	if (/^[—–-]/.test(line) && line.includes('@')) return false;
	// Most lines tell no date: that is soonest seen.
	const dated = datedLine(line);
	if (!dated || isCaption(line) || isOfElsewhere(line)) return false;
	const labelled = dated.dates.some(({ label }) => label !== null);
	return (
		dated.others === 0 ||
		(dated.names && dated.others <= 4) ||
		(labelled && (dated.names ? dated.others <= 10 : dated.others <= 2))
	);
}
