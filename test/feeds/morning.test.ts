/** Mornings lived through with the program as it is installed, and a server on this machine. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { warmCache } from '../warm.ts';

vi.setConfig({ testTimeout: 60_000 });

const program = resolve(import.meta.dirname, '../../dist/cli.js');
let home: string;
let server: Server;
let base: string;
/** What is answered, by path. */
let answers: Map<string, (response: ServerResponse, headers: IncomingHttpHeaders) => void>;
let asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];

beforeEach(async () => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-morning-'));
	answers = new Map();
	asked = [];
	server = createServer(({ url = '', headers }, response) => {
		asked.push({ path: url, headers });
		const answer = answers.get(url);
		if (answer) answer(response, headers);
		else response.writeHead(404).end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
	rmSync(home, { recursive: true, force: true });
});

/** Answers with a mark, and with 304 to who has it. */
function serve(path: string, text: string, type = 'application/rss+xml') {
	const etag = `"${text.length}-${text.slice(-40).length}"`;
	answers.set(path, (response, headers) => {
		if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
		else response.writeHead(200, { etag, 'content-type': type }).end(text);
	});
}

async function run(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
	const child = start(args);
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
	child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
	const code = await new Promise<number | null>((done) => child.on('close', done));
	return { code, out, err };
}

const start = (args: readonly string[], input: 'ignore' | 'pipe' = 'ignore') =>
	spawn(process.execPath, [program, ...args], {
		cwd: home,
		env: {
			PATH: process.env.PATH,
			HOME: home,
			TZ: 'UTC',
			LC_ALL: 'C.UTF-8',
			XDG_CONFIG_HOME: join(home, 'config'),
			XDG_DATA_HOME: join(home, 'data'),
			XDG_STATE_HOME: join(home, 'state'),
			XDG_CACHE_HOME: warmCache(),
		},
		stdio: [input, 'pipe', 'pipe'],
	}) as ChildProcessByStdio<Writable | null, Readable, Readable>;

const library = () => join(home, 'data/quotidian/articles');
const files = () =>
	existsSync(library())
		? (readdirSync(library(), { recursive: true, encoding: 'utf8' }) as string[])
				.filter((file) => file.endsWith('.md'))
				.sort()
		: [];

const rss = (title: string, ...items: readonly string[]) =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${base}/</link>${items.join('')}</channel></rss>`;
const WORDS =
	'Harbour workers in Torvik walked out on Tuesday over pay and night shifts, and ships lay idle at all nine berths of the port. ';
const item = (id: string, title: string, words: string, more = '') =>
	`<item><guid isPermaLink="false">${id}</guid><title>${title}</title><pubDate>Tue, 11 Mar 2025 10:00:00 GMT</pubDate>${more}<description>&lt;p&gt;${words}&lt;/p&gt;&lt;p&gt;“We will not load another crate until this is settled,” union leader Mira Halloran said.&lt;/p&gt;&lt;p&gt;${WORDS.repeat(7)}&lt;/p&gt;</description></item>`;

test('a list is taken over, what is new is fetched and read, and the next morning brings nothing twice', async () => {
	const stub = `<item><link>${base}/bridge</link><title>Bridge opens early</title><pubDate>Wed, 12 Mar 2025 10:00:00 GMT</pubDate><description>The bridge to Hagen opened…</description></item>`;
	const page = `<html><head><title>Bridge opens early</title></head><body><nav>Home</nav><article><h1>Bridge opens early</h1><p>The bridge to Hagen opened on Wednesday, three weeks before its day, after the last bolts were set.</p><p>“It was high time,” mayor Olin Brandt said.</p><p>${'Lorries that went round by the valley for two years drove over it from the morning on. '.repeat(8)}</p></article></body></html>`;
	serve('/harbour', rss('The Harbour Post', item('1', 'Dockers walk out', WORDS), stub));
	serve('/bridge', page, 'text/html; charset=utf-8');
	serve('/coast', rss('Coast News', item('a', 'Mayor resigns', 'The mayor of Hagen resigned.')));
	writeFileSync(
		join(home, 'old.opml'),
		`<opml version="2.0"><body><outline text="News"><outline text="Post" xmlUrl="${base}/harbour"/><outline text="Coast" xmlUrl="${base}/coast"/><outline text="Gone" xmlUrl="${base}/nothing"/></outline></body></opml>`,
	);
	mkdirSync(join(home, 'config/quotidian'), { recursive: true });
	writeFileSync(join(home, 'config/quotidian/config.toml'), 'contact = "me@example.org"\n');
	expect(await run('import', 'old.opml')).toMatchObject({
		code: 0,
		out: 'old.opml: 3 feeds added, 3 of them on your own network\n',
		err: '',
	});
	expect(await run('import', 'old.opml')).toMatchObject({
		code: 0,
		out: 'old.opml: 0 feeds added, 3 there already\n',
	});

	const first = await run('pull');
	expect(first).toMatchObject({ code: 1, out: '3 new articles, of 3 feeds; 1 failed\n' });
	expect(first.err).toMatch(/^quotidian: Gone: .*404.*\n$/);
	expect(asked.find(({ path }) => path === '/harbour')?.headers['user-agent']).toMatch(
		/^Quotidian\/[\d.]+ \(feed reader; \+me@example\.org\)$/,
	);
	expect(asked.map(({ path }) => path)).toContain('/robots.txt');
	expect(files()).toHaveLength(3);

	const digest = await run('digest');
	expect(digest.code).toBe(0);
	for (const words of ['Dockers walk out', 'Bridge opens early', 'Coast', 'Post'])
		expect(digest.out).toContain(words);
	const quotes = await run('quotes', 'high', 'time');
	expect(quotes.out).toContain('It was high time');
	expect(quotes.out).toContain('Brandt');

	// The next morning: nothing has changed.
	const before = files().map((file) => readFileSync(join(library(), file), 'utf8'));
	asked = [];
	expect(await run('pull', 'Post', 'Coast')).toMatchObject({
		code: 0,
		out: '0 new articles, of 2 feeds; 2 unchanged\n',
		err: '',
	});
	expect(asked.map(({ path }) => path).sort()).toEqual(['/coast', '/harbour']);
	for (const { headers } of asked) expect(headers['if-none-match']).toBeDefined();
	expect(files().map((file) => readFileSync(join(library(), file), 'utf8'))).toEqual(before);

	// And the next: one article has changed, one feed is broken.
	serve(
		'/harbour',
		rss(
			'The Harbour Post',
			item('1', 'Dockers walk out', 'All but two of the berths are closed since Tuesday.'),
			stub,
		),
	);
	serve('/coast', 'no feed any more', 'text/plain');
	const third = await run('pull', '--quiet', 'Post', 'Coast');
	expect(third).toMatchObject({ code: 1, out: '' });
	expect(third.err).toBe('quotidian: Coast: no feed that could be read\n');
	expect(files()).toHaveLength(3);
	expect((await run('digest', '--json')).out).toContain('All but two of the berths');
});

test('cron hears nothing when all is well', async () => {
	serve('/harbour', rss('The Harbour Post', item('1', 'Dockers walk out', WORDS)));
	mkdirSync(join(home, 'config/quotidian'), { recursive: true });
	writeFileSync(join(home, 'config/quotidian/urls'), `# mine\n"query:all:true"\n${base}/harbour "~Post"\n`);
	mkdirSync(join(home, 'articles'));
	expect(await run('pull', '--quiet')).toEqual({ code: 0, out: '', err: '' });
	expect(files()).toHaveLength(1);
	const loud = await run('pull');
	expect(loud.err).toContain('query');
	// What stands where they are is read before the library, and who pulls there is told.
	expect(loud.err).toContain(
		`here ./articles is read when nothing is named; read your feeds with quotidian ${library()}`,
	);
	rmSync(join(home, 'articles'), { recursive: true });
	expect((await run('pull')).err).not.toContain('./articles');
	expect(readFileSync(join(home, 'config/quotidian/urls'), 'utf8')).toContain('# mine\n"query:all:true"\n');
});

