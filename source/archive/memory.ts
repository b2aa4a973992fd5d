/** An archive over one edition held in memory. */
import { entriesOf, indexOver, type QuotationIndex, spellingsById } from '../search/quotations.ts';
import { segmentOf } from '../search/segment.ts';
import type { Export } from '../types.ts';
import type { Archive } from './archive.ts';
import { type FoundQuotations, quotationsAsked } from './asking.ts';
import { columnsOf } from './columns.ts';
import { itemsOf } from './items.ts';
import { ordered } from './ordered.ts';
import { textsOf } from './read.ts';
import type { Shelf } from './rows.ts';
import { shelfArchive } from './shelf.ts';

export function memoryArchive(data: Export): Archive {
	const { shelf, index } = shelfOf(data);
	return shelfArchive(shelf, index);
}

/** All that answer a query, with fields among its words. */
export function quotationsIn(data: Export, typed: string): FoundQuotations {
	const { shelf, index } = shelfOf(data);
	return quotationsAsked(shelf, index, { typed, days: () => true, actor: null });
}

function shelfOf(data: Export): { readonly shelf: Shelf; readonly index: () => QuotationIndex } {
	const lists = ordered(data);
	const items = itemsOf(data, lists);
	let made: QuotationIndex | null = null;
	function index(): QuotationIndex {
		if (made) return made;
		const spellings = spellingsById(data.actors);
		const entries = entriesOf(lists.quotations.length, items.said, (id) => spellings.get(id) ?? []);
		made = indexOver(segmentOf(entries), items.said);
		return made;
	}
	return { shelf: { columns: columnsOf(data, lists, textsOf), items }, index };
}
