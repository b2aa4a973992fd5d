/**
 * The one door between articles and a terminal. Only `Safe` text may be printed, drawn, put into a title or a
 * clipboard; the archive and JSON keep the text verbatim.
 */

declare const safe: unique symbol;
/** Text that cannot command a terminal: no control but line feed, no bidi override, no lone surrogate. */
export type Safe = string & { readonly [safe]: true };

// A sequence counts only when it is terminated, bounded and on one line: an article must not be able to hide its own
// rest behind an introducer that never ends. What is not terminated loses its introducer below and stays readable.
const STRING_SEQUENCE =
	/(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]{0,2048}(?:\x07|\x1b\\|\x9c)/g;
const CONTROL_SEQUENCE = /(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[ -/]{0,4}[0-~]/g;

// C0 but LF, DEL, C1; soft hyphen, combining grapheme joiner, bidi marks, overrides and isolates, invisible fillers
// and operators, byte order mark, annotation and non-characters; tags; lone surrogates. ZWNJ and ZWJ stay: Persian
// and emoji need them.
const INVISIBLE =
	/[\u034f\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** More marks than this on one letter is an attack on the lines above and below, not a language. */
const MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Characters that need no second look: most news lines match, and return at once. */
const PLAIN = /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Any text → text fit for a terminal. Idempotent, linear, never throws; tabs become four spaces, CR becomes LF. */
export function safeText(text: string): Safe {
	if (PLAIN.test(text)) return text as Safe;
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(/\t/g, '    ')
		.replace(STRING_SEQUENCE, '')
		.replace(CONTROL_SEQUENCE, '')
		.replace(INVISIBLE, '')
		.replace(MANY_MARKS, '$1') as Safe;
}

/** `safeText` on one line: line feeds and runs of space become one space. */
export function safeLine(text: string): Safe {
	return safeText(text).replace(/\s+/g, ' ').trim() as Safe;
}
