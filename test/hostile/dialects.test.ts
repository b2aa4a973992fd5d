/** One item in every dialect that feeds are written in, under every name and in every encoding a server may give it. */
import { expect, test } from 'vitest';
import { readFeed } from '../../source/feeds/reading.ts';

const WORDS = 'The harbour of Velmora was closed, Café “Molo” says.';
const TITLE = 'Barge closes “Velmora”';
const LINK = 'https://velmora.example/barge';
const HTML = `<p>${WORDS}</p>`;
const ESCAPED = HTML.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const RFC = 'Tue, 11 Mar 2025 09:00:00 +0000';
const ISO = '2025-03-11T09:00:00Z';

const rss = (version: string, inside: string, names = '') =>
	`<rss version="${version}"${names}><channel><title>Post</title><link>https://velmora.example/</link><description>x</description><item><title>${TITLE}</title><link>${LINK}</link>${inside}</item></channel></rss>`;
const rdf = (name: string, inside: string, names = '') =>
	`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${name}"${names}><channel><title>Post</title><link>https://velmora.example/</link></channel><item rdf:about="${LINK}"><title>${TITLE}</title><link>${LINK}</link>${inside}</item></rdf:RDF>`;
const atom = (name: string, inside: string, more = '') =>
	`<feed xmlns="${name}"${more}><title>Post</title><id>x</id><entry><title>${TITLE}</title><link rel="alternate" href="${LINK}"/><id>urn:1</id>${inside}</entry></feed>`;
const json = (version: string, item: object) =>
	JSON.stringify({
		version: `https://jsonfeed.org/version/${version}`,
		title: 'Post',
		items: [{ id: '1', url: LINK, title: TITLE, ...item }],
	});

const DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"';
const CONTENT = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"';
const MEDIA = ' xmlns:media="http://search.yahoo.com/mrss/"';
const ITUNES = ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
const ATOM = 'http://www.w3.org/2005/Atom';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';

/** The day stands in it unless the dialect has none. */
const DIALECTS: readonly (readonly [what: string, feed: string, dated?: false])[] = [
	['RSS 0.90', rdf('http://my.netscape.com/rdf/simple/0.9/', `<description>${ESCAPED}</description>`), false],
	['RSS 0.91', rss('0.91', `<description>${ESCAPED}</description>`), false],
	[
		'RSS 0.91 with its definition',
		`<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">${rss('0.91', `<description>${ESCAPED}</description>`)}`,
		false,
	],
	['RSS 0.92', rss('0.92', `<description>${ESCAPED}</description><pubDate>${RFC}</pubDate>`)],
	['RSS 0.93', rss('0.93', `<description>${ESCAPED}</description><pubDate>${RFC}</pubDate>`)],
	[
		'RSS 0.94',
		rss('0.94', `<description type="text/html">${ESCAPED}</description><pubDate>${RFC}</pubDate>`),
	],
	[
		'RSS 1.0',
		rdf('http://purl.org/rss/1.0/', `<description>${ESCAPED}</description><dc:date>${ISO}</dc:date>`, DC),
	],
	[
		'RSS 1.0 with the whole',
		rdf(
			'http://purl.org/rss/1.0/',
			`<content:encoded><![CDATA[${HTML}]]></content:encoded><dc:date>${ISO}</dc:date>`,
			DC + CONTENT,
		),
	],
	['RSS 2.0', rss('2.0', `<description>${ESCAPED}</description><pubDate>${RFC}</pubDate>`)],
	['RSS 2.0 in CDATA', rss('2.0', `<description><![CDATA[${HTML}]]></description><pubDate>${RFC}</pubDate>`)],
	[
		'RSS 2.0 with the whole',
		rss(
			'2.0',
			`<description>Short.</description><content:encoded><![CDATA[${HTML}]]></content:encoded><pubDate>${RFC}</pubDate>`,
			CONTENT,
		),
	],
	[
		'RSS 2.0 with a body of XHTML',
		rss(
			'2.0',
			`<xhtml:body xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:p>Short.</xhtml:p></xhtml:body><description>${ESCAPED}</description><pubDate>${RFC}</pubDate>`,
		),
	],
	[
		'RSS 2.0 with what is heard and seen',
		rss(
			'2.0',
			`<enclosure url="https://velmora.example/a.mp3" type="audio/mpeg" length="1"/><media:group><media:content url="https://velmora.example/a.jpg"><media:title>Other</media:title></media:content></media:group><itunes:duration>1:00</itunes:duration><description>${ESCAPED}</description><pubDate>${RFC}</pubDate>`,
			MEDIA + ITUNES,
		),
	],
	[
		'RSS 2.0 with the days of Dublin',
		rss('2.0', `<description>${ESCAPED}</description><dc:date>${ISO}</dc:date>`, DC),
	],
	[
		'RSS of another name',
		rss(
			'2.0',
			`<description>${ESCAPED}</description><pubDate>${RFC}</pubDate>`,
			' xmlns="http://backend.userland.com/rss2"',
		),
	],
	['RSS in capitals', rss('2.0', `<DESCRIPTION>${ESCAPED}</DESCRIPTION><PUBDATE>${RFC}</PUBDATE>`)],
	[
		'Atom 0.3',
		atom(
			'http://purl.org/atom/ns#',
			`<content type="text/html" mode="escaped">${ESCAPED}</content><issued>${ISO}</issued><modified>${ISO}</modified>`,
			' version="0.3"',
		),
	],
	[
		'Atom 1.0',
		atom(
			ATOM,
			`<content type="html">${ESCAPED}</content><published>${ISO}</published><updated>${ISO}</updated>`,
		),
	],
	['Atom 1.0 with words', atom(ATOM, `<content type="text">${WORDS}</content><updated>${ISO}</updated>`)],
	[
		'Atom 1.0 in XHTML',
		atom(ATOM, `<content type="xhtml"><div ${XHTML}>${HTML}</div></content><updated>${ISO}</updated>`),
	],
	['Atom 1.0 with a summary', atom(ATOM, `<summary>${WORDS}</summary><updated>${ISO}</updated>`)],
	[
		'Atom 1.0, prefixed',
		`<a:feed xmlns:a="${ATOM}"><a:title>Post</a:title><a:entry><a:title>${TITLE}</a:title><a:link href="${LINK}"/><a:id>1</a:id><a:content type="html">${ESCAPED}</a:content><a:updated>${ISO}</a:updated></a:entry></a:feed>`,
	],
	['JSON Feed 1', json('1', { content_html: HTML, date_published: ISO, author: { name: 'Ann' } })],
	['JSON Feed 1.1', json('1.1', { content_html: HTML, date_published: ISO, authors: [{ name: 'Ann' }] })],
	['JSON Feed with words', json('1.1', { content_text: WORDS, date_published: ISO, attachments: [{}] })],
];

