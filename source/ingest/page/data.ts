/** What a page tells of its article: JSON-LD first, which is written for machines, then meta, then what readers see. */
import { oneLine, type Told } from '../compose.ts';
import { isObject, wordsOf } from '../records.ts';
import { plainText } from './tree.ts';

interface Seen {
	readonly metas: readonly (readonly [string, string])[];
	/** Contents of JSON-LD scripts. */
	readonly data: readonly string[];
	readonly title: string;
	readonly headings: readonly string[];
}

const ARTICLE = /(?:Article|BlogPosting|Report|Review|Recipe)$/;
/** Objects of JSON-LD that are looked at. */
const MOST = 2000;

const METAS = {
	title: ['og:title', 'twitter:title', 'headline', 'dc.title'],
	source: ['og:site_name', 'application-name', 'dc.publisher'],
	author: ['author', 'byl', 'article:author_name', 'parsely-author', 'dc.creator'],
	url: ['canonical', 'og:url'],
} as const;

export interface Described {
	readonly told: Omit<Told, 'date'>;
	readonly body: string | null;
	/** Days of publication as JSON-LD gives them, the article's own first. */
	readonly dates: readonly string[];
	/** Days of the last change, of JSON-LD and meta. */
	readonly changed: readonly string[];
}

export function describe(seen: Seen): Described {
	const meta = (keys: readonly string[]) =>
		keys
			.map((key) => seen.metas.find(([name, value]) => name === key && value.trim() !== '')?.[1])
			.find((value) => value !== undefined) ?? null;
	const objects = objectsIn(seen.data);
	const article = objects.find(isArticle) ?? null;
	const of = (key: string) => {
		const words = article && Object.hasOwn(article, key) ? wordsOf(article[key]) : null;
		return words === null ? null : plainText(words);
	};
	const source = of('publisher') ?? meta(METAS.source);
	const url = meta(METAS.url) ?? of('url');
	return {
		told: {
			title: titleOf(seen, of('headline'), meta(METAS.title), source),
			source,
			author: of('author') ?? meta(METAS.author),
			url: url !== null && /^https?:\/\//i.test(url) ? url : null,
		},
		body: of('articleBody'),
		dates: valuesOf([...(article ? [article] : []), ...objects], 'datePublished'),
		changed: [
			...valuesOf(objects, 'dateModified'),
			...seen.metas.filter(([name]) => CHANGED.test(name)).map(([, value]) => value),
		],
	};
}

const CHANGED = /^(?:article:modified_time|og:updated_time|datemodified)$/;

function valuesOf(objects: readonly Json[], key: string): string[] {
	return objects.flatMap((object) => (Object.hasOwn(object, key) ? (wordsOf(object[key]) ?? []) : []));
}

type Json = { readonly [key: string]: unknown };

const isArticle = (value: Json) =>
	[value['@type']].flat(1).some((type) => typeof type === 'string' && ARTICLE.test(type));

/** In breadth; broken scripts tell nothing. */
function objectsIn(scripts: readonly string[]): readonly Json[] {
	const queue: unknown[] = scripts.map(parsed);
	const objects: Json[] = [];
	for (let i = 0; i < queue.length && i < MOST; i++) {
		const value = queue[i];
		if (Array.isArray(value)) for (const one of value.slice(0, MOST)) queue.push(one);
		else if (isObject(value)) {
			objects.push(value);
			for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
				if (Object.hasOwn(value, key)) queue.push(value[key]);
		}
	}
	return objects;
}

/** A comment around a script is no longer than this. */
const WRAPPED = 200;

/** Many pages print line ends inside strings, wrap the script in comments, or end a list with a comma. */
function parsed(script: string): unknown {
	const from = script.slice(0, WRAPPED).search(/(?<!<!|CDATA)[[{]/);
	const inside = script.slice(Math.max(0, from));
	const mark = inside.lastIndexOf(']]>');
	const last = mark >= 0 && mark > inside.length - WRAPPED ? mark : inside.length;
	const body = inside.slice(0, last);
	const text = body.slice(0, Math.max(body.lastIndexOf(']'), body.lastIndexOf('}')) + 1);
	for (const attempt of [text, text.replace(/\p{Cc}+/gu, ' ').replace(/,(?=\s{0,20}[\]}])/g, '')]) {
		try {
			return JSON.parse(attempt);
		} catch {}
	}
	return null;
}

/** The headline that readers see, when what machines are told confirms it; else what machines are told. */
function titleOf(
	seen: Seen,
	headline: string | null,
	meta: string | null,
	source: string | null,
): string | null {
	const plain = (title: string | null) => withoutSite(oneLine(title), source, seen.headings) ?? [];
	const machines = [headline, meta].flatMap(plain);
	const told = machines.length > 0 ? machines : [seen.title].flatMap(plain);
	const shown = seen.headings.map((heading) => oneLine(heading)).filter((heading) => heading !== null);
	const alike = shown.find((heading) => told.some((title) => isAlike(heading, title)));
	return (alike && withoutSite(alike, source, [])) ?? told[0] ?? shown[0] ?? null;
}

const LETTERS = /[\p{L}\p{N}]+/gu;

/** Half of the words of each stand in the other. */
function isAlike(one: string, other: string): boolean {
	const [a, b] = [one, other].map((title) => new Set(title.toLowerCase().match(LETTERS) ?? []));
	if (!a || !b) return false;
	const both = [...a].filter((word) => b.has(word)).length;
	return both > 0 && 2 * both >= Math.max(a.size, b.size);
}

/** "Headline | Outlet" without the outlet. */
function withoutSite(
	title: string | null,
	source: string | null,
	headings: readonly string[],
): string | null {
	if (title === null) return null;
	const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
	for (const sign of [' | ', ' - ', ' – ', ' — ', ' • ', ' · ', ' :: ', ' » ', ': ']) {
		const at = title.lastIndexOf(sign);
		if (at <= 0) continue;
		const [head, tail] = [title.slice(0, at), title.slice(at + sign.length)];
		if (source !== null && plain(tail) === plain(source)) return head;
		if (headings.some((heading) => plain(heading) === plain(head))) return head;
		if (sign === ' | ') return head;
	}
	return title;
}
