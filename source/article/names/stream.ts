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
	return known(keyOf(text.slice(0, hyphen))) && known(keyOf(text.slice(hyphen + 1))) ? hyphen : -1;
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

/** Words that the article writes with a capital in the middle of plain sentences, and there mostly so. */
function settledForms(tokenized: readonly (readonly Token[])[]): ReadonlySet<string> {
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
	const settled = new Set<string>();
	for (const [key, count] of balance) if (count > 0) settled.add(key);
	return settled;
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
	const settled = settledForms(tokenized);
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
		for (const token of tokens) {
			const doubtful = token.type === 'word' && (fresh || titled) && !settled.has(token.key);
			const push = (part: Token) =>
				words.push({
					...part,
					flags: part.type === 'word' ? flagsOf(part.key) : 0,
					doubtful,
					shouted: shouting,
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
		return { words, opens, titled };
	});
}
