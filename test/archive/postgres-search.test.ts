/** A search on a server answers as one in memory does, at every key: the same quotations in the same order, and as many. */
import { expect, test } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { parseFilter } from '../../source/archive/filter.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { newsOf } from '../bench/news-of.ts';
import { hasPostgres, openedOn, orSkipped } from './postgres-shared.ts';

const { data, queries } = newsOf(700, { seed: 5, queries: 9 });
const here = memoryArchive(data);
const there = openedOn(data);
/** The same as where there are too many to look at all of them. */
const crowded = openedOn(data, { few: 20, often: 60, compared: 300 });

const page = { cut: { from: 'start' }, limit: 10, place: EVERYWHERE } as const;

test.skipIf(!hasPostgres).each(queries.map(({ kind, typed }) => [kind, typed]))(
	orSkipped('%s: %s, key by key'),
	async (_, typed) => {
		for (let keys = 1; keys <= typed.length; keys++) {
			const words = typed.slice(0, keys);
			const wanted = await here.quotations({ ...page, words });
			expect(await there.quotations({ ...page, words }), words).toEqual(wanted);
			expect(await crowded.quotations({ ...page, words }), words).toEqual(wanted);
		}
	},
);

const days = [...new Set(data.days.map(({ day }) => day))].slice(0, 2);
const actor = data.quotations[0]!.speaker.actor;

test.skipIf(!hasPostgres).each([
	['on a day', { ...page, place: { day: days[0]!, actor: null } }],
	['of an actor', { ...page, place: { day: 'all' as const, actor } }],
	['of an actor on a day', { ...page, place: { day: days[1]!, actor } }],
	[
		'among what passes a filter',
		{ ...page, filter: { terms: parseFilter('from:1 !on:2024-03').terms, read: new Set<string>() } },
	],
])(orSkipped('a search %s'), async (_, query) => {
	for (const words of [
		'the',
		'th',
		'of a',
		queries[0]!.typed,
		queries[1]!.typed,
		'on:2025 the',
		'on:2024-05',
		'xyzzyq the',
		'xyzzyq of to qqqq',
	])
		expect(await there.quotations({ ...query, words }), words).toEqual(
			await here.quotations({ ...query, words }),
		);
});

test.skipIf(!hasPostgres)(orSkipped('pages of answers join to all of them, from either end'), async () => {
	const words = 'the';
	const whole = await here.quotations({ ...page, words, limit: 10_000 });
	let part = await there.quotations({ ...page, words, limit: 300 });
	const down = [...part.rows];
	while (part.first + part.rows.length < part.total) {
		part = await there.quotations({
			...page,
			words,
			limit: 300,
			cut: { from: 'after', key: down.at(-1)!.key },
		});
		expect(part.first).toBe(down.length);
		down.push(...part.rows);
	}
	expect(down).toEqual(whole.rows);
	part = await there.quotations({ ...page, words, limit: 7, cut: { from: 'end' } });
	expect(part).toEqual(await here.quotations({ ...page, words, limit: 7, cut: { from: 'end' } }));
});
