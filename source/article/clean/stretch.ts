/** Where in a text the article stands: the densest stretch of running text. */
import type { Line } from './lines.ts';

export interface Stretch {
	/** First and last line of the article, both inside; `from > to` when there is none. */
	readonly from: number;
	readonly to: number;
}

/** What a line adds to the stretch that holds it. */
const WORTH = {
	/** A label between paragraphs costs this many words of running text, in a text full of labels. */
	label: -12,
	/** The same in a text that has next to none: there the short lines are headings. */
	headingAmongProse: -2,
	credit: -3,
	ender: -30,
	closedLine: 1,
	openLine: -4,
} as const;

const LONGEST = 60;

/** The article's first and last line, menus before and other stories after left outside. */
export function stretchOf(lines: readonly Line[], repeated: readonly boolean[]): Stretch {
	const densest = densestOf(lines, repeated);
	return { from: densest.from, to: endOf(lines, repeated, densest) };
}

/** The body must have told this many words before a label can end it. */
const FEWEST_BEFORE = 100;
/** Beyond this share of what stands before, what follows a label is the article going on. */
const MOST_AFTER = 0.35;
/** Teasers of other stories are this short. */
const MOST_IN_A_TEASER = 2;

/** A label such as "Video" or "Related" ends the article when only scraps under labels follow it. */
function endOf(lines: readonly Line[], repeated: readonly boolean[], { from, to }: Stretch): number {
	const words = (line: Line) => (line.prose && line.reason === null ? line.words : 0);
	let after = 0;
	let total = 0;
	for (let i = from; i <= to; i++) total += repeated[i] ? 0 : words(lines[i]!);
	let end = to;
	let run = 0;
	for (let i = to; i >= from; i--) {
		const line = lines[i]!;
		if (line.prose && line.reason === null && !repeated[i]) run++;
		else if (line.reason === 'navigation') run = 0;
		after += repeated[i] ? 0 : words(line);
		if (run > MOST_IN_A_TEASER || after > MOST_AFTER * (total - after)) break;
		if (line.ends && total - after >= FEWEST_BEFORE) end = i - 1;
	}
	return end;
}

function densestOf(lines: readonly Line[], repeated: readonly boolean[]): Stretch {
	const label = labelWorth(lines);
	let best = 0;
	let sum = 0;
	let from = 0;
	let found: Stretch = { from: 0, to: -1 };
	for (const [i, line] of lines.entries()) {
		if (sum <= 0) {
			sum = 0;
			from = i;
		}
		sum += repeated[i] ? 0 : worth(line, label);
		if (sum > best) {
			best = sum;
			found = { from, to: i };
		}
	}
	return found;
}

function worth(line: Line, label: number): number {
	if (line.ends) return Math.min(label, WORTH.ender);
	if (line.reason === 'navigation') return label;
	if (line.reason !== null) return WORTH.credit;
	if (line.prose) return Math.min(line.words, LONGEST);
	if (line.words >= 4 && line.closed) return WORTH.closedLine;
	return line.words >= 10 ? WORTH.openLine : label;
}

/** A clean text has few labels, and what looks like one is a heading: the fewer there are, the less each costs. */
function labelWorth(lines: readonly Line[]): number {
	let prose = 0;
	let short = 0;
	for (const line of lines) {
		if (line.prose) prose++;
		else if (!line.closed) short++;
	}
	const share = short / Math.max(1, short + prose);
	return WORTH.headingAmongProse + (WORTH.label - WORTH.headingAmongProse) * Math.min(1, share / 0.5);
}
