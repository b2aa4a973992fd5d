import { describe, expect, test } from 'vitest';
import { explainArticle } from '../../source/output/explain.ts';
import { plainActors, plainArticles, plainDays, plainQuotations } from '../../source/output/lists.ts';
import { literal, markdownDigest } from '../../source/output/markdown.ts';
import { plainDigest } from '../../source/output/plain.ts';
import type { Export } from '../../source/types.ts';
import { columnsOf } from '../../source/width.ts';
import { actor, article, edition, quotation, spanOf, story } from '../fixture.ts';

test('to be read aloud it stands one after the other, without rules, and whole', () => {
	const text = plainDigest(edition, { columns: 72, linear: true });
	expect(text).not.toMatch(/[─…]|\S {3,}\S/);
	expect(text).toMatch(/^QUOTIDIAN\n5–6 Mar 2025, and 1 undated\n3 articles/);
	// One claim, its source and its sentence; then the other.
	const [first, second] = ['“all 14”', '“12”'].map((value) => text.indexOf(value));
	const sentence = text.indexOf('Harbour workers', first);
	expect(first).toBeLessThan(sentence);
	expect(sentence).toBeLessThan(second!);
});

test('a copy is told as one in the head of a story, and is no source of a point', () => {
	const copied: Export = {
		...edition,
		articles: edition.articles.map((one) => (one.id === 'a2' ? { ...one, nearDuplicateOf: 'a1' } : one)),
	};
	const text = plainDigest(copied, { columns: 72 });
	expect(text).toContain('1 source and a copy');
	expect(text).not.toContain(': a, b]');
	expect(markdownDigest(copied)).toContain('1 source and a copy');
});

test('the digest reads like this', () => {
	expect(plainDigest(edition, { columns: 72 })).toMatchInlineSnapshot(`
		"QUOTIDIAN                                    5–6 Mar 2025, and 1 undated
		────────────────────────────────────────────────────────────────────────
		3 articles · 2 stories · 6 quotations

		1. Dockers close every berth
		   5–6 Mar 2025 · 2 sources
		   a  The Bay Courier, 5 Mar 2025
		   b  port.md, about 6 Mar 2025

		   • Harbour workers in Ostrava Bay walked out on Tuesday, closing all
		     14 berths. [2 sources: a, b]

		   Sources differ on berths:
		     “all 14”                         “12”
		     The Bay Courier, 5 Mar 2025 [a]  port.md, about 6 Mar 2025 [b]
		     Harbour workers in Ostrava Bay   Dockers closed 12 berths at
		     walked out on Tuesday, closing   Ostrava Bay on Tuesday, closing
		     all 14 berths.                   the port.

		   Mira Halloran (union leader)
		     “We will not load another crate until the cease-fire on wages
		       ends” [a, said 4 Mar]
		     “It is a truce in name only,” “and the owners know it.” [a]

		   A statement
		     The port authority said in a statement that talks were
		       “open-ended”. [a]

		   Teodor Brandvold
		     a ceasefire over pay was “within reach” [b, indirect]
		     “Nobody wins a strike” [b, speaker not certain]

		2. Cheese at large
		   cheese.txt · undated

		   Speaker unknown
		     “It just kept going”

		────────────────────────────────────────────────────────────────────────
		1 problem
		  broken.txt:3: not UTF-8, read as Windows-1252
		"
	`);
});

test('the digest reads like this in Markdown', () => {
	expect(markdownDigest(edition)).toMatchInlineSnapshot(`
		"# Quotidian: 5–6 Mar 2025, and 1 undated

		3 articles · 2 stories · 6 quotations

		## Dockers close every berth

		*5–6 Mar 2025, 2 sources*

		- **a** The Bay Courier, 5 Mar 2025
		- **b** port.md, about 6 Mar 2025

		* Harbour workers in Ostrava Bay walked out on Tuesday, closing all 14 berths. \\[2 sources: a, b\\]

		**Sources differ on berths:**

		- “all 14”, The Bay Courier, 5 Mar 2025 \\[a\\]: Harbour workers in Ostrava Bay walked out on Tuesday, closing all 14 berths.
		- “12”, port.md, about 6 Mar 2025 \\[b\\]: Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.

		**Mira Halloran** (union leader)

		> “We will not load another crate until the cease-fire on wages ends” \\[a, said 4 Mar\\]

		> “It is a truce in name only,” “and the owners know it.” \\[a\\]

		**A statement**

		> The port authority said in a statement that talks were “open-ended”. \\[a\\]

		**Teodor Brandvold**

		> a ceasefire over pay was “within reach” \\[b, indirect\\]

		> “Nobody wins a strike” \\[b, speaker not certain\\]

		## Cheese at large

		*cheese.txt, undated*

		**Speaker unknown**

		> “It just kept going”

		## 1 problem

		- broken.txt:3: not UTF-8, read as Windows-1252
		"
	`);
});

