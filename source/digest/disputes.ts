/** Figures that cannot both be true as printed. Better to miss one than to accuse two reports that agree. */
import { COUNTED_PEOPLE, DISPUTABLE } from '../lexicon/figures.ts';
import type { Article, ArticleSpan, Dispute } from '../types.ts';
import { type Figure, relate } from './figures.ts';
import type { Voices } from './points.ts';
import type { Statement } from './statements.ts';

/** The least share of the shorter statement's words that two statements on one thing have in common. */
const COMMON = 0.3;
/** A figure of part of the whole, or of something else, is no rival. */
const OTHER =
	/\b(?:another|other|others|more|additional|further|including|of them|of those|each|every|per|earlier|previous|previously|last year|(?:19|20)\d\d)\b/i;
/** Characters beside a figure that are looked at. */
const REACH = 60;

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
		const found = statement.figures.flatMap((figure) => claimOf(article, statement, figure) ?? []);
		// Two figures of one kind in one sentence are parts, or then and now.
		for (const claim of found) {
			const { kind } = claim.figure;
			if (found.filter(({ figure }) => figure.kind === kind).length > 1) continue;
			const known = claims.get(kind) ?? [];
			known.push(claim);
			claims.set(kind, known);
		}
	}
	return [...claims].flatMap(([kind, rivals]): Dispute[] => {
		let best: { readonly pair: readonly [Claim, Claim]; readonly common: number } | null = null;
		for (const [at, b] of rivals.entries())
			for (const a of rivals.slice(0, at)) {
				if (
					voiceOf[a.statement.article] === voiceOf[b.statement.article] ||
					relate(a.figure, b.figure) !== 'conflict'
				)
					continue;
				if (!sameDay(articles[a.statement.article]!, articles[b.statement.article]!)) continue;
				const common = commonOf(a.statement, b.statement);
				if (common >= COMMON && common > (best?.common ?? 0)) best = { pair: [a, b], common };
			}
		if (!best) return [];
		return [
			{
				about: DISPUTABLE.get(kind)!.about,
				claims: best.pair.map(({ value, span }) => ({ value, from: span })),
			},
		];
	});
}

/** "12 people had been arrested", "killed 12": a figure with what it counts right beside it; else null. */
function claimOf(article: Article, statement: Statement, figure: Figure): Claim | null {
	const rule = DISPUTABLE.get(figure.kind);
	if (!rule || figure.hedge !== null) return null;
	const { text } = article;
	const behind = text.slice(figure.end, Math.min(statement.end, figure.end + REACH));
	const ahead = text.slice(Math.max(statement.start, figure.start - REACH), figure.start);
	const after = rule.after.exec(behind);
	const before = rule.before.exec(ahead);
	if (!after && !(before && COUNTED_PEOPLE.test(behind))) return null;
	const start = after ? figure.start : figure.start - before![0].length;
	const end = after ? figure.end + after[0].length : figure.end;
	return { figure, statement, span: { article: article.id, start, end }, value: text.slice(start, end) };
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
