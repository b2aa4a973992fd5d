import type { Actor, Article, Export, Id, Quotation } from '../types.ts';

/** Everything of an export that is asked for by id. */
export interface Lookup {
	readonly articles: ReadonlyMap<Id, Article>;
	readonly actors: ReadonlyMap<Id, Actor>;
	readonly quotations: ReadonlyMap<Id, Quotation>;
	/** By article, the titles it gives. */
	readonly roles: ReadonlyMap<Id, readonly { readonly actor: Id; readonly text: string }[]>;
}

export function lookupIn(data: Export): Lookup {
	const roles = new Map<Id, { actor: Id; text: string }[]>(data.articles.map(({ id }) => [id, []]));
	for (const { id, roles: given } of data.actors)
		for (const { article, text } of given) roles.get(article)?.push({ actor: id, text });
	return {
		roles,
		articles: new Map(data.articles.map((article) => [article.id, article])),
		actors: new Map(data.actors.map((actor) => [actor.id, actor])),
		quotations: new Map(data.quotations.map((quotation) => [quotation.id, quotation])),
	};
}
