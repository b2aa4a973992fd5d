/** Proxies, as the environment sets them. */
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { answering, naming, serving, textOf, trial } from './loopback.ts';

/** A proxy that says whom it was asked for, and answers for everybody. */
async function proxy(answer = 'by proxy') {
	const heads: { url: string | undefined; login: string | undefined; host: string | undefined }[] = [];
	const server = await serving((request, response) => {
		heads.push({
			url: request.url,
			login: request.headers['proxy-authorization'],
			host: request.headers.host,
		});
		if (answer.startsWith('/') || answer.startsWith('http'))
			response.writeHead(302, { location: answer }).end();
		else response.writeHead(/^\d{3}$/.test(answer) ? Number(answer) : 200).end(answer);
	});
	return { ...server, heads };
}

describe('proxies', () => {
	test.each(['HTTP_PROXY', 'http_proxy'])('are asked where %s says so', async (name) => {
		const { url, heads } = await proxy();
		const { lookup, looked } = naming();
		const { get } = trial({}, { env: { [name]: url }, lookup });
		expect(textOf(await get('http://torvik.example/feed?a'))).toBe('by proxy');
		expect(heads).toEqual([
			{ url: 'http://torvik.example/feed?a', login: undefined, host: 'torvik.example' },
		]);
		// It looks names up for itself.
		expect(looked).not.toContain('torvik.example');
	});

	test('may be written without http://, and with a password', async () => {
		const { port, heads } = await proxy();
		const { get } = trial({}, { env: { HTTP_PROXY: `reader:word@127.0.0.1:${port}` } });
		expect(textOf(await get('http://torvik.example/'))).toBe('by proxy');
		expect(heads[0]?.login).toBe(`Basic ${Buffer.from('reader:word').toString('base64')}`);
	});

	test.each(['*', 'torvik.example', '.torvik.example', 'example', 'a.example, torvik.example:PORT'])(
		'are passed by where NO_PROXY says %s',
		async (text) => {
			const { url, heads } = await proxy();
			const server = await serving((_, response) => response.end('direct'));
			const env = { HTTP_PROXY: url, NO_PROXY: text.replace('PORT', String(server.port)) };
			const { get } = trial({}, { env, lookup: naming().lookup });
			expect(textOf(await get(`http://torvik.example:${server.port}/`))).toBe('direct');
			expect(heads).toEqual([]);
		},
	);

	test('carry https untouched', async () => {
		const far = await answering('not TLS');
		const tunnels: string[] = [];
		const server = await serving(() => {});
		server.onConnect((target, socket) => {
			tunnels.push(target);
			const through = connect(far.port, '127.0.0.1', () => {
				socket.write('HTTP/1.1 200 OK\r\n\r\n');
				socket.pipe(through).pipe(socket);
			});
			through.on('error', () => socket.destroy());
		});
		const { get } = trial({}, { env: { HTTPS_PROXY: server.url } });
		expect(textOf(await get('https://torvik.example/'))).toMatch(/^failed: no secure connection can be made/);
		expect(tunnels).toEqual(['torvik.example:443']);
	});

	test.each(['407', '403', '502'])('that refuse are told of (%s)', async (status) => {
		const tunnel = await answering(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
		const { get } = trial({}, { env: { HTTP_PROXY: tunnel.url, HTTPS_PROXY: tunnel.url } });
		expect(textOf(await get('https://torvik.example/'))).toMatch(
			new RegExp(`^failed: the proxy .*HTTP ${status}`),
		);
		expect(textOf(await get('http://torvik.example/'))).toMatch(new RegExp(`^failed: .*HTTP ${status}`));
	});

	test('that are none are told of', async () => {
		const { get } = trial({}, { env: { HTTP_PROXY: 'http://[' } });
		expect(textOf(await get('http://torvik.example/'))).toBe(
			'failed: HTTP_PROXY or HTTPS_PROXY is no address of a proxy: mend or unset it',
		);
	});

	test('stand where the reader put them, but lead to no closed address', async () => {
		const own = await proxy('http://127.0.0.1/admin');
		const how = { allowPrivate: false, env: { HTTP_PROXY: own.url } };
		const { get } = trial({}, how);
		expect(textOf(await get('http://torvik.example/'))).toBe(
			'failed: the host redirects to what is of this machine or its own network, which nothing is fetched from',
		);
		expect(own.heads).toHaveLength(1);
		expect(textOf(await trial({}, how).get('http://10.0.0.1/'))).toMatch(/own network/);
		expect(own.heads).toHaveLength(1);
	});
});
