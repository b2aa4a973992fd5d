import { expect, test } from 'vitest';
import { variantsAmong } from '../../source/digest/variants.ts';
import { actor, article, quotation } from '../fixture.ts';

const lena = actor('p1', 'Lena Osgood');
const karl = actor('p2', 'Karl Brandt');

interface Version {
	readonly words: string;
	readonly by?: typeof lena | null;
	readonly story?: number;
	/** Versions with the same letter stand in one article. */
	readonly article?: string;
	readonly said?: string;
	readonly copyOf?: number;
}

function versions(all: readonly (Version | string)[]): number[][] {
	return variantsAmong(
		all.map((one, at) => {
			const {
				words,
				by = lena,
				story = 0,
				article: id = `a${at}`,
				...rest
			} = typeof one === 'string' ? { words: one } : (one as Version);
			const source = article({ id, text: words });
			return {
				quotation: quotation(`q${at}`, source, words, { by, said: rest.said ?? null }),
				copyOf: rest.copyOf ?? null,
				story,
			};
		}),
	);
}

const FULL = 'Nobody will be left alone with this, and nobody will lose a day of trade';

test.each<[string, readonly (Version | string)[]]>([
	['cut off at the end', [FULL, 'Nobody will be left alone with this']],
	['cut off to a few words', [FULL, 'Nobody will be left']],
	['a few words out of the midst', [FULL, 'left alone with this']],
	['words left out in the midst', [FULL, 'Nobody will be left alone … and nobody will lose a day of trade']],
	['brackets', [FULL, 'Nobody will be left alone with [the plan], and nobody will lose a day of trade']],
	['spelled shorter', ['We have tried it all, it is no use', "We've tried it all, it's no use"]],
	['the very same few words', ['We tried.', 'We tried']],
	['its speaker not told', [FULL, { words: FULL, by: null }]],
	[
		'short forms',
		['No tram will leave until they are paid', "No tram is going to leave until they're all paid"],
	],
	[
		'short forms with not',
		['We will not sleep until each shop opens', 'We won’t sleep until every shop opens'],
	],
	['two spellings of one past', ['I learnt of it here', "I've learned of it here"]],
	[
		'a not left out with words around it',
		['We will not rest … and we will pay', 'We will … and we will pay'],
	],
	['the same words of two stories', [FULL, { words: FULL, story: 1 }]],
	[
		'cut by another story of the same day',
		[
			{ words: FULL, said: '2025-03-04' },
			{ words: 'Nobody will be left by us alone with this', said: '2025-03-04', story: 1 },
		],
	],
	['another figure within a story', ['We lost 14 trams in this fire', 'We lost 15 trams in this fire']],
])('one utterance: %s', (_, all) => {
	expect(versions(all)).toEqual([[1], [0]]);
});

test.each<[string, readonly (Version | string)[]]>([
	['another speaker', [FULL, { words: FULL, by: karl }]],
	[
		'another day',
		[
			{ words: FULL, said: '2025-03-04' },
			{ words: FULL, said: '2025-03-05' },
		],
	],
	['the same article', [FULL, { words: FULL, article: 'a0' }]],
	[
		'a copy',
		[
			{ words: FULL, copyOf: 1 },
			{ words: FULL, copyOf: 1 },
		],
	],
	['few words of another story', [FULL, { words: 'Nobody will be left', story: 1 }]],
	['few words, the speaker not told', [FULL, { words: 'Nobody will be left', by: null }]],
	['few words that are not in a row', [FULL, 'Nobody left alone']],
	['few words that say nothing', ['It is not for us to say what is left', 'It is not for']],
	['two words', [FULL, 'left alone']],
	['the contrary', ['I will be the next head of the port', 'I will not be the next head of the port']],
	[
		'another figure of another story',
		[
			'We lost 14 trams in this long night of fire',
			{ words: 'We lost 40 trams in this long night of fire', story: 1 },
		],
	],
	[
		'another place of another story',
		[
			'We lost our trams in Olmo in this long night of fire',
			{ words: 'We lost our trams in Brava in this long night of fire', story: 1 },
		],
	],
	[
		'other words of another story',
		[FULL, { words: 'Nobody will be left alone with that, and nobody will find a way to trade', story: 1 }],
	],
	['other words', [FULL, 'Everybody gets a seat on the very first tram']],
])('two utterances: %s', (_, all) => {
	expect(versions(all)).toEqual([[], []]);
});

test('what one prints of the beginning and another of the end are versions of each other', () => {
	expect(versions([FULL, 'Nobody will be left alone with this', 'nobody will lose a day of trade'])).toEqual([
		[1, 2],
		[0, 2],
		[0, 1],
	]);
});

test('what two speakers said is not put together over a third who is not told', () => {
	expect(versions([FULL, { words: FULL, by: null }, { words: FULL, by: karl }])).toEqual([[1], [0], []]);
});
