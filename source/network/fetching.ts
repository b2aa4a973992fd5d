/**
 * Fetching over HTTP, politely and with nothing let in that was not asked for: one question in, one answer out, and
 * never a throw.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Lookup, openConnections } from './connecting.ts';
import { type Arrived, openFollowing } from './following.ts';
import { contentType, freshFor, header, validator } from './headers.ts';
import { isTrouble, locationOf } from './locations.ts';
import { openPatience, troubleOfReply } from './patience.ts';
import { openPermission } from './permission.ts';
import { hasBody, request } from './requesting.ts';
import { type Trouble, troubleOf } from './troubles.ts';

export interface Asked {
	readonly url: string;
	/** What the last answer carried, given back verbatim; null when there was none. */
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** The Accept header. */
	readonly accept: string;
	/**
	 * Whether robots.txt may forbid it: true for pages that nobody asked for one by one. False for a feed that the reader
	 * subscribed to by hand: robots.txt speaks to crawlers, feeds are put out to be fetched, and other feed readers do not
	 * ask it either, though many sites forbid crawlers their feeds, lest these stand among what is found.
	 */
	readonly robots: boolean;
}

export type Answer =
	| {
			readonly kind: 'body';
			/** Where the bytes came from, after all redirects; without user and password. */
			readonly url: string;
			/** The same, only when every redirect was a permanent one (301, 308). */
			readonly movedTo: string | null;
			/** Decoded of gzip and the like; the character set is not. */
			readonly bytes: Uint8Array;
			/** The Content-Type header. */
			readonly type: string | null;
			readonly etag: string | null;
			readonly lastModified: string | null;
			/** Seconds, of Cache-Control or Expires. */
			readonly freshFor: number | null;
	  }
	| { readonly kind: 'unchanged'; readonly etag: string | null; readonly lastModified: string | null }
	| { readonly kind: 'gone' }
	| {
			readonly kind: 'failed';
			/** One plain line for the reader, without control characters. */
			readonly message: string;
			/** Seconds. */
			readonly retryAfter: number | null;
			/** Whether it is worth asking again another day. */
			readonly again: boolean;
			/** Nobody asked: its host is left alone because of another page. */
			readonly unasked?: true;
	  };

export interface Fetcher {
	fetch(asked: Asked): Promise<Answer>;
	close(): Promise<void>;
}

export interface Limits {
	/** Decoded bytes of one answer. */
	readonly bodyBytes: number;
	readonly headerBytes: number;
	/** What stands behind them in a robots.txt is not read. */
	readonly robotsBytes: number;
	/** Redirects followed for one question. */
	readonly redirects: number;
	/** Silence of the other side: before the head, and between two pieces of the body. */
	readonly idleMs: number;
	/** All requests for one question together; waiting for the host's turn is not counted. */
	readonly totalMs: number;
	/** Hosts asked at the same time. */
	readonly hosts: number;
	/** Between the end of one request to a host and the start of the next. */
	readonly pauseMs: number;
	/** Requests for the same address, the first one counted, while the trouble is likely to pass. */
	readonly tries: number;
	/** The wait before the second try, on average; doubled for each that follows. */
	readonly backoffMs: number;
	/** What a host asks for in Retry-After or Crawl-delay is waited for up to this; a longer Retry-After is handed on. */
	readonly waitMs: number;
	/** How long a host in trouble is left alone when the tries are used up. */
	readonly shutMs: number;
}

export const LIMITS: Limits = {
	bodyBytes: 5_000_000,
	headerBytes: 32_768,
	robotsBytes: 512_000,
	redirects: 5,
	idleMs: 15_000,
	totalMs: 30_000,
	hosts: 6,
	pauseMs: 1000,
	tries: 3,
	backoffMs: 2000,
	waitMs: 15_000,
	shutMs: 60_000,
};

