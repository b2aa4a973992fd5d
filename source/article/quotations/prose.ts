/** A sentence of the reporter's as a row of tokens in which every name and every quotation is one token. */
import { REPORTING } from '../../lexicon/reporting.ts';
import type { Mention, Span } from '../../types.ts';
import type { Segment } from './marks.ts';

/** A sentence, drawn so that no quotation is cut; `paragraph` indexes the paragraphs. */
export interface Unit extends Span {
	readonly paragraph: number;
}

export interface Token extends Span {
	readonly type: 'word' | 'name' | 'quote' | 'mark';
	/** Lower case; for a quotation empty. */
	readonly lower: string;
	/** A name's index into the mentions, a quotation's into the segments; else -1. */
	readonly index: number;
	/** A word that is printed with a capital. */
	readonly capital: boolean;
	/** A person's name. */
	readonly person?: boolean;
}

/**
 * A unit of prose is at most this many characters, quotations not counted: what runs on longer is no sentence, and
 * rules that look around in a unit must cost the same for any text.
 */
const LONGEST = 4000;

/** Sentences whose border falls inside a quotation are one unit. All three lists are in order. */
export function unitsOf(
	paragraphs: readonly Span[],
	sentences: readonly Span[],
	segments: readonly Segment[],
): Unit[] {
	const units: Unit[] = [];
	let s = 0;
	let q = 0;
	let p = 0;
	const add = (start: number, end: number, paragraph: number) => {
		let from = start;
		while (end - from > LONGEST) {
			while (p < segments.length && segments[p]!.outer.end <= from) p++;
			let to = from + LONGEST;
			for (let i = p; i < segments.length && segments[i]!.outer.start < to; i++)
				to = Math.max(to, segments[i]!.outer.end);
			if (to >= end) break;
			units.push({ start: from, end: to, paragraph });
			from = to;
		}
		units.push({ start: from, end, paragraph });
	};
	paragraphs.forEach((paragraph, index) => {
		let start = -1;
		let end = -1;
		for (; s < sentences.length && sentences[s]!.start < paragraph.end; s++) {
			const sentence = sentences[s]!;
			if (start < 0) start = sentence.start;
			end = sentence.end;
			while (q < segments.length && segments[q]!.outer.end <= end) q++;
			const cut = segments[q];
			if (cut && cut.outer.start < end && cut.outer.end > end && s + 1 < sentences.length) continue;
			add(start, end, index);
			start = -1;
		}
		if (start >= 0) add(start, end, index);
	});
	return units;
}

/** Letters of English first, which are told without a look into the classes of Unicode. */
const PIECE =
	/(?:[A-Za-z]+|[\p{L}\p{N}@#$£€&])[\p{L}\p{M}\p{N}@#&]*(?:[.'’/&-][\p{L}\p{N}]+|,\p{N}{3}(?!\p{N}))*%?|['’]s\b|(?<=[sS])['’](?=\s)|…|\.{3}|[,;:()[\]—–―?!]|--|(?<=\s)-(?=\s)/gu;

const SMALL = /^[a-z]+$/;

/** Splits a possessive or a contraction off a word: Clinton’s → Clinton + ’s, didn't stays. */
const CLITIC = /['’](?:s|S|d|ll|ve|re)$/;

/**
 * Tokens of `unit`. `segments` and `mentions` are those of the article, in order; the two numbers say where to begin
 * looking in them (so that walking all units costs one pass).
 */
export function tokensOf(
	text: string,
	unit: Span,
	segments: readonly Segment[],
	firstSegment: number,
	mentions: readonly Mention[],
	firstMention: number,
): Token[] {
	const tokens: Token[] = [];
	const words = (from: number, to: number) => {
		for (const match of text.slice(from, to).matchAll(PIECE)) {
			const start = from + match.index;
			const piece = match[0];
			// Most words are plain small letters, and need no further look.
			if (SMALL.test(piece)) {
				const end = start + piece.length;
				tokens.push({ type: 'word', lower: piece, index: -1, start, end, capital: false });
				continue;
			}
			const clitic = piece.length > 2 ? CLITIC.exec(piece) : null;
			const word = clitic ? piece.slice(0, clitic.index) : piece;
			const isWord = /^[\p{L}\p{N}@#$£€&]/u.test(word);
			tokens.push({
				type: isWord ? 'word' : 'mark',
				// The bare apostrophe of "the workers' claim" is the same sign as "'s".
				lower: /^['’]$/.test(word) ? "'s" : word.toLowerCase().replace(/’/g, "'"),
				index: -1,
				start,
				end: start + word.length,
				capital: /^\p{Lu}/u.test(word),
			});
			if (clitic)
				tokens.push({
					type: 'mark',
					lower: clitic[0].toLowerCase().replace('’', "'"),
					index: -1,
					start: start + word.length,
					end: start + piece.length,
					capital: false,
				});
		}
	};
	let at = unit.start;
	let s = firstSegment;
	let m = firstMention;
	while (at < unit.end) {
		while (s < segments.length && segments[s]!.outer.end <= at) s++;
		const segment = segments[s];
		const quoteAt = segment && segment.outer.start < unit.end ? Math.max(segment.outer.start, at) : unit.end;
		while (m < mentions.length && mentions[m]!.start < at) m++;
		const mention = mentions[m];
		const nameAt =
			mention && mention.end <= unit.end && mention.start < quoteAt && mention.end <= quoteAt
				? mention.start
				: unit.end;
		if (nameAt < quoteAt && mention) {
			words(at, nameAt);
			const lower = text.slice(mention.start, mention.end).toLowerCase();
			tokens.push({
				type: 'name',
				lower,
				index: m,
				start: mention.start,
				end: mention.end,
				capital: true,
				person: mention.kind === 'person',
			});
			at = mention.end;
		} else if (segment && quoteAt < unit.end) {
			words(at, quoteAt);
			tokens.push({
				type: 'quote',
				lower: '',
				index: s,
				start: segment.start,
				end: segment.end,
				capital: false,
			});
			at = Math.max(segment.outer.end, at + 1);
		} else {
			words(at, unit.end);
			at = unit.end;
		}
	}
	return tokens;
}

/** The same tokens, but what stands in these marks is a word of the reporter's: the “Star” sank. */
export function withPlainWords(
	tokens: readonly Token[],
	plain: ReadonlySet<number>,
	segments: readonly Segment[],
	text: string,
): readonly Token[] {
	if (!tokens.some(({ type, index }) => type === 'quote' && plain.has(index))) return tokens;
	return tokens.map((token) => {
		if (token.type !== 'quote' || !plain.has(token.index)) return token;
		const { start, end } = segments[token.index]!.outer;
		const words = text.slice(start, end);
		// With its marks it is no word of any list.
		return {
			type: 'word',
			lower: words.toLowerCase(),
			index: -1,
			start,
			end,
			capital: /^\P{L}*\p{Lu}/u.test(words),
		};
	});
}

export const isReporting = (token: Token | undefined) => token?.type === 'word' && REPORTING.has(token.lower);
