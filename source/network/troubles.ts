/** Why something could not be fetched, in words for the reader. Every message is one plain line with what to do next. */
import { safeLine } from '../safe.ts';

export interface Trouble {
	readonly message: string;
	/** Worth asking again another time. */
	readonly again: boolean;
	/** Worth asking again at once: it is likely to pass. */
	readonly passing: boolean;
	/** It is the host that is in trouble, not this one page: others need not be asked for there. */
	readonly host: boolean;
	/** Seconds; only the server says so. */
	readonly retryAfter: number | null;
	/** Not this page's at all: it was not asked for, since its host is left alone. */
	readonly unasked?: true;
}

type Kind = 'final' | 'later' | 'passing' | 'host' | 'passing host';

export function trouble(message: string, kind: Kind = 'final', retryAfter: number | null = null): Trouble {
	return {
		message: safeLine(message).slice(0, 300),
		again: kind !== 'final',
		passing: kind.startsWith('passing'),
		host: kind.endsWith('host'),
		retryAfter,
	};
}

/** Something of our own that stops a request: thrown inside, and told as it is. */
export class Stopped extends Error {
	readonly trouble: Trouble;
	constructor(why: Trouble) {
		super(why.message);
		this.trouble = why;
	}
}

export const STOPPED = trouble('stopped', 'later');
export const SLOW = trouble('the answer takes too long: try later', 'later');
/** Before its answer, */
export const SILENT = trouble('the host does not answer: try later', 'passing');
/** and in the middle of it. */
export const BROKEN = trouble('the host fell silent: try later', 'passing');
/** One such page is the page's trouble; several, one after another, are the host's. */
export const LATE: readonly Trouble[] = [SLOW, SILENT, BROKEN];

const CONNECTION = 'check the address and the connection';

