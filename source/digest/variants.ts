/** One utterance as several articles print it: cut short, with brackets or dots, or slightly reworded. */
import { STOP_WORDS } from '../lexicon/news-terms.ts';
import type { Quotation } from '../types.ts';
import { FIGURE, heldInBoth, NAME, OPPOSITE, type SaidWords, saidWords } from './said-words.ts';

/** So much of the shorter version stands in the longer one, in the same order. */
const KEPT = 0.75;
/** Of a version whose speaker one side does not know. */
const KEPT_OF_ANYBODY = 0.9;
/** Where two stories print it and no day of saying joins them: the same is said of many things in nearly the same words. */
const KEPT_ELSEWHERE = 0.9;
/** Fewer words than this are an expression, not an utterance: the same speaker must have said these very words, in a row. */
const FEWEST = 5;
/** Fewer words than this are too few to be what is left of a longer version. */
const FEWEST_OF_MORE = 3;
/** A pair of words in more quotations than this is no trace of one utterance. */
const COMMON = 200;
/** Versions of one utterance that are told of one another: each tells of all. */
const MOST = 200;

export interface Told {
	readonly quotation: Quotation;
	/** Articles of one group are copies of one text. */
	readonly copyOf: number | null;
	readonly story: number;
}

/** What decides whether two quotations can be one utterance, as numbers: it is asked of millions of pairs. */
interface Rows {
	/** The words of each, numbered. */
	readonly words: readonly Int32Array[];
	/** Which words each has, in short. */
	readonly signs: readonly Int32Array[];
	/** What each word is where two differ in it. */
	readonly kinds: readonly Uint8Array[];
	readonly elided: Uint8Array;
	/** Whether it has a word that says something. */
	readonly tells: Uint8Array;
	/** Every number is less. */
	readonly size: number;
	readonly article: Int32Array;
	/** -1 for none. */
	readonly copyOf: Int32Array;
	readonly indirect: Uint8Array;
	/** Days and speakers; 0 for unknown. */
	readonly said: Int32Array;
	readonly speaker: Int32Array;
	readonly story: Int32Array;
}

/**
 * For each quotation, by number, the numbers of the other versions of its utterance, ascending. One outlet prints the
 * beginning and another the end: both are versions of what a third prints in full, and so of each other.
 */
export function variantsAmong(quotations: readonly Told[]): number[][] {
	const rows = rowsOf(
		quotations,
		quotations.map(({ quotation }) => saidWords(quotation.text)),
	);
	const utterances = utterancesOf(rows);
	const holders = new Map<number, number[]>();
	/** The last quotation that each was compared with. */
	const met = new Int32Array(quotations.length).fill(-1);
	const bag = new Int32Array(rows.size);
	rows.words.forEach((_, b) => {
		for (const word of rows.words[b]!) bag[word]!++;
		for (const trace of tracesOf(rows.words[b]!, rows.size)) {
			const list = holders.get(trace);
			if (!list) {
				holders.set(trace, [b]);
				continue;
			}
			for (const a of list) {
				if (met[a] === b) continue;
				met[a] = b;
				if (!mayBeOne(rows, a, b) || !isOne(rows, a, b, bag)) continue;
				utterances.join(a, b);
			}
			if (list.length < COMMON) list.push(b);
		}
		for (const word of rows.words[b]!) bag[word]!--;
	});
	return utterances.others();
}

/** Which quotations are one utterance; what nobody could have said in one breath is not put together over a third. */
function utterancesOf({ words, speaker, said }: Rows) {
	const membersOf = words.map((_, number) => [number]);
	/** What is known of an utterance by any of its versions; 0 for nothing. */
	const [speakerOf, saidOf] = [Int32Array.from(speaker), Int32Array.from(said)];
	const agree = (one: number, other: number) => one === other || one === 0 || other === 0;
	return {
		join(a: number, b: number): void {
			const [one, other] = [membersOf[a]!, membersOf[b]!];
			if (one === other || one.length + other.length > MOST) return;
			if (!agree(speakerOf[a]!, speakerOf[b]!) || !agree(saidOf[a]!, saidOf[b]!)) return;
			const [large, small] = one.length >= other.length ? [one, other] : [other, one];
			const [who, when] = [speakerOf[a]! || speakerOf[b]!, saidOf[a]! || saidOf[b]!];
			for (const number of small) {
				large.push(number);
				membersOf[number] = large;
			}
			for (const number of large) {
				speakerOf[number] = who;
				saidOf[number] = when;
			}
		},
		others: () =>
			membersOf.map((members, own) => members.filter((number) => number !== own).sort((a, b) => a - b)),
	};
}

function rowsOf(quotations: readonly Told[], printed: readonly SaidWords[]): Rows {
	const numbers = new Map<string, number>();
	const numberOf = (key: string | null) => {
		if (key === null) return 0;
		const known = numbers.get(key) ?? numbers.size + 1;
		numbers.set(key, known);
		return known;
	};
	const each = (value: (told: Told) => number) => Int32Array.from(quotations, value);
	const numbered = printed.map(({ words }) => Int32Array.from(words, numberOf));
	return {
		words: numbered,
		signs: numbered.map(signsOf),
		kinds: printed.map(({ kinds }) => kinds),
		elided: Uint8Array.from(printed, ({ elided }) => (elided ? 1 : 0)),
		tells: Uint8Array.from(printed, ({ words }) => (words.some((word) => !STOP_WORDS.has(word)) ? 1 : 0)),
		size: numbers.size + 1,
		article: each(({ quotation }) => numberOf(quotation.article)),
		copyOf: each(({ copyOf }) => copyOf ?? -1),
		indirect: Uint8Array.from(quotations, ({ quotation }) => (quotation.kind === 'indirect' ? 1 : 0)),
		said: each(({ quotation }) => numberOf(quotation.said)),
		speaker: each(({ quotation }) => numberOf(quotation.speaker.actor)),
		story: each(({ story }) => story),
	};
}

