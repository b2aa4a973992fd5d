/**
 * Quotation marks, paired within one paragraph, in every style news is printed in: “curly”, "straight", ``TeX'',
 * ''two apostrophes'', „low“, «guillemets» and British 'single'.
 *
 * A mark opens or closes by its neighbours first and by its kind second; a mark that finds no partner costs one
 * quotation, not the article. Marks of another kind inside a pair are nested and belong to the outer words.
 */
import { ELIDED, SOMETIMES_ELIDED } from '../../lexicon/elided.ts';
import type { Span } from '../../types.ts';

/** The words between two marks, the marks excluded. */
export interface Segment extends Span {
	/** The whole with its marks. */
	readonly outer: Span;
	/** Index into the paragraphs. */
	readonly paragraph: number;
	readonly style: 'double' | 'single';
	/** False: the paragraph ended first; by custom the next one reopens. */
	readonly closed: boolean;
	/** False: runs on from the paragraph before without a mark of its own. */
	readonly opened: boolean;
}

const DOUBLE = /``|''(?!')|[“”„‟"«»＂]/g;
/** Before a mark that opens; after a mark that closes. Dashes stand in both: there the other side decides. */
const BEFORE_OPENING = new Set([...'([{—–-/‘\'―|>…“"']);
const AFTER_CLOSING = new Set([...')]}.,;:!?—–-/’\'―|<…*”"']);
const OPENS = new Set(['“', '``', '«', '„']);
const CLOSES = new Set(['”', '»']);

type Family = 'curly' | 'guillemet' | 'straight';

/** Marks of one family open and close each other; another family inside is nested. Two apostrophes stand for a straight mark. */
const familyOf = (mark: string): Family =>
	/[“”„‟]/.test(mark) ? 'curly' : /[«»]/.test(mark) ? 'guillemet' : 'straight';

type Way = 'opens' | 'closes' | 'either';

const isSpace = (char: string) => char === '' || /\s/.test(char);

function wayOf(text: string, paragraph: Span, start: number, end: number): Way {
	const before = start > paragraph.start ? text[start - 1]! : '';
	const after = end < paragraph.end ? text[end]! : '';
	const opens = (isSpace(before) || BEFORE_OPENING.has(before)) && !isSpace(after);
	const closes = (isSpace(after) || AFTER_CLOSING.has(after)) && !isSpace(before);
	if (opens !== closes) return opens ? 'opens' : 'closes';
	const mark = text.slice(start, end);
	if (OPENS.has(mark)) return 'opens';
	return CLOSES.has(mark) ? 'closes' : 'either';
}

/** Spaces (also the narrow ones inside guillemets) do not belong to the words. */
function trimmed(text: string, start: number, end: number): Span {
	let from = start;
	let to = end;
	while (from < to && isSpace(text[from]!)) from++;
	while (to > from && isSpace(text[to - 1]!)) to--;
	return { start: from, end: to };
}

const hasWord = (text: string, { start, end }: Span) =>
	/[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + 200)));

/**
 * For each mark, how many more marks of its family close than open from there to the end of the paragraph: more than
 * none, and a second opening mark begins words within words («He said «no» twice»).
 */
function surplusOf(marks: readonly { readonly way: Way; readonly family: Family }[]): number[] {
	const counts = new Map<Family, number>();
	return marks
		.toReversed()
		.map(({ way, family }) => {
			const count = (counts.get(family) ?? 0) + (way === 'closes' ? 1 : way === 'opens' ? -1 : 0);
			counts.set(family, count);
			return count;
		})
		.reverse();
}

/** Whether two paragraphs begin with one and the same mark, as those of a long quotation do. */
function runsOn(text: string, paragraph: Span, next: Span | undefined): boolean {
	const mark = text[paragraph.start]!;
	return next !== undefined && text[next.start] === mark && OPENS.has(mark);
}

