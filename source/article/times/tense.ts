/** Which way a date without a year or a week looks, told by the verbs of its clause. */
import { FUTURE_WORDS, LEADING_ON, MOVED, PAST_WORDS } from '../../lexicon/calendar.ts';
import type { TimeWords } from '../../types.ts';
import type { Token } from './tokens.ts';

/** Farther than this a verb has nothing to do with the date. */
const REACH = 14;

/** A quotation that is passed over may be this long. */
const LONGEST_QUOTATION = 120;

/**
 * The nearest verb before `from` decides, else the nearest after `to`; without a verb nothing leans. What is said in
 * marks has its own verbs: none of them counts outside, and none outside counts within.
 */
export function leanOf(tokens: readonly Token[], from: number, to: number): TimeWords['lean'] {
	const until = /^(?:until|till|to)$/.test(tokens[from - 1]?.word ?? '');
	let within = false;
	for (let i = from - 1, left = REACH; i >= 0 && left > 0; i--, left--) {
		if (tokens[i]!.letter === ';') break;
		if (opensMarks(tokens, i)) {
			within = true;
			break;
		}
		if (closesMarks(tokens, i)) {
			const opened = openingOf(tokens, i);
			if (opened < 0) break;
			i = opened;
			continue;
		}
		const lean = verbAt(tokens, i);
		if (lean === 'past' && leadsOn(tokens, i, from)) return 'future';
		if (lean) return until && MOVED.has(tokens[i]!.word) ? 'future' : lean;
	}
	for (let i = to, left = REACH; i < tokens.length && left > 0; i++, left--) {
		if (tokens[i]!.letter === ';') break;
		if (closesMarks(tokens, i) && within) break;
		if (opensMarks(tokens, i)) {
			const closed = closingOf(tokens, i);
			if (closed < 0) break;
			i = closed;
			continue;
		}
		const lean = verbAt(tokens, i);
		if (lean) return lean;
	}
	return /^(?:until|till|by)$/.test(tokens[from - 1]?.word ?? '') ? 'future' : 'none';
}

/** A straight mark opens where a space or nothing stands before it. */
function opensMarks(tokens: readonly Token[], i: number): boolean {
	const { word, start } = tokens[i]!;
	return word === '“' || (word === '"' && (i === 0 || start > tokens[i - 1]!.end));
}

function closesMarks(tokens: readonly Token[], i: number): boolean {
	const { word } = tokens[i]!;
	return word === '”' || (word === '"' && !opensMarks(tokens, i));
}

function openingOf(tokens: readonly Token[], closing: number): number {
	for (let i = closing - 1; i >= Math.max(0, closing - LONGEST_QUOTATION); i--)
		if (opensMarks(tokens, i)) return i;
	return -1;
}

function closingOf(tokens: readonly Token[], opening: number): number {
	const last = Math.min(tokens.length - 1, opening + LONGEST_QUOTATION);
	for (let i = opening + 1; i <= last; i++) if (closesMarks(tokens, i)) return i;
	return -1;
}

/** "Agreed to meet on Sunday", "ordered him to appear on Monday", "ruled out talks on Friday": what was said has been, not the day. */
function leadsOn(tokens: readonly Token[], verb: number, day: number): boolean {
	const { word } = tokens[verb]!;
	if (word === 'ruled') return tokens[verb + 1]?.word === 'out' && day > verb + 3;
	if (!LEADING_ON.has(word)) return false;
	for (let i = verb + 1; i < day - 1; i++) {
		if (tokens[i]!.letter === 'c') return false;
		if (tokens[i]!.word === 'to' && isInfinitive(tokens[i + 1]!)) return true;
	}
	return false;
}

/** "To meet", and not "to talks", "to the port" or "to 40". */
const isInfinitive = ({ word, letter }: Token) =>
	letter === '.' && /^\p{Ll}{2,}$/u.test(word) && !/(?:[^s]s|ing)$/.test(word) && !OF_A_NOUN.test(word);

const NOT_PAST =
	/^(?:need|indeed|speed|feed|seed|united|breed|exceed|proceed|succeed|unprecedented|hundred|bed|red|led)$/;
const IS_LIKELY = /^(?:is|are|be|’s|seems?|looks?|more|most|less|very|highly|quite|increasingly)$/;
const OF_A_NOUN = /^(?:the|a|an|its|their|his|her|this|that|our|these|those|any|every|each|still)$/;

function verbAt(tokens: readonly Token[], i: number): 'past' | 'future' | null {
	const { word, letter } = tokens[i]!;
	if (letter !== '.' && letter !== 'Ω' && word !== 'to' && !FUTURE_WORDS.has(word)) return null;
	if (word === 'would' || (word === 'be' && tokens[i - 1]?.word === 'to')) return 'future';
	if (word === 'to') return /^(?:is|are|am)$/.test(tokens[i - 1]?.word ?? '') ? 'future' : null;
	// "Rain is likely on Sunday"; "fog likely sank it" tells of what has been.
	if (word === 'likely' || word === 'unlikely')
		return IS_LIKELY.test(tokens[i - 1]?.word ?? '') ? 'future' : null;
	// "Announced the plan Aug. 21": a noun.
	if (/^(?:plans?|starts?|hopes?|opens)$/.test(word) && OF_A_NOUN.test(tokens[i - 1]?.word ?? ''))
		return null;
	if (word === 'set') return /^(?:to|for)$/.test(tokens[i + 1]?.word ?? '') ? 'future' : null;
	if (FUTURE_WORDS.has(word) || word.endsWith('’ll')) {
		// "Had been due to end": what was to come has been.
		const led = tokens[i - 1]?.word;
		if (/^(?:originally|previously|initially|once)$/.test(led ?? '')) return 'past';
		return led === 'been' && tokens[i - 2]?.word === 'had' ? 'past' : 'future';
	}
	if (!PAST_WORDS.has(word) && (!word.endsWith('ed') || word.length < 4 || NOT_PAST.test(word))) return null;
	// "The reduced dividend", "a still unspecified day": no verb.
	if (word.endsWith('ed') && (OF_A_NOUN.test(tokens[i - 1]?.word ?? '') || /^un(?!d|i|l)/.test(word)))
		return null;
	// "Will be held", "to be signed": the words before decide.
	for (let k = i - 1; k >= Math.max(0, i - 2); k--) if (tokens[k]!.word === 'be') return null;
	return 'past';
}
