/** The title line: where the reader stands, always. */
import type { Place } from '../../archive/archive.ts';
import { type Safe, safeLine } from '../../safe.ts';
import type { Day } from '../../types.ts';
import { longDay, plainDay, shortDay } from '../../wording.ts';
import { actorOf, articleOf, isList, listOf, runOf, unreadOf } from '../held.ts';
import { columnsOfLine, dotted, type Line, own, type Piece, piece, space, spread } from '../lines.ts';
import { linksOf } from '../links.ts';
import { MARGIN, type Pane } from '../panes.ts';
import { itemsOf, linesOf } from '../sheets.ts';
import { type ScreenKind, type ScreenOf, type State, topOf, VIEWS } from '../state.ts';

const NAMES: Readonly<Record<ScreenKind, string>> = {
	digest: 'Digest',
	quotes: 'Quotes',
	grid: 'Grid',
	articles: 'Articles',
	story: 'Story',
	article: 'Article',
	links: 'Links',
	problems: 'Problems',
	help: 'Keys',
};

/** They hold the same wherever the reader stands. */
const NOWHERE: readonly ScreenKind[] = ['problems', 'help'];

export function titleLine(state: State, pane: Pane): Line {
	const { columns } = state.size;
	const narrow = columns < 60;
	const screen = topOf(state);
	const words = 'words' in screen && screen.words !== '' ? safeLine(screen.words) : null;
	const filter = 'filter' in screen ? safeLine(screen.filter) : '';
	const since = (isList(screen) && runOf(state, listOf(screen))?.since) || null;
	const left: Line = [
		space(MARGIN),
		piece(own(NAMES[screen.kind]), 'strong'),
		// So that what follows stays where it is from view to view.
		space(Math.max(2, 8 - NAMES[screen.kind].length)),
		...dotted([
			...(NOWHERE.includes(screen.kind) ||
			(narrow && since === null && (words !== null || filter !== '') && isEverywhere(screen.place))
				? []
				: placePieces(state, screen.place, since, narrow)),
			words === null ? null : piece(own(`“${words}”`), 'match'),
			filter === '' ? null : piece(own(`only ${filter}`), 'match'),
		]),
	];
	const position = positionWords(state, pane);
	const right: Line = [piece(position), space(1)];
	const tabs = tabsLine(state);
	// The views stand in the title where there is room to breathe.
	if (columns < 100 || columnsOfLine(left) + columnsOfLine(tabs) + columnsOfLine(right) + 8 > columns)
		return spread(left, right, columns);
	return spread(left, [...tabs, space(3), ...right], columns);
}

function isEverywhere({ day, actor }: Place): boolean {
	return day === 'all' && actor === null;
}

/** `since`: all days are only those since then. */
function placePieces(
	state: State,
	{ day, actor }: Place,
	since: Day | null,
	narrow: boolean,
): (Piece | null)[] {
	const name = actorOf(state, actor)?.name;
	const who: Piece =
		actor === null
			? piece(own('everyone'), 'quiet')
			: piece(name === undefined ? own('…') : safeLine(name), 'speaker');
	const when: Piece =
		day === 'all'
			? since === null
				? piece(own('all days'), 'quiet')
				: piece(own(`since ${narrow ? shortDay(since) : plainDay(since)}`), 'strong')
			: piece(narrow && day !== null ? shortDay(day) : longDay(day), day === null ? 'doubt' : 'strong');
	// A narrow line leaves out what is not narrowed, unless nothing is.
	if (narrow && actor === null) return [when];
	if (narrow && day === 'all') return [who];
	return [when, who];
}

function tabsLine(state: State): Line {
	return VIEWS.flatMap((view, at): Piece[] => [
		...(at > 0 ? [space(2)] : []),
		piece(own(`${at + 1} ${NAMES[view]}`), view === state.view ? 'plain' : 'quiet'),
	]);
}

/** "3/17" in a list, "40 %" in an article. */
function positionWords(state: State, { screen, columns, rows }: Pane): Safe {
	if (screen.kind === 'article') {
		const lines = linesOf(state, screen, columns - MARGIN);
		const removed = articleOf(state, screen.id)?.article?.removed.length ?? 0;
		const left = removed === 0 ? '' : screen.leftOut ? 'all shown · ' : `${removed} left out · `;
		const end = lines ? lines.length - rows : 0;
		const seen = end <= 0 ? 'all' : `${Math.round((100 * screen.top) / end)} %`;
		return own(columns < 60 ? seen : `${left}${seen}`);
	}
	if (screen.kind === 'links') {
		const links = linksOf(state, screen);
		return own(links && links.length > 0 ? `${screen.cursor + 1}/${links.length}` : '');
	}
	if (screen.kind === 'story') return partWords(state, screen, columns);
	const run = isList(screen) ? runOf(state, listOf(screen)) : null;
	if (!run) return own('');
	const { total, hidden } = run;
	const more = run.atLeast ? '+' : '';
	const shown = hidden === 0 ? '' : `${total} of ${total + hidden}${more} shown · `;
	// Where both would crowd out the place, what is hidden is the more important.
	if (hidden > 0 && (total === 0 || columns < 60)) return own(shown.slice(0, -3));
	const unread = screen.kind === 'digest' ? (unreadOf(state, screen)?.stories.length ?? 0) : 0;
	const left = unread === 0 ? '' : `${unread} unread · `;
	return own(total === 0 ? 'none' : `${shown}${left}${screen.cursor + 1}/${total}${more}`);
}

/** "Points 3/12": where the bar stands in its part of the story. */
function partWords(state: State, screen: ScreenOf<'story'>, columns: number): Safe {
	const items = itemsOf(state, screen, columns - MARGIN) ?? [];
	const part = items[screen.cursor]?.part;
	if (part === undefined) return own('');
	const first = items.findIndex((item) => item.part === part);
	const count = items.filter((item) => item.part === part).length;
	return own(`${part} ${screen.cursor - first + 1}/${count}`);
}
