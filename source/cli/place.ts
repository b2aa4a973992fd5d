/** What a reader points at by flags: days and an actor, in the news that were read. */
import { type Held, isWithin } from '../digest/edition.ts';
import { placeWords } from '../output/page.ts';
import { type Safe, safeLine } from '../safe.ts';
import { actorsNamed, type Named } from '../search/actors.ts';
import { articlesNamed } from '../search/articles.ts';
import type { Article, Day, Export } from '../types.ts';
import { headlineWords, sourceWords } from '../wording.ts';
import type { Command } from './arguments.ts';
import { dayFrom } from './days.ts';
import { NothingFound, UsageError } from './mistakes.ts';

export interface Pointed {
	readonly held: Held;
	/** How a heading says it; empty for everything. */
	readonly words: Safe;
}

/** Throws `UsageError` for what is no day or several actors, `NothingFound` when nobody has such a name. */
export function placeOf(data: Export, command: Command, now: Date): Pointed {
	const held = spanOf(command, now);
	const actor = command.actor === null ? null : actorOf(data.actors, command.actor);
	return {
		held: { ...held, actor: actor?.id ?? null },
		words: placeWords({ ...held, actor: actor?.name ?? null }),
	};
}

function spanOf({ day, since, until }: Command, now: Date): Omit<Held, 'actor'> {
	return {
		day: day === null ? 'all' : dayOf(day, now),
		...(since === null ? {} : { since: dayFrom(since, 'since', now) }),
		...(until === null ? {} : { until: dayFrom(until, 'until', now) }),
	};
}

/** Which days a command is about. Throws `UsageError` for what is no day. */
export function daysOf(command: Command, now: Date): (day: Day | null) => boolean {
	const span = spanOf(command, now);
	return (day) => isWithin(day, span);
}

/** A day as it is typed; null for the undated. Throws `UsageError`. */
export function dayOf(day: string, now: Date): Day | null {
	return day === 'undated' ? null : dayFrom(day, 'day', now);
}

/** The actor of a name. Throws as `placeOf` does. */
export function actorOf<One extends Named>(actors: readonly One[], name: string): One {
	const found = actorsNamed(actors, name);
	const [only, ...others] = found;
	if (!only) throw new NothingFound(`nobody in these articles is called “${name}”; try quotidian actors`);
	if (others.length === 0) return only;
	// Whoever is called so and no more, or like another, is told by the id alone.
	const isTold = (actor: One) =>
		actor.name.length > name.length && found.every((other) => other === actor || other.name !== actor.name);
	const names = found
		.slice(0, 6)
		.map((actor) => safeLine(isTold(actor) ? actor.name : `${actor.name} (${actor.id})`));
	const told = found.filter(isTold).length;
	const more = [
		...(told > 0 ? ['give more of the name'] : []),
		...(told < found.length ? ['give the id'] : []),
	].join(', or ');
	throw new UsageError(`--actor ${name} could be ${orList(names)}; ${more}`);
}

/** The article that `explain` was given. Throws as `placeOf` does. */
export function articleOf(articles: readonly Article[], words: string): Article {
	const found = articlesNamed(articles, words);
	const [only, ...others] = found;
	if (!only) throw new NothingFound(`no article is called “${words}”; quotidian articles lists them`);
	if (others.length === 0) return only;
	const names = found.slice(0, 3).map((article) => `${sourceWords(article)} (${headlineWords(article)})`);
	throw new UsageError(`${words} could be ${orList(names)}; give more of the file name, or an id`);
}

function orList(names: readonly string[]): string {
	return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
