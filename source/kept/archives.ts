/** Where the archives of what was read stand: one file for each set of paths, and what belongs to it beside it. */
import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ownFolder } from './folders.ts';
import { placeFile } from './places.ts';

/** Archives kept, of the sets of paths that were read last: each may be as large as what it holds. */
const KEPT_MOST = 8;

/** The same for the same files and folders, however and from wherever they are named. */
export function archiveFile(paths: readonly string[]): string {
	return join(ownFolder('cache'), 'archives', `${basename(placeFile(paths))}.db`);
}

export const hasArchive = (file: string): boolean => existsSync(file);

/** The folder that an archive stands in. Throws where none can be made. */
export function makeRoom(file: string): void {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** Drops the archives that were brought up to date longest ago, with all that stands beside them, after this one. Never throws. */
export function dropOldArchives(file: string): void {
	try {
		const now = new Date();
		utimesSync(file, now, now);
		const folder = dirname(file);
		const names = readdirSync(folder);
		const archives = names.filter((name) => name.endsWith('.db'));
		if (archives.length <= KEPT_MOST) return;
		const byAge = archives
			.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
			.sort((a, b) => b.at - a.at);
		for (const { name } of byAge.slice(KEPT_MOST))
			for (const own of names.filter((one) => one.startsWith(name))) unlinkSync(join(folder, own));
	} catch {}
}
