/** Figures that cannot both be true as printed. Better to miss one than to accuse two reports that agree. */
import { DISPUTABLE, KIND_OF_FIGURE } from '../lexicon/figures.ts';
import type { Article, ArticleSpan, Dispute } from '../types.ts';
import { agree, type Figure } from './figures.ts';
import type { Voices } from './points.ts';
import type { Statement } from './statements.ts';

/** The least share of the shorter statement's words that two statements on one thing have in common. */
const COMMON = 0.3;
/** A figure of part of the whole, or of something else, is no rival. */
const OTHER =
	/\b(?:another|other|others|more|additional|further|including|of them|of those|each|every|per|earlier|previous|previously|last year)\b/i;
/** Words after a figure in which what it counts is named. */
const REACH = 6;

interface Claim {
	readonly figure: Figure;
	readonly statement: Statement;
	readonly span: ArticleSpan;
	readonly value: string;
}

/**
 * One dispute a kind of figure at most: what two independent articles, printed on the same day or on no known day, say
 * differently in statements that share their words. Of two days the later may simply know more.
 */
export function disputesOf(
	articles: readonly Article[],
	statements: readonly Statement[],
	voiceOf: Voices,
): Dispute[] {
	const claims = new Map<string, Claim[]>();
	for (const statement of statements) {
		const article = articles[statement.article]!;
		if (statement.denies || OTHER.test(article.text.slice(statement.start, statement.end))) continue;
		const figures = statement.figures.filter(({ kind, hedge }) => DISPUTABLE.has(kind) && hedge === null);
		// Two figures of one kind in one sentence are parts, or then and now.
		for (const figure of figures)
			if (figures.filter(({ kind }) => kind === figure.kind).length === 1) {
				const known = claims.get(figure.kind) ?? [];
				known.push(claimOf(article, statement, figure));
				claims.set(figure.kind, known);
			}
	}
	return [...claims].flatMap(([kind, rivals]): Dispute[] => {
		let best: { readonly pair: readonly [Claim, Claim]; readonly common: number } | null = null;
		for (const [at, b] of rivals.entries())
			for (const a of rivals.slice(0, at)) {
				if (voiceOf[a.statement.article] === voiceOf[b.statement.article] || agree(a.figure, b.figure))
					continue;
				if (!sameDay(articles[a.statement.article]!, articles[b.statement.article]!)) continue;
				const common = commonOf(a.statement, b.statement);
				if (common >= COMMON && common > (best?.common ?? 0)) best = { pair: [a, b], common };
			}
		if (!best) return [];
		return [
			{
				about: DISPUTABLE.get(kind)!,
				claims: best.pair.map(({ value, span }) => ({ value, from: span })),
			},
		];
	});
}

/** The figure with the words up to the one that tells what it counts: "12 people had been arrested". */
function claimOf(article: Article, statement: Statement, figure: Figure): Claim {
	const after = statement.terms.filter(({ start }) => start >= figure.end).slice(0, REACH);
	const told = after.find(({ word }) => KIND_OF_FIGURE.get(word) === figure.kind);
	const span = { article: article.id, start: figure.start, end: told?.end ?? figure.end };
	return { figure, statement, span, value: article.text.slice(span.start, span.end) };
}

const sameDay = (a: Article, b: Article) =>
	a.published?.certain && b.published?.certain
		? a.published.day === b.published.day
		: a.published === b.published;

function commonOf(a: Statement, b: Statement): number {
	const own = new Set(a.stems);
	const shared = b.stems.filter((stem) => own.has(stem)).length;
	return shared / Math.max(1, Math.min(a.stems.length, b.stems.length));
}
