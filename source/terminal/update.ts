/** The only place where the state changes: `update(state, event)`. Pure; an action that is not handled does not compile. */
import { EVERYWHERE, type Place } from '../archive/archive.ts';
import { safeLine } from '../safe.ts';
import { received } from './answers.ts';
import { copied, followed } from './copy.ts';
import { isList, listName, listOf, resifted, rowAt, runOf } from './held.ts';
import { type Action, keyWords, rowFor } from './keys.ts';
import { own } from './lines.ts';
import { toLinks } from './links.ts';
import { asked, openedStory, replied, storyHere, toggled, toUnread, undone } from './marks.ts';
import { moved, toLeftOut, toNext } from './move.ts';
import { panesOf, previewOf } from './panes.ts';
import { renewed } from './saved.ts';
import { settle } from './settle.ts';
import {
	type Answer,
	atStart,
	type Event,
	everyScreen,
	type ListAt,
	push,
	rootScreen,
	type Screen,
	type State,
	topOf,
	trailOf,
	type View,
	withTop,
	withTrail,
} from './state.ts';
import { type Edit, edited, started, startedFilter, typed } from './typing.ts';

export function update(state: State, event: Event): State {
	switch (event.type) {
		case 'key':
			return trailing(state, inOrder(pressed({ ...state, message: null }, event.key)));
		case 'text':
			return trailing(state, inOrder(state.mode === 'type' ? typed(state, event.text) : state));
		case 'size':
			return inOrder({ ...state, size: event.size, behind: null });
		case 'answer':
			return trailing(state, inOrder(answered(state, event)));
		case 'rest':
			return { ...state, behind: null };
		case 'progress':
			return { ...state, progress: event.words };
		case 'away':
			return { ...state, away: event.words };
		case 'changed':
			return inOrder(renewed(state));
		case 'said':
			return { ...state, message: event.message };
		case 'done':
			return { ...state, wish: null };
	}
}

/** With the top screen settled in its pane: cursor inside its list and in sight. */
function inOrder(state: State): State {
	const pane = panesOf(state, settle).find(({ focused }) => focused);
	return pane ? withTop(state, pane.screen) : state;
}

/** With the panes beside where they were, while the cursor moves along its list. */
function trailing(before: State, after: State): State {
	const [was, is] = [topOf(before), topOf(after)];
	const longer = trailOf(after).length - trailOf(before).length;
	if (before.view !== after.view || Math.abs(longer) > 1) return { ...after, behind: null };
	// What is opened is shown at once; what stood behind it, on.
	if (longer === 1) return { ...after, behind: orNull(before.behind?.slice(1) ?? []) };
	if (longer === -1) return { ...after, behind: before.behind && [was, ...before.behind] };
	if (is.kind !== was.kind) return { ...after, behind: null };
	if (standing(is) === standing(was)) return after;
	return { ...after, behind: before.behind ?? orNull(besideOf(before)) };
}

/** All that hangs on it which item is under the cursor. */
function standing({ place, cursor, ...screen }: Screen): string {
	const words = 'words' in screen ? screen.words : '';
	const filter = 'filter' in screen ? screen.filter : '';
	const column = 'column' in screen ? screen.column : null;
	return JSON.stringify([place.day, place.actor, cursor, words, filter, column]);
}

function orNull(screens: readonly Screen[]): readonly Screen[] | null {
	return screens.length > 0 ? screens : null;
}

function besideOf(state: State): readonly Screen[] {
	const panes = panesOf(state, settle);
	return panes.slice(panes.findIndex(({ focused }) => focused) + 1).map(({ screen }) => screen);
}

/** What is done on some screens only. */
const ELSEWHERE: readonly Action[] = [
	'filter',
	'leftOut',
	'copyWords',
	'copySource',
	'follow',
	'links',
	'markRead',
	'markDay',
];

