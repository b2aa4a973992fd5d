/** What robots.txt lets us fetch, asked of each host once a run. */
import type { Arrived } from './following.ts';
import { isTrouble } from './locations.ts';
import { ALL_ALLOWED, allows, type Robots, robotsOf } from './robots.ts';
import { type Trouble, trouble } from './troubles.ts';

const FORBIDDEN = trouble('robots.txt of the host forbids it: read it in a browser');

/**
 * Tells of an address why it may not be fetched, or null. A file that is not there forbids nothing; one that cannot be had
 * because the host is in trouble forbids everything (RFC 9309, 2.3.1), and so does one asked for too often (429).
 */
export function openPermission(how: {
	/** The product token. */
	readonly agent: string;
	readonly fetch: (url: URL, open: boolean) => Promise<Arrived | Trouble>;
	readonly slow: (host: string, ms: number) => void;
}): (url: URL, open: boolean) => Promise<Trouble | null> {
	const known = new Map<string, Promise<Robots | Trouble>>();

	const read = async (origin: string, open: boolean): Promise<Robots | Trouble> => {
		const found = await how.fetch(new URL('/robots.txt', origin), open);
		if (isTrouble(found)) return unread(found);
		const { status, bytes } = found.reply;
		if (status === 429 || status >= 500) return unread(trouble(`HTTP ${status}`, 'later'));
		if (status !== 200) return ALL_ALLOWED;
		const robots = robotsOf(new TextDecoder().decode(bytes), how.agent);
		if (robots.delay !== null) how.slow(new URL(origin).hostname, robots.delay * 1000);
		return robots;
	};

	return async (url, open) => {
		const asked = known.get(url.origin) ?? read(url.origin, open);
		known.set(url.origin, asked);
		const robots = await asked;
		if (isTrouble(robots)) return robots;
		return allows(robots, url.pathname + url.search) ? null : FORBIDDEN;
	};
}

function unread(why: Trouble): Trouble {
	return { ...why, message: `robots.txt of the host cannot be read: ${why.message}` };
}
