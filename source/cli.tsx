/** The door: command line, terminal, clock, signals, exit codes. Everything it opens is a pure function or a room's own. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { annotate } from './article/annotate.ts';
import { answer } from './cli/answers.ts';
import { COMMANDS, type Command, nearestOf, readArguments, UsageError } from './cli/arguments.ts';
import { HELP } from './cli/help.ts';
import { NothingFound, placeOf } from './cli/place.ts';
import { writeAll } from './cli/write.ts';
import { digest } from './digest/digest.ts';
import { editionOf } from './digest/edition.ts';
import { readPaths } from './ingest/files.ts';
import { safeLine } from './safe.ts';
import type { Export, Problem, Reading } from './types.ts';
import { countWords, problemWords } from './wording.ts';

declare const __VERSION__: string;

process.stdout.on('error', closedPipe);
process.stderr.on('error', closedPipe);
main(process.argv.slice(2)).catch(fail);

async function main(argv: readonly string[]): Promise<void> {
	const command = readArguments(argv, __VERSION__);
	if (command.name === 'help') return writeAll(process.stdout, [HELP]);
	if (command.name === 'version') return writeAll(process.stdout, [`quotidian ${__VERSION__}\n`]);
	const paths = pathsOf(command);
	const { data, failed } = await read(paths);
	for (const message of failed) complain(message);
	if (failed.length > 0) process.exitCode = 1;
	if (data.articles.length === 0 && isForReaders(command)) return tellEmpty(data, paths, failed);
	if (opensScreen(command)) return openScreen(data, command);
	await print(data, command);
}

/** Whether what is printed is for eyes: a script gets its document, however little there is. */
function isForReaders({ name, format }: Command): boolean {
	return name !== 'export' && format !== 'json' && format !== 'jsonl';
}

/** Nothing to read: what was looked at, and what kept each file from being an article. */
async function tellEmpty(data: Export, paths: readonly string[], failed: readonly string[]): Promise<void> {
	process.exitCode = 1;
	if (failed.length > 0) return;
	const where = paths.map((path) => (path === '-' ? 'standard input' : path)).join(', ');
	complain(`no articles in ${where}; files that end in .txt or .md are read`);
	for (const problem of data.problems) complain(problemWords(problem));
}

async function print(data: Export, command: Command): Promise<void> {
	const { stdout } = process;
	const { pieces, nothing, remark } = answer(data, command, {
		now: new Date(),
		columns: stdout.isTTY ? stdout.columns || 80 : 80,
		bold: mayStyle(),
	});
	await writeAll(stdout, pieces);
	if (nothing !== null) {
		process.exitCode = 1;
		return complain(nothing);
	}
	if (remark !== null) complain(remark);
	const { length } = data.problems;
	// The digest tells them itself.
	const told = command.name === 'digest' || command.name === 'reader' || command.name === 'explain';
	if (length > 0 && !told && isForReaders(command))
		complain(`${countWords(length, 'problem')} while reading; quotidian digest lists them`);
}

/** A screen needs a terminal on both sides that can place its cursor, and a reader who asked for no format. */
function opensScreen({ name, format }: Command): boolean {
	const { stdin, stdout, env } = process;
	return name === 'reader' && format === null && stdout.isTTY && stdin.isTTY && env.TERM !== 'dumb';
}

async function openScreen(data: Export, command: Command): Promise<void> {
	const { day, actor, ...between } = placeOf(data, command, new Date()).held;
	// React and Ink are met only by those who look at the screen: a pipe need not wait for them.
	const [{ runScreen }, { memoryArchive }] = await Promise.all([
		import('./terminal/app.tsx'),
		import('./archive/memory.ts'),
	]);
	const held = editionOf(data, { day: 'all', actor: null, ...between });
	const code = await runScreen(memoryArchive(held), { day, actor });
	if (code !== 0) process.exitCode = code;
}