function pressed(state: State, key: string): State {
	const row = rowFor(state.keys, key, state.mode, topOf(state).kind);
	if (row) return act(state, row.action);
	if (state.mode === 'ask') return replied(state, false);
	if (state.mode === 'type') return typed(state, key === 'space' ? ' ' : [...key].length === 1 ? key : '');
	// Who knows the key from another screen is told, not left to wonder; one that leads nowhere is no wonder.
	const elsewhere = state.keys.some(({ keys, action }) => keys.includes(key) && ELSEWHERE.includes(action));
	return elsewhere ? { ...state, message: safeLine(`${keyWords(key)} does nothing here`) } : state;
}

function act(state: State, action: Action): State {
	const top = topOf(state);
	switch (action) {
		case 'down':
		case 'up':
		case 'left':
		case 'right':
		case 'halfDown':
		case 'halfUp':
		case 'pageDown':
		case 'pageUp':
		case 'first':
		case 'last':
			return withTop(state, moved(state, top, action));
		case 'open':
		case 'pane': {
			const story = top.kind === 'digest' ? storyHere(state) : null;
			if (story) return openedStory(state, story);
			const next = previewOf(state, top);
			if (next) return push(state, next);
			return action === 'pane' ? withTrail(state, trailOf(state).slice(0, 1)) : state;
		}
		case 'back':
			return back(state) ?? state;
		case 'close':
			return back(state) ?? { ...state, wish: 'quit' };
		case 'next':
			return toNext(state, 1);
		case 'previous':
			return toNext(state, -1);
		case 'markRead':
			return toggled(state);
		case 'markDay':
			return asked(state);
		case 'undo':
			return undone(state);
		case 'nextUnread':
			return toUnread(state, 1);
		case 'previousUnread':
			return toUnread(state, -1);
		case 'yes':
			return replied(state, true);
		case 'no':
			return replied(state, false);
		case 'dayBefore':
			return { ...state, step: { axis: 'day', by: -1 } };
		case 'dayAfter':
			return { ...state, step: { axis: 'day', by: 1 } };
		case 'actorBefore':
			return { ...state, step: { axis: 'actor', by: -1 } };
		case 'actorAfter':
			return { ...state, step: { axis: 'actor', by: 1 } };
		case 'everything':
			return goTo(state, EVERYWHERE);
		case 'digest':
		case 'quotes':
		case 'grid':
		case 'articles':
			return switchTo(state, action);
		case 'search':
			return started(state);
		case 'wide':
			return widened(state);
		case 'filter':
			return startedFilter(state);
		case 'copyWords':
			return copied(state, 'words');
		case 'copySource':
			return copied(state, 'source');
		case 'follow':
			return followed(state);
		case 'links':
			return toLinks(state);
		case 'leftOut':
			return toLeftOut(state);
		case 'problems':
		case 'help':
			return top.kind === action
				? (back(state) ?? state)
				: push(state, { ...atStart(top.place), kind: action, words: '' });
		case 'redraw':
			return { ...withoutFailures(state), wish: 'redraw' };
		case 'suspend':
		case 'quit':
		case 'interrupt':
			return { ...state, wish: action };
		case 'accept':
		case 'cancel':
		case 'erase':
		case 'eraseWord':
		case 'eraseAll':
		case 'caretLeft':
		case 'caretRight':
		case 'caretStart':
		case 'caretEnd':
			return edited(state, action satisfies Edit);
	}
}

/** A search of the newest days goes through all, and one of all days back to where it was. */
function widened(state: State): State {
	const top = topOf(state);
	if (top.kind !== 'quotes') return state;
	const { wide = false, ...screen } = top;
	const run = runOf(state, listOf(top));
	if (!wide && run && run.since === undefined) return state;
	return withTop(state, { ...screen, ...atStart(top.place), ...(wide ? {} : { wide: true }) });
}

