/** What is news whatever the words around it: a figure, a day, someone named or speaking who was not met before. */
import { GROWING } from '../lexicon/figures.ts';
import type { Article, ArticleSpan, Dispute, Id } from '../types.ts';
import { agree, type Figure, relate } from './figures.ts';
import type { Statement } from './statements.ts';

/** Figures of one statement that are looked at: a table on one line has thousands. */
const COMPARED = 20;

/** What the statements told so far have named. */
export interface Met {
	readonly names: Set<string>;
	readonly figures: Figure[];
	/** Figures that are shown where the reports differ. */
	readonly disputed: readonly Figure[];
}

export const nothingMet = (disputed: readonly Figure[]): Met => ({ names: new Set(), figures: [], disputed });

/** The figures of statements that stand in what the disputes show. Linear but for the claims of one article. */
export function figuresShown(
	articles: readonly Article[],
	statements: readonly Statement[],
	disputes: readonly Dispute[],
): Figure[] {
	const shown = new Map<Id, ArticleSpan[]>();
	for (const { from } of disputes.flatMap(({ claims }) => claims)) {
		const here = shown.get(from.article);
		if (here) here.push(from);
		else shown.set(from.article, [from]);
	}
	return statements.flatMap(({ article, figures }) => {
		const here = shown.get(articles[article]!.id) ?? [];
		return figures.filter(({ start, end }) => here.some((span) => span.start < end && span.end > start));
	});
}

export function meet(met: Met, statement: Statement): void {
	for (const name of namesOf(statement)) met.names.add(name);
	for (const figure of statement.figures.slice(0, COMPARED)) met.figures.push(figure);
}

/** Whether a statement names nothing that was not met. */
export function allMet({ names, figures, disputed }: Met, statement: Statement): boolean {
	return (
		namesOf(statement).every((name) => names.has(name)) &&
		statement.figures
			.slice(0, COMPARED)
			.every((figure) => figures.some((other) => isMet(figure, other)) || isShown(figure, figures, disputed))
	);
}

function namesOf({ days, people, speakers }: Statement): string[] {
	return [...days.map(({ day }) => day), ...people.flatMap(({ actor }) => actor ?? []), ...speakers];
}

function isMet(figure: Figure, other: Figure): boolean {
	if (figure.kind === '') return figure.value === 1 || agree(figure, other);
	const how = relate(figure, other);
	return how === 'agree' || (how === 'other' && agree(figure, other));
}

/** A toll that grew and is shown where the reports differ: to tell it once more as a point tells only that. */
function isShown(figure: Figure, figures: readonly Figure[], disputed: readonly Figure[]): boolean {
	return (
		GROWING.has(figure.kind) &&
		disputed.some((other) => other.kind === figure.kind && agree(figure, other)) &&
		figures.some((other) => relate(figure, other) !== 'other')
	);
}
