/** What reports tell differently. Better to miss a contradiction than to accuse two reports that agree. */
import type { Article, Dispute } from '../types.ts';
import type { Told } from './claims.ts';
import { disputedActs } from './disputed-acts.ts';
import { disputedDays } from './disputed-days.ts';
import { disputedFigures } from './disputed-figures.ts';
import { disputedAges, disputedRoles } from './disputed-roles.ts';
import { disputedTallies } from './disputed-tallies.ts';
import type { Voices } from './points.ts';
import type { Statement } from './statements.ts';

/** What is looked for, in the order in which a story lists it. */
const KINDS: readonly ((told: Told, statements: readonly Statement[]) => Dispute[])[] = [
	disputedFigures,
	disputedTallies,
	disputedDays,
	disputedActs,
	disputedRoles,
	disputedAges,
];

export function disputesOf(
	articles: readonly Article[],
	statements: readonly Statement[],
	voiceOf: Voices,
): Dispute[] {
	// Nobody disputes with themselves.
	if (articles.length < 2) return [];
	const told: Told = { articles, voiceOf, substances: new Map() };
	return KINDS.flatMap((find) => find(told, statements));
}
