/** The part of everything that one place holds: a day, or days, and an actor. */
import type { Day, Export, Id } from '../types.ts';

export interface Held {
	/** null: the undated. */
	readonly day: Day | null | 'all';
	readonly since?: Day;
	readonly until?: Day;
	readonly actor: Id | null;
}

export function isWithin(entry: Day | null, { day, since, until }: Omit<Held, 'actor'>): boolean {
	return (
		(day === 'all' || entry === day) &&
		(since === undefined || (entry !== null && entry >= since)) &&
		(until === undefined || (entry !== null && entry <= until))
	);
}

/**
 * Everything keeps its order, and every list of ids is narrowed to what is held, so that all of them resolve; only
 * `nearDuplicateOf` and `linkedArticle` may name an article outside. Of the days within, an actor keeps their own
 * quotations, the articles that name them and the stories they are in; a held story keeps all its articles and actors.
 */
export function editionOf(data: Export, { actor, ...span }: Held): Export {
	const naming = new Set(
		actor === null ? data.articles.map(({ id }) => id) : data.actors.find(({ id }) => id === actor)?.articles,
	);
	const spoken = idsOf(data.quotations.filter(({ speaker }) => actor === null || speaker.actor === actor));
	const about = idsOf(data.stories.filter(({ actors }) => actor === null || actors.includes(actor)));
	const days = data.days
		.filter((entry) => isWithin(entry.day, span))
		.map((entry) => ({
			day: entry.day,
			stories: entry.stories.filter((id) => about.has(id)),
			articles: entry.articles.filter((id) => naming.has(id)),
			quotations: entry.quotations.filter((id) => spoken.has(id)),
			about: entry.about.filter((id) => naming.has(id) || spoken.has(id)),
		}))
		.filter(({ stories, articles, quotations }) => stories.length + articles.length + quotations.length > 0);
	const inDays = (list: 'stories' | 'articles' | 'quotations') =>
		new Set(days.flatMap((entry) => entry[list]));

	const storyIds = inDays('stories');
	const stories = data.stories.filter(({ id }) => storyIds.has(id));
	const quotationIds = inDays('quotations');
	const quotations = data.quotations.filter(({ id }) => quotationIds.has(id));
	const articleIds = inDays('articles');
	for (const story of stories) for (const id of story.articles) articleIds.add(id);
	for (const { article } of quotations) articleIds.add(article);
	const articles = data.articles.filter(({ id }) => articleIds.has(id));
	const actorIds = new Set([
		...data.actors.filter((one) => one.articles.some((id) => articleIds.has(id))).map(({ id }) => id),
		...stories.flatMap((story) => story.actors),
		...quotations.flatMap(({ speaker }) => speaker.actor ?? []),
		...(actor === null ? [] : [actor]),
	]);
	const actors = data.actors.filter(({ id }) => actorIds.has(id));

	const kept = (ids: readonly Id[], held: ReadonlySet<Id>) => ids.filter((id) => held.has(id));
	return {
		...data,
		articles,
		actors: actors.map((one) => ({
			...one,
			roles: one.roles.filter(({ article }) => articleIds.has(article)),
			articles: kept(one.articles, articleIds),
			quotations: kept(one.quotations, quotationIds),
		})),
		quotations: quotations.map((one) => ({ ...one, variants: kept(one.variants, quotationIds) })),
		stories: stories.map((one) => ({ ...one, quotations: kept(one.quotations, quotationIds) })),
		days: days.map((entry) => {
			const own = kept(entry.articles, articleIds);
			const held = new Set([...own, ...entry.quotations]);
			return { ...entry, articles: own, about: kept(entry.about, held) };
		}),
	};
}

function idsOf(items: readonly { readonly id: Id }[]): ReadonlySet<Id> {
	return new Set(items.map(({ id }) => id));
}
