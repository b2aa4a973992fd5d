/** The bottom line: the query while it is typed, else a message or the keys of this screen; and what there is in all. */
import { parseFilter, parseQuery } from '../../archive/filter.ts';
import { type Safe, safeLine, safeText } from '../../safe.ts';
import type { Rescued } from '../../search/find.ts';
import { clusters, columnsOf } from '../../width.ts';
import { countWords } from '../../wording.ts';
import { isList, listOf, overviewOf, runOf } from '../held.ts';
import { type Action, keyFor, keyWords } from '../keys.ts';
import { clipLine, columnsOfLine, type Line, own, type Piece, piece, space, spread } from '../lines.ts';
import { linksOf } from '../links.ts';
import { type State, topOf, trailOf } from '../state.ts';

export function bottomLine(state: State): Line {
	const { columns } = state.size;
	if (state.typing) {
		const found = foundLine(state, state.typing);
		return spread(queryLine(state.typing), [...found, space(1)], columns);
	}
	if (state.ask) {
		// However narrow, the answers stay in sight.
		const hints = hintsLine(state, columns);
		const question = clipLine([piece(state.ask.question, 'warning')], columns - columnsOfLine(hints) - 5);
		return [space(2), ...question, space(2), ...hints];
	}
	if (state.message !== null) return [space(2), piece(state.message, 'warning')];
	if (state.away !== null) {
		const away = [space(2), piece(state.away, 'warning'), space(2)];
		return clipLine([...away, ...hintsLine(state, columns - columnsOfLine(away) - 2)], columns);
	}
	const status = statusLine(state, columns);
	const room = columns - columnsOfLine(status) - 2;
	return spread([space(2), ...hintsLine(state, room - 2)], status, columns);
}

const PROMPTS = { search: '/', keys: '/', filter: 'only ' } as const;

function queryLine({ for: what, text, caret }: NonNullable<State['typing']>): Line {
	const at = [...clusters(text.slice(caret))][0] ?? '';
	return [
		space(1),
		piece(own(PROMPTS[what]), 'strong'),
		piece(safeText(text.slice(0, caret))),
		piece(at === '' ? own(' ') : safeText(at), 'selected'),
		piece(safeText(text.slice(caret + at.length))),
	];
}

function foundLine(state: State, typing: NonNullable<State['typing']>): Line {
	const top = topOf(state);
	const run = 'filter' in top ? runOf(state, listOf(top)) : null;
	if (!run) return [];
	const remark = slipWords(typing) ?? meantWords(run.rescued ?? []);
	const more = run.atLeast ? '+' : '';
	const count =
		typing.for === 'search'
			? more === ''
				? countWords(run.total, 'quotation')
				: own(`${run.total}+ quotations`)
			: own(`${run.total} of ${run.total + run.hidden}${more} shown`);
	return [...(remark === null ? [] : [piece(remark, 'warning'), space(2)]), piece(count, 'quiet')];
}

/** What the list was searched or narrowed by in place of what was typed; null when it was taken as it is. */
function takenWords(state: State): Safe | null {
	const top = topOf(state);
	const run = 'filter' in top ? runOf(state, listOf(top)) : null;
	return meantWords(run?.rescued ?? []);
}

/** Of the words most like a mistyped one, so many are told. */
const MOST_MEANT = 2;

/** What was looked for in place of words that are nowhere. */
function meantWords(rescued: readonly Rescued[]): Safe | null {
	const told = rescued.map(({ typed, meant }) => {
		const none = `no “${safeLine(typed)}”`;
		return meant.length === 0 ? none : `${none}: ${meant.slice(0, MOST_MEANT).map(safeLine).join(', ')}?`;
	});
	return told.length === 0 ? null : own(told.join('; '));
}

const WANTED = { outlet: 'an outlet', actor: 'a name', day: 'a day' } as const;

/** What is wrong with a search or a filter; the rest of it holds all the same. */
export function slipWords({ for: what, text }: NonNullable<State['typing']>): Safe | null {
	const [slip] = what === 'keys' ? [] : what === 'search' ? parseQuery(text).slips : parseFilter(text).slips;
	if (!slip) return null;
	const part = safeLine(slip.part);
	if (slip.wants === 'known') return own(`${part} is no filter; from: by: on: and unread are`);
	return own(`${part} wants ${WANTED[slip.wants]}`);
}

