/** Reading costs in proportion to the text, whatever stands in it. Work is counted, not timed: runs of every block. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { annotate } from '../../source/article/annotate.ts';
import { counter } from '../work.ts';

const { begin, workOf, end } = counter();
let read: typeof annotate;

beforeAll(async () => {
	await begin();
	// Only what is compiled from here on is counted block by block.
	read = (await import('../../source/article/annotate.ts')).annotate;
	await workFor('The mayor said “no” on Monday.');
});

afterAll(end);

function workFor(text: string): Promise<number> {
	const bytes = new TextEncoder().encode(text);
	return workOf(() => read({ file: 'one.txt', format: 'text', bytes }));
}

const STORY = `Maria Lopez, the mayor of Lydon, said on Monday that the bridge would close. “We have no choice,” she told
reporters. Her deputy, Tom Kell, called the plan “a disgrace” and left. According to two officials, it costs 12 million.`;

const SHAPES: Readonly<Record<string, string>> = {
	paragraphs: `${STORY.replaceAll('\n', ' ')}\n\n`,
	'one line': `${STORY.replaceAll('\n', ' ')} `,
	'lines cut by hand': `${STORY}\n`,
	'no space': STORY.replaceAll(/\s/g, ''),
	'nothing but capitals': STORY.toUpperCase(),
	'no full stop': 'the plan of the council ',
	'one word a line': 'Bridge\n',
	'curly marks': '“a” ',
	'marks that open': '“a ',
	'straight marks': '"a" ',
	'British marks': '‘a’ ',
	apostrophes: "'a ",
	'two apostrophes': "''a'' ",
	guillemets: '«a» ',
	'marks of all kinds': '“”"‘’\'«»',
	'reporting words': 'Maria Lopez said “no,” and ',
	'asides without end': 'Lopez, who said, ',
	names: 'Maria Lopez ',
	dates: '12 March 2020, ',
	titles: 'Ministry of ',
	turns: 'Maria Lopez: We know (laughter) “nothing,” she said.\n\nKELL: You do.\n\nQ: Do I?\n\n',
	'labels in one line': 'LOPEZ: We know. KELL: You do. ',
	'labels of many': 'A. Lopez, mayor (x): [',
};

/** Characters: as many as the longest stretch that any rule may look over. */
const SOME = 4000;

test.each(Object.entries(SHAPES))('three times as much of %s is three times the work', async (_, piece) => {
	const of = (size: number) => piece.repeat(Math.ceil(size / piece.length));
	const [some, much] = [await workFor(of(SOME)), await workFor(of(3 * SOME))];
	expect(some).toBeGreaterThan(SOME);
	expect(much / some).toBeLessThan(3.6);
});
