/**
 * Words that tell a time. A marked line is input and expectation: `[words=value]`, the value as anchored to the day of
 * publication, Wednesday 12 March 2025, unless the case names another.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorTime, findTimes, timesAt } from '../../source/article/times.ts';
import type { Published } from '../../source/types.ts';
import { runs } from '../runs.ts';

const on = (day: string, certain = true): Published => ({
	day,
	from: 'header',
	certain,
	precision: 'day',
	evidence: null,
	linkedArticle: null,
});
const WEDNESDAY = on('2025-03-12');

/** The line without its marks, and the line as the program would mark it. */
function marked(line: string, published: Published | null): { text: string; got: string } {
	const text = line.replace(/\[([^=\]]*)=[^\]]*\]/g, '$1');
	let got = '';
	let at = 0;
	for (const time of findTimes(text, [{ start: 0, end: text.length }])) {
		got += `${text.slice(at, time.start)}[${text.slice(time.start, time.end)}=${anchorTime(time, published)}]`;
		at = time.end;
	}
	return { text, got: got + text.slice(at) };
}

const LINES = {
	'full dates, in every order': [
		'The pier opened on [May 2, 1998=1998-05-02], burnt on [2 May 1999=1999-05-02] and was rebuilt by [2001-05-02=2001-05-02].',
		'Posted [Mar.12 - 2025=2025-03-12] by the harbour office.',
		'A photo of [Nov. 11, 2017=2017-11-11] shows both.',
		'The council met on [Tuesday, March 4, 2025=2025-03-04], and parted.',
		'It was signed on [the 3rd of June, 1954=1954-06-03] in the old hall.',
		'The form says [25/12/2024=2024-12-25], the stamp 03/04/2025.',
	],
	'months and days take the nearest year that the verb allows': [
		'She said on [March 11=2025-03-11] that it was over.',
		'The pier closed on [Dec. 20=2024-12-20].',
		'It will close on [Dec. 20=2025-12-20].',
		'The vote was held on [13 February=2025-02-13].',
		'The talks are set for [April 2=2025-04-02].',
		'It snowed in [late January=2025-01] and again in [April 2024=2024-04].',
		'The plan was made [last May=2024-05] and printed in [mid-November=2024-11].',
	],
	'weekdays lean with the verb': [
		'Brannock told reporters on [Monday=2025-03-10] that boats were late.',
		'Brannock will speak on [Monday=2025-03-17].',
		'The council is expected to vote [Friday=2025-03-14].',
		'The council promised to pay on [Friday=2025-03-14], and the mill agreed to wait until [Friday=2025-03-14].',
		'The judge ordered her to return on [Friday=2025-03-14]. Guards asked walkers to avoid the dyke on [Friday=2025-03-14].',
		'The council ruled out a vote on [Friday=2025-03-14]. Fog is likely on [Friday=2025-03-14].',
		'The guild agreed on [Friday=2025-03-07] to wait. The guild agreed to terms on [Friday=2025-03-07].',
		'The guild agreed to end the strike that began on [Friday=2025-03-07]. Fog likely sank it on [Friday=2025-03-07].',
		'The guild refused to wait, it said on [Friday=2025-03-07]. The crew managed to leave on [Friday=2025-03-07].',
		'“We will not go,” Tilda Marsh said on [Friday=2025-03-07]. Marsh said "I will not go" on [Friday=2025-03-07].',
		'“We will go on [Friday=2025-03-14],” Tilda Marsh said. On [Friday=2025-03-07], “I will go,” she said.',
		'The deadline expires [this Friday=2025-03-14].',
		'They met [last Tuesday=2025-03-11] and meet again [next Tuesday=2025-03-18].',
		'He arrived on [Wednesday=2025-03-12].',
		'The debate is to be held on [Thursday evening=2025-03-13TEV].',
		'Work stopped at [10 p.m. Tuesday=2025-03-11T22:00] when the tide came.',
	],
	'of a weekday counted within a month nothing but the month is known': [
		'They vote on [the third Sunday in May=2025-05], and did on [the last Friday of June 2023=2023-06].',
		'The first meeting was on [Sunday=2025-03-09] in [May=2025-05] weather.',
	],
	'days and weeks counted from today': [
		'The pier closed [yesterday=2025-03-11], opens [today=2025-03-12] and closes [tomorrow=2025-03-13].',
		'The storm came [last night=2025-03-11TNI] and left [this morning=2025-03-12TMO].',
		'The council met [two days ago=2025-03-10] and [three weeks ago=2025-W08].',
		'Prices rose [last week=2025-W10], [last month=2025-02], [this year=2025] and [a decade ago=201].',
		'It opens by [the end of next year=2026], not at [the end of this month=2025-03].',
		'The pier opens [two weeks from now=2025-W13] and closes [three months from today=2025-06].',
		'The boats return [next week=2025-W12] or [early next year=2026].',
		'Over [the weekend=2025-W10-WE] nothing moved.',
		'They will talk at [the weekend=2025-W11-WE].',
		'It was [the last quarter=P1Q] of work and [this century=20].',
	],
	'counted from the words before': [
		'It opened on [May 2, 1998=1998-05-02] and closed [the next day=1998-05-03].',
		'They met on [March 1=2025-03-01]; [two days later=2025-03-03] they met again.',
		'The vote was on [Monday=2025-03-10], and [that day=2025-03-10] it rained.',
	],
	'years, decades, seasons, quarters': [
		"In [1998=1998] and [the early 1990s=199] nobody asked; in [the '80s=198] they did.",
		'Profit fell in [the third quarter of 2024=2024-Q3] and in [fiscal 2023=2023].',
		'It was built in [the summer of 1911=1911-SU], in [the 19th century=18].',
	],
	'seasons and years with a word before': [
		'[Last spring=2024-SP] was dry; [this autumn=2025-FA] and [next spring=2026-SP] will not be.',
		"It stood open from [the summer of '85=1985-SU], 85's last, to [Q3 2024=2024-Q3], [FY2025=2025] or [H1 2026=2026-H1].",
		'Since [the second half of last year=2024-H2] and [the last half of 2023=2023-H2] the H1N1 ward was full.',
		'Rents rose as in [the same month last year=2024].',
	],
	'in a report of results a quarter once told is meant': [
		'In [the third quarter of 2024=2024-Q3] profit was $3 million, up from $2 million [a year earlier=2023-Q3]. Costs fell in [the quarter=2024-Q3].',
		'Net in [the fourth quarter=2024-Q4] rose 3%; in [the year-ago period=2023-Q4] it fell.',
		'The loss for [the 2023 quarter=2023] was $2 million.',
		'The town had no clinic [a year ago=2024], in [the third quarter=2024-Q3] of [the year=2025].',
		'Sales for [the year=P1Y] ended [Jan. 31=2025-01-31] were $9 million.',
	],
	'parts of a day': [
		'On [the night of March 4=2025-03-04TNI] and [the afternoon of 2 May 1999=1999-05-02TAF] it burnt.',
		'She left in [the early hours of Sunday=2025-03-09], and not in the wee hours of rush hour.',
		'The blast came at [10:35 a.m.=2025-03-07T10:35], or 0735, on [Friday=2025-03-07].',
		'It opened on [Friday=2025-03-07] and closed at [5 p.m.=T17:00] on [Saturday=2025-03-08].',
	],
	'what was moved lies ahead, what begins by the timetable too': [
		'The law, passed in [late 2023=2023], takes effect [July 1=2025-07-01].',
		'The vote, originally due on [Monday=2025-03-10], was put off until [Friday=2025-03-14].',
		'He waited until [Friday=2025-03-07].',
		'The reduced dividend is payable [Dec. 20=2025-12-20]; a still unspecified sum follows.',
		'In [November=2024-11] the board brought in a new chief.',
	],
	durations: [
		'They met for [an hour and a half=PT1H30M] [two and a half years ago=2022-09], and for [5 1/2 hours=PT5H30M].',
		'[A decades-long=PXDE] row ended on Black Friday, not on [New Year’s Eve=2024-12-31].',
		'A [30-day=P30D] pause followed the [three-hour=PT3H] talk after [almost two years=P2Y].',
		'He waited [two to three weeks=P2W], [a couple of days=P2D] and [half an hour=PT30M].',
		'For [several months=PXM] and [the past three years=P3Y] she wrote a [twenty-five-year=P25Y] plan.',
	],
	'vague words keep a word for a value': [
		'It is [now=PRESENT_REF] closed, as [recently=PAST_REF] told, and in [the future=FUTURE_REF] may open.',
	],
	'clock times': ['The call began at [10:00 a.m. EDT=T10:00] and ended at [14:30=T14:30].'],
	'two days of one month': [
		'The fair is on [April 24=2025-04-24] and [25=2025-04-25] in Velmora.',
		'They met from [March 3=2025-03-03] to [7=2025-03-07], and from [May 2=2024-05-02]-[5, 2024=2024-05-05].',
		'It was shut on [March 3=2025-03-03], [5=2025-03-05] and [7=2025-03-07].',
		'Shut on [24=2024-04-24] and [25 April 2024=2024-04-25], it opened from [3=2025-03-03] to [7 March=2025-03-07].',
		'On [March 3=2025-03-03] and 7 people drowned; on [March 4=2025-03-04] to 2 cheers it closed.',
		'She won [March 9=2025-03-09], 6 and 4, and 3 and 40 boats left in [May 2025=2025-05].',
	],
	fortnights: [
		'He came [a fortnight ago=2025-W09] for [a fortnight=P2W], a [fortnightly=P2W] visit.',
		'In [the past fortnight=P2W] it rained; [two fortnights=P4W] passed.',
	],
	'overnight is a night only where it tells when': [
		'The pier burnt [overnight=2025-03-11TNI], and boats sank [overnight Friday=2025-03-07TNI].',
		'It will freeze [overnight=2025-03-12TNI].',
		'The overnight ferry, an overnight success, stayed overnight.',
	],
	'in five years: then, or so long': [
		'The pier will close in [five years=2030]; a vote is due in [two weeks=2025-W13].',
		'It opens in [five years=2030]’ time.',
		'It will close in [a few years=FUTURE_REF].',
		'It may do so in [a year or two=P1Y].',
		'It will be the first fair in [five years=P5Y], and three boats will sail in [two weeks=P2W].',
		'She built it in [five years=P5Y].',
	],
	'the day before, with a day told and without': [
		'She left on [Friday=2025-03-07], and he [a day earlier=2025-03-06]. It rained on [May 2, 1998=1998-05-02] and [the day before=1998-05-01].',
		'He left [a day earlier=], she [two days before=].',
		'The day before the vote it snowed, and the week before, and the day after he left.',
	],
	'hours that are told in words': [
		'They met at [nine o’clock=T09:00], ate at [8 o’clock in the evening=T20:00] and left at [4 in the morning=T04:00].',
		'The sea rose at [1730 GMT=T17:30] and fell at [noon=T12:00], after 4 in the harbour rose.',
		'On [Friday=2025-03-07] it burnt at [midnight=2025-03-07T24:00].',
	],
	'what comes every week is all of its days': [
		'Boats go [every Monday=XXXX-WXX-1], on [Tuesday nights=XXXX-WXX-2TNI] and on [Sundays=XXXX-WXX-7].',
		'It went [every day=P1D] and went down on [Monday=2025-03-10].',
	],
	'decades in words, and quarters side by side': [
		'In [the sixties=196] and [the mid-eighties=198] he was in his forties.',
		'Rents fell in [the second=2024-Q2] and [fourth quarters of 2024=2024-Q4]; the first and second boats sank.',
	],
	'how old somebody is is no time': [
		'The girl, aged 9 years, and a man 47 years of age met at the age of three months.',
		'Aged 12, she waited [12 years=P12Y].',
	],
	'what only looks like a time': [
		'May said the March on Velmora would stop, and Jan Berg may march too.',
		'The second speaker sat in the Sun newspaper office with a Mon officer.',
		'The 47-year-old and her ten year old boat came to Summer Street.',
		'He paid $1998 for 2,025 nails, or 19% of them, on Veterans Day Road.',
		'Three-quarters of the boats left.',
	],
};

