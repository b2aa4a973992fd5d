/**
 * What can be made anew, kept between starts: taken only when it is whole and nobody else could have written it. Wherever
 * that fails, or nothing can be written, it is as if nothing had been kept.
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
import { crc32 } from 'node:zlib';

/** Before what is kept stands a sum of it. */
const HEAD = 8;

/** Null when nothing is kept there, or nothing to trust. */
export function readCached(file: string): Buffer | null {
	try {
		const handle = openSync(file, 'r');
		try {
			const { uid, mode } = fstatSync(handle);
			if (mode & 0o022 || (process.getuid && uid !== process.getuid())) return null;
			const all = readFileSync(handle);
			const bytes = all.subarray(HEAD);
			return bytes.length > 0 && all.readUInt32LE(0) === crc32(bytes) ? bytes : null;
		} finally {
			closeSync(handle);
		}
	} catch {
		return null;
	}
}

/** Keeps what `make` gives (null: nothing), and of all files in that folder the `most` that were written last. */
export function writeCached(file: string, make: () => Buffer | null, most: number): void {
	const folder = dirname(file);
	const beside = `${file}.${process.pid}.part`;
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		// Where nothing can be written, nothing need be made.
		const handle = openSync(beside, 'wx', 0o600);
		let bytes: Buffer | null;
		try {
			bytes = make();
			if (bytes !== null) {
				const head = Buffer.alloc(HEAD);
				head.writeUInt32LE(crc32(bytes), 0);
				writeFileSync(handle, Buffer.concat([head, bytes]));
			}
		} finally {
			closeSync(handle);
		}
		if (bytes === null) unlinkSync(beside);
		else renameSync(beside, file);
		const all = readdirSync(folder).map((name) => join(folder, name));
		const byAge = all.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at);
		for (const { path } of byAge.slice(most)) unlinkSync(path);
	} catch {
		try {
			unlinkSync(beside);
		} catch {}
	}
}
