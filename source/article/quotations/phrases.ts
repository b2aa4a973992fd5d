/** Noun phrases, and what could be a finite verb, told by closed word classes alone. */
import { CLAUSE_BORDERS } from '../../lexicon/clauses.ts';
import { flagsOf, IS } from '../../lexicon/names.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import {
	ADVERBS,
	AUXILIARIES,
	COMMON_VERBS,
	CONJUNCTIONS,
	DETERMINERS,
	PREPOSITIONS,
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

export const DASHES = new Set(['—', '–', '―', '-', '--']);

const OPEN_CLASS_STOP = new Set(['not', 'there', 'here', 'so', 'more', 'less', 'if', 'ago']);

/** Words for how many that speak alone or with those they are taken from: "another", "most of the neighbours". */
export const QUANTITIES = new Set(
	'one two three four five six seven eight nine ten some many most several few half another others none both all each neither either those'.split(
		' ',
	),
);

export const isAmount = (word: string) =>
	QUANTITIES.has(word) || /^[\d.,]*\d%?$|^(?:percent|cent|%)$/.test(word);

export const isDash = (token: Token | undefined) => token !== undefined && DASHES.has(token.lower);

const LY_NOUNS = new Set([
	'family',
	'rally',
	'assembly',
	'reply',
	'supply',
	'monopoly',
	'anomaly',
	'bully',
	'butterfly',
]);

export const isAdverb = (token: Token) =>
	token.type === 'word' &&
	(ADVERBS.has(token.lower) || (/...ly$/.test(token.lower) && !token.capital && !LY_NOUNS.has(token.lower)));

/** Of the words that the lists know, whether they could be finite verbs. */
const FINITE: ReadonlyMap<string, boolean> = new Map([
	...[...REPORTING].map(([word, { finite, noun }]) => [word, finite && !noun] as const),
	...[...COMMON_VERBS, ...AUXILIARIES].map((word) => [word, true] as const),
]);

/** Could be a finite verb, judged by its form. */
export function looksFinite(token: Token | undefined): boolean {
	if (token?.type !== 'word' || token.capital)
		return token?.type === 'mark' && /^'(?:d|ll|ve|re)$/.test(token.lower);
	const { lower } = token;
	const known = FINITE.get(lower);
	if (known !== undefined) return known;
	return /[a-z]{2}ed$/.test(lower) && !/(?:eed|[^f]ired|hundred|sacred|united|limited|armed)$/.test(lower);
}

/** A finite verb in its place: not behind "to". */
export const isVerbAt = (tokens: readonly Token[], at: number) =>
	looksFinite(tokens[at]) && tokens[at - 1]?.lower !== 'to';

/** Can stand inside a noun phrase; `before` is the token to its left. */
export function isPhraseWord(token: Token, before: Token | undefined): boolean {
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

/** The one name between two tokens, with nothing but titles and letters around it: Dr Maria Lopez, Maria Lopez QC. */
export function nameAlone(tokens: readonly Token[], from: number, to: number): Subject | null {
	const described = nameDescribed(tokens, from, to);
	if (described) return described;
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

/** "the former judge Maria Lopez": all of an aside, and a calling right before the name. */
function nameDescribed(tokens: readonly Token[], from: number, to: number): Subject | null {
	const head = to - 1;
	const noun = tokens[head - 1];
	if (head - from < 1 || head - from > 6 || tokens[head]?.type !== 'name' || !tokens[head]!.person)
		return null;
	if (noun?.type !== 'word' || noun.capital || (flagsOf(noun.lower) & IS.role) === 0) return null;
	const words = tokens.slice(from, head);
	return words.every(
		({ type, lower }) => type === 'word' && !PREPOSITIONS.has(lower) && !CLAUSE_BORDERS.has(lower),
	)
		? { kind: 'name', from: head, to, head }
		: null;
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
			// “Moo,” wrote @lucy
			if (to === first && /^@./.test(lower)) return { kind: 'nominal', from: to, to: to + 1, head: to };
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

/** A phrase may run on over these: a spokesman for the mayor, a source close to the talks. */
export const LINKING = new Set(
	'of for from at with in to on by inside behind near within about through outside against across around under between among'.split(
		' ',
	),
);
