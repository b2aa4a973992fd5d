/** Why an article stands in its story: told of one article when it is asked for, not worked out for all. */
import type { Actor, Article, Id, Standing } from '../types.ts';
import { anchorsOf } from './bags.ts';
import type { Compared } from './compared.ts';
import { type Term, termsIn } from './terms.ts';
import { weekdaysOf } from './weekdays.ts';

/** So many of a kind are told. */
const TOLD = 6;
/** How rare a word is shows among so many articles. */
const SAMPLE = 1000;

/** Null when no article has the id. */
export function standingOf(held: Compared, actors: readonly Actor[], id: Id): Standing | null {
	const { articles, versions, events, decided } = held;
	const at = articles.findIndex((article) => article.id === id);
	if (at < 0) return null;
	const group = events.groups.find((members) => members.includes(at)) ?? [];
	const said = (
		reason: Standing['reason'],
		other: number | null,
		more: { readonly nearness?: number; readonly line?: number } = {},
	): Standing => ({
		reason,
		nearest: other === null ? null : articles[other]!.id,
		nearness: more.nearness ?? null,
		line: more.line ?? null,
		shared: sharedBetween(held, actors, at, other),
	});
	const original = versions.find((version) => version.includes(at))?.[0];
	if (original !== undefined && original !== at) return said('copy', original);
	const near = events.nearest[at];
	const inGroup = near && group.includes(near.other);
	const told = decided.together.find(
		({ a, b }) => (a === at || b === at) && group.includes(a) && group.includes(b),
	);
	if (told && !(inGroup && near.nearness >= 1))
		return said('told', told.a === at ? told.b : told.a, { line: told.line });
	if (!near) return said('alone', null);
	return said(inGroup ? 'near' : 'alone', near.other, { nearness: near.nearness });
}

function sharedBetween(
	{ articles, read }: Compared,
	actors: readonly Actor[],
	one: number,
	two: number | null,
): Standing['shared'] {
	if (two === null) return { names: [], days: [], weekdays: [], figures: [], words: [] };
	const [a, b] = [articles[one]!, articles[two]!];
	const both = new Set([a.id, b.id]);
	const names = actors
		.filter((actor) => actor.articles.filter((id) => both.has(id)).length === both.size)
		.sort((x, y) => x.articles.length - y.articles.length || (x.name < y.name ? -1 : 1));
	const dayIn = (article: Article) =>
		new Set(article.times.flatMap(({ value }) => /^\d{4}-\d\d-\d\d/.exec(value) ?? []));
	const weekdays = weekdaysOf(a, read[one]!.times) & weekdaysOf(b, read[two]!.times);
	const terms = termsOf(a);
	const anchors = [anchorsOf(a, read[one]!.times), anchorsOf(b, read[two]!.times)] as const;
	const numbers = terms.filter(({ number, word }) => {
		const key = `figure ${word}`;
		return number && anchors[0].has(key) && anchors[1].has(key);
	});
	return {
		names: names.slice(0, TOLD).map(({ name }) => name),
		days: [...dayIn(a)]
			.filter((day) => dayIn(b).has(day))
			.sort()
			.slice(0, TOLD),
		weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => weekdays & (1 << day)),
		figures: distinct(numbers, ({ word }) => word, a).slice(0, TOLD),
		words: sharedWords(terms, a, b, articles),
	};
}

/** Words of both that are no names and no figures, the rarest first. */
function sharedWords(terms: readonly Term[], a: Article, b: Article, articles: readonly Article[]): string[] {
	const other = new Set(termsOf(b).map(({ stem }) => stem));
	const named = new Set(a.mentions.flatMap((mention) => termsIn(a.text, mention).map(({ stem }) => stem)));
	const shared = terms.filter(
		({ stem, number }) => stem !== '' && !number && other.has(stem) && !named.has(stem),
	);
	const holders = new Map(shared.map(({ stem }) => [stem, 0]));
	const step = Math.ceil(articles.length / SAMPLE);
	for (let at = 0; at < articles.length; at += step)
		for (const stem of new Set(termsOf(articles[at]!).map(({ stem }) => stem)))
			if (holders.has(stem)) holders.set(stem, holders.get(stem)! + 1);
	const rarest = [...shared].sort((x, y) => holders.get(x.stem)! - holders.get(y.stem)! || x.start - y.start);
	return distinct(rarest, ({ stem }) => stem, a).slice(0, TOLD);
}

const termsOf = ({ text, paragraphs }: Article) =>
	paragraphs.flatMap((paragraph) => termsIn(text, paragraph));

function distinct(terms: readonly Term[], keyOf: (term: Term) => string, { text }: Article): string[] {
	return [...new Map(terms.toReversed().map((term) => [keyOf(term), term])).values()]
		.toReversed()
		.map(({ start, end }) => text.slice(start, end));
}
