/** Where names may stand: stretches of capitals with the small words between them, and every name that one could hold. */
import { IS, longestFrom } from '../../lexicon/names.ts';
import { outerWeights } from './outer.ts';
import { ownWeights } from './own.ts';
import type { Sentence, Word } from './stream.ts';
import { titleLength } from './titles.ts';
import { keyOfStretch, type Weights } from './weights.ts';

export interface Candidate {
	readonly from: number;
	readonly to: number;
	readonly key: string;
	readonly own: Weights;
	readonly outer: Weights;
	/** Begins with a small particle ("von der Leyen"): a person, if anybody. */
	readonly particle: boolean;
}

export interface Stretch {
	readonly start: number;
	readonly end: number;
	/** For every word of the stretch the names that begin there. */
	readonly names: readonly (readonly Candidate[])[];
	/** For every word of the stretch how long a title begins there, 0 for none. */
	readonly titles: readonly number[];
}

/** Longest name in words. */
const LONGEST = 9;
/** In a stretch of more words than this, a title or text in capitals, only short names are looked for. */
const CROWDED = 16;
const SHORT = 4;
/** A stretch of so many words holds no names that could be told apart. */
const WHOLE = 60;
const CONNECTORS = new Set('of for and the on'.split(' '));
const LEADING = new Set('von van de del della der den di du da das dos ten ter zu bin ibn al el'.split(' '));
const ENDS = IS.orgSuffix | IS.placeSuffix | IS.happeningSuffix;
const NOTHING: readonly Candidate[] = [];

/** Can stand inside a name. */
const joins = (word: Word) =>
	(word.flags & IS.particle) !== 0 || CONNECTORS.has(word.key) || word.text === '&';

/** "von der Leyen": small particles that lead to a capital. */
function leads(words: readonly Word[], at: number): boolean {
	if ((words[at]!.flags & IS.particle) === 0) return false;
	let i = at;
	while (i < words.length && i - at < 3 && !words[i]!.capital && LEADING.has(words[i]!.key)) i++;
	return i > at && words[i]?.capital === true;
}

/** More than five words make a name only where small words join them, the lists know it, or its end tells what it is. */
const mayBeLong = (words: readonly Word[], from: number, to: number): boolean =>
	to - from <= 5 ||
	(words[to - 1]!.flags & ENDS) !== 0 ||
	longestFrom(words[from]!.key) >= to - from ||
	connects(words, from, to);

function connects(words: readonly Word[], from: number, to: number): boolean {
	for (let i = from + 1; i < to; i++) if (!words[i]!.capital) return true;
	return false;
}

function weigh(words: readonly Word[], start: number, end: number, opens: boolean): Stretch {
	const names: (readonly Candidate[])[] = [];
	const titles: number[] = [];
	const longest = end - start > CROWDED ? SHORT : LONGEST;
	for (let from = start; from < end; from++) {
		const particle = !words[from]!.capital;
		if (particle && !leads(words, from)) {
			names.push(NOTHING);
			titles.push(0);
			continue;
		}
		titles.push(particle ? 0 : titleLength(words, from, end));
		const here: Candidate[] = [];
		for (let to = from + 1; to <= end && to - from <= longest; to++) {
			if (!words[to - 1]!.capital || !mayBeLong(words, from, to)) continue;
			const own = ownWeights(words, from, to);
			const outer = outerWeights(words, from, to, opens);
			here.push({ from, to, key: keyOfStretch(words, from, to), own, outer, particle });
		}
		names.push(here);
	}
	return { start, end, names, titles };
}

export function* stretchesOf({ words, opens }: Sentence): Generator<Stretch> {
	for (let at = 0; at < words.length; ) {
		if (!words[at]!.capital && !leads(words, at)) {
			at++;
			continue;
		}
		let end = at + 1;
		for (let i = end; i < words.length && i - at < WHOLE; i++) {
			const word = words[i]!;
			if (word.capital) end = i + 1;
			else if (i - end >= 3 || !joins(word)) break;
		}
		if (end - at < WHOLE) yield weigh(words, at, end, opens);
		at = end;
	}
}
