/** Figures in running text: how much, of what, how surely, and of which part of the whole. */
import { NUMBERS } from '../lexicon/calendar.ts';
import {
	CURRENCIES,
	CURRENCY_SIGNS,
	ELSEWHERE_WORDS,
	HEDGES,
	KIND_OF_FIGURE,
	KINDS_OF_FIGURE,
	PART_WORDS,
	SCALES,
	UNITS,
} from '../lexicon/figures.ts';
import { CONJUNCTIONS } from '../lexicon/words.ts';
import type { Span } from '../types.ts';
import type { Term } from './terms.ts';

export interface Figure extends Span {
	readonly value: number;
	/** How many of its kind's own unit it is told in: a mile is 1.609 km. */
	readonly unit: number;
	/** Stem of the noun that says who or what is counted: "12 [children] were killed"; '' when none stands there. */
	readonly counted: string;
	/** Where the hedge begins, if there is one. */
	readonly hedged: number | null;
	/** What is counted: a kind of the lexicon, a currency, else the stem of the noun; '' when nothing tells. */
	readonly kind: string;
	readonly hedge: Hedge | null;
	/** The figure with its hedge and the words that tell what it counts, as printed: "at least 49 people were killed". */
	readonly told: Span;
	/** What it is limited to, folded: "in Haiti", "in 1970". */
	readonly places: readonly string[];
	readonly years: readonly string[];
	/** "Another crash", "earlier", "last year": it tells of another event than the rest. */
	readonly elsewhere: boolean;
	/** "Including 12", "12 of them": part of another figure. */
	readonly part: boolean;
}

/** How much, and how surely. */
export type Measure = Pick<Figure, 'value' | 'unit' | 'hedge'>;

export type Hedge = 'about' | 'least' | 'most';

/** Words after a figure that are looked at for what it counts, and before it. */
const AFTER = 6;
const BEFORE = 5;
/** "The death toll in the long unrest of the south has risen to 12". */
const BEFORE_AT_MOST = 16;
/** Words after a figure in which a place limits it. */
const LIMITS = 8;

/** The figures among the terms of one sentence; `within` tells places that are part of a date or an hour. */
export function figuresIn(
	text: string,
	terms: readonly Term[],
	within: (start: number) => boolean = () => false,
): Figure[] {
	const figures: Figure[] = [];
	const years = terms.flatMap(({ word }, at) =>
		/^(?:19|20)\d\d$/.test(word) && /^(?:in|since|of|a|the)$/.test(terms[at - 1]?.word ?? '') ? [word] : [],
	);
	const elsewhere = terms.some(
		({ word }, at) =>
			ELSEWHERE_WORDS.has(word) &&
			// "Missing since Monday", "since the bridge gave way" tell of this event, "since 2019" of others.
			(word !== 'since' || terms.slice(at + 1, at + 3).some(({ number }) => number)),
	);
	for (let at = 0; at < terms.length; at++) {
		const found = valueAt(text, terms, at);
		if (!found) continue;
		const next = at + found.length;
		if (!within(terms[at]!.start) && !isYear(terms, at, found)) {
			const meaning = meaningOf(text, terms, at, next);
			// "One" is a figure only beside what it counts: "killing one", "one person died".
			if (terms[at]!.word === 'one' && !KINDS_OF_FIGURE.has(meaning.kind)) continue;
			const hedged = hedgeBefore(terms, at);
			const sign = CURRENCY_SIGNS[text[terms[at]!.start - 1] ?? ''] ? 1 : 0;
			const percent = percentAfter(text, terms[next - 1]!.end);
			const start = terms[at]!.start - sign;
			const end = terms[next - 1]!.end + percent;
			figures.push({
				start,
				end,
				value: found.value,
				unit: meaning.unit,
				counted: meaning.counted,
				hedged: hedged?.start ?? null,
				kind: meaning.kind,
				hedge: hedged?.hedge ?? null,
				told: {
					start: Math.min(hedged?.start ?? start, meaning.start, start),
					end: Math.max(meaning.end, end),
				},
				places: limitsAfter(text, terms, next),
				years,
				elsewhere,
				part: isPart(terms, at, next),
			});
		}
		at = next - 1;
	}
	return figures;
}

interface Value {
	readonly value: number;
	readonly length: number;
}

