/** Every quotation of one article with its speaker: marks, then cues, then who is meant. */
import type { Quoted, Span, TimeWords } from '../types.ts';
import { type Resolver, resolver } from './quotations/coreference.ts';
import { type Doubts, doubtsOf } from './quotations/doubts.ts';
import { indirectIn } from './quotations/indirect.ts';
import { findSegments, type Segment } from './quotations/marks.ts';
import { isHalf, isWords, kindOf, placesOf } from './quotations/nobody.ts';
import { pairOf } from './quotations/pairs.ts';
import { looksFinite, type Subject } from './quotations/phrases.ts';
import { type Token, withPlainWords } from './quotations/prose.ts';
import { attribute } from './quotations/rules.ts';
import { isNobody, isOpen } from './quotations/said-or-not.ts';
import { notThemselves } from './quotations/same-name.ts';
import { subheadsAmong } from './quotations/subheads.ts';
import { asToldBelow } from './quotations/told-below.ts';
import { findTurns, isTold } from './quotations/turns.ts';
import { type Attribution, type Clause, clausesOf, type Passage } from './quotations/views.ts';
import { firstFrom } from './spans.ts';

/**
 * Rules that were right less than 85 times in 100 where they were measured, or met too few times to tell: their speakers
 * are marked unsure.
 */
const UNSURE: ReadonlySet<string> = new Set([
	'cue-object-far',
	'cue-loose',
	'for-somebody',
	'headline',
	'after-colon',
	'previous-paragraph',
	'clause-subject',
	'previous-sentence',
]);

/** So many characters before her words stands the sentence that names who speaks and who is spoken of. */
const SHORTLY = 200;

/** All quotations, in order of their first words. Linear in the text; never throws. */
export function findQuotations(passage: Passage & { readonly times: readonly TimeWords[] }): Quoted[] {
	const { text, paragraphs, times } = passage;
	const segments = findSegments(text, paragraphs);
	const clauses = clausesOf(passage, segments);
	const subheads = subheadsAmong(text, paragraphs, segments);
	const attributions = attribute(passage, segments, clauses, subheads);
	const resolve = resolver(passage, clauses);
	const doubtful = doubtsOf(passage);
	const places = placesOf(clauses);
	const turns = findTurns(passage, segments, attributions);
	const found: Quoted[] = turns.map(({ spans, speaker }) => ({
		kind: 'direct',
		spans,
		speaker,
		cue: null,
		rule: 'turn',
		time: null,
	}));
	/** What a turn holds is said already, unless it stands there as the words of somebody else. */
	const isSaid = (words: Span, given: Attribution | null) =>
		turns.length > 0 &&
		isTold(turns, words, given, clauses, given?.subject ? resolve(given.clause, given.subject).entity : null);
	/** Marked words that nobody said: titles, names of ships, scare quotes. To a report around them they are words. */
	const refused = new Set<number>();
	let open: { quoted: Quoted; segment: Segment; attribution: Attribution | null } | null = null;
	const notSelf = <Said extends Pick<Quoted, 'speaker'>>(said: Said, words: Span): Said => {
		const { mention, entity, certain } = said.speaker;
		if (mention === null || entity === null || certain) return said;
		const printed = text.slice(mention.start, mention.end);
		const meant = notThemselves(
			passage.entities,
			entity,
			printed,
			text.slice(words.start, words.end),
			(one) =>
				passage.entities[one]!.mentions.some((number) => {
					const { start, end } = passage.mentions[number]!;
					return end <= words.start && start >= words.start - SHORTLY && text.slice(start, end) !== printed;
				}),
		);
		return meant === entity ? said : { ...said, speaker: { ...said.speaker, entity: meant } };
	};
	segments.forEach((segment, index) => {
		const attribution = attributions[index] ?? null;
		const paragraph = paragraphs[segment.paragraph]!.kind;
		const told = isSaid(segment, attribution);
		if (told || subheads.has(index) || !isWords(text, segment, attribution, places.get(index), paragraph)) {
			if (!told) refused.add(index);
			open = null;
			return;
		}
		const kind = kindOf(text, segment);
		const span = { start: segment.start, end: segment.end };
		// The second half of a split quotation, or the next paragraph of a long one, joins the first.
		const halved = isHalf(text, segment, attribution, open?.attribution ?? null);
		const split = halved && attribution !== null && kind === 'direct' && open?.quoted.kind === 'direct';
		const runsOn = open !== null && !open.segment.closed && attribution?.rule === 'previous-paragraph';
		const quoted: Quoted =
			open && (split || runsOn)
				? { ...open.quoted, spans: [...open.quoted.spans, span] }
				: {
						kind,
						spans: [span],
						...notSelf(saidBy(attribution, clauses, resolve, times, doubtful), segment),
					};
		if (open && (split || runsOn)) found[found.length - 1] = quoted;
		else found.push(quoted);
		open = { quoted, segment, attribution };
	});
	clauses.forEach((printed, at) => {
		const tokens = withPlainWords(printed.tokens, refused, segments, text);
		const clause = { ...printed, tokens };
		for (const { spans, ...attribution } of indirectIn(clause, at)) {
			if (isSaid(clause, attribution)) continue;
			found.push({ kind: 'indirect', spans, ...saidBy(attribution, clauses, resolve, times, doubtful) });
		}
	});
	const inOrder = found.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
	return asToldBelow(text, paragraphs, inOrder);
}

