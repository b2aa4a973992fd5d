/** Feeds of one host, asked of a real server by a real fetcher: what one of them does must not be laid to the others. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary } from '../../source/feeds/library.ts';
import { pullAll } from '../../source/feeds/pull.ts';
import type { Outcome } from '../../source/feeds/pull-feed.ts';
import { START, serving, trial } from '../network/loopback.ts';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-host-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const rss = (words: string, link = '') =>
	`<rss version="2.0"><channel><title>${words}</title><item><title>${words}</title>${link}<description>${'The dockers of the harbour want more than words. '.repeat(link === '' ? 40 : 1)}</description></item></channel></rss>`;

async function pull(urls: readonly string[], limits = {}): Promise<readonly Outcome[]> {
	const { fetcher } = trial(limits, { wait: async () => {}, now: () => START });
	const outcomes: Outcome[] = [];
	await pullAll(
		urls.map((url) => ({ url, title: null, tags: [] })),
		{
			fetcher,
			ownFetcher: fetcher,
			library: await openLibrary(join(home, 'articles'), START),
			stateFolder: join(home, 'state'),
			signal: new AbortController().signal,
			now: () => START,
			today: '2026-01-01',
			since: null,
			insists: false,
			afresh: false,
			onArticle: () => {},
		},
		(outcome) => outcomes.push(outcome),
	);
	return outcomes;
}

const states = () =>
	readdirSync(join(home, 'state')).map((name) => JSON.parse(readFileSync(join(home, 'state', name), 'utf8')));

test.each(['its feed', 'the page of its article'])('one that is slow stops no other: %s', async (what) => {
	const server = await serving((request, response) => {
		const slow = what === 'its feed' ? '/1' : '/page';
		if (request.url === slow) response.write('<rss>');
		else if (request.url === '/robots.txt') response.writeHead(404).end();
		else if (request.url === '/1')
			response.end(rss('Feed 1', `<link>http://${request.headers.host}/page</link>`));
		else response.end(rss(`Feed ${request.url}`));
	});
	const urls = [1, 2, 3, 4].map((at) => `${server.url}/${at}`);
	const outcomes = await pull(urls, { idleMs: 150 });
	expect(outcomes.map(({ kind }) => kind)).toEqual([
		what === 'its feed' ? 'failed' : 'read',
		'read',
		'read',
		'read',
	]);
	expect(outcomes.slice(1).map(({ fresh }) => fresh)).toEqual([1, 1, 1]);
});

test('those behind one whose host wants to be left alone are not asked, and have not failed', async () => {
	const server = await serving((request, response) => {
		if (request.url === '/2') response.writeHead(429, { 'retry-after': '3600' }).end();
		else response.end(rss(`Feed ${request.url}`));
	});
	const urls = [1, 2, 3, 4].map((at) => `${server.url}/${at}`);
	const outcomes = await pull(urls);
	expect(outcomes.map(({ kind }) => kind)).toEqual(['read', 'failed', 'not asked', 'not asked']);
	expect(server.asked).toEqual(['/1', '/2']);
	const failures = new Map(states().map(({ url, failures }) => [url.slice(-2), failures]));
	expect(failures).toEqual(
		new Map([
			['/1', 0],
			['/2', 1],
			['/3', 0],
			['/4', 0],
		]),
	);
	// Before the hour is over nobody comes back there but for the one that was read.
	expect((await pull(urls)).map(({ kind }) => kind)).toEqual(['read', 'not due', 'not due', 'not due']);
});