function valueAt(text: string, terms: readonly Term[], at: number): Value | null {
	const { word, number, start } = terms[at]!;
	// The 4 of "F-4" and of "3:14" counts nothing.
	if (/[\p{L}\p{N}:/–-]/u.test(text[start - 1] ?? '')) return null;
	let value = number ? Number(word) : NUMBERS.get(word);
	if (value === undefined || Number.isNaN(value)) return null;
	let length = 1;
	const joint = joined(text, terms, at);
	if (joint !== null) {
		const units = NUMBERS.get(joint);
		if (!number && value >= 20 && units !== undefined && units < 10) {
			value += units;
			length = 2;
			// "30-day" is the name of a thing, "7.4-magnitude" a figure, and before a capital the hyphen is a dash.
		} else if (
			![KIND_OF_FIGURE, SCALES, CURRENCIES].some((known) => known.has(joint)) &&
			!terms[at + 1]!.capital
		)
			return null;
	} else if (/^[:/–][\p{L}\p{N}]/u.test(text.slice(terms[at]!.end, terms[at]!.end + 2))) return null;
	for (;;) {
		const scale = SCALES.get(terms[at + length]?.word ?? '');
		if (!scale) return { value, length };
		value *= scale;
		length++;
	}
}

/** The word that a hyphen joins to the term. */
function joined(text: string, terms: readonly Term[], at: number): string | null {
	const next = terms[at + 1];
	return next && next.start === terms[at]!.end + 1 && /[-‐]/.test(text[terms[at]!.end]!) ? next.word : null;
}

const isYear = (terms: readonly Term[], at: number, { value, length }: Value) =>
	length === 1 &&
	terms[at]!.end - terms[at]!.start === 4 &&
	/^(?:19|20)\d\d$/.test(terms[at]!.word) &&
	value < 2100;

function percentAfter(text: string, end: number): number {
	return /^\s?%/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
}

/** Between these two terms a clause or a list goes on: what stands beyond belongs to something else. */
const BREAK = /[.,;:!?()“”"—–]/;

interface Meaning extends Span {
	readonly kind: string;
	readonly counted: string;
	readonly unit: number;
}

function meaningOf(text: string, terms: readonly Term[], at: number, next: number): Meaning {
	const first = terms[at]!;
	const last = terms[next - 1]!;
	const own = { start: first.start, end: last.end, counted: '', unit: 1, kind: '' };
	const sign = CURRENCY_SIGNS[text[first.start - 1] ?? ''];
	if (sign) return { ...own, kind: sign };
	if (percentAfter(text, last.end) > 0) return { ...own, kind: 'share' };
	const beside = terms[at - 1];
	const kindBeside = beside && KIND_OF_FIGURE.get(beside.word);
	let counted: Term | null = null;
	let before = last;
	for (let i = next; i < Math.min(terms.length, next + AFTER); i++) {
		const term = terms[i]!;
		if (BREAK.test(text.slice(before.end, term.start)) || term.number || CONJUNCTIONS.has(term.word)) break;
		const kind = KIND_OF_FIGURE.get(term.word) ?? CURRENCIES.get(term.word);
		// "Two bombs killed three", "a magnitude 7.4 quake killed": what stands right beside comes first.
		if (kind && !(i > next && (kindBeside || countsNext(terms, i))))
			return {
				...own,
				end: term.end,
				kind,
				counted: counted?.stem ?? '',
				unit: UNITS.get(term.word) ?? 1,
			};
		if (!counted && i <= next + 1 && term.stem !== '' && !term.capital) counted = term;
		before = term;
	}
	let after = first;
	let aside = false;
	for (let i = at - 1; i >= Math.max(0, at - BEFORE_AT_MOST); i--) {
		const term = terms[i]!;
		const between = text.slice(term.end, after.start);
		if (/^,\s$/.test(between)) aside = true;
		else if (BREAK.test(between)) break;
		if ((aside || i < at - BEFORE) && term.word !== 'toll') {
			after = term;
			continue;
		}
		if (term.number || term.word === 'and') break;
		const kind = KIND_OF_FIGURE.get(term.word);
		if (kind)
			return {
				...own,
				start: term.start,
				end: counted?.end ?? own.end,
				kind,
				counted: counted?.stem ?? '',
			};
		after = term;
	}
	return counted ? { ...own, end: counted.end, kind: counted.stem } : own;
}

/** The figure after a verb is what the verb counts. */
function countsNext(terms: readonly Term[], at: number): boolean {
	let next = at + 1;
	while (
		next < terms.length &&
		(HEDGES.has(terms[next]!.word) || /^(?:at|than|as|many)$/.test(terms[next]!.word))
	)
		next++;
	const term = terms[next];
	return term !== undefined && (term.number || NUMBERS.has(term.word));
}

function hedgeBefore(
	terms: readonly Term[],
	at: number,
): { readonly hedge: Hedge; readonly start: number } | null {
	for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
		const hedge = HEDGES.get(terms[i]!.word);
		if (!hedge) continue;
		// "Over a $300,000 loan" tells what it was about, not how much.
		if (/^an?$/.test(terms[i + 1]?.word ?? '') && i + 1 < at) continue;
		const opened = /^(?:at|more|less|fewer|up|as|no|close)$/.test(terms[i - 1]?.word ?? '');
		return { hedge, start: terms[opened ? i - 1 : i]!.start };
	}
	return null;
}

