/** HTML → a small tree, with limits on everything that a page may have too much of. Scripts are text here, and stay so. */
import { Parser } from 'htmlparser2';

export interface Element {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: (Element | string)[];
}

export interface Tree {
	readonly root: Element;
	/** The page broke a limit: only what stands before is here. */
	readonly cut: boolean;
}

/** Real pages reach a depth of 40 and 10,000 elements. Deeper elements are laid into the one at this depth. */
const DEEPEST = 256;
/** Elements that are never closed nest as well, and must not cost the rest of the page; the parser's work grows with them. */
const DEEPEST_OPEN = 2000;
const MOST_ELEMENTS = 60_000;
/** Opening, closing and wrong ones. */
const MOST_TAGS = 250_000;
const MOST_ATTRIBUTES = 64;
const LONGEST_ATTRIBUTE = 4000;
/** Limits are looked at between pieces of this size. */
const PIECE = 16_384;

export function treeOf(html: string): Tree {
	const root: Element = { name: '', attributes: new Map(), children: [] };
	const open: Element[] = [root];
	let elements = 0;
	let cut = false;
	const parser = new Parser({
		onopentag(name, given) {
			elements++;
			if (elements > MOST_ELEMENTS || open.length > DEEPEST_OPEN) cut = true;
			const top = open.at(-1) ?? root;
			// A name that stands for one more at the same depth, so that what closes it closes nothing else.
			if (cut || open.length > DEEPEST) {
				open.push(top);
				return;
			}
			const element: Element = { name, attributes: attributesOf(given), children: [] };
			top.children.push(element);
			open.push(element);
		},
		ontext(text) {
			const children = (open.at(-1) ?? root).children;
			if (!cut) children.push(text);
		},
		onclosetag() {
			if (open.length > 1) open.pop();
		},
	});
	const end = endOfTags(html);
	if (end < html.length) cut = false;
	for (let at = 0; at < end && !cut; at += PIECE) parser.write(html.slice(at, Math.min(end, at + PIECE)));
	parser.end();
	return { root, cut: cut || end < html.length };
}

function attributesOf(given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
	const attributes = new Map<string, string>();
	for (const name in given) {
		if (attributes.size === MOST_ATTRIBUTES) break;
		if (Object.hasOwn(given, name)) attributes.set(name, (given[name] ?? '').slice(0, LONGEST_ATTRIBUTE));
	}
	return attributes;
}

/** Where the page has had as many tags as are read. */
function endOfTags(html: string): number {
	let at = -1;
	for (let count = 0; count <= MOST_TAGS; count++) {
		at = html.indexOf('<', at + 1);
		if (at < 0) return html.length;
	}
	return at;
}

/** Words that were written for HTML, as a reader sees them: without tags, and `&amp;` as the sign it stands for. */
export function plainText(markup: string): string {
	return /[<&]/.test(markup) ? textIn(treeOf(markup).root) : markup;
}

/** Everything in it, scripts too. */
export function textIn({ children }: Element): string {
	return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
