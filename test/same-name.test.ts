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
	['she knew: not she', '“She knew, and she kept still,” Brell said.', 'Thomas Brell'],
	['I knew: whoever was named last', '“I knew, and I kept still,” Brell said.', 'Anna Brell'],
	['she knew, by full name', '“She knew, and she kept still,” Anna Brell said.', 'Anna Brell'],
])('a bare name that two bear, %s', (_, sentence, speaker) => {
	expect(speakerOf(`Harbour news\n\n${head} ${sentence}\n`, sentence.slice(1, 8))).toBe(speaker);
});