/** Two words in a row, or the same one: what two quotations share that are compared at all. Words are less than `size`. */
function tracesOf(words: Int32Array, size: number): Set<number> {
	const traces = new Set<number>();
	if (words.length === 1) traces.add(words[0]!);
	for (let at = 1; at < words.length; at++) traces.add(words[at - 1]! * size + words[at]!);
	return traces;
}

/** So many bits tell which words a quotation has: words that share a bit only make it look more alike. */
const SIGNS = 4;

function signsOf(words: Int32Array): Int32Array {
	const signs = new Int32Array(SIGNS);
	for (const word of words) signs[word % SIGNS]! |= 1 << (Math.floor(word / SIGNS) % 32);
	return signs;
}

/** How many different words of the one the other cannot have, at least. */
function missingFrom(a: Int32Array, b: Int32Array): number {
	let missing = 0;
	for (let at = 0; at < SIGNS; at++)
		for (let bits = a[at]! & ~b[at]!; bits !== 0; bits &= bits - 1) missing++;
	return missing;
}

function mayBeOne({ article, copyOf, indirect, said, speaker }: Rows, a: number, b: number): boolean {
	if (speaker[a] !== speaker[b] && speaker[a] !== 0 && speaker[b] !== 0) return false;
	if (article[a] === article[b]) return false;
	if (copyOf[a] !== -1 && copyOf[a] === copyOf[b]) return false;
	if (indirect[a] === 1 && indirect[b] === 1) return false;
	return said[a] === said[b] || said[a] === 0 || said[b] === 0;
}

/** `bag` counts the words of `b`. */
function isOne(rows: Rows, a: number, b: number, bag: Int32Array): boolean {
	const { words, signs, tells, speaker, story, said } = rows;
	const [less, more] = words[a]!.length <= words[b]!.length ? [a, b] : [b, a];
	const [short, long] = [words[less]!, words[more]!];
	const known = speaker[a] !== 0 && speaker[b] !== 0;
	if (short.length < FEWEST) {
		if (!known || story[a] !== story[b] || short.length === 0) return false;
		if (short.length === long.length) return stands(short, long, 0);
		if (short.length < FEWEST_OF_MORE || tells[less] === 0) return false;
		return long.some((_, at) => stands(short, long, at));
	}
	const together = story[a] === story[b] || (said[a] !== 0 && said[a] === said[b]);
	const share = known ? (together ? KEPT : KEPT_ELSEWHERE) : KEPT_OF_ANYBODY;
	const least = share * short.length;
	if (short.length - missingFrom(signs[less]!, signs[more]!) < least) return false;
	// Words that both hold in any order are soon counted, and most pairs have too few.
	if (inCommon(words[a]!, bag) < least || inOrder(short, long) < least) return false;
	return !saysOther(rows, less, more);
}

/**
 * Whether the words in which two versions differ make another utterance: one is the contrary of the other; or, in two
 * stories, the same is said of another place or with another figure. What dots leave out is not known.
 */
function saysOther({ words, kinds, elided, story }: Rows, less: number, more: number): boolean {
	const [short, long] = heldInBoth(words[less]!, words[more]!);
	const differing = (number: number, held: Uint8Array, kind: number): number => {
		let count = 0;
		const from = number === less ? 0 : held.indexOf(1);
		const to = number === less ? held.length - 1 : held.lastIndexOf(1);
		for (let at = from; at <= to; at++) if (held[at] === 0 && kinds[number]![at] === kind) count++;
		return count;
	};
	const both = (kind: number) => [differing(less, short, kind), differing(more, long, kind)] as const;
	const [here, there] = both(OPPOSITE);
	if (here !== there && elided[less] === 0 && elided[more] === 0) return true;
	if (story[less] === story[more]) return false;
	return [FIGURE, NAME].some((kind) => both(kind).every((count) => count > 0));
}

/** Whether the one stands in the other from a place on. */
function stands(short: Int32Array, long: Int32Array, from: number): boolean {
	return short.every((word, at) => word === long[from + at]);
}

function inCommon(words: Int32Array, bag: Int32Array): number {
	let shared = 0;
	for (const word of words) if (bag[word]!-- > 0) shared++;
	for (const word of words) bag[word]!++;
	return shared;
}

/** The length of the longest row of words that both hold in this order. */
function inOrder(short: Int32Array, long: Int32Array): number {
	const row = new Uint16Array(short.length + 1);
	for (const word of long) {
		let before = 0;
		for (let at = 1; at <= short.length; at++) {
			const above = row[at]!;
			row[at] = short[at - 1] === word ? before + 1 : Math.max(row[at - 1]!, above);
			before = above;
		}
	}
	return row[short.length]!;
}
