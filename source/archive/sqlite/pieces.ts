/** The pieces of the search beside an archive: those that stay, and one for what is new. */
import { crc32 } from 'node:zlib';
import { type Marked, planned } from '../../search/pieces.ts';
import { isWholeRun, runsOf } from '../../search/runs.ts';
import { type Entry, segmentOf } from '../../search/segment.ts';
import type { Piece } from '../../search/shards.ts';
import type { Numbers } from '../columns.ts';
import { numbersOf } from './columns.ts';
import { bytesOf, type Database } from './driver.ts';
import { isWhole, openSegment, writeSegment } from './segments.ts';

/**
 * Brings the pieces up to date; the endings of the files that are in use now. `rows`: of the quotations in their order.
 * `entriesOf`: what they are found by, of some of them.
 */
export function writePieces(
	file: string,
	database: Database,
	rows: Numbers,
	entriesOf: (numbers: Numbers) => Iterable<Entry>,
): ReadonlySet<string> {
	const old = database
		.all('select ending, length, rows, sums from piece order by nth')
		.map(({ ending, length, rows, sums }) => ({
			ending: String(ending),
			length: Number(length),
			ids: numbersOf(bytesOf(rows)),
			sums: numbersOf(bytesOf(sums)),
		}));
	const whole = old.filter(({ ending, length }) => isWhole(file + ending, length));
	const now: Marked = { ids: rows, sums: sumsOf(entriesOf(rows.map((_, number) => number))) };
	const { kept, fresh } = planned(whole, now);
	const pieces = kept.map(({ piece, runs }) => ({ ...whole[piece]!, runs }));
	if (fresh.length > 0) {
		const last = Math.max(0, ...old.map(({ ending }) => Number(/\d+$/.exec(ending)?.[0] ?? 0)));
		const ending = `.search${last + 1}`;
		const length = writeSegment(file, segmentOf(entriesOf(fresh)), ending);
		const [ids, sums] = [now.ids, now.sums].map((all) => fresh.map((number) => all[number]!)) as [
			Numbers,
			Numbers,
		];
		pieces.push({
			ending,
			length,
			ids,
			sums,
			runs: runsOf(Array.from(fresh, (number, own) => [own, number])),
		});
	}
	database.exec('delete from piece');
	for (const { ending, length, ids, sums, runs } of pieces)
		database.run(
			'insert into piece (ending, length, runs, rows, sums) values (?, ?, ?, ?, ?)',
			ending,
			length,
			...[runs, ids, sums].map(
				({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
			),
		);
	return new Set(pieces.map(({ ending }) => ending));
}

/** A sum of all that a quotation is found by. */
function sumsOf(entries: Iterable<Entry>): Numbers {
	const speakers = new Map<readonly string[], number>();
	const sums: number[] = [];
	for (const { text, speaker, names } of entries) {
		let sum = speakers.get(speaker);
		if (sum === undefined) speakers.set(speaker, (sum = crc32(speaker.join(APART))));
		sums.push(crc32(`${text}${APART}${names.join(APART)}`, sum));
	}
	return Uint32Array.from(sums);
}

/** Stands in no text. */
const APART = '\0';

/** The pieces of the search, opened at once, so that they can be read although they are dropped meanwhile. */
export function openPieces(file: string, database: Database): OpenPieces {
	const pieces = database.all('select ending, runs from piece order by nth').map(({ ending, runs }) => ({
		runs: numbersOf(bytesOf(runs)),
		saved: openSegment(file + String(ending)),
	}));
	return {
		load() {
			const loaded: Piece[] = [];
			for (const { runs, saved } of pieces) {
				const segment = saved?.load();
				if (!segment) return null;
				loaded.push({ segment, runs: isWholeRun(runs, segment.size) ? null : runs });
			}
			return loaded;
		},
		close() {
			for (const { saved } of pieces) saved?.close();
		},
	};
}

export interface OpenPieces {
	/** Null when one of them is not whole. */
	readonly load: () => readonly Piece[] | null;
	readonly close: () => void;
}
