/** Quotations that have some words, as statements: all of few, the newest of many, and how many they are. */
import { CANDIDATE } from './answers.ts';
import type { Row } from './driver.ts';
import { UNDATED } from './kept-rows.ts';
import type { Question } from './line.ts';
import { all, type Condition, Values } from './lists.ts';

/** Conditions on tokens: those that an index is asked for, and those that are looked at in what it finds. */
export interface Sought {
	readonly indexed: readonly string[];
	readonly looked: readonly string[];
	/** About so many quotations are sought. */
	readonly most: number;
	/** No more than so many. */
	readonly rarest: number;
}

/** What is looked through. */
export interface Searched {
	/** How many quotations there are, by days, the newest first. */
	readonly days: readonly { readonly day: string; readonly quotations: number }[];
	readonly within: Condition;
}

/** How many there are, or so many at least. */
export interface Counted {
	readonly rows: number;
	/** Each utterance once. */
	readonly total: number;
	readonly atLeast: boolean;
}

/** The newest are looked through one by one where at least one of so many is looked for. */
const ONE_OF = 50;
/** To be counted, one of so many: more of them are wanted, and none of them need be put in order. */
const COUNTED_ONE_OF = 6;
/** Days are looked through that should hold so many times what is wanted. */
const SPARE = [3, 24, Number.POSITIVE_INFINITY] as const;
/** The same where the index finds them: it looks at all of a partition. */
const SPARE_OF_FEW = [3, Number.POSITIVE_INFINITY] as const;
/** What is not counted to the end is told in hundreds, from a thousand on. */
const ROUND = 100;
const ROUND_FROM = 1000;

export function fetching({ query }: Question, { days, within }: Searched) {
	const size = days.reduce((sum, { quotations }) => sum + quotations, 0);

	/** The day since which there are so many quotations; null when that is all of them. */
	function dayHolding(quotations: number): string | null {
		let sum = 0;
		for (const { day, quotations: own } of days) {
			sum += own;
			if (sum >= quotations && day !== UNDATED) return day;
		}
		return null;
	}

	/** So many of those sought, or all; in the order of the list. */
	async function someOf(sought: Sought, limit: number): Promise<Row[]> {
		const values = new Values();
		const where = all([within(values), condition(sought, values)]);
		return await query(
			`select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} limit ${limit}) as found
			order by day desc, place`,
			values.all,
		);
	}

	/**
	 * The newest of those sought: of the days that should hold enough of them, of more days, and of all only when these do
	 * not. What is frequent is found by looking through the newest, what is rare by the index.
	 */
	async function newestOf(sought: Sought, most: number, limit: number, whole = false): Promise<Row[]> {
		const often = most * ONE_OF > size;
		const how = often ? lookedAt(sought) : sought;
		const wanted = (limit * size) / Math.max(1, most);
		for (const spare of whole ? [Number.POSITIVE_INFINITY] : often ? SPARE : SPARE_OF_FEW) {
			const since = dayHolding(wanted * spare);
			const values = new Values();
			const bounded = since !== null && often;
			const where = all([
				within(values),
				condition(bounded ? how : sought, values),
				since === null ? null : `day >= ${values.add(since)}`,
			]);
			const order = `order by day desc, place limit ${limit}`;
			const rows = await query(
				bounded
					? `select ${CANDIDATE} from quotation where ${where} ${order}`
					: `select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} offset 0) as found ${order}`,
				values.all,
			);
			if (rows.length >= limit || since === null) return rows;
		}
		return [];
	}

	/** The newest that something holds of. */
	async function newestHaving(having: Condition, limit: number): Promise<Row[]> {
		const values = new Values();
		return await query(
			`select ${CANDIDATE} from (
				select ${CANDIDATE} from quotation where ${all([within(values), having(values)])} offset 0
			) as found order by day desc, place limit ${limit}`,
			values.all,
		);
	}

	/** Counts them, up to so many. */
	async function countHaving(having: Condition, most: number): Promise<Counted> {
		const values = new Values();
		const [{ rows, total }] = await query(
			`select count(*) as rows, count(distinct coalesce(utterance, id)) as total from (
				select id, utterance from quotation where ${all([within(values), having(values)])} limit ${most + 1}
			) as found`,
			values.all,
		);
		const atLeast = rows > most;
		return { rows, total: atLeast && total >= ROUND_FROM ? total - (total % ROUND) : total, atLeast };
	}

	/** Counts those sought, up to so many. */
	async function count(sought: Sought, most: number): Promise<Counted> {
		const often = sought.most * COUNTED_ONE_OF > size;
		const wanted = (most * size) / Math.max(1, sought.most);
		for (const spare of often ? SPARE : [Number.POSITIVE_INFINITY]) {
			const since = dayHolding(wanted * spare);
			const counted = await countHaving(
				(values) =>
					all([
						condition(since === null ? sought : lookedAt(sought), values),
						since === null ? null : `day >= ${values.add(since)}`,
					]),
				most,
			);
			if (counted.atLeast || since === null) return counted;
		}
		return { rows: 0, total: 0, atLeast: false };
	}

	return { size, someOf, newestOf, newestHaving, count, countHaving };
}

function lookedAt({ indexed, looked }: Sought): Pick<Sought, 'indexed' | 'looked'> {
	return { indexed: [], looked: [...indexed, ...looked] };
}

function condition({ indexed, looked }: Pick<Sought, 'indexed' | 'looked'>, values: Values): string {
	return all([
		indexed.length === 0 ? null : `tokens @@ ${values.add(indexed.join(' & '))}::tsquery`,
		// Written so that no index is asked.
		looked.length === 0 ? null : `(tokens @@ ${values.add(looked.join(' & '))}::tsquery) is true`,
	]);
}
