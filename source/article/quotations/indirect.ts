/** Words reported without marks: "Lopez said the bridge would open in May", "…, according to two officials". */
import { ADVERBS, DETERMINERS, PREPOSITIONS, TIME_WORDS } from '../../lexicon/words.ts';
import type { Span } from '../../types.ts';
import type { Cue } from './cues.ts';
import type { Token } from './prose.ts';
import { isDash, isVerbAt, looksFinite, phraseStartingAt } from './subjects.ts';
import type { Attribution, Clause } from './views.ts';

export interface Indirect extends Attribution {
	/** Two where the attribution stands in the middle. */
	readonly spans: readonly Span[];
}

const REPORTS = new Set<Cue['kind']>(['speech', 'address', 'according']);
/** Verbs whose content is what somebody is to do: vowed to appeal. */
const TO_DO = new Set(
	'promise vow pledge urge ask agree threaten refuse decline demand propose advise beg call swear warn tell plead'.split(
		' ',
	),
);
/** Lead to when or where it was said, not to what. */
const ADJUNCT = new Set('on in at during after before from via through to last this'.split(' '));
const SUBORDINATING = new Set(
	'when as once after before because while since although though until by'.split(' '),
);
const ASKING = new Set('whether if how why what there'.split(' '));
const CLAUSE_PRONOUN = new Set('he she they we it i there'.split(' '));
/** Verbs whose object is what was said: denied the charges, announced a plan. */
const TAKES_THING = new Set('deny announce demand pledge promise reject'.split(' '));
/** Opens a phrase that is not what was said unless a clause follows. */
const ADJUNCT_START =
	/^(?:according|asked|in|on|at|after|before|during|for|with|as|when|while|despite|from|by|speaking)$/;
/** A clause of content is at least this many tokens: "said so", "said no" tell nothing. */
const SHORTEST = 3;

const hasFinite = (tokens: readonly Token[], from: number, to: number) => {
	for (let i = from; i < to; i++) if (isVerbAt(tokens, i)) return true;
	return false;
};
const hasQuote = (tokens: readonly Token[], from: number, to: number) => {
	for (let i = from; i < to; i++) if (tokens[i]!.type === 'quote') return true;
	return false;
};

/** Where the words before a closing attribution begin: the unit's start, or after the last quotation or semicolon. */
function contentStart(tokens: readonly Token[], before: number): number {
	for (let i = before - 1; i >= 0; i--) {
		if (tokens[i]!.lower === ';') return i + 1;
		// What follows marked words is a clause of its own only behind "and" or a comma.
		if (tokens[i]!.type === 'quote') return LINK.has(tokens[i + 1]?.lower ?? '') ? i + 1 : before;
	}
	return 0;
}

