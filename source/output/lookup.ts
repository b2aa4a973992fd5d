import type { Actor, Article, Export, Id, Quotation } from '../types.ts';

/** Everything of an export that is asked for by id. */
export interface Lookup {
	readonly articles: ReadonlyMap<Id, Article>;
	readonly actors: ReadonlyMap<Id, Actor>;
	readonly quotations: ReadonlyMap<Id, Quotation>;
}

export function lookupIn(data: Export): Lookup {
	return {
		articles: new Map(data.articles.map((article) => [article.id, article])),
		actors: new Map(data.actors.map((actor) => [actor.id, actor])),
		quotations: new Map(data.quotations.map((quotation) => [quotation.id, quotation])),
	};
}
