/**
 * What a key costs in the live search of an archive, marks in the visible rows included, beside others over the same
 * quotations; what the index costs; and how soon the quotation that was meant comes (MRR: the mean of 1 / its rank among
 * the first ten). QUOTIDIAN_BENCH=1000000 adds that many; QUOTIDIAN_PEERS is a folder with `npm i minisearch @leeoniya/ufuzzy`.
 */
import { bench, describe } from 'vitest';
import { answers, indexOver } from '../../source/search/quotations.ts';
import { segmentBytes, segmentFrom } from '../../source/search/saved.ts';
import { type Entry, segmentOf } from '../../source/search/segment.ts';
import { type Asked, archiveOf, isMeant } from './archives.ts';
import { PEERS, type Search } from './peers.ts';

const { QUOTIDIAN_BENCH } = process.env;
const SIZES = [1000, 10_000, 100_000, ...(QUOTIDIAN_BENCH ? [Number(QUOTIDIAN_BENCH)] : [])];
const ROWS = 30;
const FIRST = 10;
/** Keys a peer is asked for: by the quotations. */
const PEER_QUOTATIONS = 1_000_000;
const FEWEST_KEYS = 12;
const MOST_KEYS = 150;
const OPTIONS = { time: 0, warmupTime: 0, warmupIterations: 1 } as const;

for (const size of SIZES) {
	const { entries, queries } = archiveOf(size);
	const keys = queries.flatMap(({ typed }) =>
		Array.from({ length: typed.length }, (_, at) => typed.slice(0, at + 1)),
	);
	const segment = segmentOf(entries);
	const file = bytesOf(segmentBytes(segment));
	const index = indexOver(segment, (number) => ({
		quotation: { id: String(number), text: entries[number]!.text },
		names: [],
	}));
	const ours: Search = (typed) => {
		const { found } = answers(index, typed, { limit: ROWS });
		// Marks are worked out when they are asked for.
		const rows = found.map(({ number, highlights }) => ({ number, highlights }));
		return rows.map(({ number }) => number);
	};
	const few = Math.min(MOST_KEYS, Math.max(FEWEST_KEYS, PEER_QUOTATIONS / size));
	say(`${size} quotations: ${Math.round(file.byteLength / size)} bytes each in the index; MRR of all`);
	say(` queries ${mrr(ours, entries, queries)}; asked of peers: ${few} of ${keys.length} keys\n`);
	const asked: { readonly name: string; readonly search: Search }[] = [];
	for (const { name, most, over } of PEERS) {
		const search = size > most ? null : await over(entries);
		if (!search) {
			say(`${name} ${size > most ? 'would take too long' : 'is not installed'}: left out\n`);
			continue;
		}
		const judged = spread(queries, few / 2);
		say(`${name}: MRR of ${judged.length} queries ${mrr(search, entries, judged)}, `);
		say(`Quotidian of the same ${mrr(ours, entries, judged)}\n`);
		asked.push({ name, search });
	}

	describe(`${size} quotations: a key`, () => {
		const forget = () => index.shards.list[0]!.memory.clear();
		bench('Quotidian, with marks', typing(ours, keys, forget), { ...OPTIONS, iterations: 2 * keys.length });
		const some = spread(keys, few);
		for (const { name, search } of asked)
			bench(name, typing(search, some), { ...OPTIONS, iterations: some.length });
	});

	describe(`${size} quotations: the index`, () => {
		bench('made', () => void segmentOf(entries), { ...OPTIONS, iterations: 3 });
		bench('read back', () => void segmentFrom(file.slice(0)), { ...OPTIONS, iterations: 10 });
	});
}

/** One key after the other; what was learned is forgotten after the last. */
function typing(search: Search, keys: readonly string[], forget = () => {}): () => void {
	let at = 0;
	return () => {
		if (at === keys.length) {
			at = 0;
			forget();
		}
		search(keys[at++]!);
	};
}

function mrr(search: Search, entries: readonly Entry[], queries: readonly Asked[]): string {
	const of = (some: readonly Asked[]) => {
		const ranks = some.map((asked) => {
			const rank = search(asked.typed)
				.slice(0, FIRST)
				.findIndex((number) => isMeant(entries[number]!, asked));
			return rank < 0 ? 0 : 1 / (rank + 1);
		});
		return (ranks.reduce((sum, one) => sum + one, 0) / ranks.length).toFixed(3);
	};
	const isMistyped = ({ kind }: Asked) => kind === 'typo' || kind === 'two typos';
	return `${of(queries.filter((one) => !isMistyped(one)))} as written, ${of(queries.filter(isMistyped))} mistyped`;
}

/** So many of a list, from all over it. */
function spread<One>(list: readonly One[], wanted: number): readonly One[] {
	const step = Math.max(1, list.length / wanted);
	const length = Math.min(list.length, Math.floor(wanted));
	return Array.from({ length }, (_, at) => list[Math.floor(at * step)]!);
}

function bytesOf(parts: readonly Uint8Array[]): ArrayBuffer {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes.buffer;
}

function say(text: string): void {
	process.stdout.write(text);
}
