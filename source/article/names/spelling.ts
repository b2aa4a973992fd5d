/** How alike two spellings of a name are: transliterations, accents, misprints. */
import { LETTERS } from '../../lexicon/letters.ts';
import { keyOf } from '../tokens.ts';

/** Spellings that one name gets on its way into Latin letters, in the order they are applied. */
const SPELLINGS: readonly (readonly [printed: RegExp, folded: string])[] = [
	[/tsch|tch/g, 'ch'],
	[/sch/g, 'sh'],
	[/^tsi/, 'ti'],
	[/ousk/, 'ovsk'],
	[/enka$/, 'enko'],
	[/^ye(?=[^aeiou]{1,2}[aeiou])/, 'e'],
	[/shch/g, 'sh'],
	[/(?<=[aeiou])(?:y|i)?ev$/, 'ev'],
	[/ue/g, 'u'],
	[/oe/g, 'o'],
	[/ae/g, 'a'],
	[/ou|oo/g, 'u'],
	[/ee/g, 'i'],
	[/kh|ck|q/g, 'k'],
	[/gh/g, 'g'],
	[/dh/g, 'd'],
	[/th(?=[aeiou]|$)/g, 't'],
	[/ph/g, 'f'],
	[/ks/g, 'x'],
	[/w/g, 'v'],
	[/ff$/, 'v'],
	[/([eao])y(?=$|[^aeiou])/g, '$1i'],
	[/(?:iy|yi|yy|ii|ij|y)$/, 'i'],
	[/y(?=[^aeiou])/g, 'i'],
	[/j/g, 'y'],
	[/iy(?=[aeou])/g, 'y'],
	[/i(?=[aou])/g, 'y'],
	[/([a-z])\1+/g, '$1'],
];

/** Equal for the spellings of one name: Zelensky, Zelenskyy, Zelenskiy; Gaddafi, Ghaddafi. */
export function foldName(printed: string): string {
	const small = keyOf(printed).replace(/[^a-z]/g, (sign) => LETTERS.get(sign) ?? (sign === '.' ? '' : sign));
	return SPELLINGS.reduce((name, [from, to]) => name.replace(from, to), small);
}

/**
 * Equal also for spellings that differ in how another script's short vowels and throat sounds are heard: Hasan Rohani,
 * Hassan Rouhani. Too loose for names at home in Latin letters.
 */
export function foldForeign(printed: string): string {
	return foldName(printed)
		.replace(/^kh?(?=[ao])|^g(?=[ao])/, 'k')
		.replace(/(?<=.)e/g, 'i')
		.replace(/o/g, 'u')
		.replace(/([a-z])\1+/g, '$1');
}

/** The consonants that are heard; a first vowel is an a. */
export function consonants(printed: string): string {
	return foldName(printed)
		.replace(/c(?=[eiy])/g, 's')
		.replace(/c(?!h)/g, 'k')
		.replace(/z/g, 's')
		.replace(/v|f|b(?=v)/g, 'f')
		.replace(/^[aeiou]/, 'A')
		.replace(/[aeiouyh]/g, '')
		.replace(/(.)\1+/g, '$1');
}

/** Jaro-Winkler: 1 for equal words, 0 for words that share nothing. */
export function resemblance(a: string, b: string): number {
	if (a === b) return 1;
	const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
	const taken = new Set<number>();
	const shared: string[] = [];
	for (let i = 0; i < a.length; i++) {
		for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
			if (taken.has(j) || a[i] !== b[j]) continue;
			taken.add(j);
			shared.push(a[i]!);
			break;
		}
	}
	if (shared.length === 0) return 0;
	const other = [...taken].sort((x, y) => x - y).map((j) => b[j]);
	const swapped = shared.filter((letter, index) => letter !== other[index]).length / 2;
	const jaro =
		(shared.length / a.length + shared.length / b.length + (shared.length - swapped) / shared.length) / 3;
	let start = 0;
	while (start < 4 && start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
	return jaro + start * 0.1 * (1 - jaro);
}
