/** Of which year an article is whose nearest dated ones lie in several: by its months, and by the offices in it. */
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { findTimes } from '../../source/article/times.ts';
import { likeliest } from '../../source/digest/about-when.ts';
import { officesHeld } from '../../source/digest/offices-held.ts';

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayAt = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

const DATED = ['2021-10-04', '2021-10-20', '2021-11-02', '2022-03-01', '2022-03-15', '2022-04-02'].map(
	(day) => ({
		day: numberOf(day),
		likeness: 0.1,
	}),
);

const when = (text: string, terms: Parameters<typeof likeliest>[3] = []) => {
	const found = likeliest(DATED, findTimes(text, [{ start: 0, end: text.length }]), text, terms);
	return found && dayAt(found.day);
};

describe('months without a year, told as past or to come', () => {
	test.each([
		['The ferry stopped in September. It had been repaired in July and again in August.', '2021'],
		['The ferry stopped in February. It had been repaired in December and in January.', '2022'],
		['It sank on September 30; the crew had been warned in August and on September 12.', '2021'],
		['The council will vote in May, and the ferry stopped in February and in January.', '2022'],
	])('%s', (text, year) => {
		expect(when(text)?.slice(0, 4)).toBe(year);
	});

	test.each([
		['no month', 'The ferry stopped, and nobody knew why.'],
		['months of full years', 'The ferry stopped in September 2019, in July 2018 and in August 2017.'],
		['a feast, of which one speaks all year round', 'It was the worst storm since Christmas.'],
		['months that speak for either', 'The ferry stopped in October and stopped again in March.'],
	])('nothing is told by %s', (_, text) => {
		expect(when(text)).toBeNull();
	});

	test('and where all dated articles are of one year there is nothing to choose', () => {
		const text = 'The ferry stopped in September, in July and in August.';
		const times = findTimes(text, [{ start: 0, end: text.length }]);
		expect(likeliest(DATED.slice(0, 3), times, text, [])).toBeNull();
		expect(likeliest([], times, text, [])).toBeNull();
	});
});

test.each([
	[{ after: null, before: numberOf('2021-12-01') }, '2021'],
	[{ after: numberOf('2022-01-10'), before: null }, '2022'],
])('the term of an office', (term, year) => {
	expect(when('Nobody knew why.', [term])?.slice(0, 4)).toBe(year);
});

describe('who held an office when', () => {
	const reading = (title: string, at: number) =>
		annotate({
			file: `${title} ${at}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(
				`The harbour of Karsk will be dredged, ${title} Oster said on its ${at}th pier. Nobody else had spoken.`,
			),
		});
	const dated = (title: string, ...days: readonly string[]) =>
		days.map((day, at) => ({ reading: reading(title, at), day: numberOf(day) }));
	const ELECT = dated('President-elect', '2021-11-02', '2021-11-20', '2021-12-01', '2021-12-15');
	const HELD = dated('President', '2022-01-20', '2022-02-03', '2022-03-01', '2022-04-02');

	test('is bounded by when the same name is printed with another title', () => {
		const offices = officesHeld([...ELECT, ...HELD]);
		expect(offices(reading('President', 9))).toEqual([{ after: numberOf('2021-12-15'), before: null }]);
		expect(offices(reading('President-elect', 9))).toEqual([{ after: null, before: numberOf('2022-01-20') }]);
	});

	test.each([
		[
			'titles printed at one time',
			[...ELECT, ...dated('President', '2021-11-01', '2021-11-21', '2021-12-01', '2022-02-02')],
		],
		['too few articles', [...ELECT.slice(0, 1), ...HELD]],
		['nothing to hold it against', HELD],
	])('not by %s', (_, articles) => {
		expect(officesHeld(articles)(reading('President', 9))).toEqual([]);
	});
});
