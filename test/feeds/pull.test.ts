/** Mornings: what comes in by feeds, once; what it costs those who are asked; and what it can never touch. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../source/feeds/library.ts';
import { takeLock, waitForLock } from '../../source/feeds/lock.ts';
import { pullAll } from '../../source/feeds/pull.ts';
import type { Around, Outcome } from '../../source/feeds/pull-feed.ts';
import type { Subscription } from '../../source/feeds/subscriptions.ts';
import type { Answer, Asked, Fetcher } from '../../source/network/fetching.ts';
import { runs } from '../runs.ts';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-feeds-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const library = () => join(home, 'articles');
const files = () =>
	existsSync(library())
		? (readdirSync(library(), { recursive: true, encoding: 'utf8' }) as string[])
				.filter((file) => file.endsWith('.md'))
				.sort()
		: [];
const texts = () => files().map((file) => readFileSync(join(library(), file), 'utf8'));

type Given = string | Partial<Extract<Answer, { kind: 'body' }>> | Exclude<Answer, { kind: 'body' }>;

/** A web of addresses; what is not in it fails for good. */
function web(pages: Record<string, Given>) {
	const asked: Asked[] = [];
	const fetcher: Fetcher = {
		fetch: async (one) => {
			asked.push(one);
			const given = pages[one.url];
			if (given === undefined)
				return { kind: 'failed', message: 'not found', retryAfter: null, again: false };
			if (typeof given === 'object' && 'kind' in given && given.kind !== 'body') return given as Answer;
			const body = typeof given === 'string' ? { bytes: new TextEncoder().encode(given) } : (given as object);
			return {
				kind: 'body',
				url: one.url,
				movedTo: null,
				bytes: new Uint8Array(),
				type: null,
				etag: null,
				lastModified: null,
				freshFor: null,
				...body,
			};
		},
		close: async () => {},
	};
	return { fetcher, asked, urls: () => asked.map(({ url }) => url) };
}

const FEED = 'https://harbour.example/rss';
const feed = (url: string = FEED): Subscription => ({ url, title: null, tags: [] });
const LONG = Array.from(
	{ length: 30 },
	(_, i) => `Paragraph ${i} tells of the dockers and of what they want.`,
).join(' ');
const rss = (...items: readonly string[]) =>
	`<rss version="2.0"><channel><title>The Harbour Post</title><link>https://harbour.example/</link>${items.map((one) => `<item>${one}</item>`).join('')}</channel></rss>`;
const item = (
	id: string,
	title: string,
	body = LONG,
	more = '<pubDate>Tue, 11 Mar 2025 10:00:00 GMT</pubDate>',
) => `<guid isPermaLink="false">${id}</guid><title>${title}</title><description>${body}</description>${more}`;

async function pull(
	fetcher: Fetcher,
	list: readonly Subscription[] = [feed()],
	more: Partial<Around> = {},
): Promise<Outcome[]> {
	const opened = await openLibrary(library(), Date.parse('2025-03-14T07:00:00Z'));
	const outcomes: Outcome[] = [];
	await pullAll(
		list,
		{
			fetcher,
			ownFetcher: { fetch: () => Promise.reject(new Error('nobody asked for this')), close: async () => {} },
			library: opened,
			stateFolder: join(home, 'state'),
			signal: new AbortController().signal,
			now: () => Date.parse('2025-03-14T07:00:00Z'),
			today: '2025-03-14',
			since: null,
			insists: false,
			afresh: opened.isNew,
			onArticle: () => {},
			...more,
		},
		(outcome) => outcomes.push(outcome),
	);
	return outcomes;
}

test('an item is a file of its own, in the folder of its day and outlet, and tells what is known of it', async () => {
	const link = 'https://harbour.example/1';
	const { fetcher } = web({
		[FEED]: rss(
			`<link>${link}</link><title>Dockers: "walk" out</title><author>a@b.example (Ann Vale)</author><pubDate>Tue, 11 Mar 2025 23:00:00 EST</pubDate><description>${LONG}</description>`,
		),
	});
	expect(await pull(fetcher)).toMatchObject([{ kind: 'read', fresh: 1, changed: 0, stubs: 0 }]);
	expect(files()).toMatchObject([
		expect.stringMatching(/^2025-03-11\/the-harbour-post\/dockers-walk-out-i\w{12}\.md$/),
	]);
	expect(texts()).toEqual([
		`---\ntitle: 'Dockers: "walk" out'\ndate: "2025-03-11"\nsource: "The Harbour Post"\nauthor: "Ann Vale"\nurl: "${link}"\nfeed: "${FEED}"\n---\n\n${LONG}\n`,
	]);
});

test('a feed that gathers others’ articles says whose they are', async () => {
	const one = item('1', 'Dockers walk out - The Coast');
	const { fetcher } = web({
		[FEED]: rss(`${one}<source url="https://coast.example/rss">The Coast</source>`),
	});
	await pull(fetcher);
	expect(texts()[0]).toContain('title: "Dockers walk out"\ndate: "2025-03-11"\nsource: "The Coast"');
});

