/** Which articles are copies of one text: syndicated, republished, lightly edited. */
import type { Article } from '../types.ts';
import { placeOf, sharedAmong } from './sorted-keys.ts';
import { wordsIn } from './terms.ts';
import { toldDifferently, type Version, type Wording, wordingOf } from './told-differently.ts';
import type { Never } from './told-stories.ts';

/** Words in a row that are compared. */
const ROW = 5;
/** Two texts are copies when this share of the shorter one's rows stands in the other. */
export const COPY = 0.5;
/** A row in so many articles is boilerplate, or the copies were joined through rarer rows already. */
const COMMON = 200;
/** A text shorter than this in rows is a brief: containment says little about it. */
const FEWEST = 8;
/** In a text that is shorter than this in rows one sentence is half of it: two reports may open with the same one. */
const SHORT = 40;
const COPY_OF_SHORT = 0.75;
/** Texts of which a text may be a copy that are held against it word by word. */
const TRIED = 8;

/** All by number, the groups and those within them ascending. */
export interface Alike {
	/** Nearly the same text: they tell of one event. */
	readonly versions: readonly (readonly number[])[];
	/** Those that tell the same too, within these groups: they have one voice. */
	readonly copies: readonly (readonly number[])[];
}

/**
 * Groups of two and more articles whose texts are nearly the same. A text joins a group when it is a version of the
 * group's longest text, not of any: two different reports never meet through a third that quotes both. The shorter one's
 * rows are counted: a report that prints an agency's text whole, with paragraphs of its own, and that text are copies.
 * Two articles that may not meet are none.
 */
export function alikeAmong(articles: readonly Article[], never: Never = new Map()): Alike {
	const numbers = new Map<string, number>();
	const rows = articles.map((article) => rowsOf(article, numbers));
	// A row that one text alone has makes it no copy.
	const common = sharedAmong(rows);
	const owned = rows.map((all) => all.map((row) => placeOf(row, common)).filter((row) => row >= 0));
	const mayMeet = (index: number, group: readonly number[]) =>
		never.size === 0 || !group.some((member) => never.get(index)?.has(member));
	const share = (index: number, holder: number, count: number, least: number) => {
		const { length } = rows[index]!;
		return length >= FEWEST ? count >= least * length : count === length && length === rows[holder]!.length;
	};
	const versions = grouped(
		rows.map((_, index) => index),
		{ rows, owned, mayMeet, joins: (index, holder, count) => share(index, holder, count, COPY) },
	);
	const wordings = new Map<number, Wording>();
	const versionAt = (at: number): Version => {
		const article = articles[at]!;
		const wording = wordings.get(at) ?? wordingOf(article);
		wordings.set(at, wording);
		return { article, wording };
	};
	const joins = (index: number, holder: number, count: number) => {
		const { length } = rows[index]!;
		const [one, other] = [articles[index]!.outlet, articles[holder]!.outlet];
		return (
			share(index, holder, count, length < SHORT ? COPY_OF_SHORT : COPY) &&
			// What one outlet prints of its own text is no second voice, whatever it tells.
			((one !== null && one === other) || !toldDifferently(versionAt(index), versionAt(holder)))
		);
	};
	const copies = versions
		.flatMap((group) => grouped(group, { rows, owned, mayMeet, joins }))
		.sort((a, b) => a[0]! - b[0]!);
	return { versions, copies };
}

interface Rules {
	readonly rows: readonly Float64Array[];
	/** Of each text the rows that others have too. */
	readonly owned: readonly Float64Array[];
	readonly mayMeet: (index: number, group: readonly number[]) => boolean;
	/** Whether a text belongs to a longer one with which it shares so many rows. */
	readonly joins: (index: number, holder: number, count: number) => boolean;
}

function grouped(members: readonly number[], { rows, owned, mayMeet, joins }: Rules): number[][] {
	const order = [...members].sort((a, b) => rows[b]!.length - rows[a]!.length || a - b);
	const holders = new Map<number, number[]>();
	const groups = new Map<number, number[]>();
	for (const index of order) {
		const shared = new Map<number, number>();
		for (const row of owned[index]!)
			for (const holder of holders.get(row) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
		const best = [...shared]
			.filter(([holder, count]) => count >= COPY * rows[index]!.length && mayMeet(index, groups.get(holder)!))
			.sort((a, b) => b[1] - a[1] || a[0] - b[0])
			.slice(0, TRIED)
			.find(([holder, count]) => joins(index, holder, count));
		if (best) {
			groups.get(best[0])!.push(index);
			continue;
		}
		groups.set(index, [index]);
		for (const row of owned[index]!) {
			const held = holders.get(row);
			if (!held) holders.set(row, [index]);
			else if (held.length < COMMON) held.push(index);
		}
	}
	return [...groups.values()]
		.filter((group) => group.length > 1)
		.map((group) => group.sort((a, b) => a - b))
		.sort((a, b) => a[0]! - b[0]!);
}

/**
 * The rows of words of what is read of an article, each once, as numbers, ascending; all of a text that is shorter than
 * one row, none of no text.
 */
function rowsOf({ text, paragraphs }: Article, numbers: Map<string, number>): Float64Array {
	const words: number[] = [];
	for (const paragraph of paragraphs) {
		if (paragraph.kind === 'headline' || paragraph.kind === 'heading') continue;
		for (const word of wordsIn(text, paragraph)) {
			let number = numbers.get(word);
			if (number === undefined) numbers.set(word, (number = numbers.size + 1));
			words.push(number);
		}
	}
	const length = Math.min(ROW, words.length);
	const rows = new Float64Array(length === 0 ? 0 : words.length - length + 1);
	for (let at = 0; at < rows.length; at++) rows[at] = numberOfRow(words, at, length);
	rows.sort();
	let size = 0;
	for (const row of rows) if (size === 0 || rows[size - 1] !== row) rows[size++] = row;
	return rows.slice(0, size);
}

/** Two rows have one number of 53 bits once in some thousand million million: that makes no copy of a text. */
function numberOfRow(words: readonly number[], from: number, length: number): number {
	let high = length;
	let low = ~length;
	for (let at = from; at < from + length; at++) {
		high = mixed(high ^ words[at]!, 0x85ebca6b);
		low = mixed(low ^ words[at]!, 0xc2b2ae35);
	}
	return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function mixed(bits: number, factor: number): number {
	const product = Math.imul(bits ^ (bits >>> 16), factor);
	return Math.imul(product ^ (product >>> 13), 0x9e3779b1);
}
