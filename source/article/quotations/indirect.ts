/** Words reported without marks: "Lopez said the bridge would open in May", "…, according to two officials". */
import { DENYING } from '../../lexicon/reporting.ts';
import { ADVERBS, PREPOSITIONS, TIME_WORDS } from '../../lexicon/words.ts';
import type { Span } from '../../types.ts';
import { contentAfter, namesDeed, overAdjuncts } from './content.ts';
import { carries, contentEnd, contentStart, hasFinite, hasQuote, LINK, REPORTS } from './content-end.ts';
import type { Cue } from './cues.ts';
import { isMainClause } from './main-clause.ts';
import { isAdverb, isDash, isVerbAt, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import type { Token } from './prose.ts';
import { isDenied } from './said-or-not.ts';
import type { Attribution, Clause } from './views.ts';

export interface Indirect extends Attribution {
	/** Two where the attribution stands in the middle. */
	readonly spans: readonly Span[];
}

/** Opens a phrase that is not what was said unless a clause follows. */
const ADJUNCT_START =
	/^(?:according|asked|in|on|at|after|before|during|for|with|as|when|while|despite|from|by|speaking)$/;
/** Opens words about the reporting, not what was reported: "asked about the bridge, Lopez said". */
const HANGING = /^(?:asked|pressed|questioned|according|speaking|writing|when|after|before|while|as)$/;
/** Opens a condition, which belongs to what was said: "if elected, Lopez said, he would". */
const CONDITION = /^(?:if|unless)$/;
/** Opens what is not part of what was said behind "…, Lopez said, …". */
const ASIDE =
	/^(?:who|whom|whose|according|citing|quoting|referring|speaking|in|at|on|during|as|when|after|before|a|an|[a-z]+ing)$/;
/** A clause of content is at least this many tokens: "said so", "said no" tell nothing. */
const SHORTEST = 3;

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
	// "…, a gap that officials call": a clause inside another, no attribution of the words before it.
	for (let i = lead; i < from; i++) if (INSIDE.test(tokens[i]!.lower)) return from;
	return tokens[lead - 1]?.lower === ',' || isDash(tokens[lead - 1]) ? lead : from;
}
const INSIDE = /^(?:that|which|who|whom|whose|when|after|before|because|since|while|until|how|where|if)$/;

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
	start: tokens[from]!.start,
	end: tokens[to - 1]!.end,
});

/** Called for, called on. */
const takesPreposition = (tokens: readonly Token[], { kind, lemma, to }: Cue) =>
	kind !== 'noun' && lemma === 'call' && /^(?:for|on)$/.test(tokens[to]?.lower ?? '');

/** Called for or on, accused of: verbs that label, but whose object is what was said. */
const reportsDeed = (tokens: readonly Token[], cue: Cue) =>
	cue.kind !== 'noun' && (takesPreposition(tokens, cue) || namesDeed(tokens, cue));

/** His warning that, her promise to: not where the noun is the subject, whose clause has no clear end. */
const reportsByNoun = (tokens: readonly Token[], { kind, from, to, subject }: Cue) =>
	kind === 'noun' &&
	/^(?:that|to)$/.test(tokens[to]?.lower ?? '') &&
	hasFinite(tokens, 0, Math.min(from, subject?.from ?? from));

/** "It suggests", "you might say", "as they say": nobody's words; but "it said", "it states that". */
function isInference(tokens: readonly Token[], { subject, lemma, to }: Cue): boolean {
	if (subject?.kind !== 'pronoun') return false;
	const { lower } = tokens[subject.head]!;
	if (lower === 'you' || (lower === 'they' && tokens[subject.from - 1]?.lower === 'as')) return true;
	if (!/^(?:it|this|that|i|we)$/.test(lower) || lemma === 'say') return false;
	return !(/^(?:state|declare|warn|announce|insist|note)$/.test(lemma) && tokens[to]?.lower === 'that');
}

/** Token ranges of what one cue reports: none, one, or two around an attribution in the middle. */
interface Content {
	readonly ranges: readonly (readonly [number, number])[];
	readonly closing: boolean;
}

