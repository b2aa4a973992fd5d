/**
 * Whose office a name stands for: every country has a Foreign Ministry, and an article about two countries prints the
 * same two words for both. The country stands before the name ("Russian", "Russia's") or behind it ("of Russia").
 */
import { COUNTRY_OF_ADJECTIVE, COUNTRY_OF_CAPITAL, COUNTRY_OF_NAME } from '../../lexicon/nations.ts';
import { OFFICE_NOUNS } from '../../lexicon/offices.ts';
import type { Span } from '../../types.ts';

export interface Owner {
	/** Key of the country. */
	readonly country: string;
	/** The office with its country, as printed. */
	readonly whole: Span;
}

const SMALL = /^(?:the|of|for|and|&)$/;
const SPELT: Readonly<Record<string, string>> = { defence: 'defense', labour: 'labor' };
const BEFORE = /(?:(\p{Lu}[\p{L}.]*)[ -])?(\p{Lu}[\p{L}.]*)(?:['’]s?)? $/u;
const BEHIND = /^ (?:of|in) (?:the )?(\p{Lu}[\p{L}.]*)(?: (\p{Lu}[\p{L}.]*))?/u;
/** How far away the country can stand. */
const REACH = 40;

/** null for names that tell by themselves whose they are, and where no country is told. */
export function ownerOf(text: string, { start, end }: Span, keys: readonly string[]): Owner | null {
	if (!keys.every((key) => SMALL.test(key) || OFFICE_NOUNS.has(SPELT[key] ?? key))) return null;
	const before = BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
	if (before) {
		const [printed, first, second] = before;
		const both = countryOf(`${first} ${second}`);
		const country = both ?? countryOf(second!);
		if (country) {
			const length = both ? printed.length : printed.length - (first ? first.length + 1 : 0);
			return { country, whole: { start: start - length, end } };
		}
	}
	const behind = BEHIND.exec(text.slice(end, end + REACH));
	if (!behind) return null;
	const [printed, first, second] = behind;
	const both = second ? countryOf(`${first} ${second}`) : null;
	const country = both ?? countryOf(first!);
	const length = both || !second ? printed.length : printed.length - second.length - 1;
	return country ? { country, whole: { start, end: end + length } } : null;
}

function countryOf(printed: string): string | null {
	const word = printed.toLowerCase();
	for (const key of [word, word.replaceAll('.', '')])
		for (const known of [COUNTRY_OF_ADJECTIVE, COUNTRY_OF_NAME, COUNTRY_OF_CAPITAL]) {
			const country = known.get(key);
			if (country !== undefined) return country;
		}
	return null;
}
