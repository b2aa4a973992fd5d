/** Rules that rest on where the marked words stand: labels, headlines, paragraphs of nothing but speech. */

import { CROWDS, NO_LABEL } from '../../lexicon/clauses.ts';
import { flagsOf, IS, isPlain, PLACE } from '../../lexicon/names.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { VOICES } from '../../lexicon/turns.ts';
import { DETERMINERS } from '../../lexicon/words.ts';
import { isDash, isVerbAt, looksFinite, nameAlone, phraseStartingAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectBefore, subjectEndingAt } from './subjects.ts';
import { type Clause, endsHard, type Found, isBare, named, SPEAKS, type View } from './views.ts';

/** Lopez: "…" · LOPEZ: … · "…" — Maria Lopez */
export function label({ clause, quote, at, clauses, text, segment, paragraph }: View): Found | null {
	const { tokens, cues } = clause;
	if (tokens[quote - 1]?.lower === ':') {
		const labelled = labelBefore(tokens, quote - 1);
		// "BREAKING: 'No deal,' says Lopez"
		if (labelled && (labelled.kind === 'name' || !cues.some(({ from, subject }) => subject && from > quote)))
			return { clause: at, subject: labelled, cue: null };
	}
	// Lopez: Ruling Is 'Unfair'
	if (paragraph === 'headline' && tokens[0]?.person && tokens[1]?.lower === ':' && quote > 1)
		return named(at, 0);
	// Words that a cue leads up to are not a byline's.
	if (cues.some(({ from, subject }) => subject && from < quote)) return null;
	// The name is all that stands behind the dash.
	if (isDash(tokens[quote + 1]) && (endsHard({ text, segment }) || quote === 0)) {
		const name = tokens.findIndex(({ type }, i) => type === 'name' && i > quote + 1);
		if (
			name > 0 &&
			name < quote + 5 &&
			tokens[name]!.person &&
			!tokens.slice(quote + 2).some((token) => looksFinite(token))
		)
			return named(at, name);
	}
	const following = clauses[at + 1];
	if (
		quote === tokens.length - 1 &&
		following &&
		/^\s*[-—–―]/.test(text.slice(following.start, following.start + 3))
	) {
		const name = following.tokens.findIndex(({ type }) => type === 'name');
		// Words in small letters before the name make it a byline: "-- reporting by".
		const lead = following.tokens.slice(0, Math.max(name, 0));
		if (
			name >= 0 &&
			name < 6 &&
			following.tokens.length < 14 &&
			!lead.some(({ lower }) => lower === 'by' || lower === 'from')
		)
			return { clause: at + 1, subject: { kind: 'name', from: name, to: name + 1, head: name }, cue: null };
	}
	return null;
}

/** What stands alone before a colon: Mayor Maria Lopez: · Maria Lopez, mayor: · Officer: */
function labelBefore(tokens: readonly Token[], colon: number): Subject | null {
	const name = colon - 1;
	if (tokens[name]?.type === 'name') {
		let titles = name;
		while (titles > 0 && tokens[titles - 1]!.type === 'word' && tokens[titles - 1]!.capital) titles--;
		if (titles === 0 || isDash(tokens[titles - 1]))
			return { kind: 'name', from: name, to: colon, head: name };
	}
	if (colon > 8) return null;
	const lead = tokens.slice(0, colon);
	// "Maria Lopez, mayor of Lyon:", "Maria Lopez, asked about the bridge:" — no other verb, or it is a sentence.
	if (
		lead[0]?.person &&
		lead[1]?.lower === ',' &&
		colon < 9 &&
		!lead.some((token, i) => i > 2 && looksFinite(token))
	)
		return { kind: 'name', from: 0, to: 1, head: 0 };
	const worded = lead.every(({ type, capital }) => type === 'word' && capital);
	return worded && colon > 0 && colon < 4 && speaks(lead.at(-1)!.lower)
		? { kind: 'nominal', from: 0, to: colon, head: colon - 1 }
		: null;
}

const BEARERS =
	IS.role | IS.titleHead | IS.orgNoun | IS.orgHead | IS.orgSuffix | IS.organisation | IS.people | PLACE;

/** A word for people or a body, or one that is no plain word at all: "Drought: 'We need rain'" has a theme before its colon. */
function speaks(word: string): boolean {
	if (NO_LABEL.has(word)) return false;
	if (VOICES.has(word) || CROWDS.has(word) || !isPlain(word)) return true;
	return ((flagsOf(word) | flagsOf(word.replace(/s$/, ''))) & BEARERS) !== 0;
}

