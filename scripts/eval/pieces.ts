/** Quotations cut into what is compared: one stretch of words in one paragraph, and who said it. */
import type { Span } from '../../source/types.ts';
import { overlap } from './figures.ts';
import type { GoldQuotation } from './gold.ts';
import { isPronoun, sameSpeaker, wordsWithin } from './phrases.ts';
import type { FoundQuotation } from './program.ts';

export interface Piece<Q> extends Span {
	readonly of: Q;
}

export interface Miss {
	readonly what: 'missed' | 'taken' | 'speaker' | 'actor' | 'reported missed' | 'reported taken';
	readonly id: string;
	readonly span: Span;
	readonly wanted: string;
	readonly got: string;
}

/** Cut where paragraphs end, marks and stops at the edges left off, each stretch once. */
export function piecesOf<Q extends { readonly spans: readonly Span[] }>(
	text: string,
	quotations: readonly Q[],
): Piece<Q>[] {
	const pieces = new Map<string, Piece<Q>>();
	for (const of of quotations) {
		for (const { start, end } of of.spans) {
			for (const line of text.slice(start, end).matchAll(/[^\n]+/g)) {
				const from = start + line.index;
				const words = wordsWithin(text, { start: from, end: from + line[0].length });
				const key = `${words.start} ${words.end}`;
				if (words.end > words.start && !pieces.has(key)) pieces.set(key, { ...words, of });
			}
		}
	}
	return [...pieces.values()];
}

export const isMarked = ({ kind }: { readonly kind: string }) => kind !== 'indirect';

export const namesOf = ({ speaker }: GoldQuotation): readonly string[] => [speaker?.name ?? []].flat();

/** Half and more of a piece stands where nothing is judged. */
export const isUnjudged = (piece: Span, stretches: readonly Span[]) =>
	stretches.some((one) => overlap(one, piece) >= 0.5 * (piece.end - piece.start));

/** The same mention, or a phrase with the same head or last name. */
export function isRightSpeaker(gold: GoldQuotation, found: FoundQuotation): boolean {
	if (!gold.speaker) return found.speaker === null;
	if (!found.speaker) return false;
	const said = found.speaker.text;
	return (
		overlap(gold.speaker, found.speaker) > 0 ||
		sameSpeaker(said, gold.speaker.text) ||
		namesOf(gold).some((name) => sameSpeaker(said, name))
	);
}

/** The name that the program resolves the speaker to; a bare pronoun names nobody. */
export function isRightActor(gold: GoldQuotation, found: FoundQuotation): boolean {
	const resolved = found.actor ?? found.speaker?.text ?? '';
	return !isPronoun(resolved) && namesOf(gold).some((name) => sameSpeaker(resolved, name));
}

export const wantedSpeaker = ({ speaker }: GoldQuotation) => speaker?.text ?? '—';
export const gotSpeaker = ({ speaker, rule }: FoundQuotation) => `${speaker?.text ?? '—'} (${rule})`;
