/** Stable names for things: the same content gives the same id on every machine and in every run. */
import { hash } from 'node:crypto';
import type { Id } from './types.ts';

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * `prefix` and 60 bits of SHA-256 over the parts, as 12 characters of base 32 (a million ids collide with a chance of
 * 4 in 10,000,000). A separator keeps ("ab", "c") apart from ("a", "bc").
 */
export function identify(prefix: 'a' | 'i' | 'p' | 'q' | 's', ...parts: readonly string[]): Id {
	const bits = hash('sha256', parts.map((part) => `${part}\u0000`).join(''));
	let id = '';
	// Five digits of the hash are four signs.
	for (let at = 0; at < 15; at += 5) {
		const four = Number.parseInt(bits.slice(at, at + 5), 16);
		for (const shift of [15, 10, 5, 0]) id += SIGNS[(four >> shift) & 31];
	}
	return prefix + id;
}
