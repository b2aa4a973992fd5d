/**
 * The loop between keys, archive and picture. Keys act on the newest state, and wait while what they would act on is
 * still on its way from the archive; what is typed into a query never waits.
 */
import { type Archive, Dropped } from '../archive/archive.ts';
import { parseFilter } from '../archive/filter.ts';
import { safeLine } from '../safe.ts';
import { nameOf } from './held.ts';
import { type Action, rowFor } from './keys.ts';
import { type Need, needsOf, PAGE } from './needs.ts';
import type { Answer, Event, Request, State } from './state.ts';
import { topOf } from './state.ts';
import { update } from './update.ts';

export interface World {
	/** The state has changed; draw it. */
	readonly draw: (state: State) => void;
	/** Something is to be done outside; the loop goes on when it is done. */
	readonly wish: (wish: NonNullable<State['wish']>) => void;
}

export interface Loop {
	readonly state: () => State;
	readonly send: (...events: readonly Event[]) => void;
	/** Resolves when no key waits, no answer is outstanding, and everything shows what is under the cursor. */
	readonly rest: () => Promise<void>;
}

/** How long a frame waits for what the reader stands at, and for what merely stands beside it. */
const URGENT_MS = 30;
const BESIDE_MS = 8;
/** How long the old edition stays in sight while the new one is asked for. */
const RENEWED_MS = 1000;
/** Without a key for so long, the reader rests: longer than between two keys of one held down. */
const REST_MS = 120;

export function startLoop(archive: Archive, initial: State, world: World): Loop {
	let state = initial;
	const waiting: Event[] = [];
	const asked = new Set<string>();
	let resting: (() => void)[] = [];
	let running = false;
	let ended = false;
	let slow: NodeJS.Timeout | null = null;
	let drawn: State | null = null;
	let pause: NodeJS.Timeout | null = null;
	let renewing = false;

	function run(): void {
		// A draw or a wish may send again: what it sends joins the queue of the turn that is under way.
		if (running || ended) return;
		running = true;
		try {
			turn();
		} finally {
			running = false;
		}
	}

	function draw(): void {
		if (slow) clearTimeout(slow);
		slow = null;
		if (state === drawn || ended) return;
		drawn = state;
		world.draw(state);
	}

	/** Puts off what follows when the reader rests, or drops it when nothing is behind. */
	function putOff(moved: boolean): void {
		if (pause && (moved || state.behind === null || ended)) {
			clearTimeout(pause);
			pause = null;
		}
		if (state.behind === null || ended) return;
		pause ??= setTimeout(() => {
			pause = null;
			waiting.push({ type: 'rest' });
			run();
		}, REST_MS);
	}

	function turn(): void {
		let moved = false;
		for (let next = waiting[0]; next && !mustWait(state, next); next = waiting[0]) {
			waiting.shift();
			renewing ||= next.type === 'changed';
			moved ||= next.type === 'key' || next.type === 'text';
			state = update(state, next);
			const { wish } = state;
			if (wish) {
				state = update(state, { type: 'done' });
				if (wish === 'quit' || wish === 'interrupt') {
					waiting.length = 0;
					if (slow) clearTimeout(slow);
					ended = true;
					asked.clear();
					putOff(false);
					rested();
				} else draw();
				world.wish(wish);
				if (ended) return;
			}
		}
		// A frame without what is coming at once would only flicker; a slow archive must not hold up the frame for long.
		putOff(moved);
		const needs = ask();
		const urgent = needs.some((need) => need.urgent);
		renewing &&= urgent;
		if (needs.length === 0) draw();
		else if (state !== drawn)
			slow ??= setTimeout(draw, renewing ? RENEWED_MS : urgent ? URGENT_MS : BESIDE_MS);
		rested();
	}

	function rested(): void {
		if (waiting.length > 0 || asked.size > 0 || pause) return;
		const done = resting;
		resting = [];
		for (const resolve of done) resolve();
	}

	/** Asks what is needed and not yet asked. */
	function ask(): readonly Need[] {
		const needs = needsOf(state);
		for (const { request } of needs) {
			const name =
				request.what === 'page' ? `${nameOf(request)} ${JSON.stringify(request.cut)}` : nameOf(request);
			if (asked.has(name)) continue;
			asked.add(name);
			answerOf(archive, request, state)
				.catch((error: unknown): Answer | null =>
					error instanceof Dropped ? null : { what: 'failed', message: failureWords(error) },
				)
				.then((answer) => {
					asked.delete(name);
					// Before the keys that waited for it. What was dropped is asked again if it is needed still.
					if (answer) waiting.unshift({ type: 'answer', request, answer });
					run();
				});
		}
		return needs;
	}

	run();
	return {
		state: () => state,
		send(...events) {
			waiting.push(...events);
			run();
		},
		rest: () =>
			waiting.length === 0 && asked.size === 0 && !pause
				? Promise.resolve()
				: new Promise((resolve) => {
						resting.push(resolve);
					}),
	};
}

const AT_ONCE: readonly Action[] = ['quit', 'interrupt', 'suspend', 'redraw'];

/** These act on the stories that are not read. */
const ON_UNREAD: readonly Action[] = ['nextUnread', 'previousUnread', 'markDay'];

/** Keys wait for the rows they act on. Leaving never waits, nor does a query. */
function mustWait(state: State, event: Event): boolean {
	if (event.type !== 'key' || state.mode !== 'browse') return false;
	const action = rowFor(state.keys, event.key, state.mode, topOf(state).kind)?.action;
	if (action === undefined || AT_ONCE.includes(action)) return false;
	const onUnread = ON_UNREAD.includes(action);
	return needsOf(state).some(({ urgent, request }) => urgent || (onUnread && request.what === 'unread'));
}

function failureWords(error: unknown) {
	return safeLine(`the archive does not answer: ${error instanceof Error ? error.message : String(error)}`);
}

async function answerOf(archive: Archive, request: Request, { read, sifted }: State): Promise<Answer> {
	const filterOf = (text: string) => (text === '' ? null : { terms: parseFilter(text).terms, read: sifted });
	switch (request.what) {
		case 'overview':
			return { what: 'overview', overview: await archive.overview() };
		case 'page': {
			const { list, place, words, filter, wide = false } = request.of;
			const query = { place, filter: filterOf(filter), cut: request.cut, limit: PAGE };
			const page =
				list === 'quotations' ? archive.quotations({ ...query, words, wide }) : archive[list](query);
			return { what: 'page', page: await page };
		}
		case 'story':
			return { what: 'story', story: await archive.story(request.id) };
		case 'article':
			return { what: 'article', article: await archive.article(request.id) };
		case 'actor':
			return { what: 'actor', actor: await archive.actor(request.id) };
		case 'unread': {
			const { place, filter } = request.of;
			const stories = await archive.unread({ place, filter: filterOf(filter), read });
			return { what: 'unread', stories };
		}
		case 'cells':
			return { what: 'cells', cells: await archive.cells(request.actors, request.days) };
		case 'beside':
			return { what: 'beside', place: await archive.beside(request.place, request.axis, request.by) };
	}
}
