/** One event on two days: the same verb of the same people right beside two different days. */
import { REPORTING } from '../lexicon/reporting.ts';
import type { Day, Dispute } from '../types.ts';
import { type Claim, claimAt, closest, disputeOf, overlapOf, rivals, sharedOf, type Told } from './claims.ts';
import type { Statement } from './statements.ts';

/** All their words, each once: so many stand in both statements. */
const ALIKE = 0.6;
const FEWEST_SHARED = 3;
/** Terms before a day among which the word beside it is looked for: mostly its verb. */
const REACH = 12;
/** A word of saying among so many terms before a day: it is the day on which somebody said so. */
const SAID = 5;

interface DayClaim extends Claim {
	readonly day: Day;
	/** Stem of the last content word before the day that is no name. */
	readonly verb: string;
}

/** One dispute a story at most. */
export function disputedDays(told: Told, statements: readonly Statement[]): Dispute[] {
	const claims = statements.flatMap((statement) => claimIn(told, statement) ?? []);
	const byVerb = new Map<string, DayClaim[]>();
	for (const claim of claims) {
		const known = byVerb.get(claim.verb);
		if (known) known.push(claim);
		else byVerb.set(claim.verb, [claim]);
	}
	const found = [...byVerb.values()]
		.flatMap((list) => closest(list, (a, b) => compare(told, a, b)) ?? [])
		.sort((a, b) => b.common - a.common)[0];
	return found ? [disputeOf('the day', found.kind, found.pair)] : [];
}

function compare(told: Told, a: DayClaim, b: DayClaim): { common: number; kind: Dispute['kind'] } | null {
	if (a.day === b.day || !rivals(told, a.statement, b.statement)) return null;
	if (a.statement.denies !== b.statement.denies || mayBeOne(a, b)) return null;
	const common = overlapOf(a.statement.stems, b.statement.stems);
	return common < ALIKE || sharedOf(a.statement.stems, b.statement.stems) < FEWEST_SHARED
		? null
		: { common, kind: 'disagree' };
}

const isSaying = (word: string) => /^(?:speech|address)$/.test(REPORTING.get(word)?.kind ?? '');

const DAY = 86_400_000;

/** A bare weekday may mean the week before or after, and "yesterday" is off by one where the report was printed late. */
function mayBeOne(a: DayClaim, b: DayClaim): boolean {
	if ([a, b].every(({ value }) => /\d/.test(value))) return false;
	const apart = Math.abs(Date.parse(a.day) - Date.parse(b.day)) / DAY;
	const weekdays = [a, b].every(({ value }) => /day\b/i.test(value) && !/^(?:to|yester)day/i.test(value));
	return apart % 7 === 0 || (!weekdays && apart < 2);
}

/** A statement with one day in it, which is not the day on which somebody said so. */
function claimIn(told: Told, statement: Statement): DayClaim | null {
	if (statement.days.length !== 1) return null;
	const [{ start, end, day }] = statement.days as [Statement['days'][number]];
	const before = statement.terms.filter((term) => term.end <= start).slice(-REACH);
	const after = statement.terms.find((term) => term.start >= end);
	if ([...before.slice(-SAID), after].some((term) => term && isSaying(term.word))) return null;
	const verb = before.findLast(({ stem, capital }) => stem !== '' && !capital);
	if (!verb) return null;
	return claimAt(told, statement, start, end, { day, verb: verb.stem });
}
