/** What the head of an answer tells, read without trust: each value is checked, bounded, and null where it makes no sense. */

/** By name in small letters; what came more than once is a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const DAY = 86_400;
/** Nobody is put off for longer, whatever a server says: a slip of its clock must not end a subscription. */
const LONGEST_RETRY = 7 * DAY;
const LONGEST_FRESH = 30 * DAY;
/** What is kept and sent back is no place for a cookie. */
const LONGEST_VALIDATOR = 1024;

/** One header on one line; of several the first. */
export function header(headers: Headers, name: string): string | null {
	const value = headers[name];
	const first = Array.isArray(value) ? (value[0] as string | undefined) : (value as string | undefined);
	return first?.trim() || null;
}

/** An ETag or a date fit to be sent back: printable ASCII, not too long. */
export function validator(text: string | null): string | null {
	return text !== null && text.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(text) ? text : null;
}

export function contentType(headers: Headers): string | null {
	return validator(header(headers, 'content-type'));
}

/** A date as HTTP writes it, in milliseconds; the three forms of RFC 9110 all begin with a weekday. */
function dateOf(text: string | null): number | null {
	if (text === null || text.length > 64 || !/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text))
		return null;
	// The oldest of the forms names no zone, and means UTC.
	const time = Date.parse(/(?:GMT|UTC|[+-]\d{4})$/.test(text) ? text : `${text} GMT`);
	return Number.isNaN(time) ? null : time;
}

/** Seconds from now on until which nobody is to ask again. */
export function retryAfter(headers: Headers, now: number): number | null {
	const text = header(headers, 'retry-after');
	if (text === null) return null;
	const date = dateOf(text);
	const seconds = /^\d{1,15}$/.test(text)
		? Number(text)
		: date === null
			? null
			: Math.ceil((date - now) / 1000);
	return seconds === null ? null : Math.min(LONGEST_RETRY, Math.max(0, seconds));
}

/** Seconds for which an answer stays as it is, by its own account. */
export function freshFor(headers: Headers, now: number): number | null {
	const control = header(headers, 'cache-control')?.toLowerCase() ?? '';
	if (/(?:^|[\s,])no-(?:cache|store)(?:[\s,=]|$)/.test(control)) return 0;
	const age = /(?:^|[\s,])max-age="?(\d{1,15})/.exec(control)?.[1];
	if (age !== undefined) {
		const spent = /^\d{1,9}$/.test(header(headers, 'age') ?? '') ? Number(header(headers, 'age')) : 0;
		return Math.min(LONGEST_FRESH, Math.max(0, Number(age) - spent));
	}
	const expires = dateOf(header(headers, 'expires'));
	if (expires === null) return null;
	const from = dateOf(header(headers, 'date')) ?? now;
	return Math.min(LONGEST_FRESH, Math.max(0, Math.round((expires - from) / 1000)));
}
