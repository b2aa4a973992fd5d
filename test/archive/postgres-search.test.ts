/** A search on a server answers as one in memory does, at every key: the same quotations in the same order, and as many. */
import { expect, test } from 'vitest';
import { EVERYWHERE, type QuotationRow } from '../../source/archive/archive.ts';
import { parseFilter } from '../../source/archive/filter.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { LIMITS } from '../../source/archive/postgres/search.ts';
import { newsOf } from '../bench/news-of.ts';
import { hasPostgres, openedOn, orSkipped } from './postgres-shared.ts';

const { data, queries } = newsOf(700, { seed: 5, queries: 9 });
const here = memoryArchive(data);
/** All that answer are counted. */
const there = openedOn(data, { ...LIMITS, few: [1000, 3000] });
/** The same as where there are too many to look at all of them, or to count them. */
const FEW = 20;
const crowded = openedOn(data, { ...LIMITS, few: [FEW, FEW], often: 60 });

const page = { cut: { from: 'start' }, limit: 10, place: EVERYWHERE } as const;

test.skipIf(!hasPostgres).each(queries.map(({ kind, typed }) => [kind, typed]))(
	orSkipped('%s: %s, key by key'),
	async (_, typed) => {
		for (let keys = 1; keys <= typed.length; keys++) {
			const words = typed.slice(0, keys);
			const wanted = await here.quotations({ ...page, words });
			expect(await there.quotations({ ...page, words }), words).toEqual(wanted);
			const { total, atLeast = false, ...found } = await crowded.quotations({ ...page, words });
			expect({ ...found, total: wanted.total }, words).toEqual(wanted);
			if (atLeast) expect(wanted.total, words).toBeGreaterThanOrEqual(total);
			else expect(total, words).toBe(wanted.total);
			if (atLeast) expect(total, words).toBeGreaterThanOrEqual(FEW / 2);
			// Of a letter not all are looked at.
			if (keys === 1) expect(atLeast, words).toBe(true);
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

const frequent = queries.map(({ typed }) => typed[0]!);

test.skipIf(!hasPostgres)(
	orSkipped('a list that is not counted to the end has one all the same'),
	async () => {
		const ask = { ...page, words: 'the' };
		const whole = await here.quotations({ ...ask, limit: 10_000 });
		const down: QuotationRow[] = [];
		let part = await crowded.quotations({ ...ask, limit: 7 });
		const { total } = part;
		expect(part.atLeast).toBe(true);
		for (; part.rows.length > 0; ) {
			expect([part.first, part.total]).toEqual([down.length, total]);
			down.push(...part.rows);
			part = await crowded.quotations({ ...ask, limit: 7, cut: { from: 'after', key: down.at(-1)!.key } });
		}
		expect(down).toEqual(whole.rows.slice(0, total));
		const last = await crowded.quotations({ ...ask, limit: 7, cut: { from: 'end' } });
		expect([last.first, last.rows]).toEqual([total - 7, down.slice(-7)]);
		const before = await crowded.quotations({
			...ask,
			limit: 7,
			cut: { from: 'before', key: last.rows[0]!.key },
		});
		expect([before.first, before.rows]).toEqual([total - 14, down.slice(-14, -7)]);
		const gone = await crowded.quotations({ ...ask, limit: 7, cut: { from: 'at', key: 'nothing' } });
		expect(gone.rows).toEqual(down.slice(0, 7));
	},
);

test.skipIf(!hasPostgres)(orSkipped('a search that names no day looks through the newest'), async () => {
	// Of an utterance with versions another may be the first.
	const { data } = newsOf(400, { seed: 6, queries: 3, again: 1e9 });
	const here = memoryArchive(data);
	const windowed = openedOn(data, { ...LIMITS, window: 60 });
	const dayOf = ({ article }: QuotationRow) => article.published!.day;
	for (const words of ['the', 'of a', ...frequent]) {
		const everywhere = await here.quotations({ ...page, words, limit: 1000 });
		const { since, ...found } = await windowed.quotations({ ...page, words, limit: 1000 });
		expect(since, words).toMatch(/^\d{4}-\d\d-01$/);
		const wanted = everywhere.rows.filter((row) => dayOf(row) >= since!);
		expect(wanted.length).toBeGreaterThan(10);
		expect(found, words).toEqual({ ...everywhere, rows: wanted, total: wanted.length });
		const { rows } = await windowed.quotations({
			...page,
			words,
			cut: { from: 'after', key: wanted[3]!.key },
		});
		expect(rows, words).toEqual(wanted.slice(4, 14));
	}
	for (const [wide, words, place] of [
		[true, 'the', EVERYWHERE],
		[false, 'on:2024 the', EVERYWHERE],
		[false, 'the', { day: days[0]!, actor: null }],
		[false, 'the', { day: 'all' as const, actor }],
	] as const)
		expect(await windowed.quotations({ ...page, words, wide, place }), words).toEqual(
			await here.quotations({ ...page, words, place }),
		);
});

test.skipIf(!hasPostgres)(orSkipped('what is not said these days is looked for in all'), async () => {
	const windowed = openedOn(data, { ...LIMITS, window: 20 });
	let past = 0;
	for (const { typed } of queries) {
		const wanted = await here.quotations({ ...page, words: typed });
		const found = await windowed.quotations({ ...page, words: typed });
		if (found.since === undefined) past++;
		if (found.since === undefined) expect(found, typed).toEqual(wanted);
		else expect(found.rows.length, typed).toBeGreaterThan(0);
	}
	expect(past).toBeGreaterThan(0);
});

test.skipIf(!hasPostgres)(
	orSkipped('what many print is looked at until it is as many utterances'),
	async () => {
		const { data } = newsOf(600, { seed: 8, queries: 2, again: 1 });
		const here = memoryArchive(data);
		const there = openedOn(data, { ...LIMITS, few: [340, 340] });
		const wanted = await here.quotations({ ...page, words: 'the' });
		expect(wanted.total).toBeGreaterThan(340);
		expect(await there.quotations({ ...page, words: 'the' })).toEqual(wanted);
	},
);
