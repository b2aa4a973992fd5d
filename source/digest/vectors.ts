/** What articles are about, as weighted words, and which of them are alike. */
import type { Article, Span } from '../types.ts';
import { termsIn } from './terms.ts';

/** Weights by term number, of length one; `terms` ascending. */
export interface Vector {
	readonly terms: Int32Array;
	readonly weights: Float32Array;
}

export interface Space {
	readonly vectors: readonly Vector[];
	/** In how many articles each term stands. */
	readonly frequency: Int32Array;
}

/** A word in the headline counts so many times. */
const HEADLINE = 2;
/** Names and numbers tell one event from another; counted again. */
const NAMES_AGAIN = 1;
/** Long articles are compared by how they open: background fills the rest. */
const READ = 600;

/** A vector for each article, in order. Linear in their length. */
export function vectorsOf(articles: readonly Article[]): Space {
	const numbers = new Map<string, number>();
	const numberOf = (term: string) => {
		const known = numbers.get(term);
		if (known !== undefined) return known;
		numbers.set(term, numbers.size);
		return numbers.size - 1;
	};
	const bags = articles.map((article) => {
		const bag = new Map<number, number>();
		for (const [term, count] of countsOf(article)) bag.set(numberOf(term), count);
		return bag;
	});
	const frequency = new Int32Array(numbers.size);
	for (const bag of bags) for (const term of bag.keys()) frequency[term]!++;
	return { vectors: bags.map((bag) => weighted(bag, frequency, articles.length)), frequency };
}

function countsOf(article: Article): Map<string, number> {
	const counts = new Map<string, number>();
	let left = READ;
	for (const paragraph of article.paragraphs) {
		const times = paragraph.kind === 'headline' ? HEADLINE : 1;
		for (const term of termsOf(article, paragraph)) {
			if (left-- <= 0) break;
			const weight = times * (1 + (term.capital || term.number ? NAMES_AGAIN : 0));
			counts.set(term.stem, (counts.get(term.stem) ?? 0) + weight);
		}
	}
	// A headline from front matter stands outside the paragraphs.
	if (article.headlineFrom === 'metadata' && article.headline !== null)
		for (const { stem } of termsIn(article.headline))
			if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + HEADLINE);
	return counts;
}

const termsOf = (article: Article, span: Span) =>
	termsIn(article.text, span).filter(({ stem }) => stem !== '');

function weighted(bag: ReadonlyMap<number, number>, frequency: Int32Array, articles: number): Vector {
	const terms = Int32Array.from(bag.keys()).sort();
	const weights = Float32Array.from(terms, (term) => {
		const rarity = Math.log((1 + articles) / (1 + frequency[term]!)) + 1;
		return (1 + Math.log(bag.get(term)!)) * rarity;
	});
	let sum = 0;
	for (const weight of weights) sum += weight * weight;
	const length = Math.sqrt(sum) || 1;
	return { terms, weights: weights.map((weight) => weight / length) };
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

export interface Pair {
	readonly a: number;
	readonly b: number;
	readonly likeness: number;
}

/**
 * Every pair at or above `least`, found through the words they share; `b` > `a`. Words in more than `common` articles
 * propose no pair on their own, but count in those that rarer words propose.
 */
export function alike(
	space: Space,
	least: number,
	may: (a: number, b: number) => boolean = () => true,
	common = Math.max(50, space.vectors.length / 8),
): Pair[] {
	const postings = new Map<number, number[]>();
	const pairs: Pair[] = [];
	const met = new Int32Array(space.vectors.length).fill(-1);
	space.vectors.forEach((vector, b) => {
		for (const term of vector.terms) {
			if (space.frequency[term]! > common || space.frequency[term]! < 2) continue;
			const articles = postings.get(term);
			if (!articles) {
				postings.set(term, [b]);
				continue;
			}
			for (const a of articles) {
				if (met[a] === b) continue;
				met[a] = b;
				if (!may(a, b)) continue;
				const found = likeness(space.vectors[a]!, vector);
				if (found >= least) pairs.push({ a, b, likeness: found });
			}
			articles.push(b);
		}
	});
	return pairs;
}
