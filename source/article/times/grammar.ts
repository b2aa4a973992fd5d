/** What a time expression looks like, as an ordered table over the letters of `tokens.ts`, and what it means. */
import {
	DAY_PARTS,
	FREQUENCIES,
	HOLIDAYS,
	RELATIVE_DAYS,
	SEASONS,
	UNITS,
	type Unit,
	VAGUE,
} from '../../lexicon/calendar.ts';
import type { TimeWords } from '../../types.ts';
import { dayOf } from './calendar.ts';
import type { Token } from './tokens.ts';

/**
 * `value` is a TIMEX3 value with X for what the words leave open. `lean: 'tense'` asks the verb of the clause;
 * `context` counts from the time expression before this one instead of from the day of publication.
 */
export interface Meaning {
	readonly value: string;
	readonly offset?: TimeWords['offset'];
	readonly lean?: TimeWords['lean'] | 'tense';
	readonly context?: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
}

export interface TimeRule {
	readonly name: string;
	readonly pattern: string;
	/** Null: looks like a time and is none ("30 years old"); nothing inside it is read again. */
	readonly means: (tokens: readonly Token[]) => Meaning | null;
	/** Tokens at the head of the match that only lead to it. */
	readonly lead?: number;
}

const two = (number: number) => String(number).padStart(2, '0');

const first = (tokens: readonly Token[], letters: string): Token | undefined =>
	tokens.find(({ letter }) => letters.includes(letter));
const last = (tokens: readonly Token[], letters: string): Token | undefined =>
	tokens.findLast(({ letter }) => letters.includes(letter));

/** -1, 0 or 1 for "last", "this", "next". */
function direction(tokens: readonly Token[]): number {
	const token = first(tokens, 'lsxN');
	if (!token && first(tokens, 'Ñ')) return -1;
	return token?.letter === 'l' ? -1 : token?.letter === 'x' ? 1 : 0;
}

function unitOf(tokens: readonly Token[]): Unit {
	const word = last(tokens, 'uUw')?.word ?? '';
	return word.startsWith('weekend') ? 'week' : (UNITS.get(word)?.unit ?? 'day');
}

/** The template of a date as coarse as the unit, and how far from the reference it lies. */
function relative(unit: Unit, count: number): Meaning | null {
	switch (unit) {
		case 'day':
			return { value: 'XXXX-XX-XX', offset: { count, unit } };
		case 'week':
			return { value: 'XXXX-WXX', offset: { count, unit } };
		case 'month':
			return { value: 'XXXX-XX', offset: { count, unit } };
		case 'quarter':
			return { value: 'XXXX-QX', offset: { count: 3 * count, unit: 'month' } };
		case 'year':
			return { value: 'XXXX', offset: { count, unit } };
		case 'decade':
			return { value: 'XXX', offset: { count: 10 * count, unit: 'year' } };
		case 'century':
			return { value: 'XX', offset: { count: 100 * count, unit: 'year' } };
		default:
			return { value: `P${amount(1, unit)}` };
	}
}

function amount(count: number | 'X', unit: Unit): string {
	switch (unit) {
		case 'second':
			return `T${count}S`;
		case 'minute':
			return `T${count}M`;
		case 'hour':
			return `T${count}H`;
		case 'day':
			return `${count}D`;
		case 'week':
			return `${count}W`;
		case 'month':
			return `${count}M`;
		case 'quarter':
			return `${count}Q`;
		case 'year':
			return `${count}Y`;
		case 'decade':
			return count === 'X' ? 'XDE' : `${10 * count}Y`;
		case 'century':
			return count === 'X' ? 'XCE' : `${100 * count}Y`;
	}
}

/** The number that digits or number words before the unit make; X when they leave it open. */
function countOf(tokens: readonly Token[]): number | 'X' {
	let total = 0;
	let part = 0;
	let seen = false;
	for (const { letter, word, number } of tokens) {
		if (letter === 'q') return word.startsWith('a couple') || word === 'couple' ? 2 : 'X';
		if (letter === '&' && seen) break;
		if ('uU'.includes(letter)) break;
		if ('1#Y'.includes(letter)) part = number;
		else if (letter === 'n') part += number;
		else if (letter === 'D') {
			const product = Math.max(part, 1) * number;
			total += number === 1000 ? product : 0;
			part = number === 1000 ? 0 : product;
		} else if (letter !== 'a') continue;
		seen = true;
	}
	if (seen && total + part === 0) return 1;
	return seen && Number.isFinite(total + part) ? total + part : 'X';
}

