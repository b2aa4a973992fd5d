/** The day of publication: where it is told, and where a date must not be taken for it. */
import { expect, test } from 'vitest';
import { clean } from '../../source/article/clean.ts';
import { publishedIn } from '../../source/article/date.ts';
import { fullDates, isDateLine } from '../../source/article/date-line.ts';
import type { Format } from '../../source/types.ts';

const BODY = [
	'The harbour council of Velmora voted on Tuesday to close the old ferry pier until its timbers have been replaced.',
	'Engineers found rot in eleven of the forty piles, the council said, and two of them can no longer carry a bus.',
	'Shopkeepers on the quay asked for a wooden footbridge, which the council promised to consider before the autumn.',
	'Ferries will leave from the coal wharf on the far side of the river, a walk of about fifteen minutes from the station.',
].join('\n\n');
const TITLE = 'Velmora closes its ferry pier';

function published(text: string, file = 'a.txt', format: Format = 'text') {
	return publishedIn(text, clean(text, format), file);
}

const TOLD: [name: string, text: string, day: string][] = [
	['a date alone below the headline', `${TITLE}\n\nMar.12 - 2025 6:55 AM CET\n\n${BODY}`, '2025-03-12'],
	[
		'after "Published"',
		`${TITLE}\n\nBy Ilse Quandt\n\nPublished: 12 March 2025, 18:04 GMT\n\n${BODY}`,
		'2025-03-12',
	],
	['in the byline', `${TITLE}\n\nBy Ilse Quandt | March 12, 2025\n\n${BODY}`, '2025-03-12'],
	[
		'among the names of author and section',
		`${TITLE}\n\nIlse Quandt • Mar 12, 2025 • Harbours • 3 min read\n\n${BODY}`,
		'2025-03-12',
	],
	[
		'the day of publication before that of updating',
		`${TITLE}\n\nUpdated March 14, 2025 9:00 AM\n\nPublished March 12, 2025\n\n${BODY}`,
		'2025-03-12',
	],
	[
		'the day of updating when no other is told',
		`${TITLE}\n\nUpdated 14 March 2025, 09:12 GMT\n\n${BODY}`,
		'2025-03-14',
	],
	['below the article', `${TITLE}\n\n${BODY}\n\nFirst published on March 12, 2025`, '2025-03-12'],
	['in the dateline', `${TITLE}\n\nVELMORA, March 12, 2025 (Lichtbild) — ${BODY}`, '2025-03-12'],
	[
		'run together with its clock',
		`${TITLE}\n\nMarch 12, 20254:02 PM GMT+1Updated 3 hours ago\n\n${BODY}`,
		'2025-03-12',
	],
	['run together with the headline', `${TITLE} • March 12, 2025\n\n${BODY}`, '2025-03-12'],
	['on the next line', `${TITLE}\n\nPublished\n\nOct 10, 2025\n\n${BODY}`, '2025-10-10'],
	['numbers beside a zone', `${TITLE}\n\n03/04/2025 5:03 AM EST\n\n${BODY}`, '2025-03-04'],
	[
		'numbers in the order that the page shows elsewhere',
		`${TITLE}\n\n03/04/2025 by Ilse Quandt\n\n${BODY}\n\nOlder: 25/12/2024`,
		'2025-04-03',
	],
	['numbers with points', `${TITLE}\n\n03.04.2025\n\n${BODY}`, '2025-04-03'],
];

test.each(TOLD)('%s', (_, text, day) => {
	const found = published(text)!;
	expect(found).toMatchObject({ day, from: 'header', certain: true });
	const { start, end } = found.evidence!;
	expect(fullDates(text, 'day first').map((date) => [date.start, date.end])).toContainEqual([start, end]);
});

test.each([
	['the file name', '2025-03-12-pier.txt', '', '2025-03-12'],
	['a folder per day', '2025/03/12/pier.txt', '', '2025-03-12'],
	['a file name without signs', 'pier_20250312.txt', '', '2025-03-12'],
	['a file name with a clock', 'pier-20250312T1755.txt', '', '2025-03-12'],
	['a file name with the day first', 'pier-18-03-2025.txt', '', '2025-03-18'],
	['a file name with a month in letters', 'march-12-2025-pier.txt', '', '2025-03-12'],
	['a file name with the day before the month', 'Pier 12 Mar 2025.txt', '', '2025-03-12'],
	['a folder per month in letters', '2025/mar/12/pier.txt', '', '2025-03-12'],
])('%s', (_, file, head, day) => {
	expect(published(`${head}${TITLE}\n\n${BODY}`, file)).toMatchObject({
		day,
		from: 'metadata',
		certain: true,
	});
});