/** Reported content of one clause, in order; pieces that hold marked words are left to those. */
export function indirectIn(clause: Clause, at: number): Indirect[] {
	const { tokens, cues } = clause;
	const found: Indirect[] = [];
	let taken = 0;
	const reports = cues.filter((cue) => isReport(tokens, cue));
	const closers = reports.flatMap((cue) => closingOf(clause, cue));
	for (const cue of reports) {
		// "Residents vowed to stay, their leader said": the whole is the leader's.
		if (closers.some(({ by, from, to }) => by !== cue && cue.from >= from && cue.to <= to)) continue;
		const { ranges, closing } = contentOfCue(clause, cue, taken);
		const spans = ranges.filter(
			([from, to]) =>
				from >= taken && to > from && tokens[to - 1]!.lower !== 'that' && !hasQuote(tokens, from, to),
		);
		if (spans.reduce((sum, [from, to]) => sum + to - from, 0) < SHORTEST) continue;
		const denial = DENYING.has(cue.lemma);
		// "The bridge was unsafe, which Lopez denied"
		if (denial && closing) continue;
		taken = spans.at(-1)![1];
		const told = spans.map(([from, to]) => spanOf(tokens, overThat(tokens, from), to));
		const reporting = denial
			? upTo(tokens, cue, overThat(tokens, spans[0]![0]))
			: takesPreposition(tokens, cue)
				? { ...cue, to: cue.to + 1 }
				: cue;
		found.push({
			spans: told,
			clause: at,
			subject: cue.subject,
			cue: reporting,
			rule: closing ? 'indirect-closing' : cue.kind === 'according' ? 'indirect-according' : 'indirect',
		});
	}
	return found;
}

const isReport = (tokens: readonly Token[], cue: Cue) =>
	cue.subject !== null &&
	!isDenied(tokens, cue) &&
	!isInference(tokens, cue) &&
	!isRelative(tokens, cue) &&
	(REPORTS.has(cue.kind) || reportsDeed(tokens, cue) || reportsByNoun(tokens, cue));

/** "The deal she said she wanted": a clause about the deal, and no report of its own. */
function isRelative(tokens: readonly Token[], { subject, how }: Cue): boolean {
	if (subject?.kind !== 'pronoun' || subject.meant || how !== 'before') return false;
	const last = tokens[subject.from - 1];
	if (last?.type !== 'word' || TIME_WORDS.has(last.lower)) return false;
	const thing = phraseEndingAt(tokens, subject.from - 1, 0);
	const lead = thing && tokens[thing.from - 1];
	return (
		thing?.kind === 'nominal' &&
		/^(?:the|an?)$/.test(tokens[thing.from]!.lower) &&
		!(lead?.type === 'word' && PREPOSITIONS.has(lead.lower))
	);
}

const contentOfCue = (clause: Clause, cue: Cue, taken: number): Content =>
	cue.kind === 'according'
		? contentOfAccording(clause, cue, cue.subject!.to, taken)
		: contentOf(clause, cue, taken);

/** The words before an attribution that closes its clause. */
function closingOf(clause: Clause, cue: Cue): { by: Cue; from: number; to: number }[] {
	if (cue.how === 'shared' || cue.kind === 'noun' || cue.kind === 'according' || DENYING.has(cue.lemma))
		return [];
	const { ranges, closing } = contentOfCue(clause, cue, 0);
	const [first] = ranges;
	return closing && ranges.length === 1 && first && first[1] <= cue.from && !hasQuote(clause.tokens, ...first)
		? [{ by: cue, from: first[0], to: first[1] }]
		: [];
}

/** "denied on Monday that": what was said not to be so is never shown without the verb. */
const upTo = (tokens: readonly Token[], cue: Cue, content: number): Cue => ({
	...cue,
	to: tokens.slice(cue.to, content).some(({ type }) => type === 'quote') ? cue.to : Math.max(cue.to, content),
});

/** "that" belongs to the report, not to what was said; "that was why" is said. */
const overThat = (tokens: readonly Token[], from: number) =>
	tokens[from]!.lower === 'that' && !isVerbAt(tokens, from + 1) && tokens[from + 1]?.type !== 'mark'
		? from + 1
		: from;

