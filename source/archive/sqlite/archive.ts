/** The archive on disk, read: a snapshot of the edition that was last written whole. */
import { indexOver, type QuotationIndex } from '../../search/quotations.ts';
import { type Entry, segmentOf } from '../../search/segment.ts';
import type { Archive } from '../archive.ts';
import { NONE } from '../columns.ts';
import type { Shelf } from '../rows.ts';
import { shelfArchive } from '../shelf.ts';
import { factOf, readShelf } from './read.ts';
import { openToRead } from './schema.ts';
import { openSegment } from './segments.ts';

/** Null where there is no archive that can be used, or its edition has another origin. It stays as it is now until it is closed, whatever is written meanwhile. */
export function sqliteArchive(file: string, origin?: string): Archive | null {
	const database = openToRead(file);
	if (database === null) return null;
	try {
		database.exec('begin');
		if (origin !== undefined && factOf(database, 'origin') !== origin) throw new Error('of another origin');
		const shelf = readShelf(database);
		const saved = openSegment(file + (factOf(database, 'segment') ?? ''));
		let index: QuotationIndex | null = null;
		const archive = shelfArchive(shelf, () => {
			index ??= indexOver(saved?.load() ?? segmentOf(entriesIn(shelf)), shelf.items.said);
			return index;
		});
		return {
			...archive,
			async close() {
				saved?.close();
				database.close();
			},
		};
	} catch {
		database.close();
		return null;
	}
}

/** What the search is made of anew, where what was saved is gone. */
function* entriesIn({ columns, items }: Shelf): Iterable<Entry> {
	const { quotationActor } = columns;
	const speakers = new Map<string, readonly string[]>();
	for (let number = 0; number < quotationActor.length; number++) {
		const { quotation, names } = items.said(number);
		const mention = quotation.speaker.mention?.text;
		const actor = quotationActor[number]!;
		const key = `${actor} ${mention}`;
		let speaker = speakers.get(key);
		if (!speaker) {
			const known = actor === NONE ? null : items.actor(actor);
			const spellings = known ? [known.name, ...known.aliases.map(({ text }) => text)] : [];
			speaker = [...(mention === undefined ? [] : [mention]), ...new Set(spellings)];
			speakers.set(key, speaker);
		}
		yield { text: quotation.text, speaker, names: [...new Set(names.flatMap(({ spellings }) => spellings))] };
	}
}