test('a run that is broken off with ^C says so, and the next goes on', async () => {
	const pages = Array.from(
		{ length: 30 },
		(_, i) =>
			`<item><link>${base}/p${i}</link><title>Number ${i} of ${i * 7}</title><description>Short…</description></item>`,
	);
	serve('/harbour', rss('The Harbour Post', ...pages));
	writeFileSync(join(home, 'urls'), `${base}/harbour\n`);
	await run('import', 'urls');
	const child = start(['pull']);
	const stopped = new Promise<number | null>((done) => child.on('close', done));
	await vi.waitFor(() => expect(files().length).toBeGreaterThan(1), { timeout: 30_000, interval: 20 });
	child.kill('SIGINT');
	expect(await stopped).toBe(130);
	const had = files();
	expect(had.length).toBeLessThan(30);
	expect(existsSync(join(home, 'state/quotidian/feeds/pull.lock'))).toBe(false);
	for (const file of had) expect(readFileSync(join(library(), file), 'utf8')).toContain('Short…');
});

test('a second pull leaves the work to the first', async () => {
	let finish = () => {};
	answers.set('/slow', (response) => {
		finish = () => response.writeHead(200).end(rss('Slow', item('1', 'Dockers walk out', WORDS)));
	});
	writeFileSync(join(home, 'urls'), `${base}/slow\n`);
	await run('import', 'urls');
	const first = run('pull');
	await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 30_000, interval: 20 });
	expect(await run('pull')).toEqual({
		code: 0,
		out: '',
		err: 'quotidian: another pull is at work; what is new comes in by that one\n',
	});
	finish();
	expect(await first).toMatchObject({ code: 0, out: '1 new article, of 1 feed\n' });
	expect(asked).toHaveLength(1);
});

