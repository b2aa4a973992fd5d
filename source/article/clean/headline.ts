/** Which line is the headline, and what stands in for one. */
import { NO_HEADLINES } from '../../lexicon/boilerplate.ts';
import { FIRST, flagsOf } from '../../lexicon/names.ts';
import { isNameInCredits } from './byline.ts';
import type { Line } from './lines.ts';
import { outletOf } from './masthead.ts';
import type { Stretch } from './stretch.ts';

/** Farther before the body than this there are only menus. */
const REACH = 40;
const FEWEST = 3;
/** A text often begins with its headline. */
const FEWEST_OF_THE_FIRST = 2;
const MOST = 35;
const MOST_IN_A_SENTENCE = 25;

/** What speaks for a line as the headline. */
const SCORES = {
	/** Times the share of its longer words that the body uses. */
	toldInBody: 3,
	standsAgain: 2,
	/** A byline, a date or a reading time in the lines below it. */
	overCredits: 1.5,
	/** A longer line that might head the article too: the standfirst. */
	overStandfirst: 0.8,
	perWord: 0.25,
	perLineOfDistance: -0.05,
	/** The headline of a live report, under which each entry has one of its own. */
	live: 2,
	/** A text is pasted from its headline on. */
	opensTheText: 1,
	endsWithFullStop: -1.5,
	runningText: -2,
	/** A sentence of the body stands above it. */
	underBody: -2,
	/** `# …` in Markdown. */
	marked: 4,
} as const;
const MOST_WORDS_COUNTED = 8;
const ENOUGH = 1.5;
const CREDITS_WITHIN = 4;
/** So short a word says little of what is told. */
const SHORT = 3;

/** Index of the line that heads the article, or null. The name of the outlet heads it only where nothing else does. */
export function headlineOf(
	lines: readonly Line[],
	repeated: readonly boolean[],
	stretch: Stretch,
): number | null {
	return bestOf(lines, repeated, stretch, false) ?? bestOf(lines, repeated, stretch, true);
}

