/** The list of feeds, and OPML: what others wrote is read, what the reader wrote stays, and nothing in it runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanUrl, isOwnNetwork, shownUrl, strangersUrl } from '../../source/feeds/address.ts';
import { readOpml, writeOpml } from '../../source/feeds/opml.ts';
import {
	lineOf,
	newTo,
	readSubscriptions,
	type Subscription,
	withSubscriptions,
} from '../../source/feeds/subscriptions.ts';

const feed = (url: string, title: string | null = null, ...tags: readonly string[]): Subscription => ({
	url,
	title,
	tags,
});

describe('a list in the form of newsboat’s', () => {
	test.each([
		['https://harbour.example/rss', [feed('https://harbour.example/rss')]],
		['  https://harbour.example/rss  # daily', [feed('https://harbour.example/rss')]],
		['# https://harbour.example/rss', []],
		['', []],
		[
			'https://harbour.example/rss news "far away" "~The Harbour Post"',
			[feed('https://harbour.example/rss', 'The Harbour Post', 'news', 'far away')],
		],
		[
			'https://harbour.example/rss "!" "!hidden"',
			[feed('https://harbour.example/rss', null, '!', '!hidden')],
		],
		[
			'https://harbour.example/rss "~Say \\"no\\" \\\\ now"',
			[feed('https://harbour.example/rss', 'Say "no" \\ now')],
		],
		[
			'https://harbour.example/rss "never closed',
			[feed('https://harbour.example/rss', null, 'never closed')],
		],
		['https://harbour.example/rss#top', [feed('https://harbour.example/rss')]],
		['"https://harbour.example/rss" a a', [feed('https://harbour.example/rss', null, 'a')]],
		['feed://harbour.example/rss', [feed('http://harbour.example/rss')]],
		['feed:https://harbour.example/rss', [feed('https://harbour.example/rss')]],
		['\ufeffhttps://harbour.example/rss', [feed('https://harbour.example/rss')]],
		['https://ann:pw@harbour.example/rss', [feed('https://ann:pw@harbour.example/rss')]],
		[
			'https://a.example/1\r\nhttps://a.example/2\r\n',
			[feed('https://a.example/1'), feed('https://a.example/2')],
		],
		['https://a.example/1 first\nhttps://a.example/1 second', [feed('https://a.example/1', null, 'first')]],
	])('%s', (text, subscriptions) => {
		expect(readSubscriptions(text)).toEqual({ subscriptions, skipped: [] });
	});

	test.each([
		['"query:Unread:unread = \\"yes\\""', 'query'],
		['"exec:/bin/touch /tmp/owned"', 'never run'],
		['"filter:sh -c x:https://a.example/"', 'never run'],
		['file:///etc/passwd', 'file'],
		['javascript:alert(1)', 'no address'],
		['harbour', 'no address'],
		['\u001b]0;owned\u0007', 'no address'],
	])('%s is told and skipped', (line, why) => {
		const { subscriptions, skipped } = readSubscriptions(`# mine\n${line}\nhttps://a.example/`);
		expect(subscriptions).toEqual([feed('https://a.example/')]);
		expect(skipped).toMatchObject([{ line: 2, message: expect.stringContaining(why) }]);
		expect(skipped[0]?.message).not.toMatch(/\p{Cc}/u);
	});

	test('what is added stands at the end, and what was there stays to the letter', () => {
		const added = [feed('https://b.example/', 'The "B" \\ Post', 'far away', '#1')];
		expect(withSubscriptions('# mine\nhttps://a.example/   x # y', added)).toBe(
			'# mine\nhttps://a.example/   x # y\nhttps://b.example/ "~The \\"B\\" \\\\ Post" "far away" "#1"\n',
		);
		expect(withSubscriptions('https://a.example/\r\n', [feed('https://b.example/')])).toBe(
			'https://a.example/\r\nhttps://b.example/\r\n',
		);
		expect(withSubscriptions('# mine', [])).toBe('# mine');
		expect(
			newTo([feed('https://a.example/')], [feed('https://a.example/', 'again'), ...added, ...added]),
		).toEqual(added);
	});

	test('a line that is written is read as what was meant', () => {
		const word = fc.string({ maxLength: 30 }).map((text) =>
			text
				.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
				.replace(/\s+/g, ' ')
				.trim(),
		);
		fc.assert(
			fc.property(
				word.filter((text) => text !== '' && !text.startsWith('~')),
				fc.array(
					word.filter((text) => text !== '' && !text.startsWith('~')),
					{ maxLength: 3 },
				),
				(title, tags) => {
					const one = feed('https://a.example/', title, ...new Set(tags));
					expect(readSubscriptions(lineOf(one))).toEqual({ subscriptions: [one], skipped: [] });
				},
			),
		);
	});

	test('any text is read without a throw, a line of a megabyte too', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => void readSubscriptions(text)),
			{ numRuns: 50 },
		);
		expect(readSubscriptions('"'.repeat(1_000_000)).subscriptions).toEqual([]);
	});
});

describe('OPML', () => {
	const opml = (body: string) => `<opml version="2.0"><head/><body>${body}</body></opml>`;
	const A = '<outline type="rss" text="A &amp; Co" xmlUrl="https://a.example/?x=1&amp;y=2"/>';

	test.each([
		['one', A, [feed('https://a.example/?x=1&y=2', 'A & Co')]],
		[
			'title before text',
			'<outline title="T" text="x" xmlUrl="https://a.example/"/>',
			[feed('https://a.example/', 'T')],
		],
		[
			'folders are tags',
			`<outline text="News"><outline text="Far"><outline text="A" xmlUrl="https://a.example/"/></outline></outline>`,
			[feed('https://a.example/', 'A', 'News', 'Far')],
		],
		[
			'categories are tags',
			'<outline text="A" category="/News,money" xmlUrl="https://a.example/"/>',
			[feed('https://a.example/', 'A', 'News', 'money')],
		],
		[
			'a stray &',
			'<outline text="A & B" xmlUrl="https://a.example/?a&b"/>',
			[feed('https://a.example/?a&b', 'A & B')],
		],
		[
			'an address is no name',
			'<outline text="https://a.example/" xmlUrl="https://a.example/"/>',
			[feed('https://a.example/')],
		],
		['twice', A + A, [feed('https://a.example/?x=1&y=2', 'A & Co')]],
		['no feeds', '<outline text="News"/>', []],
		[
			'escapes in names',
			'<outline text="A&#27;[31m&#x202e; B" xmlUrl="https://a.example/"/>',
			[feed('https://a.example/', 'A B')],
		],
	])('%s', (_, body, subscriptions) => {
		expect(readOpml(opml(body))?.subscriptions).toEqual(subscriptions);
	});

	test('addresses that lead elsewhere are told', () => {
		const found = readOpml(opml('<outline text="A" xmlUrl="file:///etc/passwd"/>'));
		expect(found?.subscriptions).toEqual([]);
		expect(found?.skipped).toHaveLength(1);
	});

	test.each([['<html><body>no</body></html>'], [''], ['{}'], ['<opml']])('%s is none', (text) => {
		expect(readOpml(text)).toBe(null);
	});

	test('deep and large lists do not stop the program', () => {
		const deep = opml('<outline text="a">'.repeat(20_000) + A + '</outline>'.repeat(20_000));
		expect(() => readOpml(deep)).not.toThrow();
		const many = Array.from(
			{ length: 20_000 },
			(_, i) => `<outline text="n" xmlUrl="https://a.example/${i}"/>`,
		);
		expect(readOpml(opml(many.join('')))?.subscriptions).toHaveLength(20_000);
	});

	test('what is handed on is taken over as it was, but for passwords', () => {
		const list = [
			feed('https://a.example/?x=1&y=2', 'A & "Co" <1>', 'News', 'far & away'),
			feed('https://b.example/'),
			feed('https://c.example/', "C's", 'News'),
		];
		const text = writeOpml(list);
		expect(new Set(readOpml(text)?.subscriptions)).toEqual(new Set(list));
		expect(text).toContain('<opml version="2.0">');
		expect(writeOpml([feed('https://ann:pw@d.example/')])).not.toContain('pw');
	});

	test('any names come back', () => {
		const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(word, word, (title, tag) => {
				const found = readOpml(writeOpml([feed('https://a.example/', title, tag)]));
				expect(found?.subscriptions).toHaveLength(1);
			}),
		);
	});
});

describe('addresses', () => {
	test.each([
		['https://a.example', 'https://a.example/'],
		[' HTTPS://A.EXAMPLE/x#y ', 'https://a.example/x'],
		['ftp://a.example/', null],
		['data:text/xml,<rss/>', null],
		['//a.example/', null],
	])('%s', (given, url) => {
		expect(cleanUrl(given)).toBe(url);
	});

	test('an address without end is none', () => {
		expect(cleanUrl(`https://a.example/${'x'.repeat(5000)}`)).toBe(null);
	});

	test('strangers’ passwords are dropped, and no password is shown', () => {
		expect(strangersUrl('/x', 'https://a.example/b')).toBe('https://a.example/x');
		expect(strangersUrl('https://u:p@a.example/')).toBe('https://a.example/');
		expect(shownUrl('https://u:p@a.example/')).toBe('https://a.example/');
	});

	test.each([
		['http://localhost:8080/', true],
		['http://nas/feed', true],
		['http://nas.local/', true],
		['http://192.168.1.7/', true],
		['http://127.1/', true],
		['http://[::1]/', true],
		['http://[fd00::1]/', true],
		['https://a.example/', false],
		['http://11.0.0.1/', false],
		['http://10.example.org/', false],
		['http://172.32.0.1/', false],
		['http://[2606:4700::1]/', false],
	])('%s is of the reader’s own network: %s', (url, own) => {
		expect(isOwnNetwork(url)).toBe(own);
	});
});
