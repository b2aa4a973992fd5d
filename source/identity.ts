/** Stable names for things: the same content gives the same id on every machine and in every run. */
import { createHash } from 'node:crypto';
import type { Id } from './types.ts';

/**
 * `prefix` and 60 bits of SHA-256 over the parts, as 12 characters of base 32 (a million ids collide with a chance of
 * 4 in 10,000,000). A separator keeps ("ab", "c") apart from ("a", "bc").
 */
export function identify(prefix: 'a' | 'i' | 'p' | 'q' | 's', ...parts: readonly string[]): Id {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\u0000');
	let bits = hash.digest().readBigUInt64BE(0) >> 4n;
	let id = '';
	for (let i = 0; i < 12; i++, bits >>= 5n) id = '0123456789abcdefghjkmnpqrstvwxyz'[Number(bits & 31n)] + id;
	return prefix + id;
}
