/** Days of articles that print none: what others tell of them, what their own words bound, and what stays unknown. */
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import type { Reading } from '../../source/types.ts';
import { publicationWords } from '../../source/wording.ts';

const read = (file: string, text: string): Reading =>
	annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) });

const BODY = [
	'Dock workers in the port of Velmora walked out after talks over night shifts collapsed, leaving eleven container ships waiting in the bay.',
	'The union, which speaks for 2,400 crane drivers and lashers, said the strike would last until the port authority returned to the table.',
	'Three of the waiting ships carry fruit that will spoil within a week, according to the chamber of commerce of Velmora.',
].join('\n\n');

const dated = read('dated.txt', `Velmora dock workers strike\n\nMarch 19, 2024\n\n${BODY}`);
const linked = (head: string, more = '') => {
	const undated = read('undated.txt', `Ships wait as Velmora docks stand still\n\n${head}${BODY}${more}`);
	const { articles } = digest([dated, undated], []);
	return articles.find(({ file }) => file === 'undated.txt')!;
};

describe('a day that wants only its year takes it from a dated article on the same events', () => {
	test.each([
		['in the dateline', 'VELMORA, March 18 (Lichtbild) - ', '2024-03-18', 'March 18'],
		['on a line at the head', 'Monday 18 March\n\n', '2024-03-18', 'Monday 18 March'],
	])('%s', (_, head, day, evidence) => {
		const { published, text } = linked(head);
		expect(published).toMatchObject({ day, from: 'header', certain: false, linkedArticle: dated.article.id });
		expect(text.slice(published!.evidence!.start, published!.evidence!.end)).toBe(evidence);
		expect(publicationWords(published)).toBe('about 18 Mar 2024');
	});

	test('from which the days in its text are reckoned, and are about then', () => {
		const { text, times } = linked('VELMORA, March 18 (Lichtbild) - ', '\n\nTalks broke off on Sunday.');
		const told = (words: string) => times.find(({ start, end }) => text.slice(start, end) === words);
		expect(told('Sunday')).toMatchObject({ value: '2024-03-17', certain: false });
		expect(told('March 18')).toMatchObject({ value: '2024-03-18', certain: false });
	});

	test('but a day in the text says nothing of what Sunday is', () => {
		const { text, times } = linked('', '\n\nTalks were held on March 17. They broke off on Sunday.');
		expect(times.find(({ start, end }) => text.slice(start, end) === 'Sunday')?.value).toBe('');
	});

	test('in the running text, when it has been', () => {
		expect(
			linked('', '\n\nThe last talks were held on March 17 in the old customs house.').published,
		).toMatchObject({
			day: '2024-03-17',
			precision: 'day',
			certain: false,
		});
	});

	test('which tells no more than the month when no dated article is of about then', () => {
		const { published } = linked('', '\n\nThe last talks were held on March 2 in the old customs house.');
		expect(published).toMatchObject({ day: '2024-03-02', precision: 'month' });
		expect(publicationWords(published)).toBe('about Mar 2024');
	});

	test('but not of a feast, of which one speaks all year round', () => {
		const { published } = linked(
			'',
			'\n\nThe crews had not been so angry since Christmas, one of them said.',
		);
		expect(published).toBeNull();
	});

	test('but not from one on other events', () => {
		const other = read(
			'other.txt',
			'A quiet spring for bees\n\nMarch 18\n\nBeekeepers of the upper valley have counted their hives after the winter and found nearly all of them alive.',
		);
		const { articles } = digest([dated, other], []);
		expect(articles.find(({ file }) => file === 'other.txt')!.published).toBeNull();
	});
});

describe('without any day in its words it came out about when the nearest dated articles did', () => {
	const witnesses = (...days: readonly string[]) => {
		const pieces = BODY.split('\n\n');
		const dated = days.map((day, at) =>
			read(
				`${at}.txt`,
				`Velmora dock workers strike, week ${at + 1}\n\n${day}\n\n${pieces.slice(0, 2).join(' ')} ${'The fruit goes bad in row after row of boxes. '.repeat(at + 1)}`,
			),
		);
		const undated = read('undated.txt', `Ships wait as Velmora docks stand still\n\n${BODY}`);
		const { articles } = digest([...dated, undated], []);
		return articles.find(({ file }) => file === 'undated.txt')!.published;
	};

	test('when these lie near each other', () => {
		expect(witnesses('March 3, 2024', 'March 9, 2024', 'March 20, 2024')).toMatchObject({
			from: 'linked',
			certain: false,
			evidence: null,
		});
	});

	test('or months apart in one year', () => {
		expect(witnesses('March 3, 2024', 'June 9, 2024', 'September 20, 2024')?.day).toMatch(/^2024-0[369]/);
	});

	test.each([
		['within a week', ['March 3, 2024', 'March 5, 2024', 'March 7, 2024'], /^about [357] Mar 2024$/],
		['within weeks', ['March 3, 2024', 'March 13, 2024', 'March 25, 2024'], /^about Mar 2024$/],
		['months apart', ['March 3, 2024', 'June 9, 2024', 'September 20, 2024'], /^about 2024$/],
	])('and is told no nearer than they lie together: %s', (_, days, words) => {
		expect(publicationWords(witnesses(...days))).toMatch(words);
	});

	test('not when years lie between them', () => {
		expect(witnesses('March 3, 2021', 'June 9, 2022', 'September 20, 2024')).toBeNull();
	});
});

