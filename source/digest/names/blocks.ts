/** Under which keys candidates for one person are sought: few, so that whole crowds of one first name are not compared. */
import { consonants, foldForeign, foldName } from '../../article/names/spelling.ts';
import { PARTICLES } from '../../lexicon/given-names.ts';
import type { PersonName } from './person-name.ts';

/** "Son of", "daughter of". */
export const FATHERS = /^(?:bin|ibn|bint)$/;

/** Shorter last names agree in their letters, never merely by how they sound. */
export const LEAST_HEARD = 5;

export interface Blocks {
	/** Under which keys the name is kept. */
	readonly kept: ReadonlySet<string>;
	/** Under which keys those are kept who can be the same person. */
	readonly sought: ReadonlySet<string>;
}

/**
 * Each key is one way in which `samePerson` lets two names agree: where none of those sought is kept, they cannot be one
 * person's. A first name alone is none of them.
 */
export function blocksOf({ last, folded, sound, words, halves }: PersonName): Blocks {
	const both = new Set([`last ${folded}`]);
	if (folded.length >= LEAST_HEARD) both.add(`sound ${sound}`).add(`heard ${consonants(foldForeign(last))}`);
	// The end of a longer name, and either half of a double one.
	for (const part of [...words.slice(-1), ...halves]) both.add(`last ${foldName(part)}`);
	if (words.length === 2) both.add(`turned ${[...words].sort().join(' ')}`);
	// "Omar bin Khalid" and "Omar bin Khalid al-Tayyib".
	if (words.length > 2 && FATHERS.test(words[1]!)) both.add(`father ${consonants(words[2]!)}`);
	const kept = new Set(both);
	const sought = new Set(both);
	// The second of two surnames left out: the shorter name and the longer one, never two of the longer ones.
	if (words.length > 1) {
		kept.add(`whole ${words.join(' ')}`);
		sought.add(`begins ${words.join(' ')}`);
	}
	const own = words.filter((word) => !PARTICLES.has(word));
	// "Moreth" may be Gudrun Moreth Rist; whether it is, is asked of bare names alone.
	if (own.length === 1) sought.add(`surname ${own[0]}`);
	for (const word of own.slice(1, -1)) if (word.length > 1) kept.add(`surname ${word}`);
	for (const dropped of halves.length > 0 ? [1, 2] : [1]) {
		if (own.length < dropped + 2) continue;
		const beginning = own.slice(0, -dropped).join(' ');
		kept.add(`begins ${beginning}`);
		sought.add(`whole ${beginning}`);
	}
	return { kept, sought };
}
