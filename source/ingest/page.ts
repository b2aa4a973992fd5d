/**
 * HTML → what is told about an article, and its words, one paragraph a block. One pass over the page with no tree, so
 * that no page, however deep or broken, costs more than its length.
 */
import { Parser } from 'htmlparser2';
import type { Told } from './compose.ts';
import { describe } from './page-data.ts';

export interface Page {
	readonly told: Told;
	readonly body: string;
	/** The page broke a limit: only what stands before is read. */
	readonly cut: boolean;
}

/** Real pages reach a depth of 40 and 10,000 elements. */
const DEEPEST = 256;
const MOST = 50_000;
/** Limits are looked at between pieces of this size. */
const PIECE = 16_384;

/** Never words of an article. */
const UNSEEN =
	/^(?:script|style|noscript|template|svg|math|iframe|object|select|textarea|button|head|title)$/;
/** Mostly not the article. */
const ASIDE = /^(?:nav|aside|footer|form|figcaption|dialog|menu)$/;
const ASIDE_CLASS =
	/(?:^|[\s_-])(?:related|promo|newsletter|comments?|share|sharing|social|sidebar|breadcrumbs?|caption|footer|menu|nav|cookies?|consent|subscribe|subscription|advert|ads?|teaser|recommended|recirc|popular|trending|tags?|copyright|hidden)(?:$|[\s_-])/i;
/** Elements that do not break a line. */
const INLINE =
	/^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|img)$/;
const VOID = /^(?:br|hr|img|input|link|meta|wbr|source|area|base|col|embed|param|track)$/;

export interface Block {
	readonly text: string;
	readonly aside: boolean;
	/** Words inside links, of how many words. */
	readonly linked: number;
	readonly words: number;
}

interface Open {
	readonly name: string;
	/** Blocks before it. */
	readonly from: number;
	readonly aside: boolean;
}

interface Range {
	readonly from: number;
	readonly to: number;
}

export function readPage(html: string): Page {
	const blocks: Block[] = [];
	const ranges: Range[] = [];
	const stack: Open[] = [];
	const metas: [string, string][] = [];
	const data: string[] = [];
	const headings: string[] = [];
	let title = '';
	let time: string | null = null;
	let elements = 0;
	let unseen = 0;
	let asides = 0;
	let links = 0;
	let cut = false;
	let words: string[] = [];
	let linked: string[] = [];
	const flush = () => {
		const text = words
			.join('')
			.replace(/[ \t\n\r\f]+/g, ' ')
			.trim();
		if (text !== '') {
			const count = countOf(text);
			blocks.push({ text, aside: asides > 0, words: count, linked: countOf(linked.join('')) });
			if (stack.some(({ name }) => name === 'h1')) headings.push(text);
		}
		words = [];
		linked = [];
	};
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				elements++;
				if (name === 'meta')
					metas.push([
						(attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase(),
						attributes.content ?? '',
					]);
				if (name === 'link' && attributes.rel === 'canonical')
					metas.push(['canonical', attributes.href ?? '']);
				if (name === 'time' && asides === 0) time ??= attributes.datetime ?? null;
				if (!INLINE.test(name)) flush();
				if (VOID.test(name)) return;
				const ours = `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 300);
				const page = name === 'body' || name === 'html' || name === 'article' || name === 'main';
				const aside = !page && (ASIDE.test(name) || 'hidden' in attributes || ASIDE_CLASS.test(ours));
				stack.push({
					name: name === 'script' && attributes.type === 'application/ld+json' ? 'data' : name,
					from: blocks.length,
					aside,
				});
				if (aside) asides++;
				if (UNSEEN.test(name)) unseen++;
				if (name === 'a') links++;
				if (stack.length > DEEPEST || elements > MOST) cut = true;
			},
			ontext(text) {
				const top = stack.at(-1)?.name;
				if (top === 'data') data.push(text);
				else if (top === 'title' && stack.length < 5) title += text;
				else if (unseen === 0) {
					words.push(text);
					if (links > 0) linked.push(text);
				}
			},
			onclosetag(name) {
				if (VOID.test(name)) return;
				if (!INLINE.test(name)) flush();
				const closed = stack.pop();
				if (!closed) return;
				if (closed.aside) asides--;
				if (UNSEEN.test(name)) unseen--;
				if (name === 'a') links--;
				if (!INLINE.test(name) && blocks.length > closed.from)
					ranges.push({ from: closed.from, to: blocks.length });
				if (closed.name === 'data') data.push('\u0000');
			},
		},
		{ decodeEntities: true },
	);
	for (let at = 0; at < html.length && !cut; at += PIECE) parser.write(html.slice(at, at + PIECE));
	parser.end();
	flush();
	const described = describe({ metas, data: data.join('').split('\u0000'), title, headings, time });
	const body = bodyOf(blocks, ranges);
	const better = described.body !== null && countOf(described.body) > 1.5 * countOf(body);
	return {
		told: described.told,
		body: better ? (described.body ?? '') : body,
		cut,
	};
}

function countOf(text: string): number {
	return /\S/.test(text) ? text.trim().split(/\s+/).length : 0;
}

/** Sentences, not labels: long enough, ended, and not mostly links. */
const isProse = ({ text, words, linked, aside }: Block) =>
	!aside && words >= 10 && linked * 2 < words && /[.!?:"”’)]$/.test(text);

/** Share of a page's prose that its article holds at least. */
const SHARE = 0.75;

/** The blocks of the smallest element that holds nearly all prose; where no prose is, whatever is no aside. */
function bodyOf(blocks: readonly Block[], ranges: readonly Range[]): string {
	const sums = [0];
	for (const block of blocks) sums.push((sums.at(-1) ?? 0) + (isProse(block) ? block.words : 0));
	const prose = ({ from, to }: Range) => (sums[to] ?? 0) - (sums[from] ?? 0);
	const all = { from: 0, to: blocks.length };
	const total = prose(all);
	let best: Range = all;
	for (const range of ranges) {
		if (range.to - range.from < best.to - best.from && prose(range) >= SHARE * total) best = range;
	}
	const inside = blocks.slice(best.from, best.to);
	const kept = inside.filter(({ aside, words, linked }) => !aside && (linked * 2 < words || linked < 2));
	return (kept.length > 0 ? kept : inside).map(({ text }) => text).join('\n\n');
}
