/** Which words of one text another has not, in their order: what differs between two versions of one utterance. Pure. */
import type { Span } from '../types.ts';

/** More words than this are not compared: the table grows with the square. */
const MOST = 300;

interface Word extends Span {
	readonly bare: string;
}

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu))
		words.push({ start: index, end: index + word.length, bare: word.toLowerCase().replaceAll('’', "'") });
	return words;
}

/** Stretches of `text` whose words `other` has not there. Case and punctuation are no difference, nor is what is left out. */
export function differing(text: string, other: string): Span[] {
	const words = wordsOf(text);
	const others = wordsOf(other);
	if (words.length > MOST || others.length > MOST) return [];
	const shared = longestShared(words, others);
	const spans: Span[] = [];
	for (const [at, word] of words.entries()) {
		if (shared.has(at)) continue;
		const last = spans.at(-1);
		// Words that stand together differ together.
		if (last && at > 0 && last.end === words[at - 1]!.end)
			spans[spans.length - 1] = { ...last, end: word.end };
		else spans.push({ start: word.start, end: word.end });
	}
	return spans;
}

/** Numbers of the words that belong to the longest row of words both have. */
function longestShared(words: readonly Word[], others: readonly Word[]): ReadonlySet<number> {
	const columns = others.length + 1;
	const lengths = new Uint16Array((words.length + 1) * columns);
	const at = (row: number, column: number) => lengths[row * columns + column]!;
	for (let row = words.length - 1; row >= 0; row--)
		for (let column = others.length - 1; column >= 0; column--)
			lengths[row * columns + column] =
				words[row]!.bare === others[column]!.bare
					? at(row + 1, column + 1) + 1
					: Math.max(at(row + 1, column), at(row, column + 1));
	const shared = new Set<number>();
	for (let row = 0, column = 0; row < words.length && column < others.length; ) {
		if (words[row]!.bare === others[column]!.bare) {
			shared.add(row++);
			column++;
		} else if (at(row + 1, column) >= at(row, column + 1)) row++;
		else column++;
	}
	return shared;
}