type Hint = readonly [key: string, word: string];

/** They act on the row under the bar. */
const ON_A_ROW: readonly Action[] = ['open', 'copyWords', 'next', 'nextUnread'];

function holdsNothing(state: State): boolean {
	const screen = topOf(state);
	if (screen.kind === 'links') return linksOf(state, screen)?.length === 0;
	return isList(screen) && runOf(state, listOf(screen))?.total === 0;
}

/** What the other days of a search are called: all, or the newest again; null where there are no others. */
function otherDays(state: State): string | null {
	const screen = topOf(state);
	if (screen.kind !== 'quotes') return null;
	// Where it was widened before the answer came, nothing may have been bounded.
	if (runOf(state, { ...listOf(screen), wide: false })?.since === undefined) return null;
	return screen.wide ? 'newest days' : 'all days';
}

/** As many of the keys that do something here as fit. Help and the way out are never left out for others. */
function hintsLine(state: State, room: number): Line {
	const { kind } = topOf(state);
	const others = otherDays(state);
	const empty = state.mode === 'browse' && holdsNothing(state);
	const rows = state.keys.filter(
		({ keys, mode, on, hint, action }) =>
			keys.length > 0 &&
			mode === state.mode &&
			hint !== undefined &&
			(on?.includes(kind) ?? true) &&
			!(empty && ON_A_ROW.includes(action)) &&
			(action !== 'wide' || others !== null),
	);
	// What is not looked through is to be known, however narrow the window.
	const told = [
		...rows.filter(({ action }) => action === 'wide'),
		...rows.filter(({ action }) => action !== 'wide'),
	];
	const ways: readonly Hint[] = told.map(({ keys, pair, hint, action }) => {
		const other = pair && keyFor(state.keys, pair);
		if (action === 'wide') return [keyWords(keys[0]!), others!];
		return [other ? `${keyWords(keys[0]!)} ${other}` : keyWords(keys[0]!), hint!];
	});
	const close = state.mode === 'browse' ? keyFor(state.keys, 'close') : null;
	const out: readonly Hint[] = close === null ? [] : [[close, trailOf(state).length > 1 ? 'back' : 'quit']];
	const help = keyFor(state.keys, 'help');
	// What is the same everywhere comes first, and so stays where it is.
	const hints = [...out, ...ways.filter(([key]) => key === help), ...ways.filter(([key]) => key !== help)];
	const shown = new Set<Hint>();
	let left = room + 2;
	for (const hint of hints) {
		const columns = columnsOf(hint[0]) + 1 + columnsOf(hint[1]) + 2;
		if (columns > left) continue;
		shown.add(hint);
		left -= columns;
	}
	return hints
		.filter((hint) => shown.has(hint))
		.flatMap(([key, word], at): Piece[] => [
			...(at > 0 ? [space(2)] : []),
			piece(own(key), 'mark'),
			piece(own(` ${word}`), 'quiet'),
		]);
}

/** "5 articles  23 quotations  !2": what there is in all, and what went wrong. */
function statusLine(state: State, columns: number): Line {
	const taken = takenWords(state);
	if (taken !== null) return [piece(taken, 'warning'), space(1)];
	const overview = overviewOf(state);
	if (!overview) return [];
	const problems: Line =
		overview.problems === 0
			? []
			: [
					space(2),
					piece(own(keyFor(state.keys, 'problems') ?? '!'), 'warning'),
					piece(own(` ${countWords(overview.problems, 'problem')}`), 'warning'),
				];
	if (state.progress !== null && columns >= 60) return [piece(state.progress, 'quiet'), space(1)];
	if (columns < 60)
		return overview.problems === 0 ? [] : [piece(own(`!${overview.problems}`), 'warning'), space(1)];
	const counts = [countWords(overview.articles, 'article'), countWords(overview.quotations, 'quotation')];
	const shown = columns < 100 ? counts.slice(0, 1) : counts;
	return [piece(own(shown.join(' · ')), 'quiet'), ...problems, space(1)];
}
