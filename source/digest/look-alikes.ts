/**
 * What two reports do not have in common though they read alike: "a court in Torvik jailed a broker" of two trials in one
 * week. What tells small events apart is who they befell, where, and with which figures.
 */
import type { Article } from '../types.ts';
import type { Told, Words } from './telling.ts';
import { foldWord, termsIn } from './terms.ts';
import type { Vector } from './vectors.ts';

/** Reports of one event seldom open in the same words; up to `little` is an accident, from `much` on it is a form. */
const WORDING = { little: 0.4, much: 0.7 };
/** A share is never quite nothing, or all would hang on one word. */
const SLACK = 0.1;
const POWER = 5;

/** Those whom a report is about: the last names in its headline and its first sentence; and everybody it names. */
export interface Persons {
	readonly first: ReadonlySet<string>;
	readonly all: ReadonlySet<string>;
}

export function personsOf({ headline, mentions, paragraphs, sentences, text }: Article): Persons {
	const body = paragraphs.find(({ kind }) => kind !== 'headline')?.start ?? 0;
	const end = sentences.find(({ start }) => start >= body)?.end ?? 0;
	const inHeadline = new Set(termsIn(headline ?? '').map(({ word }) => word));
	const first = new Set<string>();
	const all = new Set<string>();
	for (const mention of mentions) {
		const words = text.slice(mention.start, mention.end).split(/\s+/).map(foldWord);
		for (const word of words) all.add(word);
		const last = words.at(-1)!;
		if (mention.kind === 'person' && (mention.start < end || inHeadline.has(last))) first.add(last);
	}
	return { first, all };
}

/** Whether each is about persons whom the other does not name. */
export function aboutOthers(a: Persons, b: Persons): boolean {
	return noneIn(a.first, b.all) && noneIn(b.first, a.all);
}

function noneIn(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
	if (some.size === 0) return false;
	for (const one of some) if (all.has(one)) return false;
	return true;
}

/**
 * What is left of the nearness of two articles that open in the same words with other names and figures: the more one
 * wording serves both, the more of the particulars must be the same. All of it where the openings are each their own.
 */
export function alikeInWordingOnly(
	{ particulars, wordings }: Told,
	vectors: readonly Vector[],
): (a: number, b: number) => number {
	const shared = (words: readonly Words[], a: number, b: number): number | null => {
		const one = shareIn(words[a]!, vectors[a]!, vectors[b]!);
		const other = shareIn(words[b]!, vectors[b]!, vectors[a]!);
		return one === null || other === null ? null : Math.max(one, other);
	};
	return (a, b) => {
		const same = shared(particulars, a, b);
		const worded = shared(wordings, a, b) ?? 0;
		if (same === null || same >= worded || worded <= WORDING.little) return 1;
		const form = Math.min(1, (worded - WORDING.little) / (WORDING.much - WORDING.little));
		return ((same + SLACK) / (worded + SLACK)) ** (POWER * form);
	};
}

/** How many of the words the other has too; null for no words. What nearly all have is not counted. All ascending. */
function shareIn({ terms, alone }: Words, own: Vector, other: Vector): number | null {
	let all = alone;
	let held = 0;
	let i = 0;
	let j = 0;
	for (const term of terms) {
		while (i < own.terms.length && own.terms[i]! < term) i++;
		if (own.terms[i] !== term) continue;
		while (j < other.terms.length && other.terms[j]! < term) j++;
		all++;
		if (other.terms[j] === term) held++;
	}
	return all === 0 ? null : held / all;
}