test('an edition tells by each day what was filed there by a day that was worked out', () => {
	const undated = read(
		'undated.txt',
		`Ships wait as Velmora docks stand still\n\nVELMORA, March 18 (Lichtbild) - ${BODY}\n\n“We will wait,” union leader Jana Kell said.`,
	);
	const { articles, quotations, days, actors } = digest([dated, undated], []);
	const guessed = articles.find(({ file }) => file === 'undated.txt')!.id;
	const said = quotations.filter(({ article }) => article === guessed).map(({ id }) => id);
	expect(said.length).toBeGreaterThan(0);
	expect(days.map(({ day, about }) => ({ day, about }))).toEqual([
		{ day: '2024-03-19', about: [] },
		{ day: '2024-03-18', about: [guessed, ...said] },
	]);
	expect(actors.flatMap(({ roles }) => roles.map(({ certain }) => certain))).toEqual([false]);
});

test('a day at the head is a time as well, and lines below the text are not', () => {
	const { article } = read(
		'a.txt',
		`Velmora dock workers strike\n\nMarch 19, 2024\n\n${BODY}\n\nUpdated: March 29, 2024`,
	);
	expect(article.times.map(({ value }) => value)).toEqual(['2024-03-19', 'P1W']);
});

describe('what its own words bound', () => {
	const alone = (sentence: string) => {
		const { article } = read('a.txt', `${BODY}\n\n${sentence}`);
		return { ...article, words: publicationWords(article.published, article.bounds) };
	};

	test.each([
		['The last strike ended on May 2, 2023, with a handshake.', 'undated, after 2 May 2023'],
		['The berth will be rebuilt by June 1, 2026, the authority said.', 'undated, before 1 Jun 2026'],
		[
			'It burnt on 2 May 1999 and closed in November 2024; it will reopen on June 1, 2026.',
			'undated, between 1 Nov 2024 and 1 Jun 2026',
		],
		['The strike began on Monday, May 2.', 'undated'],
		['The port has a licence until May 2, 2030.', 'undated'],
		['Tom said on May 2, 2023 at 3:16 that it was over.', 'undated'],
		['A crane arrives at the pier on May 2, 2023.', 'undated'],
		['Nobody knows when it ends.', 'undated'],
		['It was to close on May 2, 2023.', 'undated'],
		['It was built by Sir Odo Ferrant (3 May 1864 – 9 June 1931).', 'undated'],
		['Odo Ferrant, who was born on 3 May 1964, led it.', 'undated'],
		['Odo Ferrant, born in Velmora on 3 May 1964, led it.', 'undated'],
		['Odo Ferrant took over (on 3 May 1994) and closed it.', 'undated, after 3 May 1994'],
		['It was closed on May 2, 2023.', 'undated, after 2 May 2023'],
	])('%s', (sentence, words) => {
		const { published, bounds, text, words: got } = alone(sentence);
		expect(published).toBeNull();
		expect(got).toBe(words);
		for (const told of [bounds?.after, bounds?.before])
			if (told) expect(text.slice(told.start, told.end)).toMatch(/\d{4}$/);
	});

	test('a printed day needs no bounds', () => {
		expect(read('a.txt', `March 3, 2025\n\n${BODY}\n\nIt closed on May 2, 2023.`).article.bounds).toBeNull();
	});
});

test('a point has the day that its words name, when they name one', () => {
	const { stories } = digest(
		[
			read(
				'a.txt',
				`Velmora dock workers strike\n\nMarch 19, 2025\n\n${BODY}\n\nPolice in Velmora cleared the north gate on Tuesday after lorries had blocked it. ` +
					'Talks that broke off on March 14 will be taken up again on Friday by a mediator from Karsk.',
			),
		],
		[],
	);
	const days = new Map(stories[0]!.points.map(({ text, day }) => [text.split(' ')[0], day]));
	expect(days.get('Police')).toBe('2025-03-18');
	expect(days.get('Talks')).toBeNull();
	expect(days.get('Three')).toBeNull();
});
