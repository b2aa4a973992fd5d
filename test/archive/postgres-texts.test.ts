/** What PostgreSQL cannot hold as it is comes back as it was, in the same order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKS, unpacked, writtenWord } from '../../source/archive/postgres/entries.ts';
import { keptRows } from '../../source/archive/postgres/kept-rows.ts';
import { shortPlaces } from '../../source/archive/postgres/places.ts';
import { APART, keptRanks } from '../../source/archive/postgres/ranks.ts';
import { kept, orderBytes, unkept } from '../../source/archive/postgres/texts.ts';
import { STANDS } from '../../source/search/words.ts';
import { edition } from '../fixture.ts';

const anyText = fc.string({
	unit: fc.oneof(
		fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
		fc.constantFrom('\0', '\ud800', '\udfff', '\u{100000}', '\u{100800}', '\u{100801}', 'a', '\u{1f600}'),
	),
});

test.each(['', 'plain', '\0', 'a\0b\ud800', '\ud800\udc00', '\udc00\ud800', '\u{100801}\u{100800}'])(
	'%j',
	(text) => {
		expect(unkept(kept(text))).toBe(text);
	},
);

test('any text comes back, and is one that PostgreSQL holds', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(unkept(kept(text))).toBe(text);
			expect(kept(text)).not.toMatch(/[\0\ud800-\udfff]/u);
		}),
	);
});

test('bytes stand in the order of the texts', () => {
	fc.assert(
		fc.property(anyText, anyText, (a, b) => {
			expect(Math.sign(Buffer.compare(orderBytes(a, 7), orderBytes(b, 7)))).toBe(a < b ? -1 : a > b ? 1 : 0);
		}),
	);
	expect(Buffer.compare(orderBytes('a', 255), orderBytes('a', 256))).toBe(-1);
	expect(Buffer.compare(orderBytes('a', 2 ** 32 - 1), orderBytes('a\0'))).toBe(-1);
});

test('places stand in the order of the texts, however long these are and however alike they begin', () => {
	const long = fc.tuple(fc.constantFrom('', 'a'.repeat(1500), 'é'.repeat(600)), anyText);
	fc.assert(
		fc.property(fc.array(long.map((parts) => parts.join(''))), (texts) => {
			const placeOf = shortPlaces(texts);
			const places = [...new Set(texts)].sort().map(placeOf);
			expect([...places].sort()).toEqual(places);
			expect(new Set(places).size).toBe(places.length);
			for (const place of places) expect(place.length).toBeLessThan(2100);
		}),
	);
});

test('words come back by their numbers, with where they stand', () => {
	const { same, apart, speaker } = MARKS;
	const text =
		[3, 0xcfff].map(writtenWord).join('') + same + writtenWord(0xd000) + apart + writtenWord(70_000_000);
	const found: unknown[] = [];
	unpacked(text + speaker + [9, 53_247].map(writtenWord).join(''), (...one) => found.push(one));
	expect(found).toEqual([
		[3, 0, false],
		[0xcfff, 0, false],
		[0xd000, STANDS.same, false],
		[70_000_000, STANDS.apart, false],
		[9, 0, true],
		[53_247, 0, true],
	]);
});

describe('numbers for an order', () => {
	test('who stays keeps their number', () => {
		expect(keptRanks([10, null, 30, 20, 40])).toEqual([10, 13, 16, 20, 40]);
	});
	test('what is new at either end has room', () => {
		expect(keptRanks([null, APART, null])).toEqual([0, APART, 2 * APART]);
		expect(keptRanks([null, null])).toEqual([APART, 2 * APART]);
	});
	test('without room all are numbered anew', () => {
		expect(keptRanks([1, null, 2])).toEqual([APART, 2 * APART, 3 * APART]);
	});
	test('in any order they rise', () => {
		fc.assert(
			fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 1e6 }))), (known) => {
				const ranks = keptRanks(known.map((one, at) => (known.indexOf(one) === at ? one : null)));
				for (let at = 1; at < ranks.length; at++) expect(ranks[at]!).toBeGreaterThan(ranks[at - 1]!);
			}),
		);
	});
});

test('what changes alike in two rows does not change their sums alike', () => {
	const named = (outlet: string) => {
		const articles = edition.articles.map((one) => ({ ...one, outlet }));
		const { quotation } = keptRows({ ...edition, articles });
		return Array.from({ length: quotation.size }, (_, number) => quotation.sumOf(number) % 2 ** 32);
	};
	const before = named('wall0000');
	for (let at = 0; at < 200; at++) {
		const changed = named(`wall${at.toString(36).padStart(4, 'a')}`).map((sum, nth) => sum ^ before[nth]!);
		expect(new Set(changed).size).toBe(changed.length);
	}
});