function duration(tokens: readonly Token[]): Meaning | null {
	const unit = unitOf(tokens);
	if (unit === 'quarter' && tokens.at(-1)?.word === 'quarters' && first(tokens, '-')) return null;
	if (first(tokens, '½')) {
		const halves: Partial<Record<Unit, string>> = {
			hour: 'PT30M',
			day: 'PT12H',
			year: 'P6M',
			decade: 'P5Y',
			century: 'P50Y',
		};
		return { value: halves[unit] ?? `P0.5${amount('X', unit).replace(/^T?X/, '')}` };
	}
	return { value: `P${amount(countOf(tokens), unit)}` };
}

/** "Two days ago" is a day, "two weeks ago" a week; what has no number is only past. */
function ago(tokens: readonly Token[], sign: number): Meaning | null {
	const count = countOf(tokens);
	const unit = unitOf(tokens);
	if (count === 'X') return { value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
	if (count > 3000) return { value: `P${amount(count, unit)}` };
	return relative(unit, sign * count);
}

function inContext(tokens: readonly Token[], count: number): Meaning | null {
	const unit = unitOf(tokens);
	// "A year earlier" in a report of results counts from the report.
	if (unit === 'year' && count < 0 && last(tokens, 'E')) return relative(unit, count);
	if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'year') return duration(tokens);
	return { value: relative(unit, 0)?.value ?? '', context: { count, unit } };
}

function monthDay(tokens: readonly Token[]): Meaning | null {
	const month = first(tokens, 'M')?.number ?? 0;
	const date = first(tokens, '1o')?.number ?? 0;
	const year = first(tokens, 'Y')?.number;
	const clock = first(tokens, 'T')?.value ?? '';
	if (year !== undefined) {
		const day = dayOf(year, month, date);
		return day ? { value: day + clock } : null;
	}
	// 2000 was a leap year: 29 February is a day.
	return dayOf(2000, month, date)
		? { value: `XXXX-${two(month)}-${two(date)}${clock}`, lean: 'tense' }
		: null;
}

function monthOf(tokens: readonly Token[]): Meaning {
	const month = two(first(tokens, 'M')?.number ?? 0);
	const year = first(tokens, 'Y')?.number;
	if (year !== undefined) return { value: `${year}-${month}` };
	if (first(tokens, 'u'))
		return { value: `XXXX-${month}`, offset: { count: direction(tokens), unit: 'year' } };
	const way = direction(tokens);
	if (way === 0) return { value: `XXXX-${month}`, lean: 'tense' };
	return { value: `XXXX-${month}`, offset: { count: way, unit: 'month' }, lean: way < 0 ? 'past' : 'future' };
}

function weekday(tokens: readonly Token[]): Meaning {
	const value = `XXXX-WXX-${first(tokens, 'W')?.number ?? 1}${partOf(tokens)}`;
	if (first(tokens, 'u')) return { value, offset: { count: direction(tokens), unit: 'week' } };
	const led = first(tokens, 'lsx');
	if (!led) return { value, lean: 'tense' };
	// "Last Monday" is not today; "this Friday" may be.
	if (led.letter === 's') return { value, lean: 'future' };
	return led.letter === 'l'
		? { value, offset: { count: -1, unit: 'day' }, lean: 'past' }
		: { value, offset: { count: 1, unit: 'day' }, lean: 'future' };
}

/** `TMO` for a part of the day, `T12:00` for noon, the clock where one is named. */
function partOf(tokens: readonly Token[]): string {
	const clock = first(tokens, 'T');
	if (clock) return clock.value;
	const part = DAY_PARTS.get(last(tokens, 'z')?.word ?? '');
	return part === undefined ? '' : `T${part}`;
}

function relativeDay(tokens: readonly Token[]): Meaning {
	const named = RELATIVE_DAYS.get(first(tokens, 'R')?.word ?? '');
	const part = partOf(tokens) || (named?.part ? `T${named.part}` : '');
	return { value: `XXXX-XX-XX${part}`, offset: { count: named?.days ?? direction(tokens), unit: 'day' } };
}

function quarter(tokens: readonly Token[]): Meaning | null {
	const number = first(tokens, 'o')?.number ?? 0;
	const unit = unitOf(tokens);
	const year = first(tokens, 'Y')?.number;
	if (unit === 'century') return { value: two(number - 1) };
	if (unit !== 'quarter' || number > 4) return null;
	if (year !== undefined) return { value: `${year}-Q${number}` };
	const way = first(tokens, 'lsx');
	return way
		? { value: `XXXX-Q${number}`, offset: { count: direction(tokens), unit: 'year' } }
		: { value: `XXXX-Q${number}`, lean: 'tense' };
}

