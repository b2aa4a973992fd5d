/** Stories as articles come in: the same whatever the order, found by looking at a few weeks, under names that last. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import {
	type Arrival,
	type Grouping,
	NOTHING_SHELVED,
	namesOf,
	reachOf,
	type Shelves,
	shelved,
	storiesBetween,
} from '../../source/digest/arrivals.ts';
import { digest } from '../../source/digest/digest.ts';
import { identify } from '../../source/identity.ts';
import type { Article, Day, Reading } from '../../source/types.ts';

/** Nobody's calendar: the days count from the beginning of one of the stretches. */
const dayAt = (number: number): Day => new Date((14 * 1400 + number) * 86_400_000).toISOString().slice(0, 10);

const EVENTS: Readonly<Record<string, readonly (readonly [day: number, text: string])[]>> = {
	fire: [
		[
			1,
			'A fire at the Brandel paint works in Osterby killed three people and sent smoke over the old harbour, the fire brigade said. Chief Nils Aberg said it began in a drying room. About 40 workers were led out through the yard.',
		],
		[
			1,
			'Three workers died when the Brandel paint works in Osterby burned. Smoke hung over the harbour. The fire brigade under Nils Aberg led 40 people out through the yard; the fire is thought to have begun in a drying room.',
		],
		[
			2,
			'The Brandel paint works in Osterby had been warned of its drying room, records show. Three people died in the fire there and 40 were led out. Chief Nils Aberg of the fire brigade would not comment.',
		],
	],
	mill: [
		[
			9,
			'A fire at the Lindholm saw mill in Vestervik killed two people and sent smoke over the railway. Petra Holm of the fire brigade said it began in a store of planks. About 15 workers were led out through the gate.',
		],
		[
			9,
			'Two people died when the Lindholm saw mill in Vestervik burned. Trains stood still in the smoke. The fire began among planks, said Petra Holm of the fire brigade, which led 15 workers through the gate.',
		],
	],
	vote: [
		[
			20,
			'Voters in Caldora chose a new parliament. The Farmers’ Union won 61 of 140 seats, the electoral commission said. Its leader, Ivo Maran, spoke of a new day for the countryside.',
		],
		[
			21,
			'Ivo Maran and his Farmers’ Union have won the vote for the parliament of Caldora with 61 of 140 seats, the electoral commission said. He promised the countryside a new day.',
		],
	],
	again: [
		[
			50,
			'Voters in Caldora chose a mayor for the capital. Lena Sorin of the Harbour League won with 53 percent, the city’s electoral office said. She promised more trams and fewer fines.',
		],
		[
			51,
			'Lena Sorin of the Harbour League is the new mayor of the capital of Caldora with 53 percent, the city’s electoral office said. More trams and fewer fines were what she promised.',
		],
	],
};

const READ: readonly (Reading & { readonly day: Day; readonly event: string })[] = Object.entries(
	EVENTS,
).flatMap(([event, reports]) =>
	reports.map(([number, text], at) => {
		const day = dayAt(number);
		const bytes = new TextEncoder().encode(`---\ndate: ${day}\n---\n${text}\n`);
		return { ...annotate({ file: `${event}-${at}.md`, format: 'markdown', bytes }), day, event };
	}),
);
const ARRIVALS: readonly Arrival[] = READ.map(({ article, times, day }) => ({ article, times, day }));

const all = (shelves: Shelves) =>
	storiesBetween(shelves, dayAt(-100), dayAt(1000)).map((story) => story.map(({ article }) => article.file));

test('one by one, in batches or at once, in any order: the same stories', () => {
	const wanted = all(shelved(NOTHING_SHELVED, ARRIVALS));
	expect(wanted.map((story) => story.map((file) => file.split('-')[0]))).toEqual([
		['fire', 'fire', 'fire'],
		['mill', 'mill'],
		['vote', 'vote'],
		['again', 'again'],
	]);
	fc.assert(
		fc.property(
			fc.shuffledSubarray([...ARRIVALS], { minLength: ARRIVALS.length, maxLength: ARRIVALS.length }),
			fc.integer({ min: 1, max: 5 }),
			(order, batch) => {
				let shelves = NOTHING_SHELVED;
				for (let at = 0; at < order.length; at += batch)
					shelves = shelved(shelves, order.slice(at, at + batch));
				expect(all(shelves)).toEqual(wanted);
			},
		),
		{ numRuns: 12, seed: 5 },
	);
});

test('what goes again leaves no trace', () => {
	const [first, ...rest] = ARRIVALS;
	const without = shelved(shelved(NOTHING_SHELVED, ARRIVALS), [], [first!]);
	expect(without).toEqual(shelved(NOTHING_SHELVED, rest));
	expect(shelved(shelved(NOTHING_SHELVED, ARRIVALS), [], ARRIVALS)).toEqual(NOTHING_SHELVED);
});

test('of a few days they are those of an edition', () => {
	const days = READ.filter(({ event }) => event === 'fire' || event === 'mill');
	const { stories, articles } = digest(days, []);
	const fileOf = new Map(articles.map(({ id, file }) => [id, file]));
	const inEdition = stories.map((story) => story.articles.map((id) => fileOf.get(id)!).sort());
	const held = shelved(NOTHING_SHELVED, days);
	expect(all(held).map((story) => story.sort())).toEqual(inEdition.sort());
	const names = namesOf(storiesBetween(held, dayAt(0), dayAt(13)));
	expect([...names].sort()).toEqual(stories.map(({ id }) => id).sort());
});

