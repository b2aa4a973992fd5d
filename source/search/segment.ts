/**
 * What a search looks through: the words of every quotation, its speaker's names and the names in it, in flat columns. A
 * quotation goes by its number, in the order in which equally good answers are listed. About 270 bytes a quotation.
 */
import { type Bits, bitsFor, put, putAll } from './bits.ts';
import { Cuts, eachWord, WordTable } from './cut.ts';
import { pairsOf } from './pairs.ts';
import { listed, listedThrough, type Ready, readyOf } from './ready.ts';
import { LONGEST_WORD, STANDS, WORD, type Words, wordsFrom } from './words.ts';

/** What is known of one quotation to be found. */
export interface Entry {
	readonly text: string;
	/** Every spelling of the speaker. The same array for the same speaker costs its words once. */
	readonly speaker: readonly string[];
	/** Spellings of those whom the text names. */
	readonly names: readonly string[];
}

export interface Segment {
	/** Quotations. */
	readonly size: number;
	readonly words: Words;
	/** Quotation `q` has the entries of `text` from `first[q]` up to `first[q + 1]`, in the order of the text. */
	readonly first: Uint32Array;
	/** Word numbers with the flags of `STANDS`. */
	readonly text: Uint32Array;
	/** Word → the quotations that have it in the text or a name in it, ascending. */
	readonly postingsFirst: Uint32Array;
	readonly postings: Uint32Array;
	/** Quotation → speaker. */
	readonly speaker: Uint32Array;
	/** Speaker → word numbers. */
	readonly speakerFirst: Uint32Array;
	readonly speakerWords: Uint32Array;
	/** Speaker → quotations, ascending. */
	readonly saidFirst: Uint32Array;
	readonly said: Uint32Array;
	/** Word → speakers. */
	readonly bearersFirst: Uint32Array;
	readonly bearers: Uint32Array;
	/** Which words stand side by side, roughly (pairs.ts). */
	readonly pairs: Uint32Array;
	/** Texts that a fold of the whole does not cut into the same words: "5pm", "end.Start". */
	readonly odd: Bits;
	/** Words that stand somewhere as another spelling, or as somebody's name: who has one need not have it in the text. */
	readonly mixed: Bits;
	/** What very many quotations have in the text, and what is in the names of those who say very many. */
	readonly ready: Ready;
	readonly readySaid: Ready;
}

/** A column that grows. */
class Column {
	values = new Uint32Array(1024);
	length = 0;
	push(value: number) {
		if (this.length === this.values.length) {
			const wider = new Uint32Array(this.length * 2);
			wider.set(this.values);
			this.values = wider;
		}
		this.values[this.length++] = value;
	}
	done(): Uint32Array {
		return this.values.slice(0, this.length);
	}
}

/** Linear in the text: some ten microseconds a quotation. */
export function segmentOf(entries: Iterable<Entry>): Segment {
	const met = new WordTable(LONGEST_WORD);
	const [first, text, speaker] = [new Column(), new Column(), new Column()];
	const speakers = new Map<string, number>();
	const known = new Map<readonly string[], number>();
	const [speakerFirst, speakerWords, odd] = [new Column(), new Column(), new Column()];
	const speakerOf = (names: readonly string[]) => {
		const at = known.get(names);
		if (at !== undefined) return at;
		const words = new Set<number>();
		for (const name of names) eachWord(met, name, (word) => words.add(word));
		const key = [...words].join(' ');
		let number = speakers.get(key);
		if (number === undefined) {
			speakers.set(key, (number = speakers.size));
			speakerFirst.push(speakerWords.length);
			for (const word of words) speakerWords.push(word);
		}
		if (names.length > 0) known.set(names, number);
		return number;
	};
	let size = 0;
	for (const entry of entries) {
		first.push(text.length);
		const cuts = new Cuts(entry.text);
		eachWord(met, entry.text, (word, same, start, end) => {
			text.push((word | (same ? STANDS.same : 0)) >>> 0);
			if (!same) cuts.word(start, end);
		});
		if (cuts.areOdd()) odd.push(size);
		if (entry.names.length > 0) {
			const own = new Set<number>();
			for (const name of entry.names) eachWord(met, name, (word) => own.add(word));
			for (const word of own) text.push((word | STANDS.apart) >>> 0);
		}
		speaker.push(speakerOf(entry.speaker));
		size++;
	}
	first.push(text.length);
	speakerFirst.push(speakerWords.length);
	return sorted({ met, size, first, text, speaker, speakerFirst, speakerWords, odd });
}

