/** Which articles are copies of one text: syndicated, republished, lightly edited. */
import type { Article } from '../types.ts';
import { placeOf, sharedAmong } from './sorted-keys.ts';
import { wordsIn } from './terms.ts';
import type { Never } from './told-stories.ts';

/** Words in a row that are compared. */
const ROW = 5;
/** Two texts are copies when this share of the shorter one's rows stands in the other. */
export const COPY = 0.5;
/** A row in so many articles is boilerplate, or the copies were joined through rarer rows already. */
const COMMON = 200;
/** A text shorter than this in rows is a brief: containment says little about it. */
const FEWEST = 8;

/**
 * Groups of two and more articles whose texts are nearly the same, each in ascending order. A text joins a group when
 * it is a copy of the group's longest text, not of any: two different reports never meet through a third that quotes
 * both. The shorter one's rows are counted: a report that prints an agency's text whole, with paragraphs of its own, and
 * that text are copies. Two articles that may not meet are none.
 */
export function copiesAmong(articles: readonly Article[], never: Never = new Map()): number[][] {
	const numbers = new Map<string, number>();
	const rows = articles.map((article) => rowsOf(article, numbers));
	// A row that one text alone has makes it no copy.
	const common = sharedAmong(rows);
	const order = rows.map((_, index) => index).sort((a, b) => rows[b]!.length - rows[a]!.length || a - b);
	const holders: number[][] = Array.from(common, () => []);
	const groups = new Map<number, number[]>();
	for (const index of order) {
		const { length } = rows[index]!;
		const own = rows[index]!.map((row) => placeOf(row, common)).filter((row) => row >= 0);
		const shared = new Map<number, number>();
		for (const row of own)
			for (const holder of holders[row]!) shared.set(holder, (shared.get(holder) ?? 0) + 1);
		const [best] = [...shared]
			.filter(([holder, count]) =>
				length >= FEWEST ? count >= COPY * length : count === length && length === rows[holder]!.length,
			)
			.filter(
				([holder]) =>
					never.size === 0 || !groups.get(holder)!.some((member) => never.get(index)?.has(member)),
			)
			.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		if (best) {
			groups.get(best[0])!.push(index);
			continue;
		}
		groups.set(index, [index]);
		for (const row of own) if (holders[row]!.length < COMMON) holders[row]!.push(index);
	}
	return [...groups.values()]
		.filter((group) => group.length > 1)
		.map((group) => group.sort((a, b) => a - b))
		.sort((a, b) => a[0]! - b[0]!);
}

/**
 * The rows of words of what is read of an article, each once, as numbers, ascending; all of a text that is shorter than
 * one row, none of no text.
 */
function rowsOf({ text, paragraphs }: Article, numbers: Map<string, number>): Float64Array {
	const words: number[] = [];
	for (const paragraph of paragraphs) {
		if (paragraph.kind === 'headline' || paragraph.kind === 'heading') continue;
		for (const word of wordsIn(text, paragraph)) {
			let number = numbers.get(word);
			if (number === undefined) numbers.set(word, (number = numbers.size + 1));
			words.push(number);
		}
	}
	const length = Math.min(ROW, words.length);
	const rows = new Float64Array(length === 0 ? 0 : words.length - length + 1);
	for (let at = 0; at < rows.length; at++) rows[at] = numberOfRow(words, at, length);
	rows.sort();
	let size = 0;
	for (const row of rows) if (size === 0 || rows[size - 1] !== row) rows[size++] = row;
	return rows.slice(0, size);
}

/** Two rows have one number of 53 bits once in some thousand million million: that makes no copy of a text. */
function numberOfRow(words: readonly number[], from: number, length: number): number {
	let high = length;
	let low = ~length;
	for (let at = from; at < from + length; at++) {
		high = mixed(high ^ words[at]!, 0x85ebca6b);
		low = mixed(low ^ words[at]!, 0xc2b2ae35);
	}
	return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function mixed(bits: number, factor: number): number {
	const product = Math.imul(bits ^ (bits >>> 16), factor);
	return Math.imul(product ^ (product >>> 13), 0x9e3779b1);
}
