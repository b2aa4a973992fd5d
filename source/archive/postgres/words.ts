/**
 * The vocabulary of an archive as a reader holds it: every word, its number there, and how many quotations have it. Asked for
 * by the first who searches; from then on only what has been added.
 */
import { beginning, type Words, wordAt, wordsFrom } from '../../search/words.ts';
import type { Question } from './line.ts';
import { unkept } from './texts.ts';

export interface Vocabulary {
	readonly words: Words;
	/** Of the word with a number in the archive its place in `words`; -1 for none. */
	readonly placeOf: (number: number) => number;
	/** Quotations that have the word in their text, or as a name in it. */
	readonly docs: (word: number) => number;
	/** At most so many quotations have one of the words of a range. */
	readonly most: (from: number, to: number) => number;
	/** So many quotations, or more, have one only as a name of who says them. */
	readonly speaking: (from: number, to: number) => number;
	/** What it was read from. */
	readonly epoch: string;
	readonly last: number;
	readonly known: readonly Known[];
}

interface Known {
	readonly word: string;
	readonly number: number;
	readonly docs: number;
	readonly uses: number;
}

/** Words of one row. */
const AT_ONCE = 20_000;

/** `before` is gone on from where no word has been taken away since. */
export async function vocabularyOf(
	{ query, words: epoch }: Question,
	before: Vocabulary | null,
): Promise<Vocabulary> {
	const from = before?.epoch === epoch ? before : null;
	const rows = await query(
		`select string_agg(word, E'\\n' order by number) as words, string_agg(number::text, ',' order by number) as numbers,
			string_agg(docs::text, ',' order by number) as docs, string_agg(uses::text, ',' order by number) as uses
		from word where number > $1 group by number / ${AT_ONCE}`,
		[from?.last ?? -1],
	);
	const known: Known[] = [];
	for (const row of rows) {
		const [numbers, docs, uses] = [row.numbers, row.docs, row.uses].map((list) => String(list).split(','));
		for (const [at, word] of String(row.words).split('\n').entries())
			known.push({
				word: unkept(word),
				number: Number(numbers![at]),
				docs: Number(docs![at]),
				uses: Number(uses![at]),
			});
	}
	if (from && known.length === 0) return from;
	return made([...(from?.known ?? []), ...known], epoch);
}

function made(all: Known[], epoch: string): Vocabulary {
	all.sort((a, b) => (a.word < b.word ? -1 : 1));
	const words = wordsFrom(all.map(({ word }) => word));
	const last = all.reduce((last, { number }) => Math.max(last, number), -1);
	const places = new Int32Array(last + 1).fill(-1);
	for (const [place, { number }] of all.entries()) places[number] = place;
	const docs = Uint32Array.from(all, (one) => one.docs);
	const before = new Float64Array(all.length + 1);
	const said = new Float64Array(all.length + 1);
	for (const [place, { uses, docs }] of all.entries()) {
		before[place + 1] = before[place]! + uses;
		said[place + 1] = said[place]! + uses - docs;
	}
	return {
		words,
		placeOf: (number) => places[number] ?? -1,
		docs: (word) => docs[word]!,
		most: (from, to) => before[to]! - before[from]!,
		speaking: (from, to) => said[to]! - said[from]!,
		...{ epoch, last, known: all },
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
