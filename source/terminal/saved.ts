/**
 * Where the reader stands, as a text that outlasts the program, and back. Rows are kept by their keys: another time the
 * archive may hold more, or less. Pure; whoever calls keeps the text.
 */
import { daysOf, isList, listOf, rowAt } from './held.ts';
import { MARGIN, panesOf } from './panes.ts';
import { settle } from './settle.ts';
import { itemsOf, linesOf } from './sheets.ts';
import {
	atStart,
	initialState,
	type Screen,
	type ScreenOf,
	type Size,
	type State,
	VIEWS,
	type View,
} from './state.ts';
import { edited } from './typing.ts';

/** At the head of the text: what does not begin so is not ours, or of another day. */
const FORMAT = 'quotidian place 1';

export function savedPlace(now: State): string {
	// Whoever is cut off while typing a search comes back to what it had found.
	const state = now.typing ? edited(now, 'accept') : now;
	const trails = VIEWS.map((view) => [view, savedTrail(state, view)] as const);
	return `${FORMAT}\n${JSON.stringify({ view: state.view, ...Object.fromEntries(trails) })}\n`;
}

/**
 * The same screens over another edition: nothing is held of the old one, and every cursor goes where its row is now.
 */
export function renewed(state: State): State {
	const [digest, quotes, grid, articles] = VIEWS.map((view) => sought(state, view)) as [
		Screen[],
		Screen[],
		Screen[],
		Screen[],
	];
	return { ...state, trails: { digest, quotes, grid, articles }, held: new Map(), behind: null };
}

/** Screens that one looks something up in are not come back to. */
function savedTrail(state: State, view: View): readonly Screen[] {
	return sought(state, view).filter(({ kind }) => kind !== 'help' && kind !== 'problems' && kind !== 'links');
}

/** The screens of a view, each seeking the row that it stands at. */
function sought(now: State, view: View): Screen[] {
	const state = { ...now, view };
	const pane = panesOf(state, settle).find(({ focused }) => focused);
	const columns = (pane?.columns ?? state.size.columns) - MARGIN;
	return state.trails[view].map((screen) => savedScreen(state, screen, columns));
}

function savedScreen(state: State, screen: Screen, columns: number): Screen {
	switch (screen.kind) {
		case 'article': {
			const lines = linesOf(state, screen, columns);
			if (!lines) return screen;
			const first = screen.top === 0 ? undefined : lines.slice(screen.top).find(({ start }) => start >= 0);
			return { ...screen, seek: first ? String(first.start) : null };
		}
		case 'story':
			return { ...screen, seek: itemsOf(state, screen, 80)?.[screen.cursor]?.key ?? screen.seek };
		case 'grid': {
			const day = screen.column === null ? undefined : daysOf(state)[screen.column];
			return { ...screen, seek: keyAt(state, screen), seekDay: day === undefined ? screen.seekDay : { day } };
		}
		default:
			return { ...screen, seek: keyAt(state, screen) };
	}
}

function keyAt(state: State, screen: Screen): string | null {
	return (isList(screen) ? rowAt(state, listOf(screen), screen.cursor)?.key : null) ?? screen.seek;
}

/** The state that a saved text tells of; null when it is not one of ours. */
export function restoredState(size: Size, text: string, read: ReadonlySet<string> = new Set()): State | null {
	const [format, json = ''] = text.split('\n', 2);
	if (format !== FORMAT) return null;
	const saved = parsed(json);
	if (!isObject(saved)) return null;
	const view = VIEWS.find((one) => one === saved.view);
	const trails = VIEWS.map((of) => restoredTrail(of, saved[of]));
	const [digest, quotes, grid, articles] = trails;
	if (!view || !digest || !quotes || !grid || !articles) return null;
	const start = initialState(size, digest[0]!.place, read, view);
	return { ...start, trails: { digest, quotes, grid, articles } };
}

/** More than a reader ever has behind them: what is longer is no trail. */
const LONGEST_TRAIL = 100;

function restoredTrail(view: View, saved: unknown): readonly Screen[] | null {
	if (!Array.isArray(saved) || saved.length === 0 || saved.length > LONGEST_TRAIL) return null;
	const trail = saved.map(restoredScreen).filter((screen) => screen !== null);
	return trail.length === saved.length && trail[0]!.kind === view ? trail : null;
}

function restoredScreen(saved: unknown): Screen | null {
	if (!isObject(saved) || !isPlace(saved.place)) return null;
	const { kind, words, filter, id, cursor, top, seek } = saved;
	if (!isCount(cursor) || !isCount(top) || (seek !== null && typeof seek !== 'string')) return null;
	const standing = { ...atStart(saved.place, seek), cursor, top };
	switch (kind) {
		case 'digest':
		case 'articles':
			return typeof filter === 'string' ? { ...standing, kind, filter } : null;
		case 'quotes':
			return typeof words === 'string' && typeof filter === 'string'
				? { ...standing, kind, words, filter }
				: null;
		case 'story':
			return typeof id === 'string' && isTexts(saved.fresh)
				? { ...standing, kind, id, fresh: saved.fresh }
				: null;
		case 'grid': {
			const { left, seekDay } = saved;
			if (!isCount(left) || !(seekDay === null || (isObject(seekDay) && isDay(seekDay.day)))) return null;
			return {
				...standing,
				kind,
				filter: typeof filter === 'string' ? filter : '',
				left,
				column: null,
				seekDay: seekDay as ScreenOf<'grid'>['seekDay'],
			};
		}
		case 'article': {
			const { focus, leftOut } = saved;
			if (typeof id !== 'string' || !Array.isArray(focus) || typeof leftOut !== 'boolean') return null;
			const spans = focus.filter(isObject).map(({ start, end }) => ({ start, end }));
			const whole = spans.every(({ start, end }) => isCount(start) && isCount(end));
			if (!whole || spans.length !== focus.length) return null;
			return {
				...standing,
				kind,
				id,
				focus: spans as ScreenOf<'article'>['focus'],
				toFocus: false,
				leftOut,
			};
		}
		default:
			return null;
	}
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isDay(value: unknown): value is string | null {
	return value === null || (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value));
}

function isPlace(value: unknown): value is Screen['place'] {
	return (
		isObject(value) &&
		(value.day === 'all' || isDay(value.day)) &&
		(value.actor === null || typeof value.actor === 'string')
	);
}
