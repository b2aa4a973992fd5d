/** A tree → its text in blocks, as a reader sees them: paragraphs, headings, labels; and which block stands in which element. */
import type { Element } from './tree.ts';

export interface Block {
	readonly text: string;
	readonly words: number;
	/** Words inside links. */
	readonly linked: number;
	/** The nearest element that is laid out as a block. */
	readonly element: Element;
}

/** Half-open, in blocks. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

export interface Layout {
	readonly blocks: readonly Block[];
	/** Of every element that is laid out as a block, inner before outer. */
	readonly ranges: ReadonlyMap<Element, Range>;
	readonly parents: ReadonlyMap<Element, Element>;
	/** Elements that may tell a day, with the block in which they stand. */
	readonly marks: readonly { readonly element: Element; readonly at: number }[];
}

/** Never words of an article. */
const UNSEEN =
	/^(?:script|style|noscript|template|svg|math|iframe|object|select|textarea|button|head|title|audio|video|canvas|map|datalist)$/;
/** Elements that do not break a line. */
const INLINE =
	/^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|img|svg|script|style|noscript|template|button)$/;

/** Within a line, but not in it: cards that open over a name, and words for screen readers alone. */
const FLOATING =
	/(?:^|\s)(?:(?:tooltip|popover|rollover|hover-?card)[\w-]{0,40}[-_](?:text|content|body|inner|block|box)|sr-only|screen-reader-text|visually-?hidden)(?:$|\s)/i;

export function layoutOf(root: Element): Layout {
	const blocks: Block[] = [];
	const ranges = new Map<Element, Range>();
	const parents = new Map<Element, Element>();
	const marks: { element: Element; at: number }[] = [];
	let words: string[] = [];
	let linked: string[] = [];
	let links = 0;
	let breaks = 0;
	let block = root;
	const flush = () => {
		const text = collapsed(words.join(''));
		if (text !== '')
			blocks.push({
				text,
				words: countOf(text),
				linked: countOf(linked.join('')),
				element: block,
			});
		words = [];
		linked = [];
	};
	const walk = (element: Element) => {
		for (const child of element.children) {
			if (typeof child === 'string') {
				if (/\S/.test(child)) breaks = 0;
				words.push(child);
				if (links > 0) linked.push(child);
				continue;
			}
			if (child.name === 'br') {
				breaks++;
				if (breaks === 2) flush();
				else words.push(' ');
				continue;
			}
			parents.set(child, element);
			if (UNSEEN.test(child.name)) continue;
			const inline = INLINE.test(child.name);
			if (inline && (isHidden(child) || FLOATING.test(child.attributes.get('class') ?? ''))) continue;
			const outer = block;
			const from = blocks.length;
			if (!inline) {
				flush();
				block = child;
			}
			if (child.name === 'a') links++;
			if (tellsDay(child)) marks.push({ element: child, at: blocks.length });
			walk(child);
			if (!inline) {
				flush();
				block = outer;
				ranges.set(child, { from, to: blocks.length });
			}
			if (child.name === 'a') links--;
		}
	};
	walk(root);
	flush();
	ranges.set(root, { from: 0, to: blocks.length });
	return { blocks, ranges, parents, marks };
}

const collapsed = (text: string) => text.replace(/[ \t\n\r\f]+/g, ' ').trim();

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

export function countOf(text: string): number {
	if (!/\S/.test(text)) return 0;
	const spaced = text.trim().split(/\s+/).length;
	// Chinese and Japanese do without spaces.
	return text.length < 8 * spaced ? spaced : Math.max(spaced, (text.match(UNSPACED)?.length ?? 0) >> 1);
}

export function isHidden({ attributes }: Element): boolean {
	return (
		attributes.has('hidden') ||
		attributes.get('aria-hidden') === 'true' ||
		/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get('style') ?? '')
	);
}

const DATED = /date|time|publi|posted|created|datum|fecha|meta|byline/i;

function tellsDay({ name, attributes }: Element): boolean {
	return (
		name === 'time' ||
		name === 'abbr' ||
		DATED.test(attributes.get('class') ?? '') ||
		DATED.test(attributes.get('itemprop') ?? '')
	);
}
