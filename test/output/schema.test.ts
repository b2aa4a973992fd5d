import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { jsonLines, jsonPieces } from '../../source/output/json.ts';
import { edition } from '../fixture.ts';

const schema = JSON.parse(
	readFileSync(new URL('../../source/output/quotidian-1.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, strictRequired: true, allErrors: true }).compile(schema);

const written = () => JSON.parse([...jsonPieces(edition)].join(''));

test('the document is JSON, says what the edition says, and keeps to the schema', () => {
	expect(written()).toEqual(edition);
	validate(written());
	expect(validate.errors).toBeNull();
});

test('an edition of nothing keeps to the schema too', () => {
	const none = { ...edition, articles: [], actors: [], quotations: [], stories: [], days: [], problems: [] };
	const document = JSON.parse([...jsonPieces(none)].join(''));
	expect(document).toEqual(none);
	expect(validate(document)).toBe(true);
});

test('each line of JSON Lines is one object of the document with its type', () => {
	const lines = [...jsonLines(edition)].map((line) => JSON.parse(line));
	expect(lines[0]).toEqual({ type: 'export', schema: 'quotidian/1' });
	const listed = Object.fromEntries(
		['article', 'actor', 'quotation', 'story', 'day', 'problem'].map((type) => [
			type,
			lines.filter((line) => line.type === type).map(({ type: _, ...object }) => object),
		]),
	);
	expect(listed).toEqual({
		article: edition.articles,
		actor: edition.actors,
		quotation: edition.quotations,
		story: edition.stories,
		day: edition.days,
		problem: edition.problems,
	});
	expect([...jsonLines(edition)].every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
});

/** Each breaks a document in one way; `path` leads to where, `value` undefined takes the property away. */
const broken: readonly [string, readonly (string | number)[], unknown][] = [
	['another schema', ['schema'], 'quotidian/2'],
	['a list missing', ['problems'], undefined],
	['a list that is none', ['days'], {}],
	['a property nobody promised', ['extra'], 1],
	['an article without text', ['articles', 0, 'text'], undefined],
	['an unknown format', ['articles', 0, 'format'], 'pdf'],
	['a day of no calendar', ['articles', 0, 'published', 'day'], '2025-3-5'],
	['a month of no calendar', ['articles', 0, 'published', 'day'], '2025-13-05'],
	['a reason nobody knows', ['articles', 0, 'removed', 0, 'reason'], 'boring'],
	['a span before the beginning', ['articles', 0, 'removed', 0, 'start'], -1],
	['half a unit', ['articles', 0, 'removed', 0, 'end'], 1.5],
	['a mention of no kind', ['articles', 0, 'mentions', 0, 'kind'], 'animal'],
	['an id of another thing', ['quotations', 0, 'article'], 's1'],
	['a quotation of no words', ['quotations', 0, 'spans'], []],
	['a speaker of no certainty', ['quotations', 0, 'speaker', 'certain'], undefined],
	['a mention without its words', ['quotations', 0, 'speaker', 'mention', 'text'], undefined],
	['a quotation of an unknown kind', ['quotations', 0, 'kind'], 'shouted'],
	['an actor of no name', ['actors', 0, 'name'], null],
	['a spelling never met', ['actors', 0, 'aliases', 0, 'count'], 0],
	['a story of no articles', ['stories', 0, 'articles'], []],
	['a point of no source', ['stories', 0, 'points', 0, 'from'], []],
	['a dispute with oneself', ['stories', 0, 'disputes', 0, 'claims', 1], undefined],
	['a line before the first', ['problems', 0, 'line'], 0],
];

test.each(broken)('the schema refuses %s', (_, path, value) => {
	const document = written();
	const last = path.at(-1)!;
	const holder = path.slice(0, -1).reduce((at, step) => at[step], document);
	expect(holder, 'the document must hold what is broken').toBeDefined();
	if (value !== undefined) holder[last] = value;
	else if (Array.isArray(holder)) holder.splice(Number(last), 1);
	else delete holder[last];
	expect(validate(document)).toBe(false);
});
