/** What has been read: marked by opening a story or by hand, a day at once, and taken back. Pure. */
import type { UnreadStory } from '../archive/archive.ts';
import { standingOf, type Texts } from '../archive/read.ts';
import { type Safe, safeLine } from '../safe.ts';
import type { Id } from '../types.ts';
import { countWords, longDay } from '../wording.ts';
import { actorOf, listOf, rowAt, storyOf, unreadOf } from './held.ts';
import { own } from './lines.ts';
import { storyScreen } from './panes.ts';
import { type Held, type Mark, push, type State, topOf, trailOf, withTrail } from './state.ts';

interface Marked {
	readonly id: Id;
	readonly texts: Texts;
}

/** The stories read, or unread again. What is so already is left out, so that undoing touches nothing else. */
export function marked(state: State, stories: readonly Marked[], read: boolean): State {
	const changed = stories
		.map(({ id, texts }) => ({
			id,
			articles: texts.flat().filter((article) => state.read.has(article) !== read),
		}))
		.filter(({ articles }) => articles.length > 0);
	if (changed.length === 0) return state;
	const mark: Mark = { read, stories: changed };
	return { ...applied(state, mark), undo: [...state.undo, mark] };
}

function applied(state: State, mark: Mark): State {
	const read = new Set(state.read);
	for (const { articles } of mark.stories)
		for (const id of articles) {
			if (mark.read) read.add(id);
			else read.delete(id);
		}
	return { ...state, read, held: withoutRead(state.held, mark, read), marks: [...state.marks, mark] };
}

/** What is marked read goes from the lists of what is not; what is unread again is asked for. */
function withoutRead(held: Held, mark: Mark, read: ReadonlySet<Id>): Held {
	const left = new Map(held);
	for (const [name, value] of held)
		if (value.what === 'unread') {
			if (mark.read) left.set(name, { ...value, stories: stillUnread(value.stories, read) });
			else left.delete(name);
		}
	return left;
}

export function stillUnread(stories: readonly UnreadStory[], read: ReadonlySet<Id>): readonly UnreadStory[] {
	return stories.filter(({ texts }) => standingOf(texts, read) !== 'read');
}

/** The story under the bar, or the one that is open. */
export function storyHere(state: State): (Marked & { readonly headline: string }) | null {
	const top = topOf(state);
	if (top.kind === 'digest') {
		const row = rowAt(state, { ...listOf(top), list: 'stories' }, top.cursor);
		return row && { id: row.story.id, texts: row.texts, headline: row.story.headline };
	}
	const page = top.kind === 'story' ? storyOf(state, top.id)?.story : null;
	return page ? { id: page.story.id, texts: page.texts, headline: page.story.headline } : null;
}

/** Read, or unread again when it was. */
export function toggled(state: State): State {
	const here = storyHere(state);
	return here ? marked(state, [here], standingOf(here.texts, state.read) !== 'read') : state;
}

export function undone(state: State): State {
	const mark = state.undo.at(-1);
	if (!mark) return { ...state, message: own('nothing to take back') };
	const back = applied(state, { ...mark, read: !mark.read });
	const words = `${countWords(mark.stories.length, 'story')} ${mark.read ? 'unread' : 'read'} again`;
	return { ...back, undo: state.undo.slice(0, -1), message: own(words) };
}

/** Asks whether all that is unread here is to be marked read. */
export function asked(state: State): State {
	const stories = unreadHere(state);
	const { day, actor } = topOf(state).place;
	if (stories.length === 0) return { ...state, message: own('nothing unread here') };
	const name = actorOf(state, actor)?.name;
	const when = day === 'all' ? 'of all days' : day === null ? 'without a day' : `of ${longDay(day)}`;
	const who = name === undefined ? '' : ` with ${safeLine(name)}`;
	// Where there is little room, the title alone says which.
	const which = state.size.columns < 60 ? '' : ` ${when}${who}`;
	const question = `Mark ${countWords(stories.length, 'story')}${which} read?` as Safe;
	return { ...state, mode: 'ask', ask: { question, stories } };
}

export function replied(state: State, yes: boolean): State {
	const { ask, ...rest } = state;
	const after: State = { ...rest, mode: 'browse', ask: null };
	return yes && ask ? marked(after, ask.stories, true) : after;
}

function unreadHere(state: State): readonly (Marked & { readonly key: string; readonly at: number })[] {
	const list = trailOf(state)[0]!;
	return (list.kind === 'digest' && unreadOf(state, list)?.stories) || [];
}

/** To the unread story after the one the reader stands at, or before it; opened when a story is open. */
export function toUnread(state: State, step: 1 | -1): State {
	const [list, ...opened] = trailOf(state);
	if (list?.kind !== 'digest') return { ...state, message: own('unread stories stand in the digest: 1') };
	const stories = unreadHere(state);
	const next =
		step > 0 ? stories.find(({ at }) => at > list.cursor) : stories.findLast(({ at }) => at < list.cursor);
	if (!next) {
		const rest =
			stories.length === 0 ? 'nothing unread here' : `no unread story ${step > 0 ? 'below' : 'above'}`;
		return { ...state, message: own(rest) };
	}
	const there = withTrail(state, [{ ...list, seek: next.key }]);
	return opened.length > 0 ? openedStory(there, next) : there;
}

/** The story opened, and so read. */
export function openedStory(state: State, story: Marked): State {
	const { place } = topOf(state);
	return marked(push(state, storyScreen(state, place, story.id, story.texts)), [story], true);
}
