/** Words beside a person's name that say who it is: "Former U.S. President", "his wife," ", the party's deputy leader,". */
import { IS } from '../../lexicon/names.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { COURTESIES, KIN } from '../../lexicon/titles.ts';
import {
	ADVERBS,
	AUXILIARIES,
	COMMON_VERBS,
	CONJUNCTIONS,
	DETERMINERS,
	POSSESSIVES,
	PREPOSITIONS,
} from '../../lexicon/words.ts';
import type { SpanText } from '../../types.ts';
import { type Segment, TITLE } from './segments.ts';
import type { Word } from './stream.ts';
import { ORGANISATION, PLACE } from './weights.ts';

export interface Role extends SpanText {
	/** Its words as they are looked up. */
	readonly keys: readonly string[];
	/** Mr., Mrs., Sir: tells the gender, and no role. */
	readonly courtesy: boolean;
}

const MODIFIERS = IS.titleState | IS.titleModifier | IS.people;
const PHRASE_END = /^[,.;:()[\]—–“”"!?]$/;

function made(text: string, words: readonly Word[], from: number, to: number): Role {
	const { start } = words[from]!;
	const { end } = words[to - 1]!;
	const keys = words.slice(from, to).map((word) => word.key.replace(/\.$/, ''));
	return {
		start,
		end,
		text: text.slice(start, end),
		keys,
		courtesy: keys.every((key) => COURTESIES.has(key)),
	};
}

const isRole = (word: Word | undefined) => word?.type === 'word' && (word.flags & IS.role) !== 0;

/** Grows a title to the left over the country, body or state of affairs that belongs to it. */
function grown(words: readonly Word[], segments: readonly Segment[], from: number, at: number): number {
	let start = from;
	for (let i = at - 1; start > 0 && from - start < 7; ) {
		while (i >= 0 && segments[i]!.from >= start) i--;
		const segment = segments[i];
		const before = words[start - 1]!;
		const loose =
			before.type === 'word' && (before.flags & MODIFIERS) !== 0 && (before.flags & IS.starter) === 0;
		if (segment && segment.to === start && (segment.type === ORGANISATION || segment.type === PLACE))
			start = segment.from;
		else if (loose) start--;
		else break;
	}
	return start;
}

/** What stands right before the name that is segment `at`. */
function before(text: string, words: readonly Word[], segments: readonly Segment[], at: number): Role | null {
	const { from } = segments[at]!;
	const title = segments[at - 1];
	if (title?.type === TITLE && title.to === from)
		return made(text, words, grown(words, segments, title.from, at - 1), from);
	const comma = words[from - 1]?.text === ',';
	const last = from - (comma ? 2 : 1);
	const noun = words[last];
	if (!isRole(noun) || noun!.capital) return null;
	let start = last;
	while (start > 0 && last - start < 6) {
		const word = words[start - 1]!;
		if (
			word.type !== 'word' ||
			word.capital ||
			(word.flags & (IS.role | IS.titleModifier | IS.titleState | IS.orgNoun)) === 0
		)
			break;
		start--;
	}
	// "the mayor, Ana Ruiz," is she; "asked a lawyer, Ana Ruiz left" is hardly ever printed.
	if (comma && !/^(?:the|his|her|its|their|my|our|whose|'s|’s)$/.test(words[start - 1]?.key ?? ''))
		return null;
	return made(text, words, comma ? start : grown(words, segments, ofBody(words, start, last), at), last + 1);
}

/** Heads that tell nothing without what they are the head of. */
const HEADS =
	/^(?:chief|commander|leader|head|boss|director|chair|chairman|chairwoman|president|secretary|spokes\w+|warden|manager|driver|officer|official|minister|executive|captain|coach|inspector|engineer|worker|guard|owner|analyst|lawyer|advis[eo]r|teacher|member|judge|prosecutor|organi[sz]er|supervisor|superintendent|negotiator|researcher|editor|operator)$/;

/**
 * "[port authority] chief", "[coast guard] commander": the small words before such a head, where something shows that no
 * other phrase ends in them.
 */
function ofBody(words: readonly Word[], start: number, last: number): number {
	if (!HEADS.test(words[last]!.key)) return start;
	for (let i = start - 1; i >= start - 3; i--) {
		const word = words[i];
		if (word?.type !== 'word' || DETERMINERS.has(word.key) || POSSESSIVES.has(word.key)) return i + 1;
		const verb = REPORTING.get(word.key);
		if (verb && !verb.noun) return i + 1;
		// The first word of a sentence has its capital for that.
		if (word.capital) return i === 0 && word.doubtful && (word.flags & IS.starter) === 0 ? i : start;
		if (LINKS.test(word.key) || !/^\p{L}+$/u.test(word.key) || /(?:ed|ing|ly)$/.test(word.key)) return start;
		if (PREPOSITIONS.has(word.key) || CONJUNCTIONS.has(word.key)) return i + 1;
		if (AUXILIARIES.has(word.key) || COMMON_VERBS.has(word.key) || ADVERBS.has(word.key)) return start;
	}
	return start;
}
const LINKS = /^(?:who|which|that|whom)$/;

/** "Ruiz, husband expecting child": kin of nobody named is no apposition; "Ruiz, wife of the mayor," is. */
const isLooseKin = (words: readonly Word[], noun: number) =>
	KIN.has(words[noun]!.key) && !/^(?:of|to|and)$/.test(words[noun + 1]?.key ?? '');

/** The name ends a phrase put ahead of its sentence: "According to Ruiz, …", "For Ruiz, …". */
function isPutAhead(words: readonly Word[], from: number): boolean {
	let at = from - 1;
	while (at > 0 && words[at]!.type === 'word' && words[at]!.capital) at--;
	const word = words[at];
	if (word?.key === 'to') return words[at - 1]?.key === 'according';
	return at === 0 && word !== undefined && /^(?:for|to|with|unlike|like|under)$/.test(word.key);
}

/** The words after the comma behind a name, when they tell what the person is. */
function after(
	text: string,
	words: readonly Word[],
	persons: ReadonlySet<number>,
	from: number,
	to: number,
): Role | null {
	const comma = words[to];
	const first = words[to + 1];
	if (comma?.text !== ',' || first?.type !== 'word' || persons.has(to + 1)) return null;
	const determined = /^(?:an?|the|his|her|its|their|one)$/.test(first.key);
	if (!determined && (first.flags & (IS.role | MODIFIERS)) === 0) return null;
	if (!determined && first.flags & IS.titleState && (words[to + 2]?.flags ?? 0) === 0) return null;
	const ahead = isPutAhead(words, from);
	let noun = -1;
	for (let i = to + 1; i < words.length && i < to + 18; i++) {
		const word = words[i]!;
		// "According to Ruiz, the mayor “has grown lazy”": only a second comma would make them one.
		if (ahead && word.type === 'mark' && /^[.;!?“"]$/.test(word.text)) return null;
		if (
			noun >= 0 &&
			((word.type === 'mark' && PHRASE_END.test(word.text)) ||
				/^(?:who|whose|whom|which|that|and|but|as|while|when|born|aged)$/.test(word.key))
		)
			return !determined && isLooseKin(words, noun) ? null : made(text, words, to + 1, i);
		if (word.type === 'mark' && PHRASE_END.test(word.text)) return null;
		if (persons.has(i)) return noun >= 0 && noun < i - 1 ? made(text, words, to + 1, noun + 1) : null;
		if (/^(?:who|which|that|said|told|says|is|was|has|had)$/.test(word.key)) return null;
		if (noun < 0) {
			if (isRole(word) && !(word.flags & IS.honorific && word.capital)) noun = i;
			else if (i > to + 6) return null;
		}
	}
	return null;
}

/** The roles that the words around one mention give. `persons`: the words at which the sentence's persons begin. */
export function rolesOf(
	text: string,
	words: readonly Word[],
	segments: readonly Segment[],
	at: number,
	persons: ReadonlySet<number>,
): Role[] {
	return [
		before(text, words, segments, at),
		after(text, words, persons, segments[at]!.from, segments[at]!.to),
	].filter((role) => role !== null);
}
