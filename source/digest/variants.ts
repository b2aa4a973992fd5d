/** One utterance as several articles print it: cut short, with brackets or dots, or slightly reworded. */
import type { Id, Quotation } from '../types.ts';
import { termsIn } from './terms.ts';

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

/** For each quotation, by number, the numbers of its versions in other texts, ascending. */
export function variantsAmong(quotations: readonly Told[]): number[][] {
	const words = quotations.map(({ quotation }) =>
		termsIn(quotation.text.slice(0, COMPARED * 12))
			.slice(0, COMPARED)
			.map(({ word }) => word),
	);
	const found = quotations.map((): number[] => []);
	for (const [a, b] of candidates(words)) {
		if (
			!mayBeOne(quotations[a]!, quotations[b]!) ||
			!isOne(quotations[a]!, quotations[b]!, words[a]!, words[b]!)
		)
			continue;
		found[a]!.push(b);
		found[b]!.push(a);
	}
	return found.map((list) => list.sort((a, b) => a - b));
}

/** Pairs of quotations that share two words in a row, or are the same few words. */
function candidates(words: readonly (readonly string[])[]): [number, number][] {
	const holders = new Map<string, number[]>();
	const pairs: [number, number][] = [];
	words.forEach((own, b) => {
		const met = new Set<number>();
		for (const trace of tracesOf(own)) {
			const list = holders.get(trace);
			if (!list) {
				holders.set(trace, [b]);
				continue;
			}
			for (const a of list) {
				if (met.has(a)) continue;
				met.add(a);
				pairs.push([a, b]);
			}
			if (list.length < COMMON) list.push(b);
		}
	});
	return pairs;
}

function tracesOf(words: readonly string[]): Set<string> {
	if (words.length < FEWEST) return new Set([words.join(' ')]);
	return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

function mayBeOne(a: Told, b: Told): boolean {
	if (a.quotation.article === b.quotation.article) return false;
	if (a.copyOf !== null && a.copyOf === b.copyOf) return false;
	if (a.quotation.kind === 'indirect' && b.quotation.kind === 'indirect') return false;
	const [said, other] = [a.quotation.said, b.quotation.said];
	if (said !== null && other !== null && said !== other) return false;
	const [one, two] = [speakerOf(a), speakerOf(b)];
	return one === null || two === null || one === two;
}

const speakerOf = ({ quotation }: Told): Id | null => quotation.speaker.actor;

function isOne(a: Told, b: Told, one: readonly string[], other: readonly string[]): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	const known = speakerOf(a) !== null && speakerOf(b) !== null;
	if (short.length < FEWEST)
		return known && a.story === b.story && short.length > 0 && short.join(' ') === long.join(' ');
	return inOrder(short, long) >= (known ? KEPT : KEPT_OF_ANYBODY) * short.length;
}

/** The length of the longest row of words that both hold in this order. */
function inOrder(short: readonly string[], long: readonly string[]): number {
	let row = new Uint16Array(short.length + 1);
	for (const word of long) {
		const next = new Uint16Array(short.length + 1);
		for (let at = 1; at <= short.length; at++)
			next[at] = short[at - 1] === word ? row[at - 1]! + 1 : Math.max(next[at - 1]!, row[at]!);
		row = next;
	}
	return row[short.length]!;
}
