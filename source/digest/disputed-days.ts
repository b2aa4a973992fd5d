/** One event on two days, in two months, in two years: the same words of the same people right before them. */
import { daysApart } from '../article/times/calendar.ts';
import { SAYS_NO } from '../lexicon/figures.ts';
import { LONE_EVENTS, PLANNED, STANDING, STARTING } from '../lexicon/matters.ts';
import { REPORTING } from '../lexicon/reporting.ts';
import type { Dispute, Time } from '../types.ts';
import {
	type Claim,
	claimAt,
	closest,
	commonOf,
	daysBetween,
	disputeOf,
	farApart,
	independent,
	overlapOf,
	sharedOf,
	type Told,
	timesWithin,
} from './claims.ts';
import { agree } from './figures.ts';
import type { Statement } from './statements.ts';
import {
	attributionsIn,
	namesApart,
	othersFirst,
	peopleApart,
	type Substance,
	substanceOf,
} from './substance.ts';
import { stemOf, type Term } from './terms.ts';

/** Of the words before the day in the one statement, and of all its words, so many stand in the other. */
const BEFORE = 0.75;
const ALIKE = 0.5;
const FEWEST_SHARED = 2;
const FEWEST_ALIKE = 3;
/** Terms before a day among which its verb and whose it is are looked for. */
const REACH = 12;
/** A word of saying among so many terms before a day: it is the day on which somebody said so. */
const SAID = 5;
/** A plan is moved: reports further apart than this in days may both be right. */
const SOON = 3;
/** Days further apart than this are those of two events. */
const MOVED = 100;

interface WhenClaim extends Claim {
	readonly when: string;
	/** The words right before it and behind it. */
	readonly near: string;
	readonly size: Size;
	/** A negation stands before it. */
	readonly denies: boolean;
	readonly substance: Substance;
	/** Stems of the content words before it in its clause. */
	readonly words: readonly string[];
	/** Those of them without a capital. */
	readonly plain: readonly string[];
	/** Stem of the verb behind the last auxiliary of these, if one stands there. */
	readonly verb: string | null;
}

type Size = 'day' | 'month' | 'year';

const SIZES: readonly (readonly [RegExp, Size])[] = [
	[/^\d{4}-\d\d-\d\d/, 'day'],
	[/^\d{4}-\d\d$/, 'month'],
	[/^\d{4}$/, 'year'],
];

/** "That day" and "six months ago" name none. */
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const NAMED: Readonly<Record<Size, RegExp>> = {
	day: /day\b(?<!\bdays?)|\d/i,
	month: MONTH,
	year: /^\d{4}$/,
};

/** One dispute of each size at most. */
export function disputedDays(told: Told, statements: readonly Statement[]): Dispute[] {
	const claims = statements.flatMap((statement) => claimsIn(told, statement));
	return SIZES.flatMap(([, size]) => {
		const bySubject = new Map<string, WhenClaim[]>();
		for (const claim of claims) {
			if (claim.size !== size) continue;
			for (const word of claim.words) {
				const known = bySubject.get(word);
				if (known) known.push(claim);
				else bySubject.set(word, [claim]);
			}
		}
		const found = [...bySubject.values()]
			.flatMap((list) => closest(list, (a, b) => compare(told, a, b)) ?? [])
			.sort((a, b) => b.common - a.common)[0];
		return found ? [disputeOf(`the ${size}`, found.kind, found.pair)] : [];
	});
}

function compare(told: Told, a: WhenClaim, b: WhenClaim): { common: number; kind: Dispute['kind'] } | null {
	if (a.when === b.when || !independent(told, a.statement, b.statement)) return null;
	if ((daysBetween(told, a.statement, b.statement) ?? 0) > SOON || farApart(told, a.statement, b.statement))
		return null;
	if (a.value.toLowerCase() === b.value.toLowerCase()) return null;
	// Born in June and dead in March: two events of one person.
	const dated = [a, b].some(({ value }) => /\d{4}/.test(value));
	if (dated && a.size === 'day' && daysApart(a.when, b.when) > MOVED) return null;
	if (a.denies !== b.denies || (a.size === 'day' && mayBeOne(a, b))) return null;
	if (a.verb !== null && b.verb !== null && a.verb !== b.verb) return null;
	if (commonOf(a.words, b.words) < BEFORE || sharedOf(a.words, b.words) < FEWEST_SHARED) return null;
	// Each with verbs of its own.
	if (
		!a.plain.every((word) => b.statement.stems.includes(word)) &&
		!b.plain.every((word) => a.statement.stems.includes(word))
	)
		return null;
	if (!b.statement.stems.includes(a.words[0]!) || !a.statement.stems.includes(b.words[0]!)) return null;
	if (namesApart(a.substance, b.substance) || peopleApart(a.substance, b.substance)) return null;
	if (othersFirst(a.substance, b.substance)) return null;
	if (severalTimes(a.statement, b.statement)) return null;
	const common = overlapOf(a.substance.stems, b.substance.stems);
	// What is built is built once; who is elected may be so again.
	const lone = [a, b].every(({ words }) => words.some((word) => LONE_EVENTS.has(word)));
	if (a.size === 'year' && !lone) return null;
	const alike = common >= ALIKE && sharedOf(a.substance.stems, b.substance.stems) >= FEWEST_ALIKE;
	return alike || a.size === 'year' || sharedOf(a.words, b.words) >= FEWEST_ALIKE
		? { common, kind: 'disagree' }
		: null;
}

