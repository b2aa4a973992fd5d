/**
 * Months, weekdays, number words and units of time of English, as news prints them. Common knowledge, written for
 * this project; MIT like the rest.
 */

/** Every form of a month's name, lower case, without the full stop. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
	[
		['january', 'jan'],
		['february', 'feb', 'febr'],
		['march', 'mar'],
		['april', 'apr'],
		['may'],
		['june', 'jun'],
		['july', 'jul'],
		['august', 'aug'],
		['september', 'sept', 'sep'],
		['october', 'oct'],
		['november', 'nov'],
		['december', 'dec'],
	].flatMap((forms, index) => forms.map((form): [string, number] => [form, index + 1])),
);

/** Every form of a weekday, lower case, without the full stop; Monday is 1 as in ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
	[
		['monday', 'mon'],
		['tuesday', 'tue', 'tues'],
		['wednesday', 'wed'],
		['thursday', 'thu', 'thur', 'thurs'],
		['friday', 'fri'],
		['saturday', 'sat'],
		['sunday', 'sun'],
	].flatMap((forms, index) => forms.map((form): [string, number] => [form, index + 1])),
);
