/** What one block of text is, looked at on its own. */
import { LINE_RULES } from '../../lexicon/boilerplate.ts';
import { BUTTONS, CLOSERS, ENDERS, type Ending, INSETS, SECTIONS } from '../../lexicon/labels.ts';
import type { RemovedReason } from '../../types.ts';
import { datedLine, isCaption, isDateLine } from '../date-line.ts';
import type { Block } from './blocks.ts';
import { isByline } from './byline.ts';

export interface Line extends Block {
	readonly text: string;
	/** Lower case, words only, one space between: the same for every printing of the same words. */
	readonly key: string;
	/** Why it is no part of the article, as far as the line itself tells. */
	readonly reason: RemovedReason | null;
	/** Once the body has been told, what follows is other stories (`body`), or no story at all (`article`). */
	readonly ends: Ending | null;
	/** A label that pages set between two paragraphs of one article: an advertisement, a form for a newsletter. */
	readonly inset: boolean;
	/** Running text rather than a label, a heading or an item of a list. */
	readonly prose: boolean;
	/** Of a Markdown heading, else 0. */
	readonly level: number;
	/** Ends as a sentence does. */
	readonly closed: boolean;
	/** Of a transcript: opens with the label of who speaks. Told by the lines around it, so not known at first. */
	readonly turn: boolean;
}

/** Longer lines are never labels or credits, and are not looked through for them. */
const LONGEST_LABEL = 400;
const FEWEST_WORDS_OF_PROSE = 10;

const CLOSED = /[.!?…:]["'”’»)\]]{0,3}$|["”’]$/;

export function lineOf(text: string, block: Block): Line {
	const key = keyOf(text);
	const { words } = block;
	const level = /^(#{1,6})\s/.exec(text)?.[1]?.length ?? 0;
	const closed = CLOSED.test(text.slice(-5));
	const verdict =
		words === 0
			? { reason: 'other' as const, ends: END_OF_RELEASE.test(text) ? ('article' as const) : null }
			: text.length <= LONGEST_LABEL
				? judge(text, key, closed)
				: null;
	return {
		start: block.start,
		end: block.end,
		words,
		apart: block.apart,
		text,
		key,
		reason: verdict?.reason ?? null,
		ends: verdict?.ends ?? null,
		inset: verdict?.reason === 'navigation' && text.length <= 60 && INSETS.has(labelOf(text)),
		level,
		prose: level === 0 && ((words >= FEWEST_WORDS_OF_PROSE && closed) || words >= 25),
		closed,
		turn: false,
	};
}

/** "# # #" closes a press release; what follows tells of the sender. */
const END_OF_RELEASE = /^# ?# ?#$/;

const ASCII = /^[\0-\x7f]*$/;

export function keyOf(text: string): string {
	const other = ASCII.test(text) ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu;
	return text.toLowerCase().replace(other, ' ').trim();
}

/** Outer punctuation and bullets off, inner kept: "U.S. News" stays one label. */
function labelOf(text: string): string {
	return text
		.slice(0, 60)
		.toLowerCase()
		.replace(/^[^\p{L}\p{N}]{1,12}|[^\p{L}\p{N}]{1,12}$/gu, '')
		.replace(/\s+/g, ' ');
}

function judge(
	text: string,
	key: string,
	closed: boolean,
): { reason: RemovedReason; ends: Ending | null } | null {
	if (text.length <= 60 && !/[.?!]$/.test(text)) {
		const label = labelOf(text);
		if (CLOSERS.has(label)) return { reason: 'navigation', ends: 'article' };
		if (ENDERS.has(label)) return { reason: 'navigation', ends: 'body' };
		if (BUTTONS.has(label) || SECTIONS.has(label) || INSETS.has(label) || BUTTONS.has(key))
			return { reason: 'navigation', ends: null };
	}
	if (datedLine(text) && isCaption(text)) return { reason: 'caption', ends: null };
	if (isDateLine(text)) return { reason: 'dateline', ends: null };
	for (const { what, reason, ends } of LINE_RULES) if (what.test(text)) return { reason, ends: ends ?? null };
	return !closed && isByline(text) ? { reason: 'byline', ends: null } : null;
}
