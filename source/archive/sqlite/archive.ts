/** The archive on disk, read: a snapshot of the edition that was last written whole. */
import { join } from '../../search/bits.ts';
import { having } from '../../search/having.ts';
import { entriesOf, indexOverPieces, type QuotationIndex, spellingsOf } from '../../search/quotations.ts';
import { type Entry, segmentOf } from '../../search/segment.ts';
import type { Archive } from '../archive.ts';
import type { Items } from '../items.ts';
import type { Shelf } from '../rows.ts';
import { shelfArchive } from '../shelf.ts';
import type { Database } from './driver.ts';
import { openPieces } from './pieces.ts';
import { factOf, readShelf, type WholeShelf } from './read.ts';
import { openToRead } from './schema.ts';

/** Null where there is no archive that can be used, or its edition has another origin. It stays as it is now until it is closed, whatever is written meanwhile. */
export function sqliteArchive(file: string, origin?: string): Archive | null {
	const database = openToRead(file);
	if (database === null) return null;
	try {
		const { shelf, search, close } = searchable(file, database, origin);
		return {
			...shelfArchive(shelf, search),
			async close() {
				close();
			},
		};
	} catch {
		database.close();
		return null;
	}
}

export interface Searchable {
	readonly shelf: WholeShelf;
	/** Read at the first search. */
	readonly search: () => QuotationIndex;
	/** Closes the database too. */
	readonly close: () => void;
}

/** The edition as it is now, and the search that was saved beside it. Throws where the file is damaged, or of another origin. */
export function searchable(file: string, database: Database, origin?: string): Searchable {
	database.exec('begin');
	if (origin !== undefined && factOf(database, 'origin') !== origin) throw new Error('of another origin');
	const shelf = readShelf(database);
	const saved = openPieces(file, database);
	let index: QuotationIndex | null = null;
	const search = () => {
		if (index) return index;
		const count = shelf.columns.quotationArticle.length;
		// What was saved and is gone is made anew.
		const pieces = saved.load() ?? [{ segment: segmentOf(entriesIn(shelf)), runs: null }];
		index = indexOverPieces(count, pieces, shelf.items.said);
		return index;
	};
	return {
		shelf: { ...shelf, items: knowingWords(shelf.items, search) },
		search,
		close() {
			saved.close();
			database.close();
		},
	};
}

/** Which quotations have some words is told by the search, as far as it knows: to look through all texts takes long. */
function knowingWords(items: Items, search: () => QuotationIndex): Items {
	return {
		...items,
		having(field, value, among) {
			if (field !== 'quotation' || among) return items.having(field, value, among);
			const { sure, maybe } = having(search().shards, value);
			if (maybe.some((word) => word !== 0)) join(sure, items.having(field, value, maybe));
			return sure;
		},
	};
}

/** What the search is made of anew, where what was saved is gone. */
function entriesIn({ columns, items }: Shelf): Iterable<Entry> {
	return entriesOf(columns.quotationArticle.length, items.said, (id) => {
		const number = items.numberOf('actors', id);
		return number === null ? [] : spellingsOf(items.actor(number));
	});
}
