/** Nasty texts for a few seconds; `npm run fuzz` goes on for a night, and prints what to put below. */
import { expect, test } from 'vitest';
import { holds, holdsTogether } from './laws.ts';
import { KINDS, type Kind, nastyOf, shrunk } from './nasty.ts';

const TEXTS = 300;
const SEED = 20_250_311;

test(`${TEXTS} nasty texts keep every law, and their digests do`, () => {
	const readings = Array.from({ length: TEXTS }, (_, number) => {
		const nasty = nastyOf(SEED, number);
		try {
			return holds(nasty).slice(0, 2);
		} catch (error) {
			throw new Error(`${nasty.kind} ${JSON.stringify(nasty.parts.join(''))}`, { cause: error });
		}
	}).flat();
	for (let at = 0; at < readings.length; at += 60) holdsTogether(readings.slice(at, at + 60));
});

test('a number has its text, and all kinds come', () => {
	expect(nastyOf(1, 7)).toEqual(nastyOf(1, 7));
	expect(nastyOf(2, 7)).not.toEqual(nastyOf(1, 7));
	expect(new Set(Array.from({ length: 200 }, (_, i) => nastyOf(1, i).kind)).size).toBe(KINDS.length);
});

test('what breaks a law is made as short as it goes', () => {
	const nasty = { kind: 'txt', parts: ['abc', 'wxyz', 'q', 'said “no”'] } as const;
	expect(shrunk(nasty, ({ parts }) => /y.*“/.test(parts.join(''))).parts.join('')).toBe('y“');
});

/** What was found once. */
const FOUND: readonly (readonly [kind: Kind, text: string])[] = [];

test.each([['txt', ''] as const, ...FOUND])('%s %j', (kind, text) => {
	holdsTogether(holds({ kind, parts: [text] }));
});
