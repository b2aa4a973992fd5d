/** Asking again, asking in turn, and leaving alone who is in trouble. */
import { describe, expect, test } from 'vitest';
import { naming, START, serving, textOf, trial } from './loopback.ts';

/** A server whose answers come one after the other, the last one for ever. */
function turning(...answers: (readonly [status: number, headers?: Record<string, string>])[]) {
	let at = 0;
	return serving((_, response) => {
		const [status, headers] = answers[Math.min(at, answers.length - 1)]!;
		at += 1;
		response.writeHead(status, headers).end('ok');
	});
}

describe('asking again', () => {
	const patient = { tries: 3, backoffMs: 2000, waitMs: 15_000 };

	test('when the trouble is likely to pass, after twice as long each time', async () => {
		const server = await turning([503], [500], [200]);
		const { get, waits } = trial(patient);
		expect(textOf(await get(server.url))).toBe('ok');
		expect(waits).toEqual([2000, 4000]);
	});

	test.each([
		[0, [1000, 2000]],
		[0.75, [2500, 5000]],
	])('not all at the same moment (%s)', async (random, expected) => {
		const server = await turning([503]);
		const { get, waits } = trial(patient, { random: () => random });
		await get(server.url);
		expect(waits).toEqual(expected);
	});

	test.each([
		['7', 7000],
		['1', 2000],
		[new Date(START + 9000).toUTCString(), 9000],
	])('not before the host says so: %s', async (text, expected) => {
		const server = await turning([429, { 'retry-after': text }], [200]);
		const { get, waits } = trial(patient);
		expect(textOf(await get(server.url))).toBe('ok');
		expect(waits).toEqual([expected]);
	});

	test('so many times and no more', async () => {
		const server = await turning([502]);
		const answer = await trial(patient).get(server.url);
		expect(answer).toMatchObject({ kind: 'failed', again: true, retryAfter: null });
		expect(server.asked).toHaveLength(3);
	});

	test('while there is time', async () => {
		const server = await turning([502]);
		let time = START;
		// By this clock each look at it takes a second; a request is two of them.
		const { get } = trial(
			{ ...patient, tries: 9, totalMs: 1500 },
			{ now: () => (time += 1000), wait: async () => {} },
		);
		await get(server.url);
		expect(server.asked.length).toBeGreaterThan(1);
		expect(server.asked.length).toBeLessThan(4);
	});

	test.each([401, 403, 404, 406, 410, 451, 501])('never after HTTP %s', async (status) => {
		const server = await turning([status], [200]);
		const { get, waits } = trial(patient);
		expect(textOf(await get(server.url))).not.toBe('ok');
		expect([server.asked.length, waits]).toEqual([1, []]);
	});

	test('when the connection broke off', async () => {
		let at = 0;
		const server = await serving((request, response) => {
			at += 1;
			if (at === 1) request.socket.resetAndDestroy();
			else if (at === 2)
				response.writeHead(200, { 'content-length': 9 }).write('half', () => request.socket.destroy());
			else response.end('ok');
		});
		expect(textOf(await trial(patient).get(server.url))).toBe('ok');
		expect(server.asked).toHaveLength(3);
	});
});

test('time spent on one host is none that another has wasted', async () => {
	const server = await serving((request, response) => {
		if (request.url === '/away')
			response.writeHead(302, { location: `http://b.example:${server.port}/b` }).end();
		else response.end('ok');
	});
	let time = START;
	const { get } = trial({ totalMs: 900 }, { ...naming(), now: () => (time += 1000) });
	expect(textOf(await get(`http://a.example:${server.port}/away`))).toMatch(/^failed: /);
	expect(textOf(await get(`http://b.example:${server.port}/b`))).toBe('ok');
});

describe('a host that says when to come again', () => {
	test('is not asked before, for that page or another', async () => {
		const server = await turning([429, { 'retry-after': '3600' }], [200]);
		const { get, waits } = trial({ tries: 3 });
		const first = await get(`${server.url}/a`);
		expect(first).toMatchObject({ kind: 'failed', again: true, retryAfter: 3600 });
		const second = await get(`${server.url}/b`);
		expect(second).toMatchObject({ kind: 'failed', again: true, retryAfter: 3600, unasked: true });
		expect(textOf(second)).toMatch(
			/^failed: not asked, since the host is left alone for now: .*\(HTTP 429\)$/,
		);
		expect(waits).toEqual([]);
		expect(server.asked).toEqual(['/a']);
	});

	test('is asked then', async () => {
		const server = await turning([503, { 'retry-after': '3600' }], [200]);
		let time = START;
		const { get } = trial({ tries: 3 }, { now: () => time });
		expect((await get(server.url)).kind).toBe('failed');
		time += 3_599_000;
		expect(await get(server.url)).toMatchObject({
			kind: 'failed',
			retryAfter: server.asked.length === 1 ? 1 : null,
		});
		time += 2000;
		expect(textOf(await get(server.url))).toBe('ok');
	});
});

