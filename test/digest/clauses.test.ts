import { expect, test } from 'vitest';
import { clausesOf } from '../../source/digest/clauses.ts';

const cut = (sentence: string) =>
	clausesOf(sentence, { start: 0, end: sentence.length })
		.map(({ start, end }) => sentence.slice(start, end))
		.join(' | ');

test.each([
	'The bridge at Orm will close in May | the ferry to Pell will run twice an hour.',
	'Four sailors were flown to the hospital in Karvia | the captain has been missing since dawn.',
])('two facts: %s', (wanted) => {
	const [one, other] = wanted.split(' | ') as [string, string];
	expect(cut(`${one}, and ${other}`)).toBe(wanted);
	expect(cut(`${one}; ${other}`)).toBe(wanted);
	expect(cut(`${one}, while ${other}`)).toBe(wanted);
});

test.each([
	[
		'what somebody told holds for both',
		'Police said the bridge at Orm will close in May, and the ferry to Pell will run twice an hour.',
	],
	[
		'words in marks',
		'The bridge at Orm is a “broken promise” to the town, and the ferry to Pell will run twice an hour.',
	],
	[
		'a condition',
		'If the bridge at Orm is closed in the month of May, the baker, and the ferry to Pell will suffer.',
	],
	['a short half', 'The bridge at Orm will close in May, and the mayor was sad.'],
	[
		'one subject',
		'The council will close the bridge at Orm in May, and reopen it to all traffic in the autumn.',
	],
	[
		'a participle',
		'The council will close the bridge at Orm in May, while leaving the ferry to Pell as it is now.',
	],
	['a list', 'The council will pay for a bridge in Orm, a school in Pell, and the new tower of the church.'],
])('%s is not cut', (_, sentence) => {
	expect(cut(sentence)).toBe(sentence);
});

test('twenty thousand joints are no trouble', () => {
	const sentence = 'the bridge was shut, and '.repeat(20_000);
	expect(cut(sentence).length).toBeGreaterThan(0);
});
