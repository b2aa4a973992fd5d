import { expect, test } from 'vitest';
import { lookupIn } from '../../source/output/lookup.ts';
import { leansOnSentence, saidOnce } from '../../source/output/once.ts';
import type { Point, Quotation } from '../../source/types.ts';
import { actor, article, edition, quotation, spanOf, story } from '../fixture.ts';

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

test('a point that opens with speech is, whatever it tells of who speaks', () => {
	const text = '“We wait for the owners,” said Mira Halloran, who has two of the nine boats at the old pier.';
	const wait = article({ id: 'a1', text });
	const said = quotation('q1', wait, 'We wait for the owners,');
	const lookup = lookupIn({ ...edition, articles: [wait], quotations: [said] });
	expect(
		saidOnce(
			story('s1', 'x', {
				points: [{ ...crate, from: [{ article: 'a1', ...spanOf(text, text) }] }],
				quotations: ['q1'],
			}),
			lookup,
		).points,
	).toEqual([]);
});

test('nor is one that several print: the quotation tells who prints it', () => {
	expect(told([{ ...crate, outlets: 2 }, talks]).points).toEqual([talks]);
});

test('words without marks that stand in a point are left to the point, and so are a few words in marks', () => {
	expect(told([talks, berths]).quotations).toEqual(['q1']);
	expect(told([talks]).quotations).toEqual(['q1', 'q3']);
	expect(told([berths]).quotations).toEqual(['q1', 'q2']);
});

const SPEECH = [
	'Talks “within days”',
	'Mira Halloran said the offer was “a first step” and that she would “read every page of it with care before June”.',
	'She called it “A long road”.',
	'She said: “It is a step on a long road, and we shall walk it.”',
].join('\n');
const mira = actor('p1', 'Mira Halloran');
const karl = actor('p2', 'Karl Brandt');
const speech = article({
	id: 'a3',
	text: SPEECH,
	paragraphs: [{ ...spanOf(SPEECH, 'Talks “within days”'), kind: 'headline' }],
});
const scrap = (id: string, words: string, by = mira) => quotation(id, speech, words, { kind: 'mixed', by });
const left = (quotations: readonly Quotation[]) =>
	saidOnce(
		story('s1', 'x', { articles: ['a3'], quotations: quotations.map(({ id }) => id) }),
		lookupIn({ ...edition, articles: [speech], quotations }),
	).quotations;

test('a few words of a headline are left to the headline', () => {
	expect(left([scrap('q1', 'within days')])).toEqual([]);
});

test('what a headline reports without marks is left to it; the same in the text is not', () => {
	const headline = quotation('q1', speech, 'within days', { kind: 'indirect', by: mira });
	const below = quotation('q2', speech, 'the offer was', { kind: 'indirect', by: mira });
	expect(left([headline, below])).toEqual(['q2']);
});

test('a few words are left to a longer quotation that has them, of the same speaker', () => {
	const long = quotation('q2', speech, 'It is a step on a long road, and we shall walk it.', { by: mira });
	const few = scrap('q1', 'A long road');
	expect(left([few, long])).toEqual(['q2']);
	expect(left([{ ...few, speaker: { ...few.speaker, actor: karl.id } }, long])).toEqual(['q1', 'q2']);
});

test('what stands in the sentence that a few words are shown with is not told again, unless others print it too', () => {
	const few = scrap('q1', 'a first step');
	const more = scrap('q2', 'read every page of it with care before June');
	expect(left([few, more])).toEqual(['q1']);
	expect(left([few, { ...more, variants: ['q9'] }])).toEqual(['q1', 'q2']);
	expect(left([more])).toEqual(['q2']);
});

test.each([
	[
		'reported words without their subject',
		'Brandvold said the berths stay closed.',
		'the berths stay closed',
		'indirect',
		true,
	],
	['beside marks', 'He said the berths stay closed “for good”.', 'the berths stay closed', 'indirect', false],
	[
		'reported words that are a sentence',
		'The berths stay closed, he said.',
		'The berths stay closed',
		'indirect',
		false,
	],
	[
		'in the midst',
		'If they “help us to reach the pier by June, we are glad of it.”',
		'help us to reach the pier by June, we are glad of it.',
		'direct',
		true,
	],
	[
		'few that go on with a sentence',
		'The note urged “Halloran to stop.”',
		'Halloran to stop.',
		'direct',
		true,
	],
	['few that were said', 'Halloran said “We wait.”', 'We wait.', 'direct', false],
	['few behind a comma', 'Halloran stood up, “We wait.”', 'We wait.', 'direct', false],
] as const)('leans on its sentence: %s', (_, text, words, kind, leans) => {
	const own = article({ id: 'a1', text });
	const one = quotation('q1', own, words, { kind });
	const lookup = lookupIn({ ...edition, articles: [own], quotations: [one] });
	expect(leansOnSentence(one, { article: 'a1', start: 0, end: text.length }, lookup)).toBe(leans);
});

test('the same words in another article are not told by the point', () => {
	expect(told([berths], [elsewhere]).quotations).toEqual(['q4']);
});
