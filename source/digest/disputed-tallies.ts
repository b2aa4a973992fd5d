/** Votes, scores and terms in prison: one pair of numbers, or one length of time, for one ballot, one game, one convict. */
import { NUMBERS } from '../lexicon/calendar.ts';
import { TALLIES, type Tally } from '../lexicon/matters.ts';
import type { Dispute } from '../types.ts';
import {
	type Claim,
	claimAt,
	closest,
	commonOf,
	disputeOf,
	farApart,
	independent,
	sharedOf,
	type Told,
} from './claims.ts';
import type { Statement } from './statements.ts';
import { namesApart, peopleApart, type Substance, substanceOf } from './substance.ts';
import { stemOf } from './terms.ts';

const COMMON = 0.5;
const FEWEST_SHARED = 2;
const FEWEST_UNNAMED = 3;
/** Characters of a statement that are looked at. */
const READ = 1000;

interface TallyClaim extends Claim {
	readonly tally: Tally;
	readonly told: string;
	readonly substance: Substance;
	/** Which of the bodies and courts that may decide on one thing it names. */
	readonly body: string | null;
}

/** One dispute of each sort at most. */
export function disputedTallies(told: Told, statements: readonly Statement[]): Dispute[] {
	const claims = statements.flatMap((statement) => claimIn(told, statement) ?? []);
	return TALLIES.flatMap((tally) => {
		const found = closest(
			claims.filter((claim) => claim.tally === tally),
			(a, b) => compare(told, a, b),
		);
		return found ? [disputeOf(tally.about, 'disagree', found.pair)] : [];
	});
}

function compare(told: Told, a: TallyClaim, b: TallyClaim): { common: number; kind: 'disagree' } | null {
	if (a.told === b.told || !independent(told, a.statement, b.statement)) return null;
	if (farApart(told, a.statement, b.statement)) return null;
	if (namesApart(a.substance, b.substance)) return null;
	if (a.body !== null && b.body !== null && a.body !== b.body) return null;
	if (peopleApart(a.substance, b.substance)) return null;
	const [one, other] = [a, b].map(({ substance }) =>
		substance.stems.filter((stem) => !/^\d/.test(stem) && !NUMBERS.has(stem) && stem !== VOTE),
	) as [string[], string[]];
	const common = commonOf(one, other);
	const shared = sharedOf(one, other);
	const named =
		sharedOf(a.substance.names, b.substance.stems) + sharedOf(b.substance.names, a.substance.stems) > 0;
	// Where nobody is named all else must be the same.
	if (!named && (!a.tally.unnamed || common < 1 || shared < FEWEST_UNNAMED)) return null;
	return common < COMMON || shared < FEWEST_SHARED ? null : { common, kind: 'disagree' };
}

/** A statement that tells one tally and no other. */
function claimIn(told: Told, statement: Statement): TallyClaim | null {
	const { text } = told.articles[statement.article]!;
	const part = text.slice(statement.start, Math.min(statement.end, statement.start + READ));
	for (const tally of TALLIES) {
		if (!tally.told.test(part) || /\bnot\b|n['’]t\b/.test(part) || tally.never.test(part)) continue;
		const [found, second] = [...part.matchAll(tally.shape)];
		if (!found || second) continue;
		const numbers = found.slice(1).flatMap((word) => (word === undefined ? [] : [numberOf(word)]));
		if (numbers.some(Number.isNaN)) continue;
		const start = statement.start + found.index;
		return claimAt(told, statement, start, start + found[0].length, {
			tally,
			told: tally.read(numbers, found[0]),
			substance: substanceOf(told, statement),
			body: BODY.exec(part)?.[0].toLowerCase() ?? null,
		});
	}
	return null;
}

/** What every vote is. */
const VOTE = stemOf('votes');

const BODY =
	/\b(?:(?:upper|lower) (?:house|chamber)|semi-?finals?|quarter-?finals?|house|senate|committee|council|cabinet|assembly|commission|board|jury|court of appeal|supreme court)\b/i;

const numberOf = (word: string): number => NUMBERS.get(word.toLowerCase()) ?? Number(word);
