/** What to mark in a quotation that was found: the typed part of a word begun, the whole of one matched otherwise. */
import type { Span } from '../types.ts';
import type { Part, Term } from './asked.ts';
import { fold, type Word, wordsOf } from './fold.ts';
import { numberOf, type Words } from './words.ts';

/** A name in a text, by every spelling of whom it names. */
export interface Named extends Span {
	readonly spellings: readonly string[];
}

/** Matched stretches of `text`, in order, apart from one another. `typed` and `terms` go together. */
export function highlightsOf(
	words: Words,
	typed: readonly string[],
	terms: readonly Term[],
	text: string,
	names: readonly Named[],
): Span[] {
	const marked: Span[] = [];
	const cut = wordsOf(text);
	for (const word of cut)
		for (const [nth, { parts }] of terms.entries())
			if (parts.some((part) => means(words, part, word.folded))) {
				const letters = typed[nth]!.length;
				// Folding can take letters away, so the typed part is marked only where it stands letter for letter.
				const begun = fold(text.slice(word.start, word.start + letters)) === typed[nth];
				marked.push({ start: word.start, end: begun ? word.start + letters : word.end });
			}
	for (const [nth, { split }] of terms.entries()) if (split) marked.push(...pairs(cut, typed[nth]!));
	for (const { start, end, spellings } of names)
		for (const { folded } of spellings.flatMap(wordsOf))
			if (terms.some(({ parts }) => parts.some((part) => means(words, part, folded))))
				marked.push({ start, end });
	return merged(marked);
}

function means(words: Words, { begins, fits }: Part, folded: string): boolean {
	return begins === null ? fits.words.includes(numberOf(words, folded)) : folded.startsWith(begins);
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
