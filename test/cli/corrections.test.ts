/** What `quotidian corrections` says of each line of the reader's file: what it did, or why it did nothing. */
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { correctionsPage } from '../../source/cli/corrections.ts';
import { parseCorrections } from '../../source/digest/corrections.ts';
import { explainedDigest } from '../../source/digest/digest.ts';
import { outcomesOf } from '../../source/digest/outcomes.ts';
import { columnsOf } from '../../source/width.ts';

const NEWS: Readonly<Record<string, string>> = {
	'bridge.txt':
		'Bridge opens\n\n“It will hold,” said Mayor Carla Dufresne. Dufresne cut the ribbon.\n\nThe engineer Tom Reed built it.',
	'court.txt': 'Court rules\n\n“I did nothing,” said Tom Reed, a dealer. Reed was fined.',
	'gala.txt': 'Gala held\n\n“What a night,” said Karla Lindgren. Lindgren sang until two.',
	'north/gala.txt': 'Harvest gathered\n\n“So much barley,” said Odo Fenn, a farmer.',
};

function pageOf(note: string, news = NEWS, { isJson = false, columns = 400 } = {}) {
	const { corrections, lines, problems } = parseCorrections('/home/ada/corrections.txt', note);
	const readings = Object.entries(news).map(([file, text]) =>
		annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) }),
	);
	const told = explainedDigest(readings, problems, corrections);
	const outcomes = outcomesOf(lines, corrections, told, explainedDigest(readings, []));
	return correctionsPage('/home/ada/corrections.txt', outcomes, told, isJson, columns);
}

interface Report {
	readonly line: number;
	readonly text: string;
	readonly understood: boolean;
	readonly effect: boolean;
	readonly says: readonly string[];
}

const reports = (note: string, news = NEWS): readonly Report[] =>
	JSON.parse(pageOf(note, news, { isJson: true }).text).lines;

/** What is said of the last line. */
const said = (note: string, news = NEWS) => reports(note, news).at(-1)!.says;

describe('of names', () => {
	test.each([
		[
			'same: Carla Dufresne | Karla Lindgren',
			'joined “Carla Dufresne” (1 article) and “Karla Lindgren” (1 article)',
		],
		['same: tom reed | KARLA LINDGREN', 'joined “tom reed” (2 articles) and “KARLA LINDGREN” (1 article)'],
		[
			'not the same: Tom Reed @ court.txt | Tom Reed',
			'kept apart “Tom Reed” in court.txt (1 article) and “Tom Reed” (1 article)',
		],
		[
			'not the same: Tom Reed | Carla Dufresne',
			'no effect: “Tom Reed” and “Carla Dufresne” are not taken for one anyway',
		],
		['same: Tom Reed @ court.txt | Tom Reed', 'no effect: “Tom Reed” and “Tom Reed” are one anyway'],
		[
			'same: Tom Reed | Odo Fenn\nsame: Odo Fenn | Karla Lindgren\nsame: Karla Lindgren | Tom Reed',
			'no effect: “Karla Lindgren” and “Tom Reed” are one already, by line 2',
		],
		[
			'same: Tom Reed | Odo Fenn\nnot the same: Odo Fenn | Karla Lindgren\nsame: Karla Lindgren | Tom Reed',
			'no effect: “Karla Lindgren” and “Tom Reed” cannot be joined, because line 2 keeps names that are theirs apart',
		],
	])('%s', (note, words) => {
		expect(said(note)).toEqual([words]);
	});

	test.each([
		['same: Karla Lindgren | Tom Rede', 'nobody is called “Tom Rede”; did you mean “Tom Reed”?'],
		['same: Karla Lindgren | Ottoline Quux', 'nobody is called “Ottoline Quux”'],
		[
			'same: Karla Lindgren | Dufresne',
			'“Dufresne” stands only in articles that have a fuller name; write “Carla Dufresne”',
		],
		['same: Karla Lindgren | Tom Reed @ moon.txt', 'no article is called “moon.txt”'],
		[
			'same: Karla Lindgren | Tom Reed @ cuort.txt',
			'no article is called “cuort.txt”; did you mean “court.txt”?',
		],
		[
			'same: Karla Lindgren | Carla Dufresne @ court.txt',
			'nobody is called “Carla Dufresne” in court.txt; bridge.txt has the name',
		],
		['not the same: Odo Fenn @ north/gala.txt | Odo Fenn', 'nobody else is called “Odo Fenn”'],
	])('%s does nothing, and why', (note, why) => {
		expect(said(note)).toEqual([`no effect: ${why}`]);
		expect(pageOf(note).code).toBe(0);
	});

	test('a name meant is offered as its article prints it, though it was joined to another', () => {
		expect(said('same: Odo Fenn | Karla Lindgren\nsame: Karla Lindgrin | Tom Reed')).toEqual([
			'no effect: nobody is called “Karla Lindgrin”; did you mean “Karla Lindgren”?',
		]);
	});

	test('two spellings that one article gives were one', () => {
		const news = { 'vote.txt': 'Vote held\n\n“I won,” said Ana Ruiz.\n\n“I lost,” said Judge Ana M. Ruiz.' };
		expect(said('not the same: Ana Ruiz | Ana M. Ruiz', news)).toEqual([
			'kept apart “Ana Ruiz” (1 article) and “Ana M. Ruiz” (1 article)',
		]);
	});

	test('a line of several names tells each pair, and what both lack once', () => {
		expect(said('same: Tom Reed | Karla Lindgren | Odo Fen')).toEqual([
			'joined “Tom Reed” (2 articles) and “Karla Lindgren” (1 article)',
			'no effect: nobody is called “Odo Fen”; did you mean “Odo Fenn”?',
		]);
		expect(said('same: Nemo Quux | Karla Lindgren | Odo Fenn')).toHaveLength(1);
	});

	test('a line that a later one contradicts or repeats', () => {
		const note = (later: string) => reports(`same: Tom Reed | Odo Fenn\n${later}: Odo Fenn | Tom Reed`)[0]!;
		expect(note('not the same')).toMatchObject({ effect: false, says: ['no effect: taken back by line 2'] });
		expect(note('same')).toMatchObject({ effect: false, says: ['no effect: line 2 says the same'] });
	});
});

