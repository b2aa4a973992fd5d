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
