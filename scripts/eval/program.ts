/** What the program finds in the gold's texts, in the shape in which it is scored. */
import { annotate } from '../../source/article/annotate.ts';
import { linkActors } from '../../source/digest/actors.ts';
import { rarityOfWord, wordsOf } from '../../source/digest/bags.ts';
import { NO_CORRECTIONS } from '../../source/digest/corrections.ts';
import { likeness, spaceOf } from '../../source/digest/vectors.ts';
import type { Quoted, Reading, Span } from '../../source/types.ts';

export interface FoundQuotation {
	readonly kind: Quoted['kind'];
	readonly spans: readonly Span[];
	readonly speaker: (Span & { readonly text: string }) | null;
	/** Name of the actor, when the program knows who is meant. */
	readonly actor: string | null;
	readonly certain: boolean;
	readonly rule: string;
}

interface Text {
	readonly id: string;
	readonly text: string;
}

/** Throws when the program does not see the very text the offsets count in. */
export function readTexts(rows: readonly Text[]): Reading[] {
	return rows.map(({ id, text }, at) => {
		const file = `${String(at).padStart(6, '0')}.txt`;
		const reading = annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) });
		if (reading.article.text !== text)
			throw new Error(`${id}: the text is not read as it stands (a byte order mark, or half a character?)`);
		return reading;
	});
}

/** Quotations by article, with the actors that all articles together tell. */
export function quotationsIn(readings: readonly Reading[]): FoundQuotation[][] {
	const words = spaceOf(
		readings.map(({ article }) => wordsOf(article)),
		rarityOfWord,
	);
	const kinship = (a: number, b: number) => likeness(words.vectors[a]!, words.vectors[b]!);
	const { actors, actorOf } = linkActors(readings, kinship, NO_CORRECTIONS);
	const names = new Map(actors.map(({ id, name }) => [id, name]));
	return readings.map(({ article, quotations }, at) =>
		quotations.map(({ kind, spans, speaker: { mention, entity, certain }, rule }) => ({
			kind,
			spans,
			speaker: mention && { ...mention, text: article.text.slice(mention.start, mention.end) },
			actor: entity === null ? null : (names.get(actorOf[at]![entity]!) ?? null),
			certain,
			rule,
		})),
	);
}
