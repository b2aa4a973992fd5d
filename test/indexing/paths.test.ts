/** An archive that is brought up to date holds what one made anew would, and reads only what has changed. */
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Archive, EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { sqliteArchive } from '../../source/archive/sqlite/archive.ts';
import { keptExport } from '../../source/archive/sqlite/export.ts';
import { annotate } from '../../source/article/annotate.ts';
import { parseCorrections } from '../../source/digest/corrections.ts';
import { digest, explainedDigest } from '../../source/digest/digest.ts';
import { editionOf } from '../../source/digest/edition.ts';
import { storyOf } from '../../source/digest/story.ts';
import { indexPaths } from '../../source/indexing/paths.ts';
import { readPaths } from '../../source/ingest/files.ts';
import { originOf } from '../../source/kept/sums.ts';
import type { Day, Export } from '../../source/types.ts';
import { samplesFolder } from '../samples.ts';

let home: string;
let folder: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-indexing-'));
	folder = join(home, 'news');
	mkdirSync(folder);
	for (const name of readdirSync(samplesFolder).filter((one) => /^00[013]_/.test(one))) {
		cpSync(join(samplesFolder, name), join(folder, name));
		settle(name);
	}
});

/** As if it had been written long ago: what was changed just now is looked at again. */
function settle(name: string, at = 1_700_000_000): void {
	utimesSync(join(folder, name), at, at);
}

const NOTE = { file: 'corrections', text: '' };
const file = () => join(home, 'archive.db');
const wantedBy = (release = 'r1', corrections = NOTE) => ({
	...{ paths: [folder], file: file(), release, corrections, problems: [], watch: false },
});
async function indexed(release = 'r1', corrections = NOTE) {
	const { changed, read, articles } = await indexPaths(wantedBy(release, corrections), () => {});
	return { changed, read, articles };
}

const all = { place: EVERYWHERE, cut: { from: 'start' }, limit: 1000 } as const;
async function told(archive: Archive | null) {
	if (archive === null) throw new Error('no archive there');
	const stories = await archive.stories(all);
	const articles = await archive.articles(all);
	const answers = {
		overview: await archive.overview(),
		stories: await Promise.all(stories.rows.map(({ key }) => archive.story(key))),
		articles: await Promise.all(articles.rows.map(({ key }) => archive.article(key))),
		found: await archive.quotations({ ...all, words: 'ceasefire' }),
		problems: await archive.problems(all),
	};
	await archive.close();
	return answers;
}

/** What stands in the folder, read and compared from nothing. */
async function anew(corrections = NOTE) {
	const { raws, problems } = await readPaths([folder]);
	const decided = parseCorrections(corrections.file, corrections.text);
	return told(
		memoryArchive(digest(raws.map(annotate), [...problems, ...decided.problems], decided.corrections)),
	);
}

test('reads all, then nothing, then what has changed; and holds what is there', async () => {
	const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
	expect(await indexed()).toEqual({ changed: true, read: names.length, articles: names.length });
	expect(await told(sqliteArchive(file()))).toEqual(await anew());
	expect(await indexed()).toEqual({ changed: false, read: 0, articles: names.length });

	const [first, second, third] = names as [string, string, string];
	writeFileSync(
		join(folder, first),
		`${readFileSync(join(folder, first), 'utf8')}\n\nOne thing more, said Mira Brekkum.\n`,
	);
	settle(first, 1_700_000_009);
	writeFileSync(
		join(folder, 'new.txt'),
		'Bridge opens\n\nMarch 5, 2025\n\n“We waited,” said mayor Ada Brekkum.\n',
	);
	settle('new.txt');
	rmSync(join(folder, second));
	expect(await indexed()).toEqual({ changed: true, read: 2, articles: names.length });
	expect(await told(sqliteArchive(file()))).toEqual(await anew());

	// The same bytes under another time are looked at, and told to be the same.
	settle(third, 1_700_000_077);
	expect(await indexed()).toEqual({ changed: false, read: 0, articles: names.length });
});

test('another version of the program reads everything anew, and another decision of the reader nothing', async () => {
	const { articles } = await indexed();
	const actor = (await anew()).overview.actors;
	expect(actor).toBeGreaterThan(0);
	const corrections = { file: 'corrections', text: 'same: Donald Trump | Vladimir Putin\n' };
	expect(await indexed('r1', corrections)).toEqual({ changed: true, read: 0, articles });
	expect(await told(sqliteArchive(file()))).toEqual(await anew(corrections));
	expect(await indexed('r2', corrections)).toEqual({ changed: true, read: articles, articles });
	expect(sqliteArchive(file(), 'of another')).toBeNull();
});

test('what was read is kept although it was broken off before the edition was made', async () => {
	const off = (words: string) => {
		if (words.startsWith('comparing')) throw new Error('broken off');
	};
	await expect(indexPaths(wantedBy(), off)).rejects.toThrow('broken off');
	expect(sqliteArchive(file())).toBeNull();
	expect(await indexed()).toMatchObject({ changed: true, read: 0 });
	expect(await told(sqliteArchive(file()))).toEqual(await anew());
});

test('what is printed of some days is cut from the archive as from everything', async () => {
	await indexed();
	const { raws, problems } = await readPaths([folder]);
	const data = digest(raws.map(annotate), problems);
	const cut = (days: readonly (Day | null)[]) => {
		const kept = keptExport(file(), originOf('r1'), (day) => days.includes(day))!;
		const plain = JSON.parse(JSON.stringify(kept.data)) as Export;
		kept.close();
		return plain;
	};
	const days = data.days.map(({ day }) => day);
	expect(days.length).toBeGreaterThan(3);
	expect(cut(days)).toEqual(data);
	for (const day of days)
		for (const actor of [null, ...data.actors.slice(0, 5).map(({ id }) => id)])
			expect(editionOf(cut([day]), { day, actor })).toEqual(editionOf(data, { day, actor }));
	expect(keptExport(file(), originOf('r2'), () => true)).toBeNull();
});

