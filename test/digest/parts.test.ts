/** Windows of an archive, put together: of one window what the digest makes, of many the same stories and the same people. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { NO_CORRECTIONS, parseCorrections } from '../../source/digest/corrections.ts';
import { digest, editionFrom, explainedDigest } from '../../source/digest/digest.ts';
import { outcomesOf } from '../../source/digest/outcomes.ts';
import { assembled, type Part, partOf } from '../../source/digest/parts.ts';
import { storyOf } from '../../source/digest/story.ts';
import { windowsOf } from '../../source/digest/windows.ts';
import type { Article, Day, Export, Reading } from '../../source/types.ts';

/** Nobody's calendar: the days count from the beginning of one of the stretches. */
const dayAt = (number: number): Day => new Date((19_600 + number) * 86_400_000).toISOString().slice(0, 10);

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

const READ: readonly Reading[] = Object.entries(EVENTS).flatMap(([event, reports]) =>
	reports.map(([number, text], at) => {
		const day = dayAt(number);
		const bytes = new TextEncoder().encode(`---\ndate: ${day}\n---\n${text}\n`);
		return annotate({ file: `${event}-${at}.md`, format: 'markdown', bytes });
	}),
);

const dayOf = ({ article }: Reading) => article.published!.day;

/** The edition of windows of so many articles. */
function inWindows(readings: readonly Reading[], capacity: number, corrections = NO_CORRECTIONS): Export {
	const parts = windowsOf(readings.map(dayOf), capacity).map(({ core, beside }) =>
		partOf(
			[...core, ...beside].map((at) => readings[at]!),
			new Set(core.map((at) => readings[at]!.article.id)),
			corrections,
		),
	);
	const { quotations, actors, meant, stories, problems } = assembled(parts, corrections);
	const articles = parts
		.flatMap((part, nth) =>
			part.articles.map((article) => ({
				...article,
				mentions: article.mentions.map((mention) => ({
					...mention,
					actor: mention.actor && meant[nth]!.get(mention.actor)!.actor,
				})),
			})),
		)
		.sort((a, b) => (a.file < b.file ? -1 : 1));
	const byId = new Map(articles.map((article) => [article.id, article]));
	const told = stories.map(({ articles: ids, nearDuplicates }) =>
		storyOf(
			ids.map((id) => byId.get(id)!),
			nearDuplicates,
			quotations.filter(({ article }) => ids.includes(article)),
		),
	);
	return editionFrom({ articles, actors, quotations, stories: told, problems });
}

const filesIn = ({ stories, articles }: Export) => {
	const files = new Map(articles.map(({ id, file }) => [id, file]));
	return stories.map((story) => story.articles.map((id) => files.get(id)!).sort()).sort();
};

const article = (file: string, day: number, text: string): Reading =>
	annotate({
		file,
		format: 'markdown',
		bytes: new TextEncoder().encode(`---\ndate: ${dayAt(day)}\n---\n${text}\n`),
	});

test('of one window it is the digest, whatever the order', () => {
	const whole = digest(READ, []);
	fc.assert(
		fc.property(fc.shuffledSubarray([...READ], { minLength: READ.length }), (order) => {
			expect(inWindows(order, 100)).toEqual(whole);
		}),
		{ numRuns: 5, seed: 5 },
	);
});

test.each([2, 3, 5])('of windows of %i articles the stories are the same', (capacity) => {
	expect(filesIn(inWindows(READ, capacity))).toEqual(filesIn(digest(READ, [])));
});

test.each([1, 2, 3, 5, 100])('the digest of windows of %i is its parts put together', (capacity) => {
	fc.assert(
		fc.property(fc.shuffledSubarray([...READ], { minLength: READ.length }), (order) => {
			const { data } = explainedDigest(order, [], NO_CORRECTIONS, storyOf, capacity);
			expect(JSON.stringify(data)).toBe(JSON.stringify(inWindows(READ, capacity)));
		}),
		{ numRuns: 2, seed: 5 },
	);
});

