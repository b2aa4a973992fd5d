/**
 * Search on a server: what the typed words may mean is told here by the archive's vocabulary, the quotations that have such
 * words are found there by an index of exact words, and put in order here by the same sums as everywhere.
 *
 * What few quotations answer is known whole. Of what very many answer, only the best are looked for: by how well the words
 * fit, the best first, and of those that fit equally well the newest.
 */
import type { Rescued } from '../../search/find.ts';
import { highlightsOf } from '../../search/highlights.ts';
import { Memory } from '../../search/memory.ts';
import { queryWords } from '../../search/quotations.ts';
import type { Id } from '../../types.ts';
import type { Cut, Page, QuotationRow } from '../archive.ts';
import { firstOf } from '../cut.ts';
import { wordsNear } from '../spelling.ts';
import { CANDIDATE, type Candidate, type Scored, scored, UnknownWord } from './answers.ts';
import { LONGEST_BEGINNING } from './beginnings.ts';
import type { Row } from './driver.ts';
import { Held } from './held.ts';
import { UNDATED } from './kept-rows.ts';
import type { Question } from './line.ts';
import { all, type Condition, Values } from './lists.ts';
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
import { type Known, QUOTATION, quotationRows } from './read.ts';
import { kept } from './texts.ts';
import { VARIED } from './vocabulary.ts';
import { type Vocabulary, vocabularyOf } from './words.ts';

export interface Asked {
	readonly words: string;
	/** How many quotations there are, by days, the newest first. */
	readonly days: readonly { readonly day: string; readonly quotations: number }[];
	/** Which of them are looked through. */
	readonly within: Condition;
	/** Whether these are all. */
	readonly whole: boolean;
	/** Whether these are few: those of a day, or of an actor. */
	readonly narrow: boolean;
	/** Tells what is looked through from what else might be. */
	readonly name: string;
}

export interface AskedPage extends Asked {
	readonly cut: Cut;
	readonly limit: number;
}

/** Results with typos are sought only while there are fewer than this many without: a screenful. */
const SCREENFUL = 10;
/** How much is looked at for one answer. */
export interface Limits {
	/** So many candidates are all looked at. */
	readonly few: number;
	/** Words that more quotations have than this are not looked up, but looked for among the newest. */
	readonly often: number;
	/** Of quotations that fit equally well, so many of the newest are compared by words side by side. */
	readonly compared: number;
}

export const LIMITS: Limits = { few: 600, often: 40_000, compared: 300 };
/** Of quotations the newest are looked through one by one where at least one of so many is looked for. */
const ONE_OF = 50;

/** Days are looked through that should hold so many times what is wanted. */
const SPARE = [3, 24, Number.POSITIVE_INFINITY] as const;
/** The same where the index finds them: it looks at all of a partition. */
const SPARE_OF_FEW = [3, Number.POSITIVE_INFINITY] as const;
/** Of an utterance several versions may stand among the first. */
const MOST_VERSIONS = 20;
/** Ways in which the words may fit that are tried. */
const MOST_TRIED = 24;
/** Choices among the terms of a long query that are asked for one by one. */
const MOST_WAYS = 20;
/** Searches remembered; a reader goes to and fro between a few. */
const SEARCHES = 40;

/** What is known of the answers to a query. */
interface Answered extends Scored {
	/** Each utterance once. */
	readonly rows: readonly Candidate[];
	readonly total: number;
	/** Whether the rows are all. */
	readonly complete: boolean;
	readonly rescued?: readonly Rescued[];
}