/** Gives the words their numbers in the order of the letters, and turns the columns round. */
function sorted(draft: {
	readonly met: WordTable;
	readonly size: number;
	readonly first: Column;
	readonly text: Column;
	readonly speaker: Column;
	readonly speakerFirst: Column;
	readonly speakerWords: Column;
	readonly odd: Column;
}): Segment {
	const { met, size } = draft;
	const arrived = met.words();
	const order = Uint32Array.from(arrived.keys()).sort((a, b) => (arrived[a]! < arrived[b]! ? -1 : 1));
	const list = Array.from(order, (word) => arrived[word]!);
	const renumbered = new Uint32Array(list.length);
	for (const [number, word] of order.entries()) renumbered[word] = number;
	const first = draft.first.done();
	const text = draft.text.done();
	const mixed = bitsFor(list.length);
	for (let at = 0; at < text.length; at++)
		if ((text[at]! & ~WORD) !== 0) put(mixed, renumbered[text[at]! & WORD]!);
	for (let at = 0; at < text.length; at++)
		text[at] = (renumbered[text[at]! & WORD]! | (text[at]! & ~WORD)) >>> 0;
	const speaker = draft.speaker.done();
	const speakerFirst = draft.speakerFirst.done();
	const speakerWords = draft.speakerWords.done().map((word) => renumbered[word]!);
	const [postingsFirst, postings] = turned(first, text, list.length);
	const [bearersFirst, bearers] = turned(speakerFirst, speakerWords, list.length);
	const each = Uint32Array.from({ length: size + 1 }, (_, at) => at);
	const [saidFirst, said] = turned(each, speaker, speakerFirst.length - 1);
	const words = wordsFrom(list);
	return {
		size,
		words,
		first,
		text,
		postingsFirst,
		postings,
		speaker,
		speakerFirst,
		speakerWords,
		saidFirst,
		said,
		bearersFirst,
		bearers,
		mixed,
		odd: bitsOf(size, draft.odd.done()),
		pairs: pairsOf(words, first, text),
		ready: readyOf(words, size, listed(postingsFirst, postings)),
		readySaid: readyOf(words, size, listedThrough(bearersFirst, bearers, saidFirst, said)),
	};
}

function bitsOf(size: number, numbers: Uint32Array): Bits {
	const bits = bitsFor(size);
	putAll(bits, numbers, 0, numbers.length);
	return bits;
}

/** Owner → values becomes value → owners, each owner once, ascending. */
function turned(first: Uint32Array, values: Uint32Array, kinds: number): [Uint32Array, Uint32Array] {
	const last = new Int32Array(kinds).fill(-1);
	const starts = new Uint32Array(kinds + 1);
	for (let owner = 0; owner + 1 < first.length; owner++)
		for (let at = first[owner]!; at < first[owner + 1]!; at++) {
			const value = values[at]! & WORD;
			if (last[value] === owner) continue;
			last[value] = owner;
			starts[value + 1]!++;
		}
	for (let value = 0; value < kinds; value++) starts[value + 1]! += starts[value]!;
	const owners = new Uint32Array(starts[kinds]!);
	const ends = starts.slice(0, kinds);
	last.fill(-1);
	for (let owner = 0; owner + 1 < first.length; owner++)
		for (let at = first[owner]!; at < first[owner + 1]!; at++) {
			const value = values[at]! & WORD;
			if (last[value] === owner) continue;
			last[value] = owner;
			owners[ends[value]!++] = owner;
		}
	return [starts, owners];
}
