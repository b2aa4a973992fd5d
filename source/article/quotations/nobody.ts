/** Marked words that nobody said: titles, nicknames, scare quotes. And whether words were said whole or in part. */
import { MOTTOES, REPORTING, TITLED_WORKS, WRITTEN_ON } from '../../lexicon/reporting.ts';
import type { ParagraphKind } from '../../types.ts';
import type { Cue } from './cues.ts';
import type { Segment } from './marks.ts';
import { looksFinite } from './phrases.ts';
import type { Token } from './prose.ts';
import { isDenied } from './said-or-not.ts';
import type { Attribution, Clause } from './views.ts';

/** Rules that rest on no reporting word: short pieces they would attribute are mostly scare quotes. */
const WITHOUT_CUE = new Set(['clause-subject', 'cue-trailing']);
const SMALL = /^(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|nor|as|vs\.?|is)$/i;

/** What stands around a segment in its unit. */
interface Place {
	readonly clause: Clause;
	readonly quote: number;
}

export function placesOf(clauses: readonly Clause[]): ReadonlyMap<number, Place> {
	const places = new Map<number, Place>();
	for (const clause of clauses)
		clause.tokens.forEach((token, quote) => {
			if (token.type === 'quote') places.set(token.index, { clause, quote });
		});
	return places;
}

