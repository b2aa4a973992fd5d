/** Where redirects may lead, what goes along with them, and which addresses nobody is sent to. */
import { describe, expect, test } from 'vitest';
import { guarded, type Lookup } from '../../source/network/connecting.ts';
import type { How } from '../../source/network/fetching.ts';
import { redirectedTo } from '../../source/network/locations.ts';
import { naming, serving, textOf, trial } from './loopback.ts';

/** A server that answers a path with what stands behind the arrow: a status and where to go, or a text. */
async function mapped(rows: string) {
	const answers = new Map(
		rows
			.trim()
			.split('\n')
			.map((row) => row.trim().split(/\s+->\s+/) as [string, string]),
	);
	const logins: (string | undefined)[] = [];
	const server = await serving((request, response) => {
		logins.push(request.headers.authorization);
		const [status, to] = (answers.get(request.url!) ?? '404 nothing').split(' ') as [string, string?];
		if (to === undefined) response.end(status);
		else if (status.startsWith('3'))
			response.writeHead(Number(status), { location: to.replace('PORT', String(server.port)) }).end();
		else response.writeHead(Number(status)).end(to);
	});
	return { ...server, logins };
}

const MAP = `
/direct     -> found
/for-good   -> 301 /direct
/for-good-8 -> 308 /for-good
/for-now    -> 302 /direct
/see        -> 303 /direct
/for-now-7  -> 307 /direct
/both       -> 301 /for-now
/both-2     -> 302 /for-good
/six        -> 302 /five
/five       -> 302 /four
/four       -> 302 /three
/three      -> 302 /two
/two        -> 302 /for-now
/self       -> 302 /self
/round      -> 301 /round-2
/round-2    -> 301 /round#again
/query?a=b  -> 302 ?c=d
/query?c=d  -> found
/up/a/b     -> 302 ../../direct
/whole      -> 302 http://127.0.0.1:PORT/direct
/no-scheme  -> 302 //127.0.0.1:PORT/direct
/fragment   -> 301 /direct#part
/file       -> 302 file:///etc/passwd
/data       -> 302 data:text/xml,<rss/>
/script     -> 302 javascript:alert(1)
/ftp        -> 302 ftp://127.0.0.1/feed
/none       -> 302 http://
/gone       -> 410 gone
/gone-good  -> 301 /gone
/gone-now   -> 302 /gone
/lost       -> 301 /nowhere
/secret     -> 302 http://name:word@127.0.0.1:PORT/direct
`;

describe('redirects', () => {
	test.each([
		['/direct', '/direct', false],
		['/for-good', '/direct', true],
		['/for-good-8', '/direct', true],
		['/for-now', '/direct', false],
		['/see', '/direct', false],
		['/for-now-7', '/direct', false],
		['/both', '/direct', false],
		['/both-2', '/direct', false],
		['/five', '/direct', false],
		['/query?a=b', '/query?c=d', false],
		['/up/a/b', '/direct', false],
		['/whole', '/direct', false],
		['/no-scheme', '/direct', false],
		['/fragment', '/direct', true],
		['/secret', '/direct', false],
	])('%s leads to %s, for good: %s', async (path, end, moved) => {
		const server = await mapped(MAP);
		const answer = await trial().get(server.url + path);
		expect(textOf(answer)).toBe('found');
		expect(answer).toMatchObject({ url: server.url + end, movedTo: moved ? server.url + end : null });
		expect(server.logins.every((login) => login === undefined)).toBe(true);
	});

	test.each([
		['/six', /more than 5 redirects: open the address in a browser/],
		['/self', /run in a circle/],
		['/round', /run in a circle/],
		['/file', /redirects to something that cannot be fetched/],
		['/data', /redirects to something that cannot be fetched/],
		['/script', /redirects to something that cannot be fetched/],
		['/ftp', /redirects to something that cannot be fetched/],
		['/none', /redirects to something that cannot be fetched/],
		['/gone-now', /\(HTTP 410\)$/],
		['/lost', /\(HTTP 404\)$/],
	])('%s leads nowhere', async (path, expected) => {
		const server = await mapped(MAP);
		const answer = await trial().get(server.url + path);
		expect(answer.kind).toBe('failed');
		expect(textOf(answer)).toMatch(expected);
		expect(server.asked.length).toBeLessThanOrEqual(6);
	});

	test('what is gone for good is gone', async () => {
		const server = await mapped(MAP);
		expect(await trial().get(`${server.url}/gone-good`)).toEqual({ kind: 'gone' });
	});

	test('an address in bytes beyond ASCII is one in UTF-8', async () => {
		const server = await serving((request, response) => {
			const to = Buffer.from('/städte').toString('latin1');
			if (request.url === '/') response.writeHead(302, { location: to }).end();
			else response.end('found');
		});
		expect(await trial().get(server.url)).toMatchObject({ kind: 'body', url: `${server.url}/st%C3%A4dte` });
	});

	test('one that leads elsewhere says where the trouble is', async () => {
		const server = await serving((request, response) => {
			if (request.url === '/b') response.writeHead(500).end();
			else response.writeHead(302, { location: `http://other.example:${server.port}/b` }).end();
		});
		expect(textOf(await trial({}, naming()).get(server.url))).toBe(
			`failed: the host is in trouble: try later (HTTP 500) (redirected to other.example:${server.port})`,
		);
	});
});

