/** What a statement tells of those it names: what was done, and whether it is still to come. */
import { DID, WILL } from '../lexicon/tenses.ts';
import type { Mention } from '../types.ts';
import type { Term } from './terms.ts';

/** Words between the first of a statement and its verb. */
const VERB_WITHIN = 8;
/** Words of a title before a name: "Interior Minister", "the chief prosecutor". */
const TITLE = 3;

export interface Deeds {
	/** Stems of what is told besides names, titles and figures. */
	readonly deeds: readonly string[];
	/** It will be so. */
	readonly announces: boolean;
	/** It was so. */
	readonly happened: boolean;
}

export function deedsIn(content: readonly Term[], named: readonly Mention[]): Deeds {
	const deeds = new Set<string>();
	let at = 0;
	for (const [index, { stem, number, capital, start, end }] of content.entries()) {
		while ((named[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
		if ((named[at]?.start ?? Number.POSITIVE_INFINITY) < end || stem === '' || number) continue;
		const next = content[index + TITLE] ?? content.at(-1)!;
		if (capital && (named[at]?.start ?? Number.POSITIVE_INFINITY) <= next.start) continue;
		deeds.add(stem);
	}
	const verb = content
		.slice(0, VERB_WITHIN)
		.find(({ word, capital }) => !capital && (WILL.has(word) || DID.has(word) || /[^e]ed$/.test(word)))?.word;
	return {
		deeds: [...deeds],
		announces: verb !== undefined && WILL.has(verb),
		happened: verb !== undefined && !WILL.has(verb),
	};
}
