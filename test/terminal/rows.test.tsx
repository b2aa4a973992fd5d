/** The rows and columns that take the place of Ink's own, held equal to them. */
import { expect, test } from 'vitest';
import InkOutput from '../../node_modules/ink/build/output.js';
import { rowOf } from '../../source/terminal/cells.ts';
import { pictureOf } from '../../source/terminal/picture.ts';
import { fits, measureText, RowOutput, widestLine } from '../../source/terminal/rows.ts';
import { paint } from '../../source/terminal/style.ts';
import { edition } from '../fixture.ts';
import { play } from './play.ts';

test.each(['', 'enter', '2 enter', '/ c e', '3', '4 enter x', '?'])(
	'%j is drawn as Ink draws it',
	async (keys) => {
		const size = { width: 240, height: 30 };
		const { state } = await play(edition, keys, { columns: 120, rows: 30 });
		const [ink, rows] = [new InkOutput(size), new RowOutput(size)];
		for (const [y, line] of pictureOf(state).entries())
			for (const output of [ink, rows])
				output.write(0, y, paint(line), { transformers: [(text: string) => text] });
		const cells = (output: { get: () => { output: string } }) =>
			output
				.get()
				.output.split('\n')
				.map((row) => rowOf(row, 120));
		expect(cells(rows)).toEqual(cells(ink));
	},
);

test('texts stand where they are put, side by side and transformed', () => {
	for (const Output of [InkOutput, RowOutput]) {
		const output = new Output({ width: 20, height: 3 });
		output.write(2, 0, 'one\ntwo', { transformers: [] });
		output.write(8, 0, 'three', { transformers: [(text: string) => `<${text}>`] });
		output.write(0, 7, 'below', { transformers: [] });
		expect(output.get()).toEqual({ output: '  one   <three>\n  two\n', height: 3 });
	}
});

test('codes of style take no column', () => {
	expect(widestLine('\x1b[1;36mone\x1b[22;39m\nlonger')).toBe(6);
	expect(widestLine('漢字')).toBe(4);
});

test('a text is as high as it has lines, and fits however wide it is', () => {
	expect(measureText('')).toEqual({ width: 0, height: 0 });
	expect(measureText(`${'wide '.repeat(200)}\nand lower`)).toEqual({ width: fits(), height: 2 });
});
