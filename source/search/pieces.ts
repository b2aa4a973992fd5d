/**
 * In which pieces an archive is searched after something has changed: a large one stays as long as most of it is still true,
 * and what is new goes into a small one beside it. Each piece is several times as large as the next, so that there are few,
 * and each quotation is read again only a few times while an archive grows.
 */
import { lengthOf, type Runs, runsOf } from './runs.ts';

/** By what the quotations of a piece are known again, by their numbers in it. */
export interface Marked {
	/** Of which quotation it was made; small numbers. */
	readonly ids: Uint32Array;
	/** Another, when anything is another by which it is found. */
	readonly sums: Uint32Array;
}

export interface Plan {
	/** Pieces that stay, the large ones first, and what is true of them. */
	readonly kept: readonly { readonly piece: number; readonly runs: Runs }[];
	/** Of what the new piece is made: numbers in the whole, ascending. */
	readonly fresh: Uint32Array;
}

/** A piece is this many times as large as what comes after it. */
const TIMES = 4;
/** Of a piece that stays, at least one of so many quotations is still there. */
const MOST_GONE = 2;
/** Stretches are this long on the average; a small piece may always have some. */
const STRETCH = 32;
const FEW_STRETCHES = 1024;

/** `pieces`: the large ones first. */
export function planned(pieces: readonly Marked[], now: Marked): Plan {
	const taken = new Uint8Array(now.ids.length);
	const kept: { readonly piece: number; readonly runs: Runs }[] = [];
	for (const [piece, marked] of pieces.entries()) {
		const runs = unchanged(marked, now, taken);
		const live = lengthOf(runs);
		if (live === 0 || live * MOST_GONE < marked.ids.length) continue;
		if (runs.length / 3 > Math.max(FEW_STRETCHES, live / STRETCH)) continue;
		kept.push({ piece, runs });
		mark(runs, taken, 1);
	}
	const covered = () => kept.reduce((sum, { runs }) => sum + lengthOf(runs), 0);
	while (kept.length > 0 && covered() < now.ids.length) {
		if (lengthOf(kept.at(-1)!.runs) >= TIMES * (now.ids.length - covered())) break;
		mark(kept.pop()!.runs, taken, 0);
	}
	const fresh: number[] = [];
	for (let number = 0; number < taken.length; number++) if (taken[number] === 0) fresh.push(number);
	return { kept, fresh: Uint32Array.from(fresh) };
}

/** What a piece still tells truly, and no piece before it, as far as it stands in the same order. */
function unchanged({ ids, sums }: Marked, now: Marked, taken: Uint8Array): Runs {
	const owns = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1);
	for (const [own, id] of ids.entries()) owns[id] = own;
	const [own, whole] = [new Int32Array(now.ids.length), new Int32Array(now.ids.length)];
	let known = 0;
	for (const [number, id] of now.ids.entries()) {
		const before = id < owns.length ? owns[id]! : -1;
		if (taken[number] === 1 || before < 0 || sums[before] !== now.sums[number]) continue;
		own[known] = before;
		whole[known++] = number;
	}
	const places = ascending(own.subarray(0, known));
	return runsOf(
		(function* () {
			for (const at of places) yield [own[at]!, whole[at]!] as const;
		})(),
	);
}

/** Where the longest ascending run of some numbers stands, by patience. O(n log n); linear where nearly all ascend. */
function ascending(numbers: Int32Array): Int32Array {
	// Where the best run of each length ends, and what stands before it in its run.
	const ends = new Int32Array(numbers.length);
	const before = new Int32Array(numbers.length);
	let length = 0;
	for (let at = 0; at < numbers.length; at++) {
		let low = length > 0 && numbers[ends[length - 1]!]! < numbers[at]! ? length : 0;
		for (let high = length; low < high; ) {
			const middle = (low + high) >> 1;
			if (numbers[ends[middle]!]! < numbers[at]!) low = middle + 1;
			else high = middle;
		}
		before[at] = low > 0 ? ends[low - 1]! : -1;
		ends[low] = at;
		if (low === length) length++;
	}
	const places = new Int32Array(length);
	for (let at = length > 0 ? ends[length - 1]! : -1; at >= 0; at = before[at]!) places[--length] = at;
	return places;
}

function mark(runs: Runs, taken: Uint8Array, as: number): void {
	for (let at = 0; at < runs.length; at += 3) taken.fill(as, runs[at + 1]!, runs[at + 1]! + runs[at + 2]!);
}
