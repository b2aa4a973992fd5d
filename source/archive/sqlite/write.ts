/** Puts an edition on disk: what has changed since the last time, all of it at once or nothing. */
import { crc32 } from 'node:zlib';
import { entriesOf, sayings, spellingsById } from '../../search/quotations.ts';
import type { Article, Export, Id } from '../../types.ts';
import { columnsOf } from '../columns.ts';
import {
	type ListKind,
	listedOf,
	nameOf,
	storyHeadOf,
	toldOfArticle,
	toldOfHeadline,
	toldOfQuotation,
} from '../items.ts';
import { ordered } from '../ordered.ts';
import { textsOf } from '../read.ts';
import { packed } from './columns.ts';
import { type Database, wholly } from './driver.ts';
import { writePieces } from './pieces.ts';
import { keepFact } from './read.ts';
import { isUnusable, type Opened, openArchive, setAside } from './schema.ts';
import { dropSegments } from './segments.ts';

/** What one item is kept as: its id, then the values of its row after `sum`. */
type Kept = readonly [id: Id, ...values: readonly string[]];

/** Articles with their texts, for an edition that holds them without. */
export interface Whole {
	readonly articleOf: (id: Id) => Article;
	/** Another when anything of the article is another. */
	readonly stampOf: (id: Id) => string;
}

/** The columns after `row`, `id` and `sum`. */
const KEPT: Readonly<Record<ListKind, readonly [table: string, ...columns: readonly string[]]>> = {
	articles: ['article', 'listed', 'rest', 'told', 'headline'],
	quotations: ['quotation', 'said', 'told'],
	stories: ['story', 'head', 'story', 'told'],
	actors: ['actor', 'name', 'roles'],
};

/**
 * Opens the archive of a file, and does something with it; what turns out to be damaged on the way is set aside, and all is
 * done once more on a new one. Throws where the disk is full, or nothing can be written.
 */
export async function withArchive<Result>(
	file: string,
	work: (archive: Opened) => Result | Promise<Result>,
): Promise<{ readonly result: Result; readonly setAside: string | null }> {
	const archive = openArchive(file);
	try {
		return { result: await work(archive), setAside: archive.setAside };
	} catch (error) {
		if (!isUnusable(error)) throw error;
		archive.database.close();
		const aside = setAside(file);
		const anew = openArchive(file);
		try {
			return { result: await work(anew), setAside: aside };
		} finally {
			anew.database.close();
		}
	} finally {
		archive.database.close();
	}
}

/**
 * Written all at once: who reads sees the old edition or the new one. The same
 * edition written twice is there once. `facts` are kept beside it.
 */
export function writeEdition(
	{ file, database }: Opened,
	data: Export,
	facts: Readonly<Record<string, string>>,
	whole: Whole | null = null,
): void {
	const lists = ordered(data);
	const saidIn = sayings(data);
	const pieces = wholly(database, () => {
		const rows = {
			articles: putAll(
				database,
				'articles',
				lists.articles,
				(article) => keptArticle(whole ? whole.articleOf(article.id) : article),
				whole ? ({ id }) => whole.stampOf(id) : null,
			),
			quotations: putAll(database, 'quotations', lists.quotations, (quotation) => [
				quotation.id,
				JSON.stringify(saidIn(quotation)),
				toldOfQuotation(quotation),
			]),
			stories: putAll(database, 'stories', lists.stories, (story) => [
				story.id,
				JSON.stringify(storyHeadOf(story)),
				JSON.stringify(story),
				toldOfHeadline(story),
			]),
			actors: putAll(database, 'actors', lists.actors, (actor) => [
				actor.id,
				JSON.stringify(nameOf(actor)),
				JSON.stringify(actor.roles),
			]),
		};
		database.exec('delete from "column"');
		for (const [name, bytes] of packed(columnsOf(data, lists, textsOf), rows))
			database.run('insert into "column" (name, bytes) values (?, ?)', name, bytes);
		const spellings = spellingsById(data.actors);
		const pieces = writePieces(file, database, rows.quotations, (numbers) =>
			entriesOf(
				numbers.length,
				(at) => saidIn(lists.quotations[numbers[at]!]!),
				(id) => spellings.get(id) ?? [],
			),
		);
		const told = { ...facts, problems: JSON.stringify(data.problems) };
		database.exec('delete from fact');
		for (const [name, value] of Object.entries(told)) keepFact(database, name, value);
		return pieces;
	});
	dropSegments(file, pieces);
	// As far as no reader holds on to it, and without waiting for one.
	database.all('pragma wal_checkpoint(passive)');
}

function keptArticle(article: Article): Kept {
	const { text, paragraphs, sentences, mentions, times, removed } = article;
	const rest = { text, paragraphs, sentences, mentions, times, removed };
	return [
		article.id,
		JSON.stringify(listedOf(article)),
		JSON.stringify(rest),
		toldOfArticle(article),
		toldOfHeadline(article),
	];
}

/** The rows of the items, in their order. `stampOf` tells whether an item is another than before, if its values need not. */
function putAll<Item extends { readonly id: Id }>(
	database: Database,
	list: ListKind,
	items: readonly Item[],
	keptOf: (item: Item) => Kept,
	stampOf: ((item: Item) => string) | null = null,
): Uint32Array {
	const [table, ...columns] = KEPT[list];
	const names = ['id', 'sum', ...columns].map((name) => `"${name}"`);
	const insert = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
	const replace = `update ${table} set ${names.map((name) => `${name} = ?`).join(', ')} where row = ?`;
	const known = new Map<Id, { readonly row: number; readonly sum: number }>();
	for (const { row, id, sum } of database.all(`select row, id, sum from ${table}`))
		known.set(String(id), { row: Number(row), sum: Number(sum) });
	const rows = new Uint32Array(items.length);
	for (const [number, item] of items.entries()) {
		const old = known.get(item.id);
		known.delete(item.id);
		const stamp = stampOf && crc32(stampOf(item));
		if (old) rows[number] = old.row;
		if (old && old.sum === stamp) continue;
		const [id, ...values] = keptOf(item);
		const sum = stamp ?? values.reduce((sum, value) => crc32(`${value.length} ${value}`, sum), 0);
		if (!old) rows[number] = database.run(insert, id, sum, ...values);
		else if (old.sum !== sum) database.run(replace, id, sum, ...values, old.row);
	}
	for (const { row } of known.values()) database.run(`delete from ${table} where row = ?`, row);
	return rows;
}
