/** Who of one window of an archive is who of another: told by names and titles alone, and never two of one window. */

import { isReigning } from '../../article/names/bearers.ts';
import type { Article, Kind } from '../../types.ts';
import type { Tally } from '../actors.ts';
import { type Apart, type Correction, type Corrections, corrected, keyOfPrinted } from '../corrections.ts';
import { linkBodies, linkPlaces } from './link-bodies.ts';
import { linkPersons } from './link-persons.ts';
import type { Kinship, Person } from './person-groups.ts';
import { parsePerson, roleOf } from './person-name.ts';

export interface OfPart extends Tally {
	readonly name: string;
	readonly part: number;
}

/** Groups of tallies by number, each once; in the order of their first. */
export function bearersAcross(
	tallies: readonly OfPart[],
	corrections: Corrections,
	articles: readonly Article[],
): number[][] {
	const parts = new Set(tallies.map(({ part }) => part));
	if (parts.size < 2) return tallies.map((_, at) => [at]);
	const told = toldOf(tallies, corrections, articles);
	const [row, nobody] = [new Float32Array(tallies.length), { line: 0 } as Correction];
	const unrelated: Kinship = () => row;
	const apart: Apart = (a, b) =>
		tallies[a.at]!.part === tallies[b.at]!.part ? nobody : told.apart(a.at, b.at) ? nobody : null;
	const ofKind = (kind: Kind) => [...tallies.keys()].filter((at) => tallies[at]!.kind === kind);
	const body = (at: number) => ({ at, index: 0, printed: tallies[at]!.name });
	const groups = [
		...linkPersons(
			ofKind('person').map((at) => personOf(tallies[at]!, at)),
			unrelated,
			apart,
			({ at }) => tallies[at]!.articles.length,
		).map(({ joined }) => joined.map(({ person }) => person.at)),
		...linkBodies(ofKind('organisation').map(body), unrelated, apart).map(({ joined }) =>
			joined.map((one) => one.body.at),
		),
		...linkPlaces(ofKind('place').map(body), apart).map(({ joined }) => joined.map((one) => one.body.at)),
	];
	return told
		.joined(groups)
		.map((group) => group.sort((a, b) => a - b))
		.sort((a, b) => a[0]! - b[0]!);
}

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
	return {
		apart: (a: number, b: number) =>
			different.some(
				(one) =>
					(isMeant(one, 'a', a) && isMeant(one, 'b', b)) || (isMeant(one, 'a', b) && isMeant(one, 'b', a)),
			),
		joined: (groups: number[][]) =>
			same.reduce((held, one) => {
				const bearing = (group: readonly number[]) =>
					group.some((at) => isMeant(one, 'a', at) || isMeant(one, 'b', at));
				const taken = held.filter(bearing);
				return taken.length < 2 ? held : [...held.filter((group) => !bearing(group)), taken.flat()];
			}, groups),
	};
}
