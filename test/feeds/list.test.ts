/** The reader's list on disk: added to by many at once, and never written over when it cannot be read. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addToList, readList } from '../../source/feeds/list.ts';
import { takeLock } from '../../source/feeds/lock.ts';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-list-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const list = () => join(home, 'config/urls');
const add = (...urls: readonly string[]) =>
	addToList(
		list(),
		urls.map((url) => ({ url, title: null, tags: [] })),
		{ lock: join(home, 'state/list.lock'), now: Date.now },
	);

test('what several add at the same time is all there, and each is told what was new', async () => {
	const urls = Array.from({ length: 12 }, (_, i) => `https://h${i}.example/rss`);
	const added = await Promise.all(urls.map((url) => add(url, 'https://all.example/')));
	expect(readFileSync(list(), 'utf8').trim().split('\n').sort()).toEqual(
		['https://all.example/', ...urls].sort(),
	);
	expect(added.flat().filter((one) => 'url' in one && one.url === 'https://all.example/')).toHaveLength(1);
	expect(readdirSync(join(home, 'state'))).toEqual([]);
});

test('a lock that was given back just now is made, and not taken over: another may have made it already', async () => {
	const path = join(home, 'state', 'lock');
	const first = await takeLock(path, Date.now);
	let looks = 0;
	const second = await takeLock(path, () => {
		// It is given back after it was seen to be there; who takes over looks again, and then takes away what is there.
		rmSync(path, { force: true });
		return ++looks;
	});
	expect(second).not.toBeNull();
	expect(looks).toBe(1);
	await first?.release();
	expect(readdirSync(join(home, 'state'))).toEqual(['lock']);
	await second?.release();
	expect(readdirSync(join(home, 'state'))).toEqual([]);
});

test('lines of others stay, and what is there already is not added', async () => {
	mkdirSync(join(home, 'config'));
	writeFileSync(list(), '# mine\n"query:all:true"\nhttps://a.example/ "~A"');
	expect(await add('https://a.example/')).toEqual([]);
	expect(await add('https://b.example/')).toMatchObject([{ url: 'https://b.example/' }]);
	expect(readFileSync(list(), 'utf8')).toBe(
		'# mine\n"query:all:true"\nhttps://a.example/ "~A"\nhttps://b.example/\n',
	);
});

test('a list that cannot be read is left alone', async () => {
	mkdirSync(list(), { recursive: true });
	expect(await readList(list())).toEqual({ problem: expect.stringContaining('urls') });
	expect(await add('https://a.example/')).toEqual({ problem: expect.stringContaining('urls') });
});
