/** A sentence → tokens, each with a letter for its class, so that the grammar can be written over letters. */
import {
	BEFORE_A_DATE,
	DAY_PARTS,
	DOUBTFUL_MONTHS,
	FREQUENCIES,
	HOLIDAYS,
	MONTHS,
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

const PIECE = new RegExp(
	[
		'(?<iso>\\b\\d{4}-\\d\\d-\\d\\d(?!\\d))',
		'(?<slash>\\b\\d{1,2}/\\d{1,2}/\\d{4}(?!\\d))',
		'(?<clock>\\b\\d{1,2}(?:[:.]\\d\\d)?[ \\u00a0]?[ap]\\.?[ ]?m\\b\\.?|\\b\\d{1,2}:\\d\\d(?!\\d))',
		"(?<decade>\\b(?:1[5-9]|20)\\d0[’']?s\\b|['’]\\d0s\\b)",
		'(?<ordinal>\\b\\d{1,2}(?:st|nd|rd|th)\\b)',
		'(?<number>\\d+(?:[.,]\\d+)*)',
		"(?<word>\\p{L}+(?:['’](?!s\\b)\\p{L}+)?)",
		"(?<owner>['’]s\\b)",
		'(?<other>[^\\s\\p{L}\\d])',
	].join('|'),
	'giu',
);

const PLAIN: ReadonlyMap<string, string> = new Map([
	...[...UNITS].map(([word, { plural }]) => [word, plural ? 'U' : 'u'] as const),
	...[...NUMBERS.keys()].map((word) => [word, 'n'] as const),
	...[...ORDINALS.keys()].map((word) => [word, 'o'] as const),
	...[...SEASONS.keys()].map((word) => [word, 'S'] as const),
	...[...DAY_PARTS.keys()].map((word) => [word, 'z'] as const),
	...[...RELATIVE_DAYS.keys()].map((word) => [word, 'R'] as const),
	...[...VAGUE.keys()].map((word) => [word, 'N'] as const),
	...[...FREQUENCIES.keys()].map((word) => [word, 'Z'] as const),
	...[...HOLIDAYS.keys()].map((word) => [word, 'H'] as const),
	...TIME_GRAMMAR_WORDS.flatMap(([letter, words]) => words.split('|').map((word) => [word, letter] as const)),
]);

/** Expressions of several words, by their first word, longest first. */
const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = phrasesOf([...PLAIN.keys()]);

function phrasesOf(keys: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
	const phrases = new Map<string, string[][]>();
	for (const words of keys.map((key) => key.split(' ')).filter(({ length }) => length > 1)) {
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

/** Tokens of one sentence, in stretches of bounded length. */
export function* tokensOf(text: string, { start, end }: Span): Generator<Token[]> {
	for (let at = start; at < end; at += STRETCH) {
		yield doubtsResolved(joined(piecesOf(text, at, Math.min(end, at + STRETCH))));
	}
}

function piecesOf(text: string, start: number, end: number): Token[] {
	const tokens: Token[] = [];
	const slice = text.slice(start, end);
	for (const match of slice.matchAll(PIECE)) {
		const raw = match[0];
		const from = start + match.index;
		const base = {
			start: from,
			end: from + raw.length,
			word: raw.toLowerCase().replaceAll("'", '’'),
			number: Number.NaN,
			value: '',
		};
		const groups = match.groups ?? {};
		const { iso, slash, clock, decade, ordinal, number, word } = groups;
		if (iso !== undefined || slash !== undefined) tokens.push({ ...base, ...dateIn(raw) });
		else if (clock !== undefined) tokens.push({ ...base, ...clockIn(raw) });
		else if (decade !== undefined) tokens.push({ ...base, letter: 'V', value: decadeIn(raw) });
		else if (ordinal !== undefined) tokens.push({ ...base, letter: 'o', number: Number.parseInt(raw, 10) });
		else if (number !== undefined)
			tokens.push({ ...base, ...numberIn(raw, text[from - 1] ?? '', text[base.end] ?? '') });
		else if (word !== undefined) tokens.push(wordToken(base, raw, text));
		else tokens.push({ ...base, letter: punctuation(raw, text, from) });
	}
	return tokens;
}

function punctuation(raw: string, text: string, at: number): string {
	if (raw === ',') return 'c';
	if (raw === '’s' || raw === "'s") return "'";
	if (raw !== '-' && raw !== '–' && raw !== '‑') return raw === ';' || raw === ':' ? ';' : '.';
	return /\S/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ') ? '-' : 'd';
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

function wordToken(base: Omit<Token, 'letter'>, raw: string, text: string): Token {
	const { word } = base;
	const capital = raw[0] !== word[0];
	if (capital) {
		const dotted = text[base.end] === '.' ? base.end + 1 : base.end;
		const month = MONTHS.get(word);
		if (month !== undefined)
			return {
				...base,
				letter: 'M',
				number: month,
				end: word.length <= 4 && word.length < 5 && !/^(?:may|june|july)$/.test(word) ? dotted : base.end,
			};
		const weekday = WEEKDAYS.get(word);
		if (weekday !== undefined)
			return { ...base, letter: 'W', number: weekday, end: word.length < 6 ? dotted : base.end };
		const days = word.endsWith('days') ? WEEKDAYS.get(word.slice(0, -1)) : undefined;
		if (days !== undefined) return { ...base, letter: 'B', number: days };
		if (ZONE.test(raw)) return { ...base, letter: 'k' };
	}
	const letter = PLAIN.get(word) ?? '.';
	// "Day" inside a line is part of a name ("Veterans Day"); all capitals are a headline.
	if (
		'uUZSN'.includes(letter) &&
		capital &&
		raw !== raw.toUpperCase() &&
		!/(?:^|[.!?"“‘(\n]\s{0,2})$/.test(text.slice(Math.max(0, base.start - 3), base.start))
	) {
		return { ...base, letter: '.' };
	}
	return { ...base, letter, number: NUMBERS.get(word) ?? ORDINALS.get(word) ?? Number.NaN };
}

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
			const word = words.join(' ');
			i += words.length - 1;
			result.push({ ...token, end: tokens[i]!.end, word, letter: PLAIN.get(word) ?? '.' });
		}
	}
	return result;
}

/** "March on", "May said", "Jan Berg", "the Sun": a month or weekday only where its neighbours say so. */
function doubtsResolved(tokens: readonly Token[]): Token[] {
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
