/** Asking as a guest does: in turn, again after a while when it did not work, and not at a door that was shut. */
import { type Headers, retryAfter } from './headers.ts';
import { isTrouble } from './locations.ts';
import type { Reply, Request } from './requesting.ts';
import { LATE, SLOW, STOPPED, type Trouble, troubleOfStatus } from './troubles.ts';
import { openTurns } from './turns.ts';

/** What one question may still spend, in milliseconds of requests. */
export interface Budget {
	left: number;
}

export type Asking = Pick<Request, 'url' | 'headers' | 'room' | 'open'> & { readonly budget: Budget };

export interface Patience {
	/** The last reply of several tries, whatever its status. */
	ask(asking: Asking): Promise<Reply | Trouble>;
	/** From now on, the pause between two requests to a host is at least this. */
	slow(host: string, ms: number): void;
}

export interface Manners {
	readonly hosts: number;
	readonly pauseMs: number;
	readonly idleMs: number;
	readonly tries: number;
	readonly backoffMs: number;
	readonly waitMs: number;
	readonly shutMs: number;
}

export function openPatience(how: {
	readonly manners: Manners;
	readonly signal: AbortSignal;
	readonly now: () => number;
	readonly wait: (ms: number) => Promise<void>;
	readonly random: () => number;
	readonly request: (asked: Request) => Promise<Reply | Trouble>;
}): Patience {
	const { manners, signal, now } = how;
	const turns = openTurns({ hosts: manners.hosts, signal, now, wait: how.wait });
	const pauses = new Map<string, number>();
	/** Hosts in trouble, with scheme and port: which trouble, and until when nobody asks them. */
	const shut = new Map<string, { readonly until: number; readonly why: Trouble }>();
	/** Of each how many pages in a row were waited for in vain. */
	const late = new Map<string, number>();

	/** How long to leave the host alone before the next try; null when there is to be none. */
	const patienceWith = (bad: Trouble | null, tried: number, budget: Budget): number | null => {
		if (bad === null || !bad.passing || tried >= manners.tries || budget.left <= 0) return null;
		// Half as long to half as long again, so that not all who were turned away come back at once.
		const backoff = manners.backoffMs * 2 ** (tried - 1) * (0.5 + how.random());
		const asked = (bad.retryAfter ?? 0) * 1000;
		return asked > manners.waitMs ? null : Math.max(asked, backoff);
	};

	return {
		slow(host, ms) {
			pauses.set(host, Math.min(manners.waitMs, ms));
		},
		async ask({ url, headers, room, budget, open }) {
			// Spent on the way here, which is no fault of this host.
			if (budget.left <= 0) return SLOW;
			let tried = 0;
			const reply = await turns.take(url.hostname, async () => {
				const closed = shut.get(url.origin);
				if (closed !== undefined && closed.until > now())
					return { result: still(closed, now()), pause: 0, more: false };
				const start = now();
				const totalMs = Math.max(0, budget.left);
				const result = await how.request({
					url,
					headers,
					room,
					open,
					totalMs,
					idleMs: manners.idleMs,
					signal,
				});
				budget.left -= Math.max(0, now() - start);
				tried += 1;
				const bad = badOf(result, now());
				const again = patienceWith(bad, tried, budget);
				const inVain = bad !== null && LATE.includes(bad) ? (late.get(url.origin) ?? 0) + 1 : 0;
				if (again === null) late.set(url.origin, inVain);
				if (bad !== null && again === null && (bad.host || bad.retryAfter !== null || inVain >= MOST_LATE)) {
					const rest = Math.max(manners.shutMs, (bad.retryAfter ?? 0) * 1000);
					shut.set(url.origin, { until: now() + rest, why: bad });
				}
				const pause = Math.max(manners.pauseMs, pauses.get(url.hostname) ?? 0, again ?? 0);
				return { result, pause, more: again !== null };
			});
			return reply ?? STOPPED;
		},
	};
}

/** Pages of one host that are waited for in vain, one after another, before it is left alone. */
const MOST_LATE = 3;

function badOf(reply: Reply | Trouble, now: number): Trouble | null {
	if (isTrouble(reply)) return reply;
	return reply.status < 400 ? null : troubleOfReply(reply, now);
}

export function troubleOfReply(
	{ status, headers }: { status: number; headers: Headers },
	now: number,
): Trouble {
	return troubleOfStatus(status, retryAfter(headers, now));
}

function still({ until, why }: { until: number; why: Trouble }, now: number): Trouble {
	return {
		...why,
		message: `not asked, since the host is left alone for now: ${why.message}`,
		retryAfter: why.retryAfter === null ? null : Math.ceil((until - now) / 1000),
		unasked: true,
	};
}
