/**
 * The best answers to a query out of any number of quotations, without looking at most of them: sets of bits say which
 * have all the words, the best kinds of them are scored first, and scoring stops when nothing better can come.
 */
import {
	bestBelow,
	clear,
	inOf,
	isUnknown,
	literalPart,
	literalTerm,
	pack,
	type Recall,
	rescuedTerm,
	scoreOf,
	servingOf,
	type Term,
	tolerantTerm,
} from './asked.ts';
import { type Bits, bitsFor, count, full, inMost } from './bits.ts';
import { QUALITY } from './meanings.ts';
import type { Segment } from './segment.ts';

export interface Hit {
	readonly number: number;
	/** Comparable within one query: the higher the better; equal ones are in the order of their numbers. */
	readonly score: number;
}

export interface Hits {
	/** Best first, at most as many as were asked for. */
	readonly hits: readonly Hit[];
	/** All that answer. */
	readonly all: Bits;
	/** How many words of the query no hit has: 0 unless no quotation has them all. */
	readonly missing: number;
	/** False when the budget was spent before it was certain that nothing better comes. */
	readonly certain: boolean;
	/** What the words were taken for: for highlights. */
	readonly terms: readonly Term[];
}

export interface Wanted {
	readonly limit: number;
	/** Only these. */
	readonly within?: Bits | null;
	/** Quotations that may be scored. */
	readonly budget?: number;
}

/** Results with typos are sought only while there are fewer than this many without: a screenful. */
const SCREENFUL = 10;

/** `typed`: folded words, one to fifteen. */
export function find(segment: Segment, typed: readonly string[], recall: Recall, wanted: Wanted): Hits {
	const literal = typed.map((_, at) => literalTerm(segment, typed, at, recall));
	const exact = allOf(segment, literal, wanted.within);
	if (count(exact) >= SCREENFUL)
		return { ...ranked(segment, typed, literal, exact, recall, wanted), all: exact, missing: 0 };
	const tolerant = literal.map((term, at) => {
		const wide = tolerantTerm(segment, typed, at, term, recall);
		return isUnknown(wide) ? rescuedTerm(segment, typed[at]!, recall) : wide;
	});
	const all = allOf(segment, tolerant, wanted.within);
	if (count(all) > 0) return { ...ranked(segment, typed, tolerant, all, recall, wanted), all, missing: 0 };
	const { bits, most } = inMost(
		tolerant.filter((term) => !isUnknown(term)).map((term) => term.in),
		wanted.within ?? full(segment.size),
	);
	const missing = typed.length - most;
	return { ...ranked(segment, typed, tolerant, bits, recall, wanted), all: bits, missing };
}

/** The quotations that match all terms. */
function allOf(segment: Segment, terms: readonly Term[], within: Bits | null | undefined): Bits {
	const sets = [...(within ? [within] : []), ...terms.map((term) => term.in)];
	const bits = bitsFor(segment.size);
	if (terms.some(isUnknown)) return bits;
	const [first, ...others] = sets as [Bits, ...Bits[]];
	for (let at = 0; at < bits.length; at++) {
		let word = first[at]!;
		for (let nth = 0; nth < others.length && word !== 0; nth++) word &= others[nth]![at]!;
		bits[at] = word;
	}
	return bits;
}

/**
 * Scores quotations kind by kind, each kind in the order of the numbers, until no more of a kind can be among the best.
 * The best kind first: all words as typed; all but the last, which is being typed, and is an ending short of a word or
 * begins one; the others. Of each those before the rest where a word is the speaker's.
 */
