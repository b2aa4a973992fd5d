/** What is asked, and what comes of a decent answer. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AGENT, START, serving, textOf, trial } from './loopback.ts';

describe('a question', () => {
	test('says who asks, and what would do', async () => {
		let heads = {};
		const server = await serving((request, response) => {
			heads = request.headers;
			response.end('ok');
		});
		await trial().get(`${server.url}/feed?a=b#part`, { accept: 'application/rss+xml' });
		expect(heads).toEqual({
			host: `127.0.0.1:${server.port}`,
			connection: 'keep-alive',
			'user-agent': AGENT,
			accept: 'application/rss+xml',
			'accept-encoding': 'gzip, deflate, br',
		});
		expect(server.asked).toEqual(['/feed?a=b']);
	});

	test('gives back what the last answer carried', async () => {
		const heads: unknown[] = [];
		const server = await serving((request, response) => {
			heads.push([request.headers['if-none-match'], request.headers['if-modified-since']]);
			response.writeHead(304, { etag: '"two"' }).end();
		});
		const { get } = trial();
		const dated = { etag: '"one"', lastModified: 'Wed, 31 Dec 2025 10:00:00 GMT' };
		expect(await get(server.url, dated)).toEqual({ kind: 'unchanged', ...dated, etag: '"two"' });
		// What was kept on disk may have been spoilt there: such a thing is not sent.
		const spoilt = { etag: '"one"\r\nx: y', lastModified: 'é' };
		expect(textOf(await get(server.url, spoilt))).toMatch(/^failed: .*\(HTTP 304\)$/);
		expect(heads).toEqual([
			[dated.etag, dated.lastModified],
			[undefined, undefined],
		]);
	});

	test('takes one connection for one host', async () => {
		const server = await serving((_, response) => response.end('ok'));
		const { get } = trial();
		for (const path of ['/a', '/b', '/c']) expect(textOf(await get(server.url + path))).toBe('ok');
		expect(server.sockets.size).toBe(1);
	});
});

describe('an answer', () => {
	test('tells what is to be kept of it', async () => {
		const server = await serving((_, response) => {
			response.writeHead(200, {
				'content-type': 'application/atom+xml; charset=utf-8',
				etag: 'W/"a-1"',
				'last-modified': 'Wed, 31 Dec 2025 10:00:00 GMT',
				'cache-control': 'public, max-age=900',
				age: '100',
			});
			response.end('<feed/>');
		});
		expect(await trial().get(server.url)).toEqual({
			kind: 'body',
			url: `${server.url}/`,
			movedTo: null,
			bytes: Buffer.from('<feed/>'),
			type: 'application/atom+xml; charset=utf-8',
			etag: 'W/"a-1"',
			lastModified: 'Wed, 31 Dec 2025 10:00:00 GMT',
			freshFor: 800,
		});
	});

	test('without any head of its own is taken as it is', async () => {
		const server = await serving((_, response) => {
			response.sendDate = false;
			response.end('');
		});
		const answer = await trial().get(server.url);
		expect(answer).toMatchObject({
			kind: 'body',
			type: null,
			etag: null,
			lastModified: null,
			freshFor: null,
		});
		expect(textOf(answer)).toBe('');
	});

	test('carries nothing in its head that could not be sent back or shown', async () => {
		const server = await serving((_, response) => {
			response.setHeader('etag', `"${'x'.repeat(2000)}"`);
			response.setHeader('last-modified', 'caf\u00e9');
			response.setHeader('content-type', 'text/html\u009b31m');
			response.end('ok');
		});
		expect(await trial().get(server.url)).toMatchObject({ type: null, etag: null, lastModified: null });
	});

	test('410 means gone', async () => {
		const server = await serving((_, response) => response.writeHead(410).end('gone'));
		expect(await trial().get(server.url)).toEqual({ kind: 'gone' });
	});
});

const STORY = 'The council of Torvik voted on Monday. '.repeat(50);
const PACKED: readonly (readonly [string, Buffer])[] = [
	['gzip', gzipSync(STORY)],
	['x-gzip', gzipSync(STORY)],
	['GZIP', gzipSync(STORY)],
	['deflate', deflateSync(STORY)],
	['deflate', deflateRawSync(STORY)],
	['br', brotliCompressSync(STORY)],
	['gzip, br', brotliCompressSync(gzipSync(STORY))],
	['identity', Buffer.from(STORY)],
	['', Buffer.from(STORY)],
	// In two parts, one behind the other, as log rotators and caches make it.
	['gzip', Buffer.concat([gzipSync(STORY.slice(0, 70)), gzipSync(STORY.slice(70))])],
];

test.each(PACKED)('what is packed as "%s" is unpacked', async (encoding, bytes) => {
	const server = await serving((_, response) => {
		response.writeHead(200, { 'content-encoding': encoding });
		// In three pieces, so that nothing depends on where they are cut.
		response.write(bytes.subarray(0, 1));
		response.write(bytes.subarray(1, 20));
		response.end(bytes.subarray(20));
	});
	expect(textOf(await trial().get(server.url))).toBe(STORY);
});

/** Next to what the clock of the test says, the first second of 2026. */
const FRESH: readonly (readonly [Record<string, string>, number | null])[] = [
	[{}, null],
	[{ 'cache-control': 'max-age=60' }, 60],
	[{ 'cache-control': 'public,max-age="60"' }, 60],
	[{ 'cache-control': 'MAX-AGE=60, must-revalidate' }, 60],
	[{ 'cache-control': 's-maxage=60' }, null],
	[{ 'cache-control': 'max-age=-5' }, null],
	[{ 'cache-control': 'max-age=soon' }, null],
	[{ 'cache-control': 'max-age=99999999999' }, 30 * 86_400],
	[{ 'cache-control': 'max-age=60', age: '90' }, 0],
	[{ 'cache-control': 'no-cache, max-age=60' }, 0],
	[{ 'cache-control': 'no-store' }, 0],
	[{ expires: 'Thu, 01 Jan 2026 01:00:00 GMT', date: 'Thu, 01 Jan 2026 00:30:00 GMT' }, 1800],
	[{ expires: 'Thu, 01 Jan 2026 01:00:00 GMT' }, 3600],
	[{ expires: 'Thursday, 01-Jan-26 01:00:00 GMT' }, 3600],
	[{ expires: 'Thu Jan  1 01:00:00 2026' }, 3600],
	[{ expires: '0' }, null],
	[{ expires: 'tomorrow' }, null],
	[{ expires: 'Mon, 01 Jan 1990 00:00:00 GMT' }, 0],
	[{ 'cache-control': 'max-age=5', expires: 'Thu, 01 Jan 2026 01:00:00 GMT' }, 5],
];

test.each(FRESH)('%j stays fresh for %s seconds', async (heads, expected) => {
	const server = await serving((_, response) => {
		response.sendDate = false;
		response.writeHead(200, heads).end('ok');
	});
	expect(await trial().get(server.url)).toMatchObject({ freshFor: expected });
});

test.each([
	['120', 120],
	['0', 0],
	['Thu, 01 Jan 2026 00:10:00 GMT', 600],
	['Wed, 31 Dec 2025 00:10:00 GMT', 0],
	['99999999999', 7 * 86_400],
	['Thu, 01 Jan 2099 00:10:00 GMT', 7 * 86_400],
	['soon', null],
	['-1', null],
	['1e3', null],
	['5', 5],
])('Retry-After: %s is %s seconds', async (text, expected) => {
	const server = await serving((_, response) => response.writeHead(503, { 'retry-after': text }).end());
	expect(await trial().get(server.url)).toMatchObject({ kind: 'failed', retryAfter: expected, again: true });
	expect(START).toBe(Date.parse('2026-01-01T00:00:00Z'));
});
