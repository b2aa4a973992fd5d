/** Where sentences end. Rules in the order in which they are asked; the first that knows decides. */
import {
	AFTER_CLOCK,
	BEFORE_NAME,
	BEFORE_NUMBER,
	CLOCK,
	EITHER_WAY,
	MONTH_ABBREVIATIONS,
	STARTERS,
} from '../lexicon/abbreviations.ts';
import { REPORTING } from '../lexicon/reporting.ts';
import type { Span } from '../types.ts';

/** A full stop, question or exclamation mark with what stands around it. */
interface Stop {
	/** The word it ends, lower case, without the stop: "u.s", "mr". */
	readonly word: string;
	/** The same as printed. */
	readonly printed: string;
	/** The word before that word is capitalised: "Main St." */
	readonly afterCapital: boolean;
	/** The word is the first of the sentence. */
	readonly first: boolean;
	/** Nothing but a time stands before it in the sentence: "At 10 p.m." */
	readonly onlyTime: boolean;
	/** The marks themselves: ".", "?!", "...". */
	readonly mark: string;
	/** A quotation mark or bracket closes after the marks. */
	readonly closed: boolean;
	readonly closedQuote: boolean;
	/** White space follows. */
	readonly spaced: boolean;
	/** A quotation mark or bracket opens before the next word. */
	readonly opened: boolean;
	readonly openedQuote: boolean;
	/** The next word as printed; empty when another mark stands there. */
	readonly next: string;
	/** The text from the next word on, as far as a rule may look. */
	readonly rest: string;
}

