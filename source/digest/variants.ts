/** One utterance as several articles print it: cut short, with brackets or dots, or slightly reworded. */
import type { Quotation } from '../types.ts';
import { wordsIn } from './terms.ts';

/** So much of the shorter version stands in the longer one, in the same order. */
const KEPT = 0.75;
/** Of a version whose speaker one side does not know. */
const KEPT_OF_ANYBODY = 0.9;
/** Fewer words than this are an expression, not an utterance: only the very same words by the same speaker will do. */
const FEWEST = 5;
/** A pair of words in more quotations than this is no trace of one utterance. */
const COMMON = 200;
/** Words of a quotation that are compared. */
const COMPARED = 120;

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

/** For each quotation, by number, the numbers of its versions in other texts, ascending. */
export function variantsAmong(quotations: readonly Told[]): number[][] {
	const words = quotations.map(({ quotation }) =>
		wordsIn(quotation.text, { start: 0, end: COMPARED * 12 }).slice(0, COMPARED),
	);
	const rows = rowsOf(quotations, words);
	const found = quotations.map((): number[] => []);
	const holders = new Map<string, number[]>();
	/** The last quotation that each was compared with. */
	const met = new Int32Array(quotations.length).fill(-1);
	const bag = new Int32Array(rows.size);
	words.forEach((own, b) => {
		for (const word of rows.words[b]!) bag[word]!++;
		for (const trace of tracesOf(own)) {
			const list = holders.get(trace);
			if (!list) {
				holders.set(trace, [b]);
				continue;
			}
			for (const a of list) {
				if (met[a] === b) continue;
				met[a] = b;
				if (!mayBeOne(rows, a, b) || !isOne(rows, a, b, bag)) continue;
				found[a]!.push(b);
				found[b]!.push(a);
			}
			if (list.length < COMMON) list.push(b);
		}
		for (const word of rows.words[b]!) bag[word]!--;
	});
	return found.map((list) => list.sort((a, b) => a - b));
}

function rowsOf(quotations: readonly Told[], words: readonly (readonly string[])[]): Rows {
	const numbers = new Map<string, number>();
	const numberOf = (key: string | null) => {
		if (key === null) return 0;
		const known = numbers.get(key) ?? numbers.size + 1;
		numbers.set(key, known);
		return known;
	};
	const each = (value: (told: Told) => number) => Int32Array.from(quotations, value);
	const numbered = words.map((own) => Int32Array.from(own, numberOf));
	return {
		words: numbered,
		size: numbers.size + 1,
		article: each(({ quotation }) => numberOf(quotation.article)),
		copyOf: each(({ copyOf }) => copyOf ?? -1),
		indirect: Uint8Array.from(quotations, ({ quotation }) => (quotation.kind === 'indirect' ? 1 : 0)),
		said: each(({ quotation }) => numberOf(quotation.said)),
		speaker: each(({ quotation }) => numberOf(quotation.speaker.actor)),
		story: each(({ story }) => story),
	};
}

/** Two words in a row, or the same few words: what two quotations share that are compared at all. */
function tracesOf(words: readonly string[]): Set<string> {
	if (words.length < FEWEST) return new Set([words.join(' ')]);
	return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

function mayBeOne({ article, copyOf, indirect, said, speaker }: Rows, a: number, b: number): boolean {
	if (speaker[a] !== speaker[b] && speaker[a] !== 0 && speaker[b] !== 0) return false;
	if (article[a] === article[b]) return false;
	if (copyOf[a] !== -1 && copyOf[a] === copyOf[b]) return false;
	if (indirect[a] === 1 && indirect[b] === 1) return false;
	return said[a] === said[b] || said[a] === 0 || said[b] === 0;
}

/** `bag` counts the words of `b`. */
function isOne({ words, speaker, story }: Rows, a: number, b: number, bag: Int32Array): boolean {
	const [one, other] = [words[a]!, words[b]!];
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	const known = speaker[a] !== 0 && speaker[b] !== 0;
	if (short.length < FEWEST)
		return (
			known &&
			story[a] === story[b] &&
			short.length > 0 &&
			short.length === long.length &&
			short.every((word, at) => word === long[at])
		);
	const least = (known ? KEPT : KEPT_OF_ANYBODY) * short.length;
	// Words that both hold in any order are soon counted, and most pairs have too few.
	return inCommon(one, bag) >= least && inOrder(short, long) >= least;
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
