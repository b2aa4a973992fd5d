/**
 * The best answers to a query out of any number of quotations, without looking at most of them: sets of bits say which
 * have all the words, and how well, the best of them are looked at first, and the search stops when nothing better can come.
 */
import { isUnknown, literalTerm, rescuedTerm, type Term, tolerantTerm } from './asked.ts';
import { type Bits, bitsFor, fill, full, inMost, join, ones } from './bits.ts';
import { nearestWords } from './rescue.ts';
import { putOwn, putWhole, wholeNumber } from './runs.ts';
import {
	besideIn,
	clear,
	mostBeside,
	mostOf,
	type Pairs,
	pack,
	pairsIn,
	qualityIn,
	type Serving,
	servingOf,
} from './score.ts';
import type { Shard, Shards } from './shards.ts';
import { sparse, sumsOf } from './sums.ts';

export interface Hit {
	readonly number: number;
	/** Comparable within one query: the higher the better; equal ones are in the order of their numbers. */
	readonly score: number;
	/** Where it was found. */
	readonly shard: number;
	/** Its number there. */
	readonly own: number;
}

type Best = Pick<Hit, 'own' | 'score'>;

export interface Hits {
	/** Best first, at most as many as were asked for. */
	readonly hits: readonly Hit[];
	/** All that answer: good until the next search. */
	readonly all: Bits;
	/** How many words of the query no hit has: 0 unless no quotation has them all. */
	readonly missing: number;
	/** False when the budget was spent before it was certain that nothing better comes. */
	readonly certain: boolean;
	/** What the words were taken for in each shard: for highlights. */
	readonly terms: readonly (readonly Term[])[];
	/** Words that are none, and what they were taken for. */
	readonly rescued: readonly Rescued[];
}