/** Pairs of double marks of one paragraph. `carried`: the paragraph before ended inside a quotation. */
function doubles(
	text: string,
	paragraph: Span,
	index: number,
	carried: boolean,
	next: Span | undefined,
): Segment[] {
	const found: Segment[] = [];
	const add = (from: number, to: number, outer: Span, closed: boolean, opened: boolean) => {
		const words = trimmed(text, from, to);
		if (hasWord(text, words))
			found.push({ outer, paragraph: index, style: 'double', closed, opened, ...words });
	};
	let open: { start: number; end: number; family: Family } | null = null;
	let nested: Family | null = null;
	let first = true;
	const body = text.slice(paragraph.start, paragraph.end);
	const marks = [...body.matchAll(DOUBLE)].map((match) => {
		const start = paragraph.start + match.index;
		const end = start + match[0].length;
		return { start, end, way: wayOf(text, paragraph, start, end), family: familyOf(match[0]) };
	});
	const closing = surplusOf(marks);
	// Words that run on into the next paragraph are not closed in this one.
	const due = runsOn(text, paragraph, next) && marks[0]?.start === paragraph.start ? 0 : 1;
	for (const [at, { start, end, way, family }] of marks.entries()) {
		if (open === null) {
			if (way !== 'closes') open = { start, end, family };
			else if (first && carried) add(paragraph.start, start, { start: paragraph.start, end }, true, false);
		} else if (nested !== null && family === nested) {
			if (way !== 'opens') nested = null;
		} else if (way === 'opens' && (family !== open.family || closing[at]! >= due)) {
			nested = family;
		} else if (way === 'opens') {
			// A second opening mark before any close: the first one was stray or its quotation was not closed.
			add(open.end, start, { start: open.start, end: start }, false, true);
			open = { start, end, family };
			nested = null;
		} else {
			add(open.end, start, { start: open.start, end }, true, true);
			open = null;
			nested = null;
		}
		first = false;
	}
	if (open) add(open.end, paragraph.end, { start: open.start, end: paragraph.end }, false, true);
	return found;
}

/**
 * Elided words that begin with an apostrophe: 'tis, the '90s, the class of '68, rock 'n' roll. Those that are words
 * without it too are told by what follows: 'cause we said so, but a 'cause for concern'.
 */
