/** Which blocks of a page are its article: where its prose is densest, without what is named as something else. */
import { type Block, isHidden, type Layout, type Range } from './blocks.ts';
import type { Element } from './tree.ts';

/** Mostly not the article. */
const ASIDE = /^(?:form|figcaption|header)$/;
/** Not the article, unless it holds nearly all there is. */
const BESIDE = /^(?:nav|aside|footer|dialog|menu)$/;
const ASIDE_CLASS =
	/(?:^|[\s_-])(?:related|promo|newsletter|share|sharing|social|sidebar|breadcrumbs?|caption|footer|menu|nav|navbar|cookies?|consent|subscribe|subscription|advert|advertisement|ads?|teasers?|recommend(?:ed|ations?)?|recirc|popular|trending|tags?|copyright|hidden|modal|popup|author-?bio|signup|toc|outbrain|taboola|banner|disclaimer|credits?)(?:$|[\s_-])/i;
/** What others wrote, quoted in the article. */
const EMBEDDED = /embed|tweet|quote/i;
/** Says so even where it holds most words of the page. */
const COMMENTS = /(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|replies|discussion)(?:$|[\s_-])/i;

/** Sentences, not labels: long enough, ended, and not mostly links. */
const isProse = ({ text, words, linked }: Block) => words >= 8 && linked * 2 < words && ENDED.test(text);

const isNoLink = ({ words, linked }: Block) => words >= 3 && linked * 2 < words;
const FEWEST_WORDS = 30;

