/** The order in which many articles become one edition. Each stage uses only what stands above it. */
import { isRead } from '../article/annotate.ts';
import type { Actor, Export, Id, Join, Problem, Quotation, Reading, Standing } from '../types.ts';
import { daysOf } from './calendar.ts';
import { compared, inOrder } from './compared.ts';
import { type Corrections, NO_CORRECTIONS } from './corrections.ts';
import { type Found, foundInWindows } from './in-windows.ts';
import type { Followed } from './names/as-told.ts';
import { inReadingOrder } from './order.ts';
import { standingOf } from './standing.ts';
import { storyOf } from './story.ts';
import { datingOf, daysFor, windowsOf } from './windows.ts';

/** The edition, and what was decided on the way to it. */
export interface Explained {
	readonly data: Export;
	/** Every name that came to an actor, and why. */
	readonly joins: readonly Join[];
	/** What became of the reader's corrections that join names. */
	readonly followed: readonly Followed[];
	/** Why an article stands in its story; null when there is no such article. */
	readonly standingOf: (article: Id) => Standing | null;
}

/**
 * Compares articles with each other, very many in windows of time, and hands back everything in the public contract. Pure:
 * the same readings in any order give the same result, byte for byte.
 */
export function digest(
	readings: readonly Reading[],
	problems: readonly Problem[],
	corrections: Corrections = NO_CORRECTIONS,
	tellStory: typeof storyOf = storyOf,
): Export {
	return explainedDigest(readings, problems, corrections, tellStory).data;
}

/**
 * `tellStory`: for who keeps what a story came to; it must come to what `storyOf` makes of the same. `capacity`: of a window
 * of time.
 */
export function explainedDigest(
	readings: readonly Reading[],
	problems: readonly Problem[],
	corrections: Corrections = NO_CORRECTIONS,
	tellStory: typeof storyOf = storyOf,
	capacity?: number,
): Explained {
	const ordered = inOrder(readings);
	const windows = windowsOf(daysFor(ordered.map(datingOf)), capacity);
	const found =
		windows.length > 1
			? foundInWindows(ordered, windows, corrections, tellStory)
			: foundAtOnce(ordered, corrections, tellStory);
	const data = editionFrom({ ...found, problems: [...problems, ...found.problems] });
	const { joins, followed } = found;
	return { data, joins, followed, standingOf: (id) => found.standingOf(data.actors, id) };
}

/** All compared with one another. */
function foundAtOnce(
	readings: readonly Reading[],
	corrections: Corrections,
	tellStory: typeof storyOf,
): Found {
	const held = compared(readings, corrections);
	const { read, articles, quotations, linked, copies, events, decided } = held;
	const quotationsIn = groupBy(quotations, ({ article }) => article);
	const copiesIn = new Map(copies.map((copy) => [copy[0]!, [copy.map((at) => articles[at]!.id)]]));
	const stories = events.groups
		.filter((members) => members.some((at) => isRead(articles[at]!)))
		.map((members) =>
			tellStory(
				members.map((at) => articles[at]!),
				members.flatMap((at) => copiesIn.get(at) ?? []),
				members.flatMap((at) => quotationsIn.get(articles[at]!.id) ?? []),
			),
		);
	const { actors, joins, followed } = linked;
	const told = read.flatMap((reading) => reading.problems);
	const problems = [...linked.problems, ...decided.problems, ...told];
	return {
		articles,
		actors,
		quotations,
		stories,
		problems,
		joins,
		followed,
		standingOf: (known, id) => standingOf(held, known, id),
	};
}

/** Puts in order what was found, and files it by days. */
export function editionFrom({
	articles,
	actors,
	quotations,
	stories,
	problems,
}: Omit<Export, 'schema' | 'days'>): Export {
	const ordered = inReadingOrder(stories, new Map(articles.map((article) => [article.id, article])));
	return {
		schema: 'quotidian/1',
		articles,
		actors: withQuotations(actors, quotations),
		quotations,
		stories: ordered,
		days: daysOf(articles, quotations, ordered),
		problems: [...problems].sort(byPlace),
	};
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: Problem, b: Problem) =>
	compare(a.file, b.file) ||
	(a.line ?? 0) - (b.line ?? 0) ||
	compare(a.stage, b.stage) ||
	compare(a.message, b.message);

/** Most quoted first, then most often named. */
function withQuotations(actors: readonly Actor[], quotations: readonly Quotation[]): Actor[] {
	const spoken = groupBy(quotations, ({ speaker }) => speaker.actor);
	const named = new Map(
		actors.map(({ id, aliases }) => [id, aliases.reduce((sum, { count }) => sum + count, 0)]),
	);
	return actors
		.map((actor) => ({ ...actor, quotations: (spoken.get(actor.id) ?? []).map(({ id }) => id) }))
		.sort(
			(a, b) =>
				b.quotations.length - a.quotations.length ||
				named.get(b.id)! - named.get(a.id)! ||
				compare(a.name, b.name) ||
				compare(a.id, b.id),
		);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