function bestOf(
	lines: readonly Line[],
	repeated: readonly boolean[],
	{ from, to }: Stretch,
	ofOutlet: boolean,
): number | null {
	const told = new Set<string>();
	for (const { key } of lines.slice(from, Math.min(to, from + REACH) + 1))
		for (const word of key.split(' ', 400)) if (word.length > SHORT) told.add(word);
	const last = firstParagraph(lines, from, to);
	const first = Math.max(0, last - REACH);
	const counts = new Map<string, number>();
	// However long the contents or the menu, the first line of all may be it.
	const candidates = [...(first > 0 ? [0] : []), ...lines.slice(first, last).map((_, i) => first + i)];
	for (const i of candidates) counts.set(lines[i]!.key, (counts.get(lines[i]!.key) ?? 0) + 1);
	let best: { index: number; score: number } | null = null;
	for (const i of candidates) {
		const isWithin = endsAnother(lines, candidates, i);
		if ((repeated[i] && !isWithin) || !mayHead(lines[i]!, i === 0 ? FEWEST_OF_THE_FIRST : FEWEST)) continue;
		const { key, text, words, prose, level } = lines[i]!;
		if (NO_HEADLINES.test(text.slice(0, 60)) || isAuthor(lines, i)) continue;
		if (!ofOutlet && outletOf(lines, i) !== null) continue;
		const content = key.split(' ').filter((word) => word.length > SHORT);
		const score =
			(SCORES.toldInBody * content.filter((word) => told.has(word)).length) / Math.max(1, content.length) +
			((counts.get(key) ?? 1) > 1 || isWithin ? SCORES.standsAgain : 0) +
			(creditsBelow(lines, i) ? SCORES.overCredits : 0) +
			(overStandfirst(lines, i, last) ? SCORES.overStandfirst : 0) +
			SCORES.perWord * Math.min(words, MOST_WORDS_COUNTED) +
			SCORES.perLineOfDistance * Math.min(last - i, REACH) +
			(LIVE.test(text) ? SCORES.live : 0) +
			(i === 0 && words > FEWEST ? SCORES.opensTheText : 0) +
			(/\.["”’]?$/.test(text) ? SCORES.endsWithFullStop : 0) +
			(level === 1 ? SCORES.marked : 0) +
			(prose && i > 0 ? SCORES.runningText : 0) +
			(underBody(lines, i, from) ? SCORES.underBody : 0);
		if (score >= ENOUGH && (!best || score > best.score)) best = { index: i, score };
	}
	return best?.index ?? null;
}

/** "Jana Kell" above the date: who wrote it. */
const isAuthor = (lines: readonly Line[], at: number) =>
	isNameInCredits(lines, at) && (flagsOf(lines[at]!.text.split(' ')[0]!.toLowerCase()) & FIRST) !== 0;

/** "Home » Furniture » How to restore a chair", and below it the headline alone: that says again what ends a path. */
function endsAnother(lines: readonly Line[], candidates: readonly number[], at: number): boolean {
	const { key, words } = lines[at]!;
	if (words <= FEWEST || words > MOST) return false;
	const earlier = candidates.filter((i) => i < at).map((i) => lines[i]!);
	return (
		!earlier.some((line) => line.key === key) &&
		earlier.some((line) => !line.closed && line.words <= MOST && line.key.endsWith(key))
	);
}

const LIVE = /[-–—:|] ?(?:live(?: (?:updates|blog|coverage|news))?|as it happened)$|^live(?: updates)?: /i;

function mayHead({ reason, words, prose, turn, text }: Line, fewest: number): boolean {
	if (turn || reason !== null || words < fewest || words > MOST || /[:,]$/.test(text)) return false;
	return !prose || !/\.["”’]?$/.test(text) || (words <= MOST_IN_A_SENTENCE && isTitleCase(text));
}

/** "Council Votes to Close Pier": most of the longer words begin with a capital. */
function isTitleCase(text: string): boolean {
	const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
	return words.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.7 * words.length;
}

function creditsBelow(lines: readonly Line[], at: number): boolean {
	for (let i = at + 1; i <= Math.min(at + CREDITS_WITHIN, lines.length - 1); i++) {
		const { reason } = lines[i]!;
		if (reason === 'byline' || reason === 'dateline') return true;
	}
	return false;
}

const LONG_ENOUGH = 15;

function underBody(lines: readonly Line[], at: number, from: number): boolean {
	for (let i = from; i < at; i++) {
		const { prose, closed, words, reason } = lines[i]!;
		if (prose && closed && reason === null && words >= LONG_ENOUGH) return true;
	}
	return false;
}

function overStandfirst(lines: readonly Line[], at: number, last: number): boolean {
	for (let i = at + 1; i < Math.min(last, at + 3); i++) {
		const line = lines[i]!;
		if (line.reason === null) return lines[at]!.words >= FEWEST + 1 && line.words > lines[at]!.words;
	}
	return false;
}

/** The headline stands above the first long paragraph, and above all that is said in turns. */
function firstParagraph(lines: readonly Line[], from: number, to: number): number {
	for (let i = from; i <= to; i++) {
		const { prose, words, turn } = lines[i]!;
		if (prose && (words > MOST_IN_A_SENTENCE || turn)) return i;
	}
	return from;
}

/** "Velmora shuts its pier for good | Opinion": the name of a section or a site behind the headline. */
const SITE = / \| [^|]{2,40}$/;
const MOST_OF_A_SITE = 4;

/** How much of the line is the headline itself. */
export function withoutSite(line: string): string {
	const at = SITE.exec(line.slice(-60))?.[0];
	if (at === undefined || at.split(' ').length - 2 > MOST_OF_A_SITE) return line;
	const title = line.slice(0, line.length - at.length);
	return title.split(' ').length > MOST_OF_A_SITE ? title : line;
}
