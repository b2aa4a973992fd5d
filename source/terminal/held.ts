/** What the state holds of the archive: answers by the name of their question, rows of lists. */
import type { ActorName, Place } from '../archive/archive.ts';
import type { Day } from '../types.ts';
import { remember } from './memo.ts';
import type { Held, ListAt, ListName, Request, RowOf, Run, Screen, ScreenOf, State } from './state.ts';

/** One name for one question, whatever object asks it; pages of a list share the name of the list. */
export function nameOf(request: Request): string {
	switch (request.what) {
		case 'overview':
			return 'overview';
		case 'page':
			return listName(request.of);
		case 'story':
		case 'article':
		case 'actor':
			return `${request.what} ${request.id}`;
		case 'unread':
			return `unread ${listName(request.of)}`;
		case 'cells':
			return `cells ${JSON.stringify([request.actors, request.days])}`;
		case 'beside':
			return 'beside';
	}
}

export function listName({ list, place, words, filter, wide = false }: ListAt): string {
	return `${list} ${JSON.stringify([place.day, place.actor, words.trim(), filter.trim(), wide])}`;
}

type HeldOf<What> = Extract<
	Held extends ReadonlyMap<string, infer Value> ? Value : never,
	{ readonly what: What }
>;

function heldAs<What extends string>(state: State, request: Request, what: What): HeldOf<What> | null {
	const held = state.held.get(nameOf(request));
	return held?.what === what ? (held as HeldOf<What>) : null;
}

export function failureOf(state: State, request: Request): HeldOf<'failed'> | null {
	return heldAs(state, request, 'failed');
}

export function runOf<List extends ListName>(
	state: State,
	of: ListAt & { readonly list: List },
): Run<RowOf[List]> | null {
	const held = heldAs(state, { what: 'page', of, cut: { from: 'start' } }, 'run');
	return held ? (held.run as Run<RowOf[List]>) : null;
}

export const overviewOf = (state: State) => heldAs(state, { what: 'overview' }, 'overview')?.overview ?? null;

export const storyOf = (state: State, id: string) => heldAs(state, { what: 'story', id }, 'story');

export const articleOf = (state: State, id: string) => heldAs(state, { what: 'article', id }, 'article');

/** The stories of a digest that are not read, or not wholly; null while that is not known. */
export const unreadOf = (state: State, list: ScreenOf<'digest'>) =>
	heldAs(state, { what: 'unread', of: listOf(list) }, 'unread');

export function actorOf(state: State, id: string | null): ActorName | null {
	return id === null ? null : (heldAs(state, { what: 'actor', id }, 'actor')?.actor ?? null);
}

/** Days with news, oldest first, the undated last. */
export function daysOf(state: State): readonly (Day | null)[] {
	const overview = overviewOf(state);
	if (!overview) return [];
	return remember(state.memo, overview, 'days', () =>
		overview.days.filter(({ quotations }) => quotations > 0).map(({ day }) => day),
	);
}

/** With lists that ask for what is unread made anew, by what is read now. */
export function resifted(state: State): State {
	if (state.sifted === state.read) return state;
	const stays = (held: HeldOf<string>) =>
		held.what !== 'unread' && !(held.what === 'run' && held.of.filter !== '');
	return { ...state, sifted: state.read, held: new Map([...state.held].filter(([, held]) => stays(held))) };
}

const LIST_OF = {
	digest: 'stories',
	quotes: 'quotations',
	articles: 'articles',
	problems: 'problems',
	grid: 'actors',
} as const;

export type ListScreen = ScreenOf<keyof typeof LIST_OF>;

export function isList(screen: Screen): screen is ListScreen {
	return screen.kind in LIST_OF;
}

export function listOf(screen: ListScreen): ListAt {
	const words = screen.kind === 'quotes' ? screen.words : '';
	// The grid shows everybody, wherever the reader stands in it; problems belong to no place.
	const place = screen.kind === 'grid' || screen.kind === 'problems' ? ANYWHERE : screen.place;
	const filter = 'filter' in screen ? screen.filter : '';
	const of = { list: LIST_OF[screen.kind], place, words, filter };
	return screen.kind === 'quotes' && screen.wide ? { ...of, wide: true } : of;
}

const ANYWHERE: Place = { day: 'all', actor: null };

/** The row at a place in a screen's list; null while it is not loaded, or when there is none. */
export function rowAt<List extends ListName>(
	state: State,
	of: ListAt & { readonly list: List },
	at: number,
): RowOf[List] | null {
	const run = runOf(state, of);
	return run?.rows[at - run.first] ?? null;
}