describe('twice is once', () => {
	const three = rss(item('1', 'One is here'), item('2', 'Two is there'), item('3', 'Three is nowhere'));

	test('a feed that is the same brings nothing', async () => {
		const { fetcher } = web({ [FEED]: three });
		await pull(fetcher);
		const before = files();
		expect(before).toHaveLength(3);
		expect(await pull(fetcher)).toMatchObject([{ kind: 'read', fresh: 0, changed: 0 }]);
		expect(files()).toEqual(before);
	});

	test('what was known of the feed can be lost', async () => {
		const { fetcher } = web({ [FEED]: three });
		await pull(fetcher);
		rmSync(join(home, 'state'), { recursive: true });
		expect(await pull(fetcher)).toMatchObject([{ fresh: 0, changed: 0 }]);
		rmSync(join(home, 'state'), { recursive: true });
		writeFileSync(join(home, 'state'), 'no folder');
		expect(await pull(fetcher)).toMatchObject([{ kind: 'failed' }]);
		expect(files()).toHaveLength(3);
	});

	test('state that is no state is as good as none', async () => {
		const { fetcher } = web({ [FEED]: three });
		await pull(fetcher);
		const [name] = readdirSync(join(home, 'state'));
		for (const text of ['', '{', '[]', 'null', '{"seen":{"__proto__":1},"etag":7,"next":"x"}', '\u0000']) {
			writeFileSync(join(home, 'state', name!), text);
			expect(await pull(fetcher)).toMatchObject([{ kind: 'read', fresh: 0, changed: 0 }]);
		}
	});

	test('two pulls at once', async () => {
		const { fetcher } = web({ [FEED]: three });
		await Promise.all([pull(fetcher), pull(fetcher)]);
		expect(files()).toHaveLength(3);
		expect(new Set(texts()).size).toBe(3);
	});

	test('an article that the reader threw away stays away, and one that was moved stays where it is', async () => {
		const { fetcher } = web({ [FEED]: three });
		await pull(fetcher);
		const [first, second] = files();
		rmSync(join(library(), first!));
		mkdirSync(join(library(), 'kept'));
		writeFileSync(
			join(library(), 'kept', second!.split('/').at(-1)!),
			readFileSync(join(library(), second!)),
		);
		rmSync(join(library(), second!));
		expect(await pull(fetcher)).toMatchObject([{ fresh: 0, changed: 0 }]);
		expect(files()).toHaveLength(2);
	});

	test('when the library is gone all comes again, whatever is known of the feed', async () => {
		const { fetcher, asked } = web({
			[FEED]: { bytes: new TextEncoder().encode(three), etag: '"1"', freshFor: 3600 },
		});
		await pull(fetcher);
		rmSync(library(), { recursive: true });
		await pull(fetcher);
		expect(files()).toHaveLength(3);
		expect(asked[1]?.etag).toBe(null);
	});

	test('who throws away all that was read does not get it back', async () => {
		await pull(web({ [FEED]: three }).fetcher);
		for (const file of files()) rmSync(join(library(), file));
		expect(await pull(web({ [FEED]: three }).fetcher)).toMatchObject([{ fresh: 0 }]);
		for (const folder of readdirSync(library())) rmSync(join(library(), folder), { recursive: true });
		const next = three.replace('<item>', `<item>${item('4', 'Four is everywhere')}</item><item>`);
		expect(await pull(web({ [FEED]: next }).fetcher)).toMatchObject([{ fresh: 1 }]);
		expect(texts()[0]).toContain('Four is everywhere');
	});

	test('an item in two feeds of one host is one, and stays as the first had it', async () => {
		const one = '<guid>https://harbour.example/1</guid><title>One</title>';
		const other = 'https://harbour.example/world';
		const { fetcher } = web({
			[FEED]: rss(`${one}<description>${LONG}</description>`),
			[other]: rss(`${one}<description>${LONG} And more.</description>`),
		});
		expect(await pull(fetcher, [feed(), feed(other)])).toMatchObject([
			{ fresh: 1 },
			{ fresh: 0, changed: 0 },
		]);
		expect(texts()[0]).not.toContain('And more');
	});

	test('another article that a feed of the same host gives the same id keeps neither out', async () => {
		const words = LONG.replaceAll('dockers', 'bakers').replaceAll('tells', 'warns');
		const shared = (title: string, body: string) =>
			rss(`<guid>https://site.example/1</guid><title>${title}</title><description>${body}</description>`);
		const thief = 'https://harbour.example/thief';
		for (const title of ['Bakers warn of bread', 'Dockers walk out']) {
			rmSync(home, { recursive: true, force: true });
			const other =
				title === 'Dockers walk out' ? 'Nothing of it is true, says one who was never there.' : words;
			const { fetcher } = web({ [thief]: shared(title, other), [FEED]: shared('Dockers walk out', LONG) });
			const list = [feed(thief), feed()];
			expect(await pull(fetcher, list)).toMatchObject([{ fresh: 1 }, { fresh: 1 }]);
			rmSync(join(home, 'state'), { recursive: true });
			expect(await pull(fetcher, list.reverse())).toMatchObject([
				{ fresh: 0, changed: 0 },
				{ fresh: 0, changed: 0 },
			]);
			expect(texts().filter((text) => text.includes('the dockers'))).toHaveLength(1);
			expect(files()).toHaveLength(2);
		}
	});

	test('a feed of another host cannot take an article’s place', async () => {
		const one = '<guid>https://harbour.example/1</guid><title>One</title>';
		const other = 'https://evil.example/rss';
		const { fetcher } = web({
			[FEED]: rss(`${one}<description>${LONG}</description>`),
			[other]: rss(`${one}<description>False. ${LONG}</description>`),
		});
		await pull(fetcher);
		const [file] = files();
		await pull(fetcher, [feed(other)]);
		expect(files()).toHaveLength(2);
		expect(readFileSync(join(library(), file!), 'utf8')).not.toContain('False.');
	});
});

