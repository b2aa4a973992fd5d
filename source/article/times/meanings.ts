/** What the words of a time expression mean, found by their letters: each function reads one family of expressions. */
import { DAY_PARTS, RELATIVE_DAYS, SEASONS, UNITS, type Unit } from '../../lexicon/calendar.ts';
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
	/** Where the verb looks ahead, this is meant instead: "will close in five years". */
	readonly ahead?: Omit<Meaning, 'ahead'>;
	readonly context?: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
	/**
	 * In a report of results: the quarter just told, or the same one a year before, instead of `value`; the last where
	 * the words do not say that they mean a quarter.
	 */
	readonly reported?: 'same' | 'quarter before' | 'year before';
}

const two = (number: number) => String(number).padStart(2, '0');

export const first = (tokens: readonly Token[], letters: string): Token | undefined =>
	tokens.find(({ letter }) => letters.includes(letter));
export const last = (tokens: readonly Token[], letters: string): Token | undefined =>
	tokens.findLast(({ letter }) => letters.includes(letter));

/** -1, 0 or 1 for "last", "this", "next". */
function direction(tokens: readonly Token[]): number {
	const token = first(tokens, 'lsxN');
	if (!token && first(tokens, 'Ñ')) return -1;
	return token?.letter === 'l' ? -1 : token?.letter === 'x' ? 1 : 0;
}

export function unitOf(tokens: readonly Token[]): Unit {
	const word = last(tokens, 'uUw')?.word ?? '';
	return word.startsWith('weekend') ? 'week' : (UNITS.get(word)?.unit ?? 'day');
}

