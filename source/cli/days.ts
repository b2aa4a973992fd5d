/** Days as a reader types them. The clock is an argument. */
import type { Day } from '../types.ts';
import { UsageError } from './mistakes.ts';

/** The reader's own calendar day of a moment, some days on. */
export function localDay(now: Date, days = 0): Day {
	const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
	const two = (number: number) => String(number).padStart(2, '0');
	return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** "today", "yesterday" or a day of the calendar; anything else is a `UsageError` that names the flag. */
export function dayFrom(words: string, flag: string, now: Date): Day {
	if (words === 'today') return localDay(now);
	if (words === 'yesterday') return localDay(now, -1);
	if (/^\d{4}-\d\d-\d\d$/.test(words)) {
		const day = new Date(`${words}T00:00:00Z`);
		// The calendar has no 31 February, but Date makes one into March.
		if (!Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === words) return words;
	}
	throw new UsageError(`--${flag} wants YYYY-MM-DD, today or yesterday, not “${words}”`);
}
