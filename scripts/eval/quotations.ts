/** Scores quotations of all kinds, and the rules that named their speakers. */
import type { Share } from './figures.ts';
import type { QuotationsRow } from './gold.ts';
import { scoreMarked } from './marked.ts';
import type { Miss } from './pieces.ts';
import type { FoundQuotation } from './program.ts';
import { scoreReported } from './reported.ts';
import { RuleBook, type RuleFigures } from './rule-book.ts';

export interface QuotationScore {
	readonly measures: Readonly<Record<string, Share>>;
	readonly counts: Readonly<Record<string, number>>;
	readonly rules: readonly RuleFigures[];
	readonly misses: readonly Miss[];
}

export function scoreQuotations(
	rows: readonly QuotationsRow[],
	found: readonly (readonly FoundQuotation[])[],
): QuotationScore {
	const rules = new RuleBook();
	const marked = scoreMarked(rows, found, rules);
	const { sureRight, unsureRight } = rules;
	const reported = scoreReported(rows, found, rules);
	return {
		measures: {
			...marked.measures,
			'quotations.sureRight': sureRight,
			'quotations.unsureRight': unsureRight,
			...reported.measures,
		},
		counts: { articles: rows.length, ...marked.counts, ...reported.counts },
		rules: rules.figures(),
		misses: [...marked.misses, ...reported.misses],
	};
}
