/** The reader's own decisions about names: how they are written, and that they go before every rule. */
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { NO_CORRECTIONS, parseCorrections } from '../../source/digest/corrections.ts';
import { explainedDigest } from '../../source/digest/digest.ts';

const ARTICLES: Readonly<Record<string, string>> = {
	'bridge.txt':
		'Bridge opens\n\n“It will hold,” said Mayor Carla Dufresne. Dufresne cut the ribbon.\n\nThe engineer Tom Reed built it.',
	'court.txt': 'Court rules\n\n“I did nothing,” said Tom Reed, a dealer. Reed was fined.',
	'gala.txt': 'Gala held\n\n“What a night,” said Karla Lindgren. Lindgren sang until two.',
};

function actorsWith(note: string, articles = ARTICLES) {
	const { corrections, problems } = parseCorrections('corrections.txt', note);
	const readings = Object.entries(articles).map(([file, text]) =>
		annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) }),
	);
	const { data, joins } = explainedDigest(readings, problems, corrections);
	const fileOf = new Map(data.articles.map(({ id, file }) => [id, file]));
	const persons = data.actors
		.filter(({ kind }) => kind === 'person')
		.map(({ name, articles }) => `${name}: ${articles.map((id) => fileOf.get(id)).join(', ')}`)
		.sort();
	const names = new Map(data.actors.map(({ id, name }) => [id, name]));
	const said = data.quotations.map(
		({ text, speaker }) => `${names.get(speaker.actor ?? '')}${speaker.certain ? '' : '?'}: ${text}`,
	);
	return { persons, said, joins, problems: data.problems.map(({ line, message }) => `${line}: ${message}`) };
}

const APART = ['Carla Dufresne: bridge.txt', 'Karla Lindgren: gala.txt', 'Tom Reed: bridge.txt, court.txt'];

test('without a word of the reader the rules decide', () => {
	expect(actorsWith('').persons).toEqual(APART);
	expect(actorsWith('# same: Carla Dufresne | Karla Lindgren\n\n').persons).toEqual(APART);
	expect(parseCorrections('', '').corrections).toEqual(NO_CORRECTIONS);
});

describe('same', () => {
	test.each([
		['same: Carla Dufresne | Karla Lindgren'],
		['SAME:carla dufresne|KARLA LINDGREN'],
		['# as told\nsame: Karla Lindgren | Carla Dufresne'],
	])('%s', (note) => {
		const { persons, joins, problems } = actorsWith(note);
		expect(persons).toHaveLength(2);
		expect(persons.some((line) => line.endsWith(': bridge.txt, gala.txt'))).toBe(true);
		expect(joins.filter(({ reason }) => reason === 'corrected').map(({ line }) => line)).toEqual([
			note.split('\n').length,
		]);
		expect(problems).toEqual([]);
	});

	test('three names in one line are one actor', () => {
		expect(actorsWith('same: Tom Reed | Carla Dufresne | Karla Lindgren').persons).toHaveLength(1);
	});

	test('a last name alone goes along with what it was joined to', () => {
		const { persons } = actorsWith('same: Dufresne | Karla Lindgren | Tom Reed', {
			...ARTICLES,
			'ribbon.txt': 'Ribbon cut\n\n“At last,” said Dufresne.',
		});
		expect(persons).toEqual(['Carla Dufresne: bridge.txt', expect.stringContaining('court.txt, gala.txt')]);
		expect(persons[1]).toContain('ribbon.txt');
	});

	test('a name that nobody bears decides nothing', () => {
		expect(actorsWith('same: Tom Reed | Thomas Reid')).toMatchObject({ persons: APART, problems: [] });
	});
});

describe('not the same', () => {
	const SPLIT = [
		'Carla Dufresne: bridge.txt',
		'Karla Lindgren: gala.txt',
		'Tom Reed: bridge.txt',
		'Tom Reed: court.txt',
	];

	test.each([
		['not the same: Tom Reed @ court.txt | Tom Reed'],
		['not the same: Tom Reed | Tom Reed @ court.txt'],
		['not the same: Tom Reed @ court.txt | Tom Reed @ bridge.txt'],
	])('%s', (note) => {
		expect(actorsWith(note)).toMatchObject({ persons: SPLIT, problems: [] });
	});

	test('two spellings that one article gives are two, each with what is printed beside it', () => {
		const articles = {
			'vote.txt':
				'Vote held\n\n“I won,” said Ana Ruiz.\n\n“I lost,” said Judge Ana M. Ruiz. “Next time,” Ruiz said.',
		};
		expect(actorsWith('', articles).said).toEqual([
			'Ana M. Ruiz: I won,',
			'Ana M. Ruiz: I lost,',
			'Ana M. Ruiz: Next time,',
		]);
		expect(actorsWith('not the same: Ana Ruiz | Ana M. Ruiz', articles).said).toEqual([
			'Ana Ruiz: I won,',
			'Ana M. Ruiz: I lost,',
			'Ana Ruiz?: Next time,',
		]);
	});

	test('the later of two lines that contradict each other holds, and the earlier is told', () => {
		const note = 'same: Tom Reed @ court.txt | Tom Reed\nnot the same: Tom Reed | Tom Reed @ court.txt';
		expect(actorsWith(note)).toMatchObject({ persons: SPLIT, problems: ['1: taken back by line 2'] });
	});

	test('goes before what other lines would chain together, and says so', () => {
		const note =
			'same: Carla Dufresne | Karla Lindgren\nsame: Karla Lindgren | Tom Reed\nnot the same: Carla Dufresne | Tom Reed';
		const { persons, problems } = actorsWith(note);
		expect(persons).toHaveLength(2);
		expect(problems).toEqual([
			'2: “Karla Lindgren” and “Tom Reed” are not joined: line 3 keeps “Carla Dufresne” and “Tom Reed” apart',
		]);
	});

	test('one article’s bearer can be joined to another name', () => {
		expect(actorsWith('same: Tom Reed @ court.txt | Karla Lindgren').persons).toEqual([
			'Carla Dufresne: bridge.txt',
			expect.stringMatching(/: court.txt, gala.txt$/),
			'Tom Reed: bridge.txt',
		]);
	});
});

describe('a line that makes no sense is told and decides nothing', () => {
	test.each([
		['one: A | B', /not understood/],
		['same A | B', /not understood/],
		['same: Carla Dufresne', /a name is missing/],
		['same: Carla Dufresne |', /a name is missing/],
		['same: Carla Dufresne | Carla Dufresne', /written alike/],
		['not the same: A | B | C', /takes two names/],
		['\u0000\u001b[2J', /not understood/],
	])('%j', (note, message) => {
		const { persons, problems } = actorsWith(`\n${note}\r\n`);
		expect(persons).toEqual(APART);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(message);
		expect(problems[0]).toMatch(/^2: /);
	});
});
