/**
 * Fetching over HTTP, politely and with nothing let in that was not asked for: one question in, one answer out, and
 * never a throw.
 */

export interface Asked {
	readonly url: string;
	/** What the last answer carried, given back verbatim; null when there was none. */
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** The Accept header. */
	readonly accept: string;
	/** Whether robots.txt may forbid it: true for pages, false for a feed that the reader subscribed to by hand. */
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
	  };

export interface Fetcher {
	fetch(asked: Asked): Promise<Answer>;
	close(): Promise<void>;
}

export interface Limits {
	/** Decoded bytes of one answer. */
	readonly bodyBytes: number;
	readonly headerBytes: number;
	readonly robotsBytes: number;
	/** Redirects followed for one question. */
	readonly redirects: number;
	readonly connectMs: number;
	/** Silence of the other side, before the head and between two pieces of the body. */
	readonly idleMs: number;
	/** One request, from its start to its last byte. */
	readonly totalMs: number;
	/** Hosts asked at the same time. */
	readonly hosts: number;
	/** Between the end of one request to a host and the start of the next. */
	readonly pauseMs: number;
	/** Requests for one question, the first one counted. */
	readonly tries: number;
	/** The wait before the second try, on average; doubled for each that follows. */
	readonly backoffMs: number;
	/** A Retry-After longer than this is handed to the caller instead of waited for. */
	readonly waitMs: number;
}

export interface How {
	/** The User-Agent header, with a way to reach who is responsible. */
	readonly agent: string;
	readonly signal: AbortSignal;
	/** Private, loopback and other addresses that are not of the public Internet. */
	readonly allowPrivate: boolean;
	readonly limits?: Partial<Limits>;
	readonly now?: () => number;
	readonly wait?: (ms: number) => Promise<void>;
	readonly random?: () => number;
}

export function openFetcher(_how: How): Fetcher {
	return {
		fetch: async () => ({
			kind: 'failed',
			message: 'nothing can be fetched yet',
			retryAfter: null,
			again: true,
		}),
		close: async () => {},
	};
}
