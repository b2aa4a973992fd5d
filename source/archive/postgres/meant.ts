/** What typed words may mean among the words of an archive, and how PostgreSQL is asked for it. */
import { MOST_PAIRS, type Part, SHORTEST_HALF, type Term } from '../../search/asked.ts';
import {
	type Fits,
	joinedFits,
	literalFits,
	QUALITY,
	rescueFits,
	splitFits,
	typoFits,
} from '../../search/meanings.ts';
import { Memory } from '../../search/memory.ts';
import { nearestWords } from '../../search/rescue.ts';
import { numberOf, type Words, wordAt } from '../../search/words.ts';
import { kept } from './texts.ts';
import { OF_SPEAKER } from './vocabulary.ts';
import { type Piece, piecesOf, type Vocabulary } from './words.ts';

/** A typed word by the words it may mean, and those that the news may write as two. */
export interface Meant {
	readonly parts: readonly Part[];
	readonly pairs: readonly (readonly [number, number])[];
	/** How well the words fit, best first. */
	readonly qualities: readonly number[];
	/** Whether words are among them that are not as typed. */
	readonly typos: boolean;
	/** The words most like it, where it is none. */
	readonly nearest?: readonly string[];
}

/** Each word as typed: whole, as a beginning, joined with its neighbour, or split in two. */
export function literally({ words, docs }: Vocabulary, typed: readonly string[]): Meant[] {
	return typed.map((word, at) => {
		const pairs = splitFits(words, word).filter(
			([first, second]) => Math.min(docs(first), docs(second)) <= MOST_PAIRS,
		);
		const joined = neighbours(typed, at).map((pair) => pair.join(''));
		return meant(
			[
				partOf(literalFits(words, word), word),
				...joined.map((pair) => partOf(joinedFits(words, pair), pair)),
			],
			pairs,
		);
	});
}

/** With what they may mean if they are mistyped. `isWritten`: whether some quotation has one of the pairs side by side. */
export async function tolerantly(
	vocabulary: Vocabulary,
	typed: readonly string[],
	literal: readonly Meant[],
	isWritten: (one: Meant) => Promise<boolean>,
): Promise<Meant[]> {
	const { words } = vocabulary;
	const all: Meant[] = [];
	for (const [at, one] of literal.entries()) {
		// Joined with its neighbour a word is mistyped only where one of the two is no word; and a letter or two more at
		// the end of a word are the next word begun, no typo.
		const joined = neighbours(typed, at)
			.filter((pair) => pair.every((word) => word.length >= SHORTEST_HALF))
			.filter((pair) => pair.some((word) => numberOf(words, word) < 0))
			.map((pair) => pair.join(''));
		const typos = [typed[at]!, ...joined].map((word) => partOf(typoFits(words, word), null));
		const pairs = one.pairs.length > 0 && (await isWritten(one)) ? one.pairs : [];
		const wide = meant([...one.parts, ...typos], pairs);
		all.push(isUnknown(wide) ? rescued(vocabulary, typed[at]!) : wide);
	}
	return all;
}

/** What nothing explains is taken for one of the words most like it. */
function rescued({ words, hollow }: Vocabulary, typed: string): Meant {
	const memory = new Memory(0);
	const shard = { segment: hollow, runs: null, live: null, memory };
	const nearest = nearestWords({ size: 0, list: [shard], memory }, typed);
	return { ...meant([partOf(rescueFits(words, nearest), null)], []), nearest };
}

export const isUnknown = ({ parts, pairs }: Meant): boolean => parts.length === 0 && pairs.length === 0;

function neighbours(typed: readonly string[], at: number): (readonly [string, string])[] {
	const [before, word, after] = [typed[at - 1], typed[at]!, typed[at + 1]];
	return [
		...(before === undefined ? [] : [[before, word] as const]),
		...(after === undefined ? [] : [[word, after] as const]),
	];
}

const NOBODY = new Uint32Array(0);

function partOf(fits: Fits, begins: string | null): Part {
	return { key: '', fits, begins, in: NOBODY, saidBy: null };
}

function meant(all: readonly Part[], pairs: Meant['pairs']): Meant {
	const parts = all.filter(({ fits }) => fits.words.length > 0);
	const kinds = new Set(parts.flatMap(({ fits }) => fits.kinds));
	if (pairs.length > 0) kinds.add(QUALITY.joined);
	const typos = parts.some(({ begins }) => begins === null);
	return { parts, pairs, qualities: [...kinds].sort((a, b) => b - a), typos };
}

/** As the scores and the marks of a search want it; `split`: who has one of the pairs. */
export function termOf({ parts, pairs }: Meant, split: Uint32Array | null): Term {
	return { parts, split: split && { pairs, in: split }, sets: [] };
}

/** A condition on tokens: has a word that fits as well, or better. Null: there is none. */
export function tokensFor(words: Words, { parts, pairs }: Meant, least: number): string | null {
	const pieces: Piece[] = [];
	for (const { begins, fits } of parts) {
		if (begins !== null && fits.kinds.at(-1)! >= least) pieces.push({ word: begins, begins: true });
		else
			pieces.push(
				...piecesOf(
					words,
					fits.words.filter((_, at) => fits.quality[at]! >= least),
				),
			);
	}
	const told = [
		...pieces.map((piece) => written(piece)),
		...(least <= QUALITY.joined
			? pairs.map((pair) => {
					const [first, second] = pair.map((word) => written({ word: wordAt(words, word), begins: false }));
					return `(${first} & ${second})`;
				})
			: []),
	];
	return told.length === 0 ? null : `(${told.join(' | ')})`;
}

/** The same, of the speaker's words. */
export function speakerTokensFor({ parts }: Meant, words: Words): string | null {
	const pieces = parts.flatMap(({ begins, fits }) =>
		begins !== null ? [{ word: begins, begins: true }] : piecesOf(words, fits.words),
	);
	return pieces.length === 0 ? null : `(${pieces.map((piece) => written(piece, OF_SPEAKER)).join(' | ')})`;
}

/** At most so many quotations have one that fits as well. */
export function mostOf(vocabulary: Vocabulary, { parts, pairs }: Meant, least: number): number {
	let most = 0;
	for (const { begins, fits } of parts) {
		const { words, quality, kinds } = fits;
		if (words.length === 0) continue;
		if (begins !== null && kinds.at(-1)! >= least) most += vocabulary.most(words[0]!, words.at(-1)! + 1);
		else
			for (let at = 0; at < words.length; at++)
				if (quality[at]! >= least) most += vocabulary.most(words[at]!, words[at]! + 1);
	}
	if (least <= QUALITY.joined)
		for (const [first, second] of pairs) most += Math.min(vocabulary.docs(first), vocabulary.docs(second));
	return most;
}

/** At most about so many quotations are said by somebody whom one of the words calls. */
export function mostSpeaking({ speaking }: Vocabulary, meant: readonly Meant[]): number {
	let most = 0;
	for (const { parts } of meant)
		for (const { begins, fits } of parts)
			if (begins !== null && fits.words.length > 0) most += speaking(fits.words[0]!, fits.words.at(-1)! + 1);
			else for (const word of fits.words) most += speaking(word, word + 1);
	return most;
}

function written({ word, begins }: Piece, before = ''): string {
	return `'${(before + kept(word)).replace(/['\\]/g, '$&$&')}'${begins ? ':*' : ''}`;
}
