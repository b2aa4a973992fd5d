/** What `y` and `Y` take: the words the bar stands at with who said them, or their source. Pure. */
import type { ArticleHead, QuotationRow } from '../archive/archive.ts';
import { type Safe, safeLine } from '../safe.ts';
import type { Span } from '../types.ts';
import { citation, reference } from '../wording.ts';
import { articleOf, listOf, rowAt, storyOf } from './held.ts';
import { own } from './lines.ts';
import { itemsOf } from './sheets.ts';
import { type State, topOf } from './state.ts';

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
	if (what === 'source') return { ...state, wish: { copy: reference(here.article) } };
	if (here.row)
		return { ...state, wish: { copy: safeLine(citation(here.row.quotation, here.row.actor, here.article)) } };
	if (here.words === null) return nothing;
	return { ...state, wish: { copy: safeLine(`${here.words} (${reference(here.article)})`) } };
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
