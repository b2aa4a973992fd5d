/** Father and son of one name: what tells them apart, and whom "Smith Sr." and "the elder Smith" mean. */
import { TITLE_HEADS } from '../../lexicon/titles.ts';
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

/** The first and the last word: "Tom Hale" and "Tom B. Hale" can be father and son. */
export const familyKey = (name: readonly string[]): string => `${name[0]} ${name.at(-1)}`;

interface Named {
	readonly index: number;
	readonly born: string;
}

/**
 * Names that are borne by two generations here. "Jr." is often left out after the first time, so it takes more than a
 * form with and one without: both in one sentence, "his son, …" of one already named, other ages, other offices.
 */
export function familiesOf(
	text: string,
	found: readonly Found[],
	full: readonly { readonly index: number; readonly name: readonly string[] }[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const forms = new Map<string, Named[]>();
	for (const { index, name } of full) {
		const key = familyKey(name);
		const named = { index, born: generationOf(found[index]!.keys) };
		const list = forms.get(key);
		if (list) list.push(named);
		else forms.set(key, [named]);
	}
	const families = new Map<string, ReadonlySet<string>>();
	for (const [key, list] of forms) {
		const born = new Set(list.map((named) => named.born));
		if (born.size < 2) continue;
		const ordered = [...list].sort((a, b) => a.index - b.index);
		const suffixes = new Set([...born].filter(Boolean));
		if (isTwo(text, found, ordered)) families.set(key, born);
		else if (suffixes.size > 1) families.set(key, suffixes);
	}
	return families;
}

/** Whether the form without a generation is somebody else's than the one with it. `named` in the order of the text. */
function isTwo(text: string, found: readonly Found[], named: readonly Named[]): boolean {
	const first = named[0]!;
	const other = named.find(({ born }) => born !== first.born)!;
	const plainFirst = first.born === '';
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
	// Who is introduced with an office and is later called "Jr.", without it, is the office holder's son.
	const offices = (plain: boolean) =>
		named
			.filter(({ born }) => (born === '') === plain)
			.flatMap(({ index }) => found[index]!.roles)
			.flatMap(({ keys }) => keys.filter((key) => TITLE_HEADS.has(key)));
	return plainFirst && offices(true).length > 0 && !offices(false).some((key) => offices(true).includes(key));
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