const ANSWERS: ReadonlySet<string> = new Set(['respond', 'reply', 'comment', 'react']);

const NOTHING: Content = { ranges: [], closing: false };

function contentOfAccording(clause: Clause, cue: Cue, tail: number, taken: number): Content {
	const { tokens, cues } = clause;
	const lead = cue.from;
	const separated = lead > 0 && (tokens[lead - 1]!.lower === ',' || isDash(tokens[lead - 1]));
	const to = separated ? lead - 1 : lead;
	const from = pastLinks(tokens, Math.max(contentStart(tokens, lead), taken), to);
	// According to a survey of teachers published on Monday, …: the first comma ends it.
	let comma = tail;
	while (comma < tokens.length && comma - tail < 16 && tokens[comma]!.lower !== ',') {
		if (tokens[comma]!.type === 'quote') break;
		comma++;
	}
	const end = tokens[comma]?.lower === ',' ? contentEnd(tokens, cues, cue, comma + 1) : comma;
	const behind: readonly (readonly [number, number])[] = end > comma ? [[comma + 1, end]] : [];
	if (separated && to > from && comma === tail && end - tail > 3 && !hasFinite(tokens, from, to))
		return { ranges: [[from, to], ...behind], closing: true };
	if (lead > 3) return isMainClause(tokens, from, to) ? { ranges: [[from, to]], closing: true } : NOTHING;
	const reported = cues.some(
		({ from: other, kind, subject }) => other > comma && REPORTS.has(kind) && subject,
	);
	return reported ? NOTHING : { ranges: behind, closing: false };
}

function pastLinks(tokens: readonly Token[], from: number, to: number): number {
	let i = from;
	while (i < to && LINK.has(tokens[i]!.lower)) i++;
	return i;
}

/** "Still, Lopez said, …" */
const isBareAdverb = (tokens: readonly Token[], from: number, to: number) =>
	to - from === 1 &&
	(ADVERBS.has(tokens[from]!.lower) || /ly$|^(?:but|and|overall|so|yet)$/.test(tokens[from]!.lower));

/** Whatever else stands there is what was said: "promised an inquiry", "wrote a letter". */
const BESIDE =
	/^(?:in|on|at|by|via|through|during|after|before|when|while|as|with|without|from|to|and|but|if|because|since|though|although|last|this|early|earlier|late|later|here|there)$/;
/** Verbs that mostly tell what somebody does: they close a report only where nothing follows. */
const AT_WORK = /^(?:advise|counsel|write|publish|promise|urge|respond|message|wire|text|brief|order)$/;

const pastAdverbs = (tokens: readonly Token[], from: number) => {
	let i = from;
	while (tokens[i] && isAdverb(tokens[i]!)) i++;
	return i;
};

/** Nothing stands behind the verb but when, where and how it was said: "promised an inquiry" has what was promised. */
function isBare(tokens: readonly Token[], { lemma }: Cue, tail: number): boolean {
	// "…, a step Lopez said amounted to a coup": a clause about the step.
	if (carries(tokens, tail)) return false;
	const at = overAdjuncts(tokens, tail);
	const next = tokens[at];
	if (next === undefined || next.type === 'mark') return true;
	// a few days later
	for (let i = at + 1; i < at + 4; i++)
		if (/^(?:days?|weeks?|months?|years?|hours?|minutes?)$/.test(tokens[i]?.lower ?? '')) return true;
	if (next.type !== 'word') return false;
	return !AT_WORK.test(lemma) && BESIDE.test(next.lower);
}

/** What stands behind "…, Lopez said," goes on with what she said: "and will reopen", not "but Keller called it". */
function runsOn(tokens: readonly Token[], at: number): boolean {
	const { lower } = tokens[at]!;
	if (ASIDE.test(lower)) return false;
	return !/^(?:but|while|although|though|yet|whereas)$/.test(lower) || !phraseStartingAt(tokens, at + 1);
}

