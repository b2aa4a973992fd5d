/** Where the article really ends: short closing sentences weigh next to nothing, yet they are the article's own. */
import type { Line } from './lines.ts';
import type { Stretch } from './stretch.ts';

/** Labels and pointers between two paragraphs of one article are no more than this. */
const WIDEST_GAP = 4;
const LONGEST_SUBHEAD = 8;
const FEWEST_IN_A_SENTENCE = 3;
/** Beyond a gap a sentence shows that it is the article's own by a word it shares, as long as this. */
const SHORTEST_TOLD = 5;

/** A full stop after a word: titles have none, and "Read all about it…" leads elsewhere. */
const STOPPED = /(?<![.…])\.["'”’»)\]]{0,3}$/;

/** The page speaks to its reader, the article of somebody. Words in marks are somebody's. */
const TO_THE_READER =
	/\b(?:you(?:r|rs|['’](?:re|ll|ve|d))?|we(?:['’](?:re|ll|ve|d))?|our|us|please|subscri\w+|sign(?:ing)? (?:up|in)|log(?:ged)? ?in|newsletters?|comments?|cookies?|website|web ?site|webpage|e-?mail|password|browser|javascript|advertis\w+|rights reserved|terms|privacy|posts?|blog|copyright|retrieved)\b/i;
const IN_MARKS = /["“][^"“”]{0,400}["”]/g;
const SUBHEAD_IN_MARKS = /^(?:['‘][^‘.!?]{3,}['’]|["“][^“".!?]{3,}["”])$/;

/** The last line of the article, when sentences of it stand below the densest stretch. Linear in the lines. */
export function closingOf(lines: readonly Line[], repeated: readonly boolean[], stretch: Stretch): number {
	const { from } = stretch;
	let { to } = stretch;
	if (from > to) return to;
	const told = new Set<string>();
	let counted = 0;
	const tellsOf = ({ key }: Line) => {
		for (; counted <= to; counted++) for (const word of wordsIn(lines[counted]!)) told.add(word);
		return key.split(' ', 200).some((word) => told.has(word));
	};
	for (let i = to + 1; i < lines.length; i++) {
		const line = lines[i]!;
		if (isSentence(line) && !repeated[i]) {
			if (isNoteOnSomebody(line.text)) return to;
			const apart = i - to > 1;
			const underSubhead = i - to === 2 && SUBHEAD_IN_MARKS.test(lines[i - 1]!.text.slice(0, 120));
			if (apart && !underSubhead && !tellsOf(line)) return to;
			to = i;
		} else if (i - to > WIDEST_GAP || !mayStandBetween(lines, i)) return to;
	}
	return to;
}

const wordsIn = ({ key }: Line) => key.split(' ', 400).filter((word) => word.length >= SHORTEST_TOLD);

function isSentence({ reason, level, words, text }: Line): boolean {
	return (
		reason === null &&
		level === 0 &&
		words >= FEWEST_IN_A_SENTENCE &&
		STOPPED.test(text.slice(-6)) &&
		!TO_THE_READER.test(text.slice(0, 600).replace(IN_MARKS, ' '))
	);
}

/** A picture, an advertisement, a pointer that names where it leads, or one subhead; never the label of a list. */
function mayStandBetween(lines: readonly Line[], at: number): boolean {
	const { reason, ends, words, closed, prose, text } = lines[at]!;
	if (ends !== null) return false;
	if (reason !== null) return reason !== 'other';
	if (prose || words > LONGEST_SUBHEAD) return false;
	// Two titles in a row are a list, and capitals alone a name or a button.
	const isSubhead = SUBHEAD_IN_MARKS.test(text.slice(0, 120)) || (!closed && / \p{Ll}{3,}/u.test(text));
	return isSubhead && lines[at - 1]?.reason === null;
}

/** "Ana Quill is a reporter based in Varn." */
const isNoteOnSomebody = (text: string) =>
	/^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:, [\p{Lu}.]{2,8},?)? is (?:an?|the|one)\b/u.test(
		text.slice(0, 120),
	);
