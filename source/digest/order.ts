/** The order in which an edition tells its stories: widely reported and new ones first. */
import { daysApart } from '../article/times/calendar.ts';
import type { Article, Id, Story } from '../types.ts';
import { voicesIn } from './story.ts';

/** After so many days a story needs twice as many outlets to stand where it stood. */
const HALF_LIFE = 1;

/** Of equals the newer, then the one with more to quote; the undated last, by outlets alone. */
export function inReadingOrder(
	stories: readonly Story[],
	articles: ReadonlyMap<Id, Article>,
): readonly Story[] {
	const newest = stories.reduce(
		(day, { lastDay }) => (lastDay !== null && lastDay > day ? lastDay : day),
		'',
	);
	const ranked = stories.map((story) => {
		const own = story.articles.flatMap((id) => articles.get(id) ?? []);
		const outlets = new Set(voicesIn(own, story.nearDuplicates)).size;
		const age = story.lastDay === null ? 0 : daysApart(newest, story.lastDay);
		return { story, rank: outlets * 2 ** (-age / HALF_LIFE) };
	});
	return ranked
		.sort(
			(a, b) =>
				Number(a.story.lastDay === null) - Number(b.story.lastDay === null) ||
				b.rank - a.rank ||
				compare(b.story.lastDay ?? '', a.story.lastDay ?? '') ||
				b.story.quotations.length - a.story.quotations.length ||
				compare(a.story.id, b.story.id),
		)
		.map(({ story }) => story);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
