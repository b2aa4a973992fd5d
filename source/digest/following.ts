/** Sentences that cannot be read alone, told with the one before them. */
import type { Article } from '../types.ts';
import type { Figure } from './figures.ts';
import { allMet, meet, nothingMet } from './particulars.ts';
import type { Candidate } from './points.ts';
import type { Statement } from './statements.ts';

/**
 * "He was released on bail of 40,000 crowns" is told with the sentence before it, in which he is named, when it names
 * what nothing told so far did. Only where all is told is a sentence told for the sake of the next.
 */
export function withFollowing(
	picked: readonly Candidate[],
	read: readonly Statement[],
	articles: readonly Article[],
	disputed: readonly Figure[],
	whole: boolean,
): Candidate[] {
	const met = nothingMet(disputed);
	for (const { shown } of picked) meet(met, shown);
	const all = [...picked];
	for (const [at, one] of read.entries()) {
		const before = read[at - 1];
		if (one.alone || !one.sound || !before || before.article !== one.article || allMet(met, one)) continue;
		const { text } = articles[one.article]!;
		const gap = text.slice(before.end, one.start);
		if (!/^\s{0,6}$/.test(gap) || (gap.includes('\n') && !goesOn(text, before, one))) continue;
		const told = all.findIndex(({ shown, last = shown }) => last === before);
		if (told >= 0) all[told] = { ...all[told]!, last: one };
		else if (whole && before.alone) all.push({ fact: [one], shown: before, last: one, voices: 1 });
		else continue;
		meet(met, one);
	}
	return all;
}

/** A new paragraph goes on with what the one before is about: "It cost", "They said", and "He left" after one person. */
function goesOn(text: string, before: Statement, { start }: Statement): boolean {
	const opening = text.slice(start, start + 5);
	if (/^(?:It|They)\s/.test(opening)) return true;
	return /^(?:He|She)\s/.test(opening) && new Set(before.people.map(({ actor }) => actor)).size === 1;
}
