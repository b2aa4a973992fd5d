/** The first thing that runs: takes the terminal if there is to be a screen, then loads the program. Small, to be fast. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type Code, runCode } from './start/code.ts';
import { opensSoon } from './start/soon.ts';
import { startWaiting, type Waiting } from './terminal/waiting.ts';

/** A name for the text of the program, new with every build. */
declare const __RELEASE__: string;

interface Program {
	/** Resolves with whether articles were read: then what is compiled is worth keeping. */
	readonly main: (argv: readonly string[], waiting: Waiting | null, release: string) => Promise<boolean>;
	readonly fail: (error: unknown) => void;
}

/**
 * Compiled by then is what a first screen needs, and the reader has begun to read. When they leave, so is what the screens
 * they went to need: that is kept in its place, and the next time the first keys are answered in half the time.
 */
const KEEP_MS = 1500;

const LATER = [
	'--no-regexp-tier-up',
	'--invocation-count-for-maglev=4000',
	'--invocation-count-for-maglev-osr=1000',
	'--invocation-count-for-turbofan=10000',
];
/** By the release of Node: V8 complains aloud of a flag that it does not know. */
const HASTE: Readonly<Record<string, readonly string[]>> = {
	20: ['--no-regexp-tier-up', '--interrupt-budget=1000000'],
	22: LATER,
	24: LATER,
};

const argv = process.argv.slice(2);
let program: Program | null = null;
const waiting = opensSoon(argv, process) ? startWaiting(process, { onInterrupt, onCrash }) : null;
haste();
const parts: Code[] = [];
program = partOf('program.js', waiting ? 'screen' : 'text') as Program;
const timer = waiting && setTimeout(keep, KEEP_MS).unref();
program.main(argv, waiting, __RELEASE__).then((read) => {
	if (timer) clearTimeout(timer);
	if (read) keep();
});

/** Runs a file of the program. */
function partOf(name: string, use: string): unknown {
	const file = join(__dirname, name);
	const code = runCode(file, __RELEASE__, use);
	parts.push(code);
	const load = (other: string) => (other === './news.js' ? partOf('news.js', 'news') : require(other));
	return (code.value as (load: (name: string) => unknown, url: string) => unknown)(
		load,
		pathToFileURL(file).href,
	);
}

function keep(): void {
	for (const code of parts) code.keep();
}

/**
 * Most of what runs at the start runs a few times only: V8 is not to make machine code of functions that soon, and of
 * expressions once instead of in two steps. A third of the processor time of a start; what goes on for long is made fast
 * all the same. With more patience the first keys would be felt to be slower.
 */
function haste(): void {
	for (const flag of HASTE[process.versions.node.split('.')[0]!] ?? []) setFlagsFromString(flag);
}

function onInterrupt(code: number): void {
	process.exit(code);
}

function onCrash(error: unknown): void {
	if (program === null) throw error;
	program.fail(error);
	process.exit();
}
