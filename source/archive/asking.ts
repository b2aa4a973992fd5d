/** All quotations that answer a query at once, for who prints them: found as the screen finds them, each version by itself. */
import { count, has } from '../search/bits.ts';
import type { Rescued } from '../search/find.ts';
import { answers, type Found, type QuotationIndex } from '../search/quotations.ts';
import type { Day, Id } from '../types.ts';
import { parseQuery } from './filter.ts';
import { at, passing } from './lists.ts';
import { mended } from './mended.ts';
import type { Shelf } from './rows.ts';

export interface Asked {
	/** Words, with fields among them. */
	readonly typed: string;
	readonly days: (day: Day | null) => boolean;
	readonly actor: Id | null;
}

export interface FoundQuotations {
	/** Best first; of those that answer equally well, the newest. */
	readonly found: readonly Found[];
	/** Words that are nowhere, and what was looked for instead. */
	readonly rescued: readonly Rescued[];
}

export function quotationsAsked(
	shelf: Shelf,
	index: () => QuotationIndex,
	{ typed, days, actor }: Asked,
): FoundQuotations {
	const { words, terms } = parseQuery(typed);
	const filter = mended(
		{
			shelf,
			index,
			holding: (list, term, read) => passing(shelf, list, { terms: [term], read }),
			keep: (_, make) => make(),
		},
		'quotations',
		{ terms, read: new Set<Id>() },
	);
	const { quotationDay } = shelf.columns;
	const wanted = shelf.columns.days.map(days);
	const within = at(shelf, 'quotations', { day: 'all', actor });
	const pass = passing(shelf, 'quotations', filter);
	for (let word = 0; word < within.length; word++) within[word]! &= pass[word]!;
	for (let number = 0; number < quotationDay.length; number++)
		if (!wanted[quotationDay[number]!] && has(within, number)) within[number >> 5]! &= ~(1 << (number & 31));
	const all = count(within) === quotationDay.length;
	const { found, rescued } = answers(index(), words, {
		limit: Number.POSITIVE_INFINITY,
		within: all ? null : within,
	});
	return { found, rescued: [...rescued, ...filter.rescued] };
}