/** By the codes of Node, OpenSSL and undici; the first row that fits. */
const CODES: readonly (readonly [code: RegExp, message: string, kind: Kind])[] = [
	[/^ENOTFOUND$/, `there is no such host: ${CONNECTION}`, 'host'],
	[/^EAI_|^ENODATA$|^ESERVFAIL$/, `the host's name cannot be looked up now: ${CONNECTION}`, 'passing host'],
	[/^ECONNREFUSED$/, 'the host takes no connections: check the address, or try later', 'passing host'],
	[/^E(?:HOST|NET)(?:UNREACH|DOWN)$|^EADDRNOTAVAIL$/, `the host cannot be reached: ${CONNECTION}`, 'host'],
	[/^ETIMEDOUT$|^UND_ERR_CONNECT_TIMEOUT$/, 'the host does not answer: try later', 'passing host'],
	[/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/, 'the host fell silent: try later', 'passing'],
	[/^CERT_HAS_EXPIRED$/, "the host's certificate has expired: try later, or tell the outlet", 'host'],
	[
		/^CERT_NOT_YET_VALID$/,
		"the host's certificate is not valid yet: check the clock of this machine",
		'host',
	],
	[/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the certificate is of another host: check the address', 'host'],
	[
		/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/,
		'the certificate is signed by nobody known here: for one of your own set NODE_EXTRA_CA_CERTS',
		'host',
	],
	[
		/^EPROTO$|^ERR_SSL|^ERR_TLS|^UND_ERR_PRX_TLS$/,
		'no secure connection can be made: check the address, or try http:',
		'host',
	],
	[
		/^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/,
		'the head of the answer is too large: tell the outlet',
		'later',
	],
	[/CONTENT_LENGTH_MISMATCH$|^HPE_INVALID_EOF_STATE$/, 'the answer was cut short: try later', 'passing'],
	[/^HPE_/, 'the answer is no HTTP: check the address', 'later'],
	[/^Z_BUF_ERROR$/, 'the answer was cut short: try later', 'passing'],
	[
		/^Z_|^ERR_.*(?:BROTLI|ZLIB)|^ERR__ERROR/,
		'the answer is packed wrongly: try later, or tell the outlet',
		'later',
	],
	[/^ECONNRESET$|^EPIPE$|^ECONNABORTED$|^UND_ERR_SOCKET$/, 'the connection broke off: try later', 'passing'],
	[/^UND_ERR_SOCKS5/, 'the proxy refuses: check HTTP_PROXY and HTTPS_PROXY', 'later'],
];

/** What the other side answered instead; the first row that fits. */
const STATUSES: readonly (readonly [from: number, to: number, message: string, kind: Kind])[] = [
	[204, 205, 'the answer is empty: check the address', 'later'],
	[202, 202, 'the host wants to see a browser first: open the address in yours', 'later'],
	[200, 299, 'the answer is not the whole page: check the address', 'later'],
	[300, 399, 'the host redirects to nowhere: open the address in a browser and take what it shows', 'final'],
	[401, 401, 'a user name and a password are asked for: add it as https://NAME:PASSWORD@…', 'final'],
	[402, 402, 'it has to be paid for', 'final'],
	[403, 403, 'the host refuses: open the address in a browser to see why', 'final'],
	[404, 404, 'there is nothing at this address: look for the new one on the page of the outlet', 'final'],
	[406, 406, 'the host has it in no form that can be read here', 'final'],
	[
		407,
		407,
		'the proxy asks for a user name and a password: put them into HTTP_PROXY and HTTPS_PROXY',
		'later',
	],
	[408, 408, 'the host gave up waiting: try later', 'passing'],
	[425, 425, 'the host is not ready: try later', 'passing'],
	[429, 429, 'the host is asked too often: wait before the next try', 'passing host'],
	[451, 451, 'the law forbids it where you are', 'final'],
	[400, 499, 'the host refuses the request: check the address', 'final'],
	[500, 500, 'the host is in trouble: try later', 'passing'],
	[501, 501, 'the host cannot do what is asked: check the address', 'final'],
	[502, 504, 'the host is overloaded or under repair: try later', 'passing'],
	[520, 524, 'the host behind the front cannot be reached: try later', 'passing'],
	[500, 599, 'the host is in trouble: try later', 'later'],
];

export function troubleOfStatus(status: number, retryAfter: number | null): Trouble {
	const row = STATUSES.find(([from, to]) => status >= from && status <= to);
	const [, , message, kind] = row ?? [0, 0, 'the answer makes no sense: check the address', 'later' as Kind];
	return trouble(`${message} (HTTP ${status})`, kind, retryAfter);
}

/** Whatever was thrown, and what was thrown beneath it. */
export function troubleOf(error: unknown): Trouble {
	const seen = new Set<unknown>();
	for (let at = error; at instanceof Error && !seen.has(at); at = reason(at)) {
		seen.add(at);
		if (at instanceof Stopped) return at.trouble;
		const code = codeOf(at);
		const proxy = /^Proxy /.test(at.message) && /\b(\d{3})\b/.exec(at.message)?.[1];
		if (proxy === '407') return troubleOfStatus(407, null);
		if (proxy) return trouble(`the proxy refuses (HTTP ${proxy}): check HTTP_PROXY and HTTPS_PROXY`, 'later');
		const row = CODES.find(([known]) => known.test(code));
		if (row !== undefined) return trouble(row[1], row[2]);
	}
	const code = error instanceof Error ? codeOf(error) : '';
	return trouble(`it cannot be fetched${code && ` (${code})`}: check the address, or try later`, 'later');
}

/** What is no HTTP has a name of its own, and a code only now and then. */
function codeOf(error: Error): string {
	if (error.name === 'HTTPParserError') return 'HPE_';
	const code = 'code' in error ? error.code : null;
	return typeof code === 'string' && /^\w+$/.test(code) ? code : '';
}

/** Several addresses of one host may all have failed, each in its way. */
function reason(error: Error): unknown {
	return error instanceof AggregateError ? error.errors[0] : error.cause;
}
