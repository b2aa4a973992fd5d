/** Where words reported without marks begin behind their cue. */
import { ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, TIME_WORDS } from '../../lexicon/words.ts';
import { carries, hasFinite } from './content-end.ts';
import type { Cue } from './cues.ts';
import { isVerbAt, phraseStartingAt } from './phrases.ts';
import type { Token } from './prose.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words whose content is what somebody is to do: vowed to appeal, her promise to appeal. */
const TO_DO = list(
	'promise vow pledge urge ask agree threaten demand propose advise beg call swear warn tell plead order instruct encourage implore remind exhort recommend offer promises pledges vows demands calls threat threats plea',
);
/** Words whose content may be what somebody did: denied taking money, admitted to lying. */
const TO_HAVE_DONE = list('deny admit acknowledge confess recommend suggest propose recall regret mention');
/** Verbs that find fault or give praise: with the deed behind "of" or "for" they tell what was said. */
const OF_A_DEED =
	/^(?:accuse|blame|criticiz|criticis|praise|condemn|denounce|chide|commend|fault|slam|blast|attack)/;
/** Lead to when or where it was said, not to what. */
const ADJUNCT = list('on in at during after before from via through to last this');
const SUBORDINATING = list('when as once after before because while since although though until by');
const ASKING = list('whether if how why what there');
const CLAUSE_PRONOUN = list('he she they we it i there');
/** Verbs whose object is what was said: denied the charges, announced a plan. */
const TAKES_THING = list('deny announce demand pledge promise reject');
/** Also what a person does for a living: only with "that" or "to" do they tell what was said. */
const WORK = list('advise counsel publish write relate address underscore underline echo quote cite');
/** What can be said without saying anything: said so, said no, said the same, said as much. */
const EMPTY = /^(?:so|no|yes|nothing|little|much|more|as|goodbye|farewell|hello|something|anything|sorry)$/;
const ING =
	/^(?!(?:during|according|nothing|something|anything|everything|morning|evening|king|spring)$)[a-z]{2,}ing$/;

/** The first token of what was said after the cue, or -1. `open`: no words before the cue could be the content. */
export function contentAfter(tokens: readonly Token[], cue: Cue, tail: number, open: boolean): number {
	let i = tail;
	if (tokens[i]?.lower === ':') return tokens.length - i > 5 ? i + 1 : -1;
	// He said, the bridge is closed.
	if (tokens[i]?.lower === ',' && open) {
		const clause = phraseStartingAt(tokens, i + 1);
		if (clause && isVerbAt(tokens, clause.to) && tokens.length - i > 5) return i + 1;
	}
	if (cue.kind === 'address' || cue.lemma === 'ask' || cue.lemma === 'urge') {
		const addressee = tokens[i]?.lower === 'that' ? null : phraseStartingAt(tokens, i);
		const pronoun = tokens[i]?.type === 'word' && /^(?:him|her|them|us|me|you|it)$/.test(tokens[i]!.lower);
		if (addressee && !/^(?:him|them|us|me|you|it)$/.test(tokens[i]!.lower)) i = addressee.to;
		else if (pronoun || isBareHearer(tokens, i)) i++;
	}
	if (CLAUSE_PRONOUN.has(tokens[i]?.lower ?? '')) return isObject(tokens, i) ? -1 : i;
	if (cue.lemma === 'ask' && ASKING.has(tokens[i]?.lower ?? '')) return i;
	if (/^(?:this|these|those)$/.test(tokens[i]?.lower ?? '') && isVerbAt(tokens, i + 1)) return i;
	const opening = phraseStartingAt(tokens, i);
	if (opening && isVerbAt(tokens, opening.to)) return i;
	// Urged [the council to wait]: without its subject the rest would hang in the air.
	if (TO_DO.has(cue.lemma) && isInfinitive(tokens, i)) return i === tail && cue.lemma === 'ask' ? -1 : tail;
	// Wrote [a book that …]: behind its object "that" tells about the object.
	const object =
		WORK.has(cue.lemma) && opening !== null && tokens[i]!.lower !== 'that' && !isTime(tokens[i]!);
	const that = object ? -1 : thatBehind(tokens, cue.lemma, i);
	if (that >= 0) return that;
	const direct = deedOrAppeal(tokens, cue.lemma, i);
	if (direct >= 0) return direct;
	i = overAdjuncts(tokens, i);
	if (TO_DO.has(cue.lemma) && isInfinitive(tokens, i)) return i > tail && cue.kind === 'address' ? tail : i;
	return cue.kind === 'noun' ? -1 : clauseOrDeed(tokens, cue, i, open);
}

