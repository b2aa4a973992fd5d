/** A story day by day: which days have a row, and how they are written. */
import { expect, test } from 'vitest';
import { lookupIn } from '../../source/output/lookup.ts';
import { timelineOf } from '../../source/output/timeline.ts';
import type { Published, Time } from '../../source/types.ts';
import { article, edition, spanOf } from '../fixture.ts';

const on = (day: string, over: Partial<Published> = {}): Published => ({
	day,
	from: 'metadata',
	certain: true,
	precision: 'day',
	evidence: null,
	linkedArticle: null,
	...over,
});

/** The rows of a story of 5 and 6 March 2025 with one point; `[words=day]` stands for the time in it. */
function rowsOf(line: string, over: Partial<Published> = {}): string[] {
	const [, words = '', day = ''] = /\[([^=]+)=([^\]]*)\]/.exec(line) ?? [];
	const text = line.replace(/\[([^=]+)=[^\]]*\]/, '$1');
	const times: Time[] = [{ ...spanOf(text, words), value: day, mod: null, certain: over.certain !== false }];
	const first = article({
		id: 'a1',
		text,
		headline: 'One',
		headlineFrom: 'title',
		published: on('2025-03-05', over),
		times,
	});
	const second = article({
		id: 'a2',
		text: 'x',
		headline: 'Two',
		headlineFrom: 'title',
		published: on('2025-03-06'),
	});
	const point = {
		text,
		day: day.slice(0, 10),
		from: [{ article: 'a1', start: 0, end: text.length }],
		outlets: 1,
	};
	const lookup = lookupIn({ ...edition, articles: [first, second] });
	return timelineOf({ firstDay: '2025-03-05', lastDay: '2025-03-06' }, [point], [first, second], lookup).map(
		(row) => `${row.day}: ${row.text}`,
	);
}

test.each([
	['of the year of the story', 'The gate shut on [Tuesday=2025-03-04].', '4 Mar: The gate shut on Tuesday.'],
	[
		'of an old year, which is told',
		'It opened on [May 2, 1998=1998-05-02].',
		'2 May 1998: It opened on May 2, 1998.',
	],
	[
		'a child born in the days of the story',
		'A seal was born on [Monday=2025-03-03].',
		'3 Mar: A seal was born on Monday.',
	],
])('a day %s', (_, line, row) => {
	expect(rowsOf(line)).toEqual([row, '5 Mar: One', '6 Mar: Two']);
});

test.each([
	'Mr. Oster was born in Karsk on [3 March 1958=1958-03-03].',
	'His date of birth is given as [3 March 1958=1958-03-03].',
])('the day of a birth long ago is no day of the story: %s', (line) => {
	expect(rowsOf(line)).toEqual(['5 Mar: One', '6 Mar: Two']);
});

test('a birthday that is kept is one', () => {
	expect(rowsOf('Karsk kept the birthday of its founder on [March 4=2025-03-04].')[0]).toMatch(/^4 Mar: /);
});

test.each([
	['reckoned from a day that was worked out', 'The gate shut on [Tuesday=2025-03-04].', 'about 4 Mar'],
	['printed, but for its year', 'The gate shut on [March 4=2025-03-04].', '4 Mar'],
	[
		'printed, but for its year, which is told',
		'The gate shut on [December 30=2024-12-30].',
		'about 30 Dec 2024',
	],
])('a day %s', (_, line, day) => {
	const rows = rowsOf(line, { certain: false });
	expect(rows[0]).toMatch(`${day}: The gate`);
	expect(rows[1]).toBe('about 5 Mar: One');
});

test('one day has no timeline', () => {
	const only = article({
		id: 'a1',
		text: 'x',
		headline: 'One',
		headlineFrom: 'title',
		published: on('2025-03-05'),
	});
	const lookup = lookupIn({ ...edition, articles: [only] });
	expect(timelineOf({ firstDay: '2025-03-05', lastDay: '2025-03-05' }, [], [only], lookup)).toEqual([]);
});
