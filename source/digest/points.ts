/** What a story tells, each fact once: those that most outlets tell first, until nothing new is told. */
import { GROWING } from '../lexicon/figures.ts';
import type { Article, Day, Point } from '../types.ts';
import { commonOf } from './claims.ts';
import { type Figure, relate } from './figures.ts';
import { allMet, type Met, meet } from './particulars.ts';
import { factsAmong } from './same-fact.ts';
import type { Statement } from './statements.ts';
import { type Term, termsIn } from './terms.ts';

/** Who speaks in each article of the story: copies of one text speak with one voice. */
export type Voices = readonly number[];

/** A point must tell at least this share of what the first one tells. */
const WORTH = 0.1;
/** What has been told with at least this share of its worth is not told again in other words. */
const TOLD = 0.5;
/** With few voices little is told twice, and what one alone tells is worth more. */
const WORTH_OF_FEW = 0.06;
/** How much a long statement must tell more than a short one. */
const LENGTH = 0.5;
/** Words of a statement after which it is read twice. */
const LONG = 45;
/** With so few voices, what stands first tells most; so many statements back tell half as much. */
const FEW_VOICES = 3;
const BACK = 8;
const MOST = 24;
/** A story of one voice has so many points at most, and each further voice may add some. */
const MOST_OF_ONE = 8;
const MOST_OF_EACH = 2;
/** Statements that are compared; the openings of all articles before the ends of any. */
const COMPARED = 3000;

interface Candidate {
	readonly fact: readonly Statement[];
	readonly shown: Statement;
	readonly voices: number;
}

export function pointsOf(
	articles: readonly Article[],
	statements: readonly Statement[],
	voiceOf: Voices,
): Point[] {
	const read = opening(statements);
	const voices = new Set(voiceOf).size;
	const elements = elementsIn(articles, read, voiceOf, voices <= FEW_VOICES ? HEADLINED_BY_FEW : HEADLINED);
	const candidates = factsAmong(read).flatMap(({ statements: members }): Candidate[] => {
		const fact = members.map((member) => read[member]!);
		const shown = wording(fact, elements);
		return shown ? [{ fact, shown, voices: new Set(fact.map(({ article }) => voiceOf[article]!)).size }] : [];
	});
	return chosen(candidates, elements, voices, outdatedAmong(candidates, articles))
		.sort((a, b) => b.voices - a.voices)
		.map(({ fact, shown, voices: outlets }) => ({
			text: articles[shown.article]!.text.slice(shown.start, shown.end),
			day: dayOf(shown),
			from: [shown, ...fact.filter((one) => one !== shown).sort(byPlace)].map(({ article, start, end }) => ({
				article: articles[article]!.id,
				start,
				end,
			})),
			outlets,
		}));
}

/** The one day that a statement names; of two it is not said which is its own. */
function dayOf({ days }: Statement): Day | null {
	const [first] = days;
	return first && days.every(({ day }) => day === first.day) ? first.day : null;
}

const byPlace = (a: Statement, b: Statement) => a.article - b.article || a.start - b.start;

function opening(statements: readonly Statement[]): Statement[] {
	if (statements.length <= COMPARED) return [...statements];
	return [...statements]
		.sort((a, b) => a.position - b.position || a.article - b.article)
		.slice(0, COMPARED)
		.sort(byPlace);
}

/** The words and pairs of words of every statement, numbered, and what each is worth to the story. */
interface Elements {
	readonly of: ReadonlyMap<Statement, Int32Array>;
	readonly worth: Float64Array;
}

/** An element is worth as many as voices tell it; what one voice alone tells is worth little beside that. */
const ALONE = 0.3;
/** A word in a headline is what the article is about; where few voices agree on little it says most. */
const HEADLINED = 1;
const HEADLINED_BY_FEW = 2;

function elementsIn(
	articles: readonly Article[],
	statements: readonly Statement[],
	voiceOf: Voices,
	ofHeadline: number,
): Elements {
	const numbers = new Map<string, number>();
	const voices: number[] = [];
	const last: number[] = [];
	const of = new Map<Statement, Int32Array>();
	// Statements stand article by article, so that a voice is counted once by looking at the last one met.
	const byVoice = [...statements].sort((a, b) => voiceOf[a.article]! - voiceOf[b.article]!);
	for (const statement of byVoice) {
		const own = new Set<number>();
		const add = (element: string) => {
			let number = numbers.get(element);
			if (number === undefined) {
				number = numbers.size;
				numbers.set(element, number);
				voices.push(0);
				last.push(-1);
			}
			own.add(number);
		};
		for (const element of elementsOf(statement.terms)) add(element);
		const voice = voiceOf[statement.article]!;
		for (const number of own) {
			if (last[number] === voice) continue;
			last[number] = voice;
			voices[number]!++;
		}
		of.set(statement, Int32Array.from(own));
	}
	const worth = Float64Array.from(voices, (count) => (count > 1 ? count : ALONE));
	for (const [element, count] of headlined(articles, voiceOf)) {
		const number = numbers.get(element);
		if (number !== undefined) worth[number]! += ofHeadline * count;
	}
	return { of, worth };
}