function saidBy(
	attribution: Attribution | null,
	clauses: readonly Clause[],
	resolve: Resolver,
	times: readonly TimeWords[],
	doubtful: Doubts,
): Pick<Quoted, 'speaker' | 'cue' | 'rule' | 'time'> {
	if (!attribution)
		return {
			speaker: { mention: null, entity: null, certain: false },
			cue: null,
			rule: 'nobody',
			time: null,
		};
	const { subject, cue, clause: at, rule } = attribution;
	const clause = clauses[at]!;
	const { tokens, cues } = clause;
	const unsaid = subject !== null && cue !== null && isNobody(tokens, cue);
	const pair = subject && cue && pairOf(tokens, subject, cue);
	const words = unsaid ? null : (pair ?? (subject && mentionOf(subject)));
	const speaks = pair ? { kind: 'name' as const, from: pair.from, to: pair.to, head: pair.first } : subject;
	const meant = speaks && !unsaid ? resolve(at, speaks) : null;
	const entity = meant?.entity ?? null;
	const to = cue ? reportingEnd(tokens, cue.to) : 0;
	return {
		speaker: {
			mention: words ? spanOf(tokens, words.from, words.to) : null,
			entity,
			certain:
				words !== null &&
				!pair &&
				!UNSURE.has(rule) &&
				!isDoubtful(tokens, subject!, entity, doubtful) &&
				!(meant && entity !== null && !meant.sure) &&
				!(cue && isOpen(tokens, cues, cue)),
		},
		cue: cue ? spanOf(tokens, cue.from, to) : null,
		rule,
		time: cue
			? timeOf(clause, cue.from, Math.max(to, cue.how === 'inverted' ? (subject?.to ?? to) : to), times)
			: null,
	};
}

/** A name that several bear, and nothing printed with it tells which; "she" after such a name. */
function isDoubtful(
	tokens: readonly Token[],
	subject: Subject,
	entity: number | null,
	doubtful: Doubts,
): boolean {
	const { kind, head } = subject.meant ?? subject;
	const token = tokens[head];
	if (kind === 'name') return token?.type === 'name' && doubtful.names.has(token.index);
	return kind === 'pronoun' && entity !== null && token !== undefined && doubtful.before(entity, token.start);
}

/** The tokens of the phrase that speaks: a name alone, a relative with the thing it stands for ("a sign that"). */
function mentionOf({ kind, from, to, head, meant }: Subject): { readonly from: number; readonly to: number } {
	if (kind === 'name') return { from: head, to: head + 1 };
	return meant?.kind === 'nominal' ? { from: meant.from, to } : { from, to };
}

/** "wrote on X", "said in a statement": where it was said belongs to the reporting words. */
function reportingEnd(tokens: readonly Token[], end: number): number {
	const link = tokens[end];
	if (link?.type !== 'word' || (link.lower !== 'on' && link.lower !== 'in')) return end;
	const next = tokens[end + 1];
	if (link.lower === 'on') {
		let to = end + 1;
		while (
			to < tokens.length &&
			to - end < 5 &&
			tokens[to]!.type !== 'mark' &&
			tokens[to]!.capital &&
			!DAY.test(tokens[to]!.lower)
		)
			to++;
		return to > end + 1 ? to : end;
	}
	return next?.lower === 'a' &&
		/^(?:statement|post|tweet|letter|speech|message|interview|note)$/.test(tokens[end + 2]?.lower ?? '')
		? end + 3
		: end;
}

const DAY =
	/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/**
 * The time expression that dates the saying: right after the reporting words with nothing said in between, or at the
 * head of the clause ("On March 13, Lopez said"). A time inside what was said is not one.
 */
function timeOf({ tokens }: Clause, cue: number, after: number, times: readonly TimeWords[]): number | null {
	const from = tokens[after - 1]!.end;
	let until = from;
	for (let i = after; i < tokens.length && i < after + 12; i++) {
		const { type, lower } = tokens[i]!;
		if (
			type === 'quote' ||
			lower === 'that' ||
			lower === ':' ||
			looksFinite(tokens[i]) ||
			(type === 'mark' && lower === ',')
		)
			break;
		until = tokens[i]!.end;
	}
	const first = firstWithin(times, from, until);
	if (first !== null) return first;
	const lead = tokens[0]!;
	const comma = tokens.findIndex(({ lower }) => lower === ',');
	if (
		comma > 0 &&
		comma < cue &&
		comma <= 5 &&
		!tokens.slice(0, comma).some((token) => token.type === 'quote' || looksFinite(token))
	)
		return firstWithin(times, lead.start, tokens[comma]!.start);
	const before = tokens[cue - 1];
	// "Clinton on Monday said"
	return before && before.type === 'word' ? firstWithin(times, before.start, tokens[cue]!.start) : null;
}

function firstWithin(times: readonly TimeWords[], from: number, to: number): number | null {
	const at = firstFrom(times, from);
	const time = times[at];
	return time && time.end <= to ? at : null;
}

function spanOf(tokens: readonly Span[], from: number, to: number): Span {
	return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
