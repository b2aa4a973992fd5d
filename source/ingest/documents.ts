/** One file → the articles in it. What is no article is counted and told; nothing here throws on any bytes. */
import { decode } from '../article/decode.ts';
import type { Format, RawArticle } from '../types.ts';
import { compose } from './compose.ts';
import { kindOfFile, kindOfText } from './kinds.ts';
import { readMail } from './mail.ts';
import { readPage } from './page.ts';
import { objectsOf, recordOf } from './records.ts';

type Tell = (file: string, message: string) => void;

/** More articles than this in one file are somebody's database. */
const MOST = 100_000;

export function articlesIn(raw: RawArticle, tell: Tell): readonly RawArticle[] {
	const named = kindOfFile(raw.file);
	const kind = named ?? kindOfText(decode({ ...raw, bytes: raw.bytes.subarray(0, OPENING) }).text);
	if (kind === 'plain') return [raw];
	if (kind === 'mail') return mail(raw, tell);
	const { text, problems } = decode(raw, kind === 'page' ? declaredIn(raw.bytes) : null);
	// What only looks like JSON is somebody's words.
	if (named === null && kind === 'json' && !isJson(text)) return [raw];
	for (const { message } of problems) tell(raw.file, message);
	return kind === 'page' ? page(raw.file, text, tell) : records(raw.file, text, kind === 'lines', tell);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** So much of a file tells what it is. */
const OPENING = 120_000;

const asRaw = (file: string, format: Format, text: string): RawArticle => ({
	file,
	format,
	bytes: new TextEncoder().encode(text),
});

function page(file: string, html: string, tell: Tell): readonly RawArticle[] {
	const { told, body, cut } = readPage(html);
	if (cut) tell(file, 'nested too deeply or too many elements; only the beginning was read');
	if (body === '') {
		tell(file, 'no article text in this page; skipped');
		return [];
	}
	return [asRaw(file, 'html', compose(told, body))];
}

/** A message in plain words is read as it is; where those are none, or only a word on the other part, its page is. */
function mail(raw: RawArticle, tell: Tell): readonly RawArticle[] {
	const { told, plain, html } = readMail(raw.bytes);
	const words = plain?.trim() ?? '';
	if (html !== null && words.length < FEWEST_PLAIN) {
		const { body } = readPage(html);
		if (body.length > words.length) return [asRaw(raw.file, 'html', compose(told, body))];
	}
	if (words !== '') return [asRaw(raw.file, 'text', compose(told, words))];
	tell(raw.file, 'no text in this message; skipped');
	return [];
}

/** "This message is best viewed …" */
const FEWEST_PLAIN = 300;

/** Several articles of one file are told apart by their line, or by where they stand in its list. */
function records(file: string, text: string, lines: boolean, tell: Tell): readonly RawArticle[] {
	const raws: RawArticle[] = [];
	const found: { readonly at: number; readonly value: unknown }[] = [];
	let without = 0;
	for (const [line, part] of (lines ? text.split('\n') : [text]).entries()) {
		if (part.trim() === '') continue;
		try {
			const values = objectsOf(JSON.parse(part));
			for (const [i, value] of values.entries()) found.push({ at: (lines ? line : i) + 1, value });
		} catch {
			if (!lines) tell(file, 'not valid JSON; skipped');
			else without++;
		}
	}
	if (found.length > MOST) tell(file, `more than ${MOST} articles; only those were read`);
	for (const { at, value } of found.slice(0, MOST)) {
		const record = recordOf(value);
		if (record === null) {
			without++;
			continue;
		}
		const name = found.length === 1 ? file : `${file}#${at}`;
		const html = !record.whole && /<(?:p|div|br)\b/i.test(record.text);
		const body = html ? readPage(record.text).body : record.text;
		const whole = record.whole ? body : compose(record.told, body);
		raws.push(asRaw(name, html ? 'html' : record.format, whole));
	}
	if (without > 0)
		tell(file, `${without} entr${without === 1 ? 'y' : 'ies'} without an article text; skipped`);
	return raws;
}

/** The encoding a page names in its first bytes, in an XML declaration or in meta. */
export function declaredIn(bytes: Uint8Array): string | null {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const xml = /^\s{0,99}<\?xml[^>]{0,200}?encoding\s?=\s?["']([\w-]{2,30})/.exec(head);
	return (xml ?? /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,30})/i.exec(head))?.[1] ?? null;
}
