/** Servers on this machine, the decent and the other kind, and a fetcher with a clock of its own to ask them with. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createRawServer, isIP, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Lookup } from '../../source/network/connecting.ts';
import {
	type Asked,
	type Fetcher,
	type How,
	type Limits,
	openFetcher,
} from '../../source/network/fetching.ts';

export const AGENT = 'Quotidian/1.2 (+https://example.org/contact)';

async function listening(server: Server, asked: string[]): Promise<Loopback> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => {}).on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	};
	onTestFinished(close);
	const { port } = server.address() as { port: number };
	return { url: `http://127.0.0.1:${port}`, port, asked, sockets, close };
}

export interface Loopback {
	readonly url: string;
	readonly port: number;
	/** Paths, in the order in which they were asked for. */
	readonly asked: string[];
	/** Those that are open. */
	readonly sockets: ReadonlySet<Socket>;
	close(): Promise<void>;
}

/** An HTTP server that is gone when the test is over. */
export async function serving(
	listener: RequestListener,
): Promise<Loopback & { onConnect(tunnel: (target: string, socket: Duplex) => void): void }> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		listener(request, response);
	});
	const loopback = await listening(server, asked);
	const onConnect = (tunnel: (target: string, socket: Duplex) => void) =>
		void server.on('connect', (request, socket) => tunnel(request.url ?? '', socket));
	return { ...loopback, onConnect };
}

/** A server that answers each request with these bytes, whatever they are, and by default hangs up. */
export async function answering(
	bytes: string | Buffer | (() => Buffer),
	after: 'end' | 'reset' | 'wait' = 'end',
): Promise<Loopback> {
	const asked: string[] = [];
	const server = createRawServer((socket) => {
		socket.once('data', (head) => {
			asked.push(String(head).split(' ')[1] ?? '');
			socket.write(typeof bytes === 'function' ? bytes() : bytes, () => {
				if (after === 'end') socket.end();
				else socket.resetAndDestroy();
			});
		});
	});
	return listening(server, asked);
}

export const asking = (url: string, more: Partial<Asked> = {}): Asked => ({
	url,
	etag: null,
	lastModified: null,
	accept: '*/*',
	robots: false,
	...more,
});

export interface Trial {
	readonly fetcher: Fetcher;
	/** What was waited for, in milliseconds of a clock that goes on only by waiting. */
	readonly waits: readonly number[];
	readonly stop: () => void;
	get(url: string, more?: Partial<Asked>): ReturnType<Fetcher['fetch']>;
}

/** Names to be looked up, and the addresses they stand for; all others are this machine. */
export function naming(names: Readonly<Record<string, readonly string[]>> = {}): {
	lookup: Lookup;
	looked: string[];
} {
	const looked: string[] = [];
	const lookup: Lookup = (host, options, done) => {
		looked.push(host);
		const found = (names[host] ?? ['127.0.0.1']).map((address) => ({ address, family: isIP(address) }));
		if (options.all) done(null, found);
		else done(null, found[0]!.address, found[0]!.family);
	};
	return { lookup, looked };
}

/** The clock begins at the first second of 2026. */
export const START = Date.UTC(2026, 0, 1);

export function trial(limits: Partial<Limits> = {}, how: Partial<How> = {}): Trial {
	const waits: number[] = [];
	const stopping = new AbortController();
	let time = START;
	const fetcher = openFetcher({
		agent: AGENT,
		signal: stopping.signal,
		allowPrivate: true,
		limits: { pauseMs: 0, idleMs: 2000, totalMs: 5000, tries: 1, ...limits },
		now: () => time,
		wait: async (ms) => {
			waits.push(ms);
			time += ms;
		},
		random: () => 0.5,
		env: {},
		...how,
	});
	onTestFinished(() => fetcher.close());
	return {
		fetcher,
		waits,
		stop: () => stopping.abort(),
		get: (url, more) => fetcher.fetch(asking(url, more)),
	};
}

export const textOf = (answer: Awaited<ReturnType<Fetcher['fetch']>>): string =>
	answer.kind === 'body'
		? Buffer.from(answer.bytes).toString()
		: `${answer.kind}: ${'message' in answer ? answer.message : ''}`;