const ENDED = /[.!?:…"”’)»。！？।۔؟]$/;

/** The article's element holds so much of what is prose and not named as something else. */
const SHARE = 0.7;
/** What is named as something else, or not shown, is the article all the same when it holds more of the prose than this. */
const MOST_ASIDE = 0.3;
const MOST_COMMENTS = 0.9;
const MOST_HIDDEN = 0.6;
/** One element that holds this much, where the rest is scattered in scraps, as teasers of other stories are. */
const DENSE = 0.4;
const MOST_SOLID = 0.2;
/** So many paragraphs in one element are no teaser. */
const SOLID_BLOCKS = 3;
const FEWEST_BLOCKS = 2;

export interface Body extends Range {
	readonly paragraphs: readonly string[];
	/** The block that is the headline. */
	readonly headline: number | null;
}

export function bodyOf(layout: Layout, title: string | null): Body {
	const { blocks, ranges, parents } = layout;
	const sentences = blocks.reduce((sum, block) => sum + (isProse(block) ? block.words : 0), 0);
	// A page without a sentence, as a list of results is, has its words where no links are.
	const tells = sentences >= FEWEST_WORDS ? isProse : isNoLink;
	const prose = sumOf(blocks, (block) => (tells(block) ? block.words : 0));
	const total = prose(0, blocks.length);
	const aside = new Uint8Array(blocks.length);
	for (const [element, { from, to }] of ranges) {
		const share = total === 0 ? 0 : prose(from, to) / total;
		if (isAside(element, share)) aside.fill(1, from, to);
	}
	const counts = (block: Block, i: number) => tells(block) && !aside[i];
	const left = sumOf(blocks, (block, i) => (counts(block, i) ? block.words : 0));
	const all = { from: 0, to: blocks.length };
	const wanted = Math.max(1, SHARE * left(0, blocks.length));
	let best: Range = all;
	for (const range of ranges.values()) {
		if (range.to - range.from < best.to - best.from && left(range.from, range.to) >= wanted) best = range;
	}
	const chosen = named(layout, best, left) ?? densest(layout, best, counts, left);
	best = chosen ?? best;
	const headline = headlineIn(blocks, title);
	best = { ...best, from: underHeadline(best, left, headline) };
	const kept: string[] = [];
	for (let i = best.from; i < best.to; i++) {
		const block = blocks[i];
		if (!block || aside[i]) continue;
		const quoted = [block.element, parents.get(block.element)].some((one) => one?.name === 'blockquote');
		const sentence = block.words >= 8 && ENDED.test(block.text);
		if (!quoted && !sentence && block.linked * 2 >= block.words && block.linked >= 2) continue;
		kept.push(block.text);
	}
	return { ...best, paragraphs: kept, headline };
}

const BODY_CLASS =
	/(?:^|\s)(?:[a-z]+[-_]{1,2})?(?:article|story|entry|post|news)(?:[-_]{0,2}(?:body|content|text))(?:$|\s|[-_]{2})/i;
const LEAST_NAMED = 0.35;

/** The elements that are called the article's body, when they hold much of it: one, or several of the same class. */
function named({ ranges }: Layout, within: Range, left: (from: number, to: number) => number): Range | null {
	const sums = new Map<string, Range & { words: number }>();
	for (const [{ attributes }, range] of ranges) {
		if (range.from < within.from || range.to > within.to || range.to === range.from) continue;
		const name = attributes.get('class') ?? '';
		if (attributes.get('itemprop') !== 'articleBody' && !BODY_CLASS.test(name)) continue;
		const sum = sums.get(name) ?? { from: range.from, to: range.from, words: 0 };
		// One inside another of its class adds nothing.
		if (range.from < sum.to) continue;
		sums.set(name, { from: sum.from, to: range.to, words: sum.words + left(range.from, range.to) });
	}
	let found: (Range & { words: number }) | null = null;
	for (const sum of sums.values()) {
		if (sum.words < LEAST_NAMED * left(within.from, within.to) || sum.words < 0.7 * left(sum.from, sum.to))
			continue;
		if (found === null || sum.words > found.words) found = sum;
	}
	return found;
}

/** What stands above the page's one headline is no part of its article, and the first sentences below it are. */
function underHeadline(
	{ from, to }: Range,
	left: (from: number, to: number) => number,
	only: number | null,
): number {
	if (only === null) return from;
	if (only > from) return left(only, to) > 0.5 * left(from, to) ? only : from;
	for (let i = Math.max(only, from - FARTHEST_LEDE); i < from; i++) if (left(i, i + 1) > 0) return i;
	return from;
}

const FARTHEST_LEDE = 15;

/** The heading that says what the page says its title is, else the only one of the first rank. */
function headlineIn(blocks: readonly Block[], title: string | null): number | null {
	const told = title === null ? null : lettersOf(title);
	const headings = blocks.flatMap(({ element }, i) => (/^h[12]$/.test(element.name) ? [i] : []));
	const same = headings.find((i) => told !== null && lettersOf(blocks[i]?.text ?? '') === told);
	if (same !== undefined) return same;
	const first = headings.filter((i) => blocks[i]?.element.name === 'h1');
	return first.length === 1 ? (first[0] ?? null) : null;
}

const lettersOf = (text: string) =>
	text
		.slice(0, 300)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

/** The element whose own paragraphs are most, when what else `within` holds is scraps. */
function densest(
	{ blocks, ranges, parents }: Layout,
	within: Range,
	counts: (block: Block, at: number) => boolean,
	left: (from: number, to: number) => number,
): Range | null {
	const own = new Map<Element, { words: number; blocks: number }>();
	for (let i = within.from; i < within.to; i++) {
		const block = blocks[i];
		if (!block || !counts(block, i)) continue;
		let holder = block.element;
		while (PARAGRAPH.test(holder.name) || isOne(ranges.get(holder))) {
			const parent = parents.get(holder);
			if (!parent || !ranges.has(parent)) break;
			holder = parent;
		}
		const sum = own.get(holder) ?? { words: 0, blocks: 0 };
		own.set(holder, { words: sum.words + block.words, blocks: sum.blocks + 1 });
	}
	let top: Element | null = null;
	let solid = 0;
	for (const [element, { words, blocks }] of own) {
		if (blocks >= SOLID_BLOCKS) solid += words;
		if (words > (top ? (own.get(top)?.words ?? 0) : 0)) top = element;
	}
	const range = top ? ranges.get(top) : undefined;
	if (!top || !range || (own.get(top)?.blocks ?? 0) < FEWEST_BLOCKS) return null;
	const inside = left(range.from, range.to);
	let solidInside = 0;
	for (const [element, { words, blocks }] of own) {
		const at = ranges.get(element);
		if (at && blocks >= SOLID_BLOCKS && at.from >= range.from && at.to <= range.to) solidInside += words;
	}
	const enough = inside >= DENSE * left(within.from, within.to);
	return enough && solid - solidInside <= MOST_SOLID * inside ? range : null;
}

const isOne = (range: Range | undefined) => range !== undefined && range.to - range.from === 1;

const PARAGRAPH = /^(?:p|li|ul|ol|dl|h[1-6]|blockquote|td|th|tr|tbody|table|dd|dt|pre)$/;

function isAside(element: Element, share: number): boolean {
	const { name, attributes } = element;
	if (share < MOST_HIDDEN && (isHidden(element) || BESIDE.test(name))) return true;
	if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false;
	const called = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 300);
	if (COMMENTS.test(called)) return share < MOST_COMMENTS;
	return share < MOST_ASIDE && (ASIDE.test(name) || (ASIDE_CLASS.test(called) && !EMBEDDED.test(called)));
}

function sumOf(
	blocks: readonly Block[],
	worth: (block: Block, at: number) => number,
): (from: number, to: number) => number {
	const sums = [0];
	for (const [i, block] of blocks.entries()) sums.push((sums[i] ?? 0) + worth(block, i));
	return (from, to) => (sums[to] ?? 0) - (sums[from] ?? 0);
}
