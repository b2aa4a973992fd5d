/**
 * A feed that is broken → the feed that can still be read of it. The parser reads a stray "&", the names of HTML, words
 * before the first tag; it refuses the whole for one tag that is never closed, as in a feed that was cut short.
 */
import { type AnyFeed, parseFeed } from 'feedsmith';

export interface Mended {
	readonly found: AnyFeed;
	/** Items that could not be read, or not as a whole. */
	readonly broken: number;
	/** There are more items than were wanted. */
	readonly more: boolean;
}

/** Null for what is no feed at all, and for one of which nothing can be read. Never throws. */
export function parseMended(given: string, most: number): Mended | null {
	const text = shortened(given, most);
	const read = parsed(text, most);
	if (read === null) return null;
	// Of JSON one item more is read than is wanted, to see whether there is one.
	const items = read.found.format === 'json' ? (read.found.feed.items?.length ?? 0) : 0;
	return { ...read, more: text.length < given.length || items > most };
}

type Parsed = Omit<Mended, 'more'>;

function parsed(text: string, most: number): Parsed | null {
	const whole = attempt(text, most + 1);
	// One item inside another is read as a part of it: the first was never closed.
	if (whole && !hasOpenItems(text)) return { found: whole, broken: 0 };
	const parts = inParts(text, most);
	// Tags that are quoted in an item are none of the feed.
	if (whole && itemsIn(whole) >= (parts ? itemsIn(parts.found) : 0)) return { found: whole, broken: 0 };
	return parts;
}

function itemsIn({ feed }: AnyFeed): number {
	return ('entries' in feed ? feed.entries : 'items' in feed ? feed.items : [])?.length ?? 0;
}

function hasOpenItems(text: string): boolean {
	const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
	return count(OPENS) > count(CLOSES);
}

function inParts(text: string, most: number): Parsed | null {
	const bare = withoutDoctype(text);
	const root = ROOT.exec(bare);
	if (!root) return null;
	const rest = bare.slice(root.index);
	const parts = partsOf(rest, most);
	if (parts === null) return null;
	const isRss = /rss$/i.test(root[1]!);
	const bottom = `</${root[1]}>`;
	// Items are tried below a short head: a long one would be read with each of them.
	const opening = rest.slice(0, Math.min(LONGEST_TAG, rest.indexOf('>') + 1)) + (isRss ? '<channel>' : '');
	const end = isRss ? `</channel>${bottom}` : bottom;
	const good = readable(parts.items, (items) => attempt(opening + items.join('') + end, 1) !== null);
	// Of one that was cut short within its text there is what stands before that.
	const last = parts.items.at(-1) ?? '';
	const begun = good.includes(last) ? '' : beginningOf(last);
	const taken = begun !== '' && attempt(opening + begun + end, 1) ? [...good, begun] : good;
	if (taken.length === 0) return null;
	const head = rest.slice(0, parts.start);
	const told = HEAD_FIELDS.map((field) => field.exec(head)?.[0] ?? '').join('');
	const closed = head.lastIndexOf('</channel') >= 0;
	const found =
		attempt(head + taken.join('') + (closed ? bottom : end), most) ??
		attempt(opening + told + taken.join('') + end, most) ??
		attempt(opening + taken.join('') + end, most);
	return found && { found, broken: parts.items.length - good.length };
}

/** An item up to its text, closed; empty where there is nothing before it, or no text. */
function beginningOf(item: string): string {
	const name = OPEN.exec(item)?.[1];
	const text = item.search(TEXT);
	return name && text > name.length + 2 ? `${item.slice(0, text)}</${name}>` : '';
}

const OPEN = /^<([\w:.-]{1,40})/;
const TEXT = /<(?:description|content|summary)[\s:>]/i;

/** Only the first is looked at, and its end is looked for once; definitions in brackets are known where they hold no bracket. */
function withoutDoctype(text: string): string {
	const start = text.search(/<!DOCTYPE/i);
	if (start < 0) return text;
	const close = text.indexOf('>', start);
	const bracket = text.slice(start, close < 0 ? undefined : close).indexOf('[');
	const inner = bracket < 0 ? start : text.indexOf(']', start + bracket);
	const end = bracket < 0 ? close : text.indexOf('>', inner);
	if (inner < 0 || end < 0 || (bracket >= 0 && text.slice(inner + 1, end).trim() !== '')) return text;
	return `${text.slice(0, start)} ${text.slice(end + 1)}`;
}

const ROOT = /<((?:[a-z][\w.-]{0,30}:)?(?:rss|feed|rdf))(?=[\s>])/i;
/** Of a head that cannot be read: what the feed is called, and whose it is. */
const HEAD_FIELDS = [/<title[^>]{0,200}>[^<]{0,1000}<\/title>/i, /<link>[^<]{0,1000}<\/link>/i];
const LONGEST_TAG = 20_000;

function attempt(text: string, maxItems: number): AnyFeed | null {
	try {
		return parseFeed(text, { maxItems });
	} catch {
		return null;
	}
}

/** So many times is looked for what is broken; what was not found whole by then is given up. */
const MOST_TRIES = 200;

/** Those that can be read, found by halves: mostly one is broken, or the last. */
function readable(
	items: readonly string[],
	isWhole: (some: readonly string[]) => boolean,
): readonly string[] {
	let tries = 0;
	const good: string[] = [];
	const waiting = [items];
	for (let some = waiting.pop(); some; some = waiting.pop()) {
		if (some.length === 0 || tries++ >= MOST_TRIES) continue;
		if (isWhole(some)) good.push(...some);
		else if (some.length > 1) {
			const half = some.length >> 1;
			waiting.push(some.slice(half), some.slice(0, half));
		}
	}
	return good;
}

/** Without the items behind the first `most`: the parser would read them all before it leaves them out. */
function shortened(text: string, most: number): string {
	if (JSON_BEGINS.test(text)) return text;
	let end = -1;
	let count = 0;
	OPENS.lastIndex = 0;
	for (let match = OPENS.exec(text); match; match = OPENS.exec(text))
		if (++count > most) {
			end = match.index;
			break;
		}
	if (end < 0) return text;
	const tail = Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'));
	return text.slice(0, end) + (tail > end ? text.slice(text.indexOf('>', tail) + 1) : '');
}

const JSON_BEGINS = /^\s{0,99}[{[]/;
const OPENS = /<((?:[a-z][\w.-]{0,30}:)?(?:item|entry))(?=[\s>])/gi;
const CLOSES = /<\/(?:[a-z][\w.-]{0,30}:)?(?:item|entry)\s{0,9}>/gi;

/** Where the items begin, and the items; one without an end of its own ends before the next. */
function partsOf(
	text: string,
	most: number,
): { readonly start: number; readonly items: readonly string[] } | null {
	const starts: { at: number; name: string }[] = [];
	OPENS.lastIndex = 0;
	for (let match = OPENS.exec(text); match && starts.length <= most; match = OPENS.exec(text))
		starts.push({ at: match.index, name: match[1]! });
	const first = starts[0];
	if (!first) return null;
	const items = starts.slice(0, most).map(({ at, name }, i) => {
		const part = text.slice(at, starts[i + 1]?.at ?? text.length);
		const end = part.lastIndexOf(`</${name}>`);
		return end < 0 ? `${part}</${name}>` : part.slice(0, end + name.length + 3);
	});
	return { start: first.at, items };
}
