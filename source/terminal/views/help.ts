/** The help screen, made of the key table. */
import { FEWEST_LETTERS, likeliest, wordsIn } from '../../archive/spelling.ts';
import { columnsOf, pad } from '../../width.ts';
import { type KeyRow, keyWords } from '../keys.ts';
import { type Line, own, piece } from '../lines.ts';
import { setText } from '../typeset.ts';
import type { Item } from './sheet.ts';

/** Room for the names of the keys, and more where the reader gave an action many. */
const KEY_COLUMNS = 14;

/** All keys, or those whose names, heading or help have every word. */
export function helpItems(columns: number, words: string, keys: readonly KeyRow[]): Item[] {
	const items: Item[] = [];
	let part = '';
	const namesOf = (row: KeyRow) => row.keys.map(keyWords).join(' ');
	const wide = Math.max(KEY_COLUMNS, ...keys.map((row) => columnsOf(namesOf(row)) + 1));
	for (const row of fitting(
		keys.filter((one) => one.keys.length > 0),
		words,
	)) {
		const names = own(namesOf(row));
		const [first = [], ...rest] = setText(row.help, Math.max(8, columns - wide));
		const before: Line[] = [];
		if (row.part !== part) before.push(...(items.length > 0 ? [[]] : []), [piece(own(row.part), 'heading')]);
		part = row.part;
		items.push({
			before,
			lines: [
				[piece(pad(names, wide), 'mark'), ...first],
				...rest.map((line) => [piece(own(' '.repeat(wide))), ...line]),
			],
		});
	}
	return items;
}

/** Where no key has all the words, those that have the likeliest ones instead. */
function fitting(keys: readonly KeyRow[], words: string): readonly KeyRow[] {
	const found = keys.filter((row) => has(row, words));
	if (found.length > 0) return found;
	const told = keys.map(textOf);
	const mended = words.split(/\s+/).map((word) => {
		const typed = word.toLowerCase();
		const known = [...word].length < FEWEST_LETTERS || told.some((text) => text.includes(typed));
		return known ? word : (likeliest(wordsIn(told), typed)[0] ?? word);
	});
	return keys.filter((row) => has(row, mended.join(' ')));
}

const textOf = ({ keys, part, help }: KeyRow) =>
	`${keys.map(keyWords).join(' ')} ${part} ${help}`.toLowerCase();

/** One character is a key, and a capital is meant: `G` is another than `g`. */
function has(row: KeyRow, words: string): boolean {
	const shown = row.keys.map(keyWords);
	const text = textOf(row);
	const typed = words.split(/\s+/).filter(Boolean);
	return typed.every((word) =>
		[...word].length === 1 ? shown.includes(word) : text.includes(word.toLowerCase()),
	);
}
