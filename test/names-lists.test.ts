import { expect, test } from 'vitest';
import { HAPPENINGS } from '../source/lexicon/happenings.ts';
import lists from '../source/lexicon/names.json' with { type: 'json' };
import { ORGANISATIONS } from '../source/lexicon/organisations.ts';
import { CITIES, COUNTRIES, PEOPLES, REGIONS, STATES } from '../source/lexicon/places.ts';

const LISTS = { HAPPENINGS, ORGANISATIONS, CITIES, COUNTRIES, PEOPLES, REGIONS, STATES };

test.each(Object.entries(LISTS))('%s has no entry twice', (_, list) => {
	expect(list.filter((entry, at) => list.indexOf(entry) !== at)).toEqual([]);
});

test('by hand stands no city that the list of large cities has', () => {
	const large = new Set(lists.cities.split('|'));
	expect(CITIES.filter((city) => large.has(city))).toEqual([]);
});