/** "Nineteen ninety-six", as broadcasts are written down. */
function spelledYear(tokens: readonly Token[]): Meaning | null {
	const [a = 0, b = 0, c = 0] = tokens.filter(({ letter }) => letter === 'n').map(({ number }) => number);
	if (a < 15 || a > 20 || b < 10 || (c > 0 && (c > 9 || b % 10 !== 0 || b < 20))) return null;
	return { value: String(100 * a + b + c) };
}

function half(tokens: readonly Token[]): Meaning | null {
	const number = first(tokens, 'o')?.number ?? 0;
	const year = first(tokens, 'Y')?.number;
	if (number > 2) return null;
	return year === undefined ? { value: `XXXX-H${number}`, lean: 'tense' } : { value: `${year}-H${number}` };
}

function season(tokens: readonly Token[]): Meaning {
	const name = SEASONS.get(first(tokens, 'S')?.word ?? '') ?? 'SU';
	const year = first(tokens, 'Y')?.number;
	if (year !== undefined) return { value: `${year}-${name}` };
	const way = direction(tokens);
	return { value: `XXXX-${name}`, lean: way < 0 ? 'past' : way > 0 ? 'future' : 'tense' };
}

function weekend(tokens: readonly Token[]): Meaning {
	const led = first(tokens, 'lsx')?.letter;
	return { value: 'XXXX-WXX-WE', lean: led === 'l' ? 'past' : led ? 'future' : 'tense' };
}

function period(tokens: readonly Token[]): Meaning | null {
	const unit = unitOf(tokens);
	const way = direction(tokens);
	const led = first(tokens, 'lx')?.word;
	const definite = first(tokens, 't') !== undefined;
	if (unit === 'hour' || unit === 'minute' || unit === 'second') return null;
	// "The past year" is a stretch that ends now; "the next day" counts from the day just told.
	if (definite && (led === 'past' || led === 'last' || led === 'coming'))
		return { value: `P${amount(1, unit)}` };
	if (definite && led !== undefined) return inContext(tokens, way);
	return relative(unit, way);
}

const COUNT = '(?:(?:aD|[1#nD])(?:-?[nD]){0,4}(?:&a?[1#nD](?:-?[nD])?)?|q|½?a)';
const DATE = '[1o]';

