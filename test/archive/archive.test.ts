/** What every archive must do, whatever keeps its texts. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Archive, Cut, Page, Place } from '../../source/archive/archive.ts';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { parseFilter } from '../../source/archive/filter.ts';
import type { Export } from '../../source/types.ts';
import { edition } from '../fixture.ts';
import { readSamples } from '../samples.ts';
import { engines } from './engines.ts';

const places: Place[] = [
	EVERYWHERE,
	{ day: '2025-03-05', actor: null },
	{ day: null, actor: null },
	{ day: 'all', actor: 'p1' },
	{ day: '2025-03-05', actor: 'p1' },
];

describe.each(engines)('%s', (_engine, open) => {
	const archive = open(edition);

	type Ask = (place: Place, cut: Cut, limit: number) => Promise<Page<{ readonly key: string }>>;
	const lists: Record<string, Ask> = {
		stories: (place, cut, limit) => archive.stories({ place, cut, limit }),
		quotations: (place, cut, limit) => archive.quotations({ place, cut, limit, words: '' }),
		found: (place, cut, limit) => archive.quotations({ place, cut, limit, words: 'the' }),
		articles: (place, cut, limit) => archive.articles({ place, cut, limit }),
		actors: (place, cut, limit) => archive.actors({ place, cut, limit }),
		problems: (place, cut, limit) => archive.problems({ place, cut, limit }),
	};

	describe.each(Object.entries(lists))('%s', (_, ask) => {
		test.each(places)('pages at %j join to the whole list, from either end', async (place) => {
			const { rows: whole, total } = await ask(place, { from: 'start' }, 1000);
			expect(whole).toHaveLength(total);
			expect(new Set(whole.map(({ key }) => key)).size).toBe(total);
			await fc.assert(
				fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (limit) => {
					let page = await ask(place, { from: 'start' }, limit);
					const down = [...page.rows];
					while (page.first + page.rows.length < page.total) {
						page = await ask(place, { from: 'after', key: page.rows.at(-1)!.key }, limit);
						expect(page.first).toBe(down.length);
						down.push(...page.rows);
					}
					expect(down).toEqual(whole);
					page = await ask(place, { from: 'end' }, limit);
					const up = [...page.rows];
					while (page.first > 0) {
						page = await ask(place, { from: 'before', key: page.rows[0]!.key }, limit);
						up.unshift(...page.rows);
					}
					expect(up).toEqual(whole);
				}),
				{ numRuns: 5 },
			);
		});

		test('a page begins at a row that is named', async () => {
			const { rows } = await ask(EVERYWHERE, { from: 'start' }, 100);
			for (const [at, { key }] of rows.entries())
				expect(await ask(EVERYWHERE, { from: 'at', key }, 2)).toEqual({
					rows: rows.slice(at, at + 2),
					first: at,
					total: rows.length,
					hidden: 0,
				});
		});
	});

	test('quotations stand newest first and the undated last, in the order of their text', async () => {
		const { rows } = await archive.quotations({
			place: EVERYWHERE,
			cut: { from: 'start' },
			limit: 10,
			words: '',
		});
		expect(rows.map(({ key }) => key)).toEqual(['q4', 'q5', 'q2', 'q3', 'q1', 'q6']);
	});

	test('a place narrows every list', async () => {
		const all = { cut: { from: 'start' }, limit: 10 } as const;
		const place: Place = { day: '2025-03-05', actor: 'p1' };
		const keys = ({ rows }: Page<{ readonly key: string }>) => rows.map(({ key }) => key).join(' ');
		expect(keys(await archive.quotations({ ...all, place, words: '' }))).toBe('q2');
		expect(keys(await archive.stories({ ...all, place }))).toBe('s1');
		expect(keys(await archive.articles({ ...all, place }))).toBe('a1');
		expect(keys(await archive.quotations({ ...all, place: { day: null, actor: null }, words: '' }))).toBe(
			'q6',
		);
	});

	test('a search stays in its place, and marks what it found', async () => {
		const { rows } = await archive.quotations({
			place: { day: 'all', actor: 'p2' },
			cut: { from: 'start' },
			limit: 10,
			words: 'ceasefire',
		});
		expect(rows.map(({ key }) => key)).toEqual(['q4']);
		const { quotation, highlights } = rows[0]!;
		expect(highlights.map(({ start, end }) => quotation.text.slice(start, end))).toEqual(['ceasefire']);
	});

	describe('the place beside', () => {
		const by = (place: Place, axis: 'day' | 'actor', steps: number, of: Archive = archive) =>
			of.beside(place, axis, steps);
		const day = (name: Place['day']): Place => ({ day: name, actor: null });

		test('days go from the oldest to the newest, then the undated', async () => {
			const days = ['2025-03-04', '2025-03-05', '2025-03-06', null];
			let place = EVERYWHERE;
			for (const next of days) {
				place = await by(place, 'day', 1);
				expect(place.day).toBe(next);
			}
			expect(await by(place, 'day', 1)).toEqual(place);
		});

		test('back from all days leads to the newest', async () => {
			expect(await by(EVERYWHERE, 'day', -1)).toEqual(day('2025-03-06'));
		});

		test('with an actor only days of theirs are stepped on', async () => {
			expect(await by({ day: 'all', actor: 'p2' }, 'day', 1)).toEqual({ day: '2025-03-06', actor: 'p2' });
			expect(await by({ day: '2025-03-06', actor: 'p2' }, 'day', -1)).toEqual({
				day: '2025-03-06',
				actor: 'p2',
			});
		});

		test('actors go from the most quoted; on a day only those who spoke', async () => {
			expect((await by(EVERYWHERE, 'actor', 1)).actor).toBe('p1');
			expect((await by(EVERYWHERE, 'actor', 2)).actor).toBe('p2');
			expect((await by(day('2025-03-06'), 'actor', 1)).actor).toBe('p2');
			expect((await by({ day: '2025-03-06', actor: 'p2' }, 'actor', 1)).actor).toBe('p2');
		});

		test('where there is nothing the place stays', async () => {
			const none = open({
				...edition,
				articles: [],
				actors: [],
				quotations: [],
				stories: [],
				days: [],
			});
			expect(await by(EVERYWHERE, 'day', 1, none)).toEqual(EVERYWHERE);
			expect(await by(EVERYWHERE, 'actor', -1, none)).toEqual(EVERYWHERE);
		});
	});

	test('cells count what was said, and leave out what was not', async () => {
		const cells = await archive.cells(['p1', 'p2'], ['2025-03-05', '2025-03-06', null]);
		expect(cells).toEqual([
			{ actor: 'p1', day: '2025-03-05', quotations: 1 },
			{ actor: 'p2', day: '2025-03-06', quotations: 2 },
		]);
	});

	test('what is not there is null', async () => {
		expect(await archive.story('nobody')).toBeNull();
		expect(await archive.article('nobody')).toBeNull();
		expect(await archive.actor('nobody')).toBeNull();
	});
});

/** From another place on, and round. */
const rotated = <T>(all: readonly T[], by: number) => [
	...all.slice(by % all.length),
	...all.slice(0, by % all.length),
];

