import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';

function actorsIn(texts: readonly string[]): string[] {
	const readings = texts.map((text, at) =>
		annotate({ file: `${at}.txt`, format: 'text', bytes: new TextEncoder().encode(text) }),
	);
	return digest(readings, [])
		.actors.map(({ name, kind }) => `${name} ${kind}`)
		.sort();
}

const PLACED = ['Farmers in Tillaberra are selling cattle.', 'The flood came at night in Tillaberra.'];
const BARE = 'The year was hard. Tillaberra has had no rain since May.';

test('what more articles know as a place is a place in the article that does not tell', () => {
	expect(actorsIn([BARE])).toEqual(['Tillaberra person']);
	expect(actorsIn([BARE, ...PLACED])).toEqual(['Tillaberra place']);
});

test('one article against one tells nothing', () => {
	expect(actorsIn([BARE, PLACED[0]!])).toEqual(['Tillaberra person', 'Tillaberra place']);
});

test('whom a title, a pronoun or a fuller name makes a person stays one', () => {
	for (const told of ['Mayor Tillaberra has had no rest since May.', 'Nobody slept. Ana Tillaberra wept.'])
		expect(actorsIn([told, BARE, ...PLACED]).some((actor) => /Tillaberra person/.test(actor))).toBe(true);
});