/** "Did you mean": a typed word and those most like it, best first. */
export interface Rescued {
	readonly typed: string;
	readonly meant: readonly string[];
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
export function find(shards: Shards, typed: readonly string[], wanted: Wanted): Hits {
	const { list } = shards;
	for (const { memory } of [shards, ...list]) memory.forget();
	const within = list.map((shard) => withinOf(shard, wanted.within ?? null));
	const answered = (terms: readonly (readonly Term[])[], sets: readonly Bits[], missing: number) => ({
		...merged(shards, terms, sets, wanted),
		missing,
		terms,
	});
	const literal = list.map((shard) => typed.map((_, at) => literalTerm(shard, typed, at, shards)));
	const exact = list.map((shard, nth) => allOf(shard, literal[nth]!, within[nth]!));
	if (reaches(exact, SCREENFUL)) return { ...answered(literal, exact, 0), rescued: [] };
	const wide = list.map((shard, nth) =>
		literal[nth]!.map((term, at) => tolerantTerm(shard, typed, at, term, shards)),
	);
	const isLost = (terms: typeof wide, at: number) =>
		list.every(({ live }, nth) => isUnknown(terms[nth]![at]!, live));
	const rescued = new Map(
		typed.flatMap((word, at) =>
			isLost(wide, at)
				? [[at, shards.memory.recall(`nearest ${word}`, () => nearestWords(shards, word))] as const]
				: [],
		),
	);
	const tolerant = list.map((shard, nth) =>
		wide[nth]!.map((term, at) => {
			const words = rescued.get(at);
			return words ? rescuedTerm(shard, typed[at]!, words) : term;
		}),
	);
	const lost = [...rescued].map(([at, meant]) => ({ typed: typed[at]!, meant }));
	const all = list.map((shard, nth) => allOf(shard, tolerant[nth]!, within[nth]!));
	if (reaches(all, 1)) return { ...answered(tolerant, all, 0), rescued: lost };
	const known = typed.flatMap((_, at) => (isLost(tolerant, at) ? [] : [at]));
	const mostOf = list.map(({ segment, memory }, nth) =>
		inMost(
			known.map((at) => united(tolerant[nth]![at]!.sets, memory.room(`in term ${at}`))),
			within[nth] ?? full(segment.size),
		),
	);
	const most = Math.max(0, ...mostOf.map((one) => one.most));
	const some = mostOf.map((one, nth) => (one.most === most ? one.bits : bitsFor(list[nth]!.segment.size)));
	return { ...answered(tolerant, some, typed.length - most), rescued: lost };
}

/** What is wanted of a shard; null: everything. */
function withinOf({ runs, live, memory }: Shard, within: Bits | null): Bits | null {
	if (runs === null || within === null) return live ?? within;
	const own = memory.room('within');
	putOwn(runs, within, own);
	return own;
}

/** The best of all shards. */
function merged(
	{ list, memory }: Shards,
	terms: readonly (readonly Term[])[],
	sets: readonly Bits[],
	wanted: Wanted,
): Pick<Hits, 'hits' | 'all' | 'certain'> {
	const each = list.map((shard, nth) => ranked(shard, terms[nth]!, sets[nth]!, wanted));
	const certain = each.every((one) => one.certain);
	const hits = each.flatMap(({ best }, shard) => {
		const { runs } = list[shard]!;
		return best.map(({ own, score }) => ({ own, score, shard, number: runs ? wholeNumber(runs, own) : own }));
	});
	const [one] = list;
	if (one && list.length === 1 && one.runs === null) return { hits, all: sets[0]!, certain };
	const all = memory.room('all');
	for (const [nth, { runs }] of list.entries())
		runs ? putWhole(runs, sets[nth]!, all) : join(all, sets[nth]!);
	hits.sort((a, b) => b.score - a.score || a.number - b.number);
	return { hits: hits.slice(0, wanted.limit), all, certain };
}

/** The quotations that match all terms. */
function allOf({ segment, memory }: Shard, terms: readonly Term[], within: Bits | null): Bits {
	const bits = memory.room('all');
	if (terms.some(({ sets }) => sets.length === 0)) return bits;
	if (within) bits.set(within);
	else fill(bits, segment.size);
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
	{ segment, memory }: Shard,
	terms: readonly Term[],
	bits: Bits,
	{ limit, budget = Number.POSITIVE_INFINITY }: Wanted,
): { readonly best: readonly Best[]; readonly certain: boolean } {
	const last = terms.length - 1;
	const said = terms.flatMap(({ parts }) => parts.flatMap(({ saidBy }) => saidBy ?? []));
	const left = sparse(bits, memory);
	const { spots } = left;
	const top = new Top(limit);
	// One word alone stands beside none.
	const few = last === 0 ? 0 : Math.max(FEW, segment.size / ONE_OF);
	let serving: Serving | null = null;
	let pairs: Pairs | null = null;
	// Terms that may stand beside the one before.
	let reach = last;
	const best = new Uint8Array(terms.length);
	let spent = 0;
	ranking: for (const { quality, exact, words } of sumsOf(segment, terms, left, few, memory))
		for (const bySpeaker of [1, 0]) {
			if (bySpeaker === 1 && said.length === 0) continue;
			for (let spot = 0; spot < spots.length; spot++) {
				let word = words[spot]!;
				if (word === 0) continue;
				const at = spots[spot]!;
				let speaking = 0;
				for (let nth = 0; nth < said.length; nth++) speaking |= said[nth]![at]!;
				word &= bySpeaker === 1 ? speaking : ~speaking;
				for (; word !== 0; word &= word - 1) {
					// None of the sets that come is any better.
					if (top.full && top.lowest >= pack(quality, reach, bySpeaker)) break ranking;
					if (spent++ >= budget) break ranking;
					const number = at * 32 + 31 - Math.clz32(word & -word);
					if (last > 0) {
						serving ??= servingOf(segment, terms, memory);
						if (pairs === null) reach = mostOf((pairs = pairsIn(segment, terms, serving)));
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
	return { best: top.sorted(), certain: spent <= budget };
}

/** Whether there are so many: most sets tell at once. */
function reaches(sets: readonly Bits[], wanted: number): boolean {
	let sum = 0;
	for (const bits of sets)
		for (let at = 0; at < bits.length; at++)
			if (bits[at] !== 0 && (sum += ones(bits[at]!)) >= wanted) return true;
	return false;
}

/** The best so many of what is offered, as a heap with the worst of them at its head. */
class Top {
	private readonly heap: Best[] = [];
	constructor(private readonly limit: number) {}
	get full(): boolean {
		return this.heap.length >= this.limit;
	}
	get lowest(): number {
		return this.heap[0]!.score;
	}
	offer(own: number, score: number): void {
		const { heap } = this;
		const hit = { own, score };
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
	sorted(): Best[] {
		return [...this.heap].sort((a, b) => b.score - a.score || a.own - b.own);
	}
}

const isWorse = (a: Best, b: Best) => a.score < b.score || (a.score === b.score && a.own > b.own);
