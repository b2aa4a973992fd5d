/** Sentences that cannot be read alone, told with the one before them. */
import type { Article } from '../types.ts';
import { allMet, type Met, meet } from './particulars.ts';
import type { Candidate } from './points.ts';
import type { Statement } from './statements.ts';

/**
 * "He was released on bail of 40,000 crowns" is told with the sentence before it, in which he is named, when it names
 * what nothing told so far did.
 */
export function withFollowing(
	picked: readonly Candidate[],
	read: readonly Statement[],
	articles: readonly Article[],
): Candidate[] {
	const met: Met = { names: new Set(), figures: [] };
	for (const { shown } of picked) meet(met, shown);
	const all = [...picked];
	for (const [at, one] of read.entries()) {
		const before = read[at - 1];
		if (one.alone || !one.sound || !before || before.article !== one.article || allMet(met, one)) continue;
		if (!/^[^\S\n]{0,3}$/.test(articles[one.article]!.text.slice(before.end, one.start))) continue;
		const told = all.findIndex(({ shown, last = shown }) => last === before);
		if (told >= 0) all[told] = { ...all[told]!, last: one };
		else if (before.alone) all.push({ fact: [one], shown: before, last: one, voices: 1 });
		else continue;
		meet(met, one);
	}
	return all;
}
