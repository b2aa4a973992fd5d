/** Those kept under one key: all of them, or, of a crowd of one last name, those whose given names could agree. */
import { consonants, foldForeign } from '../../article/names/spelling.ts';
import { GIVEN_NAME_GROUPS } from '../../lexicon/given-names.ts';
import type { PersonName } from './person-name.ts';

/** So many are compared each with each; more are sought by given name. */
const FEW = 32;

interface Keys {
	/** Under which one is kept, and under which one looks for others. */
	readonly kept: ReadonlySet<string>;
	readonly sought: ReadonlySet<string>;
}

/**
 * Given names agree where the first of one is one with any of the other, where one is an initial, or where they are the
 * same letters in all: two names that `samePerson` joins by their last names share a key. Not told for a bare name.
 */
export function givenKeysOf({ given, words }: PersonName, keysOf: (word: string) => readonly string[]): Keys {
	const first = keysOf(given[0]!);
	const any = new Set([...given, ...words.slice(0, -1)].flatMap(keysOf));
	const letter = given[0]![0]!;
	const initial = given[0]!.length === 1;
	const together = `together ${given.join('')}`;
	return {
		kept: new Set([
			together,
			...[...any].map((key) => `any ${key}`),
			...first.map((key) => `first ${key}`),
			initial ? `initial ${letter}` : `letter ${letter}`,
		]),
		sought: new Set([
			together,
			...first.map((key) => `any ${key}`),
			...[...any].map((key) => `first ${key}`),
			`initial ${letter}`,
			...(initial ? [`letter ${letter}`] : []),
		]),
	};
}

/** What spellings and short forms of one given name have in common; each word is worked out once. */
export function keysOfGiven(): (word: string) => readonly string[] {
	const known = new Map<string, readonly string[]>();
	return (word) => {
		let keys = known.get(word);
		if (!keys) {
			keys =
				word.length === 1
					? [word]
					: [
							`heard ${consonants(word)}`,
							`foreign ${foldForeign(word)}`,
							...(GIVEN_NAME_GROUPS.get(word) ?? []).map((group) => `group ${group}`),
						];
			known.set(word, keys);
		}
		return keys;
	};
}

export class Crowd<T> {
	readonly all: T[] = [];
	readonly #named: { readonly one: T; readonly name: PersonName }[] = [];
	readonly #byGiven = new Map<string, T[]>();
	#entered = 0;
	readonly #keysOf: (word: string) => readonly string[];

	constructor(keysOf: (word: string) => readonly string[]) {
		this.#keysOf = keysOf;
	}

	add(one: T, name: PersonName): void {
		this.all.push(one);
		if (name.given.length > 0) this.#named.push({ one, name });
	}

	/** Whoever can be the same person as a full name. */
	near(name: PersonName): readonly T[] {
		if (this.all.length <= FEW) return this.all;
		for (; this.#entered < this.#named.length; this.#entered++) {
			const { one, name: other } = this.#named[this.#entered]!;
			for (const key of givenKeysOf(other, this.#keysOf).kept) {
				const list = this.#byGiven.get(key);
				if (list) list.push(one);
				else this.#byGiven.set(key, [one]);
			}
		}
		return [...givenKeysOf(name, this.#keysOf).sought].flatMap((key) => this.#byGiven.get(key) ?? []);
	}
}
