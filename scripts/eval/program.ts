/** What the program finds in the gold's texts, in the shape in which it is scored. */
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
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

/** Quotations by article, as they stand in the digest of all: with the actors that the articles together tell. */
export function quotationsIn(readings: readonly Reading[]): FoundQuotation[][] {
	// The digest has its articles in the order of their files, which is the order of the readings.
	const { articles, actors, quotations } = digest(readings, []);
	const names = new Map(actors.map(({ id, name }) => [id, name]));
	const found = new Map(articles.map(({ id }): [string, FoundQuotation[]] => [id, []]));
	for (const { article, kind, spans, speaker, rule } of quotations)
		found.get(article)!.push({
			kind,
			spans,
			speaker: speaker.mention,
			actor: speaker.actor === null ? null : (names.get(speaker.actor) ?? null),
			certain: speaker.certain,
			rule,
		});
	return articles.map(({ id }) => found.get(id)!);
}