test('front matter, with its evidence', () => {
	const text = `---\ntitle: ${TITLE}\ndate: 2025-03-12T08:00:00Z\n---\n\nMarch 20, 2025\n\n${BODY}`;
	const found = published(text, 'a.md', 'markdown')!;
	expect(found).toMatchObject({ day: '2025-03-12', from: 'metadata', certain: true });
	expect(text.slice(found.evidence!.start, found.evidence!.end)).toContain('2025-03-12');
});

test('the address in front matter', () => {
	const text = `---\ntitle: ${TITLE}\nurl: https://gazette.example/2025/03/12/pier\n---\n\n${BODY}`;
	expect(published(text, 'a.md', 'markdown')).toMatchObject({ day: '2025-03-12', from: 'metadata' });
});

test.each([
	'03-04-2025.txt',
	'pier-2025.txt',
	'202503121234567.txt',
	'pier-20251399.txt',
	'mayor-12-2025-pier.txt',
])('a file name that tells no day, or may tell two: %s', (file) => {
	expect(published(`${TITLE}\n\n${BODY}`, file)).toBeNull();
});

const NOT_TOLD: [name: string, text: string][] = [
	...[
		'Caption: A barge in Velmora on 2 February 2011.',
		'Picture: 2 February 2011',
		'Picture taken on 4 June 2003 in Velmora by Odo Ferrant',
		'Archive image dated 14 July 1999',
		'Photo: The pier in Velmora on 2 February 2011.',
		'Image: Velmora, 2 February 2011',
		'First published 2 February 2011 in the Lichtbild Post.',
		'A barge in Velmora on 2 February 2011.',
	].flatMap((line): [string, string][] => [
		[`below the article: ${line}`, `${TITLE}\n\nThe old pier was closed on Friday.\n\n${line}`],
		[`above it: ${line}`, `${TITLE}\n\n${line}\n\nThe old pier was closed on Friday.`],
	]),
	['no date at all', `${TITLE}\n\n${BODY}`],
	[
		'the first date of the body',
		`${TITLE}\n\nThe pier was opened on May 2, 1998, by the mayor of the day, who had never seen a ferry.\n\n${BODY}`,
	],
	[
		'the date of a caption',
		`${TITLE}\n\nMayor Jens Ottar (L) greets Odile Brannock (R) at the coal wharf on Nov. 11, 2017. (Ana Ruiz / AFP)\n\n${BODY}`,
	],
	['a date without a year', `${TITLE}\n\nMarch 12\n\n${BODY}`],
	['numbers that may be two days', `${TITLE}\n\n03/04/2025\n\n${BODY}`],
	['an impossible day', `${TITLE}\n\nFebruary 30, 2025\n\n${BODY}`],
	[
		'the day of a comment',
		`${TITLE}\n\n${BODY}\n\n2 Comments\n\nTom\n\nMay 2, 2019 at 3:16 pm\n\nI always liked that pier, and I will miss the smell of it.`,
	],
	['a date in the headline', `What the council decided on March 12, 2025 in Velmora\n\n${BODY}`],
];

test.each(NOT_TOLD)('not told: %s', (_, text) => {
	expect(published(text)).toBeNull();
});

test('a guide that is kept up to date has an uncertain day', () => {
	expect(published(`The best ferries of the river\n\nUpdated on June 18, 2025\n\n${BODY}`)).toMatchObject({
		day: '2025-06-18',
		certain: false,
	});
});

test.each([
	['12 March 2025', true],
	['Published: Wed 12 Mar 2025 12.00 CET', true],
	['Last updated on March 12, 2025 by Ilse Quandt', true],
	['On March 12, 2025 the council met and decided nothing at all', false],
	['It was to close on May 2, 2023.', false],
	['That opened on 2 May 2023.', false],
	['Ilse Quandt, 12 March 2025, 18:04 EST.', true],
	['March 12', false],
	['The pier of 2025', false],
])('%j is a date line: %s', (line, expected) => {
	expect(isDateLine(line)).toBe(expected);
});
