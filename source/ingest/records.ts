/** JSON → articles: exports of this program word for word, and the shapes in which others keep articles. */
import type { Format } from '../types.ts';
import type { Told } from './compose.ts';

export interface Record {
	readonly told: Told;
	readonly text: string;
	/** Only what the article is about: the record holds no more. */
	readonly summary: boolean;
	/** Whether `text` is a document of ours that already holds what is told. */
	readonly whole: boolean;
	readonly format: Format;
}

/** First key that has a value wins; keys are compared without case and `_`. */
const KEYS = {
	title: ['title', 'headline', 'name'],
	date: [
		'date',
		'published',
		'publishedat',
		'datepublished',
		'pubdate',
		'publisheddate',
		'datepublish',
		'day',
	],
	source: ['source', 'outlet', 'publisher', 'site', 'sitename', 'publication', 'sourcedomain'],
	author: ['author', 'authors', 'byline', 'creator'],
	url: ['url', 'link', 'canonicalurl', 'sourceurl', 'externalurl'],
	text: ['text', 'contenttext', 'articlebody', 'body', 'maintext', 'fulltext', 'contenthtml', 'content'],
	summary: ['description', 'summary', 'abstract', 'excerpt', 'snippet'],
} as const;

const LISTS = ['articles', 'items', 'results', 'data', 'entries', 'docs', 'response', 'result'];
/** Lists within objects within objects: what answers of news services are packed in. */
const DEEPEST = 3;
const FORMATS: ReadonlySet<unknown> = new Set(['text', 'markdown', 'html', 'feed']);

/**
 * The objects of a document: those of its list, or of the list under a known key, as deep as that; else itself. An article
 * may have a list of its own under such a key: the list counts when there is an article in it, or none around it.
 */
export function objectsOf(value: unknown, depth = 0): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (!isObject(value)) return [value];
	const lists = LISTS.flatMap((key) => {
		const inner = Object.hasOwn(value, key) ? value[key] : null;
		if (Array.isArray(inner)) return [inner];
		return isObject(inner) && depth < DEEPEST ? [objectsOf(inner, depth + 1)] : [];
	});
	const full = lists.find((list) => list.some((one) => recordOf(one)?.summary === false));
	return full ?? (recordOf(value)?.summary === false ? [value] : (lists[0] ?? [value]));
}

/** Null when there is no text in it. Nothing is taken but by the names above: no key can do harm. */
export function recordOf(value: unknown): Record | null {
	if (!isObject(value)) return null;
	const fields = new Map<string, unknown>();
	for (const [key, field] of Object.entries(value)) fields.set(key.toLowerCase().replaceAll('_', ''), field);
	const find = (keys: readonly string[]) =>
		keys.map((key) => wordsOf(fields.get(key))).find((words) => words !== null) ?? null;
	const told = {
		title: find(KEYS.title),
		date: dateOf(KEYS.date.map((key) => fields.get(key)).find((date) => date != null)),
		source: find(KEYS.source),
		author: find(KEYS.author),
		url: find(KEYS.url),
	};
	const full = find(KEYS.text);
	// Pictures, settings and programs have descriptions too.
	const isNews = told.title !== null && told.date !== null && told.url !== null;
	const text = full ?? (isNews ? find(KEYS.summary) : null);
	if (text === null) return null;
	const whole = Array.isArray(fields.get('paragraphs')) && Array.isArray(fields.get('sentences'));
	const format = fields.get('format');
	return {
		told,
		text,
		summary: full === null,
		whole,
		format: whole && FORMATS.has(format) ? (format as Format) : 'text',
	};
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string; of an object its name, of a list its first. */
export function wordsOf(value: unknown): string | null {
	const one: unknown = Array.isArray(value) ? value[0] : value;
	const words = isObject(one) ? (one.name ?? one.title) : one;
	return typeof words === 'string' && words.trim() !== '' ? words : null;
}

/** Numbers are seconds or milliseconds since 1970, as their size tells. */
function dateOf(value: unknown): string | null {
	if (typeof value !== 'number') return wordsOf(value);
	const date = new Date(value > 1e11 ? value : value * 1000);
	return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}
