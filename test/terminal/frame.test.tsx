/** What Ink hands on is the picture, row for row, whatever the characters. */
import { EventEmitter } from 'node:events';
import { render } from 'ink';
import { expect, test } from 'vitest';
import { rowOf } from '../../source/terminal/cells.ts';
import { Frame } from '../../source/terminal/frame.tsx';
import { pictureOf } from '../../source/terminal/picture.ts';
import { paint, THEMES } from '../../source/terminal/style.ts';
import { edition } from '../fixture.ts';
import { play } from './play.ts';

function drawn(element: Parameters<typeof render>[0], columns: number): string {
	let frame = '';
	const stdout = Object.assign(new EventEmitter(), {
		columns,
		write: (text: string) => {
			frame = text;
			return true;
		},
	});
	const ink = render(element, {
		stdout: stdout as unknown as NodeJS.WriteStream,
		debug: true,
		patchConsole: false,
	});
	ink.unmount();
	return frame;
}

const rare = {
	...edition,
	articles: edition.articles.map((article) => ({ ...article, url: `https://news.example/${article.id}` })),
	quotations: edition.quotations.map((said) => ({ ...said, text: `漢字 👩‍👩‍👧 e\u0301 🇺🇦 ${said.text}` })),
};

test.each([
	['', 80, 24],
	['2', 120, 30],
	['3', 80, 24],
	['4 enter x', 40, 12],
	['enter', 200, 60],
	['4 u', 80, 24],
	['4 enter', 80, 24],
] as const)('%j at %d columns', async (keys, columns, rows) => {
	const { state } = await play(rare, keys, { columns, rows });
	const wanted = pictureOf(state).map((line) => rowOf(paint(line), columns));
	const lines = drawn(<Frame state={state} theme={THEMES.dark} />, columns).split('\n');
	expect(lines).toHaveLength(rows);
	expect(lines.map((line) => rowOf(line, columns))).toEqual(wanted);
});
