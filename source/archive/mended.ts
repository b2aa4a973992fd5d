/** A filter as it is meant: what is nowhere in its list is taken for what in it is most like it. */
import type { Bits } from '../search/bits.ts';
import type { Rescued } from '../search/find.ts';
import type { QuotationIndex } from '../search/quotations.ts';
import type { Filter, Term } from './filter.ts';
import type { Field } from './items.ts';
import type { Filtered } from './lists.ts';
import type { Shelf } from './rows.ts';
import { isPhrase, likeliest, mayBeMistyped, namesIn, type Spelled, wordsIn, wordsNear } from './spelling.ts';

interface Around {
	readonly shelf: Shelf;
	readonly index: () => QuotationIndex;
	/** Those of a list of which a term holds, wherever they stand. */
	readonly holding: (list: Filtered, term: Term, read: Filter['read']) => Bits;
	/** Keeps what was made under a name, for the next time that it is asked for. */
	readonly keep: <Value>(name: string, make: () => Value) => Value;
}

/** Where words of a filter stand but for names; the words of quotations are those of the search. */
const TEXTS: Readonly<Record<Filtered, readonly Field[]>> = {
	stories: ['story', 'headline'],
	articles: ['article'],
	quotations: [],
	actors: [],
};

export function mended(around: Around, list: Filtered, { terms, read }: Filter): Spelled {
	const rescued: Rescued[] = [];
	const finds = (term: Term) => around.holding(list, term, read).some((word) => word !== 0);
	const meant = terms.map((term) => {
		if (!mayBeMistyped(term) || finds(term)) return term;
		const value = around.keep(`${list} meant ${JSON.stringify(term)}`, () => {
			const like = likeliest(mayBe(around, list, term), term.value);
			return like.find((value) => finds({ ...term, value })) ?? null;
		});
		if (value === null) return term;
		rescued.push({ typed: term.value, meant: [value] });
		return { ...term, value };
	});
	return { terms: meant, read, rescued };
}

/** What a term may mean there: names, and the words of what a filter looks through. */
function mayBe({ shelf, index, keep }: Around, list: Filtered, { field, value }: Term): readonly string[] {
	const { columns, items } = shelf;
	const names =
		field === 'from' || (field === 'words' && list === 'articles') ? columns.sources : columns.speakers;
	if (isPhrase(value)) return [...namesIn(names)];
	const words = keep(`${list} words ${field}`, () => {
		const fields = field === 'words' ? TEXTS[list] : [];
		return wordsIn([names, ...fields.map(items.told)].flatMap((texts) => [...texts]));
	});
	const said =
		field === 'words' && list === 'quotations'
			? index().shards.list.flatMap(({ segment }) => wordsNear(segment.words, value))
			: [];
	return [...words, ...said];
}
