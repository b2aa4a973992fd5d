/** From files to what the reader sees: reads, compares, and prints or opens the screen. */
import { annotate } from '../article/annotate.ts';
import { parseCorrections } from '../digest/corrections.ts';
import { type Explained, explainedDigest } from '../digest/digest.ts';
import { editionOf } from '../digest/edition.ts';
import { type LineOutcome, outcomesOf } from '../digest/outcomes.ts';
import { readPaths } from '../ingest/files.ts';
import { openMarks } from '../kept/marks.ts';
import { readNote } from '../kept/notes.ts';
import { keepPlace, placeFile } from '../kept/places.ts';
import type { Waiting } from '../terminal/waiting.ts';
import type { Export, Problem, Reading } from '../types.ts';
import { countWords, problemWords } from '../wording.ts';
import { answer } from './answers.ts';
import type { Command } from './arguments.ts';
import { correctionsPage } from './corrections.ts';
import { absolutePath, pathsOf } from './paths.ts';
import { placeOf } from './place.ts';
import { parseSettings, type Settings } from './settings.ts';
import { configFile, correctionsFile } from './usual.ts';
import { writeAll } from './write.ts';

/** Does what a command says; `tell` takes one line for stderr. Resolves with the exit code. */
export async function run(
	command: Command,
	tell: (message: string) => void,
	waiting: Waiting | null,
): Promise<number> {
	const later: string[] = [];
	// What is told on a screen that is about to be drawn over is told to nobody.
	const complain = waiting ? (message: string) => void later.push(message) : tell;
	try {
		return await obey(command, complain, waiting);
	} finally {
		waiting?.leave();
		for (const message of later) tell(message);
	}
}

async function obey(
	command: Command,
	complain: (message: string) => void,
	waiting: Waiting | null,
): Promise<number> {
	const { settings, problems } = await readSettings();
	// Said at once: what comes may be a screen, or an error.
	for (const problem of problems) complain(problemWords(problem));
	const paths = pathsOf(command, settings.paths);
	const { news, failed, outcomes } = await read(paths, problems, waiting);
	const { data } = news;
	for (const problem of failed) complain(problemWords(problem));
	const code = failed.length > 0 ? 1 : 0;
	const lacking = data.articles.length === 0 && isForReaders(command);
	if (lacking && failed.length === 0) tellEmpty(data, paths, complain);
	if (command.name === 'corrections') {
		waiting?.leave();
		return (await printCorrections(news, outcomes(), command, complain)) || (lacking ? 1 : code);
	}
	if (lacking) return 1;
	if (opensScreen(command) && !settings.plain)
		return (await openScreen(data, command, placeFile(paths), settings, waiting)) || code;
	waiting?.leave();
	return (await print(news, command, settings.plain, complain)) || code;
}

async function readSettings(): Promise<{ settings: Settings; problems: readonly Problem[] }> {
	const file = configFile();
	const note = await readNote(file);
	const { settings, problems } = parseSettings(file, note.text, absolutePath);
	return { settings, problems: [...note.problems, ...problems] };
}

interface News {
	readonly news: Explained;
	/** Problems of paths that the reader gave by name, and that could not be read at all. */
	readonly failed: readonly Problem[];
	/** What the reader's corrections did. Compares the articles once more. */
	readonly outcomes: () => readonly LineOutcome[];
}

async function read(
	paths: readonly string[],
	earlier: readonly Problem[],
	waiting: Waiting | null,
): Promise<News> {
	const { raws, problems } = await readPaths(paths);
	const file = correctionsFile();
	const note = await readNote(file);
	const told = parseCorrections(file, note.text);
	const readings: Reading[] = [];
	const bugs: Problem[] = [];
	for (const [at, raw] of raws.entries()) {
		await waiting?.tell(`reading ${at + 1} of ${countWords(raws.length, 'article')}`);
		try {
			readings.push(annotate(raw));
		} catch (error) {
			// No article may throw; should one, it must not cost the reader all the others.
			const message = `could not be read; this is a bug, please report it (${String(error)})`;
			bugs.push({ file: raw.file, line: null, stage: 'annotate', message });
		}
	}
	await waiting?.tell(`comparing ${countWords(readings.length, 'article')}`);
	const named = new Set(paths);
	const news = explainedDigest(
		readings,
		[...earlier, ...problems, ...note.problems, ...told.problems, ...bugs],
		told.corrections,
	);
	return {
		news,
		outcomes: () => outcomesOf(told.lines, told.corrections, news, explainedDigest(readings, [])),
		failed: problems.filter(({ stage, file }) => stage === 'ingest' && named.has(file)),
	};
}

