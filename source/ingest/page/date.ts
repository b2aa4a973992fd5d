/**
 * The day on which a page's article came out: what the page tells machines first, then its address, then a date that it
 * shows where dates of publication stand. Never the first date that happens to be there.
 */

import { fullDates, labelIn, numberOrderOf } from '../../article/date-line.ts';
import { daysApart } from '../../article/times/calendar.ts';
import type { Day } from '../../types.ts';
import type { Layout, Range } from './blocks.ts';
import type { Element } from './tree.ts';

/** Names of meta, `itemprop` and JSON-LD, surest first. */
const TOLD = [
	'article:published_time',
	'article:published_date',
	'article:published',
	'published',
	'datepublished',
	'og:published_time',
	'og:article:published_time',
	'bt:pubdate',
	'parsely-pub-date',
	'sailthru.date',
	'cxenseparse:recs:publishtime',
	'dc.date.issued',
	'dcterms.issued',
	'dcterms.created',
	'dc.date.created',
	'dc.date',
	'dcterms.date',
	'date_published',
	'publication_date',
	'publish_date',
	'publishdate',
	'published_time_telegram',
	'pubdate',
	'publish-date',
	'article.published',
	'article_date_original',
	'originalpublicationdate',
	'citation_publication_date',
	'citation_date',
	'datecreated',
	'date',
] as const;

/** What speaks for a date that a page shows. */
const SCORES = {
	machine: 3,
	called: 3,
	underHeadline: 3,
	overHeadline: 2,
	besideBody: 1,
	inBody: -2,
	aside: -2,
	alone: 2,
	short: 1,
	published: 3,
	updated: -6,
	linked: -1,
	comment: -9,
} as const;
const ENOUGH = 4;
/** Shown so plainly that what machines are told may be doubted. */
const STRONG = 7;
/** Blocks from the headline, or from the body. */
const NEAR = 8;
const LONGEST = 160;

const CALLED =
	/(?:^|[\s_-])(?:\w*date\w*|published|pub|posted(?:on)?|posted-?on|timestamp|time|datum|fecha|created|entry-?meta|post-?meta|meta|byline|dateline|info|publish\w*)(?:$|[\s_-])/i;
const COMMENT =
	/(?:^|[\s_-])(?:comments?|commentlist|reply|replies|disqus|related|sidebar|archives?|popular|recent|recommend\w*)(?:$|[\s_-])/i;

export interface Told {
	/** Names in lower case. */
	readonly metas: readonly (readonly [string, string])[];
	/** Of JSON-LD, the article's own and then any. */
	readonly data: readonly string[];
	/** When it was changed last, in JSON-LD and meta. */
	readonly changed: readonly string[];
	/** Text of scripts that are no JSON-LD. */
	readonly scripts: readonly string[];
	readonly url: string | null;
	readonly language: string | null;
}

export function dayOfPage(told: Told, layout: Layout, body: Range, headline: number | null): Day | null {
	const value = toldIn(told);
	const published = value === null ? inAddress(told.url) : dayIn(value);
	const seen = shown(told, layout, body, headline);
	if (published === null) return seen?.day ?? inScripts(told.scripts);
	if (seen === null || seen.score < STRONG) return published;
	// Where the clock of machines is another than the readers', and where every change of the site counts as publication.
	const restamped = told.changed.some((value) => dayIn(value) === published);
	const elsewhere = daysApart(seen.day, published) === 1 && UTC.test(value ?? '');
	return restamped || elsewhere ? seen.day : published;
}

const UTC = /\d(?:Z|[+-]00:?00)$/;

function toldIn({ metas, data }: Told): string | null {
	for (const name of TOLD)
		for (const [key, value] of metas) if (key === name && dayIn(value) !== null) return value.trim();
	return data.find((value) => dayIn(value) !== null)?.trim() ?? null;
}

/** In `2025-03-11T09:00`, `20250311`, `Tue, 11 Mar 2025`; nothing before there were pages. */
function dayIn(value: string): Day | null {
	const text = value.slice(0, 100).replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3');
	const day = fullDates(text)[0]?.day ?? null;
	return day !== null && day >= '1990' ? day : null;
}

