/** Who does what a verb says: noun phrases to its left and right, found with closed word classes alone. */
import { REPORTING } from '../../lexicon/reporting.ts';
import {
	ADVERBS,
	AUXILIARIES,
	COMMON_VERBS,
	CONJUNCTIONS,
	DETERMINERS,
	PREPOSITIONS,
	RELATIVES,
	SUBJECT_PRONOUNS,
	TIME_WORDS,
} from '../../lexicon/words.ts';
import type { Token } from './prose.ts';

/** A noun phrase: tokens `from` to `to` (exclusive); `head` is the token that names the person or thing. */
export interface Subject {
	readonly kind: 'name' | 'pronoun' | 'nominal';
	readonly from: number;
	readonly to: number;
	readonly head: number;
	/** Whom "who" or "which" stands for. */
	readonly meant?: Subject;
}

const PRONOUNS = new Set(
	'he she they we i you it this that these those both another others many some all none most neither either everyone everybody someone somebody anyone anybody nobody one two three four several few half'.split(
		' ',
	),
);
/** A phrase may run on over these: a spokesman for the mayor, a source close to the talks. */
const LINKING = new Set(
	'of for from at with in to on by inside behind near within about through outside against across around under between among'.split(
		' ',
	),
);
/** Stands between a noun and the preposition that goes on about it. */
const MODIFIER =
	/^(?:close|familiar|critical|loyal|opposed|sympathetic|responsible|involved|present|[a-z]{3,}ing|[a-z]{3,}ed)$/;
/** Words for how many that speak alone or with those they are taken from: "another", "most of the neighbours". */
export const QUANTITIES = new Set(
	'one two three four five six seven eight nine ten some many most several few half another others none both all each neither either those'.split(
		' ',
	),
);
const isAmount = (word: string) => QUANTITIES.has(word) || /^[\d.,]*\d%?$|^(?:percent|cent|%)$/.test(word);
/** What opens a clause that hangs on another one: its subject is not the sentence's. */
const SUBORDINATING = new Set(
	'when after before while as if because although though since until unless that which who whom what where whether than once how why'.split(
		' ',
	),
);
const BEFORE_TIME = new Set('on in last late this early next earlier since at'.split(' '));
const DASHES = new Set(['—', '–', '―', '-', '--']);
const OPEN_CLASS_STOP = new Set(['not', 'there', 'here', 'so', 'more', 'less', 'if', 'ago']);

export const isDash = (token: Token | undefined) => token !== undefined && DASHES.has(token.lower);

const isAdverb = (token: Token) =>
	token.type === 'word' &&
	(ADVERBS.has(token.lower) || (/...ly$/.test(token.lower) && !token.capital && token.lower !== 'family'));

/** Could be a finite verb, judged by its form. */
export function looksFinite(token: Token | undefined): boolean {
	if (token?.type !== 'word' || token.capital)
		return token?.type === 'mark' && /^'(?:d|ll|ve|re)$/.test(token.lower);
	const { lower } = token;
	if (AUXILIARIES.has(lower) || COMMON_VERBS.has(lower)) return true;
	const form = REPORTING.get(lower);
	if (form) return form.finite && !form.noun;
	return /[a-z]{2}ed$/.test(lower) && !/(?:eed|[^f]ired|hundred|sacred|united|limited|armed)$/.test(lower);
}

/** A finite verb in its place: not behind "to". */
export const isVerbAt = (tokens: readonly Token[], at: number) =>
	looksFinite(tokens[at]) && tokens[at - 1]?.lower !== 'to';

/** Can stand inside a noun phrase; `before` is the token to its left. */
function isPhraseWord(token: Token, before: Token | undefined): boolean {
	if (token.type === 'name') return true;
	if (token.type === 'mark') return token.lower === "'s";
	if (token.type !== 'word') return false;
	const { lower } = token;
	if (DETERMINERS.has(lower)) return lower !== 'that' && lower !== 'which' && lower !== 'what';
	if (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || AUXILIARIES.has(lower)) return false;
	// The four men, several people.
	if (PRONOUNS.has(lower)) return QUANTITIES.has(lower);
	if (OPEN_CLASS_STOP.has(lower) || COMMON_VERBS.has(lower) || lower === 'according') return false;
	const form = REPORTING.get(lower);
	// A bare form ("the email", "a letter") is a noun inside a phrase; only -s forms and odd pasts can be its verb.
	const owned = before !== undefined && (DETERMINERS.has(before.lower) || before.lower === "'s");
	if (form && !form.noun && !token.capital && !owned && lower !== form.lemma && !/(?:ed|ing)$/.test(lower))
		return false;
	return !isAdverb(token);
}

