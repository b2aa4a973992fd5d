/** An archive over one edition held in memory. */
import { has } from '../search/bits.ts';
import { entriesOf, indexOver, type QuotationIndex, spellingsById } from '../search/quotations.ts';
import { segmentOf } from '../search/segment.ts';
import type { Export, Quotation } from '../types.ts';
import type { Archive } from './archive.ts';
import { columnsOf } from './columns.ts';
import type { Filter } from './filter.ts';
import { itemsOf } from './items.ts';
import { passing } from './lists.ts';
import { ordered } from './ordered.ts';
import { textsOf } from './read.ts';
import { shelfArchive } from './shelf.ts';

export function memoryArchive(data: Export): Archive {
	const lists = ordered(data);
	const items = itemsOf(data, lists);
	const columns = columnsOf(data, lists, textsOf);
	let index: QuotationIndex | null = null;
	return shelfArchive({ columns, items }, () => {
		if (index) return index;
		const spellings = spellingsById(data.actors);
		const entries = entriesOf(lists.quotations.length, items.said, (id) => spellings.get(id) ?? []);
		index = indexOver(segmentOf(entries), items.said);
		return index;
	});
}

/** The quotations that pass a filter, newest first. */
export function quotationsPassing(data: Export, filter: Filter): readonly Quotation[] {
	const lists = ordered(data);
	const shelf = { columns: columnsOf(data, lists, textsOf), items: itemsOf(data, lists) };
	const pass = passing(shelf, 'quotations', filter);
	return lists.quotations.filter((_, number) => has(pass, number));
}