for (const [name, lines] of Object.entries(LINES)) {
	test.each(lines)(`${name}: %s`, (line) => {
		expect(marked(line, WEDNESDAY).got).toBe(line);
	});
}

describe('without a sure day of publication', () => {
	test.each([
		'He spoke on [Monday=], [yesterday=], [last week=] and [March 11=].',
		'He spoke on [May 2, 1998=1998-05-02] for [two days=P2D].',
	])('no day at all: %s', (line) => {
		expect(marked(line, null).got).toBe(line);
	});

	test.each(['He spoke on [Monday=], [yesterday=], [this year=] and [March 11=2025-03-11].'])(
		'a day worked out gives the year and no more: %s',
		(line) => {
			expect(marked(line, on('2025-03-20', false)).got).toBe(line);
		},
	);
});

describe('a day printed at the head that wants only its year', () => {
	const head: Published = { ...on('2025-03-12', false), from: 'header', linkedArticle: 'a1' };
	const line =
		'She said on [Monday=2025-03-10] that it closed [yesterday=2025-03-11] and opens on [May 2, 2026=2026-05-02].';

	test('is one to reckon from', () => {
		expect(marked(line, head).got).toBe(line);
	});

	test('and what is reckoned from it is no surer', () => {
		const { text } = marked(line, head);
		const words = findTimes(text, [{ start: 0, end: text.length }]);
		expect(timesAt(words, head).map(({ certain }) => certain)).toEqual([false, false, true]);
		expect(timesAt(words, WEDNESDAY).map(({ certain }) => certain)).toEqual([true, true, true]);
		expect(timesAt(words, null).map(({ certain }) => certain)).toEqual([false, false, true]);
	});

	test('a day of the last change is not', () => {
		expect(marked('It closed [yesterday=].', { ...head, linkedArticle: null }).got).toBe(
			'It closed [yesterday=].',
		);
	});
});

