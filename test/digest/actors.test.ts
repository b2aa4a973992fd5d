/** Whom the names of several articles mean: marked blocks, and how the work grows with a crowd. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkPersons } from '../../source/digest/names/link-persons.ts';
import type { Person } from '../../source/digest/names/person-groups.ts';
import { type PersonName, parsePerson, roleOf } from '../../source/digest/names/person-name.ts';
import { actorBlocks, bareActors, markActors } from '../marked-actors.ts';

const file = readFileSync(new URL('../cases/actors.txt', import.meta.url), 'utf8');

test.each(actorBlocks(file))('%s', (block) => {
	expect(markActors(bareActors(block))).toBe(block);
});

/** How often the last name of anybody is looked at. */
function looksAt(names: readonly string[]): number {
	let looks = 0;
	const watched = (printed: string): PersonName => {
		const name = parsePerson(printed);
		return {
			...name,
			get last() {
				looks++;
				return name.last;
			},
		};
	};
	const persons = names.map(
		(printed, at): Person => ({
			at,
			index: 0,
			printed,
			name: watched(printed),
			role: roleOf([]),
			gender: null,
			kin: false,
			reigning: false,
		}),
	);
	expect(linkPersons(persons, () => new Float32Array(names.length), null)).toHaveLength(names.length);
	return looks;
}

const SYLLABLES = ['bar', 'den', 'fil', 'gos', 'hum', 'kav', 'lor', 'mig', 'nup', 'pez', 'rus', 'tav', 'vil'];

/** Last names of which none sounds like another. */
const lastName = (at: number): string => {
	let name = '';
	for (let rest = at + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
		name += SYLLABLES[rest % SYLLABLES.length];
	return `${name[0]!.toUpperCase()}${name.slice(1)}`;
};

test.each([
	['one first name', (at: number) => `Maria ${lastName(at)}`],
	['one first and one middle name', (at: number) => `Maria Elena ${lastName(at)}`],
	['one first of two last names', (at: number) => `Ana${lastName(at).toLowerCase()} Ruiz ${lastName(at)}`],
])('a crowd of people with %s is not compared each with each', (_, nameAt) => {
	const crowd = (size: number) => Array.from({ length: size }, (_, at) => nameAt(at));
	expect(looksAt(crowd(2000)) / looksAt(crowd(500))).toBeLessThan(6);
});
