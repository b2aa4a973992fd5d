/** The screen as a whole: joins archive, keys, picture and terminal, and runs until the reader leaves. */
import type { ReadStream, WriteStream } from 'node:tty';
import { type Instance, render } from 'ink';
import { type Archive, EVERYWHERE, type Place } from '../archive/archive.ts';
import type { Safe } from '../safe.ts';
import type { Id } from '../types.ts';
import { openerOf, openLink } from './browser.ts';
import { type Charset, charsetOf } from './charset.ts';
import { sendToClipboard } from './clipboard.ts';
import { Frame } from './frame.tsx';
import { createKeyboard } from './keyboard.ts';
import type { KeyRow } from './keys.ts';
import { type Listener, takeTerminal } from './life.ts';
import { own } from './lines.ts';
import { startLoop } from './loop.ts';
import { restoredState, savedPlace } from './saved.ts';
import { createScreen } from './screen.ts';
import { initialState, type Mark, type Size, type State } from './state.ts';
import { THEMES, type ThemeName, themeOf } from './style.ts';
import type { Waiting } from './waiting.ts';
import { hostOf } from './web.ts';

export interface Terminal {
	readonly stdin: ReadStream;
	readonly stdout: WriteStream;
	/** False keeps bold, dim and inverse. */
	readonly colour: boolean;
	/** What fits its background, when the reader does not say. */
	readonly theme: ThemeName;
	readonly charset: Charset;
	/** Whether addresses may be marked as links. */
	readonly links: boolean;
}

/** What outlasts the screen. */
export interface Keeper {
	/** What `keepPlace` was last given; '' to begin anew. */
	readonly place: string;
	/** Must do it at once, and must not throw. */
	readonly keepPlace: (text: string) => void;
	/** Articles that have been read. */
	readonly read: ReadonlySet<Id>;
	/** As `keepPlace`. */
	readonly keepMark: (mark: Mark) => void;
}

/** What goes on while the reader reads. */
export interface Hearing {
	/** How far what is under way has come; null when nothing is. */
	readonly progress: (words: Safe | null) => void;
	/** The archive does not answer, and of when what is shown is; null when it answers again. */
	readonly away: (words: Safe | null) => void;
	/** The archive answers from another edition now. */
	readonly changed: () => void;
	/** Something to tell, once. */
	readonly said: (message: Safe) => void;
}

/** How the reader wants it. */
export interface Habits {
	readonly theme: 'auto' | ThemeName;
	readonly keys: readonly KeyRow[];
	/** No other program is started: what is copied goes to the terminal itself, and so do addresses. */
	readonly readOnly: boolean;
}

/** How long the reader rests before their place is kept. */
const PAUSE_MS = 1000;

/** A drag of the window's edge sends a size for every step. */
const RESIZE_MS = 16;

/**
 * Shows the archive, standing at `place` or, when none is named, where the reader last stood, until the reader leaves; resolves then with the exit code, the terminal as it
 * was. Rejects with whatever goes wrong in here, after the terminal is given back. Both ends must be terminals.
 */
