/** HTML → what is told about an article, and its words, one paragraph a block. Linear in the page; nothing of it runs. */
import type { Told } from './compose.ts';
import { countOf, layoutOf } from './page/blocks.ts';
import { bodyOf } from './page/body.ts';
import { describe } from './page/data.ts';
import { dayOfPage } from './page/date.ts';
import { type Element, plainText, textIn, treeOf } from './page/tree.ts';

export interface Page {
	readonly told: Told;
	readonly body: string;
	/** The page broke a limit: only what stands before is read. */
	readonly cut: boolean;
}

/** What is told is taken instead of what is shown when it is so much longer: the page loads its text later. */
const MUCH_LONGER = 1.5;

export function readPage(html: string): Page {
	const { root, cut } = treeOf(html);
	const head = headOf(root);
	const { told, body: toldBody, dates, changed } = describe(head);
	const layout = layoutOf(root);
	const body = bodyOf(layout, told.title);
	const shown = body.paragraphs.join('\n\n');
	const longer = toldBody !== null && countOf(toldBody) > MUCH_LONGER * countOf(shown);
	return {
		told: {
			...told,
			date: dayOfPage({ ...head, dates, changed, url: told.url }, layout, body, body.headline),
		},
		body: longer ? toldBody : shown,
		cut,
	};
}

/** What stands in a page beside its words. */
function headOf(root: Element) {
	const metas: [string, string][] = [];
	const data: string[] = [];
	const scripts: string[] = [];
	const headings: string[] = [];
	let title = '';
	let language: string | null = null;
	const walk = (element: Element) => {
		const { name, attributes } = element;
		const content = attributes.get('content') ?? attributes.get('datetime');
		const property = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
		if (property && content) metas.push([property.toLowerCase(), content]);
		if (name === 'link' && attributes.get('rel') === 'canonical')
			metas.push(['canonical', attributes.get('href') ?? '']);
		if (name === 'html') language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
		if (name === 'title' && title === '') title = textIn(element);
		if (name === 'h1') headings.push(plainText(textIn(element)));
		if (name === 'script')
			(/^application\/ld\+json/i.test(attributes.get('type') ?? '') ? data : scripts).push(textIn(element));
		for (const child of element.children) if (typeof child !== 'string') walk(child);
	};
	walk(root);
	return { metas, data, scripts, headings, title, language };
}