export function searcher(limits: Limits) {
	let vocabulary: Vocabulary | null = null;
	let of = '';
	let room = new Memory(0);
	const answers = new Held<Answered>(SEARCHES);

	async function current(question: Question): Promise<Vocabulary> {
		if (vocabulary && of === question.edition) return vocabulary;
		const now = await vocabularyOf(question, vocabulary);
		if (now !== vocabulary) room = new Memory(0);
		answers.clear();
		of = question.edition;
		vocabulary = now;
		return now;
	}

	async function answered(question: Question, asked: Asked, wanted: number): Promise<Answered> {
		const words = await current(question);
		const typed = queryWords(asked.words);
		const name = JSON.stringify([typed, asked.name]);
		const known = answers.get(name);
		if (known && (known.complete || known.rows.length >= wanted)) return known;
		const found = await finding({ question, vocabulary: words, room, asked, limits }).all(typed, wanted);
		return answers.put(name, found);
	}

	async function page(question: Question, memory: Known, asked: AskedPage): Promise<Page<QuotationRow>> {
		const { cut, limit } = asked;
		const key = 'key' in cut ? kept(cut.key) : null;
		let wanted = cut.from === 'end' ? limits.few : limit + 1;
		let found = await answered(question, asked, wanted);
		const begun = () => (key === null ? -1 : found.rows.findIndex(({ id }) => id === key));
		// Further on than what is known yet.
		while (!found.complete && key !== null && (begun() < 0 || begun() + limit >= found.rows.length)) {
			if (wanted > found.rows.length * 4 && wanted > limits.few * 4) break;
			wanted *= 4;
			found = await answered(question, asked, wanted);
		}
		const at = begun();
		const first = Math.max(0, firstOf(cut.from, at, found.rows.length, limit));
		const end = cut.from === 'before' ? Math.max(0, at) : Math.min(found.rows.length, first + limit);
		const shown = found.rows.slice(first, end);
		const rows = await shownRows(question, memory, found, queryWords(asked.words), shown);
		const { rescued = [] } = found;
		return { rows, first, total: found.total, hidden: 0, ...(rescued.length > 0 ? { rescued } : {}) };
	}

	/** What was added since the vocabulary was read is read, once. */
	async function fresh<Answer>(work: () => Promise<Answer>): Promise<Answer> {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof UnknownWord)) throw error;
			vocabulary = null;
			return await work();
		}
	}

	return {
		/** Words that a mistyped one may be, with some that it cannot be. */
		near: async (question: Question, value: string) => wordsNear((await current(question)).words, value),
		page: (question: Question, memory: Known, asked: AskedPage) => fresh(() => page(question, memory, asked)),
		total: (question: Question, asked: Asked) =>
			fresh(async () => (await answered(question, asked, 1)).total),
	};
}

async function shownRows(
	question: Question,
	memory: Known,
	{ segment, terms }: Scored,
	typed: readonly string[],
	shown: readonly Candidate[],
): Promise<QuotationRow[]> {
	if (shown.length === 0) return [];
	const found = await question.query(
		`select ${QUOTATION}, names from quotation where day = any($1) and id = any($2)`,
		[[...new Set(shown.map(({ day }) => day))], shown.map(({ id }) => id)],
	);
	const byId = new Map<Id, Row>(found.map((row) => [row.id, row]));
	const rows = shown.map(({ id }) => byId.get(id));
	return await quotationRows(question, memory, rows, (at) => {
		if (terms.length === 0) return [];
		const names = rows[at].names === null ? [] : JSON.parse(rows[at].names);
		const { text } = JSON.parse(rows[at].doc);
		return highlightsOf({ segment, typed, terms }, shown[at]!.number, text, names);
	});
}

interface Finding {
	readonly question: Question;
	readonly vocabulary: Vocabulary;
	/** For scoring. */
	readonly room: Memory;
	readonly asked: Asked;
	readonly limits: Limits;
}

/** Conditions on tokens: those that an index is asked for, and those that are looked at in what it finds. */
interface Sought {
	readonly indexed: readonly string[];
	readonly looked: readonly string[];
	/** About so many quotations are sought. */
	readonly most: number;
	/** No more than so many. */
	readonly rarest: number;
}