export function runScreen(
	archive: Archive,
	place: Place | null,
	keeper: Keeper,
	habits: Habits,
	waiting: Waiting | null,
	terminal: Terminal = ourTerminal(),
	beside: (hearing: Hearing) => void = () => {},
): Promise<number> {
	const { stdin, stdout } = terminal;
	const theme = habits.theme === 'auto' ? terminal.theme : habits.theme;
	return new Promise((resolve, reject) => {
		const screen = createScreen(sizeOf(stdout), {
			colour: terminal.colour && theme !== 'none',
			charset: terminal.charset,
			links: terminal.links,
			write: (text) => stdout.write(text),
		});
		let ink: Instance | null = null;
		let resizing: NodeJS.Timeout | null = null;
		let pausing: NodeJS.Timeout | null = null;
		let kept = keeper.place;
		let marked = 0;
		let over = false;
		const size = sizeOf(stdout);
		const last = place === null ? restoredState(size, keeper.place, keeper.read) : null;
		const first = last ?? initialState(size, place ?? EVERYWHERE, keeper.read);
		const loop = startLoop(
			archive,
			{ ...first, keys: habits.keys },
			{
				draw: (state) => guarded(() => draw(state)),
				wish,
			},
		);
		const keyboard = createKeyboard((events) => guarded(() => loop.send(...events)));
		const listener: Listener = {
			onInput: keyboard.feed,
			onReturn: resized,
			onResize() {
				resizing ??= setTimeout(resized, RESIZE_MS);
			},
			onEnd: keepPlace,
			onCrash: failed,
		};
		const { life, typed } = waiting?.handOver(listener) ?? {
			life: takeTerminal({ stdin, stdout }, listener),
			typed: [],
		};
		for (const bytes of typed) keyboard.feed(bytes);
		beside({
			progress: (words) => guarded(() => loop.send({ type: 'progress', words })),
			away: (words) => guarded(() => loop.send({ type: 'away', words })),
			changed: () => guarded(() => loop.send({ type: 'changed' })),
			said: (message) => guarded(() => loop.send({ type: 'said', message })),
		});

		function draw(state: State): void {
			if (over) return;
			keepMarks(state);
			if (pausing) clearTimeout(pausing);
			pausing = setTimeout(() => guarded(keepPlace), PAUSE_MS);
			const frame = <Frame state={state} theme={THEMES[theme]} />;
			if (ink) {
				ink.rerender(frame);
				return;
			}
			// Ink draws what it is given and nothing by itself: input, size and the ways out are ours.
			ink = render(frame, {
				stdout: screen.stream,
				stdin,
				debug: true,
				patchConsole: false,
				exitOnCtrlC: false,
				isScreenReaderEnabled: false,
			});
			ink.waitUntilExit().catch(failed);
		}

		function wish(what: NonNullable<State['wish']>): void {
			if (typeof what === 'object') {
				const done = 'copy' in what ? copy(what.copy) : follow(what.open);
				done.then((message) => loop.send({ type: 'said', message }), failed);
				return;
			}
			switch (what) {
				case 'quit':
					keepPlace();
					if (leave()) resolve(0);
					break;
				case 'interrupt':
					keepPlace();
					if (leave()) resolve(130);
					break;
				case 'suspend':
					keepPlace();
					screen.flush();
					life.suspend();
					break;
				case 'redraw':
					screen.forget();
					draw(loop.state());
					break;
			}
		}

		function copy(text: Safe): Promise<Safe> {
			return sendToClipboard(text, screen.put, Boolean(process.env.TMUX) && !habits.readOnly);
		}

		/** In the reader's own browser; where that is not on this machine, the address goes where it can be pasted. */
		async function follow(link: Safe): Promise<Safe> {
			const opener = habits.readOnly ? null : openerOf(process.env, process.platform);
			if (opener !== null && (await openLink(opener, link)))
				return own(`opened in the browser: ${hostOf(link)}`);
			return own(`address ${await copy(link)}; no browser here`);
		}

		function keepMarks({ marks }: State): void {
			for (const mark of marks.slice(marked)) keeper.keepMark(mark);
			marked = marks.length;
		}

		function keepPlace(): void {
			keepMarks(loop.state());
			const text = savedPlace(loop.state());
			if (text !== kept) keeper.keepPlace(text);
			kept = text;
		}

		function resized(): void {
			if (resizing) clearTimeout(resizing);
			resizing = null;
			const size = sizeOf(stdout);
			screen.resize(size);
			guarded(() => loop.send({ type: 'size', size }));
		}

		function guarded(work: () => void): void {
			try {
				work();
			} catch (error) {
				failed(error);
			}
		}

		function failed(error: unknown): void {
			// Not where it went wrong: the next start must not go wrong there again.
			if (!over) keeper.keepPlace('');
			if (leave()) reject(error instanceof Error ? error : new Error(String(error)));
		}

		/** False when we have left already. */
		function leave(): boolean {
			if (over) return false;
			over = true;
			if (resizing) clearTimeout(resizing);
			if (pausing) clearTimeout(pausing);
			screen.close();
			keyboard.stop();
			life.leave();
			ink?.unmount();
			return true;
		}
	});
}

function ourTerminal(): Terminal {
	const { stdin, stdout, env, platform } = process;
	return {
		stdin,
		stdout,
		colour: !env.NO_COLOR,
		theme: themeOf(env.COLORFGBG),
		charset: charsetOf(env, platform),
		links: env.TERM !== 'linux',
	};
}

/** Asked of the terminal itself: Node learns of a new size only while we run. */
function sizeOf(stdout: WriteStream): Size {
	try {
		const [columns, rows] = stdout.getWindowSize();
		if (columns > 0 && rows > 0) return { columns, rows };
	} catch {}
	return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