describe('articles that are but a subject and a day', () => {
	const plain = (subject: string, number: number, more = ''): Arrival => ({
		article: { id: identify('a', subject, String(number), more), headline: subject } as Article,
		times: [],
		day: dayAt(number),
	});
	const bySubject: Grouping = (arrivals) => {
		const groups = new Map<string, number[]>();
		for (const [at, { article }] of arrivals.entries())
			groups.set(article.headline!, [...(groups.get(article.headline!) ?? []), at]);
		return [...groups.values()];
	};
	const days = (shelves: Shelves, from = -100, to = 10_000) =>
		storiesBetween(shelves, dayAt(from), dayAt(to)).map((story) => story.map(({ day }) => day));

	test.each([10_000, 20_000])('one more beside %i is looked at with those of six weeks', (many) => {
		const perDay = 20;
		const shelves = shelved(
			NOTHING_SHELVED,
			Array.from({ length: many }, (_, at) =>
				plain(`subject ${at % 500}`, Math.floor(at / perDay), String(at)),
			),
			[],
			bySubject,
		);
		let looked = 0;
		const next = shelved(shelves, [plain('subject 3', 203)], [], (arrivals) => {
			looked += arrivals.length;
			return bySubject(arrivals);
		});
		expect(looked).toBe(2 * (28 * perDay + 1));
		const others = [...next].filter(([number, stretch]) => shelves.get(number) !== stretch);
		expect(others).toHaveLength(2);
	});

	test('a story goes on for as long as its reports are less than two weeks apart', () => {
		const on = (...numbers: number[]) =>
			days(
				shelved(
					NOTHING_SHELVED,
					numbers.map((number) => plain('trial', number)),
					[],
					bySubject,
				),
			).length;
		expect(on(0, 13, 26, 39, 52)).toBe(1);
		expect(on(0, 28)).toBe(2);
		expect(on(0, 60)).toBe(2);
	});

	test('of two that one stretch puts together and another apart neither is linked', () => {
		const inOneOnly: Grouping = (arrivals) =>
			arrivals.some(({ article }) => article.headline === 'between')
				? arrivals.map((_, at) => [at])
				: [arrivals.map((_, at) => at)];
		const both = [plain('one', 15), plain('other', 16)];
		expect(days(shelved(NOTHING_SHELVED, both, [], inOneOnly))).toHaveLength(1);
		expect(days(shelved(NOTHING_SHELVED, [...both, plain('between', 3)], [], inOneOnly))).toHaveLength(3);
	});

	test('what may change lies within reach', () => {
		const near = [-20, -3, 0, 5, 13, 14, 27, 30].map((number) => plain('trial', number));
		const before = shelved(NOTHING_SHELVED, near, [], bySubject);
		for (const number of [0, 6, 13, 14]) {
			const { first, last } = reachOf(dayAt(number));
			const after = shelved(before, [plain('trial', number, 'late')], [], bySubject);
			const outside = (shelves: Shelves) =>
				storiesBetween(shelves, dayAt(-100), dayAt(100)).filter((story) =>
					story.every(({ day }) => day < first || day > last),
				);
			expect(outside(after)).toEqual(outside(before));
		}
	});

	test('nothing between two days is no story', () => {
		expect(days(NOTHING_SHELVED)).toEqual([]);
		expect(days(shelved(NOTHING_SHELVED, [plain('trial', 3)], [], bySubject), 4, 40)).toEqual([]);
	});

	describe('names', () => {
		const named = (stories: readonly (readonly Arrival[])[], names: readonly string[]) =>
			new Map(stories.flatMap((story, at) => story.map(({ article }) => [article.id, names[at]!] as const)));
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((subject) => plain(subject, 1)) as [
			Arrival,
			Arrival,
			Arrival,
			Arrival,
		];
		const early = plain('early', 0);

		test('are those of the earliest article', () => {
			expect(namesOf([[early, a], [b]])).toEqual([
				identify('s', early.article.id),
				identify('s', b.article.id),
			]);
		});

		test('stay when another comes, be it of the same day or of an earlier one', () => {
			const [name] = namesOf([[a]]);
			for (const other of [b, c, d, early])
				expect(namesOf([[a, other]], named([[a]], [name!]))).toEqual([name]);
		});

		test('of two that become one that of the earlier stays', () => {
			const before = [[early], [a]];
			const names = namesOf(before);
			expect(namesOf([[early, a]], named(before, names))).toEqual([names[0]]);
		});

		test('of one that becomes two the founder’s part keeps it', () => {
			const founded = [[a, b, early]];
			const held = named(founded, [namesOf([[a]])[0]!]);
			expect(namesOf([[b, early], [a]], held)).toEqual([
				identify('s', (early.day < b.day ? early : b).article.id),
				identify('s', a.article.id),
			]);
		});

		test('when the founder is gone the rest keeps it', () => {
			expect(namesOf([[b, c]], named([[a, b, c]], [identify('s', a.article.id)]))).toEqual([
				identify('s', a.article.id),
			]);
		});

		test('never are two the same', () => {
			const pool = [a, b, c, d, early];
			const parting = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
			const parted = (places: readonly number[]) =>
				[0, 1, 2, 3]
					.map((place) => pool.filter((_, at) => places[at] === place))
					.filter((story) => story.length > 0);
			fc.assert(
				fc.property(fc.array(parting, { minLength: 1, maxLength: 6 }), (history) => {
					let held: ReadonlyMap<string, string> = new Map();
					for (const places of history) {
						const stories = parted(places);
						const names = namesOf(stories, held);
						expect(new Set(names).size).toBe(stories.length);
						held = named(stories, names);
					}
				}),
				{ numRuns: 200, seed: 3 },
			);
		});
	});
});
