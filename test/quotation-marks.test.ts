/** Marks within marks of the same kind, which the signs of the marked lines cannot show. */
import { expect, test } from 'vitest';
import { annotate } from '../source/article/annotate.ts';

function wordsIn(text: string): string[] {
	const { article, quotations } = annotate({
		file: 'a.txt',
		format: 'text',
		bytes: new TextEncoder().encode(`The council met\n\n${text}`),
	});
	return quotations
		.filter(({ kind }) => kind !== 'indirect')
		.map(({ spans }) => spans.map(({ start, end }) => article.text.slice(start, end)).join(' | '));
}

test.each([
	[
		'two pairs in a sentence',
		'Reed says the plan is «half a plan» and «no use at all» today.',
		['half a plan', 'no use at all'],
	],
	[
		'words within words',
		'Reed said: «The word «soon» means nothing to her.» He left.',
		['The word «soon» means nothing to her.'],
	],
	[
		'the same in curly marks',
		'Reed said: “The word “soon” means nothing to her.” He left.',
		['The word “soon” means nothing to her.'],
	],
	['a stray mark', 'Reed said: «It is late. «It will rain,» he said.', ['It is late.', 'It will rain,']],
	[
		'words within words that run on',
		'“I asked them twice,” Tom Reed said. He went on:\n\n“The word “soon” means nothing to her.\n\n“And it never will.”',
		['I asked them twice,', 'The word “soon” means nothing to her. | And it never will.'],
	],
])('%s', (_, text, words) => {
	expect(wordsIn(text)).toEqual(words);
});

test.each([
	["'Get 'em out 'cause we said so,' said Reed.", ["Get 'em out 'cause we said so,"]],
	[
		"'There were 'bout ten of us in the '90s, class of '68,' said Reed.",
		["There were 'bout ten of us in the '90s, class of '68,"],
	],
	["'Go 'round the back 'til they open,' said Reed.", ["Go 'round the back 'til they open,"]],
	["'Rock 'n' roll is dead,' said Reed.", ["Rock 'n' roll is dead,"]],
	['‘Tell ’em ’twas me,’ said Reed.', ['Tell ’em ’twas me,']],
	// Words of their own open a quotation.
	[
		"Reed called it a 'cause for concern' and a 'round of talks' on Monday.",
		['cause for concern', 'round of talks'],
	],
	[
		"Reed said it was a 'bout of flu' in 'January' and that '20 people' were ill.",
		['bout of flu', '20 people'],
	],
])('an apostrophe that stands for letters: %s', (text, words) => {
	expect(wordsIn(text)).toEqual(expect.arrayContaining(words));
});

test.each([
	['a comma before the marks', '“What we have”, said Reed, “is a mess”.', ['What we have | is a mess']],
	[
		'an apostrophe in between',
		'“We,” said the mayor’s deputy, Tom Reed, 42, of Lyon St. Quay, “are lost.”',
		['We, | are lost.'],
	],
	['a capital that tells nothing', '“If they come,” said Reed, “I will go.”', ['If they come, | I will go.']],
	['two speakers', 'Keller said, “Go,” and Reed said, “Stay.”', ['Go,', 'Stay.']],
	['a word held up', '“The plan,” Reed said, is “a mess.”', ['The plan,', 'a mess.']],
])('one sentence in two halves: %s', (_, text, words) => {
	expect(wordsIn(text)).toEqual(words);
});
