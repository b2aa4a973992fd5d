/** What a story tells, each fact once: those that most outlets tell first, until nothing new is told. */
import { GROWING } from '../lexicon/figures.ts';
import type { Article, Day, Dispute, Point } from '../types.ts';
import { commonOf, sharedOf } from './claims.ts';
import { type Figure, relate } from './figures.ts';
import { withFollowing } from './following.ts';
import { allMet, figuresShown, meet, nothingMet } from './particulars.ts';
import { factsAmong } from './same-fact.ts';
import { type Statement, stemsOf } from './statements.ts';
import { type Elements, elementsIn, gainOf, HEADLINED, HEADLINED_BY_FEW, toldOf } from './worth.ts';

/** Who speaks in each article of the story: copies of one text speak with one voice. */
export type Voices = readonly number[];

/** A point must tell at least this share of what the first one tells. */
const WORTH = 0.1;
/** What has been told with at least this share of its worth is not told again in other words. */
const TOLD = 0.5;
/** Of what one statement tells besides names, no more than this may stand in another, or it is no news beside that. */
const KNOWN = 0.25;
/** Statements one of which denies what the other tells have at least this share of their words in common. */
const GAINSAID = 0.6;
/** Worth of a denial that has no word of its own. */
const IN_THE_SAME_WORDS = 1e-6;
/** With few voices little is told twice, and what one alone tells is worth more. */
const WORTH_OF_FEW = 0.06;
/** With so few voices, what stands first tells most; so many statements back tell half as much. */
const FEW_VOICES = 3;
const BACK = 8;
const MOST = 24;
/** A story of one voice has so many points at most, and each further voice may add some. */
const MOST_OF_ONE = 8;
const MOST_OF_EACH = 2;
/** Reports of so few statements each are told whole, however many they are, but for what they tell again. */
const SHORT = 10;
/** So many words of a statement stand in one that is told: it tells that again, unless it names what was not met. */
const REPEATED = 0.8;
/** Statements that are compared; the openings of all articles before the ends of any. */
const COMPARED = 3000;

/** A fact, and the wording of it that is shown. */
export interface Candidate {
	readonly fact: readonly Statement[];
	readonly shown: Statement;
	readonly voices: number;
	/** The last statement that is shown with it, when one follows that points back at it. */
	readonly last?: Statement;
}

export function pointsOf(
	articles: readonly Article[],
	statements: readonly Statement[],
	voiceOf: Voices,
	disputes: readonly Dispute[],
): Point[] {
	const read = opening(statements);
	const voices = new Set(voiceOf).size;
	const elements = elementsIn(articles, read, voiceOf, voices <= FEW_VOICES ? HEADLINED_BY_FEW : HEADLINED);
	const candidates = factsAmong(read).flatMap(({ statements: members }): Candidate[] => {
		const fact = members.map((member) => read[member]!);
		const shown = wording(fact, elements);
		return shown ? [{ fact, shown, voices: new Set(fact.map(({ article }) => voiceOf[article]!)).size }] : [];
	});
	const few = voices <= FEW_VOICES;
	const short = candidates.length <= MOST && read.length <= SHORT * articles.length;
	const whole = few && short;
	const disputed = figuresShown(articles, read, disputes);
	const most = short ? MOST : Math.min(MOST, MOST_OF_ONE + MOST_OF_EACH * (voices - 1));
	const reach: Reach = { elements, disputed, few, whole, short, most };
	const picked = chosen(candidates, reach, outdatedAmong(candidates, articles));
	return (few ? withFollowing(picked, read, articles, disputed, whole) : picked)
		.sort((a, b) => b.voices - a.voices)
		.map(({ fact, shown, last = shown, voices: outlets }) => ({
			text: articles[shown.article]!.text.slice(shown.start, last.end),
			day: dayOf([...shown.days, ...last.days]),
			from: [
				{ ...shown, end: last.end },
				...fact.filter((one) => one !== shown && one !== last).sort(byPlace),
			].map(({ article, start, end }) => ({ article: articles[article]!.id, start, end })),
			outlets,
		}));
}