/** Every word of weight is capitalised, and there is no stop inside. */
function isTitleCase(words: string): boolean {
	const list = words.replace(/[,.!?;:]+$/, '').split(/\s+/);
	if (/[.!?;,]\s/.test(words)) return false;
	return (
		list.every((word) => /^[\p{Lu}\p{N}$“‘'"(]/u.test(word) || SMALL.test(word)) &&
		/^\p{Lu}/u.test(list[0] ?? '')
	);
}

/** C.L. "Butch" Otter */
const isNickname = (tokens: readonly Token[], quote: number, words: string) =>
	words.split(/\s+/).length <= 2 &&
	tokens[quote - 1]?.capital === true &&
	tokens[quote + 1]?.capital === true &&
	tokens[quote - 1]?.type !== 'mark';

/** "The street is called 'the Gut'", "with a hand called a 'royal flush'": a name is given, nothing is said. */
function isNaming(tokens: readonly Token[], quote: number, attribution: Attribution | null): boolean {
	const cue = attribution?.cue;
	// A paragraph that goes on with the words before has its cue there, and no token of its own for it.
	if (cue?.lemma !== 'call' || tokens[cue.from]?.lower !== 'called') return false;
	for (let i = cue.to; i < quote; i++) if (!/^(?:a|an|the)$/.test(tokens[i]!.lower)) return false;
	if (cue.how === 'none') return /^(?:is|are)$/.test(tokens[cue.from - 1]?.lower ?? '');
	const before = tokens[(cue.subject?.from ?? 0) - 1];
	return (
		cue.how === 'before' &&
		cue.subject?.kind === 'nominal' &&
		/^(?:a|an)$/.test(tokens[cue.subject.from]!.lower) &&
		before?.type === 'word' &&
		!/^(?:what|which|that|and|but|as|when|while)$/.test(before.lower)
	);
}

/** "Never," came the reply. */
const isAnswer = (tokens: readonly Token[], quote: number) =>
	tokens.length < 8 &&
	tokens.at(-1)!.type === 'word' &&
	tokens.slice(quote + 1, -1).some(({ lower }) => lower === 'came');

/** The company's motto, “…”; but "his motto is '…'" is what he says. */
function isMotto(tokens: readonly Token[], quote: number): boolean {
	let at = quote - 1;
	if (/^(?:,|:|is|was|of)$/.test(tokens[at]?.lower ?? '')) at--;
	if (!MOTTOES.has(tokens[at]?.lower ?? '')) return false;
	const owner = tokens[at - 1]?.lower === "'s" ? tokens[at - 2] : tokens[at - 1];
	return !owner?.person && !/^(?:his|her|my)$/.test(owner?.lower ?? '');
}

/** "wants a 'big name'", "wants to say 'thanks'": a wish, and nothing that was said. */
function isWish(tokens: readonly Token[], quote: number, count: number, cue: Cue | null): boolean {
	if (!cue || count > 3) return false;
	if (cue.kind === 'mind') return /^an?$/.test(tokens[quote - 1]?.lower ?? '') && WISHES.test(cue.lemma);
	const wish = REPORTING.get(tokens[cue.from - 2]?.lower ?? '');
	return tokens[cue.from - 1]?.lower === 'to' && wish !== undefined && WISHES.test(wish.lemma);
}
const WISHES = /^(?:want|wish|hope|seek|like|love|plan|intend|prefer)$/;

/** "Kell never said '…,' his lawyer insisted": words that were not said, by whoever tells so. */
const isUnsaid = ({ tokens, cues }: Clause, quote: number, given: Cue | null) =>
	given !== null && given.from > quote && cues.some((cue) => cue.to === quote && isDenied(tokens, cue));

/** Followed or led by a comma or colon that hands over to speech. */
const isIntroduced = (tokens: readonly Token[], quote: number) =>
	tokens[quote - 1]?.lower === ',' || tokens[quote - 1]?.lower === ':';

/** False for titles, nicknames and words held at arm's length. */
export function isWords(
	text: string,
	segment: Segment,
	attribution: Attribution | null,
	place: Place | undefined,
	paragraph: ParagraphKind,
): boolean {
	const words = text.slice(segment.start, segment.end);
	if (!place) return attribution !== null;
	const { tokens } = place.clause;
	const { quote } = place;
	const count = words.split(/\s+/).length;
	if (isNickname(tokens, quote, words) || isMotto(tokens, quote)) return false;
	const cue = attribution?.cue ?? null;
	if (isWish(tokens, quote, count, cue) || isUnsaid(place.clause, quote, cue)) return false;
	if (segment.style === 'single' && !attribution && !isAnswer(tokens, quote)) return false;
	const lead = tokens[quote - 1];
	const follow = tokens[quote + 1];
	// A sign read "Keep Out."
	const bearer = attribution?.subject?.meant ?? attribution?.subject;
	const onSign =
		/^read(?:s|ing)?$/.test(lead?.lower ?? '') &&
		bearer?.kind === 'nominal' &&
		bearer.to <= quote &&
		tokens.slice(bearer.from, bearer.to).some(({ lower: word }) => WRITTEN_ON.has(word));
	const titled = paragraph !== 'headline' && !onSign && isTitleCase(words);
	const work = (token: Token | undefined) => token !== undefined && TITLED_WORKS.has(token.lower);
	if (titled && quote > 0) {
		const near = work(lead) || work(tokens[quote - 2]) || work(follow);
		if (near || lead?.lower === "'s" || (count > 1 && !isIntroduced(tokens, quote) && !/[!?]$/.test(words)))
			return false;
		if (/^(?:on|in|at|told|like|and)$/.test(lead?.lower ?? '') && !/[!?]$/.test(words)) return false;
	}
	if (/^(?:known|so-called|nicknamed|dubbed|entitled|titled)$/.test(lead?.lower ?? '')) return false;
	if (lead?.lower === 'as' && tokens[quote - 2]?.lower === 'known') return false;
	const rule = attribution?.rule ?? 'nobody';
	if (rule === 'nobody') return count > 4 || isAnswer(tokens, quote);
	if (count <= 4 && isNaming(tokens, quote, attribution)) return false;
	if (WITHOUT_CUE.has(rule)) {
		if (rule === 'clause-subject') return count > 3 || /[.!?]$/.test(words);
		return count > 1 || looksFinite(lead);
	}
	return true;
}

/** direct: the words stand alone as a sentence of the speaker's; mixed: they stand inside one of the reporter's. */
export function kindOf(text: string, { outer, start, end }: Segment): 'direct' | 'mixed' {
	const before = text.slice(Math.max(0, outer.start - LOOK_BACK), outer.start);
	const words = text.slice(start, end);
	if (/^\p{Ll}/u.test(words)) return goesOn(before) ? 'direct' : 'mixed';
	const ended = /[.,!?…—–-]['’"”]*$/.test(words.slice(-4));
	// Behind a word of the reporter's only a reporting verb hands over a whole sentence.
	const lead = /(\p{L}+)[^\S\n]+$/u.exec(before.slice(-24))?.[1];
	if (lead) return ended && REPORTING.has(lead.toLowerCase()) ? 'direct' : 'mixed';
	return ended || /^(?:[.,!?;:]|\s*$)/.test(text.slice(outer.end, outer.end + 2)) ? 'direct' : 'mixed';
}

/**
 * Words that go on behind an attribution: “We have a plan,” she said, “and we will keep to it.” A capital tells nothing
 * where both halves lean on one cue (“If they come,” she said, “I will go”).
 */
export function isHalf(
	text: string,
	{ outer, start, end }: Segment,
	given: Attribution | null,
	before: Attribution | null,
): boolean {
	if (given?.rule === 'same-paragraph' || /^\p{Ll}/u.test(text.slice(start, end))) return true;
	return (
		given?.cue != null &&
		given.cue === before?.cue &&
		goesOn(text.slice(Math.max(0, outer.start - LOOK_BACK), outer.start))
	);
}

/** An attribution is not longer than this. */
const LOOK_BACK = 240;
/** A mark that closes words which go on, in any style („so,“ »so,« too): behind a comma or dash, or before a comma. */
const CLOSED = /[,?!…—–-]['’‘]?["“”«»’‘'](?=\s)|["“”«»’‘'](?=,\s)/g;

/** “We have a plan,” she said, “and we will keep to it.”: the second half of a sentence of the speaker's. */
function goesOn(before: string): boolean {
	if (!/[,—–-]\s*$/.test(before.slice(-4))) return false;
	const close = [...before.matchAll(CLOSED)].at(-1);
	if (!close) return false;
	const between = before.slice(close.index + close[0].length);
	return /^,?\s[^;\n“”„«»"]*$/.test(between) && /\p{L}/u.test(between) && !/\p{Ll}{4}[.!?]\s/u.test(between);
}
