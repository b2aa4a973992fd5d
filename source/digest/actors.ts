/** One actor for all the names that articles give one person, organisation or place. */
import { identify } from '../identity.ts';
import type { Actor, Entity, Id, Reading } from '../types.ts';
import { foldWord } from './terms.ts';

/** Which actor each entity of each article is: `[article][entity]`. */
export interface Linked {
	readonly actors: readonly Actor[];
	readonly actorOf: readonly (readonly Id[])[];
}

interface Named {
	readonly at: number;
	readonly index: number;
	readonly entity: Entity;
}

export function linkActors(readings: readonly Reading[]): Linked {
	const groups = new Map<string, Named[]>();
	readings.forEach(({ entities }, at) => {
		entities.forEach((entity, index) => {
			const name = entity.name.split(/\s+/).map(foldWord).join(' ');
			const key = `${entity.kind} ${name}`;
			const group = groups.get(key);
			if (group) group.push({ at, index, entity });
			else groups.set(key, [{ at, index, entity }]);
		});
	});
	const actorOf = readings.map(({ entities }) => entities.map(() => ''));
	const actors: Actor[] = [];
	for (const [key, group] of groups) {
		const id = identify('p', key);
		const counts = new Map<string, number>();
		const articles = new Set<Id>();
		const roles: Actor['roles'][number][] = [];
		for (const { at, index, entity } of group) {
			const { article } = readings[at]!;
			actorOf[at]![index] = id;
			articles.add(article.id);
			for (const mention of entity.mentions) {
				const { start, end } = article.mentions[mention]!;
				const text = article.text.slice(start, end);
				counts.set(text, (counts.get(text) ?? 0) + 1);
			}
			for (const { text } of entity.roles)
				roles.push({ text, article: article.id, day: article.published?.day ?? null });
		}
		const aliases = [...counts]
			.map(([text, count]) => ({ text, count }))
			.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
		actors.push({
			id,
			name: group[0]!.entity.name,
			kind: group[0]!.entity.kind,
			aliases,
			roles,
			articles: [...articles],
			quotations: [],
		});
	}
	return { actors, actorOf };
}
