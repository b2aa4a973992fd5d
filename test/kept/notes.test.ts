/** The reader's own small files: read whatever they are, written whole or not at all. */
import { execFileSync } from 'node:child_process';
import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownFolder } from '../../source/kept/folders.ts';
import { readNote, writeNote } from '../../source/kept/notes.ts';

let home: string;
beforeAll(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-kept-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('reading', () => {
	test('a file that is not there is empty and no problem', async () => {
		expect(await readNote(join(home, 'no/such/file'))).toEqual({ text: '', problems: [] });
	});

	test('a byte order mark and other encodings are no obstacle', async () => {
		const path = join(home, 'utf16.txt');
		writeFileSync(path, Buffer.from('\ufeffsame: A | B\n', 'utf16le'));
		expect((await readNote(path)).text.replace('\ufeff', '')).toBe('same: A | B\n');
	});

	test('a pipe, a folder and bytes that are no text are told', async () => {
		const pipe = join(home, 'pipe');
		execFileSync('mkfifo', [pipe]);
		const bytes = join(home, 'bytes');
		writeFileSync(bytes, Buffer.from([0, 1, 2, 0, 0, 255]));
		for (const path of [pipe, home, bytes]) {
			const { text, problems } = await readNote(path);
			expect(text).toBe('');
			expect(problems).toHaveLength(1);
			expect(problems[0]).toMatchObject({ file: path, line: null });
		}
	});
});

describe('writing', () => {
	test('makes the folder, replaces the file whole, leaves nothing beside it, and lets nobody else read it', async () => {
		const path = join(home, 'deep/er/marks.txt');
		await writeNote(path, 'one\n');
		await writeNote(path, 'two\n');
		expect(readFileSync(path, 'utf8')).toBe('two\n');
		expect(readdirSync(join(home, 'deep/er'))).toEqual(['marks.txt']);
		expect(statSync(path).mode & 0o077).toBe(0);
	});

	test('a link stays a link', async () => {
		const path = join(home, 'dotfile');
		writeFileSync(join(home, 'target'), 'old');
		symlinkSync(join(home, 'target'), path);
		await writeNote(path, 'new');
		expect(lstatSync(path).isSymbolicLink()).toBe(true);
		expect(readFileSync(join(home, 'target'), 'utf8')).toBe('new');
	});

	test('many at once leave one of them, whole', async () => {
		const path = join(home, 'race.txt');
		const texts = Array.from({ length: 20 }, (_, number) => `${number}\n`.repeat(5000));
		await Promise.all(texts.map((text) => writeNote(path, text)));
		expect(texts).toContain(readFileSync(path, 'utf8'));
	});

	test('what cannot be written leaves what was there, and says so', async () => {
		const folder = join(home, 'taken');
		mkdirSync(join(folder, 'marks.txt', 'inside'), { recursive: true });
		await expect(writeNote(join(folder, 'marks.txt'), 'new')).rejects.toThrow();
		expect(readdirSync(folder)).toEqual(['marks.txt']);
	});
});

test('a relative base folder is ignored, as the specification asks', () => {
	const before = process.env.XDG_STATE_HOME;
	process.env.XDG_STATE_HOME = 'here';
	expect(ownFolder('state')).toMatch(/\.local\/state\/quotidian$/);
	process.env.XDG_STATE_HOME = '/there';
	expect(ownFolder('state')).toBe('/there/quotidian');
	if (before === undefined) delete process.env.XDG_STATE_HOME;
	else process.env.XDG_STATE_HOME = before;
});
