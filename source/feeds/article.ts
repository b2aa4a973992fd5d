/** An item → the text of a plain article file, and back what such a file tells of itself. */
import { readFrontMatter } from '../article/front-matter.ts';
import { compose } from '../ingest/compose.ts';
import { safeText } from '../safe.ts';
import type { Told } from './keys.ts';
import { outletOf } from './outlet.ts';
import type { Item } from './reading.ts';

export interface Kept extends Told {
	/** The feed it came from, without user and password. */
	readonly feed: string | null;
	readonly stub: boolean;
	readonly body: string;
}

/** `stub`: the outlet has more, which could not be had. */
export function articleText(
	item: Item,
	{ outlet, feed, stub }: { readonly outlet: string; readonly feed: string; readonly stub: boolean },
): string {
	const told = {
		title: headlineOf(item),
		date: item.day,
		source: item.source === null ? outlet : outletOf(item.source, item.link ?? feed),
		author: item.author,
		url: item.link,
		feed,
		stub: stub ? 'true' : null,
	};
	return `${compose(told, safeText(item.body).trim())}\n`;
}

/** Feeds that gather others' print whose it is behind the headline: "Dockers walk out - The Harbour Post". */
function headlineOf({ title, source }: Item): string | null {
	const end = source === null ? '' : ` - ${source}`;
	return end !== '' && title?.endsWith(end) ? title.slice(0, -end.length) : title;
}

/** Null where it is no file of ours any more. */
export function readKept(text: string): Kept | null {
	const head = readFrontMatter(text, 'markdown');
	if (head === null) return null;
	const block = text.slice(head.start, head.end);
	return {
		title: head.title?.text ?? null,
		url: head.url,
		day: head.day?.day ?? null,
		feed: /^feed: "(https?:[^"\s]+)"/m.exec(block)?.[1] ?? null,
		stub: /^stub: ["']?true/m.test(block),
		body: text.slice(head.end).trim(),
	};
}
