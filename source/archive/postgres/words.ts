/**
 * The vocabulary of an archive as a reader holds it: every word, its number there, and how many quotations have it. Asked for
 * by the first who searches; from then on only what has been added.
 */
import type { Segment } from '../../search/segment.ts';
import { beginning, sizeOf, type Words, wordAt, wordsFrom } from '../../search/words.ts';
import type { Question } from './line.ts';
import { unkept } from './texts.ts';

export interface Vocabulary {
	readonly words: Words;
	/** With all words and no quotation. */
	readonly hollow: Segment;
	/** Of the word with a number in the archive its place in `words`; -1 for none. */
	readonly placeOf: (number: number) => number;
	/** Quotations that have the word in their text, or as a name in it. */
	readonly docs: (word: number) => number;
	/** At most so many quotations have one of the words of a range. */
	readonly most: (from: number, to: number) => number;
	/** So many quotations, or more, have one only as a name of who says them. */
	readonly speaking: (from: number, to: number) => number;
	/** What it was read from. */
	readonly edition: string;
	readonly last: number;
	readonly known: Known;
}

/** In the order of their words. */
interface Known {
	readonly words: readonly string[];
	readonly numbers: Int32Array;
	readonly docs: Int32Array;
	readonly uses: Int32Array;
}

/** `before` is gone on from where it is of this archive, and no word has been taken away since. */
export async function vocabularyOf(
	{ query, edition }: Question,
	before: Vocabulary | null,
): Promise<Vocabulary> {
	const [states] = await query("select value from fact where name = 'words'");
	const from = before && states?.value.split(' ').includes(before.edition) ? before : null;
	// One row and no order asked of what is gathered: for all words of an archive that is several times faster.
	const [row] = await query(
		`select string_agg(word, E'\\n') as words, array_agg(number)::text as numbers,
			array_agg(docs)::text as docs, array_agg(uses)::text as uses
		from (select word, number, docs, uses from word where number > $1 order by word) as sorted`,
		[from?.last ?? -1],
	);
	if (row.words === null) return from ?? made(NONE, edition);
	const words = String(row.words).split('\n').map(unkept);
	const column = (list: string) => integersOf(list, words.length);
	const added = sorted({
		...{ words, numbers: column(row.numbers), docs: column(row.docs), uses: column(row.uses) },
	});
	return made(from ? sorted(together(from.known, added)) : added, edition);
}

const EMPTY = new Int32Array(0);
const NONE: Known = { words: [], numbers: EMPTY, docs: EMPTY, uses: EMPTY };

/** "{1,20,3}". */
function integersOf(list: string, count: number): Int32Array {
	const found = new Int32Array(count);
	let at = 0;
	for (let unit = 1; unit < list.length; unit++) {
		const code = list.charCodeAt(unit);
		if (code === COMMA) at++;
		else if (code !== CLOSE) found[at] = found[at]! * 10 + code - ZERO;
	}
	return found;
}
const [COMMA, CLOSE, ZERO] = [0x2c, 0x7d, 0x30];

function together(one: Known, other: Known): Known {
	const both = (of: 'numbers' | 'docs' | 'uses') => {
		const all = new Int32Array(one.words.length + other.words.length);
		all.set(one[of]);
		all.set(other[of], one.words.length);
		return all;
	};
	return {
		words: [...one.words, ...other.words],
		...{ numbers: both('numbers'), docs: both('docs'), uses: both('uses') },
	};
}

/** By UTF-16 units; a server sorts by bytes, which is nearly the same. */
function sorted(known: Known): Known {
	const { words } = known;
	if (words.every((word, at) => at === 0 || words[at - 1]! < word)) return known;
	const order = Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
	const by = (column: Int32Array) => Int32Array.from(order, (at) => column[at]!);
	return {
		words: order.map((at) => words[at]!),
		...{ numbers: by(known.numbers), docs: by(known.docs), uses: by(known.uses) },
	};
}

function made(known: Known, edition: string): Vocabulary {
	const { numbers, docs, uses } = known;
	const words = wordsFrom(known.words);
	const last = numbers.reduce((last, number) => Math.max(last, number), -1);
	const places = new Int32Array(last + 1).fill(-1);
	for (let place = 0; place < numbers.length; place++) places[numbers[place]!] = place;
	const before = new Float64Array(numbers.length + 1);
	const said = new Float64Array(numbers.length + 1);
	for (let place = 0; place < numbers.length; place++) {
		before[place + 1] = before[place]! + uses[place]!;
		said[place + 1] = said[place]! + uses[place]! - docs[place]!;
	}
	return {
		words,
		hollow: hollowOf(words),
		placeOf: (number) => places[number] ?? -1,
		docs: (word) => docs[word]!,
		most: (from, to) => before[to]! - before[from]!,
		speaking: (from, to) => said[to]! - said[from]!,
		...{ edition, last, known },
	};
}

/** A segment with all words and no quotation: enough to know what is meant. */
function hollowOf(words: Words): Segment {
	const none = new Uint32Array(0);
	const nobody = new Uint32Array(sizeOf(words) + 1);
	const ready = { from: none, to: none, bits: none };
	return {
		...{ size: 0, words, first: new Uint32Array(1), text: none, postingsFirst: nobody, postings: none },
		...{ speaker: none, speakerFirst: new Uint32Array(1), speakerWords: none, saidFirst: new Uint32Array(1) },
		...{
			said: none,
			bearersFirst: nobody,
			bearers: none,
			pairs: none,
			odd: none,
			mixed: none,
			ready,
			readySaid: ready,
		},
	};
}

/** A word, or all words that begin so. */
export interface Piece {
	readonly word: string;
	readonly begins: boolean;
}

/** Some words, ascending, in as few pieces as say the same of this vocabulary. */
export function piecesOf(words: Words, wanted: ArrayLike<number>): Piece[] {
	const pieces: Piece[] = [];
	for (let at = 0; at < wanted.length; ) {
		const first = wanted[at]!;
		let run = 1;
		while (at + run < wanted.length && wanted[at + run] === first + run) run++;
		const word = wordAt(words, first);
		let taken = 0;
		for (let letters = 1; letters <= word.length && taken === 0; letters++) {
			const { from, to } = beginning(words, word.slice(0, letters));
			if (from !== first || to - from > run || to - from < 2) continue;
			pieces.push({ word: word.slice(0, letters), begins: true });
			taken = to - from;
		}
		if (taken === 0) pieces.push({ word, begins: false });
		at += taken || 1;
	}
	return pieces;
}
