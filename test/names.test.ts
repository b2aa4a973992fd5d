import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKept } from '../source/article/names/stream.ts';
import { findNames } from '../source/article/names.ts';
import { splitSentences } from '../source/article/sentences.ts';
import type { Paragraph } from '../source/types.ts';
import { bareNames, markNames, readNamesOf as read } from './marked-names.ts';
import { personBlocks, personsOf } from './marked-persons.ts';

const linesOf = (file: string) =>
	readFileSync(new URL(`./cases/${file}`, import.meta.url), 'utf8')
		.split('\n')
		.filter((line) => !line.startsWith('#'));

test.each(linesOf('names.txt').filter(Boolean))('%s', (line) => {
	expect(markNames(bareNames(line))).toBe(line);
});

const articles = personBlocks(readFileSync(new URL('./cases/persons.txt', import.meta.url), 'utf8'));

test.each(articles.map(({ text, persons }) => [text, persons] as const))('%s', (text, persons) => {
	expect(personsOf(text)).toEqual(persons);
});

const pieces = fc.array(
	fc.constantFrom(
		'Maria',
		' Lopez',
		' met',
		' Orbis Corp',
		' the',
		' of',
		' and',
		'. ',
		', ',
		"'s",
		'’',
		'-',
		' Mr.',
		' U.S.',
		' (',
		')',
		'“',
		'”',
		' A',
		' AB',
		'\n',
		' President',
		' von',
		' é',
		'😀',
		' 42',
		'@',
		'/',
		'\u0000',
		'\ud83d',
	),
	{ maxLength: 80 },
);

test('mentions are in bounds, sorted, disjoint, inside a paragraph, and each in one entity', () => {
	fc.assert(
		fc.property(pieces, (parts) => {
			const text = parts.join('');
			const { mentions, entities, paragraphs } = read(text);
			let last = 0;
			for (const { start, end, actor } of mentions) {
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				expect(actor).toBeNull();
				expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true);
				expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
				last = end;
			}
			expect(last).toBeLessThanOrEqual(text.length);
			expect(entities.flatMap((entity) => entity.mentions).sort((a, b) => a - b)).toEqual(
				mentions.map((_, index) => index),
			);
			for (const entity of entities) {
				for (const index of entity.mentions) expect(mentions[index]!.kind).toBe(entity.kind);
				for (const role of entity.roles) expect(text.slice(role.start, role.end)).toBe(role.text);
			}
		}),
	);
});

test('captions and bylines tell of those in the prose, and make nobody of the story', () => {
	const text = 'Petra Novak, the mayor, in May. Photo: Olu Bankole\nNovak left.';
	const paragraph: Paragraph = { start: text.indexOf('\n') + 1, end: text.length, kind: 'body' };
	const found = findNames(text, [paragraph], splitSentences(text, paragraph), [
		{ start: 0, end: paragraph.start - 1 },
	]);
	expect(found.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
		'Petra Novak',
		'Olu Bankole',
		'Novak',
	]);
	expect(found.entities.map(({ name, mentions }) => [name, mentions])).toEqual([['Petra Novak', [0, 2]]]);
});

test('a short form in brackets right behind a name is that body’s, whatever its letters', () => {
	const { entities } = read(
		'The Traders Council (CCE) met the Orbis Council (NATO). CCE said no. The Orbis Council agreed.',
	);
	expect(entities.map(({ name, mentions }) => `${name} ${mentions.length}`)).toEqual([
		'Traders Council 3',
		'Orbis Council 2',
		'NATO 1',
	]);
});

test('a text read twice reads the same', () => {
	for (const { text } of articles) expect(read(text)).toEqual(read(text));
});

test('a text too long to be kept reads as a short one does', () => {
	// Mostly words that cannot be names: the length is what is tried here.
	const words = 'nobody there had known of it at all, and so it went on as it had begun, and was not told. ';
	const text = `The mayor, Maria Lopez, told Orbis Corp on Monday that nobody in Lyon knew. Lopez left: ${words.repeat(4)}`;
	expect([isKept(text.repeat(3)), isKept(text.repeat(1000))]).toEqual([true, false]);
	const few = read(text.repeat(3));
	const many = read(text.repeat(1000));
	expect(many.entities.map(({ name, kind }) => `${kind} ${name}`)).toEqual(
		few.entities.map(({ name, kind }) => `${kind} ${name}`),
	);
	expect(many.mentions.length).toBe((few.mentions.length / 3) * 1000);
});