describe('a host in trouble', () => {
	test('is left alone by the other questions, for a while', async () => {
		const server = await turning([429], [429], [200]);
		let time = START;
		const { get } = trial({ tries: 2, shutMs: 60_000 }, { now: () => time, wait: async () => {} });
		const texts = await Promise.all(
			['/a', '/b', '/c'].map(async (path) => textOf(await get(server.url + path))),
		);
		const why = 'the host is asked too often: wait before the next try (HTTP 429)';
		const left = `failed: not asked, since the host is left alone for now: ${why}`;
		expect(texts).toEqual([`failed: ${why}`, left, left]);
		expect(server.asked).toEqual(['/a', '/a']);
		time += 61_000;
		expect(textOf(await get(server.url))).toBe('ok');
	});

	test('is none because of one page', async () => {
		const server = await serving((request, response) =>
			response.writeHead(request.url === '/a' ? 500 : 200).end('ok'),
		);
		const { get } = trial();
		expect((await get(`${server.url}/a`)).kind).toBe('failed');
		expect(textOf(await get(`${server.url}/b`))).toBe('ok');
	});

	test.each([
		['that never ends', 'the answer takes too long: try later'],
		['that stops half-way', 'the host fell silent: try later'],
		['that never comes', 'the host does not answer: try later'],
	])('is none because of one page %s, but because of three of them', async (what, why) => {
		const drips: NodeJS.Timeout[] = [];
		const server = await serving((request, response) => {
			if (request.url === '/sound') return void response.end('ok');
			if (what !== 'that never comes') response.write('some');
			if (what === 'that never ends') drips.push(setInterval(() => response.write('more'), 20));
		});
		const { get } = trial(what === 'that never ends' ? { totalMs: 150 } : { idleMs: 150 }, {
			wait: async () => {},
		});
		const told = async (path: string) => textOf(await get(server.url + path));
		for (const path of ['/a', '/b']) expect(await told(path)).toBe(`failed: ${why}`);
		expect(await told('/sound')).toBe('ok');
		for (const path of ['/c', '/d', '/e']) expect(await told(path)).toBe(`failed: ${why}`);
		expect(await told('/sound')).toBe(`failed: not asked, since the host is left alone for now: ${why}`);
		for (const drip of drips) clearInterval(drip);
		expect(server.asked).toEqual(['/a', '/b', '/sound', '/c', '/d', '/e']);
	});

	test('has other ports', async () => {
		const broken = await turning([429]);
		const sound = await turning([200]);
		const { get } = trial();
		expect((await get(broken.url)).kind).toBe('failed');
		expect(textOf(await get(sound.url))).toBe('ok');
	});
});

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('in turn', () => {
	test('one question a host, in the order in which they came, with a pause behind each', async () => {
		let open = 0;
		let most = 0;
		const server = await serving(async (_, response) => {
			most = Math.max(most, (open += 1));
			await soon();
			open -= 1;
			response.end('ok');
		});
		const { get, waits } = trial({ pauseMs: 1000 });
		const paths = ['/a', '/b', '/c', '/d'];
		await Promise.all(paths.map((path) => get(server.url + path)));
		expect(server.asked).toEqual(paths);
		expect(waits).toEqual([1000, 1000, 1000]);
		expect(most).toBe(1);
		expect(server.sockets.size).toBe(1);
	});

	test('several hosts at a time, but not all', async () => {
		const held: (() => void)[] = [];
		let most = 0;
		// Nobody is answered until three are here, with fewer at a time it would never end; and a fourth has time to come.
		const server = await serving(async (_, response) => {
			held.push(() => response.end('ok'));
			if (held.length !== 3) return;
			for (let tick = 0; tick < 200; tick += 1) await soon();
			most = Math.max(most, held.length);
			for (const answer of held.splice(0)) answer();
		});
		const { get, waits } = trial({ hosts: 3, pauseMs: 1000 }, naming());
		const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `http://${name}.example:${server.port}/`);
		const answers = await Promise.all(hosts.map((host) => get(host)));
		expect(answers.map(textOf)).toEqual(hosts.map(() => 'ok'));
		expect(most).toBe(3);
		expect(waits).toEqual([]);
	});

	test('whoever waits for a host takes no place from another', async () => {
		const server = await serving((request, response) => {
			response.writeHead(request.headers.host?.startsWith('busy') ? 503 : 200).end('ok');
		});
		let wake = () => {};
		const woken = new Promise<void>((resolve) => (wake = resolve));
		const { get } = trial({ hosts: 1, tries: 2 }, { ...naming(), wait: () => woken });
		const busy = get(`http://busy.example:${server.port}/a`);
		while (server.asked.length === 0) await soon();
		expect(textOf(await get(`http://idle.example:${server.port}/b`))).toBe('ok');
		expect(server.asked).toEqual(['/a', '/b']);
		wake();
		expect((await busy).kind).toBe('failed');
		expect(server.asked).toEqual(['/a', '/b', '/a']);
	});

	test('hosts that redirect to each other do not wait for each other', async () => {
		const server = await serving((request, response) => {
			const [here, there] = request.headers.host!.startsWith('a.') ? ['a', 'b'] : ['b', 'a'];
			if (request.url === '/end') response.end(here);
			else response.writeHead(302, { location: `http://${there}.example:${server.port}/end` }).end();
		});
		const { get } = trial({ hosts: 1 }, naming());
		const both = ['a', 'b'].map((name) => get(`http://${name}.example:${server.port}/`));
		expect((await Promise.all(both)).map(textOf)).toEqual(['b', 'a']);
	});
});
