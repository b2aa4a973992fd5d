/** Bytes → a feed and its items in the program's own words: RSS, Atom, RDF and JSON Feed are one thing from here on. */
import type { AnyFeed } from 'feedsmith';
import { decode } from '../article/decode.ts';
import { declaredIn } from '../ingest/documents.ts';
import { countOf } from '../ingest/page/blocks.ts';
import { fragmentText } from '../ingest/page/fragment.ts';
import { plainText } from '../ingest/page/tree.ts';
import { type Safe, safeLine, safeText } from '../safe.ts';
import type { Day } from '../types.ts';
import { strangersUrl } from './address.ts';
import { dayIn } from './days.ts';
import { saysMore, withoutFooter } from './full-text.ts';
import { parseMended } from './mended.ts';

export interface Item {
	/** What the feed tells it apart by; not to be trusted to be its own. */
	readonly id: string | null;
	readonly link: string | null;
	readonly title: Safe | null;
	readonly day: Day | null;
	readonly author: Safe | null;
	/** Whom the feed has it from, in a feed that gathers others'. */
	readonly source: Safe | null;
	/** Plain words, one paragraph a block; empty when the feed has none. */
	readonly body: Safe;
	/** The feed says that there is more of it. */
	readonly cut: boolean;
}

export interface Feed {
	readonly title: Safe | null;
	/** The page it is the feed of. */
	readonly link: string | null;
	/** Where the feed says that it stands itself. */
	readonly self: string | null;
	/** Seconds it asks to be left alone. */
	readonly every: number | null;
	readonly items: readonly Item[];
	/** Items that could not be read, or not as a whole. */
	readonly broken: number;
	/** There are more than were taken. */
	readonly more: boolean;
}

/** What is in a feed is at most this much, taken from its start, where the newest stands. */
export const MOST_ITEMS = 1000;
const LONGEST_LINE = 1000;
const LONGEST_ID = 2000;
const LONGEST_BODY = 1_000_000;

/**
 * Null when it is no feed. `type`: the Content-Type header; `url`: where it came from, for addresses that hang on it;
 * `today`: items of later days have none.
 */
export function readFeed(bytes: Uint8Array, type: string | null, url: string, today: Day): Feed | null {
	const text = textOf(bytes, type);
	const mended = parseMended(text, MOST_ITEMS);
	if (mended === null) return null;
	try {
		return { ...feedOf(mended.found, url, today), broken: mended.broken, more: mended.more };
	} catch {
		// A feed so deeply nested that no reader of it comes back is none.
		return null;
	}
}

/** What the document says of itself goes before what a server says of all its files. */
export function textOf(bytes: Uint8Array, type: string | null): string {
	return decode({ file: '', format: 'text', bytes }, declaredIn(bytes) ?? charsetOf(type)).text;
}

