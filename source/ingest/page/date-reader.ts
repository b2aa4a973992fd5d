/** Full dates as a page's own language writes them; what is short, or takes knowing the country, only where it is told. */
import { fullDates, type NumberOrder, numberOrderOf } from '../../article/date-line.ts';
import type { Day } from '../../types.ts';

/** `short`: years of two figures count too. */
export type Dates = (
	text: string,
	short?: boolean,
) => readonly { readonly day: Day; readonly start: number; readonly end: number }[];

/** Dates in English and in the page's own language, whose months ICU knows. */
export function readerOf(language: string | null, page: string): Dates {
	const tag =
		/^[a-z]{2,3}(?:[-_][a-z]{2})?/i
			.exec(language?.trim() ?? '')?.[0]
			.replace('_', '-')
			.toLowerCase() ?? '';
	const english = tag === '' || tag.startsWith('en');
	const order =
		tag === 'en-us'
			? 'month first'
			: !english || /^en-(?:gb|au|nz|ie|in|za)$/.test(tag)
				? 'day first'
				: numberOrderOf(page);
	const tags = tag === '' ? ['de', 'fr', 'es', 'it', 'pt', 'nl'] : english ? [] : [tag];
	for (const [script, written] of SCRIPTS) if (script.test(page)) tags.push(...written);
	const foreign = tags.length === 0 ? null : foreignDates(tags);
	return (text, short = false) => {
		if (!/\d/.test(text)) return [];
		const own = fullDates(text, order);
		const found = own.length > 0 || foreign === null ? own : foreign(text);
		return found.length > 0 || !short ? found : shortDates(text, order);
	};
}

/** Languages of pages that do not say theirs, by their letters. */
const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
	[/[а-я]{4}/, ['ru', 'uk']],
	[/[\u0620-\u06ff]{4}/, ['ar', 'fa']],
	[/[α-ω]{4}/, ['el']],
	[/[\u0904-\u0939]{3}/, ['hi']],
];

const SHORT = /(?<![\d./:-])(\d{1,2})([./])(\d{1,2})\2(\d\d)(?![\d./:-])/g;

/** 31.10.23; 31/10/23 where it cannot be anything else, or the page says which is the day. */
function shortDates(text: string, order: NumberOrder | null): ReturnType<Dates> {
	return [...text.matchAll(SHORT)].flatMap((match) => {
		const [whole, a, sign, b, year] = match;
		const full = `${a}${sign}${b}${sign}20${year}`;
		const day = fullDates(full, order)[0]?.day;
		return day ? [{ day, start: match.index, end: match.index + whole.length }] : [];
	});
}

function foreignDates(tags: readonly string[]): Dates {
	// Asking ICU costs more than all else on a page; most pages have no date that needs it.
	let known: ReadonlyMap<string, number> | null = null;
	const monthOf = (name: string) => {
		known ??= monthsOf(tags);
		return known.get(name.toLowerCase()) ?? 0;
	};
	const DATE =
		/(?<!\d)(?:(\d{1,2})(?:\.|er|º|ª|-)?(?: de| d['’])? ?([\p{L}]{3,12})\.?,?(?: del?)? ?((?:19|20)\d\d)|([\p{L}]{3,12})\.? (\d{1,2})(?:\.|,)? ((?:19|20)\d\d)|((?:19|20)\d\d)(?:\. | ?年 ?)(?:([\p{L}]{3,12})|(\d{1,2}) ?月) ?(\d{1,2})(?: ?日|\.))(?!\d)/gu;
	return (text) => {
		const found: { day: Day; start: number; end: number }[] = [];
		for (const m of text.matchAll(DATE)) {
			const month = m[9] ? Number(m[9]) : monthOf(m[2] ?? m[4] ?? m[8] ?? '');
			const date = Number(m[1] ?? m[5] ?? m[10]);
			if (month < 1 || month > 12 || date < 1 || date > 31) continue;
			const two = (value: number) => String(value).padStart(2, '0');
			const day = `${m[3] ?? m[6] ?? m[7]}-${two(month)}-${two(date)}`;
			if (fullDates(day).length > 0) found.push({ day, start: m.index, end: m.index + m[0].length });
		}
		return found;
	};
}

/** As ICU writes them alone and in a date; the first language that has a name keeps it. */
function monthsOf(tags: readonly string[]): ReadonlyMap<string, number> {
	const months = new Map<string, number>();
	for (const tag of tags)
		for (const month of ['long', 'short'] as const)
			for (const options of [{ month }, { day: 'numeric', month, year: 'numeric' }] as const)
				for (const [i, name] of namesOf(tag, options).entries())
					if (!months.has(name)) months.set(name, i + 1);
	return months;
}

/** None for a language that nobody has. */
function namesOf(tag: string, options: Intl.DateTimeFormatOptions): string[] {
	try {
		const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' });
		return Array.from({ length: 12 }, (_, month) => {
			const part = format.formatToParts(Date.UTC(2025, month, 5)).find(({ type }) => type === 'month');
			return part?.value.toLowerCase().replace(/\.$/, '') ?? '';
		});
	} catch {
		return [];
	}
}

/** No page is older. */
export const FIRST: Day = '1990';

/** In `2025-03-11T09:00`, `20250311`, `Tue, 11 Mar 2025`; nothing before there were pages. */
export function dayIn(value: string): Day | null {
	const text = value.slice(0, 100).replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3');
	const day = fullDates(text)[0]?.day ?? null;
	return day !== null && day >= FIRST ? day : null;
}
