import { expect, test } from 'vitest';
import { annotate } from '../source/article/annotate.ts';

/** Who says the words in marks that begin so, by the fullest name that the article has. */
function speakerOf(text: string, opening: string): string | null {
	const { article, quotations, entities } = annotate({
		file: 'a.txt',
		format: 'text',
		bytes: new TextEncoder().encode(text),
	});
	const said = quotations.find(({ spans }) => article.text.startsWith(opening, spans[0]!.start));
	return said?.speaker.entity == null ? null : entities[said.speaker.entity]!.name;
}

const head = 'Thomas Brell, who speaks for the harbour, said Minister Anna Brell had been told in May.';

test.each([
	['said below', '“It never turned round”: fishers tell of the night', 'Tomas Orlin'],
	['too few words to tell', '“Never turned”: fishers tell of the night', null],
	['not said below', '“It never came back again”: fishers tell of the night', null],
])('words of a headline, %s', (_, headline, speaker) => {
	const text = `${headline}\n\nTwo boats left Olmo on Monday.\n\n“It leaned over, and it never turned round,” said Tomas Orlin, who was on the pier.\n`;
	expect(speakerOf(text, headline.slice(1, 8))).toBe(speaker);
});

test.each([
	['she knew: not she', '“She knew, and she kept still,” Brell said.', 'Thomas Brell'],
	['I knew: whoever was named last', '“I knew, and I kept still,” Brell said.', 'Anna Brell'],
	['she knew, by full name', '“She knew, and she kept still,” Anna Brell said.', 'Anna Brell'],
	[
		'she knew, of a third',
		'The harbour waited for a long time, and nobody there could say who had given the order to wait, or for whom. Then the doors went up, and everybody went in. The pier stood empty for most of the day. “She knew, and she kept still,” Brell said.',
		'Anna Brell',
	],
])('a bare name that two bear, %s', (_, sentence, speaker) => {
	expect(speakerOf(`Harbour news\n\n${head} ${sentence}\n`, /“(.{7})/.exec(sentence)![1]!)).toBe(speaker);
});
