/**
 * In how many utterances there is a word that begins with a letter, or with some: what is asked for at the first keys
 * of every search, and would be counted over most of the archive. Versions of one utterance count once, with all their words.
 */
import type { Connection } from './driver.ts';
import { unpacked } from './entries.ts';

/** Letters of a beginning. */
export const LONGEST_BEGINNING = 5;
const AT_ONCE = 20_000;

/** Beginnings of words; marks among tokens are none. */
function beginningsOf(words: Iterable<string>): Set<string> {
	const all = new Set<string>();
	for (const word of words)
		for (let letters = 1; letters <= LONGEST_BEGINNING && letters <= word.length; letters++)
			if (!UNTYPED.test(word.slice(0, letters))) all.add(word.slice(0, letters));
	return all;
}
/** Marks, and what is cut in the middle of a character. */
const UNTYPED = /^[@#]|[\ud800-\udbff]$/;

export function beginningsKeeper(connection: Connection) {
	const changes = new Map<string, number>();
	const gone: { readonly words: string; readonly utterance: string | null }[] = [];
	/** Utterances of which a version goes, or comes. */
	const touched = new Set<string>();

	function count(words: Iterable<string>, by: 1 | -1): void {
		for (const begun of beginningsOf(words)) changes.set(begun, (changes.get(begun) ?? 0) + by);
	}

	/** Versions as they are in the archive now. */
	async function versions(): Promise<{ readonly words: string; readonly utterance: string | null }[]> {
		if (touched.size === 0) return [];
		return await connection.query('select words, utterance from quotation where utterance = any($1)', [
			[...touched],
		]);
	}

	/** Counts quotations, those of one utterance together. */
	async function countAll(
		quotations: readonly { readonly words: string; readonly utterance: string | null }[],
		by: 1 | -1,
	): Promise<void> {
		const numbers = new Set<number>();
		for (const { words } of quotations) unpacked(words, (number) => numbers.add(number));
		const names = new Map<number, string>();
		const rows = await connection.query('select number, word from word where number = any($1)', [
			[...numbers],
		]);
		for (const { number, word } of rows) names.set(number, word);
		const utterances = new Map<string, Set<string>>();
		for (const { words, utterance } of quotations) {
			const own = (utterance === null ? undefined : utterances.get(utterance)) ?? new Set<string>();
			unpacked(words, (number) => own.add(names.get(number)!));
			if (utterance === null) count(own, by);
			else utterances.set(utterance, own);
		}
		for (const own of utterances.values()) count(own, by);
	}

	return {
		remove(words: string, utterance: string | null): void {
			gone.push({ words, utterance });
			if (utterance !== null) touched.add(utterance);
		},
		/** To be called when all that goes is gone, with the utterances of which versions are to come. */
		async settle(coming: Iterable<string>): Promise<void> {
			for (const utterance of coming) touched.add(utterance);
			await countAll([...gone, ...(await versions())], -1);
		},
		add(words: readonly string[], utterance: string | null): void {
			if (utterance === null) count(words, 1);
			else touched.add(utterance);
		},
		/** To be called when all that comes is there. */
		async done(): Promise<void> {
			await countAll(await versions(), 1);
			const all = [...changes].filter(([, by]) => by !== 0);
			for (let at = 0; at < all.length; at += AT_ONCE) {
				const some = all.slice(at, at + AT_ONCE);
				await connection.query(
					`insert into beginning as b (begun, utterances) select * from unnest($1::text[], $2::int[])
					on conflict (begun) do update set utterances = b.utterances + excluded.utterances`,
					[some.map(([begun]) => begun), some.map(([, by]) => by)],
				);
			}
			await connection.query('delete from beginning where utterances <= 0');
		},
	};
}
