/** Of an article that tells no day of publication: what its own words say it must have come out after, and before. */
import type { Bounds, TimeWords, ToldDay } from '../types.ts';

/** A day or a month with its year: what was done then had been done when the article came out. */
const TOLD = /^\d{4}-\d\d(?:-\d\d)?(?=T[A-Z]|$)/;

/** "Has a licence until May 2030", "was to close on May 2": the verb does not say that the day is past. */
const LEADS_ON =
	/\b(?:until|till|through|by|to|for|before|from)\s+$|\b(?:was|were|been) (?:(?:due|set|scheduled|expected|supposed|planned|meant) )?(?:to|for)\b[^.!?]{0,60}$/i;

/** The present tense of a timetable is that of captions too: "arrives on April 28". */
const AHEAD = /\b(?:will|shall|due|scheduled|expected|expires|set (?:to|for)|plan(?:s|ned)?)\b[^.!?]{0,80}$/i;

/** A day with a clock behind it stamps somebody's comment. */
const CLOCK = /^[\s,]{0,2}(?:at )?\d{1,2}[:.]\d\d/;

/** Of a life one learns nothing of the article: "born on May 3, 1964", "(3 May 1864 – 9 June 1931)". */
const BORN = /\b(?:born|christened|baptised|baptized|birth(?:day|date)?|b\.)(?: \p{L}+){0,4},? ?$/iu;
const LIFE = /^\s?[-–—]\s?[^()]{4,40}\)/;

/** Null when the words bound nothing, or contradict themselves. */
export function boundsOf(text: string, times: readonly TimeWords[]): Bounds | null {
	let after: ToldDay | null = null;
	let before: ToldDay | null = null;
	for (const { start, end, value, offset, lean } of times) {
		const told = TOLD.exec(value)?.[0];
		if (told === undefined || offset) continue;
		const day = told.length === 7 ? `${told}-01` : told;
		if (CLOCK.test(text.slice(end, end + 12))) continue;
		const words = text.slice(Math.max(0, start - 90), start);
		if (BORN.test(words.slice(-60)) || (words.endsWith('(') && LIFE.test(text.slice(end, end + 50))))
			continue;
		if (lean === 'past' && !LEADS_ON.test(words) && (!after || day > after.day)) after = { day, start, end };
		// "In May 2025" may still be the month of publication.
		if (lean === 'future' && told.length > 7 && AHEAD.test(words) && (!before || day < before.day))
			before = { day, start, end };
	}
	if (before && after && before.day <= after.day) before = null;
	return after || before ? { after, before } : null;
}
