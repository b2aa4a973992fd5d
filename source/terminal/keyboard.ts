/**
 * What comes from the terminal → names of keys. Our own parser, because one read may hold many keys (a slow line
 * gathers them), and one key may come in several reads; what no key made (a paste, the terminal's replies) must never
 * act as one.
 */
import { StringDecoder } from 'node:string_decoder';
import { clusters } from '../width.ts';

export type Typed =
	/** A character, or a name: enter, esc, up, pagedown, ^D … */
	| { readonly type: 'key'; readonly key: string }
	/** A paste. */
	| { readonly type: 'text'; readonly text: string };

const ESC = '\x1b';

/** Final bytes of control sequences, and of what follows ESC O. */
const FINALS: Readonly<Record<string, string>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	H: 'home',
	F: 'end',
	Z: 'backtab',
};

/** The number before `~`. */
const TILDES: Readonly<Record<string, string>> = {
	1: 'home',
	3: 'delete',
	4: 'end',
	5: 'pageup',
	6: 'pagedown',
	7: 'home',
	8: 'end',
};

const CONTROLS: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	' ': 'space',
	'\x7f': 'backspace',
	'\b': '^H',
};

const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;

/** Longer than any key's sequence or reply that is still to be ended: what is so long is not one. */
const LONGEST_SEQUENCE = 4096;
/** A paste that is never ended must not swallow the keyboard, nor the memory. */
const LONGEST_PASTE = 1 << 20;

// The parameters of a control sequence, then what ends it. Anything else ends it too, as nothing.
const CONTROL_SEQUENCE = /^\x1b\[([0-?]*)([ -/]*)([@-~])/;
const UNENDED_CONTROL = /^\x1b\[[0-?]*[ -/]*$/;
/** Replies to queries, ended by BEL or ESC \: what begins as no reply does are keys. */
const STRING_START = /^\x1b(?:\]\d|P[\d>!+$=|]|_G)/;
const STRING_SEQUENCE = /^\x1b[\]P_][^\x07\x1b]*(?:\x07|\x1b\\)/;
const UNENDED_STRING = /^\x1b[\]P_][^\x07\x1b]*\x1b?$/;
const MOUSE = /^\x1b\[M[\s\S]{3}/;

export interface Parsed {
	readonly events: readonly Typed[];
	/** The beginning of a sequence whose rest has not come yet. */
	readonly rest: string;
}

/**
 * Splits input into keys. `waited`: no more has come for a while, so that a lone ESC is the key, and a sequence that
 * was begun will not be ended.
 */
export function parseInput(input: string, waited: boolean): Parsed {
	const events: Typed[] = [];
	let at = 0;
	while (at < input.length) {
		if (input[at] === ESC) {
			const read = sequence(input.slice(at, at + LONGEST_PASTE), waited);
			if (!read) break;
			events.push(...read.events);
			at += read.length;
			continue;
		}
		const next = input.indexOf(ESC, at);
		const end = next < 0 ? input.length : next;
		// A piece at a time: a huge read must not become one huge string of clusters.
		for (const cluster of clusters(input.slice(at, end))) {
			const key = keyOf(cluster);
			if (key !== null) events.push({ type: 'key', key });
		}
		at = end;
	}
	return { events, rest: input.slice(at) };
}

interface Read {
	readonly events: readonly Typed[];
	readonly length: number;
}

/** What begins with ESC; null when its end has not come yet. */
function sequence(input: string, waited: boolean): Read | null {
	if (input.startsWith(PASTE_START)) return paste(input, waited);
	const long = input.length >= LONGEST_SEQUENCE;
	const nothing = (length: number): Read => ({ events: [], length });
	const key = (name: string | undefined, length: number): Read =>
		name === undefined ? nothing(length) : { events: [{ type: 'key', key: name }], length };
	if (/^\x1b[\]P_]$/.test(input) && !waited) return null;
	if (STRING_START.test(input)) {
		const text = STRING_SEQUENCE.exec(input);
		if (text) return nothing(text[0].length);
		if (UNENDED_STRING.test(input)) return waited || long ? nothing(input.length) : null;
	}
	const mouse = MOUSE.exec(input);
	if (mouse) return nothing(mouse[0].length);
	const control = CONTROL_SEQUENCE.exec(input);
	if (control) {
		const [all, parameters = '', , final = ''] = control;
		if (final === '~') return key(TILDES[parameters.split(';')[0] ?? ''], all.length);
		// With modifiers it is another key (^↑); with a private mark it is a reply.
		return key(parameters === '' || parameters === '1' ? FINALS[final] : undefined, all.length);
	}
	if (UNENDED_CONTROL.test(input)) {
		if (!waited && !long) return null;
		// ESC and [ far apart are two keys; what has parameters was a sequence that came to grief.
		return input === `${ESC}[` && waited ? { events: [], length: 2 } : nothing(input.length);
	}
	if (input.startsWith(`${ESC}O`)) {
		if (input.length === 2 && !waited) return null;
		const name = FINALS[input[2] ?? ''];
		if (name) return key(name, 3);
		if (/^\x1bO[P-S]/.test(input)) return nothing(3);
	}
	if (input === ESC && !waited) return null;
	return key('esc', 1);
}

function paste(input: string, waited: boolean): Read | null {
	const end = input.indexOf(PASTE_END);
	if (end < 0 && !waited && input.length < LONGEST_PASTE) return null;
	const text = input.slice(PASTE_START.length, end < 0 ? input.length : end);
	return { events: [{ type: 'text', text }], length: end < 0 ? input.length : end + PASTE_END.length };
}

function keyOf(cluster: string): string | null {
	const named = CONTROLS[cluster];
	if (named) return named;
	const code = cluster.codePointAt(0)!;
	if (code >= 1 && code <= 26) return `^${String.fromCharCode(code + 64)}`;
	// NUL, other controls, C1, and what was no UTF-8.
	if (code < 32 || (code >= 0x7f && code < 0xa0) || cluster === '\ufffd') return null;
	return cluster;
}

/** How long a sequence may pause: ESC alone is the key after that. A paste may take longer between its packets. */
const PAUSE_MS = 25;
const PASTE_PAUSE_MS = 1000;

export interface Keyboard {
	readonly feed: (bytes: Buffer) => void;
	readonly stop: () => void;
}

/** The parser with its memory and its clock. */
export function createKeyboard(send: (events: readonly Typed[]) => void): Keyboard {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	let timer: NodeJS.Timeout | null = null;

	function take(input: string, waited: boolean): void {
		const parsed = parseInput(input, waited);
		rest = parsed.rest;
		if (rest !== '') {
			const pause = rest.startsWith(PASTE_START) ? PASTE_PAUSE_MS : PAUSE_MS;
			timer = setTimeout(() => take(rest, true), pause);
		}
		if (parsed.events.length > 0) send(parsed.events);
	}

	function stop(): void {
		if (timer) clearTimeout(timer);
		timer = null;
	}

	return {
		feed(bytes) {
			stop();
			take(rest + decoder.write(bytes), false);
		},
		stop,
	};
}
