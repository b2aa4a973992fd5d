import { expect, test } from 'vitest';
import { findIn } from './marked-quotations.ts';

/** Kinds of the quotations in marks and without, in order, and how many spans each has. */
const cases: readonly (readonly [string, string])[] = [
	['“We will appeal,” Maria Lopez said.', 'direct 1'],
	['Maria Lopez said the plan was “dead.”', 'mixed 1'],
	['Maria Lopez said: “The plan is dead.”', 'direct 1'],
	['Maria Lopez said “The plan is dead.”', 'direct 1'],
	// Behind a word of the reporter's a capital alone does not make a sentence of the speaker's.
	['Maria Lopez said in a letter that “Lyon has waited long enough.”', 'mixed 1'],
	['“The whole council” should resign, Maria Lopez said.', 'mixed 1'],
	['‘We will appeal’, said Maria Lopez.', 'direct 1'],
	// A sentence cut by its attribution is one quotation; a second piece that only follows is not.
	['“We have a plan,” Maria Lopez said, “and we will keep to it.”', 'direct 2'],
	['“We have a plan,” Mrs. Lopez of the council said, “and we will keep to it.”', 'direct 2'],
	['„We have a plan,“ Maria Lopez said, „and we will keep to it.“', 'direct 2'],
	['»We have a plan,« Maria Lopez said, »and we will keep to it.«', 'direct 2'],
	['Maria Lopez called the plan “dead,” a word she likes, and the council “blind.”', 'mixed 1, mixed 1'],
	['“We have a plan,” Maria Lopez said. In May, after the vote, she called it “dead.”', 'direct 1, mixed 1'],
	[
		'“He is late,” Maria Lopez said, recalling: “I told him.” Of his son, “he is later,” Ana Ruiz said.',
		'direct 1, direct 1, mixed 1',
	],
	['Maria Lopez said the plan was dead.', 'indirect 1'],
	['The plan, Maria Lopez said, is dead.', 'indirect 2'],
];

test.each(cases)('%s', (text, kinds) => {
	const { found } = findIn(text);
	expect(found.map(({ kind, spans }) => `${kind} ${spans.length}`).join(', ')).toBe(kinds);
});
