/** Where the reader stood, kept as a text: taken up again it shows the same, even where the news have changed. */
import { describe, expect, test } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { restoredState, savedPlace } from '../../source/terminal/saved.ts';
import { type Size, type State, topOf } from '../../source/terminal/state.ts';
import { edition, story } from '../fixture.ts';
import { many } from './many.ts';
import { play } from './play.ts';

const usual = { columns: 80, rows: 24 };
const sizes: readonly Size[] = [usual, { columns: 40, rows: 12 }, { columns: 200, rows: 60 }];
const long = many({ actors: 60, days: 90, quotations: 600 });

/** The next start: what was read is kept apart from the place. */
async function again(
	data: typeof edition,
	text: string,
	size: Size = usual,
	keys = '',
	read?: State['read'],
) {
	const state = restoredState(size, text, read);
	if (!state) throw new Error(`not taken up: ${text}`);
	return play(data, keys, size, EVERYWHERE, state);
}

describe.each(sizes)('at $columns by $rows', (size) => {
	test.each([
		'',
		'j',
		'enter n j',
		'enter enter',
		'enter n n n enter j',
		'2 j j',
		'2 j enter space',
		'/ w o r k e r s enter n',
		'] ] 2',
		'} 3 j h',
		'4 j enter x',
		'? j',
		'2 ! j',
	])('%s', async (keys) => {
		const before = await play(edition, keys.replace(/[?!].*/, ''), size);
		const { state } = await play(edition, keys, size);
		expect((await again(edition, savedPlace(state), size, '', state.read)).frame).toBe(before.frame);
	});

	test('far down a long list, and a view that was left there', async () => {
		for (const keys of ['2 G k', `2${' space'.repeat(20)} k`, '2 G 4 j', '3 G l']) {
			const { frame, state } = await play(long, keys, size);
			const back = await again(long, savedPlace(state), size);
			const cursors = (one: typeof state) => [topOf(one).cursor, topOf(one).top];
			expect(cursors(back.state), keys).toEqual(cursors(state));
			expect(back.frame, keys).toBe(frame);
			const other = keys.includes('4') ? ' 2' : '';
			expect((await again(long, savedPlace(state), size, other)).frame, keys).toBe(
				(await play(long, keys + other, size)).frame,
			);
		}
	});
});

test('the row is found again when others have come before it', async () => {
	const { state } = await play(edition, 'j');
	const newer = story('s0', 'Lighthouse sold', { firstDay: '2025-04-01', lastDay: '2025-04-01' });
	const grown = {
		...edition,
		stories: [newer, ...edition.stories],
		days: [{ day: '2025-04-01', stories: ['s0'], articles: [], quotations: [], about: [] }, ...edition.days],
	};
	const { frame } = await again(grown, savedPlace(state));
	expect(frame).toContain('3/3');
	expect(frame).toMatch(/^▌.*Cheese at large/m);
});

test('a row that has gone leaves the bar where it was; a story that has gone leads back to the list', async () => {
	const without = { ...edition, stories: edition.stories.slice(1) };
	expect((await again(without, savedPlace((await play(edition, '')).state))).frame).toContain('1/1');
	const { frame } = await again(without, savedPlace((await play(edition, 'enter')).state));
	expect(frame).toContain('Digest');
	expect(frame).toContain('the story is not there any more');
	const noArticle = {
		...edition,
		articles: edition.articles.slice(0, 2),
		quotations: edition.quotations.slice(0, 5),
	};
	expect((await again(noArticle, savedPlace((await play(edition, '2 G enter')).state))).frame).toContain(
		'the article is not there any more',
	);
});

test('a place of somebody who has gone is everybody’s', async () => {
	const { state } = await play(edition, '2', usual, { day: 'all', actor: 'p2' });
	const { frame } = await again({ ...edition, actors: edition.actors.slice(0, 1) }, savedPlace(state));
	expect(frame).toContain('Quotes  all days · everyone');
});

test('in another window the article stands at the same words', async () => {
	const { state } = await play(long, '4 enter j j j', { columns: 80, rows: 6 });
	const { frame } = await again(long, savedPlace(state), { columns: 40, rows: 6 });
	const words = /Word \d+/.exec((await play(long, '4 enter j j j', { columns: 80, rows: 6 })).frame)![0];
	expect(frame.split('\n')[1]).toContain(words);
});

test('a search that was being typed is a search that found something', async () => {
	const { state } = await play(edition, '/ c e a s e f i r');
	expect((await again(edition, savedPlace(state))).frame).toBe(
		(await play(edition, '/ c e a s e f i r enter')).frame,
	);
	const none = await play(edition, '/');
	expect((await again(edition, savedPlace(none.state))).frame).toBe((await play(edition, '')).frame);
});

test('what is not ours, or damaged, is nothing', async () => {
	const whole = savedPlace((await play(edition, '4 j enter')).state);
	const texts = [
		'',
		'{}',
		'quotidian place 1',
		'quotidian place 1\n',
		'quotidian place 1\nnull',
		'quotidian place 1\n[]',
	];
	for (let length = 0; length < whole.length - 1; length += 7) texts.push(whole.slice(0, length));
	texts.push(
		whole.replace('place 1', 'place 2'),
		whole.replace('"kind":"digest"', '"kind":"help"'),
		whole.replace('"cursor":0', '"cursor":-1'),
		whole.replace('"cursor":0', '"cursor":1.5'),
		whole.replace('"day":"all"', '"day":7'),
		whole.replace('"focus":[]', '"focus":[{"start":"x","end":2}]'),
		whole.replace(/"digest":\[.*?\],"quotes"/, '"digest":[],"quotes"'),
	);
	for (const text of texts) expect(restoredState(usual, text), text).toBeNull();
	expect(restoredState(usual, whole)).not.toBeNull();
});