describe('the lists read like this', () => {
	test('quotations', () => {
		const found = edition.quotations.slice(0, 5).map(({ id }) => ({ id }));
		expect(plainQuotations(edition, found, { columns: 60, bold: false })).toMatchInlineSnapshot(`
			"“We will not load another crate until the cease-fire on
			wages ends,”
			    — Mira Halloran, said 4 Mar 2025 (The Bay Courier)

			“It is a truce in name only,” “and the owners know it.”
			    — Mira Halloran (“she”), in print 5 Mar 2025 (The Bay
			      Courier)

			“open-ended”
			    — “a statement”, in print 5 Mar 2025 (The Bay Courier)

			a ceasefire over pay was “within reach”
			    — Teodor Brandvold, in print about 6 Mar 2025, indirect
			      (port.md)

			“Nobody wins a strike,”
			    — probably Teodor Brandvold (“he”), in print about 6 Mar
			      2025 (port.md)
			"
		`);
	});
	test('actors', () => {
		expect(plainActors(edition.actors, 80)).toMatchInlineSnapshot(`
			"Mira Halloran     person  2 quotations  1 article  union leader
			Teodor Brandvold  person  2 quotations  1 article
			"
		`);
	});
	test('days', () => {
		expect(plainDays(edition.days, 80)).toMatchInlineSnapshot(`
			"Thu 6 Mar 2025  1 story     1 article    2 quotations  day worked out
			Wed 5 Mar 2025  1 story     1 article    2 quotations
			Tue 4 Mar 2025  no stories  no articles  1 quotation
			undated         1 story     1 article    1 quotation
			"
		`);
	});
	test('articles', () => {
		expect(plainArticles(edition.articles, edition, 80)).toMatchInlineSnapshot(`
			"Dockers close every berth
			    The Bay Courier · harbour.txt · 5 Mar 2025 · 3 quotations
			Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.
			    port.md · sub/port.md · about 6 Mar 2025 · 2 quotations
			Cheese at large
			    cheese.txt · undated · 1 quotation
			"
		`);
	});
});

test('an article is explained like this', () => {
	expect(explainArticle(edition, edition.articles[1]!, [], 90)).toMatchInlineSnapshot(`
		"  sub/port.md (a2, markdown, 181 UTF-16 units of text, by which places are told)
		  headline: “Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.”, no
		    headline printed: its first sentence
		  outlet: not told
		  byline: not told
		  place: not told
		  address: not told
		  published: about 6 Mar 2025, the day is worked out from the text, year from The Bay
		    Courier (a1)
		  copy: of no other article

		Left out of the reading (0)
		  none

		Read (1)
		  0–181 body: “Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port. …
		    reach”. “Nobody wins a strike,” he said.”

		Names (1)
		  Teodor Brandvold (person, p2)
		      here: 76–92 “Teodor Brandvold”
		      everywhere: Teodor Brandvold ×1

		Times, as TIMEX3 (0)
		  none

		Quotations (2)
		  108–147 indirect (q4): a ceasefire over pay was “within reach”
		      rule: verb-after
		      speaker: Teodor Brandvold (p2), certain
		      cue: none
		      said: the text does not tell the day
		  150–171 direct (q5): “Nobody wins a strike,”
		      rule: verb-after
		      speaker: 173–175 “he”, Teodor Brandvold (p2), not certain
		      cue: none
		      said: the text does not tell the day

		In the digest (1)
		  story s1: Dockers close every berth
		      articles: The Bay Courier, port.md
		      point at 0–69, also in The Bay Courier, outlets: 2: Harbour workers in Ostrava Bay
		        walked out on Tuesday, closing all 14 berths.
		      differs on berths: “all 14” in The Bay Courier against “12” in port.md
		"
	`);
});

test('matches are bold where bold is allowed, across a break of the line too', () => {
	const source = article({ id: 'a1', text: 'one two three' });
	const data = { ...edition, articles: [source], quotations: [quotation('q1', source, 'one two three')] };
	const found = [{ id: 'q1', highlights: [{ start: 4, end: 13 }] }];
	expect(plainQuotations(data, found, { columns: 80, bold: true })).toContain(
		'“one \u001b[1mtwo three\u001b[22m”',
	);
	expect(plainQuotations(data, found, { columns: 20, bold: true })).not.toContain('\u001b[1m\u001b[22m');
	expect(plainQuotations(data, found, { columns: 80, bold: false })).not.toContain('\u001b');
});

