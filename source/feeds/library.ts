/** The folder of articles that came in by feeds: one file an article, found again by the id in its name. */
import type { Dirent } from 'node:fs';
import { lstat, mkdir, readdir, realpath, stat, unlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readNote, replaceFile } from '../kept/notes.ts';
import type { Day, Id } from '../types.ts';
import { fileName, folderName, idInName } from './file-names.ts';

export interface Library {
	/** Its folder was not there. */
	readonly isNew: boolean;
	readonly has: (id: Id) => boolean;
	/** Null where there is none, or none that can be read. */
	readonly read: (id: Id) => Promise<string | null>;
	/** A new file, or the same one again with other words. Rejects with an error in words for the reader. */
	readonly write: (id: Id, place: Place, text: string) => Promise<void>;
}

/** Where a new article goes; one that is there already stays where it is, also where the reader has put it. */
export interface Place {
	readonly day: Day | null;
	readonly outlet: string;
	readonly title: string;
}

/** Deeper there is nothing of ours. */
const DEEPEST = 8;
/** Left behind by a run that was killed; a run that goes on now is not that old. */
const STALE_MS = 3_600_000;

/** Makes the folder. What is a link in it is not followed; the folder itself may be one, since it is the reader's. */
export async function openLibrary(named: string, now: number): Promise<Library> {
	const made = await mkdir(named, { recursive: true, mode: 0o700 });
	const root = await realpath(named);
	const paths = await articlesIn(root, now);
	return {
		isNew: made !== undefined,
		has: (id) => paths.has(id),
		read: async (id) => {
			const path = paths.get(id);
			// Something else may stand there by now.
			const info = path === undefined ? null : await lstat(path).catch(() => null);
			return path !== undefined && info?.isFile() ? (await readNote(path)).text : null;
		},
		write: async (id, { day, outlet, title }, text) => {
			const known = paths.get(id);
			const path =
				known ?? join(await inside(root, [day ?? 'undated', folderName(outlet)]), fileName(title, id));
			if (known) await mustStand(root, known);
			await replaceFile(path, text);
			paths.set(id, path);
		},
	};
}

async function articlesIn(root: string, now: number): Promise<Map<Id, string>> {
	const paths = new Map<Id, string>();
	const folders = [{ folder: root, depth: 0 }];
	for (let next = folders.pop(); next; next = folders.pop()) {
		const { folder, depth } = next;
		const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const path = join(folder, entry.name);
			const id = idInName(entry.name);
			if (entry.isDirectory()) {
				if (depth < DEEPEST && !entry.name.startsWith('.')) folders.push({ folder: path, depth: depth + 1 });
			} else if (!entry.isFile()) continue;
			else if (id !== null && !paths.has(id)) paths.set(id, path);
			else if (/^\.[0-9a-f]{18}\.part$/.test(entry.name)) {
				const info = await stat(path).catch(() => null);
				if (info && now - info.mtimeMs > STALE_MS) await unlink(path).catch(() => undefined);
			}
		}
	}
	return paths;
}

/** The folder below the library, made step by step: a link on the way would lead what is written somewhere else. */
async function inside(root: string, names: readonly string[]): Promise<string> {
	let folder = root;
	for (const name of names) {
		folder = join(folder, name);
		await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'EEXIST') throw error;
		});
		const info = await lstat(folder);
		if (!info.isDirectory()) throw new Error(`${folder} is no folder, or a link to one; move it away`);
	}
	return folder;
}

/** What was found before may have been moved since, and a link put in the place of its folder. */
async function mustStand(root: string, path: string): Promise<void> {
	const folder = join(path, '..');
	const real = await realpath(folder).catch(() => null);
	if (real !== folder || !(real === root || real.startsWith(root + sep)))
		throw new Error(`${folder} is no longer where it was`);
}
