/** An article's words, sentence by sentence, each with what the lists know of it and how far its capital may be trusted. */
import { FIRST, flagsOf, IS, isPlain, PLACE } from '../../lexicon/names.ts';
import type { Paragraph, Span } from '../../types.ts';
import { splitSentences } from '../sentences.ts';
import { keyOf, type Token, tokenize } from '../tokens.ts';
import { ARABIC } from './each-word.ts';
import { type Forms, isTitled, OPENING, shoutedUntil, surveyForms } from './forms.ts';
import { withoutNicknames } from './nicknames.ts';
import { withoutOwnersMarks } from './plural-owners.ts';

export interface Word extends Token {
	readonly flags: number;
	/** The capital may be there for another reason: first of a sentence or quotation, or among capitals all round. */
	readonly doubtful: boolean;
	/** In a line of capitals. */
	readonly shouted: boolean;
}

export interface Sentence {
	readonly words: readonly Word[];
	/** Which paragraph holds it, or which aside, counted on. */
	readonly paragraph: number;
	/** Left out of the reading: a caption, a byline, a dateline. */
	readonly aside: boolean;
	/** First of its paragraph. */
	readonly opens: boolean;
}

export interface Stream {
	readonly count: number;
	/** The sentence at this place. */
	readonly at: (index: number) => Sentence;
}

/** Up to this many characters of text everything read is kept for the second reading; beyond, it is read again. */
const KEPT = 400_000;
/** A "sentence" longer than this is read in pieces. */
const LONGEST = 20_000;

/** Keeps what `make` made: all of it, or only the last, which is often asked for again at once. */
export function kept<T>(keep: boolean, make: (index: number) => T): (index: number) => T {
	const made: T[] = [];
	if (keep) return (index) => (made[index] ??= make(index));
	let last = -1;
	return (index) => {
		if (index !== last) made[0] = make(index);
		last = index;
		return made[0]!;
	};
}

export const isKept = (text: string): boolean => text.length <= KEPT;

function pieces(text: string, sentences: readonly Span[]): Span[] {
	return sentences.flatMap((sentence) => {
		if (sentence.end - sentence.start <= LONGEST) return [sentence];
		const parts: Span[] = [];
		for (let start = sentence.start; start < sentence.end; ) {
			let end = Math.min(sentence.end, start + LONGEST);
			// Not in the middle of a word, unless it is none.
			if (end < sentence.end) {
				const space = text.lastIndexOf(' ', end);
				if (space > start + LONGEST / 2) end = space;
			}
			parts.push({ start, end });
			start = end;
		}
		return parts;
	});
}

/** "We've", "I'll", "Don't" */
const CONTRACTION = /^[a-z]{1,6}(?:'(?:ll|ve|d|re|m)|n't)$/;
/** "eToro", "xAda": a small letter first by choice. Words run together in copying ("toRuiz") have more of them. */
const BRAND = /^[b-z]\p{Lu}\p{Ll}{2}/u;
const CONTRACTED = IS.starter | IS.common;
/** Known for a name: no mere word even at the head of a sentence. */
const NAMED = FIRST | PLACE | IS.organisation | IS.people | IS.common;
const KNOWN_HALF = PLACE | IS.people | IS.organisation;

/** "eBooks" and "iPhones" are things. */
const isBrand = (text: string, key: string, flagsHere: (key: string) => number): boolean =>
	(flagsHere(key) & IS.organisation) !== 0 ||
	(BRAND.test(text) &&
		!(text[0] === 'e' && isPlain(key.slice(1))) &&
		((flagsHere(key) | flagsHere(key.replace(/s$/, ''))) & (IS.happening | IS.notBody)) === 0);

/** Where the hyphen stands that joins two names ("Russia-Ukraine"), or -1. */
function seam(text: string, { capitalised }: Forms): number {
	const hyphen = text.indexOf('-');
	if (
		hyphen <= 0 ||
		text.indexOf('-', hyphen + 1) >= 0 ||
		!/^\p{Lu}/u.test(text.slice(hyphen + 1, hyphen + 3)) ||
		ARABIC.test(keyOf(text.slice(0, hyphen)))
	)
		return -1;
	const known = (key: string) => {
		const flags = flagsOf(key);
		return (flags & KNOWN_HALF) !== 0 || (capitalised.has(key) && (flags & IS.common) === 0);
	};
	const left = keyOf(text.slice(0, hyphen));
	const right = keyOf(text.slice(hyphen + 1));
	// "Asia-Pacific", "Anne-Marie"
	if ((flagsOf(keyOf(text)) & KNOWN_HALF) !== 0 || (flagsOf(left) & flagsOf(right) & FIRST) !== 0) return -1;
	return known(left) && known(right) ? hyphen : -1;
}

