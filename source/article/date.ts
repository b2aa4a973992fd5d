/** The day on which an article was published, as the article itself tells it. */
import type { Published, Removed, Span } from '../types.ts';
import type { Cleaned } from './clean.ts';
import { type DatedLine, datedLine, fullDates, isOfElsewhere, labelIn, numberOrderOf } from './date-line.ts';
import { dayInName } from './file-name.ts';

/** What speaks for a date line. A line needs `ENOUGH`: a date that merely stands somewhere is no day of publication. */
const SCORES = {
	published: 4,
	updated: 0,
	byline: 2,
	alone: 3,
	amongNames: 2,
	amongWords: -2,
	underHeadline: 4,
	besideBody: 3,
	overHeadline: 2,
	inBody: 0,
	underBody: -1,
	farAbove: 0,
	farBelow: -2,
	/** No other day stands on a date line above the body. */
	onlyDay: 2,
	nearestAbove: 1.5,
	/** "Ann says", and then when she said it. */
	comment: -6,
	/** A weekday at the top of a page is today's, not the article's. */
	todayAtTheTop: -2,
} as const;
const ENOUGH = 4;
/** Lines from the headline or the body beyond which a line belongs to something else. */
const NEAR = 6;
/** Paragraphs that may stand between the headline and the line: a standfirst and a lede. */
const MOST_TOLD = 2;
/** A day of updating must be told this much better than another to be taken for it. */
const MARGIN = 3;
const LONGEST_LABEL = 25;
/** Guides and lists of goods are kept up to date: the day of the last change is not the day they came out. */
const KEPT_CURRENT =
	/\b(?:best|top \d+|how to|guide|tips|ways to|vs|checklist|reviews?|alternatives|ideas|recipes?)\b/i;

/**
 * Null when the article does not tell: never the date of a caption, a comment or another story, nor the first date of
 * the body. A day of updating without a clock is a guess at the day of publication, and says so.
 */
export function publishedIn(text: string, cleaned: Cleaned, file: string): Published | null {
	const meta = cleaned.metadataDay;
	if (meta) return { ...told(meta.day, 'metadata', true), evidence: { start: meta.start, end: meta.end } };
	if (cleaned.dateline) {
		const date = fullDates(text.slice(cleaned.dateline.start, cleaned.dateline.end))[0];
		const { start } = cleaned.dateline;
		if (date)
			return {
				...told(date.day, 'header', true),
				evidence: { start: start + date.start, end: start + date.end },
			};
	}
	const line = bestLine(text, cleaned);
	if (line?.certain) return line;
	const named = fullDates(cleaned.url ?? '')[0]?.day ?? dayInName(file);
	return named ? told(named, 'metadata', true) : line;
}

function told(day: string, from: 'metadata' | 'header', certain: boolean): Published {
	return { day, from, certain, precision: 'day', evidence: null, linkedArticle: null };
}

type Item = Span & { readonly kind: string };

function bestLine(text: string, cleaned: Cleaned): Published | null {
	const { paragraphs, removed } = cleaned;
	const items: Item[] = [...paragraphs, ...removed.map(asItem)].sort((a, b) => a.start - b.start);
	const body = items
		.map(({ kind }, i) => (kind === 'lede' || kind === 'body' ? i : -1))
		.filter((i) => i >= 0);
	const first = body[0] ?? items.length;
	const last = body.at(-1) ?? -1;
	let count = 0;
	const toldBefore = items.map(({ kind }) => (kind === 'lede' || kind === 'body' ? count++ : count));
	const headline = items.findIndex(({ kind }) => kind === 'headline');
	const order = numberOrderOf(text);
	const lines = items.flatMap(({ start, end, kind }, i) => {
		if (kind === 'lede' || kind === 'body' || kind === 'caption') return [];
		const words = text.slice(start, Math.min(end, start + 1000));
		const line = datedLine(words, order);
		if (!line || isOfElsewhere(words) || (kind === 'headline' && !isCredited(words, line))) return [];
		return [{ i, start, line }];
	});
	const above = new Set(
		lines
			.filter(({ i, line }) => i < first && line.others <= 4)
			.flatMap(({ line }) => line.dates.map(({ day }) => day)),
	);
	const nearest = lines.findLast(({ i, line }) => i < first && line.others <= 4)?.i;
	const candidates = lines.flatMap(({ i, start, line }) => {
		const place =
			placeScore(i, headline, first, last, toldBefore[i] ?? 0, line) +
			(i < first && above.size === 1 ? SCORES.onlyDay : i === nearest ? SCORES.nearestAbove : 0) +
			(line.byline || isName(text, items[i - 1]) ? SCORES.byline : 0) +
			(isComment(text, items[i - 1]) ? SCORES.comment : 0);
		const label = labelBefore(text, items[i - 1]);
		return earliestFirst(line.dates).map((date, k) => ({
			score: i === headline ? ENOUGH : place + formScore(line, date.label ?? (k === 0 ? label : null)),
			updated: (date.label ?? (k === 0 ? label : null)) === 'updated',
			clock: line.clock,
			day: date.day,
			evidence: { start: start + date.start, end: start + date.end },
		}));
	});
	const written = highest(candidates.filter(({ updated }) => !updated));
	const updated = highest(candidates.filter(({ updated }) => updated));
	const best = written && (!updated || written.score >= updated.score - MARGIN) ? written : updated;
	if (!best) return null;
	const kept = best.updated && !best.clock && KEPT_CURRENT.test(cleaned.headline ?? '');
	return { ...told(best.day, 'header', !kept), evidence: best.evidence };
}

