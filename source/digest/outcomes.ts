/**
 * What each line of the reader's corrections came to in the articles at hand: who was joined or kept apart, and why a line
 * did nothing. The edition with the corrections is held against the one without them.
 */
import type { Article, Id, Join } from '../types.ts';
import {
	articlesCalled,
	type Called,
	type Correction,
	type CorrectionLine,
	type Corrections,
	corrected,
	keyOfPrinted,
	pairKey,
	type StoryCorrection,
	type Told,
} from './corrections.ts';
import type { Explained } from './digest.ts';
import { type ToldPair, type ToldStories, toldStories } from './told-stories.ts';

/** A name of a correction, and in how many articles it is borne. */
export interface Side {
	readonly called: Called;
	readonly articles: number;
}

/** What one pair of a line came to. `by` is the line of another correction. */
export type Outcome =
	| { readonly kind: 'nobody'; readonly called: Called }
	| { readonly kind: 'no article'; readonly called: string }
	| { readonly kind: 'many articles'; readonly called: string; readonly count: number }
	| { readonly kind: 'one article'; readonly a: string; readonly b: string }
	| { readonly kind: 'taken back' | 'said again'; readonly by: number }
	| { readonly kind: 'joined' | 'parted'; readonly a: Side; readonly b: Side }
	| { readonly kind: 'put together' | 'put apart'; readonly a: string; readonly b: string }
	| {
			/** already: it would be so without this line; kept apart: another line does not let them be joined. */
			readonly kind: 'already one' | 'already two' | 'kept apart';
			readonly about: 'names' | 'stories';
			readonly a: string;
			readonly b: string;
			readonly by: number | null;
	  };

export interface LineOutcome {
	readonly line: number;
	readonly text: string;
	/** Why it makes no sense, or null. */
	readonly fault: string | null;
	/** In the order of the line; what several pairs of a line lack is told once. */
	readonly outcomes: readonly Outcome[];
}

/** `told` was made with the corrections, `plain` without any, of the same readings. */
export function outcomesOf(
	lines: readonly CorrectionLine[],
	corrections: Corrections,
	told: Explained,
	plain: Explained,
): readonly LineOutcome[] {
	const news: News = {
		told,
		articles: told.data.articles,
		means: corrected(corrections, told.data.articles).means,
		numberOf: new Map(told.data.articles.map(({ id }, at) => [id, at])),
		plainArticles: plain.data.articles,
		last: new Map(lines.flatMap(({ pairs }) => pairs).map((pair) => [pairKey(pair), pair])),
		decided: toldStories(corrections, told.data.articles),
		plainStoryOf: new Map(plain.data.stories.flatMap(({ id, articles }) => articles.map((one) => [one, id]))),
	};
	return lines.map(({ line, text, fault, pairs, stories }) => ({
		line,
		text,
		fault,
		outcomes: distinct([
			...pairs.flatMap((pair) => ofNames(pair, news)),
			...stories.flatMap((pair) => ofStories(pair, news)),
		]),
	}));
}

function distinct<Item>(items: readonly Item[]): Item[] {
	return [...new Map(items.map((one) => [JSON.stringify(one), one])).values()];
}

interface News {
	readonly told: Explained;
	readonly articles: readonly Article[];
	readonly means: Told['means'];
	readonly numberOf: ReadonlyMap<Id, number>;
	/** The same articles, in the same order, without corrections. */
	readonly plainArticles: readonly Article[];
	/** Of each two names the line that holds. */
	readonly last: ReadonlyMap<string, Correction>;
	readonly decided: ToldStories;
	readonly plainStoryOf: ReadonlyMap<Id, Id>;
}

