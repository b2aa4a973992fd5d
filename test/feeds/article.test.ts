/** The text of an article file: what is told of it comes back as it was, and nothing in a feed can forge it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleText, readKept } from '../../source/feeds/article.ts';
import { readFeed } from '../../source/feeds/reading.ts';
import { runs } from '../runs.ts';

const FEED = 'https://harbour.example/rss';

const signs = fc.oneof(
	fc.constantFrom(
		...['&lt;p&gt;', '&amp;', '&#27;[31m', '&#x202e;', '<b>', '</b>', '---', '\n---\n', '\nstub: "true"\n'],
		...[
			'feed: "https://evil.example/"',
			'"',
			"'",
			'\\',
			'&nbsp;',
			'&#0;',
			'&#xD800;',
			'<![CDATA[',
			'# ',
			'…',
			'&#13;',
			'&#x2028;',
		],
	),
	fc.string({ unit: 'binary', maxLength: 8 }),
);
const words = fc.array(signs, { maxLength: 8 }).map((parts) => parts.join(''));
const item = fc.record({ title: words, body: words, link: words, id: words, author: words, date: words });

const rss = (items: readonly string[]) =>
	`<rss version="2.0"><channel><title>x</title>${items.map((one) => `<item>${one}</item>`).join('')}</channel></rss>`;
const atom = (items: readonly string[]) =>
	`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${items.map((one) => `<entry>${one}</entry>`).join('')}</feed>`;

test.each([false, true])('whatever a feed holds (stubs: %s)', (stub) => {
	fc.assert(
		fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), fc.boolean(), (items, isAtom) => {
			const text = isAtom
				? atom(
						items.map(
							({ title, body, link, id, author, date }) =>
								`<title type="html">${title}</title><content type="xhtml">${body}</content><link href="${link}"/><id>${id}</id><author><name>${author}</name></author><updated>${date}</updated>`,
						),
					)
				: rss(
						items.map(
							({ title, body, link, id, author, date }) =>
								`<title>${title}</title><description>${body}</description><link>${link}</link><guid>${id}</guid><author>${author}</author><pubDate>${date}</pubDate>`,
						),
					);
			for (const one of readFeed(Buffer.from(text), null, FEED, '2025-03-14')?.items ?? []) {
				const file = articleText(one, { outlet: 'The Harbour Post', feed: FEED, stub });
				expect(file).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
				expect(readKept(file)).toMatchObject({
					title: one.title,
					url: one.link,
					day: one.day,
					feed: FEED,
					stub,
				});
			}
		}),
		{ numRuns: runs(30) },
	);
});

test.each([
	['a', 1900, true],
	['a', 2500, false],
	['ü', 1900, false],
])('an address stands whole on top of its article, or not at all: %s %i times', (sign, count, stands) => {
	const link = `https://harbour.example/${sign.repeat(count)}`;
	const feed = readFeed(Buffer.from(rss([`<title>t</title><link>${link}</link>`])), null, FEED, '2025-03-14');
	const [one] = feed?.items ?? [];
	expect(one?.link).toBe(stands ? link : null);
	expect(readKept(articleText(one!, { outlet: 'x', feed: FEED, stub: false }))?.url).toBe(one?.link);
});
