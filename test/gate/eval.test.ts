import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GoldQuotation, QuotationsRow } from '../../scripts/eval/gold.ts';
import { readGold } from '../../scripts/eval/gold.ts';
import { run } from '../../scripts/eval/main.ts';
import { nameWithin, sameSpeaker } from '../../scripts/eval/phrases.ts';
import type { FoundQuotation } from '../../scripts/eval/program.ts';
import { scoreQuotations } from '../../scripts/eval/quotations.ts';
import { scoreSentences } from '../../scripts/eval/sentences.ts';
import { spanOf } from '../fixture.ts';

const TEXT =
	'“We will stay,” Ana Ruiz said. “Never,” said Peter Brandt. The film “Low Tide” ran. She said the dam was old.';

const words = (part: string) => [spanOf(TEXT, part)];
const by = (part: string, name?: string) => ({ ...spanOf(TEXT, part), text: part, ...(name && { name }) });

const gold: readonly GoldQuotation[] = [
	{ kind: 'direct', spans: words('We will stay,'), speaker: by('Ana Ruiz', 'Ana Ruiz') },
	{ kind: 'direct', spans: words('Never,'), speaker: by('Peter Brandt') },
	{ kind: 'indirect', spans: words('the dam was old'), speaker: by('She', 'Ana Ruiz') },
];
const row: QuotationsRow = { id: 'a', text: TEXT, quotations: gold, nobody: words('Low Tide') };

const said = (part: string, speaker: string | null, over: Partial<FoundQuotation> = {}): FoundQuotation => ({
	kind: 'direct',
	spans: words(part),
	speaker: speaker === null ? null : by(speaker),
	actor: speaker,
	certain: true,
	rule: 'cue-after',
	...over,
});
const perfect = [
	said('We will stay', 'Ana Ruiz'),
	said('Never', 'Peter Brandt'),
	said('the dam was old', 'She', { kind: 'indirect', actor: 'Ana Ruiz', rule: 'indirect' }),
];

const measured = (found: readonly FoundQuotation[], rows = [row]) => scoreQuotations(rows, [found]).measures;

describe('quotations', () => {
	test('all right is a hundred everywhere', () => {
		const { 'quotations.unsureRight': unsure, ...rest } = measured(perfect);
		expect(unsure).toBeNull();
		expect(new Set(Object.values(rest))).toEqual(new Set([100]));
	});

	test('nothing found is nothing right', () => {
		const measures = measured([]);
		expect(measures['quotations.span.recall']).toBe(0);
		expect(measures['quotations.span.precision']).toBeNull();
		expect(measures['reported.recall']).toBe(0);
		expect(measures['quotations.nobodyLeft']).toBe(100);
	});

	test('a wrong speaker costs the speaker, not the words', () => {
		const measures = measured([perfect[0]!, said('Never', 'Ana Ruiz', { certain: false, rule: 'label' })]);
		expect(measures['quotations.span.f1']).toBe(100);
		expect(measures['quotations.spanAndSpeaker.f1']).toBe(50);
		expect(measures['quotations.speaker']).toBe(50);
		expect(measures['quotations.unsureRight']).toBe(0);
		expect(measures['quotations.sureRight']).toBe(100);
	});

	test("nobody's words count where they are taken", () => {
		const found = [...perfect, said('Low Tide', 'Ana Ruiz', { rule: 'headline' })];
		const { measures, rules, misses } = scoreQuotations([row], [found]);
		expect(measures['quotations.nobodyLeft']).toBe(0);
		expect(measures['quotations.span.precision']).toBeCloseTo(66.7, 1);
		expect(rules.find(({ rule }) => rule === 'headline')).toMatchObject({ n: 0, right: null, spurious: 1 });
		expect(misses).toMatchObject([{ what: 'taken', got: 'Ana Ruiz (headline)' }]);
	});

	test('what is optional or not judged is neither missed nor wrong', () => {
		const optional = { ...row, quotations: gold.map((one) => ({ ...one, optional: true })) };
		expect(measured([], [optional])['quotations.span.recall']).toBeNull();
		expect(measured(perfect, [optional])['quotations.span.precision']).toBeNull();
		expect(measured(perfect, [optional])['reported.precision']).toBe(100);
		const unjudged = { ...row, nobody: [], ignore: words('Low Tide') };
		expect(measured([...perfect, said('Low Tide', null)], [unjudged])['quotations.span.precision']).toBe(100);
	});

	test('other edges are not the same words, but the speaker counts', () => {
		const measures = measured([said('We will', 'Ana Ruiz')]);
		expect(measures['quotations.span.recall']).toBe(0);
		expect(measures['quotations.speaker']).toBe(100);
	});

	test('a pronoun that means nobody is no actor', () => {
		const pronoun = { ...perfect[0]!, speaker: by('She'), actor: null };
		expect(measured([pronoun])['quotations.actor']).toBe(0);
		expect(measured([{ ...pronoun, actor: 'Ana Ruiz' }])['quotations.actor']).toBe(100);
	});
});

