/** A search as a reader asks for it: its fields, the filter, and which days it looks through. */
import type { Day, Id } from '../../types.ts';
import type { Page, QuotationRow, QuotationsQuery } from '../archive.ts';
import { type Filter, parseQuery } from '../filter.ts';
import type { Row } from './driver.ts';
import { monthOf, quotationsOn } from './fetching.ts';
import { UNDATED } from './kept-rows.ts';
import type { Question } from './line.ts';
import { all, atPlace, type Condition, passing } from './lists.ts';
import { newestFirst } from './pages.ts';
import { dayOf, type Known } from './read.ts';
import type { Search, searcher } from './search.ts';
import { spelled } from './spelling.ts';
import { unkept } from './texts.ts';

const NOTHING_READ: ReadonlySet<Id> = new Set();

interface Around {
	/** What is counted of each day. */
	readonly days: readonly Row[];
	/** So many quotations, or a few more, are looked through for a query that names no day. */
	readonly window: number;
	readonly filterName: (filter: Filter) => string;
}

/** `query.words` are not empty. */
export async function searched(
	question: Question,
	known: Known,
	search: ReturnType<typeof searcher>,
	query: QuotationsQuery,
	{ days, window, filterName }: Around,
): Promise<Page<QuotationRow>> {
	const { place, cut, limit } = query;
	const { words, terms } = parseQuery(query.words.trim());
	const fields = await spelled(question, 'quotations', { terms, read: NOTHING_READ }, search.near);
	const filter = query.filter ? await spelled(question, 'quotations', query.filter, search.near) : null;
	const sieve = filter ? { ...filter, terms: [...fields.terms, ...filter.terms] } : fields;
	const ordered = newestFirst(days);
	const size = quotationsOn(ordered);

	const through = (narrow: Filter, since: string | null): Search => {
		const passes = passing('quotations', narrow, []);
		const within: Condition = (values) =>
			all([
				atPlace('quotations', place)(values),
				passes(values),
				since === null ? null : `day >= ${values.add(since)}`,
			]);
		return {
			...{ words, size, within },
			days: since === null ? ordered : ordered.filter(({ day }) => day >= since),
			narrow: place.day !== 'all' || place.actor !== null,
			name: JSON.stringify([place.day, place.actor, since, filterName(narrow)]),
		};
	};
	const page = async (since: string | null): Promise<Page<QuotationRow>> => {
		const found = await search.page(question, known, { ...through(sieve, since), cut, limit });
		const everything = filter ? await search.count(question, through(fields, since)) : found;
		const rescued = [...(found.rescued ?? []), ...fields.rescued, ...(filter?.rescued ?? [])];
		return {
			...found,
			hidden: Math.max(0, everything.total - found.total),
			...(everything.atLeast ? { atLeast: true as const } : {}),
			...(since === null ? {} : { since: dayOf(unkept(since)) as Day }),
			...(rescued.length > 0 ? { rescued } : {}),
		};
	};

	const bounded =
		query.wide ||
		place.day !== 'all' ||
		place.actor !== null ||
		sieve.terms.some(({ field, not }) => field === 'on' && !not);
	const since = bounded ? null : newestDays(ordered, window, size);
	const found = await page(since);
	// What is not said these days may have been said before.
	return since !== null && found.total + found.hidden === 0 ? await page(null) : found;
}

/**
 * Since when there are so many quotations: from the first of that month on, unless this would be more than twice as many;
 * null when that is nearly all. The undated stand before all days.
 */
function newestDays(ordered: readonly Row[], wanted: number, size: number): string | null {
	let sum = 0;
	let since: string | null = null;
	for (const { day, quotations } of ordered) {
		if (day === UNDATED) break;
		if (since !== null && sum >= wanted) {
			if (monthOf(day) !== monthOf(since)) {
				since = `${monthOf(since)}-01`;
				break;
			}
			if (sum + quotations > 2 * wanted) break;
		}
		since = day;
		sum += quotations;
	}
	return sum < wanted || sum * 2 > size ? null : since;
}
