/** Figures in running text: how much, of what, and how surely. */
import { NUMBERS } from '../lexicon/calendar.ts';
import { HEDGES, KIND_OF_FIGURE, SCALES } from '../lexicon/figures.ts';
import type { Span } from '../types.ts';
import type { Term } from './terms.ts';

export interface Figure extends Span {
	readonly value: number;
	/** What is counted: a kind of the lexicon, a currency, else the stem of the noun; '' when nothing tells. */
	readonly kind: string;
	/** Whether the noun alone tells the kind. */
	readonly counted: string;
	readonly hedge: 'about' | 'least' | 'most' | null;
}

/** Words after a figure that are looked at for what it counts, and before it. */
const AFTER = 5;
const BEFORE = 3;
const CURRENCY: Readonly<Record<string, string>> = {
	$: 'dollars',
	'€': 'euros',
	'£': 'pounds',
	'¥': 'yen',
	'₹': 'rupees',
};
const CURRENCY_WORDS = new Map(
	'dollar dollars euro euros pound yen ruble rubles rouble roubles rupee rupees yuan hryvnia franc francs peso pesos'
		.split(' ')
		.map((word): [string, string] => [
			word,
			word.replace(/s$/, '') === 'rouble' ? 'rubles' : `${word.replace(/s$/, '')}s`,
		]),
);

/** The figures among the terms of one sentence; `within` tells spans that are dates and hours. */
export function figuresIn(
	text: string,
	terms: readonly Term[],
	within: (start: number) => boolean = () => false,
): Figure[] {
	const figures: Figure[] = [];
	for (let at = 0; at < terms.length; at++) {
		const found = valueAt(text, terms, at);
		if (!found || within(terms[at]!.start)) continue;
		const { value, length } = found;
		const last = terms[at + length - 1]!;
		const sign = CURRENCY[text[terms[at]!.start - 1] ?? ''];
		const percent = /^\s?%/.test(text.slice(last.end, last.end + 2));
		const counted = countedAfter(text, terms, at + length);
		const kind = sign ?? (percent ? 'share' : (kindOf(text, terms, at, length) ?? counted));
		figures.push({
			start: sign ? terms[at]!.start - 1 : terms[at]!.start,
			end: percent ? text.indexOf('%', last.end) + 1 : last.end,
			value,
			kind,
			counted,
			hedge: hedgeBefore(terms, at),
		});
		at += length - 1;
	}
	return figures;
}

function valueAt(
	text: string,
	terms: readonly Term[],
	at: number,
): { readonly value: number; readonly length: number } | null {
	const { word, number, start } = terms[at]!;
	// The 30 of "30-day" belongs to a name of a thing; a number joined to letters is no count.
	if (/[\p{L}\p{N}:/-]/u.test(text[start - 1] ?? '')) return null;
	if (/^[-‐–/:]\p{L}?/u.test(text.slice(terms[at]!.end, terms[at]!.end + 2))) return null;
	let value = number ? Number(word) : NUMBERS.get(word);
	if (value === undefined || Number.isNaN(value) || (word === 'one' && !number)) return null;
	let length = 1;
	for (
		let scale = SCALES.get(terms[at + length]?.word ?? '');
		scale;
		scale = SCALES.get(terms[at + length]?.word ?? '')
	) {
		value *= scale;
		length++;
	}
	return { value, length };
}

/** The stem of what follows: "12 masked men" counts men, as far as a word can tell. */
function countedAfter(text: string, terms: readonly Term[], from: number): string {
	const next = terms[from];
	const before = terms[from - 1];
	if (!next || !before || /[.,;:!?()]/.test(text.slice(before.end, next.start)) || next.number) return '';
	if (next.word === 'of') return '';
	if (next.stem === '') return '';
	return CURRENCY_WORDS.get(next.word) ?? next.stem;
}

function kindOf(text: string, terms: readonly Term[], at: number, length: number): string | null {
	let before = terms[at + length - 1]!;
	for (let i = at + length; i < Math.min(terms.length, at + length + AFTER); i++) {
		const term = terms[i]!;
		if (/[.;:!?()]|,\s*$/.test(text.slice(before.end, term.start)) || term.number) break;
		const kind = KIND_OF_FIGURE.get(term.word) ?? (CURRENCY_WORDS.get(term.word) || undefined);
		if (kind) return kind;
		before = term;
	}
	let after = terms[at]!;
	for (let i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
		const term = terms[i]!;
		if (/[.;:!?(),]/.test(text.slice(term.end, after.start)) || term.number) break;
		const kind = KIND_OF_FIGURE.get(term.word);
		if (kind) return kind;
		after = term;
	}
	return null;
}

function hedgeBefore(terms: readonly Term[], at: number): Figure['hedge'] {
	for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
		const hedge = HEDGES.get(terms[i]!.word);
		if (hedge) return hedge;
	}
	return null;
}

/** Figures as far apart as rounding and hedges explain are one. */
export function agree(a: Figure, b: Figure): boolean {
	if (a.value === b.value) return true;
	const [less, more] = a.value < b.value ? [a, b] : [b, a];
	if (less.hedge === 'least' && less.value >= more.value * 0.5 && more.hedge !== 'least')
		return less.value >= more.value * 0.85;
	if (more.hedge === 'most') return less.value >= more.value * 0.85;
	const room = a.hedge || b.hedge ? 0.15 : isRounded(a.value) || isRounded(b.value) ? 0.05 : 0;
	return more.value - less.value <= room * more.value;
}

/** 15,000 and 2.5 million are rounded; 15,299 is not. */
function isRounded(value: number): boolean {
	if (value < 100) return false;
	const digits = String(Math.round(value)).replace(/0+$/, '').length;
	return digits <= 2;
}
