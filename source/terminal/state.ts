/** All that the screen knows: where the reader stands, what is held of the archive, and how large the window is. */
import type {
	ActorName,
	ActorRow,
	ArticleHead,
	ArticlePage,
	ArticleRow,
	Cell,
	Cut,
	Key,
	Overview,
	Page,
	Place,
	QuotationRow,
	StoryPage,
	StoryRow,
	UnreadStory,
} from '../archive/archive.ts';
import type { Safe } from '../safe.ts';
import type { Day, Id, Problem, Span } from '../types.ts';
import { KEYS, type KeyRow } from './keys.ts';
import type { Memo } from './memo.ts';

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** The four views, in the order of their keys. */
export const VIEWS = ['digest', 'quotes', 'grid', 'articles'] as const;
export type View = (typeof VIEWS)[number];

/** What the keys mean: walk the news, type a query, or answer a question. */
export type Mode = 'browse' | 'type' | 'ask';

export type ScreenKind = View | 'story' | 'article' | 'links' | 'problems' | 'help';

interface Standing {
	readonly place: Place;
	/** Which item the bar stands at; in an article nothing. */
	readonly cursor: number;
	/** The first item shown; in an article the first line. */
	readonly top: number;
	/**
	 * The row the cursor is to be brought to, once it is there, and what is above it as far away as `top` says; in an
	 * article the offset of the text that is to stand at the top.
	 */
	readonly seek: Key | null;
}

/** One screen on the reader's way. Each keeps its own cursor, so that going back restores it. */
export type Screen = Standing &
	(
		| { readonly kind: 'digest'; readonly filter: string }
		| { readonly kind: 'articles'; readonly filter: string }
		| { readonly kind: 'problems' }
		| {
				readonly kind: 'links';
				/** Whose addresses. */
				readonly of:
					| { readonly what: 'story' | 'article'; readonly id: Id }
					| { readonly what: 'heads'; readonly heads: readonly ArticleHead[] };
		  }
		/** The keys that have the words. */
		| { readonly kind: 'help'; readonly words: string }
		| {
				readonly kind: 'quotes';
				readonly words: string;
				readonly filter: string;
				/** Searched through all days, where the archive else looks through the newest. */
				readonly wide?: boolean;
		  }
		| {
				readonly kind: 'story';
				readonly id: Id;
				/** Articles that came in after the story was first read. */
				readonly fresh: readonly Id[];
		  }
		| {
				readonly kind: 'grid';
				readonly filter: string;
				/** Which day the cursor stands at; null: the place's day, else the newest. */
				readonly column: number | null;
				readonly left: number;
				/** A day the cursor is to be brought to. */
				readonly seekDay: { readonly day: Day | null } | null;
		  }
		| {
				readonly kind: 'article';
				readonly id: Id;
				/** What the reader was led to, marked in the margin. */
				readonly focus: readonly Span[];
				/** Bring the focus into view, once the article is there. */
				readonly toFocus: boolean;
				readonly leftOut: boolean;
		  }
	);

export type ScreenOf<Kind extends ScreenKind> = Extract<Screen, { readonly kind: Kind }>;

export type ListName = 'stories' | 'quotations' | 'articles' | 'actors' | 'problems';

/** The rows of each list. */
export interface RowOf {
	readonly stories: StoryRow;
	readonly quotations: QuotationRow;
	readonly articles: ArticleRow;
	readonly actors: ActorRow;
	readonly problems: Problem & { readonly key: Key };
}

/** What a list shows: its rows at a place, for a query. */
export interface ListAt {
	readonly list: ListName;
	readonly place: Place;
	readonly words: string;
	readonly filter: string;
	readonly wide?: boolean;
}

/** A question to the archive. Data, so that `update` can stay pure: `loop.ts` asks it and brings the answer back. */
export type Request =
	| { readonly what: 'overview' }
	| { readonly what: 'page'; readonly of: ListAt; readonly cut: Cut }
	| { readonly what: 'story'; readonly id: Id }
	| { readonly what: 'article'; readonly id: Id }
	| { readonly what: 'actor'; readonly id: Id }
	| { readonly what: 'unread'; readonly of: ListAt }
	| { readonly what: 'cells'; readonly actors: readonly Id[]; readonly days: readonly (Day | null)[] }
	| { readonly what: 'beside'; readonly place: Place; readonly axis: 'day' | 'actor'; readonly by: number };

export type Answer =
	| { readonly what: 'overview'; readonly overview: Overview }
	| { readonly what: 'page'; readonly page: Page<RowOf[ListName]> }
	| { readonly what: 'story'; readonly story: StoryPage | null }
	| { readonly what: 'article'; readonly article: ArticlePage | null }
	| { readonly what: 'actor'; readonly actor: ActorName | null }
	| { readonly what: 'unread'; readonly stories: readonly UnreadStory[] }
	| { readonly what: 'cells'; readonly cells: readonly Cell[] }
	| { readonly what: 'beside'; readonly place: Place }
	| { readonly what: 'failed'; readonly message: Safe };

/** Rows of a list that follow one another, and where they stand in it. */
export interface Run<Row = RowOf[ListName]> {
	readonly rows: readonly Row[];
	readonly first: number;
	readonly total: number;
	/** How many rows the filter hides. */
	readonly hidden: number;
	readonly atLeast?: Page<unknown>['atLeast'];
	readonly since?: Page<unknown>['since'];
	readonly rescued?: Page<unknown>['rescued'];
}

