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
	// A browser's message: who sent it and when tells of the saving, and its page tells the rest.
	if (kind === 'saved') return page(raw.file, readMail(raw.bytes).html ?? '', tell);
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

/** A message in plain words is read as it is; where its page says much more, they are only a word on that. */
function mail(raw: RawArticle, tell: Tell): readonly RawArticle[] {
	const { told, plain, html } = readMail(raw.bytes);
	const words = plain?.trim() ?? '';
	if (html !== null) {
		const { body } = readPage(html);
		if (lettersIn(body) > MUCH_MORE * lettersIn(words)) return [asRaw(raw.file, 'html', compose(told, body))];
	}
	if (words !== '') return [asRaw(raw.file, 'text', compose(told, words))];
	tell(raw.file, 'no text in this message; skipped');
	return [];
}

const MUCH_MORE = 1.5;

/** Without addresses: a link that counts who reads the letter is longer than many a sentence. */
const lettersIn = (words: string) => words.replace(/https?:\/\/\S+|\s+/g, '').length;

/** Several articles of one file are told apart by their line, or by where they stand in its list. */
function records(file: string, text: string, lines: boolean, tell: Tell): readonly RawArticle[] {
	const raws: RawArticle[] = [];
	const found: { readonly at: number; readonly value: unknown }[] = [];
	let without = 0;
	let summaries = 0;
	let broken = false;
	for (const [line, part] of (lines ? text.split(/\r\n|\r|\n/) : [text]).entries()) {
		if (part.trim() === '') continue;
		try {
			const values = objectsOf(JSON.parse(part));
			for (const [i, value] of values.entries()) found.push({ at: (lines ? line : i) + 1, value });
		} catch {
			if (lines) without++;
			else broken = true;
		}
	}
	if (broken) tell(file, 'not valid JSON; skipped');
	else if (found.length + without === 0) tell(file, 'no articles in it');
	if (found.length > MOST) tell(file, `more than ${MOST} articles; only those were read`);
	for (const { at, value } of found.slice(0, MOST)) {
		const record = recordOf(value);
		if (record === null) {
			without++;
			continue;
		}
		if (record.summary) summaries++;
		const name = found.length === 1 ? file : `${file}#${at}`;
		const html = !record.whole && /<(?:p|div|br)\b/i.test(record.text);
		const body = html ? readPage(record.text).body : record.text;
		const whole = record.whole ? body : compose(record.told, body);
		raws.push(asRaw(name, html ? 'html' : record.format, whole));
	}
	const entries = (count: number) => `${count} entr${count === 1 ? 'y' : 'ies'}`;
	if (without > 0) tell(file, `${entries(without)} without an article text; skipped`);
	if (summaries > 0) tell(file, `${entries(summaries)} with no more than a summary`);
	return raws;
}

/** The encoding a page names in its first bytes, in an XML declaration or in meta. */
export function declaredIn(bytes: Uint8Array): string | null {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const xml = /^\s{0,99}<\?xml[^>]{0,200}?encoding\s?=\s?["']([\w-]{2,30})/.exec(head);
	return (xml ?? /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,30})/i.exec(head))?.[1] ?? null;
}
