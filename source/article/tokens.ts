/** The words and marks of a text with their places. A word is what a reader would call one: O’Neill, U.S., al-Sadr. */
import { BEFORE_NAME, EITHER_WAY, MONTH_ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import type { Span } from '../types.ts';

export type TokenType = 'word' | 'number' | 'possessive' | 'mark';

export interface Token extends Span {
	readonly type: TokenType;
	readonly text: string;
	/** What the token is looked up by: lower case, no accents, straight apostrophes. */
	readonly key: string;
	/** Begins with a capital. */
	readonly capital: boolean;
	/** Two letters or more, all of them capitals. */
	readonly upper: boolean;
	/** White space stands before it. */
	readonly spaced: boolean;
}

/** A capital first, also after an Arabic or French article: al-Sadr, d’Orsay. */
const CAPITAL = /^(?:(?:al|el|ul|ad|ar|as|ash|at|an|az|de|d|l|t)[-'’])?\p{Lu}/u;
/** Two capitals or more. */
const CAPITALS = /\p{Lu}[\s\S]*?\p{Lu}/u;
const ASCII = /^[\x20-\x7e]*$/;
const SMALL = /^[a-z]+$/;

/** Lower case, no accents, straight apostrophes. */
export function keyOf(text: string): string {
	return ASCII.test(text)
		? text.toLowerCase()
		: text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

const ABBREVIATIONS: ReadonlySet<string> = new Set([...BEFORE_NAME, ...EITHER_WAY, ...MONTH_ABBREVIATIONS]);

/** "J.", "U.S.", "Gen.": the full stop is the word's own. */
const endsInStop = (text: string) =>
	text.length < 12 &&
	(/^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(text) ||
		(/^\p{Lu}/u.test(text) && ABBREVIATIONS.has(text.toLowerCase())));

/** What a character is to a word: nothing between words, part of one, a digit, or a mark of its own. */
const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
const KINDS: readonly number[] = Array.from({ length: 128 }, (_, code) => {
	const char = String.fromCharCode(code);
	return code <= 32 || code === 127 ? SPACE : /[A-Za-z]/.test(char) ? LETTER : /\d/.test(char) ? DIGIT : MARK;
});

function kindOf(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < 128) return KINDS[code]!;
	const char = code >= 0xd800 && code < 0xdc00 ? String.fromCodePoint(text.codePointAt(at)!) : text[at]!;
	if (/[\p{L}\p{M}]/u.test(char)) return LETTER;
	return /\s/u.test(char) ? SPACE : /\p{N}/u.test(char) ? DIGIT : MARK;
}

const widthAt = (text: string, at: number) => {
	const code = text.charCodeAt(at);
	return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1;
};

/** Inside a word before a letter or digit: O’Neill, U.S., AT&T, al-Sadr. */
const INSIDE_WORD = new Set("'’.&-");
/** Inside a number: 1,000, 10:30, 2021/22. */
const INSIDE_NUMBER = new Set(".,:'’/-");

/** Where the word or number ends that begins at `at`. */
function pieceEnd(text: string, at: number, end: number, inside: ReadonlySet<string>): number {
	let to = at;
	while (to < end) {
		const kind = kindOf(text, to);
		if (kind === LETTER || kind === DIGIT) to += widthAt(text, to);
		else if (kind === MARK && to > at && to + 1 < end && inside.has(text[to]!)) {
			const next = kindOf(text, to + 1);
			if (next !== LETTER && next !== DIGIT) break;
			to++;
		} else break;
	}
	return Math.min(to, end);
}

/** The tokens of `text` between `start` and `end`, in order; a run of one mark is one token. Linear. */
export function tokenize(text: string, { start, end }: Span): Token[] {
	const tokens: Token[] = [];
	let last = start;
	const push = (type: TokenType, from: number, to: number) => {
		const piece = text.slice(from, to);
		// Most words are plain small letters, and need no further look.
		const small = type !== 'word' || SMALL.test(piece);
		const capital = !small && CAPITAL.test(piece);
		tokens.push({
			type,
			start: from,
			end: to,
			text: piece,
			key: small && type !== 'possessive' ? piece : keyOf(piece),
			capital,
			upper: capital && piece.length > 1 && piece === piece.toUpperCase() && CAPITALS.test(piece),
			spaced: from > last,
		});
		last = to;
	};
	for (let at = start; at < end; ) {
		const kind = kindOf(text, at);
		if (kind === SPACE) {
			at += widthAt(text, at);
			continue;
		}
		let to: number;
		if (kind === LETTER) {
			to = pieceEnd(text, at, end, INSIDE_WORD);
			const possessive = to - at > 2 && /[sS]/.test(text[to - 1]!) && /['’]/.test(text[to - 2]!);
			if (possessive) {
				push('word', at, to - 2);
				push('possessive', to - 2, to);
			} else {
				if (text[to] === '.' && to < end && endsInStop(text.slice(at, to))) to++;
				// "OPEC+", "Disney+"
				else if (text[to] === '+' && to < end && (to + 1 >= end || kindOf(text, to + 1) !== LETTER)) to++;
				push('word', at, to);
			}
		} else if (kind === DIGIT) {
			to = pieceEnd(text, at, end, INSIDE_NUMBER);
			push('number', at, to);
		} else {
			const width = widthAt(text, at);
			to = Math.min(end, at + width);
			if (width === 1) while (to < end && text[to] === text[at]) to++;
			push('mark', at, to);
		}
		at = to;
	}
	return tokens;
}
