/** Words reported without marks: "Lopez said the bridge would open in May", "…, according to two officials". */
import { ADVERBS, BEFORE_CONTENT, PREPOSITIONS, TIME_WORDS } from '../../lexicon/words.ts';
import type { Span } from '../../types.ts';
import type { Cue } from './cues.ts';
import type { Token } from './prose.ts';
import type { Attribution, Clause } from './speakers.ts';
import { isDash, looksFinite, phraseStartingAt } from './subjects.ts';

export interface Indirect extends Attribution, Span {}

const REPORTS = new Set<Cue['kind']>(['speech', 'address', 'according']);
/** Verbs whose content is what somebody is to do: vowed to appeal. */
const TO_DO = new Set(
	'promise vow pledge urge ask agree threaten refuse decline demand propose advise beg call swear warn tell plead'.split(
		' ',
	),
);
/** A clause of content is at least this many tokens: "said so", "said no" tell nothing. */
const SHORTEST = 4;

const hasFinite = (tokens: readonly Token[], from: number, to: number) => {
	for (let i = from; i < to; i++) if (looksFinite(tokens[i])) return true;
	return false;
};
const hasQuote = (tokens: readonly Token[], from: number, to: number) => {
	for (let i = from; i < to; i++) if (tokens[i]!.type === 'quote') return true;
	return false;
};

/** Where the words before a closing attribution begin: the unit's start, or after the last quotation or semicolon. */
function contentStart(tokens: readonly Token[], before: number): number {
	for (let i = before - 1; i >= 0; i--)
		if (tokens[i]!.type === 'quote' || tokens[i]!.lower === ';') return i + 1;
	return 0;
}

/** Where the words after a cue end: before the next cue of the same speaker, a semicolon or a quotation's own clause. */
function contentEnd(tokens: readonly Token[], cues: readonly Cue[], cue: Cue, from: number): number {
	let end = tokens.length;
	for (let i = from; i < end; i++) if (tokens[i]!.lower === ';') end = i;
	for (const next of cues) {
		if (next.from <= from || next.from >= end || next === cue || !REPORTS.has(next.kind)) continue;
		const lead = tokens[next.from - 1];
		if (
			next.how === 'shared' &&
			lead &&
			(lead.lower === ',' || lead.lower === 'and' || lead.lower === 'but' || lead.lower === 'while')
		)
			end = next.from - 1;
	}
	while (end > from && (tokens[end - 1]!.lower === ',' || tokens[end - 1]!.lower === 'and')) end--;
	return end;
}

/** The first token of what was said after the cue, or -1. */
function contentAfter(tokens: readonly Token[], cue: Cue, tail: number): number {
	let i = tail;
	if (cue.kind === 'address' || cue.lemma === 'ask' || cue.lemma === 'urge') {
		const addressee = phraseStartingAt(tokens, i);
		const pronoun = tokens[i]?.type === 'word' && /^(?:him|her|them|us|me|you|it)$/.test(tokens[i]!.lower);
		if (pronoun) i++;
		else if (addressee) i = addressee.to;
	}
	const limit = Math.min(tokens.length, i + 14);
	for (let k = i; k < limit; k++) {
		if (tokens[k]!.type === 'quote' || tokens[k]!.lower === ':') break;
		if (tokens[k]!.lower === 'that' && tokens[k]!.type === 'word') return k;
	}
	// Time, place and manner may stand between: said on Tuesday in Lyon the …
	while (
		i < tokens.length &&
		tokens[i]!.type === 'word' &&
		(TIME_WORDS.has(tokens[i]!.lower) || ADVERBS.has(tokens[i]!.lower) || /ly$/.test(tokens[i]!.lower))
	)
		i++;
	const token = tokens[i];
	if (!token || token.type === 'quote' || token.type === 'mark') return -1;
	if (token.lower === 'to' && TO_DO.has(cue.lemma)) return i;
	if (token.lower === 'for' && cue.lemma === 'call') return i;
	if (BEFORE_CONTENT.has(token.lower)) return i;
	if (PREPOSITIONS.has(token.lower) && !hasFinite(tokens, i, Math.min(tokens.length, i + 12))) return -1;
	return hasFinite(tokens, i + 1, Math.min(tokens.length, i + 18)) ? i : -1;
}

/** Reported content of one clause, in order; pieces that hold marked words are left to those. */
export function indirectIn(clause: Clause, at: number): Indirect[] {
	const { tokens, cues } = clause;
	const found: Indirect[] = [];
	let taken = 0;
	for (const cue of cues) {
		if (!REPORTS.has(cue.kind) || !cue.subject) continue;
		if (
			cue.subject.kind === 'pronoun' &&
			/^(?:it|this|that|i|you|we)$/.test(tokens[cue.subject.head]!.lower) &&
			cue.lemma !== 'say'
		)
			continue;
		const turned = cue.how === 'inverted';
		const lead = turned ? cue.from : Math.min(cue.subject.from, cue.from);
		const tail = turned ? cue.subject.to : cue.to;
		const rest = tokens.length - tail;
		const borrowed = cue.how === 'shared';
		let from = -1;
		let to = -1;
		const separated = lead > 0 && (tokens[lead - 1]!.lower === ',' || isDash(tokens[lead - 1]));
		const closing =
			!borrowed &&
			(separated || (cue.kind === 'according' && lead > 4)) &&
			rest <= 12 &&
			contentAfter(tokens, cue, tail) < 0;
		if (closing) {
			from = Math.max(contentStart(tokens, lead), taken);
			to = separated ? lead - 1 : lead;
			if (tokens[from]?.lower === ',' || tokens[from]?.lower === 'and' || tokens[from]?.lower === 'but')
				from++;
			if (!hasFinite(tokens, from, to)) from = -1;
		} else if (cue.kind === 'according') {
			if (lead === 0 && tokens[tail]?.lower === ',') {
				from = tail + 1;
				to = contentEnd(tokens, cues, cue, from);
				if (cues.some((other) => other !== cue && REPORTS.has(other.kind) && other.subject)) from = -1;
			}
		} else {
			from = contentAfter(tokens, cue, cue.to);
			if (from >= 0) to = contentEnd(tokens, cues, cue, from);
		}
		if (from < taken || from < 0 || to - from < SHORTEST || hasQuote(tokens, from, to)) continue;
		taken = to;
		found.push({
			start: tokens[from]!.start,
			end: tokens[to - 1]!.end,
			clause: at,
			subject: cue.subject,
			cue,
			rule: closing ? 'indirect-closing' : cue.kind === 'according' ? 'indirect-according' : 'indirect',
		});
	}
	return found;
}
