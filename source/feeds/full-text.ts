/** When a feed prints only how an article begins: whether it does, and which of two texts is the fuller one. Pure. */
import { countOf } from '../ingest/page/blocks.ts';
import type { Item } from './reading.ts';

/** A text of so many words is whole, unless it says that there is more. */
const WHOLE = 150;
/** One that says there is more says it at its end. */
const END = 120;
const MORE =
	/(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\b(?:read|see|view|find out) (?:more|the (?:full|rest|whole|entire)|full)\b.{0,80}|\bcontinue reading\b.{0,80}|\bread (?:on|the article)\b.{0,60}|\bfull (?:story|article|text)\b.{0,60})[\s.»→>]*$/iu;
/** Programs that make feeds put it under each item. */
const FOOTER = /\s*\bThe post .{1,400} (?:appeared first|first appeared) on .{1,200}$/su;
const LONGEST_FOOTER = 700;

/** Without what stands below each article of such a feed. */
export function withoutFooter(text: string): string {
	const at = text.lastIndexOf('The post ');
	if (at < 0 || text.length - at > LONGEST_FOOTER) return text;
	return text.slice(0, at) + text.slice(at).replace(FOOTER, '');
}

/** Whether a text says at its end that there is more. */
export function saysMore(text: string): boolean {
	return MORE.test(withoutFooter(text.trimEnd()).slice(-END));
}

/** Whether the article may go on on its page. */
export function mayBeStub({ body, cut }: Item): boolean {
	return cut || countOf(body) < WHOLE;
}

/** A page's text is taken when it is so much longer, */
const LONGER = 1.2;
const FEWEST = 40;
/** and holds so many of the words that the feed prints: it might be a wall, or another article. */
const SHARED = 0.5;

/** The page's text where it is the fuller one of the same article, else null. */
export function fullerText({ title, body }: Item, page: string): string | null {
	const words = countOf(page);
	if (words < FEWEST || words < LONGER * countOf(body)) return null;
	const wanted = wordsOf(`${title ?? ''} ${body.slice(0, 3000)}`);
	if (wanted.size === 0) return page;
	const there = wordsOf(page);
	const shared = [...wanted].filter((word) => there.has(word)).length;
	return shared >= SHARED * wanted.size ? page : null;
}

/** A page that tells nothing beyond what the feed prints shows that the feed prints all of it. */
export function isAllThereIs({ body, cut }: Item, page: string): boolean {
	return countOf(page) >= FEWEST_SHOWN && countOf(page) < LONGER * countOf(body) && !cut;
}

const FEWEST_SHOWN = 10;

/** A page that ends like this shows the rest to others. */
const WALL =
	/\b(?:subscrib\w*|sign (?:in|up)|log in|register|become a member|join)\b.{0,80}\bto (?:continue|keep|go on|read|unlock|see)\b/isu;
const WALL_AT_END = 300;

export function endsAtWall(page: string): boolean {
	return WALL.test(page.slice(-WALL_AT_END));
}

/** Words that tell something: not "the" and "said". */
const wordsOf = (text: string) =>
	new Set(
		(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3 || /\d/.test(word)),
	);
