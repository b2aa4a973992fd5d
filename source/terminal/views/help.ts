/** The help screen, made of the key table. */
import { pad } from '../../width.ts';
import { KEYS, type KeyRow, keyWords } from '../keys.ts';
import { type Line, own, piece } from '../lines.ts';
import { setText } from '../typeset.ts';
import type { Item } from './sheet.ts';

const KEY_COLUMNS = 14;

/** All keys, or those whose names, heading or help have every word. */
export function helpItems(columns: number, words: string): Item[] {
	const items: Item[] = [];
	let part = '';
	for (const row of KEYS.filter((one) => has(one, words))) {
		const keys = own(row.keys.map(keyWords).join(' '));
		const [first = [], ...rest] = setText(row.help, Math.max(8, columns - KEY_COLUMNS));
		const before: Line[] = [];
		if (row.part !== part) before.push(...(items.length > 0 ? [[]] : []), [piece(own(row.part), 'heading')]);
		part = row.part;
		items.push({
			before,
			lines: [
				[piece(pad(keys, KEY_COLUMNS), 'mark'), ...first],
				...rest.map((line) => [piece(own(' '.repeat(KEY_COLUMNS))), ...line]),
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
