/** What a filter understands, what it leaves out and says, and what passes it. */
import { expect, test } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { parseFilter, parseQuery } from '../../source/archive/filter.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { edition } from '../fixture.ts';

const said = (text: string) =>
	parseFilter(text).terms.map(({ field, value, not }) => `${not ? 'not ' : ''}${field} ${value}`.trim());

test.each([
	['', []],
	['  dock  Strike ', ['words dock', 'words strike']],
	['"cease fire"', ['words cease fire']],
	['"unended phrase', ['words unended phrase']],
	['from:courier by:Hallorán', ['from courier', 'by halloran']],
	['FROM:"The Bay"', ['from the bay']],
	['on:2025-03 !on:undated', ['on 2025-03', 'not on undated']],
	['!dock !from:bay !unread', ['not words dock', 'not from bay', 'not unread']],
	['!!dock', ['words dock']],
	['unread "unread"', ['unread', 'words unread']],
	['10:30', ['words 10:30']],
	['!', []],
])('%s', (text, terms) => {
	expect(said(text)).toEqual(terms);
	expect(parseFilter(text).slips).toEqual([]);
});

test.each([
	['from:', { part: 'from:', wants: 'outlet' }],
	['!by:', { part: '!by:', wants: 'actor' }],
	['on:', { part: 'on:', wants: 'day' }],
	['on:2024-13', { part: 'on:2024-13', wants: 'day' }],
	['!on:2024-02-32', { part: '!on:2024-02-32', wants: 'day' }],
	['on:yesterday', { part: 'on:yesterday', wants: 'day' }],
	['date:2025 dock', { part: 'date:', wants: 'known' }],
])('%s is a slip, and the rest holds', (text, slip) => {
	expect(parseFilter(text).slips).toEqual([slip]);
	expect(said(`${text} more`)).toContain('words more');
});

test.each([
	['cease fire', 'cease fire', []],
	['cease from:courier fire', 'cease fire', ['from courier']],
	['on:2025-03-05 !by:"teodor brand" truce', 'truce', ['on 2025-03-05', 'not by teodor brand']],
	['at 10:30', 'at 10:30', []],
	['refrom:x', 'refrom:x', []],
	['truce from:', 'truce', []],
])('a search for %s', (text, words, fields) => {
	const query = parseQuery(text);
	expect(query.words.replace(/\s+/g, ' ')).toBe(words);
	expect(query.terms.map(({ field, value, not }) => `${not ? 'not ' : ''}${field} ${value}`)).toEqual(fields);
});

test('every beginning of a day is one, and a search tells of what is none', () => {
	for (const day of ['2024-02-29', '1999-10-31', 'undated'])
		for (let end = 1; end <= day.length; end++)
			expect(parseQuery(`on:${day.slice(0, end)}`).slips).toEqual([]);
	expect(parseQuery('truce on: !on:2024-00 from:bay').slips.map(({ part }) => part)).toEqual([
		'on:',
		'!on:2024-00',
	]);
});

test('twenty thousand marks are read at once', () => {
	for (const mark of ['!', '"', ':', 'from:"', '!a:', '" '])
		expect(() => parseFilter(mark.repeat(20_000))).not.toThrow();
});

const archive = memoryArchive(edition);
const read = new Set(['a1']);

async function passing(list: 'stories' | 'quotations' | 'articles' | 'actors', text: string) {
	const filter = { terms: parseFilter(text).terms, read };
	const query = { place: EVERYWHERE, filter, cut: { from: 'start' } as const, limit: 100, words: '' };
	const { rows, total, hidden } = await archive[list](query);
	expect(rows).toHaveLength(total);
	return { keys: rows.map(({ key }) => key).sort(), of: total + hidden };
}

