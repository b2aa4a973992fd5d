/** Cuts stretches of capitals into titles, names and the rest: the cut with the highest sum of weights. */
import { FIRST, IS, PLACE as PLACES } from '../../lexicon/names.ts';
import type { Candidate, Stretch } from './candidates.ts';
import type { Memory } from './memory.ts';
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
	/** Its words as they are looked up; empty for titles and skipped words. */
	readonly key: string;
	/** What stood around it. */
	readonly outer: Weights;
}

/** The best way to the end of a segment of one type. */
interface Step {
	readonly total: number;
	readonly segment: Segment | null;
	readonly before: Step | null;
}

const FAMILY: Weights = [-2, -2, -2, 4];
const NONE: Weights = [0, 0, 0, 0];
const NO_FIRST_NAME: Weights = [-3, 0, 0, 0];

function skipWeight(word: Word, next: Word | undefined): number {
	if (!word.capital) return 0;
	if ((word.flags & IS.starter) !== 0) return word.doubtful ? 0.6 : 0;
	if (word.doubtful && (word.flags & FIRST) !== 0 && next?.capital) return -0.4;
	if (word.doubtful) return (word.flags & IS.common) !== 0 ? 0.4 : -0.2;
	return (word.flags & IS.common) !== 0 ? -0.1 : -0.5;
}

/** The segments of one sentence that are more than skipped words, in order. */
export function cut({ words }: Sentence, stretches: Iterable<Stretch>, memory: Memory): Segment[] {
	const found: Segment[] = [];
	for (const stretch of stretches) cutStretch(words, stretch, memory, found);
	return found;
}

function cutStretch(
	words: readonly Word[],
	{ start, end, names, titles }: Stretch,
	memory: Memory,
	found: Segment[],
): void {
	const steps: (Step | undefined)[][] = [[]];
	for (let i = start; i < end; i++) steps.push([]);
	steps[0]![SKIP] = { total: 0, segment: null, before: null };
	const reach = (type: number, from: number, to: number, own: number, key: string, outer: Weights) => {
		const here = steps[from - start]!;
		const there = steps[to - start]!;
		for (let previous = 0; previous < TYPES; previous++) {
			const before = here[previous];
			if (!before) continue;
			const neighbour = join(words, previous, before.segment, type, from);
			// Weights count for every word they explain; else two half names would beat a whole one.
			const total = before.total + neighbour + (type < TITLE ? own * (1 + (to - from - 1) * 0.8) : own);
			const known = there[type];
			if (known && known.total >= total) continue;
			there[type] = { total, segment: { type, from, to, score: own + neighbour, key, outer }, before };
		}
	};
	for (let from = start; from < end; from++) {
		const word = words[from]!;
		reach(SKIP, from, from + 1, skipWeight(word, words[from + 1]), '', NONE);
		const title = titles[from - start]!;
		if (title > 0) {
			const plain = (words[from + title - 1]!.flags & IS.common) !== 0 && (word.flags & IS.honorific) === 0;
			reach(TITLE, from, from + title, plain ? 0.3 : 1, '', NONE);
		}
		for (const candidate of names[from - start]!) {
			const { to, own, outer, particle } = candidate;
			const around = memory.around(candidate.key);
			const licence = memory.licence(candidate.key) ?? inherited(words, candidate, memory);
			if (particle && !licence) continue;
			for (let type = PERSON; type <= (particle ? PERSON : OTHER); type++) {
				// A part of a title is no name: "[Prime] Minister".
				const broken = title > to - from ? -2.5 : 0;
				const weight = own[type]! + outer[type]! + (around?.[type] ?? 0) + (licence?.[type] ?? 0) + broken;
				if (weight > -1) reach(type, from, to, weight, candidate.key, outer);
			}
		}
	}
	let best: Step | null = null;
	for (const step of steps[end - start]!) if (step && (!best || step.total > best.total)) best = step;
	const way: Segment[] = [];
	for (let step = best; step?.segment; step = step.before)
		if (step.segment.type !== SKIP) way.push(step.segment);
	found.push(...way.reverse());
}