/** Names after "in", "across", "near" and the like, up to the end of the clause. */
function limitsAfter(text: string, terms: readonly Term[], from: number): string[] {
	const limits: string[] = [];
	let limiting = false;
	let before = terms[from - 1]!;
	for (let i = from; i < Math.min(terms.length, from + LIMITS); i++) {
		const term = terms[i]!;
		if (BREAK.test(text.slice(before.end, term.start))) break;
		if (/^(?:in|across|near|throughout|around|at|from)$/.test(term.word)) limiting = true;
		else if (limiting && term.capital && term.stem !== '') limits.push(term.stem);
		else if (limiting && limits.length > 0) break;
		before = term;
	}
	return limits;
}

function isPart(terms: readonly Term[], at: number, next: number): boolean {
	if (PART_WORDS.has(terms[at - 1]?.word ?? '') || PART_WORDS.has(terms[at - 2]?.word ?? '')) return true;
	return terms[next]?.word === 'of' && /^(?:them|those|the|whom|these)$/.test(terms[next + 1]?.word ?? '');
}

/** Hedges leave so much room, rounding less. */
const HEDGED_ROOM = 0.15;
const ROUNDED_ROOM = 0.05;

/** Figures no further apart than rounding, hedges and a change of units explain. */
export function agree(a: Measure, b: Measure): boolean {
	const [less, more] = measured(a) < measured(b) ? [a, b] : [b, a];
	const apart = measured(more) - measured(less);
	if (apart === 0) return true;
	const hedged =
		a.hedge === 'about' || b.hedge === 'about' || less.hedge === 'least' || more.hedge === 'most';
	const rounded = Math.max(a.unit === b.unit ? 0 : ROUNDED_ROOM, roundingOf(a.value), roundingOf(b.value));
	return apart <= (hedged ? HEDGED_ROOM : rounded) * measured(more);
}

const measured = ({ value, unit }: Measure) => value * unit;

/** 1,000 is very round, 15,000 and 2.5 million are rounded; 15,299 is not. */
function roundingOf(value: number): number {
	const digits = String(Math.round(value)).replace(/0+$/, '').length;
	return value >= 1000 && digits === 1 ? 2 * ROUNDED_ROOM : value >= 100 && digits <= 2 ? ROUNDED_ROOM : 0;
}

/**
 * Two figures: agree, they tell the same; conflict, not both can be true as printed; apart, they tell different things
 * that may both be true ("at least 12" and 30); other, they are not about one thing.
 */
export type Relation = 'agree' | 'conflict' | 'apart' | 'other';

export function relate(a: Figure, b: Figure): Relation {
	if (a.kind === '' || a.kind !== b.kind || a.part !== b.part) return 'other';
	const years = a.years.length + b.years.length > 0;
	if (years ? !a.years.some((year) => b.years.includes(year)) : a.elsewhere || b.elsewhere) return 'other';
	if (agree(a, b)) return 'agree';
	const shared = a.places.some((place) => b.places.includes(place));
	if (!shared && (a.places.length > 0 || b.places.length > 0)) {
		if (a.places.length > 0 && b.places.length > 0) return 'other';
		// What is limited to a place may be a part of the whole, but not more than it.
		const [limited, whole] = a.places.length > 0 ? [a, b] : [b, a];
		if (measured(limited) <= measured(whole)) return 'other';
	}
	const [less, more] = measured(a) < measured(b) ? [a, b] : [b, a];
	return less.hedge === 'least' || more.hedge === 'most' ? 'apart' : 'conflict';
}
