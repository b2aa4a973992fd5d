/** Fills what a time expression leaves open from the day of publication. */
import type { Day, Published, TimeWords } from '../../types.ts';
import { addDays, addMonths, dayOf, numberOf, weekdayOf, weekOf } from './calendar.ts';

const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/**
 * '' when the value stays open. A day of publication that was worked out supplies a year and nothing finer, but for one
 * that is printed at the head and wants only its year: from there the other days are reckoned.
 */
export function anchored({ value, offset, lean }: TimeWords, published: Published | null): string {
	// X in a duration ("weeks", P?W) is a number nobody told, not a day to be found.
	if (lean === 'each' || /^(?:P|T\d)/.test(value) || !value.includes('X')) return value;
	if (!published) return '';
	if (!published.certain && !isPrinted(published)) {
		return /^XXXX-\d\d-\d\d/.test(value) && !offset ? nearestYear(value, published.day, 'none', false) : '';
	}
	const seasonal = SEASON_STARTS[value.slice(5)] !== undefined;
	const reference = seasonal ? published.day : shift(published.day, offset);
	if (reference === null) return '';
	const filled =
		/^XXXX-\d\d/.test(value) && offset?.unit !== 'year'
			? nearestYear(value, reference, lean, offset !== null)
			: fill(value, reference, offset, lean);
	return filled.includes('X') && !filled.startsWith('P') ? '' : filled;
}

const isPrinted = ({ from, linkedArticle }: Published) => from === 'header' && linkedArticle !== null;

function shift(day: Day, offset: TimeWords['offset']): Day | null {
	if (!offset) return day;
	const { count, unit } = offset;
	if (unit === 'day' || unit === 'week') return addDays(day, unit === 'week' ? 7 * count : count);
	return addMonths(day, unit === 'year' ? 12 * count : count);
}

function fill(value: string, reference: Day, offset: TimeWords['offset'], lean: TimeWords['lean']): string {
	const year = Number(reference.slice(0, 4));
	const month = Number(reference.slice(5, 7));
	if (value.startsWith('XXXX-XX-XX')) return offset ? reference + value.slice(10) : '';
	if (/^XXXX-WXX-\d/.test(value))
		return weekdayNear(value, reference, offset?.unit === 'week' ? 'week' : lean);
	if (value === 'XXXX-WXX-WE') return weekendNear(reference, lean);
	if (value === 'XXXX-WXX') return offset ? weekOf(reference) : '';
	if (value === 'XXXX-XX') return offset ? reference.slice(0, 7) : '';
	if (value === 'XXXX-QX') return `${reference.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
	if (/^XXXX-[QH]\d$/.test(value)) {
		if (offset?.unit === 'year') return four(year) + value.slice(4);
		const middle = value[5] === 'Q' ? Number(value[6]) * 3 - 1 : Number(value[6]) * 6 - 3;
		return four(near(year, reference, middle, lean)) + value.slice(4);
	}
	const season = SEASON_STARTS[value.slice(5)];
	if (season !== undefined) return seasonNear(value, season, offset?.count ?? null, reference, lean);
	if (/^XXXX-\d\d/.test(value)) return four(year) + value.slice(4);
	if (!offset) return '';
	return /^X{2,4}$/.test(value) ? reference.slice(0, value.length) : '';
}

/** The year in which the middle of a period lies nearest to the reference; told as past, not one still to come. */
function near(year: number, reference: Day, month: number, lean: TimeWords['lean']): number {
	const gap = (candidate: number) => {
		const days = numberOf(dayOf(candidate, month, 15) ?? reference) - numberOf(reference);
		return Math.abs(days) + (lean === 'past' && days > 45 ? AGAINST_PAST : 0);
	};
	return [year, year - 1, year + 1].reduce((best, candidate) =>
		gap(candidate) < gap(best) ? candidate : best,
	);
}

/** Without a verb a weekday is the last one: news tells what has been. */
function weekdayNear(value: string, reference: Day, lean: TimeWords['lean'] | 'week'): string {
	const away = Number(value[9]) - weekdayOf(reference);
	const count = lean === 'week' ? away : lean === 'future' ? (away + 7) % 7 : away > 0 ? away - 7 : away;
	const day = addDays(reference, count);
	return day ? day + value.slice(10) : '';
}

/** Before Saturday "the weekend" is over, or to come; on the weekend it is this one. */
function weekendNear(reference: Day, lean: TimeWords['lean']): string {
	const onIt = weekdayOf(reference) >= 6;
	const day = addDays(reference, onIt || lean === 'future' ? 0 : -7);
	return day ? `${weekOf(day)}-WE` : '';
}

function seasonNear(
	value: string,
	start: number,
	way: number | null,
	reference: Day,
	lean: TimeWords['lean'],
): string {
	const year = Number(reference.slice(0, 4));
	const month = Number(reference.slice(5, 7));
	// Winter runs into the next year and keeps the year in which it began.
	// "Last spring", said in spring, is not this one.
	if (start === 12 && month <= 2) return four(year - 1 + (way ?? 0)) + value.slice(4);
	if (way === 0) return four(year) + value.slice(4);
	if (month >= start && month < start + 3) return four(year + (way ?? 0)) + value.slice(4);
	return (
		four(lean === 'future' ? (month >= start ? year + 1 : year) : month >= start ? year : year - 1) +
		value.slice(4)
	);
}

const four = (year: number) => String(year).padStart(4, '0');

/** A date on the other side of what the verb says must be nearer by this many days. */
const AGAINST_PAST = 220;
const AGAINST_FUTURE = 300;

/** The year for a month, or a month and day: by the lean, unless the other side is next door and this one is far. */
function nearestYear(value: string, reference: Day, lean: TimeWords['lean'], strict: boolean): string {
	const month = Number(value.slice(5, 7));
	const date = /^XXXX-\d\d-(\d\d)/.exec(value)?.[1];
	const year = Number(reference.slice(0, 4));
	const candidates = [year - 1, year, year + 1].flatMap((candidate) => {
		const day = dayOf(candidate, month, date === undefined ? 15 : Number(date));
		return day ? [{ year: candidate, gap: numberOf(day) - numberOf(reference) }] : [];
	});
	// "Last May" is past whatever is nearer.
	const against = (gap: number) =>
		lean === 'past' && gap > 0
			? strict
				? 1000
				: AGAINST_PAST
			: lean === 'future' && gap < 0
				? strict
					? 1000
					: AGAINST_FUTURE
				: 0;
	const cost = ({ gap }: { gap: number }) => Math.abs(gap) + against(gap);
	const best = candidates.reduce<{ year: number; gap: number } | null>(
		(best, one) => (best && cost(best) <= cost(one) ? best : one),
		null,
	);
	return best ? four(best.year) + value.slice(4) : '';
}
