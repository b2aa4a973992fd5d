/** Redirects, followed one by one: each is looked at before it is taken. */
import type { Room } from './bodies.ts';
import { header } from './headers.ts';
import { isTrouble, type Location, redirectedTo } from './locations.ts';
import type { Budget, Patience } from './patience.ts';
import type { Reply } from './requesting.ts';
import { type Trouble, trouble } from './troubles.ts';

export interface Arrived {
	readonly at: URL;
	readonly reply: Reply;
	/** How many redirects led here, and whether each of them was to last. */
	readonly hops: number;
	readonly permanent: boolean;
	/** Says of a trouble with the reply whose it is. */
	readonly told: (why: Trouble) => Trouble;
}

const PERMANENT: readonly number[] = [301, 308];
const REDIRECTS: readonly number[] = [...PERMANENT, 302, 303, 307];

export interface Following {
	readonly from: Location;
	readonly headers: Readonly<Record<string, string>>;
	readonly room: Room;
	readonly budget: Budget;
	/** Asked before each request: why it may not be made. */
	readonly forbidden: (url: URL) => Promise<Trouble | null>;
	/** Whether a host may be one of this machine or its network. */
	readonly open: (url: URL) => boolean;
}

export function openFollowing(how: {
	readonly patience: Patience;
	readonly redirects: number;
}): (following: Following) => Promise<Arrived | Trouble> {
	return async ({ from, headers, room, budget, forbidden, open }) => {
		const seen = new Set<string>();
		let at = from.url;
		let permanent = true;
		/** Who redirected is in the address the reader knows; who failed then is not. */
		const told = (why: Trouble): Trouble =>
			at.host === from.url.host ? why : { ...why, message: `${why.message} (redirected to ${at.host})` };
		for (let hops = 0; ; hops += 1) {
			seen.add(at.href);
			const ban = await forbidden(at);
			if (ban !== null) return told(ban);
			const login = from.login?.host === at.host ? { authorization: from.login.value } : {};
			const asking = { url: at, headers: { ...headers, ...login }, room, budget, open: open(at) };
			const reply = await how.patience.ask(asking);
			if (isTrouble(reply)) return told(reply);
			const location = header(reply.headers, 'location');
			if (!REDIRECTS.includes(reply.status) || location === null)
				return { at, reply, hops, permanent: permanent && hops > 0, told };
			if (hops >= how.redirects)
				return told(trouble(`there are more than ${how.redirects} redirects: ${OPEN}`, 'later'));
			// Heads are read as bytes; an address beyond ASCII comes in UTF-8.
			const next = redirectedTo(Buffer.from(location, 'latin1').toString(), at, open);
			if (isTrouble(next)) return told(next);
			if (seen.has(next.href)) return told(trouble(`the redirects run in a circle: ${OPEN}`, 'later'));
			permanent &&= PERMANENT.includes(reply.status);
			at = next;
		}
	};
}

const OPEN = 'open the address in a browser and take what it shows';
