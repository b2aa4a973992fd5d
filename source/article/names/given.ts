/** Whether two given names are one: Joe and Joseph, Sergei and Sergey, Hasan and Hassan; never Paul and Paula. */
import { GIVEN_NAME_GROUPS, GIVEN_NAMES_OF_OTHER_SCRIPTS } from '../../lexicon/given-names.ts';
import { foldForeign, foldName } from './spelling.ts';

/** Two whole names, in small letters without accents; initials are another question. */
export function isOneGivenName(a: string, b: string): boolean {
	if (a === b) return true;
	const groups = GIVEN_NAME_GROUPS.get(a);
	if (groups && GIVEN_NAME_GROUPS.get(b)?.some((group) => groups.includes(group))) return true;
	const fold = isForeign(a) || isForeign(b) ? foldForeign : foldName;
	return fold(a) === fold(b) && !isFeminine(a, b);
}

/** Initials agree with what they begin. */
export const givenAgree = (a: string, b: string): boolean =>
	a.length === 1 || b.length === 1 ? a[0] === b[0] : isOneGivenName(a, b);

const isForeign = (name: string) => GIVEN_NAMES_OF_OTHER_SCRIPTS.has(name);

/** Petrov and Petrova, Paul and Paula, Daniel and Danielle: two people. */
export function isFeminine(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return (
		(long.startsWith(short) &&
			/^(?:a|e|ia|ya|ina|ine|le|la|el|ele|et|ete|eta)$/.test(long.slice(short.length))) ||
		(/o$/.test(short) && long === `${short.slice(0, -1)}a`) ||
		(long.slice(0, -1) === short.slice(0, -1) && /[oi]a|ao/.test(short.at(-1)! + long.at(-1)!)) ||
		(/(?:i|y)$/.test(short) && /aya$/.test(long) && long.startsWith(short.slice(0, -1)))
	);
}