/** For Maria Lopez, the plan is "…" · For the prefect, Colonel Keita, this remains a "…" */
export function forSomebody({ clause, quote, at }: View): Found | null {
	const { tokens, cues } = clause;
	if (tokens[0]?.lower !== 'for' || cues.some(({ subject, kind }) => subject && SPEAKS.has(kind)))
		return null;
	let verb = quote - 1;
	while (verb > 0 && /^(?:an?|the|nothing|less|than|simply|just|still|not)$/.test(tokens[verb]!.lower))
		verb--;
	if (!/^(?:is|was|are|were|remains|remained)$/.test(tokens[verb]?.lower ?? '')) return null;
	const first = phraseStartingAt(tokens, 1);
	if (!first || tokens[first.to]?.lower !== ',') return null;
	if (first.kind === 'name')
		return tokens[first.head]!.person ? { clause: at, subject: first, cue: null } : null;
	if (first.kind !== 'nominal' || !DETERMINERS.has(tokens[first.from]!.lower)) return null;
	// An office alone may be a thing; the name between the commas tells.
	const close = tokens.findIndex(({ lower }, i) => lower === ',' && i > first.to);
	const subject = close > 0 && close < verb ? nameAlone(tokens, first.to + 1, close) : null;
	return subject && tokens[subject.head]!.person ? { clause: at, subject, cue: null } : null;
}

/** Lopez: 'We Will Appeal' · Lopez Blasts 'Unfair' Ruling: a headline's words are its first name's. */
export function headline({ clause, quote, at, paragraph }: View): Found | null {
	if (paragraph !== 'headline' && at !== 0) return null;
	const { tokens } = clause;
	const colon = tokens.findIndex(({ lower }) => lower === ':');
	if (colon > 0 && colon < quote) {
		// Dock boss: 'We will sell'
		const office = tokens[colon - 1]!.type === 'word' ? subjectEndingAt(tokens, colon - 1, 0) : null;
		const leads = paragraph === 'headline' || quote === colon + 1;
		if (
			office?.kind === 'nominal' &&
			office.from === 0 &&
			colon < 6 &&
			leads &&
			speaks(tokens[colon - 1]!.lower)
		)
			return { clause: at, subject: office, cue: null };
		const head = tokens.slice(0, colon).findLastIndex(({ type }) => type === 'name');
		if (head >= 0) return named(at, head);
	}
	if (paragraph !== 'headline') return null;
	// 'No answers': families of victims speak out · 'No answers' – Lopez
	if (quote === 0 && (tokens[1]?.lower === ':' || isDash(tokens[1]))) {
		const behind = phraseStartingAt(tokens, 2);
		if (behind && (behind.kind !== 'name' || tokens[behind.head]!.person))
			return { clause: at, subject: behind, cue: null };
	}
	// Headlines print their verbs with capitals: the last name before the marks that has one behind it speaks.
	const before = tokens.slice(0, quote);
	const acts = before.findLastIndex(
		({ type }, i) => type === 'name' && REPORTING.get(tokens[i + 1]?.lower ?? '')?.finite,
	);
	const name =
		acts >= 0 ? acts : before.findIndex(({ type }, i) => type === 'name' && tokens[i + 1]?.lower !== "'s");
	return name >= 0 ? named(at, name) : null;
}

/** "…," Maria Lopez said. "…": what follows in the paragraph is hers until somebody else is named. */
export function sameParagraph({ clause, quote, at, segment, segments, earlier }: View): Found | null {
	const index = clause.tokens[quote]!.index;
	const before = segments[index - 1];
	const given = earlier[index - 1];
	if (!before || !given || before.paragraph !== segment.paragraph) return null;
	if (!isBare(clause) && given.clause !== at && !hangsOn(clause, quote)) return null;
	return given;
}

/** "…," Lopez said. "What do we do?" to the rest of the country. */
const hangsOn = ({ tokens, cues }: Clause, quote: number) =>
	quote === 0 &&
	cues.length === 0 &&
	tokens.length < 10 &&
	tokens.every((token, i) => i === 0 || (token.type !== 'quote' && !token.person && !looksFinite(token)));

const endsInColon = (view: View, clause: Clause) => /:\s*$/.test(view.text.slice(clause.start, clause.end));

/** Maria Lopez was blunt: ¶ "…" — a colon hands the next words to whoever its sentence is about. */
export function afterColon(view: View): Found | null {
	const { clause, quote, at, clauses } = view;
	const own =
		clause.tokens[quote - 1]?.lower === ':'
			? at
			: quote === 0 && clauses[at - 1] && endsInColon(view, clauses[at - 1]!)
				? at - 1
				: -1;
	if (own < 0) return null;
	const spoken = speakerIn(clauses[own]!, own, own === at ? quote : Number.POSITIVE_INFINITY);
	if (spoken || own === at) return spoken;
	// "Transcript as follows:" names nobody: whoever spoke last goes on.
	return view.earlier[clause.tokens[quote]!.index - 1] ?? null;
}

