/** How near two articles are to telling of one event: their words, weighed by their days and by what else they share. */
import { numberOf } from '../article/times/calendar.ts';
import type { Article, TimeWords } from '../types.ts';
import { anchorsOf, rarityOfAnchor } from './bags.ts';
import { aboutOthers, alikeInWordingOnly, personsOf } from './look-alikes.ts';
import { type Told, toldIn } from './telling.ts';
import { termsIn } from './terms.ts';
import {
	fillLikeness,
	fillShared,
	likeness,
	type Rarity,
	type Space,
	spaceOf,
	spaceOfCounted,
	type Vector,
} from './vectors.ts';
import { agreeOnWeekday, weekdaysOf } from './weekdays.ts';

/** How much each kind of evidence counts: nearness is the product of all, each to its power. */
interface Weights {
	readonly words: number;
	readonly crowd: number;
	readonly headline: number;
	readonly rare: number;
	/** Of the opening, with both days and without. */
	readonly dated: number;
	readonly undated: number;
	/** Without both days an article joins only what is nearer: what is left of the nearness. */
	readonly timeless: number;
	/** So near are articles of one event. */
	readonly near: number;
}

/**
 * Fitted on the pairs among 2,600 news reports of 740 events, long and short, dated and undated (logistic regression on the
 * logarithms), then moved by hand with the grouping behind them; each half of the events was looked at by itself, none was
 * kept back.
 */
const OF_MANY: Weights = {
	words: 0.72,
	crowd: 0.68,
	headline: 0.64,
	rare: -0.1,
	dated: 0.4,
	undated: 0.8,
	timeless: 0.63,
	near: 0.15,
};

/** By hand, for a folder in which too few stand beside each other to tell what is usual: the words themselves decide. */
const OF_FEW: Weights = {
	words: 1,
	crowd: 0.4,
	headline: 0,
	rare: 0,
	dated: 0,
	undated: 0.3,
	timeless: 0.88,
	near: 0.046,
};

/** A folder of so many is one of few. */
const FEW = 15;

/** From those of few to those of many, as a folder grows to where every article has a crowd around it. */
function weightsFor(articles: number): Weights {
	const few = Math.min(1, missingIn(articles) / (CROWD - FEW));
	const between = (name: keyof Weights) => OF_FEW[name] * few + OF_MANY[name] * (1 - few);
	const share = (name: 'timeless' | 'near') => OF_FEW[name] ** few * OF_MANY[name] ** (1 - few);
	return {
		words: between('words'),
		crowd: between('crowd'),
		headline: between('headline'),
		rare: between('rare'),
		dated: between('dated'),
		undated: between('undated'),
		timeless: share('timeless'),
		near: share('near'),
	};
}

/** Days between two articles after which they hardly tell of one event. */
const WINDOW = 4;
/** An uncertain day may be so many days off. */
const SLACK = 30;
/**
 * Without both days, the names, days and figures told must agree: as much as each article's do with the one that agrees
 * best. Up to `little` of that leaves `without` of the nearness, from `enough` on all is left. A small folder is often
 * about one subject, and asks for more.
 */
const AGREEMENT = { little: 0.2, enough: 0.4, without: 0.7 };
const AGREEMENT_OF_FEW = { little: 0.3, enough: 0.8, without: 0.4 };
/** Less agreement than this with any other is an accident. */
const ACCIDENT = 0.05;
/** And what one tells first should stand in the other: this share of it, by weight, is usual. */
const OPENING = { usual: 0.35, least: 0.05 };
/** What is left when each is about persons whom the other does not name. */
const ABOUT_OTHERS = 0.4;
/** How alike an article is to its nearest so many tells how crowded its subject is. */
const CROWD = 50;
/** What stands for neighbours that a small folder does not have. */
const USUAL = 0.05;
const LEAST_CROWDED = 0.01;
const MOST_CROWDED = 0.07;
/** Long articles share many terms that few others have: that alone makes them alike, and counts somewhat less. */
const RARE = { share: 0.01, least: 3 };
/** Below this two articles share nothing. */
const FLOOR = 0.01;

const rarityOfTold: Rarity = (frequency, bags) => (Math.log((1 + bags) / (1 + frequency)) + 1) ** 1.4;

/** Two articles by number, `a` before `b`. */
export interface Edge {
	readonly a: number;
	readonly b: number;
	/** 1 and more: as near as articles of one event are. */
	readonly nearness: number;
}

/** Pairs that are at least `least` near; `times` are those of each article before they are anchored. */
export function edgesAmong(
	articles: readonly Article[],
	times: readonly (readonly TimeWords[])[],
	least: number,
): Edge[] {
	const told = toldIn(articles);
	const words = spaceOfCounted(told.bags, told.size, rarityOfTold);
	const anchors = spaceOf(
		articles.map((article, at) => anchorsOf(article, times[at]!)),
		rarityOfAnchor,
	);
	const days = articles.map(dayOf);
	const weekdays = articles.map((article, at) => weekdaysOf(article, times[at]!));
	const weights = weightsFor(articles.length);
	const { raw, crowds } = alikeAmong(words, days, weights);
	const agreement = agreementAmong(raw, anchors);
	const opening = openingsAmong(told, words.vectors);
	const persons = articles.map(personsOf);
	const wording = alikeInWordingOnly(told, words.vectors);
	const headlines = headlinesAmong(articles, weights);
	return raw.flatMap((edge, at) => {
		const { a, b } = edge;
		let nearness =
			edge.nearness *
			(USUAL ** 2 / (crowds[a]! * crowds[b]!)) ** weights.crowd *
			agreeOnWeekday(weekdays[a]!, weekdays[b]!) *
			headlines(a, b);
		if (aboutOthers(persons[a]!, persons[b]!)) nearness *= ABOUT_OTHERS;
		if (days[a]?.certain && days[b]?.certain) nearness *= opening(a, b) ** weights.dated * wording(a, b);
		else nearness *= agreement(edge, at) * opening(a, b) ** weights.undated * Math.sqrt(wording(a, b));
		nearness /= weights.near;
		return nearness >= least ? [{ a, b, nearness }] : [];
	});
}

