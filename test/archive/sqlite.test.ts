/** What an archive on disk must stand: being written twice, while it is read, by a program that is killed, and damage. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { type Archive, EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { sqliteArchive } from '../../source/archive/sqlite/archive.ts';
import { openDatabase } from '../../source/archive/sqlite/driver.ts';
import { openArchive } from '../../source/archive/sqlite/schema.ts';
import { openSegment } from '../../source/archive/sqlite/segments.ts';
import { withArchive, writeEdition } from '../../source/archive/sqlite/write.ts';
import type { Export } from '../../source/types.ts';
import { library } from '../bench/library.ts';
import { edition, otherEdition } from '../fixture.ts';
import { emptyFile, opened, written } from './engines.ts';

const all = { place: EVERYWHERE, cut: { from: 'start' }, limit: 100 } as const;

/** Everything that tells one edition from another. */
async function told(archive: Archive): Promise<unknown> {
	const overview = await archive.overview();
	const { rows } = await archive.articles(all);
	const pages = await Promise.all(rows.map(({ key }) => archive.article(key)));
	const found = await archive.quotations({ ...all, words: 'the' });
	const lists = [await archive.stories(all), await archive.quotations({ ...all, words: '' }), found];
	await archive.close();
	return { overview, lists, pages };
}
const toldIn = (file: string) => told(opened(file));
const toldOf = (data: Export) => told(memoryArchive(data));

test('an edition written twice is there once', async () => {
	const file = written(edition);
	const before = openDatabase(file).all('select id, row from quotation order by row');
	written(edition, file);
	expect(openDatabase(file).all('select id, row from quotation order by row')).toEqual(before);
	expect(await toldIn(file)).toEqual(await toldOf(edition));
});

test('another edition takes its place, and leaves nothing behind', async () => {
	const file = written(edition);
	written(otherEdition, file);
	expect(await toldIn(file)).toEqual(await toldOf(otherEdition));
	expect(openDatabase(file).get('select count(*) as n from quotation')).toMatchObject({
		n: otherEdition.quotations.length,
	});
	expect(readdirSync(dirname(file)).filter((name) => name.includes('.search'))).toHaveLength(1);
});

test('who reads sees the old edition until they look again, search and all', async () => {
	const file = written(edition);
	const reader = opened(file);
	written(otherEdition, file);
	expect(await told(reader)).toEqual(await toldOf(edition));
	expect(await toldIn(file)).toEqual(await toldOf(otherEdition));
});

test('half an edition is none: what goes wrong on the way changes nothing', async () => {
	const file = written(edition);
	const archive = openArchive(file);
	const broken = {
		...otherEdition,
		get problems(): never {
			throw new Error('in the middle');
		},
	};
	expect(() => writeEdition(archive, broken, {})).toThrow('in the middle');
	archive.database.close();
	expect(await toldIn(file)).toEqual(await toldOf(edition));
	written(otherEdition, file);
	expect(await toldIn(file)).toEqual(await toldOf(otherEdition));
});

test('a full disk is told, and the old edition stays whole', async () => {
	const file = written(edition);
	const archive = openArchive(file);
	const pages = Number(archive.database.get('pragma page_count')?.page_count);
	archive.database.exec(`pragma max_page_count = ${pages + 2}`);
	expect(() => writeEdition(archive, library(60, 600), {})).toThrow(/full/);
	archive.database.close();
	expect(await toldIn(file)).toEqual(await toldOf(edition));
	written(otherEdition, file);
	expect(await toldIn(file)).toEqual(await toldOf(otherEdition));
});

test.each([
	[
		'is no database',
		(file: string) => writeFileSync(file, 'not a database at all, but long enough to be one'.repeat(50)),
	],
	['is cut short', (file: string) => truncateSync(file, 5000)],
	['is of another version', (file: string) => run(file, 'pragma user_version = 99')],
	['lacks a table', (file: string) => run(file, 'drop table "column"; pragma user_version = 0')],
])('a file that %s is set aside and made anew', async (_, damage) => {
	const file = written(edition);
	// What SQLite still holds beside the file would mend it.
	run(file, 'pragma wal_checkpoint(truncate)');
	damage(file);
	const { setAside } = await withArchive(file, (archive) => writeEdition(archive, edition, {}));
	expect(setAside).toBe(`${file}.bad`);
	expect(existsSync(`${file}.bad`)).toBe(true);
	expect(await toldIn(file)).toEqual(await toldOf(edition));
});

