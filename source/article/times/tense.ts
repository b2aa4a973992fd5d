/** Which way a date without a year or a week looks, told by the verbs of its clause. */
import { FUTURE_WORDS, MOVED, PAST_WORDS } from '../../lexicon/calendar.ts';
import type { TimeWords } from '../../types.ts';
import type { Token } from './tokens.ts';

/** Farther than this a verb has nothing to do with the date. */
const REACH = 14;

/** The nearest verb before `from` decides, else the nearest after `to`; without a verb nothing leans. */
export function leanOf(tokens: readonly Token[], from: number, to: number): TimeWords['lean'] {
	const until = /^(?:until|till|to)$/.test(tokens[from - 1]?.word ?? '');
	for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
		if (tokens[i]!.letter === ';') break;
		const lean = verbAt(tokens, i);
		if (lean) return until && MOVED.has(tokens[i]!.word) ? 'future' : lean;
	}
	for (let i = to; i < Math.min(tokens.length, to + REACH); i++) {
		if (tokens[i]!.letter === ';') break;
		const lean = verbAt(tokens, i);
		if (lean) return lean;
	}
	return /^(?:until|till|by)$/.test(tokens[from - 1]?.word ?? '') ? 'future' : 'none';
}

const NOT_PAST =
	/^(?:need|indeed|speed|feed|seed|united|breed|exceed|proceed|succeed|unprecedented|hundred|bed|red|led)$/;
const OF_A_NOUN = /^(?:the|a|an|its|their|his|her|this|that|our|these|those|any|every|each|still)$/;

function verbAt(tokens: readonly Token[], i: number): 'past' | 'future' | null {
	const { word, letter } = tokens[i]!;
	if (letter !== '.' && letter !== 'Ω' && word !== 'to' && !FUTURE_WORDS.has(word)) return null;
	if (word === 'would' || (word === 'be' && tokens[i - 1]?.word === 'to')) return 'future';
	if (word === 'to') return /^(?:is|are|am)$/.test(tokens[i - 1]?.word ?? '') ? 'future' : null;
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
