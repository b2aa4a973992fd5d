import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, mark } from './marked-quotations.ts';

const lines = ['quotations', 'reported', 'turns']
	.flatMap((name) => readFileSync(new URL(`cases/${name}.txt`, import.meta.url), 'utf8').split('\n'))
	.filter((line) => line && !line.startsWith('#'));

test.each(lines)('%s', (line) => {
	expect(mark(bare(line))).toBe(line);
});

test('a name given in one paragraph, and a mark that stays open in the next', () => {
	expect(() => mark('After the vote, Lopez called Brandt a "dreamer. "\n\n"He is a baker.')).not.toThrow();
});

test('spans stand in bounds and in order on any text, and nothing throws', () => {
	const piece = fc.constantFrom(
		...['“', '”', '"', "'", "''", '‘', '’', '«', '»', ' ', '. ', ', ', ': ', '\n', '—', '(', ')'],
		...[
			'said',
			'Maria Lopez',
			'he',
			'told',
			'according to',
			'the mayor',
			'who',
			'and',
			'that',
			'No',
			'😀',
			'\u0000',
		],
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
			const text = pieces.join(' ');
			expect(mark(text).replace(/\[\??|=[^\]]*\]|[«»‹›{}\]¶]/g, '').length).toBeLessThanOrEqual(text.length);
		}),
		{ numRuns: 200, seed: 7 },
	);
});