function ranked(
	segment: Segment,
	typed: readonly string[],
	terms: readonly Term[],
	bits: Bits,
	recall: Recall,
	{ limit, budget = Number.POSITIVE_INFINITY }: Wanted,
): Pick<Hits, 'hits' | 'certain' | 'terms'> {
	const last = typed.length - 1;
	const as = (word: string, quality: number) => inOf(segment, word, quality, recall) ?? NONE;
	const firm = typed.slice(0, last).map((word) => as(word, QUALITY.whole));
	const whole = as(typed[last]!, QUALITY.whole);
	const stem = as(typed[last]!, QUALITY.stem);
	const begun = isUnknown(terms[last]!) ? NONE : literalPart(segment, typed[last]!, recall).in;
	const said = terms.flatMap((term) => term.saidBy ?? []);
	const spots = spotsOf(bits);
	/** Of the 32 quotations at a spot, those of a kind. */
	const kindOf = (kind: number, at: number): number => {
		let all = bits[at]!;
		for (let nth = 0; nth < firm.length; nth++) all &= firm[nth]![at]!;
		const one = all & whole[at]!;
		if (kind === 0) return one;
		const two = all & stem[at]! & ~one;
		if (kind === 1) return two;
		const three = all & begun[at]! & ~(one | two);
		return kind === 2 ? three : bits[at]! & ~(one | two | three);
	};
	const serving = servingOf(segment, terms, recall);
	const best = new Uint8Array(terms.length);
	const top = new Top(limit);
	let left = budget;
	for (const [kind, highest] of highestOf(terms).entries())
		for (const bySpeaker of [1, 0]) {
			if (bySpeaker === 1 && said.length === 0) continue;
			const bound = pack(highest, last, bySpeaker);
			scoring: for (let spot = 0; spot < spots.length; spot++) {
				const at = spots[spot]!;
				let word = kindOf(kind, at);
				if (word === 0) continue;
				let speaking = 0;
				for (let nth = 0; nth < said.length; nth++) speaking |= said[nth]![at]!;
				word &= bySpeaker === 1 ? speaking : ~speaking;
				for (; word !== 0; word &= word - 1) {
					if ((top.full && top.lowest >= bound) || left-- <= 0) break scoring;
					const number = at * 32 + 31 - Math.clz32(word & -word);
					top.offer(number, scoreOf(segment, terms, serving, number, best));
				}
			}
		}
	clear(serving, terms);
	return { hits: top.sorted(), certain: left >= 0, terms };
}

const NONE: Bits = new Uint32Array(0);

/** For each kind, a sum of qualities that none of it exceeds. */
function highestOf(terms: readonly Term[]): readonly number[] {
	const firm = (terms.length - 1) * QUALITY.whole;
	const last = terms.length - 1;
	const rest = terms.map((term, at) => bestBelow(term, at === last ? QUALITY.begun : QUALITY.whole));
	return [firm + QUALITY.whole, firm + QUALITY.stem, firm + QUALITY.begun, firm + Math.max(...rest)];
}

/** Where there is a bit at all. */
function spotsOf(bits: Bits): Uint32Array {
	let filled = 0;
	for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) filled++;
	const spots = new Uint32Array(filled);
	filled = 0;
	for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) spots[filled++] = at;
	return spots;
}

/** The best so many of what is offered, as a heap with the worst of them at its head. */
class Top {
	private readonly heap: Hit[] = [];
	constructor(private readonly limit: number) {}
	get full(): boolean {
		return this.heap.length >= this.limit;
	}
	get lowest(): number {
		return this.heap[0]!.score;
	}
	offer(number: number, score: number): void {
		const { heap } = this;
		const hit = { number, score };
		if (!this.full) {
			heap.push(hit);
			for (let at = heap.length - 1; at > 0; ) {
				const parent = (at - 1) >> 1;
				if (!isWorse(heap[at]!, heap[parent]!)) break;
				[heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
				at = parent;
			}
		} else if (this.limit > 0 && isWorse(heap[0]!, hit)) {
			heap[0] = hit;
			for (let at = 0; ; ) {
				let worst = at;
				for (const child of [2 * at + 1, 2 * at + 2])
					if (child < heap.length && isWorse(heap[child]!, heap[worst]!)) worst = child;
				if (worst === at) break;
				[heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
				at = worst;
			}
		}
	}
	sorted(): Hit[] {
		return [...this.heap].sort((a, b) => b.score - a.score || a.number - b.number);
	}
}

const isWorse = (a: Hit, b: Hit) => a.score < b.score || (a.score === b.score && a.number > b.number);
