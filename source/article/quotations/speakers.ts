/**
 * Who said each marked segment: ordered rules, the precise ones first. Each looks at one segment in its unit of prose
 * and the units around it; the first that answers wins, and its name is kept as the quotation's `rule`.
 */
import { DETERMINERS, SUBJECT_PRONOUNS } from '../../lexicon/words.ts';
import type { Entity, Mention, Paragraph, Span } from '../../types.ts';
import { type Cue, cuesIn } from './cues.ts';
import type { Segment } from './marks.ts';
import { type Token, tokensOf, type Unit, unitsOf } from './prose.ts';
import { isDash, looksFinite, phraseStartingAt, type Subject, subjectBefore } from './subjects.ts';

/** A unit with its tokens and cues. */
export interface Clause extends Unit {
	readonly tokens: readonly Token[];
	readonly cues: readonly Cue[];
}

/** The words that say who speaks, as found in a clause. */
export interface Found {
	readonly clause: number;
	readonly subject: Subject | null;
	readonly cue: Cue | null;
}

export interface Attribution extends Found {
	readonly rule: string;
}

export interface Passage {
	readonly text: string;
	readonly paragraphs: readonly Paragraph[];
	readonly sentences: readonly Span[];
	readonly mentions: readonly Mention[];
	readonly entities: readonly Entity[];
}

/** All units of the article with tokens and cues; one pass over segments and mentions. */
export function clausesOf(passage: Passage, segments: readonly Segment[]): Clause[] {
	const { text, paragraphs, sentences, mentions } = passage;
	let s = 0;
	let m = 0;
	return unitsOf(paragraphs, sentences, segments).map((unit) => {
		while (s < segments.length && segments[s]!.outer.end <= unit.start) s++;
		while (m < mentions.length && mentions[m]!.start < unit.start) m++;
		const tokens = tokensOf(text, unit, segments, s, mentions, m);
		return { ...unit, tokens, cues: cuesIn(tokens) };
	});
}

/** What a rule sees. `earlier` holds the attributions of the segments before this one, by segment. */
interface View {
	readonly text: string;
	readonly clauses: readonly Clause[];
	readonly segments: readonly Segment[];
	readonly mentions: readonly Mention[];
	readonly at: number;
	readonly clause: Clause;
	readonly quote: number;
	readonly segment: Segment;
	readonly earlier: readonly (Attribution | null)[];
	readonly paragraph: Paragraph['kind'];
}

interface Rule {
	readonly name: string;
	readonly find: (view: View) => Found | null;
}

const SPEAKS = new Set<Cue['kind']>(['speech', 'address', 'according']);

const isSeparator = (token: Token | undefined) =>
	token !== undefined && (token.lower === ',' || isDash(token));

/** Nothing but quotations, marks and linking words: the unit is speech alone. */
export function isBare(clause: Clause): boolean {
	return clause.tokens.every(
		({ type, lower }) =>
			type !== 'name' && (type !== 'word' || lower === 'and' || lower === 'but' || lower === 'or'),
	);
}

type Words = Pick<View, 'text' | 'segment'>;

