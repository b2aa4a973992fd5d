/** Small text files of the reader's own: read without trust, written so that a crash or a full disk costs none of them. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decode } from '../article/decode.ts';
import { readSafely, type Tell } from '../ingest/files.ts';
import type { Problem } from '../types.ts';

/** What stands in a file that need not be there: then `text` is empty. Never throws, never blocks on a pipe. */
export async function readNote(path: string): Promise<{ text: string; problems: readonly Problem[] }> {
	const problems: Problem[] = [];
	const tell: Tell = (file, message) => problems.push({ file, line: null, stage: 'ingest', message });
	const there = await stat(path).then(
		() => true,
		(error: unknown) => !isMissing(error),
	);
	const raw = there ? await readSafely({ path, file: path, format: 'text' }, tell) : null;
	if (raw === null) return { text: '', problems };
	const decoded = decode(raw);
	return { text: decoded.text, problems: [...problems, ...decoded.problems] };
}

const isMissing = (error: unknown) =>
	error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
 * Replaces a file whole, or leaves it as it was: what is written is on the disk before it takes the old one's name.
 * Makes the folder. Rejects with the error of the disk; then no trace is left behind.
 */
export async function writeNote(named: string, text: string): Promise<void> {
	// A link into somebody's dotfiles stays a link.
	const path = await realpath(named).catch(() => named);
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	await replaceFile(path, text);
}

/** The same in a folder that is there; a link of that name is replaced, and what it leads to stays as it is. */
export async function replaceFile(path: string, text: string): Promise<void> {
	const folder = dirname(path);
	const beside = join(folder, `.${randomBytes(9).toString('hex')}.part`);
	try {
		const file = await open(beside, 'wx', 0o600);
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		await unlink(beside).catch(() => undefined);
		throw error;
	}
	await syncFolder(folder);
}

/** Writes a file that is not there yet, and makes its folder. False where there is one: it is the reader's own. */
export async function createNote(path: string, text: string): Promise<boolean> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	try {
		await writeFile(path, text, { flag: 'wx', mode: 0o600 });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/** So that the new name outlasts a power cut; some systems cannot, and the file is whole all the same. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => null);
	await handle?.sync().catch(() => undefined);
	await handle?.close().catch(() => undefined);
}
