/**
 * The program's code, and what the machine made of it at an earlier start: compiling it again would be most of the wait.
 * That is kept in the reader's cache folder, which may be missing, full, damaged or not ours: then the program starts as
 * it would without.
 */
import {
	closeSync,
	fstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { ownFolder } from '../kept/folders.ts';

export interface Code {
	/** What the file's expression comes to. */
	readonly value: unknown;
	/** Keeps what was compiled up to now for the next start, if that start would gain by it. */
	readonly keep: () => void;
}

/** Kept for one kind of use, one version of the program and of Node each; a few, for who has several. */
const KEPT_MOST = 6;

/** Runs the expression in a file of ours, whose text `release` names. `use`: what is done with it, for that is what is compiled. */
export function runCode(file: string, release: string, use: string): Code {
	const kept = join(ownFolder('cache'), 'code', `${release}-${process.version}-${process.arch}-${use}`);
	const cachedData = readKept(kept);
	const script = new Script(readFileSync(file, 'latin1'), {
		filename: file,
		...(cachedData && { cachedData }),
	});
	let known = cachedData !== null && script.cachedDataRejected === false;
	return {
		value: script.runInThisContext(),
		keep() {
			if (known) return;
			known = true;
			writeKept(kept, () => script.createCachedData());
		},
	};
}

/** Before the code stands a sum of it, for V8 takes what it is given. Null when there is none, or none to trust. */
function readKept(file: string): Buffer | null {
	try {
		const handle = openSync(file, 'r');
		try {
			const { uid, mode } = fstatSync(handle);
			if (mode & 0o022 || (process.getuid && uid !== process.getuid())) return null;
			const bytes = readFileSync(handle);
			const code = bytes.subarray(8);
			return bytes.length > 8 && bytes.readUInt32LE(0) === crc32(code) ? code : null;
		} finally {
			closeSync(handle);
		}
	} catch {
		return null;
	}
}

function writeKept(file: string, codeOf: () => Buffer): void {
	const folder = dirname(file);
	const beside = `${file}.${process.pid}.part`;
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		// Where nothing can be written, nothing need be made.
		const handle = openSync(beside, 'wx', 0o600);
		try {
			const code = codeOf();
			const head = Buffer.alloc(8);
			head.writeUInt32LE(crc32(code), 0);
			writeFileSync(handle, Buffer.concat([head, code]));
		} finally {
			closeSync(handle);
		}
		renameSync(beside, file);
		const all = readdirSync(folder).map((name) => join(folder, name));
		const byAge = all.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at);
		for (const { path } of byAge.slice(KEPT_MOST)) unlinkSync(path);
	} catch {
		try {
			unlinkSync(beside);
		} catch {}
	}
}
