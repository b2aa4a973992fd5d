/** What `y` and `Y` take: the words the bar stands at with who said them, or their source. Pure. */
import type { ArticleHead, QuotationRow } from '../archive/archive.ts';
import { type Safe, safeLine } from '../safe.ts';
import type { Span } from '../types.ts';
import { citation, reference } from '../wording.ts';
import { articleOf, listOf, rowAt, storyOf } from './held.ts';
import { own } from './lines.ts';
import { linksOf } from './links.ts';
import { itemsOf } from './sheets.ts';
import { type State, topOf } from './state.ts';
import { webLink } from './web.ts';

/** What the bar stands at: an article, a stretch of it when one is marked, and the quotation when it is one. */
interface Here {
	readonly article: ArticleHead;
	readonly words: Safe | null;
	readonly row: QuotationRow | null;
}

/** Wishes the words, or the source, into the clipboard. On one line: a line feed pasted into a shell is a command. */
export function copied(state: State, what: 'words' | 'source'): State {
	const here = hereOf(state);
	const nothing = { ...state, message: own('nothing to copy here') };
	if (!here) return nothing;
	const top = topOf(state);
	// There the words are the address.
	const link = top.kind === 'links' ? linksOf(state, top)?.[top.cursor]?.link : undefined;
	if (what === 'words' && link !== undefined) return { ...state, wish: { copy: link } };
	if (what === 'source') return { ...state, wish: { copy: reference(here.article) } };
	if (here.row)
		return { ...state, wish: { copy: safeLine(citation(here.row.quotation, here.row.actor, here.article)) } };
	if (here.words === null) return nothing;
	return { ...state, wish: { copy: safeLine(`${here.words} (${reference(here.article)})`) } };
}

/** Wishes the address of the article opened. */
export function followed(state: State): State {
	const here = hereOf(state);
	if (!here) return { ...state, message: own('no article here') };
	if (here.article.url === null) return { ...state, message: own('the article tells no address') };
	const link = webLink(here.article.url);
	return link === null
		? { ...state, message: own('its address is none of the web') }
		: { ...state, wish: { open: link } };
}

function hereOf(state: State): Here | null {
	const top = topOf(state);
	switch (top.kind) {
		case 'quotes': {
			const row = rowAt(state, { ...listOf(top), list: 'quotations' }, top.cursor);
			return row && { article: row.article, words: null, row };
		}
		case 'articles': {
			const row = rowAt(state, { ...listOf(top), list: 'articles' }, top.cursor);
			return row && { article: row.article, words: null, row: null };
		}
		case 'article': {
			const page = articleOf(state, top.id)?.article;
			if (!page) return null;
			const words = top.focus
				.map(({ start, end }) => safeLine(page.article.text.slice(start, end)))
				.join(' ');
			return {
				article: page.article,
				words: words === '' ? null : own(words),
				row: quotationAt(page.quotations, top.focus),
			};
		}
		case 'story': {
			const page = storyOf(state, top.id)?.story;
			// What an item leads to does not hang on the width.
			const item = itemsOf(state, top, 80)?.[top.cursor];
			if (!page || item?.lead.to !== 'article') return null;
			const { id, focus } = item.lead;
			const article = page.sources.get(id) ?? page.articles.find((head) => head.id === id);
			const point = page.story.points.find(
				({ from }) => from[0]?.article === id && from[0].start === focus[0]?.start,
			);
			const rows = page.quotations.filter(({ article }) => article.id === id);
			return article
				? { article, words: point ? safeLine(point.text) : null, row: quotationAt(rows, focus) }
				: null;
		}
		case 'links': {
			const article = linksOf(state, top)?.[top.cursor]?.article;
			return article ? { article, words: null, row: null } : null;
		}
		case 'digest':
		case 'grid':
		case 'problems':
		case 'help':
			return null;
	}
}

function quotationAt(rows: readonly QuotationRow[], focus: readonly Span[]): QuotationRow | null {
	const [first] = focus;
	if (!first) return null;
	const same = ({ start, end }: Span) => start === first.start && end === first.end;
	return rows.find(({ quotation }) => quotation.spans.some(same)) ?? null;
}
