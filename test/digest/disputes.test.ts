import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';

const read = (file: string, text: string) =>
	annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) });

const first = (day: string, toll: string) =>
	read(
		'a.txt',
		`Fire destroys market hall in Torvik\n\n${day}\n\nA fire destroyed the old market hall in Torvik on Monday night, the fire service said. ${toll}\n\nThe hall was built in 1907 and had been repaired twice. Mayor Ida Holm said the town would build a new one.\n`,
	);
const second = (day: string, toll: string) =>
	read(
		'b.txt',
		`Torvik mourns after market hall fire\n\n${day}\n\nThe market hall of Torvik burnt down on Monday night. ${toll}\n\nIda Holm, the mayor of Torvik, laid flowers at the ruins of the hall, which had stood since 1907. She promised that it would be built anew.\n`,
	);

const disputes = (one: readonly [string, string], other: readonly [string, string]) => {
	const { stories } = digest([first(...one), second(...other)], []);
	expect(stories).toHaveLength(1);
	return stories
		.flatMap((story) => story.disputes)
		.map(({ about, claims }) => [about, ...claims.map(({ value }) => value)]);
};

const day = 'March 4, 2025';
const killed = (count: string) =>
	`The blaze in the hall killed ${count} people who were asleep in the cellar.`;

test('two tolls of one day stand side by side', () => {
	expect(disputes([day, killed('12')], [day, killed('nine')])).toEqual([
		['how many died', 'killed 12', 'killed nine'],
	]);
});

test.each([
	['the same toll', [day, killed('12')], [day, killed('12')]],
	['rounding', [day, killed('about 12')], [day, killed('13')]],
	['a later report that knows more', ['March 4, 2025', killed('nine')], ['March 5, 2025', killed('12')]],
	[
		'a part of the whole',
		[day, killed('12')],
		[day, 'Among the dead were three other people who were asleep in the cellar.'],
	],
	[
		'another kind',
		[day, killed('12')],
		[day, 'The blaze in the hall injured nine people who were asleep in the cellar.'],
	],
	[
		'a denial',
		[day, killed('12')],
		[day, 'The fire service denied that the blaze in the hall killed 20 people in the cellar.'],
	],
] as const)('%s is no dispute', (_, one, other) => {
	expect(disputes(one, other)).toEqual([]);
});
