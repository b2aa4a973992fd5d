/** Every quotation of one article with its speaker: marks, then cues, then who is meant. */
import type { Quoted, Span, TimeWords } from '../types.ts';
import { resolver } from './quotations/coreference.ts';
import { findSegments, type Segment } from './quotations/marks.ts';
import { isWords, kindOf } from './quotations/nobody.ts';
import { attribute, clausesOf, isBare, type Passage } from './quotations/speakers.ts';

/** Rules that are right less than 85 times in 100 on news not read before; see docs/quality.md for each one's share. */
const UNSURE = new Set(['cue-trailing', 'previous-paragraph', 'clause-subject', 'previous-sentence']);

export function findQuotations(passage: Passage & { readonly times: readonly TimeWords[] }): Quoted[] {
	const { mentions } = passage;
	const segments = findSegments(passage.text, passage.paragraphs);
	const clauses = clausesOf(passage, segments);
	const attributions = attribute(passage, segments, clauses);
	const resolve = resolver(passage, clauses);
	const found: Quoted[] = [];
	let open: { quoted: Quoted; segment: Segment } | null = null;
	segments.forEach((segment, index) => {
		const attribution = attributions[index] ?? null;
		if (!isWords(passage.text, segment, attribution, clauses)) {
			open = null;
			return;
		}
		const clause = attribution ? clauses[attribution.clause] : undefined;
		const kind = kindOf(passage.text, segment, clauses);
		// The second half of a split quotation, or the next paragraph of a long one, joins the first.
		const inherits =
			attribution?.rule === 'same-paragraph' && kind === 'direct' && open?.quoted.kind === 'direct';
		const runsOn = open !== null && !open.segment.closed && attribution?.rule === 'previous-paragraph';
		if (open && (inherits || runsOn)) {
			const joined = {
				...open.quoted,
				spans: [...open.quoted.spans, { start: segment.start, end: segment.end }],
			};
			found[found.length - 1] = joined;
			open = { quoted: joined, segment };
			return;
		}
		const subject = attribution?.subject ?? null;
		const mention =
			subject && clause
				? spanOf(
						clause.tokens,
						subject.kind === 'name' ? { from: subject.head, to: subject.head + 1 } : subject,
					)
				: null;
		const cue = attribution?.cue && clause ? spanOf(clause.tokens, attribution.cue) : null;
		const entity = mention && subject && clause ? resolve(attribution!.clause, subject) : null;
		const quoted: Quoted = {
			kind,
			spans: [{ start: segment.start, end: segment.end }],
			speaker: { mention, entity, certain: mention !== null && !UNSURE.has(attribution!.rule) },
			cue,
			rule: attribution?.rule ?? 'nobody',
			time: null,
		};
		found.push(quoted);
		open = { quoted, segment };
	});
	void isBare;
	void mentions;
	return found;
}

function spanOf(tokens: readonly Span[], { from, to }: { readonly from: number; readonly to: number }): Span {
	return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