export const TIME_RULES: readonly TimeRule[] = [
	{ name: 'age', pattern: `${COUNT}-?[uU]-?O`, means: () => null },
	{ name: 'iso date', pattern: 'I', means: ([token]) => ({ value: token?.value ?? '' }) },
	{ name: 'month day year', pattern: `(?:b?Tk?c?)?(?:Wc?)?M${DATE}c?[-d]?Y`, means: monthDay },
	{ name: 'day month year', pattern: `(?:b?Tk?c?)?(?:Wc?)?t?${DATE}f?-?Mc?-?Y`, means: monthDay },
	{
		name: 'month day',
		pattern: `(?:b?Tk?c?)?(?:Wc?)?(?:m-?|[lx])?M${DATE}(?![nD#]|-?[uU])`,
		means: monthDay,
	},
	{ name: 'day month', pattern: `(?:b?Tk?c?)?(?:Wc?)?t?${DATE}f?M`, means: monthDay },
	{ name: 'month year', pattern: '(?:trf)?(?:[mEF]-?)?Mc?f?Y', means: monthOf },
	{
		name: 'month of a year',
		pattern: 'M[lsx]u',
		means: (tokens) => (unitOf(tokens) === 'year' ? monthOf(tokens) : null),
	},
	{ name: 'month', pattern: '(?:trf)?(?:[mEF]-?)?[lsx]?M', means: monthOf },
	{
		name: 'fiscal year',
		pattern: '(?:trf)?(?:[mEF]-?)?y?Y',
		means: (tokens) => ({ value: String(first(tokens, 'Y')?.number ?? '') }),
	},
	{ name: 'decade', pattern: 't?(?:m-?)?V', means: (tokens) => ({ value: first(tokens, 'V')?.value ?? '' }) },
	{ name: 'weekday', pattern: "(?:b?Tk?c?|z)?(?:m-?)?(?:t?[lx]|s)?W(?:z|'sz)?", means: weekday },
	{
		name: 'weekday of a week',
		pattern: 'Wz?[lsx]u',
		means: (tokens) => (unitOf(tokens) === 'week' ? weekday(tokens) : null),
	},
	{ name: 'weekdays', pattern: 'Bz?|eWz?', means: () => ({ value: 'P1W' }) },
	{ name: 'relative day', pattern: '(?:b?Tk?c?)?(?:[mEF]-?z?)?Rz?', means: relativeDay },
	{ name: 'part of today', pattern: '(?:[mEF]-?)?[sl]z', means: relativeDay },
	{ name: 'last, this, next', pattern: '(?:trf)?[mEF]?t?[lsx]u', means: period },
	{ name: 'current', pattern: 't[NÑ]u', means: period },
	{
		name: 'year-ago',
		pattern: 't?u-[gE]o?u?',
		means: (tokens) =>
			tokens.find(({ letter }) => letter === 'u')?.word === 'year' ? relative('year', -1) : null,
	},
	{
		name: 'year-end',
		pattern: "(?:u-|t?u')r",
		means: (tokens) =>
			unitOf(tokens) === 'year' ? { value: 'XXXX-12-31', offset: { count: 0, unit: 'year' } } : null,
	},
	{ name: 'spelled year', pattern: '(?:trf)?nn(?:-?n)?', means: spelledYear },
	{ name: 'in the year', pattern: '[mEF]itu', means: (tokens) => relative(unitOf(tokens), 0) },
	{ name: 'end of the month', pattern: 'trftu', means: (tokens) => relative(unitOf(tokens), 0) },
	{
		name: 'the year',
		pattern: 'tu(?!g)',
		means: (tokens) =>
			'week month quarter year'.includes(unitOf(tokens)) ? relative(unitOf(tokens), 0) : null,
	},
	{ name: 'that day', pattern: '(?:[mEF]-?)?(?:h=?|t=)u', means: (tokens) => inContext(tokens, 0) },
	{ name: 'weekend', pattern: '[mEF]?(?:t[lx]?|[lsx])w', means: weekend },
	{ name: 'season of a year', pattern: 't?(?:m-?)?Sf?Y', means: season },
	{ name: 'season', pattern: '(?:m-?)?(?:s?l|[sxt]|tm)S', means: season },
	{ name: 'in summer', pattern: 'iS', lead: 1, means: season },
	{ name: 'quarter', pattern: 't?y?ou(?:f?Y)?|y?o-u(?:f?Y)?|tYo-?u', means: quarter },
	{ name: 'quarter of this year', pattern: "[lsx]u'y?ou", means: quarter },
	{ name: 'half of a year', pattern: 'to½(?:fY)?', means: half },
	{ name: 'ago', pattern: `b?${COUNT}[uU]g`, means: (tokens) => ago(tokens, -1) },
	{ name: 'long ago', pattern: 'Ug', means: () => ({ value: 'PAST_REF' }) },
	{
		name: 'earlier',
		pattern: `b?${COUNT}[uU][EF]`,
		means: (tokens) => {
			const count = countOf(tokens);
			return count === 'X'
				? duration(tokens)
				: inContext(tokens, last(tokens, 'EF')?.letter === 'E' ? -count : count);
		},
	},
	{ name: 'past months', pattern: `[ts]?[lx]${COUNT}j?[uU]`, means: duration },
	{ name: 'first months', pattern: `t?o${COUNT}U`, means: duration },
	{ name: 'the months', pattern: 't[1#nD](?:-?[nD]){0,3}j?U', means: duration },
	{ name: 'duration', pattern: `b?${COUNT}(?:-?|j)[uU](?:-L|&n)?|U&U`, means: duration },
	{
		name: 'each',
		pattern: `e${COUNT}?[uU]`,
		means: (tokens) =>
			countOf(tokens) === 'X' ? { value: `P${amount(1, unitOf(tokens))}` } : duration(tokens),
	},
	{
		name: 'recent years',
		pattern: 't?[Nlx]U|U(?:-L)?',
		// Quarters are more often parts or lodgings, seconds parts of a race.
		means: (tokens) =>
			/^(?:quarters|seconds)$/.test(last(tokens, 'U')?.word ?? '')
				? null
				: { value: `P${amount('X', unitOf(tokens))}` },
	},
	{
		name: 'the past',
		pattern: 'tl(?![1#nqbuUWMYSizw-])',
		means: (tokens) => (tokens[1]?.word === 'past' ? { value: 'PAST_REF' } : null),
	},
	{ name: 'vague', pattern: 'N', means: ([token]) => ({ value: VAGUE.get(token?.word ?? '') ?? '' }) },
	{
		name: 'frequency',
		pattern: 'Z',
		means: ([token]) => ({ value: FREQUENCIES.get(token?.word ?? '') ?? '' }),
	},
	{
		name: 'holiday',
		pattern: 'HY?',
		means: (tokens) => {
			const day = HOLIDAYS.get(tokens[0]?.word ?? '') ?? '';
			const year = first(tokens, 'Y')?.number;
			return year === undefined ? { value: `XXXX-${day}`, lean: 'tense' } : { value: `${year}-${day}` };
		},
	},
	{ name: 'clock', pattern: 'b?Tk?', means: (tokens) => ({ value: first(tokens, 'T')?.value ?? '' }) },
];