const endsSoft = (view: Words) =>
	/[,?!—–…-]['’"”]?$/.test(view.text.slice(view.segment.start, view.segment.end).slice(-3));
const endsHard = (view: Words) =>
	/[.?!…]['’"”]?$/.test(view.text.slice(view.segment.start, view.segment.end).slice(-3));

/** "…," Maria Lopez said. · "…," said Maria Lopez. · "…," according to the mayor. */
function cueAfter(view: View): Found | null {
	const { clause, quote, at } = view;
	const { tokens, cues } = clause;
	let next = quote + 1;
	const separated = isSeparator(tokens[next]);
	while (isSeparator(tokens[next])) next++;
	if (next >= tokens.length) return null;
	if (!separated && !endsSoft(view) && quote > 0 && !endsHard(view)) return null;
	const cue = cues.find(({ from }) => from > quote);
	if (!cue?.subject || ((cue.kind === 'mind' || cue.kind === 'manner') && !separated && !endsSoft(view)))
		return null;
	for (let i = quote + 1; i < cue.from; i++) if (tokens[i]!.type === 'quote') return null;
	const lead = cue.how === 'inverted' ? cue.from : cue.subject.from;
	let start = next;
	while (
		start < lead &&
		tokens[start]!.type === 'word' &&
		/ly$|^(?:as|so|the|then|also|but|and|at|in|on)$/.test(tokens[start]!.lower)
	)
		start++;
	// Titles stand between the mark and a name: "…," Education Secretary Maria Lopez said.
	let titles = start;
	while (
		titles < lead &&
		tokens[titles]!.type !== 'mark' &&
		lead - titles < 9 &&
		!looksFinite(tokens[titles])
	)
		titles++;
	if (titles < lead || cue.subject.from <= quote) return null;
	if (/^(?:and|but|or|while|as)$/.test(tokens[next]!.lower) && tokens[next]!.lower !== 'as') return null;
	// A left-hand cue that leads right up to the mark keeps the words; the clause after them says something else.
	const introduced = introducing(view);
	if (introduced && complementFollows(tokens, cue)) return null;
	return { clause: at, subject: cue.subject, cue };
}

/** "Trump said the plan …": the cue goes on to words of its own instead of closing the quotation. */
function complementFollows(tokens: readonly Token[], cue: Cue): boolean {
	const after = tokens[cue.how === 'inverted' ? (cue.subject?.to ?? cue.to) : cue.to];
	if (!after) return false;
	if (after.type === 'name' || after.type === 'quote') return after.type === 'name';
	return (
		after.type === 'word' &&
		(after.lower === 'that' || SUBJECT_PRONOUNS.has(after.lower) || DETERMINERS.has(after.lower))
	);
}

/** The cue to the left that leads right up to the mark, if one does. */
function introducing({ clause, quote }: View): Cue | null {
	const { tokens, cues } = clause;
	const cue = cues.findLast(({ from }) => from < quote);
	if (!cue) return null;
	for (let i = cue.to; i < quote; i++) {
		const { type, lower } = tokens[i]!;
		if (type === 'quote' || (type === 'mark' && lower !== ',' && lower !== ':' && lower !== "'s"))
			return null;
	}
	return cue;
}

/** Maria Lopez said: "…" · told reporters that the plan was "…" · According to the mayor, "…" */
function cueBefore({ clause, quote, at }: View): Found | null {
	const { tokens } = clause;
	const left = clause.cues
		.filter(({ to }) => to <= quote)
		.filter((cue) => cue.kind !== 'manner' || leadsUp(tokens, cue, quote));
	const last = left.at(-1);
	if (!last) return null;
	const speech = left.findLast(({ kind }) => SPEAKS.has(kind));
	// A verb that labels takes the words only where they are its object: called the plan "…".
	const object = last.kind === 'label' && !clauseBetween(tokens, last.to, quote) && quote - last.to <= 10;
	const pick = object || !speech ? last : speech;
	if (pick.subject || left.every(({ subject }) => !subject))
		return { clause: at, subject: pick.subject, cue: pick };
	const other = left.findLast(({ subject, kind }) => subject && kind !== 'mind');
	return other ? { clause: at, subject: other.subject, cue: other } : null;
}

/** Nothing but a comma or colon between the cue and the mark. */
function leadsUp(tokens: readonly Token[], cue: Cue, quote: number): boolean {
	for (let i = cue.to; i < quote; i++) if (tokens[i]!.lower !== ',' && tokens[i]!.lower !== ':') return false;
	return quote > cue.to || cue.how !== 'none';
}

/** A finite verb stands between: another clause has begun. */
function clauseBetween(tokens: readonly Token[], from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (looksFinite(tokens[i])) return true;
	return false;
}

/** The "new" plan is dead, Maria Lopez said. */
function cueTrailing({ clause, quote, at }: View): Found | null {
	const right = clause.cues.filter(
		({ from, subject, kind }) => from > quote && subject && kind !== 'mind' && kind !== 'manner',
	);
	const { tokens } = clause;
	// A trailing attribution closes its clause: a comma before its subject, nothing said after it.
	const trailing = right.findLast((cue) => {
		const lead = cue.how === 'inverted' ? cue.from : cue.subject!.from;
		for (let i = lead; i > quote; i--)
			if (isSeparator(tokens[i - 1])) return SPEAKS.has(cue.kind) && !complementFollows(tokens, cue);
		return false;
	});
	const pick = trailing ?? right.find(({ kind }) => SPEAKS.has(kind));
	return pick ? { clause: at, subject: pick.subject, cue: pick } : null;
}

/** Lopez: "…" · LOPEZ: … · "…" — Maria Lopez */
function label({ clause, quote, at, clauses, text, segment }: View): Found | null {
	const { tokens } = clause;
	const named = (head: number): Found => ({
		clause: at,
		subject: { kind: 'name', from: head, to: head + 1, head },
		cue: null,
	});
	// The name (with a title) is all that stands before the colon.
	if (tokens[quote - 1]?.lower === ':' && tokens[quote - 2]?.type === 'name') {
		const lead = tokens.slice(0, quote - 2);
		if (lead.every(({ type, capital }) => type === 'word' && capital)) return named(quote - 2);
	}
	// The name is all that stands behind the dash.
	if (isDash(tokens[quote + 1]) && (endsHard({ text, segment }) || quote === 0)) {
		const name = tokens.findIndex(({ type }, i) => type === 'name' && i > quote + 1);
		if (name > 0 && name < quote + 5 && !tokens.slice(quote + 2).some((token) => looksFinite(token)))
			return named(name);
	}
	const following = clauses[at + 1];
	if (
		quote === tokens.length - 1 &&
		following &&
		/^\s*[-—–―]/.test(text.slice(following.start, following.start + 3))
	) {
		const name = following.tokens.findIndex(({ type }) => type === 'name');
		if (name >= 0 && name < 6 && following.tokens.length < 14)
			return { clause: at + 1, subject: { kind: 'name', from: name, to: name + 1, head: name }, cue: null };
	}
	return null;
}

/** "…," beamed Maria Lopez · "…," Maria Lopez beamed: any verb reports what stands right before it and its subject. */
function anyVerb(view: View): Found | null {
	const { clause, quote, at } = view;
	const { tokens } = clause;
	if (quote !== 0 || (!endsSoft(view) && !endsHard(view))) return null;
	let next = quote + 1;
	while (isSeparator(tokens[next])) next++;
	const token = tokens[next];
	if (!token) return null;
	if (looksFinite(token) && /ed$|s$/.test(token.lower)) {
		const after = phraseStartingAt(tokens, next + 1);
		return after?.kind === 'name' ? { clause: at, subject: after, cue: null } : null;
	}
	const phrase = phraseStartingAt(tokens, next);
	if (phrase && phrase.kind !== 'nominal' && looksFinite(tokens[phrase.to]))
		return { clause: at, subject: phrase, cue: null };
	return null;
}

/** When asked, Maria Lopez fired back: "…" — the clause that ends in the colon speaks, not an earlier one. */
function colonClause({ clause, quote, at }: View): Found | null {
	const { tokens, cues } = clause;
	if (tokens[quote - 1]?.lower !== ':') return null;
	let comma = quote - 2;
	while (comma > 0 && tokens[comma]!.lower !== ',') comma--;
	if (
		comma <= 0 ||
		cues.some(({ from, kind }) => from > comma && from < quote && kind !== 'mind' && kind !== 'manner')
	)
		return null;
	for (let i = comma + 2; i < quote; i++) {
		if (!looksFinite(tokens[i])) continue;
		const subject = subjectBefore(tokens, i, comma + 1);
		return subject && subject.from <= comma + 4 ? { clause: at, subject, cue: null } : null;
	}
	return null;
}

/** Lopez: 'We Will Appeal' · Lopez Blasts 'Unfair' Ruling: a headline's words are its first name's. */
function headline({ clause, quote, at, paragraph }: View): Found | null {
	if (paragraph !== 'headline' && at !== 0) return null;
	const { tokens } = clause;
	const named = (head: number): Found => ({
		clause: at,
		subject: { kind: 'name', from: head, to: head + 1, head },
		cue: null,
	});
	const colon = tokens.findIndex(({ lower }) => lower === ':');
	if (colon > 0 && colon < quote) {
		const head = tokens.slice(0, colon).findLastIndex(({ type }) => type === 'name');
		if (head >= 0) return named(head);
	}
	if (paragraph !== 'headline') return null;
	const name = tokens
		.slice(0, quote)
		.findIndex(({ type }, i) => type === 'name' && tokens[i + 1]?.lower !== "'s");
	return name >= 0 ? named(name) : null;
}

/** "…," Maria Lopez said. "…": what follows in the paragraph is hers until somebody else is named. */
function sameParagraph({ clause, quote, at, segment, segments, earlier }: View): Found | null {
	const index = clause.tokens[quote]!.index;
	const before = segments[index - 1];
	const given = earlier[index - 1];
	if (!before || !given || before.paragraph !== segment.paragraph) return null;
	if (!isBare(clause) && given.clause !== at) return null;
	return given;
}

/** "…" Maria Lopez said. — the attribution stands in a sentence of its own right after the words. */
function nextSentence({ clause, quote, at, clauses }: View): Found | null {
	const following = clauses[at + 1];
	if (!following || following.paragraph !== clause.paragraph || quote < clause.tokens.length - 1) return null;
	const cue = following.cues[0];
	if (!cue?.subject || !SPEAKS.has(cue.kind)) return null;
	const lead = cue.how === 'inverted' ? cue.from : cue.subject.from;
	if (lead > 6 || following.tokens.slice(0, lead).some(({ type }) => type === 'quote' || type === 'mark'))
		return null;
	const rest = following.tokens.slice(cue.to);
	return rest.length <= 8 &&
		!rest.some(({ type }) => type === 'quote') &&
		!complementFollows(following.tokens, cue)
		? { clause: at + 1, subject: cue.subject, cue }
		: null;
}

const endsInColon = (view: View, clause: Clause) => /:\s*$/.test(view.text.slice(clause.start, clause.end));

/** Maria Lopez was blunt: ¶ "…" — a colon hands the next words to whoever its sentence is about. */
function afterColon(view: View): Found | null {
	const { clause, quote, at, clauses } = view;
	const own =
		clause.tokens[quote - 1]?.lower === ':'
			? at
			: quote === 0 && clauses[at - 1] && endsInColon(view, clauses[at - 1]!)
				? at - 1
				: -1;
	if (own < 0) return null;
	return speakerIn(clauses[own]!, own, own === at ? quote : Number.POSITIVE_INFINITY);
}

/** The speaker of a unit: its last cue of speech with a subject, else the subject of its first verb. */
function speakerIn(clause: Clause, at: number, until: number): Found | null {
	const cue =
		clause.cues.findLast(({ kind, subject, from }) => subject && kind !== 'mind' && from < until) ??
		clause.cues.findLast(({ subject, from }) => subject && from < until);
	if (cue) return { clause: at, subject: cue.subject, cue };
	const subject = mainSubject(clause.tokens, until);
	return subject ? { clause: at, subject, cue: null } : null;
}

/** The subject of the first finite verb that has a person or thing before it. */
function mainSubject(tokens: readonly Token[], until: number): Subject | null {
	for (let i = 1; i < tokens.length && i < until; i++) {
		if (!looksFinite(tokens[i])) continue;
		const subject = subjectBefore(tokens, i);
		if (
			subject &&
			!(
				subject.kind === 'pronoun' &&
				/^(?:it|this|that|these|those|you|i|we)$/.test(tokens[subject.head]!.lower)
			)
		)
			return subject;
	}
	return null;
}

/** A paragraph of nothing but speech goes on from the paragraph before. */
function previousParagraph(view: View): Found | null {
	const { clause, quote, at, clauses, segments, earlier, segment } = view;
	if (!isBare(clause)) return null;
	const index = clause.tokens[quote]!.index;
	const before = segments[index - 1];
	const given = earlier[index - 1];
	if (before && given && !before.closed && before.paragraph === segment.paragraph - 1) return given;
	const previous = clauses[at - 1];
	if (!previous) return null;
	const spoke = previous.cues.findLast(({ kind, subject }) => subject && SPEAKS.has(kind));
	if (
		before &&
		given &&
		before.paragraph >= segment.paragraph - 1 &&
		before.end >= (spoke ? previous.start : previous.start)
	)
		return given;
	if (spoke) return { clause: at - 1, subject: spoke.subject, cue: spoke };
	return null;
}

/** Maria Lopez drew a "red line" under it: whoever does what the clause around the words says. */
function clauseSubject({ clause, quote, at }: View): Found | null {
	const { tokens } = clause;
	for (let i = quote - 1; i > 0; i--) {
		if (!looksFinite(tokens[i])) continue;
		const subject = subjectBefore(tokens, i);
		if (subject && subject.kind !== 'nominal') {
			if (
				subject.kind === 'pronoun' &&
				/^(?:it|this|that|these|those|you|i|we|they|who)$/.test(tokens[subject.head]!.lower)
			)
				continue;
			return { clause: at, subject, cue: null };
		}
	}
	return null;
}

/** "…" alone after a sentence about somebody: that somebody. */
function previousSentence({ clause, quote, at, clauses }: View): Found | null {
	if (!isBare(clause) || quote !== 0) return null;
	const previous = clauses[at - 1];
	if (!previous || previous.paragraph < clause.paragraph - 1) return null;
	return speakerIn(previous, at - 1, Number.POSITIVE_INFINITY);
}

export const RULES: readonly Rule[] = [
	{ name: 'label', find: label },
	{ name: 'cue-after', find: cueAfter },
	{ name: 'any-verb', find: anyVerb },
	{ name: 'colon-clause', find: colonClause },
	{ name: 'cue-before', find: cueBefore },
	{ name: 'cue-trailing', find: cueTrailing },
	{ name: 'headline', find: headline },
	{ name: 'after-colon', find: afterColon },
	{ name: 'same-paragraph', find: sameParagraph },
	{ name: 'next-sentence', find: nextSentence },
	{ name: 'previous-paragraph', find: previousParagraph },
	{ name: 'clause-subject', find: clauseSubject },
	{ name: 'previous-sentence', find: previousSentence },
];

/** One attribution (or null) a segment, in order. */
export function attribute(
	passage: Passage,
	segments: readonly Segment[],
	clauses: readonly Clause[],
): (Attribution | null)[] {
	const earlier: (Attribution | null)[] = segments.map(() => null);
	clauses.forEach((clause, at) => {
		clause.tokens.forEach((token, quote) => {
			if (token.type !== 'quote') return;
			const view: View = {
				text: passage.text,
				clauses,
				segments,
				mentions: passage.mentions,
				at,
				clause,
				quote,
				segment: segments[token.index]!,
				earlier,
				paragraph: passage.paragraphs[clause.paragraph]!.kind,
			};
			for (const { name, find } of RULES) {
				const found = find(view);
				if (!found) continue;
				earlier[token.index] = { ...found, rule: name };
				break;
			}
		});
	});
	return earlier;
}
