/** Disk in: paths → undecoded articles. Opens nothing but regular files, follows no link out of the given folder. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { looksBinary } from '../article/decode.ts';
import type { Format, Problem, RawArticle } from '../types.ts';

/** A news article is some kilobytes; what is larger than this is something else. */
const LARGEST = 16 * 2 ** 20;
/** Deeper folders than this are a loop or an accident. */
const DEEPEST = 64;

const FORMATS: ReadonlyMap<string, Format> = new Map([
	['.txt', 'text'],
	['.text', 'text'],
	['.md', 'markdown'],
	['.markdown', 'markdown'],
]);

/** Files that stand beside articles and are not articles, whatever their extension. */
const BESIDE = /^(readme|licen[cs]e|copying|notice|contributing|changelog|authors)([._-].*)?$/i;

export interface Ingested {
	readonly raws: readonly RawArticle[];
	readonly problems: readonly Problem[];
}

interface Found {
	readonly path: string;
	/** As the reader sees it, with `/`. */
	readonly file: string;
	readonly format: Format;
}

/**
 * Reads files and folders (recursively, in byte order of their paths); `-` is one article from standard input. Never
 * throws and never blocks on a pipe or device: what cannot be read becomes a problem.
 */
export async function readPaths(paths: readonly string[]): Promise<Ingested> {
	const problems: Problem[] = [];
	const tell = (file: string, message: string) =>
		problems.push({ file, line: null, stage: 'ingest', message });
	const raws: RawArticle[] = [];
	const found: Found[] = [];
	const skipped = new Map<string, number>();
	for (const path of paths) {
		if (path === '-') {
			raws.push({ file: '-', format: 'text', bytes: await standardInput(tell) });
			continue;
		}
		const kind = await kindOf(path);
		if (kind === 'folder') await walk(path, found, skipped, tell);
		else if (kind === 'file')
			found.push({ path, file: basename(path), format: FORMATS.get(extension(path)) ?? 'text' });
		else if (kind === 'missing') tell(path, 'no such file or folder; check the path');
		else if (kind === 'closed') tell(path, 'cannot be read; check its permissions');
		else tell(path, 'not a regular file; skipped');
	}
	for (const [ending, count] of [...skipped].sort(([a], [b]) => compare(a, b))) {
		const what = ending === '' ? 'without an extension' : `${ending} is`;
		const files = `${count} file${count === 1 ? '' : 's'}`;
		tell('', ending === '' ? `${files} ${what} skipped` : `${files} skipped: ${what} not read yet`);
	}
	for (const one of distinct(found)) {
		const bytes = await readSafely(one.path, one.file, tell);
		if (bytes) raws.push({ file: one.file, format: one.format, bytes });
	}
	return { raws, problems };
}

type Tell = (file: string, message: string) => void;

const extension = (path: string) => extname(path).toLowerCase();

/** Byte order of UTF-8, which is code point order; `<` on strings compares UTF-16 units. */
function compare(a: string, b: string): number {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing' | 'closed'> {
	try {
		const info = await stat(path);
		return info.isDirectory() ? 'folder' : info.isFile() ? 'file' : 'other';
	} catch (error) {
		return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR' ? 'missing' : 'closed';
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** Adds the articles under one folder in byte order. Links are followed only to files inside the folder. */
async function walk(root: string, found: Found[], skipped: Map<string, number>, tell: Tell): Promise<void> {
	const top = await realpath(root).catch(() => null);
	if (top === null) return tell(root, 'cannot be read; check its permissions');
	const here: Found[] = [];
	const folders: { path: string; inside: string; depth: number }[] = [{ path: root, inside: '', depth: 0 }];
	for (let next = folders.pop(); next; next = folders.pop()) {
		const { path, inside, depth } = next;
		const names = await readdir(path, { encoding: 'buffer' }).catch((error: unknown) => {
			tell(inside || root, `folder cannot be read (${codeOf(error)})`);
			return [];
		});
		for (const bytes of names) {
			const name = bytes.toString('utf8');
			if (name.startsWith('.')) continue;
			const file = inside === '' ? name : `${inside}/${name}`;
			if (!Buffer.from(name).equals(bytes)) {
				tell(file, 'its name is not valid UTF-8; rename it');
				continue;
			}
			const full = join(path, name);
			const info = await lstat(full).catch(() => null);
			if (info === null) tell(file, 'vanished while the folder was read');
			else if (info.isDirectory()) {
				if (depth < DEEPEST) folders.push({ path: full, inside: file, depth: depth + 1 });
				else tell(file, 'folders nested too deeply; skipped');
			} else if (info.isSymbolicLink()) {
				const target = await realpath(full).catch(() => null);
				const within = target?.startsWith(top + sep) && (await kindOf(target)) === 'file';
				if (!within) tell(file, 'a link that leads out of the folder or nowhere; skipped');
				// A link to a file inside: the file itself is met on the way.
			} else if (!info.isFile()) tell(file, 'not a regular file; skipped');
			else if (!BESIDE.test(name)) {
				const format = FORMATS.get(extension(name));
				if (format) here.push({ path: full, file, format });
				else skipped.set(extension(name), (skipped.get(extension(name)) ?? 0) + 1);
			}
		}
	}
	found.push(...here.sort((a, b) => compare(a.file, b.file)));
}

/** Two files of one name (from two folders) get a number after the name, in the order given. */
function distinct(found: readonly Found[]): Found[] {
	const taken = new Set<string>();
	return found.map((one) => {
		let file = one.file;
		for (let count = 2; taken.has(file); count++) file = `${one.file} (${count})`;
		taken.add(file);
		return file === one.file ? one : { ...one, file };
	});
}

/** Opens without waiting for a writer, looks at what was opened, and reads no more than the size it then had. */
async function readSafely(path: string, file: string, tell: Tell): Promise<Uint8Array | null> {
	let handle: FileHandle | null = null;
	try {
		handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const info = await handle.stat();
		if (!info.isFile()) return refuse('not a regular file; skipped');
		if (info.size > LARGEST) return refuse(`larger than ${LARGEST / 2 ** 20} MB; skipped`);
		const buffer = new Uint8Array(info.size);
		let filled = 0;
		while (filled < buffer.length) {
			const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
			if (bytesRead === 0) break;
			filled += bytesRead;
		}
		const bytes = buffer.subarray(0, filled);
		if (looksBinary(bytes)) return refuse('not text; skipped');
		return bytes;
	} catch (error) {
		const code = codeOf(error);
		return refuse(code === 'ENOENT' ? 'vanished before it was read' : `cannot be read (${code})`);
	} finally {
		await handle?.close().catch(() => undefined);
	}
	function refuse(message: string): null {
		tell(file, message);
		return null;
	}
}

async function standardInput(tell: Tell): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
			size += part.length;
			if (size > LARGEST) {
				tell('-', `larger than ${LARGEST / 2 ** 20} MB; only the beginning was read`);
				break;
			}
			parts.push(part);
		}
	} catch (error) {
		tell('-', `standard input broke off (${codeOf(error)})`);
	}
	return Buffer.concat(parts);
}
