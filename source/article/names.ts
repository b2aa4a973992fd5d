/** Persons, organisations and places of one article, read twice: the second time knowing what the first has found. */
import type { Entity, Mention, Paragraph, Span } from '../types.ts';
import { stretchesOf } from './names/candidates.ts';
import { collect } from './names/entities.ts';
import { NOTHING, remember } from './names/memory.ts';
import { cut } from './names/segments.ts';
import { readSentences } from './names/stream.ts';

export interface Names {
	/** Sorted and disjoint; titles and possessive endings are outside. */
	readonly mentions: Mention[];
	/** One for each name of the article, with the titles it is given there. */
	readonly entities: Entity[];
}

/** `sentences`: of all paragraphs, in order. */
export function findNames(text: string, paragraphs: readonly Paragraph[], sentences: readonly Span[]): Names {
	const read = readSentences(text, paragraphs, sentences);
	const stretches = read.map(stretchesOf);
	const first = read.map((sentence, at) => cut(sentence, stretches[at]!, NOTHING));
	const memory = remember(read, first);
	const second = read.map((sentence, at) => cut(sentence, stretches[at]!, memory));
	return collect(text, read, second);
}
