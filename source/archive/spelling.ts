/**
 * Names in a filter that nobody bears: taken for the ones most like them, and said so. Outlets and speakers are short lists of
 * short strings, for which Fuse.js is at its best.
 */
import { distance } from '../search/distance.ts';
import { nearest } from '../search/nearest.ts';
import type { Term } from './filter.ts';

/** Shorter ones resemble too much. */
export const FEWEST_LETTERS = 4;
const MOST_NAMES = 20_000;
/** Of so many letters one may be wrong: who is asked for and is not there is not somebody else. */
const LETTERS_AN_EDIT = 4;
const ALIKE = 0.6;

/** Whether a filter's term can be a name that is mistyped; what hides rows is taken as it is. */
export const maybeName = ({ field, value, not }: Term): boolean =>
	!not && (field === 'from' || field === 'by' || field === 'words') && value.length >= FEWEST_LETTERS;

/** The name, or the word of one, most like `value`; null where nothing is like it. `names`: folded, several in one string. */
export function likeliest(names: Iterable<string>, value: string): string | null {
	const parts = new Set<string>();
	for (const name of names) {
		for (const part of value.includes(' ') ? name.split('\n') : name.split(/\s+/)) {
			const trimmed = part.trim().replace(/[.,;:]+$/, '');
			if (trimmed.length >= FEWEST_LETTERS) parts.add(trimmed);
		}
		if (parts.size >= MOST_NAMES) break;
	}
	const edits = Math.max(1, Math.floor(value.length / LETTERS_AN_EDIT));
	const list = [...parts].filter((part) => distance(value, part, edits) <= edits).sort();
	const [first] = nearest(list, value, 1, ALIKE);
	return first ? list[first.at]! : null;
}