/** With other figures on another day it is told of another time. */
const severalTimes = (a: Statement, b: Statement) =>
	a.figures
		.slice(0, FIGURES)
		.some((one) =>
			b.figures.slice(0, FIGURES).some((other) => one.kind === other.kind && !agree(one, other)),
		);
const FIGURES = 8;

const isSaying = (word: string) => /^(?:speech|address)$/.test(REPORTING.get(word)?.kind ?? '');

/** A bare weekday may mean the week before or after, and "yesterday" is off by one where the report was printed late. */
function mayBeOne(a: WhenClaim, b: WhenClaim): boolean {
	if ([a, b].every(({ value }) => /\d/.test(value))) return false;
	const apart = daysApart(a.when, b.when);
	const weekdays = [a, b].every(({ value }) => /day\b/i.test(value) && !/^(?:to|yester)day/i.test(value));
	const edge = [a, b].some(({ value, near }) => NIGHT.test(`${near} ${value}`));
	const off = weekdays ? Math.min(apart % 7, 7 - (apart % 7)) : apart;
	return apart % 7 === 0 || ((!weekdays || edge) && off < 2);
}

/** What happens in the night is of either day, and in another part of the world too. */
const NIGHT = /\b(?:early|late|night|overnight|midnight|dawn)\b/i;

/** What a statement tells of one day, one month, one year, each if it names no other. */
function claimsIn(told: Told, statement: Statement): WhenClaim[] {
	const { text, times: all } = told.articles[statement.article]!;
	const times = timesWithin(all, statement);
	if (times.length === 0) return [];
	const said = attributionsIn(told, statement);
	const own = times.filter((time) => !said.some(({ start, end }) => time.start >= start && time.end <= end));
	return SIZES.flatMap(([shape, size]) => {
		const [time, ...others] = own.filter(
			({ start, end, value }) => shape.test(value) && NAMED[size].test(text.slice(start, end)),
		);
		if (!time || others.length > 0) return [];
		const claim = claimAbout(told, statement, time, size, said.length > 0);
		return claim ? [claim] : [];
	});
}

function claimAbout(
	told: Told,
	statement: Statement,
	{ start, end, value }: Time,
	size: Size,
	attributed: boolean,
): WhenClaim | null {
	const { text } = told.articles[statement.article]!;
	const before = statement.terms.filter((term) => term.end <= start).slice(-REACH);
	const after = statement.terms.find((term) => term.start >= end);
	if (
		[...before.slice(-SAID), after].some(
			(term, at, all) =>
				term &&
				!term.capital &&
				isSaying(term.word) &&
				!attributed &&
				!/^(?:will|to)$/.test(all[at - 1]?.word ?? ''),
		)
	)
		return null;
	// A caption: "Market Square in Velm, Norland, Tuesday, March 4, 2025".
	const beside = before.at(-1);
	if (beside?.capital && text.slice(beside.end, start).includes(',')) return null;
	const substance = substanceOf(told, statement);
	const from = before.findLastIndex(
		({ word, start: at }, index) =>
			OPENS.has(word) || (index > 0 && /[;:()]/.test(text.slice(before[index - 1]!.end, at))),
	);
	const clause = before.slice(Math.max(0, from)).filter((term) => substance.terms.includes(term));
	// "Founded in 1123, the abbey of Orm is the oldest".
	const opened = contentOf(clause);
	const leads = opened.length === 1 && LONE_EVENTS.has(opened[0]!);
	const behind = substance.terms.filter((term) => term.start >= end);
	// What stood so on Tuesday may stand so on Thursday.
	if (clause.some(({ word }) => STANDING.has(word))) return null;
	const words = leads ? [...opened, ...contentOf(behind).slice(0, FEWEST_SHARED)] : opened;
	if (words.length < FEWEST_SHARED) return null;
	return claimAt(told, statement, start, end, {
		when: value.slice(0, 10),
		near: `${text.slice(Math.max(statement.start, start - 10), start)} ${text.slice(end, end + 10)}`,
		size,
		denies: clause.some(({ word }) => SAYS_NO.has(word)),
		substance,
		words,
		plain: contentOf(clause.filter(({ capital }) => !capital)),
		verb: verbIn(clause),
	});
}

const OPENS = new Set('when as while after before but if until unless because since'.split(' '));

const contentOf = (terms: readonly Term[]) => [
	...new Set(
		terms.flatMap(({ stem, number, word }) =>
			stem === '' || number || (PLANNED.has(word) && !STARTING.has(word)) ? [] : [stem],
		),
	),
];

const AUXILIARIES = new Set('will would shall to was were is are has have had be been'.split(' '));

function verbIn(terms: readonly Term[]): string | null {
	const last = terms.findLastIndex(({ word }) => AUXILIARIES.has(word));
	const verb = last === -1 ? undefined : terms.slice(last + 1).find(({ stem }) => stem !== '');
	return !verb || PLANNED.has(verb.word) || verb.capital ? null : stemOf(verb.word);
}
