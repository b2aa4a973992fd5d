/** What a reader points at, and the feed that is meant; a page may not send the program into the reader's own network. */
import { expect, test } from 'vitest';
import { lookAt } from '../../source/feeds/looking.ts';
import type { Answer } from '../../source/network/fetching.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const RSS = '<rss version="2.0"><channel><title>The Harbour Post</title></channel></rss>';
const page = (...links: readonly string[]) => `<html><head>${links.join('')}</head><body>x</body></html>`;
const link = (href: string, more = '') =>
	`<link rel="alternate" type="application/rss+xml" href="${href}"${more}>`;

/** A web of these; what is of somebody's own network is found only by who may look there. */
function web(pages: Readonly<Record<string, string | Partial<Extract<Answer, { kind: 'body' }>>>>) {
	const asked: string[] = [];
	const fetch = async (url: string, own: boolean): Promise<Answer> => {
		asked.push(url);
		const given = pages[url];
		if (given === undefined || (!own && url.includes('192.168')))
			return { kind: 'failed', message: 'not found', retryAfter: null, again: false };
		const answer = {
			kind: 'body',
			url,
			movedTo: null,
			type: null,
			etag: null,
			lastModified: null,
			freshFor: null,
		} as const;
		return typeof given === 'string'
			? { ...answer, bytes: bytes(given) }
			: { ...answer, bytes: bytes(RSS), ...given };
	};
	return { asked, fetch, look: (given: string) => lookAt(given, null, { fetch, today: '2025-03-14' }) };
}

test.each([
	['a feed', 'https://h.example/rss', { 'https://h.example/rss': RSS }, 'https://h.example/rss'],
	['without https://', 'h.example/rss', { 'https://h.example/rss': RSS }, 'https://h.example/rss'],
	['feed://', 'feed://h.example/rss', { 'http://h.example/rss': RSS }, 'http://h.example/rss'],
	[
		'one that has moved for good',
		'https://h.example/old',
		{ 'https://h.example/old': { movedTo: 'https://h.example/new', url: 'https://h.example/new' } },
		'https://h.example/new',
	],
	[
		'one with a password stays as it was given',
		'https://u:p@h.example/old',
		{ 'https://u:p@h.example/old': { movedTo: 'https://h.example/new' } },
		'https://u:p@h.example/old',
	],
	[
		'a page',
		'https://h.example/',
		{ 'https://h.example/': page(link('/rss')), 'https://h.example/rss': RSS },
		'https://h.example/rss',
	],
	[
		'a page with a base',
		'https://h.example/',
		{
			'https://h.example/': page('<base href="https://i.example/a/">', link('rss')),
			'https://i.example/a/rss': RSS,
		},
		'https://i.example/a/rss',
	],
	[
		'a page of the reader’s own network',
		'http://192.168.1.7/',
		{ 'http://192.168.1.7/': page(link('/rss')), 'http://192.168.1.7/rss': RSS },
		'http://192.168.1.7/rss',
	],
])('%s', async (_, given, pages, url) => {
	expect(await web(pages).look(given)).toMatchObject({ url, title: 'The Harbour Post' });
});

test('the comments of a page come last, and what is no feed is none', async () => {
	const { look } = web({
		'https://h.example/': page(
			'<link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" type="application/json" href="/api/7">',
			link('/comments/feed/'),
			link('/rss'),
			link('/rss'),
			link('/2', ' title="News » Comments Feed"'),
			link('javascript:alert(1)'),
		),
		'https://h.example/rss': RSS,
	});
	expect(await look('https://h.example/')).toMatchObject({
		url: 'https://h.example/rss',
		others: ['https://h.example/comments/feed/', 'https://h.example/2'],
	});
});

test('what a page of the Internet names in the reader’s own network is not looked at', async () => {
	const { look } = web({
		'https://h.example/': page(link('http://192.168.1.1/rss')),
		'http://192.168.1.1/rss': RSS,
	});
	expect(await look('https://h.example/')).toEqual({ problem: 'its feed http://192.168.1.1/rss: not found' });
});

test('what a page of their own network names elsewhere there is not looked at, and on another port neither', async () => {
	for (const elsewhere of ['http://192.168.1.1/rss', 'http://192.168.1.7:8080/rss']) {
		const { look } = web({ 'http://192.168.1.7/': page(link(elsewhere)), [elsewhere]: RSS });
		expect(await look('http://192.168.1.7/')).toEqual({ problem: `its feed ${elsewhere}: not found` });
	}
});

test.each([
	['ftp://h.example/', 'no address'],
	['/etc/passwd', 'no address'],
	['', 'no address'],
	['https://h.example/none', 'not found'],
])('%s is none: %s', async (given, problem) => {
	expect(await web({}).look(given)).toEqual({ problem: expect.stringContaining(problem) });
});

test.each([
	[
		'a feed that says where it stands',
		`<feed xmlns="http://www.w3.org/2005/Atom"><title>V</title><link rel="self" href="https://v.example/f"/></feed>`,
		{ url: 'https://v.example/f' },
	],
	['a feed that does not', RSS, { problem: expect.stringContaining('does not say') }],
	[
		'a saved page',
		page('<link rel="canonical" href="https://v.example/a/b">', link('/f')),
		{ url: 'https://v.example/f' },
	],
	[
		'a saved page that does not say where it was',
		page(link('/f')),
		{ problem: expect.stringContaining('neither') },
	],
	[
		'a feed that does not, nor can its page be had',
		RSS.replace('<title>', '<link>https://v.example/</link><title>'),
		{ problem: expect.stringMatching(/does not say.*https:\/\/v\.example\/: not found/) },
	],
	['words', 'words', { problem: expect.stringContaining('neither') }],
])('a file: %s', async (_, text, looked) => {
	const { fetch } = web({});
	expect(await lookAt('x', async () => bytes(text), { fetch, today: '2025-03-14' })).toMatchObject(looked);
});

test('a saved feed that only tells its page is looked for there, but not in the reader’s own network', async () => {
	const of = (at: string) => async () => bytes(RSS.replace('<title>', `<link>${at}</link><title>`));
	const { fetch } = web({
		'https://v.example/': page(link('/f')),
		'https://v.example/f': RSS,
		'http://192.168.1.7/': page(link('/f')),
		'http://192.168.1.7/f': RSS,
	});
	const ways = { fetch, today: '2025-03-14' } as const;
	expect(await lookAt('x', of('https://v.example/'), ways)).toMatchObject({ url: 'https://v.example/f' });
	expect(await lookAt('x', of('http://192.168.1.7/'), ways)).toMatchObject({
		problem: expect.stringContaining('not found'),
	});
});
