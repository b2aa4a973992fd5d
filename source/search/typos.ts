/** Which words a mistyped one may mean. */
import { sizeOf, type Words } from './words.ts';

/** Edits forgiven in a word of this many letters: none in the shortest, where any edit gives another word. */
export function editsFor(letters: number): number {
	return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/** One bit a letter and one for the end must fit into 31. */
const LONGEST = 29;
const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;

/**
 * Calls `found` for every word that is the typed one but for `limit` edits (0..2), or begins like that: a letter put in, left
 * out, exchanged, or two neighbours swapped (optimal string alignment). For a beginning `edits` is the fewest of any beginning.
 *
 * A Levenshtein automaton in bits (Wu and Manber 1992, with a state for swaps): bit i of state e says that the first i typed
 * letters are read with e edits. The sorted words are walked as a tree: what words share at the beginning is read once, and
 * nothing is followed that has too many edits already.
 */
export function walkTypos(
	words: Words,
	typed: string,
	limit: number,
	found: (word: number, edits: number, whole: boolean) => void,
): void {
	const length = typed.length;
	if (limit === 0 || length > LONGEST || startsWithDigit(typed)) return;
	const { units, starts, shared } = words;
	const letters = new Map<number, number>();
	for (let at = 0; at < length; at++) {
		const unit = typed.charCodeAt(at);
		letters.set(unit, (letters.get(unit) ?? 0) | (1 << at));
	}
	// ASCII letters are looked up in a column, others in the map.
	const ascii = new Int32Array(128);
	for (const [unit, mask] of letters) if (unit < 128) ascii[unit] = mask;
	const accept = 1 << length;
	const deepest = length + limit + 1;
	const [none, one, two] = [0, 1, 2].map(() => new Int32Array(deepest + 1)) as [
		Int32Array,
		Int32Array,
		Int32Array,
	];
	const [swapOne, swapTwo] = [new Int32Array(deepest + 1), new Int32Array(deepest + 1)];
	none[0] = 1;
	one[0] = 3;
	two[0] = limit > 1 ? 7 : 0;
	let depth = 0;
	// For each depth, the fewest edits of a beginning up to there; more than the limit when none was the typed word.
	const begun = new Uint8Array(deepest + 1).fill(limit + 1);
	const size = sizeOf(words);
	for (let word = 0; word < size; word++) {
		const from = starts[word]!;
		const letterCount = starts[word + 1]! - from;
		if (shared[word]! < depth) depth = shared[word]!;
		let alive = true;
		while (depth < letterCount && depth < deepest) {
			const unit = units[from + depth]!;
			const mask = unit < 128 ? ascii[unit]! : (letters.get(unit) ?? 0);
			const [r0, r1] = [none[depth]!, one[depth]!];
			const n0 = (r0 & mask) << 1;
			const n1 = ((r1 & mask) << 1) | r0 | (r0 << 1) | (n0 << 1) | ((swapOne[depth]! & mask) << 2);
			const next = depth + 1;
			none[next] = n0;
			one[next] = n1;
			swapOne[next] = r0 & (mask >> 1);
			let any = n0 | n1;
			if (limit > 1) {
				const n2 = ((two[depth]! & mask) << 1) | r1 | (r1 << 1) | (n1 << 1) | ((swapTwo[depth]! & mask) << 2);
				two[next] = n2;
				swapTwo[next] = r1 & (mask >> 1);
				any |= n2;
			}
			begun[next] = begun[depth]!;
			depth = next;
			if ((any & accept) !== 0) {
				const edits = (n0 & accept) !== 0 ? 0 : (n1 & accept) !== 0 ? 1 : 2;
				if (edits < begun[next]!) begun[next] = edits;
			}
			alive = (any & (accept | (accept - 1))) !== 0;
			if (!alive) break;
		}
		if (!alive) {
			// Whatever begins like this is lost too, unless it began as the typed word.
			if (begun[depth]! <= limit) isDigit(units[from]!) || found(word, begun[depth]!, false);
			else while (word + 1 < size && shared[word + 1]! >= depth) word++;
			continue;
		}
		if (isDigit(units[from]!)) continue;
		const end = depth === letterCount ? accept : 0;
		if ((none[depth]! & end) !== 0) found(word, 0, true);
		else if ((one[depth]! & end) !== 0) found(word, 1, true);
		else if (limit > 1 && (two[depth]! & end) !== 0) found(word, 2, true);
		else if (begun[depth]! <= limit) found(word, begun[depth]!, false);
	}
}

const isDigit = (unit: number) => unit >= DIGIT_ZERO && unit <= DIGIT_NINE;

/** Numbers are not mistyped words: 2021 does not mean 2022. */
export const startsWithDigit = (word: string): boolean => isDigit(word.charCodeAt(0));
