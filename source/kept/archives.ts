/** Where the archives of what was read stand: one file for each set of paths, and what belongs to it beside it. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownFolder } from './folders.ts';
import { placeFile } from './places.ts';

/** The same for the same files and folders, however and from wherever they are named. */
export function archiveFile(paths: readonly string[]): string {
	return join(ownFolder('cache'), 'archives', `${basename(placeFile(paths))}.db`);
}

export const hasArchive = (file: string): boolean => existsSync(file);
