/** Details that tell one fact from another told in the same words: a weekday, an hour, a round, a size, a score, a side. */
import { NUMBERS, ORDINALS, WEEKDAYS } from '../lexicon/calendar.ts';
import { OPPOSITES } from '../lexicon/opposites.ts';
import type { Term } from './terms.ts';

export interface Detail {
	/** What it is a detail of; details of different matters say nothing about each other. */
	readonly of: string;
	readonly value: string;
}

/** Details of one statement that are looked at: a table on one line has thousands. */
const MOST = 40;

/** TIMEX3 values that are details, and what of; a day is compared elsewhere. */
const TIMES: readonly (readonly [RegExp, string])[] = [
	[/^\d{4}$/, 'year'],
	[/^\d{4}-\d\d$/, 'month'],
	[/T\d\d(?::\d\d)?$/, 'hour'],
];

/** A year speaks against another year, nine years against seven, but no year against a length of time. */
export function detailOfTime(value: string): Detail | null {
	if (/^PT?\d+[A-Z]$/.test(value)) return { of: value.replace(/\d+/, ''), value };
	for (const [pattern, of] of TIMES) {
		const found = pattern.exec(value)?.[0];
		if (found !== undefined) return { of, value: found };
	}
	return null;
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30.44, Y: 365.25 };
/** Lengths that differ by less than this factor are one. */
const ROUNDED = 1.3;

/** How long something lasted, whatever the unit: "for three weeks" speaks against "for two months", not "for 21 days". */
export function lengthOf(value: string): Detail | null {
	const [, count, unit] = /^P(\d+)([DWMY])$/.exec(value) ?? [];
	const days = Number(count) * (DAYS[unit ?? ''] ?? 0);
	return days > 0 ? { of: 'length', value: `${Math.round(Math.log(days) / Math.log(ROUNDED))}` } : null;
}

/** Word → the pairs of opposites in which it stands, and on which side. */
const SIDES: ReadonlyMap<string, readonly Detail[]> = (() => {
	const sides = new Map<string, Detail[]>();
	OPPOSITES.forEach((pair, number) => {
		pair.forEach((words, side) => {
			for (const word of words)
				sides.set(word, [...(sides.get(word) ?? []), { of: `opposites ${number}`, value: `${side}` }]);
		});
	});
	return sides;
})();

/** The details that stand in the words themselves. */
export function detailsIn(text: string, terms: readonly Term[]): Detail[] {
	const found: Detail[] = [];
	for (const [at, term] of terms.entries()) {
		if (found.length >= MOST) break;
		const weekday = term.capital ? WEEKDAYS.get(term.word) : undefined;
		if (weekday !== undefined) found.push({ of: 'weekday', value: `${weekday}` });
		const next = terms[at + 1];
		const nth = ORDINALS.get(term.word);
		if (nth !== undefined && next && next.stem !== '' && !next.capital)
			found.push({ of: `nth ${next.stem}`, value: `${nth}` });
		found.push(...(SIDES.get(term.word) ?? []));
		const times = timesAt(text, terms, at);
		if (times) found.push(times);
		const value = term.number ? term.word : NUMBERS.get(term.word)?.toString();
		if (value === undefined || !next || joinedBefore(text, term)) continue;
		const between = text.slice(term.end, next.start);
		// "A 300,000-crown loan", "a three-man crew".
		if (/^[-‐‑]$/.test(between) && !next.number) found.push({ of: `-${next.stem || next.word}`, value });
		// "A 31-12 vote", "by 61 votes to 40".
		if (/^[-‐‑–]$/.test(between) && next.number) found.push({ of: 'score', value: `${value} ${next.word}` });
	}
	return found;
}

const TIMES_DONE: ReadonlyMap<string, number> = new Map([
	['twice', 2],
	['thrice', 3],
]);
/** More than these are not told as "twice". */
const MOST_TIMES = 10;

/** "Scored twice" speaks against "scored three goals". */
function timesAt(text: string, terms: readonly Term[], at: number): Detail | null {
	const { word, start } = terms[at]!;
	const verb = terms[at - 1];
	if (!verb || verb.stem === '' || verb.capital || verb.number) return null;
	if (!/^\s+$/.test(text.slice(verb.end, start))) return null;
	const count =
		TIMES_DONE.get(word) ?? NUMBERS.get(word) ?? (/^\d+$/.test(word) ? Number(word) : MOST_TIMES + 1);
	return count <= MOST_TIMES ? { of: `times ${verb.stem}`, value: `${count}` } : null;
}

const joinedBefore = (text: string, { start }: Term) => /[\p{L}\p{N}:/–-]/u.test(text[start - 1] ?? '');
