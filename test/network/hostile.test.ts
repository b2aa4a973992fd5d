/** Answers that are broken, huge, slow or lying: each ends in time, with one plain line. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limits } from '../../source/network/fetching.ts';
import { answering, serving, textOf, trial } from './loopback.ts';

const head = (lines: string) => `HTTP/1.1 200 OK\r\n${lines}\r\n\r\n`;
const packed = gzipSync('The council of Torvik voted on Monday. '.repeat(50));
const CUT = /^failed: the (?:answer was cut short|connection broke off): try later$/;
const NO_HTTP = /^failed: the answer is no HTTP: check the address$/;
const WRONGLY = /^failed: the answer is packed wrongly: try later, or tell the outlet$/;
const UNLIKE = /^failed: the answer (?:is no HTTP|was cut short): /;
const OVER = /^failed: the head of the answer is too large: tell the outlet$/;

const BROKEN: readonly (readonly [string, string | Buffer, RegExp])[] = [
	['nothing at all', '', CUT],
	['a head cut short', 'HTTP/1.1 200 OK\r\nContent-Ty', CUT],
	['a body cut short', `${head('Content-Length: 100')}only this`, CUT],
	['chunks cut short', `${head('Transfer-Encoding: chunked')}5\r\nhello\r\n`, CUT],
	['a chunk cut short', `${head('Transfer-Encoding: chunked')}ff\r\nhello`, CUT],
	['chunks that are none', `${head('Transfer-Encoding: chunked')}zz\r\nhello\r\n0\r\n\r\n`, NO_HTTP],
	['a chunk without end', `${head('Transfer-Encoding: chunked')}ffffffffffffffffff\r\nhello`, NO_HTTP],
	['two lengths', `${head('Content-Length: 5\r\nContent-Length: 6')}hello!`, UNLIKE],
	[
		'a length and chunks',
		`${head('Content-Length: 5\r\nTransfer-Encoding: chunked')}5\r\nhello\r\n0\r\n\r\n`,
		UNLIKE,
	],
	['no length but words', `${head('Content-Length: five')}hello`, UNLIKE],
	['a page without a head', '<!doctype html><title>old</title>', NO_HTTP],
	['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', NO_HTTP],
	['bytes', Buffer.from([0, 1, 2, 3, 255, 254, 27, 91, 65]), NO_HTTP],
	['a status that is none', 'HTTP/1.1 99999 OK\r\n\r\n', NO_HTTP],
	['a header name with a control', head('X-\u0007: 1'), NO_HTTP],
	['a header with NUL', head('X-A: a\0b'), NO_HTTP],
	['a large header', head(`X-A: ${'a'.repeat(70_000)}`), OVER],
	['many headers', head(Array.from({ length: 9000 }, (_, at) => `X-${at}: 1`).join('\r\n')), OVER],
	[
		'gzip cut short',
		Buffer.concat([Buffer.from(head('Content-Encoding: gzip')), packed.subarray(0, 40)]),
		CUT,
	],
	['gzip that is none', `${head('Content-Encoding: gzip')}hello, this is plain`, WRONGLY],
	['brotli that is none', `${head('Content-Encoding: br')}hello, this is plain text and more of it`, WRONGLY],
	['deflate that is none', `${head('Content-Encoding: deflate')}hello, this is plain`, WRONGLY],
	[
		'gzip spoilt within',
		Buffer.concat([Buffer.from(head('Content-Encoding: gzip')), packed.subarray(0, 30), Buffer.alloc(80, 7)]),
		WRONGLY,
	],
	[
		'an encoding nobody asked for',
		`${head('Content-Encoding: zstd')}hello`,
		/^failed: .*not asked for: tell the outlet$/,
	],
	['many layers', `${head('Content-Encoding: gzip, gzip, gzip, gzip')}hello`, /not asked for/],
	[
		'an upgrade',
		'HTTP/1.1 101 Switching Protocols\r\nUpgrade: tcp\r\nConnection: upgrade\r\n\r\n',
		/^failed: /,
	],
	[
		'an empty answer',
		'HTTP/1.1 204 No Content\r\n\r\n',
		/^failed: the answer is empty: check the address \(HTTP 204\)$/,
	],
	[
		'a part',
		'HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\na',
		/not the whole page.*\(HTTP 206\)$/,
	],
	[
		'a redirect to nowhere',
		'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n',
		/redirects to nowhere.*\(HTTP 302\)$/,
	],
	['unchanged, unasked', 'HTTP/1.1 304 Not Modified\r\n\r\n', /\(HTTP 304\)$/],
	['a status beyond all', 'HTTP/1.1 799 Odd\r\nContent-Length: 0\r\n\r\n', /\(HTTP 799\)$/],
];

test.each(BROKEN)('%s', async (_, bytes, expected) => {
	const server = await answering(bytes);
	const text = textOf(await trial().get(server.url));
	expect(text).toMatch(expected);
	expect(text).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
});

test.each([
	['what comes after the length is not read', `${head('Content-Length: 5')}hello, and more`, 'hello'],
	['a body without length ends with the connection', `${head('X-A: b')}hello`, 'hello'],
	['words of the reason are not shown', 'HTTP/1.0 200 \x1b[31mOK\r\n\r\nhello', 'hello'],
	[
		'news before the answer is passed over',
		`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${head('X-A: b')}hello`,
		'hello',
	],
	['a packed answer may be empty', head('Content-Encoding: gzip\r\nContent-Length: 0'), ''],
	['203 carries a page as well', 'HTTP/1.1 203 From a proxy\r\nContent-Length: 5\r\n\r\nhello', 'hello'],
])('%s', async (_, bytes, expected) => {
	expect(textOf(await trial().get((await answering(bytes)).url))).toBe(expected);
});

test('any answer, spoilt in any place', async () => {
	const sound = [
		Buffer.from(`${head('Content-Length: 5\r\nETag: "a"')}hello`),
		Buffer.from(`${head('Transfer-Encoding: chunked')}5\r\nhello\r\n0\r\n\r\n`),
		Buffer.from('HTTP/1.1 301 Moved Permanently\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n'),
		Buffer.concat([Buffer.from(head('Content-Encoding: gzip')), packed]),
	];
	const spoilt = fc.record({
		bytes: fc.constantFrom(...sound),
		changes: fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 3 }),
		end: fc.oneof(fc.constant(1000), fc.nat(150)),
	});
	let next = Buffer.alloc(0);
	const server = await answering(() => next);
	const { get } = trial({ shutMs: 0 });
	await fc.assert(
		fc.asyncProperty(spoilt, async ({ bytes, changes, end }) => {
			next = Buffer.from(bytes);
			for (const [at, byte] of changes) next[at % next.length] = byte;
			next = next.subarray(0, end);
			const answer = await get(server.url, { etag: '"a"' });
			expect(['body', 'unchanged', 'gone', 'failed']).toContain(answer.kind);
			if (answer.kind === 'failed')
				expect(answer.message).toMatch(/^[^\0-\x1f\x7f-\x9f]+: [^\0-\x1f\x7f-\x9f]+$/);
		}),
		{ numRuns: 80, seed: 7 },
	);
});

describe('connections', () => {
	test('that are reset', async () => {
		const server = await answering(`${head('Content-Length: 100')}some`, 'reset');
		expect(textOf(await trial().get(server.url))).toMatch(CUT);
	});

	test('that are refused', async () => {
		const server = await answering('');
		await server.close();
		expect(textOf(await trial().get(server.url))).toMatch(/^failed: the host takes no connections: /);
	});

	test('that are secure on one side alone', async () => {
		const server = await serving((_, response) => response.end('ok'));
		const text = textOf(await trial().get(server.url.replace('http:', 'https:')));
		expect(text).toBe('failed: no secure connection can be made: check the address, or try http:');
	});

	test.each([
		['ENOTFOUND', /^failed: there is no such host: check the address and the connection$/],
		['EAI_AGAIN', /^failed: the host's name cannot be looked up now: check the address and the connection$/],
	])('to names that cannot be looked up (%s)', async (code, expected) => {
		const lookup = (_: string, __: unknown, done: (error: Error, found: []) => void) =>
			done(Object.assign(new Error('getaddrinfo'), { code }), []);
		expect(textOf(await trial({}, { lookup: lookup as never }).get('http://torvik.example/'))).toMatch(
			expected,
		);
	});

	test('to names whose lookup never ends', async () => {
		const { get } = trial({ idleMs: 40 }, { lookup: () => {} });
		expect(textOf(await get('http://torvik.example/'))).toBe('failed: the host does not answer: try later');
	});
});

const SMALL: Partial<Limits> = { bodyBytes: 100_000 };
const zeros = Buffer.alloc(4_000_000);
const LARGE = /^failed: the answer is larger than 100 kB: check the address$/;

describe('too much', () => {
	test.each([
		['gzip', gzipSync(zeros)],
		['deflate', deflateSync(zeros)],
		['br', brotliCompressSync(zeros)],
		['gzip, gzip', gzipSync(gzipSync(zeros))],
		['gzip, gzip, br', brotliCompressSync(gzipSync(gzipSync(zeros)))],
	])('unpacked out of little: %s', async (encoding, bytes) => {
		expect(bytes.length).toBeLessThan(100_000);
		const server = await serving((_, response) => {
			response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
		});
		expect(textOf(await trial(SMALL).get(server.url))).toMatch(LARGE);
	});

	test.each(['announced', 'unannounced', 'packed to nothing'])('in plain bytes, %s', async (how) => {
		let sent = 0;
		const server = await serving((_, response) => {
			if (how === 'announced') response.setHeader('content-length', 1e9);
			// Empty blocks, of which any number make no byte.
			const nothing = how === 'packed to nothing';
			if (nothing) response.setHeader('content-encoding', 'deflate');
			const piece = nothing
				? Buffer.alloc(50_000, Buffer.from([0, 0, 0, 255, 255]))
				: Buffer.alloc(50_000, 97);
			const more = () => {
				while (!response.destroyed) {
					sent += piece.length;
					if (!response.write(piece)) break;
				}
			};
			response.on('drain', more);
			more();
		});
		expect(textOf(await trial(SMALL).get(server.url))).toMatch(LARGE);
		// What stands in the buffers between the two is all that was sent for nothing.
		expect(sent).toBeLessThan(50_000_000);
	});

	test('not at the limit itself', async () => {
		const server = await serving((_, response) => response.end(Buffer.alloc(100_000)));
		expect((await trial(SMALL).get(server.url)).kind).toBe('body');
	});
});

describe('too slow', () => {
	test('silent before the head', async () => {
		const server = await serving(() => {});
		const text = textOf(await trial({ idleMs: 40 }).get(server.url));
		expect(text).toBe('failed: the host does not answer: try later');
	});

	test('silent within the body', async () => {
		const server = await serving((_, response) => response.write('some'));
		expect(textOf(await trial({ idleMs: 300 }).get(server.url))).toBe(
			'failed: the host fell silent: try later',
		);
	});

	test('is nobody who says something now and then', async () => {
		const words = 'a story told in many small pieces'.split(' ');
		const server = await serving(async (_, response) => {
			for (const word of words) {
				response.write(word);
				await new Promise((resolve) => setTimeout(resolve, 80));
			}
			response.end();
		});
		expect(textOf(await trial({ idleMs: 400 }).get(server.url))).toBe(words.join(''));
	});

	test.each(['body', 'packed body', 'head', 'hints'])('dripping: %s', async (what) => {
		const drips: NodeJS.Timeout[] = [];
		const slow = await serving((_, response) => {
			const { socket } = response;
			if (what === 'body') socket?.write(head('X-A: b'));
			if (what === 'packed body') socket?.write(head('Content-Encoding: gzip'));
			if (what === 'packed body') socket?.write(packed.subarray(0, 10));
			if (what === 'head') socket?.write('HTTP/1.1 200 OK\r\nX-A: ');
			const drip =
				what === 'hints'
					? 'HTTP/1.1 103 Early Hints\r\nX-A: b\r\n\r\n'
					: what === 'packed body'
						? '\0\0\0\xff\xff'
						: 'a';
			drips.push(setInterval(() => socket?.destroyed || socket?.write(drip, 'latin1'), 10));
		});
		const text = textOf(await trial({ idleMs: 2000, totalMs: 120 }).get(slow.url));
		for (const timer of drips) clearInterval(timer);
		expect(text).toBe('failed: the answer takes too long: try later');
	});
});

describe('no question', () => {
	test.each([
		'',
		'torvik',
		'/feed',
		'file:///etc/passwd',
		'data:text/xml,a',
		'gopher://torvik.example/',
		'https://',
		'\0',
		'javascript:1',
	])('"%s"', async (url) => {
		const answer = await trial().get(url);
		expect(answer).toMatchObject({ kind: 'failed', again: false, retryAfter: null });
		expect(textOf(answer)).toMatch(/must begin with https:\/\/ or http:\/\/$/);
	});

	test('an endless address', async () => {
		expect((await trial().get(`https://torvik.example/${'a'.repeat(9000)}`)).kind).toBe('failed');
		expect((await trial().get(`https://torvik.example/${'ü'.repeat(3000)}`)).kind).toBe('failed');
	});
});

test('all is stopped at once', async () => {
	const server = await serving((_, response) => response.write('some'));
	const { get, stop } = trial({ idleMs: 60_000, totalMs: 60_000 });
	const asked = ['/a', '/b', '/c'].map((path) => get(server.url + path));
	while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
	stop();
	expect((await Promise.all(asked)).map(textOf)).toEqual([
		'failed: stopped',
		'failed: stopped',
		'failed: stopped',
	]);
	expect(textOf(await get(server.url))).toBe('failed: stopped');
	expect(server.asked).toEqual(['/a']);
});

test('all is stopped while a name is looked up, and while a host is left alone', async () => {
	const { get, stop } = trial({ idleMs: 60_000, totalMs: 60_000 }, { lookup: () => {} });
	const asked = get('http://torvik.example/');
	await new Promise((resolve) => setImmediate(resolve));
	stop();
	expect(textOf(await asked)).toBe('failed: stopped');

	const server = await serving((_, response) => response.writeHead(503).end());
	const own = trial({ tries: 3, backoffMs: 60_000 }, { wait: undefined as never });
	const patient = own.get(server.url);
	while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
	own.stop();
	expect((await patient).kind).toBe('failed');
	expect(server.asked).toHaveLength(1);
});

test('nothing is fetched by what was closed', async () => {
	const server = await serving((_, response) => response.end('ok'));
	const { get, fetcher } = trial();
	expect(textOf(await get(server.url))).toBe('ok');
	await fetcher.close();
	await fetcher.close();
	expect((await get(server.url)).kind).toBe('failed');
	expect(server.asked).toHaveLength(1);
});