/** Bold in a list only where it cannot end up in a file, unless it is asked for. */
function mayStyle(): boolean {
	const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
	if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
	return process.stdout.isTTY && TERM !== 'dumb' && !NO_COLOR;
}

/** What to read: what was given, else ./articles, else the reader's library. */
function pathsOf(command: Command): readonly string[] {
	const { name, paths, words } = command;
	if (name === 'explain' && paths.length === 0) {
		if (words === '-') return ['-'];
		// A file that is not in the default folder is read alone; one that is, is explained among its neighbours.
		const folder = defaultFolder();
		if (kindOf(words) === 'file' && !(folder !== null && isInside(folder, words))) return [words];
	}
	if (paths.length > 0) {
		if (name === 'reader') refuseMistypedCommand(paths[0]!);
		return paths;
	}
	const folder = defaultFolder();
	if (folder === null)
		throw new NothingFound(
			`no articles here; give a folder (quotidian FOLDER), or put articles into ./articles or ${libraryFolder()}`,
		);
	return [folder];
}

function defaultFolder(): string | null {
	return ['articles', libraryFolder()].find((folder) => kindOf(folder) === 'folder') ?? null;
}

function libraryFolder(): string {
	const { XDG_DATA_HOME } = process.env;
	// The specification says to ignore a relative path.
	const home =
		XDG_DATA_HOME && isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : join(homedir(), '.local', 'share');
	return join(home, 'quotidian', 'articles');
}

function kindOf(path: string): 'folder' | 'file' | 'none' {
	const info = statSync(path, { throwIfNoEntry: false });
	return info?.isDirectory() ? 'folder' : info?.isFile() ? 'file' : 'none';
}

function isInside(folder: string, path: string): boolean {
	const way = relative(resolve(folder), resolve(path));
	return !way.startsWith('..') && !isAbsolute(way);
}

/** `quotidian quots` is no path that went missing, but a word that was mistyped. */
function refuseMistypedCommand(word: string): void {
	if (!/^[a-z]+$/.test(word) || statSync(word, { throwIfNoEntry: false })) return;
	const near = nearestOf(COMMANDS, word);
	throw new UsageError(
		`${word} is no command, and no file or folder here; ${near ? `did you mean ${near}?` : 'see quotidian --help'}`,
	);
}

async function read(paths: readonly string[]): Promise<{ data: Export; failed: readonly string[] }> {
	const { raws, problems } = await readPaths(paths);
	const readings: Reading[] = [];
	const bugs: Problem[] = [];
	for (const raw of raws)
		try {
			readings.push(annotate(raw));
		} catch (error) {
			// No article may throw; should one, it must not cost the reader all the others.
			const message = `could not be read; this is a bug, please report it (${String(error)})`;
			bugs.push({ file: raw.file, line: null, stage: 'annotate', message });
		}
	const data = digest(readings, [...problems, ...bugs]);
	const named = new Set(paths);
	const failed = problems.filter(({ stage, file }) => stage === 'ingest' && named.has(file));
	return { data, failed: failed.map(problemWords) };
}

function complain(message: string): void {
	process.stderr.write(`quotidian: ${safeLine(message)}\n`);
}

/** `| head` is no mistake: what the reader wanted has been read. */
function closedPipe(error: NodeJS.ErrnoException): void {
	if (error.code === 'EPIPE') process.exit(0);
	// Any other error of a stream comes back from the write that met it.
}

/** Sets the exit code and lets the program end by itself, so that nothing on its way into a pipe is lost. */
function fail(error: unknown): void {
	if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(0);
	if (error instanceof UsageError || error instanceof NothingFound) {
		complain(error.message);
		process.exitCode = error instanceof UsageError ? 2 : 1;
		return;
	}
	if (error instanceof Error && 'syscall' in error) {
		complain(`cannot write: ${error.message}`);
		process.exitCode = 1;
		return;
	}
	complain(
		`this is a bug, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
	);
	process.exitCode = 2;
}
