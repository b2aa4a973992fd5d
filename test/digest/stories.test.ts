/** Which articles are one story, and which only look alike; what the reader says of it goes before. */
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { parseCorrections } from '../../source/digest/corrections.ts';
import { digest } from '../../source/digest/digest.ts';
import { agreeOnWeekday, weekdaysOf } from '../../source/digest/weekdays.ts';
import type { Reading } from '../../source/types.ts';

const read = (file: string, text: string): Reading =>
	annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) });

const FIRE =
	'A fire at the Brandel paint works in Osterby killed three people on Friday and sent smoke over the old harbour, the fire brigade said. Chief Nils Aberg said the fire began in a drying room shortly before noon. About 40 workers were led out through the yard.';
const FIRE_TOO =
	'Three workers died when the Brandel paint works in Osterby burned on Friday. Smoke hung over the harbour until the evening. The fire brigade under Nils Aberg led 40 people out through the yard; the fire is thought to have begun in a drying room.';
const OTHER_FIRE =
	'A fire at the Lindholm saw mill in Vestervik killed two people on Tuesday and sent smoke over the railway, the fire brigade said. Chief Petra Holm said the fire began in a store of planks shortly after midnight. About 15 workers were led out through the gate.';
const ELECTION =
	'Voters in Caldora chose a new parliament on Sunday. The Farmers’ Union won 61 of 140 seats, the electoral commission said. Its leader, Ivo Maran, spoke of a new day for the countryside.';

const ARTICLES: Readonly<Record<string, string>> = {
	'fire.txt': `Three dead in paint works fire\n\n${FIRE}\n`,
	'smoke.txt': `Smoke over Osterby after deadly fire\n\n${FIRE_TOO}\n`,
	'mill.txt': `Two dead in saw mill fire\n\n${OTHER_FIRE}\n`,
	'vote.txt': `Farmers win in Caldora\n\n${ELECTION}\n`,
};

function storiesOf(articles: Readonly<Record<string, string>>, note = '') {
	const { corrections, problems } = parseCorrections('corrections.txt', note);
	const data = digest(
		Object.entries(articles).map(([file, text]) => read(file, text)),
		problems,
		corrections,
	);
	const fileOf = new Map(data.articles.map(({ id, file }) => [id, file]));
	return {
		stories: data.stories.map(({ articles }) =>
			articles
				.map((id) => fileOf.get(id)!)
				.sort()
				.join(' '),
		),
		problems: data.problems.map(({ line, message }) => `${line}: ${message}`),
		data,
		fileOf,
	};
}

const TOLD_APART = ['fire.txt smoke.txt', 'mill.txt', 'vote.txt'];

test('two reports of one fire are a story, a fire elsewhere is another', () => {
	expect(storiesOf(ARTICLES).stories.sort()).toEqual(TOLD_APART);
});

describe('copies', () => {
	const OWN =
		'Our reporter found the street closed in the afternoon. A baker two doors away, who would not give her name, had shut her shop and was handing bread to the firemen over a fence. The school opposite will stay closed until the air has been measured, its head wrote to the parents.';

	test.each([
		['with a line of the paper’s own', `${FIRE}\n\nFrom our partners.`],
		['with paragraphs of the paper’s own', `${OWN}\n\n${FIRE}\n\n${OWN.replace(/a/g, 'e')}`],
		['shortened', FIRE.slice(0, FIRE.indexOf('About'))],
	])('an agency’s text %s is a copy of it', (_, text) => {
		const { data } = storiesOf({ 'fire.txt': FIRE, 'copy.txt': text, 'vote.txt': ELECTION });
		expect(data.articles.filter(({ nearDuplicateOf }) => nearDuplicateOf !== null)).toHaveLength(1);
		for (const { points } of data.stories) for (const { outlets } of points) expect(outlets).toBe(1);
	});

	test.each([
		['another report', FIRE_TOO],
		['a report that quotes one sentence', `${OWN}\n\n${FIRE.slice(0, FIRE.indexOf('Chief'))}\n\n${FIRE_TOO}`],
	])('%s is none', (_, text) => {
		const { data } = storiesOf({ 'fire.txt': FIRE, 'other.txt': text });
		expect(data.articles.every(({ nearDuplicateOf }) => nearDuplicateOf === null)).toBe(true);
	});
});

describe('ids', () => {
	const idOf = (articles: Readonly<Record<string, string>>, file: string) => {
		const { data, fileOf } = storiesOf(articles);
		return data.stories.find(({ articles }) => articles.some((id) => fileOf.get(id) === file))!.id;
	};
	const dated = {
		'fire.txt': `Three dead in paint works fire\n\nMarch 7, 2025\n\n${FIRE}\n`,
		'vote.txt': `Farmers win in Caldora\n\nMarch 10, 2025\n\n${ELECTION}\n`,
	};

	test('a story keeps its id when a later report comes to it', () => {
		const later = { ...dated, 'a.txt': `Smoke over Osterby\n\nMarch 8, 2025\n\n${FIRE_TOO}\n` };
		expect(storiesOf(later).stories).toContain('a.txt fire.txt');
		expect(idOf(later, 'fire.txt')).toBe(idOf(dated, 'fire.txt'));
	});

	test('what is told of other events changes no id', () => {
		expect(idOf({ ...dated, 'mill.txt': ARTICLES['mill.txt']! }, 'fire.txt')).toBe(idOf(dated, 'fire.txt'));
	});
});