describe('of windows it is told why', () => {
	const inTwos = (readings: readonly Reading[], note = '', capacity = 2) => {
		const { lines, corrections } = parseCorrections('corrections', note);
		const news = explainedDigest(readings, [], corrections, storyOf, capacity);
		const plain = explainedDigest(readings, [], NO_CORRECTIONS, storyOf, capacity);
		const idOf = (file: string) => news.data.articles.find((one) => one.file === file)!.id;
		return {
			...news,
			/** What each line came to. */
			outcomes: outcomesOf(lines, corrections, news, plain).map(({ outcomes }) =>
				outcomes.map(({ kind }) => kind).join(),
			),
			of(file: string) {
				const standing = news.standingOf(idOf(file))!;
				const nearest = news.data.articles.find(({ id }) => id === standing.nearest)?.file ?? null;
				return { ...standing, nearest };
			},
			joinsOf: (name: string) =>
				news.joins
					.filter(({ actor }) => actor === news.data.actors.find((one) => one.name === name)?.id)
					.map(({ article, reason, line }) => [
						news.data.articles.find(({ id }) => id === article)!.file,
						reason,
						line,
					]),
		};
	};

	test('each article stands where it does for something', () => {
		const { of, data } = inTwos(READ);
		const together = new Set(data.stories.flatMap(({ articles }) => (articles.length > 1 ? articles : [])));
		expect(together.size).toBeGreaterThan(6);
		for (const { id, file } of data.articles) {
			const { reason, nearest } = of(file);
			expect([file, reason === 'alone']).toEqual([file, !together.has(id)]);
			if (together.has(id)) expect(nearest!.split('-')[0]).toBe(file.split('-')[0]);
		}
		expect(of('fire-2.md').shared.names).toContain('Nils Aberg');
	});

	test('and so it does where the reader puts what is a year apart', () => {
		const { of, outcomes } = inTwos(READ, 'same story: fire-0.md | again-1.md');
		expect(of('again-1.md')).toMatchObject({ reason: 'near', nearest: 'again-0.md' });
		expect(outcomes).toEqual(['put together']);
		const alone = READ.filter(({ article }) => article.file !== 'again-0.md');
		const held = inTwos(alone, 'same story: fire-0.md | again-1.md');
		expect(held.of('again-1.md')).toMatchObject({ reason: 'told', nearest: 'fire-0.md', line: 1 });
	});

	test('an article that is not there has no place', () => {
		expect(inTwos(READ).standingOf('a0')).toBeNull();
	});

	const far = (note = '') =>
		inTwos(
			[
				article('a.md', 0, '“We shall rebuild the pier,” said Governor Ida Varnholt.'),
				article('b.md', 1, 'Ida Varnholt spoke in Osterby on the pier.'),
				article('c.md', 200, '“The pier is open,” Governor Ida Varnholt said.'),
				article('d.md', 300, 'Ida Moresby walked over the pier, and so did Tom Leth.'),
			],
			note,
			1,
		);

	test('how names came together, from window to window', () => {
		expect(far().joinsOf('Ida Varnholt')).toEqual([
			['a.md', 'first met', null],
			['b.md', 'same name', null],
			['c.md', 'same name', null],
		]);
	});

	test('what the corrections did, from window to window', () => {
		const { joinsOf, outcomes, data } = far(
			'same: Ida Varnholt @ a.md | Ida Moresby\nsame: Tom Leth | Ada Leth',
		);
		expect(joinsOf('Ida Varnholt')).toContainEqual(['d.md', 'corrected', 1]);
		expect(outcomes).toEqual(['joined', 'nobody']);
		expect(data.problems).toEqual([]);
	});

	test('and what they could not', () => {
		const { joinsOf, outcomes, data } = far(
			'same: Ida Varnholt | Ida Moresby\nnot the same: Ida Moresby @ d.md | Ida Varnholt @ a.md',
		);
		expect(joinsOf('Ida Varnholt').map(([file]) => file)).toEqual(['a.md', 'b.md', 'c.md']);
		expect(outcomes[0]).toBe('kept apart');
		expect(data.problems.map(({ line, message }) => [line, message])).toEqual([
			[
				1,
				'“Ida Varnholt” and “Ida Moresby” are not joined: line 2 keeps “Ida Moresby” and “Ida Varnholt” apart',
			],
		]);
	});
});

