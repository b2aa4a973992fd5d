/** Who speaks by a reporting verb: the phrase before it, behind it, or the one it leans on. */
import { INVERTING, REPORTING } from '../../lexicon/reporting.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, TIME_WORDS } from '../../lexicon/words.ts';
import type { Cue } from './cues.ts';
import { subjectOfClauseAfter, subjectOfClauseBefore, subjectOfMainClause } from './leaning.ts';
import {
	isDash,
	isReduced,
	looksFinite,
	nameAlone,
	phraseEndingAt,
	phraseStartingAt,
	type Subject,
} from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectBefore, subjectEndingAt } from './subjects.ts';

const BE = new Set('is are was were be been being am'.split(' '));

/** What may stand behind a phrase that ends a clause: nothing, a mark, a preposition, a time. */
const closesPhrase = (token: Token | undefined) =>
	token === undefined ||
	token.type === 'mark' ||
	(token.type === 'word' &&
		(PREPOSITIONS.has(token.lower) || TIME_WORDS.has(token.lower) || CONJUNCTIONS.has(token.lower)));

/**
 * The subject a verb borrows: that of the last cue of speech before it ("Lopez said he was tired, adding": Lopez, not
 * he), else the main clause's.
 */
export function sharedSubject(tokens: readonly Token[], at: number, earlier: readonly Cue[]): Subject | null {
	const spoke =
		outerSpeech(tokens, earlier) ??
		earlier.findLast(
			({ kind, subject, how, lemma }) =>
				subject && how === 'before' && kind === 'label' && !/^(?:speak|talk)$/.test(lemma),
		);
	const subject = spoke?.subject;
	// "Lopez, who said he was tired, left, adding": Lopez, not "who".
	return (
		(subject?.meant?.kind === 'name' ? subject.meant : subject) ??
		subjectOfClauseBefore(tokens, at) ??
		subjectOfMainClause(tokens, at)
	);
}

/** The last cue of speech that is not itself part of what an earlier one reports. */
function outerSpeech(tokens: readonly Token[], cues: readonly Cue[]): Cue | undefined {
	let outer: Cue | undefined;
	for (const cue of cues) {
		if (!cue.subject || (cue.kind !== 'speech' && cue.kind !== 'address')) continue;
		if (cue.how !== 'before' && cue.how !== 'inverted') continue;
		if (!outer || opensClause(tokens, cue.subject)) outer = cue;
	}
	return outer;
}

/** A new clause begins with this subject: it stands first, or behind "and", "but", "while", "as", a semicolon. */
export function opensClause(tokens: readonly Token[], subject: Subject): boolean {
	const from = clauseStart(tokens, subject.meant ?? subject);
	const before = tokens[from - 1];
	if (before === undefined || before.type === 'quote') return true;
	// "Lopez said that though they fell, …" goes on; "…, though Kell called it" sets another speaker against her.
	const ahead = tokens[from - 2];
	if (/^(?:although|though)$/.test(before.lower)) return ahead?.type === 'quote' || ahead?.lower === ',';
	return /^(?:and|but|while|whereas|as|after|when|;)$/.test(before.lower);
}

/** Where a subject begins with what belongs to its name: "[the mayor], Tom Kell", "[Mayor] Tom Kell". */
function clauseStart(tokens: readonly Token[], { kind, from }: Subject): number {
	if (kind !== 'name') return from;
	const comma = tokens[from - 1]?.lower === ',';
	const title = phraseEndingAt(tokens, from - (comma ? 2 : 1), 0);
	return title?.kind === 'nominal' && (!comma || DETERMINERS.has(tokens[title.from]!.lower))
		? title.from
		: from;
}

/** "Pantel, of the institute, said the days when …", "said China and Russia have …": the phrase behind the verb acts. */
function goesOn(tokens: readonly Token[], { to }: Subject): boolean {
	if (!/^(?:and|or|when|where|that|which|whose)$/.test(tokens[to]?.lower ?? '')) return false;
	for (let i = to + 1; i < tokens.length && i - to < 8; i++) {
		const { type, lower } = tokens[i]!;
		if (type === 'mark' && lower === ',') return false;
		if (looksFinite(tokens[i])) return true;
	}
	return false;
}

/** The verb of "quoted a doctor as saying", if it is not passive ("was quoted as saying"). */
function lastQuoted(tokens: readonly Token[], at: number): number {
	for (let i = at - 2; i >= 0 && at - i < 10; i--) {
		if (!/^(?:quot|cit)(?:ed|es|ing|e)$/.test(tokens[i]!.lower)) continue;
		const passive = BE.has(tokens[i - 1]?.lower ?? '') || tokens[i + 1]?.lower === 'by';
		return passive ? -1 : i;
	}
	return -1;
}

/** Whom a verb has for its object: a phrase, or "her" alone, which elsewhere opens one. */
const objectAt = (tokens: readonly Token[], at: number, to: number): Subject | null =>
	to === at + 1 && /^(?:her|him|them|me|us)$/.test(tokens[at]!.lower)
		? { kind: 'pronoun', from: at, to, head: at }
		: phraseStartingAt(tokens, at);

/** "said the chancellor, Moira Kell" (and nothing else of its own): the name is who speaks. */
function namedBehind(tokens: readonly Token[], { kind, from, to }: Subject): Subject | null {
	if (
		kind !== 'nominal' ||
		tokens[to]?.lower !== ',' ||
		!/^(?:the|his|her|its|their|our)$/.test(tokens[from]!.lower)
	)
		return null;
	let end = to + 1;
	while (end < tokens.length && (tokens[end]!.type === 'name' || tokens[end]!.capital) && end - to < 6) end++;
	const next = tokens[end];
	if (
		next?.type === 'word' &&
		!PREPOSITIONS.has(next.lower) &&
		!/^(?:who|when|while|after)$/.test(next.lower)
	)
		return null;
	return nameAlone(tokens, to + 1, end);
}

