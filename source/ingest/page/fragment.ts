/** A piece of HTML that is all article, as feeds carry it → its words, one paragraph a block. */
import { layoutOf } from './blocks.ts';
import { plainText, treeOf } from './tree.ts';

/** Tags of HTML; "<3" and "a < b" are somebody's words. */
const TAGGED = /<(?:\/?[a-z][a-z0-9]{0,15}(?=[\s/>])|!--)/i;
const ENDED = /[.!?:…"”’)»。！？।۔؟]$/;
/** Longer than any "Continue reading on our site". */
const LABEL = 12;

/** Blocks that are nothing but a link, as "Read more" is, are left out, unless there is nothing else. */
export function fragmentText(html: string): string {
	if (!TAGGED.test(html))
		return html
			.split(/\n\s{0,99}\n/)
			.map((paragraph) => plainText(paragraph).replace(/\s+/g, ' ').trim())
			.filter((paragraph) => paragraph !== '')
			.join('\n\n');
	const { blocks } = layoutOf(treeOf(html).root);
	const own = blocks.filter(
		({ text, words, linked }) => linked < words || (words >= LABEL && ENDED.test(text)),
	);
	return (own.length > 0 ? own : blocks).map(({ text }) => text).join('\n\n');
}
