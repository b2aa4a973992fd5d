/** Reading a feed or a list of feeds costs in proportion to its length. Work is counted, not timed: runs of every block. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counter } from '../work.ts';

const { begin, workOf, end } = counter();
type Kind = 'feed' | 'list' | 'words' | 'name';
let reading: Record<Kind, (text: string) => unknown>;

beforeAll(async () => {
	await begin();
	// Only what is compiled from here on is counted block by block.
	const { readFeed } = await import('../../source/feeds/reading.ts');
	const { readSubscriptions } = await import('../../source/feeds/subscriptions.ts');
	const { saysMore, withoutFooter, endsAtWall } = await import('../../source/feeds/full-text.ts');
	const { fileName, folderName } = await import('../../source/feeds/file-names.ts');
	const { outletOf } = await import('../../source/feeds/outlet.ts');
	reading = {
		feed: (text) =>
			readFeed(
				Buffer.from(`<rss version="2.0"><channel><title>x</title>${text}</channel></rss>`),
				null,
				'https://harbour.example/rss',
				'2025-03-14',
			),
		list: readSubscriptions,
		words: (text) => [saysMore(text), withoutFooter(text), endsAtWall(text)],
		name: (text) => [fileName(text, 'i0'), folderName(text), outletOf(text, 'https://harbour.example/')],
	};
});

afterAll(end);

const SHAPES: readonly (readonly [kind: Kind, what: string, piece: string])[] = [
	[
		'feed',
		'items',
		'<item><title>Dockers walk out</title><description>&lt;p&gt;Words.&lt;/p&gt;</description></item>',
	],
	['feed', 'items never closed', '<item><title>Dockers</title>'],
	['feed', 'tags of one item', '<b>x</b>'],
	['feed', 'open marks', '<![CDATA['],
	['list', 'lines', 'https://harbour.example/1 news "~Post"\n'],
	['list', 'marks', '"'],
	['words', 'footers', 'The post appeared first on '],
	['words', 'dots', '. '],
	['name', 'signs', ' | x'],
	['name', 'blanks', ' \t'],
];

test.each(SHAPES)('%s: three times as many %s are at most three times the work', async (kind, _, piece) => {
	const count = Math.ceil(10_000 / piece.length);
	await workOf(() => reading[kind](piece));
	const some = await workOf(() => reading[kind](piece.repeat(count)));
	const much = await workOf(() => reading[kind](piece.repeat(3 * count)));
	expect(some).toBeGreaterThan(0);
	expect(much / some).toBeLessThan(3.6);
});
