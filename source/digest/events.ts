/** Which articles tell of one event, copies considered: what counts once, and goes where its text goes. */
import type { Article, TimeWords } from '../types.ts';
import { type Events, eventsAmong } from './stories.ts';
import { NOTHING_TOLD, type ToldStories } from './told-stories.ts';

/**
 * Groups of articles on one event. Copies are left aside and follow the text they copy: how often a text was printed
 * must not change what it is like.
 */
export function eventsOf(
	articles: readonly Article[],
	times: readonly (readonly TimeWords[])[],
	copies: readonly (readonly number[])[],
	told: ToldStories = NOTHING_TOLD,
): Events {
	const copiesOf = new Map(copies.map(([first, ...rest]) => [first!, rest]));
	const aside = new Set(copies.flatMap(([, ...rest]) => rest));
	const originals = articles.map((_, at) => at).filter((at) => !aside.has(at));
	const { groups, nearest } = eventsAmong(
		originals.map((at) => articles[at]!),
		originals.map((at) => times[at]!),
		amongOriginals(told, copies, originals),
	);
	const nearestOf = new Map(nearest.map((near, index) => [originals[index]!, near]));
	return {
		groups: groups
			.map((group) => group.map((index) => originals[index]!))
			.map((group) => group.flatMap((at) => [at, ...(copiesOf.get(at) ?? [])]).sort((a, b) => a - b)),
		nearest: articles.map((_, at) => {
			const near = nearestOf.get(at);
			return near ? { ...near, other: originals[near.other]! } : null;
		}),
	};
}

/** What is told of a copy is told of its original. */
function amongOriginals(
	told: ToldStories,
	copies: readonly (readonly number[])[],
	originals: readonly number[],
): ToldStories {
	const original = new Map(copies.flatMap(([first, ...rest]) => rest.map((copy) => [copy, first!])));
	const placeOf = new Map(originals.map((at, place) => [at, place]));
	const place = (at: number) => placeOf.get(original.get(at) ?? at)!;
	const placed = (pairs: ToldStories['together']) =>
		pairs.map(({ a, b, line }) => ({ a: place(a), b: place(b), line })).filter(({ a, b }) => a !== b);
	return { ...told, together: placed(told.together), apart: placed(told.apart) };
}