/** The phrase whose last token is `last`, no further left than `floor`; prepositions are not crossed. */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor: number): Subject | null {
	const token = tokens[last];
	if (!token || last < floor) return null;
	if (token.type === 'name') return { kind: 'name', from: last, to: last + 1, head: last };
	if (token.type !== 'word') return null;
	if (SUBJECT_PRONOUNS.has(token.lower) || PRONOUNS.has(token.lower)) {
		const the = last > floor && /^(?:the|no)$/.test(tokens[last - 1]!.lower);
		return { kind: 'pronoun', from: the ? last - 1 : last, to: last + 1, head: last };
	}
	if (!isPhraseWord(token, tokens[last - 1]) || DETERMINERS.has(token.lower)) return null;
	let from = last;
	let determined = false;
	while (from > floor && isPhraseWord(tokens[from - 1]!, tokens[from - 2])) {
		// "to discuss strategy": a verb, not part of the phrase.
		if (tokens[from - 2]?.lower === 'to' && REPORTING.has(tokens[from - 1]!.lower)) break;
		from--;
		// A capital inside the sentence is part of a name: a No 10 spokesman.
		if (
			DETERMINERS.has(tokens[from]!.lower) &&
			!(tokens[from]!.capital && tokens[from - 1]?.type === 'word')
		) {
			determined = true;
			break;
		}
		if (last - from > 10) break;
	}
	if (tokens[from]!.lower === "'s") from++;
	if (from > last) return null;
	let clock = true;
	for (let i = from; i <= last; i++)
		if (!TIME_WORDS.has(tokens[i]!.lower) && !/^\d{4}$/.test(tokens[i]!.lower)) clock = false;
	if (clock) return null;
	const bare =
		!determined &&
		from === last &&
		!token.capital &&
		!/s$|people|police|staff|media|press/.test(token.lower) &&
		!isAmount(token.lower);
	return bare && from > floor && tokens[from - 1]!.type !== 'mark'
		? null
		: { kind: 'nominal', from, to: last + 1, head: last };
}

/**
 * "An official who asked not to be named to discuss strategy said": the phrase right before the verb is the object of
 * a relative clause without commas; the one before "who" speaks.
 */
function holderOfRelative(tokens: readonly Token[], { from }: Subject, floor: number): Subject | null {
	const before = tokens[from - 1];
	// "The company that runs the ferry": what follows "that" is its verb, whatever it looks like.
	const opener = tokens[from - 2]?.lower ?? '';
	if (before?.type === 'word' && /^(?:that|which)$/.test(opener) && /[^s]s$/.test(before.lower))
		return phraseEndingAt(tokens, from - 3, floor);
	if (before?.type !== 'word' || !(looksFinite(before) || opener === 'to' || PREPOSITIONS.has(before.lower)))
		return null;
	for (let i = from - 1; i > floor && from - i < 14; i--) {
		const { type, lower } = tokens[i]!;
		if (type === 'mark' || type === 'quote') return null;
		if (lower === 'who') return phraseEndingAt(tokens, i - 1, floor);
	}
	return null;
}

/** `phraseEndingAt`, run on to the left over linking prepositions to the phrase that heads the whole. */
export function subjectEndingAt(tokens: readonly Token[], last: number, floor: number): Subject | null {
	const whole = phraseEndingAt(tokens, last, floor);
	const inner = whole ?? bareObject(tokens, last, floor);
	if (!inner || inner.kind === 'pronoun') return inner;
	// Dr Maria Lopez and colleagues
	if (
		inner.kind === 'nominal' &&
		inner.to - inner.from === 1 &&
		tokens[inner.from - 1]?.lower === 'and' &&
		tokens[inner.from - 2]?.person &&
		inner.from - 2 >= floor
	)
		return phraseEndingAt(tokens, inner.from - 2, floor);
	const found = runLeft(tokens, inner, floor);
	return whole || found !== inner ? found : null;
}