describe('what the words around a time say of it', () => {
	test.each([
		['It rained in [early March=START] and snowed in [late 2023=END], but not in [mid-May=MID].'],
		['At [the end of last year=END] and [the beginning of May=START] it was shut.'],
		[
			'It lasted [more than two hours=MORE_THAN], [less than a week=LESS_THAN] or [nearly ten days=LESS_THAN].',
		],
		[
			'It takes [at least three weeks=EQUAL_OR_MORE] and [no more than a month=EQUAL_OR_LESS], [about 30 days=APPROX].',
		],
		['It burnt [more than a decade ago=BEFORE] and was rebuilt [less than a year ago=AFTER].'],
		['It opened [at least two years ago=ON_OR_BEFORE], [about three years ago=APPROX].'],
		['It closes at [about 10 a.m.=APPROX] on [Monday=].'],
		['On [May 2=] it was [two hours=] for [the rest of the year=], [recently=] and [the past three years=].'],
	])('%s', (line) => {
		const text = line.replace(/\[([^=\]]*)=[^\]]*\]/g, '$1');
		let got = '';
		let at = 0;
		for (const { start, end, mod } of findTimes(text, [{ start: 0, end: text.length }])) {
			got += `${text.slice(at, start)}[${text.slice(start, end)}=${mod ?? ''}]`;
			at = end;
		}
		expect(got + text.slice(at)).toBe(line);
	});
});

