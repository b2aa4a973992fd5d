import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, clusters, columnsOf, pad, wrap, wrapSpans } from '../source/width.ts';

test.each([
	['plain letters', 'abc', 3],
	['curly quotes and dashes', '“so” — on…', 10],
	['Cyrillic', 'Київ', 4],
	['wide script', '日本語', 6],
	['Hangul', '한글', 4],
	['Hangul in parts', '\u1112\u1161\u11ab', 2],
	['half-width kana', 'ｱ', 1],
	['full-width letters', 'Ａ', 2],
	['a combined accent', 'e\u0301', 1],
	['an emoji', '🙂', 2],
	['a family', '👨‍👩‍👧', 2],
	['a skin', '👍🏽', 2],
	['a flag', '🇪🇪', 2],
	['a keycap', '1️⃣', 2],
	['text that may be an emoji', '☎', 1],
	['the same as an emoji', '☎️', 2],
	['nothing', '', 0],
])('%s', (_, text, columns) => {
	expect(columnsOf(text)).toBe(columns);
});

test('clusters come apart nowhere inside', () => {
	expect([...clusters('e\u0301🇪🇪🇱🇻👨‍👩‍👧한x')]).toEqual(['e\u0301', '🇪🇪', '🇱🇻', '👨‍👩‍👧', '한', 'x']);
});

describe('wrap', () => {
	test.each<[string, string, number, string[]]>([
		['at spaces', 'the quick brown fox', 10, ['the quick', 'brown fox']],
		['runs of spaces at a break vanish', 'the quick   brown', 10, ['the quick', 'brown']],
		['a line feed ends a line', 'a b\nc\n\nd', 10, ['a b', 'c', '', 'd']],
		['a long word is broken', 'abcdefghij kl', 4, ['abcd', 'efgh', 'ij', 'kl']],
		['wide script anywhere', '日本語です', 4, ['日本', '語で', 'す']],
		['not before a closing mark', '彼は「行く」。', 10, ['彼は「行', 'く」。']],
		['an accent stays with its letter', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
		['nothing', '', 5, ['']],
		['spaces only', '   ', 5, ['']],
		['no columns at all', 'ab', 0, ['a', 'b']],
	])('%s', (_, text, columns, lines) => {
		expect(wrap(text, columns)).toEqual(lines);
	});

	test('no line is too wide, nothing but spaces is lost, and spans are in order', () => {
		const unit = fc.constantFrom(
			'a',
			'bc',
			' ',
			'  ',
			'\n',
			'日',
			'e\u0301',
			'🇪🇪',
			'👍🏽',
			'。',
			'「',
			'“',
			'\u200d',
		);
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (parts, columns) => {
				const text = parts.join('');
				let last = 0;
				let kept = '';
				for (const { start, end } of wrapSpans(text, columns)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(columnsOf(text.slice(start, end))).toBeLessThanOrEqual(columns);
					kept += text.slice(start, end);
					last = end;
				}
				expect(kept.replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''));
			}),
		);
	});

	test('long lines, long words and many lines cost no more than their length', () => {
		for (const text of [
			'a'.repeat(1e6),
			'日'.repeat(2e5),
			'a\n'.repeat(3e5),
			' '.repeat(1e6),
			'\u0301'.repeat(3e5),
		])
			expect(wrap(text, 40).length).toBeGreaterThan(0);
	});
});

test('clip says where something was cut off, pad fills up', () => {
	expect(clip('hello world', 20)).toBe('hello world');
	expect(clip('hello world', 7)).toBe('hello…');
	expect(clip('日本語', 4)).toBe('日…');
	expect(clip('hello', 0)).toBe('');
	expect(pad('日', 4)).toBe('日  ');
	expect(pad('long', 2)).toBe('long');
});
