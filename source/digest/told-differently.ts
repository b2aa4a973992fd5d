/** Whether two texts of nearly the same words tell the same, or what one word in a hundred makes two reports of. */
import { NUMBERS, WEEKDAYS } from '../lexicon/calendar.ts';
import { DENIALS, DENYING, NOBODY, REFUSING, SIDES, TO_COME } from '../lexicon/opposites.ts';
import type { Article, Span, Time } from '../types.ts';
import { overlapOf, timesWithin } from './claims.ts';
import { agree, type Figure, figuresIn, type Measure } from './figures.ts';
import { type Term, termsIn, wordsIn } from './terms.ts';

/** Sentences with so many words in common, of all that stand in either, tell of one thing. */
const ALIKE = 0.5;
/** Sentences that only one of the texts has which are looked at, and words of each. */
const MOST = 60;
const READ = 120;

/** The sentences of what is read, by their words: the same words are the same sentence. In order. */
export type Wording = ReadonlyMap<string, Span>;

export function wordingOf({ text, paragraphs, sentences }: Article): Wording {
	const wording = new Map<string, Span>();
	let paragraph = 0;
	for (const sentence of sentences) {
		while ((paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) paragraph++;
		const { kind, start } = paragraphs[paragraph] ?? { kind: 'heading', start: Number.POSITIVE_INFINITY };
		if (kind === 'headline' || kind === 'heading' || start > sentence.start) continue;
		const key = wordsIn(text, sentence).join(' ');
		if (key !== '' && !wording.has(key)) wording.set(key, sentence);
	}
	return wording;
}

/** One of two articles that share most of their words. */
export interface Version {
	readonly article: Article;
	readonly wording: Wording;
}

/**
 * Sentences that stand in one of the texts only are held against those of the other that they are nearest to. Another
 * figure, a "not" more, a verb of the opposite, another day of the week there make two reports; so does, in print on
 * another day, that what was to come has come, or that the later one opens with news of its own. What either text alone
 * tells, above, below or between, makes none: a copy is cut, and gets paragraphs of its own.
 */
export function toldDifferently(a: Version, b: Version): boolean {
	const own = onlyIn(a, b);
	const other = onlyIn(b, a);
	if (own.length === 0 || other.length === 0) return false;
	const later = laterOf(a, b);
	for (const one of own) {
		let nearest: Sentence | null = null;
		let alike = 0;
		for (const candidate of other) {
			const common = overlapOf(one.words, candidate.words);
			if (common > alike) [nearest, alike] = [candidate, common];
		}
		if (nearest && alike >= ALIKE) {
			if (differ(one, nearest, alike)) return true;
			if (later !== null && turned(one.toCome, nearest.toCome, alike)) return true;
		} else if (one.opens && later === a) return true;
	}
	if (later !== b) return false;
	const [opening] = other.filter(({ opens }) => opens);
	return opening !== undefined && own.every(({ words }) => overlapOf(words, opening.words) < ALIKE);
}

/** The one that is known to have been printed on a later day. */
function laterOf(a: Version, b: Version): Version | null {
	const [one, other] = [a.article.published, b.article.published];
	if (!one?.certain || !other?.certain || one.day === other.day) return null;
	return one.day > other.day ? a : b;
}

/** Content words that a word before them turns into their opposite, those that none does, and how often it is done. */
interface Turned {
	readonly by: ReadonlySet<string>;
	readonly not: ReadonlySet<string>;
	readonly times: number;
}

interface Sentence {
	readonly opens: boolean;
	/** Its words but for those that count, each once. */
	readonly words: readonly string[];
	readonly counts: readonly Count[];
	readonly weekdays: readonly string[];
	/** Of each content word whether a "not" stands before it. */
	readonly denied: Turned;
	/** And whether it was still to come. */
	readonly toCome: Turned;
	/** The pairs of opposites that it has a word of, and the side of each. */
	readonly turns: ReadonlyMap<number, number>;
}

function onlyIn({ article, wording }: Version, other: Version): Sentence[] {
	const own: Sentence[] = [];
	let opens = true;
	for (const [key, span] of wording) {
		if (!other.wording.has(key)) own.push(sentenceAt(article, span, opens));
		if (own.length === MOST) break;
		opens = false;
	}
	return own;
}

function sentenceAt({ text, times }: Article, span: Span, opens: boolean): Sentence {
	const terms = termsIn(text, { start: span.start, end: Math.min(span.end, span.start + READ * 8) }).slice(
		0,
		READ,
	);
	const words = new Set<string>();
	const turns = new Map<number, number>();
	for (const { word, number } of terms) {
		if (number || COUNTING.has(word)) continue;
		words.add(word);
		for (const [pair, side] of SIDES.get(word) ?? []) turns.set(pair, side);
	}
	return {
		opens,
		words: [...words],
		counts: countsIn(text, terms, timesWithin(times, span)),
		weekdays: [...words].filter((word) => WEEKDAYS.has(word)),
		denied: turnedBy(terms, (term, at) => isDenying(term, at, terms)),
		toCome: turnedBy(terms, ({ word }) => TO_COME.has(word)),
		turns,
	};
}

/** How much or how many; how often, and "one" beside what it counts, only as words tell it. */
type Count = Measure & Pick<Figure, 'kind'>;

const TIMES = 'times';
const OFTEN: ReadonlyMap<string, number> = new Map([
	['once', 1],
	['twice', 2],
	['thrice', 3],
]);
const COUNTING: ReadonlySet<string> = new Set([...OFTEN.keys(), ...NUMBERS.keys()]);

/** But for days and hours, which are told in other words from place to place. */
function countsIn(text: string, terms: readonly Term[], times: readonly Time[]): Count[] {
	const hours = times.filter(({ value }) => !/^PT?\d/.test(value));
	const counts: Count[] = figuresIn(text, terms, (at) =>
		hours.some(({ start, end }) => start <= at && at < end),
	).filter(({ start, end }) => !TORN.test(`${text.slice(start - 3, start)}0${text.slice(end, end + 5)}`));
	for (const [at, { word }] of terms.entries()) {
		const value = OFTEN.get(word);
		if (value !== undefined) counts.push({ value, unit: 1, kind: TIMES, hedge: null });
		const next = terms[at + 1];
		if (word === 'one' && next && next.stem !== '' && !next.number)
			counts.push({ value: 1, unit: 1, kind: next.stem, hedge: null });
	}
	return counts;
}

/** Half of a number that was torn in two: "22, 000", "9: 25", "4. 2". */
const TORN = /\d[,.:]\s?0|0(?:,\s\d{3}|[.:]\s?\d)/;

function differ(a: Sentence, b: Sentence, alike: number): boolean {
	if (turned(a.denied, b.denied, alike)) return true;
	for (const [pair, side] of a.turns) if ((b.turns.get(pair) ?? side) !== side) return true;
	if (apart(a.weekdays, b.weekdays, (one, other) => WEEKDAYS.get(one) === WEEKDAYS.get(other))) return true;
	// Figures of two kinds contradict each other in nothing.
	return a.counts.some(({ kind }) =>
		apart(
			a.counts.filter((one) => alikeIn(one.kind, kind)),
			b.counts.filter((one) => alikeIn(one.kind, kind)),
			agree,
		),
	);
}

/** Each has some that the other has not. */
function apart<Item>(
	a: readonly Item[],
	b: readonly Item[],
	same: (one: Item, other: Item) => boolean,
): boolean {
	return (
		a.some((one) => !b.some((other) => same(one, other))) &&
		b.some((other) => !a.some((one) => same(one, other)))
	);
}

/** How often is told of whatever is counted. */
const alikeIn = (one: string, other: string) => one === other || one === TIMES || other === TIMES;

function turnedBy(terms: readonly Term[], turns: (term: Term, at: number) => boolean): Turned {
	const by = new Set<string>();
	const not = new Set<string>();
	let times = 0;
	let left = 0;
	for (const [at, term] of terms.entries()) {
		if (turns(term, at)) {
			left = FAR;
			times++;
		} else if (term.stem !== '') {
			(left > 0 ? by : not).add(term.stem);
			left = 0;
		} else left--;
	}
	return { by, not, times };
}

/** Words behind a "not" of which the first that means something is what it turns: "has not yet been found". */
const FAR = 4;

/** "Not one man, but several": it is told what is so. */
const CONTRAST = 6;

function isDenying({ word }: Term, at: number, terms: readonly Term[]): boolean {
	const next = terms[at + 1]?.word;
	if ((REFUSING.has(word) && next === 'to') || (DENIALS.has(word) && next === 'that')) return true;
	if (!DENYING.has(word) && !NOBODY.has(word)) return false;
	return !terms.slice(at + 1, at + 1 + CONTRAST).some((term) => term.word === 'but' || term.word === 'only');
}

/** What the one turns stands unturned in the other; or in the same words otherwise one has a "not" more. */
function turned(a: Turned, b: Turned, alike: number): boolean {
	if (alike >= SAME && a.times % 2 !== b.times % 2) return true;
	return isTurned(a, b) || isTurned(b, a);
}

const SAME = 0.7;

const isTurned = (a: Turned, b: Turned) =>
	[...a.by].some((stem) => !a.not.has(stem) && b.not.has(stem) && !b.by.has(stem));
