/** Reporting words in a unit of prose, each with the phrase that speaks. */
import { INVERTING, REPORTING, type ReportingKind, SPEECH_NOUNS } from '../../lexicon/reporting.ts';
import {
	ADVERBS,
	AUXILIARIES,
	CONJUNCTIONS,
	DETERMINERS,
	POSSESSIVES,
	PREPOSITIONS,
	SUBJECT_PRONOUNS,
	TIME_WORDS,
} from '../../lexicon/words.ts';
import type { Token } from './prose.ts';
import {
	isDash,
	isReduced,
	looksFinite,
	nameAlone,
	phraseEndingAt,
	phraseStartingAt,
	QUANTITIES,
	type Subject,
	subjectBefore,
	subjectEndingAt,
	subjectOfClauseAfter,
	subjectOfClauseBefore,
	subjectOfMainClause,
} from './subjects.ts';

export interface Cue {
	readonly kind: ReportingKind | 'according' | 'noun';
	readonly lemma: string;
	/** Tokens of the reporting words, `to` exclusive. */
	readonly from: number;
	readonly to: number;
	readonly subject: Subject | null;
	/** How the subject was found: before the verb, after it, in an earlier clause, as agent, or not at all. */
	readonly how: 'before' | 'inverted' | 'shared' | 'agent' | 'none';
}

const BE = new Set('is are was were be been being am'.split(' '));

/** The form of the present plural and the infinitive, where the past looks different. */
const isBareForm = (word: string, lemma: string) =>
	word === lemma && !/^(?:say|read|put|cast|forecast|broadcast)$/.test(word);

/** A form that is more often a noun is a verb only behind a subject, a modal or "to". */
function isVerbHere(tokens: readonly Token[], at: number): boolean {
	const form = REPORTING.get(tokens[at]!.lower)!;
	const before = tokens[at - 1];
	const after = tokens[at + 1];
	// A capital behind a quotation is a slip before a name ("…," Said Lopez), unless it can be a title: Judge Lopez.
	if (tokens[at]!.capital && at > 0 && !(before?.type === 'quote' && INVERTING.has(form.lemma))) return false;
	// "he's said" is a verb, "Lopez's claim" a noun.
	if (before?.lower === "'s" && !SUBJECT_PRONOUNS.has(tokens[at - 2]?.lower ?? '')) return false;
	if (before?.lower === 'of') return false;
	if (before?.type === 'word' && (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower))) {
		return (
			(QUANTITIES.has(before.lower) && !form.noun) ||
			before.lower === 'all' ||
			before.lower === 'both' ||
			before.lower === 'who' ||
			before.lower === 'which' ||
			before.lower === 'that'
		);
	}
	// "when asked", "if pressed": somebody was asked.
	if (
		/^(?:when|if|once|while|until|unless)$/.test(before?.lower ?? '') &&
		/ed$|^told$/.test(tokens[at]!.lower)
	)
		return false;
	// "Asked about the bridge, Lopez …", "Lopez, asked about the bridge:": nobody asks, somebody was asked.
	if (
		(before === undefined || (before.lower === ',' && form.lemma === 'ask')) &&
		/ed$|^told$/.test(tokens[at]!.lower) &&
		after?.type === 'word' &&
		(PREPOSITIONS.has(after.lower) || /^(?:if|whether|how|why|what)$/.test(after.lower))
	)
		return false;
	// A bare form needs a subject that is many, or "to", or a modal: "the crowd's chant", "a snappy retort" are nouns.
	if (
		isBareForm(tokens[at]!.lower, form.lemma) &&
		before?.type === 'word' &&
		!SUBJECT_PRONOUNS.has(before.lower)
	) {
		const { lower } = before;
		const many =
			/s$|^(?:people|police|men|women|media|half|most|many|some|both|all|others|who|that|which|surveyed|polled|interviewed|questioned)$/.test(
				lower,
			);
		if (
			lower !== 'to' &&
			!AUXILIARIES.has(lower) &&
			!ADVERBS.has(lower) &&
			!/ly$|^(?:and|or)$/.test(lower) &&
			!many
		)
			return false;
	}
	if (
		isBareForm(tokens[at]!.lower, form.lemma) &&
		before?.type === 'name' &&
		(before.person || !/s$/.test(before.lower)) &&
		tokens[at - 2]?.lower !== 'and' &&
		!PREPOSITIONS.has(tokens[at - 2]?.lower ?? '')
	)
		return false;
	if (!form.noun) return true;
	if (form.participle)
		return (
			before === undefined ||
			before.type === 'mark' ||
			before.type === 'name' ||
			AUXILIARIES.has(before.lower) ||
			tokens[at + 1]?.type === 'quote' ||
			tokens[at + 1]?.lower === 'that'
		);
	if (!before) return false;
	if (
		before.type === 'word' &&
		(before.lower === 'to' || AUXILIARIES.has(before.lower) || SUBJECT_PRONOUNS.has(before.lower))
	)
		return true;
	if (before.type === 'word' && PREPOSITIONS.has(before.lower)) return false;
	const leads =
		after?.type === 'quote' ||
		after?.lower === ':' ||
		after?.lower === 'that' ||
		after?.lower === 'the' ||
		SUBJECT_PRONOUNS.has(after?.lower ?? '') ||
		/^(?:him|her|them|us|me)$/.test(after?.lower ?? '') ||
		after?.type === 'name' ||
		// "Minister calls strike 'a disgrace'"
		(at === 1 && form.kind === 'label' && /s$/.test(tokens[at]!.lower) && tokens[at + 2]?.type === 'quote');
	if (before.type === 'name' || before.lower === ')' || before.lower === ',')
		return leads || (before.type === 'name' && /(?:s|ed)$/.test(tokens[at]!.lower) && after?.lower !== 'of');
	// "…," a voice-over in the ad states.
	if (after === undefined && tokens[0]!.type === 'quote' && /s$/.test(tokens[at]!.lower)) return true;
	if (before.type === 'quote') return after !== undefined && after.lower !== 'that' && after.lower !== 'of';
	if (/ly$/.test(before.lower)) return true;
	return leads && (!before.capital || at === 1);
}

