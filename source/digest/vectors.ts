/** Articles as weighted words, and how alike they are. */

/** Weights by term number, of length one; `terms` ascending. */
export interface Vector {
	readonly terms: Int32Array;
	readonly weights: Float32Array;
}

export interface Space {
	readonly vectors: readonly Vector[];
	/** In which vectors each term stands, and with which weight; nothing for terms that stand nearly everywhere. */
	readonly postings: readonly { readonly vectors: Int32Array; readonly weights: Float32Array }[];
}

/** How rare a term is among so many bags: its weight beside how often a bag holds it. */
export type Rarity = (frequency: number, bags: number) => number;

/** Terms in more than this share of the bags tell nothing apart, and cost the most. */
const COMMON_SHARE = 1 / 8;
const COMMON_LEAST = 64;

/** A vector for each bag, in order. The same bags in the same order give the same bits. */
export function spaceOf(bags: readonly ReadonlyMap<string, number>[], rarity: Rarity): Space {
	const numbers = new Map<string, number>();
	const frequency: number[] = [];
	const counted = bags.map((bag) => {
		const terms: [number, number][] = [];
		for (const [term, count] of bag) {
			let number = numbers.get(term);
			if (number === undefined) {
				number = numbers.size;
				numbers.set(term, number);
				frequency.push(0);
			}
			frequency[number]!++;
			terms.push([number, count]);
		}
		return terms.sort((a, b) => a[0] - b[0]);
	});
	const most = Math.max(COMMON_LEAST, bags.length * COMMON_SHARE);
	const weightOf = frequency.map((count) => (count > most ? 0 : rarity(count, bags.length)));
	const vectors = counted.map((terms) => weighted(terms, weightOf));
	const postings = frequency.map((count) => {
		const size = count > 1 && count <= most ? count : 0;
		return { vectors: new Int32Array(size), weights: new Float32Array(size) };
	});
	const filled = new Int32Array(frequency.length);
	vectors.forEach(({ terms, weights }, vector) => {
		terms.forEach((term, at) => {
			const posting = postings[term]!;
			if (posting.vectors.length === 0) return;
			const place = filled[term]!++;
			posting.vectors[place] = vector;
			posting.weights[place] = weights[at]!;
		});
	});
	return { vectors, postings };
}

function weighted(counted: readonly (readonly [number, number])[], weightOf: readonly number[]): Vector {
	const terms = counted.filter(([term]) => weightOf[term]! > 0);
	const weights = Float32Array.from(terms, ([term, count]) => (1 + Math.log(count)) * weightOf[term]!);
	let sum = 0;
	for (const weight of weights) sum += weight * weight;
	const length = Math.sqrt(sum) || 1;
	return {
		terms: Int32Array.from(terms, ([term]) => term),
		weights: weights.map((weight) => weight / length),
	};
}

/** Cosine. */
export function likeness(a: Vector, b: Vector): number {
	let sum = 0;
	for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
		const gap = a.terms[i]! - b.terms[j]!;
		if (gap === 0) sum += a.weights[i++]! * b.weights[j++]!;
		else if (gap < 0) i++;
		else j++;
	}
	return sum;
}

/**
 * How alike one vector is to each, through the terms that tell them apart: `row` is filled, zero for itself. The cost
 * is what stands in the postings, not the number of pairs.
 */
export function fillLikeness(space: Space, one: number, row: Float32Array): void {
	row.fill(0);
	const { terms, weights } = space.vectors[one]!;
	for (let at = 0; at < terms.length; at++) {
		const posting = space.postings[terms[at]!]!;
		const weight = weights[at]!;
		for (let place = 0; place < posting.vectors.length; place++)
			row[posting.vectors[place]!]! += weight * posting.weights[place]!;
	}
	row[one] = 0;
}
