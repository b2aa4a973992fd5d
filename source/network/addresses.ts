/**
 * Which addresses are of the public Internet. A feed must not be able to send the reader's machine to what only that
 * machine can reach: its own services, the router, the keys that a cloud hands out at 169.254.169.254.
 */

/**
 * What is not public, of the IANA registries of special-purpose addresses (IPv4 and IPv6; public domain), as of 2026.
 * Of IPv6 only 2000::/3 is given out at all, so only what is special within it stands here.
 */
const NOT_PUBLIC: readonly (readonly [prefix: string, what: string])[] = [
	['0.0.0.0/8', 'this network'],
	['10.0.0.0/8', 'private'],
	['100.64.0.0/10', 'shared behind a carrier'],
	['127.0.0.0/8', 'loopback'],
	['168.63.129.16/32', 'the host of a virtual machine, in one cloud'],
	['169.254.0.0/16', 'link-local'],
	['172.16.0.0/12', 'private'],
	['192.0.0.0/24', 'protocol assignments'],
	['192.0.2.0/24', 'documentation'],
	['192.88.99.0/24', '6to4 relays'],
	['192.168.0.0/16', 'private'],
	['198.18.0.0/15', 'benchmarks'],
	['198.51.100.0/24', 'documentation'],
	['203.0.113.0/24', 'documentation'],
	['224.0.0.0/4', 'multicast'],
	['240.0.0.0/4', 'reserved, broadcast'],
	['2001::/23', 'protocol assignments: Teredo, benchmarks, ORCHID'],
	['2001:db8::/32', 'documentation'],
	['2002::/16', '6to4: an IPv4 address in disguise'],
	['3fff::/20', 'documentation'],
];

const GIVEN_OUT = '2000::/3';

/** What a network without IPv4 of its own makes of an IPv4 address (RFC 6052): as public as that address is. */
const TRANSLATED = '64:ff9b::/96';

/** The bytes of an address as URLs and resolvers write it; null when it is none, or one of a certain interface (`%eth0`). */
export function bytesOf(address: string): readonly number[] | null {
	if (!address.includes(':')) return fourBytes(address);
	if (address.length > 45) return null;
	const halves = address.split('::');
	if (halves.length > 2) return null;
	const [head, tail] = halves.map(groups);
	if (head === null || tail === null || head === undefined) return null;
	if (tail === undefined) return head.length === 16 ? head : null;
	const missing = 16 - head.length - tail.length;
	return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : null;
}

function fourBytes(address: string): readonly number[] | null {
	if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(address)) return null;
	const bytes = address.split('.').map(Number);
	return bytes.every((byte) => byte < 256) ? bytes : null;
}

/** Groups of 16 bits, of which the last may be an IPv4 address. */
function groups(text: string): readonly number[] | null {
	if (text === '') return [];
	const parts = text.split(':');
	const bytes = parts.map((part, at) => {
		if (/^[\da-f]{1,4}$/i.test(part)) {
			const group = Number.parseInt(part, 16);
			return [group >> 8, group & 255];
		}
		return at === parts.length - 1 ? fourBytes(part) : null;
	});
	return bytes.includes(null) ? null : bytes.flatMap((both) => both ?? []);
}

function within(bytes: readonly number[], prefix: string): boolean {
	const [address, bits] = prefix.split('/') as [string, string];
	const start = bytesOf(address)!;
	if (start.length !== bytes.length) return false;
	return start.every((byte, at) => {
		const kept = Math.min(8, Math.max(0, Number(bits) - at * 8));
		const mask = (0xff00 >> kept) & 255;
		return (byte & mask) === (bytes[at]! & mask);
	});
}

/** Whether an address may be asked. What is no address at all may not. */
export function isPublic(address: string): boolean {
	const bytes = bytesOf(address);
	if (bytes === null) return false;
	if (within(bytes, TRANSLATED)) return isPublic(bytes.slice(12).join('.'));
	if (bytes.length === 16 && !within(bytes, GIVEN_OUT)) return false;
	return !NOT_PUBLIC.some(([prefix]) => within(bytes, prefix));
}

/** The host of a URL: an address that may not be asked, or a name that by definition means this machine. */
export function isPrivateHost(host: string): boolean {
	if (host.startsWith('[')) return !isPublic(host.slice(1, -1));
	if (/^[\d.]+$/.test(host)) return !isPublic(host);
	return /(?:^|\.)localhost\.?$/i.test(host);
}
