/** Where in a text the article stands: the densest stretch of running text. */
import { closingOf } from './closing.ts';
import type { Line } from './lines.ts';

export interface Stretch {
	/** First and last line of the article, both inside; `from > to` when there is none. */
	readonly from: number;
	readonly to: number;
}

/** What a line adds to the stretch that holds it. */
const WORTH = {
	/** A known button, section or label costs this many words of running text. */
	button: -18,
	/** A label that stands between the paragraphs of one article. */
	inset: -4,
	/** Any other short line, in a text full of them. */
	label: -5,
	/** The same in a text that has next to none: there the short lines are headings. */
	headingAmongProse: -2,
	credit: -3,
	ender: -18,
	closedLine: 1,
	openLine: -4,
} as const;

const LONGEST = 100;

/** The article's first and last line, menus before and other stories after left outside. */
export function stretchOf(lines: readonly Line[], repeated: readonly boolean[]): Stretch {
	const densest = densestOf(lines, repeated);
	if (densest.to < densest.from) return scrapOf(lines, repeated);
	const from = openingOf(lines, repeated, densest.from);
	const stretch = { from, to: endOf(lines, repeated, { from, to: densest.to }) };
	return { from, to: closingOf(lines, repeated, stretch) };
}

/** Fewer words say nothing. */
const FEWEST_IN_A_SCRAP = 6;

/** Of a text in which nothing weighs enough, the lines that are long enough to say something. */
function scrapOf(lines: readonly Line[], repeated: readonly boolean[]): Stretch {
	const says = (line: Line, i: number) =>
		line.reason === null && !repeated[i] && line.words >= FEWEST_IN_A_SCRAP;
	const from = lines.findIndex(says);
	return from < 0 ? { from: 0, to: -1 } : { from, to: lines.findLastIndex(says) };
}

/** Of the words at one end of what a page's own elements say is the article, so many may be something else. */
const MOST_TRIMMED = 0.1;

/** The same where a page's elements have told the article from what stands around it: no end is cut off but a small one. */
export function stretchOfPage(lines: readonly Line[], repeated: readonly boolean[]): Stretch {
	const { from, to } = stretchOf(lines, repeated);
	let before = 0;
	let after = 0;
	let total = 0;
	for (const [i, { words }] of lines.entries()) {
		total += words;
		if (i < from) before += words;
		if (i > to) after += words;
	}
	const most = MOST_TRIMMED * total;
	return { from: before > most ? 0 : from, to: after > most ? lines.length - 1 : to };
}

/** So many lines a form or a list of links may hold. */
const WIDEST_GAP = 25;
const FEWEST_WORDS_OF_OPENING = 20;

/**
 * A form for a newsletter after the second paragraph must not cost the first two: what stands below the byline and the
 * date is the article, though a gap follows it.
 */
function openingOf(lines: readonly Line[], repeated: readonly boolean[], from: number): number {
	let start = from;
	let words = 0;
	for (let i = from - 1; i >= Math.max(0, from - WIDEST_GAP); i--) {
		const line = lines[i]!;
		if (line.ends === 'article') return from;
		if (line.reason === 'byline' || line.reason === 'dateline')
			return words >= FEWEST_WORDS_OF_OPENING ? start : from;
		if (!line.prose || !line.closed || line.reason !== null || repeated[i]) continue;
		start = i;
		words = Math.max(words, line.words);
	}
	return from;
}

/** The body must have told this many words before anything can end it. */
const FEWEST_BEFORE = 60;
/** What follows the end may be this share of what stands before it: more, and it is the article going on. */
const MOST_AFTER = { close: 1.5, author: 0.25, stories: 0.5, titles: 0.1 } as const;
/** Teasers of other stories are this short. */
const MOST_IN_A_TEASER = 2;
/** This many lines in a row that are all titles are a list of other stories. */
const FEWEST_TITLES = 4;

/** Cuts what stands below the article: comments, notes on the author, other stories. */
function endOf(lines: readonly Line[], repeated: readonly boolean[], { from, to }: Stretch): number {
	const prose = (i: number) => lines[i]!.prose && lines[i]!.reason === null && !repeated[i];
	let total = 0;
	for (let i = from; i <= to; i++) total += prose(i) ? lines[i]!.words : 0;
	// From here to the end no three paragraphs stand together without a label between them.
	let scraps = to + 1;
	for (let i = to, run = 0; i >= from && run <= MOST_IN_A_TEASER; i--) {
		if (prose(i)) run++;
		else if (lines[i]!.reason === 'navigation') run = 0;
		if (run <= MOST_IN_A_TEASER) scraps = i;
	}
	let before = 0;
	let titles = 0;
	for (let i = from; i <= to; i++) {
		const line = lines[i]!;
		const after = total - before;
		titles = line.reason === null && !line.prose && !line.closed && line.words >= 4 ? titles + 1 : 0;
		if (before >= FEWEST_BEFORE) {
			if (line.ends === 'article' && after <= MOST_AFTER.close * before) return i - 1;
			if (line.ends === 'body' && i >= scraps && after <= MOST_AFTER.stories * before) return i - 1;
			if (opensNoteOnAuthor(lines, i) && after <= MOST_AFTER.author * before) return i - 1;
			if (titles >= FEWEST_TITLES && after <= MOST_AFTER.titles * before) return i - titles;
		}
		if (prose(i)) before += line.words;
	}
	return to;
}

/** A name on a line of its own, and then a paragraph that says who that is. */
function opensNoteOnAuthor(lines: readonly Line[], at: number): boolean {
	const { text, prose, closed } = lines[at]!;
	const name = /^(\p{Lu}[\p{L}.'’-]+) (?:\p{Lu}[\p{L}.'’-]* ){0,2}\p{Lu}[\p{L}'’-]+(?=$|,)/u.exec(text);
	if (prose || closed || !name) return false;
	const note =
		lines
			.slice(at + 1, at + 4)
			.find((line) => line.prose)
			?.text.slice(0, 120) ?? '';
	return (note.startsWith(name[0]) || note.startsWith(`${name[1]} `)) && NOTE_ON_AUTHOR.test(note);
}

const NOTE_ON_AUTHOR =
	/^(?:\S+ ){1,5}(?:is|was|has|writes|covers|holds|leads|joined|works|specialises|specializes|spent|stands)\b/;

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
	if (line.inset) return WORTH.inset;
	if (line.ends) return WORTH.ender;
	if (line.reason === 'navigation') return WORTH.button;
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