/** "the minister for health": a noun that is a phrase only behind its preposition. */
function bareObject(tokens: readonly Token[], last: number, floor: number): Subject | null {
	const token = tokens[last];
	if (token?.type !== 'word' || last <= floor || !/^(?:for|of)$/.test(tokens[last - 1]!.lower)) return null;
	return isPhraseWord(token, tokens[last - 1]) &&
		!DETERMINERS.has(token.lower) &&
		!TIME_WORDS.has(token.lower)
		? { kind: 'nominal', from: last, to: last + 1, head: last }
		: null;
}

function runLeft(tokens: readonly Token[], inner: Subject, floor: number): Subject | null {
	const holder = holderOfRelative(tokens, inner, floor);
	if (holder) return holder;
	let phrase: Subject = inner;
	while (phrase.from - 1 > floor) {
		let link = phrase.from - 1;
		// "has in the past called": a phrase between the auxiliary and its verb tells when, not who.
		if (PREPOSITIONS.has(tokens[link]!.lower) && AUXILIARIES.has(tokens[link - 1]?.lower ?? ''))
			return subjectBefore(tokens, link, floor);
		// The article of a name stands outside it: of the Lopez Center.
		if (phrase.kind === 'name' && tokens[link]!.lower === 'the') link--;
		if (link <= floor) break;
		// A comma before the preposition ends the phrase: only a bare one links.
		if (tokens[link]!.type !== 'word' || !LINKING.has(tokens[link]!.lower)) break;
		// A source close to the talks, protesters marching through the streets.
		const modifier = tokens[link - 1];
		if (modifier?.type === 'word' && link - 1 > floor && MODIFIER.test(modifier.lower)) link--;
		let left = phraseEndingAt(tokens, link - 1, floor);
		if (left?.kind === 'pronoun' && !QUANTITIES.has(tokens[left.head]!.lower)) {
			// "he in a statement said"
			if (SUBJECT_PRONOUNS.has(tokens[left.head]!.lower)) return left;
			left = null;
		}
		if (!left) return inner;
		phrase = left;
	}
	const before = tokens[phrase.from - 1];
	if (
		phrase !== inner &&
		phrase.from > floor &&
		before?.type === 'word' &&
		(PREPOSITIONS.has(before.lower) || looksFinite(before)) &&
		// "about four in 10"
		!(before.lower === 'about' && isAmount(tokens[phrase.from]!.lower))
	)
		return inner;
	if (phrase !== inner && PREPOSITIONS.has(tokens[phrase.from]!.lower)) return inner;
	if (phrase === inner || phrase.kind === 'name') return phrase;
	return { ...phrase, kind: 'nominal', to: inner.to };
}

/** Steps left over adverbs, auxiliaries and bare time words ("Clinton on Monday said"). */
function skipLeft(tokens: readonly Token[], from: number, floor: number): number {
	let i = from;
	while (i >= floor) {
		const token = tokens[i]!;
		if (token.type === 'mark' && /^'(?:d|ll|ve|re|s)$/.test(token.lower) && i === from) {
			// "'s" before a verb form is "is" or "has" after a pronoun only.
			if (token.lower === "'s" && tokens[i - 1]?.type === 'name') return i;
			i--;
		} else if (token.type !== 'word') break;
		else if (TIME_WORDS.has(token.lower) && i > floor) {
			i--;
			while (i > floor && tokens[i]!.type === 'word' && BEFORE_TIME.has(tokens[i]!.lower)) i--;
		} else if (AUXILIARIES.has(token.lower) || isAdverb(token)) i--;
		else break;
	}
	return i;
}

