import { expect, test } from 'vitest';
import { lookupIn } from '../../source/output/lookup.ts';
import { saidOnce } from '../../source/output/once.ts';
import type { Point } from '../../source/types.ts';
import { article, edition, quotation, spanOf, story } from '../fixture.ts';

const TEXT = [
	'“We will not load another crate,” Mira Halloran said.',
	'The port said it would wait for the “open” talks that the ministry has promised for June.',
	'Brandvold said the berths stay closed.',
].join(' ');
const source = article({ id: 'a1', text: TEXT });
const copy = article({ id: 'a2', text: TEXT });
const direct = quotation('q1', source, 'We will not load another crate,');
const mixed = quotation('q2', source, 'open', { kind: 'mixed' });
const indirect = quotation('q3', source, 'the berths stay closed', { kind: 'indirect' });
const elsewhere = quotation('q4', copy, 'the berths stay closed', { kind: 'indirect' });

const point = (text: string, outlets = 1): Point => ({
	text,
	day: null,
	from: [{ article: 'a1', ...spanOf(TEXT, text) }],
	outlets,
});
const crate = point('“We will not load another crate,” Mira Halloran said.');
const talks = point(
	'The port said it would wait for the “open” talks that the ministry has promised for June.',
);
const berths = point('Brandvold said the berths stay closed.');

const told = (points: readonly Point[], quotations = [direct, mixed, indirect]) => {
	const lookup = lookupIn({ ...edition, articles: [source, copy], quotations });
	return saidOnce(story('s1', 'x', { points, quotations: quotations.map(({ id }) => id) }), lookup);
};

test('a point that is little but a quotation is left to the quotations, one with a word in marks is not', () => {
	expect(told([crate, talks]).points).toEqual([talks]);
});

test('what several report stays a point, quotation or not', () => {
	const wide = { ...crate, outlets: 2 };
	expect(told([wide]).points).toEqual([wide]);
});

test('words without marks that stand in a point are left to the point; words in marks are always quoted', () => {
	expect(told([talks, berths]).quotations).toEqual(['q1', 'q2']);
	expect(told([talks]).quotations).toEqual(['q1', 'q2', 'q3']);
});

test('the same words in another article are not told by the point', () => {
	expect(told([berths], [elsewhere]).quotations).toEqual(['q4']);
});
