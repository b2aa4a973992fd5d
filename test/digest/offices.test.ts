/** Every country has a Foreign Ministry: two countries' are never one actor. */
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';

function officesIn(...texts: readonly string[]): string[] {
	const readings = texts.map((text, number) =>
		annotate({
			file: `${number}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(`News of the day\n\n${text}`),
		}),
	);
	return digest(readings, [])
		.actors.filter(({ kind }) => kind === 'organisation')
		.map(({ name, articles }) => `${name} ${articles.length}`)
		.sort();
}

test.each([
	[
		'in two articles',
		['The Norwegian Foreign Ministry said no.', 'The Finnish Foreign Ministry said yes.'],
		['Finnish Foreign Ministry 1', 'Norwegian Foreign Ministry 1'],
	],
	[
		'in one article',
		['The Norwegian Foreign Ministry said no. Finland’s Foreign Ministry said yes.'],
		['Finland’s Foreign Ministry 1', 'Norwegian Foreign Ministry 1'],
	],
	[
		'however it is printed',
		[
			'The Norwegian Foreign Ministry said no.',
			'Norway’s Foreign Ministry said no.',
			'The Foreign Ministry of Norway said no.',
		],
		['Norwegian Foreign Ministry 3'],
	],
	[
		'by itself, the one that was named last',
		['The Norwegian Foreign Ministry said no. The Foreign Ministry slept.'],
		['Norwegian Foreign Ministry 1'],
	],
	[
		'by its capital',
		['The Defense Ministry in Oslo spoke. The Ministry of Defence in Helsinki slept.'],
		['Defense Ministry 1', 'Ministry of Defence 1'],
	],
])('%s', (_, texts, offices) => {
	expect(officesIn(...texts)).toEqual(offices);
});
