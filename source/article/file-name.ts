/** The day that a file's name or folder tells: "2025-03-18-strike.txt", "strike_20250318.txt", "18-march-2025.txt". */
import { MONTHS } from '../lexicon/calendar.ts';
import type { Day } from '../types.ts';
import { dayOf } from './times/calendar.ts';

/** Folders above the last three tell of the collection, not of the article. */
const LEVELS = 4;

const NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

/** In order; what could be two days is none. */
const FORMS: readonly RegExp[] = [
	/(?<!\d)(?<y>(?:19|20)\d\d)[-_. /](?<m>0?[1-9]|1[0-2])[-_. /](?<d>0?[1-9]|[12]\d|3[01])(?!\d)/,
	/(?<!\d)(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/,
	new RegExp(
		`(?<!\\d)(?<y>(?:19|20)\\d\\d)[-_. /]?(?<name>${NAMES})[-_. /]?(?<d>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?!\\d)`,
	),
	new RegExp(
		`(?<!\\p{L})(?<name>${NAMES})[-_. ]{0,2}(?<d>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?[-_., ]{1,2}(?<y>(?:19|20)\\d\\d)(?!\\d)`,
		'u',
	),
	new RegExp(
		`(?<!\\d)(?<d>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?[-_. ]{0,2}(?<name>${NAMES})[-_., ]{0,2}(?<y>(?:19|20)\\d\\d)(?!\\d)`,
	),
	/(?<!\d)(?<a>\d{1,2})[-_. ](?<b>\d{1,2})[-_. ](?<y>(?:19|20)\d\d)(?!\d)/,
];

/** Null when the name tells no day, or one that may be two. */
export function dayInName(file: string): Day | null {
	const name = file.slice(-300).toLowerCase().split('/').slice(-LEVELS).join('/');
	for (const form of FORMS) {
		const { y, m, d, name: month, a, b } = form.exec(name)?.groups ?? {};
		if (y === undefined) continue;
		const day =
			a !== undefined
				? numbers(Number(a), Number(b), Number(y))
				: dayOf(Number(y), month === undefined ? Number(m) : (MONTHS.get(month) ?? 0), Number(d));
		if (day) return day;
	}
	return null;
}

function numbers(a: number, b: number, year: number): Day | null {
	if (a > 12 || a === b) return dayOf(year, b, a);
	return b > 12 ? dayOf(year, a, b) : null;
}