/** An edition in which every string of a source tries to command the terminal. */
const hostile = ((): Export => {
	const bad = 'x\u001b[2J\u0007\u202e\u009b31m日\u0000\ty <b>*_`[](javascript:1)\n# z';
	const source = article({
		id: 'a1',
		text: bad,
		file: bad,
		headline: bad,
		headlineFrom: 'title',
		outlet: bad,
		byline: bad,
		url: bad,
		removed: [{ start: 0, end: bad.length, reason: 'other' }],
		times: [{ start: 0, end: 1, value: bad, mod: null, certain: true }],
		mentions: [{ start: 0, end: bad.length, kind: 'person', actor: 'p1' }],
	});
	const span = { start: 0, end: bad.length };
	const who = actor('p1', bad, {
		roles: [{ text: bad, article: 'a1', day: null, certain: false }],
		articles: ['a1'],
	});
	return {
		...edition,
		articles: [source],
		actors: [who],
		quotations: [
			quotation('q1', source, bad, {
				speaker: { mention: { ...span, text: bad }, actor: 'p1', certain: false },
				cue: { ...span, text: bad },
				rule: bad,
			}),
		],
		stories: [
			story('s1', bad, {
				articles: ['a1'],
				quotations: ['q1'],
				points: [{ text: bad, day: null, from: [{ article: 'a1', ...span }], outlets: 1 }],
				disputes: [
					{
						kind: 'disagree',
						about: bad,
						claims: [
							{ value: bad, from: { article: 'a1', ...span } },
							{ value: bad, from: { article: 'a1', ...span } },
						],
					},
				],
			}),
		],
		problems: [{ file: bad, line: null, stage: bad, message: bad }],
	};
})();

const printed: readonly [string, (columns: number) => string][] = [
	['digest', (columns) => plainDigest(hostile, { columns })],
	['quotations', (columns) => plainQuotations(hostile, [{ id: 'q1' }], { columns, bold: false })],
	['actors', (columns) => plainActors(hostile.actors, columns)],
	['articles', (columns) => plainArticles(hostile.articles, hostile, columns)],
	['explanation', (columns) => explainArticle(hostile, hostile.articles[0]!, [], columns)],
	['Markdown', () => markdownDigest(hostile)],
];

test.each(printed)('nothing in the %s can command a terminal', (_, print) => {
	expect(print(60)).not.toMatch(/[^\n\P{C}]/u);
});