/** One screen back, or out of a search; null when there is nowhere to go back to. */
function back(state: State): State | null {
	const trail = trailOf(state);
	const here = topOf(state);
	// The bar stays at its row, where the others come back.
	if ('filter' in here && here.filter !== '') {
		const key = rowAt(state, listOf(here), here.cursor)?.key ?? null;
		return withTop(state, { ...here, filter: '', seek: key });
	}
	if (here.kind === 'help' && here.words !== '')
		return withTop(state, { ...here, ...atStart(here.place), words: '' });
	if (trail.length > 1) return withTrail(state, trail.slice(0, -1));
	if (here.kind === 'quotes' && here.words !== '')
		return withTop(state, { ...here, ...atStart(here.place), words: '' });
	return null;
}

/** The view with its own way, taken up where it was left if that is the same place; its first screen when it is shown. */
function switchTo(state: State, view: View): State {
	const { place } = topOf(state);
	const trail = state.trails[view];
	const kept = trail.at(-1)!.place;
	const same = kept.day === place.day && kept.actor === place.actor;
	if (view === state.view) return withTrail(state, same ? trail.slice(0, 1) : [rootScreen(view, place)]);
	return {
		...state,
		view,
		trails: { ...state.trails, [view]: same ? trail : [rootScreen(view, place)] },
	};
}

/** To another place: the list nearest on the way here shows what that place holds. */
function goTo(state: State, place: Place): State {
	const trail = trailOf(state);
	const at = trail.findLastIndex((screen) => isList(screen) && screen.kind !== 'problems');
	const list = trail[at];
	if (!list) return state;
	const there: Screen =
		list.kind === 'grid'
			? { ...list, place, column: place.day === 'all' ? list.column : null, seek: place.actor }
			: { ...list, ...atStart(place) };
	return withTrail(resifted(state), [...trail.slice(0, at), there]);
}

function answered(state: State, { request, answer }: Extract<Event, { type: 'answer' }>): State {
	const next = received(state, request, answer);
	if (request.what === 'beside' && answer.what === 'beside') return stepped(state, answer);
	if (request.what === 'page' && request.cut.from === 'at') return found(next, request.of, request.cut.key);
	if (answer.what === 'actor' && answer.actor === null && request.what === 'actor')
		return withoutActor(next, request.id);
	const top = topOf(next);
	const gone =
		(answer.what === 'story' && answer.story === null) ||
		(answer.what === 'article' && answer.article === null);
	// Somebody who comes back to where they were is not left before an empty page.
	if (gone && request.what === top.kind && request.id === top.id)
		return { ...(back(next) ?? next), message: own(`the ${top.kind} is not there any more`) };
	return next;
}

/** A row was asked for by name: when it is not there, it is not asked for again. */
function found(state: State, of: ListAt, key: string): State {
	if (runOf(state, of)?.rows.some((row) => row.key === key)) return state;
	const name = listName(of);
	return everyScreen(state, (screen) =>
		isList(screen) && screen.seek === key && listName(listOf(screen)) === name
			? { ...screen, seek: null }
			: screen,
	);
}

/** A place of somebody who is in none of the articles any more is everybody's. */
function withoutActor(state: State, id: string): State {
	const left = everyScreen(state, (screen) =>
		screen.place.actor === id ? { ...screen, place: { ...screen.place, actor: null } } : screen,
	);
	return { ...left, message: own('who you were reading about is in no article any more') };
}

function stepped(state: State, { place }: Extract<Answer, { what: 'beside' }>): State {
	const { step } = state;
	if (!step) return state;
	const from = topOf(state).place;
	const still = { ...state, step: null };
	if (place.day !== from.day || place.actor !== from.actor) return goTo(still, place);
	const what = step.axis === 'day' ? ['no earlier day', 'no later day'] : ['nobody before', 'nobody after'];
	return { ...still, message: own(what[step.by < 0 ? 0 : 1]!) };
}

function withoutFailures(state: State): State {
	return { ...state, held: new Map([...state.held].filter(([, { what }]) => what !== 'failed')) };
}