/** Whether what is printed is for eyes: a script gets its document, however little there is. */
function isForReaders({ name, format }: Command): boolean {
	return name !== 'export' && format !== 'json' && format !== 'jsonl';
}

/** Nothing to read: what was looked at, and what kept each file from being an article. */
function tellEmpty(data: Export, paths: readonly string[], complain: (message: string) => void): void {
	const where = paths.map((path) => (path === '-' ? 'standard input' : path)).join(', ');
	complain(`no articles in ${where}; texts, pages (.html), messages (.eml) and .json are read`);
	for (const problem of data.problems) complain(problemWords(problem));
}

async function print(
	{ data, joins, standingOf }: Explained,
	command: Command,
	plain: boolean,
	complain: (message: string) => void,
): Promise<number> {
	const { stdout, env } = process;
	const aloud = stdout.isTTY && (env.TERM === 'dumb' || isTold(env.INK_SCREEN_READER));
	const { pieces, nothing, remark } = answer(data, command, {
		now: new Date(),
		columns: stdout.isTTY ? stdout.columns || 80 : 80,
		bold: command.format !== 'plain' && mayStyle(),
		linear: command.plain || plain || aloud,
		joins,
		standingOf,
	});
	await writeAll(stdout, pieces);
	if (nothing !== null) {
		complain(nothing);
		return 1;
	}
	if (remark !== null) complain(remark);
	const { length } = data.problems;
	// The digest tells them itself.
	const told = command.name === 'digest' || command.name === 'reader' || command.name === 'explain';
	if (length > 0 && !told && isForReaders(command))
		complain(`${countWords(length, 'problem')} while reading; quotidian digest lists them`);
	return 0;
}

/** With no article to try them on, the lines are still told to be right or wrong. */
async function printCorrections(
	news: Explained,
	outcomes: readonly LineOutcome[],
	{ format }: Command,
	complain: (message: string) => void,
): Promise<number> {
	const { stdout } = process;
	const file = correctionsFile();
	const unreadable = news.data.problems.filter((problem) => problem.file === file && problem.line === null);
	for (const problem of unreadable) complain(problemWords(problem));
	if (unreadable.length > 0 && outcomes.length === 0 && format !== 'json') return 1;
	const columns = stdout.isTTY ? stdout.columns || 80 : 80;
	const { text, code } = correctionsPage(file, outcomes, news, format === 'json', columns);
	await writeAll(stdout, [text]);
	return code;
}

/** A screen needs a terminal on both sides that can place its cursor, and a reader who asked for no text. */
function opensScreen({ name, format }: Command): boolean {
	const { stdin, stdout, env } = process;
	return (
		name === 'reader' &&
		format === null &&
		stdout.isTTY &&
		stdin.isTTY &&
		env.TERM !== 'dumb' &&
		!isTold(env.INK_SCREEN_READER)
	);
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
	const last = command.fresh || named ? '' : (await readNote(file)).text;
	const marks = await openMarks(() => new Date());
	const keeper = {
		place: last,
		keepPlace: (text: string) => keepPlace(file, text),
		read: marks.read,
		keepMark: marks.keep,
	};
	const at = named ? { day, actor } : null;
	const habits = { theme, keys, readOnly: command.readOnly };
	return runScreen(memoryArchive(held), at, keeper, habits, waiting);
}

/** What a variable of the environment says, when it is for yes or no. */
function isTold(variable: string | undefined): boolean {
	return variable !== undefined && !/^(|0|no|false)$/i.test(variable);
}

/** Bold in a list only where it cannot end up in a file, unless it is asked for. */
function mayStyle(): boolean {
	const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
	if (FORCE_COLOR) return isTold(FORCE_COLOR);
	return process.stdout.isTTY && TERM !== 'dumb' && !NO_COLOR;
}
