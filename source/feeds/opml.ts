/** OPML, in which programs hand lists of feeds to each other: folders are tags here. */
import { parseOpml } from 'feedsmith';
import { safeLine } from '../safe.ts';
import { cleanUrl, shownUrl } from './address.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

interface Outline {
	readonly text?: string | undefined;
	readonly title?: string | undefined;
	readonly category?: string | undefined;
	readonly xmlUrl?: string | undefined;
	readonly outlines?: readonly Outline[] | undefined;
}

/** Null when it is no OPML. In the order of the file; of an address that comes twice the first. */
export function readOpml(text: string): Subscriptions | null {
	const top = outlinesOf(text);
	if (top === null) return null;
	const byUrl = new Map<string, Subscription>();
	const skipped: { line: number; message: string }[] = [];
	// By hand, since folders may be nested deeper than calls can be.
	const waiting = top.map((outline) => ({ outline, folders: [] as readonly string[] })).reverse();
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { outline, folders } = next;
		const name = safeLine(outline.title ?? outline.text ?? '') || null;
		const address = outline.xmlUrl?.trim();
		if (address) {
			const url = cleanUrl(address);
			if (url === null)
				skipped.push({
					line: 0,
					message: `“${safeLine(address.slice(0, 80))}” is no address of a feed; skipped`,
				});
			else if (!byUrl.has(url))
				byUrl.set(url, {
					url,
					title: isAddress(name) ? null : name,
					tags: [...new Set([...folders, ...tagsOf(outline.category)])],
				});
		}
		const inside = name === null || address ? folders : [...folders, name].slice(0, MOST_FOLDERS);
		for (const child of [...(outline.outlines ?? [])].reverse())
			waiting.push({ outline: child, folders: inside });
	}
	return { subscriptions: [...byUrl.values()], skipped };
}

const MOST_FOLDERS = 8;

/** Where nobody gave it a name programs write the address. */
const isAddress = (name: string | null) => name !== null && /^https?:\/\//i.test(name);

function outlinesOf(text: string): readonly Outline[] | null {
	try {
		return parseOpml(text).body?.outlines ?? [];
	} catch {
		return null;
	}
}

/** "/News/World,economy": categories are separated by commas, their steps by strokes. */
function tagsOf(category: string | undefined): readonly string[] {
	return (category ?? '')
		.slice(0, 2000)
		.split(',')
		.map((tag) => safeLine(tag.replace(/^\s*\//, '')))
		.filter((tag) => tag !== '');
}

/** OPML 2.0, each feed once, in the folder of its first tag; all its tags are its categories. */
export function writeOpml(subscriptions: readonly Subscription[]): string {
	const folders = new Map<string, Subscription[]>();
	for (const one of subscriptions) {
		const folder = one.tags[0] ?? '';
		const feeds = folders.get(folder);
		if (feeds) feeds.push(one);
		else folders.set(folder, [one]);
	}
	const lines = [...folders].flatMap(([folder, feeds]) =>
		folder === ''
			? feeds.map((feed) => `    ${outline(feed)}`)
			: [
					`    <outline text="${escaped(folder)}">`,
					...feeds.map((feed) => `      ${outline(feed)}`),
					'    </outline>',
				],
	);
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<opml version="2.0">',
		'  <head>',
		'    <title>Quotidian</title>',
		'  </head>',
		'  <body>',
		...lines,
		'  </body>',
		'</opml>',
	].join('\n')}\n`;
}

function outline({ url, title, tags }: Subscription): string {
	const address = shownUrl(url);
	const name = escaped(title ?? address);
	const more = tags.slice(1).map((tag) => tag.replaceAll(',', ' '));
	const category = more.length > 0 ? ` category="${escaped(more.join(','))}"` : '';
	return `<outline type="rss" text="${name}"${title === null ? '' : ` title="${name}"`} xmlUrl="${escaped(address)}"${category}/>`;
}

const SIGNS: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** What XML cannot hold at all is left out by `safeLine`. */
function escaped(text: string): string {
	return safeLine(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
