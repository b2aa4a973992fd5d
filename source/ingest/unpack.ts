/** gzip → bytes, no more of them than a file may have: what a bomb would unfold is never unfolded. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const gunzipped = promisify(gunzip);

/** The bytes, or why there are none. */
export async function unpacked(bytes: Uint8Array, largest: number): Promise<Uint8Array | string> {
	try {
		return await gunzipped(bytes, { maxOutputLength: largest });
	} catch (error) {
		const large = error instanceof RangeError;
		return large ? `unpacks to more than ${largest / 2 ** 20} MB; skipped` : 'damaged gzip; skipped';
	}
}
