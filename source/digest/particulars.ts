/** What is news whatever the words around it: a figure, a day, someone named or speaking who was not met before. */
import { GROWING } from '../lexicon/figures.ts';
import { agree, type Figure, relate } from './figures.ts';
import type { Statement } from './statements.ts';

/** Figures of one statement that are looked at: a table on one line has thousands. */
const COMPARED = 20;

/** What the statements told so far have named. */
export interface Met {
	readonly names: Set<string>;
	readonly figures: Figure[];
}

export function meet(met: Met, statement: Statement): void {
	for (const name of namesOf(statement)) met.names.add(name);
	for (const figure of statement.figures.slice(0, COMPARED)) met.figures.push(figure);
}

/** Whether a statement names nothing that was not met. */
export function allMet({ names, figures }: Met, statement: Statement): boolean {
	return (
		namesOf(statement).every((name) => names.has(name)) &&
		statement.figures.slice(0, COMPARED).every((figure) => figures.some((other) => sameMatter(figure, other)))
	);
}

function namesOf({ days, people, speakers }: Statement): string[] {
	return [...days.map(({ day }) => day), ...people.flatMap(({ actor }) => actor ?? []), ...speakers];
}

/** A toll that grew is shown where the reports differ; to tell it once more as a point tells only that. */
function sameMatter(figure: Figure, other: Figure): boolean {
	if (figure.kind === '') return figure.value === 1 || agree(figure, other);
	const how = relate(figure, other);
	return how === 'other' ? agree(figure, other) : how === 'agree' || GROWING.has(figure.kind);
}
