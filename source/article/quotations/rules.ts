/**
 * Who said each marked segment: ordered rules, the precise ones first. Each looks at one segment in its unit of prose
 * and the units around it; the first that answers wins, and its name is kept as the quotation's `rule`.
 */
import {
	anyVerb,
	colonClause,
	cueAfter,
	cueBefore,
	cueInClause,
	cueLoose,
	cueObject,
	cueObjectPlain,
	cueTrailing,
	nextSentence,
} from './by-cue.ts';
import {
	afterColon,
	clauseSubject,
	forSomebody,
	headline,
	label,
	previousParagraph,
	previousSentence,
	sameParagraph,
} from './by-place.ts';
import type { Segment } from './marks.ts';
import type { Attribution, Clause, Found, Passage, View } from './views.ts';

interface Rule {
	readonly name: string;
	readonly find: (view: View) => Found | null;
}

export const RULES: readonly Rule[] = [
	{ name: 'label', find: label },
	{ name: 'cue-after', find: cueAfter },
	{ name: 'any-verb', find: anyVerb },
	{ name: 'colon-clause', find: colonClause },
	{ name: 'cue-before', find: cueBefore },
	{ name: 'cue-object', find: cueObjectPlain },
	{ name: 'cue-object-far', find: cueObject },
	{ name: 'cue-in-clause', find: cueInClause },
	{ name: 'cue-loose', find: cueLoose },
	{ name: 'cue-trailing', find: cueTrailing },
	{ name: 'for-somebody', find: forSomebody },
	{ name: 'headline', find: headline },
	{ name: 'after-colon', find: afterColon },
	{ name: 'same-paragraph', find: sameParagraph },
	{ name: 'next-sentence', find: nextSentence },
	{ name: 'previous-paragraph', find: previousParagraph },
	{ name: 'clause-subject', find: clauseSubject },
	{ name: 'previous-sentence', find: previousSentence },
];

/** One attribution (or null) a segment, in order; to a subhead nobody speaks. */
export function attribute(
	passage: Passage,
	segments: readonly Segment[],
	clauses: readonly Clause[],
	subheads: ReadonlySet<number>,
): (Attribution | null)[] {
	const earlier: (Attribution | null)[] = segments.map(() => null);
	clauses.forEach((clause, at) => {
		clause.tokens.forEach((token, quote) => {
			if (token.type !== 'quote' || subheads.has(token.index)) return;
			const view: View = {
				text: passage.text,
				clauses,
				segments,
				mentions: passage.mentions,
				at,
				clause,
				quote,
				segment: segments[token.index]!,
				earlier,
				paragraph: passage.paragraphs[clause.paragraph]!.kind,
			};
			for (const { name, find } of RULES) {
				const found = find(view);
				if (!found) continue;
				const { subject, cue, clause: by } = found;
				earlier[token.index] = { subject, cue, clause: by, rule: name };
				break;
			}
		});
	});
	return earlier;
}
