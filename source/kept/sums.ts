/** Names for what something was made of. */
import { createHash } from 'node:crypto';
import type { RawArticle } from '../types.ts';

/** The same for the same article in a file of the same name: all that its reading hangs on. */
export function sumOf({ file, format, bytes }: RawArticle): string {
	return createHash('sha256')
		.update(JSON.stringify([file, format]))
		.update(bytes)
		.digest('base64url')
		.slice(0, 27);
}

export function sumOfText(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}

/** What else than files a reading or an edition hangs on: the program, and the tables of letters that come with Node. */
export function originOf(release: string): string {
	return [release, process.versions.node, process.versions.icu].join(' ');
}
