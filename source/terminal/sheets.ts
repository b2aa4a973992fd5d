/** What the items and lines of a screen are at a width. */
import { freshTexts, standingOf } from '../archive/read.ts';
import { articleOf, type ListScreen, listOf, runOf, storyOf } from './held.ts';
import { linksOf } from './links.ts';
import { remember } from './memo.ts';
import type { ListName, RowOf, Screen, ScreenOf, State } from './state.ts';
import { articleLines, type TextLine } from './views/article.ts';
import { emptyLines } from './views/empty.ts';
import { helpItems } from './views/help.ts';
import { linkItem } from './views/links.ts';
import { articleItem, problemItem, storyItem } from './views/lists.ts';
import { quotationItem } from './views/quotation.ts';
import type { Item, Sheet } from './views/sheet.ts';
import { type StoryItem, storyItems } from './views/story.ts';

/** What a screen of items shows in so many columns; null for the grid and an article, which are no lists of items. */
export function sheetOf(state: State, screen: Screen, columns: number): Sheet | null {
	switch (screen.kind) {
		case 'digest':
			return listSheet(
				state,
				screen,
				'stories',
				columns,
				(row, width) => {
					const fresh = freshTexts(row.texts, state.read).length;
					return storyItem(row, width, standingOf(row.texts, state.read), fresh);
				},
				({ texts }) => ` ${freshTexts(texts, state.read).length}`,
			);
		case 'quotes':
			return listSheet(state, screen, 'quotations', columns, quotationItem);
		case 'articles':
			return listSheet(state, screen, 'articles', columns, articleItem);
		case 'problems':
			return { ...listSheet(state, screen, 'problems', columns, problemItem), gap: 0 };
		case 'story': {
			const items = itemsOf(state, screen, columns);
			return {
				total: items?.length ?? null,
				item: (at) => items?.[at] ?? null,
				gap: 0,
				empty: emptyLines(state, screen, columns),
			};
		}
		case 'links': {
			const links = linksOf(state, screen);
			return {
				total: links?.length ?? null,
				item: (at) => (links?.[at] ? linkItem(links[at], columns) : null),
				gap: 1,
				empty: emptyLines(state, screen, columns),
			};
		}
		case 'help': {
			const items = helpItems(columns, screen.words, state.keys);
			const empty = emptyLines(state, screen, columns);
			return { total: items.length, item: (at) => items[at] ?? null, gap: 0, empty };
		}
		case 'grid':
		case 'article':
			return null;
	}
}

function listSheet<List extends ListName>(
	state: State,
	screen: ListScreen,
	list: List,
	columns: number,
	linesOf: (row: RowOf[List], columns: number) => Item['lines'],
	/** What the lines hang on beside row and width. */
	how: (row: RowOf[List]) => string = () => '',
): Sheet {
	const of = { ...listOf(screen), list };
	const run = runOf(state, of);
	return {
		total: run?.total ?? null,
		item(at) {
			const row = run?.rows[at - run.first];
			if (!row) return null;
			return remember(state.memo, row, `item ${columns}${how(row)}`, () => ({
				before: [],
				lines: linesOf(row, columns),
			}));
		},
		gap: 1,
		empty: run?.total === 0 ? emptyLines(state, screen, columns) : [],
	};
}

/** The items of a story that is opened; null while it is not loaded. */
export function itemsOf(
	state: State,
	{ id, fresh }: ScreenOf<'story'>,
	columns: number,
): readonly StoryItem[] | null {
	const held = storyOf(state, id);
	if (!held) return null;
	const { story } = held;
	return story === null
		? []
		: remember(state.memo, story, `items ${columns} ${fresh.join(' ')}`, () =>
				storyItems(story, columns, new Set(fresh)),
			);
}

/** The lines of an article that is opened; null while it is not loaded. */
export function linesOf(
	state: State,
	{ id, leftOut }: ScreenOf<'article'>,
	columns: number,
): readonly TextLine[] | null {
	const held = articleOf(state, id);
	if (!held) return null;
	const { article } = held;
	return article === null
		? []
		: remember(state.memo, article, `lines ${columns} ${leftOut}`, () =>
				articleLines(article, columns, leftOut),
			);
}