function finding({ question, vocabulary, room, asked, limits }: Finding) {
	const { few: FEW, often: OFTEN, compared: COMPARED } = limits;
	const { words } = vocabulary;
	const size = asked.days.reduce((sum, { quotations }) => sum + quotations, 0);

	/** So many of those sought, or all; in the order of the list. */
	async function someOf(sought: Sought, limit: number): Promise<Row[]> {
		const values = new Values();
		const where = all([asked.within(values), condition(sought, values)]);
		return await question.query(
			`select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} limit ${limit}) as found
			order by day desc, place`,
			values.all,
		);
	}

	/**
	 * The newest of those sought: of the days that should hold enough of them, of more days, and of all only when these do
	 * not. What is frequent is found by looking through the newest, what is rare by the index.
	 */
	async function newestOf(sought: Sought, most: number, limit: number, whole = false): Promise<Row[]> {
		const often = most * ONE_OF > size;
		const how = often ? { indexed: [], looked: [...sought.indexed, ...sought.looked] } : sought;
		const wanted = (limit * size) / Math.max(1, most);
		for (const spare of whole ? [Number.POSITIVE_INFINITY] : often ? SPARE : SPARE_OF_FEW) {
			const since = dayHolding(wanted * spare);
			const values = new Values();
			const days = since === null ? null : `day >= ${values.add(since)}`;
			const bounded = since !== null && often;
			const where = all([asked.within(values), condition(bounded ? how : sought, values), days]);
			const order = `order by day desc, place limit ${limit}`;
			const rows = await question.query(
				bounded
					? `select ${CANDIDATE} from quotation where ${where} ${order}`
					: `select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} offset 0) as found ${order}`,
				values.all,
			);
			if (rows.length >= limit || since === null) return rows;
		}
		return [];
	}

	/** The day since which there are so many quotations; null when that is all of them. */
	function dayHolding(quotations: number): string | null {
		let sum = 0;
		for (const { day, quotations: own } of asked.days) {
			sum += own;
			if (sum >= quotations && day !== UNDATED) return day;
		}
		return null;
	}

	/** How many quotations, and how many utterances: by the index alone, but for those with other versions. */
	async function count({
		indexed,
		looked,
	}: Sought): Promise<{ readonly rows: number; readonly total: number }> {
		const values = new Values();
		const within = asked.within(values);
		const varied = condition({ indexed: [...indexed, `'${VARIED}'`], looked }, values);
		const whole = condition({ indexed, looked }, values);
		const [{ rows, again }] = await question.query(
			`select (select count(*) from quotation where ${all([within, whole])}) as rows,
			(select count(*) - count(distinct utterance) from quotation where ${all([within, varied])}) as again`,
			values.all,
		);
		return { rows, total: rows - again };
	}

	/** The same for the beginning of one word, which is counted beforehand. */
	async function countBegun(begun: string): Promise<number> {
		const rows = await question.query('select utterances from beginning where begun = $1', [kept(begun)]);
		return rows[0]?.utterances ?? 0;
	}

	/** Rare words by the index; what is frequent is looked at in what they find. */
	function seek(meant: readonly Meant[], leastOf: (nth: number) => number): Sought | null {
		const terms = meant.flatMap((one, nth) =>
			isUnknown(one)
				? []
				: {
						tokens: tokensFor(words, one, leastOf(nth)),
						most: mostOf(vocabulary, one, leastOf(nth)),
					},
		);
		if (terms.some(({ tokens }) => tokens === null)) return null;
		const rarest = Math.min(size, ...terms.map(({ most }) => most));
		const byIndex = (most: number) => most <= Math.max(OFTEN, 4 * rarest);
		return {
			indexed: terms.filter(({ most }) => byIndex(most)).map(({ tokens }) => tokens!),
			looked: terms.filter(({ most }) => !byIndex(most)).map(({ tokens }) => tokens!),
			most: terms.reduce((share, { most }) => share * Math.min(1, most / size), size),
			rarest,
		};
	}

	/** All that have a word for every term, if these are few; else how many utterances they are. */
	async function few(
		meant: readonly Meant[],
		typed: readonly string[],
	): Promise<{ readonly rows: readonly Row[] } | { readonly total: number }> {
		const sought = seek(meant, () => 0);
		if (sought === null) return { rows: [] };
		// Of a day, or an actor, all may be looked at sooner than an index.
		if (asked.narrow && sought.rarest > FEW) {
			const looked = [...sought.indexed, ...sought.looked];
			const rows = await someOf({ ...sought, indexed: [], looked }, FEW + 1);
			if (rows.length <= FEW) return { rows };
		} else if (sought.rarest <= FEW) return { rows: await someOf(sought, sought.rarest + 1) };
		const [only = ''] = typed;
		if (
			asked.whole &&
			typed.length === 1 &&
			only.length <= LONGEST_BEGINNING &&
			!meant[0]!.typos &&
			meant[0]!.pairs.length === 0
		) {
			const total = await countBegun(only);
			if (total > FEW) return { total };
		}
		const { rows, total } = await count(sought);
		return rows > FEW ? { total } : { rows: await someOf(sought, FEW + 1) };
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
			`select ${CANDIDATE} from quotation where tokens @@ ${values.add(tokens)}::tsquery`,
			values.all,
		);
		return whole(rows, [one]).candidates.length > 0;
	}

	/** The best of many. */
	async function best(meant: readonly Meant[], total: number, wanted: number): Promise<Answered> {
		const rows = new Map<Id, Row>();
		// One word alone stands beside none.
		const enough = meant.length > 1 ? Math.max(COMPARED, wanted * 2) : wanted + MOST_VERSIONS;
		const speakers = meant.flatMap((one) => speakerTokensFor(one, words) ?? []);
		let found: Candidate[] = [];
		let result = whole([], meant);
		let complete = false;
		let tried = 0;
		for (const { least, sum, last } of choices(meant)) {
			const sought = seek(meant, (nth) => least[nth]!);
			if (sought === null) continue;
			const newest = await newestOf(sought, sought.most, enough);
			// Of those whose words fit as well the ones where a word is the speaker's come first.
			const most = Math.min(sought.most, mostSpeaking(vocabulary, meant));
			const speaking =
				newest.length < enough || speakers.length === 0
					? []
					: await newestOf(
							{ ...sought, indexed: [...sought.indexed, `(${speakers.join(' | ')})`] },
							most,
							enough,
							// What few of them are is found at once.
							most <= OFTEN,
						);
			const before = rows.size;
			for (const row of [...newest, ...speaking]) rows.set(row.id, row);
			if (rows.size > before) {
				result = whole([...rows.values()].sort(inListOrder), meant);
				found = eachOnce(result.candidates);
			}
			// Whatever comes has words that fit less well.
			const sure = found.filter(({ quality }) => quality >= sum).length;
			complete = last && newest.length < enough;
			if (sure >= wanted || ++tried >= MOST_TRIED) break;
		}
		return { ...result, rows: found, total, complete: complete || found.length >= total };
	}

	/** Those that have a word for all terms that mean anything; null when there is none. */
	async function having(meant: readonly Meant[], wanted: number): Promise<Answered | null> {
		const found = await few(meant, []);
		if ('total' in found) return await best(meant, found.total, wanted);
		const scored = whole(found.rows, meant);
		return scored.candidates.length > 0 ? once(scored) : null;
	}

	/** Those that have a word for the most of the terms. */
	async function most(meant: readonly Meant[], wanted: number): Promise<Answered> {
		const known = meant.filter((one) => !isUnknown(one));
		if (known.length > 0 && known.length < meant.length) {
			const found = await having(meant, wanted);
			if (found) return found;
		}
		for (let some = known.length - 1; some > 0; some--) {
			const terms = known.map((one) => tokensFor(words, one, 0)!);
			const tokens = combined(terms, some);
			const values = new Values();
			const how = (one: string) => `tokens @@ ${values.add(one)}::tsquery`;
			const where = all([
				asked.within(values),
				tokens === null
					? `${how(terms.join(' | '))} and ${terms.map((one) => `(${how(one)})::int`).join(' + ')} >= ${some}`
					: `(${how(tokens)})`,
			]);
			const rows = await question.query(
				`select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} offset 0) as found
				order by day desc, place limit ${FEW + 1}`,
				values.all,
			);
			const found = scored(rows, meant, vocabulary, room);
			const candidates = found.candidates.filter(({ missing }) => missing === meant.length - some);
			if (candidates.length === 0) continue;
			if (rows.length <= FEW) return once({ ...found, candidates });
			const [{ total }] = await question.query(
				`select count(*) - count(utterance) + count(distinct utterance) as total from quotation where ${where}`,
				values.all,
			);
			return { ...once({ ...found, candidates }), total, complete: false };
		}
		return { ...scored([], meant, vocabulary, room), rows: [], total: 0, complete: true };
	}

	return {
		async all(typed: readonly string[], wanted: number): Promise<Answered> {
			const literal = literally(vocabulary, typed);
			const exact = literal.some(isUnknown) ? { rows: [] } : await few(literal, typed);
			if ('total' in exact) return await best(literal, exact.total, wanted);
			const exactly = whole(exact.rows, literal);
			if (typed.length === 0 || exactly.candidates.length >= SCREENFUL) return once(exactly);
			const tolerant = await tolerantly(vocabulary, typed, literal, isWritten);
			const rescued = tolerant.flatMap(({ nearest }, at) =>
				nearest ? [{ typed: typed[at]!, meant: nearest }] : [],
			);
			const wide = tolerant.some(isUnknown) ? { rows: [] } : await few(tolerant, typed);
			if ('total' in wide) return { ...(await best(tolerant, wide.total, wanted)), rescued };
			const widely = whole(wide.rows, tolerant);
			return { ...(widely.candidates.length > 0 ? once(widely) : await most(tolerant, wanted)), rescued };
		},
	};
}

