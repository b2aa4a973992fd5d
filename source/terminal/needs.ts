/** Which questions the archive must answer for what is on the screen now. Pure; `loop.ts` asks them. */
import { daysOf, type ListScreen, listOf, nameOf, runOf } from './held.ts';
import { cellPlace, type Pane, panesOf } from './panes.ts';
import { settle } from './settle.ts';
import type { Request, ScreenOf, State } from './state.ts';
import { atStart, topOf, trailOf } from './state.ts';
import { gridShape } from './views/grid.ts';

export interface Need {
	readonly request: Request;
	/** Keys wait for it: what they would act on is not there yet. */
	readonly urgent: boolean;
}

/** Rows asked for at once, and how near to the end of what is loaded more is asked for. */
export const PAGE = 60;
const NEAR = 40;

export function needsOf(state: State): Need[] {
	const needs: Need[] = [{ request: { what: 'overview' }, urgent: true }];
	const top = topOf(state);
	if (state.step) needs.push({ request: { what: 'beside', place: top.place, ...state.step }, urgent: true });
	const [list] = trailOf(state);
	if (list?.kind === 'digest') needs.push({ request: { what: 'unread', of: listOf(list) }, urgent: false });
	for (const pane of panesOf(state, settle)) {
		const { actor } = pane.screen.place;
		if (actor !== null) needs.push({ request: { what: 'actor', id: actor }, urgent: false });
		needs.push(...paneNeeds(state, pane));
	}
	return needs.filter(
		({ request }) => request.what === 'beside' || request.what === 'page' || !state.held.has(nameOf(request)),
	);
}

function paneNeeds(state: State, pane: Pane): Need[] {
	const { screen, focused } = pane;
	switch (screen.kind) {
		case 'digest':
		case 'quotes':
		case 'articles':
		case 'problems':
			return listNeeds(state, screen, focused);
		case 'story':
		case 'article':
			return [{ request: { what: screen.kind, id: screen.id }, urgent: focused }];
		case 'grid':
			return gridNeeds(state, screen, pane);
		case 'links':
			return screen.of.what === 'heads' ? [] : [{ request: screen.of, urgent: focused }];
		case 'help':
			return [];
	}
}

function listNeeds(state: State, screen: ListScreen, focused: boolean): Need[] {
	const of = listOf(screen);
	const held = state.held.get(nameOf({ what: 'page', of, cut: { from: 'start' } }));
	if (held?.what === 'failed') return [];
	const run = runOf(state, of);
	const ask = (cut: Extract<Request, { what: 'page' }>['cut'], urgent: boolean): Need[] => [
		{ request: { what: 'page', of, cut }, urgent },
	];
	const { seek } = screen;
	if (seek !== null) {
		const there = run?.rows.some(({ key }) => key === seek) ?? false;
		return ask(there ? { from: 'before', key: run!.rows[0]!.key } : { from: 'at', key: seek }, focused);
	}
	if (!run) return ask({ from: 'start' }, focused);
	if (run.rows.length === 0) return [];
	const end = run.first + run.rows.length;
	const { cursor } = screen;
	// Out of what is loaded and not just beside it: only the ends can be jumped to.
	if (run.total > 0 && cursor >= end + NEAR) return ask({ from: 'end' }, focused);
	if (cursor < run.first - NEAR) return ask({ from: 'start' }, focused);
	const needs: Need[] = [];
	if (end < run.total && cursor >= end - NEAR)
		needs.push(...ask({ from: 'after', key: run.rows.at(-1)!.key }, focused && cursor >= end));
	if (run.first > 0 && cursor < run.first + NEAR)
		needs.push(...ask({ from: 'before', key: run.rows[0]!.key }, focused && cursor < run.first));
	return needs;
}

/** Actors and days are asked for in blocks, so that a step of the cursor seldom asks again. */
const BLOCK = 32;

function gridNeeds(state: State, screen: ScreenOf<'grid'>, pane: Pane): Need[] {
	const needs = listNeeds(state, screen, pane.focused);
	const run = runOf(state, { ...listOf(screen), list: 'actors' });
	const days = daysOf(state);
	if (!run || days.length === 0) return needs;
	const shape = gridShape(state, pane);
	for (const row of blocks(screen.top - run.first, shape.rows, run.rows.length)) {
		const actors = run.rows.slice(row, row + BLOCK).map(({ key }) => key);
		for (const column of blocks(screen.left, shape.columns, days.length))
			needs.push({
				request: { what: 'cells', actors, days: days.slice(column, column + BLOCK) },
				urgent: false,
			});
	}
	const place = cellPlace(state, screen);
	if (place && shape.preview > 0)
		needs.push(...listNeeds(state, { ...atStart(place), kind: 'quotes', words: '', filter: '' }, false));
	return needs;
}

/** Where the blocks begin that cover `count` from `start`. */
function blocks(start: number, count: number, length: number): number[] {
	const found: number[] = [];
	for (
		let at = Math.floor(Math.max(0, start) / BLOCK) * BLOCK;
		at < Math.min(length, start + count);
		at += BLOCK
	)
		found.push(at);
	return found;
}
