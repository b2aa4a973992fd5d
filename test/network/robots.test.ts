/** robots.txt: what a file says, and what is made of it when it is asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allows, robotsOf } from '../../source/network/robots.ts';
import { runs } from '../runs.ts';
import { naming, serving, textOf, trial } from './loopback.ts';

/** A file in one line, then paths: `+` may be fetched, `-` may not. */
const CASES = `
# nothing                                                           | +/ +/a
Disallow: /                                                         | +/a
User-agent: * ; Disallow: /                                         | -/ -/a -/a?b=c +/robots.txt
User-agent: * ; Disallow:                                           | +/ +/a
User-agent: * ; Disallow: /a                                        | +/ -/a -/ab -/a/b +/b/a +/A
User-agent: * ; Disallow: /a/                                       | +/a -/a/ -/a/b
user-AGENT:*;DISALLOW:/a;allow : /a/b                               | -/a +/a/b +/a/bc -/a/c
User-agent: * ; Allow: /a ; Disallow: /a                            | +/a
User-agent: * ; Disallow: /a ; Allow: /a                             | +/a
User-agent: * ; Disallow: /a* ; Allow: /a                            | -/a -/ab
User-agent: * ; Disallow: /a/b ; Allow: /a                          | -/a/b +/a/c
User-agent: * ; Disallow: / ; Allow: /$                             | +/ -/a -/?a
User-agent: * ; Disallow: /*.php                                    | -/a.php -/a.php?b -/a/b.phpx +/php +/a.PHP
User-agent: * ; Disallow: /*.php$                                   | -/a.php +/a.php?b +/a.phpx -/a.php.php
User-agent: * ; Disallow: /a*b*c                                    | -/abc -/a-b-c-d +/acb +/ab +/ba-b-c
User-agent: * ; Disallow: /ab*ba$                                   | -/abba -/abcba +/aba +/abbac
User-agent: * ; Disallow: *?print=                                  | -/a?print=1 +/a?x=1 +/print
User-agent: * ; Disallow: /**a**                                    | -/a -/xa +/x
User-agent: * ; Disallow: /a$b                                      | -/a$b -/a%24b +/a
User-agent: * ; Disallow: /a%2Ab                                    | -/a*b -/a%2ab +/axb
User-agent: * ; Disallow: /%61/%7Eb                                 | -/a/~b -/a/%7eb -/%61/~b +/b
User-agent: * ; Disallow: /a%2fb                                    | -/a%2Fb +/a/b
User-agent: * ; Disallow: /städte                                   | -/st%C3%A4dte -/st%c3%a4dte/1 +/stadte
User-agent: * ; Disallow: /st%C3%A4dte                              | -/städte
User-agent: Quotidian ; Disallow: /a ; User-agent: * ; Disallow: /b | -/a +/b
User-agent: * ; Disallow: /b ; User-agent: Quotidian ; Disallow: /a | -/a +/b
User-agent: quotidian/1.0 (a reader) ; Disallow: /a                 | -/a +/b
User-agent: Quotidian ; Disallow: ; User-agent: * ; Disallow: /     | +/a
User-agent: Quotidianer ; Disallow: /                               | +/a
User-agent: Quot ; Disallow: /                                      | +/a
User-agent: Other ; Disallow: / ; User-agent: * ; Allow: /          | +/a
User-agent: Other ; User-agent: Quotidian ; Disallow: /a            | -/a +/b
User-agent: Quotidian ; User-agent: Other ; Disallow: /a            | -/a +/b
User-agent: Quotidian ; Disallow: /a ; User-agent: Quotidian ; Disallow: /b | -/a -/b +/c
User-agent: Quotidian ; Sitemap: http://a.example/ ; User-agent: Other ; Disallow: /a | -/a
User-agent: Quotidian ; Crawl-delay: 5 ; User-agent: * ; Disallow: / | +/a
User-agent: * ; nonsense ; : ; ; Disallow: /a ; <html> ; Disallow: /b | -/a -/b
User-agent: * # everybody ; Disallow: /a # this: not that ; #Disallow: /b ; # a: b | -/a +/b
User-agent: * ; Disallow: a                                         | +/a
`;