describe('of stories', () => {
	const FIRE: Readonly<Record<string, string>> = {
		...NEWS,
		'fire.txt':
			'Mill fire at Harn\n\nHARN, March 3, 2025 — A fire destroyed the Oldbrook mill at Harn on Monday, killing 14 workers.',
		'mill.txt':
			'Fourteen die in mill\n\nHARN, March 3, 2025 — Fourteen workers died when fire destroyed the Oldbrook mill at Harn on Monday.',
	};
	test.each([
		['same story: bridge.txt | fire.txt', 'put “bridge.txt” and “fire.txt” into one story'],
		['same story: fire.txt | mill.txt', 'no effect: “fire.txt” and “mill.txt” stand in one story anyway'],
		['not the same story: fire.txt | mill.txt', 'put “fire.txt” and “mill.txt” into two stories'],
		[
			'not the same story: fire.txt | court.txt',
			'no effect: “fire.txt” and “court.txt” stand in two stories anyway',
		],
		[
			'same story: fire.txt | court.txt\nsame story: court.txt | mill.txt',
			'no effect: “court.txt” and “mill.txt” stand in one story already, by line 1',
		],
		[
			'not the same story: fire.txt | court.txt\nsame story: bridge.txt | court.txt\nsame story: bridge.txt | fire.txt',
			'no effect: “bridge.txt” and “fire.txt” cannot be put together, because line 1 keeps their stories apart',
		],
		[
			'same story: fire.txt | cuort.txt',
			'no effect: no article is called “cuort.txt”; did you mean “court.txt”?',
		],
		[
			'same story: fire.txt | gala.txt',
			'no effect: 2 articles are called “gala.txt”; write the path or the id of one',
		],
	])('%s', (note, words) => {
		expect(said(note, FIRE)).toEqual([words]);
	});

	test('an article that is called in two ways is one, and the later line holds', () => {
		expect(said('same story: north/gala.txt | north/gala.txt')).toEqual([
			'not understood: an article is named twice',
		]);
		const news = { 'a/rain.txt': NEWS['court.txt']!, 'dam.txt': NEWS['bridge.txt']! };
		expect(said('same story: rain.txt | a/rain.txt', news)).toEqual([
			'no effect: “rain.txt” and “a/rain.txt” are one article',
		]);
		const note = 'same story: rain.txt | dam.txt\nnot the same story: dam.txt | a/rain.txt';
		expect(reports(note, news)[0]!.says).toEqual(['no effect: taken back by line 2']);
	});
});

describe('the page', () => {
	test('has every line with its number, and counts them', () => {
		const note = '# mine\n\nsame: Carla Dufresne | Karla Lindgren\nsmae: A | B\nsame: Odo Fenn | Nemo Quux\n';
		expect(pageOf(note)).toEqual({
			code: 1,
			text: [
				'/home/ada/corrections.txt, in 4 articles:',
				'',
				'  3  same: Carla Dufresne | Karla Lindgren',
				'     joined “Carla Dufresne” (1 article) and “Karla Lindgren” (1 article)',
				'',
				'  4  smae: A | B',
				'     not understood; write “same: NAME | NAME” or “not the same: NAME | NAME”',
				'',
				'  5  same: Odo Fenn | Nemo Quux',
				'     no effect: nobody is called “Nemo Quux”',
				'',
				'3 corrections: 1 with effect, 1 without effect, 1 not understood',
				'',
			].join('\n'),
		});
	});

	test.each(['', '# nothing yet\n\n'])(
		'without a correction (%j) says where they would stand, and how',
		(note) => {
			const { text, code } = pageOf(note);
			expect(code).toBe(1);
			expect(text).toContain('  /home/ada/corrections.txt\n');
			const [, ...examples] = text.split('one decision a line:\n');
			const { lines, problems } = parseCorrections('', examples.join(''));
			expect([lines.length, problems]).toEqual([2, []]);
			expect(pageOf(note, NEWS, { isJson: true }).text).toContain('"lines": []');
		},
	);

	test('no name of a line or an article can command the terminal, or widen the page', () => {
		const evil = '\u001b[2J\u202eEvil\u0007';
		const note = `same: ${evil} | ${'Carla '.repeat(60)}\nsame: Tom Reed @ ${evil} | Odo Fenn\n${evil}`;
		const news = { ...NEWS, [`${evil}.txt`]: `Odd\n\n“So,” said ${evil} Carla Reed.` };
		const { text } = pageOf(note, news, { columns: 60 });
		expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
		for (const row of text.split('\n')) expect(columnsOf(row)).toBeLessThanOrEqual(60);
	});

	test('scripts get the same, with the line as it is written', () => {
		expect(JSON.parse(pageOf('SAME: Tom Reed|Odo Fenn', NEWS, { isJson: true }).text)).toEqual({
			file: '/home/ada/corrections.txt',
			articles: 4,
			lines: [
				{
					line: 1,
					text: 'SAME: Tom Reed|Odo Fenn',
					understood: true,
					effect: true,
					says: ['joined “Tom Reed” (2 articles) and “Odo Fenn” (1 article)'],
				},
			],
		});
	});

	test('with nothing to read, right and wrong lines are still told apart', () => {
		expect(reports('same: A | B\nsame: A', {})).toMatchObject([{ understood: true }, { understood: false }]);
	});
});