/** A straight mark right behind a word, with space after it: "…," Ana Ruiz said. */
const closes = ({ text, spaced }: Token, next: Token | undefined): boolean =>
	/^["']$/.test(text) && !spaced && next?.spaced === true;

function wordsOf(tokens: readonly Token[], forms: Forms, flagsHere: (key: string) => number): Word[] {
	const words: Word[] = [];
	const titled = isTitled(tokens);
	const shouts = shoutedUntil(tokens);
	let fresh = true;
	for (const [index, token] of tokens.entries()) {
		const { type, start, end, text, key, upper, spaced } = token;
		const capital = token.capital || (key !== text && isBrand(text, key, flagsHere));
		const shouted = index < shouts;
		const doubtful =
			type === 'word' && ((upper && shouted) || ((fresh || titled) && (forms.balance.get(key) ?? 0) <= 0));
		const known = type === 'word' ? flagsHere(key) : 0;
		// A word that this article also writes small is a plain word, whether or not the lists have it.
		const plain =
			capital && (known & NAMED) === 0 && ((doubtful && (forms.balance.get(key) ?? 0) < 0) || isPlain(key));
		const flags = plain ? known | (doubtful ? IS.common : IS.plain) : known;
		const hyphen = capital && text.includes('-') ? seam(text, forms) : -1;
		if (hyphen > 0) {
			const left = text.slice(0, hyphen);
			const right = text.slice(hyphen + 1);
			const middle = start + hyphen;
			const half = { type, capital, upper, doubtful, shouted };
			words.push({
				...half,
				start,
				end: middle,
				text: left,
				key: keyOf(left),
				spaced,
				flags: flagsHere(keyOf(left)),
			});
			words.push({
				...half,
				type: 'mark',
				start: middle,
				end: middle + 1,
				text: '-',
				key: '-',
				capital: false,
				spaced: false,
				flags: 0,
			});
			words.push({
				...half,
				start: middle + 1,
				end,
				text: right,
				key: keyOf(right),
				spaced: false,
				flags: flagsHere(keyOf(right)),
			});
		} else words.push({ type, start, end, text, key, capital, upper, spaced, flags, doubtful, shouted });
		if (type === 'word') fresh = false;
		else if (type === 'number') fresh &&= words.length < 2;
		else if (OPENING.has(text) && !closes(token, tokens[index + 1])) fresh = true;
	}
	return words;
}

/** The sentences of the prose and of the asides, in the order of the text, long ones in pieces. */
function inOrder(
	text: string,
	paragraphs: readonly Paragraph[],
	sentences: readonly Span[],
	asides: readonly Span[],
) {
	const prose = pieces(text, sentences).map(({ start, end }) => ({ start, end, paragraph: 0, aside: false }));
	let paragraph = 0;
	for (const span of prose) {
		while (paragraph < paragraphs.length && paragraphs[paragraph]!.end <= span.start) paragraph++;
		span.paragraph = paragraph;
	}
	if (asides.length === 0) return prose;
	const beside = asides.flatMap((aside, index) =>
		pieces(text, splitSentences(text, aside)).map((span) => ({
			...span,
			paragraph: paragraphs.length + index,
			aside: true,
		})),
	);
	return [...prose, ...beside].sort((a, b) => a.start - b.start);
}

export function readSentences(
	text: string,
	paragraphs: readonly Paragraph[],
	sentences: readonly Span[],
	asides: readonly Span[],
): Stream {
	const spans = inOrder(text, paragraphs, sentences, asides);
	const tokensAt = kept(isKept(text), (index) =>
		withoutNicknames(withoutOwnersMarks(tokenize(text, spans[index]!))),
	);
	const forms = surveyForms(spans.length, tokensAt);
	const flagsByKey = new Map<string, number>();
	// A plain word that this article writes with a capital time and again is a name here.
	const flagsHere = (key: string): number => {
		const known = flagsByKey.get(key);
		if (known !== undefined) return known;
		if (CONTRACTION.test(key)) return CONTRACTED;
		const flags = (forms.balance.get(key) ?? 0) >= 3 ? flagsOf(key) & ~IS.common : flagsOf(key);
		flagsByKey.set(key, flags);
		return flags;
	};
	return {
		count: spans.length,
		at: kept(isKept(text), (index) => ({
			words: wordsOf(tokensAt(index), forms, flagsHere),
			paragraph: spans[index]!.paragraph,
			aside: spans[index]!.aside,
			opens: spans[index]!.paragraph !== spans[index - 1]?.paragraph,
		})),
	};
}
