/** The lists of the command line as plain text: quotations, actors, days, articles. */
import { type Safe, safeLine, safeText } from '../safe.ts';
import type { Actor, Article, Day, Export, Id, Span } from '../types.ts';
import { clip, columnsOf, pad, wrapSpans } from '../width.ts';
import {
	aroundWords,
	countWords,
	headlineWords,
	joinedWords,
	kindWords,
	longDay,
	publicationWords,
	sourceWords,
} from '../wording.ts';
import { type CitedLine, citedLines } from './page.ts';
import { hang } from './plain.ts';

export interface ListLayout {
	readonly columns: number;
	/** Matches of a search in bold; never in a pipe. */
	readonly bold: boolean;
}

/** Quotations in the order given, each with speaker, day and source. */
export function plainQuotations(
	data: Export,
	found: readonly { readonly id: Id; readonly highlights?: readonly Span[] }[],
	layout: ListLayout,
): string {
	const blocks = citedLines(data, found).map((line) => citedBlock(line, layout).join('\n'));
	return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function citedBlock(
	{ quotation, highlights, by, source }: CitedLine,
	{ columns, bold }: ListLayout,
): string[] {
	const width = Math.max(20, Math.min(columns, 100));
	const marks = aroundWords(quotation);
	const words = joinedWords(quotation);
	const { text, spans } = safeWithSpans(words.text, words.moved(highlights));
	const whole = `${marks[0]}${text}${marks[1]}`;
	const moved = spans.map(({ start, end }) => ({
		start: start + marks[0].length,
		end: end + marks[0].length,
	}));
	const lines = wrapSpans(whole, width).map((line) => emphasised(whole, line, bold ? moved : []));
	return [...lines, ...hang(`${by} (${source})`, '    — ', '      ', width)];
}

/** Text made safe on one line, with the spans of the raw text moved to where their words now stand. */
function safeWithSpans(raw: string, spans: readonly Span[]): { text: string; spans: readonly Span[] } {
	const line = (part: string) => safeText(part).replace(/\s+/g, ' ');
	const moved: Span[] = [];
	let text = '';
	let at = 0;
	for (const { start, end } of spans) {
		text += line(raw.slice(at, start));
		const from = text.length;
		text += line(raw.slice(start, end));
		moved.push({ start: from, end: text.length });
		at = end;
	}
	return { text: text + line(raw.slice(at)), spans: moved };
}

/** One line of a text with what lies in the spans in bold. */
function emphasised(text: string, line: Span, spans: readonly Span[]): string {
	let out = '';
	let at = line.start;
	for (const span of spans) {
		const start = Math.max(span.start, at);
		const end = Math.min(span.end, line.end);
		if (end <= start) continue;
		out += `${text.slice(at, start)}\u001b[1m${text.slice(start, end)}\u001b[22m`;
		at = end;
	}
	return out + text.slice(at, line.end);
}

/** Who is in the news, in the order given: kind, how much they say, where, and by what titles. */
export function plainActors(actors: readonly Actor[], columns: number): string {
	return table(
		actors.map((actor) => [
			safeLine(actor.name),
			kindWords(actor.kind),
			countWords(actor.quotations.length, 'quotation'),
			countWords(actor.articles.length, 'article'),
			rolesOf(actor),
		]),
		columns,
	);
}

function rolesOf({ roles }: Actor): Safe {
	return [...new Set(roles.map(({ text }) => safeLine(text)))].slice(0, 3).join('; ') as Safe;
}

export function plainDays(days: Export['days'], columns: number): string {
	return table(
		days.map(({ day, stories, articles, quotations, about }) => [
			longDay(day),
			countWords(stories.length, 'story'),
			countWords(articles.length, 'article'),
			countWords(quotations.length, 'quotation'),
			aboutWords(about.filter((id) => articles.includes(id)).length, articles.length),
		]),
		columns,
	);
}

/** Of the articles of a day, those whose day was worked out. */
function aboutWords(about: number, all: number): Safe {
	if (about === 0) return '' as Safe;
	return (about === all ? 'day worked out' : `day of ${countWords(about, 'article')} worked out`) as Safe;
}

export function plainArticles(articles: readonly Article[], data: Export, columns: number): string {
	const said = new Map<Id, number>();
	for (const { article } of data.quotations) said.set(article, (said.get(article) ?? 0) + 1);
	const originals = new Map(data.articles.map((article) => [article.id, article]));
	const width = Math.max(20, Math.min(columns, 100));
	const blocks = articles.map((article) => {
		const original = originals.get(article.nearDuplicateOf ?? '');
		const about = [
			sourceWords(article),
			sourceWords(article) === safeLine(article.file) ? '' : safeLine(article.file),
			publicationWords(article.published, article.bounds),
			countWords(said.get(article.id) ?? 0, 'quotation'),
			original ? `nearly the same text as ${sourceWords(original)}` : '',
		];
		return [
			...hang(headlineWords(article), '', '', width),
			...hang(about.filter((part) => part !== '').join(' · '), '    ', '    ', width),
		].join('\n');
	});
	return blocks.length === 0 ? '' : `${blocks.join('\n')}\n`;
}

/** Rows in columns as wide as their widest cell; a row that does not fit is clipped at the edge of the window. */
function table(rows: readonly (readonly Safe[])[], columns: number): string {
	const widest: number[] = [];
	for (const row of rows)
		for (const [at, cell] of row.entries())
			widest[at] = Math.max(widest[at] ?? 0, Math.min(32, columnsOf(cell)));
	const lines = rows.map((row) =>
		clip(
			row
				.map((cell, at) => (at === row.length - 1 ? cell : pad(clip(cell, widest[at]!), widest[at]!)))
				.join('  ')
				.trimEnd(),
			Math.max(20, columns),
		),
	);
	return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Newest first, the undated last. */
export function byDayDescending(a: Day | null, b: Day | null): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return a < b ? 1 : -1;
}
