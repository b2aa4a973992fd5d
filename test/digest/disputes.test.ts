import { describe, expect, test } from 'vitest';
import { disputesBetween, type Pair, pairs } from './pairs.ts';

const verdict = (pair: Pair) => disputesBetween(pair)[0]?.kind ?? 'none';
const verdicts = new Map(pairs.map((pair) => [pair, verdict(pair)]));

test.each(pairs.filter(({ kept }) => !kept))('$truth: $sentences', (pair) => {
	expect(verdicts.get(pair)).toBe(pair.truth);
});

test('of pairs that no rule was made for, most that are told to differ do, and most that differ are told', () => {
	const kept = pairs.filter((pair) => pair.kept);
	const told = kept.filter((pair) => verdicts.get(pair) !== 'none');
	const right = told.filter((pair) => pair.truth === verdicts.get(pair));
	expect(kept.length).toBeGreaterThan(30);
	expect(right.length / told.length).toBeGreaterThanOrEqual(0.85);
	expect(right.length / kept.filter(({ truth }) => truth !== 'none').length).toBeGreaterThanOrEqual(0.75);
});

const between = (days: string, ...sentences: string[]) =>
	disputesBetween({ truth: 'none', days: days.split(' '), sentences, kept: false }).map(
		({ kind, about, claims }) => [kind, about, ...claims.map(({ value }) => value)],
	);

describe('what differs is told in the words of the reports', () => {
	test('a toll', () => {
		expect(
			between(
				'4 4',
				'The fire in the market hall of Torvik killed 12 people, the fire service said.',
				'Nine people were killed in the fire in the market hall of Torvik.',
			),
		).toEqual([['disagree', 'how many died', 'killed 12', 'Nine people were killed']]);
	});
	test('a toll that grew, the earliest first', () => {
		expect(
			between(
				'6 4',
				'The fire in the market hall of Torvik killed 12 people, the fire service said.',
				'Nine people were killed in the fire in the market hall of Torvik.',
			),
		).toEqual([['changed', 'how many died', 'Nine people were killed', 'killed 12']]);
	});
	test('a denial', () => {
		expect(
			between(
				'4 4',
				'The mayor of Torvik signed the contract for the new market hall.',
				'The mayor of Torvik did not sign the contract for the new market hall.',
			),
		).toEqual([
			[
				'disagree',
				'whether “The mayor of Torvik signed the contract for the new market hall”',
				'signed',
				'did not sign',
			],
		]);
	});
	test.each([
		[
			'the pay rise',
			'The strike in Torvik ended on Tuesday with a pay rise of 5%.',
			'The strike in Torvik ended on Tuesday with a pay rise of 4.8%.',
		],
		[
			'the amount',
			'The county will pay 40 million crowns to the families of the drowned in Torvik.',
			'The county said it would pay 30 million crowns to the families of the drowned in Torvik.',
		],
		[
			'the price',
			'Orlan Steel bought the yard in Torvik for 40 million crowns.',
			'Orlan Steel bought the yard in Torvik for 30 million crowns.',
		],
	])('%s', (about, ...sentences) => {
		expect(between('4 4', ...sentences).map(([, what]) => what)).toEqual([about]);
	});
	test('an office', () => {
		expect(
			between(
				'4 4',
				'Mayor Ida Holm opened the new market hall in Torvik.',
				'Former Mayor Ida Holm opened the new market hall in Torvik.',
			),
		).toEqual([['disagree', 'the office of Ida Holm', 'Mayor Ida Holm', 'Former Mayor Ida Holm']]);
	});
});

test('between a dated and an undated report nobody knows which knew more: both are told', () => {
	expect(
		between(
			'4 -',
			'The fire in the market hall of Torvik killed 12 people, the fire service said.',
			'Nine people were killed in the fire in the market hall of Torvik.',
		),
	).toEqual([['disagree', 'how many died', 'killed 12', 'Nine people were killed']]);
});
