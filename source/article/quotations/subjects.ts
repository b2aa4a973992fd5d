/** Who does what a verb says: the noun phrase to its left, over prepositions, asides and relative clauses. */
import { BEFORE_TIME, MODIFIERS, OPENS_ASIDE, REFLEXIVES } from '../../lexicon/clauses.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { KIN } from '../../lexicon/titles.ts';
import {
	AUXILIARIES,
	DETERMINERS,
	PREPOSITIONS,
	RELATIVES,
	SUBJECT_PRONOUNS,
	TIME_WORDS,
} from '../../lexicon/words.ts';
import {
	DASHES,
	isAdverb,
	isAmount,
	isDash,
	isPhraseWord,
	isVerbAt,
	LINKING,
	looksFinite,
	nameAlone,
	phraseEndingAt,
	QUANTITIES,
	type Subject,
} from './phrases.ts';
import type { Token } from './prose.ts';

/** Stands between a noun and the preposition that goes on about it. */
const isModifier = (word: string) => MODIFIERS.has(word) || /^[a-z]{3,}(?:ing|ed)$/.test(word);

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

/** Somebody is told by whom he belongs to; "the Secretary of State Tom Kell" is not. */
const isBelonging = (word: string) =>
	KIN.has(word.replace(/^ex-/, '')) ||
	/^(?:fan|friend|supporter|backer|critic|colleague|victim|opponent|ally|rival)s?$|^allies$/.test(word);

/** Left over the titles before a name, where "of" stands before them; else where it was. */
function overTitles(tokens: readonly Token[], link: number, floor: number): number {
	for (let i = link; i > floor && link - i < 4; i--) {
		const token = tokens[i]!;
		if (token.lower === 'of') return isBelonging(tokens[i - 1]!.lower) ? i : link;
		if (token.type !== 'word' || !isPhraseWord(token, tokens[i - 1]) || DETERMINERS.has(token.lower)) break;
	}
	return link;
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
		// The wife of Sen. Tom Kell, the ex-wife of soap star Tom Kell
		if (phrase.kind === 'name') link = overTitles(tokens, link, floor);
		// A comma before the preposition ends the phrase: only a bare one links.
		if (tokens[link]!.type !== 'word' || !LINKING.has(tokens[link]!.lower)) break;
		// A source close to the talks, protesters marching through the streets.
		const modifier = tokens[link - 1];
		if (modifier?.type === 'word' && link - 1 > floor && isModifier(modifier.lower)) link--;
		let left = phraseEndingAt(tokens, link - 1, floor);
		if (left?.kind === 'pronoun' && !QUANTITIES.has(tokens[left.head]!.lower)) {
			// "he in a statement said"
			if (SUBJECT_PRONOUNS.has(tokens[left.head]!.lower)) return left;
			left = null;
		}
		// "Lopez read from the handbook, which warns": what is read from warns, not who reads.
		const verb = tokens[link - 1]!;
		if (verb.type === 'word' && REPORTING.has(verb.lower) && left && tokens[link - 2]?.capital) return inner;
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
			(opens && OPENS_ASIDE.has(first.lower)) ||
			// Lopez, citing company emails, said
			(end.kind === 'name' && /^(?:cit|quot|referr)ing$/.test(first.lower));
		// A finite verb makes it a clause, not an aside, unless "who" or "which" went before it.
		let clause = false;
		// The first word may be a participle: the email, sent in May and seen by Reuters, said.
		for (
			let k = i + (AUXILIARIES.has(first.lower) ? 1 : 2);
			k < close && !relative && !RELATIVES.has(tokens[k]!.lower);
			k++
		)
			if (isVerbAt(tokens, k) && !/(?:ed|[ew]n)$/.test(tokens[k]!.lower)) clause = true;
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

/** The subject that stands right before the verb at `verb`, asides skipped; null where none does. */
export function subjectBefore(tokens: readonly Token[], verb: number, floor = 0): Subject | null {
	let i = skipLeft(tokens, verb - 1, floor);
	if (i < floor) return null;
	const token = tokens[i]!;
	if (token.type === 'word' && (token.lower === 'who' || token.lower === 'which' || token.lower === 'that')) {
		const comma = tokens[i - 1]?.lower === ',' || isDash(tokens[i - 1]);
		let end = i - (comma ? 2 : 1);
		// Lopez, 29, who said
		if (comma && /^\d+$/.test(tokens[end]?.lower ?? '') && tokens[end - 1]?.lower === ',') end -= 2;
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
	while (i > floor && tokens[i]!.type === 'word' && REFLEXIVES.has(tokens[i]!.lower)) i--;
	return subjectEndingAt(tokens, i, floor);
}
