/** From files to what the reader sees: reads, compares, and prints or opens the screen. */
import type { FoundQuotations } from '../archive/asking.ts';
import type { Kept } from '../archive/sqlite/export.ts';
import { editionOf } from '../digest/edition.ts';
import { findPaths } from '../ingest/files.ts';
import { editionFile, keepEdition, keptEdition } from '../kept/editions.ts';
import { openMarks } from '../kept/marks.ts';
import { readNote } from '../kept/notes.ts';
import { keepPlace, placeFile } from '../kept/places.ts';
import { keptReadings } from '../kept/readings.ts';
import { safeLine } from '../safe.ts';
import type { Keeper } from '../terminal/app.tsx';
import { startWaiting, type Waiting } from '../terminal/waiting.ts';
import type { Actor, Export, Problem } from '../types.ts';
import { countWords, problemWords } from '../wording.ts';
import type { Reading } from './archived.ts';
import type { Command } from './arguments.ts';
import { gather, readCorrections } from './gathered.ts';
import { UsageError } from './mistakes.ts';
import { absolutePath, pathsOf } from './paths.ts';
import { actorOf, dayOf, daysOf, placeOf } from './place.ts';
import { isDigest, isForReaders, opensScreen } from './readers.ts';
import { parseSettings, type Settings } from './settings.ts';
import { configFile } from './usual.ts';

/** When an edition is put by: the screen stands by then, and the reader has begun to read. */
const KEEP_MS = 1500;

/** Does what a command says; `tell` takes one line for stderr. Resolves with the exit code. */
export async function run(
	command: Command,
	tell: (message: string) => void,
	waiting: Waiting | null,
	release: string,
): Promise<number> {
	const later: string[] = [];
	// What is told on a screen that is about to be drawn over is told to nobody.
	const complain = waiting ? (message: string) => void later.push(message) : tell;
	try {
		return await obey(command, complain, waiting, release);
	} finally {
		waiting?.leave();
		for (const message of later) tell(message);
	}
}

async function obey(
	command: Command,
	complain: (message: string) => void,
	waiting: Waiting | null,
	release: string,
): Promise<number> {
	const { settings, problems } = await readSettings();
	// Said at once: what comes may be a screen, or an error.
	for (const problem of problems) complain(problemWords(problem));
	const opens = opensScreen(command) && !settings.plain;
	if (command.name === 'archive') return await lookAfter(command, settings, complain);
	const server = command.archive ?? (command.paths.length === 0 && opens ? settings.archive : null);
	if (command.name === 'reader' && server !== null) {
		if (!opens) throw new UsageError('--archive is for the reader at a terminal');
		return await openNewsroom(server, command, settings, waiting);
	}
	const paths = pathsOf(command, settings.paths);
	if (command.name === 'index')
		return await indexTo(command, paths, { settings, problems }, { waiting, release, complain });
	const keeps = opens ? isOfAll(command, paths) : isOfArchive(command, paths);
	const archives = keeps ? await import('./archived.ts') : null;
	const known = archives !== null && (command.watch || archives.isKept(paths));
	// What is kept opens before anybody looks; else what was found is not looked for again.
	const looked = archives && !known ? await findPaths(paths) : null;
	if (archives && (known || (looked && (await archives.isMuch(looked))))) {
		const around = { waiting, release, complain };
		const use = opens ? openLibrary : printLibrary;
		const code = await use(command, paths, { settings, problems }, around);
		if (code !== null) return code;
	}
	const gathered = await gather(paths, problems, looked);
	const { failed } = gathered;
	for (const problem of failed) complain(problemWords(problem));
	const code = failed.length > 0 ? 1 : 0;
	const edition = opens ? editionFile({ ...gathered, release }) : null;
	const held = edition && keptEdition(edition);
	if (held) return (await openScreen(held, command, placeFile(paths), settings, waiting)) || code;
	// What reads and compares articles is a file of its own, which most starts never look at.
	const { readNews, print, printCorrections } = await import('./news.ts');
	const kept = keptReadings(release, paths);
	const { news, outcomes, keep: keepReadings } = await readNews(gathered, waiting, kept);
	const data = failed.length > 0 ? news.data : withoutArticles(news.data, paths);
	const lacking = data.articles.length === 0 && isForReaders(command);
	if (lacking && failed.length === 0) for (const problem of data.problems) complain(problemWords(problem));
	if (command.name === 'corrections') {
		waiting?.leave();
		return (await printCorrections(news, outcomes(), command, complain)) || (lacking ? 1 : code);
	}
	// At a terminal all has been said; what goes elsewhere is a page that says it too.
	if (lacking && (process.stdout.isTTY || !isDigest(command))) return 1;
	if (edition === null) {
		waiting?.leave();
		const printed = await print({ ...news, data }, command, settings.plain, lacking ? () => {} : complain);
		keepReadings();
		return printed || code;
	}
	let due = true;
	const keep = () => {
		if (!due) return;
		due = false;
		keepEdition(edition, data);
		keepReadings();
	};
	const timer = setTimeout(keep, KEEP_MS).unref();
	const left = await openScreen(data, command, placeFile(paths), settings, waiting);
	clearTimeout(timer);
	keep();
	return left || code;
}

