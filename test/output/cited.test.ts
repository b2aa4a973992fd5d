/** Who is named for a point has printed the words that are shown. */
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { pageOf, type StoryPage } from '../../source/output/page.ts';
import { safeLine } from '../../source/safe.ts';
import type { Export } from '../../source/types.ts';
import { edition } from '../fixture.ts';
import { readSamples } from '../samples.ts';

const folder = (...articles: readonly string[]): Export =>
	digest(
		articles.map((text, at) =>
			annotate({ file: `${at}.txt`, format: 'text', bytes: new TextEncoder().encode(text) }),
		),
		[],
	);

const report = (outlet: string, headline: string, ...paragraphs: readonly string[]) =>
	`Source: ${outlet}\nDate: 2025-10-06\n\n${headline}\n\n${paragraphs.join('\n\n')}\n`;

const SHARED = [
	'The gale took the roof off the fish hall in Norby and drove two trawlers onto the mole, the port said. Crews from four villages pumped the cellars of the old town through the night with hoses and buckets. Ferries stayed in port and the school was shut until further notice.',
];
const LOST = 'The harbour master of Norby said nine boats had been sunk at the quay';

const COPIES = folder(
	report('Sound Wire', 'Gale strikes Norby', ...SHARED, `${LOST}.`),
	report('Isle Post', 'Gale strikes Norby', ...SHARED, `${LOST}, two of them with their nets on board.`),
	report('Bay Radio', 'Boats sunk in Norby gale', `${LOST} in the gale.`),
);

/** The letters after a point, in order. */
const lettersOf = (from: string) => from.replace(/^\d+ sources: /, '').match(/\b[a-z]{1,2}\b/g) ?? [];

function cited(data: Export): { text: string; letters: string[]; story: StoryPage; holders: string[] }[] {
	return pageOf(data).stories.flatMap((story, at) =>
		story.points.map(({ text, from }) => {
			const words = text.replace(/^… | …$/g, '');
			const own = data.stories[at]!.articles.map((id) => data.articles.find((one) => one.id === id)!);
			const holders = own.flatMap((article, index) =>
				safeLine(article.text).includes(words) ? (story.sources[index]?.letter ?? '') : [],
			);
			return { text, letters: lettersOf(from), story, holders };
		}),
	);
}

describe.each([
	['the samples', () => readSamples()],
	['copies that add to what they copy', async () => COPIES],
	[
		'reports of one match',
		async () =>
			folder(
				report('Sound Wire', 'Isle win cup', 'Winger Ada Rill scored twice as Isle won the cup on Monday.'),
				report('Isle Post', 'Isle are champions', 'Winger Ada Rill scored three goals as Isle won the cup.'),
			),
	],
] as const)('%s', (_, read) => {
	test('the first source of a point holds the words that are shown', async () => {
		const points = cited(await read());
		expect(points.length).toBeGreaterThan(0);
		for (const { letters, story, holders } of points)
			if (story.sources.length > 1) expect(holders).toContain(letters[0]);
	});
});

test.each([
	[['a1', 'a2'], 'a'],
	[['a2', 'a1'], 'b'],
] as const)('of a text and its copy that is named which prints the words: %j', (order, letter) => {
	const [story] = edition.stories;
	const [point] = story!.points;
	const from = order.map((id) => point!.from.find(({ article }) => article === id)!);
	const copied: Export = {
		...edition,
		articles: edition.articles.map((one) => (one.id === 'a2' ? { ...one, nearDuplicateOf: 'a1' } : one)),
		stories: [{ ...story!, points: [{ ...point!, from, outlets: 1 }] }],
	};
	expect(lettersOf(pageOf(copied).stories[0]!.points[0]!.from)).toEqual([letter]);
});

test('who prints the words is named first, the others in the order of the story', () => {
	const [story] = edition.stories;
	const [point] = story!.points;
	const turned = { ...story!, points: [{ ...point!, from: [...point!.from].reverse() }] };
	expect(pageOf({ ...edition, stories: [turned] }).stories[0]!.points[0]!.from).toBe('2 sources: b, a');
});