/** Where the words after a cue end: before the next cue of the same speaker, a semicolon or a quotation's own clause. */
function contentEnd(tokens: readonly Token[], cues: readonly Cue[], cue: Cue, from: number): number {
	let end = tokens.length;
	for (let i = from; i < end; i++) {
		if (tokens[i]!.lower === ';') end = i;
		// "…, and expressed hope": a verb of the speaker's own behind a comma.
		if (
			tokens[i]!.lower === ',' &&
			tokens[i + 1]?.lower === 'and' &&
			i - from > 3 &&
			looksFinite(tokens[i + 2]) &&
			/ed$/.test(tokens[i + 2]!.lower)
		)
			end = i;
	}
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
	const first = tail;
	if (cue.kind === 'address' || cue.lemma === 'ask' || cue.lemma === 'urge') {
		const addressee = phraseStartingAt(tokens, i);
		const pronoun = tokens[i]?.type === 'word' && /^(?:him|her|them|us|me|you|it)$/.test(tokens[i]!.lower);
		if (pronoun) i++;
		else if (addressee) i = addressee.to;
	}
	if (CLAUSE_PRONOUN.has(tokens[i]?.lower ?? '')) return i;
	const opening = phraseStartingAt(tokens, i);
	if (opening && isVerbAt(tokens, opening.to)) return i;
	const limit = Math.min(tokens.length, i + 14);
	for (let k = i; k < limit; k++) {
		if (tokens[k]!.type === 'quote' || tokens[k]!.type === 'mark') break;
		// A verb right behind it makes "that" a relative: remarks that were …
		if (tokens[k]!.lower === 'that' && tokens[k]!.type === 'word') return isVerbAt(tokens, k + 1) ? -1 : k;
	}
	i = overAdjuncts(tokens, i);
	const token = tokens[i];
	if (!token || token.type === 'quote' || token.type === 'mark' || SUBORDINATING.has(token.lower)) return -1;
	// Urged [the council to wait]: without its subject the rest would hang in the air.
	if (token.lower === 'to' && TO_DO.has(cue.lemma)) return first;
	if ((token.lower === 'for' || token.lower === 'on') && cue.lemma === 'call') return i;
	if (ASKING.has(token.lower) || CLAUSE_PRONOUN.has(token.lower)) return i;
	if (cue.lemma === 'accuse' || (TAKES_THING.has(cue.lemma) && DETERMINERS.has(token.lower))) return i;
	if (token.type === 'word' && PREPOSITIONS.has(token.lower)) return -1;
	// A clause: a phrase, and its verb before anything else begins.
	for (let k = i; k < tokens.length && k - i < 22; k++) {
		const { type, lower } = tokens[k]!;
		if (k > i && isVerbAt(tokens, k)) return i;
		if (
			type === 'word' &&
			k > i &&
			(lower === 'who' || lower === 'which' || lower === 'but' || SUBORDINATING.has(lower))
		)
			return -1;
		if (type === 'quote') return -1;
	}
	return -1;
}

/** Time, place and manner may stand between: said on Tuesday in Lyon [the bridge …]. */
function overAdjuncts(tokens: readonly Token[], from: number): number {
	let i = from;
	for (let steps = 0; steps < 4; steps++) {
		while (
			tokens[i]?.type === 'word' &&
			(TIME_WORDS.has(tokens[i]!.lower) || ADVERBS.has(tokens[i]!.lower) || /ly$/.test(tokens[i]!.lower))
		)
			i++;
		const token = tokens[i];
		if (token?.type !== 'word' || !ADJUNCT.has(token.lower)) return i;
		const phrase = phraseStartingAt(tokens, i + 1);
		if (phrase && phrase.kind !== 'pronoun') i = phrase.to;
		else if (tokens[i + 1] && TIME_WORDS.has(tokens[i + 1]!.lower)) i += 2;
		else return from;
	}
	return i;
}

/** Steps left over the titles before a name, if a comma or dash parts them from what was said. */
function overTitles(tokens: readonly Token[], from: number): number {
	let lead = from;
	while (
		lead > 0 &&
		from - lead < 9 &&
		tokens[lead - 1]!.type !== 'mark' &&
		tokens[lead - 1]!.type !== 'quote' &&
		!isVerbAt(tokens, lead - 1)
	)
		lead--;
	return tokens[lead - 1]?.lower === ',' || isDash(tokens[lead - 1]) ? lead : from;
}

/** "did not say whether": nothing was said. */
const isDenied = (tokens: readonly Token[], { from }: Cue) =>
	tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => NEGATION.test(lower));
const NEGATION = /^(?:not|never|neither|nor|cannot|nobody)$|n't$/;

const LINK = new Set([',', 'and', 'but', '(']);

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
	start: tokens[from]!.start,
	end: tokens[to - 1]!.end,
});

/** Called for or on, accused: verbs that label, but whose object is what was said. */
const reportsDeed = (tokens: readonly Token[], { lemma, to, kind }: Cue) =>
	kind !== 'noun' &&
	(lemma === 'accuse' || (lemma === 'call' && /^(?:for|on)$/.test(tokens[to]?.lower ?? '')));

