/** An article's tokens, sentence by sentence, each with what the lists know of it and how far its capital may be trusted. */
import { FIRST, flagsOf, IS, PLACE } from '../../lexicon/names.ts';
import type { Paragraph, Span } from '../../types.ts';
import { keyOf, type Token, tokenize } from '../tokens.ts';

export interface Word extends Token {
	readonly flags: number;
	/** The capital may be there for another reason: first of a sentence or quotation, or among capitals all round. */
	readonly doubtful: boolean;
	/** A whole line in capitals. */
	readonly shouted: boolean;
}

export interface Sentence {
	readonly words: readonly Word[];
	/** Which paragraph holds it. */
	readonly paragraph: number;
	/** First of its paragraph. */
	readonly opens: boolean;
	/** Most of its words have capitals: a title. */
	readonly titled: boolean;
}

/** Where a sentence begins within a sentence. */
const OPENING = new Set([
	'"',
	'“',
	'‘',
	"'",
	'«',
	'„',
	':',
	'•',
	'·',
	'*',
	'—',
	'–',
	'-',
	'|',
	'(',
	'[',
	'…',
	';',
	'/',
	'>',
]);

const KNOWN_HALF = PLACE | IS.people | IS.organisation;

/** "Russia-Ukraine", "Washington-Moscow": two names that a hyphen joins. */
function halves(text: string, known: (key: string) => boolean): number {
	const hyphen = text.indexOf('-');
	if (hyphen <= 0 || text.indexOf('-', hyphen + 1) >= 0 || !/^\p{Lu}/u.test(text.slice(hyphen + 1)))
		return -1;
	return (flagsOf(keyOf(text)) & KNOWN_HALF) === 0 &&
		known(keyOf(text.slice(0, hyphen))) &&
		known(keyOf(text.slice(hyphen + 1)))
		? hyphen
		: -1;
}

function isTitled(tokens: readonly Token[]): boolean {
	let capitals = 0;
	let words = 0;
	for (const token of tokens) {
		if (token.type !== 'word' || (!token.capital && token.text.length < 4)) continue;
		words++;
		if (token.capital) capitals++;
	}
	return words >= 4 && capitals / words > 0.7;
}

/** "NEW TALKS ON FRIDAY The ministers met": how far a heading in capitals runs into the sentence. */
function shoutedUntil(tokens: readonly Token[]): number {
	let plain = 0;
	let end = 0;
	for (const [index, token] of tokens.entries()) {
		if (token.type === 'word') {
			if (!token.upper && token.text.length > 1) break;
			if ((flagsOf(token.key) & IS.common) !== 0 && token.text.length > 2) plain++;
			end = index + 1;
		}
	}
	return plain >= 2 ? end : 0;
}

/** How much oftener a word stands with a capital in the middle of plain sentences than without anywhere. */
function balanceOfForms(tokenized: readonly (readonly Token[])[]): ReadonlyMap<string, number> {
	const balance = new Map<string, number>();
	for (const tokens of tokenized) {
		if (isTitled(tokens)) continue;
		let fresh = true;
		for (const token of tokens) {
			if (token.type === 'mark') fresh = fresh || OPENING.has(token.text);
			if (token.type !== 'word') continue;
			if (!fresh) balance.set(token.key, (balance.get(token.key) ?? 0) + (token.capital ? 1 : -1));
			else if (!token.capital) balance.set(token.key, (balance.get(token.key) ?? 0) - 1);
			fresh = false;
		}
	}
	return balance;
}

/** The words of every sentence. Stretches of a paragraph that no sentence holds are left out. */
export function readSentences(
	text: string,
	paragraphs: readonly Paragraph[],
	sentences: readonly Span[],
): Sentence[] {
	const tokenized = sentences.map((span) => tokenize(text, span));
	const capitalised = new Set<string>();
	for (const tokens of tokenized)
		for (const [at, token] of tokens.entries()) if (token.capital && at > 0) capitalised.add(token.key);
	const known = (key: string) => {
		const flags = flagsOf(key);
		return (flags & KNOWN_HALF) !== 0 || (capitalised.has(key) && (flags & (FIRST | IS.common)) === 0);
	};
	const balance = balanceOfForms(tokenized);
	// A plain word that this article writes with a capital time and again is a name here.
	const flagsByKey = new Map<string, number>();
	const flagsHere = (key: string) => {
		let flags = flagsByKey.get(key);
		if (flags === undefined) {
			flags = (balance.get(key) ?? 0) >= 3 ? flagsOf(key) & ~IS.common : flagsOf(key);
			flagsByKey.set(key, flags);
		}
		return flags;
	};
	let paragraph = 0;
	return tokenized.map((tokens, at) => {
		const span = sentences[at]!;
		while (paragraph < paragraphs.length && paragraphs[paragraph]!.end <= span.start) paragraph++;
		const holder = paragraphs[paragraph];
		const opens = at === 0 || (holder !== undefined && sentences[at - 1]!.end <= holder.start);
		const titled = isTitled(tokens);
		const letters = tokens.filter((token) => token.type === 'word' && token.text.length > 1);
		const shouting =
			letters.length >= 4 && letters.filter((token) => token.upper).length / letters.length > 0.7;
		const words: Word[] = [];
		let fresh = true;
		const shouts = shouting ? tokens.length : shoutedUntil(tokens);
		for (const [index, token] of tokens.entries()) {
			const doubtful = token.type === 'word' && (fresh || titled) && (balance.get(token.key) ?? 0) <= 0;
			const push = (part: Token) =>
				words.push({
					type: part.type,
					start: part.start,
					end: part.end,
					text: part.text,
					key: part.key,
					capital: part.capital,
					upper: part.upper,
					spaced: part.spaced,
					flags: part.type === 'word' ? flagsHere(part.key) : 0,
					doubtful: doubtful || (token.upper && index < shouts),
					shouted: index < shouts,
				});
			const hyphen = token.capital && token.text.includes('-') ? halves(token.text, known) : -1;
			if (hyphen > 0) {
				const left = token.text.slice(0, hyphen);
				const right = token.text.slice(hyphen + 1);
				const middle = token.start + hyphen;
				push({ ...token, end: middle, text: left, key: keyOf(left) });
				push({
					...token,
					type: 'mark',
					start: middle,
					end: middle + 1,
					text: '-',
					key: '-',
					capital: false,
					upper: false,
					spaced: false,
				});
				push({ ...token, start: middle + 1, text: right, key: keyOf(right), spaced: false });
			} else push(token);
			if (token.type === 'word') fresh = false;
			else if (token.type === 'number') fresh = fresh && words.length < 2;
			else if (OPENING.has(token.text)) fresh = true;
		}
		return { words, paragraph, opens, titled };
	});
}
