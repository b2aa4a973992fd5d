/** A sentence → tokens, each with a letter for its class, so that the grammar can be written over letters. */
import {
	BEFORE_A_DATE,
	DAY_PARTS,
	DECADES,
	DOUBTFUL_MONTHS,
	FREQUENCIES,
	HOLIDAYS,
	MONTHS,
	MULTIPLIERS,
	NAMED_WEEKDAYS,
	NUMBERS,
	ORDINALS,
	RELATIVE_DAYS,
	SEASONS,
	TIME_GRAMMAR_WORDS,
	UNITS,
	VAGUE,
	WEEKDAYS,
} from '../../lexicon/calendar.ts';
import type { Span } from '../../types.ts';
import { dayOf } from './calendar.ts';

export interface Token extends Span {
	/** One letter; `.` for what no time expression holds. */
	readonly letter: string;
	/** Lower case, curly apostrophes, single spaces. */
	readonly word: string;
	/** Of a number, a month, a weekday, an ordinal or a year. */
	readonly number: number;
	/** A ready TIMEX3 piece: a day for `I`, `T22:00` for `T`, a decade for `V`. */
	readonly value: string;
}

/** Longest stretch looked at in one go; a sentence beyond it is cut, and an expression across the cut is lost. */
const STRETCH = 20_000;

/** Tried only where a digit or an apostrophe stands, in this order. */
const NUMERIC = new RegExp(
	[
		'(?<date>\\d{4}-\\d\\d-\\d\\d(?!\\d)|\\d{1,2}/\\d{1,2}/\\d{4}(?!\\d))',
		'(?<clock>\\d{1,2}(?:[:.]\\d\\d)?[ \\u00a0]?[ap]\\.? ?m\\b\\.?|\\d{1,2}:\\d\\d(?!\\d))',
		"(?<decade>(?:1[5-9]|20)\\d0[’']?s\\b|['’]\\d0s\\b)",
		'(?<ordinal>\\d{1,2}(?:st|nd|rd|th)\\b)',
		'(?<number>\\d+(?:[ -]\\d/\\d(?![/\\d])|(?:[.,]\\d+)*))',
		"(?<owner>['’]s\\b)",
		"(?<short>(?<![\\p{L}\\d])['’]\\d\\d(?![\\d\\p{L}]))",
	].join('|'),
	'iyu',
);

const PLAIN: ReadonlyMap<string, string> = new Map([
	...[...UNITS].map(([word, { plural }]) => [word, plural ? 'U' : 'u'] as const),
	...[...NUMBERS.keys()].map((word) => [word, 'n'] as const),
	...[...MULTIPLIERS.keys()].map((word) => [word, 'D'] as const),
	...[...ORDINALS.keys()].map((word) => [word, 'o'] as const),
	...[...DECADES.keys()].map((word) => [word, 'K'] as const),
	...[...SEASONS.keys()].map((word) => [word, 'S'] as const),
	...[...DAY_PARTS.keys()].map((word) => [word, 'z'] as const),
	...[...RELATIVE_DAYS.keys()].map((word) => [word, 'R'] as const),
	...[...VAGUE.keys()].map((word) => [word, 'N'] as const),
	...[...FREQUENCIES.keys()].map((word) => [word, 'Z'] as const),
	...[...HOLIDAYS.keys()].map((word) => [word, 'H'] as const),
	...NAMED_WEEKDAYS.map((word) => [word, '.'] as const),
	...TIME_GRAMMAR_WORDS.flatMap(([letter, words]) => words.split('|').map((word) => [word, letter] as const)),
]);

/** Expressions of several words, by their first word, longest first. */
const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = phrasesOf([...PLAIN.keys()]);

function phrasesOf(keys: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
	const phrases = new Map<string, string[][]>();
	for (const words of keys.map((key) => key.split(/ |(?=’s\b)/)).filter(({ length }) => length > 1)) {
		const first = words[0] ?? '';
		phrases.set(
			first,
			[...(phrases.get(first) ?? []), words].sort((a, b) => b.length - a.length),
		);
	}
	return phrases;
}

