/** What the commands find in the sample articles, for a reader and for a script. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { answer, type Surroundings } from '../../source/cli/answers.ts';
import { readArguments } from '../../source/cli/arguments.ts';
import { NothingFound, UsageError } from '../../source/cli/mistakes.ts';
import schema from '../../source/output/quotidian-1.schema.json' with { type: 'json' };
import type { Export } from '../../source/types.ts';
import { columnsOf } from '../../source/width.ts';
import { edition } from '../fixture.ts';
import { readSamples } from '../samples.ts';

const samples = await readSamples();
const around: Surroundings = { now: new Date(2025, 2, 13, 9), columns: 80, bold: false, joins: [] };

function ask(words: readonly string[], data = samples) {
	const { pieces, nothing, remark } = answer(data, readArguments(words, '0.0.0'), around);
	return { text: [...pieces].join(''), nothing, remark };
}

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
function asExport(text: string): Export {
	const data = JSON.parse(text);
	validate(data);
	expect(validate.errors).toBeNull();
	return data;
}

describe('JSON keeps to the schema', () => {
	test.each([
		['export'],
		['export --day undated'],
		['digest --json'],
		['digest --json --since 2025-03-01 --until 2025-03-12'],
		['digest --json --actor peskov'],
		['--json'],
		['quotes ceasefire --json'],
		['quotes zzzzzzzzzz --json'],
		['actors --json'],
		['days --json'],
		['articles --json'],
		['explain 000 --json'],
	])('%s', (line) => {
		asExport(ask(line.split(' ')).text);
	});
});

describe('of the samples', () => {
	test('every span lies in its article, and every text is what stands there', () => {
		const texts = new Map(samples.articles.map(({ id, text }) => [id, text]));
		for (const { text, paragraphs, sentences, mentions, times, removed } of samples.articles)
			for (const { start, end } of [...paragraphs, ...sentences, ...mentions, ...times, ...removed]) {
				expect(start).toBeLessThan(end);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		for (const { article, spans, text, speaker, cue } of samples.quotations) {
			const source = texts.get(article)!;
			expect(spans.map(({ start, end }) => source.slice(start, end)).join(' ')).toBe(text);
			for (const part of [speaker.mention, cue])
				if (part) expect(source.slice(part.start, part.end)).toBe(part.text);
		}
		for (const { points } of samples.stories)
			for (const { text, from } of points)
				expect(texts.get(from[0]!.article)!.slice(from[0]!.start, from[0]!.end)).toBe(text);
	});

	test('every id leads somewhere', () => {
		const lists = [samples.articles, samples.actors, samples.quotations, samples.stories];
		const known = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
		const ids = ask(['export']).text.match(/(?<=[[,:])"[apqs][0-9a-z]{12}"/g) ?? [];
		expect(ids.length).toBeGreaterThan(known.size);
		expect(ids.filter((id) => !known.has(id.slice(1, -1)))).toEqual([]);
	});
});

describe('quotes', () => {
	test('typos, split words and a speaker’s name: the quotations with both come first', () => {
		const { quotations, actors } = asExport(ask(['quotes', 'cease fire putn', '--json']).text);
		const names = new Map(actors.map(({ id, name }) => [id, name]));
		expect(quotations.length).toBeGreaterThan(0);
		for (const { text, speaker } of quotations.slice(0, 3)) {
			expect(text).toMatch(/ceasefire/i);
			expect(`${text} ${names.get(speaker.actor ?? '')}`).toMatch(/Putin/);
		}
	});

	test('an actor narrows them, by a part of a name in any case', () => {
		const { quotations, actors } = asExport(ask(['quotes', '--actor', 'PESKOV', '--json']).text);
		expect(quotations.length).toBeGreaterThan(3);
		expect(actors.map(({ name }) => name)).toEqual(['Dmitry Peskov']);
		expect(new Set(quotations.map(({ speaker }) => speaker.actor))).toEqual(new Set([actors[0]!.id]));
	});

	test('days narrow them: by the day of saying where it is told, else of print', () => {
		const texts = (line: string) => ask(line.split(' '), edition).text;
		expect(texts('quotes --day 2025-03-04')).toContain('We will not load');
		expect(texts('quotes --day 2025-03-04')).not.toContain('truce in name only');
		expect(texts('quotes --since 2025-03-06')).toContain('Nobody wins');
		expect(texts('quotes --since 2025-03-06')).not.toContain('It just kept going');
		expect(texts('quotes --until 2025-03-05')).not.toContain('Nobody wins');
		expect(texts('quotes --day undated')).toContain('It just kept going');
		expect(texts('quotes from:courier')).not.toContain('Nobody wins');
		expect(texts('quotes on:2025-03-06 strike')).toContain('Nobody wins');
	});

	test('without words the newest come first', () => {
		const { text } = ask(['quotes'], edition);
		expect(text.indexOf('Nobody wins')).toBeLessThan(text.indexOf('We will not load'));
		expect(text.indexOf('We will not load')).toBeLessThan(text.indexOf('It just kept going'));
	});

	test('a mistyped outlet or speaker is taken for the nearest, and said, as on the screen', () => {
		const { text, remark, nothing } = ask(['quotes', 'from:coruier truce'], edition);
		expect(text).toContain('truce in name only');
		expect(text).not.toContain('Nobody wins');
		expect([remark, nothing]).toEqual(['no “coruier”, taken for “courier”', null]);
		expect(ask(['quotes', 'by:brnadvold'], edition)).toMatchObject({
			text: expect.stringContaining('Nobody wins'),
			remark: 'no “brnadvold”, taken for “brandvold”',
		});
		expect(ask(['quotes', 'ceezefyre'], edition).remark).toBe('no “ceezefyre”, taken for “ceasefire”');
		expect(ask(['quotes', 'from:xyzzyx truce'], edition)).toMatchObject({ text: '', remark: null });
	});

	test.each([
		['on:2024-13 harbour', 'on:2024-13 wants a day, or how it begins: on:2025-03-12, on:2025-03, on:2025'],
		['harbour on:', 'on: wants a day'],
		['!from: harbour', '!from: wants an outlet'],
	])('a slip is told before anything is read: %s', (words, told) => {
		expect(() => readArguments(['quotes', words], '0.0.0')).toThrow(UsageError);
		expect(() => readArguments(['quotes', words], '0.0.0')).toThrow(told);
	});

	test('a word too many is said to be one', () => {
		const { text, remark, nothing } = ask(['quotes', 'truce', 'elephant'], edition);
		expect(text).toContain('truce in name only');
		expect(remark).toMatch(/all of these words/);
		expect(nothing).toBeNull();
	});
});

test('nothing found is said with the next step; a quiet day is a page, and so is a failure, another one', () => {
	expect(ask(['quotes', 'xylophone'], edition)).toMatchObject({
		text: '',
		nothing: 'no quotation like “xylophone”; fewer words find more',
	});
	const unread = edition.articles.slice(0, 1).map((one) => ({ ...one, text: '' }));
	for (const articles of [[], unread])
		expect(ask(['digest'], { ...edition, articles, stories: [] })).toMatchObject({
			text: expect.stringContaining('QUOTIDIAN\n'),
			nothing: 'no news; try another folder',
		});
	expect(ask(['digest'], { ...edition, articles: [], stories: [] }).text).toContain('No edition');
	expect(ask(['digest', '--day', 'today'], edition)).toMatchObject({
		text: expect.stringContaining('Nothing to tell, and not everything could be read: 1 problem.'),
		nothing: 'no news for Thu 13 Mar 2025; quotidian days lists the days that have some',
	});
	expect(ask(['digest', '--day', 'today'], { ...edition, problems: [] }).text).toContain('All quiet');
	expect(asExport(ask(['digest', '--day', 'today', '--json'], edition).text).stories).toEqual([]);
});

test('an actor who is nobody, or who could be several, is asked for again', () => {
	expect(() => ask(['quotes', '--actor', 'xqxqxq'], edition)).toThrow(NothingFound);
	const twins = {
		...edition,
		actors: edition.actors.map((actor, at) => ({
			...actor,
			name: `Kit ${['Moss', 'Reed'][at]}`,
			aliases: [],
		})),
	};
	expect(() => ask(['quotes', '--actor', 'kit'], twins)).toThrow(UsageError);
	expect(() => ask(['quotes', '--actor', 'kit'], twins)).toThrow(
		'Kit Moss or Kit Reed; give more of the name',
	);
	const [first, second] = edition.actors.map(({ id }) => id);
	const called = (...names: readonly string[]) => ({
		...twins,
		actors: twins.actors.map((actor, at) => ({
			...actor,
			name: names[at]!,
			aliases: [{ text: 'Reed', count: 1 }],
		})),
	});
	expect(() => ask(['quotes', '--actor', 'reed'], called('Reed', 'Kit Reed'))).toThrow(
		`Reed (${first}) or Kit Reed; give more of the name, or give the id`,
	);
	expect(() => ask(['quotes', '--actor', 'reed'], called('Kit Reed', 'Kit Reed'))).toThrow(
		`Kit Reed (${first}) or Kit Reed (${second}); give the id`,
	);
	expect(ask(['quotes', '--actor', 'kit reed'], twins).text).toContain('Nobody wins');
});

test('the place stands in the heading', () => {
	expect(ask(['digest', '--day', 'undated'], edition).text.split('\n')[0]).toMatch(/QUOTIDIAN +undated$/);
	expect(ask(['digest', '--actor', 'mira'], edition).text.split('\n')[0]).toMatch(
		/QUOTIDIAN +Mira Halloran$/,
	);
	expect(
		ask(['digest', '--since', '2025-03-05', '--until', '2025-03-06'], edition).text.split('\n')[0],
	).toMatch(/since 5 Mar 2025 · until 6 Mar 2025$/);
});

test.each([['digest'], ['quotes'], ['actors'], ['days'], ['articles']])(
	'no line of %s is wider than the terminal',
	(line) => {
		for (const row of ask(line.split(' ')).text.split('\n')) expect(columnsOf(row)).toBeLessThanOrEqual(80);
	},
);
