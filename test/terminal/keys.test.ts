import { expect, test } from 'vitest';
import { KEYS, rowFor } from '../../source/terminal/keys.ts';
import type { Mode, ScreenKind } from '../../source/terminal/state.ts';

const SCREENS: readonly ScreenKind[] = [
	'digest',
	'quotes',
	'grid',
	'articles',
	'story',
	'article',
	'problems',
	'help',
];

test('no key means two things on one screen', () => {
	for (const mode of ['browse', 'type', 'ask'] satisfies Mode[])
		for (const screen of SCREENS) {
			const keys = KEYS.filter((row) => row.mode === mode && (row.on?.includes(screen) ?? true)).flatMap(
				({ keys }) => keys,
			);
			expect(
				keys.filter((key, at) => keys.indexOf(key) !== at),
				`${mode} ${screen}`,
			).toEqual([]);
		}
});

test('every key of a row leads to it', () => {
	for (const row of KEYS)
		for (const screen of row.on ?? SCREENS)
			for (const key of row.keys) expect(rowFor(KEYS, key, row.mode, screen)).toBe(row);
});

test('the keys that less, vim and mutt share are all there', () => {
	const keys = new Set(KEYS.flatMap((row) => row.keys));
	for (const key of 'j k g G ^D ^U space b / n N ? q enter esc tab 1 2 3 4 [ ] { } 0 ! x ^L ^Z'.split(' '))
		expect(keys.has(key), key).toBe(true);
});
