/** Of an article that tells no day of publication: what its own words say it must have come out after, and before. */
import type { Bounds, TimeWords, ToldDay } from '../types.ts';

/** A day or a month with its year: what was done then had been done when the article came out. */
const TOLD = /^\d{4}-\d\d(?:-\d\d)?(?=T|$)/;

/** "Has a licence until May 2030", "was to close on May 2": the verb does not say that the day is past. */
const LEADS_ON =
	/\b(?:until|till|through|by|to|for|before|from)\s+$|\b(?:was|were|been) (?:(?:due|set|scheduled|expected|supposed|planned|meant) )?(?:to|for)\b[^.!?]{0,60}$/i;

/** Null when the words bound nothing, or contradict themselves. */
export function boundsOf(text: string, times: readonly TimeWords[]): Bounds | null {
	let after: ToldDay | null = null;
	let before: ToldDay | null = null;
	for (const { start, end, value, offset, lean } of times) {
		const told = TOLD.exec(value)?.[0];
		if (told === undefined || offset) continue;
		const day = told.length === 7 ? `${told}-01` : told;
		const open = LEADS_ON.test(text.slice(Math.max(0, start - 80), start));
		if (lean === 'past' && !open && (!after || day > after.day)) after = { day, start, end };
		// "In May 2025" may still be the month of publication.
		if (lean === 'future' && told.length > 7 && (!before || day < before.day)) before = { day, start, end };
	}
	if (before && after && before.day <= after.day) before = null;
	return after || before ? { after, before } : null;
}
