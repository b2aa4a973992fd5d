/** Whose clause a verb without a subject of its own leans on: the main clause's, the nearest one's, the next one's. */
import { SUBORDINATING } from '../../lexicon/clauses.ts';
import { AUXILIARIES } from '../../lexicon/words.ts';
import { isVerbAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectBefore } from './subjects.ts';

/** The subject of the unit's first finite verb before `before`: what "adding" and "saying" lean on. */
export function subjectOfMainClause(tokens: readonly Token[], before: number, floor = 0): Subject | null {
	let first: Subject | null = null;
	for (let i = floor + 1, tried = 0; i < before && tried < 6; i++) {
		if (!isVerbAt(tokens, i)) continue;
		const subject = subjectBefore(tokens, i, floor);
		if (!subject || isExpletive(tokens, subject)) continue;
		if (!isSubordinate(tokens, subject)) return subject;
		tried++;
		first ??= subject;
	}
	return first;
}

/** "when he lost", "the man who left": a clause inside another one. */
const isSubordinate = (tokens: readonly Token[], { from, meant }: Subject) =>
	meant !== undefined || (from > 0 && SUBORDINATING.has(tokens[from - 1]!.lower));

/** "it", "this": can be a subject, seldom speaks. */
const isExpletive = (tokens: readonly Token[], { kind, head }: Subject) =>
	kind === 'pronoun' && /^(?:it|this|that|these|those)$/.test(tokens[head]!.lower);

/** The subject of the nearest finite verb left of `before`: what "and said" leans on. */
export function subjectOfClauseBefore(tokens: readonly Token[], before: number, floor = 0): Subject | null {
	let nearest: Subject | null = null;
	for (let i = before - 1, steps = 0; i > floor && steps < 60; i--, steps++) {
		if (!isVerbAt(tokens, i) || AUXILIARIES.has(tokens[i - 1]?.lower ?? '')) continue;
		const subject = subjectBefore(tokens, i, floor);
		if (!subject || isExpletive(tokens, subject)) continue;
		if (!isSubordinate(tokens, subject)) return subject;
		nearest ??= subject;
	}
	return nearest;
}

/** The subject of the first finite verb from `from` on. */
export function subjectOfClauseAfter(tokens: readonly Token[], from: number): Subject | null {
	for (let i = from + 1; i < tokens.length && i - from < 60; i++) {
		if (!isVerbAt(tokens, i)) continue;
		const subject = subjectBefore(tokens, i, from);
		if (subject) return subject;
	}
	return null;
}
