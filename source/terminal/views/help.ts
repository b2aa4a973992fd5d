/** The help screen, made of the key table. */
import { pad } from '../../width.ts';
import { KEYS, keyWords } from '../keys.ts';
import { type Line, own, piece } from '../lines.ts';
import { setText } from '../typeset.ts';
import type { Item } from './sheet.ts';

const KEY_COLUMNS = 14;

export function helpItems(columns: number): Item[] {
	const items: Item[] = [];
	let part = '';
	for (const row of KEYS) {
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
