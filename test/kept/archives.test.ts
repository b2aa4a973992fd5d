import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFile, dropOldArchives } from '../../source/kept/archives.ts';

test('an archive is found by what it holds, however that is named', () => {
	expect(archiveFile(['news', './news/'])).toBe(archiveFile(['news']));
	expect(archiveFile(['a', 'b'])).toBe(archiveFile(['b', 'a']));
	expect(archiveFile(['a'])).not.toBe(archiveFile(['b']));
});

test('the archives that were written last stay, the others go with all that is beside them', () => {
	const folder = mkdtempSync(join(tmpdir(), 'quotidian-archives-'));
	const write = (name: string, at: number) => {
		writeFileSync(join(folder, name), '');
		utimesSync(join(folder, name), at, at);
	};
	for (let at = 0; at < 10; at++)
		for (const ending of ['', '-wal', '.search3']) write(`a${at}.db${ending}`, 1000 - at);
	dropOldArchives(join(folder, 'a0.db'));
	expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual(
		Array.from({ length: 8 }, (_, at) => `a${at}.db`),
	);
	expect(readdirSync(folder)).toHaveLength(24);
	expect(() => dropOldArchives('/dev/null/nowhere.db')).not.toThrow();
});