/** Answers kept, by `nameOf` their question; lists by the name of the list, as the run that is loaded. */
export type Held = ReadonlyMap<
	string,
	| Exclude<Answer, { what: 'page' | 'beside' }>
	| { readonly what: 'run'; readonly of: ListAt; readonly run: Run }
>;

/** A change to what has been read: of each story, the articles that were not so before. */
export interface Mark {
	readonly read: boolean;
	readonly stories: readonly { readonly id: Id; readonly articles: readonly Id[] }[];
}

export interface State {
	readonly size: Size;
	readonly view: View;
	/** The way the reader came in each view; the last screen is the one that takes the keys. Never empty. */
	readonly trails: Readonly<Record<View, readonly Screen[]>>;
	readonly mode: Mode;
	/** What each key means. */
	readonly keys: readonly KeyRow[];
	/** The query while it is typed, what it is for, and the trail to go back to when it is cancelled. */
	readonly typing: {
		readonly for: 'search' | 'filter' | 'keys';
		readonly text: string;
		readonly caret: number;
		readonly before: readonly Screen[];
	} | null;
	/**
	 * What the panes beside still show of where the cursor was, while it moves on: they follow when it rests, and a
	 * step costs a step. Null when they show what is under it.
	 */
	readonly behind: readonly Screen[] | null;
	/** A move of the place that the archive has been asked for. */
	readonly step: { readonly axis: 'day' | 'actor'; readonly by: number } | null;
	/** The articles that have been read. */
	readonly read: ReadonlySet<Id>;
	/** What had been read when the lists that ask for it were made: nothing vanishes from them under the cursor. */
	readonly sifted: ReadonlySet<Id>;
	/** What was marked since the start, oldest first; and of that, what can be taken back. */
	readonly marks: readonly Mark[];
	readonly undo: readonly Mark[];
	/** A question that waits for yes or no: what is to be marked read. */
	readonly ask: {
		readonly question: Safe;
		readonly stories: readonly UnreadStory[];
	} | null;
	readonly held: Held;
	readonly memo: Memo;
	/** What goes on beside, on the bottom line as long as it does. */
	readonly progress: Safe | null;
	/** Why the archive does not answer, and of when what is shown is: on the bottom line until it does. */
	readonly away: Safe | null;
	/** Said once on the bottom line, until the next key. */
	readonly message: Safe | null;
	/** What the world outside is to do; `loop.ts` does it and clears it. */
	readonly wish:
		| 'quit'
		| 'interrupt'
		| 'suspend'
		| 'redraw'
		| { readonly copy: Safe }
		| { readonly open: Safe }
		| null;
}

export type Event =
	| { readonly type: 'key'; readonly key: string }
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'size'; readonly size: Size }
	| { readonly type: 'answer'; readonly request: Request; readonly answer: Answer }
	/** No key for a moment: what is beside may follow. */
	| { readonly type: 'rest' }
	/** How far what goes on beside has come; null when nothing does. */
	| { readonly type: 'progress'; readonly words: Safe | null }
	/** The archive does not answer; null: it does again. */
	| { readonly type: 'away'; readonly words: Safe | null }
	/** The archive answers from another edition now: what is held is of the old one. */
	| { readonly type: 'changed' }
	/** Something to tell the reader, once. */
	| { readonly type: 'said'; readonly message: Safe }
	| { readonly type: 'done' };

export function atStart(place: Place, seek: Key | null = null): Standing {
	return { place, cursor: 0, top: 0, seek };
}

export function rootScreen(view: View, place: Place): Screen {
	switch (view) {
		case 'quotes':
			return { ...atStart(place), kind: 'quotes', words: '', filter: '' };
		case 'grid':
			return {
				...atStart(place, place.actor),
				kind: 'grid',
				filter: '',
				column: null,
				left: 0,
				seekDay: null,
			};
		case 'digest':
		case 'articles':
			return { ...atStart(place), kind: view, filter: '' };
	}
}

export function initialState(
	size: Size,
	place: Place,
	read: ReadonlySet<Id> = new Set(),
	view: View = 'digest',
): State {
	const trail = (of: View) => [rootScreen(of, place)];
	return {
		size,
		view,
		trails: {
			digest: trail('digest'),
			quotes: trail('quotes'),
			grid: trail('grid'),
			articles: trail('articles'),
		},
		mode: 'browse',
		keys: KEYS,
		typing: null,
		behind: null,
		step: null,
		read,
		sifted: read,
		marks: [],
		undo: [],
		ask: null,
		held: new Map(),
		memo: new WeakMap(),
		progress: null,
		away: null,
		message: null,
		wish: null,
	};
}

export function trailOf(state: State): readonly Screen[] {
	return state.trails[state.view];
}

export function topOf(state: State): Screen {
	return trailOf(state).at(-1)!;
}

export function withTrail(state: State, trail: readonly Screen[]): State {
	return { ...state, trails: { ...state.trails, [state.view]: trail } };
}

/** The screen that takes the keys, replaced. */
export function withTop(state: State, screen: Screen): State {
	return withTrail(state, [...trailOf(state).slice(0, -1), screen]);
}

export function push(state: State, screen: Screen): State {
	return withTrail(state, [...trailOf(state), screen]);
}

/** Every screen of every view's trail, changed. */
export function everyScreen(state: State, change: (screen: Screen) => Screen): State {
	const of = (view: View) => state.trails[view].map(change);
	return {
		...state,
		trails: { digest: of('digest'), quotes: of('quotes'), grid: of('grid'), articles: of('articles') },
	};
}
