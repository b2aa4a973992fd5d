/** What reports claim of one matter, and when two of them must be told apart. */
import { daysApart } from '../article/times/calendar.ts';
import type { Article, ArticleSpan, Dispute, Span, Time } from '../types.ts';
import type { Voices } from './points.ts';
import type { Statement } from './statements.ts';
import type { Substance } from './substance.ts';

/** A claim of one statement; `span` is what a reader is shown of it. */
export interface Claim {
	readonly statement: Statement;
	readonly span: ArticleSpan;
	readonly value: string;
}

/** Two claims that differ, and how much their statements have in common, 0..1. */
export interface Rivalry<C extends Claim = Claim> {
	readonly pair: readonly [C, C];
	readonly common: number;
	readonly kind: Dispute['kind'];
}

/** How the days of two reports lie: `unknown` when either is not certain. */
export type Order = 'same day' | 'earlier' | 'later' | 'both undated' | 'unknown';

/** What rules are asked with: the story's articles and whose voice each has. */
export interface Told {
	readonly articles: readonly Article[];
	readonly voiceOf: Voices;
	/** What statements tell, as far as it was asked. */
	readonly substances: Map<Statement, Substance>;
}

/** Whether the first of two reports is the earlier one. */
export function orderOf({ articles }: Told, a: Statement, b: Statement): Order {
	const [one, other] = [articles[a.article]!.published, articles[b.article]!.published];
	if (!one && !other) return 'both undated';
	if (!one?.certain || !other?.certain) return 'unknown';
	return one.day === other.day ? 'same day' : one.day < other.day ? 'earlier' : 'later';
}

/** How many days lie between the two reports; null when that is not known for certain. */
export function daysBetween({ articles }: Told, a: Statement, b: Statement): number | null {
	const [one, other] = [articles[a.article]!.published, articles[b.article]!.published];
	if (!one?.certain || !other?.certain) return null;
	return daysApart(one.day, other.day);
}

/** Two articles that no one outlet printed. A copy with another figure tells something else all the same. */
export function independent({ articles }: Told, a: Statement, b: Statement): boolean {
	if (a.article === b.article) return false;
	const [one, other] = [articles[a.article]!.outlet, articles[b.article]!.outlet];
	return one === null || one !== other;
}

/** Reports that can contradict each other: of two outlets, and not known to be of two days. */
export function rivals(told: Told, a: Statement, b: Statement): boolean {
	const order = orderOf(told, a, b);
	return independent(told, a, b) && order !== 'earlier' && order !== 'later' && !farApart(told, a, b);
}

/** As far as their days are known at all, the one report is of another week. */
export function farApart({ articles }: Told, a: Statement, b: Statement): boolean {
	const [one, other] = [articles[a.article]!.published?.day, articles[b.article]!.published?.day];
	return one !== undefined && other !== undefined && daysApart(one, other) > WEEK;
}

const WEEK = 7;

/** The share of the shorter list of words that stands in the other too. */
export function commonOf(a: readonly string[], b: readonly string[]): number {
	return sharedOf(a, b) / Math.max(1, Math.min(a.length, b.length));
}

/** How many of all the words of two lists, each word once, stand in both: 0..1. */
export function overlapOf(a: readonly string[], b: readonly string[]): number {
	const shared = sharedOf(a, b);
	return shared / Math.max(1, a.length + b.length - shared);
}

export function sharedOf(a: readonly string[], b: readonly string[]): number {
	const own = new Set(a);
	return b.filter((one) => own.has(one)).length;
}

export function claimAt<More extends object>(
	{ articles }: Told,
	statement: Statement,
	start: number,
	end: number,
	more: More,
): Claim & More {
	const { id, text } = articles[statement.article]!;
	return { statement, span: { article: id, start, end }, value: text.slice(start, end), ...more };
}

/** Claims in the order of the story's articles, but what changed in the order given. */
export function disputeOf(about: string, kind: Dispute['kind'], claims: readonly Claim[]): Dispute {
	const ordered =
		kind === 'changed'
			? claims
			: [...claims].sort((a, b) => a.statement.article - b.statement.article || a.span.start - b.span.start);
	return { kind, about, claims: ordered.map(({ value, span }) => ({ value, from: span })) };
}

/** Of all pairs the one whose statements are most alike; the first of equals. Claims past the first many are left out. */
export function closest<C extends Claim>(
	claims: readonly C[],
	compare: (a: C, b: C) => Omit<Rivalry, 'pair'> | null,
): Rivalry<C> | null {
	let best: Rivalry<C> | null = null;
	const compared = claims.slice(0, MOST);
	for (const [at, b] of compared.entries())
		for (const a of compared.slice(0, at)) {
			const found = compare(a, b);
			if (found && found.common > (best?.common ?? 0)) best = { pair: [a, b], ...found };
		}
	return best;
}

/** Claims of one matter that are compared pair by pair. */
const MOST = 150;

/** The time expressions within a stretch of text: they stand in order. */
export function timesWithin(times: readonly Time[], { start, end }: Span): Time[] {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (times[middle]!.start < start) low = middle + 1;
		else high = middle;
	}
	const found: Time[] = [];
	for (let at = low; at < times.length && times[at]!.end <= end; at++) found.push(times[at]!);
	return found;
}
