/** The way out: through proxies where the reader has set them, and else only to addresses that may be asked. */
import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { isPublic } from './addresses.ts';
import { PRIVATE } from './locations.ts';
import { Stopped, type Trouble, trouble } from './troubles.ts';

export type Lookup = LookupFunction;

/**
 * A lookup that knows only addresses that may be asked. It stands in the connection itself: what was looked up here is
 * what is connected to, so a name that means another address the second time it is asked (DNS rebinding) gains nothing.
 * It is not called for hosts that are addresses; those are looked at where URLs are read.
 */
export function guarded(lookup: Lookup): Lookup {
	return (host, options, done) => {
		lookup(host, { ...options, all: true }, (error, found) => {
			const addresses = Array.isArray(found) ? found.filter(({ address }) => isPublic(address)) : [];
			const [first] = addresses;
			if (error) done(error, '');
			else if (first === undefined) done(new Stopped(trouble(`the address is ${PRIVATE}`)), '');
			else if (options.all) done(null, addresses);
			else done(null, first.address, first.family);
		});
	};
}

/**
 * One connection to a host. HTTP_PROXY, HTTPS_PROXY and NO_PROXY are heeded, in capitals or not; where HTTPS_PROXY is not
 * set, HTTP_PROXY stands for it, as it does for Node itself.
 *
 * A proxy stands where the reader put it, so that its own address is not judged; it looks names up for itself, so that of
 * what goes through it only hosts that are addresses are judged (locations.ts). Who sets a proxy leaves the rest to it.
 */
export function openConnections(how: {
	/** To any address at all. */
	readonly open: boolean;
	readonly headerBytes: number;
	readonly idleMs: number;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly lookup?: Lookup;
}): Dispatcher | Trouble {
	const lookup = how.lookup ?? resolve;
	const { env } = how;
	const set = (name: string) => env[name.toLowerCase()] ?? env[name] ?? '';
	try {
		return new EnvHttpProxyAgent({
			connections: 1,
			pipelining: 1,
			maxHeaderSize: how.headerBytes,
			// Who asks sees to what is silent for too long, to the millisecond.
			headersTimeout: 0,
			bodyTimeout: 0,
			connect: { lookup: how.open ? lookup : guarded(lookup), timeout: how.idleMs },
			// Many proxies tunnel to port 443 alone.
			proxyTunnel: false,
			httpProxy: proxyUrl(set('HTTP_PROXY')),
			httpsProxy: proxyUrl(set('HTTPS_PROXY')),
			noProxy: set('NO_PROXY'),
		});
	} catch {
		return trouble('HTTP_PROXY or HTTPS_PROXY is no address of a proxy: mend or unset it', 'later');
	}
}

/** As people write them: most programs take a bare `host:port`. */
function proxyUrl(text: string): string {
	const trimmed = text.trim();
	return trimmed === '' || trimmed.includes('://') ? trimmed : `http://${trimmed}`;
}
