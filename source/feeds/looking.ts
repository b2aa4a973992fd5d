/** What a reader points at to follow it, an address or a saved file → the feed that is meant. */
import { readPage } from '../ingest/page.ts';
import type { Answer } from '../network/fetching.ts';
import type { Day } from '../types.ts';
import { cleanUrl, hostOf, isOwnNetwork, shownUrl } from './address.ts';
import { feedsNamedIn } from './discovery.ts';
import { readFeed, textOf } from './reading.ts';

export type Looked =
	| {
			readonly url: string;
			readonly title: string | null;
			/** Other feeds that the page names. */
			readonly others: readonly string[];
	  }
	| { readonly problem: string };

export interface Ways {
	/** `own`: also where only the reader's own network is. */
	readonly fetch: (url: string, own: boolean) => Promise<Answer>;
	readonly today: Day;
}

/** `file`: gives its bytes, or why they cannot be had; null where there is no such file. Never throws. */
export async function lookAt(
	given: string,
	file: (() => Promise<Uint8Array | string>) | null,
	{ fetch, today }: Ways,
): Promise<Looked> {
	if (file) {
		const bytes = await file();
		return typeof bytes === 'string' ? { problem: bytes } : lookInto(bytes, { fetch, today });
	}
	const url = cleanUrl(given) ?? (LIKE_HOST.test(given) ? cleanUrl(`https://${given}`) : null);
	if (url === null) return { problem: NO_ADDRESS };
	// What the reader typed may be of their own network; what a page names there may not, but for its own host.
	return lookThere(url, isOwnNetwork(url), { fetch, today });
}

export const NO_ADDRESS = 'no address, and no file here; an address begins with https://';

async function lookThere(url: string, own: boolean, { fetch, today }: Ways): Promise<Looked> {
	const answer = await fetch(url, own);
	const first = lookedAt(answer, url, today);
	if (!('page' in first)) return first;
	const [named, ...others] = feedsNamedIn(first.page, first.at);
	if (named === undefined)
		return { problem: 'this page names no feed; look for its address there, and give that' };
	const second = lookedAt(await fetch(named.url, own && hostOf(named.url) === hostOf(url)), named.url, today);
	if ('page' in second) return { problem: `names ${named.url} as its feed, which is none` };
	if ('problem' in second) return { problem: `its feed ${named.url}: ${second.problem}` };
	return { ...second, others: others.map((one) => one.url) };
}

/** example.org/news, typed without https://. */
const LIKE_HOST = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}\.\p{L}{2,30}(?::\d+)?(?:[/?#]|$)/u;

function lookedAt(
	answer: Answer,
	url: string,
	today: Day,
): Looked | { readonly page: string; readonly at: string } {
	if (answer.kind === 'failed') return { problem: answer.message };
	if (answer.kind !== 'body') return { problem: 'its server says that it is no more' };
	const feed = readFeed(answer.bytes, answer.type, answer.url, today);
	// An address that has moved for good is taken down as it is now; one with a password stays as it was given.
	const moved = answer.movedTo !== null && shownUrl(url) === url ? cleanUrl(answer.movedTo) : null;
	if (feed) return { url: moved ?? url, title: feed.title, others: [] };
	const page = textOf(answer.bytes, answer.type);
	return /<(?:html|head|link|meta|body)[\s>]/i.test(page.slice(0, 100_000))
		? { page, at: answer.url }
		: { problem: 'neither a feed nor a page' };
}

/** A saved feed, or a saved page: it has to say itself where it comes from, or of which page it is the feed. */
async function lookInto(bytes: Uint8Array, ways: Ways): Promise<Looked> {
	const feed = readFeed(bytes, null, NOWHERE, ways.today);
	if (feed) {
		const [url, page] = [feed.self, feed.link].map((one) =>
			one === null || one.startsWith(NOWHERE) ? null : cleanUrl(one),
		);
		if (url) return { url, title: feed.title, others: [] };
		const unknown = 'a feed that does not say where it comes from; give its address';
		if (!page) return { problem: unknown };
		const there = await lookThere(page, false, ways);
		return 'problem' in there ? { problem: `${unknown} (${page}: ${there.problem})` } : there;
	}
	const page = textOf(bytes, null);
	const at = readPage(page).told.url ?? NOWHERE;
	const [named, ...others] = feedsNamedIn(page, at).filter(({ url }) => !url.startsWith(NOWHERE));
	return named === undefined
		? { problem: 'neither a feed nor a page that names one; a list is taken over by quotidian import' }
		: { url: named.url, title: named.title, others: others.map(({ url }) => url) };
}

/** Where addresses lead that hang on one that is not known. */
const NOWHERE = 'http://nowhere.invalid/';