describe('changes', () => {
	test('what its outlet changed replaces its own file', async () => {
		await pull(web({ [FEED]: rss(item('1', 'Dockers walk out'), item('2', 'Other news today')) }).fetcher);
		const before = files();
		const changed = rss(
			item('1', 'Dockers walk out again', `${LONG} They won.`),
			item('2', 'Other news today'),
		);
		expect(await pull(web({ [FEED]: changed }).fetcher)).toMatchObject([{ fresh: 0, changed: 1 }]);
		expect(files()).toEqual(before);
		expect(texts().join()).toContain('They won.');
	});

	test('another article with a known id is another file', async () => {
		await pull(web({ [FEED]: rss(item('latest', 'Dockers walk out')) }).fetcher);
		const next = rss(
			item('latest', 'Bridge opens early', LONG, '<pubDate>Wed, 12 Mar 2025 10:00:00 GMT</pubDate>'),
		);
		expect(await pull(web({ [FEED]: next }).fetcher)).toMatchObject([{ fresh: 1, changed: 0 }]);
		expect(await pull(web({ [FEED]: next }).fetcher)).toMatchObject([{ fresh: 0, changed: 0 }]);
		expect(files()).toHaveLength(2);
	});

	test.each([
		[
			'no id and no address',
			(at: number) => item('', 'News in brief', `${LONG} Part ${at}.`).replace(/<guid.*guid>/, ''),
		],
		[
			'one address',
			(at: number) =>
				`<link>https://harbour.example/</link><title>News in brief</title><description>${LONG} Part ${at}.</description>`,
		],
		[
			'one id and addresses of their own',
			(at: number) =>
				`${item('x', 'News in brief', `${LONG} Part ${at}.`)}<link>https://harbour.example/${at}</link>`,
		],
	])('articles with one headline, %s are all there, also in another order', async (_, one) => {
		const all = [1, 2, 3].map(one);
		expect(await pull(web({ [FEED]: rss(...all, ...all) }).fetcher)).toMatchObject([{ fresh: 3 }]);
		for (const order of [[...all].reverse(), all]) {
			rmSync(join(home, 'state'), { recursive: true });
			expect(await pull(web({ [FEED]: rss(...order) }).fetcher)).toMatchObject([{ fresh: 0, changed: 0 }]);
		}
		for (const at of [1, 2, 3])
			expect(texts().filter((text) => text.includes(`Part ${at}.`))).toHaveLength(1);
		expect(files()).toHaveLength(3);
	});

	test('three articles with one id are three, also in another order', async () => {
		const all = [
			item('x', 'Dockers walk out'),
			item('x', 'Bridge opens early'),
			item('x', 'Mayor steps down'),
		];
		expect(await pull(web({ [FEED]: rss(...all) }).fetcher)).toMatchObject([{ fresh: 3 }]);
		rmSync(join(home, 'state'), { recursive: true });
		expect(await pull(web({ [FEED]: rss(...all.reverse()) }).fetcher)).toMatchObject([
			{ fresh: 0, changed: 0 },
		]);
		expect(files()).toHaveLength(3);
	});
});

test('an article that the reader has changed stays as they have it', async () => {
	await pull(web({ [FEED]: rss(item('1', 'Dockers walk out')) }).fetcher);
	const path = join(library(), files()[0]!);
	const mine = readFileSync(path, 'utf8').replace('The Harbour Post', 'Harbour Post, late edition');
	writeFileSync(path, mine);
	const changed = web({ [FEED]: rss(item('1', 'Dockers walk out', `${LONG} They won.`)) });
	expect(await pull(changed.fetcher)).toMatchObject([{ kind: 'read', changed: 0 }]);
	expect(readFileSync(path, 'utf8')).toBe(mine);
});

