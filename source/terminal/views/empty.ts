/** What stands where there is nothing: an empty folder, a quiet day and a search without results look different. */
import { type Safe, safeLine } from '../../safe.ts';
import { longDay } from '../../wording.ts';
import { actorOf, failureOf, isList, listOf, overviewOf, runOf } from '../held.ts';
import { type Action, keyFor } from '../keys.ts';
import type { Line } from '../lines.ts';
import { type Request, type Screen, type State, topOf } from '../state.ts';
import { setText } from '../typeset.ts';

const NOTHING = {
	digest: 'No story',
	story: 'Nothing is known of this story',
	quotes: 'Nothing said',
	articles: 'No article',
	grid: 'Nobody is quoted',
	article: 'The article is not there any more',
	links: 'No links: these articles tell no address of their own',
	problems: 'No problems: every file was read.',
	help: '',
} as const;

export function emptyLines(state: State, screen: Screen, columns: number): Line[] {
	const overview = overviewOf(state);
	const set = (text: string) => setText(text, columns, 'quiet');
	/** Words about a key; nothing where the reader's settings give the action none. */
	const setKey = (action: Action, words: (key: string) => string) => {
		const key = keyFor(state.keys, action);
		return key === null ? [] : [[], ...set(words(key))];
	};
	const failure = failureAt(state, screen);
	if (failure)
		return [
			...setText(failure.message, columns, 'warning'),
			...setKey('redraw', (key) => `Nothing is lost: ${key} asks again.`),
		];
	if (screen.kind === 'help') return set(`No key for “${safeLine(screen.words)}”.`);
	if (screen.kind === 'links') return set(`${NOTHING.links}.`);
	if (screen.kind === 'problems') return set(NOTHING.problems);
	if (overview?.articles === 0)
		return [
			...set('No articles here.'),
			[],
			...set('Give a file or a folder that holds some, as .txt or .md: quotidian PATH'),
			...(overview.problems > 0
				? setKey('problems', (key) => `Some files could not be read: ${key} lists them.`)
				: []),
		];
	const run = 'filter' in screen ? runOf(state, listOf(screen)) : null;
	if (run && run.hidden > 0 && 'filter' in screen)
		return [
			...set(`Nothing here passes “${safeLine(screen.filter)}”: it hides all ${run.hidden}.`),
			...(screen.kind === topOf(state).kind ? setKey('back', (key) => `${key} takes the filter away.`) : []),
		];
	if (screen.kind === 'quotes' && screen.words.trim() !== '')
		return [
			...set(`No quotation like “${safeLine(screen.words)}”${whereWords(state, screen)}.`),
			...hint(state, screen, set),
		];
	return [
		...set(`${NOTHING[screen.kind]}${whereWords(state, screen)}.`),
		...hint(state, screen, set),
		// No quiet day: what there was could not be read.
		...(overview && overview.problems > 0 && isEverywhere(screen)
			? setKey('problems', (key) => `${key} lists what went wrong with the files.`)
			: []),
	];
}

/** What kept the screen from being filled, if anything did. */
export function failureAt(state: State, screen: Screen): { readonly message: Safe } | null {
	const request: Request | null = isList(screen)
		? { what: 'page', of: listOf(screen), cut: { from: 'start' } }
		: screen.kind === 'story' || screen.kind === 'article'
			? { what: screen.kind, id: screen.id }
			: screen.kind === 'links' && screen.of.what !== 'heads'
				? screen.of
				: null;
	return (
		(request && failureOf(state, request)) ?? (isList(screen) ? failureOf(state, { what: 'overview' }) : null)
	);
}

function isEverywhere({ place }: Pick<Screen, 'place'>): boolean {
	return place.day === 'all' && place.actor === null;
}

function whereWords(state: State, { kind, place }: Screen): string {
	const actor = actorOf(state, place.actor);
	const by = actor ? ` ${kind === 'quotes' ? 'by' : 'with'} ${safeLine(actor.name)}` : '';
	const on = place.day === 'all' ? '' : place.day === null ? ', undated' : ` on ${longDay(place.day)}`;
	return by + on;
}

function hint(state: State, { place }: Screen, set: (text: string) => Line[]): Line[] {
	// A pane that shows what would open is not where the reader stands.
	if (place !== topOf(state).place || isEverywhere({ place })) return [];
	const [before, after, all] = (['dayBefore', 'dayAfter', 'everything'] as const).map((action) =>
		keyFor(state.keys, action),
	);
	const days =
		place.day !== 'all' && before && after
			? set(`${before} and ${after} lead to the days before and after.`)
			: [];
	return [[], ...days, ...(all ? set(`${all} goes back to all days and everyone.`) : [])];
}
