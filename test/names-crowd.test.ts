import { expect, test } from 'vitest';
import { Crowd, keysOfGiven } from '../source/digest/names/crowd.ts';
import { linkPersons } from '../source/digest/names/link-persons.ts';
import { parsePerson, roleOf } from '../source/digest/names/person-name.ts';
import { samePerson } from '../source/digest/names/same-person.ts';

const GIVEN = [
	...['Joseph', 'Joe', 'Joseph R.', 'J.', 'J. R.', 'J. Robert', 'Robert', 'Rob', 'Bob', 'Tom Robert'],
	...['Sergei', 'Sergey', 'Serhii', 'Hasan', 'Hassan', 'Mohammed', 'Muhammad', 'Kasim', 'Qassem', 'Gamal'],
	...[
		'Jamal',
		'Jean',
		'Jean-Claude',
		'Claude',
		'Jong Un',
		'Jong-un',
		'Jongun',
		'Abdel Fattah',
		'Abdul Fatah',
	],
	...['Fattah', 'Paul', 'Paula', 'Marta', 'Martha', 'Ana', 'Anna', 'Hanna', 'Catherine', 'Kathryn', 'Kate'],
	...['Ana Tarvo', 'Tarvo', 'Luis Miguel', 'Miguel', 'Ben', 'Al', 'Al Ben', 'Stefan', 'Stephan', 'Stephen'],
];
const crowdOf = (last: string) => [
	...Array.from({ length: 40 }, (_, at) => `Quo${'bdfgklmnprst'[at % 12]}a${'aeiou'[at % 5]}x${at} ${last}`),
	...GIVEN.map((given) => `${given} ${last}`),
];

test.each(['Osgood', 'al-Tayyib', 'Hart-Boone', 'Tarvik Osgood'])('a crowd of %s hides nobody', (last) => {
	const names = crowdOf(last).map(parsePerson);
	const crowd = new Crowd<number>(keysOfGiven());
	names.forEach((name, at) => {
		crowd.add(at, name);
	});
	for (const [at, name] of names.entries()) {
		const near = new Set(crowd.near(name));
		const agreeing = names.flatMap((other, there) =>
			['same', 'likely'].includes(samePerson(other, name)) && other.last === name.last ? [there] : [],
		);
		expect(agreeing.filter((there) => !near.has(there))).toEqual([]);
		if (at === 0) expect(near.size).toBeLessThan(names.length / 2);
	}
});

test('persons of a crowd are joined as they are among few', () => {
	const groupsOf = (printed: readonly string[]) =>
		linkPersons(
			printed.map((name, at) => ({
				at,
				index: 0,
				printed: name,
				name: parsePerson(name),
				role: roleOf([]),
				gender: null,
				kin: false,
				reigning: false,
			})),
			() => new Float32Array(printed.length),
			null,
		)
			.map(({ joined }) => joined.map(({ person }) => person.printed))
			.filter((names) => names.some((name) => few.includes(name)))
			.sort();
	const few = [
		'Joseph R. Osgood',
		'Joe Osgood',
		'Sergei Osgood',
		'Sergey Osgood',
		'Paul Osgood',
		'Paula Osgood',
	];
	expect(groupsOf(few)).toEqual([
		['Joseph R. Osgood', 'Joe Osgood'],
		['Paul Osgood'],
		['Paula Osgood'],
		['Sergei Osgood', 'Sergey Osgood'],
	]);
	const strangers = crowdOf('Osgood').slice(0, 40);
	expect(groupsOf([...strangers, ...few])).toEqual(groupsOf(few));
});