test('of a folder that is away for a moment nothing is forgotten, and what was shown stays', async () => {
	const { articles } = await indexed();
	const before = await told(sqliteArchive(file()));
	renameSync(folder, `${folder}.away`);
	expect(await indexed()).toEqual({ changed: false, read: 0, articles: 0 });
	expect(await told(sqliteArchive(file()))).toEqual(before);
	renameSync(`${folder}.away`, folder);
	expect(await indexed()).toEqual({ changed: false, read: 0, articles });
});

test('one at a time: a second run waits for the first, and finds nothing left to do', async () => {
	const words: string[] = [];
	const runs = await Promise.all([
		indexPaths(wantedBy(), () => {}),
		indexPaths(wantedBy(), (one) => words.push(one)),
	]);
	expect(runs.map(({ changed }) => changed).sort()).toEqual([false, true]);
	expect(runs.map(({ setAside }) => setAside)).toEqual([null, null]);
	expect(words).toContain('waiting for another program that reads the same articles');
	expect(await told(sqliteArchive(file()))).toEqual(await anew());
});

test('an empty folder makes an empty archive, and what cannot be read is told', async () => {
	for (const name of readdirSync(folder)) rmSync(join(folder, name));
	writeFileSync(
		join(folder, 'binary.txt'),
		Uint8Array.from({ length: 300 }, (_, at) => at % 7),
	);
	settle('binary.txt');
	expect(await indexed()).toEqual({ changed: true, read: 0, articles: 0 });
	expect(await told(sqliteArchive(file()))).toEqual(await anew());
});

test('of many weeks only those near a change are compared again, and all is as if made anew', async () => {
	for (let at = 0; at < 40; at++) {
		const day = new Date(1_650_000_000_000 + at * 5 * 86_400_000).toISOString().slice(0, 10);
		const text = `Pier ${at} opens\n\n“Pier ${at} is open,” said mayor Ida Varnholt in Osterby.\n`;
		writeFileSync(join(folder, `n${at}.md`), `---\ndate: ${day}\nsource: Outlet ${at % 7}\n---\n${text}`);
		settle(`n${at}.md`);
	}
	const compared = async (file: string) => {
		const words: string[] = [];
		await indexPaths({ ...wantedBy(), file }, (one) => words.push(one), 6);
		return words.filter((one) => one.startsWith('comparing')).length;
	};
	const all = await compared(file());
	expect(all).toBeGreaterThan(6);
	writeFileSync(
		join(folder, 'n20.md'),
		'---\ndate: 2022-07-24\n---\nFerry hits pier\n\n“Nobody was hurt,” said Ida Varnholt.\n',
	);
	settle('n20.md', 1_700_000_009);
	const again = await compared(file());
	expect(again).toBeGreaterThan(0);
	expect(again).toBeLessThanOrEqual(3);
	const other = join(home, 'other.db');
	expect(await compared(other)).toBe(all);
	const made = await told(sqliteArchive(other));
	expect(await told(sqliteArchive(file()))).toEqual(made);
	expect(made.overview.stories).toBeGreaterThan(20);
});

test.each([4, 9, 500])('in windows of %i an archive holds what is told without one', async (capacity) => {
	const things = ['pier', 'mill', 'ferry', 'school', 'bridge'];
	const towns = ['Osterby', 'Vestervik', 'Caldora', 'Haldby', 'Saltfjord', 'Lindholm', 'Brandel'];
	for (let at = 0; at < 30; at++) {
		const event = at >> 1;
		const [thing, town] = [things[event % things.length], towns[event % towns.length]];
		const killed = `killed ${3 + (at % 2)} people in ${town}, said mayor Ida Varnholt`;
		const text = `“The ${thing} is closed,” said Varnholt. A fire at the ${thing} ${killed}. ${town} lost its ${thing}.\n`;
		const day = new Date(1_650_000_000_000 + event * 4 * 86_400_000).toISOString().slice(0, 10);
		// Every sixth tells no day but that of its file; some are copies.
		const head = at % 6 === 5 ? '' : `---\ndate: ${day}\nsource: Outlet ${at % 5}\n---\n`;
		writeFileSync(join(folder, `n${at}.md`), `${head}${text}`);
		settle(`n${at}.md`, 1_650_000_000 + at * 400_000);
		if (at % 9 === 0)
			cpSync(join(folder, `n${at}.md`), join(folder, `z${at}.md`), { preserveTimestamps: true });
	}
	const corrections = {
		file: 'corrections',
		text: 'same: Ida Varnholt | Donald Trump\nsame story: n0.md | n28.md\nnot the same story: n2.md | n3.md\n',
	};
	const { corrections: decided } = parseCorrections(corrections.file, corrections.text);
	const archived = async () => {
		await indexPaths(wantedBy('r1', corrections), () => {}, capacity);
		const kept = keptExport(file(), originOf('r1'), () => true)!;
		const printed = JSON.stringify(kept.data);
		kept.close();
		return printed;
	};
	const inMemory = async () => {
		const { raws, problems } = await readPaths([folder]);
		return JSON.stringify(explainedDigest(raws.map(annotate), problems, decided, storyOf, capacity).data);
	};
	const first = await archived();
	expect(first).toBe(await inMemory());
	expect((JSON.parse(first) as Export).stories.length).toBeGreaterThan(4);
	// The same words, in a file of another day.
	settle('n5.md', 1_650_000_000 + 30 * 400_000);
	expect(await archived()).toBe(await inMemory());
});
