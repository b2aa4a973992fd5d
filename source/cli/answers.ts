/** Commands that print: an export and a command in, text and an exit code out. Pure. */
import { editionOf, type Held } from '../digest/edition.ts';
import { explainArticle } from '../output/explain.ts';
import { jsonLines, jsonPieces } from '../output/json.ts';
import { byDayDescending, plainActors, plainArticles, plainDays, plainQuotations } from '../output/lists.ts';
import { markdownDigest } from '../output/markdown.ts';
import { placeWords } from '../output/page.ts';
import { plainDigest } from '../output/plain.ts';
import { safeLine } from '../safe.ts';
import { actorsNamed } from '../search/actors.ts';
import { articlesNamed } from '../search/articles.ts';
import { quotationIndex } from '../search/entries.ts';
import { search } from '../search/quotations.ts';
import type { Actor, Article, Day, Export, Id, Quotation, Span } from '../types.ts';
import { headlineWords, sourceWords } from '../wording.ts';
import { type Command, UsageError } from './arguments.ts';
import { dayFrom } from './days.ts';

export interface Surroundings {
	readonly now: Date;
	readonly columns: number;
	/** Whether matches may be set in bold. */
	readonly bold: boolean;
}

export interface Answer {
	readonly pieces: Iterable<string>;
	/** Said on stderr when nothing was found, with a next step; then the exit code is 1. */
	readonly nothing: string | null;
}

/** Where the flags of a command put the reader. Throws `UsageError`, or `NothingFound` when nobody has such a name. */
export function placeOf(data: Export, command: Command, now: Date): Held & { readonly name: string | null } {
	const { day, since, until } = command;
	const from = since === null ? {} : { since: dayFrom(since, 'since', now) };
	const to = until === null ? {} : { until: dayFrom(until, 'until', now) };
	const actor = command.actor === null ? null : actorOf(data.actors, command.actor);
	return {
		day: day === null ? 'all' : day === 'undated' ? null : dayFrom(day, 'day', now),
		...from,
		...to,
		actor: actor?.id ?? null,
		name: actor?.name ?? null,
	};
}

/** What was asked for is not there: one line on stderr, exit code 1. */
export class NothingFound extends Error {}

function actorOf(actors: readonly Actor[], name: string): Actor {
	const found = actorsNamed(actors, name);
	const [only, ...others] = found;
	if (!only) throw new NothingFound(`nobody in these articles is called “${name}”; try quotidian actors`);
	if (others.length === 0) return only;
	const names = found.slice(0, 6).map((actor) => safeLine(actor.name));
	throw new UsageError(`--actor ${name} could be ${orList(names)}; give more of the name`);
}

