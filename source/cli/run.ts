/** From files to what the reader sees: reads, compares, and prints or opens the screen. */
import { editionOf } from '../digest/edition.ts';
import { findPaths } from '../ingest/files.ts';
import { editionFile, keepEdition, keptEdition } from '../kept/editions.ts';
import { readNote } from '../kept/notes.ts';
import { placeFile } from '../kept/places.ts';
import { keptReadings } from '../kept/readings.ts';
import type { Waiting } from '../terminal/waiting.ts';
import type { Export, Problem } from '../types.ts';
import { problemWords } from '../wording.ts';
import type { Command } from './arguments.ts';
import { gather } from './gathered.ts';
import { isOfAll, isOfArchive, openLibrary, printLibrary } from './library.ts';
import { UsageError } from './mistakes.ts';
import { indexTo, lookAfter, openNewsroom } from './newsroom.ts';
import { absolutePath, pathsOf } from './paths.ts';
import { placeOf } from './place.ts';
import { keeperOf } from './reader.ts';
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
	const paths = pathsOf(command, settings.paths, settings.archive);
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
