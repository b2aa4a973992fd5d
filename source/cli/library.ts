/** What is kept on disk of many articles: read at a screen, or printed. */
import type { FoundQuotations } from '../archive/asking.ts';
import type { Kept } from '../archive/sqlite/export.ts';
import { placeFile } from '../kept/places.ts';
import { safeLine } from '../safe.ts';
import type { Waiting } from '../terminal/waiting.ts';
import type { Actor, Problem } from '../types.ts';
import { problemWords } from '../wording.ts';
import type { Reading } from './archived.ts';
import type { Command } from './arguments.ts';
import { archivalOf } from './gathered.ts';
import { actorOf, dayOf, daysOf } from './place.ts';
import { type Around, keeperOf, type Read, waitingHere } from './reader.ts';

/** What an archive holds, and no part of it that must be cut out first. */
export function isOfAll({ since, until, actor }: Command, paths: readonly string[]): boolean {
	return since === null && until === null && actor === null && !paths.includes('-');
}

/** What is printed of what an archive holds; how names came together is not in it. */
export function isOfArchive({ name }: Command, paths: readonly string[]): boolean {
	return name !== 'explain' && name !== 'corrections' && !paths.includes('-');
}

/** What a command reads of an archive: the quotations that answer, or all that is of its days. */
async function readingFor(command: Command): Promise<Reading<Kept & { readonly found?: FoundQuotations }>> {
	const { keptExport, keptQuotations } = await import('../archive/sqlite/export.ts');
	const days = daysOf(command, new Date());
	const { name, words: typed, actor } = command;
	if (name !== 'quotes' || typed.trim() === '') return (file, origin) => keptExport(file, origin, days);
	const speaker = actor === null ? null : (actors: readonly Actor[]) => actorOf(actors, actor);
	return (file, origin) => keptQuotations(file, origin, { typed, days, speaker });
}

/** A line that tells how far it has come, for who waits at a terminal. */
function progressOn({ stderr, env }: Pick<NodeJS.Process, 'stderr' | 'env'>): (words: string | null) => void {
	if (!stderr.isTTY || env.TERM === 'dumb') return () => {};
	return (words) => void stderr.write(`\r\x1b[K${words === null ? '' : safeLine(words)}`);
}

/** Prints from an archive on disk that is brought up to date first; null where none can be kept. */
export async function printLibrary(
	command: Command,
	paths: readonly string[],
	{ settings, problems }: Read,
	{ waiting, release, complain }: Around,
): Promise<number | null> {
	const { isDamaged, readArchived } = await import('./archived.ts');
	const wanted = await archivalOf(paths, problems, release);
	const kept = await readArchived(wanted, await readingFor(command), complain, progressOn(process));
	if (kept === null) return null;
	try {
		for (const problem of kept.failed) complain(problemWords(problem));
		const { print } = await import('./news.ts');
		waiting?.leave();
		const printed = await print(
			{ data: kept.data, joins: [], followed: [], standingOf: () => null },
			command,
			settings.plain,
			complain,
			kept.found,
		);
		return printed || Number(kept.failed.length > 0);
	} catch (error) {
		// Texts are read as they are printed: too late to begin again.
		if (!isDamaged(paths, error)) throw error;
		complain('what was kept is damaged, and is made anew the next time: run this again');
		return 1;
	} finally {
		kept.close();
	}
}

/** The screen over an archive on disk; null where none can be kept. */
export async function openLibrary(
	command: Command,
	paths: readonly string[],
	{ settings, problems }: Read,
	{ waiting, release, complain }: Around,
): Promise<number | null> {
	const { openArchived } = await import('./archived.ts');
	const wanted = { ...(await archivalOf(paths, problems, release)), watch: command.watch };
	const failed = new Map<string, Problem>();
	let own: Waiting | null = null;
	const wait = () => {
		own = waiting ?? waitingHere();
		return own;
	};
	const opened = await openArchived(wanted, wait, complain, (problem) => failed.set(problem.file, problem));
	if (opened === null) {
		if (waiting === null) (own as Waiting | null)?.leave();
		return null;
	}
	const { runScreen } = await import('../terminal/app.tsx');
	try {
		const code = await runScreen(
			opened.archive,
			command.day === null ? null : { day: dayOf(command.day, new Date()), actor: null },
			await keeperOf(command, placeFile(paths)),
			{ ...settings, readOnly: command.readOnly },
			opened.waiting ?? waiting,
			undefined,
			opened.beside,
		);
		for (const problem of failed.values()) complain(problemWords(problem));
		return code || Number(failed.size > 0);
	} finally {
		await opened.close();
	}
}
