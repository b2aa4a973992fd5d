/**
 * The search's own columns, in a file beside the archive: read into place, without a copy, by the first who searches. A
 * file is written once and never changed; the archive says which is its own.
 */
import {
	closeSync,
	fstatSync,
	fsyncSync,
	openSync,
	readdirSync,
	readSync,
	rmSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isOfFormat, segmentBytes, segmentFrom } from '../../search/saved.ts';
import type { Segment } from '../../search/segment.ts';

/** Behind the columns stands a sum of them. */
const TAIL = 4;
/** Node reads no more than two gigabytes at once. */
const AT_ONCE = 1 << 30;

/** Writes a segment under a name that is not yet taken, by the ending by which the archive knows it; how long the file is. */
export function writeSegment(archive: string, segment: Segment, ending: string): number {
	// One of that name that somebody reads is left to them.
	rmSync(archive + ending, { force: true });
	const file = openSync(archive + ending, 'wx', 0o600);
	try {
		let sum = 0;
		for (const bytes of segmentBytes(segment)) {
			// The sum of nothing is 0, whatever it goes on from.
			if (bytes.length > 0) sum = crc32(bytes, sum);
			writeAll(file, bytes);
		}
		writeAll(file, new Uint8Array(Uint32Array.of(sum).buffer));
		fsyncSync(file);
		return fstatSync(file).size;
	} finally {
		closeSync(file);
	}
}

function writeAll(file: number, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length; )
		at += writeSync(file, bytes, at, Math.min(AT_ONCE, bytes.length - at));
}

/** Whether a file is there as it was written, and as it would be written now. Reads all of it. */
export function isWhole(path: string, length: number): boolean {
	const head = new Uint8Array(4);
	try {
		const file = openSync(path, 'r');
		try {
			if (fstatSync(file).size !== length) return false;
			readAll(file, head, 0);
			return isOfFormat(head) && sumOf(file, length - TAIL) === tailOf(file, length);
		} finally {
			closeSync(file);
		}
	} catch {
		return false;
	}
}

/** Bytes summed up at once. */
const CHUNK = 1 << 20;

function sumOf(file: number, length: number): number {
	const chunk = new Uint8Array(Math.min(CHUNK, length));
	let sum = 0;
	for (let at = 0; at < length; at += CHUNK) {
		const bytes = chunk.subarray(0, Math.min(CHUNK, length - at));
		readAll(file, bytes, at);
		sum = crc32(bytes, sum);
	}
	return sum;
}

function tailOf(file: number, length: number): number {
	const tail = new Uint8Array(TAIL);
	readAll(file, tail, length - TAIL);
	return new DataView(tail.buffer).getUint32(0, true);
}

export interface SavedSegment {
	/** Null when it is not whole. */
	readonly load: () => Segment | null;
	readonly close: () => void;
}

/** Opened at once, so that it can be read although it is dropped meanwhile; null when it is not there. */
export function openSegment(path: string): SavedSegment | null {
	let file: number;
	try {
		file = openSync(path, 'r');
	} catch {
		return null;
	}
	return {
		load() {
			try {
				const length = fstatSync(file).size - TAIL;
				const bytes = new ArrayBuffer(Math.max(0, length));
				readAll(file, new Uint8Array(bytes), 0);
				return crc32(new Uint8Array(bytes)) === tailOf(file, length + TAIL) ? segmentFrom(bytes) : null;
			} catch {
				return null;
			}
		},
		close: () => closeSync(file),
	};
}

function readAll(file: number, into: Uint8Array, from: number): void {
	for (let at = 0; at < into.length; ) {
		const read = readSync(file, into, at, Math.min(AT_ONCE, into.length - at), from + at);
		if (read === 0) throw new Error('the file ends early');
		at += read;
	}
}

/** Drops an archive's segments but those that end so. */
export function dropSegments(archive: string, but: ReadonlySet<string>): void {
	for (const name of readdirSync(dirname(archive))) {
		const ending = name.slice(basename(archive).length);
		if (!name.startsWith(`${basename(archive)}.search`) || but.has(ending)) continue;
		try {
			unlinkSync(join(dirname(archive), name));
		} catch {}
	}
}
