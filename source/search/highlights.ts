/** What to mark in a quotation that was found: the typed part of a word begun, the whole of one matched otherwise. */
import type { Span } from '../types.ts';
import { type Part, standTogether, type Term } from './asked.ts';
import { eachWord, type Numbering } from './cut.ts';
import { fold, type Word, wordsOf } from './fold.ts';
import type { Segment } from './segment.ts';
import { LONGEST_WORD, numberOf, STANDS, WORD } from './words.ts';

/** A name in a text, by every spelling of whom it names. */
export interface Named extends Span {
	readonly spellings: readonly string[];
}

type Meant = Pick<Term, 'parts' | 'split'>;

/** Who found what: `typed` and `terms` go together. */
export interface Marking {
	readonly segment: Segment;
	readonly typed: readonly string[];
	readonly terms: readonly Meant[];
}

/** Matched stretches of a quotation's `text`, in order, apart from one another. */
export function highlightsOf(
	{ segment, typed, terms }: Marking,
	quotation: number,
	text: string,
	names: readonly Named[],
): Span[] {
	const marked: Span[] = [];
	const { first, text: entries, words } = segment;
	// The segment has the words of the text in its order: what they are need not be found out again, only where they stand.
	let at = first[quotation]!;
	const end = first[quotation + 1]!;
	const visit = (_: number, __: boolean, start: number, stop: number) => {
		if (at === end) return;
		const word = entries[at++]! & WORD;
		for (let nth = 0; nth < terms.length; nth++) {
			if (!serves(terms[nth]!, word)) continue;
			const letters = typed[nth]!.length;
			// Folding can take letters away, so the typed part is marked only where it stands letter for letter.
			const begun = fold(text.slice(start, start + letters)) === typed[nth];
			marked.push({ start, end: begun ? start + letters : stop });
		}
	};
	eachWord({ scratch: new Uint16Array(LONGEST_WORD), ...UNNUMBERED }, text, visit);
	for (const [nth, { split }] of terms.entries())
		if (split?.pairs.some(([one, other]) => standTogether(segment, quotation, one, other)))
			marked.push(...pairs(wordsOf(text), typed[nth]!));
	if (names.length > 0 && hasName(segment, terms, quotation))
		for (const { start, end, spellings } of names)
			for (const { folded } of spellings.flatMap(wordsOf))
				if (terms.some((term) => serves(term, numberOf(words, folded.slice(0, LONGEST_WORD)))))
					marked.push({ start, end });
	return merged(marked);
}

const UNNUMBERED: Omit<Numbering, 'scratch'> = { number: () => 0, numberOf: () => 0 };

function hasName({ first, text }: Segment, terms: readonly Meant[], quotation: number): boolean {
	for (let at = first[quotation + 1]! - 1; at >= first[quotation]!; at--) {
		if ((text[at]! & STANDS.apart) === 0) return false;
		if (terms.some((term) => serves(term, text[at]! & WORD))) return true;
	}
	return false;
}

function serves({ parts }: Meant, word: number): boolean {
	for (let nth = 0; nth < parts.length; nth++) if (means(parts[nth]!, word)) return true;
	return false;
}

function means({ begins, fits: { words } }: Part, word: number): boolean {
	// Words that begin alike have numbers side by side.
	if (begins !== null) return words[0]! <= word && word <= words[words.length - 1]!;
	let low = 0;
	for (let high = words.length; low < high; ) {
		const middle = (low + high) >> 1;
		if (words[middle]! < word) low = middle + 1;
		else high = middle;
	}
	return words[low] === word;
}

/** Two words side by side that are the typed one. */
function pairs(cut: readonly Word[], typed: string): Span[] {
	return cut.flatMap((first, at) =>
		cut
			.slice(at + 1, at + 4)
			.filter((second) => second.place === first.place + 1 && first.folded + second.folded === typed)
			.map((second) => ({ start: first.start, end: second.end })),
	);
}

/** Overlapping and touching spans as one; in order. */
function merged(spans: readonly Span[]): Span[] {
	const result: { start: number; end: number }[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = result.at(-1);
		if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
		else result.push({ ...span });
	}
	return result;
}
