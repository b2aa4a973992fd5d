/** Yes here and no there: the same act of the same people told with and without "not", or with two opposite verbs. */
import { DENYING, OPPOSITES } from '../lexicon/opposites.ts';
import type { Dispute } from '../types.ts';
import { claimAt, disputeOf, overlapOf, rivals, sharedOf, type Told } from './claims.ts';
import type { Statement } from './statements.ts';
import { stemOf, type Term } from './terms.ts';

/** All their words, each once: so many stand in both statements, apart from what makes them opposites. */
const ALIKE = 0.65;
const FEWEST_SHARED = 3;
/** Statements of a story that are looked at, and disputes of this kind that are shown. */
const COMPARED = 800;
const SHOWN = 3;

/** Word → the number of its pair of opposites and the side it stands on. */
const SIDES: ReadonlyMap<string, readonly (readonly [pair: number, side: number])[]> = (() => {
	const sides = new Map<string, (readonly [number, number])[]>();
	OPPOSITES.forEach((pair, number) => {
		pair.forEach((words, side) => {
			for (const word of words) sides.set(word, [...(sides.get(word) ?? []), [number, side]]);
		});
	});
	return sides;
})();

/** A word of a statement that makes it the opposite of another. */
interface Turn {
	readonly statement: Statement;
	/** Index into its terms: the verb. */
	readonly at: number;
	/** What it is compared by: the pair of opposites, or the verb with and without "not". */
	readonly key: string;
	readonly side: number;
}

export function disputedActs(told: Told, statements: readonly Statement[]): Dispute[] {
	const read = statements.slice(0, COMPARED);
	const turns = read.flatMap(turnsIn);
	const negated = new Set(turns.filter(({ side }) => side === -1).map(({ key }) => key));
	// Only verbs that somebody negates are looked for without the "not".
	const all = [...turns, ...read.flatMap((statement) => assertedIn(statement, negated))];
	const byKey = new Map<string, Turn[]>();
	for (const turn of all) {
		const known = byKey.get(turn.key);
		if (known) known.push(turn);
		else byKey.set(turn.key, [turn]);
	}
	const found: { readonly pair: readonly [Turn, Turn]; readonly alike: number }[] = [];
	for (const list of byKey.values()) {
		let best: { readonly pair: readonly [Turn, Turn]; readonly alike: number } | null = null;
		for (const [at, b] of list.entries())
			for (const a of list.slice(0, at)) {
				if (a.side === b.side || !rivals(told, a.statement, b.statement)) continue;
				const alike = alikeness(a, b);
				if (alike > (best?.alike ?? 0)) best = { pair: [a, b], alike };
			}
		if (best) found.push(best);
	}
	return found
		.sort((a, b) => b.alike - a.alike)
		.slice(0, SHOWN)
		.map(({ pair }) =>
			disputeOf(
				'whether it is so',
				'disagree',
				pair.map(({ statement, at, side }) => {
					const { terms } = statement;
					const first = side === -1 ? Math.max(0, negationBefore(statement, at) - 1) : at;
					return claimAt(told, statement, terms[first]!.start, terms[at]!.end, {});
				}),
			),
		);
}

function turnsIn(statement: Statement): Turn[] {
	const { terms } = statement;
	const negations = terms.filter(({ word }) => DENYING.has(word)).length;
	if (negations > 1) return [];
	return terms.flatMap((term, at): Turn[] => {
		if (term.stem === '') return [];
		if (negations === 1)
			return negationBefore(statement, at) === -1
				? []
				: [{ statement, at, key: `not ${term.stem}`, side: -1 }];
		return (SIDES.get(term.word) ?? []).map(([pair, side]) => ({ statement, at, key: `${pair}`, side }));
	});
}

function assertedIn(statement: Statement, negated: ReadonlySet<string>): Turn[] {
	if (statement.denies) return [];
	return statement.terms.flatMap(({ stem }, at) =>
		stem !== '' && negated.has(`not ${stem}`) ? [{ statement, at, key: `not ${stem}`, side: 1 }] : [],
	);
}

/** The "not" that stands before this term with no other content word between; -1 for none. */
function negationBefore({ terms }: Statement, at: number): number {
	for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
		if (DENYING.has(terms[i]!.word)) return i;
		if (terms[i]!.stem !== '') return -1;
	}
	return -1;
}

/** 0 when the two do not speak of one act of the same people. */
function alikeness(a: Turn, b: Turn): number {
	const [one, other] = [a, b].map(({ statement, at }) =>
		statement.stems.filter((stem) => stem !== statement.terms[at]!.stem),
	) as [string[], string[]];
	if (sharedOf(one, other) < FEWEST_SHARED) return 0;
	if (subjectOf(a) !== subjectOf(b) && openingOf(a) !== openingOf(b)) return 0;
	const alike = overlapOf(one, other);
	return alike < ALIKE ? 0 : alike;
}

const subjectOf = ({ statement: { terms }, at }: Turn) => lastContent(terms.slice(0, at)) ?? '<';

function lastContent(terms: readonly Term[]): string | undefined {
	return terms.findLast(({ stem }) => stem !== '' && stem !== stemOf('not'))?.stem;
}

const openingOf = ({ statement: { stems } }: Turn) => stems[0];
