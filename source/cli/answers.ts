/** Commands that print: the news and a command in, text out. Pure. */
import type { FoundQuotations } from '../archive/asking.ts';
import { quotationsIn } from '../archive/memory.ts';
import { editionOf } from '../digest/edition.ts';
import { explainArticle } from '../output/explain.ts';
import { explainActor } from '../output/explain-actor.ts';
import { jsonLines, jsonPieces } from '../output/json.ts';
import { byDayDescending, plainActors, plainArticles, plainDays, plainQuotations } from '../output/lists.ts';
import { markdownDigest } from '../output/markdown.ts';
import { plainDigest } from '../output/plain.ts';
import { type Safe, safeLine } from '../safe.ts';
import type { Found } from '../search/quotations.ts';
import type { Actor, Article, Export, Id, Join, Standing } from '../types.ts';
import type { Command } from './arguments.ts';
import { actorOf, articleOf, placeOf } from './place.ts';
import type { NewsCommand } from './table.ts';

export interface Surroundings {
	readonly now: Date;
	readonly columns: number;
	/** Whether matches may be set in bold. */
	readonly bold: boolean;
	/** Whether the digest is set to be read aloud. */
	readonly linear?: boolean;
	/** How each name came to its actor. */
	readonly joins: readonly Join[];
	/** Why an article stands in its story. */
	readonly standingOf?: (article: Id) => Standing | null;
	/** What answers the words of `quotes`, where that was looked up before; it is in the news. */
	readonly found?: FoundQuotations;
}

export interface Answer {
	readonly pieces: Iterable<string>;
	/** Said on stderr when nothing was found, with a next step; then the exit code is 1. */
	readonly nothing: string | null;
	/** Said on stderr beside what was found. */
	readonly remark: string | null;
}

/** What a command has found: the same for a reader and for a script. */
interface Findings {
	/** In the shape of an export; lists that the command is not about are empty. */
	readonly data: Export;
	readonly text: () => string;
	readonly nothing: string | null;
	readonly remark?: string;
}

interface Asked extends Surroundings {
	/** Whether any article has a text, of this place or another: without, there is no news, and no quiet day either. */
	readonly read: boolean;
}

type Finding = (data: Export, command: Command, around: Asked, place: Safe) => Findings;

const FINDINGS: Readonly<Record<NewsCommand, Finding>> = {
	digest: (data, { format }, { columns, linear = false, read }, place) => ({
		data,
		text: () =>
			format === 'markdown'
				? markdownDigest(data, place, read)
				: plainDigest(data, { columns, place, linear, read }),
		nothing: data.stories.length > 0 ? null : 'no news',
	}),
	quotes: (data, { words }, around) => {
		const asked = around.found ?? quotationsIn(data, words);
		const { found } = asked;
		const remark = remarkOn(asked);
		return {
			data: withReferred(data, found),
			text: () => plainQuotations(data, found, around),
			nothing: found.length > 0 ? null : noQuotation(words),
			...(remark === null ? {} : { remark }),
		};
	},
	actors: (data, _, { columns }) => {
		const actors = [...data.actors].sort(mostQuoted);
		return {
			data: { ...emptied(data), actors },
			text: () => plainActors(actors, columns),
			nothing: actors.length > 0 ? null : 'nobody is named',
		};
	},
	days: (data, _, { columns }) => {
		const days = [...data.days].sort((a, b) => byDayDescending(a.day, b.day));
		return {
			data: { ...emptied(data), days },
			text: () => plainDays(days, columns),
			nothing: days.length > 0 ? null : 'no news',
		};
	},
	articles: (data, _, { columns }) => {
		const articles = [...data.articles].sort((a, b) =>
			byDayDescending(a.published?.day ?? null, b.published?.day ?? null),
		);
		return {
			data: { ...emptied(data), articles },
			text: () => plainArticles(articles, data, columns),
			nothing: articles.length > 0 ? null : 'no articles',
		};
	},
	export: (data) => ({
		data,
		text: () => [...jsonPieces(data)].join(''),
		nothing: data.articles.length > 0 ? null : 'no articles',
	}),
	explain: (data, { words, actor: name }, { columns, joins, standingOf }) => {
		if (name !== null) {
			const actor = actorOf(data.actors, name);
			return {
				data: { ...emptied(data), actors: [actor] },
				text: () => explainActor(data, actor, joins, columns),
				nothing: null,
			};
		}
		const article = articleOf(data.articles, words);
		return {
			data: onlyOf(data, article),
			text: () => explainArticle(data, article, joins, columns, standingOf?.(article.id) ?? null),
			nothing: null,
		};
	},
};

