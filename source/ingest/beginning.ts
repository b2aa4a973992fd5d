/** An article is some kilobytes, a book one megabyte: of what is longer the beginning is read, so that nobody waits for it. */
import type { RawArticle } from '../types.ts';

/** Bytes. */
const LONGEST = 2 ** 20;

export function beginningOf(raw: RawArticle, tell: (file: string, message: string) => void): RawArticle {
	const { bytes, file } = raw;
	if (bytes.length <= LONGEST) return raw;
	tell(file, `an article of more than ${LONGEST / 2 ** 20} MB; only the beginning is read`);
	return { ...raw, bytes: bytes.subarray(0, endIn(bytes)) };
}

/** Not within a character: UTF-16 is cut at an even place, UTF-8 before the first byte of one. */
function endIn(bytes: Uint8Array): number {
	const isWide = (bytes[0] ?? 0) >= 0xfe || bytes.subarray(0, 100).includes(0);
	const isWithin = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
	if (isWide || !isWithin(LONGEST)) return LONGEST;
	return [1, 2, 3].map((back) => LONGEST - back).find((at) => !isWithin(at)) ?? LONGEST;
}
