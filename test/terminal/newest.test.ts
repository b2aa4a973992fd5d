/** A search of an archive so large that it looks through the newest days first: that is told, and a key goes through all. */
import { expect, test } from 'vitest';
import type { Archive } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { topOf } from '../../source/terminal/state.ts';
import { many } from './many.ts';
import { play } from './play.ts';

const data = many({ actors: 3, days: 9, quotations: 90 });
const all = memoryArchive(data);
/** Looks through one day. */
const newest: Archive = {
	...all,
	quotations: async (query) => {
		const since = '2024-01-17';
		if (query.wide || query.words === '') return await all.quotations(query);
		const page = await all.quotations({ ...query, place: { ...query.place, day: since } });
		return { ...page, since, atLeast: true };
	},
};
const on = async (keys: string, columns = 80, archive = newest) =>
	await play(data, keys, { columns, rows: 24 }, undefined, undefined, archive);
const ends = (frame: string) => [frame.split('\n')[0], frame.split('\n').at(-1)];

test.each([80, 40])('at %d columns it tells since when, and that not all are counted', async (columns) => {
	const { frame } = await on('/ w o r d enter', columns);
	const [title, bottom] = ends(frame);
	expect(title).toContain(columns === 40 ? 'since 17 Jan · “word”' : 'since 17 Jan 2024');
	expect(title).toContain('1/10+');
	expect(bottom).toContain('w all days');
});

test('w goes through all days, and back; so does Tab while the words are typed', async () => {
	const [title, bottom] = ends((await on('/ w o r d enter w')).frame);
	expect(title).toContain('all days');
	expect(title).toMatch(/1\/90$/);
	expect(bottom).toContain('w newest days');
	expect((await on('/ w o r d enter w w')).frame).toBe((await on('/ w o r d enter')).frame);

	expect(ends((await on('/ w o r d')).frame)[1]).toMatch(/10\+ quotations$/);
	const typing = await on('/ w o r tab d');
	expect(ends(typing.frame)[1]).toMatch(/90 quotations$/);
	expect(typing.state.typing?.text).toBe('word');
});

test('what looks through all days has no such key', async () => {
	const plain = await on('/ w o r d enter w', 80, all);
	expect(topOf(plain.state)).not.toHaveProperty('wide');
	expect(plain.frame).not.toContain('w all days');
	expect((await on('2')).frame).not.toContain('since');
	// Pressed before the answer came.
	expect((await on('/ w o r d tab enter', 80, all)).frame).not.toContain('newest days');
});