test.each([
	['stories', 'berth', ['s1']],
	['stories', '!berth', ['s2']],
	['stories', 'from:courier', ['s1']],
	['stories', 'from:cheese', ['s2']],
	['stories', 'by:brandvold', ['s1']],
	['stories', 'halloran', ['s1']],
	['stories', 'unread', ['s1', 's2']],
	['stories', 'berth cheese', []],
	['quotations', 'crate', ['q1']],
	['quotations', 'by:halloran !crate', ['q2']],
	['quotations', 'from:courier', ['q1', 'q2', 'q3']],
	['quotations', 'by:statement', ['q3']],
	['quotations', 'on:2025-03-05', ['q2', 'q3']],
	['quotations', '!on:2025', ['q6']],
	['articles', 'on:undated', ['a3']],
	['quotations', 'unread', ['q4', 'q5', 'q6']],
	['articles', 'cheese', ['a3']],
	['articles', 'lindqvist', ['a1']],
	['articles', 'by:brandvold', ['a2']],
	['articles', '!unread', ['a1']],
	['articles', 'from:', ['a1', 'a2', 'a3']],
	['actors', 'brandvold', ['p2']],
	['actors', 'from:courier !brandvold', ['p1']],
	['actors', 'on:2025-03-04', ['p1']],
	['actors', 'xyzzy', []],
] as const)('%s: %s', async (list, text, keys) => {
	const passed = await passing(list, text);
	expect(passed.keys).toEqual(keys);
	expect(passed.of).toBe((await passing(list, '')).keys.length);
});

test.each([
	['stories', 'by:haloran', ['s1'], 'halloran'],
	['stories', 'bradnvold', ['s1'], 'brandvold'],
	['articles', 'from:coruier', ['a1'], 'courier'],
	['quotations', 'from:"the bay couriar"', ['q1', 'q2', 'q3'], 'the bay courier'],
	['articles', 'by:xyzzyx', [], null],
	['articles', '!by:haloran', ['a1', 'a2', 'a3'], null],
	['stories', 'from:bey', [], null],
	['stories', 'bertj', ['s1'], 'berth'],
	['stories', 'dokcers', ['s1'], 'dockers'],
	['articles', 'cheesse', ['a3'], 'cheese'],
	['quotations', 'crtae', ['q1'], 'crate'],
	['actors', 'brnadvold', ['p2'], 'brandvold'],
	['stories', '!bertj', ['s1', 's2'], null],
	// Whom no text names is not found among texts, and what is in no headline not among stories.
	['articles', 'brnadvold', [], null],
	['stories', 'crtae', [], null],
	['quotations', 'chesee', [], null],
] as const)(
	'what is nowhere in a list is taken for what in it is most like it: %s, %s',
	async (list, text, keys, name) => {
		const filter = { terms: parseFilter(text).terms, read };
		const ask = { place: EVERYWHERE, filter, cut: { from: 'start' } as const, limit: 100, words: '' };
		const { rows, rescued } = await archive[list](ask);
		expect(rows.map(({ key }) => key).sort()).toEqual(keys);
		expect(rescued?.map(({ meant }) => meant) ?? []).toEqual(name === null ? [] : [[name]]);
	},
);

test('a word that nobody says is told, with what it was taken for', async () => {
	const ask = { place: EVERYWHERE, cut: { from: 'start' } as const, limit: 100 };
	const { rescued } = await archive.quotations({ ...ask, words: 'ceezefyre truce' });
	expect(rescued).toEqual([{ typed: 'ceezefyre', meant: ['ceasefire'] }]);
	expect(await archive.quotations({ ...ask, words: 'ceasefire' })).not.toHaveProperty('rescued');
});

test('words of two neighbours are not one phrase', async () => {
	expect((await passing('stories', '"berth dockers"')).keys).toEqual([]);
});

test.each([
	['ceasefire', ['q4', 'q1']],
	['ceasefire by:halloran', ['q1']],
	['ceasefire !on:2025-03-04', ['q4']],
	['on:2025-03-05', ['q2', 'q3']],
	['from:nobody ceasefire', []],
])('a search narrowed: %s', async (words, keys) => {
	const found = await archive.quotations({ place: EVERYWHERE, cut: { from: 'start' }, limit: 100, words });
	expect(found.rows.map(({ key }) => key)).toEqual(keys);
	expect([found.total, found.hidden]).toEqual([keys.length, 0]);
});
