/** What the words of a story are worth: those that most voices tell, and that headlines name, are worth the most. */
import type { Article } from '../types.ts';
import type { Voices } from './points.ts';
import type { Statement } from './statements.ts';
import { type Term, termsIn } from './terms.ts';

/** How much a long statement must tell more than a short one. */
const LENGTH = 0.5;
/** Words of a statement after which it is read twice. */
const LONG = 45;

/** The words and pairs of words of every statement, numbered, and what each is worth to the story. */
export interface Elements {
	readonly of: ReadonlyMap<Statement, Int32Array>;
	readonly worth: Float64Array;
}

/** An element is worth as many as voices tell it; what one voice alone tells is worth little beside that. */
const ALONE = 0.3;
/** A word in a headline is what the article is about; where few voices agree on little it says most. */
export const HEADLINED = 1;
export const HEADLINED_BY_FEW = 2;

export function elementsIn(
	articles: readonly Article[],
	statements: readonly Statement[],
	voiceOf: Voices,
	ofHeadline: number,
): Elements {
	const words = new Map<string, number>();
	const numbers = new Map<number, number>();
	const voices: number[] = [];
	/** The voice, and the statement, in which each was met last. */
	const last: number[] = [];
	const metIn: number[] = [];
	const of = new Map<Statement, Int32Array>();
	// Statements stand article by article, so that a voice is counted once by looking at the last one met.
	const byVoice = [...statements].sort((a, b) => voiceOf[a.article]! - voiceOf[b.article]!);
	for (const [nth, statement] of byVoice.entries()) {
		const voice = voiceOf[statement.article]!;
		const own: number[] = [];
		for (const element of elementsOf(statement.terms, words)) {
			let number = numbers.get(element);
			if (number === undefined) {
				number = numbers.size;
				numbers.set(element, number);
				voices.push(0);
				last.push(-1);
				metIn.push(-1);
			}
			if (metIn[number] === nth) continue;
			metIn[number] = nth;
			own.push(number);
			if (last[number] === voice) continue;
			last[number] = voice;
			voices[number]!++;
		}
		of.set(statement, new Int32Array(own));
	}
	const worth = new Float64Array(voices.map((count) => (count > 1 ? count : ALONE)));
	for (const [element, count] of headlined(articles, voiceOf, words)) {
		const number = numbers.get(element);
		if (number !== undefined) worth[number]! += ofHeadline * count;
	}
	return { of, worth };
}

/** In the headlines of how many voices each element stands. */
function headlined(
	articles: readonly Article[],
	voiceOf: Voices,
	words: Map<string, number>,
): Map<number, number> {
	const heard = new Map<number, Set<number>>();
	articles.forEach(({ headline, headlineFrom }, index) => {
		if (headline === null || headlineFrom === 'lede') return;
		for (const element of elementsOf(termsIn(headline), words))
			heard.set(element, (heard.get(element) ?? new Set()).add(voiceOf[index]!));
	});
	return new Map([...heard].map(([element, own]) => [element, own.size]));
}

/** Room for so many different words; a pair is told by one number, the first of the two in front. */
const WORDS = 2 ** 26;

function elementsOf(terms: readonly Term[], words: Map<string, number>): number[] {
	const found: number[] = [];
	let before = 0;
	for (const { stem } of terms) {
		if (stem === '') continue;
		let word = words.get(stem);
		if (word === undefined) words.set(stem, (word = words.size + 1));
		found.push(word);
		if (before !== 0) found.push(before * WORDS + word);
		before = word;
	}
	return found;
}

export function gainOf(statement: Statement, { of, worth }: Elements, told: Uint8Array | null): number {
	let sum = 0;
	for (const element of of.get(statement)!) if (!told?.[element]) sum += worth[element]!;
	const { length } = statement.terms;
	return (sum / length ** LENGTH) * Math.min(1, LONG / length);
}

/**
 * The share of a statement's worth that is told already. Roots of it: what the story is about stands in every
 * statement and is worth the most, and would hide the few words that are new.
 */
export function toldOf(statement: Statement, { of, worth }: Elements, told: Uint8Array): number {
	let all = 0;
	let known = 0;
	for (const element of of.get(statement)!) {
		const own = Math.sqrt(worth[element]!);
		all += own;
		if (told[element]) known += own;
	}
	return known / all;
}
