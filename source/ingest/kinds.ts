/** What a file is, by the ending of its name. A table; more kinds are more rows. */
import { extname } from 'node:path';
import type { Format } from '../types.ts';

/** How the bytes of a file hold articles: one as it stands, a page, JSON, or JSON a line. */
export type Kind = 'plain' | 'page' | 'json' | 'lines';

const KINDS: ReadonlyMap<string, { readonly kind: Kind; readonly format: Format }> = new Map([
	['.txt', { kind: 'plain', format: 'text' }],
	['.text', { kind: 'plain', format: 'text' }],
	['.md', { kind: 'plain', format: 'markdown' }],
	['.markdown', { kind: 'plain', format: 'markdown' }],
	['.html', { kind: 'page', format: 'html' }],
	['.htm', { kind: 'page', format: 'html' }],
	['.xhtml', { kind: 'page', format: 'html' }],
	['.json', { kind: 'json', format: 'text' }],
	['.jsonl', { kind: 'lines', format: 'text' }],
	['.ndjson', { kind: 'lines', format: 'text' }],
]);

export const isPacked = (path: string) => extname(path).toLowerCase() === '.gz';

const inner = (path: string) => (isPacked(path) ? path.slice(0, -'.gz'.length) : path);

/** In lower case, of what is packed the one inside with it: ".html", ".html.gz". */
export const endingOf = (path: string) => extname(inner(path)).toLowerCase() + (isPacked(path) ? '.gz' : '');

export const kindOfFile = (path: string): Kind =>
	KINDS.get(extname(inner(path)).toLowerCase())?.kind ?? 'plain';

/** Null when the ending tells of no kind that is read. */
export const formatOf = (path: string): Format | null =>
	KINDS.get(extname(inner(path)).toLowerCase())?.format ?? null;
