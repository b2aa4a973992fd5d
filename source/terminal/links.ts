/** The addresses of a screen's articles. Pure. */
import type { ArticleHead } from '../archive/archive.ts';
import type { Safe } from '../safe.ts';
import { articleOf, listOf, runOf, storyOf } from './held.ts';
import { panesOf } from './panes.ts';
import { settle } from './settle.ts';
import { atStart, push, type ScreenOf, type State, topOf } from './state.ts';
import { webLink } from './web.ts';

export interface Link {
	readonly article: ArticleHead;
	readonly link: Safe;
}

/** Shows the addresses of the articles on the screen. */
export function toLinks(state: State): State {
	const top = topOf(state);
	const screen = (of: ScreenOf<'links'>['of']) => push(state, { ...atStart(top.place), kind: 'links', of });
	switch (top.kind) {
		case 'digest': {
			const row = runOf(state, { ...listOf(top), list: 'stories' });
			const story = row?.rows[top.cursor - row.first]?.story;
			return story ? screen({ what: 'story', id: story.id }) : state;
		}
		case 'story':
		case 'article':
			return screen({ what: top.kind, id: top.id });
		case 'quotes':
		case 'articles':
			return screen({ what: 'heads', heads: headsShown(state, top) });
		default:
			return state;
	}
}

/** The articles of the rows from the top of the window on, as many as it could hold. */
function headsShown(state: State, screen: ScreenOf<'quotes' | 'articles'>): readonly ArticleHead[] {
	const pane = panesOf(state, settle).find(({ focused }) => focused);
	const list = screen.kind === 'quotes' ? ('quotations' as const) : ('articles' as const);
	const run = runOf(state, { ...listOf(screen), list });
	if (!pane || !run) return [];
	const first = Math.max(0, pane.screen.top - run.first);
	return run.rows.slice(first, first + pane.rows).map(({ article }) => article);
}

/** Each address once; null while the articles are not loaded. */
export function linksOf(state: State, { of }: ScreenOf<'links'>): readonly Link[] | null {
	const heads = headsOf(state, of);
	if (!heads) return null;
	const links = new Map<Safe, Link>();
	for (const article of heads) {
		const link = webLink(article.url);
		if (link !== null && !links.has(link)) links.set(link, { article, link });
	}
	return [...links.values()];
}

function headsOf(state: State, of: ScreenOf<'links'>['of']): readonly ArticleHead[] | null {
	if (of.what === 'heads') return of.heads;
	if (of.what === 'story') {
		const held = storyOf(state, of.id);
		return held && (held.story?.articles ?? []);
	}
	const held = articleOf(state, of.id);
	return held && (held.article ? [held.article.article] : []);
}