function run(file: string, sql: string): void {
	const database = openDatabase(file);
	database.exec(sql);
	database.close();
}

test('a search whose columns are gone or damaged is made anew', async () => {
	for (const damage of [
		(path: string) => writeFileSync(path, ''),
		(path: string) => writeFileSync(path, readFileSync(path).fill(7, 200, 220)),
		(path: string) => truncateSync(path, 100),
	]) {
		const file = written(edition);
		const name = readdirSync(dirname(file)).find((one) => one.includes('.search'))!;
		damage(join(dirname(file), name));
		expect(await toldIn(file)).toEqual(await toldOf(edition));
		// And written again by who next brings the archive up to date.
		written(edition, file);
		const ending = String(openDatabase(file).get('select ending from piece')?.ending);
		expect(openSegment(file + ending)?.load()).not.toBeNull();
	}
});

test('a search is brought up to date by a small piece beside the large one, and answers as if made anew', async () => {
	const whole = library(60, 900);
	const texts = whole.quotations.slice(0, 3).map(({ text }) => text.slice(0, 30));
	const queries = ['corden', 'ka', 'mira de', 'tanvle ba', 'fil gra', 'zzzz', ...texts];
	const tell = async (archive: Archive) => {
		const found = [];
		for (const words of queries) found.push(await archive.quotations({ ...all, words }));
		await archive.close();
		return found;
	};
	const without = (gone: (at: number) => boolean): Export => ({
		...whole,
		quotations: whole.quotations.filter((_, at) => !gone(at)),
	});
	const file = emptyFile();
	const pieces = () =>
		openDatabase(file)
			.all('select ending from piece order by nth')
			.map(({ ending }) => String(ending));
	const renamed = whole.actors.map((one, at) => (at === 4 ? { ...one, name: 'Ola Harbor' } : one));
	const steps: readonly (readonly [data: Export, count: number])[] = [
		[without((at) => at % 30 === 0), 1],
		[whole, 2],
		[without((at) => at % 40 === 1), 2],
		[{ ...whole, actors: renamed }, 2],
		[without((at) => at > 200), 1],
	];
	for (const [data, count] of steps) {
		const before = existsSync(file) && statSync(file).size > 0 ? pieces() : [];
		written(data, file);
		expect(await tell(opened(file))).toEqual(await tell(memoryArchive(data)));
		expect(pieces()).toHaveLength(count);
		if (count > 1) expect(pieces()[0]).toBe(before[0]);
		const files = readdirSync(dirname(file)).filter((name) => name.includes('.search'));
		expect(files).toHaveLength(count);
	}
	// What has been cut short, or was written by another version, is written anew by the next.
	for (const damage of [
		(path: string) => truncateSync(path, 100),
		(path: string) => writeFileSync(path, readFileSync(path).fill(9, 0, 1)),
	]) {
		damage(file + pieces()[0]!);
		written(steps[4]![0], file);
		const piece = openSegment(file + pieces()[0]!);
		expect(piece?.load()).not.toBeNull();
		piece?.close();
	}
});

test('where there is none, or none that can be opened, there is no archive', () => {
	expect(sqliteArchive(emptyFile())).toBeNull();
	expect(sqliteArchive(dirname(emptyFile()))).toBeNull();
});

/** How often the writer is killed; QUOTIDIAN_KILLS tries more. */
const KILLS = Number(process.env.QUOTIDIAN_KILLS ?? 5);

test('a writer that is killed at any moment leaves one edition or the other, whole', async () => {
	const file = emptyFile();
	const program = join(dirname(file), 'writer.cjs');
	await build({
		entryPoints: [join(import.meta.dirname, 'writer.ts')],
		outfile: program,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		define: { 'import.meta.url': JSON.stringify(import.meta.url) },
		logLevel: 'error',
	});
	const whole = [await toldOf(edition), await toldOf(otherEdition)];
	for (let kill = 0; kill < KILLS; kill++) {
		const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
		const ended = once(child, 'exit');
		await once(child.stdout, 'data');
		// Moments that differ from kill to kill, and are the same in every run.
		await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 101));
		child.kill('SIGKILL');
		await ended;
		expect(whole).toContainEqual(await toldIn(file));
		expect(openDatabase(file).get('pragma quick_check')).toMatchObject({ quick_check: 'ok' });
	}
	written(edition, file);
	expect(await toldIn(file)).toEqual(await toldOf(edition));
});
