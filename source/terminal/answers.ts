/** Takes what the archive answered into the state. Pure. */
import { nameOf, runOf } from './held.ts';
import { stillUnread } from './marks.ts';
import type { Answer, Held, ListName, Request, RowOf, Run, State } from './state.ts';

/** Answers kept; the screen shows fewer than ten at once. */
const HELD = 64;
/** Rows of one list kept together; what lies furthest from the newest page goes. */
const ROWS = 500;

export function received(state: State, request: Request, answer: Answer): State {
	if (answer.what === 'failed')
		return {
			...hold(state, request, answer),
			step: request.what === 'beside' ? null : state.step,
			message: answer.message,
		};
	if (answer.what === 'page' && request.what === 'page') {
		const run = joined(runOf(state, request.of), answer.page as Run, request.cut.from);
		return hold(state, request, { what: 'run', of: request.of, run });
	}
	// Something may have been read since it was asked for.
	if (answer.what === 'unread')
		return hold(state, request, { ...answer, stories: stillUnread(answer.stories, state.read) });
	return answer.what === 'page' || answer.what === 'beside' ? state : hold(state, request, answer);
}

function hold(
	state: State,
	request: Request,
	value: Held extends ReadonlyMap<string, infer Value> ? Value : never,
): State {
	const name = nameOf(request);
	const held = new Map(state.held);
	// Set anew, so that what was used last is the last to go.
	held.delete(name);
	held.set(name, value);
	for (const old of held.keys()) {
		if (held.size <= HELD) break;
		if (old !== 'overview') held.delete(old);
	}
	return { ...state, held };
}

/** The page joined to the run that it follows or precedes; a page that stands elsewhere takes its place. */
function joined(run: Run | null, page: Run, from: string): Run {
	type Rows = readonly RowOf[ListName][];
	if (run && from === 'after' && page.first === run.first + run.rows.length) {
		const rows: Rows = [...run.rows, ...page.rows];
		const extra = Math.max(0, rows.length - ROWS);
		return { ...page, rows: rows.slice(extra), first: run.first + extra };
	}
	if (run && from === 'before' && page.first + page.rows.length === run.first) {
		const rows: Rows = [...page.rows, ...run.rows];
		return { ...page, rows: rows.slice(0, ROWS) };
	}
	return page;
}
