/**
 * What the reader sees until there is something to read: the terminal is taken before the program is even loaded, says
 * how far the reading has come, and keeps what is typed for the screen.
 */
import { type Ends, type Life, type Listener, takeTerminal } from './life.ts';

export interface Waiting {
	/** Shows how far it has come. Resolves at once, or when signals and keys have been heard: to be awaited often. */
	readonly tell: (words: string) => Promise<void> | undefined;
	/** The terminal, for a screen that speaks from now on, and what has been typed so far. */
	readonly handOver: (listener: Listener) => { readonly life: Life; readonly typed: readonly Buffer[] };
	/** Gives the terminal back; what was typed is nobody's. */
	readonly leave: () => void;
}

/** How long work may go on before keys and signals are heard. */
const DEAF_MS = 30;
/** What is kept of what is typed: more is no impatience but a paste, or a cat. */
const TYPED_MOST = 4096;

const INTERRUPT = 3;
/** The code of who was ended by a ^C. */
const INTERRUPTED = 130;
const QUIT = /^[qQ]$/;
const SUSPEND = 26;

const TITLE = '\x1b[H\x1b[J\x1b[1;3H\x1b[1mQuotidian\x1b[m';

/** `onInterrupt` is told with which code to end after a ^C or a q, `onCrash` of a bug, after the terminal is given back. */
export function startWaiting(
	ends: Ends,
	{
		onInterrupt,
		onCrash,
	}: { readonly onInterrupt: (code: number) => void; readonly onCrash: (error: unknown) => void },
): Waiting {
	let words = 'starting';
	let typed: Buffer[] = [];
	let length = 0;
	let heard = 0;
	const frame = () => TITLE + told();
	// Plain ASCII: nothing is known yet of what the terminal can show.
	const told = () => `\x1b[3;3H${words}\x1b[K`;

	const life = takeTerminal(
		ends,
		{
			onInput(bytes) {
				const interrupted = bytes.includes(INTERRUPT);
				// Behind other keys it may belong to a word that is searched for.
				if (interrupted || (length === 0 && QUIT.test(bytes.toString('latin1')))) {
					life.leave();
					onInterrupt(interrupted ? INTERRUPTED : 0);
					return;
				}
				if (length + bytes.length <= TYPED_MOST) {
					const kept = bytes.filter((byte) => byte !== SUSPEND);
					typed.push(Buffer.from(kept));
					length += kept.length;
				}
				if (bytes.includes(SUSPEND)) life.suspend();
			},
			onReturn: repaint,
			onResize: repaint,
			onEnd() {},
			onCrash,
		},
		frame,
	);

	function repaint(): void {
		ends.stdout.write(frame());
	}

	return {
		tell(next) {
			const now = performance.now();
			if (now - heard < DEAF_MS) {
				words = next;
				return undefined;
			}
			words = next;
			ends.stdout.write(told());
			return new Promise((resolve) => {
				setImmediate(() => {
					heard = performance.now();
					resolve();
				});
			});
		},
		handOver(listener) {
			life.turnTo(listener);
			const all = typed;
			typed = [];
			return { life, typed: all };
		},
		leave: life.leave,
	};
}
