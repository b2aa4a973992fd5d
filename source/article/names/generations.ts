/** Father and son of one name: what tells them apart, and whom "Smith Sr." and "the elder Smith" mean. */
import { givenAgree } from './given.ts';
import type { Found } from './grouping.ts';

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;
const bare = (key: string) => key.replace(/\.$/, '');

/** The words of a name without "Jr." and the like. */
export function nameKeys(keys: readonly string[]): readonly string[] {
	const plain = keys.map(bare);
	return plain.length > 1 && GENERATION.test(plain.at(-1)!) ? plain.slice(0, -1) : plain;
}

/** "jr", "sr", "iii", or ''. */
export function generationOf(keys: readonly string[]): string {
	const last = keys.length > 1 ? bare(keys.at(-1)!) : '';
	return GENERATION.test(last) ? last : '';
}

const BEFORE: readonly (readonly [words: RegExp, generation: string])[] = [
	[/\b(?:elder|older|senior)\s$/i, 'sr'],
	[/\b(?:younger|junior)\s$/i, 'jr'],
];

/** "Smith Sr.", "the elder Smith". */
export function generationMeant(text: string, { keys, mention }: Found): string {
	const own = generationOf(keys);
	if (own !== '') return own;
	const before = text.slice(Math.max(0, mention.start - 10), mention.start);
	return BEFORE.find(([words]) => words.test(before))?.[1] ?? '';
}

export interface Family {
	/** The same for all its names. */
	readonly key: string;
	readonly generations: ReadonlySet<string>;
}

/** The first and the last word: "Tom Hale" and "Tom B. Hale" can be father and son. */
export const familyKey = (name: readonly string[]): string => `${name[0]} ${name.at(-1)}`;

interface Named {
	readonly index: number;
	readonly born: string;
}

/** A father's and a son's given name: "Robert Hale" has a son "Rob Hale Jr.". */
interface Forms {
	readonly first: string;
	readonly keys: Set<string>;
	readonly named: Named[];
}

/** Given names of one family name that are looked at: no article has more. */
const MOST = 20;

/**
 * Names that are borne by two generations here. "Jr." is often left out after the first time, so where it comes first
 * it takes more than a form with and one without: both in one sentence, "his son, …" of one already named, other ages,
 * other offices. Who comes first without it and is followed by a "Jr." is somebody else, unless it was a headline.
 */
export function familiesOf(
	text: string,
	found: readonly Found[],
	full: readonly { readonly index: number; readonly name: readonly string[] }[],
): ReadonlyMap<string, Family> {
	const byLast = new Map<string, Forms[]>();
	for (const { index, name } of full) {
		const named = { index, born: generationOf(found[index]!.keys) };
		let all = byLast.get(name.at(-1)!);
		if (!all) byLast.set(name.at(-1)!, (all = []));
		let one = all.find(({ first }) => givenAgree(first, name[0]!));
		if (!one) {
			one = { first: name[0]!, keys: new Set(), named: [] };
			if (all.length < MOST) all.push(one);
		}
		one.keys.add(familyKey(name));
		one.named.push(named);
	}
	const families = new Map<string, Family>();
	for (const { keys, named } of [...byLast.values()].flat()) {
		const born = new Set(named.map((one) => one.born));
		if (born.size < 2) continue;
		const ordered = [...named].sort((a, b) => a.index - b.index);
		const suffixes = new Set([...born].filter(Boolean));
		const generations = isTwo(text, found, ordered) ? born : suffixes.size > 1 ? suffixes : null;
		const [key] = keys;
		if (generations) for (const each of keys) families.set(each, { key: key!, generations });
	}
	return families;
}

/** Whether the form without a generation is somebody else's than the one with it. `named` in the order of the text. */
function isTwo(text: string, found: readonly Found[], named: readonly Named[]): boolean {
	const first = named[0]!;
	const other = named.find(({ born }) => born !== first.born)!;
	const headline = headlineEnd(text);
	const isPlain = ({ index, born }: Named) => born === '' && found[index]!.mention.start >= headline;
	if (first.born === '' && named.slice(0, named.indexOf(other)).some(isPlain)) return true;
	const ages = [first, other].map(({ index }) => ageOf(text, found[index]!));
	if (ages[0] !== null && ages[1] !== null && ages[0] !== ages[1]) return true;
	for (let at = named.indexOf(other); at < named.length; at++) {
		const { index, born } = named[at]!;
		if (born !== first.born && isKin(found[index]!)) return true;
		const before = named[at - 1]!;
		const [from, to] = [found[before.index]!.mention.end, found[index]!.mention.start];
		if (born !== before.born && to - from < 200 && !/^.[^.!?\n]*[.!?\n]/s.test(text.slice(from, to)))
			return true;
	}
	return false;
}

/** Where a first line without a full stop ends: a headline has no room for "Jr.". */
function headlineEnd(text: string): number {
	const end = text.indexOf('\n');
	return end < 0 || /[.!?]["'”’]?\s{0,4}$/.test(text.slice(Math.max(0, end - 8), end)) ? 0 : end;
}

/** "Tom Hale, 88,". */
function ageOf(text: string, { mention: { end } }: Found): string | null {
	return /^\.?,\s(\d{1,3})\b/.exec(text.slice(end, end + 8))?.[1] ?? null;
}

/** "his son, Tom Hale Jr."; "Tom Hale Jr., a father of two," tells nothing, nor does "Father Hale". */
const isKin = ({ roles, mention }: Found) =>
	roles.some(
		({ text, start }) =>
			/\b(?:son|father|grandson|grandfather|dad)\b/.test(text) &&
			(start < mention.start || /^(?:his|her|their)\b/.test(text)),
	);