const ZONE = /^(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|IST|JST|MSK)$/;
const MONEY = /[$€£¥#]/;

/** What is known of a word wherever it stands; kept for one article, in which most words come again. */
export type KnownWords = Map<string, Pick<Token, 'word' | 'letter' | 'number'>>;

/** Tokens of one sentence, in stretches of bounded length. */
export function* tokensOf(text: string, { start, end }: Span, known: KnownWords): Generator<Token[]> {
	for (let at = start; at < end; at += STRETCH) {
		yield doubtsResolved(joined(piecesOf(text, at, Math.min(end, at + STRETCH), known)));
	}
}

function piecesOf(text: string, start: number, end: number, known: KnownWords): Token[] {
	const tokens: Token[] = [];
	for (let at = start; at < end; ) {
		const unit = text.charCodeAt(at);
		let token: Token | null = null;
		if (isLetter(unit)) {
			let stop = at + 1;
			token = period(text, at, end);
			while (stop < end && isLetter(text.charCodeAt(stop))) stop++;
			if (
				isApostrophe(text.charCodeAt(stop)) &&
				isLetter(text.charCodeAt(stop + 1)) &&
				!/^s\b/i.test(text.slice(stop + 1, stop + 3))
			) {
				for (stop++; stop < end && isLetter(text.charCodeAt(stop)); ) stop++;
			}
			token ??= wordToken(text, at, stop, known);
		} else if (isDigit(unit) || (isApostrophe(unit) && at + 1 < end)) token = numeric(text, at, end);
		if (!token && !isSpace(unit))
			token = {
				start: at,
				end: at + 1,
				word: text[at] ?? '',
				letter: punctuation(text, at),
				number: Number.NaN,
				value: '',
			};
		if (token) tokens.push(token);
		at = token?.end ?? at + 1;
	}
	return tokens;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isApostrophe = (unit: number) => unit === 39 || unit === 0x2019;
const isSpace = (unit: number) => unit <= 32 || unit === 0xa0;
/** Near enough for English: ASCII letters, and everything beyond but Latin-1's signs and general punctuation. */
const isLetter = (unit: number) =>
	(unit >= 97 && unit <= 122) ||
	(unit >= 65 && unit <= 90) ||
	(unit >= 0xc0 && (unit < 0x2000 || unit > 0x206f));

/** "Q3", "H1", "FY2025": quarter, half and year as reports of results write them. */
const PERIOD = /[QH][1-4](?![\p{L}\d])|FY ?['’]?(?:\d\d)?\d\d(?![\p{L}\d])/uy;

function period(text: string, start: number, limit: number): Token | null {
	if (!'QHF'.includes(text[start] ?? '') || (start > 0 && isLetter(text.charCodeAt(start - 1)))) return null;
	PERIOD.lastIndex = start;
	const raw = PERIOD.exec(text)?.[0];
	if (raw === undefined || start + raw.length > limit) return null;
	const base = { start, end: start + raw.length, word: raw, value: raw, letter: '', number: 0 };
	const digits = raw.slice(-2);
	if (raw[0] === 'F') {
		const year = /\d{4}$/.test(raw) ? Number(raw.slice(-4)) : 2000 + Number(digits);
		return { ...base, letter: 'Y', number: year };
	}
	return { ...base, letter: raw[0] === 'Q' ? 'Q' : 'P', number: Number(raw[1]) };
}

function numeric(text: string, start: number, limit: number): Token | null {
	NUMERIC.lastIndex = start;
	const match = NUMERIC.exec(text);
	const groups = match?.groups;
	if (!match || !groups || start + match[0].length > limit) return null;
	const raw = match[0];
	const base = { start, end: start + raw.length, word: raw, number: Number.NaN, value: '', letter: '' };
	const { date, clock, decade, ordinal, owner, short } = groups;
	if (owner !== undefined) return { ...base, word: '’s', letter: "'" };
	// "The summer of '85"
	if (short !== undefined) {
		const year = Number(short.slice(1));
		return { ...base, letter: 'Y', number: (year < 30 ? 2000 : 1900) + year };
	}
	// A digit inside a word ("F16") or after a point tells no time.
	if (/[\p{L}\d]$|\d\.$/u.test(text.slice(Math.max(0, start - 2), start)) && decade === undefined) {
		return { ...base, letter: '.' };
	}
	if (date !== undefined) return { ...base, ...dateIn(raw) };
	if (clock !== undefined) return { ...base, ...clockIn(raw) };
	if (decade !== undefined) return { ...base, letter: 'V', value: decadeIn(raw) };
	if (ordinal !== undefined) return { ...base, letter: 'o', number: Number.parseInt(raw, 10) };
	return { ...base, ...numberIn(raw, text[start - 1] ?? '', text[base.end] ?? '') };
}

function punctuation(text: string, at: number): string {
	const raw = text[at];
	if (raw === ',') return 'c';
	if (raw === ';' || raw === ':') return ';';
	if (raw !== '-' && raw !== '–' && raw !== '‑') return '.';
	return isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at + 1)) ? 'd' : '-';
}

function dateIn(raw: string): { letter: string; value: string } {
	const [a = 0, b = 0, c = 0] = raw.split(/[-/]/).map(Number);
	// 03/04/2025 is a day in March or in April: only a number above 12 tells.
	const day = raw.includes('-')
		? dayOf(a, b, c)
		: a > 12
			? dayOf(c, b, a)
			: b > 12 || a === b
				? dayOf(c, a, b)
				: null;
	return { letter: day ? 'I' : '.', value: day ?? '' };
}

function clockIn(raw: string): { letter: string; value: string } {
	const [hour = 0, minute = 0] = raw.split(/[^\d]+/).map(Number);
	const half = /[ap](?=\.?[ ]?m)/i.exec(raw)?.[0].toLowerCase();
	if (hour > 24 || minute > 59 || (half && (hour > 12 || hour === 0))) return { letter: '.', value: '' };
	const full = half === 'p' ? (hour % 12) + 12 : half === 'a' ? hour % 12 : hour;
	return { letter: 'T', value: `T${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

function decadeIn(raw: string): string {
	const digits = raw.replace(/\D/g, '');
	const short = Number(digits);
	return digits.length === 4 ? digits.slice(0, 3) : `${short < 30 ? 20 : 19}${digits[0]}`;
}

function numberIn(raw: string, before: string, after: string): { letter: string; number: number } {
	const [, whole, above, below] = /^(\d+)[ -](\d)\/(\d)$/.exec(raw) ?? [];
	if (whole !== undefined)
		return { letter: '#', number: Number(whole) + Number(above) / Math.max(1, Number(below)) };
	if (MONEY.test(before) || after === '%' || /[.,]/.test(raw))
		return {
			letter: MONEY.test(before) || after === '%' ? '.' : '#',
			number: Number(raw.replaceAll(',', '')),
		};
	const number = Number(raw);
	if (raw.length <= 2 && number >= 1 && number <= 31) return { letter: '1', number };
	if (raw.length === 4 && number >= 1000 && number <= 2199) return { letter: 'Y', number };
	return { letter: '#', number };
}

function wordToken(text: string, start: number, end: number, known: KnownWords): Token {
	const raw = text.slice(start, end);
	let entry = known.get(raw);
	if (!entry) known.set(raw, (entry = lookUp(raw)));
	const { word, letter, number } = entry;
	if (letter === '.') return { start, end, word, letter, number, value: '' };
	const short = (letter === 'M' && isAbbreviation(word)) || (letter === 'W' && word.length < 6);
	// "Day" inside a line is part of a name ("Veterans Day"); all capitals are a headline.
	const named =
		'uUZSN'.includes(letter) && raw[0] !== word[0] && raw !== raw.toUpperCase() && !opensLine(text, start);
	return {
		start,
		end: short && text[end] === '.' ? end + 1 : end,
		word,
		letter: named ? '.' : letter,
		number,
		value: '',
	};
}

function opensLine(text: string, at: number): boolean {
	return /(?:^|[.!?"“‘(\n]\s{0,2})$/.test(text.slice(Math.max(0, at - 3), at));
}

function lookUp(raw: string): Pick<Token, 'word' | 'letter' | 'number'> {
	const word = raw.toLowerCase().replace("'", '’');
	if (raw[0] !== word[0]) {
		const month = MONTHS.get(word);
		if (month !== undefined) return { word, letter: 'M', number: month };
		const weekday = WEEKDAYS.get(word);
		if (weekday !== undefined) return { word, letter: 'W', number: weekday };
		const weekdays = word.endsWith('days') ? WEEKDAYS.get(word.slice(0, -1)) : undefined;
		if (weekdays !== undefined) return { word, letter: 'B', number: weekdays };
		if (ZONE.test(raw)) return { word, letter: 'k', number: Number.NaN };
	}
	return {
		word,
		letter: PLAIN.get(word) ?? '.',
		number:
			NUMBERS.get(word) ?? MULTIPLIERS.get(word) ?? ORDINALS.get(word) ?? DECADES.get(word) ?? Number.NaN,
	};
}

const isAbbreviation = (month: string) => month.length < 6 && !/^(?:march|april|may|june|july)$/.test(month);

/** Puts the words of a phrase together: "a couple of", "at least", "the day before yesterday". */
function joined(tokens: readonly Token[]): Token[] {
	const result: Token[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		const words = PHRASES.get(token.word)?.find((words) =>
			words.every((word, k) => tokens[i + k]?.word === word),
		);
		if (!words) result.push(token);
		else {
			const word = words.join(' ').replace(' ’s', '’s');
			i += words.length - 1;
			result.push({ ...token, end: tokens[i]!.end, word, letter: PLAIN.get(word) ?? '.' });
		}
	}
	return result;
}

/** "March on", "May said", "Jan Berg", "the Sun": a month or weekday only where its neighbours say so. */
function doubtsResolved(tokens: readonly Token[]): Token[] {
	if (!tokens.some(({ letter }) => letter === 'M' || letter === 'W')) return [...tokens];
	return tokens.map((token, i) => {
		if (token.letter !== 'M' && token.letter !== 'W') return token;
		const next = tokens[i + 1];
		const before = tokens[i - 1];
		const dated = next !== undefined && /[1oY]/.test(next.letter);
		const led = before !== undefined && (BEFORE_A_DATE.has(before.word) || '1o-cM'.includes(before.letter));
		const dotted = token.end - token.start > token.word.length;
		const full = token.letter === 'W' ? token.word.length > 5 : !DOUBTFUL_MONTHS.has(token.word);
		const followed =
			next !== undefined &&
			(next.letter === 'M' || (next.letter === 'c' && /[1MY]/.test(tokens[i + 2]?.letter ?? '')));
		if (
			full ||
			dotted ||
			dated ||
			followed ||
			(led && token.letter === 'M' && !DOUBTFUL_MONTHS.has(token.word))
		)
			return token;
		if (
			token.letter === 'M' &&
			led &&
			before.letter !== 'c' &&
			(token.word === 'march' || token.word === 'may')
		)
			return token;
		return { ...token, letter: '.' };
	});
}
