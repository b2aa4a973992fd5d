/** Disk in: paths → undecoded articles. Opens nothing but regular files, follows no link out of the given folder. */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize, sep } from 'node:path';
import { looksBinary } from '../article/decode.ts';
import type { Day, Format, Problem, RawArticle } from '../types.ts';
import { beginningOf } from './beginning.ts';
import { endingOf, formatOf, isPacked, kindOfFile } from './kinds.ts';
import { unpacked } from './unpack.ts';

/** A news article is some kilobytes; what is larger than this is something else. */
const LARGEST = 16 * 2 ** 20;
/** Deeper folders than this are a loop or an accident. */
const DEEPEST = 64;

/** Files that stand beside articles and are not articles, whatever their extension. */
const BESIDE = /^(readme|licen[cs]e|copying|notice|contributing|changelog|authors)([._-].*)?$/i;

/** Known kinds of documents that are no plain text: a file without a known extension may be text all the same. */
const NOT_YET = /^\.(?:xml|rss|atom|csv|pdf|docx?|odt|rtf|epub|mbox|zip|tgz|png|jpe?g|gif|webp|svg|mp[34])$/;

/** Files opened at the same time. */
const TOGETHER = 16;

export interface Ingested {
	/** In byte order of `file`. */
	readonly raws: readonly RawArticle[];
	readonly problems: readonly Problem[];
}

export interface Found {
	readonly path: string;
	/** As the reader sees it, with `/`. */
	readonly file: string;
	readonly format: Format;
	/** Met in a folder, where links are not followed; a link that was named is. */
	readonly inside?: true;
}

export type Tell = (file: string, message: string) => void;

/**
 * Reads files and folders (recursively); `-` is one article from standard input. The order of `paths` changes nothing.
 * Never throws and never blocks on a pipe or device: what cannot be read becomes a problem. `looked`: what was found there
 * just now, if somebody has looked already.
 */
export async function readPaths(paths: readonly string[], looked: Looked | null = null): Promise<Ingested> {
	const { found, problems: met } = looked ?? (await findPaths(paths));
	const problems = [...met];
	const raws: RawArticle[] = [];
	const tell = telling(problems);
	if (paths.includes('-')) {
		const bytes = await plainBytes(await standardInput(tell));
		if (typeof bytes === 'string') tell('-', bytes);
		else raws.push(...(await articlesOf({ file: '-', format: 'text', bytes }, tell)));
	}
	for (let i = 0; i < found.length; i += TOGETHER) {
		const read = await Promise.all(found.slice(i, i + TOGETHER).map((one) => readFound(one, tell)));
		raws.push(...read.flat());
	}
	return inOrder(raws, problems);
}

/** By file, whatever the order in which they were read. */
export function inOrder(raws: readonly RawArticle[], problems: readonly Problem[]): Ingested {
	return {
		raws: [...raws].sort((a, b) => compare(a.file, b.file)),
		problems: [...problems].sort((a, b) => compare(a.file, b.file) || compare(a.message, b.message)),
	};
}

/** How much there is to read, in bytes. */
export async function bytesIn(found: readonly Found[]): Promise<number> {
	const sizes = await Promise.all(
		found.map(({ path }) =>
			stat(path).then(
				({ size }) => size,
				() => 0,
			),
		),
	);
	return sizes.reduce((sum, size) => sum + size, 0);
}

/** The files that are to be read, and what else was met. */
export interface Looked {
	readonly found: readonly Found[];
	readonly problems: readonly Problem[];
}

/** What stands on standard input is not looked for. */
export async function findPaths(paths: readonly string[]): Promise<Looked> {
	const problems: Problem[] = [];
	const tell = telling(problems);
	const found: Found[] = [];
	const skipped = new Map<string, number>();
	const skip = (ending: string) => skipped.set(ending, (skipped.get(ending) ?? 0) + 1);
	for (const path of new Set(paths)) {
		if (path === '-') continue;
		const kind = await kindOf(path);
		if (kind === 'folder') found.push(...(await walk(path, skip, tell)));
		else if (kind === 'missing') tell(path, 'no such file or folder; check the path');
		else if (kind === 'closed') tell(path, 'cannot be read; check its permissions');
		else if (kind === 'other') tell(path, 'not a regular file; skipped');
		else if (NOT_YET.test(endingOf(path)))
			tell(path, `${endingOf(path)} files are not read yet; save it as plain text`);
		else found.push({ path, file: basename(path), format: formatOf(path) ?? 'text' });
	}
	for (const [ending, count] of [...skipped].sort(([a], [b]) => compare(a, b))) {
		const files = `${count} file${count === 1 ? '' : 's'} skipped: `;
		tell('', files + (ending === '' ? 'no extension that says what is in it' : `${ending} is not read yet`));
	}
	return { found: distinct(found), problems };
}

export function telling(problems: Problem[]): Tell {
	return (file, message) => problems.push({ file, line: null, stage: 'ingest', message });
}

/** The articles in one file. */
export async function readFound(found: Found, tell: Tell): Promise<readonly RawArticle[]> {
	const raw = await readSafely(found, tell);
	return raw === null ? [] : articlesOf(raw, tell);
}

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

/** What the system calls it, in words; a code that has none here stands as it is. */
const WHY_NOT: Readonly<Record<string, string>> = {
	EACCES: 'you are not allowed to; check its permissions',
	EPERM: 'you are not allowed to; check its permissions',
	EIO: 'the disk reports an error',
	EISDIR: 'it is a folder',
	ELOOP: 'it is a link that leads back to itself',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	ENAMETOOLONG: 'its name is too long',
	ENODEV: 'its device is gone',
	ENOENT: 'it is gone',
	ENOMEM: 'there is too little memory',
	ENXIO: 'its device is gone',
	EBUSY: 'another program is using it',
	EDQUOT: 'your share of the disk is full',
	ENOSPC: 'the disk is full',
	EROFS: 'the disk cannot be written to',
	ETIMEDOUT: 'its disk does not answer',
	ESTALE: 'its disk does not answer',
};

