/**
 * Quotations that have some words, as statements: the newest of them. An index of words knows of no order; so that not all of
 * a frequent word must be looked at, some days are asked after others, the newest first, until there are enough.
 */
import { CANDIDATE, LOOKED_UP } from './answers.ts';
import type { Row } from './driver.ts';
import type { Question } from './line.ts';
import { all, type Condition, Values } from './lists.ts';
import { OF_DAY } from './vocabulary.ts';

/** Conditions on tokens: those that an index is asked for, and those that are looked at in what it finds. */
export interface Sought {
	readonly indexed: readonly string[];
	readonly looked: readonly string[];
	/** About so many quotations are sought. */
	readonly most: number;
}

interface DaySaid {
	readonly day: string;
	readonly quotations: number;
}

/** What is looked through. */
export interface Searched {
	/** How many quotations there are, by days, the newest first. */
	readonly days: readonly DaySaid[];
	readonly within: Condition;
}

/** What a quotation costs that is looked at without an index, and one that the index passes over, in quotations that it finds. */
const LOOKED_AT = 1.5;
const PASSED = 0.2;
/** Days are asked together that should hold so many times what is wanted, and then the others. */
const SPARE = [1.5, 12] as const;
/** So many days can be asked for by the index of words. */
const MOST_DAYS = 40;

/** Days from the first to before the second. */
interface Range {
	readonly from: string | null;
	readonly to: string | null;
	/** Each of them; null where they are many, and begin with a month. */
	readonly days: readonly string[] | null;
	readonly quotations: number;
}

export function fetching({ query }: Question, { days, within }: Searched) {
	const size = quotationsOn(days);

	/** Where the newest days end that hold so many quotations: there, or where the month of the last of them begins. */
	function endOf(wanted: number, from: number, byMonths: boolean): number {
		let sum = 0;
		for (let at = from; at < days.length; at++) {
			if (sum >= wanted && !(byMonths && monthOf(days[at]!.day) === monthOf(days[at - 1]!.day))) return at;
			sum += days[at]!.quotations;
		}
		return days.length;
	}

	/** The newest days first; together all. */
	function rangesHolding(wanted: number): Range[] {
		const ranges: Range[] = [];
		let start = 0;
		for (const spare of [...SPARE, Number.POSITIVE_INFINITY]) {
			const few = endOf(wanted * spare, start, false);
			const end = few - start > MOST_DAYS ? endOf(wanted * spare, start, true) : few;
			const own = days.slice(start, end);
			const whole = end === days.length;
			ranges.push({
				from: whole ? null : days[end - 1]!.day,
				to: ranges.at(-1)?.from ?? null,
				days: own.length > MOST_DAYS ? null : own.map(({ day }) => day),
				quotations: quotationsOn(own),
			});
			if (whole) break;
			start = end;
		}
		return ranges;
	}

	/** So many quotations hold what is wanted, if there are about so many of these in all. */
	const holding = (most: number, limit: number) => (limit * size) / Math.max(1, most);

	async function newestIn(
		ranges: readonly Range[],
		having: Condition,
		limit: number,
		byOne: boolean,
	): Promise<Row[]> {
		const found: Row[] = [];
		for (const range of ranges) {
			const { from, to } = range;
			const values = new Values();
			const where = all([
				within(values),
				having(values),
				// An index that finds other days too leaves it to the table to tell them apart.
				byOne || range.days === null ? null : `tokens @@ ${values.add(ofDays(range.days))}::tsquery`,
				from === null ? null : `day >= ${values.add(range.days ? from : monthOf(from))}`,
				to === null ? null : `day < ${values.add(to)}`,
			]);
			// Where they are not to be looked through one by one, they are gathered before they are put in order.
			const looked = byOne
				? `quotation as found where ${where}`
				: `(select ${LOOKED_UP} from quotation where ${where} offset 0) as found`;
			const rows = await query(
				`select ${CANDIDATE} from ${looked} order by day desc, found.place limit ${limit - found.length}`,
				values.all,
			);
			found.push(...rows);
			if (found.length >= limit) break;
		}
		return found;
	}

	return {
		size,
		/** The newest that something holds of, in the order of the list. `most`: there are about so many. */
		newestHaving: (having: Condition, most: number, limit: number): Promise<Row[]> =>
			newestIn(rangesHolding(holding(most, limit)), having, limit, false),
		/** What is frequent is found by looking through the newest, what is rare by the index. */
		newestOf: (sought: Sought, limit: number): Promise<Row[]> => {
			const { most } = sought;
			const wanted = holding(most, limit);
			const ranges = rangesHolding(wanted);
			const month = quotationsOn(days.slice(0, endOf(wanted, 0, true)));
			const byIndex = ((ranges[0]!.quotations + PASSED * month) * most) / Math.max(1, size);
			const byOne = wanted * LOOKED_AT < byIndex;
			return newestIn(ranges, condition(byOne ? lookedAt(sought) : sought), limit, byOne);
		},
	};
}

export const quotationsOn = (days: readonly DaySaid[]): number =>
	days.reduce((sum, { quotations }) => sum + quotations, 0);

export const monthOf = (day: string): string => day.slice(0, 7);

const ofDays = (days: readonly string[]) => days.map((day) => `'${OF_DAY}${day}'`).join(' | ');

/** So that no index of words is asked. */
export function lookedAt({ indexed, looked }: Pick<Sought, 'indexed' | 'looked'>) {
	return { indexed: [], looked: [...indexed, ...looked] };
}

export function condition({ indexed, looked }: Pick<Sought, 'indexed' | 'looked'>): Condition {
	return (values) =>
		all([
			...indexed.map((one) => `tokens @@ ${values.add(one)}::tsquery`),
			// Written so that no index is asked.
			looked.length === 0 ? null : `(tokens @@ ${values.add(looked.join(' & '))}::tsquery) is true`,
		]);
}
