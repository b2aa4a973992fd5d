/** A page → the feeds that it names in its head. */
import { type Element, treeOf } from '../ingest/page/tree.ts';
import { safeLine } from '../safe.ts';
import { strangersUrl } from './address.ts';

export interface Named {
	readonly url: string;
	readonly title: string | null;
}

const FEED = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i;
const JSON_TYPE = /^application\/json\b/i;
/** What readers say to an article is no news. */
const COMMENTS = /comment|\/replies\b/i;
const MOST = 50;

/** Those of comments last, the others as the page orders them. */
export function feedsNamedIn(html: string, url: string): readonly Named[] {
	const found = new Map<string, Named>();
	let base = url;
	const waiting: Element[] = [treeOf(html).root];
	for (let element = waiting.pop(); element && found.size < MOST; element = waiting.pop()) {
		const { name, attributes } = element;
		const href = attributes.get('href');
		if (name === 'base' && href) base = strangersUrl(href, url) ?? base;
		if (name === 'link' && href && /\balternate\b/i.test(attributes.get('rel') ?? '')) {
			const type = attributes.get('type') ?? '';
			const title = safeLine(attributes.get('title') ?? '').slice(0, 200) || null;
			const feed = strangersUrl(href, base);
			const isFeed = FEED.test(type) || (JSON_TYPE.test(type) && /feed/i.test(href));
			if (isFeed && feed !== null && !found.has(feed)) found.set(feed, { url: feed, title });
		}
		for (let i = element.children.length - 1; i >= 0; i--) {
			const child = element.children[i];
			if (child !== undefined && typeof child !== 'string') waiting.push(child);
		}
	}
	const isComments = ({ url: feed, title }: Named) => COMMENTS.test(feed) || COMMENTS.test(title ?? '');
	const all = [...found.values()];
	return [...all.filter((one) => !isComments(one)), ...all.filter(isComments)];
}
