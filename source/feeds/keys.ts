/** Which item is which, from one morning to the next: told by what a feed says of it, and never by what is kept of it. */
import { identify } from '../identity.ts';
import type { Id } from '../types.ts';
import { hostOf } from './address.ts';
import type { Item } from './reading.ts';

/** Outlets count their versions of an article behind "#": it is the same one. */
const VERSION = /#\d{1,6}$/;

/**
 * By the feed's own id, else its address, else its words. An address is the same item in all feeds of one host; anything else
 * holds in the one feed only, and no feed can speak for those of another host.
 */
export function keyOf({ id, link, title, day, body }: Item, url: string): Id {
	const feed = feedName(url);
	const known = id?.replace(VERSION, '') ?? (link === null ? null : withoutTraces(link));
	if (known === null || known === undefined)
		return identify('i', feed, 'words', day ?? '', title ?? body.slice(0, 1000));
	return /^(?:https?|tag|urn):/i.test(known)
		? identify(
				'i',
				hostOf(url).replace(/^www\./, ''),
				'address',
				known.replace(/^https?:\/\/(?:www\.)?/i, ''),
			)
		: identify('i', feed, 'id', known);
}

/** What tells where a reader came from is no part of an address. */
const withoutTraces = (url: string) =>
	url
		.replace(/#.*$/, '')
		.replace(/[?&](?:utm_\w+|fbclid|gclid|ref|cmpid|at_\w+)=[^&]*/gi, '')
		.replace(/^([^?&]*)&/, '$1?');

/** Of an item whose id another one has as well; and of one of those whose address and headline are the same as well. */
export function secondKeyOf({ id, link, title }: Item, url: string): Id {
	return identify('i', feedName(url), 'shared', id ?? '', link ?? '', title ?? '');
}

export function thirdKeyOf({ id, link, title, body }: Item, url: string): Id {
	return identify('i', feedName(url), 'shared', id ?? '', link ?? '', title ?? '', body);
}

/** A feed is the same one when it goes over to https. */
export const feedName = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/i, '');

export interface Told {
	readonly title: string | null;
	readonly url: string | null;
	readonly day: string | null;
}

/**
 * Whether an item is the one that was kept under its key: feeds use ids again. A headline that was rewritten is the same
 * article still at its address and on its day.
 */
export function isSame(item: Told, kept: Told): boolean {
	if (isAlike(item.title ?? '', kept.title ?? '')) return true;
	return item.url === kept.url && item.day === kept.day;
}

/** Whether what another feed of the host has kept under its key is the same article: else it could keep this one out. */
export function isCopy(item: Item, kept: Told & { readonly body: string }): boolean {
	if (!isAlike(item.title ?? '', kept.title ?? '')) return false;
	return item.body === '' || kept.body === '' || isAlike(item.body.slice(0, MOST), kept.body.slice(0, MOST));
}

/** So much of a text tells it from others. */
const MOST = 20_000;

/** Half of the words of the shorter. */
function isAlike(one: string, other: string): boolean {
	const [a, b] = [one, other].map((title) => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
	if (!a || !b || a.size === 0 || b.size === 0) return a?.size === b?.size;
	const both = [...a].filter((word) => b.has(word)).length;
	return 2 * both >= Math.min(a.size, b.size);
}