test('whatever ids, addresses, titles and days a feed uses again, all of it is there once, in any order', async () => {
	const one = fc.record({
		guid: fc.constantFrom('', '<guid isPermaLink="false">1</guid>', '<guid>https://harbour.example/1</guid>'),
		link: fc.constantFrom(
			'',
			'<link>https://harbour.example/</link>',
			'<link>https://harbour.example/1</link>',
		),
		title: fc.constantFrom('', 'Dockers walk out', 'Dockers walk out again', 'Bridge opens', 'Mayor resigns'),
		day: fc.constantFrom(
			'',
			'<pubDate>Tue, 11 Mar 2025 10:00:00 GMT</pubDate>',
			'<pubDate>Wed, 12 Mar 2025 10:00:00 GMT</pubDate>',
		),
		part: fc.constantFrom('of it', 'of another', 'of a third'),
	});
	type One = Record<'guid' | 'link' | 'title' | 'day' | 'part', string>;
	const wordsOf = ({ title, part }: One) => `${title}. Part ${part}`;
	// One with the id, the headline and the words of another is the same: which of them is there hangs on their order.
	const nameOf = (one: One) => `${one.guid || one.link || one.day}`.replace(/<[^>]+>/g, '') + wordsOf(one);
	const many = fc.uniqueArray(one, { maxLength: 6, selector: nameOf });
	const written = (one: One) =>
		`${one.guid}${one.link}<title>${one.title}</title>${one.day}<description>${wordsOf(one)}. ${LONG}</description>`;
	await fc.assert(
		fc.asyncProperty(many, fc.boolean(), async (items, forget) => {
			rmSync(home, { recursive: true, force: true });
			await pull(web({ [FEED]: rss(...items.map(written)) }).fetcher);
			const before = texts();
			expect(before).toHaveLength(items.length);
			for (const one of items)
				expect(before.some((text) => text.includes(`\n\n${wordsOf(one)}. `))).toBe(true);
			if (forget) rmSync(join(home, 'state'), { recursive: true, force: true });
			const again = web({ [FEED]: rss(...items.map(written).reverse()) });
			expect(await pull(again.fetcher)).toMatchObject([{ fresh: 0, changed: 0 }]);
			expect(texts()).toEqual(before);
		}),
		{ numRuns: runs(20) },
	);
});

