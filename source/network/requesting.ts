/** One request and its answer, or why there is none. Whatever the other side does, it ends in time. */
import type { Dispatcher } from 'undici';
import { ACCEPTED, bodyOf, type Room } from './bodies.ts';
import { type Headers, header } from './headers.ts';
import { BROKEN, SILENT, SLOW, STOPPED, Stopped, type Trouble, troubleOf } from './troubles.ts';

export interface Reply {
	readonly status: number;
	readonly headers: Headers;
	/** Empty unless the status is one of those that carry a page. */
	readonly bytes: Uint8Array;
}

export interface Request {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly room: Room;
	/** The host may be one of this machine or its network. */
	readonly open: boolean;
	readonly totalMs: number;
	readonly idleMs: number;
	readonly signal: AbortSignal;
}

export const hasBody = (status: number) => status === 200 || status === 203;

export async function request(by: Dispatcher, asked: Request): Promise<Reply | Trouble> {
	const inner = new AbortController();
	let halt: (why: Trouble) => void = () => {};
	const halted = new Promise<Trouble>((resolve) => {
		halt = (why) => {
			resolve(why);
			inner.abort(new Stopped(why));
		};
	});
	const stop = () => halt(STOPPED);
	let begun = false;
	const total = setTimeout(() => halt(SLOW), asked.totalMs);
	const idle = setTimeout(() => halt(begun ? BROKEN : SILENT), asked.idleMs);
	asked.signal.addEventListener('abort', stop, { once: true });
	try {
		const alive = () => {
			begun = true;
			idle.refresh();
		};
		// What waits for a connection does not hear of a signal, so it is left behind.
		return await Promise.race([halted, answer(by, asked, inner.signal, alive).catch(troubleOf)]);
	} finally {
		clearTimeout(total);
		clearTimeout(idle);
		asked.signal.removeEventListener('abort', stop);
	}
}

async function answer(
	by: Dispatcher,
	{ url, headers, room }: Request,
	signal: AbortSignal,
	alive: () => void,
): Promise<Reply> {
	if (signal.aborted) throw signal.reason;
	const response = await by.request({
		method: 'GET',
		origin: url.origin,
		path: url.pathname + url.search,
		headers: { ...headers, 'accept-encoding': ACCEPTED },
		signal,
	});
	alive();
	const { statusCode: status, body } = response;
	const reply = { status, headers: response.headers as Headers };
	if (hasBody(status)) {
		const packed = reply.headers['content-encoding'];
		const encoding = Array.isArray(packed)
			? packed.join()
			: (header(reply.headers, 'content-encoding') ?? '');
		return { ...reply, bytes: await bodyOf(body, encoding, room, alive) };
	}
	// Nobody waits for the text beneath a redirect or a refusal; only where there is none can the connection be used again.
	if (status === 204 || status === 304) await body.dump().catch(() => {});
	else body.on('error', () => {}).destroy();
	return { ...reply, bytes: new Uint8Array() };
}
