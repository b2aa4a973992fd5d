/** Articles as weighted words, and how alike they are. */

/** Weights by term number, of length one; `terms` ascending, without those that no other vector has. */
export interface Vector {
	readonly terms: Int32Array;
	readonly weights: Float32Array;
}

export interface Space {
	readonly vectors: readonly Vector[];
	readonly postings: Postings;
}

/** In which vectors each term stands, and with which weight; nothing for terms that stand nearly everywhere. */
export interface Postings {
	/** Those of a term stand from `starts[term]` to `starts[term + 1]`, ascending by vector. */
	readonly starts: Int32Array;
	readonly vectors: Int32Array;
	readonly weights: Float32Array;
}

/** How rare a term is among so many bags: its weight beside how often a bag holds it. */
export type Rarity = (frequency: number, bags: number) => number;

/** Terms in more than this share of the bags tell nothing apart, and cost the most. */
const COMMON_SHARE = 1 / 8;
const COMMON_LEAST = 64;

/** A vector for each bag, in order. The same bags in the same order give the same bits. */
export function spaceOf(bags: readonly ReadonlyMap<string, number>[], rarity: Rarity): Space {
	const numbers = new Map<string, number>();
	const counted = bags.map((bag): Counted => {
		const terms = new Int32Array(bag.size);
		const counts = new Float64Array(bag.size);
		let at = 0;
		for (const [term, count] of bag) {
			let number = numbers.get(term);
			if (number === undefined) numbers.set(term, (number = numbers.size));
			terms[at] = number;
			counts[at++] = count;
		}
		return { terms, counts };
	});
	return spaceOfCounted(counted, numbers.size, rarity);
}

/** A bag whose terms are numbered, each once, in any order. */
export interface Counted {
	readonly terms: Int32Array;
	readonly counts: Float64Array;
	/** What terms that no other bag has, and that are not numbered, add to its length: (1 + ln count)², summed. */
	readonly alone?: number;
}

export function spaceOfCounted(bags: readonly Counted[], size: number, rarity: Rarity): Space {
	const vectors = vectorsOf(bags, size, rarity);
	const starts = new Int32Array(size + 1);
	for (const { terms } of vectors) for (let at = 0; at < terms.length; at++) starts[terms[at]! + 1]!++;
	for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!;
	const filled = starts.slice(0, size);
	const postings = {
		starts,
		vectors: new Int32Array(starts[size]!),
		weights: new Float32Array(starts[size]!),
	};
	for (const [vector, { terms, weights }] of vectors.entries())
		for (let at = 0; at < terms.length; at++) {
			const term = terms[at]!;
			const place = filled[term]!++;
			postings.vectors[place] = vector;
			postings.weights[place] = weights[at]!;
		}
	return { vectors, postings };
}

/** Vectors alone, of bags with terms numbered below `size`. */
export function vectorsOf(bags: readonly Counted[], size: number, rarity: Rarity): Vector[] {
	const frequency = new Int32Array(size);
	for (const { terms } of bags) for (let at = 0; at < terms.length; at++) frequency[terms[at]!]!++;
	const most = Math.max(COMMON_LEAST, bags.length * COMMON_SHARE);
	const weightOf = new Float64Array(size);
	// Many terms, and few counts.
	const rarities = Array.from({ length: Math.min(most, bags.length) + 1 }, (_, count) =>
		rarity(count, bags.length),
	);
	for (let term = 0; term < size; term++) weightOf[term] = rarities[frequency[term]!] ?? 0;
	const told = new Float64Array(size);
	const ofOne = rarity(1, bags.length) ** 2;
	return bags.map((bag) => {
		const kept = new Int32Array(bag.terms.length);
		let size = 0;
		let ascending = true;
		let sum = (bag.alone ?? 0) * ofOne;
		for (let at = 0; at < kept.length; at++) {
			const term = bag.terms[at]!;
			if (weightOf[term]! <= 0) continue;
			const count = bag.counts[at]!;
			// Most terms stand once in a bag.
			const weight = count === 1 ? weightOf[term]! : (1 + Math.log(count)) * weightOf[term]!;
			sum += weight * weight;
			// What one bag alone has is like nothing else.
			if (frequency[term] === 1) continue;
			told[term] = weight;
			if (size > 0 && kept[size - 1]! > term) ascending = false;
			kept[size++] = term;
		}
		const terms = kept.slice(0, size);
		if (!ascending) terms.sort();
		const length = Math.sqrt(sum) || 1;
		const weights = new Float32Array(size);
		for (let at = 0; at < size; at++) weights[at] = told[terms[at]!]! / length;
		return { terms, weights };
	});
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
	const { postings } = space;
	const { terms, weights } = space.vectors[one]!;
	for (let at = 0; at < terms.length; at++) {
		const weight = weights[at]!;
		const end = postings.starts[terms[at]! + 1]!;
		for (let place = postings.starts[terms[at]!]!; place < end; place++)
			row[postings.vectors[place]!]! += weight * postings.weights[place]!;
	}
	row[one] = 0;
}

/** How many terms that at most `most` vectors hold one vector shares with each: `row` is filled, zero for itself. */
export function fillShared(space: Space, one: number, most: number, row: Int32Array): void {
	row.fill(0);
	const { starts, vectors } = space.postings;
	for (const term of space.vectors[one]!.terms) {
		const start = starts[term]!;
		const end = starts[term + 1]!;
		if (end - start > most) continue;
		for (let place = start; place < end; place++) row[vectors[place]!]!++;
	}
	row[one] = 0;
}
