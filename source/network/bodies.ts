/** The body of an answer: unpacked while it comes in, and no further than is allowed. */
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { Stopped, trouble } from './troubles.ts';

export interface Room {
	readonly bytes: number;
	/** What is too long is cut there, instead of being refused. */
	readonly cut: boolean;
}

export const ACCEPTED = 'gzip, deflate, br';

/** Packed in more layers than this is an attack. */
const MOST_LAYERS = 3;

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/**
 * Rejects what is too large, packed wrongly, or cut short. What is counted is what comes out, so that a small answer cannot
 * fill the memory, and what comes in, of which a packed answer may not need more.
 */
export async function bodyOf(
	body: Readable,
	encoding: string,
	room: Room,
	alive: () => void,
): Promise<Uint8Array> {
	const layers = encoding
		.toLowerCase()
		.split(',')
		.map((layer) => layer.trim())
		.filter((layer) => layer !== '' && layer !== 'identity');
	const unknown = layers.some((layer) => !/^(?:x-)?gzip$|^deflate$|^br$/.test(layer));
	try {
		if (unknown || layers.length > MOST_LAYERS) throw new Stopped(PACKED);
		// The layer put on last is named last.
		const plain = layers.reduceRight(
			unpacked,
			counted(body, layers.length > 0 ? room.bytes : Infinity, alive),
		);
		return await collected(plain, room);
	} finally {
		body.on('error', () => {}).destroy();
	}
}

const PACKED = trouble('the answer is packed in a way that was not asked for: tell the outlet', 'later');

async function* counted(source: AsyncIterable<Uint8Array>, most: number, alive: () => void): Pieces {
	let size = 0;
	for await (const piece of source) {
		alive();
		size += piece.length;
		if (size > most) throw tooLarge(most);
		yield piece;
	}
}

async function collected(source: AsyncIterable<Uint8Array>, { bytes, cut }: Room): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of source) {
		const fitting = piece.subarray(0, bytes - size);
		size += fitting.length;
		pieces.push(fitting);
		if (fitting.length === piece.length) continue;
		if (!cut) throw tooLarge(bytes);
		break;
	}
	return Buffer.concat(pieces);
}

function tooLarge(bytes: number): Stopped {
	const allowed = bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${Math.round(bytes / 1e5) / 10} MB`;
	return new Stopped(trouble(`the answer is larger than ${allowed}: check the address`, 'later'));
}

async function* unpacked(source: AsyncIterable<Uint8Array>, layer: string): Pieces {
	const reader = source[Symbol.asyncIterator]();
	const first = await reader.next();
	if (first.done) return;
	const opener = openerOf(layer, first.value[0]!);
	const fed = pipeline(async function* again() {
		yield first.value;
		yield* { [Symbol.asyncIterator]: () => reader };
	}, opener);
	// What goes wrong there comes out of the opener as well.
	fed.catch(() => {});
	yield* opener;
}

function openerOf(layer: string, first: number): Transform {
	if (layer === 'br') return createBrotliDecompress();
	if (layer !== 'deflate') return createGunzip();
	// Half of those who say deflate leave out the two bytes that it begins with.
	return (first & 15) === 8 ? createInflate() : createInflateRaw();
}