const ELISION = new RegExp(`^['’‘](?:\\d0s\\b|(?:${ELIDED})(?!\\p{L})|(?:${SOMETIMES_ELIDED}))`, 'u');
const YEAR = /\b(?:of|in|since|from) ['’‘]\d\d(?![\d.:%]|\s?per|,\d)/i;

/** Whether the mark at `at` stands for letters left out. */
const isElision = (text: string, at: number) =>
	ELISION.test(text.slice(at, at + 20)) || YEAR.test(text.slice(Math.max(0, at - 6), at + 6));

/** 'We will stay,' vowed Hale, 'till they go.': behind an attribution between commas the words go on. */
function goesOn(text: string, before: Segment | undefined, at: number): boolean {
	if (!before || at - before.outer.end > ATTRIBUTION || text[before.end - 1] !== ',') return false;
	const between = text.slice(before.outer.end, at);
	return /^\s[^.!?;]*,\s$/.test(between) && /^\p{L}+\s(?!['’])/u.test(text.slice(at + 1, at + 12));
}
/** An attribution between two halves is not longer than this. */
const ATTRIBUTION = 80;

/**
 * Pairs of single marks that do not touch a double pair. An opening mark stands before a word and after a space or
 * bracket; the closing one after a word or stop and before a space or stop. An s-apostrophe before a space may be a
 * possessive (the workers' rights): it closes only when nothing better does before the next opening mark. `reopened`:
 * the next paragraph begins with such a mark, so that one left open here is words that run on.
 */
function singles(
	text: string,
	paragraph: Span,
	index: number,
	taken: readonly Segment[],
	reopened = false,
): Segment[] {
	const found: Segment[] = [];
	let open = -1;
	let weak = -1;
	let next = 0;
	const close = (at: number) => {
		const words = trimmed(text, open + 1, at);
		const outer = { start: open, end: at + 1 };
		if (hasWord(text, words))
			found.push({ outer, paragraph: index, style: 'single', closed: true, opened: true, ...words });
		open = -1;
		weak = -1;
	};
	const body = text.slice(paragraph.start, paragraph.end);
	for (const match of body.matchAll(/['’‘‹›]/g)) {
		const at = paragraph.start + match.index;
		while (next < taken.length && taken[next]!.outer.end <= at) next++;
		const inside = taken[next];
		if (inside && inside.outer.start <= at) {
			// A double pair stands inside a single one only where single marks are the outer ones; see findSegments.
			continue;
		}
		const before = at > paragraph.start ? text[at - 1]! : '';
		const after = at + 1 < paragraph.end ? text[at + 1]! : '';
		// Rock 'n' roll
		if (/^['’‘]n$/i.test(text.slice(at - 2, at)) && isSpace(after)) continue;
		// Two apostrophes are one double mark.
		if (match[0] === "'" && (after === "'" || before === "'")) continue;
		const opens =
			match[0] !== '’' &&
			(isSpace(before) || BEFORE_OPENING.has(before)) &&
			/[\p{L}\p{N}[$£€#@“"…(]/u.test(after) &&
			(!isElision(text, at) || goesOn(text, found.at(-1), at));
		const closes =
			match[0] !== '‘' &&
			(isSpace(after) || AFTER_CLOSING.has(after)) &&
			/[\p{L}\p{N}.,;:!?…\])%”"—–-]/u.test(before);
		if (opens && !(closes && open >= 0)) {
			if (open >= 0 && weak >= 0) close(weak);
			open = at;
			weak = -1;
		} else if (closes && open >= 0 && at > open + 1) {
			const possessive = /s/i.test(before) && /\s/.test(after);
			if (!possessive) close(at);
			else if (weak < 0) weak = at;
		}
	}
	if (open >= 0 && weak >= 0) close(weak);
	else if (open >= 0 && reopened) {
		const words = trimmed(text, open + 1, paragraph.end);
		const outer = { start: open, end: paragraph.end };
		if (hasWord(text, words))
			found.push({ outer, paragraph: index, style: 'single', closed: false, opened: true, ...words });
	}
	return found;
}

const beginsSingle = (text: string, paragraph: Span | undefined) =>
	paragraph !== undefined &&
	/^[‘'][\p{L}\p{N}[]/u.test(text.slice(paragraph.start, paragraph.start + 3)) &&
	!isElision(text, paragraph.start);

/**
 * All marked segments of an article, in order and disjoint.
 *
 * British copy prints single marks outside and double ones within. Which custom an article follows is read off the
 * article: where single pairs that look like speech outnumber the double ones, they are the outer marks.
 */
export function findSegments(text: string, paragraphs: readonly Span[]): Segment[] {
	const double: Segment[][] = [];
	const single: Segment[][] = [];
	let carried = false;
	paragraphs.forEach((paragraph, index) => {
		const pairs = doubles(text, paragraph, index, carried, paragraphs[index + 1]);
		carried = pairs.at(-1)?.closed === false;
		double.push(pairs);
		single.push(singles(text, paragraph, index, [], beginsSingle(text, paragraphs[index + 1])));
	});
	const weight = (pairs: readonly Segment[][]) => {
		let total = 0;
		for (const list of pairs) for (const { start, end } of list) total += end - start > 25 ? 1 : 0.25;
		return total;
	};
	const british = weight(single) > weight(double);
	return paragraphs.flatMap((paragraph, index) => {
		const outer = british ? single[index]! : double[index]!;
		const other = british ? double[index]! : singles(text, paragraph, index, double[index]!);
		return merged(outer, other);
	});
}

/** Both lists in order; of the second only what touches nothing of the first. */
function merged(outer: readonly Segment[], other: readonly Segment[]): Segment[] {
	const free: Segment[] = [];
	let i = 0;
	for (const segment of other) {
		while (i < outer.length && outer[i]!.outer.end <= segment.outer.start) i++;
		const touching = outer[i];
		if (!touching || touching.outer.start >= segment.outer.end) free.push(segment);
	}
	return [...outer, ...free].sort((a, b) => a.start - b.start);
}
