/** The real program over a folder of many articles: kept on disk, opened at once, brought up to date beside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ownCache } from '../warm.ts';
import { opened } from './opened.ts';

vi.setConfig({ testTimeout: 90_000 });

const TOWNS = ['Harrow', 'Vestby', 'Lindholm', 'Carrick', 'Ostrava', 'Mellin', 'Torvik', 'Asker'];

/** So many short articles on as many towns, each with one quotation. */
function written(folder: string, from: number, to: number): void {
	for (let at = from; at < to; at++) {
		const town = `${TOWNS[at % TOWNS.length]}${'abcdefghij'[Math.floor(at / TOWNS.length) % 10]}${at}`;
		const day = `2025-03-${String(1 + (at % 28)).padStart(2, '0')}`;
		const file = join(folder, `${String(at).padStart(4, '0')}.txt`);
		writeFileSync(
			file,
			`Bridge ${at} opens in ${town}\n\n${day}\n\nThe bridge over the ${town} river opened. “Number ${at} is the one we waited for,” said mayor Ada Brekkum.\n`,
		);
		// Long ago: a file that was changed just now is not trusted to stay.
		utimesSync(file, 1_700_000_000 + at, 1_700_000_000 + at);
	}
}

interface Printed {
	readonly out: string;
	readonly err: string;
	readonly code: number | null;
}

async function printed(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Printed> {
	const program = resolve(import.meta.dirname, '../../dist/cli.js');
	const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
	let [out, err] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		out += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		err += text;
	});
	const [code] = (await once(child, 'close')) as [number | null];
	return { out, err, code };
}

test('many articles are kept: two programs wait for each other, a start shows them at once, damage is told once and mended, and what is new joins them under the same bar', async () => {
	const home = mkdtempSync(join(tmpdir(), 'quotidian-library-'));
	const folder = join(home, 'news');
	mkdirSync(folder);
	written(folder, 0, 155);
	const env = { XDG_CACHE_HOME: ownCache(home), XDG_STATE_HOME: join(home, 'state') };
	const open = () => opened(100, 30, env, [], 'Digest', folder);
	const print = () => printed(env, 'export', '--in', folder);
	const archives = join(home, 'cache/quotidian/archives');
	const files = () => readdirSync(archives).sort();

	const [one, other] = await Promise.all([print(), print()]);
	expect(one).toEqual({ out: other.out, err: '', code: 0 });
	expect(JSON.parse(one.out).articles).toHaveLength(155);
	expect(files().filter((name) => name.includes('bad'))).toEqual([]);

	const first = await open();
	await first.shows('155 articles');
	first.press('2');
	await first.shows('Quotes');
	first.press('/waited 77\r');
	await first.shows('Number 77 is');
	first.press('q');
	await first.rests(() => !first.text().includes('/waited'));
	first.press('q');
	expect(await first.ends()).toMatchObject({ exitCode: 0 });
	const kept = files().map((name) => name.replace(/^[^.]+/, ''));
	expect(kept).toEqual(['.db', '.db.claim', '.db.search1']);

	const database = join(archives, files().find((name) => name.endsWith('.db'))!);
	const bytes = readFileSync(database);
	// Where the texts of the edition stand.
	const at = bytes.indexOf('"paragraphs"', Math.floor(bytes.length / 3));
	bytes.fill(0xa5, at - (at % 4096), at - (at % 4096) + 24_000);
	writeFileSync(database, bytes);
	const damaged = await print();
	expect(damaged.err).toMatch(/made anew/);
	const after = damaged.code === 0 ? damaged : await print();
	expect(await print()).toEqual({ ...one, err: '' });
	expect(after.out).toBe(one.out);
	expect(files().some((name) => name.endsWith('.bad'))).toBe(true);

	written(folder, 155, 158);
	rmSync(join(folder, '0003.txt'));
	const second = await open();
	await second.shows('155 articles');
	second.press('1jjj');
	// The row under the bar; beside it stands what is not of the list.
	const rowsOf = () => second.text().split('\n');
	const under = () =>
		rowsOf()
			.find((line) => line.startsWith('▌'))
			?.split('│')[0];
	await second.rests(() => second.text().includes('4/'));
	const bar = under();
	await second.shows('157 articles');
	await second.shows('3 articles read that are new or changed');
	expect(under()).toBe(bar);
	second.press('2/waited 156\r');
	await second.shows('Number 156 is');
	second.press('qq');
	await second.ends();
});

test('of very many the newest are there first, and the rest join them; a path that is not there is told at the end', async () => {
	const home = mkdtempSync(join(tmpdir(), 'quotidian-library-'));
	const folder = join(home, 'news');
	mkdirSync(folder);
	written(folder, 0, 312);
	const env = { XDG_CACHE_HOME: ownCache(home), XDG_STATE_HOME: join(home, 'state') };
	const run = await opened(80, 24, env, [join(home, 'no article')], 'Digest', folder);
	await run.shows('300 articles');
	await run.shows('312 articles');
	run.press('q');
	expect(await run.ends()).toMatchObject({ exitCode: 1 });
	expect(run.text().replaceAll('\n', '')).toContain('no such file or folder');

	// What is kept opens at once; the next start finds that nothing is there.
	for (const name of readdirSync(folder)) rmSync(join(folder, name));
	const emptied = await opened(80, 24, env, [join(home, 'no article')], 'Digest', folder);
	await emptied.shows('No articles here');
	emptied.press('q');
	expect(await emptied.ends()).toMatchObject({ exitCode: 1 });
	const nothing = await opened(200, 24, env, [join(home, 'no article')], 'quotidian:', folder);
	expect(await nothing.ends()).toMatchObject({ exitCode: 1 });
	expect(nothing.text()).not.toContain('Digest');
});

/** From 22.13 on Node brings a driver of its own. */
const hasOwnDriver = process.getBuiltinModule('node:sqlite') !== undefined;

test.skipIf(hasOwnDriver)(
	'without a driver all is compared in memory, and the reader is told so',
	async () => {
		const home = mkdtempSync(join(tmpdir(), 'quotidian-library-'));
		const folder = join(home, 'news');
		mkdirSync(folder);
		written(folder, 0, 152);
		// Where no package is to be found.
		cpSync(resolve(import.meta.dirname, '../../dist'), join(home, 'dist'), { recursive: true });
		const env = { XDG_CACHE_HOME: ownCache(home), XDG_STATE_HOME: join(home, 'state') };
		const run = await opened(200, 24, env, [], 'Digest', folder, join(home, 'dist/cli.js'));
		await run.shows('152 articles');
		run.press('q');
		expect(await run.ends()).toMatchObject({ exitCode: 0 });
		expect(run.text()).toContain('no SQLite here');
		expect(readdirSync(join(home, 'cache/quotidian'))).not.toContain('archives');
	},
);

test('a folder that is watched is followed, however few articles it holds', async () => {
	const home = mkdtempSync(join(tmpdir(), 'quotidian-watch-'));
	const folder = join(home, 'news');
	mkdirSync(folder);
	written(folder, 0, 2);
	const env = { XDG_CACHE_HOME: ownCache(home), XDG_STATE_HOME: join(home, 'state') };
	const run = await opened(80, 24, env, ['--watch'], 'Digest', folder);
	await run.shows('2 articles');
	written(folder, 2, 3);
	await run.shows('1 article read that is new or changed');
	await run.shows('Bridge 2 opens');
	rmSync(join(folder, '0000.txt'));
	await run.rests(() => !run.text().includes('Bridge 0 opens'));
	run.press('q');
	expect(await run.ends()).toMatchObject({ exitCode: 0 });
});