const TYPES = [
	null,
	'application/rss+xml',
	'text/html; charset=iso-8859-1',
	'image/png',
	'application/json; charset=x',
];
const read = (bytes: Uint8Array, type: string | null = null) =>
	readFeed(bytes, type, 'https://velmora.example/feed', '2025-03-14');

const ROWS = DIALECTS.map(([what, feed, dated = true]) => ({ what, feed, dated }));

test.each(ROWS)('$what', ({ feed, dated }) => {
	for (const type of TYPES) {
		const found = read(Buffer.from(feed), type);
		expect(found?.title).toBe('Post');
		expect(found?.items).toHaveLength(1);
		expect(found?.items[0]).toMatchObject({
			title: TITLE,
			link: LINK,
			body: WORDS,
			day: dated ? '2025-03-11' : null,
		});
	}
});

const WINDOWS: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94 };
const western = (text: string) =>
	Uint8Array.from([...text].map((sign) => WINDOWS[sign] ?? sign.charCodeAt(0)));

test.each(ROWS)('$what, in every encoding', ({ feed }) => {
	const isJson = feed.startsWith('{');
	const prolog = (encoding: string) => (isJson ? '' : `<?xml version="1.0" encoding="${encoding}"?>\n`);
	const wide = Buffer.from(`\ufeff${prolog('utf-16')}${feed}`, 'utf16le');
	for (const bytes of [
		Buffer.from(`\ufeff${feed}`),
		Buffer.from(`${prolog('utf-16')}${feed}`),
		Buffer.from(`${prolog('iso-8859-1')}${feed}`),
		western(`${prolog('iso-8859-1')}${feed}`),
		western(`${prolog('utf-8')}${feed}`),
		western(`${prolog('klingon')}${feed}`),
		wide,
		Buffer.from(wide).swap16(),
	])
		expect(read(bytes)?.items[0]).toMatchObject({ title: TITLE, body: WORDS });
});

/** Wherever all of them are cut off, some are. */
const STEP = 19;

test.each(ROWS.map((row, at) => ({ ...row, at })))(
	'$what, cut off anywhere, is read without a throw',
	({ feed, at }) => {
		for (let end = at % STEP; end < feed.length; end += STEP)
			expect(() => read(Buffer.from(feed.slice(0, end)))).not.toThrow();
	},
);
