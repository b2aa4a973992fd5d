/** Lines of text as counted rows of letters, which are alike where words are only nearly so. */
import { KeyNumbers } from './key-numbers.ts';
import type { Counted } from './vectors.ts';

/** Shortest and longest row of letters. */
const SHORTEST = 3;
const LONGEST = 5;

/**
 * The rows of letters of each line. They are told apart without being cut out of the line: a row is known by the row
 * that is one letter shorter, and its last letter.
 */
export function rowsOfLetters(lines: readonly string[]): { readonly bags: Counted[]; readonly size: number } {
	const alphabet = new Map<number, number>();
	for (const line of lines)
		for (let at = 0; at < line.length; at++) {
			const unit = line.charCodeAt(at);
			if (!alphabet.has(unit)) alphabet.set(unit, alphabet.size);
		}
	const longer = Array.from({ length: LONGEST + 1 }, () => new KeyNumbers());
	/** The line in which each row was met last, and its place in that line's bag. */
	const metIn: number[] = [];
	const places: number[] = [];
	const bags = lines.map((line, index): Counted => {
		const letters = new Int32Array(line.length);
		for (let at = 0; at < line.length; at++) letters[at] = alphabet.get(line.charCodeAt(at))!;
		const terms = new Int32Array(line.length * (LONGEST - SHORTEST + 1));
		const counts = new Float64Array(terms.length);
		let size = 0;
		const heads = new Float64Array(letters);
		for (let length = 2; length <= LONGEST; length++) {
			const numbers = longer[length]!;
			for (let at = 0; at + length <= line.length; at++) {
				const key = heads[at]! * alphabet.size + letters[at + length - 1]!;
				heads[at] = key;
				if (length < SHORTEST) continue;
				const number = numbers.numberOf(key, metIn.length);
				if (number === metIn.length) {
					metIn.push(-1);
					places.push(0);
				}
				heads[at] = number;
				if (metIn[number] === index) counts[places[number]!]!++;
				else {
					metIn[number] = index;
					places[number] = size;
					terms[size] = number;
					counts[size++] = 1;
				}
			}
		}
		return { terms: terms.slice(0, size), counts: counts.slice(0, size) };
	});
	return { bags, size: metIn.length };
}
