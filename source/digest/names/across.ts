/** Who of one window of an archive is who of another: told by names and titles alone, and never two of one window. */

import { isReigning } from '../../article/names/bearers.ts';
import type { Article, JoinReason, Kind, Problem } from '../../types.ts';
import type { Tally } from '../actors.ts';
import { type Apart, type Correction, type Corrections, corrected, keyOfPrinted } from '../corrections.ts';
import { type Followed, type Member, refusal } from './as-told.ts';
import { linkBodies, linkPlaces } from './link-bodies.ts';
import { linkPersons } from './link-persons.ts';
import type { Kinship, Person } from './person-groups.ts';
import { parsePerson, roleOf } from './person-name.ts';

export interface OfPart extends Tally {
	readonly name: string;
	readonly part: number;
}

/** A tally by its number, and how it came to the others of its group. */
export interface Came extends Pick<Member, 'at' | 'reason' | 'line'> {}

export interface Across {
	/** Each tally once; in the order of their first. */
	readonly groups: readonly (readonly Came[])[];
	/** Of corrections that join whoever stands in different parts. */
	readonly followed: readonly Followed[];
	/** Corrections that cannot be followed. */
	readonly problems: readonly Problem[];
}

export function bearersAcross(
	tallies: readonly OfPart[],
	corrections: Corrections,
	articles: readonly Article[],
): Across {
	const parts = new Set(tallies.map(({ part }) => part));
	if (parts.size < 2)
		return {
			groups: tallies.map((_, at) => [{ at, reason: 'first met', line: null }]),
			followed: [],
			problems: [],
		};
	const told = toldOf(tallies, corrections, articles);
	const [row, nobody] = [new Float32Array(tallies.length), { line: 0 } as Correction];
	const unrelated: Kinship = () => row;
	const apart: Apart = (a, b) =>
		tallies[a.at]!.part === tallies[b.at]!.part ? nobody : told.apart(a.at, b.at);
	const ofKind = (kind: Kind) => [...tallies.keys()].filter((at) => tallies[at]!.kind === kind);
	const body = (at: number) => ({ at, index: 0, printed: tallies[at]!.name });
	const groups = [
		...linkPersons(
			ofKind('person').map((at) => personOf(tallies[at]!, at)),
			unrelated,
			apart,
			({ at }) => tallies[at]!.articles.length,
		).map(({ joined }) => joined.map(({ person, reason }) => came(person, reason))),
		...linkBodies(ofKind('organisation').map(body), unrelated, apart).map(({ joined }) =>
			joined.map(({ body, reason }) => came(body, reason)),
		),
		...linkPlaces(ofKind('place').map(body), apart).map(({ joined }) =>
			joined.map(({ body, reason }) => came(body, reason)),
		),
	];
	const held = told.joined(groups);
	return {
		...held,
		groups: held.groups
			.map((group) => [...group].sort((a, b) => a.at - b.at))
			.sort((a, b) => a[0]!.at - b[0]!.at),
	};
}

const came = ({ at }: { readonly at: number }, reason: JoinReason): Came => ({ at, reason, line: null });

function personOf({ name: printed, roles, genders, kin }: OfPart, at: number): Person {
	const role = roleOf(roles.map(({ text }) => text));
	return {
		at,
		index: 0,
		printed,
		name: parsePerson(printed),
		role,
		gender: genders.length === 1 ? genders[0]! : null,
		kin,
		reigning: isReigning(role.heads),
	};
}

/** What the reader says of names, as far as their bearers stand in different parts. */
function toldOf(tallies: readonly OfPart[], corrections: Corrections, articles: readonly Article[]) {
	const { same, different, means } = corrected(corrections, articles);
	const numbers = new Map(articles.map(({ id }, at) => [id, at]));
	const keys = tallies.map(
		({ names, forms }) => new Set([...names, ...forms].map(([name]) => keyOfPrinted(name))),
	);
	const isMeant = (correction: Correction, side: 'a' | 'b', at: number) =>
		keys[at]!.has(correction[side].key) &&
		tallies[at]!.articles.some((id) =>
			means(correction, side, { at: numbers.get(id)!, printed: correction[side].printed }),
		);
	const apart = (a: number, b: number): Correction | null =>
		different.find(
			(one) =>
				(isMeant(one, 'a', a) && isMeant(one, 'b', b)) || (isMeant(one, 'a', b) && isMeant(one, 'b', a)),
		) ?? null;
	const joined = (groups: readonly (readonly Came[])[]): Across => {
		const problems: Problem[] = [];
		const followed: Followed[] = [];
		let held = groups;
		for (const one of same) {
			const bearing = (group: readonly Came[]) =>
				group.some(({ at }) => isMeant(one, 'a', at) || isMeant(one, 'b', at));
			// Whoever is told first stays what they are.
			const isFirst = (group: readonly Came[]) => group.some(({ at }) => isMeant(one, 'a', at));
			const [first, ...others] = held.filter(bearing).sort((x, y) => Number(isFirst(y)) - Number(isFirst(x)));
			if (!first) continue;
			const whoever = [...first, ...others.flat()];
			const against = others.length === 0 ? null : keptApart(whoever, apart);
			if (against) {
				problems.push(refusal(one, against, corrections.file));
				followed.push({ correction: one, how: 'kept apart', by: against.line });
				continue;
			}
			followed.push({ correction: one, how: others.length > 0 ? 'joined' : 'already one', by: null });
			if (others.length === 0) continue;
			const moved = others.flat().map(({ at }): Came => ({ at, reason: 'corrected', line: one.line }));
			held = [...held.filter((group) => !bearing(group)), [...first, ...moved]];
		}
		return { groups: held, followed, problems };
	};
	return { apart, joined };
}

/** The correction that keeps any two apart. */
function keptApart(
	bearers: readonly Came[],
	apart: (a: number, b: number) => Correction | null,
): Correction | null {
	for (const [nth, { at }] of bearers.entries())
		for (const { at: other } of bearers.slice(nth + 1)) {
			const against = apart(at, other);
			if (against) return against;
		}
	return null;
}
