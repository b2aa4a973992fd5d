/** The reading view: the article's own text, wrapped, its quotations and names marked, what is left out on a key. */
import type { ArticlePage } from '../../archive/archive.ts';
import { safeLine } from '../../safe.ts';
import type { Paragraph, Removed, Span } from '../../types.ts';
import { columnsOf } from '../../width.ts';
import { dayFromWords, headlineNote, reasonWords, sourceWords } from '../../wording.ts';
import { columnsOfLine, dotted, type Line, own, piece } from '../lines.ts';
import { type Layer, layer, setParagraph, setText } from '../typeset.ts';
import { hostOf, webLink } from '../web.ts';
import { wrapDotted } from './lists.ts';
import { publishedPiece } from './published.ts';

export interface TextLine extends Span {
	/** Of the text; empty spans at -1 for lines that are ours. */
	readonly line: Line;
}

/** Longer lines lose the eye on its way back. */
export const MEASURE = 74;

export function articleLines(page: ArticlePage, columns: number, leftOut: boolean): TextLine[] {
	const width = Math.min(columns, MEASURE);
	const { article } = page;
	const layers = layersOf(page);
	const set = (span: Span, role: 'plain' | 'strong' | 'heading' = 'plain') =>
		setParagraph(article.text, span, role === 'plain' ? layers : [], width, role);
	const titles = article.paragraphs.filter(({ kind }) => kind === 'headline');
	const lines: TextLine[] = titles.flatMap((title) => set(title, 'strong'));
	if (titles.length === 0 && article.headline !== null && article.headlineFrom !== 'lede')
		for (const line of ours(setText(safeLine(article.headline), width, 'strong'))) lines.push(line);
	for (const line of ours(standing(page, width))) lines.push(line);
	for (const line of ours([[]])) lines.push(line);
	const read = article.paragraphs.filter(({ kind }) => kind !== 'headline');
	const parts: readonly (Paragraph | Removed)[] = leftOut
		? [...read, ...page.removed].sort((a, b) => a.start - b.start)
		: read;
	for (const [at, part] of parts.entries()) {
		if ('reason' in part) {
			for (const line of setRemoved(article.text, part, width)) lines.push(line);
			// Stretches left out one after the other stand together.
			if (!('reason' in (parts[at + 1] ?? {}))) lines.push(...ours([[]]));
		} else {
			for (const line of set(part, part.kind === 'heading' ? 'heading' : 'plain')) lines.push(line);
			for (const line of ours([[]])) lines.push(line);
		}
	}
	while (lines.at(-1)?.line.length === 0) lines.pop();
	return lines;
}

/** A stretch left out, dimmed behind a broken rule, its reason before its first words. */
function setRemoved(text: string, removed: Removed, width: number): TextLine[] {
	const reason = piece(reasonWords(removed.reason), 'quiet');
	const rule = piece(own('┆ '), 'quiet');
	const lines = setParagraph(text, removed, [], width - 2, 'leftOut').filter(({ start, end }) => end > start);
	const only = lines.length === 1 ? lines[0]! : null;
	if (only && columnsOfLine(only.line) + columnsOf(reason.text) + 5 <= width)
		return [{ ...only, line: [rule, reason, piece(own(' · '), 'quiet'), ...only.line] }];
	return [...ours([[rule, reason]]), ...lines.map((set) => ({ ...set, line: [rule, ...set.line] }))];
}

function ours(lines: readonly Line[]): TextLine[] {
	return lines.map((line) => ({ start: -1, end: -1, line }));
}

/** Outlet, author, place and day, and how much of that is certain. */
function standing({ article }: ArticlePage, width: number): Line[] {
	const day = publishedPiece(article.published, article.bounds);
	const link = webLink(article.url);
	const facts = dotted([
		piece(sourceWords(article), 'quiet'),
		article.byline === null ? null : piece(safeLine(article.byline), 'quiet'),
		article.place === null ? null : piece(safeLine(article.place), 'quiet'),
		day,
		link === null ? null : { text: hostOf(link), role: 'link', link },
	]);
	const notes = [
		article.published?.certain ? null : dayFromWords(article.published),
		headlineNote(article),
	].filter((note) => note !== null);
	return [...wrapDotted(facts, width), ...notes.flatMap((note) => setText(note, width, 'quiet'))];
}

function layersOf({ article, quotations }: ArticlePage): Layer[] {
	return [
		layer(article.mentions, 'name'),
		layer(
			quotations
				.filter(({ quotation }) => quotation.kind !== 'indirect')
				.flatMap(({ quotation }) => quotation.spans),
			'quotation',
		),
		layer(
			quotations.flatMap(({ quotation }) => quotation.speaker.mention ?? []),
			'speaker',
		),
	];
}

/** The first line that shows any of the spans; -1 when none does. */
export function lineOf(lines: readonly TextLine[], spans: readonly Span[]): number {
	return lines.findIndex((line) => overlaps(line, spans));
}

export function overlaps(line: Span, spans: readonly Span[]): boolean {
	return line.end > line.start && spans.some((span) => span.start < line.end && span.end > line.start);
}
