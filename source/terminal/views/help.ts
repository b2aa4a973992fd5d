/** The help screen, made of the key table. */
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
	for (const row of keys.filter((one) => one.keys.length > 0 && has(one, words))) {
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

/** One character is a key, and a capital is meant: `G` is another than `g`. */
function has({ keys, part, help }: KeyRow, words: string): boolean {
	const shown = keys.map(keyWords);
	const text = `${shown.join(' ')} ${part} ${help}`.toLowerCase();
	const typed = words.split(/\s+/).filter(Boolean);
	return typed.every((word) =>
		[...word].length === 1 ? shown.includes(word) : text.includes(word.toLowerCase()),
	);
}
