/** Where a request may go: what the reader gave, and what a host redirects to, which nobody vouches for. */
import { isPrivateHost } from './addresses.ts';
import { type Trouble, trouble } from './troubles.ts';

/** A user and a password, for one host and for no other. */
export interface Login {
	readonly host: string;
	/** The Authorization header. */
	readonly value: string;
}

export interface Location {
	/** Without user, password and fragment. */
	readonly url: URL;
	readonly login: Login | null;
}

/** Longer addresses serve no reader, and fill the logs of those they are sent to. */
const LONGEST_URL = 8192;

export function isTrouble(value: object): value is Trouble {
	return 'message' in value;
}

export function locationOf(text: string, open: boolean): Location | Trouble {
	const url = parsed(text);
	if (url === null)
		return trouble('this is no address that can be fetched: it must begin with https:// or http://');
	if (!open && isPrivateHost(url.hostname)) return trouble(`the address is ${PRIVATE}`);
	return { url: bare(url), login: loginOf(url) };
}

/**
 * Where an answer from `from` redirects to. A password in it is left out: it is the host's, and none of the reader's.
 *
 * From https there is no way back to http: what is read must not be open to change by whoever stands between, without the
 * reader having chosen so. Most such redirects are a slip of a server that does not know it is asked by https; so the same
 * address is asked by https.
 */
export function redirectedTo(text: string, from: URL, open: (url: URL) => boolean): URL | Trouble {
	const url = parsed(text, from);
	if (url === null)
		return trouble('the host redirects to something that cannot be fetched: open the address in a browser');
	if (from.protocol === 'https:' && url.protocol === 'http:') {
		if (url.port !== '')
			return trouble('the host redirects from https to http: if that will do, add the http address');
		url.protocol = 'https:';
	}
	if (isPrivateHost(url.hostname) && !open(url)) return trouble(`the host redirects to what is ${PRIVATE}`);
	return bare(url);
}

function parsed(text: string, base?: URL): URL | null {
	if (text.length > LONGEST_URL || !URL.canParse(text, base?.href)) return null;
	const url = new URL(text, base);
	return /^https?:$/.test(url.protocol) && url.hostname !== '' && url.href.length <= LONGEST_URL ? url : null;
}

export const PRIVATE = 'of this machine or its own network, which nothing is fetched from';

function bare(url: URL): URL {
	const copy = new URL(url);
	copy.username = '';
	copy.password = '';
	copy.hash = '';
	return copy;
}

function loginOf({ host, username, password }: URL): Login | null {
	if (username === '' && password === '') return null;
	const pair = Buffer.from(`${unescaped(username)}:${unescaped(password)}`);
	return { host, value: `Basic ${pair.toString('base64')}` };
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