/** Told [parliament] the bank was ready: one bare word, then a phrase of its own. */
const isBareHearer = (tokens: readonly Token[], at: number) =>
	tokens[at]?.type === 'word' &&
	!PREPOSITIONS.has(tokens[at]!.lower) &&
	!DETERMINERS.has(tokens[at]!.lower) &&
	!ASKING.has(tokens[at]!.lower) &&
	tokens[at + 1]?.lower !== 'that' &&
	(DETERMINERS.has(tokens[at + 1]?.lower ?? '') || CLAUSE_PRONOUN.has(tokens[at + 1]?.lower ?? ''));

/** What stands right behind a cue and what lies around it: a clause, a question, a deed. */
function clauseOrDeed(tokens: readonly Token[], { lemma }: Cue, i: number, open: boolean): number {
	const token = tokens[i];
	if (
		!token ||
		token.type === 'quote' ||
		token.type === 'mark' ||
		/^(?:and|or|but|who|whom|whose|which)$/.test(token.lower)
	)
		return -1;
	if (token.lower === 'that' && isVerbAt(tokens, i + 1)) return -1;
	if (isObject(tokens, i)) return -1;
	if (SUBORDINATING.has(token.lower)) return token.lower !== 'as' && mainClauseBehind(tokens, i) ? i : -1;
	if (ASKING.has(token.lower) || CLAUSE_PRONOUN.has(token.lower)) return i;
	if (OF_A_DEED.test(lemma)) return i;
	if (TAKES_THING.has(lemma) && (DETERMINERS.has(token.lower) || isPlan(tokens, i))) return i;
	// "which officials said collapsed": what was said has no subject here.
	if (isVerbAt(tokens, i)) return -1;
	if (token.type === 'word' && PREPOSITIONS.has(token.lower)) return -1;
	if (WORK.has(lemma)) return -1;
	// A clause: a phrase, and its verb before anything else begins. A relative clause brings a verb of its own.
	let owed = 1;
	let commas = 0;
	for (let k = i + 1; k < tokens.length && k - i < 22; k++) {
		const { type, lower } = tokens[k]!;
		const lead = tokens[k - 1]!.lower;
		if (lower === ',') commas++;
		if (carries(tokens, k) && !carries(tokens, k - 1) && --owed === 0) {
			// "stopped writing the speech, packed up and left": a second verb of the speaker's. One between commas is
			// the phrase's own: "the dam, built in 1920, was old".
			if (/^(?:and|or|but)$/.test(lead)) return -1;
			if (lead !== ',' || commas % 2 === 0) return i;
			owed = 1;
		}
		if (type === 'quote' || lower === 'but' || SUBORDINATING.has(lower)) break;
		if (lower === 'who' || lower === 'which' || lower === 'that') owed++;
	}
	// Not every verb is known, but nothing can be said that is not a clause.
	const whole = lemma === 'say' && open && tokens.length - i > 4;
	const same = token.lower === 'the' && tokens[i + 1]?.lower === 'same';
	return whole && !same && !EMPTY.test(token.lower) ? i : -1;
}

/** Called [for a vote], called [on the council to wait], denied [taking money], admitted to [lying]. */
function deedOrAppeal(tokens: readonly Token[], lemma: string, i: number): number {
	if (lemma === 'call') return i;
	if (!TO_HAVE_DONE.has(lemma)) return -1;
	const deed = tokens[i]?.lower === 'to' ? i + 1 : i;
	return ING.test(tokens[deed]?.lower ?? '') ? deed : -1;
}

const isPlan = (tokens: readonly Token[], at: number) =>
	tokens[at]!.lower === 'plans' && tokens[at + 1]?.lower === 'to';

/** Said [it best], said [it all], said [them]: the words themselves, not what was said. */
const isObject = (tokens: readonly Token[], at: number) =>
	/^(?:it|them)$/.test(tokens[at]!.lower) &&
	/^(?:best|all|again|loud|before|first|once|twice|to|in|on|at|with|for|when|as|and|,)$/.test(
		tokens[at + 1]?.lower ?? ',',
	);