test.each(printed.slice(0, 4))('no line of the %s is wider than asked for', (_, print) => {
	for (const columns of [20, 33, 40, 80])
		for (const line of print(columns).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
});

test.each([20, 40, 80, 300])('no line of the digest is wider than %d columns', (columns) => {
	for (const line of plainDigest(edition, { columns }).split('\n'))
		expect(columnsOf(line)).toBeLessThanOrEqual(Math.min(columns, 100));
});

test.each([
	['# not a heading', '\\# not a heading'],
	['- not a list', '\\- not a list'],
	['12. not a list', '12\\. not a list'],
	['2.5 million', '2.5 million'],
	['<script>', '\\<script\\>'],
	['*a* _b_ `c` [d](e)', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)'],
	['AT&amp;T', 'AT\\&amp;T'],
	['well-known — “quoted”', 'well-known — “quoted”'],
])('in Markdown %s stays what it is', (text, escaped) => {
	expect(literal(text)).toBe(escaped);
});

test('variants stand once, under the first', () => {
	const [first, second] = ['a1', 'a2'].map((id) =>
		article({ id, text: id === 'a1' ? 'We will go on.' : 'We will go on!' }),
	);
	const one = quotation('q1', first!, 'We will go on.', { variants: ['q2'] });
	const two = quotation('q2', second!, 'We will go on!', { variants: ['q1'] });
	const data: Export = {
		...edition,
		articles: [first!, second!],
		quotations: [one, two],
		stories: [story('s1', 'Onward', { articles: ['a1', 'a2'], quotations: ['q1', 'q2'] })],
	};
	const text = plainDigest(data, { columns: 80 });
	expect(text.match(/We will go on\./g)).toHaveLength(1);
	expect(text).toContain('also “We will go on!” [b]');
	const comma = { ...data, quotations: [one, { ...two, text: 'We will, go on' }] };
	expect(plainDigest(comma, { columns: 80 })).toContain('“We will go on.” [a, b]');
	const same = { ...data, quotations: [one, { ...two, text: one.text }] };
	expect(plainDigest(same, { columns: 80 })).toContain('“We will go on.” [a, b]');
});

test('the fullest version is shown, the words that others print instead are marked, the earliest is named', () => {
	const bodies = [
		'We owe the families an answer',
		'We owe the families an answer and we shall give it',
		'We owe these families an answer',
	];
	const articles = bodies.map((text, at) =>
		article({
			id: `a${at}`,
			text,
			published: {
				day: `2025-03-0${at + 3}`,
				from: 'header',
				certain: true,
				precision: 'day',
				evidence: null,
				linkedArticle: null,
			},
		}),
	);
	const ids = ['q0', 'q1', 'q2'];
	const data: Export = {
		...edition,
		articles,
		quotations: articles.map((source, at) =>
			quotation(ids[at]!, source, bodies[at]!, { variants: ids.filter((id) => id !== ids[at]) }),
		),
		stories: [story('s1', 'Onward', { articles: articles.map(({ id }) => id), quotations: ids })],
	};
	const lines = plainDigest(data, { columns: 100 }).split('\n');
	const shown = lines.slice(lines.findIndex((line) => line.includes('Speaker unknown')) + 1).slice(0, 3);
	expect(shown.map((line) => line.trim())).toEqual([
		'“We owe the families an answer and we shall give it” [b, fullest]',
		'also “We owe the families an answer” [a, earliest]',
		'also “We owe *these* families an answer” [c]',
	]);
	expect(markdownDigest(data)).toContain('“We owe **these** families an answer”');
});

test('what another story prints is told by name and day; of many versions some are shown, the others counted', () => {
	const said = (at: number) => `We owe the families of ship number ${at} an answer`;
	const articles = Array.from({ length: 12 }, (_, at) => article({ id: `a${at}`, text: said(at) }));
	const ids = articles.map((_, at) => `q${at}`);
	const quotations = articles.map((source, at) =>
		quotation(ids[at]!, source, said(at), { variants: ids.filter((id) => id !== ids[at]) }),
	);
	const stories = [story('s1', 'Onward', { articles: ['a0', 'a1'], quotations: ['q0', 'q1'] })];
	const data: Export = { ...edition, articles, quotations, stories };
	const text = plainDigest(data, { columns: 100 });
	expect(text).toMatch(/also “We owe the families of ship number \*1\* an answer” \[b\]/);
	expect(text).toMatch(/number \*2\* an answer” \[a2\.\w+, undated\]/);
	expect(text.match(/also “/g)).toHaveLength(6);
	expect(text).toContain('and 5 other versions');
	expect(markdownDigest(data)).toContain('> and 5 other versions');
});

test('an edition of nothing says whether all was quiet or something failed', () => {
	const none = { ...edition, stories: [], quotations: [] };
	expect(plainDigest({ ...none, problems: [] }, { columns: 80 })).toContain('All quiet');
	const failed = plainDigest(none, { columns: 80 });
	expect(failed).toContain('not everything could be read: 1 problem');
	expect(failed).toContain('broken.txt');
	expect(markdownDigest({ ...none, problems: [] })).toContain('All quiet');
});

test.each([
	['reckoned from the report', 'on Tuesday', '2025-03-04', {}, '[on 4 Mar]'],
	['of another year', 'last New Year’s Eve', '2024-12-31', {}, '[on 31 Dec 2024]'],
	['of a story of several days', 'on Tuesday', '2025-03-04', { firstDay: '2025-03-04' }, '[on 4 Mar]'],
	['printed in its words', 'on March 4', '2025-03-04', {}, ''],
	['the only day of the story', 'on Thursday', '2025-03-06', {}, ''],
	['reckoned from a day that was worked out', 'on Tuesday', '2025-03-04', { certain: false }, ''],
	['not told', 'on Tuesday', null, {}, ''],
] as const)(
	'the day of a point, %s',
	(_, time, day, { firstDay = '2025-03-06', certain = true }: DayOver, shown) => {
		const text = `The port of Ostrava Bay closed ${time}.`;
		const source = article({
			id: 'a1',
			text,
			published: {
				day: '2025-03-06',
				from: 'metadata',
				certain,
				precision: 'day',
				evidence: null,
				linkedArticle: null,
			},
			times: day === null ? [] : [{ ...spanOf(text, time), value: day, mod: null, certain: true }],
		});
		const point = { text, day, from: [{ article: 'a1', start: 0, end: text.length }], outlets: 1 };
		const closed = story('s1', 'Closed', {
			firstDay,
			lastDay: '2025-03-06',
			articles: ['a1'],
			points: [point],
		});
		const data: Export = { ...edition, articles: [source], quotations: [], stories: [closed], problems: [] };
		expect(plainDigest(data, { columns: 80 })).toContain(`• ${text}${shown && ` ${shown}`}\n`);
		expect(markdownDigest(data)).toContain(`* ${text}${shown && ` \\${shown.slice(0, -1)}\\]`}\n`);
	},
);

type DayOver = { readonly firstDay?: string; readonly certain?: boolean };
