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
	/** Of a line that stands, more than by chance, in an earlier one: which, and how much of it. */
	const likest: ({ readonly earlier: number; readonly share: number } | null)[] = lines.map(() => null);
	const placeOf = new Map<string, number>();
	for (const [index, line] of lines.entries()) {
		totals.push(0);
		if (line.words < SHORTEST) continue;
		if (firsts.has(line.key)) {
			repeated[index] = true;
			likest[index] = { earlier: placeOf.get(line.key) ?? 0, share: 1 };
			continue;
		}
		firsts.add(line.key);
		placeOf.set(line.key, index);
		const starts = wordStarts(line.key);
		const words = starts.length - 1;
		if (words < 2 * SHINGLE) continue;
		const shared = new Map<number, number>();
		for (let i = 0; i + SHINGLE <= words; i++, totals[index]!++) {
			const shingle = line.key.slice(starts[i], starts[i + SHINGLE]! - 1);
			const where = shingles.get(shingle);
			if (where === undefined) shingles.set(shingle, index);
			else if (where !== index) shared.set(where, (shared.get(where) ?? 0) + 1);
		}
		for (const [earlier, count] of shared) {
			const share = count / totals[index]!;
			if (share >= CHANGED && share > (likest[index]?.share ?? 0)) likest[index] = { earlier, share };
			// A quotation set large above the paragraph that tells who said it: the paragraph is the one to read.
			if (
				isQuotation(lines[earlier]!) &&
				words > totals[earlier]! + SHINGLE &&
				count >= ENOUGH * totals[earlier]!
			) {
				repeated[earlier] = true;
			} else if (count >= ENOUGH * totals[index]!) repeated[index] = true;
		}
	}
	return withChanges(repeated, likest);
}

/** Where the words that are compared begin in a key, and where one more would. */
function wordStarts(key: string): number[] {
	const starts = [0];
	for (let at = key.indexOf(' '); at >= 0 && starts.length <= LONGEST; at = key.indexOf(' ', at + 1))
		starts.push(at + 1);
	if (starts.length <= LONGEST) starts.push(key.length + 1);
	return starts;
}

/** Of a body pasted twice, so much of a paragraph that was changed in between must be the same. */
const CHANGED = 0.4;

/** Between two paragraphs that follow each other again, a third that is much the same is their neighbour, changed. */
function withChanges(
	repeated: readonly boolean[],
	likest: readonly ({ readonly earlier: number } | null)[],
): boolean[] {
	const result = [...repeated];
	const follows = (a: number, b: number) => {
		const [first, second] = [likest[a], likest[b]];
		return first && second
			? second.earlier > first.earlier && second.earlier - first.earlier <= 1 + STEP
			: false;
	};
	const spread = (i: number, from: number) => {
		if (!result[i] && result[from] && likest[i] && follows(Math.min(i, from), Math.max(i, from)))
			result[i] = true;
	};
	for (let i = 1; i < result.length; i++) for (let k = 1; k <= STEP && k <= i; k++) spread(i, i - k);
	for (let i = result.length - 2; i >= 0; i--)
		for (let k = 1; k <= STEP && i + k < result.length; k++) spread(i, i + k);
	return result;
}

/** A label may stand between two paragraphs. */
const STEP = 2;

const LONGEST_QUOTATION = 800;

/** In marks from end to end, with no words of a reporter between. */
function isQuotation({ text }: Line): boolean {
	if (text.length > LONGEST_QUOTATION || !/^["“].*["”][.,]?$/s.test(text)) return false;
	return !text.includes('“', 1) && (text[0] === '“' || text.indexOf('"', 1) >= text.length - 2);
}
