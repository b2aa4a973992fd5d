/** The door: reads the command line, says in one line what is wrong with it, and sets the exit code. */
import { readArguments, UsageError } from './cli/arguments.ts';
import { completions, SHELLS } from './cli/completions.ts';
import { HELP } from './cli/help.ts';
import { NothingFound } from './cli/nothing.ts';
import { ownPaths, ownPathsWords } from './cli/own-paths.ts';
import { configFile } from './cli/paths.ts';
import { writeAll } from './cli/write.ts';
import { safeLine } from './safe.ts';

declare const __VERSION__: string;

process.stdout.on('error', closedPipe);
process.stderr.on('error', closedPipe);
main(process.argv.slice(2)).catch(fail);

async function main(argv: readonly string[]): Promise<void> {
	const command = readArguments(argv, __VERSION__);
	if (command.name === 'help') return writeAll(process.stdout, [HELP]);
	if (command.name === 'version') return writeAll(process.stdout, [`quotidian ${__VERSION__}\n`]);
	if (command.name === 'config') return config(command.words === 'init');
	if (command.name === 'paths') return writeAll(process.stdout, [ownPathsWords(ownPaths(), command.format)]);
	if (command.name === 'completions')
		return writeAll(process.stdout, [completions(SHELLS.find((shell) => shell === command.words)!)]);
	// Lists and rules are built when they are loaded: who asks for help or mistypes a flag need not wait for them.
	const { run } = await import('./cli/run.ts');
	const code = await run(command, complain);
	if (code !== 0) process.exitCode = code;
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

/** Sets the exit code and lets the program end by itself, so that nothing on its way into a pipe is lost. */
function fail(error: unknown): void {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	if (code === 'EPIPE') process.exit(0);
	if (error instanceof UsageError || error instanceof NothingFound) {
		complain(error.message);
		process.exitCode = error instanceof UsageError ? 2 : 1;
	} else if (error instanceof Error && 'syscall' in error) {
		complain(`cannot go on: ${error.message}`);
		process.exitCode = 1;
	} else {
		const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
		complain(`this is a bug, please report it: ${told}`);
		process.exitCode = 2;
	}
}
