/**
 * What of a text is the article. Nothing is deleted: every stretch is either read (`paragraphs`) or left out with a
 * reason (`removed`). In doubt a line stays: a lost sentence is worse than a label too many.
 */
import type { Day, Format, Paragraph, Problem, Removed, RemovedReason, Span } from '../types.ts';
import { asidesOf } from './clean/asides.ts';
import { blocksOf } from './clean/blocks.ts';
import { bylineOf, isNameInCredits } from './clean/byline.ts';
import { datelineOf } from './clean/dateline.ts';
import { headlineOf, withoutSite } from './clean/headline.ts';
import { keyOf, type Line, lineOf } from './clean/lines.ts';
import { mastheadIn, outletOf } from './clean/masthead.ts';
import { repeatsOf } from './clean/repeats.ts';
import { stretchOf, stretchOfPage } from './clean/stretch.ts';
import { repeatedTurns, withTurns } from './clean/turns.ts';
import { readFrontMatter } from './front-matter.ts';
import { splitSentences } from './sentences.ts';

export interface Cleaned {
	readonly headline: string | null;
	readonly headlineFrom: 'title' | 'metadata' | 'lede' | null;
	readonly headlineSpan: Span | null;
	readonly outlet: string | null;
	readonly byline: string | null;
	readonly place: string | null;
	readonly url: string | null;
	readonly paragraphs: readonly Paragraph[];
	readonly removed: readonly Removed[];
	/** The day that front matter gives, and where it stands. */
	readonly metadataDay: (Span & { readonly day: Day }) | null;
	/** The dateline of the lede ("KYIV, March 12 (Reuters) —"), which is among `removed`. */
	readonly dateline: Span | null;
	readonly problems: readonly Problem[];
}

/** Marks the article in `text`. Linear in its length; never throws. */
export function clean(text: string, format: Format): Cleaned {
	const matter = readFrontMatter(text, format);
	const blocks = blocksOf(text, matter?.end ?? 0);
	const lines = withTurns(
		text,
		blocks.map((block) => lineOf(text.slice(block.start, block.end), block)),
	);
	const repeated = repeatedTurns(lines, repeatsOf(lines));
	const body = (format === 'html' ? stretchOfPage : stretchOf)(lines, repeated);
	const told = matter?.title ? keyOf(matter.title.text) : null;
	const found =
		told === null ? headlineOf(lines, repeated, body) : lines.findIndex(({ key }) => key === told);
	const title = found === null || found < 0 || found > body.to ? null : found;
	const stretch = title === null ? body : { ...body, from: standfirstOf(lines, repeated, title, body.from) };
	const asides = asidesOf(lines, stretch, title);
	const removed: Removed[] = matter ? [{ start: matter.start, end: matter.end, reason: 'other' }] : [];
	const paragraphs: Paragraph[] = [];
	let head: Dateline | null = null;
	let lede = 0;
	for (const [i, line] of lines.entries()) {
		const { start, end } = line;
		const reason =
			i === title ? null : (reasonFor(line, i, stretch, repeated[i] === true) ?? asides[i] ?? null);
		if (reason !== null) removed.push({ start, end, reason });
		else if (i === title) paragraphs.push({ start, end, kind: 'headline' });
		else if (isHeading(line) && (lede > 0 || line.level > 0))
			paragraphs.push({ start, end, kind: 'heading' });
		else {
			const place: { place: string; length: number } | null =
				head === null && lede < 3 && !line.turn ? datelineOf(line.text) : null;
			lede++;
			const kind = lede === 1 ? 'lede' : 'body';
			if (!place) {
				paragraphs.push({ start, end, kind });
				continue;
			}
			head = { place: place.place, start, end: start + place.length };
			removed.push({ start, end: head.end, reason: 'dateline' });
			const from = head.end + (/^\s*/.exec(text.slice(head.end, end))?.[0].length ?? 0);
			if (from < end) paragraphs.push({ start: from, end, kind });
		}
	}
	removed.sort((a, b) => a.start - b.start);
	const opening = paragraphs.find(({ kind }) => kind === 'lede')?.start ?? 0;
	const byline =
		lines.find(({ reason, start, text }) => reason === 'byline' && start < opening && !EDITED.test(text)) ??
		lines.find(
			(line, i) =>
				title !== null &&
				i > title &&
				line.start < opening &&
				isNameInCredits(lines, i) &&
				outletOf(lines, i) === null,
		);
	return {
		...headlineFor(text, title === null ? null : lines[title]!, paragraphs, matter?.title ?? null),
		outlet:
			matter?.outlet ??
			outletAbove(lines, title, opening) ??
			mastheadIn(lines, title, opening) ??
			outletIn(lines),
		byline: matter?.byline ?? (byline ? bylineOf(byline.text) : null),
		place: head?.place ?? null,
		url: matter?.url ?? null,
		paragraphs,
		removed,
		metadataDay: matter?.day ?? null,
		dateline: head,
		problems: matter?.problems ?? [],
	};
}