function contentOf(clause: Clause, cue: Cue, taken: number): Content {
	const { cues } = clause;
	// "…, Lopez responded to questions": that is what she did, not what she said.
	if (ANSWERS.has(cue.lemma) && /^(?:to|on|about)$/.test(clause.tokens[cue.to]?.lower ?? '')) return NOTHING;
	const subject = cue.subject!;
	// "Recalling the flood, Lopez left": what is recalled ends where she is named.
	const leads = cue.how === 'shared' && cue.from < subject.from;
	const tokens = leads ? clause.tokens.slice(0, subject.from) : clause.tokens;
	const turned = cue.how === 'inverted';
	const borrowed = cue.how === 'shared';
	const lead = turned || borrowed ? cue.from : overTitles(tokens, Math.min(subject.from, cue.from));
	const tail = turned ? subject.to : cue.to;
	const before = tokens[lead - 1];
	const separated = lead > 0 && (before!.lower === ',' || isDash(before));
	const start = Math.max(contentStart(tokens, lead), taken);
	const from = pastLinks(tokens, start, lead - 1);
	const opening = tokens[from]?.lower ?? '';
	const adjunct = ADJUNCT_START.test(opening) || (/ing$/.test(opening) && !isVerbAt(tokens, from + 1));
	// As Keller noted; as the Herald put it: the article of a name stands outside it.
	const asComment =
		!turned && (before?.lower === 'as' || (before?.lower === 'the' && tokens[lead - 2]?.lower === 'as'));
	const hearer = cue.kind === 'address' ? phraseStartingAt(tokens, tail) : null;
	const over = turned ? tail : overAdjuncts(tokens, hearer?.to ?? tail);
	const mark = tokens[over]?.lower === ',' ? over : tail;
	const comma = tokens[mark]?.lower === ',';
	const closes = !borrowed && !subject.meant && isBare(tokens, cue, turned ? tail : (hearer?.to ?? tail));
	const main =
		separated &&
		(isMainClause(tokens, from, lead - 1) ||
			// The tax was “finished” and would not return, Lopez said.
			(tokens[start - 1]?.type === 'quote' && carries(tokens, pastAdverbs(tokens, from))));
	// The bigger risk, Lopez said, is the bridge.
	if (comma && !borrowed && (separated || (asComment && lead <= 2)) && tokens[mark + 1]?.type !== 'quote') {
		if (!closes) return NOTHING;
		const end = contentEnd(tokens, cues, cue, mark + 1);
		const marked = tokens[lead - 2]?.type === 'quote';
		const goesOn =
			end - mark > 2 &&
			!(turned && (main || marked)) &&
			(main
				? runsOn(tokens, mark + 1)
				: !marked &&
					((CONDITION.test(opening) && end - mark > 5) ||
						carries(tokens, pastAdverbs(tokens, mark + 1)) ||
						(!(turned && ASIDE.test(tokens[mark + 1]!.lower)) && isMainClause(tokens, mark + 1, end))));
		const hanging = asComment || (HANGING.test(opening) && turned);
		const first: readonly [number, number][] =
			separated && !hanging && !isBareAdverb(tokens, from, lead - 1) ? [[from, lead - 1]] : [];
		const second: readonly [number, number][] = goesOn ? [[mark + 1, end]] : [];
		return main || goesOn ? { ranges: [...first, ...second], closing: true } : NOTHING;
	}
	// “Hitting out at the council, Lopez said, “…”
	if (comma && separated && !main) return NOTHING;
	const room = separated && !adjunct && !CONDITION.test(opening);
	const inside = INSIDE.test(tokens[subject.from - 1]?.lower ?? '');
	const told = takesPreposition(tokens, cue) ? cue.to + 1 : cue.to;
	const after = contentAfter(tokens, cue, told, !room && !inside);
	if (separated && after < 0 && tokens.length - tail <= 12)
		return closes && main ? { ranges: [[from, lead - 1]], closing: true } : NOTHING;
	// "…," said Lopez, who …: what follows an attribution of marked words tells about the speaker.
	const behind = before?.type === 'quote' || (separated && tokens[lead - 2]?.type === 'quote');
	if (after < 0 || turned || (behind && !borrowed)) return NOTHING;
	const end = contentEnd(tokens, cues, cue, after);
	const condition = !borrowed && separated && CONDITION.test(opening);
	return { ranges: [...(condition ? [[from, lead - 1] as const] : []), [after, end]], closing: false };
}