describe('the reader says', () => {
	test.each([
		[
			'same story: fire.txt | smoke.txt\nnot the same story: smoke.txt | fire.txt',
			['fire.txt', 'mill.txt', 'smoke.txt', 'vote.txt'],
		],
		['not the same story: smoke.txt | fire.txt\nsame story: fire.txt | smoke.txt', TOLD_APART],
	])('the later holds, and the earlier is told: %s', (note, wanted) => {
		const { stories, problems } = storiesOf(ARTICLES, note);
		expect({ stories: stories.sort(), problems }).toEqual({
			stories: wanted,
			problems: ['1: taken back by line 2'],
		});
	});

	test.each([
		['same story: fire.txt | mill.txt', ['fire.txt mill.txt smoke.txt', 'vote.txt']],
		['Same Story : vote.txt|mill.txt', ['fire.txt smoke.txt', 'mill.txt vote.txt']],
		['same story: vote.txt | mill.txt | fire.txt', ['fire.txt mill.txt smoke.txt vote.txt']],
		['not the same story: smoke.txt | fire.txt', ['fire.txt', 'mill.txt', 'smoke.txt', 'vote.txt']],
		[
			'same story: fire.txt | mill.txt\nnot the same story: mill.txt | smoke.txt',
			['fire.txt mill.txt', 'smoke.txt', 'vote.txt'],
		],
		['same story: fire.txt | gone.txt', TOLD_APART],
		['not the same story: vote.txt | mill.txt', TOLD_APART],
	])('%s', (note, wanted) => {
		expect(storiesOf(ARTICLES, note)).toMatchObject({ problems: [] });
		expect(storiesOf(ARTICLES, note).stories.sort()).toEqual(wanted);
	});

	test('an article can be called by its id', () => {
		const { data } = storiesOf(ARTICLES);
		const [a, b] = ['fire.txt', 'smoke.txt'].map(
			(name) => data.articles.find(({ file }) => file === name)!.id,
		);
		expect(storiesOf(ARTICLES, `not the same story: ${a} | ${b}`).stories).toHaveLength(4);
	});

	test('copies can be kept apart, and a copy brings its original along', () => {
		const copied = { ...ARTICLES, 'copy.txt': `${ARTICLES['fire.txt']}\nFrom our partners.\n` };
		expect(storiesOf(copied).stories).toContain('copy.txt fire.txt smoke.txt');
		const { stories, data } = storiesOf(copied, 'not the same story: copy.txt | fire.txt');
		expect(stories.find((files) => files.includes('copy.txt'))).not.toContain('fire.txt');
		expect(data.articles.every(({ nearDuplicateOf }) => nearDuplicateOf === null)).toBe(true);
		expect(storiesOf(copied, 'same story: copy.txt | vote.txt').stories).toContain(
			'copy.txt fire.txt smoke.txt vote.txt',
		);
	});

	test.each([
		[
			'same story: fire.txt | mill.txt\nsame story: mill.txt | vote.txt\nnot the same story: fire.txt | vote.txt',
			'2: “mill.txt” and “vote.txt” are not put together: line 3 keeps “fire.txt” and “vote.txt” apart',
		],
		[
			'same story: fire.txt',
			'1: an article is missing; write “same story: FILE | FILE” or “not the same story: FILE | FILE”',
		],
		['same story: fire.txt | fire.txt', '1: an article is named twice'],
		[
			'not the same story: fire.txt | mill.txt | vote.txt',
			'1: “not the same story” takes two articles; write a line for each pair',
		],
	])('%s: a problem', (note, problem) => {
		expect(storiesOf(ARTICLES, note).problems).toEqual([problem]);
	});

	test('a file name that two articles have means neither', () => {
		const twins = { ...ARTICLES, 'old/mill.txt': ELECTION.replace('Caldora', 'Perrin') };
		const { problems } = storiesOf(twins, 'same story: mill.txt | fire.txt');
		expect(problems).toEqual(['1: 2 articles are called “mill.txt”; write the path or the id of one']);
	});
});

describe('days of the week', () => {
	const named = (text: string) => {
		const { article, times } = read('one.txt', text);
		return weekdaysOf(article, times);
	};

	test.each([
		['The mill burned on Friday.', 'It burned on Friday evening.'],
		['March 7, 2025\n\nThe mill in Vestervik burned yesterday.', 'The mill burned on Thursday.'],
	])('%s = %s', (a, b) => {
		expect(named(a)).toBe(named(b));
		expect(named(a)).not.toBe(0);
		expect(agreeOnWeekday(named(a), named(b))).toBeGreaterThan(1);
	});

	test.each([['The mill burned on Friday.', 'It burned on Monday.']])('%s ≠ %s', (a, b) => {
		expect(agreeOnWeekday(named(a), named(b))).toBeLessThan(1);
	});

	test('who names no day, or all of them, agrees and disagrees with nobody', () => {
		const friday = named('The mill burned on Friday.');
		expect(agreeOnWeekday(0, friday)).toBe(1);
		expect(agreeOnWeekday(friday, 0b11111110)).toBe(1);
		for (let a = 0; a < 256; a += 2)
			for (let b = 0; b < 256; b += 2) {
				expect(agreeOnWeekday(a, b)).toBe(agreeOnWeekday(b, a));
				expect(Number.isFinite(agreeOnWeekday(a, b))).toBe(true);
			}
	});

	test('a day shared by many says less than one shared by few', () => {
		expect(agreeOnWeekday(0b10, 0b10)).toBeGreaterThan(agreeOnWeekday(0b1110, 0b1110));
	});
});
