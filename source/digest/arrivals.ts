/**
 * Stories as articles come in: who comes is compared with the articles of the weeks around it, never with all.
 *
 * Days are cut into stretches of four weeks, a new one beginning every two weeks, so that two articles less than two
 * weeks apart stand in one together. Each stretch is grouped by itself. Two articles are linked when every stretch that
 * holds both has them in one group, and a story is whatever hangs together by links. What stands in which story is told
 * by the articles alone: not by the order in which they came, nor by how many came at a time.
 */
import { dayAt, numberOf } from '../article/times/calendar.ts';
import { identify } from '../identity.ts';
import type { Article, Day, Id, TimeWords } from '../types.ts';
import { alikeAmong } from './duplicates.ts';
import { eventsOf } from './events.ts';

const STEP = 14;

/** An article that has come in, its names linked as far as they were by then. */
export interface Arrival {
	readonly article: Article;
	/** Those of the article before they are anchored. */
	readonly times: readonly TimeWords[];
	/** Of publication; where that is not known, the day on which it came in. It decides where the article is looked for. */
	readonly day: Day;
}

interface Stretch {
	/** By id. */
	readonly arrivals: readonly Arrival[];
	readonly groups: readonly (readonly Arrival[])[];
	readonly groupOf: ReadonlyMap<Id, number>;
}

/** What has come in so far. Never changed: what comes makes new ones, which share all but the stretches touched. */
export type Shelves = ReadonlyMap<number, Stretch>;

export const NOTHING_SHELVED: Shelves = new Map();

/** Groups of articles on one event, each article in one of them, by number. */
export type Grouping = (arrivals: readonly Arrival[]) => readonly (readonly number[])[];

const byText: Grouping = (arrivals) => {
	const articles = arrivals.map(({ article }) => article);
	return eventsOf(
		articles,
		arrivals.map(({ times }) => times),
		alikeAmong(articles).versions,
	).groups;
};

/**
 * The shelves with some articles more, and some fewer. The cost is that of grouping the two stretches that hold the day
 * of each, however much there is besides. An article that has been read anew must go as it was and come as it is.
 */
export function shelved(
	shelves: Shelves,
	came: readonly Arrival[],
	went: readonly Arrival[] = [],
	grouping: Grouping = byText,
): Shelves {
	const touched = new Map<number, Map<Id, Arrival>>();
	const held = (number: number) => {
		const known =
			touched.get(number) ??
			new Map(shelves.get(number)?.arrivals.map((arrival) => [arrival.article.id, arrival]));
		touched.set(number, known);
		return known;
	};
	for (const { article, day } of went) for (const number of numbersOf(day)) held(number).delete(article.id);
	for (const arrival of came)
		for (const number of numbersOf(arrival.day)) held(number).set(arrival.article.id, arrival);
	const next = new Map(shelves);
	for (const [number, arrivals] of touched)
		if (arrivals.size === 0) next.delete(number);
		else next.set(number, stretchOf([...arrivals.values()].sort(byId), grouping));
	return next;
}

function stretchOf(arrivals: readonly Arrival[], grouping: Grouping): Stretch {
	const groups = grouping(arrivals).map((group) => group.map((at) => arrivals[at]!));
	const groupOf = new Map(
		groups.flatMap((group, number) => group.map(({ article }): [Id, number] => [article.id, number])),
	);
	return { arrivals, groups, groupOf };
}

/** The first and the last day whose stories may be others when an article of this day comes or goes. */
export function reachOf(day: Day): { readonly first: Day; readonly last: Day } {
	const [first, last] = numbersOf(day);
	return { first: dayAt(first * STEP), last: dayAt((last + 2) * STEP - 1) };
}

/**
 * The stories that have an article of these days, both included, each with all its articles, earliest first; those of
 * other days are not looked at.
 */
export function storiesBetween(shelves: Shelves, first: Day, last: Day): Arrival[][] {
	const met = new Set<Id>();
	const stories: Arrival[][] = [];
	for (let number = cellOf(first); number <= cellOf(last); number++)
		for (const arrival of shelves.get(number)?.arrivals ?? []) {
			if (arrival.day < first || arrival.day > last || met.has(arrival.article.id)) continue;
			const story = storyWith(shelves, arrival);
			for (const { article } of story) met.add(article.id);
			stories.push(story);
		}
	return stories.sort((a, b) => byDay(a[0]!, b[0]!));
}

/** Everything that is linked with an article, and what is linked with that. */
function storyWith(shelves: Shelves, arrival: Arrival): Arrival[] {
	const story = new Map([[arrival.article.id, arrival]]);
	// A map is gone through to its end, with what is added on the way.
	for (const one of story.values())
		for (const number of numbersOf(one.day)) {
			const stretch = shelves.get(number);
			for (const other of stretch?.groups[stretch.groupOf.get(one.article.id) ?? -1] ?? [])
				if (!story.has(other.article.id) && isLinked(shelves, one, other)) story.set(other.article.id, other);
		}
	return [...story.values()].sort(byDay);
}

function isLinked(shelves: Shelves, one: Arrival, other: Arrival): boolean {
	return numbersOf(one.day)
		.filter((number) => numbersOf(other.day).includes(number))
		.every((number) => {
			const groupOf = shelves.get(number)?.groupOf;
			return groupOf?.get(one.article.id) === groupOf?.get(other.article.id);
		});
}

/**
 * An id for each story. By rule it is that of its earliest article, as in an edition; a story that is known already keeps
 * what it was called, also when an earlier report comes to it. `held` tells by article what its story was called. Of two
 * that have become one the name of the earlier goes on; of one that has become two it stays with the article that it was
 * made of.
 */
export function namesOf(
	stories: readonly (readonly Arrival[])[],
	held: ReadonlyMap<Id, Id> = new Map(),
): Id[] {
	const taken = new Set<Id>();
	const names = stories.map((): Id | null => null);
	const give = (choose: (story: readonly Arrival[]) => readonly (Id | undefined)[]) => {
		for (const [at, story] of stories.entries()) {
			if (names[at] !== null) continue;
			const name = choose(story).find((one) => one !== undefined && !taken.has(one));
			if (name === undefined) continue;
			names[at] = name;
			taken.add(name);
		}
	};
	const ofFirst = ({ article }: Arrival) => identify('s', article.id);
	const known = (story: readonly Arrival[]) => story.map(({ article }) => held.get(article.id));
	give((story) => {
		const own = new Set(story.map(ofFirst));
		return known(story).filter((name) => name !== undefined && own.has(name));
	});
	give(known);
	give((story) => [...story].sort(byDay).map(ofFirst));
	return names.map((name) => name!);
}

const cellOf = (day: Day) => Math.floor(numberOf(day) / STEP);

/** The two stretches in which a day stands, each by the number of the two weeks with which it begins. */
function numbersOf(day: Day): readonly [number, number] {
	const cell = cellOf(day);
	return [cell - 1, cell];
}

const byId = (a: Arrival, b: Arrival) =>
	a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0;
const byDay = (a: Arrival, b: Arrival) => (a.day < b.day ? -1 : a.day > b.day ? 1 : byId(a, b));
