/** The door: reads the command line, says in one line what is wrong with it, and sets the exit code. */
import { type Command, readArguments } from './cli/arguments.ts';
import { completions, SHELLS } from './cli/completions.ts';
import { HELP } from './cli/help.ts';
import { ownPaths, ownPathsWords } from './cli/own-paths.ts';
import { configFile } from './cli/usual.ts';
import { writeAll } from './cli/write.ts';
import { safeLine } from './safe.ts';
import type { Waiting } from './terminal/waiting.ts';

declare const __VERSION__: string;

process.stdout.on('error', closedPipe);
process.stderr.on('error', closedPipe);

/**
 * `waiting`: the terminal, if it has been taken. `release`: a name for the text of the program. Resolves with whether
 * articles were read.
 */
export async function main(
	argv: readonly string[],
	waiting: Waiting | null,
	release: string,
): Promise<boolean> {
	try {
		return await obey(readArguments(argv, __VERSION__), waiting, release);
	} catch (error) {
		waiting?.leave();
		fail(error);
		return false;
	}
}

async function obey(command: Command, waiting: Waiting | null, release: string): Promise<boolean> {
	const told = ofItself(command);
	if (told !== null) {
		await writeAll(process.stdout, [told]);
		return false;
	}
	if (command.name === 'config') {
		await config(command.words === 'init');
		return false;
	}
	if (command.name === 'add' || command.name === 'import' || command.name === 'pull' || command.opml) {
		// What fetches and reads feeds is a file of its own, which readers of folders never load.
		const [{ obeyFeeds }, { askingOf }] = await Promise.all([
			import('./cli/feeds.ts'),
			import('./cli/agent.ts'),
		]);
		const failed = await obeyFeeds(command, await askingOf(__VERSION__));
		if (failed !== 0) process.exitCode = failed;
		return false;
	}
	// Lists and rules are built when they are loaded: who asks for help or mistypes a flag need not wait for them.
	const { run } = await import('./cli/run.ts');
	const code = await run(command, complain, waiting, release);
	if (code !== 0) process.exitCode = code;
	return true;
}

/** What is told without reading anything; null when articles are wanted. */
function ofItself({ name, words, format }: Command): string | null {
	switch (name) {
		case 'help':
			return HELP;
		case 'version':
			return `quotidian ${__VERSION__}\n`;
		case 'paths':
			return ownPathsWords(ownPaths(), format);
		case 'completions':
			return completions(SHELLS.find((shell) => shell === words)!);
		default:
			return null;
	}
}

/** Prints the file of settings that one starts from, or writes it where there is none yet. */
async function config(init: boolean): Promise<void> {
	const [{ settingsFile }, { createNote }] = await Promise.all([
		import('./cli/settings.ts'),
		import('./kept/notes.ts'),
	]);
	if (!init) return writeAll(process.stdout, [settingsFile()]);
	const file = configFile();
	if (await createNote(file, settingsFile())) return complain(`written: ${file}`);
	complain(`${file} is there already, and stays as it is; quotidian config prints what it could hold`);
	process.exitCode = 1;
}

function complain(message: string): void {
	process.stderr.write(`quotidian: ${safeLine(message)}\n`);
}

/** `| head` is no mistake: what the reader wanted has been read. */
function closedPipe(error: NodeJS.ErrnoException): void {
	if (error.code === 'EPIPE') process.exit(0);
	// Any other error of a stream comes back from the write that met it.
}

/** Exit codes, by the names of errors that are the reader's to mend. */
const MISTAKES: Readonly<Record<string, number>> = { UsageError: 2, NothingFound: 1 };

/** Sets the exit code and lets the program end by itself, so that nothing on its way into a pipe is lost. */
export function fail(error: unknown): void {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	if (code === 'EPIPE') process.exit(0);
	const mistake = error instanceof Error ? MISTAKES[error.name] : undefined;
	if (error instanceof Error && mistake !== undefined) {
		complain(error.message);
		process.exitCode = mistake;
	} else if (error instanceof Error && 'syscall' in error) {
		complain(`cannot go on: ${error.message}`);
		process.exitCode = 1;
	} else {
		const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
		complain(`this is a bug, please report it: ${told}`);
		process.exitCode = 2;
	}
}
