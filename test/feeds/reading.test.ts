/** Feeds of every kind, and broken ones: what is read of them, and what they cannot do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../source/feeds/reading.ts';
import { runs } from '../runs.ts';

const URL = 'https://harbour.example/rss';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, type: string | null = null) =>
	readFeed(typeof text === 'string' ? bytes(text) : text, type, URL, '2025-03-14');
const rss = (inside: string, head = '<title>The Harbour Post</title>') =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${inside}</channel></rss>`;
const atom = (inside: string, attributes = '') =>
	`<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>The Harbour Post</title>${inside}</feed>`;
const item = (inside: string) => read(rss(`<item>${inside}</item>`))?.items[0];
const entry = (inside: string, attributes = '') =>
	read(atom(`<entry>${inside}</entry>`, attributes))?.items[0];

describe('what is told of an item', () => {
	test.each([
		['<title>Dockers &amp; pilots</title>', { title: 'Dockers & pilots' }],
		['<title>Dockers &amp;amp; pilots</title>', { title: 'Dockers & pilots' }],
		['<title><![CDATA[Dockers <b>walk</b> out]]></title>', { title: 'Dockers walk out' }],
		['<title>Profit &lt; 5 %</title>', { title: 'Profit < 5 %' }],
		['<title>A\n  B</title>', { title: 'A B' }],
		['<title>Dockers & pilots &nbsp;&mdash; it&rsquo;s</title>', { title: 'Dockers & pilots — it’s' }],
		['<title></title><description>d</description>', { title: null, body: 'd' }],
		['<title>t</title><guid isPermaLink="false">17</guid>', { id: '17', link: null }],
		['<title>t</title><guid>https://harbour.example/17</guid>', { link: 'https://harbour.example/17' }],
		['<title>t</title><guid isPermaLink="false">https://harbour.example/17</guid>', { link: null }],
		[
			'<title>t</title><link>https://harbour.example/a?b=1&amp;c=2</link>',
			{ link: 'https://harbour.example/a?b=1&c=2' },
		],
		[
			'<title>t</title><link>https://harbour.example/a?b=1&c=2</link>',
			{ link: 'https://harbour.example/a?b=1&c=2' },
		],
		['<title>t</title><link>/a/b</link>', { link: 'https://harbour.example/a/b' }],
		['<title>t</title><link>javascript:alert(1)</link>', { link: null }],
		['<title>t</title><link>https://u:p@harbour.example/a</link>', { link: 'https://harbour.example/a' }],
		['<title>t</title><author>ann@harbour.example (Ann Vale)</author>', { author: 'Ann Vale' }],
		[
			'<title>t</title><dc:creator>Ann Vale</dc:creator><dc:creator>Bo Kell</dc:creator>',
			{ author: 'Ann Vale, Bo Kell' },
		],
		['<title>t</title><pubDate>Tue, 11 Mar 2025 10:00:00 EST</pubDate>', { day: '2025-03-11' }],
		['<title>t</title><dc:date>2025-03-11T10:00:00Z</dc:date>', { day: '2025-03-11' }],
		['<title>t</title><pubDate>soon</pubDate>', { day: null }],
		['<title>t</title><source url="https://x.example/">The Coast</source>', { source: 'The Coast' }],
		[
			'<title>t</title><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;</description>',
			{ body: 'One.\n\nTwo & three.' },
		],
		['<title>t</title><description><p>Raw <b>tags</b> here.</p></description>', { body: 'Raw tags here.' }],
		['<title>t</title><description>One.\n\nTwo\nlines.</description>', { body: 'One.\n\nTwo lines.' }],
		[
			'<title>t</title><description>short</description><content:encoded><![CDATA[<p>The whole of it.</p>]]></content:encoded>',
			{ body: 'The whole of it.' },
		],
		[
			'<title>t</title><description>The summary is the fuller one.</description><content:encoded> </content:encoded>',
			{ body: 'The summary is the fuller one.' },
		],
		[
			'<title>t</title><description><![CDATA[<p>Words.</p><p><a href="/x">Continue reading</a></p><script>alert(1)</script>]]></description>',
			{ body: 'Words.' },
		],
		['<title>t&#27;]0;owned&#7;x</title>', { title: 'tx' }],
		['<title>t\u202egnp.exe</title>', { title: 'tgnp.exe' }],
		['<title>t</title><description>a&#27;[2Jb &#155;31mc</description>', { body: 'ab ›31mc' }],
		['<title>t</title><category>x</category><unknown><deep/></unknown>', { title: 't' }],
	])('%s', (inside, told) => {
		expect(item(inside)).toMatchObject(told);
	});

	test.each([
		[
			'<id>tag:1</id><title>t</title><link href="one.html"/>',
			'',
			{ id: 'tag:1', link: 'https://harbour.example/one.html' },
		],
		[
			'<title>t</title><link href="one.html"/>',
			' xml:base="https://coast.example/a/"',
			{ link: 'https://coast.example/a/one.html' },
		],
		[
			'<title>t</title><link rel="edit" href="/e"/><link rel="alternate" href="/a"/>',
			'',
			{ link: 'https://harbour.example/a' },
		],
		['<title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>', '', { title: 'A & B' }],
		['<title type="text">A &lt;b&gt; B</title>', '', { title: 'A <b> B' }],
		[
			'<title>t</title><published>2025-03-10</published><updated>2025-03-11T10:00:00Z</updated>',
			'',
			{ day: '2025-03-10' },
		],
		['<title>t</title><updated>2025-03-11T10:00:00Z</updated>', '', { day: '2025-03-11' }],
		['<title>t</title><author><name>Ann Vale</name></author>', '', { author: 'Ann Vale' }],
		[
			'<title>t</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>x</b>.</p><p>Two.</p></div></content>',
			'',
			{ body: 'One x.\n\nTwo.' },
		],
		[
			'<title>t</title><content type="text">if a &lt; b and &lt;b&gt;</content>',
			'',
			{ body: 'if a < b and <b>' },
		],
	])('Atom: %s', (inside, attributes, told) => {
		expect(entry(inside, attributes)).toMatchObject(told);
	});

	test('an entry’s own xml:base hangs on that of the feed', () => {
		const feed = read(
			atom(
				'<entry xml:base="b/"><title>t</title><link href="one"/></entry>',
				' xml:base="https://coast.example/a/"',
			),
		);
		expect(feed?.items[0]?.link).toBe('https://coast.example/a/b/one');
	});

	test('RDF, JSON Feed', () => {
		const rdf = read(
			'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/"><title>R</title><link>https://x.example/</link></channel><item rdf:about="https://x.example/1"><title>T</title><link>https://x.example/1</link><description>d</description><dc:date>2025-03-11T10:00:00+01:00</dc:date></item></rdf:RDF>',
		);
		expect(rdf).toMatchObject({
			title: 'R',
			items: [{ id: 'https://x.example/1', title: 'T', day: '2025-03-11', body: 'd' }],
		});
		const json = read(
			'{"version":"https://jsonfeed.org/version/1.1","title":"J","__proto__":{"title":"p"},"items":[{"id":7,"url":"/1","title":"T","content_html":"<p>x</p><p>y</p>","date_published":"2025-03-11T10:00:00Z","authors":[{"name":"Ann"}]},null,5,{"id":"8","content_text":"a < b & c"}]}',
		);
		expect(json).toMatchObject({
			title: 'J',
			items: [
				{ id: '7', link: 'https://harbour.example/1', body: 'x\n\ny', author: 'Ann', day: '2025-03-11' },
				{ id: '8', body: 'a < b & c' },
			],
		});
	});

	test.each([
		['<ttl>60</ttl>', 3600],
		['<ttl>0</ttl>', null],
		['<ttl>-5</ttl>', null],
		['<ttl>soon</ttl>', null],
		['', null],
	])('when it is to be asked again: %s', (head, every) => {
		expect(read(rss('', `<title>x</title>${head}`))?.every).toBe(every);
	});
});

describe('broken feeds', () => {
	const two = '<item><title>One</title></item><item><title>Two</title></item>';
	test.each([
		['words before the prolog', `\n\n oops ${rss(two)}`, 2, 0],
		['no prolog, no version', `<rss><channel><title>x</title>${two}</channel></rss>`, 2, 0],
		['cut short in an item', rss(two).slice(0, rss(two).indexOf('Two')), 1, 1],
		[
			'cut short in CDATA',
			`${rss(two).split('</channel>')[0]}<item><title>Three</title><description><![CDATA[oh`,
			3,
			1,
		],
		['cut short between items', rss(two).split('</channel>')[0]!, 2, 0],
		['an item that is never closed', rss(`<item><title>Zero</title>${two}`), 3, 0],
		['one forbidden name', rss(`<item><__proto__>x</__proto__><title>p</title></item>${two}`), 2, 1],
		['items outside the channel', `<rss version="2.0"><channel><title>x</title></channel>${two}</rss>`, 2, 0],
		['in capitals', rss(two).replace(/(<\/?)(item|title|channel)/g, (_, a, b) => a + b.toUpperCase()), 2, 0],
		['a stray end tag in the head', rss(two, '<title>x</title><image><url>u</url></height></image>'), 2, 0],
		[
			'tags quoted in an item',
			rss(
				`<item><title>One</title><description><![CDATA[write <item> or <item > here]]></description></item><item><title>Two</title></item>`,
			),
			2,
			0,
		],
		['the last sign cut off', rss(two).slice(0, -1), 2, 0],
		[
			'Atom cut short',
			'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>One</title></entry><entry><title>Tw',
			1,
			1,
		],
		['entities of its own', `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(two)}`, 2, 0],
		[
			'a file as an entity',
			`<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss('<item><title>&a;One</title></item>')}`,
			1,
			0,
		],
	])('%s', (_, text, items, broken) => {
		const feed = read(text);
		expect(feed?.items).toHaveLength(items);
		expect(feed?.broken).toBe(broken);
		expect(JSON.stringify(feed)).not.toContain('root:');
	});

	test('of a head that cannot be read the name is', () => {
		const feed = read(
			rss(two, '<title>The Harbour Post</title><link>https://x.example/</link><image></height></image>'),
		);
		expect(feed).toMatchObject({ title: 'The Harbour Post', link: 'https://x.example/', items: [{}, {}] });
	});

	test.each([
		['<description>The dockers wan', '<item><title>Two</title><link>https://x.example/2</link>'],
		[
			'<content:encoded><![CDATA[<p>The dockers</p><p>wan',
			'<item><title>Two</title><link>https://x.example/2</link>',
		],
		['<summary>The dockers wan', '<entry><title>Two</title><link href="https://x.example/2"/>'],
	])('of an item that is cut short in its text the rest is there: %s', (end, begins) => {
		const isRss = begins.startsWith('<item>');
		const first = begins.replace('Two', 'One').replace('/2', '/1') + (isRss ? '</item>' : '</entry>');
		const top = isRss ? '<rss version="2.0"><channel>' : '<feed xmlns="http://www.w3.org/2005/Atom">';
		for (const whole of [first, '']) {
			const feed = read(`${top}<title>The Harbour Post</title>${whole}${begins}${end}`);
			expect(feed?.broken).toBe(1);
			expect(feed?.items.at(-1)).toMatchObject({ title: 'Two', link: 'https://x.example/2', body: '' });
			expect(feed?.items).toHaveLength(whole === '' ? 1 : 2);
		}
		// Where nothing stands before its text there is nothing.
		expect(read(`${top}${first}${isRss ? '<item>' : '<entry>'}${end}`)?.items).toHaveLength(1);
	});

	test('signs that are none become one that says so', () => {
		expect(item('<title>a &#1114112; b &#x110000; c &#55296; d</title>')?.title).toMatch(
			/^a \S* ?b \S* ?c \S* ?d$/,
		);
	});

	test.each([
		['nothing', ''],
		['a page', '<!doctype html><html><head><title>x</title></head><body>hello</body></html>'],
		['a page that speaks of feeds', '<html><body>an <rss> feed has an <item> or two</body></html>'],
		['JSON', '{"title":"x","items":[]}'],
		['bytes', '\u0000\u0001\u0002'],
		['XML', '<?xml version="1.0"?><note>x</note>'],
		['an empty element', '<rss/>'],
	])('%s is no feed', (_, text) => {
		expect(read(text)?.items ?? []).toEqual([]);
	});

	test('characters: what the bytes show goes before what the prolog says, that before the header', () => {
		const text = (encoding: string) =>
			`<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>x</title><item><title>Café “x”</title></item></channel></rss>`;
		const cyrillic = Uint8Array.from([
			...bytes(
				'<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>x</title><item><title>',
			),
			0xcf,
			0xf0,
			0xe8,
			...bytes('</title></item></channel></rss>'),
		]);
		const western = Uint8Array.from(
			[...text('utf-8').replace(/[“”]/g, '"')].map((sign) => sign.charCodeAt(0)),
		);
		expect(read(text('iso-8859-1'), 'text/xml; charset=iso-8859-1')?.items[0]?.title).toBe('Café “x”');
		expect(read(western, 'text/xml; charset=utf-8')?.items[0]?.title).toBe('Café "x"');
		expect(read(cyrillic, 'text/xml; charset=iso-8859-1')?.items[0]?.title).toBe('При');
		const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text('utf-16'), 'utf16le')]);
		expect(read(wide)?.items[0]?.title).toBe('Café “x”');
	});
});

describe('hostile feeds', () => {
	const deep = 30_000;
	test.each([
		['200,000 items', rss('<item><title>t</title></item>'.repeat(200_000))],
		[
			'deep tags',
			rss(
				`<item><title>t</title><description>${'<b>'.repeat(deep)}x${'</b>'.repeat(deep)}</description></item>`,
			),
		],
		['deep unknown tags', rss(`${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}<item><title>t</title></item>`)],
		['tags that are never closed', rss('<item><title>'.repeat(deep))],
		['a million "<"', rss(`<item><title>${'<'.repeat(1_000_000)}</title></item>`)],
		['a million "&"', rss(`<item><title>${'&'.repeat(1_000_000)}</title></item>`)],
		['open CDATA', rss('<item><title><![CDATA['.repeat(deep))],
		['open comments', rss('<!--'.repeat(deep))],
		// So many that what begins anew at each of them is not done while a test waits.
		['open definitions', `<rss><channel><item><title>t</title>${'<!DOCTYPE['.repeat(100_000)}`],
		['open definitions in the head', `${'<!DOCTYPE ['.repeat(100_000)}<rss><channel><item><title>t</title>`],
		['open brackets', `<!DOCTYPE ${'['.repeat(100_000)}${rss('')}`],
		[
			'many attributes',
			rss(`<item ${Array.from({ length: 20_000 }, (_, i) => `a${i}="b"`).join(' ')}><title>t</title></item>`),
		],
		[
			'deep JSON',
			`{"version":"https://jsonfeed.org/version/1","title":"x","items":${'['.repeat(deep)}${']'.repeat(deep)}}`,
		],
		['a long line', rss(`<item><title>${'x '.repeat(1_000_000)}</title></item>`)],
		['blanks', rss(`<item><title>t</title><description>${' \n'.repeat(500_000)}x</description></item>`)],
	])('%s', (what, text) => {
		const feed = read(text);
		expect((feed?.items ?? []).length).toBeLessThanOrEqual(1000);
		if (what === '200,000 items') expect(feed).toMatchObject({ items: { length: 1000 }, more: true });
		for (const one of feed?.items ?? []) expect((one.title ?? '').length).toBeLessThanOrEqual(1000);
	});

	test('of a long list in JSON as much is read', () => {
		const items = Array.from({ length: 1500 }, (_, i) => ({ id: `${i}`, title: 't' }));
		const feed = read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }));
		expect(feed).toMatchObject({ items: { length: 1000 }, more: true });
	});

	test('tags quoted in JSON are none of the feed', () => {
		const items = [{ id: '1', title: 't', content_html: '<item>'.repeat(2000) }];
		const feed = read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }));
		expect(feed).toMatchObject({ items: { length: 1 }, more: false });
	});

	test('entities do not multiply', () => {
		const bomb = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
			'',
		);
		const feed = read(
			`<!DOCTYPE rss [<!ENTITY e0 "boom">${bomb}]>${rss('<item><title>&e30;</title></item>')}`,
		);
		expect(JSON.stringify(feed).length).toBeLessThan(5000);
	});

	test('any bytes, and any feed with a piece cut out, are read without a throw', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 2000 }), (some) => void read(some)),
			{ numRuns: runs(15) },
		);
		const whole = rss(
			'<item><title>One &amp; two</title><link>/1</link><description><![CDATA[<p>x</p>]]></description></item>'.repeat(
				3,
			),
		);
		fc.assert(
			fc.property(
				fc.nat(whole.length),
				fc.nat(80),
				fc.string({ unit: 'binary', maxLength: 5 }),
				(at, size, put) => {
					const feed = read(whole.slice(0, at) + put + whole.slice(at + size));
					for (const one of feed?.items ?? [])
						expect(`${one.title}${one.author}${one.body}`).not.toMatch(
							/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
						);
				},
			),
		);
	});
});
