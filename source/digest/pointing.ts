/** Whether a statement can be read alone, or points at something told before it. */
import {
	AFTER_OBJECT,
	CLAUSE_OPENINGS,
	COUNTED_BACK,
	DEFINITE_OPENING,
	NEEDS_NO_WORD_BEFORE,
	NUMBER_BACK,
	OWNER_BACK,
	PHRASES_BACK,
	POINTS_BACK,
	POINTS_BACK_LATER,
	THERE_IS,
} from '../lexicon/openings.ts';
import type { Article, Mention, Span } from '../types.ts';
import type { Term } from './terms.ts';

/** Characters in which an opening phrase ends. */
const OPENING = 120;

/** `people` are those named in it, in order. */
export function pointsBack(
	article: Article,
	span: Span,
	terms: readonly Term[],
	people: readonly Mention[],
): boolean {
	const part = article.text.slice(span.start, span.end);
	if (isMarked(part)) return false;
	if (THERE_IS.test(part)) return false;
	const { word } = terms[0]!;
	if (POINTS_BACK.has(word) || /^(?:i|we|my|our|you|your)$/.test(word) || PHRASES_BACK.test(part))
		return true;
	const opening = part.slice(0, OPENING);
	if (COUNTED_BACK.some((pattern) => pattern.test(opening)) || NUMBER_BACK.test(part)) return true;
	if (people.length === 0 && OWNER_BACK.test(part)) return true;
	if (hasBareObject(article.text, terms, people)) return true;
	const known = DEFINITE_OPENING.exec(part.slice(0, 1).toLowerCase() + part.slice(1, OPENING))?.[1];
	if (known !== undefined && !NEEDS_NO_WORD_BEFORE.has(known)) return true;
	const later = POINTS_BACK_LATER.exec(part);
	return (
		later !== null &&
		(later[1] === undefined || !namesPerson(article, span.start, span.start + later[0].length))
	);
}

export const isMarked = (part: string) => /^["“‘'«]/.test(part);

function namesPerson({ mentions }: Article, start: number, end: number): boolean {
	return mentions.some(
		(mention) => mention.kind === 'person' && mention.start >= start && mention.end <= end,
	);
}

/** Terms up to the pronoun beside which nobody but the subject stands: "The court ordered him to appear". */
const NEAR = 8;
const NEAR_PLURAL = 12;
const PLURAL = /(?:[^aius]s|people|children|men|women|police)$/;

/**
 * An object that the statement does not name: not the subject of its own clause, and nobody else stands before it.
 * "Rescuers drilled a shaft to reach them" asks who; "The company bought ships to sell them" does not.
 */
function hasBareObject(text: string, terms: readonly Term[], people: readonly Mention[]): boolean {
	const plural: number[] = [];
	for (const [at, { word, start, end, capital, stem }] of terms.slice(0, NEAR_PLURAL).entries()) {
		if (at > 0 && /["“”«»,;:()]/.test(text.slice(terms[at - 1]!.end, start))) return false;
		if (CLAUSE_OPENINGS.has(word)) return false;
		if (word === 'them') return !plural.some((place) => place > 2 || place !== plural[0]);
		if (word === 'him' || (word === 'her' && isObject(text, end, terms[at + 1])))
			return at < NEAR && !(people[0] && people[0].start < start);
		if (stem !== '' && PLURAL.test(word) && !(capital && at > 0)) plural.push(at);
	}
	return false;
}

const isObject = (text: string, end: number, next: Term | undefined) =>
	!next || AFTER_OBJECT.has(next.word) || /^[.,;:!?]/.test(text.slice(end, end + 1));