/** The speaker of a unit: its last cue of speech with a subject, else the subject of its first verb. */
function speakerIn(clause: Clause, at: number, until: number): Found | null {
	const cue =
		clause.cues.findLast(({ kind, subject, from }) => subject && kind !== 'mind' && from < until) ??
		clause.cues.findLast(({ subject, from }) => subject && from < until);
	if (cue) return { clause: at, subject: cue.subject, cue };
	const subject = mainSubject(clause.tokens, until) ?? phraseBeforeColon(clause.tokens, until);
	return subject ? { clause: at, subject, cue: null } : null;
}

const hasOwner = (tokens: readonly Token[], phrase: Subject | null) =>
	phrase !== null &&
	(DETERMINERS.has(tokens[phrase.from]!.lower) ||
		tokens.slice(phrase.from, phrase.to).some(({ type }) => type === 'name'));

/** From the report: "…" · From Lopez's letter: "…" */
function phraseBeforeColon(tokens: readonly Token[], until: number): Subject | null {
	const colon = tokens.findLastIndex(({ lower }, i) => lower === ':' && i < until);
	const phrase = colon > 0 ? subjectEndingAt(tokens, colon - 1, 0) : null;
	const lead = phrase && tokens[phrase.from - 1];
	return phrase?.kind !== 'pronoun' &&
		(lead === undefined || lead?.lower === 'from') &&
		hasOwner(tokens, phrase)
		? phrase
		: null;
}

/** The subject of the first finite verb that has a person or thing before it. */
function mainSubject(tokens: readonly Token[], until: number): Subject | null {
	for (let i = 1; i < tokens.length && i < until; i++) {
		if (!isVerbAt(tokens, i)) continue;
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
export function previousParagraph(view: View): Found | null {
	const { clause, quote, at, clauses, segments, earlier, segment } = view;
	if (!isBare(clause)) return null;
	const index = clause.tokens[quote]!.index;
	const before = segments[index - 1];
	const given = earlier[index - 1];
	if (before && given && !before.closed && before.paragraph === segment.paragraph - 1) return given;
	const previous = clauses[at - 1];
	if (!previous) return null;
	const spoke = previous.cues.findLast(({ kind, subject }) => subject && SPEAKS.has(kind));
	if (before && given && before.paragraph >= segment.paragraph - 1 && before.end >= previous.start)
		return given;
	if (spoke) return { clause: at - 1, subject: spoke.subject, cue: spoke };
	return null;
}

/** Maria Lopez drew a "red line" under it: whoever does what the clause around the words says. */
export function clauseSubject({ clause, quote, at }: View): Found | null {
	const { tokens } = clause;
	for (let i = quote - 1; i > 0; i--) {
		if (!isVerbAt(tokens, i)) continue;
		// "To her critics she is 'the cat'": told about her, not by her.
		if (i === quote - 1 && /^(?:is|are|was|were|be|been|'s)$/.test(tokens[i]!.lower)) return null;
		const subject = subjectBefore(tokens, i);
		if (subject && subject.kind !== 'nominal') {
			if (subject.kind === 'name' && !tokens[subject.head]!.person) return null;
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

/**
 * "…" alone after a sentence in which somebody speaks or which opens with who acts ("Lopez was blunt. '…'"). What else a
 * sentence is about says nothing of who speaks next.
 */
export function previousSentence({ clause, quote, at, clauses }: View): Found | null {
	if (!isBare(clause) || quote !== 0) return null;
	const previous = clauses[at - 1];
	if (!previous || previous.paragraph < clause.paragraph - 1) return null;
	const { tokens, cues } = previous;
	const cue = cues.findLast(
		({ kind, lemma, subject }) =>
			subject &&
			(SPEAKS.has(kind) || kind === 'label' || /^(?:speak|talk)$/.test(lemma)) &&
			isActor(tokens, subject),
	);
	if (cue) return { clause: at - 1, subject: cue.subject, cue };
	const subject = mainSubject(tokens, tokens.length);
	if (!subject || !isActor(tokens, subject)) return null;
	const opens = tokens.slice(0, subject.from).every(({ type, capital }) => type === 'word' && capital);
	return opens ? { clause: at - 1, subject, cue: null } : null;
}

const isActor = (tokens: readonly Token[], { kind, head, meant }: Subject) =>
	!meant && (kind === 'name' ? tokens[head]!.person === true : /^s?he$/.test(tokens[head]!.lower));