/** The template of a date as coarse as the unit, and how far from the reference it lies. */
export function relative(unit: Unit, count: number): Meaning | null {
	switch (unit) {
		case 'day':
			return { value: 'XXXX-XX-XX', offset: { count, unit } };
		case 'week':
			return { value: 'XXXX-WXX', offset: { count, unit } };
		case 'fortnight':
			return { value: 'XXXX-WXX', offset: { count: 2 * count, unit: 'week' } };
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

export function amount(count: number | 'X', unit: Unit): string {
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
		case 'fortnight':
			return `${count === 'X' ? 'X' : 2 * count}W`;
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
export function countOf(tokens: readonly Token[]): number | 'X' {
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

export function duration(tokens: readonly Token[]): Meaning | null {
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
	const count = countOf(tokens);
	// "5 1/2 hours" is five hours and thirty minutes.
	if (unit === 'hour' && count !== 'X' && count % 1 !== 0)
		return { value: `PT${Math.floor(count)}H${Math.round((count % 1) * 60)}M` };
	// "A decades-long row": a is not one.
	const open = count === 1 && last(tokens, 'uU')?.letter === 'U' && !first(tokens, '1n#');
	return { value: `P${amount(open ? 'X' : seenNone(tokens) ? 1 : count, unit)}` };
}

/** No number at all: "the year ended". */
const seenNone = (tokens: readonly Token[]) => !tokens.some(({ letter }) => '1#nDaqUY'.includes(letter));

/** "An hour and a half", "two and a half years ago". */
export function halfMore(tokens: readonly Token[]): Meaning | null {
	const whole = first(tokens, '1n')?.number ?? 1;
	const unit = unitOf(tokens);
	if (unit === 'hour') return { value: `PT${whole}H30M` };
	if (unit === 'year' && first(tokens, 'g')) return relative('month', -(12 * whole + 6));
	if (first(tokens, 'g')) return { value: 'PAST_REF' };
	return unit === 'minute' || unit === 'second'
		? null
		: { value: `P${amount(whole, unit).replace(/(?=[A-Z]+$)/, '.5')}` };
}

/** "Q3 2024", "H1 2025". */
export function coded(tokens: readonly Token[]): Meaning | null {
	const year = first(tokens, 'Y')?.number;
	const code = first(tokens, 'QP')?.value;
	if (code === undefined) return null;
	return year === undefined ? { value: `XXXX-${code}`, lean: 'tense' } : { value: `${year}-${code}` };
}

/** "The night of March 4". */
export function partOfDate(tokens: readonly Token[]): Meaning | null {
	const day = monthDay(tokens.slice(tokens.findIndex(({ letter }) => letter === 'f') + 1));
	return day && { ...day, value: day.value + partOf(tokens) };
}

/** "Two days ago" is a day, "two weeks ago" a week; what has no number is only past. */
export function ago(tokens: readonly Token[], sign: number): Meaning | null {
	const count = countOf(tokens);
	const unit = unitOf(tokens);
	if (count === 'X') return { value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
	if (count > 3000) return { value: `P${amount(count, unit)}` };
	if (unit === 'year' && sign * count === -1) return { ...relative(unit, -1)!, reported: 'year before' };
	return relative(unit, sign * count);
}

export function inContext(tokens: readonly Token[], count: number): Meaning | null {
	const unit = unitOf(tokens);
	// "A year earlier" in a report of results counts from the report.
	if (unit === 'year' && count < 0 && last(tokens, 'E'))
		return { ...relative(unit, count)!, ...(count === -1 ? { reported: 'year before' as const } : {}) };
	if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'year') return duration(tokens);
	return { value: relative(unit, 0)?.value ?? '', context: { count, unit } };
}

export function monthDay(tokens: readonly Token[]): Meaning | null {
	const month = first(tokens, 'M')?.number ?? 0;
	const date = first(tokens, '1o')?.number ?? 0;
	const year = first(tokens, 'Y')?.number;
	const clock = first(tokens, 'T')?.value ?? '';
	if (year !== undefined) {
		const day = dayOf(year, month, date);
		return day ? { value: day + clock, lean: 'tense' } : null;
	}
	// 2000 was a leap year: 29 February is a day.
	return dayOf(2000, month, date)
		? { value: `XXXX-${two(month)}-${two(date)}${clock}`, lean: 'tense' }
		: null;
}

export function monthOf(tokens: readonly Token[]): Meaning {
	const month = two(first(tokens, 'M')?.number ?? 0);
	const year = first(tokens, 'Y')?.number;
	if (year !== undefined) return { value: `${year}-${month}`, lean: 'tense' };
	if (first(tokens, 'u'))
		return { value: `XXXX-${month}`, offset: { count: direction(tokens), unit: 'year' } };
	const way = direction(tokens);
	if (way === 0) return { value: `XXXX-${month}`, lean: 'tense' };
	return { value: `XXXX-${month}`, offset: { count: way, unit: 'month' }, lean: way < 0 ? 'past' : 'future' };
}

export function weekday(tokens: readonly Token[]): Meaning {
	const value = `XXXX-WXX-${first(tokens, 'W')?.number ?? 1}${partOf(tokens)}`;
	if (first(tokens, 'u')) return { value, offset: { count: direction(tokens), unit: 'week' } };
	if (/^(?:morning|afternoon|evening|night)s$/.test(last(tokens, 'z')?.word ?? ''))
		return { value, lean: 'each' };
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

export function relativeDay(tokens: readonly Token[]): Meaning {
	const named = RELATIVE_DAYS.get(first(tokens, 'R')?.word ?? '');
	const part = partOf(tokens) || (named?.part ? `T${named.part}` : '');
	return { value: `XXXX-XX-XX${part}`, offset: { count: named?.days ?? direction(tokens), unit: 'day' } };
}

export function quarter(tokens: readonly Token[]): Meaning | null {
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
export function spelledYear(tokens: readonly Token[]): Meaning | null {
	const [a = 0, b = 0, c = 0] = tokens.filter(({ letter }) => letter === 'n').map(({ number }) => number);
	if (a < 15 || a > 20 || b < 10 || (c > 0 && (c > 9 || b % 10 !== 0 || b < 20))) return null;
	return { value: String(100 * a + b + c) };
}

export function half(tokens: readonly Token[]): Meaning | null {
	const number = first(tokens, 'o')?.number ?? 2;
	const year = first(tokens, 'Y')?.number;
	if (number > 2 || (first(tokens, 'u') && unitOf(tokens) !== 'year')) return null;
	const way = last(tokens, 'slx');
	if (first(tokens, 'u') && way)
		return { value: `XXXX-H${number}`, offset: { count: direction([way]), unit: 'year' } };
	if (year === undefined && !first(tokens, 'o')) return null;
	return year === undefined ? { value: `XXXX-H${number}`, lean: 'tense' } : { value: `${year}-H${number}` };
}

export function season(tokens: readonly Token[]): Meaning {
	const name = SEASONS.get(first(tokens, 'S')?.word ?? '') ?? 'SU';
	const year = first(tokens, 'Y')?.number;
	if (year !== undefined) return { value: `${year}-${name}` };
	const way = direction(tokens);
	if (!first(tokens, 'lsx')) return { value: `XXXX-${name}`, lean: 'tense' };
	return { value: `XXXX-${name}`, offset: { count: way, unit: 'year' }, lean: way < 0 ? 'past' : 'future' };
}

export function weekend(tokens: readonly Token[]): Meaning {
	const led = first(tokens, 'lsx')?.letter;
	return { value: 'XXXX-WXX-WE', lean: led === 'l' ? 'past' : led ? 'future' : 'tense' };
}

export function period(tokens: readonly Token[]): Meaning | null {
	const unit = unitOf(tokens);
	const way = direction(tokens);
	const led = first(tokens, 'lx')?.word;
	// "The latest quarter" of a report is the one it tells of, and that has ended.
	if (first(tokens, 'Ñ') && (unit === 'quarter' || last(tokens, 'Π')))
		return { ...relative('quarter', -1)!, reported: 'same' };
	if (last(tokens, 'Π')) return null;
	// "By the end of next year": the article is that of the end.
	const from = tokens.findLastIndex(({ letter }) => letter === 'f') + 1;
	const definite = first(tokens.slice(from), 't') !== undefined;
	if (unit === 'hour' || unit === 'minute' || unit === 'second') return null;
	// "The last fortnight" is a stretch, whatever stands before it.
	if (unit === 'fortnight') return way === 0 ? null : { value: 'P2W' };
	// "The past year" is a stretch that ends now; "the next day" counts from the day just told.
	if (definite && (led === 'past' || led === 'last' || led === 'coming'))
		return { value: `P${amount(1, unit)}` };
	if (definite && led !== undefined) return inContext(tokens, way);
	return relative(unit, way);
}
