/** What a time expression looks like, as an ordered table over the letters of `tokens.ts`. What it means: `meanings.ts`. */
import { DAY_PARTS, FREQUENCIES, HOLIDAYS, VAGUE } from '../../lexicon/calendar.ts';
import {
	ago,
	amount,
	coded,
	countOf,
	duration,
	first,
	half,
	halfMore,
	inContext,
	last,
	type Meaning,
	monthDay,
	monthOf,
	partOfDate,
	period,
	quarter,
	relative,
	relativeDay,
	season,
	spelledYear,
	unitOf,
	weekday,
	weekend,
} from './meanings.ts';
import {
	before,
	earlierDay,
	everyWeekday,
	firstDay,
	hour,
	laterDay,
	overnight,
	type Place,
	quarterAmong,
	within,
} from './neighbours.ts';
import type { Token } from './tokens.ts';

export interface TimeRule {
	readonly name: string;
	readonly pattern: string;
	/** Null: looks like a time and is none ("30 years old"); nothing inside it is read again. */
	readonly means: (tokens: readonly Token[], place: Place) => Meaning | null;
	/** Tokens at the head of the match that only lead to it. */
	readonly lead?: number;
}

const COUNT = '(?:(?:aD|[1#nD])(?:-?[nD]){0,4}(?:&a?[1#nD](?:-?[nD])?)?|q|½?a)';
const DATE = '[1o]';

