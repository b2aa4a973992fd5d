/**
 * A story in words that are said once. A point that is little but a quotation is left to the quotations, which say whose
 * it is; words reported without marks, and scraps in marks, that stand in a point are left to the point, which has the
 * whole sentence; those in a headline are left to the headline, and scraps of a longer quotation to that quotation.
 */

import type { ArticleSpan, Id, Point, Quotation, Span, Story } from '../types.ts';
import { folded } from './differences.ts';
import type { Lookup } from './lookup.ts';

/** The share of a point from which it is little but a quotation. */
const MOSTLY = 0.4;
/** The same of a point that opens with it: “We wait,” said Ruiz, who owns two of the boats. */
const OPENING = 0.2;

export function saidOnce(
	story: Story,
	lookup: Lookup,
): { points: readonly Point[]; quotations: readonly Id[] } {
	const quotations = story.quotations.flatMap((id) => lookup.quotations.get(id) ?? []);
	const marked = new Map<Id, Quotation[]>();
	for (const quotation of quotations) {
		if (quotation.kind === 'indirect') continue;
		const here = marked.get(quotation.article);
		if (here) here.push(quotation);
		else marked.set(quotation.article, [quotation]);
	}
	const points = story.points.filter(
		({ from }) => !from[0] || !isQuoted(from[0], marked.get(from[0].article) ?? []),
	);
	const told = points.flatMap(({ from }) => from);
	const inHeadlines = story.articles.flatMap((id) => {
		const lines = lookup.articles.get(id)?.paragraphs.filter(({ kind }) => kind === 'headline') ?? [];
		return lines.map((line): ArticleSpan => ({ ...line, article: id }));
	});
	const whole = new Map<Id, string[]>();
	for (const one of quotations) {
		const { actor } = one.speaker;
		if (actor === null || isScrap(one)) continue;
		const said = whole.get(actor);
		if (!said) whole.set(actor, [spaced(one.text)]);
		else if (said.length < SEARCHED) said.push(spaced(one.text));
	}
	const isTold = (one: Quotation): boolean => {
		if (one.kind === 'indirect') return [...told, ...inHeadlines].some((place) => holds(place, one));
		if (!isScrap(one)) return false;
		const words = spaced(one.text);
		return (
			[...told, ...inHeadlines].some((place) => holds(place, one)) ||
			(whole.get(one.speaker.actor ?? '') ?? []).some((other) => other.includes(words))
		);
	};
	const left = quotations.filter((one) => !isTold(one));
	const keyOf = (one: Quotation): string => {
		const sentence = sentenceOf(one, lookup);
		return sentence ? `${sentence.article} ${sentence.start}` : '';
	};
	const shown = new Set(left.filter(isScrap).map(keyOf));
	const isRepeated = (one: Quotation) =>
		(one.kind === 'indirect' || one.kind === 'mixed') &&
		!isScrap(one) &&
		one.variants.length === 0 &&
		keyOf(one) !== '' &&
		shown.has(keyOf(one));
	return { points, quotations: left.filter((one) => !isRepeated(one)).map(({ id }) => id) };
}

/** A sentence longer than this would bury the few words that it is shown for. */
const LONGEST = 320;

/** The reporter's sentence that a quotation stands in. */
export function sentenceOf({ article: id, spans }: Quotation, lookup: Lookup): ArticleSpan | null {
	const sentences = lookup.articles.get(id)?.sentences ?? [];
	const [from, to] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
	let [low, high] = [0, sentences.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sentences[middle]!.start <= from) low = middle + 1;
		else high = middle;
	}
	const sentence = sentences[low - 1];
	if (!sentence || sentence.end < to || sentence.end - sentence.start > LONGEST) return null;
	return { ...sentence, article: id };
}

/** So many of a speaker's longer quotations in one story are searched for the words of a shorter one. */
const SEARCHED = 200;

/** Fewer words than this within the reporter's sentence tell nothing without it. */
const FEWEST = 8;

/** Words in marks that only their sentence makes sense of ("very much"). */
export function isScrap({ kind, text }: Pick<Quotation, 'kind' | 'text'>): boolean {
	return kind === 'mixed' && text.split(/\s+/, FEWEST).length < FEWEST;
}

const MARK = /["“”«»„]/;
const SMALL = /^\P{L}*\p{Ll}/u;
const BEHIND_WORD = /[\p{L}\p{N}]\s*["'“‘«„]*\s*$/u;

/**
 * Words that begin in the middle of the reporter's sentence, and few in marks that go on with one, are shown with it:
 * “help to achieve our goals” tells nobody what helps.
 */
export function leansOnSentence(quotation: Quotation, sentence: ArticleSpan, lookup: Lookup): boolean {
	const { kind, text, spans, article } = quotation;
	if (isScrap(quotation)) return true;
	const { text: whole = '' } = lookup.articles.get(article) ?? {};
	// What stands in marks beside it has a line of its own.
	if (kind === 'indirect') return SMALL.test(text) && !MARK.test(whole.slice(sentence.start, sentence.end));
	if (SMALL.test(text)) return true;
	if (text.split(/\s+/, FEWEST).length >= FEWEST) return false;
	const before = whole.slice(sentence.start, spans[0]!.start);
	return BEHIND_WORD.test(before) && !SAYING.test(before);
}

/** “Lopez said “We wait.””: what was said is whole without its comma too. */
const SAYING = /\b(?:sa(?:id|ys?)|added|adds|told \p{L}+|wrote|writes|asked|asks|replied)\s*["'“‘«„]*\s*$/iu;

const spaced = (text: string) =>
	` ${text
		.split(/\s+/)
		.map(folded)
		.filter((word) => word !== '')
		.join(' ')} `;

/** Whether a point is little but what somebody says: most of it is, or it opens with it and then tells who speaks. */
function isQuoted(point: ArticleSpan, quotations: readonly Quotation[]): boolean {
	let covered = 0;
	let opens = false;
	for (const { spans, kind } of quotations)
		for (const span of spans) {
			const shared = Math.min(span.end, point.end) - Math.max(span.start, point.start);
			if (shared <= 0) continue;
			covered += shared;
			opens ||= kind === 'direct' && span.start <= point.start + 1;
		}
	return covered / Math.max(1, point.end - point.start) >= (opens ? OPENING : MOSTLY);
}

function holds(point: ArticleSpan, { article, spans }: Quotation): boolean {
	return (
		point.article === article &&
		spans.every((span: Span) => span.start >= point.start && span.end <= point.end)
	);
}
