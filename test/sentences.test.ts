import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../source/article/sentences.ts';

const split = (text: string, start = 0, end = text.length) =>
	splitSentences(text, { start, end }).map((span) => text.slice(span.start, span.end));

const cases = readFileSync(new URL('./cases/sentences.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line && !line.startsWith('#'));

test.each(cases)('%s', (line) => {
	const text = line.replaceAll(' | ', ' ').replaceAll('|', '');
	expect(split(text)).toEqual(line.split(/ ?\| ?/));
});

test('a blank line ends a sentence, a single line break does not', () => {
	expect(split('The mayor\nleft\n\nThe council met')).toEqual(['The mayor\nleft', 'The council met']);
});

test('only the given stretch is read', () => {
	const text = 'One. Two. Three.';
	expect(split(text, 5, 9)).toEqual(['Two.']);
	expect(split(text, 16, 16)).toEqual([]);
});

const pieces = fc.array(
	fc.constantFrom(
		'A',
		'a',
		'. ',
		'.',
		'“',
		'”',
		'"',
		'?',
		'!',
		' ',
		'\n',
		'U.S.',
		'Mr.',
		'…',
		'(',
		')',
		'5',
		'é',
		'😀',
		'\u0000',
	),
	{ maxLength: 60 },
);

test('sentences are in bounds, in order, disjoint, and hold all that is not white space', () => {
	fc.assert(
		fc.property(pieces, (parts) => {
			const text = parts.join('');
			const spans = splitSentences(text, { start: 0, end: text.length });
			let last = 0;
			let held = '';
			for (const { start, end } of spans) {
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				held += text.slice(start, end);
				last = end;
			}
			expect(last).toBeLessThanOrEqual(text.length);
			expect(held.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
		}),
	);
});

test('splitting a sentence again gives the same sentence', () => {
	for (const line of cases)
		for (const sentence of line.split(/ ?\| ?/)) expect(split(sentence)).toEqual([sentence]);
});
