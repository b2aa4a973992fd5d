/** Persons, organisations and places of one article, read twice: the second time knowing what the first has found. */
import type { Entity, Mention, Paragraph, Span } from '../types.ts';
import { stretchesOf } from './names/candidates.ts';
import { collect } from './names/entities.ts';
import { NOTHING, remember } from './names/memory.ts';
import { cut } from './names/segments.ts';
import { isKept, kept, readSentences } from './names/stream.ts';

export interface Names {
	/** Sorted and disjoint; titles and possessive endings are outside. */
	readonly mentions: Mention[];
	/** One for each name of the article, with the titles it is given there. */
	readonly entities: Entity[];
}

/**
 * `sentences`: of all paragraphs, in order. `asides`: stretches left out of the reading (captions, bylines, datelines):
 * what they name is evidence for the rest and a mention, but makes nobody an entity who is not named in the prose.
 */
export function findNames(
	text: string,
	paragraphs: readonly Paragraph[],
	sentences: readonly Span[],
	asides: readonly Span[] = [],
): Names {
	const stream = readSentences(text, paragraphs, sentences, asides);
	// Weighing is most of the work: done once for a text of common length, again rather than kept for a huge one.
	const stretches = kept(isKept(text), (index) => [...stretchesOf(stream.at(index))]);
	const memory = remember(stream.count, stream.at, (sentence, index) =>
		cut(sentence, stretches(index), NOTHING),
	);
	return collect(text, stream.count, stream.at, (sentence, index) => cut(sentence, stretches(index), memory));
}