/** Who edited a report did not write it. */
const EDITED = /^\(?(?:edited|editing|compiled|produced|researched)\b/i;

/** "Source: The Velmora Gazette", right below the headline or beside the day: nothing else there has a source. */
function outletAbove(lines: readonly Line[], title: number | null, opening: number): string | null {
	for (const [i, { text, start }] of lines.entries()) {
		if (start >= opening) break;
		const name = SOURCE.exec(text.slice(0, 120))?.[1];
		if (name === undefined || PICTURED_BY.test(name)) continue;
		const isBelow = title !== null && i > title && i <= title + NEAR_TITLE;
		if (isBelow || [lines[i - 1], lines[i + 1]].some((beside) => beside?.reason === 'dateline')) return name;
	}
	return null;
}

const NEAR_TITLE = 3;
const SOURCE =
	/^(?:Source|Outlet|Publisher|Publication|Newspaper) ?: {0,4}(\p{Lu}[\p{L}\d'’&.-]*(?: (?:\p{Lu}[\p{L}\d'’&.-]*|\d{1,4}|of|and|the|&)){0,5})$/u;
/** Of those a page has its pictures. */
const PICTURED_BY =
	/\b(?:Getty|Shutterstock|i?Stock|Alamy|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Depositphotos)\b/i;

/** Who holds the rights is who published: "© 2024 The Velmora Gazette. All rights reserved." */
function outletIn(lines: readonly Line[]): string | null {
	for (const { text, reason } of lines) {
		if (reason !== 'other') continue;
		const name = OWNER.exec(text)?.[1]?.trim();
		if (name) return name;
	}
	return null;
}

const OWNER =
	/^(?:[Cc](?:opyright|OPYRIGHT) ?)?(?:©|\([Cc]\))? ?(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?,? (?:by )?(\p{Lu}[\p{L}\d'’&.-]*(?: (?:\p{Lu}[\p{L}\d'’&-]*|of|and|the)){0,5})(?=[.,|]|$| All )/u;

interface Dateline extends Span {
	readonly place: string;
}

/** Sentences between the headline and the body, whatever labels stand around them, are the article's own. */
function standfirstOf(
	lines: readonly Line[],
	repeated: readonly boolean[],
	title: number,
	from: number,
): number {
	let start = from;
	for (let i = from - 1; i > title; i--) {
		const line = lines[i]!;
		if (line.reason !== null || repeated[i]) continue;
		if (!line.prose || !line.closed) break;
		start = i;
	}
	return start;
}

const LONGEST_HEADING = 20;
const LONGEST_IN_MARKS = 6;

function isHeading({ level, prose, closed, words, text }: Line): boolean {
	if (/^[—–]/.test(text)) return false;
	// "‘A gift to competitors’": words in marks that no sentence holds.
	if (
		!prose &&
		words <= LONGEST_IN_MARKS &&
		/^(?:‘[^‘’.!?]{3,}’|“[^“”.!?]{3,}”|"[^".!?]{3,}")$/.test(text.slice(0, 120))
	)
		return true;
	return level > 0 || (!prose && !closed && words <= LONGEST_HEADING);
}

/** Why a line is left out, or null. */
function reasonFor(
	line: Line,
	index: number,
	{ from, to }: { from: number; to: number },
	repeated: boolean,
): RemovedReason | null {
	if (line.reason !== null) return line.reason;
	if (repeated) return 'repeated';
	if (index < from) return 'navigation';
	if (index > to) return 'teaser';
	return null;
}

function headlineFor(
	text: string,
	block: Line | null,
	paragraphs: readonly Paragraph[],
	title: (Span & { readonly text: string }) | null,
): Pick<Cleaned, 'headline' | 'headlineFrom' | 'headlineSpan'> {
	if (title)
		return {
			headline: title.text,
			headlineFrom: 'metadata',
			headlineSpan: { start: title.start, end: title.end },
		};
	if (block) {
		const start = block.start + (/^#{1,6}\s+/.exec(block.text)?.[0].length ?? 0);
		const headline = withoutSite(text.slice(start, block.end));
		return { headline, headlineFrom: 'title', headlineSpan: { start, end: start + headline.length } };
	}
	const lede = paragraphs.find(({ kind }) => kind === 'lede');
	if (!lede) return { headline: null, headlineFrom: null, headlineSpan: null };
	const { start, end } = splitSentences(text, lede)[0] ?? lede;
	return { headline: text.slice(start, end), headlineFrom: 'lede', headlineSpan: { start, end } };
}