/** The answer of a printing command; the reader without a screen prints the digest. Throws as `placeOf` does. */
export function answer(data: Export, command: Command, around: Surroundings): Answer {
	const name = command.name in FINDINGS ? (command.name as NewsCommand) : 'digest';
	// An actor is explained from everything, not from what they say.
	const { held, words } = placeOf(
		data,
		name === 'explain' ? { ...command, actor: null } : command,
		around.now,
	);
	const read = data.articles.some(({ text }) => text !== '');
	const found = FINDINGS[name](editionOf(data, held), command, { ...around, read }, words);
	const nothing = found.nothing === null ? null : advice(found.nothing, words, command);
	return { pieces: piecesOf(found, name, command), nothing, remark: found.remark ?? null };
}

/**
 * A script always gets a document, and a digest is always a page: it may be mailed, and a blank one would say neither
 * that the day was quiet nor that nothing could be read.
 */
function piecesOf(
	{ data, text, nothing }: Findings,
	name: Command['name'],
	{ format }: Command,
): Iterable<string> {
	if (format === 'jsonl') return jsonLines(data);
	if (format === 'json' || name === 'export') return jsonPieces(data);
	return nothing === null || name === 'digest' ? [text()] : [];
}

/** What is missing, where, and what to do: "no quotation like “x” for Wed 12 Mar 2025; fewer words find more". */
function advice(nothing: string, where: string, { name, words }: Command): string {
	const what = where === '' ? nothing : `${nothing} for ${where}`;
	if (name === 'quotes' && words.trim() !== '') return `${what}; fewer words find more`;
	return where === ''
		? `${what}; try another folder`
		: `${what}; quotidian days lists the days that have some`;
}

function noQuotation(words: string): string {
	return words.trim() === '' ? 'no quotations' : `no quotation like “${safeLine(words)}”`;
}

/** What is said beside quotations that were found otherwise than as they were asked for. */
function remarkOn({ found, rescued }: FoundQuotations): string | null {
	const taken = rescued
		.filter(({ meant }) => meant.length > 0)
		.map(({ typed, meant }) => `no “${safeLine(typed)}”, taken for ${orList(meant.slice(0, MOST_MEANT))}`);
	const some = (found[0]?.missing ?? 0) > 0;
	const remarks = [
		...taken,
		...(some ? ['no quotation has all of these words; these have most of them'] : []),
	];
	return found.length > 0 && remarks.length > 0 ? remarks.join('; ') : null;
}

/** Of the words that a mistyped one may mean, so many are told. */
const MOST_MEANT = 3;

const orList = (words: readonly string[]) => words.map((word) => `“${safeLine(word)}”`).join(' or ');

/** A list alone, in the shape of an export. */
function emptied(data: Export): Export {
	return { ...data, articles: [], actors: [], quotations: [], stories: [], days: [] };
}

/** The quotations found, best first, with the articles and speakers they name, and nothing else. */
function withReferred(data: Export, found: readonly Found[]): Export {
	const byId = new Map(data.quotations.map((quotation) => [quotation.id, quotation]));
	const quotations = found.flatMap(({ id }) => byId.get(id) ?? []);
	const articles = new Set(quotations.map(({ article }) => article));
	const actors = new Set(quotations.map(({ speaker }) => speaker.actor));
	return {
		...emptied(data),
		articles: data.articles.filter(({ id }) => articles.has(id)),
		actors: data.actors.filter(({ id }) => actors.has(id)),
		quotations,
	};
}

/** What an export says of one article: its own findings, its stories whole, and the actors it names. */
function onlyOf(data: Export, article: Article): Export {
	const quotations = data.quotations.filter((one) => one.article === article.id);
	const speakers = quotations.map(({ speaker }) => speaker);
	const actors = new Set([...article.mentions, ...speakers].map(({ actor }) => actor));
	return {
		...emptied(data),
		articles: [article],
		actors: data.actors.filter(({ id }) => actors.has(id)),
		quotations,
		stories: data.stories.filter((story) => story.articles.includes(article.id)),
		problems: data.problems.filter(({ file }) => file === article.file),
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
