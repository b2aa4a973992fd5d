/** The text of an item: the feed's, or that of its page where the feed has only a beginning. */
import { readPage } from '../ingest/page.ts';
import type { Fetcher } from '../network/fetching.ts';
import { type Safe, safeLine } from '../safe.ts';
import type { Day } from '../types.ts';
import { hostOf, isOwnNetwork } from './address.ts';
import { dayIn } from './days.ts';
import { endsAtWall, fullerText, isAllThereIs, mayBeStub } from './full-text.ts';
import { type Item, textOf } from './reading.ts';

export interface Text {
	/** With what only the page tells. */
	readonly item: Item;
	/** The outlet has more, which could not be had. */
	readonly stub: boolean;
	/** Its page may be had another day. */
	readonly again: boolean;
}

export interface Ways {
	/** For what is on the Internet. */
	readonly fetcher: Fetcher;
	/** For feeds of the reader's own network, and what they name on the same host and port. */
	readonly ownFetcher: Fetcher;
	/** Later days have not been yet. */
	readonly today: Day;
}

const ACCEPT = 'text/html, application/xhtml+xml, */*;q=0.5';
/** Longer texts are no news. */
const LONGEST = 300_000;

/** `mayAsk`: whether its page may be asked for now. */
export async function textOfItem(
	item: Item,
	feed: string,
	{ fetcher, ownFetcher, today }: Ways,
	mayAsk: () => boolean,
): Promise<Text> {
	const own: Text = { item, stub: item.cut || item.body === '', again: false };
	if (!mayBeStub(item) || item.link === null) return own;
	if (!mayAsk()) return { ...own, stub: true, again: true };
	const near = isOwnNetwork(feed) && hostOf(item.link) === hostOf(feed);
	const answer = await (near ? ownFetcher : fetcher).fetch({
		url: item.link,
		etag: null,
		lastModified: null,
		accept: ACCEPT,
		robots: true,
	});
	if (answer.kind !== 'body') return { ...own, stub: true, again: answer.kind === 'failed' && answer.again };
	const { bytes, type } = answer;
	// A podcast's page is its sound: of words there are those that the feed prints.
	if (/^(?:audio|video|image)\//i.test(type ?? '')) return own;
	if (!/html|xml|text\/plain/i.test(type ?? 'html')) return { ...own, stub: true };
	const { body, told } = readPage(textOf(bytes, type));
	const fuller = fullerText(item, body);
	if (fuller === null) return { ...own, stub: !isAllThereIs(item, body) };
	const filled = {
		...item,
		body: fuller.slice(0, LONGEST) as Safe,
		author: item.author ?? ((safeLine(told.author ?? '').slice(0, 200) || null) as Safe | null),
		day: item.day ?? dayIn(told.date, today),
	};
	return { item: filled, stub: endsAtWall(fuller), again: false };
}
