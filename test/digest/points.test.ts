import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { storyOf } from '../../source/digest/story.ts';
import type { Point } from '../../source/types.ts';

/** The points of articles taken for one story, whether or not the digest would have grouped them. */
function pointsOf(...bodies: readonly (readonly [day: number, body: string])[]): readonly Point[] {
	const readings = bodies.map(([day, body], at) =>
		annotate({
			file: `${at}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(`${HEADS[at]}\n\nMarch ${day}, 2025\n\n${body}\n`),
		}),
	);
	const { articles, quotations } = digest(readings, []);
	return storyOf(articles, [], quotations).points;
}

const HEADS = ['What the harbour knows', 'News from the coast', 'The morning in brief'];
const texts = (points: readonly Point[]) => points.map(({ text }) => text);

const sank = (count: string) =>
	`${count} people died when the ferry Sorella sank off Karvia, the coast guard said.`;
const toll = 'The coast guard of Karvia is counting the people who died when the ferry Sorella sank.';

test('the same fact is told once, with all its places', () => {
	const points = pointsOf([4, sank('Eleven')], [4, sank('Eleven')], [4, toll]);
	const [first] = points;
	expect(first!.outlets).toBeGreaterThan(1);
	expect(texts(points).filter((text) => text === sank('Eleven')).length).toBe(1);
});

test('two figures never meet in one point, not even through a third sentence that names none', () => {
	for (const { text, from } of pointsOf([4, sank('Seven')], [4, sank('Eleven')], [4, toll]))
		if (/Seven|Eleven/.test(text)) expect(from.length).toBeLessThan(3);
});

test('of a toll that grew the last one is told', () => {
	const points = texts(pointsOf([4, sank('Seven')], [5, sank('Eleven')], [5, sank('Eleven')]));
	expect(points).toContain(sank('Eleven'));
	expect(points).not.toContain(sank('Seven'));
});

test.each([
	['an open pronoun', 'He has asked a judge of the town to lead the inquiry into the sinking.'],
	['a sentence that trails off', 'The ferry Sorella struck a reef off Karvia in heavy fog and...'],
	['a question', 'Why did the ferry Sorella leave Karvia in such heavy fog?'],
	['what points back', 'However, the ferry Sorella had passed its inspection in the month of January.'],
	['a menu', 'Home | Weather | The ferry Sorella struck a reef off Karvia in heavy fog.'],
	['an address', 'The harbour of Karvia tells more of the Sorella at https://karvia.example/ferry today.'],
	['markup', 'The ferry Sorella struck a reef off Karvia &amp; sank in heavy fog on Tuesday.'],
])('%s is no point', (_, sentence) => {
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${sentence}`]))).not.toContain(sentence);
});

test('what is written with signs in a sentence is a point', () => {
	const sentence = 'The owner Karvia.com & Sons paid $5 for 1/2 of the ferry Sorella (built in 1970).';
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${sentence}`]))).toContain(sentence);
});
