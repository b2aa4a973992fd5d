/** Which articles are copies of one text: syndicated, republished, lightly edited. */
import type { Article } from '../types.ts';
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
	const rows = articles.map(rowsOf);
	const order = rows.map((_, index) => index).sort((a, b) => rows[b]!.size - rows[a]!.size || a - b);
	const holders = new Map<string, number[]>();
	const groups = new Map<number, number[]>();
	for (const index of order) {
		const own = rows[index]!;
		const shared = new Map<number, number>();
		for (const row of own)
			for (const holder of holders.get(row) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
		const [best] = [...shared]
			.filter(([holder, count]) =>
				own.size >= FEWEST ? count >= COPY * own.size : count === own.size && own.size === rows[holder]!.size,
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
		for (const row of own) {
			const at = holders.get(row);
			if (!at) holders.set(row, [index]);
			else if (at.length < COMMON) at.push(index);
		}
	}
	return [...groups.values()]
		.filter((group) => group.length > 1)
		.map((group) => group.sort((a, b) => a - b))
		.sort((a, b) => a[0]! - b[0]!);
}

/** The rows of words of what is read of an article; all of a text that is shorter than one row, none of no text. */
function rowsOf({ text, paragraphs }: Article): Set<string> {
	const words = paragraphs
		.filter(({ kind }) => kind !== 'headline' && kind !== 'heading')
		.flatMap((paragraph) => wordsIn(text, paragraph));
	const rows = new Set<string>();
	for (let i = 0; i + ROW <= words.length; i++) rows.add(words.slice(i, i + ROW).join(' '));
	if (rows.size === 0 && words.length > 0) rows.add(words.join(' '));
	return rows;
}
