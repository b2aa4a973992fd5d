/** Persons, organisations and places of one article, read twice: the second time knowing what the first has found. */
import type { Entity, Kind, Mention, Paragraph, Span } from '../types.ts';
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

export const KINDS: readonly Kind[] = ['person', 'organisation', 'place'];

export function findNames(text: string, paragraphs: readonly Paragraph[], sentences: readonly Span[]): Names {
	const read = readSentences(text, paragraphs, sentences);
	const first = read.map((sentence) => cut(sentence, NOTHING));
	const memory = remember(read, first);
	const second = read.map((sentence) => cut(sentence, memory));
	return collect(text, read, second);
}