/** The noun phrase before an aside that ends just before token `close` (a comma, bracket or dash). */
function beforeAside(tokens: readonly Token[], close: number, floor: number): Subject | null {
	const mark = tokens[close]!.lower;
	if (mark === ')' || mark === ']') {
		for (let i = close - 1; i >= floor && close - i < 40; i--)
			if (tokens[i]!.lower === '(' || tokens[i]!.lower === '[') {
				const inner = tokens[i - 1]?.lower === ',' ? beforeAside(tokens, i - 1, floor) : null;
				return inner ?? subjectEndingAt(tokens, i - 1, floor);
			}
		return null;
	}
	if (DASHES.has(mark)) {
		for (let i = close - 1; i >= floor && close - i < 40; i--)
			if (isDash(tokens[i])) return subjectEndingAt(tokens, i - 1, floor);
		return null;
	}
	// "Lopez, the author of 'Rivers,' said": the comma may stand inside the marks.
	if (mark !== ',' && tokens[close]!.type !== 'quote') return null;
	// Gov. Maria Lopez (D-Ohio), said
	if (tokens[close - 1]?.lower === ')' || tokens[close - 1]?.lower === ']') {
		const bracketed = beforeAside(tokens, close - 1, floor);
		if (bracketed?.kind === 'name') return bracketed;
	}
	let fallback: Subject | null = null;
	for (let i = close - 1, commas = 0; i >= floor && close - i < 60 && commas < 6; i--) {
		const token = tokens[i]!;
		if (token.lower === ';' || token.lower === ':') break;
		if (token.lower !== ',') continue;
		commas++;
		const first = tokens[i + 1]!;
		const end =
			tokens[i - 1]?.lower === ')'
				? beforeAside(tokens, i - 1, floor)
				: subjectEndingAt(tokens, i - 1, floor);
		if (!end) continue;
		// "Lopez, when asked what was wrong, said": an aside that is a clause of its own.
		const opens = end.from === floor || tokens[end.from - 1]!.type === 'mark';
		const relative =
			RELATIVES.has(first.lower) ||
			first.lower === 'himself' ||
			first.lower === 'herself' ||
			(opens && /^(?:when|after|before|while|as|if|asked|despite|though|although)$/.test(first.lower));
		// A finite verb makes it a clause, not an aside, unless "who" or "which" went before it.
		let clause = false;
		// The first word may be a participle: the email, sent in May, said.
		for (
			let k = i + (AUXILIARIES.has(first.lower) ? 1 : 2);
			k < close && !relative && !RELATIVES.has(tokens[k]!.lower);
			k++
		)
			if (isVerbAt(tokens, k) && !/ed$/.test(tokens[k]!.lower)) clause = true;
		if (clause) continue;
		const leading =
			end.from > floor &&
			tokens[end.from - 1]!.type === 'word' &&
			PREPOSITIONS.has(tokens[end.from - 1]!.lower) &&
			// "As Lopez, a lawyer, put it" is a clause.
			!(tokens[end.from - 1]!.lower === 'as' && end.from - 1 <= floor + 1);
		// The mayor's deputy, Maria Lopez, said
		const apposed = end.kind === 'nominal' ? nameAlone(tokens, i + 1, close) : null;
		if (apposed) return apposed;
		const listed = end.kind === 'name' && first.type === 'name' && i + 2 === close;
		if (relative && end.kind !== 'pronoun') return end;
		if (leading) continue;
		if (end.kind === 'name' && !listed) return end;
		if (end.kind === 'nominal' && DETERMINERS.has(tokens[end.from]!.lower)) fallback ??= end;
		else if (
			end.kind === 'pronoun' &&
			(SUBJECT_PRONOUNS.has(tokens[end.head]!.lower) || (opens && QUANTITIES.has(tokens[end.head]!.lower)))
		)
			fallback ??= end;
		else if (end.kind === 'nominal' && (end.from === floor || tokens[end.from - 1]!.type === 'mark'))
			fallback ??= end;
	}
	return fallback;
}

/** The one name between two tokens, with nothing but titles and letters around it: Dr Maria Lopez, Maria Lopez QC. */
export function nameAlone(tokens: readonly Token[], from: number, to: number): Subject | null {
	let head = -1;
	// The Rev Maria Lopez
	const first = tokens[from]?.lower === 'the' ? from + 1 : from;
	for (let i = first; i < to; i++) {
		const { type, capital } = tokens[i]!;
		if (type === 'name' && head < 0) head = i;
		else if (type !== 'word' || !capital) return null;
	}
	return head < 0 ? null : { kind: 'name', from: head, to: head + 1, head };
}

