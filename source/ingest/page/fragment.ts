/** A piece of HTML that is all article, as feeds carry it → its words, one paragraph a block. */
import { isHidden, layoutOf } from './blocks.ts';
import { type Element, plainText, treeOf } from './tree.ts';

/** Tags of HTML; "<3" and "a < b" are somebody's words. */
const TAGGED = /<(?:\/?[a-z][a-z0-9]{0,15}(?=[\s/>])|!--)/i;
const ENDED = /[.!?:…"”’)»。！？।۔؟]$/;
/** Longer than any "Continue reading on our site". */
const LABEL = 12;

/** Stands beside the article, also in a feed. */
const BESIDE = /^(?:figcaption|nav|form|aside)$/;

/**
 * Left out are blocks that are nothing but a link, as "Read more" is, captions, and what is not shown; unless there is
 * nothing else.
 */
export function fragmentText(html: string): string {
	if (!TAGGED.test(html))
		return html
			.split(/\n\s{0,99}\n/)
			.map((paragraph) => plainText(paragraph).replace(/\s+/g, ' ').trim())
			.filter((paragraph) => paragraph !== '')
			.join('\n\n');
	const { blocks, parents } = layoutOf(treeOf(html).root);
	const known = new Map<Element, boolean>();
	const own = blocks.filter(
		({ element, text, words, linked }) =>
			(linked < words || (words >= LABEL && ENDED.test(text))) && !isBeside(element, parents, known),
	);
	return (own.length > 0 ? own : blocks).map(({ text }) => text).join('\n\n');
}

/** Whether an element is, or is inside, one that stands beside the article; `known` spares going up twice. */
function isBeside(
	element: Element,
	parents: ReadonlyMap<Element, Element>,
	known: Map<Element, boolean>,
): boolean {
	const way: Element[] = [];
	let beside = false;
	for (let one: Element | undefined = element; one; one = parents.get(one)) {
		const before = known.get(one);
		beside = before ?? (BESIDE.test(one.name) || isHidden(one));
		if (before !== undefined) break;
		way.push(one);
		if (beside) break;
	}
	for (const one of way) known.set(one, beside);
	return beside;
}