function orList(names: readonly string[]): string {
	return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

type Answering = (data: Export, command: Command, around: Surroundings, place: Place) => Answer;
type Place = ReturnType<typeof placeOf>;

/** What each command prints of the part of the news it was pointed at. */
const ANSWERS: Readonly<Record<string, Answering>> = {
	digest: (data, command, { columns }, place) => {
		const heading = placeWords({ ...place, actor: place.name });
		const text = {
			json: () => jsonPieces(data),
			jsonl: () => jsonLines(data),
			markdown: () => [markdownDigest(data, heading)],
			plain: () => [plainDigest(data, { columns, place: heading })],
		}[command.format ?? 'plain'];
		return { pieces: text(), nothing: data.stories.length > 0 ? null : 'no news' };
	},
	quotes: (data, command, around) => {
		const found = quotationsFor(data, command.words);
		const list = { ...data, quotations: pick(data.quotations, found) };
		const pieces =
			command.format === 'json' ? jsonPieces(withReferred(list)) : [plainQuotations(data, found, around)];
		return { pieces, nothing: found.length > 0 ? null : noQuotation(command) };
	},
	actors: (data, command, { columns }) => {
		const actors = [...data.actors].sort(mostQuoted);
		const pieces =
			command.format === 'json' ? jsonPieces({ ...EMPTY(data), actors }) : [plainActors(actors, columns)];
		return { pieces, nothing: actors.length > 0 ? null : 'nobody is named' };
	},
	days: (data, command, { columns }) => {
		const days = [...data.days].sort((a, b) => byDayDescending(a.day, b.day));
		const pieces =
			command.format === 'json' ? jsonPieces({ ...EMPTY(data), days }) : [plainDays(days, columns)];
		return { pieces, nothing: days.length > 0 ? null : 'no news' };
	},
	articles: (data, command, { columns }) => {
		const articles = [...data.articles].sort((a, b) =>
			byDayDescending(a.published?.day ?? null, b.published?.day ?? null),
		);
		const pieces =
			command.format === 'json'
				? jsonPieces({ ...EMPTY(data), articles })
				: [plainArticles(articles, data, columns)];
		return { pieces, nothing: articles.length > 0 ? null : 'no articles' };
	},
	export: (data, command) => ({
		pieces: command.format === 'jsonl' ? jsonLines(data) : jsonPieces(data),
		nothing: data.articles.length > 0 ? null : 'no articles',
	}),
};

/** The answer of a printing command; the reader without a screen prints the digest. */
export function answer(data: Export, command: Command, around: Surroundings): Answer {
	if (command.name === 'explain') return explained(data, command, around);
	const place = placeOf(data, command, around.now);
	const edition = editionOf(data, place);
	const answering = ANSWERS[command.name === 'reader' ? 'digest' : command.name]!;
	const { pieces, nothing } = answering(edition, command, around, place);
	if (nothing === null) return { pieces, nothing };
	const where = placeWords({ ...place, actor: place.name });
	return {
		pieces: command.format === 'json' || command.format === 'jsonl' ? pieces : [],
		nothing: advice(nothing, where, command),
	};
}

/** What is missing, where, and what to do: "no quotation like “x” for Wed 12 Mar 2025; fewer words find more". */
function advice(nothing: string, where: string, { name, words }: Command): string {
	const what = where === '' ? nothing : `${nothing} for ${where}`;
	if (name === 'quotes' && words.trim() !== '') return `${what}; fewer words find more`;
	return where === ''
		? `${what}; try another folder`
		: `${what}; quotidian days lists the days that have some`;
}

function noQuotation({ words }: Command): string {
	return words.trim() === '' ? 'no quotations' : `no quotation like “${safeLine(words)}”`;
}

function quotationsFor(
	data: Export,
	words: string,
): { readonly id: Id; readonly highlights: readonly Span[] }[] {
	const dayOf = new Map<Id, Day | null>();
	for (const { day, quotations } of data.days) for (const id of quotations) dayOf.set(id, day);
	// The order of the index breaks ties between equally good matches: newest first.
	const quotations = [...data.quotations].sort((a, b) =>
		byDayDescending(dayOf.get(a.id) ?? null, dayOf.get(b.id) ?? null),
	);
	return search(quotationIndex({ ...data, quotations }), words);
}

function pick(quotations: readonly Quotation[], found: readonly { readonly id: Id }[]): Quotation[] {
	const byId = new Map(quotations.map((quotation) => [quotation.id, quotation]));
	return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** A list alone, in the shape of an export. */
const EMPTY = (data: Export): Export => ({
	...data,
	articles: [],
	actors: [],
	quotations: [],
	stories: [],
	days: [],
});

/** Quotations with the articles and speakers they name, and nothing else. */
function withReferred(data: Export): Export {
	const articles = new Set(data.quotations.map(({ article }) => article));
	const actors = new Set(data.quotations.map(({ speaker }) => speaker.actor));
	return {
		...data,
		articles: data.articles.filter(({ id }) => articles.has(id)),
		actors: data.actors.filter(({ id }) => actors.has(id)),
		stories: [],
		days: [],
	};
}

/** Speakers first, then those named most; the rest by name, so that the order never depends on the files'. */
function mostQuoted(a: Actor, b: Actor): number {
	return (
		b.quotations.length - a.quotations.length ||
		b.articles.length - a.articles.length ||
		(a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
	);
}

function explained(data: Export, command: Command, { columns }: Surroundings): Answer {
	const article = articleOf(data.articles, command.words);
	const pieces =
		command.format === 'json' ? jsonPieces(onlyOf(data, article)) : [explainArticle(data, article, columns)];
	return { pieces, nothing: null };
}

function articleOf(articles: readonly Article[], words: string): Article {
	const found = articlesNamed(articles, words);
	const [only, ...others] = found;
	if (!only) throw new NothingFound(`no article is called “${words}”; quotidian articles lists them`);
	if (others.length === 0) return only;
	const names = found.slice(0, 4).map((article) => `${sourceWords(article)} (${headlineWords(article)})`);
	throw new UsageError(`${words} could be ${orList(names)}; give more of the file name, or an id`);
}

/** What an export says of one article: its own findings, whole stories, and the actors it names. */
function onlyOf(data: Export, article: Article): Export {
	const quotations = data.quotations.filter((one) => one.article === article.id);
	const actors = new Set(
		[...article.mentions, ...quotations.map(({ speaker }) => speaker)].map(({ actor }) => actor),
	);
	return {
		...EMPTY(data),
		articles: [article],
		actors: data.actors.filter(({ id }) => actors.has(id)),
		quotations,
		stories: data.stories.filter((story) => story.articles.includes(article.id)),
		problems: data.problems.filter(({ file }) => file === article.file),
	};
}