/** What an archive holds, and no part of it that must be cut out first. */
function isOfAll({ since, until, actor }: Command, paths: readonly string[]): boolean {
	return since === null && until === null && actor === null && !paths.includes('-');
}

/** What is printed of what an archive holds; how names came together is not in it. */
function isOfArchive({ name }: Command, paths: readonly string[]): boolean {
	return name !== 'explain' && name !== 'corrections' && !paths.includes('-');
}

/** The screen over an archive on a server. */
async function openNewsroom(
	address: string,
	command: Command,
	settings: Settings,
	waiting: Waiting | null,
): Promise<number> {
	const { openServer } = await import('./server.ts');
	const served = await openServer(address);
	const { runScreen } = await import('../terminal/app.tsx');
	try {
		return await runScreen(
			served.archive,
			command.day === null ? null : { day: dayOf(command.day, new Date()), actor: null },
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

async function lookAfter(
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
async function indexTo(
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
	/** Whether something has not been written yet. */
	let due = true;
	for (;;) {
		const { data, failed, changed, close } = await editionIn(paths, read, around);
		due ||= changed;
		try {
			if (due) {
				const words = writtenWords(data, await writeTo(address, data));
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
		if (!command.watch) return failed.length > 0 ? 1 : 0;
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
	}
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
	const { problems: wrong, ...corrections } = await readCorrections();
	const wanted = { paths, release, corrections, problems: [...problems, ...wrong] };
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

interface Read {
	readonly settings: Settings;
	readonly problems: readonly Problem[];
}

interface Around {
	readonly waiting: Waiting | null;
	readonly release: string;
	readonly complain: (message: string) => void;
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
async function printLibrary(
	command: Command,
	paths: readonly string[],
	{ settings, problems }: Read,
	{ waiting, release, complain }: Around,
): Promise<number | null> {
	const { isDamaged, readArchived } = await import('./archived.ts');
	const { problems: wrong, ...corrections } = await readCorrections();
	const wanted = { paths, release, corrections, problems: [...problems, ...wrong] };
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
async function openLibrary(
	command: Command,
	paths: readonly string[],
	{ settings, problems }: Read,
	{ waiting, release, complain }: Around,
): Promise<number | null> {
	const { openArchived } = await import('./archived.ts');
	const { problems: wrong, ...corrections } = await readCorrections();
	const { watch } = command;
	const wanted = { paths, release, corrections, problems: [...problems, ...wrong], watch };
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

function waitingHere(): Waiting {
	return startWaiting(process, {
		onInterrupt: (code) => process.exit(code),
		onCrash(error) {
			throw error;
		},
	});
}

/** Where the reader stood and what they have read, and how both are kept. */
async function keeperOf({ fresh, day, actor }: Command, file: string): Promise<Keeper> {
	const named = day !== null || actor !== null;
	const marks = await openMarks(() => new Date());
	return {
		place: fresh || named ? '' : (await readNote(file)).text,
		keepPlace: (text) => keepPlace(file, text),
		read: marks.read,
		keepMark: marks.keep,
	};
}

async function readSettings(): Promise<{ settings: Settings; problems: readonly Problem[] }> {
	const file = configFile();
	const note = await readNote(file);
	const { settings, problems } = parseSettings(file, note.text, absolutePath);
	return { settings, problems: [...note.problems, ...problems] };
}

/** Folders without an article are a problem that every format tells, and not a day on which nothing happened. */
function withoutArticles(data: Export, paths: readonly string[]): Export {
	if (data.articles.length > 0) return data;
	const message = 'no articles in it; texts, pages (.html), messages (.eml) and .json are read';
	const empty = paths.map((path): Problem => {
		const file = path === '-' ? 'standard input' : path;
		return { file, line: null, stage: 'ingest', message };
	});
	return { ...data, problems: [...empty, ...data.problems] };
}

async function openScreen(
	data: Export,
	command: Command,
	file: string,
	{ theme, keys }: Settings,
	waiting: Waiting | null,
): Promise<number> {
	const { day, actor, ...between } = placeOf(data, command, new Date()).held;
	// React and Ink are met only by those who look at the screen: a pipe need not wait for them.
	const [{ runScreen }, { memoryArchive }] = await Promise.all([
		import('../terminal/app.tsx'),
		import('../archive/memory.ts'),
	]);
	const held = editionOf(data, { day: 'all', actor: null, ...between });
	const named = command.day !== null || command.actor !== null;
	const at = named ? { day, actor } : null;
	const habits = { theme, keys, readOnly: command.readOnly };
	return runScreen(memoryArchive(held), at, await keeperOf(command, file), habits, waiting);
}