describe('a user and a password', () => {
	const BASIC = `Basic ${Buffer.from('reader:p:ss wörd').toString('base64')}`;
	const WITH = 'reader:p%3Ass%20w%C3%B6rd@';

	test('go to their host, and through its redirects', async () => {
		const server = await mapped(MAP);
		const answer = await trial().get(`http://${WITH}127.0.0.1:${server.port}/for-good`);
		expect(server.logins).toEqual([BASIC, BASIC]);
		// The address that it has moved to would come without them.
		expect(answer).toMatchObject({ kind: 'body', url: `${server.url}/direct`, movedTo: null });
		expect(JSON.stringify(answer)).not.toContain('reader');
	});

	test('go to no other host, nor to another port of the same', async () => {
		const other = await mapped(MAP);
		const server = await mapped(`
			/port  -> 302 ${other.url}/direct
			/host  -> 302 http://other.example:PORT/back
			/back  -> 302 http://127.0.0.1:PORT/end
			/end   -> found
		`);
		const { get } = trial({}, naming());
		await get(`http://${WITH}127.0.0.1:${server.port}/port`);
		expect([server.logins, other.logins]).toEqual([[BASIC], [undefined]]);
		server.logins.length = 0;
		await get(`http://${WITH}127.0.0.1:${server.port}/host`);
		expect(server.logins).toEqual([BASIC, undefined, BASIC]);
	});

	test.each([
		['reader@', 'reader:'],
		[':word@', ':word'],
		['a%:b%zz@', 'a%:b%zz'],
	])('in any form: %s', async (text, pair) => {
		const server = await mapped(MAP);
		await trial().get(`http://${text}127.0.0.1:${server.port}/direct`);
		expect(server.logins).toEqual([`Basic ${Buffer.from(pair).toString('base64')}`]);
	});

	test.each(['/nowhere', '/self', '/file', '/six'])('are in no message: %s', async (path) => {
		const server = await mapped(MAP);
		const text = textOf(await trial().get(`http://reader:pssword@127.0.0.1:${server.port}${path}`));
		expect(text).toMatch(/^failed: /);
		expect(text).not.toMatch(/reader|pssword/);
	});

	test('are asked for', async () => {
		const server = await serving((_, response) => response.writeHead(401).end());
		expect(textOf(await trial().get(server.url))).toMatch(
			/: add it as https:\/\/NAME:PASSWORD@… \(HTTP 401\)$/,
		);
	});
});

