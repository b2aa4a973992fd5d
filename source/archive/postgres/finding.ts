/**
 * Answers to a query among the quotations of a server. What few answer is known whole. Of what very many answer, only the
 * best are looked for: by how well the words fit, the best first, and of those that fit equally well the newest.
 */
import type { Rescued } from '../../search/find.ts';
import type { Memory } from '../../search/memory.ts';
import type { Id } from '../../types.ts';
import { CANDIDATE, type Candidate, type Scored, scored } from './answers.ts';
import type { Row } from './driver.ts';
import { condition, fetching, lookedAt, type Searched, type Sought } from './fetching.ts';
import type { Question } from './line.ts';
import { Values } from './lists.ts';
import {
	isUnknown,
	literally,
	type Meant,
	mostOf,
	mostSpeaking,
	speakerTokensFor,
	tokensFor,
	tolerantly,
} from './meant.ts';
import { choices, combined } from './ways.ts';
import type { Vocabulary } from './words.ts';

/** How much is looked at for one answer. */
export interface Limits {
	/** So many quotations are all looked at; of more the best alone, and they are not counted. For one word, and for several. */
	readonly few: readonly [one: number, several: number];
	/** Words that more quotations have than this are not looked up, but looked for among the newest. */
	readonly often: number;
	/** Of quotations that fit equally well, so many of the newest are compared by words side by side. */
	readonly compared: number;
	/** About so many of the newest are looked through for a query that names no day. */
	readonly window: number;
}

export interface Asked extends Searched {
	/** How many quotations the archive has. */
	readonly size: number;
	/** Whether those looked through are few: those of a day, or of an actor. */
	readonly narrow: boolean;
}

/** What is known of the answers to a query. */
export interface Answered extends Scored {
	/** Each utterance once; at least `total` of them. */
	readonly rows: readonly Candidate[];
	readonly total: number;
	/** Whether more answer than `total`; the list ends there all the same. */
	readonly atLeast: boolean;
	/** So many of the rows are the first, in their order. */
	readonly sure: number;
	readonly rescued?: readonly Rescued[];
}

/** Results with typos are sought only while there are fewer than this many without: a screenful. */
const SCREENFUL = 10;
/** Of an utterance several versions may stand among the first. */
const MOST_VERSIONS = 20;
/** Ways in which the words may fit that are tried. */
const MOST_TRIED = 24;

/** Of what is looked at, so much is to be different utterances. */
const MOSTLY = 0.9;
/** What is looked at is made so many times as much where it is mostly the same utterances, up to so many times. */
const WIDER = 3;
const WIDEST = 9;

interface Newest {
	readonly rows: readonly Row[];
	/** Whether there are more. */
	readonly more: boolean;
}
const NONE: Newest = { rows: [], more: false };

interface Finding {
	readonly question: Question;
	readonly vocabulary: Vocabulary;
	/** For scoring. */
	readonly room: Memory;
	readonly asked: Asked;
	readonly limits: Limits;
}

