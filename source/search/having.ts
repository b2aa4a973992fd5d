/**
 * Which texts have a folded stretch of letters anywhere, even in the midst of a word: told by the words of the archive, of
 * which there are few, and only where that cannot tell by the texts themselves.
 */
import { type Bits, bitsFor, has, join, put, putAll } from './bits.ts';
import { putWhole, type Runs } from './runs.ts';
import type { Segment } from './segment.ts';
import type { Shard, Shards } from './shards.ts';
import { STANDS, sizeOf, WORD, type Words } from './words.ts';

/** By the numbers of the whole. */
export interface Having {
	/** These have it. */
	readonly sure: Bits;
	/** These may have it; no others do. */
	readonly maybe: Bits;
}

const STRETCH = /[\p{L}\p{N}]+/gu;

/** `value`: as it is folded together with the text around it. */
export function having(shards: Shards, value: string): Having {
	const stretches = value.match(STRETCH) ?? [];
	const [sure, maybe] = [bitsFor(shards.size), bitsFor(shards.size)];
	for (const shard of shards.list) {
		const told = inShard(shard, stretches, stretches[0] === value);
		putAllOf(shard.runs, told.sure, sure);
		putAllOf(shard.runs, told.maybe, maybe);
	}
	return { sure, maybe };
}

function putAllOf(runs: Runs | null, own: Bits, into: Bits): void {
	if (runs) putWhole(runs, own, into);
	else join(into, own);
}

/** Where the words are cut as the text is, a stretch is in the text when it is in one of its words. */
function inShard({ segment }: Shard, stretches: readonly string[], alone: boolean): Having {
	const all = segment.odd.map((word) => ~word);
	for (const stretch of stretches) {
		const some = inWords(segment, stretch);
		for (let at = 0; at < all.length; at++) all[at]! &= some[at]!;
	}
	if (alone) return { sure: all, maybe: segment.odd };
	for (let at = 0; at < all.length; at++) all[at]! |= segment.odd[at]!;
	return { sure: bitsFor(segment.size), maybe: all };
}

/** Quotations in whose text a word has it; not those where only another spelling does, or a name. */
function inWords(segment: Segment, stretch: string): Bits {
	const { words, postingsFirst, postings, mixed } = segment;
	const wanted = new Uint8Array(sizeOf(words));
	const found = bitsFor(segment.size);
	const mixing: number[] = [];
	for (const word of wordsHaving(words, stretch)) {
		wanted[word] = 1;
		if (has(mixed, word)) mixing.push(word);
		else putAll(found, postings, postingsFirst[word]!, postingsFirst[word + 1]!);
	}
	for (const word of mixing)
		for (let nth = postingsFirst[word]!; nth < postingsFirst[word + 1]!; nth++)
			if (!has(found, postings[nth]!) && hasWord(segment, wanted, postings[nth]!)) put(found, postings[nth]!);
	return found;
}

function hasWord({ first, text }: Segment, wanted: Uint8Array, quotation: number): boolean {
	for (let at = first[quotation]!; at < first[quotation + 1]!; at++) {
		const entry = text[at]!;
		if ((entry & (STANDS.same | STANDS.apart)) === 0 && wanted[entry & WORD] === 1) return true;
	}
	return false;
}

/** Words with the letters anywhere in them. Linear in the words but for letters that nearly are it. */
function* wordsHaving({ units, starts, letters }: Words, stretch: string): Iterable<number> {
	const wanted = Uint16Array.from(stretch, (_, at) => stretch.charCodeAt(at));
	let mask = 0;
	for (const unit of wanted) mask |= 1 << (unit & 31);
	for (let word = 0; word + 1 < starts.length; word++) {
		if ((letters[word]! & mask) !== mask) continue;
		const last = starts[word + 1]! - wanted.length;
		for (let from = starts[word]!; from <= last; from++) {
			let same = 0;
			while (same < wanted.length && units[from + same] === wanted[same]) same++;
			if (same < wanted.length) continue;
			yield word;
			break;
		}
	}
}
