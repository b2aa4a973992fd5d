/** Cuts a sentence's stretches of capitals into titles, names and the rest: the cut with the highest sum of weights. */
import { FIRST, IS } from '../../lexicon/names.ts';
import type { Memory } from './memory.ts';
import { outerWeights } from './outer.ts';
import { ownWeights } from './own.ts';
import type { Sentence, Word } from './stream.ts';
import { GENERATION, keyOfStretch, ORGANISATION, OTHER, PERSON, PLACE, type Weights } from './weights.ts';

/** Beyond the four kinds of name. */
export const TITLE = 4;
export const SKIP = 5;
const TYPES = 6;

export interface Segment {
	/** PERSON, ORGANISATION, PLACE, OTHER, TITLE or SKIP. */
	readonly type: number;
	readonly from: number;
	readonly to: number;
	readonly score: number;
	/** What stood around it. */
	readonly outer: Weights;
}

/** Longest name in words. */
const NAMES = [PERSON, ORGANISATION, PLACE, OTHER];
const LONGEST = 9;
const CONNECTORS = new Set('of for and the on'.split(' '));
const LEADING = new Set('von van de del della der den di du da das dos ten ter zu bin ibn al el'.split(' '));
const NONE: Weights = [0, 0, 0, 0];

/** How many words from `from` on make a title ("Deputy Chief of Staff"), 0 for none; ends by `to`. */
export function titleLength(words: readonly Word[], from: number, to: number): number {
	let best = 0;
	let i = from;
	while (i < to && i - from < 5) {
		const word = words[i]!;
		if (word.type !== 'word') break;
		if ((word.flags & (IS.titleHead | IS.honorific)) !== 0) {
			best = i + 1 - from;
			// "Secretary of State", "Minister for Foreign Affairs", "Speaker of the House"
			let k = i + 1;
			if (/^(?:of|for|to|in)$/.test(words[k]?.key ?? '')) {
				k++;
				if (words[k]?.key === 'the') k++;
				const start = k;
				while (k < to && k - start < 6) {
					const part = words[k]!;
					if ((part.flags & IS.titleComplement) !== 0) k++;
					else if (
						(part.key === 'and' || part.key === '&' || part.key === ',') &&
						k > start &&
						(words[k + 1]?.flags ?? 0) & IS.titleComplement
					)
						k++;
					else break;
				}
				if (k > start) best = k - from;
			}
			i++;
			if (i < to && (words[i]!.flags & (IS.titleHead | IS.titleModifier)) !== 0) continue;
			return best;
		}
		if ((word.flags & (IS.titleModifier | IS.titleState)) === 0) break;
		i++;
	}
	return best;
}

/** Can begin or end a name. */
const edge = (word: Word) => word.capital;
/** "von der Leyen": small particles that lead to a capital. */
function leads(words: readonly Word[], at: number): boolean {
	let i = at;
	while (i < words.length && i - at < 3 && !words[i]!.capital && LEADING.has(words[i]!.key)) i++;
	return i > at && words[i]?.capital === true;
}
/** Can stand inside one. */
const joins = (word: Word) =>
	CONNECTORS.has(word.key) || (word.flags & IS.particle) !== 0 || word.text === '&';

function skipWeight(word: Word): number {
	if (!word.capital) return 0;
	if ((word.flags & IS.starter) !== 0) return word.doubtful ? 0.6 : 0;
	if (word.doubtful) return (word.flags & IS.common) !== 0 ? 0.4 : -0.2;
	return (word.flags & IS.common) !== 0 ? -0.1 : -0.5;
}

/** The segments of one sentence that are more than skipped words, in order. */
export function cut({ words, opens }: Sentence, memory: Memory): Segment[] {
	const found: Segment[] = [];
	let at = 0;
	while (at < words.length) {
		if (!edge(words[at]!) && !leads(words, at)) {
			at++;
			continue;
		}
		// A stretch: capitals, and small words between them.
		let end = at + 1;
		for (let i = end; i < words.length; i++) {
			const word = words[i]!;
			if (edge(word)) end = i + 1;
			else if (!joins(word) || i - end >= 3) break;
		}
		cutStretch(words, at, end, opens, memory, found);
		at = end;
	}
	return found;
}

interface Step {
	readonly score: number;
	readonly segment: Segment | null;
	readonly back: number;
	readonly backType: number;
}

