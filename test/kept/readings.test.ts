/** What was read once is not read again, and the edition made of it is the one that reading everything anew would make. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { keptReadings } from '../../source/kept/readings.ts';
import type { RawArticle } from '../../source/types.ts';
import { ownCache, raw } from './cache.ts';

const home = ownCache();

const PLACES = ['Osterby', 'Vestervik', 'Caldora', 'Tolk', 'Haldby', 'Morn'];
const RAWS = Array.from({ length: 30 }, (_, at) =>
	raw(
		`${at}.txt`,
		`Mill burns in ${PLACES[at % 6]}\n\nMarch ${1 + (at % 9)}, 2025\n\nA mill burned in ${PLACES[at % 6]}. “We led ${at + 3} people out \ud83d\ude00,” said chief Ada Brek${'kum'.slice(at % 3)}. Nobody was hurt.\n`,
	),
);
const PATHS = ['articles'];

/** As a start does: what is kept is taken, the rest is read, and all is offered to be kept. */
function start(raws: readonly RawArticle[], release = 'one') {
	const kept = keptReadings(release, PATHS);
	let read = 0;
	const readings = raws.map((one) => {
		const known = kept.of(one);
		if (known === null) read++;
		return known ?? annotate(one);
	});
	kept.keep(raws, readings);
	return { read, readings };
}

test('one more article: that one is read, and the edition is what a rebuild makes, whatever the order', () => {
	const [late, ...early] = RAWS;
	expect(start(early).read).toBe(29);
	fc.assert(
		fc.property(fc.shuffledSubarray(RAWS, { minLength: 30, maxLength: 30 }), (order) => {
			const { read, readings } = start(order);
			expect(read).toBe(1);
			expect(digest(readings, [])).toStrictEqual(digest(RAWS.map(annotate), []));
		}),
		{ numRuns: 3, seed: 3 },
	);
	expect(keptReadings('one', PATHS).of(late!)).toBeNull();
});

test('what is kept is what was read', () => {
	start(RAWS);
	const kept = keptReadings('one', PATHS);
	for (const one of RAWS) expect(kept.of(one)).toStrictEqual(annotate(one));
});

const [FIRST] = RAWS as [RawArticle];
test.each<[string, RawArticle]>([
	['a letter changed', raw(FIRST.file, new TextDecoder().decode(FIRST.bytes).replace('mill', 'mull'))],
	['a file renamed', { ...FIRST, file: 'other.txt' }],
	['a file read otherwise', { ...FIRST, format: 'markdown' }],
])('%s: read anew', (_, other) => {
	start(RAWS);
	const kept = keptReadings('one', PATHS);
	expect(kept.of(FIRST)).not.toBeNull();
	expect(kept.of(other)).toBeNull();
});

test('another program reads everything anew, and so does who gives other paths', () => {
	start(RAWS);
	expect(start(RAWS).read).toBe(0);
	expect(keptReadings('one', ['elsewhere']).of(FIRST)).toBeNull();
	expect(start(RAWS, 'two').read).toBe(30);
});

test('a few articles are not worth a file', () => {
	start(RAWS.slice(0, 5));
	expect(readdirSync(home())).toEqual([]);
});

test('what was written anew holds what is there, and nothing that has gone', () => {
	start(RAWS);
	const changed = RAWS.map((one) => ({ ...one, file: `new-${one.file}` }));
	expect(start(changed).read).toBe(30);
	expect(keptReadings('one', PATHS).of(FIRST)).toBeNull();
	expect(readdirSync(join(home(), 'quotidian', 'readings'))).toHaveLength(1);
});

test('a damaged file is no file', () => {
	start(RAWS);
	const folder = join(home(), 'quotidian', 'readings');
	writeFileSync(join(folder, readdirSync(folder)[0]!), 'no readings at all');
	expect(start(RAWS).read).toBe(30);
	expect(start(RAWS).read).toBe(0);
});
