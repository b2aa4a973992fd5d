/** The bottom line: the query while it is typed, else a message or the keys of this screen; and what there is in all. */
import { safeText } from '../../safe.ts';
import { clusters, columnsOf } from '../../width.ts';
import { countWords } from '../../wording.ts';
import { listOf, overviewOf, runOf } from '../held.ts';
import { KEYS, keyWords } from '../keys.ts';
import { columnsOfLine, type Line, own, type Piece, piece, space, spread } from '../lines.ts';
import { type State, topOf, trailOf } from '../state.ts';

export function bottomLine(state: State): Line {
	const { columns } = state.size;
	if (state.typing) return spread(queryLine(state.typing), [...foundLine(state), space(1)], columns);
	if (state.ask)
		return [space(2), piece(state.ask.question, 'warning'), space(2), ...hintsLine(state, columns)];
	if (state.message !== null) return [space(2), piece(state.message, 'warning')];
	const status = statusLine(state, columns);
	const room = columns - columnsOfLine(status) - 2;
	return spread([space(2), ...hintsLine(state, room - 2)], status, columns);
}

function queryLine({ text, caret }: NonNullable<State['typing']>): Line {
	const at = [...clusters(text.slice(caret))][0] ?? '';
	return [
		space(1),
		piece(own('/'), 'strong'),
		piece(safeText(text.slice(0, caret))),
		piece(at === '' ? own(' ') : safeText(at), 'selected'),
		piece(safeText(text.slice(caret + at.length))),
	];
}

function foundLine(state: State): Line {
	const top = topOf(state);
	const run = top.kind === 'quotes' ? runOf(state, listOf(top)) : null;
	return run ? [piece(own(`${countWords(run.total, 'quotation')}`), 'quiet')] : [];
}

type Hint = readonly [key: string, word: string];

/** As many of the keys that do something here as fit. Help and the way out are never left out for others. */
function hintsLine(state: State, room: number): Line {
	const { kind } = topOf(state);
	const rows = KEYS.filter(
		({ mode, on, hint }) => mode === state.mode && hint !== undefined && (on?.includes(kind) ?? true),
	);
	const ways: readonly Hint[] = rows.map(({ keys, shown, hint }) => [shown ?? keyWords(keys[0]!), hint!]);
	const last: readonly Hint[] =
		state.mode === 'browse' ? [['q', trailOf(state).length > 1 ? 'back' : 'quit']] : [];
	const hints = [...ways, ...last];
	const wanted = [...hints.filter(([key]) => key === '?' || key === 'q'), ...hints];
	const shown = new Set<Hint>();
	let left = room + 2;
	for (const hint of wanted) {
		const columns = columnsOf(hint[0]) + 1 + columnsOf(hint[1]) + 2;
		if (shown.has(hint) || columns > left) continue;
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
	const overview = overviewOf(state);
	if (!overview) return [];
	const problems: Line =
		overview.problems === 0
			? []
			: [
					space(2),
					piece(own('!'), 'warning'),
					piece(own(` ${countWords(overview.problems, 'problem')}`), 'warning'),
				];
	if (columns < 60)
		return overview.problems === 0 ? [] : [piece(own(`!${overview.problems}`), 'warning'), space(1)];
	const counts = [countWords(overview.articles, 'article'), countWords(overview.quotations, 'quotation')];
	const shown = columns < 100 ? counts.slice(0, 1) : counts;
	return [piece(own(shown.join(' · ')), 'quiet'), ...problems, space(1)];
}
