/** The words of an archive as its writer keeps them: a number for each, and in how many quotations it is. */
import { type Entry, type Segment, segmentOf } from '../../search/segment.ts';
import { sizeOf, WORD, wordAt } from '../../search/words.ts';
import { beginningsKeeper } from './beginnings.ts';
import type { Connection } from './driver.ts';
import { packed, unpacked } from './entries.ts';
import { kept } from './texts.ts';

/** How a quotation is found. */
export interface Findable {
	readonly words: string;
	/** Our words. */
	readonly tokens: readonly string[];
}

/** In how many more quotations, or fewer, a word is: in the text, and at all. */
interface Change {
	docs: number;
	uses: number;
}

/** A word of the speaker's among the tokens. */
export const OF_SPEAKER = '@';
/** Among the tokens of what is printed in other versions too. */
export const VARIED = '#';
const AT_ONCE = 20_000;

export function wordKeeper(connection: Connection) {
	const numbers = new Map<string, number>();
	const changes = new Map<number, Change>();
	const beginnings = beginningsKeeper(connection);

	function change(number: number, docs: number, uses: number): void {
		const known = changes.get(number);
		if (known) {
			known.docs += docs;
			known.uses += uses;
		} else changes.set(number, { docs, uses });
	}

	/** Of each word in the text whether it is there; of all words, the speaker's too. */
	function count(words: string, by: 1 | -1): void {
		const [text, all] = [new Set<number>(), new Set<number>()];
		unpacked(words, (number, _, ofSpeaker) => {
			all.add(number);
			if (!ofSpeaker) text.add(number);
		});
		for (const number of all) change(number, text.has(number) ? by : 0, by);
	}

	async function learn(words: readonly string[]): Promise<void> {
		const unknown = words.filter((word) => !numbers.has(word));
		if (unknown.length === 0) return;
		const rows = await connection.query('select number, word from word where word = any($1)', [unknown]);
		for (const { number, word } of rows) numbers.set(word, number);
		const fresh = unknown.filter((word) => !numbers.has(word));
		if (fresh.length === 0) return;
		const made = await connection.query(
			'insert into word (word, docs, uses) select word, 0, 0 from unnest($1::text[]) as word returning number, word',
			[fresh],
		);
		for (const { number, word } of made) numbers.set(word, number);
	}

	return {
		/** Cuts quotations that come in, and counts their words. */
		async add(quotations: readonly Cuttable[]): Promise<readonly Findable[]> {
			const segment = segmentOf(quotations.map(({ entry }) => entry));
			const words = Array.from({ length: sizeOf(segment.words) }, (_, word) =>
				kept(wordAt(segment.words, word)),
			);
			await learn(words);
			const byWord = Uint32Array.from(words, (word) => numbers.get(word)!);
			return quotations.map(({ utterance }, at) => {
				const found = findable(segment, at, words, byWord, utterance !== null);
				count(found.words, 1);
				beginnings.add(found.tokens, utterance);
				return found;
			});
		},
		/** Counts what is gone. */
		remove(words: string, utterance: string | null): void {
			count(words, -1);
			beginnings.remove(words, utterance);
		},
		/** What is known of versions that stay while others of theirs go, before new ones come. */
		settle: beginnings.settle,
		/** Writes the counts; whether words are gone. */
		async done(): Promise<boolean> {
			await beginnings.done();
			const all = [...changes].filter(([, { docs, uses }]) => docs !== 0 || uses !== 0);
			all.sort(([a], [b]) => a - b);
			for (let at = 0; at < all.length; at += AT_ONCE) {
				const some = all.slice(at, at + AT_ONCE);
				await connection.query(
					`update word set docs = word.docs + c.docs, uses = word.uses + c.uses
					from unnest($1::int[], $2::int[], $3::int[]) as c (number, docs, uses) where word.number = c.number`,
					[
						some.map(([number]) => number),
						some.map(([, { docs }]) => docs),
						some.map(([, { uses }]) => uses),
					],
				);
			}
			const less = all.flatMap(([number, { uses }]) => (uses < 0 ? [number] : []));
			const gone = await connection.query(
				'delete from word where number = any($1) and uses <= 0 returning number',
				[less],
			);
			return gone.length > 0;
		},
	};
}

/** A quotation before it is cut. */
interface Cuttable {
	readonly entry: Entry;
	readonly utterance: string | null;
}

function findable(
	{ first, text, speaker, speakerFirst, speakerWords }: Segment,
	at: number,
	words: readonly string[],
	numbers: Uint32Array,
	varied: boolean,
): Findable {
	const own = text.subarray(first[at]!, first[at + 1]!);
	const who = speaker[at]!;
	const said = speakerWords.subarray(speakerFirst[who]!, speakerFirst[who + 1]!);
	const tokens = new Set<string>();
	for (const entry of own) tokens.add(words[entry & WORD]!);
	for (const word of said) tokens.add(words[word]!).add(OF_SPEAKER + words[word]!);
	if (varied) tokens.add(VARIED);
	return { words: packed(own, said, (word) => numbers[word]!), tokens: [...tokens] };
}
