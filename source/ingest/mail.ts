/** A saved message → what its head tells and its words. Reads no attachment, fetches nothing. */
import { decode } from '../article/decode.ts';
import { oneLine, type Told } from './compose.ts';

export interface Mail {
	readonly told: Told;
	/** The first part of each kind, or null. */
	readonly plain: string | null;
	readonly html: string | null;
}

/** Parts within parts, and parts side by side, of which no more are looked at. */
const DEEPEST = 8;
const MOST_PARTS = 100;
const LONGEST_HEAD = 200_000;

type Head = ReadonlyMap<string, string>;

/** Never throws; of what is no message nothing is told. */
export function readMail(bytes: Uint8Array): Mail {
	// One unit a byte: what a part's bytes mean is told by its own head.
	const whole = Buffer.from(bytes).toString('latin1');
	const { head, body } = partOf(whole);
	const found: { plain: string | null; html: string | null; parts: number } = {
		plain: null,
		html: null,
		parts: 0,
	};
	collect(head, body, 0, found);
	const from = oneLine(wordsIn(head.get('from') ?? ''));
	const address = /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(from ?? '');
	const name = address ? (from ?? '').slice(0, address.index).replace(/^["'\s]+|["'\s]+$/g, '') : from;
	const archived = /https?:\/\/[^\s<>]+/.exec(head.get('archived-at') ?? head.get('content-location') ?? '');
	return {
		told: {
			title: oneLine(wordsIn(head.get('subject') ?? '')),
			date: oneLine(head.get('date') ?? null),
			source: name || (address?.[1] ?? null),
			author: null,
			url: archived?.[0] ?? null,
		},
		plain: found.plain,
		html: found.html,
	};
}

function collect(
	head: Head,
	body: string,
	depth: number,
	found: { plain: string | null; html: string | null; parts: number },
): void {
	found.parts++;
	if (depth > DEEPEST || found.parts > MOST_PARTS) return;
	const type = (head.get('content-type') ?? 'text/plain').toLowerCase();
	if (type.startsWith('multipart/')) {
		const boundary = parameter(head.get('content-type') ?? '', 'boundary');
		if (boundary === null) return;
		for (const part of partsOf(body, boundary)) {
			const inner = partOf(part);
			collect(inner.head, inner.body, depth + 1, found);
		}
		return;
	}
	if (/^attachment/i.test(head.get('content-disposition') ?? '')) return;
	if (type.startsWith('message/rfc822')) {
		const inner = partOf(body);
		collect(inner.head, inner.body, depth + 1, found);
	} else if (type.startsWith('text/html')) found.html ??= textOf(head, body);
	else if (type.startsWith('text/plain')) found.plain ??= textOf(head, body);
}

/** Between lines that begin with `--boundary`; what stands before the first is no part. */
function partsOf(body: string, boundary: string): string[] {
	const mark = `--${boundary}`;
	const parts: string[] = [];
	let from = -1;
	for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
		if (at > 0 && body[at - 1] !== '\n') continue;
		if (from >= 0) parts.push(body.slice(from, at));
		if (parts.length >= MOST_PARTS || body.startsWith('--', at + mark.length)) return parts;
		const end = body.indexOf('\n', at);
		from = end < 0 ? body.length : end + 1;
	}
	if (from >= 0) parts.push(body.slice(from));
	return parts;
}

/** The lines up to the first empty one, and the rest. A line that begins with a space goes on from the one before. */
function partOf(part: string): { readonly head: Head; readonly body: string } {
	const head = new Map<string, string>();
	let name: string | null = null;
	let at = 0;
	while (at < part.length && at < LONGEST_HEAD) {
		const end = part.indexOf('\n', at);
		const stop = end < 0 ? part.length : end;
		const line = part.slice(at, stop).replace(/\r$/, '');
		at = stop + 1;
		if (line === '') break;
		const colon = line.indexOf(':');
		if (/^[ \t]/.test(line)) {
			if (name !== null) head.set(name, `${head.get(name)}${line.replace(/^[ \t]+/, ' ')}`);
		} else if (colon > 0) {
			name = line.slice(0, colon).toLowerCase();
			if (head.has(name)) name = null;
			else head.set(name, line.slice(colon + 1).trim());
		}
	}
	return { head, body: part.slice(at) };
}

function parameter(value: string, name: string): string | null {
	const found = new RegExp(
		`;\\s{0,20}${name}\\s{0,5}=\\s{0,5}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`,
		'i',
	).exec(value);
	return found?.[1] ?? found?.[2] ?? null;
}

function textOf(head: Head, body: string): string {
	const encoding = (head.get('content-transfer-encoding') ?? '').toLowerCase();
	const bytes = encoding.startsWith('base64')
		? Buffer.from(body, 'base64')
		: Buffer.from(encoding.startsWith('quoted-printable') ? unquoted(body) : body, 'latin1');
	return textIn(bytes, parameter(head.get('content-type') ?? '', 'charset'));
}

const textIn = (bytes: Uint8Array, charset: string | null) =>
	decode({ file: '', format: 'text', bytes }, charset).text;

const unquoted = (text: string) =>
	text
		.replace(/=[ \t]{0,80}\r?\n/g, '')
		.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** `=?utf-8?Q?caf=C3=A9?=` in heads; between two such words the space is none. */
function wordsIn(value: string): string {
	const joined = value.replace(/\?=\s{1,20}=\?/g, '?==?');
	const ENCODED = /=\?([\w-]{1,40})(?:\*\w{1,10})?\?([bq])\?([^?\s]{0,2000})\?=/gi;
	const plain = (text: string) => textIn(Buffer.from(text, 'latin1'), null);
	let words = '';
	let at = 0;
	for (const match of joined.matchAll(ENCODED)) {
		const [all, charset = '', kind = '', text = ''] = match;
		const bytes = /b/i.test(kind)
			? Buffer.from(text, 'base64')
			: Buffer.from(unquoted(text.replaceAll('_', ' ')), 'latin1');
		words += plain(joined.slice(at, match.index)) + textIn(bytes, charset);
		at = match.index + all.length;
	}
	return words + plain(joined.slice(at));
}