export const TIME_RULES: readonly TimeRule[] = [
	{
		name: 'age',
		pattern: `${COUNT}-?[uU]-?(?:O|fA)|Jb?${COUNT}[uU]?|Afb?${COUNT}[uU]`,
		means: () => null,
	},
	{ name: 'iso date', pattern: 'I', means: ([token]) => ({ value: token?.value ?? '', lean: 'tense' }) },
	{ name: 'month day year', pattern: `(?:b?Tk?c?)?(?:Wc?)?M${DATE}c?[-d]?Y`, means: monthDay },
	{ name: 'day month year', pattern: `(?:b?Tk?c?)?(?:Wc?)?t?${DATE}f?-?Mc?-?Y`, means: monthDay },
	{
		name: 'month day',
		pattern: `(?:b?Tk?c?)?(?:Wc?)?(?:m-?|[lx])?M${DATE}(?![nD#]|-?[uU])`,
		means: firstDay,
	},
	// "March 3 to 7", "April 24 and 25, 2025", "3, 5 and 7 May"
	{
		name: 'day after a day',
		pattern: `(?<=M${DATE}(?:c${DATE}){0,4}c?)[&d-]${DATE}(?:c?Y)?(?![nD#]|-?[uU])`,
		lead: 1,
		means: laterDay,
	},
	{
		name: 'day in a row',
		pattern: `(?<=M${DATE}(?:c${DATE}){0,4})c${DATE}(?=(?:c${DATE}){0,4}c?&${DATE}(?!-?[uU]))`,
		lead: 1,
		means: laterDay,
	},
	{
		name: 'day before a day',
		pattern: `t?${DATE}(?=(?:ct?${DATE}){0,4}c?[&d-]t?${DATE}f?M)`,
		means: earlierDay,
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
	{
		name: 'spelled decade',
		pattern: 't(?:m-?)?K',
		means: (tokens) => ({ value: `19${first(tokens, 'K')?.number}` }),
	},
	{ name: 'decade', pattern: 't?(?:m-?)?V', means: (tokens) => ({ value: first(tokens, 'V')?.value ?? '' }) },
	{ name: 'weekday', pattern: "(?:b?Tk?c?|z)?(?:m-?)?(?:t?[lx]|s)?W(?:z|'sz)?", means: weekday },
	// "The third Sunday in May": which day that is stands in a calendar, and is not the Sunday next to today.
	{ name: 'weekday of a month', pattern: 't?[ol]W[if][lsx]?M(?:c?f?Y)?', means: monthOf },
	{
		name: 'weekday of a week',
		pattern: 'Wz?[lsx]u',
		means: (tokens) => (unitOf(tokens) === 'week' ? weekday(tokens) : null),
	},
	{
		name: 'part of a date',
		pattern: `t?(?:m-?)?zf(?:(?:Wc?)?M${DATE}(?:c?Y)?|(?:Wc?)?t?${DATE}f?M(?:c?Y)?)`,
		means: partOfDate,
	},
	{ name: 'part of a weekday', pattern: 't?(?:m-?)?zf[lx]?W', means: weekday },
	{
		name: 'early hours',
		pattern: 't?mUfW',
		means: ([...tokens]) => weekday(tokens.filter(({ letter }) => letter !== 'U')),
	},
	{ name: 'weekdays', pattern: 'Bz?|eWz?', means: everyWeekday },
	{ name: 'overnight', pattern: 'ØW?', means: overnight },
	{ name: 'relative day', pattern: '(?:b?Tk?c?)?(?:[mEF]-?z?)?Rz?', means: relativeDay },
	{ name: 'part of today', pattern: '(?:[mEF]-?)?[sl]z', means: relativeDay },
	// "The year ended March 31" is a length; the day behind it says which.
	{ name: 'the year ended', pattern: 't?[jy]?u(?=Ω)', means: duration },
	{ name: 'last, this, next', pattern: '(?:trf)?[mEF]?t?[lsx]y?u', means: period },
	{ name: 'current', pattern: 't[NÑ]y?[uΠ]', means: period },
	{
		name: 'year-ago',
		pattern: 't?u-[gE]o?[uΠ]?',
		means: (tokens) =>
			tokens.find(({ letter }) => letter === 'u')?.word === 'year'
				? {
						...relative('year', -1)!,
						reported: /^(?:quarter|period)$/.test(tokens.at(-1)?.word ?? '')
							? 'quarter before'
							: 'year before',
					}
				: null,
	},
	{
		name: 'period of a year',
		pattern: 'tY[uΠ]',
		means: (tokens) => {
			const year = first(tokens, 'Y')?.number ?? 0;
			return /^(?:quarter|period)$/.test(tokens[2]?.word ?? '')
				? { value: String(year), reported: 'same' }
				: null;
		},
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
		pattern: 't[jy]?u(?!g)',
		means: (tokens, { tokens: all, to }) => {
			const unit = unitOf(tokens);
			if (tokens.length > 2 && unit !== 'year') return null;
			// "The week before the vote" is not this one.
			if (/^(?:before|after|when)$/.test(all[to]?.word ?? '')) return null;
			if (unit === 'quarter') return { ...relative(unit, 0)!, reported: 'same' };
			return /^(?:week|month|year)$/.test(unit) ? relative(unit, 0) : null;
		},
	},
	{ name: 'that day', pattern: '(?:[mEF]-?)?(?:h=?|t=)u', means: (tokens) => inContext(tokens, 0) },
	{ name: 'weekend', pattern: '[mEF]?(?:t[lx]?|[lsx])w', means: weekend },
	{ name: 'season of a year', pattern: 't?(?:m-?)?Sf?Y', means: season },
	{ name: 'season', pattern: '(?:m-?)?(?:s?l|[sxt]|tm)S', means: season },
	{ name: 'in summer', pattern: 'iS', lead: 1, means: season },
	{ name: 'quarter', pattern: 't?y?ou(?:f?Y)?|y?o-u(?:f?Y)?|tYo-?u', means: quarter },
	{ name: 'quarter of this year', pattern: "[lsx]u'y?ou", means: quarter },
	{ name: 'Q3', pattern: 'Qc?f?Y|YQ|Q', means: coded },
	{ name: 'H1', pattern: 'Pf?Y|YP', means: coded },
	{ name: 'half of a year', pattern: 't[ol]½(?:fY|f[slx]u)?', means: half },
	{
		name: 'and a half',
		pattern: 'b?(?:[a1n]u&a½|[a1n]&a½-?U)(?:g|-L)?',
		means: (tokens) => halfMore(tokens),
	},
	{
		name: 'same time of last year',
		pattern: 't=[uΠ][li]?(?:lu|aug)',
		means: (tokens) =>
			last(tokens, 'u')?.word === 'year' ? { ...relative('year', -1)!, reported: 'year before' } : null,
	},
	{ name: 'in years', pattern: `ib?${COUNT}[uU](?!&n)`, lead: 1, means: within },
	{ name: 'day before', pattern: `(?:t|${COUNT})[uU]\\.`, means: before },
	{ name: 'ago', pattern: `b?${COUNT}[uU]g`, means: (tokens) => ago(tokens, -1) },
	{ name: 'from now', pattern: `b?${COUNT}[uU]G`, means: (tokens) => ago(tokens, 1) },
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
	{ name: 'hour', pattern: 'b?[1n]C(?:itz|vz)?|(?<=[vb])1itz', means: hour },
	{
		name: 'noon',
		pattern: 'z',
		means: ([token]) =>
			/:/.test(DAY_PARTS.get(token?.word ?? '') ?? '') ? { value: `T${DAY_PARTS.get(token!.word)}` } : null,
	},
	{
		name: 'clock of a zone',
		pattern: '[Y#]k',
		means: ([token]) =>
			/^(?:[01]\d|2[0-3])[0-5]\d$/.test(token?.word ?? '')
				? { value: `T${token!.word.slice(0, 2)}:${token!.word.slice(2)}` }
				: null,
	},
	{
		name: 'quarter and quarter',
		pattern: 't?o(?=&o-?U(?:f?Y)?)|(?<=o&)o-?U(?:f?Y)?',
		means: quarterAmong,
	},
	{ name: 'clock', pattern: 'b?Tk?', means: (tokens) => ({ value: first(tokens, 'T')?.value ?? '' }) },
];