function cutStretch(
	words: readonly Word[],
	start: number,
	end: number,
	opens: boolean,
	memory: Memory,
	found: Segment[],
): void {
	const steps: (Step | undefined)[][] = Array.from({ length: end - start + 1 }, () => []);
	steps[0]![SKIP] = { score: 0, segment: null, back: -1, backType: -1 };
	const reach = (to: number, type: number, from: number, own: number, outer: Weights) => {
		for (let previous = 0; previous < TYPES; previous++) {
			const step = steps[from - start]![previous];
			if (!step) continue;
			const neighbour = join(words, previous, step.segment, type, from);
			const weight = own + neighbour;
			// Weights count for every word they explain; else two half names would beat a whole one.
			const score = step.score + neighbour + (type < TITLE ? own * (1 + (to - from - 1) * 0.8) : own);
			const known = steps[to - start]![type];
			if (known && known.score >= score) continue;
			steps[to - start]![type] = {
				score,
				segment: { type, from, to, score: weight, outer },
				back: from,
				backType: previous,
			};
		}
	};
	for (let from = start; from < end; from++) {
		const word = words[from]!;
		reach(from + 1, SKIP, from, skipWeight(word), NONE);
		const particle = !edge(word);
		if (particle && !leads(words, from)) continue;
		const title = titleLength(words, from, end);
		if (title > 0) {
			const strong = (words[from + title - 1]!.flags & IS.common) === 0 || (word.flags & IS.honorific) !== 0;
			reach(from + title, TITLE, from, strong ? 1 : 0.3, NONE);
		}
		for (let to = from + 1; to <= end && to - from <= LONGEST; to++) {
			if (!edge(words[to - 1]!)) continue;
			const own = ownWeights(words, from, to);
			const outer = outerWeights(words, from, to, opens);
			const key = keyOfStretch(words, from, to);
			const around = memory.around(key);
			const licence = memory.licence(key) ?? (to - from > 1 ? inherited(words, from, to, memory) : undefined);
			if (particle && !licence) continue;
			for (const type of particle ? [PERSON] : NAMES) {
				const weight = own[type]! + outer[type]! + (around?.[type] ?? 0) + (licence?.[type] ?? 0);
				if (weight > -1) reach(to, type, from, weight, outer);
			}
		}
	}
	let at = end;
	let type = 0;
	for (let i = 1; i < TYPES; i++)
		if ((steps[end - start]![i]?.score ?? -Infinity) > (steps[end - start]![type]?.score ?? -Infinity))
			type = i;
	const reversed: Segment[] = [];
	while (at > start) {
		const step = steps[at - start]![type]!;
		if (step.segment && step.segment.type !== SKIP) reversed.push(step.segment);
		at = step.back;
		type = step.backType;
	}
	found.push(...reversed.reverse());
}

/** What two neighbours say of each other: a title before a person, two names run together. */
function join(
	words: readonly Word[],
	previous: number,
	before: Segment | null,
	type: number,
	from: number,
): number {
	if (!before || before.to !== from) return 0;
	if (previous === TITLE) {
		if (type === PERSON) return (words[from - 1]!.flags & IS.honorific) !== 0 ? 5 : 4;
		return type === TITLE ? -0.5 : type === PLACE ? -2 : -0.3;
	}
	if (type === TITLE) return previous === PERSON ? -1.5 : 0.8;
	if (type > OTHER || previous > OTHER) return 0;
	if (previous === PERSON && type === PERSON) return -6;
	if (previous === PERSON) return -1.6;
	if (previous === OTHER && type === PERSON) return 0;
	if (type === PERSON) return (words[from]!.flags & FIRST) !== 0 ? 0 : -0.8;
	if (previous === type) return -1.5;
	return previous === OTHER || type === OTHER ? -0.2 : -0.8;
}

/** A full name has at least the licence of the last name that it gave it to, a firm's that of its short form. */
function inherited(words: readonly Word[], from: number, to: number, memory: Memory): Weights | undefined {
	const end = GENERATION.test(words[to - 1]!.text) && to - from > 2 ? to - 2 : to - 1;
	const last = memory.licence(words[end]!.key)?.[PERSON] ?? 0;
	const around = last > 0 ? Math.max(0, memory.around(words[end]!.key)?.[PERSON] ?? 0) : 0;
	const short =
		(words[to - 1]!.flags & IS.orgSuffix) !== 0
			? (memory.licence(keyOfStretch(words, from, to - 1))?.[ORGANISATION] ?? 0)
			: 0;
	return last > 0 || short > 0 ? [last + around, short, 0, 0] : undefined;
}