/** In the headlines of how many voices each element stands. */
function headlined(articles: readonly Article[], voiceOf: Voices): Map<string, number> {
	const heard = new Map<string, Set<number>>();
	articles.forEach(({ headline, headlineFrom }, index) => {
		if (headline === null || headlineFrom === 'lede') return;
		for (const element of elementsOf(termsIn(headline)))
			heard.set(element, (heard.get(element) ?? new Set()).add(voiceOf[index]!));
	});
	return new Map([...heard].map(([element, own]) => [element, own.size]));
}

function elementsOf(terms: readonly Term[]): string[] {
	const found: string[] = [];
	let before = '';
	for (const { stem } of terms) {
		if (stem === '') continue;
		found.push(stem);
		if (before !== '') found.push(`${before} ${stem}`);
		before = stem;
	}
	return found;
}

/** The most complete wording that can be read alone. */
function wording(fact: readonly Statement[], elements: Elements): Statement | null {
	let best: Statement | null = null;
	let most = Number.NEGATIVE_INFINITY;
	for (const one of fact) {
		if (!one.alone) continue;
		const gain = gainOf(one, elements, null);
		if (gain > most) {
			best = one;
			most = gain;
		}
	}
	return best;
}

function gainOf(statement: Statement, { of, worth }: Elements, told: Uint8Array | null): number {
	let sum = 0;
	for (const element of of.get(statement)!) if (!told?.[element]) sum += worth[element]!;
	const { length } = statement.terms;
	return (sum / length ** LENGTH) * Math.min(1, LONG / length);
}

/**
 * The share of a statement's worth that is told already. Roots of it: what the story is about stands in every
 * statement and is worth the most, and would hide the few words that are new.
 */
function toldOf(statement: Statement, { of, worth }: Elements, told: Uint8Array): number {
	let all = 0;
	let known = 0;
	for (const element of of.get(statement)!) {
		const own = Math.sqrt(worth[element]!);
		all += own;
		if (told[element]) known += own;
	}
	return known / all;
}

/** What a later report has overtaken is worth so much of the rest. */
const OUTDATED = 0.5;
/** Statements on a figure of one event have at least this share of the shorter one's words in common. */
const SAME_MATTER = 0.6;
/** Facts with a figure that grows, compared pair by pair. */
const MOST_GROWING = 300;

/** Facts whose figure a report of a later day gives larger: the reader wants the last one. */
function outdatedAmong(
	candidates: readonly Candidate[],
	articles: readonly Article[],
): ReadonlySet<Candidate> {
	const dayOf = ({ article }: Statement) => {
		const { published } = articles[article]!;
		return published?.certain ? published.day : null;
	};
	const growing = candidates
		.filter(({ shown }) => shown.figures.some(({ kind }) => GROWING.has(kind)) && dayOf(shown) !== null)
		.slice(0, MOST_GROWING);
	return new Set(
		growing.filter(({ shown: one }) =>
			growing.some(
				({ shown: other }) =>
					dayOf(other)! > dayOf(one)! &&
					one.figures.some((figure) => other.figures.some((later) => overtakes(later, figure))) &&
					commonOf(one.stems, other.stems) >= SAME_MATTER,
			),
		),
	);
}

function overtakes(later: Figure, figure: Figure): boolean {
	return (
		GROWING.has(figure.kind) && later.value > figure.value && /conflict|apart/.test(relate(later, figure))
	);
}

function chosen(
	candidates: readonly Candidate[],
	elements: Elements,
	voices: number,
	outdated: ReadonlySet<Candidate>,
): Candidate[] {
	const told = new Uint8Array(elements.worth.length);
	const left = new Set(candidates);
	const met: Met = { names: new Set(), figures: [] };
	const picked: Candidate[] = [];
	const worth = voices <= FEW_VOICES ? WORTH_OF_FEW : WORTH;
	let first = 0;
	while (left.size > 0 && picked.length < Math.min(MOST, MOST_OF_ONE + MOST_OF_EACH * (voices - 1))) {
		let best: Candidate | null = null;
		let most = 0;
		for (const candidate of left) {
			// With few voices little is told twice, and words that all share hide what is new.
			if (
				voices > FEW_VOICES &&
				toldOf(candidate.shown, elements, told) >= TOLD &&
				allMet(met, candidate.shown)
			) {
				left.delete(candidate);
				continue;
			}
			const gain =
				gainOf(candidate.shown, elements, told) *
				(outdated.has(candidate) ? OUTDATED : 1) *
				(voices <= FEW_VOICES ? 1 / (1 + candidate.shown.position / BACK) : 1);
			if (gain > most) {
				best = candidate;
				most = gain;
			}
		}
		if (!best || most < worth * first) break;
		if (picked.length === 0) first = most;
		picked.push(best);
		left.delete(best);
		for (const one of best.fact) for (const element of elements.of.get(one)!) told[element] = 1;
		meet(met, best.shown);
	}
	return picked;
}
