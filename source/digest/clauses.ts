/** A sentence that states two facts, cut between them. Only where each half has its own subject and can be read alone. */
import { REPORTING } from '../lexicon/reporting.ts';
import type { Span } from '../types.ts';

/** Fewer words than this on either side are no fact of their own. */
const FEWEST = 6;

/** Where a second main clause begins: the joint is left out of both halves. */
const JOINTS =
	/;\s+|,\s+(?:while|whereas)\s+(?!\p{Ll}+ing\b)|,\s+(?:and|but)\s+(?=(?:the|an?|its|his|her|their|two|three|some|many|several|\d[\d,.]*|\p{Lu}[\p{L}.'’-]*)\s+(?:[\p{L}\p{N}.,'’%$-]+\s+){0,5}?(?:was|were|is|are|has|have|had|will|would|could|did|does)\s)/gu;

/** In marks, in brackets, or told by somebody: what holds for one half may hold for the other. */
const BOUND =
	/["“”„«»()[\]]|\baccording to\b|^(?:if|when|although|though|because|as|since|after|before|while|whereas|unless|whether|both|either|neither)\b|\b(?:whether|both|either|neither|between)\b/iu;

/** The sentence whole, or its halves in order. Linear. */
export function clausesOf(text: string, sentence: Span): Span[] {
	const part = text.slice(sentence.start, sentence.end);
	// Most sentences have none.
	const joints = [...part.matchAll(JOINTS)];
	if (joints.length === 0 || BOUND.test(part) || isTold(part)) return [sentence];
	const clauses: Span[] = [];
	let start = 0;
	for (const joint of joints) {
		if (wordsIn(part.slice(start, joint.index)) < FEWEST) return [sentence];
		clauses.push({ start: sentence.start + start, end: sentence.start + joint.index });
		start = joint.index + joint[0].length;
	}
	if (wordsIn(part.slice(start)) < FEWEST) return [sentence];
	return [...clauses, { start: sentence.start + start, end: sentence.end }];
}

const wordsIn = (part: string) => part.split(/\s+/).filter((word) => word !== '').length;

/** "Police said": who says the first half may say the second. */
function isTold(part: string): boolean {
	return (part.match(/\p{L}+/gu) ?? []).some((word) => {
		const form = REPORTING.get(word.toLowerCase());
		return form !== undefined && /^(?:speech|address|mind)$/.test(form.kind);
	});
}