const rows = CASES.trim()
	.split('\n')
	.map((row) => row.split(' | ').map((part) => part.trim()) as [string, string]);

test.each(rows)('%s: %s', (file, paths) => {
	const robots = robotsOf(file.replace(/\s*;\s*/g, '\n'), 'Quotidian');
	const found = paths.split(' ').map((path) => (allows(robots, path.slice(1)) ? '+' : '-') + path.slice(1));
	expect(found.join(' ')).toBe(paths);
});

test.each(['\n', '\r\n', '\r'])('lines may end in %j, and a mark may stand before the first', (end) => {
	const robots = robotsOf(['\ufeffUser-agent: *', 'Disallow: /a', ''].join(end), 'Quotidian');
	expect([allows(robots, '/a'), allows(robots, '/b')]).toEqual([false, true]);
});

test.each([
	['5', 5],
	['0.5', 0.5],
	['-1', null],
	['soon', null],
	['1e9', null],
])('Crawl-delay: %s is %s', (text, expected) => {
	expect(robotsOf(`User-agent: *\nCrawl-delay: ${text}`, 'Quotidian').delay).toBe(expected);
	expect(robotsOf(`User-agent: Other\nCrawl-delay: ${text}`, 'Quotidian').delay).toBeNull();
});

/** The pattern as a regular expression: slow, but plainly what the standard says. */
function reference(pattern: string, path: string): boolean {
	const closed = pattern.endsWith('$');
	const body = closed ? pattern.slice(0, -1) : pattern;
	const source = body.replace(/[.$]/g, '\\$&').replace(/\*/g, '.*');
	return new RegExp(`^${source}${closed ? '$' : ''}`).test(path);
}

test('stars and dollars mean what they mean to a regular expression', () => {
	const letters = (set: string) => fc.string({ unit: fc.constantFrom(...set), maxLength: 8 });
	fc.assert(
		fc.property(letters('ab/.**$'), letters('aab/.$'), (pattern, path) => {
			const robots = robotsOf(`User-agent: *\nDisallow: /${pattern}`, 'Quotidian');
			expect(allows(robots, `/${path}`)).toBe(!reference(`/${pattern}`, `/${path}`));
		}),
		{ numRuns: runs(150) },
	);
});

test('no text is too odd, and none too long', () => {
	const units = fc.oneof(fc.nat(127), fc.nat(0xffff), fc.constantFrom(10, 35, 36, 37, 42, 58));
	const odd = fc.array(units).map((codes) => String.fromCharCode(...codes));
	fc.assert(
		fc.property(odd, odd, (text, path) => {
			expect(typeof allows(robotsOf(text, 'Quotidian'), path)).toBe('boolean');
			expect(typeof allows(robotsOf(`User-agent: *\nDisallow: ${text}`, 'Quotidian'), path)).toBe('boolean');
		}),
	);
	const path = `/${'a'.repeat(8000)}`;
	for (const rule of [
		`Disallow: /${'*a'.repeat(400)}*b$\n`,
		`Disallow: /${'a*'.repeat(400)}b\n`,
		'User-agent: *\n',
		'Disallow: *b\n',
	])
		expect(allows(robotsOf(`User-agent: *\n${rule.repeat(100_000 / rule.length)}`, 'Quotidian'), path)).toBe(
			true,
		);
});

/** A server with that robots.txt, and pages. */
const withRobots = (text: string, status = 200) =>
	serving((request, response) => {
		if (request.url === '/robots.txt') response.writeHead(status).end(text);
		else response.end('ok');
	});

const page = { robots: true };
const FORBIDDEN = 'failed: robots.txt of the host forbids it: read it in a browser';

