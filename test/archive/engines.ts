/** Every kind of archive, for what all of them must do. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { sqliteArchive } from '../../source/archive/sqlite/archive.ts';
import { openArchive } from '../../source/archive/sqlite/schema.ts';
import { writeEdition } from '../../source/archive/sqlite/write.ts';
import type { Export } from '../../source/types.ts';
import { hasPostgres, openedOn } from './postgres-shared.ts';

type Engine = [name: string, open: (data: Export) => Archive];

export const engines: readonly Engine[] = [
	['memory', memoryArchive],
	['SQLite', (data) => opened(written(data))],
	...(hasPostgres ? [['PostgreSQL', (data) => openedOn(data)] satisfies Engine] : []),
];

export function emptyFile(): string {
	return join(mkdtempSync(join(tmpdir(), 'quotidian-archive-')), 'archive.db');
}

/** The file that an edition was written to. */
export function written(data: Export, file: string = emptyFile()): string {
	const archive = openArchive(file);
	writeEdition(archive, data, {});
	archive.database.close();
	return file;
}

export function opened(file: string): Archive {
	const archive = sqliteArchive(file);
	if (archive === null) throw new Error('no archive there');
	return archive;
}
