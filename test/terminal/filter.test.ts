/** Filters as they are typed: the list narrows in place, says what it hides, and comes back. */
import { expect, test } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { startLoop } from '../../source/terminal/loop.ts';
import { initialState } from '../../source/terminal/state.ts';
import { edition } from '../fixture.ts';
import { many } from './many.ts';
import { play, shown } from './play.ts';

const typed = (text: string) => [...text].map((sign) => (sign === ' ' ? 'space' : sign)).join(' ');
const bottom = (frame: string) => frame.split('\n').at(-1)!;
const title = (frame: string) => frame.split('\n')[0]!;

test('narrows the list as it is typed, and counts what it hides', async () => {
	const { frame } = await play(edition, `f ${typed('chee')}`);
	expect(frame).toMatch(/^▌ ● Cheese at large$/m);
	expect(frame).not.toContain('Dockers');
	expect(bottom(frame)).toMatch(/^ only chee +1 of 2 shown$/);
	const kept = await play(edition, `f ${typed('chee')} enter`);
	expect(title(kept.frame)).toMatch(/only chee +1 of 2 shown · 1 unread · 1\/1$/);
});

test.each([
	['2', 'by:halloran', '2 of 6 shown'],
	['2', '!by:halloran truce', '0 of 6 shown'],
	['4', 'from:courier', '1 of 3 shown'],
	['1', 'unread', '2 of 2 shown'],
])('in view %s, %s: %s', async (view, text, count) => {
	expect(bottom((await play(edition, `${view} f ${typed(text)}`)).frame)).toContain(count);
});

test('Esc while typing leaves the list as it was; Esc afterwards takes the filter away, the bar at its row', async () => {
	expect((await play(edition, `j f ${typed('dock')} esc`)).frame).toBe((await play(edition, 'j')).frame);
	const { frame } = await play(edition, `f ${typed('cheese')} enter esc`);
	expect(frame).toMatch(/^▌ ● Cheese/m);
	expect(title(frame)).toMatch(/2\/2$/);
	expect((await play(edition, `f ${typed('dock')} enter f ^U enter`)).frame).toBe(
		(await play(edition, '')).frame,
	);
});

test('a slip hides nothing and says what is wrong, while it is typed and after', async () => {
	const { frame } = await play(edition, `f ${typed('date:2025')}`);
	expect(bottom(frame)).toContain('date: is no filter; from: by: on: and unread are');
	expect(frame).toContain('Dockers');
	expect(bottom((await play(edition, `f ${typed('from:')}`)).frame)).toContain('from: wants an outlet');
	expect(bottom((await play(edition, `f ${typed('by:')} enter`)).frame)).toContain('by: wants a name');
});

test('one that hides everything says so, and the way out', async () => {
	const { frame } = await play(edition, `f ${typed('zebra')} enter`);
	expect(frame).toContain('Nothing here passes “zebra”: it hides all 2.');
	expect(frame).toContain('Esc takes the filter away.');
	expect(title(frame)).toMatch(/0 of 2 shown$/);
});

test('what is read under “unread” stays until the filter is set anew', async () => {
	const read = await play(edition, `f ${typed('unread')} enter m`);
	expect(read.frame).toContain('Dockers');
	expect(title(read.frame)).toContain('1 unread · 1/2');
	expect((await play(edition, `f ${typed('unread')} enter m f enter`)).frame).toContain('Dockers');
	expect((await play(edition, `f ${typed('unread')} enter m f space`)).frame).not.toContain('Dockers');
	expect((await play(edition, `f ${typed('unread')} enter m ] ] [`)).frame).not.toContain('Dockers');
});

test('goes with the reader from day to day, and M marks only what it shows', async () => {
	expect(title((await play(edition, `f ${typed('dock')} enter ] ]`)).frame)).toContain('only dock');
	const { state } = await play(edition, `f ${typed('cheese')} enter M y`);
	expect([...state.read]).toEqual(['a3']);
});

test('a search can be filtered', async () => {
	const { frame } = await play(edition, `/ ${typed('ceasefire')} enter f ${typed('from:courier')} enter`, {
		columns: 99,
		rows: 24,
	});
	expect(title(frame)).toMatch(/“ceasefire” · only from:courier +1 of 2 shown · 1\/1$/);
});

