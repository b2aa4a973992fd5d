/** Blocks that say again what stood before: a title over its teaser, a pull quote, a body pasted twice. */
import type { Line } from './lines.ts';

/** Shorter blocks recur by nature ("Key points") and are told apart by their whole words only. */
const SHORTEST = 4;
const SHINGLE = 4;
/** Share of a block's shingles that must stand in one earlier block. */
const ENOUGH = 0.85;
/** Of a very long block no more than this is compared; the rest follows its head. */
const LONGEST = 3000;

/** True for every line whose words stood, nearly all, in one earlier line. Linear in the length of the text. */
export function repeatsOf(lines: readonly Line[]): boolean[] {
	const firsts = new Map<string, number>();
	const shingles = new Map<string, number>();
	return lines.map((line, index) => {
		if (line.words < SHORTEST) return false;
		const first = firsts.get(line.key);
		if (first !== undefined) return true;
		firsts.set(line.key, index);
		const words = line.key.split(' ', LONGEST);
		if (words.length < 2 * SHINGLE) return false;
		const seen = new Map<number, number>();
		let total = 0;
		for (let i = 0; i + SHINGLE <= words.length; i++, total++) {
			const shingle = `${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]}`;
			const where = shingles.get(shingle);
			if (where === undefined) shingles.set(shingle, index);
			else if (where !== index) seen.set(where, (seen.get(where) ?? 0) + 1);
		}
		return Math.max(0, ...seen.values()) >= ENOUGH * total;
	});
}