/** "Velmora closes its pier • March 12, 2025", "… By Ilse Quandt on Dec. 19, 2025": run together with the date below. */
function isCredited(headline: string, { dates }: DatedLine): boolean {
	const [only] = dates;
	return (
		only !== undefined &&
		dates.length === 1 &&
		/(?:[•|·–—]| - |\bBy \p{Lu}[\p{L}.'’ -]{2,60} on)\s*$/u.test(headline.slice(0, only.start)) &&
		headline.length - only.end <= 12
	);
}

function highest<T extends { readonly score: number }>(candidates: readonly T[]): T | null {
	const enough = candidates.filter(({ score }) => score >= ENOUGH);
	return enough.reduce<T | null>((best, one) => (best && best.score >= one.score ? best : one), null);
}

/** "May 2, 2025April 30, 2025": of two days side by side without a word the earlier is that of publication. */
function earliestFirst(dates: DatedLine['dates']): DatedLine['dates'] {
	return dates.length === 2 && dates.every(({ label }) => label === null)
		? dates.toSorted((a, b) => (a.day < b.day ? -1 : 1))
		: dates;
}

function isComment(text: string, before: Item | undefined): boolean {
	return (
		before !== undefined &&
		/\b(?:says|writes|said|commented|replied):?$/.test(
			text.slice(Math.max(before.start, before.end - 20), before.end),
		) &&
		before.end - before.start <= 60
	);
}

/** Who wrote it, alone on the line above. */
function isName(text: string, item: Item | undefined): boolean {
	return (
		item !== undefined &&
		item.end - item.start <= 60 &&
		/^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?: in \p{Lu}[\p{L} ]{2,30})?$/u.test(
			text.slice(item.start, item.end),
		)
	);
}

/** The word of a short line before the date: "Published", "Last update:". */
function labelBefore(text: string, item: Item | undefined): 'published' | 'updated' | null {
	return item && item.end - item.start <= LONGEST_LABEL ? labelIn(text.slice(item.start, item.end)) : null;
}

const asItem = ({ start, end, reason }: Removed): Item => ({ start, end, kind: reason });

function formScore(line: DatedLine, label: 'published' | 'updated' | null): number {
	const form =
		line.others === 0 ? SCORES.alone : line.names && line.others <= 8 ? SCORES.amongNames : SCORES.amongWords;
	return form + (label === null ? 0 : SCORES[label]);
}

function placeScore(
	at: number,
	headline: number,
	first: number,
	last: number,
	told: number,
	line: DatedLine,
): number {
	if (headline >= 0 && at > headline && at < first) return SCORES.underHeadline;
	if (at > first && at - first <= NEAR && told <= MOST_TOLD) return SCORES.besideBody;
	if (at > last) return at - last <= NEAR ? SCORES.underBody : SCORES.farBelow;
	if (at > first) return SCORES.inBody;
	if (first - at <= NEAR) return SCORES.besideBody;
	if (headline - at <= NEAR && headline - at > 0) return SCORES.overHeadline;
	return line.weekday && line.others === 0 ? SCORES.farAbove + SCORES.todayAtTheTop : SCORES.farAbove;
}