export function speakerOf(
	tokens: readonly Token[],
	at: number,
	participle: boolean,
	lemma: string,
	earlier: readonly Cue[],
): Pick<Cue, 'subject' | 'how'> {
	const before = tokens[at - 1];
	let aux = at - 1;
	while (
		aux >= 0 &&
		tokens[aux]!.type === 'word' &&
		(/ly$|^(?:being|been|not)$/.test(tokens[aux]!.lower) || ADVERBS.has(tokens[aux]!.lower))
	)
		aux--;
	const carried = tokens[aux];
	const passive =
		(!participle && carried?.type === 'word' && BE.has(carried.lower)) ||
		(!participle && tokens[at - 1]?.lower === 'been') ||
		(!participle && tokens[at - 1]?.lower === 'being') ||
		// "The plan, described by one senator as '…'"
		(!participle && tokens[at + 1]?.lower === 'by' && /(?:ed|en)$/.test(tokens[at]!.lower));
	if (passive) {
		for (let i = at + 1; i < tokens.length && i - at < 14; i++) {
			if (tokens[i]!.type === 'mark' && tokens[i]!.lower !== ',') break;
			if (tokens[i]!.lower === 'by') {
				const agent = phraseStartingAt(tokens, i + 1);
				if (agent) return { subject: agent, how: 'agent' };
			}
		}
		// "was quoted as saying", "is known to say": the subject itself speaks; else nobody is named.
		return { subject: null, how: 'none' };
	}
	if (participle && !(carried?.type === 'word' && BE.has(carried.lower))) {
		// A participle leans on its clause; as a noun's modifier ("a man saying") on what stands before it.
		if (before === undefined) {
			const next = subjectOfClauseAfter(tokens, at);
			return { subject: next, how: next ? 'shared' : 'none' };
		}
		// "quoted a doctor as saying": the doctor says it. "placards reading '…'": they do.
		const quotedAt = before.lower === 'as' ? lastQuoted(tokens, at) : -1;
		const source = quotedAt >= 0 ? objectAt(tokens, quotedAt + 1, at - 1) : null;
		if (source) return { subject: source, how: 'shared' };
		if (lemma === 'read' && tokens[at + 1]?.type === 'quote') {
			const surface = phraseEndingAt(tokens, at - 1, 0);
			if (surface?.kind === 'nominal') return { subject: surface, how: 'before' };
		}
		// "with Lopez calling it", "Lopez reportedly yelling": the name right before the participle.
		let title = aux - 1;
		while (title > 0 && tokens[title]!.type === 'word' && tokens[title]!.capital) title--;
		// "wrote a letter to Lopez asking": whoever was written to does not ask.
		const object =
			carried?.type === 'name' && /^(?:to|for|from|of|on|at|in|by)$/.test(tokens[title]?.lower ?? '');
		const near =
			(carried?.type === 'name' && !object) || tokens[aux]?.lower === ')'
				? subjectBefore(tokens, at, 0)
				: null;
		const shared =
			(near?.kind === 'name' && carried?.person ? near : null) ??
			sharedSubject(tokens, at, earlier) ??
			// "Lopez, calling the plan a disgrace, left": no verb yet, the clause is about what stands before the comma.
			(before.lower === ',' ? subjectEndingAt(tokens, at - 2, 0) : null) ??
			subjectOfClauseAfter(tokens, at);
		return { subject: shared, how: shared ? 'shared' : 'none' };
	}
	// "X, who …, said": the floor is the last quotation, whose clause is closed.
	let floor = 0;
	for (let i = at - 1; i >= 0; i--)
		if (tokens[i]!.type === 'quote') {
			floor = i + 1;
			break;
		}
	const direct = subjectBefore(tokens, at, floor);
	const opening =
		before === undefined ||
		before.type === 'quote' ||
		before.lower === ',' ||
		isDash(before) ||
		/^(?:so|as)$/.test(before.lower);
	// Right behind the marks any verb of saying can come first: "Resign!" yelled another.
	const { kind } = REPORTING.get(tokens[at]!.lower)!;
	const saying = before?.type === 'quote' && (kind === 'speech' || kind === 'manner');
	if (opening && (INVERTING.has(lemma) || saying)) {
		const after = phraseStartingAt(tokens, at + 1);
		const marked = before?.type === 'quote' || tokens[at - 2]?.type === 'quote';
		const whole =
			after &&
			(marked
				? !looksFinite(tokens[after.to]) || isReduced(tokens, after.to)
				: closesPhrase(tokens[after.to]) && !goesOn(tokens, after));
		// "…, said Lopez": behind a comma a name after the verb outweighs what an aside may be about.
		if (whole && (!direct || (after.kind === 'name' && before?.type === 'mark' && direct.to < at - 1)))
			return { subject: namedBehind(tokens, after) ?? after, how: 'inverted' };
	}
	const empty =
		direct?.kind === 'pronoun' && /^(?:it|this|that)$/.test(tokens[direct.head]!.lower) && !direct.meant;
	if (direct && !(empty && lemma !== 'say' && lemma !== 'point')) return { subject: direct, how: 'before' };
	const shared = subjectBefore(tokens, at, 0) ?? sharedSubject(tokens, at, earlier);
	return { subject: shared, how: shared ? 'shared' : 'none' };
}
