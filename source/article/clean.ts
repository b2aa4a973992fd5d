/**
 * What of a text is the article. Nothing is deleted: every stretch is either read (`paragraphs`) or left out with a
 * reason (`removed`). In doubt a line stays: a lost sentence is worse than a label too many.
 */
import { JUNK, LABELS, TEASER_LABELS } from '../lexicon/boilerplate.ts';
import type {
	Day,
	Format,
	Paragraph,
	ParagraphKind,
	Problem,
	Removed,
	RemovedReason,
	Span,
} from '../types.ts';
import { type Block, blocksOf } from './clean/blocks.ts';
import { isDateLine } from './date-line.ts';
import { readFrontMatter } from './front-matter.ts';

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

type Fate = ParagraphKind | RemovedReason;

/** Marks the article in `text`. Linear in its length; never throws. */
export function clean(text: string, format: Format): Cleaned {
	const matter = readFrontMatter(text, format);
	const blocks = blocksOf(text, matter?.end ?? 0);
	const bodies = blocks.map((block) => text.slice(block.start, block.end));
	const fates = blocks.map((block, i): Fate | null => junkReason(bodies[i]!, block));
	const [first, last] = densest(blocks, bodies, fates);
	const end = teaserCut(blocks, bodies, first, last);
	repeats(blocks, bodies, fates, first);
	let headline: number | null = null;
	let byline: string | null = null;
	const removed: Removed[] = matter ? [{ start: matter.start, end: matter.end, reason: 'other' }] : [];
	const paragraphs: Paragraph[] = [];
	let dateline: Span | null = null;
	let place: string | null = null;
	for (let i = 0; i < first; i++) {
		if (fates[i] === null && headline === null && looksLikeTitle(bodies[i]!, blocks[i]!)) headline = i;
		if (fates[i] === 'byline' && byline === null) byline = bylineName(bodies[i]!);
	}
	let lede = false;
	for (const [i, block] of blocks.entries()) {
		const { start, end: stop } = block;
		const fate = fates[i] ?? null;
		if (i === headline) paragraphs.push({ start, end: stop, kind: 'headline' });
		else if (fate !== null) removed.push({ start, end: stop, reason: fate as RemovedReason });
		else if (i >= end || i > last) removed.push({ start, end: stop, reason: i > first ? 'teaser' : 'other' });
		else if (i < first) removed.push({ start, end: stop, reason: 'navigation' });
		else if (!isProse(bodies[i]!, block) && lede && block.words <= 14 && !/["“”]|[.!?]$/.test(bodies[i]!)) {
			paragraphs.push({ start, end: stop, kind: 'heading' });
		} else {
			const head: { place: string; length: number } | null =
				dateline === null && paragraphs.filter(({ kind }) => kind !== 'headline').length < 3
					? datelineOf(bodies[i]!)
					: null;
			if (head) {
				dateline = { start, end: start + head.length };
				place = head.place;
				removed.push({ ...dateline, reason: 'dateline' });
				let from = dateline.end;
				while (from < stop && /\s/.test(text[from]!)) from++;
				paragraphs.push({ start: from, end: stop, kind: lede ? 'body' : 'lede' });
			} else paragraphs.push({ start, end: stop, kind: lede ? 'body' : 'lede' });
			lede = true;
		}
	}
	removed.sort((a, b) => a.start - b.start);
	const title = headlineFor(
		text,
		headline === null ? null : blocks[headline]!,
		paragraphs,
		matter?.title ?? null,
	);
	return {
		...title,
		outlet: matter?.outlet ?? null,
		byline: matter?.byline ?? byline,
		place,
		url: matter?.url ?? null,
		paragraphs,
		removed,
		metadataDay: matter?.day ?? null,
		dateline,
		problems: matter?.problems ?? [],
	};
}

function headlineFor(
	text: string,
	block: Block | null,
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
		const start =
			block.start + (/^#{1,6}\s+/.exec(text.slice(block.start, block.start + 20))?.[0].length ?? 0);
		return {
			headline: text.slice(start, block.end),
			headlineFrom: 'title',
			headlineSpan: { start, end: block.end },
		};
	}
	const lede = paragraphs.find(({ kind }) => kind === 'lede');
	if (!lede) return { headline: null, headlineFrom: null, headlineSpan: null };
	const end = lede.start + firstSentence(text.slice(lede.start, lede.end));
	return {
		headline: text.slice(lede.start, end),
		headlineFrom: 'lede',
		headlineSpan: { start: lede.start, end },
	};
}

/** Length of the first sentence. */
function firstSentence(paragraph: string): number {
	for (const match of paragraph.matchAll(/[.!?]["”’)]?(?=\s+["“‘]?[\p{Lu}\d])/gu)) {
		const before = /(\S{0,20})$/.exec(paragraph.slice(Math.max(0, match.index - 20), match.index))?.[1] ?? '';
		if (
			match[0] !== '.' ||
			!/^(?:["“(]?(?:\p{Lu}|\p{Lu}[\p{Lu}.]*|[A-Z][a-z]{0,3}|[a-z]\.[a-z]))$/u.test(before)
		) {
			return match.index + match[0].length;
		}
	}
	return paragraph.length;
}

const plain = (line: string) =>
	line
		.toLowerCase()
		.replace(/^[^\p{L}\p{N}©]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, '')
		.replace(/\s+/g, ' ');

function junkReason(line: string, block: Block): RemovedReason | null {
	if (block.words === 0) return 'other';
	if (line.length > 500) return null;
	const key = plain(line);
	if (LABELS.has(key)) return 'navigation';
	if (isDateLine(line)) return 'dateline';
	return JUNK.find(({ what }) => what.test(line))?.reason ?? null;
}

function isProse(line: string, block: Block): boolean {
	return block.words >= 10 && /[.!?:…"”’)]$/.test(line);
}

function looksLikeTitle(line: string, block: Block): boolean {
	return block.words >= 3 && block.words <= 40 && !/[.:]$/.test(line.replace(/\.\.\.$/, ''));
}

/** First and last block of the stretch that holds the most prose. */
function densest(
	blocks: readonly Block[],
	bodies: readonly string[],
	fates: readonly (Fate | null)[],
): [number, number] {
	let best = 0;
	let from = 0;
	let sum = 0;
	let result: [number, number] = [0, blocks.length - 1];
	for (const [i, block] of blocks.entries()) {
		if (sum <= 0) {
			sum = 0;
			from = i;
		}
		sum += fates[i] === null && isProse(bodies[i]!, block) ? block.words : -12;
		if (sum > best) {
			best = sum;
			result = [from, i];
		}
	}
	return result;
}

/** Where, inside the stretch, a label of other stories ends the article: little prose follows it. */
function teaserCut(blocks: readonly Block[], bodies: readonly string[], first: number, last: number): number {
	const total = blocks.slice(first, last + 1).reduce((sum, block) => sum + block.words, 0);
	let before = 0;
	for (let i = first; i <= last; i++) {
		if (TEASER_LABELS.has(plain(bodies[i]!)) && before > 100 && total - before < 0.35 * before) return i;
		before += blocks[i]!.words;
	}
	return blocks.length;
}

/** Marks blocks whose words stood before. */
function repeats(
	blocks: readonly Block[],
	bodies: readonly string[],
	fates: (Fate | null)[],
	first: number,
): void {
	const seen = new Set<string>();
	for (const [i, body] of bodies.entries()) {
		const key = body
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim();
		if (key.length === 0) continue;
		if (seen.has(key) && (blocks[i]!.words >= 4 || i < first)) fates[i] ??= 'repeated';
		seen.add(key);
	}
}

function bylineName(line: string): string | null {
	const name = line.replace(/^(?:written |reported |story |article )?by:? /i, '').trim();
	return name === '' ? null : name;
}

const DATELINE =
	/^(?<place>\p{Lu}[\p{L}.'’-]{1,30}(?:[ ,/]{1,2}\p{Lu}[\p{L}.'’-]{0,30}){0,4})(?:, \p{Lu}[a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^()]{2,40}\))? ?(?:—|–|--| - ) ?/u;

function datelineOf(paragraph: string): { place: string; length: number } | null {
	const match = DATELINE.exec(paragraph.slice(0, 160));
	if (!match?.groups?.['place']) return null;
	const place = match.groups['place'];
	const capitals = place.split(/[ ,]+/)[0] ?? '';
	if (capitals !== capitals.toUpperCase() && !match[0].includes('(') && !place.includes(',')) return null;
	return { place, length: match[0].trimEnd().length };
}