/** What may stand before "p.m." at the head of a sentence that goes on. */
const ONLY_TIME =
	/^\s*["“]?(?:(?:Shortly|Just|Soon|Right) )?(?:At|By|Around|About|Before|After|Until|From|Since) (?:about |around |just after )?[\d:.]+ ?$/;

const CLOSERS = new Set('"\'”’»›)]}*_');
const OPENERS = new Set('"\'“‘«‹([{„*_');
const MARKS = new Set('.?!…。！？');
const WORD = /^[\p{L}\p{M}\p{N}$€£¥#@][\p{L}\p{M}\p{N}.,'’&$€£-]*/u;
/** J. R. “Skip” Oduya: a word or two in marks, and the name goes on. */
const NICKNAME = /^\p{Lu}[\p{L}\p{M}-]*(?: \p{Lu}[\p{L}\p{M}-]*)?["'”’»] \p{Lu}\p{Ll}/u;
/** How far a rule looks to either side; words are shorter. */
const REACH = 120;

const isSpace = (code: number) =>
	code === 32 ||
	(code >= 9 && code <= 13) ||
	code === 0xa0 ||
	(code >= 0x2000 && code <= 0x200b) ||
	code === 0x202f ||
	code === 0x3000;
const bare = (word: string) =>
	word
		.toLowerCase()
		.replace(/[’]/g, "'")
		.replace(/[.,'-]+$/, '');
const isStarter = (word: string) => STARTERS.has(bare(word));
const isCapital = (word: string) => /^\p{Lu}/u.test(word);
/** Begins small on purpose: iPhone, eBay, xAI. */
const smallByName = (word: string) => /^\p{Ll}{1,2}\p{Lu}/u.test(word);

/** “Will they sign?” Maria Lopez asked: a name of a few words, then a verb of saying. */
function speechFollows(rest: string): boolean {
	// The last word may be cut off.
	const words = rest.split(/\s+/, 7);
	if (rest.length >= REACH || words.length > 6) words.pop();
	for (const [at, word] of words.entries()) {
		const form = REPORTING.get(bare(word));
		if (at > 0 && form?.finite && !form.noun && /^\p{Ll}/u.test(word)) return true;
		if (!isCapital(word) || isStarter(word)) return false;
	}
	return false;
}

/** True: the sentence ends here; false: it goes on; null: ask the next rule. */
const RULES: readonly (readonly [name: string, rule: (stop: Stop) => boolean | null])[] = [
	['a list goes on', ({ spaced, rest }) => (spaced && /^[•●▪‣]/.test(rest) ? true : null)],
	['another mark follows', ({ next, opened }) => (next === '' && !opened ? false : null)],
	[
		'no space',
		({ spaced, printed, next, closedQuote, mark }) =>
			spaced
				? null
				: /^\p{Ll}{2,}$/u.test(printed) &&
					isCapital(next) &&
					(closedQuote || isStarter(next) || mark !== '.'),
	],
	['small letter', ({ next }) => (/^\p{Ll}/u.test(next) && !smallByName(next) ? false : null)],
	[
		'question in quotation marks, then the speaker',
		({ mark, closedQuote, opened, rest }) =>
			closedQuote && !opened && /[?!]/.test(mark) && speechFollows(rest) ? false : null,
	],
	[
		'a cry in the name of a firm',
		({ mark, closed, printed, next }) =>
			mark === '!' && !closed && isCapital(printed) && /^(?:Inc|Corp|Co|Ltd|plc|PLC)\b/.test(next)
				? false
				: null,
	],
	['question or cry', ({ mark }) => (/[?!。！？]/.test(mark) ? true : null)],
	['dots', ({ mark }) => (mark.length > 1 || mark === '…' ? true : null)],
	[
		'list number',
		({ first, printed }) => (first && /^(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$/.test(printed) ? false : null),
	],
	[
		'number after',
		({ word, next }) =>
			/^\d/.test(next) && (BEFORE_NUMBER.has(word) || MONTH_ABBREVIATIONS.has(word)) ? false : null,
	],
	['street', ({ word, afterCapital, next }) => (word === 'st' && afterCapital ? isStarter(next) : null)],
	[
		'name after',
		({ word, printed, closed }) =>
			BEFORE_NAME.has(word) &&
			!closed &&
			(isCapital(printed) || /^(?:vs?|cf|viz|[ei]\.[ge]|a\.?k\.?a)$/.test(word))
				? false
				: null,
	],
	[
		'clock',
		({ word, next, opened, openedQuote, onlyTime }) =>
			CLOCK.has(word) ? !onlyTime && (openedQuote || (!opened && !AFTER_CLOCK.has(bare(next)))) : null,
	],
	[
		'either way',
		({ word, printed, next, openedQuote }) =>
			EITHER_WAY.has(word) && (isCapital(printed) || /\./.test(word)) ? openedQuote || isStarter(next) : null,
	],
	[
		'nickname',
		({ printed, openedQuote, rest }) =>
			openedQuote && /^(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u.test(printed) && NICKNAME.test(rest) ? false : null,
	],
	[
		'initials',
		({ printed, next, openedQuote }) =>
			/^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(printed) ? openedQuote || isStarter(next) : null,
	],
];

function wordBefore(text: string, at: number, floor: number): { printed: string; from: number } {
	let from = at;
	const least = Math.max(floor, at - 40);
	while (from > least && /[\p{L}\p{M}\p{N}.&'’-]/u.test(text[from - 1]!)) from--;
	const run = text.slice(from, at);
	const trimmed = run.replace(/^[.&'’-]+/, '');
	return { printed: trimmed, from: at - trimmed.length };
}

/** The sentences of one paragraph, in order, without the white space between them. Linear in its length. */
export function splitSentences(text: string, paragraph: Span): Span[] {
	const sentences: Span[] = [];
	const limit = Math.min(paragraph.end, text.length);
	let start = Math.max(0, paragraph.start);
	const close = (end: number) => {
		while (start < end && isSpace(text.charCodeAt(start))) start++;
		let last = end;
		while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
		if (last > start) sentences.push({ start, end: last });
		start = end;
	};
	/** Behind „ the mark “ closes. */
	let low = false;
	const closes = (char: string) => CLOSERS.has(char) || (low && char === '“');
	for (let at = start; at < limit; ) {
		const char = text[at]!;
		if (char === '„') low = true;
		else if (char === '“' || char === '”') low = false;
		if (char === '\n') {
			let next = at + 1;
			let lines = 1;
			while (next < limit && isSpace(text.charCodeAt(next))) if (text[next++] === '\n') lines++;
			if (lines > 1) {
				low = false;
				close(next);
			}
			at = next;
			continue;
		}
		if (!MARKS.has(char)) {
			at++;
			continue;
		}
		let end = at + 1;
		while (end < limit && MARKS.has(text[end]!)) end++;
		const markEnd = end;
		while (end < limit && closes(text[end]!)) {
			if (text[end] === '“') low = false;
			end++;
		}
		const closers = text.slice(markEnd, Math.min(end, markEnd + 8));
		let next = end;
		while (next < limit && isSpace(text.charCodeAt(next))) next++;
		// A closing mark set apart by a space (". ”") belongs to what it closes.
		if (next > end && (text[next] === '”' || text[next] === '»')) {
			end = next + 1;
			next = end;
			while (next < limit && isSpace(text.charCodeAt(next))) next++;
		}
		if (next >= limit) break;
		const spaced = next > end;
		const opening = next;
		while (next < limit && next - opening < 6 && OPENERS.has(text[next]!)) next++;
		const rest = text.slice(next, Math.min(limit, next + REACH));
		const { printed, from } = wordBefore(text, at, start);
		const stop: Stop = {
			word: printed.toLowerCase(),
			printed,
			afterCapital: /\p{Lu}[\p{L}\p{M}]*[ \u00a0]$/u.test(text.slice(Math.max(start, from - 24), from)),
			onlyTime: from - start < 32 && ONLY_TIME.test(text.slice(start, from)),
			first: text.slice(Math.max(start, from - 4), from).trim() === '' && from - start < 4,
			mark: text.slice(at, Math.min(markEnd, at + 8)),
			closed: closers !== '',
			closedQuote: /["'”’»“]/.test(closers),
			spaced,
			opened: next > opening,
			openedQuote: /["'“‘«‹„]/.test(text.slice(opening, next)),
			next: WORD.exec(rest)?.[0] ?? '',
			rest,
		};
		if (ends(stop)) close(end);
		at = end;
	}
	close(limit);
	return sentences;
}

function ends(stop: Stop): boolean {
	for (const [, rule] of RULES) {
		const answer = rule(stop);
		if (answer !== null) return answer;
	}
	return true;
}
