/**
 * The words of one quotation by their numbers in the vocabulary, as a text: a character for a frequent word, two for a
 * rare one, so that what is looked at to put answers in order is small, and nothing is cut again.
 */
import { STANDS, WORD } from '../../search/words.ts';

/** Marks that stand before a word, and between the text's words and the speaker's. */
const SAME = 1;
const APART = 2;
const SPEAKER = 3;
/** Numbers below `ONE` are a character; others two, the first of them from `LEAD` on. Neither U+0000 nor a surrogate. */
const FIRST = 0x10;
const ONE = 0xd000;
const LEAD = 0xe000;

/** `text` as a segment has it, `numberOf` giving the vocabulary's number of a word there. */
export function packed(
	text: ArrayLike<number>,
	speaker: ArrayLike<number>,
	numberOf: (word: number) => number,
): string {
	let packed = '';
	for (let at = 0; at < text.length; at++) {
		const entry = text[at]!;
		if ((entry & STANDS.same) !== 0) packed += String.fromCharCode(SAME);
		if ((entry & STANDS.apart) !== 0) packed += String.fromCharCode(APART);
		packed += written(numberOf(entry & WORD));
	}
	packed += String.fromCharCode(SPEAKER);
	for (let at = 0; at < speaker.length; at++) packed += written(numberOf(speaker[at]!));
	return packed;
}

function written(number: number): string {
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