/** The subject that stands right before the verb at `verb`, asides skipped; null where none does. */
export function subjectBefore(tokens: readonly Token[], verb: number, floor = 0): Subject | null {
	let i = skipLeft(tokens, verb - 1, floor);
	if (i < floor) return null;
	const token = tokens[i]!;
	if (token.type === 'word' && (token.lower === 'who' || token.lower === 'which' || token.lower === 'that')) {
		const comma = tokens[i - 1]?.lower === ',' || isDash(tokens[i - 1]);
		const end = i - (comma ? 2 : 1);
		// "a woman who lives here and who asked": both hang on the woman.
		if (tokens[end]?.lower === 'and' && token.lower !== 'that') {
			for (let k = end - 1; k > floor && end - k < 16 && tokens[k]!.type !== 'quote'; k--)
				if (tokens[k]!.lower === token.lower) {
					const holder = subjectEndingAt(tokens, tokens[k - 1]?.lower === ',' ? k - 2 : k - 1, floor);
					return holder && { kind: 'pronoun', from: i, to: i + 1, head: i, meant: holder.meant ?? holder };
				}
		}
		const antecedent =
			tokens[end]?.lower === ')'
				? beforeAside(tokens, end, floor)
				: (subjectEndingAt(tokens, end, floor) ?? (comma ? beforeAside(tokens, i - 1, floor) : null));
		return (
			antecedent && { kind: 'pronoun', from: i, to: i + 1, head: i, meant: antecedent.meant ?? antecedent }
		);
	}
	if (
		token.type === 'mark' &&
		(token.lower === ',' || token.lower === ')' || token.lower === ']' || isDash(token))
	)
		return beforeAside(tokens, i, floor);
	if (token.type === 'quote') {
		return tokens[i - 1]?.type === 'word' && PREPOSITIONS.has(tokens[i - 1]!.lower)
			? beforeAside(tokens, i, floor)
			: null;
	}
	while (
		i > floor &&
		tokens[i]!.type === 'word' &&
		/^(?:himself|herself|themselves|itself)$/.test(tokens[i]!.lower)
	)
		i--;
	return subjectEndingAt(tokens, i, floor);
}

/** Nothing that could go on with a noun phrase. */
const endsPhrase = (token: Token | undefined) =>
	token === undefined ||
	token.type === 'quote' ||
	(token.type === 'mark' && token.lower !== "'s") ||
	(token.type === 'word' &&
		(TIME_WORDS.has(token.lower) || (PREPOSITIONS.has(token.lower) && token.lower !== 'of')));

/** "a report released on Monday", "a statement posted by": a participle with more of its own is no part of the phrase. */
export const isReduced = (tokens: readonly Token[], at: number) =>
	looksFinite(tokens[at]) &&
	tokens[at]!.type === 'word' &&
	tokens[at + 1]?.type === 'word' &&
	(PREPOSITIONS.has(tokens[at + 1]!.lower) || TIME_WORDS.has(tokens[at + 1]!.lower));

