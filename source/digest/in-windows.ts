/**
 * Many articles compared window by window, as an archive on disk compares them, and all in memory: whether one is kept changes
 * nothing of the news.
 */
import type { Actor, Article, Export, Id, Join, Quotation, Reading, Standing } from '../types.ts';
import { compared } from './compared.ts';
import type { Corrections } from './corrections.ts';
import type { Followed } from './names/as-told.ts';
import { assembled, type ExplainedPart, explainedPart, type Gathering, type Meaning } from './parts.ts';
import { standingOf } from './standing.ts';
import type { storyOf } from './story.ts';
import { toldStories } from './told-stories.ts';
import type { Window } from './windows.ts';

/** What articles came to, not yet in the order of an edition. */
export interface Found extends Omit<Export, 'schema' | 'days'> {
	readonly joins: readonly Join[];
	readonly followed: readonly Followed[];
	/** Of the actors with their quotations. */
	readonly standingOf: (actors: readonly Actor[], article: Id) => Standing | null;
}

/** `readings` in their order, each with an id of its own. */
export function foundInWindows(
	readings: readonly Reading[],
	windows: readonly Window[],
	corrections: Corrections,
	tellStory: typeof storyOf,
): Found {
	const parts = windows.map(({ core, beside }) =>
		explainedPart(
			[...core, ...beside].map((at) => readings[at]!),
			new Set(core.map((at) => readings[at]!.article.id)),
			corrections,
		),
	);
	const { actors, meant, quotations, stories, problems, followed } = assembled(
		parts.map(({ part }) => part),
		corrections,
	);
	const named = new Map(
		parts.flatMap(({ part }, nth) =>
			part.articles.map((article) => [article.id, withMeant(article, meant[nth]!)]),
		),
	);
	const articles = readings.map(({ article }) => named.get(article.id)!);
	const quotationsIn = new Map<Id, Quotation[]>(articles.map(({ id }) => [id, []]));
	for (const quotation of quotations) quotationsIn.get(quotation.article)!.push(quotation);
	return {
		articles,
		actors,
		quotations,
		stories: stories.map(({ articles: ids, nearDuplicates }) =>
			tellStory(
				ids.map((id) => named.get(id)!),
				nearDuplicates,
				ids.flatMap((id) => quotationsIn.get(id)!),
			),
		),
		problems,
		joins: joinsOf(parts, meant, articles),
		followed: followedIn(parts, followed),
		standingOf: (known, id) => standingIn(readings, windows, corrections, { stories, actors: known }, id),
	};
}

function withMeant(article: Article, meant: ReadonlyMap<Id, Meaning>): Article {
	const mentions = article.mentions.map((mention) => ({
		...mention,
		actor: mention.actor === null ? null : meant.get(mention.actor)!.actor,
	}));
	return { ...article, mentions };
}

/** In the order of the articles. Who is first met in a window may have come to somebody of another. */
function joinsOf(
	parts: readonly ExplainedPart[],
	meant: readonly ReadonlyMap<Id, Meaning>[],
	articles: readonly Article[],
): Join[] {
	const places = new Map(articles.map(({ id }, at) => [id, at]));
	return parts
		.flatMap(({ joins }, nth) =>
			joins.map((join): Join => {
				const { actor, reason, line } = meant[nth]!.get(join.actor)!;
				return join.reason === 'first met' ? { ...join, actor, reason, line } : { ...join, actor };
			}),
		)
		.sort((a, b) => places.get(a.article)! - places.get(b.article)!);
}

/** Of each correction what tells most: that it joined anybody, in a window or across them; else why it did not. */
function followedIn(parts: readonly ExplainedPart[], across: readonly Followed[]): Followed[] {
	const held = new Map<Followed['correction'], Followed>();
	for (const one of [...parts.flatMap((part) => part.followed), ...across]) {
		const known = held.get(one.correction);
		if (!known || TELLING.indexOf(one.how) < TELLING.indexOf(known.how)) held.set(one.correction, one);
	}
	return [...held.values()];
}

const TELLING: readonly Followed['how'][] = ['joined', 'kept apart', 'already one'];

/** The article's own window is compared again; where it stands with others there for nothing that is told, those that see it. */
function standingIn(
	readings: readonly Reading[],
	windows: readonly Window[],
	corrections: Corrections,
	{ stories, actors }: { readonly stories: readonly Gathering[]; readonly actors: readonly Actor[] },
	id: Id,
): Standing | null {
	const at = readings.findIndex(({ article }) => article.id === id);
	if (at < 0) return null;
	const { together } = toldStories(
		corrections,
		readings.map(({ article }) => article),
	);
	const told = together.flatMap(({ a, b }) => (a === at ? [b] : b === at ? [a] : []));
	const own = windows.filter(({ core }) => core.includes(at));
	const others = windows.filter(({ beside }) => beside.includes(at));
	const alone = (stories.find(({ articles }) => articles.includes(id))?.articles.length ?? 1) === 1;
	let first: Standing | null = null;
	for (const { core, beside } of alone ? own : [...own, ...others]) {
		const seen = new Set([...core, ...beside, ...told]);
		const held = compared(
			[...seen].map((one) => readings[one]!),
			corrections,
		);
		const numbers = new Map(held.articles.map((article, number) => [article.id, number]));
		const groups = stories
			.map(({ articles }) => articles.flatMap((one) => numbers.get(one) ?? []))
			.filter(({ length }) => length > 0);
		const standing = standingOf({ ...held, events: { ...held.events, groups } }, actors, id);
		if (standing && standing.reason !== 'alone') return standing;
		first ??= standing;
	}
	return first;
}
