/** What is in a file, told by its ending, or by how it begins. A kind of document is one row. */
import { extname } from 'node:path';
import type { Format } from '../types.ts';

/** How the bytes of a file hold articles: one as it stands, a page, a message, a page saved as one, JSON, or JSON a line. */
export type Kind = 'plain' | 'page' | 'mail' | 'saved' | 'json' | 'lines';

const KINDS: ReadonlyMap<string, { readonly kind: Kind; readonly format: Format }> = new Map([
	['.txt', { kind: 'plain', format: 'text' }],
	['.text', { kind: 'plain', format: 'text' }],
	['.md', { kind: 'plain', format: 'markdown' }],
	['.markdown', { kind: 'plain', format: 'markdown' }],
	['.html', { kind: 'page', format: 'html' }],
	['.htm', { kind: 'page', format: 'html' }],
	['.xhtml', { kind: 'page', format: 'html' }],
	['.eml', { kind: 'mail', format: 'text' }],
	['.mhtml', { kind: 'saved', format: 'html' }],
	['.mht', { kind: 'saved', format: 'html' }],
	['.json', { kind: 'json', format: 'text' }],
	['.jsonl', { kind: 'lines', format: 'text' }],
	['.ndjson', { kind: 'lines', format: 'text' }],
]);

const PACKED = '.gz';

const hasPackedEnding = (path: string) => extname(path).toLowerCase() === PACKED;

const inner = (path: string) => (hasPackedEnding(path) ? path.slice(0, -PACKED.length) : path);

/** In lower case, of what is packed the one inside with it: ".html", ".html.gz". */
export const endingOf = (path: string) =>
	extname(inner(path)).toLowerCase() + (hasPackedEnding(path) ? PACKED : '');

/** Null when the ending tells of no kind that is read. */
export const kindOfFile = (path: string): Kind | null =>
	KINDS.get(extname(inner(path)).toLowerCase())?.kind ?? null;

export const formatOf = (path: string): Format | null =>
	KINDS.get(extname(inner(path)).toLowerCase())?.format ?? null;

/** gzip begins with these bytes, whatever it is called. */
export const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const OPENINGS: readonly { readonly looks: RegExp; readonly kind: Kind }[] = [
	{ looks: /^(?:<!doctype html|<html|<\?xml[^>]{0,200}>\s{0,20}(?:<!doctype html|<html))/i, kind: 'page' },
	{
		looks:
			/^(?:return-path|received|delivered-to|mime-version|message-id|x-[\w-]{1,60}): ?.{0,2000}(?:\r?\n[ \t].{0,2000}){0,30}\r?\n[\w-]{1,60}:/i,
		kind: 'mail',
	},
	{ looks: /^\{[ \t]{0,9}"[^\r\n]{0,100000}\}[ \t]{0,9}(?:\r\n|\r|\n)\s{0,99}\{/, kind: 'lines' },
	{ looks: /^(?:\{\s{0,99}"|\[\s{0,99}\{)/, kind: 'json' },
];

/** Of what has no name that tells: standard input, a file without an ending. `text` is how it begins. */
export function kindOfText(text: string): Kind {
	const opening = text.trimStart();
	return OPENINGS.find(({ looks }) => looks.test(opening))?.kind ?? 'plain';
}
