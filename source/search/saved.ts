/**
 * A segment as one stretch of bytes, and back without anything to parse: the columns one after the other, each at a
 * multiple of four. Little-endian, as every machine that runs this.
 */
import type { Ready } from './ready.ts';
import type { Segment } from './segment.ts';

/** New with every change of a segment, or of how words are cut and folded. */
const FORMAT = 0x51_53_00_05;

type Nested = 'words' | 'ready' | 'readySaid';
type Numbers = Exclude<keyof Segment, 'size' | Nested>;

const NUMBERS: readonly Numbers[] = [
	'first',
	'text',
	'postingsFirst',
	'postings',
	'speaker',
	'speakerFirst',
	'speakerWords',
	'saidFirst',
	'said',
	'bearersFirst',
	'bearers',
	'pairs',
	'odd',
	'mixed',
];

/** Format, size, and the length of every column in its own units. */
const HEAD = 2 + NUMBERS.length + 6 + 4;

export function segmentBytes({ size, words, ready, readySaid, ...segment }: Segment): Uint8Array[] {
	const columns = [
		...NUMBERS.map((name) => segment[name]),
		...[ready, readySaid].flatMap(({ from, to, bits }) => [from, to, bits]),
		words.starts,
		words.letters,
		words.units,
		words.shared,
	];
	const head = Uint32Array.from([FORMAT, size, ...columns.map(({ length }) => length)]);
	return [head, ...columns].flatMap(({ buffer, byteOffset, byteLength }) => [
		new Uint8Array(buffer, byteOffset, byteLength),
		new Uint8Array(padding(byteLength)),
	]);
}

/** By its first bytes, whether a segment was saved as it would be now. */
export const isOfFormat = (head: Uint8Array): boolean =>
	head.length >= 4 && new DataView(head.buffer, head.byteOffset).getUint32(0, true) === FORMAT;

/** Null for what was saved in another format, or is not whole. The segment stands on the bytes themselves. */
export function segmentFrom(bytes: ArrayBuffer): Segment | null {
	if (bytes.byteLength < HEAD * 4) return null;
	const [format, size, ...lengths] = new Uint32Array(bytes, 0, HEAD);
	if (format !== FORMAT || bytes.byteLength !== bytesWanted(lengths)) return null;
	let at = HEAD * 4;
	const next = (width: number) => {
		const start = at;
		const length = lengths.shift()!;
		at += length * width + padding(length * width);
		return [bytes, start, length] as const;
	};
	const columns = Object.fromEntries(NUMBERS.map((name) => [name, new Uint32Array(...next(4))]));
	const [ready, readySaid] = [0, 0].map(() => ({
		from: new Uint32Array(...next(4)),
		to: new Uint32Array(...next(4)),
		bits: new Uint32Array(...next(4)),
	})) as [Ready, Ready];
	const starts = new Uint32Array(...next(4));
	const letters = new Uint32Array(...next(4));
	const units = new Uint16Array(...next(2));
	const shared = new Uint8Array(...next(1));
	const words = { starts, letters, units, shared };
	return { ...(columns as Record<Numbers, Uint32Array>), size: size!, words, ready, readySaid };
}

function bytesWanted(lengths: readonly number[]): number {
	const widths = [...NUMBERS.map(() => 4), ...Array<number>(6).fill(4), 4, 4, 2, 1];
	return lengths.reduce(
		(sum, length, at) => sum + length * widths[at]! + padding(length * widths[at]!),
		HEAD * 4,
	);
}

function padding(length: number): number {
	return -length & 3;
}
