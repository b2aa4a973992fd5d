/**
 * Puts the articles of an archive beside one another, a window of time after the other, and makes one edition of what the
 * windows came to. What has come out before of the same articles is not worked out again, and no more of the texts is in
 * memory than a window holds.
 */
import { type Database, wholly } from '../archive/sqlite/driver.ts';
import { finishedIn, hasPart, keepPart, keptPart } from '../archive/sqlite/parts.ts';
import {
	hasStory,
	keepStory,
	readingOf,
	type Shelved,
	shelvedReadings,
	toldStory,
} from '../archive/sqlite/readings.ts';
import type { Whole } from '../archive/sqlite/write.ts';
import { withOwnIds } from '../digest/compared.ts';
import type { Corrections } from '../digest/corrections.ts';
import { editionFrom } from '../digest/digest.ts';
import { assembled, type Meaning } from '../digest/parts.ts';
import { daysFor, windowsOf } from '../digest/windows.ts';
import { sumOfText } from '../kept/sums.ts';
import type { Article, Export, Id, Problem, Quotation } from '../types.ts';
import { countWords } from '../wording.ts';
import { eachOf, inBatches, type Pool } from './pool.ts';
import { type Frame, type InPieces, TASKS, whole } from './tasks.ts';

/** Windows compared at once: each holds its texts in memory. */
const WINDOWS_AT_ONCE = 2;
/** Stories told at a time in one thread. */
const BATCH = 16;

export interface Edition {
	/** Its articles without their texts. */
	readonly data: Export;
	/** The same with their texts, each by what it is made of. */
	readonly whole: Whole;
	/** What parts and stories are kept under. */
	readonly parts: ReadonlySet<string>;
	readonly stories: ReadonlySet<string>;
}

/** `sums`: of the articles that are there. `tell` hears how far it has come. `capacity`: of a window. */
export async function editionOf(
	database: Database,
	sums: readonly string[],
	corrections: Corrections,
	problems: readonly Problem[],
	{ tell, pool, capacity }: How,
): Promise<Edition> {
	const known = shelvedReadings(database);
	const shelved = withOwnIds(sums.flatMap((sum) => known.get(sum) ?? []));
	const windows = windowsOf(daysFor(shelved.map(({ dating }) => dating)), capacity).map(
		({ core, beside }) => {
			const seen = [...core, ...beside].map((at) => shelved[at]!);
			const made = seen.map(({ sum, id }) => [sum, id]);
			return {
				name: sumOfText(JSON.stringify([made, core.length, corrections])),
				core: new Set(core.map((at) => shelved[at]!.id)),
				seen,
			};
		},
	);
	const names = windows.map(({ name }) => name);
	const old = windows.filter(({ name }) => !hasPart(database, name));
	await eachOf(old, Math.min(WINDOWS_AT_ONCE, pool.size), async ({ name, core, seen }, nth) => {
		tell(
			`comparing ${countWords(shelved.length, 'article')}${nth === 0 ? '' : `, part ${nth + 1} of ${old.length}`}`,
		);
		const readings = seen.map(({ sum, id }) => [id, readingOf(database, sum)] as const);
		const { frame, finished } = await pool.ask('compare', { core, readings, corrections }, TASKS.compare);
		wholly(database, () => keepPart(database, name, frame, finished));
	});
	const frames = names.map((name) => JSON.parse(keptPart(database, name)) as Frame);
	const { quotations, actors, meant, stories, problems: met } = assembled(frames, corrections);
	const pieces = wholeFrom(database, shelved, frames, names, meant);
	const quotationsIn = byArticle(quotations);
	const named = stories.map((story) => {
		const said = story.articles.flatMap((id) => quotationsIn.get(id) ?? []);
		const { articles, nearDuplicates } = story;
		const name = sumOfText(JSON.stringify([articles.map(pieces.stampOf), nearDuplicates, said]));
		return { name, story, said };
	});
	const untold = named.filter(({ name }) => !hasStory(database, name));
	let told = 0;
	await eachOf(inBatches(untold, BATCH), pool.size, async (batch) => {
		tell(`telling ${told + 1} of ${countWords(untold.length, 'story')}`);
		const given = batch.map(({ story: { articles, nearDuplicates }, said: quotations }) => ({
			articles: articles.map(pieces.piecesOf),
			nearDuplicates,
			quotations,
		}));
		const kept = await pool.ask('tell', given, TASKS.tell);
		wholly(database, () => {
			for (const [nth, { name }] of batch.entries()) keepStory(database, name, kept[nth]!);
		});
		told += batch.length;
	});
	const data = editionFrom({
		articles: shelved.map(({ id }) => pieces.headOf(id)),
		actors,
		quotations,
		stories: named.map(({ name }) => toldStory(database, name)),
		problems: [...problems, ...met],
	});
	return { data, whole: pieces, parts: new Set(names), stories: new Set(named.map(({ name }) => name)) };
}

export interface How {
	/** Hears how far it has come. */
	readonly tell: (words: string) => void;
	readonly pool: Pool;
	/** Of a window of time. */
	readonly capacity: number | undefined;
}

interface Pieces extends Whole {
	readonly headOf: (id: Id) => Article;
	readonly piecesOf: (id: Id) => InPieces;
}

function wholeFrom(
	database: Database,
	shelved: readonly Shelved[],
	frames: readonly Frame[],
	names: readonly string[],
	meant: readonly ReadonlyMap<Id, Meaning>[],
): Pieces {
	const sums = new Map(shelved.map(({ sum, id }) => [id, sum]));
	const places = new Map(
		frames.flatMap(({ articles }, part) => articles.map(({ id }, at) => [id, { part, at }] as const)),
	);
	const headOf = (id: Id) => {
		const { part, at } = places.get(id)!;
		return frames[part]!.articles[at]!;
	};
	/** Whom the ids in an article mean, each once. */
	const meantIn = ({ part, at }: { readonly part: number; readonly at: number }) =>
		frames[part]!.namedIn[at]!.map((own): [Id, Id] => [own, meant[part]!.get(own)!.actor]);
	const piecesOf = (id: Id): InPieces => {
		const place = places.get(id)!;
		return {
			head: headOf(id),
			reading: readingOf(database, sums.get(id)!),
			rest: finishedIn(database, names[place.part]!, id),
			meant: meantIn(place),
		};
	};
	return {
		headOf,
		piecesOf,
		articleOf: (id) => whole(piecesOf(id)),
		stampOf(id) {
			const place = places.get(id)!;
			const { marks, articles } = frames[place.part]!;
			return JSON.stringify([sums.get(id), marks[place.at], meantIn(place), articles[place.at]]);
		},
	};
}

function byArticle(quotations: readonly Quotation[]): ReadonlyMap<Id, readonly Quotation[]> {
	const lists = new Map<Id, Quotation[]>();
	for (const one of quotations) {
		const list = lists.get(one.article);
		if (list) list.push(one);
		else lists.set(one.article, [one]);
	}
	return lists;
}