describe('when pages are asked for', () => {
	test('the file is asked for once, and obeyed', async () => {
		const server = await withRobots('User-agent: quotidian\nDisallow: /a');
		const { get } = trial();
		const texts = await Promise.all(
			['/a', '/b', '/a?c'].map(async (path) => textOf(await get(server.url + path, page))),
		);
		expect(texts).toEqual([FORBIDDEN, 'ok', FORBIDDEN]);
		expect(server.asked).toEqual(['/robots.txt', '/b']);
		expect(await get(`${server.url}/a`, page)).toMatchObject({ again: false });
	});

	test('it is not asked for where it has no say', async () => {
		const server = await withRobots('User-agent: *\nDisallow: /');
		expect(textOf(await trial().get(`${server.url}/feed`))).toBe('ok');
		expect(server.asked).toEqual(['/feed']);
	});

	test.each([400, 401, 403, 404, 410])('HTTP %s forbids nothing', async (status) => {
		const server = await withRobots('User-agent: *\nDisallow: /', status);
		expect(textOf(await trial().get(`${server.url}/a`, page))).toBe('ok');
	});

	test.each([429, 500, 503])('HTTP %s forbids all', async (status) => {
		const server = await withRobots('', status);
		const { get } = trial();
		const answer = await get(`${server.url}/a`, page);
		expect(textOf(answer)).toBe(`failed: robots.txt of the host cannot be read: HTTP ${status}`);
		expect(answer).toMatchObject({ again: true });
		await get(`${server.url}/b`, page);
		expect(server.asked).toEqual(['/robots.txt']);
	});

	test('a host that does not answer forbids all', async () => {
		const server = await serving(() => {});
		expect(textOf(await trial({ idleMs: 40 }).get(server.url, page))).toBe(
			'failed: robots.txt of the host cannot be read: the host does not answer: try later',
		);
	});

	test('what is too long is read as far as it goes', async () => {
		const more = `#${'a'.repeat(1000)}\n`.repeat(100);
		const server = await withRobots(`User-agent: *\nDisallow: /a\n${more}Disallow: /b\n`);
		const { get } = trial({ robotsBytes: 50_000 });
		expect(textOf(await get(`${server.url}/a`, page))).toBe(FORBIDDEN);
		expect(textOf(await get(`${server.url}/b`, page))).toBe('ok');
	});

	test('it may be somewhere else, and holds for the host that was asked', async () => {
		const server = await serving((request, response) => {
			if (request.url === '/robots.txt') response.writeHead(301, { location: '/r' }).end();
			else response.end(request.url === '/r' ? 'User-agent: *\nDisallow: /a' : 'ok');
		});
		const { get } = trial();
		expect(textOf(await get(`${server.url}/a`, page))).toBe(FORBIDDEN);
		expect(textOf(await get(`${server.url}/b`, page))).toBe('ok');
	});

	test('who redirects to another host does not speak for it', async () => {
		const server = await serving((request, response) => {
			const closed = request.headers.host?.startsWith('closed');
			if (request.url === '/robots.txt') response.end(closed ? 'User-agent: *\nDisallow: /' : '');
			else if (closed) response.end('ok');
			else response.writeHead(302, { location: `http://closed.example:${server.port}/b` }).end();
		});
		const text = textOf(await trial({}, naming()).get(`http://open.example:${server.port}/a`, page));
		expect(text).toBe(`${FORBIDDEN} (redirected to closed.example:${server.port})`);
		expect(server.asked).toEqual(['/robots.txt', '/a', '/robots.txt']);
	});

	test('it may ask for longer pauses, within reason', async () => {
		const server = await withRobots('User-agent: *\nCrawl-delay: 4');
		const slow = await withRobots('User-agent: *\nCrawl-delay: 4000');
		const { get, waits } = trial({ pauseMs: 1000, waitMs: 15_000 });
		for (const path of ['/a', '/b']) await get(server.url + path, page);
		expect(waits).toEqual([1000, 4000]);
		const other = trial({ pauseMs: 1000, waitMs: 15_000 });
		for (const path of ['/a', '/b']) await other.get(slow.url + path, page);
		expect(other.waits).toEqual([1000, 15_000]);
	});

	test('the password of a page is not shown to it', async () => {
		const logins: unknown[] = [];
		const server = await serving((request, response) => {
			logins.push(request.headers.authorization);
			response.end('');
		});
		await trial().get(`http://a:b@127.0.0.1:${server.port}/`, page);
		expect(logins).toEqual([undefined, 'Basic YTpi']);
	});
});