export interface How {
	/** The User-Agent header: a name, a version, and a way to reach who is responsible. */
	readonly agent: string;
	readonly signal: AbortSignal;
	/**
	 * Addresses that are not of the public Internet, as this machine and its network: never; only of the host that the
	 * question itself names, with its port, and not by redirects from elsewhere; or always, for tests.
	 */
	readonly allowPrivate: boolean | 'asked';
	readonly limits?: Partial<Limits>;
	readonly now?: () => number;
	readonly wait?: (ms: number) => Promise<void>;
	readonly random?: () => number;
	/** Where proxies are set. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly lookup?: Lookup;
}

export function openFetcher(how: How): Fetcher {
	const limits = { ...LIMITS, ...how.limits };
	const now = how.now ?? Date.now;
	const closing = new AbortController();
	const { signal } = closing;
	const stop = () => closing.abort();
	how.signal.addEventListener('abort', stop, { once: true });
	if (how.signal.aborted) stop();
	const ways = [false, true].map((open) =>
		openConnections({ ...limits, ...how, open, env: how.env ?? process.env }),
	);
	const by = (open: boolean) => ways[Number(open)]!;
	const patience = openPatience({
		manners: limits,
		signal,
		now,
		wait: how.wait ?? ((ms) => pause(ms, undefined, { signal }).catch(() => {})),
		random: how.random ?? Math.random,
		request: async (asked) => {
			const way = by(asked.open);
			return isTrouble(way) ? way : request(way, asked);
		},
	});
	const follow = openFollowing({ ...limits, patience });
	const headers = { 'user-agent': plain(how.agent) };
	const forbidden = openPermission({
		agent: plain(how.agent).split(/[/ ]/)[0]!,
		slow: patience.slow,
		fetch: (url, open) =>
			follow({
				from: { url, login: null },
				headers: { ...headers, accept: 'text/plain, */*;q=0.5' },
				room: { bytes: limits.robotsBytes, cut: true },
				budget: { left: limits.totalMs },
				forbidden: async () => null,
				open: () => open,
			}),
	});

	const ask = async (asked: Asked): Promise<Answer> => {
		const from = locationOf(asked.url, how.allowPrivate !== false);
		if (isTrouble(from)) return failed(from);
		const open = ({ host }: URL) =>
			how.allowPrivate === 'asked' ? host === from.url.host : how.allowPrivate;
		const arrived = await follow({
			from,
			headers: { ...headers, ...headersOf(asked) },
			room: { bytes: limits.bodyBytes, cut: false },
			budget: { left: limits.totalMs },
			forbidden: async (url) => (asked.robots ? forbidden(url, open(url)) : null),
			open,
		});
		return isTrouble(arrived) ? failed(arrived) : answerOf(arrived, asked, from.login === null, now());
	};

	return {
		fetch: (asked) => ask(asked).catch((error) => failed(troubleOf(error))),
		async close() {
			stop();
			how.signal.removeEventListener('abort', stop);
			for (const way of ways) if (!isTrouble(way)) await way.destroy().catch(() => {});
		},
	};
}

function headersOf({ accept, etag, lastModified }: Asked): Record<string, string> {
	return {
		accept: plain(accept),
		...(validator(etag) && { 'if-none-match': etag! }),
		...(validator(lastModified) && { 'if-modified-since': lastModified! }),
	};
}

/** What may stand in a header. */
function plain(text: string): string {
	return text.replace(/[^\x20-\x7e]+/g, ' ').trim();
}

function failed({ message, retryAfter, again, unasked }: Trouble): Answer {
	return { kind: 'failed', message, retryAfter, again, ...(unasked && { unasked }) };
}

/** `movable`: the address may be replaced by another one, which would lose a user and password. */
function answerOf(arrived: Arrived, asked: Asked, movable: boolean, now: number): Answer {
	const { at, reply, hops, permanent } = arrived;
	const { status, headers } = reply;
	const etag = validator(header(headers, 'etag'));
	const lastModified = validator(header(headers, 'last-modified'));
	// What is gone behind a passing redirect may be gone for as long as that lasts.
	if (status === 410 && (hops === 0 || permanent)) return { kind: 'gone' };
	if (status === 304 && (validator(asked.etag) ?? validator(asked.lastModified)) !== null)
		return { kind: 'unchanged', etag: etag ?? asked.etag, lastModified: lastModified ?? asked.lastModified };
	if (!hasBody(status)) return failed(arrived.told(troubleOfReply(reply, now)));
	return {
		kind: 'body',
		url: at.href,
		movedTo: permanent && movable ? at.href : null,
		bytes: reply.bytes,
		type: contentType(headers),
		etag,
		lastModified,
		freshFor: freshFor(headers, now),
	};
}