function condition({ indexed, looked }: Pick<Sought, 'indexed' | 'looked'>, values: Values): string {
	return all([
		indexed.length === 0 ? null : `tokens @@ ${values.add(indexed.join(' & '))}::tsquery`,
		// Written so that no index is asked.
		looked.length === 0 ? null : `(tokens @@ ${values.add(looked.join(' & '))}::tsquery) is true`,
	]);
}

/** So many of the terms, whichever; null when there are too many ways. */
function combined(terms: readonly string[], some: number): string | null {
	let ways: string[][] = [[]];
	for (const [at, term] of terms.entries()) {
		const left = terms.length - at - 1;
		ways = ways.flatMap((way) => [
			...(way.length < some ? [[...way, term]] : []),
			...(way.length + left >= some ? [way] : []),
		]);
		if (ways.length > MOST_WAYS) return null;
	}
	return ways.map((way) => `(${way.join(' & ')})`).join(' | ');
}

/** Ways in which the terms may fit, the best sums first: at least so well each. */
function* choices(
	meant: readonly Meant[],
): Iterable<{ readonly least: readonly number[]; readonly sum: number; readonly last: boolean }> {
	const lists = meant.map(({ qualities }) => (qualities.length > 0 ? qualities : [0]));
	const sumOf = (at: readonly number[]) => at.reduce((sum, place, nth) => sum + lists[nth]![place]!, 0);
	const start = meant.map(() => 0);
	const open = [{ at: start, sum: sumOf(start) }];
	for (let next = open.shift(); next; next = open.shift()) {
		const { at, sum } = next;
		let from = at.length - 1;
		while (from > 0 && at[from] === 0) from--;
		for (let nth = Math.max(0, from); nth < at.length; nth++)
			if (at[nth]! + 1 < lists[nth]!.length) {
				const worse = at.map((place, other) => (other === nth ? place + 1 : place));
				open.push({ at: worse, sum: sumOf(worse) });
			}
		open.sort((a, b) => b.sum - a.sum);
		yield { least: at.map((place, nth) => lists[nth]![place]!), sum, last: open.length === 0 };
	}
}

/** Without what another outlet prints of an utterance that is there already. */
function eachOnce(candidates: readonly Candidate[]): Candidate[] {
	const told = new Set<Id>();
	return candidates.filter(({ utterance }) => {
		if (utterance === null) return true;
		if (told.has(utterance)) return false;
		told.add(utterance);
		return true;
	});
}

function once(found: Scored): Answered {
	const rows = eachOnce(found.candidates);
	return { ...found, rows, total: rows.length, complete: true };
}

function inListOrder(a: Row, b: Row): number {
	return a.day === b.day ? Buffer.compare(a.place, b.place) : a.day < b.day ? 1 : -1;
}
