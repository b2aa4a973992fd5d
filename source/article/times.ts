/** Words that tell a time, and the days they mean: a grammar for English news, linear in the length of the text. */

import type { Published, Span, Time, TimeWords } from '../types.ts';
import { anchored } from './times/anchor.ts';
import { dayAt, numberOf } from './times/calendar.ts';
import { TIME_RULES, type TimeRule } from './times/grammar.ts';
import type { Meaning } from './times/meanings.ts';
import { modifierOf } from './times/modifiers.ts';
import { leanOf } from './times/tense.ts';
import { type KnownWords, type Token, tokensOf } from './times/tokens.ts';

/** Rules that a token's letter can open, each as a sticky pattern. */
const OPENED_BY: ReadonlyMap<string, readonly { readonly rule: TimeRule; readonly what: RegExp }[]> =
	openings();

function openings() {
	const all = TIME_RULES.map((rule) => ({ rule, what: new RegExp(rule.pattern, 'y') }));
	const letters = new Map<string, typeof all>();
	for (const one of all) {
		for (const letter of openers(one.rule.pattern))
			letters.set(letter, [...(letters.get(letter) ?? []), one]);
	}
	return letters;
}

/** Letters that are an expression on their own; any other needs a neighbour that is no ordinary word. */
const ALONE: ReadonlySet<string> = new Set(
	[...OPENED_BY]
		.filter(([letter, rules]) => rules.some(({ rule }) => new RegExp(`^(?:${rule.pattern})$`).test(letter)))
		.map(([letter]) => letter),
);