export function whyNot(error: unknown): string {
	const code = codeOf(error);
	return WHY_NOT[code] ?? (code === 'unknown' ? 'the system does not say why' : code);
}

/** The articles under one folder. Links are never followed: what they lead to inside the folder is met on the way. */
async function walk(root: string, skip: (ending: string) => void, tell: Tell): Promise<Found[]> {
	const found: Found[] = [];
	const folders = [{ path: root, inside: '', depth: 0 }];
	for (let next = folders.pop(); next; next = folders.pop()) {
		const { path, inside, depth } = next;
		// With their kinds, so that no file need be asked for its own: of a hundred thousand that takes seconds.
		const entries = await readdir(path, { encoding: 'buffer', withFileTypes: true }).catch(
			(error: unknown) => {
				tell(inside || root, `folder cannot be read: ${whyNot(error)}`);
				return [];
			},
		);
		for (const entry of entries) {
			const bytes = entry.name;
			const name = bytes.toString('utf8');
			const file = inside === '' ? name : `${inside}/${name}`;
			if (name.startsWith('.')) continue;
			if (!Buffer.from(name).equals(bytes)) {
				tell(file, 'its name is not valid UTF-8; rename it');
				continue;
			}
			const full = join(path, name);
			if (entry.isDirectory()) {
				if (depth < DEEPEST) folders.push({ path: full, inside: file, depth: depth + 1 });
				else tell(file, 'folders nested too deeply; skipped');
			} else if (entry.isSymbolicLink()) {
				if (!(await leadsInside(root, full)))
					tell(file, 'a link that leads out of the folder or nowhere; skipped');
			} else if (!entry.isFile()) tell(file, 'not a regular file; skipped');
			else if (!BESIDE.test(name)) {
				const format = formatOf(name);
				if (format) found.push({ path: full, file, format, inside: true });
				else skip(endingOf(name));
			}
		}
	}
	return found;
}

async function leadsInside(root: string, link: string): Promise<boolean> {
	const [top, target] = await Promise.all(
		[realpath(root), realpath(link)].map((path) => path.catch(() => null)),
	);
	return (
		typeof top === 'string' && typeof target === 'string' && (target === top || target.startsWith(top + sep))
	);
}

/** Files of one name, from different folders given, are called by their whole path; a file given twice is read once. */
function distinct(found: readonly Found[]): Found[] {
	const byPath = new Map(found.map((one) => [normalize(one.path), one]));
	const taken = new Map<string, number>();
	for (const { file } of byPath.values()) taken.set(file, (taken.get(file) ?? 0) + 1);
	return [...byPath].map(([path, one]) =>
		taken.get(one.file) === 1 ? one : { ...one, file: path.split(sep).join('/') },
	);
}

/** One file, or null when it cannot be read. Opens without waiting for a writer, looks at what was opened, and reads no more than the size it then had. */
export async function readSafely(
	{ path, file, format, inside }: Found,
	tell: Tell,
): Promise<RawArticle | null> {
	let handle: FileHandle | null = null;
	const refuse = (message: string) => {
		tell(file, message);
		return null;
	};
	try {
		const asFound = inside ? (constants.O_NOFOLLOW ?? 0) : 0;
		handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | asFound);
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
		const bytes = await plainBytes(buffer.subarray(0, filled));
		return typeof bytes === 'string' ? refuse(bytes) : { file, format, bytes, modified: dayOf(info.mtimeMs) };
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT') return refuse('vanished before it was read');
		if (code === 'ELOOP' && inside) return refuse('became a link before it was read; skipped');
		return refuse(`cannot be read: ${whyNot(error)}`);
	} finally {
		await handle?.close().catch(() => undefined);
	}
}

/** What reads other documents than plain text is loaded when one is there, not at every start. */
async function articlesOf(raw: RawArticle, tell: Tell): Promise<readonly RawArticle[]> {
	if (kindOfFile(raw.file) === 'plain') return [beginningOf(raw, tell)];
	const found = (await import('./documents.ts')).articlesIn(raw, tell);
	return found.map((one) => ({ ...beginningOf(one, tell), modified: raw.modified ?? null }));
}

/** Of a time in milliseconds; null of one that no calendar has, which a disk may hold all the same. */
export function dayOf(time: number): Day | null {
	const date = new Date(time);
	return Number.isNaN(date.getTime()) ? null : (/^\d{4}-\d\d-\d\d/.exec(date.toISOString())?.[0] ?? null);
}

/** Unpacked where packed; or why it is not read. */
async function plainBytes(bytes: Uint8Array): Promise<Uint8Array | string> {
	const plain = isPacked(bytes) ? await unpacked(bytes, LARGEST) : bytes;
	return typeof plain !== 'string' && looksBinary(plain) ? 'not text; skipped' : plain;
}

async function standardInput(tell: Tell): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
			const room = LARGEST - size;
			parts.push(part.subarray(0, room));
			size += part.length;
			if (size > LARGEST) {
				tell('-', `larger than ${LARGEST / 2 ** 20} MB; only the beginning was read`);
				break;
			}
		}
	} catch (error) {
		tell('-', `standard input broke off: ${whyNot(error)}`);
	}
	return Buffer.concat(parts);
}
