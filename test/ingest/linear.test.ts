/** Reading a page or a message costs in proportion to its length. Work is counted, not timed: runs of every block. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counter } from '../work.ts';

const { begin, workOf, end } = counter();
let reading: { page: (text: string) => unknown; message: (text: string) => unknown };

beforeAll(async () => {
	await begin();
	// Only what is compiled from here on is counted block by block.
	const { readPage } = await import('../../source/ingest/page.ts');
	const { readMail } = await import('../../source/ingest/mail.ts');
	reading = { page: readPage, message: (text) => readMail(Buffer.from(text)) };
});

afterAll(end);

const workFor = (kind: keyof typeof reading, text: string) => workOf(() => reading[kind](text));

const STORY =
	'The harbour of Velmora was closed on Tuesday after a barge struck its northern pier, officials said.';

const SHAPES: readonly (readonly [kind: keyof typeof reading, what: string, piece: string])[] = [
	['page', 'paragraphs', `<p>${STORY}</p>`],
	['page', 'sections', `<section class="article-body"><h2>Pier</h2><p>${STORY}</p></section>`],
	[
		'page',
		'comments',
		`<div class="comment"><time datetime="2025-03-11">March 11, 2025</time>${STORY}</div>`,
	],
	['page', 'headlines', '<h1>Barge closes harbour</h1>'],
	['page', 'links', '<a href="/a">Harbour</a> '],
	['page', 'dates', '<span class="date">11. März 2025</span><br>'],
	['page', 'elements never closed', '<div><b>a '],
	['page', 'scripts of data', '<script type="application/ld+json">[{"@type":"Article"}]</script>'],
	['page', 'meta', '<meta name="date" content="soon">'],
	['message', 'parts', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\n'],
	['message', 'heads', 'Subject: =?utf-8?Q?a?= b\n c\n'],
];

test.each(SHAPES)('a %s: three times as many %s are at most three times the work', async (kind, _, piece) => {
	const of = (count: number) => piece.repeat(count);
	const count = Math.ceil(20_000 / piece.length);
	await workFor(kind, of(1));
	const [some, much] = [await workFor(kind, of(count)), await workFor(kind, of(3 * count))];
	expect(some).toBeGreaterThan(0);
	expect(much / some).toBeLessThan(3.6);
});