export function finding({ question, vocabulary, room, asked, limits }: Finding) {
	const { often: OFTEN, compared: COMPARED } = limits;
	const { words } = vocabulary;
	const { size, newestOf, newestHaving } = fetching(question, asked);
	/** Which part of the archive is looked through. */
	const part = Math.max(1, size) / Math.max(1, asked.size);

	const fewOf = (meant: readonly Meant[]) => limits.few[meant.length > 1 ? 1 : 0];

	/** Rare words by the index; what is frequent is looked at in what they find. */
	function seek(meant: readonly Meant[], leastOf: (nth: number) => number): Sought | null {
		const terms = meant.flatMap((one, nth) =>
			isUnknown(one)
				? []
				: {
						tokens: tokensFor(words, one, leastOf(nth)),
						most: mostOf(vocabulary, one, leastOf(nth)) * part,
					},
		);
		if (terms.some(({ tokens }) => tokens === null)) return null;
		const rarest = Math.min(size, ...terms.map(({ most }) => most));
		const byIndex = (most: number) => most <= Math.max(OFTEN, 4 * rarest);
		return {
			indexed: terms.filter(({ most }) => byIndex(most)).map(({ tokens }) => tokens!),
			looked: terms.filter(({ most }) => !byIndex(most)).map(({ tokens }) => tokens!),
			most: terms.reduce((share, { most }) => share * Math.min(1, most / size), size),
		};
	}

	/** The newest of all that have a word for every term, until they are as many utterances as are looked at. */
	async function newest(meant: readonly Meant[]): Promise<Newest> {
		const sought = seek(meant, () => 0);
		if (sought === null) return NONE;
		const few = fewOf(meant);
		for (let limit = few + 1; ; limit *= WIDER) {
			// Of a day, or an actor, all are looked at sooner than an index.
			const rows =
				asked.narrow && sought.most > few
					? await newestHaving(condition(lookedAt(sought)), size, limit)
					: await newestOf(sought, limit);
			if (rows.length < limit) return { rows, more: false };
			// What many print is one.
			if (eachOnce(rows).length >= few * MOSTLY || limit >= few * WIDEST) return { rows, more: true };
		}
	}

	/** Those that have every word that is one; a pair that only seemed to stand side by side is none. */
	function whole(rows: readonly Row[], meant: readonly Meant[]): Scored {
		const found = scored(rows, meant, vocabulary, room);
		const lost = meant.filter(isUnknown).length;
		return { ...found, candidates: found.candidates.filter(({ missing }) => missing === lost) };
	}

	async function isWritten(one: Meant): Promise<boolean> {
		const values = new Values();
		const tokens = tokensFor(words, { ...one, parts: [] }, 0)!;
		const rows = await question.query(
			`select ${CANDIDATE} from quotation as found where tokens @@ ${values.add(tokens)}::tsquery`,
			values.all,
		);
		return whole(rows, [one]).candidates.length > 0;
	}

	/** The best of many, of whom the newest are known. */
	async function best(meant: readonly Meant[], known: readonly Row[], wanted: number): Promise<Answered> {
		const rows = new Map<Id, Row>(known.map((row) => [row.id, row]));
		// One word alone stands beside none.
		const enough = meant.length > 1 ? Math.max(COMPARED, wanted * 2) : wanted + MOST_VERSIONS;
		const speakers = meant.flatMap((one) => speakerTokensFor(one, words) ?? []);
		let result = whole(known, meant);
		let found = eachOnce(result.candidates);
		const total = found.length;
		let sure = 0;
		let tried = 0;
		for (const { least, sum, last } of choices(meant)) {
			const sought = seek(meant, (nth) => least[nth]!);
			if (sought === null) continue;
			const newest = last && known.length >= enough ? known : await newestOf(sought, enough);
			// Of those whose words fit as well the ones where a word is the speaker's come first.
			const most = Math.min(sought.most, mostSpeaking(vocabulary, meant) * part);
			const speaking =
				newest.length < enough || speakers.length === 0
					? []
					: await newestOf(
							{ ...sought, indexed: [...sought.indexed, `(${speakers.join(' | ')})`], most },
							enough,
						);
			const before = rows.size;
			for (const row of [...newest, ...speaking]) rows.set(row.id, row);
			if (rows.size > before) {
				result = whole([...rows.values()].sort(inListOrder), meant);
				found = eachOnce(result.candidates);
			}
			if (last && newest.length < enough) return once(result);
			// Whatever comes has words that fit less well.
			sure = found.filter(({ quality }) => quality >= sum).length;
			if (last || ++tried >= MOST_TRIED) sure = found.length;
			if (sure >= wanted) break;
		}
		return { ...result, rows: found, sure, total: inHundreds(total), atLeast: true };
	}

	/** Those that have a word for all terms that mean anything; null when there is none. */
	async function having(meant: readonly Meant[], wanted: number): Promise<Answered | null> {
		const { rows, more } = await newest(meant);
		if (more) return await best(meant, rows, wanted);
		const scored = whole(rows, meant);
		return scored.candidates.length > 0 ? once(scored) : null;
	}

	/** Those that have a word for the most of the terms. */
	async function most(meant: readonly Meant[], wanted: number): Promise<Answered> {
		const known = meant.filter((one) => !isUnknown(one));
		if (known.length > 0 && known.length < meant.length) {
			const found = await having(meant, wanted);
			if (found) return found;
		}
		const few = fewOf(meant);
		for (let some = known.length - 1; some > 0; some--) {
			const terms = known.map((one) => tokensFor(words, one, 0)!);
			const tokens = combined(terms, some);
			const rows = await newestHaving(
				(values) => {
					const how = (one: string) => `tokens @@ ${values.add(one)}::tsquery`;
					return tokens === null
						? `${how(terms.join(' | '))} and ${terms.map((one) => `(${how(one)})::int`).join(' + ')} >= ${some}`
						: `(${how(tokens)})`;
				},
				Math.min(size, ...known.map((one) => mostOf(vocabulary, one, 0) * part)),
				few + 1,
			);
			const found = scored(rows, meant, vocabulary, room);
			const answers = once({
				...found,
				candidates: found.candidates.filter(({ missing }) => missing === meant.length - some),
			});
			if (answers.total === 0) continue;
			return rows.length <= few ? answers : { ...answers, total: inHundreds(answers.total), atLeast: true };
		}
		return once(scored([], meant, vocabulary, room));
	}

	return {
		async all(typed: readonly string[], wanted: number): Promise<Answered> {
			const literal = literally(vocabulary, typed);
			const exact = literal.some(isUnknown) ? NONE : await newest(literal);
			if (exact.more) return await best(literal, exact.rows, wanted);
			const exactly = whole(exact.rows, literal);
			if (typed.length === 0 || exactly.candidates.length >= SCREENFUL) return once(exactly);
			const tolerant = await tolerantly(vocabulary, typed, literal, isWritten);
			const rescued = tolerant.flatMap(({ nearest }, at) =>
				nearest ? [{ typed: typed[at]!, meant: nearest }] : [],
			);
			const wide = tolerant.some(isUnknown) ? NONE : await newest(tolerant);
			if (wide.more) return { ...(await best(tolerant, wide.rows, wanted)), rescued };
			const widely = whole(wide.rows, tolerant);
			return { ...(widely.candidates.length > 0 ? once(widely) : await most(tolerant, wanted)), rescued };
		},
	};
}

/** What is not counted to the end is told in hundreds. */
function inHundreds(count: number): number {
	return count < 100 ? count : count - (count % 100);
}

/** Without what another outlet prints of an utterance that is there already. */
function eachOnce<One extends Pick<Candidate, 'utterance'>>(all: readonly One[]): One[] {
	const told = new Set<Id>();
	return all.filter(({ utterance }) => {
		if (utterance === null) return true;
		if (told.has(utterance)) return false;
		told.add(utterance);
		return true;
	});
}

function once(found: Scored): Answered {
	const rows = eachOnce(found.candidates);
	return { ...found, rows, sure: rows.length, total: rows.length, atLeast: false };
}

function inListOrder(a: Row, b: Row): number {
	if (a.day !== b.day) return a.day < b.day ? 1 : -1;
	return a.place < b.place ? -1 : 1;
}
