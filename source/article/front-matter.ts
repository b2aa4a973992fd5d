/**
 * What stands before an article about it: a block of YAML (data only: no custom tags, no aliases,
 * never code) or of plain TOML, the head of a message, or plain lines such as "Source: …".
 */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Day, Format, Problem, Span, SpanText } from '../types.ts';
import { fullDates } from './date-line.ts';
import { readMailHead } from './mail-head.ts';

export interface FrontMatter extends Span {
	readonly title: SpanText | null;
	readonly outlet: string | null;
	readonly byline: string | null;
	readonly url: string | null;
	readonly day: (Span & { readonly day: Day }) | null;
	readonly problems: readonly Problem[];
}

/** A block longer than this is no front matter. */
const LONGEST = 20_000;

/** YAML stands between dashes, TOML between pluses. */
const OPENING = /^(?:---|\+\+\+)[ \t]*(?:\r\n|\r|\n)/;
const YAML_END = /(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
const TOML_END = /(?:\r\n|\r|\n)\+\+\+[ \t]*(?=\r|\n|$)/;

const KEYS = {
	title: ['title', 'headline', 'subject'],
	day: ['date', 'published', 'pubdate', 'publish_date', 'published_at', 'datepublished', 'day'],
	outlet: ['source', 'outlet', 'publisher', 'site', 'publication'],
	byline: ['author', 'authors', 'byline', 'by'],
	url: ['url', 'link', 'canonical', 'source_url'],
} as const;

/** Null when the file opens with the article. */
export function readFrontMatter(text: string, format: Format): FrontMatter | null {
	const block = readBlock(text);
	// Elsewhere than in Markdown a line of dashes may be the article's own: the block counts when it tells something.
	const tells = block && (block.title || block.day || block.outlet || block.byline || block.url);
	return (format === 'markdown' || tells ? block : null) ?? readMessage(text) ?? readHeader(text);
}

/** A message that was saved as text. */
function readMessage(text: string): FrontMatter | null {
	const head = readMailHead(text);
	if (!head) return null;
	const { start, end, title, from, date } = head;
	const day = date && fullDates(date.text)[0]?.day;
	return {
		start,
		end,
		title,
		outlet: from,
		byline: null,
		url: null,
		day: date && day ? { start: date.start, end: date.end, day } : null,
		problems: [],
	};
}

const HEADER_LINE = /[ \t]*([A-Za-z][A-Za-z _]{1,20})[ \t]*:[ \t]*([^\r\n]{0,500}?)[ \t]*(?:\r\n|\r|\n|$)/y;
const MOST_HEADER_LINES = 12;
/** One "Source: …" alone may be the article's own words. */
const FEWEST_HEADER_LINES = 2;

/** Lines of a known key and a value at the very top. */
function readHeader(text: string): FrontMatter | null {
	const known = new Set<string>(Object.values(KEYS).flat());
	const fields = new Map<string, SpanText>();
	let end = 0;
	HEADER_LINE.lastIndex = 0;
	for (let count = 0; count < MOST_HEADER_LINES; count++) {
		const at = HEADER_LINE.lastIndex;
		const match = HEADER_LINE.exec(text);
		const key = match?.[1]?.toLowerCase().replaceAll(' ', '_') ?? '';
		const value = match?.[2] ?? '';
		if (!match || !known.has(key)) break;
		const start = match.index + match[0].indexOf(value, match[0].indexOf(':') + 1);
		if (value !== '' && !fields.has(key)) fields.set(key, { start, end: start + value.length, text: value });
		end = Math.max(start + value.length, at + match[0].trimEnd().length);
		if (HEADER_LINE.lastIndex === 0) break;
	}
	return fields.size >= FEWEST_HEADER_LINES
		? matterOf(fields, { start: text.search(/\S/), end }, null)
		: null;
}

function readBlock(text: string): FrontMatter | null {
	const opening = OPENING.exec(text.slice(0, 200))?.[0];
	if (opening === undefined) return null;
	const from = opening.length;
	const isToml = opening.startsWith('+');
	const head = text.slice(from - 1, from + LONGEST);
	const closing = (isToml ? TOML_END : YAML_END).exec(head);
	if (!closing) return null;
	const source = head.slice(1, Math.max(1, closing.index));
	const block = { start: 0, end: from - 1 + closing.index + closing[0].length };
	const tell = (message: string): Problem => ({ file: '', line: 1, stage: 'front matter', message });
	const fields = isToml
		? null
		: isPlain(source)
			? readLines(source, from, YAML_LINE).fields
			: readYaml(source, from, text);
	if (fields) return matterOf(fields, block, tell);
	const read = readLines(source, from, isToml ? TOML_LINE : YAML_LINE);
	const matter = matterOf(read.fields, block, tell);
	if (isToml || read.whole) return matter;
	return {
		...matter,
		problems: [tell('the front matter is not valid YAML; read line by line'), ...matter.problems],
	};
}

/** A key of one word and a value that YAML reads as it stands: it opens with a letter or digit, and has no sign of YAML. */
const PLAIN_LINE = /^[A-Za-z][\w-]{0,40}: {1,4}[\p{L}\p{N}](?:[^\s:#]|:(?=[^\s#])| (?=[^\s:#]))*$/u;

/** Of such lines alone: read line by line it tells the same, without YAML, which takes longer than all else that cleans. */
const isPlain = (source: string): boolean =>
	source.split(/\r\n|\r|\n/).every((line) => PLAIN_LINE.test(line));

/** Null where it is no YAML. */
function readYaml(source: string, from: number, text: string): ReadonlyMap<string, SpanText> | null {
	try {
		const document = parseDocument(source, {
			schema: 'failsafe',
			customTags: null,
			logLevel: 'silent',
			uniqueKeys: false,
			// Each of a thousand errors would be told with its line, looked for in the whole block.
			prettyErrors: false,
		});
		return document.errors.length > 0 ? null : fieldsOf(document.contents, from, text);
	} catch {
		return null;
	}
}

const YAML_LINE = /^([A-Za-z][\w -]{0,40})[ \t]*:(?:[ \t]+|$)/;
const TOML_LINE = /^([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*/;
/** How what goes on in the lines below begins, or a list. */
const LARGER = /^(?:[[{&*|>]|["']{3})/;

/** A key and the rest of its line, as people write who know no YAML: "title: Harbour: what we know". `whole`: no other lines. */
function readLines(source: string, offset: number, line: RegExp) {
	const fields = new Map<string, SpanText>();
	let whole = true;
	let next = offset;
	for (const row of source.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
		const at = next;
		next += row.length;
		if (row.trim() === '' || row.startsWith('#')) continue;
		// What follows the name of a table is told of something else.
		if (line === TOML_LINE && row.startsWith('[')) break;
		const match = line.exec(row);
		const name = match?.[1]?.trimEnd().toLowerCase();
		const from = match?.[0].length ?? 0;
		const value = row.slice(from).trimEnd();
		if (name === undefined) whole = false;
		else if (!fields.has(name) && !LARGER.test(value)) {
			const { start, end } = unquoted(row, from, from + value.length);
			fields.set(name, { start: at + start, end: at + end, text: row.slice(start, end) });
		}
	}
	return { fields, whole };
}

function matterOf(
	fields: ReadonlyMap<string, SpanText>,
	block: Span,
	tell: ((message: string) => Problem) | null,
): FrontMatter {
	const find = (keys: readonly string[]) =>
		keys.map((key) => fields.get(key)).find((field) => field && field.text !== '') ?? null;
	const title = find(KEYS.title);
	const date = find(KEYS.day);
	const found = date ? fullDates(date.text)[0] : undefined;
	const problems = [
		...(tell && date && !found ? [tell('the date in the front matter is not a full date')] : []),
		...(tell && fields.get('stub')?.text === 'true'
			? [tell('only how the article begins; its page could not be had')]
			: []),
	];
	return {
		...block,
		title,
		outlet: find(KEYS.outlet)?.text ?? null,
		byline: find(KEYS.byline)?.text ?? null,
		url: find(KEYS.url)?.text ?? null,
		day: date && found ? { start: date.start, end: date.end, day: found.day } : null,
		problems,
	};
}

/** Scalars at the top of the map, and the first of a list, by key in lower case. */
function fieldsOf(contents: unknown, offset: number, text: string): ReadonlyMap<string, SpanText> {
	const fields = new Map<string, SpanText>();
	if (!isMap(contents)) return fields;
	for (const { key, value } of contents.items) {
		const name = isScalar(key) ? String(key.value).toLowerCase() : null;
		const node = isSeq(value) ? value.items[0] : value;
		if (name === null || fields.has(name) || !isScalar(node) || !node.range) continue;
		const [start, end] = node.range;
		fields.set(name, {
			...unquoted(text, offset + start, offset + end),
			text: String(node.value ?? '').trim(),
		});
	}
	return fields;
}

/** The span without the marks around a quoted scalar. */
function unquoted(text: string, start: number, end: number): Span {
	const mark = text[start];
	return (mark === '"' || mark === "'") && end - start >= 2 && text[end - 1] === mark
		? { start: start + 1, end: end - 1 }
		: { start, end };
}