/** Reported content of one clause, in order; pieces that hold marked words are left to those. */
export function indirectIn(clause: Clause, at: number): Indirect[] {
	const { tokens, cues } = clause;
	const found: Indirect[] = [];
	let taken = 0;
	for (const cue of cues) {
		if (!cue.subject || !(REPORTS.has(cue.kind) || reportsDeed(tokens, cue)) || isDenied(tokens, cue))
			continue;
		if (
			cue.subject.kind === 'pronoun' &&
			/^(?:it|this|that|i|you|we)$/.test(tokens[cue.subject.head]!.lower) &&
			cue.lemma !== 'say'
		)
			continue;
		const turned = cue.how === 'inverted';
		const lead =
			turned || cue.how === 'shared' ? cue.from : overTitles(tokens, Math.min(cue.subject.from, cue.from));
		const tail = turned ? cue.subject.to : cue.to;
		const rest = tokens.length - tail;
		const borrowed = cue.how === 'shared';
		let from = -1;
		let to = -1;
		const separated = lead > 0 && (tokens[lead - 1]!.lower === ',' || isDash(tokens[lead - 1]));
		const parenthetical = separated && tokens[tail]?.lower === ',';
		const closing =
			!borrowed &&
			(cue.kind === 'according'
				? lead > 4
				: separated &&
					(parenthetical ? tokens[tail + 1]?.type !== 'quote' : rest <= 12) &&
					contentAfter(tokens, cue, tail) < 0);
		if (closing) {
			from = Math.max(contentStart(tokens, lead), taken);
			to = separated ? lead - 1 : lead;
			while (from < to && LINK.has(tokens[from]!.lower)) from++;
			const after = parenthetical ? contentEnd(tokens, cues, cue, tail + 1) : to;
			// Not every verb is known: five words with an attribution behind them are a clause.
			const opening = tokens[from]?.lower ?? '';
			const adjunct = ADJUNCT_START.test(opening);
			const hanging =
				/^(?:asked|according|speaking|when|after|before|while)$/.test(opening) &&
				!tokens.slice(from, to).some(({ lower }) => lower === ',');
			if (hanging) continue;
			if ((to - from < 5 || adjunct) && !hasFinite(tokens, from, to) && !hasFinite(tokens, tail, after))
				from = -1;
			// The bigger risk, Lopez said, is the bridge.
			else if (
				parenthetical &&
				!hasFinite(tokens, from, to) &&
				hasFinite(tokens, tail, after) &&
				after - tail > 3 &&
				!hasQuote(tokens, tail, after)
			) {
				if (to > from && !hasQuote(tokens, from, to)) {
					found.push({
						spans: [spanOf(tokens, from, to), spanOf(tokens, tail + 1, after)],
						clause: at,
						subject: cue.subject,
						cue,
						rule: 'indirect-closing',
					});
					taken = after;
				}
				continue;
			}
		} else if (cue.kind === 'according') {
			if (lead <= 3 && tokens[tail]?.lower === ',') {
				from = tail + 1;
				to = contentEnd(tokens, cues, cue, from);
				if (cues.some((other) => other !== cue && REPORTS.has(other.kind) && other.subject)) from = -1;
			}
		} else {
			// "…," said Lopez, who …: what follows an attribution of marked words tells about the speaker.
			const behind = tokens[lead - 1]?.type === 'quote' || (separated && tokens[lead - 2]?.type === 'quote');
			if (!turned && !(behind && !borrowed)) from = contentAfter(tokens, cue, cue.to);
			if (from >= 0) to = contentEnd(tokens, cues, cue, from);
		}
		if (from < taken || from < 0 || to - from < SHORTEST || hasQuote(tokens, from, to)) continue;
		taken = to;
		// "that" belongs to the report, not to what was said.
		const start = tokens[from]!.lower === 'that' ? from + 1 : from;
		found.push({
			spans: [spanOf(tokens, start, to)],
			clause: at,
			subject: cue.subject,
			cue,
			rule: closing ? 'indirect-closing' : cue.kind === 'according' ? 'indirect-according' : 'indirect',
		});
	}
	return found;
}