interface When {
	readonly at: number;
	readonly certain: boolean;
}

function dayOf({ published }: Article): When | null {
	// A day that rests on likeness alone says nothing more than likeness does.
	return published && (published.certain || published.evidence !== null)
		? { at: numberOf(published.day), certain: published.certain }
		: null;
}

/** What is alike in its words and not too far in time, and how crowded each article's subject is. */
function alikeAmong(words: Space, days: readonly (When | null)[], weights: Weights) {
	const row = new Float32Array(days.length);
	const rare = new Int32Array(days.length);
	const most = Math.max(RARE.least, days.length * RARE.share);
	const crowds: number[] = [];
	const raw: Edge[] = [];
	for (let b = 0; b < days.length; b++) {
		fillLikeness(words, b, row);
		fillShared(words, b, most, rare);
		crowds.push(crowdOf(row));
		for (let a = 0; a < b; a++) {
			if (row[a]! < FLOOR) continue;
			const time = timely(days[a]!, days[b]!, weights);
			if (row[a]! * time < FLOOR / 2) continue;
			raw.push({ a, b, nearness: row[a]! ** weights.words * (1 + rare[a]!) ** weights.rare * time });
		}
	}
	return { raw, crowds };
}

function timely(a: When | null, b: When | null, { timeless }: Weights): number {
	if (a === null || b === null) return timeless;
	const apart = Math.abs(a.at - b.at);
	if (a.certain && b.certain) return Math.exp(-((apart / WINDOW) ** 2));
	return timeless * Math.exp(-((Math.max(0, apart - SLACK) / WINDOW) ** 2));
}

/** What the names, days and figures that two articles share leave of their nearness. */
function agreementAmong(edges: readonly Edge[], anchors: Space): (edge: Edge, at: number) => number {
	const shared = edges.map(({ a, b }) => likeness(anchors.vectors[a]!, anchors.vectors[b]!));
	const best = new Float64Array(anchors.vectors.length).fill(ACCIDENT);
	edges.forEach(({ a, b }, at) => {
		best[a] = Math.max(best[a]!, shared[at]!);
		best[b] = Math.max(best[b]!, shared[at]!);
	});
	const few = missingIn(anchors.vectors.length) / CROWD;
	const left = ({ little, enough, without }: typeof AGREEMENT, share: number) =>
		without + (1 - without) * Math.max(0, Math.min(1, (share - little) / (enough - little)));
	return ({ a, b }, at) => {
		const ofBoth = shared[at]! / Math.sqrt(best[a]! * best[b]!);
		const ofBest = shared[at]! / Math.max(best[a]!, best[b]!);
		return (1 - few) * left(AGREEMENT, ofBoth) + few * left(AGREEMENT_OF_FEW, ofBest);
	};
}

/** What the opening of each, as far as it stands in the other, leaves of their nearness, or adds to it. */
function openingsAmong({ openings }: Told, vectors: readonly Vector[]): (a: number, b: number) => number {
	const { usual, least } = OPENING;
	return (a, b) => {
		const share =
			(shareIn(openings[a]!, vectors[a]!, vectors[b]!) + shareIn(openings[b]!, vectors[b]!, vectors[a]!)) / 2;
		return (share + least) / usual;
	};
}

/** What the words that two headlines share add to their nearness: what one puts there is what it is about. */
function headlinesAmong(articles: readonly Article[], weights: Weights): (a: number, b: number) => number {
	const { vectors } = spaceOf(
		articles.map(({ headline }) => {
			const counts = new Map<string, number>();
			for (const { stem } of termsIn(headline ?? ''))
				if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1);
			return counts;
		}),
		rarityOfTold,
	);
	return (a, b) => Math.exp(weights.headline * Math.sqrt(likeness(vectors[a]!, vectors[b]!)));
}

/** How much of the terms, weighed as in their own vector, the other vector holds too. All ascending. */
function shareIn(terms: Int32Array, own: Vector, other: Vector): number {
	let all = 0;
	let held = 0;
	let i = 0;
	let j = 0;
	for (const term of terms) {
		while (i < own.terms.length && own.terms[i]! < term) i++;
		if (own.terms[i] !== term) continue;
		while (j < other.terms.length && other.terms[j]! < term) j++;
		all += own.weights[i]!;
		if (other.terms[j] === term) held += own.weights[i]!;
	}
	return all === 0 ? 0 : held / all;
}

const missingIn = (articles: number) => Math.max(0, CROWD - (articles - 1));

const BINS = 256;

/** The mean likeness of the nearest; counted in bins, so that no row is sorted. */
function crowdOf(row: Float32Array): number {
	const counts = new Int32Array(BINS);
	const sums = new Float64Array(BINS);
	for (const value of row) {
		if (value <= 0) continue;
		const bin = Math.min(BINS - 1, Math.floor(value * BINS));
		counts[bin]!++;
		sums[bin]! += value;
	}
	let left = CROWD;
	let sum = 0;
	for (let bin = BINS - 1; bin >= 0 && left > 0; bin--) {
		const taken = Math.min(left, counts[bin]!);
		if (taken > 0) sum += (sums[bin]! / counts[bin]!) * taken;
		left -= taken;
	}
	const crowd = (sum + missingIn(row.length) * USUAL) / CROWD;
	return Math.min(MOST_CROWDED, Math.max(LEAST_CROWDED, crowd));
}
