/** The first thing that runs: takes the terminal if there is to be a screen, then loads the program. Small, to be fast. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCode } from './start/code.ts';
import { opensSoon } from './start/soon.ts';
import { startWaiting, type Waiting } from './terminal/waiting.ts';

/** A name for the text of the program, new with every build. */
declare const __RELEASE__: string;

interface Program {
	/** Resolves with whether articles were read: then what is compiled is worth keeping. */
	readonly main: (argv: readonly string[], waiting: Waiting | null) => Promise<boolean>;
	readonly fail: (error: unknown) => void;
}

/** Compiled by then is what a screen needs, and the reader has begun to read. */
const KEEP_MS = 1500;

const argv = process.argv.slice(2);
let program: Program | null = null;
const waiting = opensSoon(argv, process) ? startWaiting(process, { onInterrupt, onCrash }) : null;
const file = join(__dirname, 'program.js');
const code = runCode(file, __RELEASE__, waiting ? 'screen' : 'text');
program = (code.value as (load: NodeJS.Require, url: string) => Program)(require, pathToFileURL(file).href);
const timer = waiting && setTimeout(code.keep, KEEP_MS).unref();
program.main(argv, waiting).then((read) => {
	if (timer) clearTimeout(timer);
	if (read) code.keep();
});

function onInterrupt(): void {
	process.exit(130);
}

function onCrash(error: unknown): void {
	if (program === null) throw error;
	program.fail(error);
	process.exit();
}
