/** Blocks that say again what stood before: a title over its teaser, a pull quote, a body pasted twice. */
import type { Line } from './lines.ts';

/** Shorter blocks recur by nature ("Key points") and are told apart by their whole words only. */
const SHORTEST = 4;
const SHINGLE = 4;
/** Share of a block's shingles that must stand in one earlier block. */
const ENOUGH = 0.85;
/** Of a very long block no more than this is compared; the rest follows its head. */
const LONGEST = 3000;

/** True for every line whose words stand, nearly all, in another that is read. Linear in the length of the text. */
export function repeatsOf(lines: readonly Line[]): boolean[] {
	const firsts = new Set<string>();
	/** The line in which four words first stood together. */
	const shingles = new Map<string, number>();
	const totals: number[] = [];
	const repeated = lines.map(() => false);
	for (const [index, line] of lines.entries()) {
		totals.push(0);
		if (line.words < SHORTEST) continue;
		if (firsts.has(line.key)) {
			repeated[index] = true;
			continue;
		}
		firsts.add(line.key);
		const words = line.key.split(' ', LONGEST);
		if (words.length < 2 * SHINGLE) continue;
		const shared = new Map<number, number>();
		for (let i = 0; i + SHINGLE <= words.length; i++, totals[index]!++) {
			const shingle = `${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]}`;
			const where = shingles.get(shingle);
			if (where === undefined) shingles.set(shingle, index);
			else if (where !== index) shared.set(where, (shared.get(where) ?? 0) + 1);
		}
		for (const [earlier, count] of shared) {
			// A quotation set large above the paragraph that tells who said it: the paragraph is the one to read.
			if (
				isQuotation(lines[earlier]!) &&
				words.length > totals[earlier]! + SHINGLE &&
				count >= ENOUGH * totals[earlier]!
			) {
				repeated[earlier] = true;
			} else if (count >= ENOUGH * totals[index]!) repeated[index] = true;
		}
	}
	return repeated;
}

const LONGEST_QUOTATION = 800;

/** In marks from end to end, with no words of a reporter between. */
function isQuotation({ text }: Line): boolean {
	if (text.length > LONGEST_QUOTATION || !/^["“].*["”][.,]?$/s.test(text)) return false;
	return !text.includes('“', 1) && (text[0] === '“' || text.indexOf('"', 1) >= text.length - 2);
}