test('pages of a long filtered list follow one another', async () => {
	const { state, frame } = await play(
		many({ actors: 9, days: 20, quotations: 3000 }),
		`2 f ${typed('matters !"1 of"')} enter G`,
	);
	const total = Number(/(\d+) of 3000 shown/.exec(title(frame))?.[1]);
	expect(total).toBeLessThan(3000);
	expect(state.trails.quotes[0]!.cursor).toBe(total - 1);
});

test('a paste goes into it as one line', async () => {
	const loop = startLoop(memoryArchive(edition), initialState({ columns: 80, rows: 24 }, EVERYWHERE), {
		draw: () => {},
		wish: () => expect.unreachable(),
	});
	loop.send({ type: 'key', key: 'f' }, { type: 'text', text: 'from:\x1b[31mcourier\n' });
	await loop.rest();
	expect(bottom(shown(loop.state()).frame)).toMatch(/only from:courier +1 of 2/);
});

test('the keys are searched where they are shown', async () => {
	const { frame } = await play(edition, `? / ${typed('copy')}`);
	expect(frame).toContain('copy its source');
	expect(frame).not.toContain('half a page');
	expect((await play(edition, '? / G')).frame).toMatch(/^▌ G End +to the end$/m);
	expect((await play(edition, '? / G')).frame).not.toContain('g Home');
	expect((await play(edition, `? / ${typed('adresses')} enter`)).frame).toContain(
		'the addresses of the articles',
	);
	expect((await play(edition, `? / ${typed('zebra')} enter`)).frame).toContain('No key for “zebra”.');
	expect((await play(edition, `? / ${typed('copy')} enter esc`)).frame).toBe(
		(await play(edition, '?')).frame,
	);
	expect((await play(edition, `? / ${typed('copy')} enter esc esc`)).frame).toBe(
		(await play(edition, '')).frame,
	);
});

test('what a word that nobody says was taken for is told beside the query', async () => {
	expect((await play(edition, `/ ${typed('ceezefyre')}`)).frame).toContain('no “ceezefyre”: ceasefire?');
	expect((await play(edition, `/ ${typed('ceasefire')}`)).frame).not.toContain('no “');
	expect((await play(edition, `f ${typed('by:haloran')}`)).frame).toContain('no “haloran”: halloran?');
});

test('a mistyped word is taken for what stands there, and said, while it is typed and after', async () => {
	const { frame } = await play(edition, `f ${typed('bertj')}`);
	expect(frame).toContain('Dockers close every berth');
	expect(bottom(frame)).toMatch(/no “bertj”: berth\? +1 of 2 shown$/);
	expect(bottom((await play(edition, `f ${typed('bertj')} enter`)).frame)).toContain('no “bertj”: berth?');
	const nowhere = await play(edition, `4 f ${typed('brandvodl')}`);
	expect(bottom(nowhere.frame)).toMatch(/only brandvodl +0 of 3 shown$/);
});

test('the grid is narrowed to actors by their names, and comes back', async () => {
	const { frame } = await play(edition, `3 f ${typed('brnadvold')}`);
	expect(frame).toContain('Teodor Brandvold');
	expect(frame).not.toContain('Mira Halloran');
	expect(bottom(frame)).toMatch(/no “brnadvold”: brandvold\? +1 of 2 shown$/);
	const kept = await play(edition, `3 f ${typed('brandvold')} enter`);
	expect(title(kept.frame)).toContain('only brandvold');
	const back = await play(edition, `3 f ${typed('brandvold')} enter esc`);
	expect(back.frame).toContain('Mira Halloran');
	const none = await play(edition, `3 f ${typed('zebra')} enter`);
	expect(none.frame).toContain('Nothing here passes “zebra”: it hides all 2.');
});

test('a search tells of what is no day', async () => {
	const { frame } = await play(edition, `/ ${typed('truce on:2025-13')}`);
	expect(bottom(frame)).toMatch(/on:2025-13 wants a day +\d+ quotations?$/);
});
