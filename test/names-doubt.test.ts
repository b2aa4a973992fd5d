import { expect, test } from 'vitest';
import { annotate } from '../source/article/annotate.ts';

test('“she” is as doubtful as the name that it stands for', () => {
	const text =
		'Lena Osgood won.\n\nHanna Osgood lost in the harbour town on Monday.\n\n“We shall not wait for long,” Osgood said on the bridge. “We shall swim in it as well,” she said.\n\nLena Osgood left the bridge. “We shall see,” she said.';
	const { quotations } = annotate({
		file: 'a.txt',
		format: 'text',
		bytes: new TextEncoder().encode(text),
	});
	expect(quotations.map(({ speaker: { entity, certain } }) => [entity, certain])).toEqual([
		[0, false],
		[0, false],
		[0, true],
	]);
});
