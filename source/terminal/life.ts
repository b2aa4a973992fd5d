/**
 * Takes the terminal and gives it back: on leaving, on every signal, when the terminal goes away, when we crash, and
 * while we are stopped. Whatever happens, the reader's shell finds its screen, its cursor and its echo.
 */
import { writeSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:tty';

/** Alternate screen, no cursor, no wrapping at the edge, pastes marked as such. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h';
const LEAVE = '\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l';

/** Signals whose default is to end us. */
const ENDS = ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGINT'] as const;

/** How long after asking to be stopped we take it that nobody can: a group without a shell cannot be. */
const STOP_MS = 100;

export interface Life {
	/** Whom to tell from now on. */
	readonly turnTo: (listener: Listener) => void;
	/** Stops us as ^Z does, until the shell brings us back. */
	readonly suspend: () => void;
	/** Gives the terminal back and lets go of everything, so that the program can end by itself. */
	readonly leave: () => void;
}

export interface Ends {
	readonly stdin: ReadStream;
	readonly stdout: WriteStream;
}

export interface Listener {
	readonly onInput: (bytes: Buffer) => void;
	/** The terminal may show anything, at any size. */
	readonly onReturn: () => void;
	readonly onResize: () => void;
	/** A signal ends us, or the terminal has gone; what is done here must be done at once. */
	readonly onEnd: () => void;
	/** A bug: the terminal has been given back, and the program is to end. */
	readonly onCrash: (error: unknown) => void;
}

/** `first`: what is to be seen at once, written together with what takes the terminal. */
export function takeTerminal(
	{ stdin, stdout }: Ends,
	listener: Listener,
	first: () => string = () => '',
): Life {
	let told = listener;
	let ours = false;
	let over = false;
	let stopping: NodeJS.Timeout | NodeJS.Immediate | null = null;

	/** Synchronous, past the stream's queue: it must be out before a signal takes us. A dead terminal is no matter. */
	function put(text: string): void {
		try {
			writeSync((stdout as WriteStream & { readonly fd: number }).fd, text);
		} catch {}
	}

	function enter(): void {
		if (ours || over) return;
		try {
			// Off and on: after a stop Node may think that the mode it set still holds.
			stdin.setRawMode(false);
			stdin.setRawMode(true);
		} catch {}
		put(ENTER + first());
		ours = true;
	}

	function giveBack(): void {
		if (!ours) return;
		ours = false;
		put(LEAVE);
		try {
			stdin.setRawMode(false);
		} catch {}
	}

	/** Ends as the signal would have ended us. Never by process.exit: Node 20 aborts when the terminal is gone. */
	function endBy(signal: NodeJS.Signals): void {
		release();
		try {
			told.onEnd();
		} catch {}
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
		// Where the signal is ignored (nohup) nothing has happened, and there is no terminal to go on with.
		setTimeout(() => process.kill(process.pid, 'SIGKILL'), 200);
	}

	const ended = ENDS.map((signal) => [signal, () => endBy(signal)] as const);
	const hungUp = () => endBy('SIGHUP');

	function stop(signal: 'SIGTSTP'): void {
		giveBack();
		process.off('SIGTSTP', stopped);
		// The whole group, as the terminal's own ^Z would: npm, if it started us, stops too.
		process.kill(0, signal);
		// Brought back, this timer is due at once: let SIGCONT be heard first.
		stopping = setTimeout(() => {
			stopping = setImmediate(resume);
		}, STOP_MS);
	}
	const stopped = () => stop('SIGTSTP');

	function resume(): void {
		stay();
		if (over) return;
		process.off('SIGTSTP', stopped);
		process.on('SIGTSTP', stopped);
		// What the shell did to the terminal meanwhile is not known, nor whether we were told.
		ours = false;
		enter();
		told.onReturn();
	}

	function stay(): void {
		if (stopping === null) return;
		clearTimeout(stopping as NodeJS.Timeout);
		clearImmediate(stopping as NodeJS.Immediate);
		stopping = null;
	}

	function crashed(error: unknown): void {
		release();
		told.onCrash(error);
	}

	const resized = () => told.onResize();
	const typed = (bytes: Buffer) => told.onInput(bytes);

	function release(): void {
		if (over) return;
		over = true;
		giveBack();
		stay();
		for (const [signal, end] of ended) process.off(signal, end);
		process.off('SIGTSTP', stopped).off('SIGCONT', resume).off('exit', giveBack);
		process.off('uncaughtException', crashed).off('unhandledRejection', crashed);
		stdout.off('resize', resized).off('error', hungUp);
		stdin.off('data', typed).off('end', hungUp).off('error', hungUp);
		stdin.pause();
		stdin.unref();
	}

	for (const [signal, end] of ended) process.on(signal, end);
	process.on('SIGTSTP', stopped).on('SIGCONT', resume).on('exit', giveBack);
	process.on('uncaughtException', crashed).on('unhandledRejection', crashed);
	stdout.on('resize', resized).on('error', hungUp);
	stdin.on('data', typed).on('end', hungUp).on('error', hungUp);
	stdin.ref();
	stdin.resume();
	enter();

	return {
		turnTo(next) {
			told = next;
		},
		suspend: () => stop('SIGTSTP'),
		leave: release,
	};
}