describe('a stub', () => {
	const link = 'https://harbour.example/1';
	const stub =
		'<title>Dockers walk out</title><link>https://harbour.example/1</link><description>The dockers want more…</description>';
	const page = (body: string) =>
		`<html><head><title>Dockers walk out</title></head><body><article><h1>Dockers walk out</h1>${body}</article></body></html>`;
	const full = page(
		`<p>The dockers want more pay.</p>${LONG.replace(/[^.]+\./g, '<p>$&</p>')}<p>Dockers walk out again on Friday, they said on the quay.</p>`,
	);

	test('is filled from its page, which may forbid it', async () => {
		const { fetcher, asked } = web({ [FEED]: rss(stub), [link]: full });
		expect(await pull(fetcher)).toMatchObject([{ fresh: 1, stubs: 0 }]);
		expect(asked).toMatchObject([
			{ url: FEED, robots: false },
			{ url: link, robots: true },
		]);
		expect(texts()[0]).toContain('Paragraph 29 tells');
		expect(texts()[0]).not.toContain('stub');
		await pull(fetcher);
		expect(asked).toHaveLength(3);
	});

	test.each([
		['cannot be had', undefined],
		[
			'is a wall',
			page(
				'<p>Please accept our cookies to go on. We and our 812 partners value what you do here, and store it on your device, and read it, for as long as we like, and sell what we learn of it to whom we please, every day.</p>',
			),
		],
		['is a picture', { type: 'image/png', bytes: Uint8Array.from([1, 2, 3]) }],
		['is no more', { kind: 'gone' } as const],
	])('whose page %s says so', async (_, answer) => {
		const { fetcher } = web({ [FEED]: rss(stub), ...(answer ? { [link]: answer } : {}) });
		expect(await pull(fetcher)).toMatchObject([{ fresh: 1, stubs: 1 }]);
		expect(texts()[0]).toContain('stub: "true"');
		expect(texts()[0]).toContain('The dockers want more…');
	});

	test('is asked for again for some mornings, and what was had is not given up for it', async () => {
		const down: Answer = { kind: 'failed', message: 'down', retryAfter: null, again: true };
		const tries = web({ [FEED]: rss(stub), [link]: down });
		for (let i = 0; i < 6; i++) await pull(tries.fetcher);
		expect(tries.urls().filter((url) => url === link)).toHaveLength(4);
		rmSync(home, { recursive: true });
		await pull(web({ [FEED]: rss(stub), [link]: down }).fetcher);
		expect(await pull(web({ [FEED]: rss(stub), [link]: full }).fetcher)).toMatchObject([
			{ changed: 1, stubs: 0 },
		]);
		const had = texts();
		rmSync(join(home, 'state'), { recursive: true });
		await pull(web({ [FEED]: rss(stub), [link]: down }).fetcher);
		expect(texts()).toEqual(had);
	});

	test('a short item that its page has no more of is whole', async () => {
		const short = 'Dockers in Torvik walk out for the third time this year, and no ship is unloaded today.';
		const whole = stub.replace('The dockers want more…', short);
		const { fetcher } = web({ [FEED]: rss(whole), [link]: page(`<p>${short}</p>`) });
		expect(await pull(fetcher)).toMatchObject([{ fresh: 1, stubs: 0 }]);
	});

	test('whose page ends at a wall has more of it, and is one still', async () => {
		const walled = full.replace(
			'</article>',
			'<p>Subscribe now to continue reading this and all other articles.</p></article>',
		);
		const { fetcher } = web({ [FEED]: rss(stub), [link]: walled });
		expect(await pull(fetcher)).toMatchObject([{ fresh: 1, stubs: 1 }]);
		expect(texts()[0]).toContain('Paragraph 29 tells');
	});

	test('whose page is a sound is none: the feed has all its words', async () => {
		const episode = stub.replace('The dockers want more…', 'Two dockers tell of a year without pay.');
		for (const type of ['audio/mpeg', 'video/mp4']) {
			rmSync(home, { recursive: true, force: true });
			const { fetcher } = web({ [FEED]: rss(episode), [link]: { type, bytes: Uint8Array.from([1, 2, 3]) } });
			expect(await pull(fetcher)).toMatchObject([{ fresh: 1, stubs: 0 }]);
		}
	});

	test('without an address is one for good', async () => {
		const { fetcher, urls } = web({
			[FEED]: rss('<title>Dockers</title><description>The dockers want more…</description>'),
		});
		expect(await pull(fetcher)).toMatchObject([{ fresh: 1, stubs: 1 }]);
		expect(urls()).toEqual([FEED]);
	});

	test('a long item that links to its rest is asked for; one with only a footer is not', async () => {
		const long = (end: string) =>
			`<title>Dockers walk out</title><link>${link}</link><description><![CDATA[<p>${LONG}</p>${end}]]></description>`;
		const footer =
			'<p>The post <a href="/1">Dockers walk out</a> appeared first on <a href="/">The Harbour Post</a>.</p>';
		const more = web({ [FEED]: rss(long(`<p><a href="/1">Continue reading</a></p>${footer}`)) });
		expect(await pull(more.fetcher)).toMatchObject([{ stubs: 1 }]);
		expect(more.urls()).toEqual([FEED, link]);
		rmSync(home, { recursive: true });
		const whole = web({ [FEED]: rss(long(footer)) });
		expect(await pull(whole.fetcher)).toMatchObject([{ fresh: 1, stubs: 0 }]);
		expect(whole.urls()).toEqual([FEED]);
		expect(texts()[0]).not.toContain('appeared first');
	});

	test('gets its day and author from its page where the feed has none', async () => {
		const dated = full.replace(
			'<head>',
			'<head><meta name="author" content="Ann Vale"><meta property="article:published_time" content="2025-03-11T08:00:00Z">',
		);
		await pull(web({ [FEED]: rss(stub), [link]: dated }).fetcher);
		expect(files()[0]).toMatch(/^2025-03-11\//);
		expect(texts()[0]).toContain('author: "Ann Vale"');
	});

	test('of a feed with hundreds of them a hundred pages are asked for in a morning', async () => {
		const many = Array.from({ length: 130 }, (_, i) =>
			stub.replaceAll('/1<', `/s${i}<`).replace('walk out', `walk out at quay ${i}`),
		);
		const { fetcher, asked } = web({ [FEED]: rss(...many) });
		expect(await pull(fetcher)).toMatchObject([{ fresh: 130, stubs: 130 }]);
		expect(asked).toHaveLength(101);
		await pull(fetcher);
		expect(asked).toHaveLength(102 + 30);
	});

	test('a long item is not asked for', async () => {
		const { fetcher, urls } = web({
			[FEED]: rss(`<title>t</title><link>${link}</link><description>${LONG}</description>`),
		});
		await pull(fetcher);
		expect(urls()).toEqual([FEED]);
	});
});

describe('politely', () => {
	const one = (more: object = {}) => ({ bytes: new TextEncoder().encode(rss(item('1', 'One'))), ...more });
	const at = (time: string) => ({ now: () => Date.parse(time) });

	test('what did not change is asked for by its mark', async () => {
		const { fetcher, asked } = web({
			[FEED]: one({ etag: '"a"', lastModified: 'Tue, 11 Mar 2025 10:00:00 GMT' }),
		});
		await pull(fetcher);
		await pull(fetcher);
		expect(asked[1]).toMatchObject({ etag: '"a"', lastModified: 'Tue, 11 Mar 2025 10:00:00 GMT' });
		const unchanged = web({ [FEED]: { kind: 'unchanged', etag: '"b"', lastModified: null } });
		expect(await pull(unchanged.fetcher)).toMatchObject([{ kind: 'unchanged' }]);
		await pull(unchanged.fetcher);
		expect(unchanged.asked[1]).toMatchObject({ etag: '"b"' });
	});

	test('what came broken is asked for anew, and feeds are called what they call themselves', async () => {
		const whole = rss(item('1', 'One'), item('2', 'Two'));
		const { fetcher, asked } = web({
			[FEED]: {
				bytes: new TextEncoder().encode(whole.replace('Two</title>', 'Two</height></title')),
				etag: '"a"',
			},
		});
		expect(await pull(fetcher)).toMatchObject([
			{
				name: 'The Harbour Post',
				notes: [expect.stringMatching(/^The Harbour Post: 1 of its items is broken/)],
			},
		]);
		await pull(fetcher);
		expect(asked[1]?.etag).toBe(null);
	});

	test('a feed that says when to come again is left alone until then, but by name', async () => {
		const { fetcher, asked } = web({ [FEED]: one({ freshFor: 7200 }) });
		await pull(fetcher);
		expect(await pull(fetcher, [feed()], at('2025-03-14T08:30:00Z'))).toMatchObject([{ kind: 'not due' }]);
		expect(asked).toHaveLength(1);
		await pull(fetcher, [feed()], { ...at('2025-03-14T08:30:00Z'), insists: true });
		expect(asked).toHaveLength(2);
		await pull(fetcher, [feed()], at('2025-03-14T10:28:00Z'));
		expect(asked).toHaveLength(3);
	});

	test('so is one that has not changed since', async () => {
		const first = web({ [FEED]: one({ freshFor: 7200, etag: '"1"' }) });
		await pull(first.fetcher);
		const second = web({ [FEED]: { kind: 'unchanged', etag: null, lastModified: null } });
		expect(await pull(second.fetcher, [feed()], at('2025-03-14T09:00:00Z'))).toMatchObject([
			{ kind: 'unchanged' },
		]);
		expect(await pull(second.fetcher, [feed()], at('2025-03-14T10:30:00Z'))).toMatchObject([
			{ kind: 'not due' },
		]);
		expect(await pull(second.fetcher, [feed()], at('2025-03-14T11:00:00Z'))).toMatchObject([
			{ kind: 'unchanged' },
		]);
	});

	test('a clock that was wrong once keeps no feed away', async () => {
		const { fetcher } = web({ [FEED]: one({ freshFor: 3600 }) });
		await pull(fetcher, [feed()], at('2095-01-01T00:00:00Z'));
		expect(await pull(fetcher)).toMatchObject([{ kind: 'read' }]);
	});

	test('nobody is left alone for years', async () => {
		const { fetcher } = web({ [FEED]: one({ freshFor: 1e9 }) });
		await pull(fetcher);
		expect(await pull(fetcher, [feed()], at('2025-03-15T07:00:01Z'))).toMatchObject([{ kind: 'read' }]);
	});

	test('one that fails is told, asked later when it says so, and less often when it goes on failing', async () => {
		const down: Answer = { kind: 'failed', message: 'its server is busy', retryAfter: 3600, again: true };
		const { fetcher } = web({ [FEED]: down });
		expect(await pull(fetcher)).toMatchObject([{ kind: 'failed', message: 'its server is busy' }]);
		expect(await pull(fetcher)).toMatchObject([{ kind: 'not due' }]);
		const silent = web({ [FEED]: { ...down, retryAfter: null } });
		const later = at('2025-03-14T09:00:00Z');
		const kinds: string[] = [];
		for (let i = 0; i < 4; i++) kinds.push((await pull(silent.fetcher, [feed()], later))[0]!.kind);
		expect(kinds).toEqual(['failed', 'failed', 'not due', 'not due']);
	});

	test('one that has moved for good is told once, and read there', async () => {
		const moved = 'https://coast.example/rss';
		const { fetcher, urls } = web({ [FEED]: one({ url: moved, movedTo: moved }), [moved]: one() });
		expect((await pull(fetcher))[0]?.notes[0]).toContain(moved);
		expect((await pull(fetcher))[0]?.notes).toEqual([]);
		expect(urls()).toEqual([FEED, moved]);
		expect(files()).toHaveLength(1);
		const back = web({ [FEED]: one() });
		expect(await pull(back.fetcher)).toMatchObject([{ kind: 'read', fresh: 0 }]);
		expect(back.urls()).toEqual([moved, FEED]);
	});

	test('one that is no more is told as failed once, and not asked again but by name', async () => {
		const { fetcher, asked } = web({ [FEED]: { kind: 'gone' } });
		expect(await pull(fetcher)).toMatchObject([{ kind: 'failed', message: expect.stringContaining('410') }]);
		expect(await pull(fetcher)).toMatchObject([{ kind: 'gone' }]);
		expect(asked).toHaveLength(1);
		expect(await pull(web({ [FEED]: one() }).fetcher, [feed()], { insists: true })).toMatchObject([
			{ kind: 'read' },
		]);
		expect(await pull(web({ [FEED]: one() }).fetcher)).toMatchObject([{ kind: 'read' }]);
	});

	test('feeds of one host are asked one after another, and one that fails stops no other', async () => {
		const others = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1'];
		const { fetcher, urls } = web({ [others[1]!]: one(), [others[2]!]: '<html><body>no</body></html>' });
		const outcomes = await pull(fetcher, others.map(feed));
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['failed', 'failed', 'read']);
		expect(urls().filter((url) => url.includes('//a.'))).toEqual(others.slice(0, 2));
		expect(outcomes.find(({ message }) => message?.includes('a page'))?.message).toContain('quotidian add');
	});

	test('only the reader’s own feeds may be of their own network, and only their own host there', async () => {
		const own = 'http://192.168.1.7/rss';
		const inner = web({
			[own]: rss(
				'<title>One</title><link>http://192.168.1.7/1</link>',
				'<title>Two</title><link>http://192.168.1.1/reboot</link>',
				'<title>Three</title><link>http://192.168.1.7:8080/secret</link>',
			),
		});
		const outer = web({});
		await pull(outer.fetcher, [feed(own)], { ownFetcher: inner.fetcher });
		expect(inner.urls()).toEqual([own, 'http://192.168.1.7/1']);
		expect(outer.urls()).toEqual(['http://192.168.1.1/reboot', 'http://192.168.1.7:8080/secret']);
	});

	test('where such a feed says it has moved to is asked as any other address', async () => {
		const own = 'http://192.168.1.7/rss';
		for (const moved of ['https://coast.example/rss', 'http://192.168.1.7:8080/rss']) {
			rmSync(home, { recursive: true, force: true });
			const inner = web({ [own]: one({ movedTo: moved }) });
			const outer = web({});
			for (let i = 0; i < 2; i++) await pull(outer.fetcher, [feed(own)], { ownFetcher: inner.fetcher });
			expect(inner.urls()).toEqual([own, own]);
			expect(outer.urls()).toEqual([moved]);
		}
	});
});

