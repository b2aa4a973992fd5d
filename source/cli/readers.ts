/** Who is to have the answer: somebody at a screen, somebody who listens, a file, another program. */
import type { Command } from './arguments.ts';

/** Whether what is printed is for eyes: a script gets its document, however little there is. */
export function isForReaders({ name, format }: Command): boolean {
	return name !== 'export' && format !== 'json' && format !== 'jsonl';
}

/** Whether what is printed is the digest: the reader without a screen prints it too. */
export function isDigest({ name }: Command): boolean {
	return name === 'digest' || name === 'reader';
}

/** A screen needs a terminal on both sides that can place its cursor, and a reader who asked for no text. */
export function opensScreen({ name, format }: Command): boolean {
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

/** Whether what comes to the terminal is read to somebody. */
export function isHeard(): boolean {
	const { stdout, env } = process;
	return stdout.isTTY && (env.TERM === 'dumb' || isTold(env.INK_SCREEN_READER));
}

/** What a variable of the environment says, when it is for yes or no. */
function isTold(variable: string | undefined): boolean {
	return variable !== undefined && !/^(|0|no|false)$/i.test(variable);
}

/** Bold in a list only where it cannot end up in a file, unless it is asked for. */
export function mayStyle(): boolean {
	const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
	if (FORCE_COLOR) return isTold(FORCE_COLOR);
	return process.stdout.isTTY && TERM !== 'dumb' && !NO_COLOR;
}