const charsetOf = (type: string | null) =>
	/charset\s{0,9}=\s{0,9}["']?([\w-]{2,30})/i.exec(type ?? '')?.[1] ?? null;

type Of<F extends AnyFeed['format']> = Extract<AnyFeed, { format: F }>['feed'];

function feedOf(found: AnyFeed, url: string, today: Day): Omit<Feed, 'broken' | 'more'> {
	switch (found.format) {
		case 'atom':
			return atom(found.feed, url, today);
		case 'json':
			return json(found.feed, url, today);
		default:
			return rss(found.feed, url, today);
	}
}

function rss(feed: Of<'rss'> | Of<'rdf'>, url: string, today: Day): Omit<Feed, 'broken' | 'more'> {
	const base = strangersUrl(feed.xml?.base, url) ?? url;
	const link = strangersUrl(feed.link, base);
	const self = feed.atom?.links?.find(({ rel }) => rel === 'self')?.href;
	return {
		title: lineOf(feed.title),
		link,
		self: strangersUrl(self, base),
		every: secondsOf('ttl' in feed ? feed.ttl : undefined, feed.sy),
		items: (feed.items ?? []).map((item) => {
			const guid = 'guid' in item ? item.guid : undefined;
			const about = 'rdf' in item ? item.rdf?.about : undefined;
			const near = strangersUrl(item.xml?.base, base) ?? (feed.xml?.base ? base : (link ?? base));
			const atomLink = item.atom?.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')?.href;
			const permanent = guid?.isPermaLink === false ? undefined : absolute(guid?.value);
			const authors = 'authors' in item ? item.authors?.map(({ name, email }) => name ?? email) : undefined;
			const { dc, dcterms, content, media } = item;
			return {
				id: idOf(guid?.value ?? about ?? item.atom?.id),
				link: firstUrl([item.link, atomLink, permanent], near),
				title: lineOf(item.title ?? dc?.titles?.[0]),
				day: dayOfAll(
					[
						'pubDate' in item ? item.pubDate : null,
						dc?.dates?.[0],
						dcterms?.issued?.[0],
						dcterms?.created?.[0],
					],
					today,
				),
				author: names(dc?.creators ?? authors),
				source: lineOf('source' in item ? item.source?.title : null),
				...fullest([
					content?.encoded,
					item.atom?.content?.value,
					item.description,
					media?.description?.value,
				]),
			};
		}),
	};
}

function atom(feed: Of<'atom'>, url: string, today: Day): Omit<Feed, 'broken' | 'more'> {
	const base = strangersUrl(feed.xml?.base, url) ?? url;
	const linkIn = (links: typeof feed.links, wanted: string) =>
		links?.find(({ rel }) => (rel ?? 'alternate') === wanted)?.href;
	return {
		title: textual(feed.title),
		link: strangersUrl(linkIn(feed.links, 'alternate'), base),
		self: strangersUrl(linkIn(feed.links, 'self'), base),
		every: secondsOf(undefined, feed.sy),
		items: (feed.entries ?? []).map((entry) => {
			const near = strangersUrl(entry.xml?.base, base) ?? base;
			const { content, summary } = entry;
			return {
				id: idOf(entry.id),
				link: firstUrl([linkIn(entry.links, 'alternate'), content?.src, absolute(entry.id)], near),
				title: textual(entry.title),
				day: dayOfAll([entry.published, entry.dc?.dates?.[0], entry.updated], today),
				author: names((entry.authors ?? feed.authors)?.map(({ name, email }) => name ?? email)),
				source: textual(entry.source?.title),
				...fullest([marked(content), marked(summary), entry.media?.groups?.[0]?.description?.value]),
			};
		}),
	};
}

function json(feed: Of<'json'>, url: string, today: Day): Omit<Feed, 'broken' | 'more'> {
	return {
		title: lineOf(feed.title),
		link: strangersUrl(feed.home_page_url, url),
		self: strangersUrl(feed.feed_url, url),
		every: null,
		items: (feed.items ?? []).slice(0, MOST_ITEMS).map((item) => ({
			id: idOf(item.id),
			link: firstUrl([item.url, absolute(item.id), item.external_url], url),
			title: lineOf(item.title),
			day: dayOfAll([item.date_published, item.date_modified], today),
			author: names((item.authors ?? feed.authors)?.map(({ name }) => name)),
			source: null,
			...fullest([item.content_html, escaped(item.content_text), escaped(item.summary)]),
		})),
	};
}

type Given = string | null | undefined;

/** Feeds write titles for HTML, whatever they promise: `&amp;` is a sign, and tags are not words. */
function lineOf(text: Given): Safe | null {
	const line = safeLine(plainText((text ?? '').slice(0, 4 * LONGEST_LINE))).slice(0, LONGEST_LINE);
	return line === '' ? null : (line as Safe);
}

function textual(text: { readonly value?: string; readonly type?: string } | undefined): Safe | null {
	if (text?.type !== 'text') return lineOf(text?.value);
	return (safeLine((text.value ?? '').slice(0, LONGEST_LINE)) || null) as Safe | null;
}

/** What is plain text in Atom, as HTML. */
function marked(text: { readonly value?: string; readonly type?: string } | undefined): Given {
	return text?.type === 'text' || text?.type === 'text/plain' ? escaped(text.value) : text?.value;
}

const escaped = (text: Given): Given => text?.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const absolute = (text: Given): Given => (/^https?:\/\//i.test(text ?? '') ? text : null);

const idOf = (text: Given) => safeLine((text ?? '').slice(0, LONGEST_ID)) || null;

const firstUrl = (given: readonly Given[], base: string) =>
	given.map((one) => (one ? strangersUrl(one, base) : null)).find((one) => one !== null) ?? null;

const dayOfAll = (given: readonly Given[], today: Day) =>
	given.map((one) => dayIn(one, today)).find((day) => day !== null) ?? null;

function names(given: readonly Given[] | undefined): Safe | null {
	const known = (given ?? []).slice(0, 5).flatMap((one) => lineOf(one) ?? []);
	return known.length === 0 ? null : (known.join(', ') as Safe);
}

/** The fuller of what a feed has of an item. */
function fullest(given: readonly Given[]): Pick<Item, 'body' | 'cut'> {
	let best = '';
	let html = '';
	for (const one of given) {
		const text = one ? fragmentText(one.slice(0, LONGEST_BODY)) : '';
		if (countOf(text) <= countOf(best)) continue;
		best = text;
		html = one ?? '';
	}
	// A link to the rest is no part of the words.
	const cut = html.length > LONGEST_BODY || saysMore(plainText(html.slice(-END_OF_HTML)));
	return { body: safeText(withoutFooter(best)), cut };
}

/** So much at the end of an item holds its last words and their tags. */
const END_OF_HTML = 4000;

const PERIODS: Readonly<Record<string, number>> = {
	hourly: 3600,
	daily: 86_400,
	weekly: 604_800,
	monthly: 2_592_000,
	yearly: 31_536_000,
};

/** RSS tells minutes; others how often in a period. */
function secondsOf(
	ttl: number | undefined,
	sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
	if (ttl !== undefined && ttl > 0) return ttl * 60;
	const period = Object.hasOwn(PERIODS, sy?.updatePeriod ?? '') ? PERIODS[sy?.updatePeriod ?? ''] : undefined;
	return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1);
}
