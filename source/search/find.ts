/**
 * The best answers to a query out of any number of quotations, without looking at most of them: sets of bits say which
 * have all the words, and how well, the best of them are looked at first, and the search stops when nothing better can come.
 */
import { isUnknown, literalTerm, rescuedTerm, type Term, tolerantTerm } from './asked.ts';
import { type Bits, fill, full, inMost, join, ones } from './bits.ts';
import type { Memory } from './memory.ts';
import {
	besideIn,
	clear,
	mostBeside,
	type Pairs,
	pack,
	pairsIn,
	qualityIn,
	type Serving,
	servingOf,
} from './score.ts';
import type { Segment } from './segment.ts';
import { sparse, sumsOf } from './sums.ts';

export interface Hit {
	readonly number: number;
	/** Comparable within one query: the higher the better; equal ones are in the order of their numbers. */
	readonly score: number;
}

export interface Hits {
	/** Best first, at most as many as were asked for. */
	readonly hits: readonly Hit[];
	/** All that answer: good until the next search. */
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
export function find(segment: Segment, typed: readonly string[], memory: Memory, wanted: Wanted): Hits {
	memory.forget();
	const literal = typed.map((_, at) => literalTerm(segment, typed, at, memory));
	const exact = allOf(segment, literal, wanted.within, memory);
	if (reaches(exact, SCREENFUL))
		return { ...ranked(segment, literal, exact, memory, wanted), all: exact, missing: 0 };
	const tolerant = literal.map((term, at) => {
		const wide = tolerantTerm(segment, typed, at, term, memory);
		return isUnknown(wide) ? rescuedTerm(segment, typed[at]!, memory) : wide;
	});
	const all = allOf(segment, tolerant, wanted.within, memory);
	if (reaches(all, 1)) return { ...ranked(segment, tolerant, all, memory, wanted), all, missing: 0 };
	const known = tolerant.filter((term) => !isUnknown(term));
	const { bits, most } = inMost(
		known.map(({ sets }, nth) => united(sets, memory.room(`in term ${nth}`))),
		wanted.within ?? full(segment.size),
	);
	const missing = typed.length - most;
	return { ...ranked(segment, tolerant, bits, memory, wanted), all: bits, missing };
}

/** The quotations that match all terms. */
function allOf(
	{ size }: Segment,
	terms: readonly Term[],
	within: Bits | null | undefined,
	memory: Memory,
): Bits {
	const bits = memory.room('all');
	if (terms.some(isUnknown)) return bits;
	if (within) bits.set(within);
	else fill(bits, size);
	for (const { sets } of terms) narrow(bits, sets);
	return bits;
}

/** Keeps what is in one of the sets. */
function narrow(bits: Bits, sets: readonly Bits[]): void {
	const [first, second, ...others] = sets as [Bits, ...Bits[]];
	if (!second) for (let at = 0; at < bits.length; at++) bits[at]! &= first[at]!;
	else
		for (let at = 0; at < bits.length; at++) {
			let either = first[at]! | second[at]!;
			for (let nth = 0; nth < others.length; nth++) either |= others[nth]![at]!;
			bits[at]! &= either;
		}
}

function united(sets: readonly Bits[], into: Bits): Bits {
	for (const set of sets) join(into, set);
	return into;
}

/** With fewer quotations than this, and fewer than one of so many, each is looked at: putting sets together costs more. */
const FEW = 64;
const ONE_OF = 1000;

/**
 * Those who answer best, set by set: all of a set have words that fit as well, and are told apart by words side by side, in
 * the order of their numbers. Those where a word is the speaker's come before the others.
 */
function ranked(
	segment: Segment,
	terms: readonly Term[],
	bits: Bits,
	memory: Memory,
	{ limit, budget = Number.POSITIVE_INFINITY }: Wanted,
): Pick<Hits, 'hits' | 'certain' | 'terms'> {
	const last = terms.length - 1;
	const said = terms.flatMap(({ parts }) => parts.flatMap(({ saidBy }) => saidBy ?? []));
	const left = sparse(bits, memory);
	const { spots } = left;
	const top = new Top(limit);
	// One word alone stands beside none.
	const few = last === 0 ? 0 : Math.max(FEW, segment.size / ONE_OF);
	let serving: Serving | null = null;
	let pairs: Pairs | null = null;
	const best = new Uint8Array(terms.length);
	let spent = 0;
	ranking: for (const { quality, exact, words } of sumsOf(segment, terms, left, few, memory))
		for (const bySpeaker of [1, 0]) {
			if (bySpeaker === 1 && said.length === 0) continue;
			const bound = pack(quality, last, bySpeaker);
			for (let spot = 0; spot < spots.length; spot++) {
				let word = words[spot]!;
				if (word === 0) continue;
				const at = spots[spot]!;
				let speaking = 0;
				for (let nth = 0; nth < said.length; nth++) speaking |= said[nth]![at]!;
				word &= bySpeaker === 1 ? speaking : ~speaking;
				for (; word !== 0; word &= word - 1) {
					// None of the sets that come is any better.
					if (top.full && top.lowest >= bound) break ranking;
					if (spent++ >= budget) break ranking;
					const number = at * 32 + 31 - Math.clz32(word & -word);
					if (last > 0) {
						serving ??= servingOf(segment, terms, memory);
						pairs ??= pairsIn(segment, terms, serving);
					}
					const most = pairs ? mostBeside(segment, pairs, number) : 0;
					// What is as good as the worst of the best comes after it.
					if (top.full && pack(quality, most, bySpeaker) <= top.lowest) continue;
					const beside = serving && most > 0 ? besideIn(segment, serving, number) : 0;
					const sum = exact || !serving ? quality : qualityIn(segment, terms, serving, number, best);
					top.offer(number, pack(sum, beside, bySpeaker));
				}
			}
		}
	if (serving) clear(serving, terms);
	return { hits: top.sorted(), certain: spent <= budget, terms };
}

/** Whether there are so many: most sets tell at once. */
function reaches(bits: Bits, wanted: number): boolean {
	let sum = 0;
	for (let at = 0; at < bits.length; at++)
		if (bits[at] !== 0 && (sum += ones(bits[at]!)) >= wanted) return true;
	return wanted <= 0;
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
