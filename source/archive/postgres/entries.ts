/**
 * The words of one quotation by their numbers in the vocabulary, as a text: a character for a frequent word, two for a
 * rare one, so that what is looked at to put answers in order is small, and nothing is cut again.
 */
import { STANDS } from '../../search/words.ts';

const SAME = 1;
const APART = 2;
const SPEAKER = 3;
/** Before another spelling at the place of the word before, before somebody's name, and between text and speaker. */
export const MARKS = {
	same: String.fromCharCode(SAME),
	apart: String.fromCharCode(APART),
	speaker: String.fromCharCode(SPEAKER),
} as const;
/** Numbers below `ONE` are a character; others two, the first of them from `LEAD` on. Neither U+0000 nor a surrogate. */
const FIRST = 0x10;
const ONE = 0xd000;
const LEAD = 0xe000;

/** A word by its number in the vocabulary. */
export function writtenWord(number: number): string {
	if (number < ONE) return String.fromCharCode(FIRST + number);
	return String.fromCharCode(LEAD + Math.floor(number / ONE), FIRST + (number % ONE));
}

/** Calls `word` for each, with its flags, and whether it is one of the speaker's. */
export function unpacked(
	packed: string,
	word: (number: number, flags: number, ofSpeaker: boolean) => void,
): void {
	let flags = 0;
	let ofSpeaker = false;
	for (let at = 0; at < packed.length; at++) {
		const unit = packed.charCodeAt(at);
		if (unit === SAME) flags = (flags | STANDS.same) >>> 0;
		else if (unit === APART) flags = (flags | STANDS.apart) >>> 0;
		else if (unit === SPEAKER) ofSpeaker = true;
		else {
			const number = unit >= LEAD ? (unit - LEAD) * ONE + packed.charCodeAt(++at) - FIRST : unit - FIRST;
			word(number, flags, ofSpeaker);
			flags = 0;
		}
	}
}