describe('people of distant weeks', () => {
	const named = (readings: readonly Reading[], corrections = NO_CORRECTIONS) =>
		inWindows(readings, 1, corrections)
			.actors.filter(({ kind }) => kind === 'person')
			.map(({ name, articles, aliases }) => [
				name,
				articles.length,
				aliases.map(({ text }) => text).join(', '),
			]);

	const spring = article(
		'a.md',
		0,
		'“We shall rebuild the pier,” said Governor Ida Varnholt. Varnholt spoke in Osterby.',
	);
	const autumn = article(
		'b.md',
		200,
		'“The pier is open,” Ida Varnholt, the governor, said. Her office gave no price.',
	);

	test('are one by their names', () => {
		expect(named([spring, autumn])).toEqual([['Ida Varnholt', 2, 'Ida Varnholt, Varnholt']]);
	});

	test('are two when their callings clash', () => {
		const other = article('c.md', 200, '“I saw nothing,” said Ida Varnholt, a fisherman from Vestervik.');
		expect(named([spring, other])).toHaveLength(2);
		expect(new Set(inWindows([spring, other], 1).actors.map(({ id }) => id)).size).toBe(
			inWindows([spring, other], 1).actors.length,
		);
	});

	test('are one or two when the reader says so', () => {
		const wed = article('d.md', 200, '“The pier is open,” said Governor Ida Moresby.');
		const told = (line: string) => parseCorrections('corrections', line).corrections;
		expect(named([spring, wed])).toHaveLength(2);
		expect(named([spring, wed], told('same: Ida Varnholt | Ida Moresby'))).toHaveLength(1);
		expect(named([spring, autumn], told('not the same: Ida Varnholt @ b.md | Ida Varnholt'))).toHaveLength(2);
	});
});

describe('parts that are but a few ids', () => {
	const part = (
		core: string,
		beside: string,
		events: readonly string[],
		copies: Record<string, string> = {},
	): Part => ({
		articles: [...core].map(
			(id) => ({ id, file: id, mentions: [], nearDuplicateOf: copies[id] ?? null }) as unknown as Article,
		),
		read: [...core],
		namedIn: [...core].map(() => []),
		quotations: [],
		actors: [],
		seen: [...core, ...beside],
		events: events.map((ids) => [...ids]),
		problems: [],
		refused: [],
	});
	const stories = (parts: readonly Part[], corrections = NO_CORRECTIONS) =>
		assembled(parts, corrections).stories.map(({ articles }) => articles.join(''));

	test('a story goes on from window to window', () => {
		expect(stories([part('ab', 'c', ['abc']), part('cd', 'b', ['bcd']), part('e', 'd', ['de'])])).toEqual([
			'abcde',
		]);
	});

	test('what one window puts together and another apart is not linked', () => {
		expect(stories([part('ab', 'c', ['abc']), part('cd', 'b', ['cd'])])).toEqual(['ab', 'cd']);
	});

	test('what the reader keeps apart is not linked through a third', () => {
		const { corrections } = parseCorrections('corrections', 'not the same story: a | d');
		const held = stories([part('ab', 'c', ['abc']), part('cd', 'b', ['bcd'])], corrections);
		expect(held).toHaveLength(2);
		expect(held.find((story) => story.includes('a'))).not.toContain('d');
	});

	test('what the reader puts together is one, however far apart', () => {
		const { corrections } = parseCorrections('corrections', 'same story: a | d');
		expect(stories([part('a', '', []), part('d', '', [])], corrections)).toEqual(['ad']);
	});

	test('a copy of a copy is a copy of the first', () => {
		const parts = [part('ab', 'c', ['abc'], { b: 'a' }), part('cd', 'b', ['bcd'], { c: 'b' })];
		expect(assembled(parts, NO_CORRECTIONS).stories[0]!.nearDuplicates).toEqual([['a', 'b', 'c']]);
	});
});
