/** The words of an archive as its writer keeps them: a number for each, and in how many quotations it is. */
import { eachWord, WordTable } from '../../search/cut.ts';
import type { Entry } from '../../search/segment.ts';
import { LONGEST_WORD } from '../../search/words.ts';
import { type Connection, copied, copyLine } from './driver.ts';
import { MARKS, unpacked, writtenWord } from './entries.ts';
import { kept } from './texts.ts';

/** A word of the speaker's among the tokens. */
export const OF_SPEAKER = '@';
/** Before the day among the tokens: what the index of words finds can be narrowed by it. */
export const OF_DAY = '~';
const AT_ONCE = 20_000;
/** The words of more quotations than these are looked up together: all there are. */
const FEW = 2000;

/** A word of what comes in, with all that is told of it again and again. */
interface Word {
	readonly text: string;
	readonly number: number;
	readonly fresh: boolean;
	/** As COPY reads them: by its number, as a token, and as one of the speaker's. */
	readonly packed: string;
	readonly token: string;
	readonly said: string;
	/** The last quotation that has it in the text, and at all. */
	inText: number;
	met: number;
	/** In how many more quotations it is. */
	docs: number;
	uses: number;
}

export function wordKeeper(connection: Connection) {
	const table = new WordTable(LONGEST_WORD);
	/** What the archive calls its words. */
	const numbers = new Map<string, number>();
	const words: Word[] = [];
	const speakers = new Map<readonly string[], readonly Word[]>();
	/** Of words by their numbers, in how many fewer quotations each is. */
	const gone = new Map<number, { docs: number; uses: number }>();
	let next = 0;
	let quotations = 0;
	/** Of the quotation that is cut, as COPY reads them. */
	let packed = '';
	let tokens = '';

	function wordOf(place: number): Word {
		let word = words[place];
		if (!word) {
			const text = kept(table.word(place));
			const known = numbers.get(text);
			const number = known ?? next++;
			word = {
				text,
				number,
				fresh: known === undefined,
				packed: copied(writtenWord(number)),
				token: token(text),
				said: token(OF_SPEAKER + text),
				inText: 0,
				met: 0,
				docs: 0,
				uses: 0,
			};
			words[place] = word;
		}
		return word;
	}

	/** Every word once, in their order. */
	function wordsOf(texts: readonly string[]): readonly Word[] {
		const own = new Set<Word>();
		for (const text of texts) eachWord(table, text, (place) => own.add(wordOf(place)));
		return [...own];
	}

	function speakerOf(names: readonly string[]): readonly Word[] {
		let own = speakers.get(names);
		if (!own) speakers.set(names, (own = wordsOf(names)));
		return own;
	}

	function meet(word: Word): void {
		if (word.met === quotations) return;
		word.met = quotations;
		word.uses++;
		tokens += word.token;
	}

	function inText(word: Word): void {
		meet(word);
		if (word.inText === quotations) return;
		word.inText = quotations;
		word.docs++;
	}

	function visit(place: number, same: boolean): void {
		const word = wordOf(place);
		packed += same ? MARKS.same + word.packed : word.packed;
		inText(word);
	}

	return {
		/** Learns what words are called by; to be called before the first of so many quotations is cut. */
		async learn(count: number, entries: () => Iterable<Entry>): Promise<void> {
			if (count === 0) return;
			const [row] = await connection.query('select coalesce(max(number), -1) + 1 as next from word');
			next = Number(row.next);
			if (next === 0) return;
			const known =
				count > FEW
					? await connection.query('select number, word from word')
					: await connection.query('select number, word from word where word = any($1)', [
							textsOf(entries()),
						]);
			for (const { number, word } of known) numbers.set(word, number);
		},
		/** Cuts a quotation of a day that comes in, and counts its words: `words` and `tokens` as COPY reads them. */
		cut(entry: Entry, day: string): string {
			quotations++;
			packed = '';
			tokens = '';
			eachWord(table, entry.text, visit);
			if (entry.names.length > 0)
				for (const word of wordsOf(entry.names)) {
					packed += MARKS.apart + word.packed;
					inText(word);
				}
			packed += MARKS.speaker;
			for (const word of speakerOf(entry.speaker)) {
				packed += word.packed;
				meet(word);
				tokens += word.said;
			}
			return `${packed}\t${tokens}${token(OF_DAY + day)}`;
		},
		/** Counts what is gone. */
		remove(told: string): void {
			const [text, all] = [new Set<number>(), new Set<number>()];
			unpacked(told, (number, _, ofSpeaker) => {
				all.add(number);
				if (!ofSpeaker) text.add(number);
			});
			for (const number of all) {
				const change = gone.get(number) ?? { docs: 0, uses: 0 };
				gone.set(number, change);
				change.uses++;
				if (text.has(number)) change.docs++;
			}
		},
		/** Writes the counts, when all that comes is there; whether words are gone. */
		async done(): Promise<boolean> {
			await connection.copy('word (number, word, docs, uses)', freshLines(words));
			const changes: [number: number, docs: number, uses: number][] = [];
			for (const { fresh, number, docs, uses } of words) {
				if (fresh) continue;
				const less = gone.get(number);
				gone.delete(number);
				changes.push([number, docs - (less?.docs ?? 0), uses - (less?.uses ?? 0)]);
			}
			for (const [number, { docs, uses }] of gone) changes.push([number, -docs, -uses]);
			const all = changes.filter(([, docs, uses]) => docs !== 0 || uses !== 0).sort(([a], [b]) => a - b);
			for (let at = 0; at < all.length; at += AT_ONCE) {
				const some = all.slice(at, at + AT_ONCE);
				await connection.query(
					`update word set docs = word.docs + c.docs, uses = word.uses + c.uses
					from unnest($1::int[], $2::int[], $3::int[]) as c (number, docs, uses) where word.number = c.number`,
					[some.map(([number]) => number), some.map(([, docs]) => docs), some.map(([, , uses]) => uses)],
				);
			}
			const less = all.flatMap(([number, , uses]) => (uses < 0 ? [number] : []));
			if (less.length === 0) return false;
			const taken = 'delete from word where number = any($1) and uses <= 0 returning number';
			return (await connection.query(taken, [less])).length > 0;
		},
	};
}

function* freshLines(words: readonly Word[]): Iterable<string> {
	for (const { fresh, number, text, docs, uses } of words)
		if (fresh) yield copyLine([number, text, docs, uses]);
}

/** A word as a tsvector has it, quoted, so that nothing of PostgreSQL's looks into it. */
const token = (word: string): string => copied(` '${word.replace(/['\\]/g, '$&$&')}'`);

/** Every word of some quotations. */
function textsOf(entries: Iterable<Entry>): string[] {
	const table = new WordTable(LONGEST_WORD);
	for (const { text, speaker, names } of entries)
		for (const one of [text, ...speaker, ...names]) eachWord(table, one, () => {});
	return table.words().map(kept);
}
