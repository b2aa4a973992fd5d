/** Full calendar dates as news prints them, and lines that hold a date and nothing else. */
import { MONTHS } from '../lexicon/calendar.ts';
import type { Day, Span } from '../types.ts';
import { dayOf } from './times/calendar.ts';

export interface FullDate extends Span {
	readonly day: Day;
}

const NAME = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

const FULL = new RegExp(
	[
		`\\b(?<m1>${NAME})\\b\\.?[ \\u00a0]{0,3}(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:[ ,.\\u00a0]{1,3}|[ ]?-[ ]?)(?<y1>(?:19|20)\\d\\d)\\b`,
		`\\b(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\-\\u00a0./]{1,3}(?<m2>${NAME})\\b\\.?[ ,\\-\\u00a0./]{1,3}(?<y2>(?:19|20)\\d\\d)\\b`,
		`\\b(?<y3>(?:19|20)\\d\\d)[-/.](?<m3>0?[1-9]|1[0-2])[-/.](?<d3>0?[1-9]|[12]\\d|3[01])(?!\\d)`,
	].join('|'),
	'giu',
);

/** Every full date (day, month and year) in the text, in order. */
export function fullDates(text: string): FullDate[] {
	const found: FullDate[] = [];
	for (const match of text.matchAll(FULL)) {
		const groups = match.groups ?? {};
		const year = groups['y1'] ?? groups['y2'] ?? groups['y3'] ?? '';
		const name = groups['m1'] ?? groups['m2'];
		const month = name === undefined ? Number(groups['m3']) : (MONTHS.get(name.toLowerCase()) ?? 0);
		const day = dayOf(Number(year), month, Number(groups['d1'] ?? groups['d2'] ?? groups['d3']));
		if (day) found.push({ start: match.index, end: match.index + match[0].length, day });
	}
	return found;
}

const AROUND =
	/^(?:\s|[|·•,:;()\-–—/]|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\b(?:a\.?m\.?|p\.?m\.?|[A-Z]{2,4}T|GMT|UTC|on|at|the|published|posted|updated|last|first|modified|created|date|issued|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)*$/i;

/** A line that tells a full date and little else: "Published: 12 March 2025, 6:55 AM CET". */
export function isDateLine(line: string): boolean {
	if (line.length > 120) return false;
	const dates = fullDates(line);
	if (dates.length === 0) return false;
	let rest = '';
	let at = 0;
	for (const { start, end } of dates) {
		rest += `${line.slice(at, start)} `;
		at = end;
	}
	return AROUND.test(rest + line.slice(at));
}
