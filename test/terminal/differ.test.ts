import { expect, test } from 'vitest';
import { differing } from '../../source/terminal/differ.ts';

/** What the first has, with the words between brackets that the second has not. */
test.each([
	['We will not load another crate', 'We will not load another crate'],
	['We [shall] not load [one more] crate', 'We will not load another crate'],
	['We will not load', 'We will not load another crate'],
	['“We will NOT load another crate,”', 'We will not load another crate.'],
	['We don’t know', "We don't know"],
	['[Nobody] wins a strike [or a war]', 'Everybody wins a strike'],
	['a b [a] c', 'a b c'],
	['', 'We will'],
	['[Wir bleiben]', ''],
	['we [and] we', 'we we'],
])('%s', (marked, other) => {
	const text = marked.replace(/[[\]]/g, '');
	const spans = differing(text, other);
	let shown = text;
	for (const { start, end } of spans.toReversed())
		shown = `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`;
	expect(shown).toBe(marked);
});

test('a speech is not compared word by word', () => {
	expect(differing('word '.repeat(20_000), 'other '.repeat(20_000))).toEqual([]);
});
