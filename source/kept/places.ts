/** Where the reader stood when they last left what they were reading: one small file for each set of paths. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ownFolder } from './folders.ts';

/** The same for the same files and folders, however and from wherever they are named. */
export function placeFile(paths: readonly string[]): string {
	const whole = [...new Set(paths.map((path) => resolve(path)))].sort();
	const name = createHash('sha256').update(whole.join('\0')).digest('hex').slice(0, 16);
	return join(ownFolder('state'), 'places', name);
}

/** Places kept, of the sets of paths that were left last: who reads a folder of its own each day has a thousand in three years. */
const KEPT_MOST = 200;

/**
 * Replaces the file at once: a signal may be about to end us, and nothing that waits would be done. It is not forced on
 * to the disk, and where it cannot be written nothing is said: a place lost is a place found again with a few keys.
 */
export function keepPlace(file: string, text: string): void {
	const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
	try {
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
		writeFileSync(beside, text, { mode: 0o600 });
		renameSync(beside, file);
		dropOldest(dirname(file));
	} catch {
		try {
			unlinkSync(beside);
		} catch {}
	}
}

/** With what was left behind when something broke off; another copy may be doing the same. */
function dropOldest(folder: string): void {
	const names = readdirSync(folder);
	if (names.length <= KEPT_MOST) return;
	const files = names.map((name) => join(folder, name));
	const byAge = files.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at);
	for (const { path } of byAge.slice(KEPT_MOST)) unlinkSync(path);
}
