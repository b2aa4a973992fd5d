/** Everything into a pipe, as fast as it is emptied, and to the end. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Pieces are gathered up to this many characters: a write a line would cost a system call a line. */
const GATHERED = 64 * 1024;

/** Writes all pieces in order and waits whenever the other side is slower. Rejects with the stream's own error. */
export async function writeAll(stream: Writable, pieces: Iterable<string>): Promise<void> {
	let gathered = '';
	for (const piece of pieces) {
		gathered += piece;
		if (gathered.length < GATHERED) continue;
		await write(stream, gathered);
		gathered = '';
	}
	if (gathered !== '') await write(stream, gathered);
}

async function write(stream: Writable, text: string): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		stream.write(text, (error) => (error ? reject(error) : resolve()));
	});
	if (stream.writableNeedDrain) await once(stream, 'drain');
}
