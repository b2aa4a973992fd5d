/** Scores words reported without marks: found where enough of them is covered. */
import { overlap, type Share, share } from './figures.ts';
import type { QuotationsRow } from './gold.ts';
import {
	gotSpeaker,
	isMarked,
	isRightSpeaker,
	isUnjudged,
	type Miss,
	piecesOf,
	wantedSpeaker,
} from './pieces.ts';
import type { FoundQuotation } from './program.ts';
import type { RuleBook } from './rule-book.ts';

/** More than this part of the gold's words. */
const ENOUGH = 0.3;

export interface ReportedScore {
	readonly measures: Readonly<Record<string, Share>>;
	readonly counts: { readonly reported: number; readonly reportedFound: number };
	readonly misses: readonly Miss[];
}

/**
 * Each found piece serves one piece of the gold, in the order of the text. Words in marks, and what is optional, may be
 * met by a report too: it is right then, though nobody asked for it.
 */
export function scoreReported(
	rows: readonly QuotationsRow[],
	found: readonly (readonly FoundQuotation[])[],
	rules: RuleBook,
): ReportedScore {
	const n = { gold: 0, met: 0, found: 0, right: 0, speakers: 0, speakersRight: 0 };
	const misses: Miss[] = [];
	rows.forEach(({ id, text, quotations, ignore = [] }, at) => {
		const pieces = piecesOf(text, found[at] ?? []);
		const free = new Set(pieces.keys());
		for (const piece of piecesOf(text, quotations).sort((a, b) => a.start - b.start)) {
			let best = ENOUGH;
			let pick: number | null = null;
			for (const j of free) {
				const part = overlap(piece, pieces[j]!) / (piece.end - piece.start);
				if (part > best) [best, pick] = [part, j];
			}
			const { of: gold } = piece;
			const asked = !isMarked(gold) && !gold.optional;
			if (asked) n.gold++;
			if (pick !== null) free.delete(pick);
			else if (asked)
				misses.push({ what: 'reported missed', id, span: piece, wanted: wantedSpeaker(gold), got: '' });
			if (pick === null || !asked) continue;
			n.met++;
			if (!gold.speaker) continue;
			const { of: other } = pieces[pick]!;
			const right = isRightSpeaker(gold, other);
			n.speakers++;
			if (right) n.speakersRight++;
			if (!isMarked(other)) rules.judge(other, right);
		}
		pieces.forEach((piece, j) => {
			const { of: other } = piece;
			if (isMarked(other) || (free.has(j) && isUnjudged(piece, ignore))) return;
			n.found++;
			if (!free.has(j)) n.right++;
			else {
				rules.spurious(other);
				misses.push({ what: 'reported taken', id, span: piece, wanted: 'nobody', got: gotSpeaker(other) });
			}
		});
	});
	return {
		measures: {
			'reported.recall': share(n.met, n.gold),
			'reported.precision': share(n.right, n.found),
			'reported.speaker': share(n.speakersRight, n.speakers),
		},
		counts: { reported: n.gold, reportedFound: n.found },
		misses,
	};
}