describe('addresses of this machine and its network', () => {
	const open: Partial<How> = { allowPrivate: false };
	const CLOSED = 'failed: the address is of this machine or its own network, which nothing is fetched from';

	test.each([
		'127.0.0.1',
		'2130706433',
		'0x7f000001',
		'127.1',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'localhost',
		'a.localhost',
		'0.0.0.0',
	])('are not asked as %s', async (host) => {
		const server = await mapped(MAP);
		const { lookup, looked } = naming();
		expect(textOf(await trial({}, { ...open, lookup }).get(`http://${host}:${server.port}/direct`))).toBe(
			CLOSED,
		);
		expect(server.asked).toEqual([]);
		expect(looked).toEqual([]);
	});

	test.each([
		['10.0.0.1'],
		['127.0.0.1'],
		['::1'],
		['::ffff:127.0.0.1'],
		['64:ff9b::7f00:1'],
		['fe80::1', '192.168.1.1'],
	])('are not asked by a name that means %s', async (...addresses) => {
		const server = await mapped(MAP);
		const { lookup, looked } = naming({ 'torvik.example': addresses });
		const { get } = trial({}, { ...open, lookup });
		expect(textOf(await get(`http://torvik.example:${server.port}/direct`))).toBe(CLOSED);
		expect(server.asked).toEqual([]);
		expect(looked).toEqual(['torvik.example']);
	});

	test('are left out where a name means others as well, and each connection looks for itself', () => {
		const names = { 'torvik.example': ['10.0.0.1', '8.8.8.8', '::1', '2606:4700:4700::1111'] };
		const { lookup, looked } = naming(names);
		const found: unknown[] = [];
		const done: Parameters<Lookup>[2] = (...told) => found.push(told);
		guarded(lookup)('torvik.example', { all: true }, done);
		guarded(lookup)('torvik.example', {}, done);
		names['torvik.example'] = ['10.0.0.1'];
		guarded(lookup)('torvik.example', { all: true }, done);
		expect(found.slice(0, 2)).toEqual([
			[
				null,
				[
					{ address: '8.8.8.8', family: 4 },
					{ address: '2606:4700:4700::1111', family: 6 },
				],
			],
			[null, '8.8.8.8', 4],
		]);
		expect((found[2] as [Error])[0].message).toBe(CLOSED.replace('failed: ', ''));
		expect(looked).toHaveLength(3);
	});
});

describe('a host of the own network that the reader named', () => {
	const CLOSED = /own network/;
	const how = (names = {}): Partial<How> => ({ allowPrivate: 'asked', lookup: naming(names).lookup });

	test('is asked, and may redirect within itself', async () => {
		const server = await mapped(MAP);
		expect(textOf(await trial({}, how()).get(`${server.url}/for-now`))).toBe('found');
		expect(
			textOf(await trial({}, how()).get(`http://nas.example:${server.port}/for-now`, { robots: true })),
		).toBe('found');
	});

	test('leads to no other one, by address or by name', async () => {
		const inner = await mapped(MAP);
		const server = await mapped(`
			/port -> 302 ${inner.url}/direct
			/name -> 302 http://router.example:${inner.port}/direct
			/far  -> 302 http://far.example/direct
		`);
		const { get } = trial({}, how({ 'far.example': ['192.168.1.1'] }));
		for (const path of ['/port', '/name', '/far'])
			for (const robots of [false, true])
				expect(textOf(await get(server.url + path, { robots }))).toMatch(CLOSED);
		expect(inner.asked).toEqual([]);
	});
});

describe('a step', () => {
	const FROM = new URL('https://torvik.example/feed');

	test.each([
		['http://torvik.example/feed/', 'https://torvik.example/feed/'],
		['http://torvik.example:80/feed/', 'https://torvik.example/feed/'],
		['//other.example/feed', 'https://other.example/feed'],
		['http://other.example/feed', 'https://other.example/feed'],
		['HTTPS://OTHER.example:443/feed', 'https://other.example/feed'],
		['https://8.8.8.8/feed', 'https://8.8.8.8/feed'],
		['\t/feed.xml\n', 'https://torvik.example/feed.xml'],
	])('from https to %s is one to %s', (to, expected) => {
		const url = redirectedTo(to, FROM, () => false);
		expect(url instanceof URL ? url.href : url.message).toBe(expected);
	});

	test.each([
		['http://torvik.example:8080/feed', /from https to http: if that will do, add the http address$/],
		['http://127.0.0.1/', /own network/],
		['http://169.254.169.254/latest/meta-data/', /own network/],
		['https://[::1]/', /own network/],
		['https://[::ffff:a00:1]/', /own network/],
		['//localhost/', /own network/],
		['http://0300.0250.1/', /own network/],
		['file:///etc/passwd', /cannot be fetched/],
		[`/${'a'.repeat(10_000)}`, /cannot be fetched/],
		['https://[/', /cannot be fetched/],
	])('from https to %s is none', (to, expected) => {
		const url = redirectedTo(to, FROM, () => false);
		expect(url instanceof URL ? url.href : url.message).toMatch(expected);
	});

	test('from http to http stays as it is', () => {
		const url = redirectedTo('http://torvik.example/b', new URL('http://torvik.example/a'), () => false);
		expect(String(url)).toBe('http://torvik.example/b');
	});
});