/** To appeal, not to appeal. */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
	const to = tokens[at]?.lower === 'not' || tokens[at]?.lower === 'never' ? at + 1 : at;
	const verb = tokens[to + 1];
	return tokens[to]?.lower === 'to' && verb?.type === 'word' && !verb.capital && !DETERMINERS.has(verb.lower);
}

/** "that" behind the cue, with time, place, hearer or an aside in between; -1 where it is a relative or not there. */
function thatBehind(tokens: readonly Token[], lemma: string, from: number): number {
	const aside = tokens[from]?.lower === ',';
	for (let k = from; k < tokens.length && k < from + 20; k++) {
		const { type, lower } = tokens[k]!;
		if (type === 'quote' || (type === 'mark' && lower !== "'s" && !(aside && lower === ','))) return -1;
		// Said [his forecast assumed that …]: a clause of its own has begun.
		if (k > from && carries(tokens, k)) return -1;
		if (lower !== 'that' || type !== 'word') continue;
		// A verb right behind it makes "that" a relative (remarks that were …); "that would be" is said.
		if (isVerbAt(tokens, k + 1))
			return k === from && lemma === 'say' && AUXILIARIES.has(tokens[k + 1]!.lower) ? k : -1;
		return !aside || tokens[k - 1]!.lower === ',' ? k : -1;
	}
	return -1;
}

/** "said although it was late, the council would vote": a subordinate clause, a comma, a clause. */
function mainClauseBehind(tokens: readonly Token[], from: number): boolean {
	for (let k = from + 2; k < tokens.length && k - from < 25; k++) {
		if (tokens[k]!.type === 'quote') return false;
		if (tokens[k]!.lower !== ',') continue;
		if (!hasFinite(tokens, from + 1, k)) return false;
		const subject = phraseStartingAt(tokens, k + 1);
		return subject !== null && isVerbAt(tokens, subject.to);
	}
	return false;
}

const isTime = ({ lower }: Token) =>
	TIME_WORDS.has(lower) || /^(?:this|last|next|earlier|later)$/.test(lower);

/** Time, place and manner may stand between: said on Tuesday in Lyon [the bridge …]. */
export function overAdjuncts(tokens: readonly Token[], from: number): number {
	let i = from;
	for (let steps = 0; steps < 4; steps++) {
		while (
			tokens[i]?.type === 'word' &&
			!ADJUNCT.has(tokens[i]!.lower) &&
			!DETERMINERS.has(tokens[i]!.lower) &&
			(TIME_WORDS.has(tokens[i]!.lower) || ADVERBS.has(tokens[i]!.lower) || /ly$/.test(tokens[i]!.lower))
		) {
			const month = TIME_WORDS.has(tokens[i]!.lower);
			i++;
			if (month) i = overNumber(tokens, i);
		}
		const token = tokens[i];
		if (token?.type !== 'word' || !ADJUNCT.has(token.lower) || isInfinitive(tokens, i)) return i;
		const phrase = phraseStartingAt(tokens, i + 1);
		if (phrase && phrase.kind !== 'pronoun') i = phrase.to;
		else if (tokens[i + 1] && TIME_WORDS.has(tokens[i + 1]!.lower)) i = overNumber(tokens, i + 2);
		// In court, on stage: one bare word, if a phrase of its own begins behind it.
		else if (tokens[i + 1]?.type === 'word' && DETERMINERS.has(tokens[i + 2]?.lower ?? '')) i += 2;
		else return from;
	}
	return i;
}

/** March [11] */
const overNumber = (tokens: readonly Token[], at: number) =>
	/^\d{1,4}$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;

/** Accused [the mayor of lying], criticised [the plan for ignoring the poor]: the deed is named. */
export function namesDeed(tokens: readonly Token[], { lemma, to }: Cue): boolean {
	if (!OF_A_DEED.test(lemma)) return false;
	for (let k = to + 1; k < tokens.length && k - to < 12; k++) {
		const { type, lower } = tokens[k]!;
		if (type === 'quote' || (type === 'mark' && lower !== "'s")) return false;
		const deed = tokens[k + 1];
		if (lower === (lemma === 'accuse' ? 'of' : 'for') && (lemma === 'accuse' || ING.test(deed?.lower ?? '')))
			return deed !== undefined && deed.type !== 'quote';
	}
	return false;
}