/** What the screen asks on a walk through everything. */
async function walked(archive: Archive): Promise<unknown[]> {
	const told: unknown[] = [];
	const overview = await archive.overview();
	told.push(overview);
	const actors = await archive.actors({ place: EVERYWHERE, cut: { from: 'start' }, limit: 1000 });
	const days = overview.days.map(({ day }) => day);
	told.push(
		actors,
		await archive.cells(
			actors.rows.map(({ key }) => key),
			days,
		),
	);
	const filters = [
		'',
		'trump',
		'!trump',
		'from:0',
		'by:putin',
		'on:2025-03',
		'on:undated',
		'unread',
		'war !by:trump',
		'by:puttin',
		'hallorran !from:coruier',
		'from:coureir',
	];
	const searches = [
		'',
		'ceasefire',
		'cease fire putin',
		'zelenski',
		'on:2025-03-1 war',
		'xyzzy',
		'negosiashuns by:pitin',
	];
	const here: Place[] = [
		EVERYWHERE,
		// The newest and the oldest, and what has none.
		...days.filter((_, at) => at < 2 || at >= days.length - 2).map((day) => ({ day, actor: null })),
		...actors.rows.slice(0, 2).map(({ key }) => ({ day: 'all' as const, actor: key })),
		{ day: '2025-03-12', actor: actors.rows[0]?.key ?? null },
		{ day: '1999-01-01', actor: 'nobody' },
	];
	const articles = await archive.articles({ place: EVERYWHERE, cut: { from: 'start' }, limit: 1000 });
	const read = new Set(articles.rows.slice(0, 2).map(({ key }) => key));
	for (const place of here) {
		told.push(await archive.beside(place, 'day', 1), await archive.beside(place, 'day', -1));
		told.push(await archive.beside(place, 'actor', 2), await archive.beside(place, 'actor', -1));
		for (const text of filters) {
			const filter = text === '' ? null : { terms: parseFilter(text).terms, read };
			const ask = { place, filter, cut: { from: 'start' }, limit: 50 } as const;
			told.push(
				await archive.stories(ask),
				await archive.articles(ask),
				await archive.unread({ place, filter, read }),
			);
			// Every search in every place, and through every filter some.
			const asked = text === '' ? searches : rotated(searches, told.length).slice(0, 2);
			for (const words of asked) told.push(await archive.quotations({ ...ask, words }));
		}
	}
	const narrowed = ['ceasefrie', 'negotations on:2025', 'chesee', 'zelensky', 'from:0', '!unread by:e'];
	for (const text of narrowed)
		for (const place of [EVERYWHERE, { day: '2025-03-12', actor: null }]) {
			const filter = { terms: parseFilter(text).terms, read };
			const ask = { place, filter, cut: { from: 'start' }, limit: 50 } as const;
			for (const list of ['stories', 'articles', 'actors'] as const) told.push(await archive[list](ask));
			told.push(await archive.quotations({ ...ask, words: '' }));
		}
	const stories = await archive.stories({ place: EVERYWHERE, cut: { from: 'start' }, limit: 1000 });
	for (const { key } of stories.rows) told.push(await archive.story(key));
	for (const { key } of articles.rows) told.push(await archive.article(key));
	for (const { key } of actors.rows) told.push(await archive.actor(key));
	told.push(await archive.problems({ place: EVERYWHERE, cut: { from: 'start' }, limit: 10 }));
	return told;
}

test('every archive gives the same answers in the same order', async () => {
	const data = await readSamples();
	const odd = '\u0000 \ud800 \u202e \u001b[31m';
	const strange: Export = {
		...edition,
		articles: edition.articles.map((article) => ({
			...article,
			headline: odd,
			outlet: `${odd}${article.id}`,
		})),
		quotations: edition.quotations.map((quotation) => ({ ...quotation, text: `${quotation.text} ${odd}` })),
	};
	for (const one of [data, edition, strange]) {
		const [first, ...others] = await Promise.all(engines.map(([, open]) => walked(open(one))));
		// Where they are the same to the byte, they need not be compared piece by piece.
		for (const other of others) if (!isDeepStrictEqual(other, first)) expect(other).toEqual(first);
	}
}, 120_000);