/** What two neighbours say of each other: a title before a person, two names run together. */
function join(
	words: readonly Word[],
	previous: number,
	before: Segment | null,
	type: number,
	from: number,
): number {
	if (!before || previous === SKIP || type === SKIP) return 0;
	if (previous === TITLE) {
		// "the Saint Brida": a ship, a church or a house, and no saint.
		if (words[before.from - 1]?.key === 'the' && /^(?:saint|st\.?)$/.test(words[before.from]!.key)) return -3;
		if (type === PERSON) return (words[from - 1]!.flags & IS.honorific) !== 0 ? 5 : 4;
		return type === TITLE ? -0.5 : type === PLACE ? -2 : -0.3;
	}
	if (type === TITLE) return previous === PERSON ? -1.5 : 0.8;
	if (previous === PERSON) return type === PERSON ? -6 : -1.6;
	if (type === PERSON) return previous === OTHER || (words[from]!.flags & FIRST) !== 0 ? 0 : -0.8;
	if (previous === type) return -1.5;
	return previous === OTHER || type === OTHER ? -0.2 : -0.8;
}

const isLastName = ({ key }: Word, memory: Memory) => (memory.licence(key)?.[PERSON] ?? 0) > 4;

const EXPLAINED = ~(FIRST | IS.weakFirst | IS.familyFirst);

/** What a known last name gives to a full name of three words that it is the middle of. */
function goesOn(words: readonly Word[], from: number, to: number, memory: Memory): number {
	const last = words[to - 1]!;
	if (to - from !== 3 || last.doubtful || last.upper || (last.flags & EXPLAINED) !== 0) return 0;
	if ((words[from]!.flags & FIRST) === 0 || words[to]?.capital) return 0;
	return memory.licence(words[to - 2]!.key)?.[PERSON] ?? 0;
}

const BEFORE_MONTH = /^(?:in|on|last|this|next|since|until|till|by|early|late|mid|of|during|from|to|every)$/;

/** "Will Ruiz was late": what bears a finite verb is no question. */
const hasVerb = (after: Word | undefined) =>
	after !== undefined &&
	!after.capital &&
	(/^(?:was|is|has|had|did|who|says)$/.test(after.key) || /[^e]ed$/.test(after.key) || after.key === 'said');

/** A full name has at least the licence of the last name that it gave it to, a firm's that of its short form. */
function inherited(
	words: readonly Word[],
	{ from, to, key }: Candidate,
	memory: Memory,
): Weights | undefined {
	if (to - from === 1) {
		// "the Clintons", "the Mareks": a family, no person.
		const plural =
			key.length > 4 && key.endsWith('s') && (memory.licence(key.slice(0, -1))?.[PERSON] ?? 0) > 3;
		return plural && words[from - 1]?.key === 'the' ? FAMILY : undefined;
	}
	// "Top Ruiz aide", "AFTER RUIZ": a plain word before a known name is no first name.
	const first = words[from]!;
	const word = (first.flags & (IS.common | IS.plain | IS.starter | IS.calendar)) !== 0;
	const given = (first.flags & FIRST) !== 0;
	if (first.doubtful && word && !given) return undefined;
	// "Will Ruiz agree?", "In May Ruiz left": given names that are oftener words, unless someone here bears them.
	const before = words[from - 1]?.key ?? '';
	const month =
		(first.flags & IS.calendar) !== 0 &&
		(BEFORE_MONTH.test(before) || (/^(?:the|an?|that)$/.test(before) && words[to]?.capital === false));
	// "New Ruiz Lyon Emails": in a headline a known last name before a place is no first name.
	const topic = first.doubtful && to - from === 2 && (words[from + 1]!.flags & PLACES) !== 0;
	if (topic && words[to]?.capital && isLastName(first, memory)) return NO_FIRST_NAME;
	const wordy = first.doubtful && (first.flags & IS.starter) !== 0 && !hasVerb(words[to]);
	if (given && (month || (wordy && !memory.licence(first.key)))) return NO_FIRST_NAME;
	const end = GENERATION.test(words[to - 1]!.text) && to - from > 2 ? to - 2 : to - 1;
	const last = memory.licence(words[end]!.key)?.[PERSON] ?? 0;
	const around = last > 0 ? Math.max(0, memory.around(words[end]!.key)?.[PERSON] ?? 0) : 0;
	// "Ana Ruiz Vidal" beside "Tom Ruiz": what follows is hers.
	const longer = last === 0 ? goesOn(words, from, to, memory) : 0;
	if (longer > 0) return [longer, 0, 0, 0];
	const bodily = (words[to - 1]!.flags & IS.orgSuffix) !== 0;
	const short = bodily ? (memory.licence(keyOfStretch(words, from, to - 1))?.[ORGANISATION] ?? 0) : 0;
	return last > 0 || short > 0 ? [last + around, short, 0, 0] : undefined;
}
