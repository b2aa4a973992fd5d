/**
 * What reaches the terminal. Ink is given a stream of ours that takes whole frames; we write the cells that changed, in
 * one write a frame, at most one frame in 16 ms, the first at once.
 */
import { EventEmitter } from 'node:events';
import { type Row, rowOf, withoutColour } from './cells.ts';
import { changes } from './changes.ts';
import { type Charset, inCharset } from './charset.ts';
import { scrolled } from './scroll.ts';
import type { Size } from './state.ts';

export interface Screen {
	/** What Ink is to draw on. */
	readonly stream: NodeJS.WriteStream;
	readonly resize: (size: Size) => void;
	/** Writes the next frame whole: what the terminal shows is not known. */
	readonly forget: () => void;
	/** Writes what waits for its turn. */
	readonly flush: () => void;
	/** Writes what is no part of a frame: it must leave the cursor and the cells alone. */
	readonly put: (text: string) => void;
	/** Writes nothing any more. */
	readonly close: () => void;
}

export interface ScreenOptions {
	readonly colour: boolean;
	readonly charset: Charset;
	/** False where a terminal would not take them for what they are. */
	readonly links: boolean;
	/** A stretch of several packets: the terminal is asked to show it at once. */
	readonly write: (text: string) => void;
}

const FRAME_MS = 16;
/** Bytes. Frames that fit a packet, with room for what a line adds, need no mark that holds the terminal back until they are whole. */
const PACKET = 1300;
/** Rows kept as cells: a screen or two of those drawn last. */
const ROWS_KEPT = 400;

export function createScreen(start: Size, { colour, charset, links, write }: ScreenOptions): Screen {
	let size = start;
	let shown: readonly Row[] | null = null;
	let frame: string | null = null;
	let timer: NodeJS.Timeout | null = null;
	let last = 0;
	let closed = false;
	const kept = new Map<string, Row>();

	function cellsOf(line: string): Row {
		let row = kept.get(line);
		if (!row) {
			const drawn = inCharset(rowOf(line, size.columns), charset);
			row = {
				...drawn,
				styles: colour ? drawn.styles : drawn.styles.map(withoutColour),
				links: links ? drawn.links : null,
			};
			kept.set(line, row);
			if (kept.size > ROWS_KEPT) kept.delete(kept.keys().next().value!);
		}
		return row;
	}

	function flush(): void {
		if (timer) clearTimeout(timer);
		timer = null;
		if (frame === null || closed) return;
		const lines = frame.split('\n');
		frame = null;
		const rows = Array.from({ length: size.rows }, (_, at) => cellsOf(lines[at] ?? ''));
		const moved = shown && scrolled(shown, rows);
		const changed = (moved?.codes ?? '') + changes(moved?.rows ?? shown, rows);
		shown = rows;
		last = performance.now();
		if (changed === '') return;
		write(Buffer.byteLength(changed) > PACKET ? `\x1b[?2026h${changed}\x1b[?2026l` : changed);
	}

	const stream = Object.assign(new EventEmitter(), {
		isTTY: false,
		write(text: string): boolean {
			frame = text;
			const wait = FRAME_MS - (performance.now() - last);
			if (wait <= 0) flush();
			else timer ??= setTimeout(flush, wait);
			return true;
		},
	});
	Object.defineProperty(stream, 'columns', { get: () => size.columns });
	Object.defineProperty(stream, 'rows', { get: () => size.rows });

	return {
		stream: stream as unknown as NodeJS.WriteStream,
		resize(next) {
			size = next;
			kept.clear();
			shown = null;
			// What was drawn for another size is not drawn.
			frame = null;
		},
		forget() {
			shown = null;
		},
		flush,
		put(text) {
			if (!closed) write(text);
		},
		close() {
			closed = true;
			if (timer) clearTimeout(timer);
		},
	};
}