/** The one day that is named; of two it is not said which is its own. */
function dayOf(days: Statement['days']): Day | null {
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

/** How much is told. */
interface Reach {
	readonly elements: Elements;
	/** Figures that are shown where the reports differ. */
	readonly disputed: readonly Figure[];
	/** Few voices. */
	readonly few: boolean;
	/** All that is not told already. */
	readonly whole: boolean;
	/** All that tells something new: short reports, however many. */
	readonly short: boolean;
	/** So many points. */
	readonly most: number;
}

/** A candidate that may yet be told: what was found out about it holds for good, as ever more is told. */
interface Waiting {
	readonly candidate: Candidate;
	/** It gains no more than this. */
	most: number;
	/** With how many of those picked it was compared, and whether one of them tells it. */
	compared: number;
	again: boolean;
}

const waiting = (candidate: Candidate): Waiting => ({
	candidate,
	most: Number.POSITIVE_INFINITY,
	compared: 0,
	again: false,
});

function chosen(
	candidates: readonly Candidate[],
	{ elements, disputed, few, whole, short, most: limit }: Reach,
	outdated: ReadonlySet<Candidate>,
): Candidate[] {
	const told = new Uint8Array(elements.worth.length);
	const left = new Set(candidates.map(waiting));
	const met = nothingMet(disputed);
	const picked: Candidate[] = [];
	const retelling = retellings();
	const worth = whole ? 0 : few ? WORTH_OF_FEW : WORTH;
	const isNews = (shown: Statement) =>
		toldOf(shown, elements, told) < TOLD &&
		!picked.some((one) => sharedOf(one.shown.stems, shown.deeds) > KNOWN * shown.deeds.length);
	let first = 0;
	while (left.size > 0 && picked.length < limit) {
		let best: Waiting | null = null;
		let most = 0;
		for (const one of left) {
			if (one.most <= most) continue;
			const { candidate } = one;
			const { shown } = candidate;
			// Where little is told twice, words that all share hide what is new.
			if (!few) one.again ||= toldOf(shown, elements, told) >= TOLD;
			else
				while (!one.again && one.compared < picked.length)
					one.again = retelling(shown, picked[one.compared++]!.shown);
			if (
				one.again &&
				allMet(met, shown) &&
				!picked.some((other) => gainsays(other.shown, shown)) &&
				!(short && !few && isNews(shown))
			) {
				left.delete(one);
				continue;
			}
			one.most =
				(gainOf(shown, elements, told) ||
					(picked.some((other) => gainsays(other.shown, shown)) ? IN_THE_SAME_WORDS : 0)) *
				(outdated.has(candidate) ? OUTDATED : 1) *
				(few ? 1 / (1 + shown.position / BACK) : 1);
			if (one.most > most) {
				best = one;
				most = one.most;
			}
		}
		if (!best || (most < worth * first && !short)) break;
		if (most < worth * first && !isNews(best.candidate.shown)) {
			left.delete(best);
			continue;
		}
		if (picked.length === 0) first = most;
		const { candidate } = best;
		picked.push(candidate);
		left.delete(best);
		meet(met, candidate.shown);
		for (const one of candidate.fact) {
			for (const element of elements.of.get(one)!) told[element] = 1;
			// What another wording tells besides is told in its own words.
			if (whole && one !== candidate.shown && one.alone && !allMet(met, one))
				left.add(waiting({ fact: [one], shown: one, voices: 1 }));
		}
	}
	return picked;
}

/** The one says no where the other does not: to tell the one does not tell the other. */
function gainsays(one: Statement, other: Statement): boolean {
	return (
		(one.denies !== other.denies || one.deniesTwice !== other.deniesTwice) &&
		commonOf(one.stems, other.stems) >= GAINSAID
	);
}

/** What a statement is compared by when it may tell another again. */
interface Gist {
	readonly stems: ReadonlySet<string>;
	readonly content: readonly string[];
	readonly act: string | null;
}

/**
 * Asks whether one statement tells another again: nearly all that it tells, whoever says it, stands in the other; or
 * somebody does the same to the same person.
 */
function retellings(): (one: Statement, other: Statement) => boolean {
	const gists = new Map<Statement, Gist>();
	const gistOf = (statement: Statement): Gist => {
		let gist = gists.get(statement);
		if (!gist) {
			const { stems, content } = statement;
			gist = { stems: new Set(stems), content: stemsOf(content), act: actOf(statement) };
			gists.set(statement, gist);
		}
		return gist;
	};
	return (one, other) => {
		const [own, told] = [gistOf(one), gistOf(other)];
		if (own.act !== null && own.act === told.act) return true;
		let shared = 0;
		for (const stem of own.content) if (told.stems.has(stem)) shared++;
		return shared >= REPEATED * own.content.length;
	};
}

/** Words before the first name that are no more than titles. */
const TITLES = 6;

/** "Kell plans to meet President Ruiz": who, the last word before the other's name and titles, and whom. */
function actOf({ terms, people }: Statement): string | null {
	const [who] = people;
	const whom = people.find(({ actor }) => actor !== who?.actor);
	if (!who?.actor || !whom?.actor || (terms[TITLES]?.start ?? Infinity) < who.start) return null;
	const verb = terms.findLast(
		({ start, capital, stem }) => start > who.end && start < whom.start && !capital && stem !== '',
	);
	return verb ? `${who.actor} ${verb.stem} ${whom.actor}` : null;
}