function inAddress(url: string | null): Day | null {
	const found = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url ?? '');
	return found ? dayIn(`${found[1]}-${found[2]}-${found[3]}`) : null;
}

const IN_SCRIPT =
	/["']?(?:datePublished|publish(?:ed)?_?(?:date|time|at)|publication_?date|pub_?date|first_?published\w*)["']?\s{0,3}[:=]\s{0,3}\\?["']([^"'\\]{8,40})/i;

function inScripts(scripts: readonly string[]): Day | null {
	for (const script of scripts) {
		const day = dayIn(IN_SCRIPT.exec(script)?.[1] ?? '');
		if (day) return day;
	}
	return null;
}

function shown(
	{ language }: Told,
	layout: Layout,
	body: Range,
	headline: number | null,
): { readonly day: Day; readonly score: number } | null {
	const read = readerOf(language, layout.blocks.map(({ text }) => text.slice(0, LONGEST)).join('\n'));
	let best: { day: Day; score: number } | null = null;
	const offer = (day: Day | null, score: number) => {
		if (day !== null && day >= '1990' && score >= ENOUGH && (best === null || score > best.score))
			best = { day, score };
	};
	const place = (at: number) => placeScore(at, body, headline ?? body.from);
	for (const { element, at } of layout.marks) {
		const called = nameOf(element);
		const score =
			place(at) +
			(CALLED.test(called) ? SCORES.called : 0) +
			(isComment(element, layout) ? SCORES.comment : 0);
		const machine =
			element.attributes.get('datetime') ??
			element.attributes.get('content') ??
			element.attributes.get('title');
		if (machine) offer(dayIn(machine), score + SCORES.machine + SCORES.alone + updatedIn(called));
		const text = textIn(element, LONGEST + 1);
		if (text.length > LONGEST) continue;
		const [date] = read(text);
		if (date) offer(date.day, score + lineScore(text, date));
	}
	for (const [at, { text, words, linked, element }] of layout.blocks.entries()) {
		if (text.length > LONGEST) continue;
		const [date] = read(text);
		if (!date) continue;
		const score =
			place(at) +
			(CALLED.test(nameOf(element)) ? SCORES.called : 0) +
			(isComment(element, layout) ? SCORES.comment : 0);
		offer(date.day, score + lineScore(text, date) + (linked * 2 > words ? SCORES.linked : 0));
	}
	return best;
}

function placeScore(at: number, { from, to }: Range, headline: number): number {
	const below = at - headline;
	if (below >= 0 && below <= NEAR && (at < from || below <= DIRECTLY)) return SCORES.underHeadline;
	if (below < 0 && -below <= NEAR) return SCORES.overHeadline;
	if (at < from - NEAR || at > to + NEAR) return SCORES.aside;
	return at >= from + DIRECTLY && at < to - 2 ? SCORES.inBody : SCORES.besideBody;
}

/** A standfirst and a name may stand between a headline and its date. */
const DIRECTLY = 3;

const updatedIn = (called: string) =>
	/updated|modified/i.test(called) && !/publish|entry-date/i.test(called) ? SCORES.updated : 0;

function lineScore(text: string, { start, end }: { start: number; end: number }): number {
	const rest = text.length - (end - start);
	const before = text.slice(Math.max(0, start - 40), start);
	const label = labelIn(before) ?? (PUBLISHED.test(before) ? 'published' : null);
	return (rest <= 12 ? SCORES.alone : rest <= 60 ? SCORES.short : 0) + (label ? SCORES[label] : 0);
}

/** "Published" elsewhere. */
const PUBLISHED =
	/erstellt|veröffentlicht|verfasst|geschrieben|publi[ée]|posté|mis en ligne|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|opublikowano|опубликован/i;

const nameOf = ({ attributes }: Element) =>
	`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${attributes.get('itemprop') ?? ''}`.slice(
		0,
		300,
	);

function isComment(element: Element, { parents }: Layout): boolean {
	let at: Element | undefined = element;
	for (let steps = 0; at && steps < 12; steps++) {
		if (at.name === 'body' || at.name === 'article' || at.name === 'main') return false;
		if (COMMENT.test(nameOf(at))) return true;
		at = parents.get(at);
	}
	return false;
}

function textIn(element: Element, most: number): string {
	let text = '';
	for (const child of element.children) {
		if (text.length >= most) break;
		text += typeof child === 'string' ? child.slice(0, most) : textIn(child, most);
	}
	return text.replace(/\s+/g, ' ').trim();
}

type Dates = (text: string) => readonly { readonly day: Day; readonly start: number; readonly end: number }[];

/** Dates in English and in the page's own language, whose months ICU knows. */
function readerOf(language: string | null, page: string): Dates {
	const tag =
		/^[a-z]{2,3}(?:[-_][a-z]{2})?/i
			.exec(language?.trim() ?? '')?.[0]
			.replace('_', '-')
			.toLowerCase() ?? '';
	const english = tag === '' || tag.startsWith('en');
	const order =
		tag === 'en-us'
			? 'month first'
			: !english || /^en-(?:gb|au|nz|ie|in|za)$/.test(tag)
				? 'day first'
				: numberOrderOf(page);
	const tags = tag === '' ? ['de', 'fr', 'es'] : english ? [] : [tag];
	if (/[а-я]{4}/.test(page)) tags.push('ru', 'uk');
	const foreign = tags.length === 0 ? null : foreignDates(tags);
	return (text) => {
		if (!/\d/.test(text)) return [];
		const own = fullDates(text, order);
		return own.length > 0 || foreign === null ? own : foreign(text);
	};
}

function foreignDates(tags: readonly string[]): Dates {
	// Asking ICU costs more than all else on a page; most pages have no date that needs it.
	let known: ReadonlyMap<string, number> | null = null;
	const monthOf = (name: string) => {
		known ??= monthsOf(tags);
		return known.get(name.toLowerCase()) ?? 0;
	};
	const DATE =
		/(?<!\d)(?:(\d{1,2})(?:\.|er|º|ª|-)?(?: de| d['’])? ?([\p{L}]{3,12})\.?,?(?: del?)? ?((?:19|20)\d\d)|([\p{L}]{3,12})\.? (\d{1,2})(?:\.|,)? ((?:19|20)\d\d)|((?:19|20)\d\d)(?:\. | ?年 ?)(?:([\p{L}]{3,12})|(\d{1,2}) ?月) ?(\d{1,2})(?: ?日|\.))(?!\d)/gu;
	return (text) => {
		const found: { day: Day; start: number; end: number }[] = [];
		for (const m of text.matchAll(DATE)) {
			const month = m[9] ? Number(m[9]) : monthOf(m[2] ?? m[4] ?? m[8] ?? '');
			const date = Number(m[1] ?? m[5] ?? m[10]);
			if (month < 1 || month > 12 || date < 1 || date > 31) continue;
			const two = (value: number) => String(value).padStart(2, '0');
			const day = `${m[3] ?? m[6] ?? m[7]}-${two(month)}-${two(date)}`;
			if (fullDates(day).length > 0) found.push({ day, start: m.index, end: m.index + m[0].length });
		}
		return found;
	};
}

/** As ICU writes them alone and in a date; the first language that has a name keeps it. */
function monthsOf(tags: readonly string[]): ReadonlyMap<string, number> {
	const months = new Map<string, number>();
	for (const tag of tags)
		for (const month of ['long', 'short'] as const)
			for (const options of [{ month }, { day: 'numeric', month, year: 'numeric' }] as const)
				for (const [i, name] of namesOf(tag, options).entries())
					if (!months.has(name)) months.set(name, i + 1);
	return months;
}

/** None for a language that nobody has. */
function namesOf(tag: string, options: Intl.DateTimeFormatOptions): string[] {
	try {
		const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' });
		return Array.from({ length: 12 }, (_, month) => {
			const part = format.formatToParts(Date.UTC(2025, month, 5)).find(({ type }) => type === 'month');
			return part?.value.toLowerCase().replace(/\.$/, '') ?? '';
		});
	} catch {
		return [];
	}
}
