/** All words of the news, sorted, in three flat columns: nothing to parse when they come from a file, and small. */
export interface Words {
	/** The words one after the other, in UTF-16 units. */
	readonly units: Uint16Array;
	/** Word `n` is `units` from `starts[n]` up to `starts[n + 1]`. */
	readonly starts: Uint32Array;
	/** How many units a word shares with the one before it: what makes a sorted list as good as a tree. */
	readonly shared: Uint8Array;
	/** Which letters each has, as bits: what has none of a typed word's need not be read. */
	readonly letters: Uint32Array;
}

/** A few letters share a bit; those of English do not. */
export const letterBit = (unit: number): number => 1 << (unit & 31);

/** A word number in a text, with where it stands: right behind the one before it; at the same place, as another spelling; elsewhere, as somebody's name. */
export const STANDS = { same: 0x80000000, apart: 0x40000000 } as const;
export const WORD = 0x3fffffff;

/** Longer than any word of any language; what is longer is some code, and its beginning will do. */
export const LONGEST_WORD = 64;

/** `sorted` by UTF-16 unit, without repeats, no word longer than `LONGEST_WORD`. */
export function wordsFrom(sorted: readonly string[]): Words {
	const starts = new Uint32Array(sorted.length + 1);
	for (let n = 0; n < sorted.length; n++) starts[n + 1] = starts[n]! + sorted[n]!.length;
	const units = new Uint16Array(starts[sorted.length]!);
	const shared = new Uint8Array(sorted.length);
	const letters = new Uint32Array(sorted.length);
	for (let n = 0; n < sorted.length; n++) {
		const word = sorted[n]!;
		const before = n > 0 ? sorted[n - 1]! : '';
		let same = 0;
		while (same < before.length && before.charCodeAt(same) === word.charCodeAt(same)) same++;
		shared[n] = same;
		for (let at = 0; at < word.length; at++) {
			const unit = word.charCodeAt(at);
			units[starts[n]! + at] = unit;
			letters[n]! |= letterBit(unit);
		}
	}
	return { units, starts, shared, letters };
}

export const sizeOf = ({ shared }: Words): number => shared.length;

export function wordAt({ units, starts }: Words, n: number): string {
	return String.fromCharCode(...units.subarray(starts[n]!, starts[n + 1]!));
}

/** Less than 0 when word `n` sorts before `typed`; 0 also when it begins with it. */
function compare({ units, starts }: Words, n: number, typed: string): number {
	const from = starts[n]!;
	const length = starts[n + 1]! - from;
	for (let at = 0; at < typed.length; at++) {
		if (at === length) return -1;
		const difference = units[from + at]! - typed.charCodeAt(at);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The words that begin so, as a range of numbers. O(log words). */
export function beginning(words: Words, typed: string): { readonly from: number; readonly to: number } {
	const border = (after: boolean) => {
		let low = 0;
		for (let high = sizeOf(words); low < high; ) {
			const middle = (low + high) >> 1;
			const order = compare(words, middle, typed);
			if (order < 0 || (after && order === 0)) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return { from: border(false), to: border(true) };
}

/** -1 when no quotation has the word. */
export function numberOf(words: Words, word: string): number {
	const { from, to } = beginning(words, word);
	return from < to && words.starts[from + 1]! - words.starts[from]! === word.length ? from : -1;
}