function ofNames(correction: Correction, news: News): Outcome[] {
	const { told, articles, means, numberOf, last } = news;
	const holds = last.get(pairKey(correction));
	if (holds && holds !== correction) return [overruled(correction.same, holds.same, holds.line)];
	const missing = [correction.a, correction.b].flatMap(({ article }): Outcome[] =>
		article === null || articlesCalled(article, articles).size > 0
			? []
			: [{ kind: 'no article', called: article }],
	);
	if (missing.length > 0) return missing;
	const [first, second] = (['a', 'b'] as const).map((side) =>
		told.joins.filter(({ article, name }) =>
			means(correction, side, { at: numberOf.get(article)!, printed: name }),
		),
	) as [Join[], Join[]];
	const nobody = [
		...(first.length > 0 ? [] : [correction.a]),
		...(second.length > 0 ? [] : [correction.b]),
	].map((called): Outcome => ({ kind: 'nobody', called }));
	if (nobody.length > 0) return nobody;
	const [a, b] = [sideOf(correction.a, first), sideOf(correction.b, second)];
	const pair = { about: 'names', a: a.called.printed, b: b.called.printed } as const;
	const [ofFirst, ofSecond] = [distinct(actorsWithout(first, news)), distinct(actorsWithout(second, news))];
	if (correction.same) {
		const { how, by } = told.followed.find((one) => one.correction === correction)!;
		if (how === 'joined') return [{ kind: how, a, b }];
		const anyway = how === 'already one' && new Set([...ofFirst, ...ofSecond]).size === 1;
		return [{ kind: how, ...pair, by: anyway ? null : by }];
	}
	const wereOne = ofSecond.some((actor) => ofFirst.includes(actor));
	return [wereOne ? { kind: 'parted', a, b } : { kind: 'already two', ...pair, by: null }];
}

function overruled(earlier: boolean, later: boolean, by: number): Outcome {
	return { kind: earlier === later ? 'said again' : 'taken back', by };
}

function sideOf(called: Called, bearers: readonly Join[]): Side {
	return { called, articles: new Set(bearers.map(({ article }) => article)).size };
}

/** Whom the same places in the text name when nothing is corrected: there two spellings may still be one name. */
function actorsWithout(bearers: readonly Join[], { articles, plainArticles, numberOf }: News): Id[] {
	return bearers.flatMap(({ article, actor, name }) => {
		const at = numberOf.get(article)!;
		const { text, mentions } = articles[at]!;
		const key = keyOfPrinted(name);
		const named = mentions.flatMap((mention, index) => (mention.actor === actor ? [index] : []));
		const so = named.filter((index) => {
			const { start, end } = mentions[index]!;
			return keyOfPrinted(text.slice(start, end)) === key;
		});
		return (so.length > 0 ? so : named).flatMap((index) => plainArticles[at]!.mentions[index]!.actor ?? []);
	});
}

function ofStories({ same, line, ...called }: StoryCorrection, news: News): Outcome[] {
	const { articles, decided, plainStoryOf } = news;
	const [first, second] = [called.a, called.b].map((name) => [...articlesCalled(name, articles)]) as [
		number[],
		number[],
	];
	const faults = (
		[
			[called.a, first],
			[called.b, second],
		] as const
	).flatMap(([name, { length }]): Outcome[] => {
		if (length === 1) return [];
		return [
			length === 0
				? { kind: 'no article', called: name }
				: { kind: 'many articles', called: name, count: length },
		];
	});
	const [a, b] = [first[0], second[0]];
	if (faults.length > 0 || a === undefined || b === undefined) return faults;
	if (a === b) return [{ kind: 'one article', ...called }];
	const { together, apart, refused } = decided;
	const isIt = (pair: ToldPair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a);
	// One article can be called in two ways: which line holds is known only here.
	const holds = [...together, ...apart, ...refused].find(isIt);
	if (holds && holds.line !== line) return [overruled(same, !apart.includes(holds), holds.line)];
	const against = refused.find(isIt);
	if (against) return [{ kind: 'kept apart', about: 'stories', ...called, by: against.against }];
	const storyOf = (at: number) => plainStoryOf.get(articles[at]!.id) ?? `${at}`;
	const [one, other] = [storyOf(a), storyOf(b)];
	const already = { about: 'stories', ...called } as const;
	if (!same)
		return [one === other ? { kind: 'put apart', ...called } : { kind: 'already two', ...already, by: null }];
	if (one === other) return [{ kind: 'already one', ...already, by: null }];
	const by = chainedBy(
		together.filter((pair) => pair.line < line).map((pair) => [storyOf(pair.a), storyOf(pair.b), pair.line]),
		one,
		other,
	);
	return [by === null ? { kind: 'put together', ...called } : { kind: 'already one', ...already, by }];
}

/** The line that, with those before it, brings two stories into one; null when none does. */
function chainedBy(links: readonly (readonly [Id, Id, number])[], a: Id, b: Id): number | null {
	const groupOf = new Map<Id, ReadonlySet<Id>>();
	for (const [one, other, line] of links) {
		const all = new Set([...(groupOf.get(one) ?? [one]), ...(groupOf.get(other) ?? [other])]);
		for (const member of all) groupOf.set(member, all);
		if (groupOf.get(a)?.has(b)) return line;
	}
	return null;
}
