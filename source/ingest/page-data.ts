/** What a page tells of its article: JSON-LD first, which is written for machines, then meta, then what readers see. */
import { oneLine, type Told } from './compose.ts';
import { isObject, wordsOf } from './records.ts';

interface Seen {
	readonly metas: readonly (readonly [string, string])[];
	/** Contents of JSON-LD scripts. */
	readonly data: readonly string[];
	readonly title: string;
	readonly headings: readonly string[];
	readonly time: string | null;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Review)$/;
/** Objects of JSON-LD that are looked at. */
const MOST = 2000;

const METAS = {
	title: ['og:title', 'twitter:title', 'headline', 'dc.title'],
	date: [
		'article:published_time',
		'datepublished',
		'date',
		'pubdate',
		'publishdate',
		'publish_date',
		'dc.date.issued',
		'dc.date',
		'sailthru.date',
		'parsely-pub-date',
		'og:published_time',
	],
	source: ['og:site_name', 'application-name', 'dc.publisher'],
	author: ['author', 'byl', 'article:author_name', 'parsely-author', 'dc.creator'],
	url: ['canonical', 'og:url'],
} as const;

export function describe(seen: Seen): { readonly told: Told; readonly body: string | null } {
	const meta = (keys: readonly string[]) =>
		keys
			.map((key) => seen.metas.find(([name, value]) => name === key && value.trim() !== '')?.[1])
			.find((value) => value !== undefined) ?? null;
	const article = articleIn(seen.data);
	const of = (key: string) => (article && Object.hasOwn(article, key) ? wordsOf(article[key]) : null);
	const source = of('publisher') ?? meta(METAS.source);
	const heading = seen.headings.length === 1 ? (seen.headings[0] ?? null) : null;
	const title = of('headline') ?? heading ?? meta(METAS.title) ?? seen.headings[0] ?? seen.title;
	const url = meta(METAS.url) ?? of('url');
	return {
		told: {
			title: withoutSite(oneLine(title), source),
			date: of('datePublished') ?? meta(METAS.date) ?? seen.time,
			source,
			author: of('author') ?? meta(METAS.author),
			url: url !== null && /^https?:\/\//i.test(url) ? url : null,
		},
		body: of('articleBody'),
	};
}

/** The first object that calls itself an article, in breadth; broken scripts tell nothing. */
function articleIn(scripts: readonly string[]): { readonly [key: string]: unknown } | null {
	const queue: unknown[] = [];
	for (const script of scripts) {
		try {
			queue.push(JSON.parse(script));
		} catch {}
	}
	for (let i = 0; i < queue.length && i < MOST; i++) {
		const value = queue[i];
		if (Array.isArray(value)) for (const one of value.slice(0, MOST)) queue.push(one);
		else if (isObject(value)) {
			const types = [value['@type']].flat(1);
			if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return value;
			for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
				if (key in value) queue.push(value[key]);
		}
	}
	return null;
}

/** "Headline | Outlet" without the outlet. */
function withoutSite(title: string | null, source: string | null): string | null {
	if (title === null) return null;
	const bar = title.lastIndexOf(' | ');
	if (bar > 0) return title.slice(0, bar);
	for (const dash of [' - ', ' – ', ' — ']) {
		const end = source === null ? '' : dash + source.trim();
		if (end !== '' && title.length > end.length && title.endsWith(end)) return title.slice(0, -end.length);
	}
	return title;
}
