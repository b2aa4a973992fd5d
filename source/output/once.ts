/**
 * A story in words that are said once. A point that is little but a quotation is left to the quotations, which say whose
 * it is; words reported without marks that stand in a point are left to the point, which has the whole sentence.
 */
import type { ArticleSpan, Id, Point, Quotation, Span, Story } from '../types.ts';
import type { Lookup } from './lookup.ts';

/** The share of a point from which it is little but a quotation. */
const MOSTLY = 0.4;

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
	// What several sources report stays a point, quotation or not: that they do is the news.
	const points = story.points.filter(
		({ from, outlets }) =>
			outlets > 1 || !from[0] || shareOf(from[0], marked.get(from[0].article) ?? []) < MOSTLY,
	);
	const told = points.flatMap(({ from }) => from);
	return {
		points,
		quotations: quotations
			.filter((one) => one.kind !== 'indirect' || !told.some((point) => holds(point, one)))
			.map(({ id }) => id),
	};
}

/** How much of a point the quotations cover, 0..1. */
function shareOf(point: ArticleSpan, quotations: readonly Quotation[]): number {
	let covered = 0;
	for (const { spans } of quotations)
		for (const span of spans)
			covered += Math.max(0, Math.min(span.end, point.end) - Math.max(span.start, point.start));
	return covered / Math.max(1, point.end - point.start);
}

function holds(point: ArticleSpan, { article, spans }: Quotation): boolean {
	return (
		point.article === article &&
		spans.every((span: Span) => span.start >= point.start && span.end <= point.end)
	);
}