/** The phrase that begins at `first`: "said [the mayor of Lyon]", "according to [two officials]". */
export function phraseStartingAt(tokens: readonly Token[], first: number): Subject | null {
	let to = first;
	let named = -1;
	let person = -1;
	while (to < tokens.length && to - first < 16) {
		const token = tokens[to]!;
		if (token.type === 'name') {
			named = to;
			if (tokens[to + 1]?.lower !== "'s") person = to;
		} else if (token.type === 'quote' || (token.type === 'mark' && token.lower !== "'s")) break;
		else if (token.type === 'word') {
			const { lower } = token;
			if (to === first && (SUBJECT_PRONOUNS.has(lower) || PRONOUNS.has(lower)) && !DETERMINERS.has(lower)) {
				return { kind: 'pronoun', from: to, to: to + 1, head: to };
			}
			if (to === first && QUANTITIES.has(lower) && lower !== 'those' && endsPhrase(tokens[to + 1]))
				return { kind: 'pronoun', from: to, to: to + 1, head: to };
			// one of two witnesses
			if (to === first && QUANTITIES.has(lower) && tokens[to + 1]?.lower === 'of') {
				const rest = phraseStartingAt(tokens, to + 2);
				if (rest) return { kind: 'nominal', from: first, to: rest.to, head: first };
			}
			if (to === first && TIME_WORDS.has(lower)) return null;
			if (
				to > first &&
				(TIME_WORDS.has(lower) || (DETERMINERS.has(lower) && tokens[to - 1]!.lower !== 'all'))
			)
				break;
			if (
				PREPOSITIONS.has(lower) ||
				CONJUNCTIONS.has(lower) ||
				AUXILIARIES.has(lower) ||
				PRONOUNS.has(lower)
			) {
				if (!DETERMINERS.has(lower)) break;
			}
			if (to > first && person === to - 1 && tokens[person]?.person && !token.capital) break;
			if (isAdverb(token) || COMMON_VERBS.has(lower)) break;
			if (to > first + 1 && isReduced(tokens, to)) break;
		}
		to++;
	}
	if (to === first) return null;
	if (person >= 0 && person === to - 1) return { kind: 'name', from: person, to: person + 1, head: person };
	const last = tokens[to - 1]!;
	if (last.type !== 'word' && named < 0) return null;
	const determined = DETERMINERS.has(tokens[first]!.lower);
	if (!determined && named < 0 && !last.capital && !/s$|people|police/.test(last.lower) && to - first < 2)
		return null;
	if (to - first === 1 && determined) return null;
	const head = to - 1;
	if (
		tokens[to]?.type === 'word' &&
		LINKING.has(tokens[to]!.lower) &&
		tokens[to]!.lower !== 'to' &&
		tokens[to]!.lower !== 'on'
	) {
		const rest = phraseStartingAt(tokens, to + 1);
		if (rest && rest.kind !== 'pronoun' && /^(?:for|of|at|with|from)$/.test(tokens[to]!.lower))
			return { kind: 'nominal', from: first, to: rest.to, head };
	}
	return { kind: 'nominal', from: first, to, head };
}

/** The subject of the unit's first finite verb before `before`: what "adding" and "saying" lean on. */
export function subjectOfMainClause(tokens: readonly Token[], before: number, floor = 0): Subject | null {
	let first: Subject | null = null;
	for (let i = floor + 1; i < before; i++) {
		if (!isVerbAt(tokens, i)) continue;
		const subject = subjectBefore(tokens, i, floor);
		if (!subject || isExpletive(tokens, subject)) continue;
		if (!isSubordinate(tokens, subject)) return subject;
		first ??= subject;
	}
	return first;
}

/** "when he lost", "the man who left": a clause inside another one. */
const isSubordinate = (tokens: readonly Token[], { from, meant }: Subject) =>
	meant !== undefined || (from > 0 && SUBORDINATING.has(tokens[from - 1]!.lower));

/** "it", "this": can be a subject, seldom speaks. */
const isExpletive = (tokens: readonly Token[], { kind, head }: Subject) =>
	kind === 'pronoun' && /^(?:it|this|that|these|those)$/.test(tokens[head]!.lower);

/** The subject of the nearest finite verb left of `before`: what "and said" leans on. */
export function subjectOfClauseBefore(tokens: readonly Token[], before: number, floor = 0): Subject | null {
	let nearest: Subject | null = null;
	for (let i = before - 1, steps = 0; i > floor && steps < 60; i--, steps++) {
		if (!isVerbAt(tokens, i) || AUXILIARIES.has(tokens[i - 1]?.lower ?? '')) continue;
		const subject = subjectBefore(tokens, i, floor);
		if (!subject || isExpletive(tokens, subject)) continue;
		if (!isSubordinate(tokens, subject)) return subject;
		nearest ??= subject;
	}
	return nearest;
}

/** The subject of the first finite verb from `from` on. */
export function subjectOfClauseAfter(tokens: readonly Token[], from: number): Subject | null {
	for (let i = from + 1; i < tokens.length && i - from < 60; i++) {
		if (!isVerbAt(tokens, i)) continue;
		const subject = subjectBefore(tokens, i, from);
		if (subject) return subject;
	}
	return null;
}