describe('how much', () => {
	const days = rss(
		item('1', 'Old news here', LONG, '<pubDate>Sat, 01 Mar 2025 10:00:00 GMT</pubDate>'),
		item('2', 'New things there', LONG, '<pubDate>Thu, 13 Mar 2025 10:00:00 GMT</pubDate>'),
		item('3', 'Undated matters', LONG, ''),
	);

	test('--since leaves older ones, which come when all are wanted', async () => {
		const { fetcher, asked } = web({
			[FEED]: { bytes: new TextEncoder().encode(days), etag: '"1"', freshFor: 3600 },
		});
		expect(await pull(fetcher, [feed()], { since: '2025-03-10' })).toMatchObject([{ fresh: 2 }]);
		expect(await pull(fetcher, [feed()], { since: '2025-03-11' })).toMatchObject([{ kind: 'not due' }]);
		expect(await pull(fetcher)).toMatchObject([{ fresh: 1 }]);
		expect(asked.map(({ etag }) => etag)).toEqual([null, null]);
		expect(files().map((file) => file.split('/')[0])).toEqual(['2025-03-01', '2025-03-13', 'undated']);
	});

	test('a run that is broken off goes on from there', async () => {
		const many = rss(...Array.from({ length: 60 }, (_, i) => item(`${i}`, `Number ${i} of ${i * 7}`)));
		const { fetcher, asked } = web({ [FEED]: { bytes: new TextEncoder().encode(many), etag: '"1"' } });
		const stop = new AbortController();
		let count = 0;
		const onArticle = () => {
			if (++count === 25) stop.abort();
		};
		expect(
			await pull(fetcher, [feed(), feed('https://harbour.example/2')], { signal: stop.signal, onArticle }),
		).toMatchObject([
			{ kind: 'stopped', fresh: 25 },
			{ kind: 'stopped', fresh: 0 },
		]);
		expect(await pull(fetcher)).toMatchObject([{ kind: 'read', fresh: 35, changed: 0 }]);
		expect(asked[1]?.etag).toBe(null);
		expect(files()).toHaveLength(60);
	});
});

