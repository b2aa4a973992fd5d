/** An archive on a server: read at a screen, written, and looked after. */
import { type Archive, EVERYWHERE } from '../archive/archive.ts';
import { folded } from '../archive/filter.ts';
import type { Kept } from '../archive/sqlite/export.ts';
import { placeFile } from '../kept/places.ts';
import { keptReadings } from '../kept/readings.ts';
import type { Waiting } from '../terminal/waiting.ts';
import type { Export, Id, Problem } from '../types.ts';
import { countWords, problemWords } from '../wording.ts';
import type { Reading } from './archived.ts';
import type { Command } from './arguments.ts';
import { archivalOf, gather } from './gathered.ts';
import { NothingFound, UsageError } from './mistakes.ts';
import { actorOf, dayOf } from './place.ts';
import { type Around, keeperOf, type Read } from './reader.ts';
import type { Settings } from './settings.ts';

/** The screen over an archive on a server. */
export async function openNewsroom(
	address: string,
	command: Command,
	settings: Settings,
	waiting: Waiting | null,
): Promise<number> {
	refuseSpans(command);
	const day = command.day === null ? 'all' : dayOf(command.day, new Date());
	const { openServer } = await import('./server.ts');
	const served = await openServer(address);
	const { runScreen } = await import('../terminal/app.tsx');
	try {
		return await runScreen(
			served.archive,
			command.day === null && command.actor === null
				? null
				: { day, actor: command.actor === null ? null : await actorIn(served.archive, command.actor) },
			await keeperOf(command, placeFile([served.name])),
			{ ...settings, readOnly: command.readOnly },
			waiting,
			undefined,
			served.beside,
		);
	} finally {
		await served.close();
	}
}

/** What a server's archive is not asked for is said, not left out: it shows everything, and what is new by itself. */
function refuseSpans({ since, until, watch, archive }: Command): void {
	const named = [since !== null && 'since', until !== null && 'until', watch && 'watch'].find(Boolean);
	if (!named) return;
	throw new UsageError(
		archive === null
			? `--${named} is not for the archive of your settings; name the paths to be read`
			: `--${named} is not for --archive`,
	);
}

/** Actors who are looked at when a name is asked for. */
const NAMESAKES = 200;

/** The actor of a name, among those who are quoted. Throws `UsageError` where it may be several, `NothingFound` for nobody. */
export async function actorIn(archive: Archive, name: string): Promise<Id> {
	if ((await archive.actor(name)) !== null) return name;
	const values = folded(name).split(' ').filter(Boolean);
	const terms = values.map((value) => ({ field: 'words', value, not: false }) as const);
	const { rows } = await archive.actors({
		place: EVERYWHERE,
		cut: { from: 'start' },
		limit: NAMESAKES,
		filter: { terms, read: new Set() },
	});
	// By another of their names than the one that is shown.
	const [only, ...others] = terms.length === 0 ? [] : rows;
	if (!only) throw new NothingFound(`nobody who is quoted there is called “${name}”`);
	if (others.length === 0) return only.key;
	return actorOf(
		rows.map(({ actor }) => ({ ...actor, aliases: [] })),
		name,
	).id;
}

export async function lookAfter(
	{ words, archive, dryRun, format }: Command,
	settings: Settings,
	complain: (message: string) => void,
): Promise<number> {
	const { ACTIONS, obeyArchive } = await import('./server.ts');
	const action = ACTIONS.find((one) => one === words)!;
	return await obeyArchive(action, serverOf(archive, settings), {
		dryRun,
		json: format === 'json',
		tell: complain,
	});
}

function serverOf(archive: string | null, settings: Settings): string {
	const address = archive ?? settings.archive;
	if (address === null) throw new UsageError('which archive? give --archive postgres://USER@HOST/DATABASE');
	return address;
}

/** From one look at what is to be indexed to the next. */
const LOOK_MS = 3000;

/** Brings an archive on a server up to date, once or again and again. */
export async function indexTo(
	command: Command,
	paths: readonly string[],
	read: Read,
	around: Around,
): Promise<number> {
	const { mayWriteTo, writeTo } = await import('./server.ts');
	const address = serverOf(command.archive, read.settings);
	await mayWriteTo(address);
	let told = '';
	const tell = (words: string) => {
		if (words !== told) around.complain(words);
		told = words;
	};
	const waiting = () => tell('another is writing there; waiting for it');
	/** Whether something has not been written yet. */
	let due = true;
	for (;;) {
		const { data, failed, changed, close } = await editionIn(paths, read, around);
		due ||= changed;
		try {
			mustHold(data, failed);
			if (due) {
				const words = writtenWords(data, await writeTo(address, data, waiting));
				due = false;
				if (!command.quiet) tell(words);
			}
		} catch (error) {
			// Who watches goes on: the server may come back.
			if (!command.watch || !(error instanceof Error && error.name === 'NothingFound')) throw error;
			tell(`${error.message}; trying again`);
		} finally {
			// The texts are read as they are written.
			close();
		}
		if (!command.watch) return 0;
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
	}
}

/** A disk that is away, or a slip in a path, would take its articles from every reader: then nothing is written. */
function mustHold({ articles }: Export, failed: readonly Problem[]): void {
	const why =
		failed.length > 0 ? 'not all paths could be read' : articles.length === 0 ? 'no articles there' : null;
	if (why !== null) throw new NothingFound(`${why}; the archive is left as it is`);
}

function writtenWords(
	{ articles }: Export,
	{ put, dropped, days }: { readonly put: number; readonly dropped: number; readonly days: number },
): string {
	const all = countWords(articles.length, 'article');
	return put + dropped === 0
		? `${all}, nothing new`
		: `${all}; ${put} rows put in, ${dropped} taken out, on ${countWords(days, 'day')}`;
}

/** All that the articles tell, with their texts. */
async function editionIn(
	paths: readonly string[],
	{ problems }: Read,
	{ release, complain }: Around,
): Promise<{
	readonly data: Export;
	readonly failed: readonly Problem[];
	/** Whether there is another edition than when it was last asked for, as far as that is known. */
	readonly changed: boolean;
	readonly close: () => void;
}> {
	const { readArchived } = await import('./archived.ts');
	const wanted = await archivalOf(paths, problems, release);
	const { keptExport } = await import('../archive/sqlite/export.ts');
	const all: Reading<Kept> = (file, origin) => keptExport(file, origin, () => true);
	const kept = paths.includes('-') ? null : await readArchived(wanted, all, complain, () => {});
	if (kept !== null) {
		for (const problem of kept.failed) complain(problemWords(problem));
		return kept;
	}
	const gathered = await gather(paths, problems, null);
	for (const problem of gathered.failed) complain(problemWords(problem));
	const { readNews } = await import('./news.ts');
	const { news } = await readNews(gathered, null, keptReadings(release, paths));
	return { data: news.data, failed: gathered.failed, changed: true, close() {} };
}