describe('following a feed', () => {
	test('by its address, by a page that names it, by a saved one', async () => {
		serve('/harbour', rss('The Harbour Post'));
		serve(
			'/',
			'<html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/coast"></head><body>x</body></html>',
			'text/html',
		);
		serve('/coast', rss('Coast News'));
		writeFileSync(
			join(home, 'saved.xml'),
			`<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley</title><link rel="self" href="${base}/valley"/></feed>`,
		);
		expect(await run('add', `${base}/harbour`)).toMatchObject({
			code: 0,
			out: `added: The Harbour Post, ${base}/harbour\n`,
		});
		expect(await run('add', `${base}/harbour`)).toMatchObject({
			code: 0,
			out: `there already: The Harbour Post, ${base}/harbour\n`,
		});
		expect(await run('add', base, 'saved.xml')).toMatchObject({
			code: 0,
			out: `added: Coast News, ${base}/coast\nthe page also names: ${base}/comments/feed\nadded: Valley, ${base}/valley (on your own network)\n`,
		});
		expect(readFileSync(join(home, 'config/quotidian/urls'), 'utf8')).toBe(
			`${base}/harbour\n${base}/coast\n${base}/valley\n`,
		);
		const { out } = await run('export', '--opml');
		for (const path of ['harbour', 'coast', 'valley']) expect(out).toContain(`xmlUrl="${base}/${path}"`);
	});

	test('what is none is told, and the list stays as it is', async () => {
		serve('/page', '<html><head></head><body>no feed</body></html>', 'text/html');
		serve('/text', 'words', 'text/plain');
		const wrong = [
			[`${base}/page`, 'names no feed'],
			[`${base}/text`, 'neither a feed nor a page'],
			[`${base}/none`, '404'],
			[`${base.replace('//', '//ann:secret@')}/none`, '404'],
			['no such file', 'no address, and no file'],
			['ftp://harbour.example/', 'no address'],
			['folder', 'a folder, and no file'],
		] as const;
		mkdirSync(join(home, 'folder'));
		const { code, out, err } = await run('add', ...wrong.map(([what]) => what));
		expect([code, out]).toEqual([1, '']);
		const told = err.split('\n');
		expect(told).toHaveLength(wrong.length + 1);
		for (const [at, [, why]] of wrong.entries()) expect(told[at]).toContain(why);
		expect(err).not.toContain('secret');
		expect(existsSync(join(home, 'config/quotidian/urls'))).toBe(false);
	});

	test('lists that are none say what they are, and one comes by standard input', async () => {
		mkdirSync(join(home, 'folder'));
		writeFileSync(join(home, 'essay.txt'), 'Dear\nreader\nof\nthese\nlines\n');
		expect(await run('import', 'nothing.opml', 'folder', 'essay.txt')).toEqual({
			code: 1,
			out: '',
			err: [
				'quotidian: nothing.opml: no such file\n',
				'quotidian: folder: a folder, and no file\n',
				'quotidian: essay.txt: neither OPML nor a list of addresses\n',
			].join(''),
		});
		const child = start(['import', '-'], 'pipe');
		child.stdin?.end(`${base}/harbour\n`);
		expect(await new Promise((done) => child.on('close', done))).toBe(0);
		expect(readFileSync(join(home, 'config/quotidian/urls'), 'utf8')).toBe(`${base}/harbour\n`);
	});

	test('a file in the place of the library is told', async () => {
		writeFileSync(join(home, 'urls'), `${base}/harbour\n`);
		await run('import', 'urls');
		mkdirSync(join(home, 'data/quotidian'), { recursive: true });
		writeFileSync(library(), '');
		const { code, err } = await run('pull');
		expect(code).toBe(1);
		expect(err).toMatch(/^quotidian: \S+articles: stands where your library should; move it away\n$/);
	});

	test('without one there is nothing to pull', async () => {
		expect(await run('pull')).toMatchObject({ code: 1, err: expect.stringContaining('quotidian add URL') });
		expect(await run('add')).toMatchObject({ code: 2 });
		expect(await run('pull', '--since', 'soon')).toMatchObject({ code: 2 });
	});
});