describe('the library', () => {
	test.each([
		['a title that climbs', item('1', '../../../../owned')],
		['a title of dots', item('1', '..')],
		['a device', item('1', 'CON')],
		['controls', item('1', '&#27;]0;x&#7;a&#10;b')],
		['a very long title', item('1', 'x'.repeat(5000))],
		['no title', '<guid>1</guid><description>words</description>'],
		['an outlet that climbs', `${item('1', 'x')}<source url="https://x.example/">../../owned</source>`],
	])('%s stays inside', async (_, one) => {
		await pull(web({ [FEED]: rss(one) }).fetcher);
		expect(readdirSync(home).sort()).toEqual(['articles', 'state']);
		expect(files()).toHaveLength(1);
		for (const text of texts()) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	});

	test('links that stand in it lead nothing out', async () => {
		const outside = join(home, 'outside');
		mkdirSync(outside);
		mkdirSync(library());
		symlinkSync(outside, join(library(), '2025-03-11'));
		const outcomes = await pull(web({ [FEED]: rss(item('1', 'One')) }).fetcher);
		expect(outcomes).toMatchObject([{ kind: 'failed', message: expect.stringContaining('move it away') }]);
		expect(readdirSync(outside)).toEqual([]);
		const other = item('2', 'Two', LONG, '<pubDate>Wed, 12 Mar 2025 10:00:00 GMT</pubDate>');
		const both = web({ [FEED]: rss(item('1', 'One'), other) });
		expect(await pull(both.fetcher)).toMatchObject([{ kind: 'failed', fresh: 1 }]);
		expect(readdirSync(outside)).toEqual([]);
	});

	test('a link in an article’s place is not followed', async () => {
		const { fetcher } = web({ [FEED]: rss(item('1', 'One thing')) });
		await pull(fetcher);
		const path = join(library(), files()[0]!);
		const precious = join(home, 'precious.txt');
		writeFileSync(precious, 'mine');
		rmSync(path);
		symlinkSync(precious, path);
		rmSync(join(home, 'state'), { recursive: true });
		await pull(fetcher);
		await pull(web({ [FEED]: rss(item('1', 'One thing', `${LONG} And more.`)) }).fetcher);
		expect(readFileSync(precious, 'utf8')).toBe('mine');
	});

	test('what a killed run left is cleared away in time', async () => {
		mkdirSync(library());
		const left = join(library(), `.${'0a'.repeat(9)}.part`);
		const fresh = join(library(), `.${'0b'.repeat(9)}.part`);
		for (const path of [left, fresh]) writeFileSync(path, 'x');
		const now = Date.parse('2025-03-14T07:00:00Z') / 1000;
		utimesSync(left, now - 7200, now - 7200);
		utimesSync(fresh, now - 60, now - 60);
		await openLibrary(library(), now * 1000);
		expect([left, fresh].map(existsSync)).toEqual([false, true]);
	});
});