/** Every cue of the unit, in order. */
export function cuesIn(tokens: readonly Token[]): Cue[] {
	const cues: Cue[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		if (token.type !== 'word') continue;
		if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') {
			const subject = phraseStartingAt(tokens, at + 2);
			cues.push({
				kind: 'according',
				lemma: 'according',
				from: at,
				to: at + 2,
				subject,
				how: subject ? 'inverted' : 'none',
			});
			continue;
		}
		// "in the words of Lopez"
		if (token.lower === 'words' && tokens[at + 1]?.lower === 'of' && tokens[at - 2]?.lower === 'in') {
			const subject = phraseStartingAt(tokens, at + 2);
			if (subject) {
				cues.push({
					kind: 'according',
					lemma: 'according',
					from: at - 2,
					to: at + 2,
					subject,
					how: 'inverted',
				});
				continue;
			}
		}
		const noun = SPEECH_NOUNS.has(token.lower) ? possessorOf(tokens, at) : null;
		if (noun) {
			cues.push({ kind: 'noun', lemma: token.lower, from: at, to: at + 1, subject: noun, how: 'before' });
			continue;
		}
		const clear =
			token.lower === 'clear'
				? /^ma[dk]/.test(tokens[at - 1]?.lower ?? '')
					? at - 1
					: /^ma[dk]/.test(tokens[at - 2]?.lower ?? '')
						? at - 2
						: -1
				: -1;
		if (clear >= 0) {
			const subject = subjectBefore(tokens, clear) ?? sharedSubject(tokens, clear, cues);
			cues.push({
				kind: 'speech',
				lemma: 'make clear',
				from: clear,
				to: at + 1,
				subject,
				how: subject ? 'before' : 'none',
			});
			continue;
		}
		const form = REPORTING.get(token.lower);
		if (!form || !isVerbHere(tokens, at)) continue;
		// "The ruling, written by Justice Park, held": who wrote it is told in passing.
		if (form.kind === 'speech' && tokens[at - 1]?.lower === ',' && tokens[at + 1]?.lower === 'by') continue;
		// "said nothing when the 'Aurora' sank"
		if (form.lemma === 'say' && /^(?:nothing|little)$/.test(tokens[at + 1]?.lower ?? '')) {
			const but = /^(?:but|except|more|beyond|other)$/.test(tokens[at + 2]?.lower ?? '');
			if (!but) continue;
		}
		// found that, pointed out that, put it: what hands words over here is speech, whatever else the verb can do.
		const end = /^(?:out|up|to|it|on)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
		const follows =
			tokens[end]?.lower === 'that' ||
			(form.lemma === 'put' && tokens[at + 1]?.lower === 'it') ||
			(form.lemma === 'point' && tokens[at + 1]?.lower === 'out');
		const hands =
			follows ||
			// found in 2014 that
			(/^(?:in|on|last|this)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 3]?.lower === 'that');
		// "spoke of 'a new day'" quotes; "spoke as …" tells that somebody did.
		const idle = /^(?:speak|talk)$/.test(form.lemma) && !/^(?:of|about)$/.test(tokens[at + 1]?.lower ?? '');
		const kind = idle ? 'manner' : form.kind === 'manner' && hands ? 'speech' : form.kind;
		const base = { kind, lemma: form.lemma, from: at, to: follows ? end : at + 1 };
		const found = speakerOf(tokens, at, form.participle, form.lemma, cues);
		cues.push({ ...base, ...found });
	}
	return cues;
}

/** Lopez's (blunt) claim, her warning: whoever owns the words. */
function possessorOf(tokens: readonly Token[], at: number): Subject | null {
	for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
		const { type, lower } = tokens[i]!;
		if (lower === "'s") {
			const owner = tokens[i - 1];
			if (owner?.type === 'name') return { kind: 'name', from: i - 1, to: i, head: i - 1 };
			// The president's remarks
			return owner?.type === 'word' ? subjectEndingAt(tokens, i - 1, 0) : null;
		}
		if (type !== 'word') return null;
		if (/^(?:his|her|their)$/.test(lower)) return { kind: 'pronoun', from: i, to: i + 1, head: i };
		if (DETERMINERS.has(lower) || PREPOSITIONS.has(lower) || looksFinite(tokens[i])) return null;
	}
	return null;
}

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
function sharedSubject(tokens: readonly Token[], at: number, earlier: readonly Cue[]): Subject | null {
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
	const { from } = subject.meant ?? subject;
	const before = tokens[from - 1];
	return (
		before === undefined ||
		before.type === 'quote' ||
		/^(?:and|but|while|whereas|as|after|when|;)$/.test(before.lower)
	);
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

function speakerOf(
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
		const source = quotedAt >= 0 ? phraseStartingAt(tokens, quotedAt + 1) : null;
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
