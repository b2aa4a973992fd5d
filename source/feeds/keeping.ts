/** An item → its file in the library: a new one, its own again with other words, or none. */
import { sumOfText } from '../kept/sums.ts';
import type { Id } from '../types.ts';
import { articleText, type Kept, readKept } from './article.ts';
import { feedName, isCopy, isSame, keyOf, secondKeyOf, thirdKeyOf } from './keys.ts';
import type { Library } from './library.ts';
import { textOfItem, type Ways } from './page-text.ts';
import type { Item } from './reading.ts';
import type { Seen } from './state.ts';

export interface Keeping {
	/** The feed's address, without user and password. */
	readonly feed: string;
	readonly outlet: string;
	readonly library: Library;
	readonly ways: Ways;
	readonly signal: AbortSignal;
	/** What was known of its items; what is learnt is put there. */
	readonly seen: Map<Id, Seen>;
	readonly counts: { fresh: number; changed: number; stubs: number };
}

/** A page that could not be had is asked for on so many more mornings, */
const OWED = 3;
/** and of one feed so many are asked for in one. */
const MOST_PAGES = 100;

/** Puts an item into the library; resolves with whether anything was written. */
export function keeperOf(keeping: Keeping): (item: Item) => Promise<boolean> {
	const { feed, outlet, library, ways, signal, seen, counts } = keeping;
	/** Of this feed, this time. */
	const taken = new Map<Id, Taken>();
	let pages = 0;
	const mayAsk = () => !signal.aborted && pages++ < MOST_PAGES;
	/** What was seen last goes to the end. */
	const remember = (id: Id, entry: Seen) => {
		seen.delete(id);
		seen.set(id, entry);
		return false;
	};
	return async (given) => {
		if (given.body === '' && given.title === null) return false;
		const sum = shortSum(JSON.stringify([given.title, given.link, given.day, given.body]));
		// Mostly nothing has changed: then its file need not be looked at.
		for (const id of [keyOf(given, feed), secondKeyOf(given, feed), thirdKeyOf(given, feed)]) {
			const last = seen.get(id);
			if (last?.sum !== sum || last.owed > 0) continue;
			if (!taken.has(id)) taken.set(id, given);
			return remember(id, last);
		}
		const found = await fileOf(given, feed, library, taken);
		if (found === null) return false;
		const { id, text: old, kept } = found;
		taken.set(id, given);
		const last = seen.get(id);
		const file = last?.file ?? '';
		const there = library.has(id);
		// One that was seen and is not there any more was thrown away by the reader.
		if (last && !there) return remember(id, { sum, owed: 0, file });
		// Another feed of the same host has it too: the first one keeps it. What the reader has changed is theirs.
		if (there && (!isOf(kept, feed) || (file !== '' && file !== shortSum(old))))
			return remember(id, { sum, owed: 0, file });
		const { item, stub, again } = await textOfItem(given, feed, ways, mayAsk);
		if (signal.aborted && stub) return false;
		const owed = again ? Math.max(0, last && last.sum === sum ? last.owed - 1 : OWED) : 0;
		const text = articleText(item, { outlet, feed, stub });
		// What was had in full is not given up for a beginning.
		if (there && (old === text || (stub && kept?.stub === false)))
			return remember(id, { sum, owed, file: shortSum(old) });
		await library.write(id, { day: item.day, outlet, title: item.title ?? item.body.slice(0, 80) }, text);
		remember(id, { sum, owed, file: shortSum(text) });
		counts[there ? 'changed' : 'fresh']++;
		if (stub) counts.stubs++;
		return true;
	};
}

/** Enough to see that something has changed. */
const shortSum = (text: string) => sumOfText(text).slice(0, 12);

interface Place {
	readonly id: Id;
	/** What stands there now; empty where nothing does. */
	readonly text: string;
	readonly kept: Kept | null;
}

/** Which file an item has or is to have. Null when what is there cannot be told from it, and must not be touched. */
async function fileOf(
	item: Item,
	feed: string,
	library: Library,
	taken: ReadonlyMap<Id, Taken>,
): Promise<Place | null> {
	const placeOf = async (id: Id): Promise<Place> => {
		const text = library.has(id) ? await library.read(id) : null;
		return { id, text: text ?? '', kept: text === null ? null : readKept(text) };
	};
	const [first, second, third] = [keyOf(item, feed), secondKeyOf(item, feed), thirdKeyOf(item, feed)];
	if (taken.has(third)) return null;
	if (library.has(third)) return placeOf(third);
	const other = taken.get(second) ?? (library.has(second) ? null : taken.get(first));
	if (other) {
		if (other.title !== item.title) return placeOf(second);
		return other.body === item.body ? null : placeOf(third);
	}
	if (library.has(second)) return placeOf(second);
	if (!library.has(first)) return placeOf(first);
	const place = await placeOf(first);
	if (place.kept === null) return null;
	const told = { title: item.title, url: item.link, day: item.day };
	const same = isOf(place.kept, feed) ? isSame(told, place.kept) : isCopy(item, place.kept);
	return same ? place : placeOf(second);
}

/** What an item of this feed was that had a key before, this time. */
type Taken = Pick<Item, 'title' | 'body'>;

const isOf = (kept: Kept | null, feed: string) =>
	kept?.feed != null && feedName(kept.feed) === feedName(feed);