test.each([
	['2024-12-30', 'It will close on [Jan. 2=2025-01-02].'],
	['2025-01-02', 'It closed on [Dec. 30=2024-12-30].'],
	['2025-01-01', 'It closed [yesterday=2024-12-31], in [last week=2024-W52].'],
	['2024-02-29', 'It closed [a year ago=2023] and will open on [Feb. 28=2024-02-28] or so.'],
	['2024-03-01', 'It closed on [Feb. 29=2024-02-29].'],
	['2025-03-15', 'It rained over [the weekend=2025-W11-WE].'],
])('around the turn of a year, on %s: %s', (day, line) => {
	expect(marked(line, on(day)).got).toBe(line);
});

describe('laws', () => {
	const pieces = fc.constantFrom(
		'Monday',
		'March',
		'12',
		'2025',
		'last',
		'next',
		'the',
		'two',
		'days',
		'ago',
		',',
		'-',
		'of',
		'May',
		'night',
		"'80s",
		'10:00',
		'p.m.',
		'quarter',
		'first',
		'\ud800',
		'\n',
		'said',
		'will',
		'and',
		'to',
		'in',
		'3',
		'every',
		'overnight',
		'o’clock',
		'before',
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' ')),
	);

	test('never throws; in bounds, in order, disjoint; values are TIMEX3 or empty', () => {
		fc.assert(
			fc.property(text, fc.option(fc.integer({ min: 1, max: 9998 })), (text, year) => {
				const published = year === null ? null : on(`${String(year).padStart(4, '0')}-06-15`);
				let at = 0;
				for (const time of findTimes(text, [{ start: 0, end: text.length }])) {
					expect(time.start).toBeGreaterThanOrEqual(at);
					expect(time.end).toBeGreaterThan(time.start);
					expect(time.end).toBeLessThanOrEqual(text.length);
					at = time.end;
					expect(anchorTime(time, published)).toMatch(
						/^(?:$|P|T\d|(?:PAST|PRESENT|FUTURE)_REF$|XXXX-WXX-\d(?:T|$)|\d{2,4}(?:-|$|T))/,
					);
				}
			}),
			{ numRuns: runs(150) },
		);
	});

	test.each([
		['numbers', '12 '.repeat(50_000)],
		['month after month', 'March 12, '.repeat(20_000)],
		['number words', 'twenty '.repeat(50_000)],
		['days side by side', `March ${'1, 2 and 3 - '.repeat(20_000)}`],
		['hyphens', 'one-'.repeat(50_000)],
		['one word', 'a'.repeat(1_000_000)],
		['apostrophes', "'".repeat(100_000)],
	])('hostile: %s', (_, text) => {
		expect(() => findTimes(text, [{ start: 0, end: text.length }])).not.toThrow();
	});
});
