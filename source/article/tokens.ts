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

const PIECE =
	/[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|['’.&-](?=[\p{L}\p{M}\p{N}]))*|[\p{N}](?:[\p{L}\p{N}]|[.,:'’/-](?=[\p{L}\p{N}]))*|\S/gu;
/** A capital first, also after an Arabic or French article: al-Sadr, d’Orsay. */
const CAPITAL = /^(?:(?:al|el|ul|ad|ar|as|ash|at|an|az|de|d|l|t)[-'’])?\p{Lu}/u;
/** Two capitals or more. */
const CAPITALS = /\p{Lu}[^]*?\p{Lu}/u;
const ASCII = /^[\x20-\x7e]*$/;
const SMALL = /^[a-z]+$/;

/** Lower case, no accents, straight apostrophes. */
export function keyOf(text: string): string {
	return ASCII.test(text)
		? text.toLowerCase()
		: text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

const endsInStop = (text: string) =>
	/^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(text) ||
	(/^\p{Lu}/u.test(text) &&
		(BEFORE_NAME.has(text.toLowerCase()) ||
			EITHER_WAY.has(text.toLowerCase()) ||
			MONTH_ABBREVIATIONS.has(text.toLowerCase())));

/** The tokens of `text` between `start` and `end`, in order. Linear. */
export function tokenize(text: string, { start, end }: Span): Token[] {
	const tokens: Token[] = [];
	let last = start;
	const push = (type: TokenType, from: number, to: number) => {
		const piece = text.slice(from, to);
		const word = type === 'word';
		// Most words are plain small letters, and need no further look.
		const small = !word || SMALL.test(piece);
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
	const part = text.slice(start, end);
	for (const match of part.matchAll(PIECE)) {
		const from = start + match.index;
		const piece = match[0];
		let to = from + piece.length;
		// The full stop of an abbreviation went with its word.
		if (from < last) continue;
		if (/^\p{L}/u.test(piece)) {
			const possessive = /['’][sS]$/.test(piece) ? 2 : 0;
			if (possessive && piece.length > 2) {
				push('word', from, to - 2);
				push('possessive', to - 2, to);
				continue;
			}
			if (text[to] === '.' && to < end && endsInStop(piece)) to++;
			push('word', from, to);
		} else if (/^\p{N}/u.test(piece)) push('number', from, to);
		else push('mark', from, to);
	}
	return tokens;
}
