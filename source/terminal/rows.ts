/**
 * What Ink puts its texts on, and measures them by, in the built program (scripts/build.mjs sets them in the place of
 * Ink's own). Ink's takes every line of every frame apart into styled characters and counts them by the Unicode
 * property, and reads them letter by letter for codes it does not know: 40 ms a key at 200 by 60. Ours are whole rows,
 * already safe and already typeset: they need only be put in their place.
 */
import { columnsOf } from '../width.ts';

type Transformer = (line: string, index: number) => string;

/** Has the face of Ink's `Output`. Texts must not lie over one another, nor be clipped: ours never are. */
export class RowOutput {
	readonly #rows: string[];

	constructor({ height }: { readonly width: number; readonly height: number }) {
		this.#rows = Array.from({ length: height }, () => '');
	}

	write(
		x: number,
		y: number,
		text: string,
		options: { readonly transformers: readonly Transformer[] },
	): void {
		for (const [index, line] of text.split('\n').entries()) {
			const before = this.#rows[y + index];
			if (before === undefined) return;
			const drawn = options.transformers.reduce((part, transform) => transform(part, index), line);
			this.#rows[y + index] =
				x > 0 ? before + ' '.repeat(Math.max(0, x - widestLine(before))) + drawn : drawn;
		}
	}

	clip(): void {}

	unclip(): void {}

	get(): { output: string; height: number } {
		return { output: this.#rows.map((row) => row.trimEnd()).join('\n'), height: this.#rows.length };
	}
}

/** Codes of style, and of links. */
const CODES = /\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\/g;

/** Columns of the widest line, codes of style and of links not counted. */
export function widestLine(text: string): number {
	let widest = 0;
	for (const line of text.split('\n')) widest = Math.max(widest, columnsOf(line.replace(CODES, '')));
	return widest;
}

/** Rows are cut to the window before they come here: whatever they measure, they fit, and are not to be wrapped. */
export function fits(): number {
	return 1;
}

/** What Ink lays out by. It looks no further than whether a text fits, and how high it is. */
export function measureText(text: string): { width: number; height: number } {
	if (text === '') return { width: 0, height: 0 };
	return { width: fits(), height: text.split('\n').length };
}

/** The text holds no code but ours: nothing of an article comes here that is not `Safe`. */
export function asItIs(text: string): string {
	return text;
}
