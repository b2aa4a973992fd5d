/**
 * Many articles cut into windows of time, each small enough to be compared at once whatever the archive has grown to. The
 * cuts are those of the calendar and depend on the articles alone: what comes in today moves none of last year's.
 */
import { numberOf } from '../article/times/calendar.ts';
import type { Day, Reading } from '../types.ts';

/** So many are compared with one another as they are: no cut is as good as none. */
const AT_ONCE = 1500;
/** Where there are more, a window decides of so many: one article that comes in costs a few windows, and not all. */
const CAPACITY = 500;
/** A day is not cut before it has so many times as many: what else would tell which of them may be one story? */
const OF_ONE_DAY = 4;
/** Days before and behind of which a window sees the nearest articles, half a window of them on either side. */
const REACH = 14;
/** Days since 1970 in a number of bits: up to the year 2149. */
const ALL_DAYS = 2 ** 16;

/** What there is to say when an article was published. */
export interface Dating {
	/** Its own day, which is certain. */
	readonly own: Day | null;
	/** One worked out, or the nearest that its text tells. */
	readonly told: Day | null;
	/** That of its file's last change. */
	readonly modified: Day | null;
}

export function datingOf({ article: { published, bounds }, modified }: Reading): Dating {
	return {
		own: published?.certain ? published.day : null,
		told: published?.day ?? bounds?.after?.day ?? bounds?.before?.day ?? null,
		modified: modified ?? null,
	};
}

/**
 * The day under which each article is looked for. One without a day of its own stands beside those that have one where its
 * text tells a day near theirs; else under that of its file, with the others that have none: of two reports of one event
 * often one alone tells a day.
 */
export function daysFor(datings: readonly Dating[]): Day[] {
	const dated = new Set(datings.flatMap(({ own }) => (own === null ? [] : [numberOf(own)])));
	const isNear = (day: Day) => {
		const number = numberOf(day);
		for (let away = -REACH; away <= REACH; away++) if (dated.has(number + away)) return true;
		return false;
	};
	return datings.map(
		({ own, told, modified }) => own ?? (told !== null && isNear(told) ? told : (modified ?? NO_DAY)),
	);
}

const NO_DAY = '1970-01-01';

/** Articles by number. */
export interface Window {
	/** Of these the window decides. */
	readonly core: readonly number[];
	/** Those it sees beside, and which are another window's. */
	readonly beside: readonly number[];
}

/**
 * `days`: for each article the day under which it is looked for. Every article is in the core of one window; windows come
 * oldest first, and articles in them as they were given. `given`: how many are too many to be compared at once, and for a
 * window, if they are few.
 */
export function windowsOf(days: readonly Day[], given?: number): Window[] {
	const capacity = given ?? CAPACITY;
	const numbers = days.map((day) => Math.min(ALL_DAYS - 1, Math.max(0, numberOf(day) || 0)));
	const order = [...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]! || a - b);
	const dayAt = (place: number) => numbers[order[place]!]!;
	const windows: Window[] = [];
	const most = Math.ceil(capacity / 2);
	const close = (from: number, to: number) => {
		let [before, behind] = [from, to];
		while (before > 0 && from - before < most && dayAt(from) - dayAt(before - 1) <= REACH) before--;
		while (behind < order.length && behind - to < most && dayAt(behind) - dayAt(to - 1) <= REACH) behind++;
		windows.push({
			core: order.slice(from, to).sort(ascending),
			beside: [...order.slice(before, from), ...order.slice(to, behind)].sort(ascending),
		});
	};
	const cut = (from: number, to: number, first: number, days: number): void => {
		if (from === to) return;
		if (to - from <= (days > 1 ? capacity : capacity * OF_ONE_DAY)) {
			close(from, to);
			return;
		}
		const half = days === 1 ? 1 : days / 2;
		let place = days === 1 ? (from + to) >> 1 : from;
		while (days > 1 && place < to && dayAt(place) < first + half) place++;
		cut(from, place, first, half);
		cut(place, to, days === 1 ? first : first + half, half);
	};
	if (order.length > 0 && order.length <= (given ?? AT_ONCE)) close(0, order.length);
	else cut(0, order.length, 0, ALL_DAYS);
	return windows;
}

const ascending = (a: number, b: number) => a - b;