describe('the lock', () => {
	const path = () => join(home, 'state/pull.lock');

	test('keeps a second one out, until it is released', async () => {
		const lock = await takeLock(path(), Date.now);
		expect(await takeLock(path(), Date.now)).toBe(null);
		await lock?.release();
		const next = await takeLock(path(), Date.now);
		expect(next).not.toBe(null);
		await next?.release();
		expect(existsSync(path())).toBe(false);
	});

	test.each([
		['of a process that is no more', '2147483646', 0],
		['of one that has not been heard of for long', String(process.pid), 3600],
		['of nobody', 'x', 0],
	])('%s is taken over', async (_, pid, age) => {
		const { hostname } = await import('node:os');
		mkdirSync(join(home, 'state'));
		writeFileSync(path(), `${pid} ${hostname()}\n`);
		const then = Date.now() / 1000 - age;
		utimesSync(path(), then, then);
		const lock = await takeLock(path(), Date.now);
		expect(lock).not.toBe(null);
		await lock?.release();
	});

	test('of nobody is taken over by one of many, and leaves nothing behind', async () => {
		mkdirSync(join(home, 'state'));
		for (let round = 0; round < 20; round++) {
			writeFileSync(path(), '2147483646 elsewhere\n');
			utimesSync(path(), 0, 0);
			const locks = await Promise.all(Array.from({ length: 8 }, () => takeLock(path(), Date.now)));
			const had = locks.filter((lock) => lock !== null);
			expect(had).toHaveLength(1);
			await had[0]?.release();
			expect(readdirSync(join(home, 'state'))).toEqual([]);
		}
	});

	test('is waited for by those who have to', async () => {
		const order: number[] = [];
		await Promise.all(
			[1, 2, 3, 4].map(async (at) => {
				const lock = await waitForLock(path(), Date.now);
				order.push(at);
				await new Promise((resolve) => setTimeout(resolve, 5));
				order.push(at);
				await lock?.release();
			}),
		);
		for (let i = 0; i < order.length; i += 2) expect(order[i]).toBe(order[i + 1]);
	});

	test('that cannot be made stops nobody', async () => {
		writeFileSync(join(home, 'file'), '');
		expect(await takeLock(join(home, 'file/pull.lock'), Date.now)).not.toBe(null);
	});
});
