/** What a time expression means when the words around it decide: the other day of two, nights, hours, "in five years". */
import { AFTER_OVERNIGHT, ALL_NIGHT } from '../../lexicon/calendar.ts';
import {
	ago,
	countOf,
	duration,
	first,
	inContext,
	last,
	type Meaning,
	monthDay,
	quarter,
	unitOf,
	weekday,
} from './meanings.ts';
import type { Token } from './tokens.ts';

/** Where the matched tokens stand: `from` to `to` of all those of the sentence. */
export interface Place {
	readonly tokens: readonly Token[];
	readonly from: number;
	readonly to: number;
}

/** Two days and what stands between them take no more tokens. */
const NEAR = 14;

const isDate = ({ letter }: Token) => letter === '1' || letter === 'o';
const lettersOf = (tokens: readonly Token[]) => tokens.map(({ letter }) => letter).join('');

/** "March 3" of "March 3 to 7, 2025": the year stands behind the other day. */
export function firstDay(tokens: readonly Token[], { tokens: all, to }: Place): Meaning | null {
	const behind = all.slice(to, to + NEAR);
	const row = /^(?:c[1o]){0,4}c?[&d-][1o]c?Y/.exec(lettersOf(behind))?.[0].length;
	return monthDay(row === undefined ? tokens : [...tokens, behind[row - 1]!]);
}

/** "7" of "March 3 to 7", "5" of "March 3, 5 and 7". */
export function laterDay(tokens: readonly Token[], { tokens: all, from, to }: Place): Meaning | null {
	const before = all.slice(Math.max(0, from - NEAR), from);
	const month = last(before, 'M');
	const earlier = before.findLast(isDate);
	const date = tokens.find(isDate);
	if (!month || !earlier || !date || date.number <= earlier.number) return null;
	if (first(tokens, '&') && isThing(all[to])) return null;
	const behind = all.slice(to, to + NEAR);
	const row = /^(?:c[1o]){0,4}c?&[1o]c?Y/.exec(lettersOf(behind))?.[0].length;
	const year = first(tokens, 'Y') ?? (row === undefined ? undefined : behind[row - 1]);
	return monthDay([month, date, ...(year ? [year] : [])]);
}

/** "24" of "24 and 25 April". */
export function earlierDay(tokens: readonly Token[], { tokens: all, from, to }: Place): Meaning | null {
	const behind = all.slice(to, to + NEAR);
	const month = behind.findIndex(({ letter }) => letter === 'M');
	const date = tokens.find(isDate);
	const later = behind.find(isDate);
	if (!date || !later || date.number >= later.number || all[from - 1]?.letter === 'M') return null;
	const year = /^c?Y/.exec(lettersOf(behind.slice(month + 1)))?.[0].length;
	return monthDay([behind[month]!, date, ...(year === undefined ? [] : [behind[month + year]!])]);
}

/** "On March 3 and 7 people": what is counted, and no day. */
function isThing(token: Token | undefined): boolean {
	return (
		token !== undefined &&
		/^(?:people|men|women|children|more|per|percent|others|(?!was$|is$|has$|as$)\p{Ll}{2,}s)$/u.test(
			token.word,
		)
	);
}

/** "Every Monday", "on Tuesday nights": all of them. */
export function everyWeekday(tokens: readonly Token[]): Meaning {
	const day = first(tokens, 'WB')!;
	const { value } = weekday(tokens.map((token) => (token === day ? { ...token, letter: 'W' } : token)));
	return { value, lean: 'each' };
}

/** The night that has just been, or with a verb that looks ahead the one to come. */
export function overnight(tokens: readonly Token[], { tokens: all, from, to }: Place): Meaning | null {
	if (tokens.length > 1) {
		const { value, ...rest } = weekday(tokens);
		return { ...rest, value: `${value}TNI` };
	}
	const next = all[to]?.word;
	if (next !== undefined && /^\p{L}/u.test(next) && !AFTER_OVERNIGHT.has(next)) return null;
	for (let i = from - 1; i >= Math.max(0, from - 4); i--) if (ALL_NIGHT.has(all[i]!.word)) return null;
	const night = (count: number): Meaning => ({ value: 'XXXX-XX-XXTNI', offset: { count, unit: 'day' } });
	return { ...night(-1), ahead: night(0) };
}

/** "In five years": then, where the verb looks ahead; else, and where something is counted or compared, so long. */
export function within(tokens: readonly Token[], { tokens: all, from, to }: Place): Meaning | null {
	const long = duration(tokens);
	const unit = unitOf(tokens);
	if (!long || first(tokens, '&') || !/^(?:day|week|fortnight|month|year|decade)$/.test(unit)) return long;
	const then = ago(tokens, 1);
	// "In five years’ time"
	if (/^(?:['’]|’s)$/.test(all[to]?.word ?? '') && all[to + 1]?.word === 'time') return then;
	const counted = all
		.slice(Math.max(0, from - 5), from)
		.some(({ letter, word }) => '1#nDoqZ'.includes(letter) || COMPARED.test(word));
	return then && !counted ? { ...long, ahead: then } : long;
}

const COMPARED = /^(?:most|least|best|worst|only|once|twice|times?|more|less|\p{L}{3,}est)$/u;

/** "The day before", "two days before", with nothing behind it: counted from the day just told. */
export function before(tokens: readonly Token[], { tokens: all, to }: Place): Meaning | null {
	const way = tokens.at(-1)?.word;
	const next = all[to]?.word;
	if ((way !== 'before' && way !== 'after') || (next !== undefined && !/^[.,;:!?)”"]$/.test(next)))
		return null;
	const counted = tokens.slice(0, -1);
	if (unitOf(counted) !== 'day') return null;
	const count = counted[0]?.letter === 't' ? 1 : countOf(counted);
	return count === 'X' ? null : inContext(counted, way === 'before' ? -count : count);
}

/** "Nine o’clock", "9 o’clock in the evening", "4 in the morning". */
export function hour(tokens: readonly Token[]): Meaning | null {
	const number = first(tokens, '1n')?.number ?? 0;
	const part = last(tokens, 'z')?.word;
	if (
		number < 1 ||
		number > 12 ||
		(part !== undefined && !/^(?:morning|afternoon|evening|night)$/.test(part))
	)
		return null;
	const late = part !== undefined && part !== 'morning';
	return { value: `T${String(late ? (number % 12) + 12 : number).padStart(2, '0')}:00` };
}

/** "In the second and fourth quarters". */
export function quarterAmong(tokens: readonly Token[], { tokens: all, to }: Place): Meaning | null {
	if (first(tokens, 'U')) return quarter(tokens);
	const behind = all.slice(to, to + NEAR);
	const unit = behind.findIndex(({ letter }) => letter === 'U');
	const year = behind.slice(unit + 1);
	const told = /^f?Y/.exec(lettersOf(year))?.[0].length;
	return quarter([...tokens, behind[unit]!, ...(told === undefined ? [] : [year[told - 1]!])]);
}
