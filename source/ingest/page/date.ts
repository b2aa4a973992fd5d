/**
 * The day on which a page's article came out: what the page tells machines first, then its address, then a date that it
 * shows where dates of publication stand. Never the first date that happens to be there.
 */

import { daysApart } from '../../article/times/calendar.ts';
import type { Day } from '../../types.ts';
import type { Layout, Range } from './blocks.ts';
import { type Dates, dayIn, FIRST, readerOf } from './date-reader.ts';
import { STRONG, shownIn } from './shown-date.ts';

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

export interface Told {
	/** Names in lower case. */
	readonly metas: readonly (readonly [string, string])[];
	/** Of JSON-LD, the article's own and then any. */
	readonly dates: readonly string[];
	/** The scripts of JSON-LD. */
	readonly data: readonly string[];
	/** When it was changed last, in JSON-LD and meta. */
	readonly changed: readonly string[];
	/** Text of scripts that are no JSON-LD. */
	readonly scripts: readonly string[];
	readonly url: string | null;
	readonly language: string | null;
}

/** So much of a block tells its language, and the order of its dates. */
const MOST_OF_BLOCK = 160;

export function dayOfPage(told: Told, layout: Layout, body: Range, headline: number | null): Day | null {
	const read = readerOf(
		told.language,
		layout.blocks.map(({ text }) => text.slice(0, MOST_OF_BLOCK)).join('\n'),
	);
	const value = toldIn(told, read);
	const address = inAddress(told.url);
	// A script of data that is no JSON still says what it says.
	const published = (value === null ? address : machineDay(value, read)) ?? inScripts(told.data);
	const seen = shownIn(layout, body, headline, read);
	if (published === null) return seen?.day ?? inScripts(told.scripts);
	if (seen?.day === published) return published;
	// The site's own calendar stands in its addresses.
	if (address !== null && daysApart(address, published) === 1 && UTC.test(value ?? '')) return address;
	if (seen === null || seen.score < STRONG) return published;
	// Where the clock of machines is another than the readers', and where every change of the site counts as publication.
	const restamped = told.changed.some((value) => dayIn(value) === published);
	const elsewhere = daysApart(seen.day, published) === 1 && UTC.test(value ?? '');
	return restamped || elsewhere ? seen.day : published;
}

const UTC = /\d(?:Z|[+-]00:?00)$/;

function toldIn({ metas, dates }: Told, read: Dates): string | null {
	for (const name of TOLD)
		for (const [key, value] of metas)
			if (key === name && machineDay(value, read) !== null) return value.trim();
	return dates.find((value) => dayIn(value) !== null)?.trim() ?? null;
}

/** Some tell machines what they tell readers: "11 mars 2025". */
function machineDay(value: string, read: Dates): Day | null {
	const named = /\p{L}{3}/u.test(value) ? (read(value.slice(0, 100))[0]?.day ?? null) : null;
	const day = dayIn(value) ?? named;
	return day !== null && day >= FIRST ? day : null;
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