/** Every letter that the pattern mentions: a superset of those it can open with, and cheap to be right about. */
function openers(pattern: string): ReadonlySet<string> {
	return new Set(pattern.replace(/\(\?<?[:!=]|\{[\d,]*\}|[()[\]|?]/g, ''));
}

/** Time expressions of the sentences, in order. `sentences` must be in order and disjoint. */
export function findTimes(text: string, sentences: readonly Span[]): TimeWords[] {
	const found: TimeWords[] = [];
	let before: TimeWords | null = null;
	let quarter: { readonly words: TimeWords; readonly sentence: number } | null = null;
	const known: KnownWords = new Map();
	for (const [at, sentence] of sentences.entries()) {
		const opened = found.length;
		for (const tokens of tokensOf(text, sentence, known)) {
			const letters = tokens.map(({ letter }) => letter).join('');
			for (let i = 0; i < tokens.length; ) {
				const match = longest(letters, i, tokens);
				if (!match) {
					i++;
					continue;
				}
				const { length, lead, meaning } = match;
				if (meaning) {
					const plain = toWords(tokens, i + lead, i + length, meaning, before);
					const told: TimeWords | null =
						quarter &&
						(meaning.reported !== 'year before' ||
							(at - quarter.sentence <= LASTING && speaksOfMoney(text, sentence)))
							? inReport(plain, quarter.words, meaning.reported)
							: null;
					const words: TimeWords = told ? { ...told, mod: plain.mod } : plain;
					found.push(words);
					if (!told && words.lean !== 'future' && /^(?:\d{4}|XXXX)-Q\d$/.test(words.value))
						quarter = { words, sentence: at };
					if (
						words.lean !== 'each' &&
						/^(?:[X\d]{4}-(?:\d\d|XX)-|[X\d]{4}-WXX-\d|[X\d]{4}(?:-\d\d)?$)/.test(words.value)
					)
						before = words;
				}
				i += length;
			}
		}
		dayToClocks(found, opened);
	}
	return found;
}

const DAY_TOLD = /^(?:(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)|XXXX-WXX-\d)$/;

/** "At 10:35 a.m. (0735 GMT) Friday": a clock belongs to the one day of its sentence; of two days to neither. */
function dayToClocks(found: TimeWords[], from: number): void {
	const days = found.slice(from).filter(({ value }) => DAY_TOLD.test(value));
	const [day] = days;
	if (!day || days.some(({ value, offset }) => value !== day.value || offset?.count !== day.offset?.count))
		return;
	for (let i = from; i < found.length; i++) {
		const { start, end, value, mod } = found[i]!;
		if (/^T\d/.test(value)) found[i] = { ...day, start, end, value: day.value + value, mod };
	}
}

/** The words as times, given the day of publication. */
export function timesAt(words: readonly TimeWords[], published: Published | null): Time[] {
	return words.map((time) => {
		const { start, end, mod } = time;
		const value = anchorTime(time, published);
		return {
			start,
			end,
			value,
			mod,
			certain: value !== '' && (published?.certain !== false || value === time.value),
		};
	});
}

/** TIMEX3 value of the words, given the day of publication; '' when it cannot be known. */
export function anchorTime(words: TimeWords, published: Published | null): string {
	return anchored(words, published);
}

function longest(
	letters: string,
	at: number,
	tokens: readonly Token[],
): { length: number; lead: number; meaning: Meaning | null } | null {
	const letter = letters[at] ?? '';
	if (letter === '.' || ((letters[at + 1] ?? '.') === '.' && !ALONE.has(letter))) return null;
	let best: { length: number; lead: number; meaning: Meaning | null } | null = null;
	for (const { rule, what } of OPENED_BY.get(letter) ?? []) {
		what.lastIndex = at;
		const length = what.exec(letters)?.[0].length ?? 0;
		if (length <= (best?.length ?? 0)) continue;
		const meaning = rule.means(tokens.slice(at, at + length), { tokens, from: at, to: at + length });
		if (meaning === null && rule.name !== 'age') continue;
		best = { length, lead: rule.lead ?? 0, meaning };
	}
	return best;
}

function toWords(
	tokens: readonly Token[],
	from: number,
	to: number,
	meaning: Meaning,
	before: TimeWords | null,
): TimeWords {
	const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
	const { ahead } = meaning;
	if (ahead && leanOf(tokens, from, to) === 'future') return toWords(tokens, from, to, ahead, before);
	const lean = meaning.lean === 'tense' ? leanOf(tokens, from, to) : (meaning.lean ?? 'none');
	const mod = modifierOf(tokens.slice(from, to), meaning);
	if (meaning.context) return { ...span, ...shifted(before, meaning.value, meaning.context), mod };
	const { start, end } = span;
	return { start, end, value: meaning.value, offset: meaning.offset ?? null, lean, mod };
}

/** Sentences for which a quarter once told is what a report compares with. */
const LASTING = 4;
const MONEY = /[$£€¥%#]\s?\d|\d\s?(?:%|percent|per cent|pence)|\b(?:million|billion)\b/;

function speaksOfMoney(text: string, { start, end }: Span): boolean {
	return MONEY.test(text.slice(start, Math.min(end, start + 2000)));
}

function inReport(plain: TimeWords, quarter: TimeWords, reported: Meaning['reported']): TimeWords | null {
	if (reported === undefined) return null;
	return reported === 'same' ? quarterOf(plain, quarter) : aYearBefore(plain, quarter);
}

/** "The quarter", once a quarter has been told; "the 1988 quarter" is that of its own year. */
function quarterOf(plain: TimeWords, quarter: TimeWords): TimeWords {
	const { start, end, value } = plain;
	return /^\d{4}$/.test(value)
		? { ...plain, value: value + quarter.value.slice(4) }
		: { ...quarter, start, end };
}

/** "Up from $3 million a year ago", where the third quarter was told: that of the year before. */
function aYearBefore({ start, end }: TimeWords, { value, offset, lean }: TimeWords): TimeWords {
	const year = Number(value.slice(0, 4));
	const span = { start, end, mod: null };
	if (!Number.isNaN(year)) return { ...span, value: `${year - 1}${value.slice(4)}`, offset: null, lean };
	const count = offset?.unit === 'year' ? offset.count - 1 : offset ? offset.count - 12 : -12;
	return { ...span, value, offset: { count, unit: offset?.unit === 'year' ? 'year' : 'month' }, lean };
}

type Shift = NonNullable<Meaning['context']>;

/** "The next day" after "March 17": the words before, moved. Without such words nothing is known. */
function shifted(
	before: TimeWords | null,
	template: string,
	{ count, unit }: Shift,
): Omit<TimeWords, 'start' | 'end' | 'mod'> {
	const unknown = { value: template, offset: null, lean: 'none' as const };
	if (!before) return unknown;
	const { offset, lean } = before;
	const value = before.value.replace(/T.*$/, '');
	if (unit === 'year') {
		const year = /^\d{4}/.exec(value)?.[0];
		if (year) return { value: String(Number(year) + count), offset: null, lean: 'none' };
		return value.startsWith('XXXX')
			? {
					value: 'XXXX',
					offset: { count: (offset?.unit === 'year' ? offset.count : 0) + count, unit },
					lean: 'none',
				}
			: unknown;
	}
	if (unit === 'month') {
		const [, year = '', month] = /^(\d{4}|XXXX)-(\d\d)(?:-|$)/.exec(value) ?? [];
		if (month === undefined || (year === 'XXXX' && (offset !== null || Number(month) + count > 12)))
			return unknown;
		const months = (year === 'XXXX' ? 2000 : Number(year)) * 12 + Number(month) - 1 + count;
		const shiftedYear = String(Math.floor(months / 12)).padStart(4, '0');
		return {
			value: `${year === 'XXXX' ? year : shiftedYear}-${String((months % 12) + 1).padStart(2, '0')}`,
			offset: null,
			lean,
		};
	}
	if (unit !== 'day') return unknown;
	if (value === 'XXXX-XX-XX')
		return offset?.unit === 'day' ? { value, offset: { count: offset.count + count, unit }, lean } : unknown;
	const weekday = /^XXXX-WXX-(\d)$/.exec(value);
	if (weekday)
		return { value: `XXXX-WXX-${((((Number(weekday[1]) - 1 + count) % 7) + 7) % 7) + 1}`, offset, lean };
	const year = /^\d{4}-\d\d-\d\d$/.test(value) ? value.slice(0, 4) : '2000';
	if (!/^(?:XXXX|\d{4})-\d\d-\d\d$/.test(value)) return unknown;
	const day = dayAt(numberOf(`${year}${value.slice(4)}`) + count);
	return { value: value.startsWith('XXXX') ? `XXXX${day.slice(4)}` : day, offset, lean };
}