test.each([
	['Ana Ruiz', 'Ruiz', true],
	['Mayor Ana Ruiz', 'Ruiz', true],
	['the mayor of Lyon', 'a mayor', true],
	['Ana Ruiz, the mayor', 'Ana Ruiz', true],
	['Ana Ruiz', 'Carla Ruiz', false],
	['Ana Ruiz', 'Ana Brandt', false],
	['Tom Field Jr.', 'Field', true],
	['Ruiz’s', 'Ruiz', true],
	['', '', false],
])('%s and %s', (a, b, same) => {
	expect(sameSpeaker(a, b)).toBe(same);
});

test.each([
	['President Ana Ruiz’s', 'Ana Ruiz'],
	['the U.S.', 'U.S.'],
	['“Orbis Corp.”', 'Orbis Corp.'],
	['Leeds.', 'Leeds'],
	['Mayor', 'Mayor'],
])('the name in %s', (text, name) => {
	const { start, end } = nameWithin(text, { start: 0, end: text.length });
	expect(text.slice(start, end)).toBe(name);
});

test('sentence ends inside a paragraph are counted', () => {
	const { measures, misses } = scoreSentences([
		{ paragraph: ['It rained.', 'They left.'] },
		{ paragraph: ['It rained. They', 'left.'] },
	]);
	expect(measures).toMatchObject({ 'sentences.recall': 50, 'sentences.paragraphs': 50 });
	expect(misses).toHaveLength(1);
});

describe('a folder of gold', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'quotidian-gold-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true, force: true });
		vi.restoreAllMocks();
	});
	const write = (file: string, ...rows: readonly unknown[]) =>
		writeFileSync(join(folder, file), rows.map((one) => `${JSON.stringify(one)}\n`).join(''));

	test.each([
		[{ id: 'a', quotations: [] }, 'an article has id and text'],
		[{ id: 'a', text: 'No.', quotations: [{ kind: 'loud', spans: [{ start: 0, end: 1 }] }] }, 'kind is'],
		[{ id: 'a', text: 'No.', quotations: [{ kind: 'direct', spans: [] }] }, 'has spans'],
		[
			{ id: 'a', text: 'No.', quotations: [{ kind: 'direct', spans: [{ start: 0, end: 9 }] }] },
			'in the text',
		],
		[{ id: 'a', text: 'No.', quotations: [{ kind: 'direct', spans: [{ start: 2, end: 2 }] }] }, 'before end'],
		[
			{
				id: 'a',
				text: '😀 No.',
				quotations: [
					{ kind: 'direct', spans: [{ start: 0, end: 1 }], speaker: { start: 2, end: 4, text: 'No' } },
				],
			},
			'UTF-16',
		],
		['no object', 'a line is an object'],
	])('is told where it is not in the format: %j', (line, message) => {
		write('quotations.jsonl', row, line);
		expect(() => readGold(folder)).toThrow(message);
		expect(() => readGold(folder)).toThrow('quotations.jsonl:2: ');
	});

	test('is told when it holds nothing', () => {
		expect(() => readGold(folder)).toThrow('no quotations.jsonl');
	});

	test('is scored, and measures under their floors fail the command', () => {
		write('quotations.jsonl', row);
		const text = 'The mayor thanked Ana Ruiz on Monday, and the council went home for the summer.';
		write('names.jsonl', { id: 'n', text, names: [{ ...spanOf(text, 'Ana Ruiz'), kind: 'person' }] });
		write('sentences.jsonl', { paragraph: ['It rained.', 'They left.'] });
		write('actors.jsonl', { a: 'Ana Ruiz', b: 'Peter Brandt', kind: 'person', expect: 'different' });
		const out = vi.spyOn(console, 'log').mockImplementation(() => {});
		const err = vi.spyOn(console, 'error').mockImplementation(() => {});
		expect(run([folder, '--misses', '3'])).toBe(0);
		expect(out.mock.calls.join('\n')).toContain('Words in marks: 2 in 1 articles');
		out.mockClear();
		expect(run([folder, '--json'])).toBe(0);
		const { measures } = JSON.parse(String(out.mock.calls[0]![0]));
		expect(measures).toMatchObject({ 'names.person.exact.f1': 100, 'actors.keptApart': 100 });
		const floors = join(folder, 'floors.json');
		writeFileSync(floors, JSON.stringify({ floors: { 'sentences.f1': 100 } }));
		expect(run([folder, '--floors', floors])).toBe(0);
		writeFileSync(floors, JSON.stringify({ floors: { 'sentences.f1': 101 } }));
		expect(run([folder, '--floors', floors])).toBe(1);
		expect(err.mock.calls.join('\n')).toContain('sentences.f1: 100 is under its floor of 101');
	});

	test('a wrong call tells how to call', () => {
		const err = vi.spyOn(console, 'error').mockImplementation(() => {});
		expect(run([])).toBe(2);
		expect(run([folder, '--loud'])).toBe(2);
		expect(run([folder, '--misses'])).toBe(2);
		expect(err.mock.calls.join('\n')).toContain('usage: npm run eval -- FOLDER');
	});
});
