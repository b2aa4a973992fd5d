/**
 * Search on a server: what the typed words may mean is told here by the archive's vocabulary, the quotations that have such
 * words are found there by an index of exact words, and put in order here by the same sums as everywhere.
 *
 * What few quotations answer is known whole. Of what very many answer, only the best are looked for: by how well the words
 * fit, the best first, and of those that fit equally well the newest.
 */
import { highlightsOf } from '../../search/highlights.ts';
import { Memory } from '../../search/memory.ts';
import { queryWords } from '../../search/quotations.ts';
import type { Id } from '../../types.ts';
import type { Cut, Page, QuotationRow } from '../archive.ts';
import { CANDIDATE, type Candidate, type Scored, scored, UnknownWord } from './answers.ts';
import type { Row } from './driver.ts';
import { Held } from './held.ts';
import type { Question } from './line.ts';
import { all, type Condition, Values } from './lists.ts';
import {
	isUnknown,
	literally,
	type Meant,
	mostOf,
	speakerTokensFor,
	tokensFor,
	tolerantly,
} from './meant.ts';
import { type Known, QUOTATION, quotationRows } from './read.ts';
import { kept } from './texts.ts';
import { type Vocabulary, vocabularyOf } from './words.ts';

export interface Asked {
	readonly words: string;
	/** All quotations there are. */
	readonly size: number;
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
/** So many candidates are all looked at. */
const FEW = 2000;
/** Words that more quotations have than this are not looked up, but looked for among the newest. */
const OFTEN = 40_000;
/** Of quotations that fit equally well, so many of the newest are compared by words side by side. */
const COMPARED = 300;
/** Ways in which the words may fit that are tried. */
const MOST_TRIED = 24;
/** Searches remembered; a reader goes to and fro between a few. */
const SEARCHES = 40;

/** What is known of the answers to a query. */
interface Answered extends Scored {
	/** Each utterance once. */
	readonly rows: readonly Candidate[];
	readonly total: number;
	/** Whether the rows are all. */
	readonly complete: boolean;
}

export function searcher() {
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
		const found = await finding({ question, vocabulary: words, room, asked }).all(typed, wanted);
		return answers.put(name, found);
	}

	async function page(question: Question, memory: Known, asked: AskedPage): Promise<Page<QuotationRow>> {
		const { cut, limit } = asked;
		const key = 'key' in cut ? kept(cut.key) : null;
		let wanted = cut.from === 'end' ? FEW : limit + 1;
		let found = await answered(question, asked, wanted);
		const begun = () => (key === null ? -1 : found.rows.findIndex(({ id }) => id === key));
		// Further on than what is known yet.
		while (!found.complete && key !== null && (begun() < 0 || begun() + limit >= found.rows.length)) {
			if (wanted > found.rows.length * 4 && wanted > FEW * 4) break;
			wanted *= 4;
			found = await answered(question, asked, wanted);
		}
		const at = begun();
		const first = Math.max(0, firstOf(cut.from, at, found.rows.length, limit));
		const end = cut.from === 'before' ? Math.max(0, at) : Math.min(found.rows.length, first + limit);
		const shown = found.rows.slice(first, end);
		const rows = await shownRows(question, memory, found, queryWords(asked.words), shown);
		return { rows, first, total: found.total, hidden: 0 };
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
		page: (question: Question, memory: Known, asked: AskedPage) => fresh(() => page(question, memory, asked)),
		total: (question: Question, asked: Asked) =>
			fresh(async () => (await answered(question, asked, 1)).total),
	};
}

function firstOf(from: Cut['from'], at: number, length: number, limit: number): number {
	switch (from) {
		case 'start':
			return 0;
		case 'end':
			return length - limit;
		case 'after':
			return at + 1;
		case 'before':
			return at - limit;
		case 'at':
			return at;
	}
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
}

/** Conditions on tokens: those that an index is asked for, and those that are looked at in what it finds. */
interface Sought {
	readonly indexed: readonly string[];
	readonly looked: readonly string[];
	/** At most so many quotations are found by the index; all, without one. */
	readonly most: number;
}

function finding({ question, vocabulary, room, asked }: Finding) {
	const { words } = vocabulary;

	async function rowsOf(sought: Sought, newest: boolean, limit: number): Promise<Row[]> {
		const values = new Values();
		const where = all([asked.within(values), condition(sought, values)]);
		const order = 'order by day desc, place';
		// What the index finds is put in order afterwards; else the newest are looked through until enough are found.
		const sql =
			sought.indexed.length === 0 && newest
				? `select ${CANDIDATE} from quotation where ${where} ${order} limit ${limit}`
				: newest
					? `select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} offset 0) as found ${order} limit ${limit}`
					: `select ${CANDIDATE} from (select ${CANDIDATE} from quotation where ${where} limit ${limit}) as found ${order}`;
		return await question.query(sql, values.all);
	}

	async function count(sought: Sought): Promise<number> {
		const values = new Values();
		const where = all([asked.within(values), condition(sought, values)]);
		const [{ all: rows, again }] = await question.query(
			`select (select count(*) from quotation where ${where}) as all,
			(select count(*) - count(distinct utterance) from quotation where utterance is not null and ${where}) as again`,
			values.all,
		);
		return rows - again;
	}

	/** Rare words by the index; what is frequent is looked at in what they find. */
	function seek(meant: readonly Meant[], leastOf: (nth: number) => number): Sought | null {
		const terms = meant.map((one, nth) => ({
			tokens: tokensFor(words, one, leastOf(nth)),
			most: mostOf(vocabulary, one, leastOf(nth)),
		}));
		if (terms.some(({ tokens }) => tokens === null)) return null;
		const rarest = Math.min(asked.size, ...terms.map(({ most }) => most));
		const byIndex = (most: number) => most <= Math.max(OFTEN, 4 * rarest);
		const indexed = terms.filter(({ most }) => byIndex(most)).map(({ tokens }) => tokens!);
		const looked = terms.filter(({ most }) => !byIndex(most)).map(({ tokens }) => tokens!);
		const both = terms.reduce((share, { most }) => share * Math.min(1, most / asked.size), asked.size);
		return rarest > OFTEN && both * 50 > asked.size
			? { indexed: [], looked: [...indexed, ...looked], most: rarest }
			: { indexed, looked, most: rarest };
	}

	/** All that have a word for every term, if these are few; null if they are not. */
	async function few(meant: readonly Meant[]): Promise<Row[] | null> {
		const sought = seek(meant, () => 0);
		if (sought === null) return [];
		if (asked.narrow && sought.most > FEW) {
			const looked = [...sought.indexed, ...sought.looked];
			const rows = await rowsOf({ indexed: [], looked, most: asked.size }, false, FEW + 1);
			return rows.length > FEW ? null : rows;
		}
		if (sought.indexed.length === 0 && asked.size > FEW) return null;
		const rows = await rowsOf(sought, false, FEW + 1);
		return rows.length > FEW ? null : rows;
	}

	const isWhole = ({ missing }: Candidate) => missing === 0;

	/** Those of the few that have every word; a pair that only seemed to stand side by side is none. */
	function whole(rows: readonly Row[], meant: readonly Meant[]): Scored {
		const found = scored(rows, meant, vocabulary, room);
		return { ...found, candidates: found.candidates.filter(isWhole) };
	}

	async function isWritten(one: Meant): Promise<boolean> {
		const values = new Values();
		const tokens = tokensFor(words, { ...one, parts: [] }, 0)!;
		const rows = await question.query(
			`select ${CANDIDATE} from quotation where tokens @@ ${values.add(tokens)}::tsquery`,
			values.all,
		);
		return scored(rows, [one], vocabulary, room).candidates.some(isWhole);
	}

	/** The best of many. */
	async function best(meant: readonly Meant[], wanted: number): Promise<Answered> {
		const everything = seek(meant, () => 0)!;
		const total = await count(everything);
		const rows = new Map<Id, Row>();
		const enough = Math.max(COMPARED, wanted * 2);
		let found: Candidate[] = [];
		let result: Scored | null = null;
		let complete = false;
		let tried = 0;
		for (const { least, sum, last } of choices(meant)) {
			const sought = seek(meant, (nth) => least[nth]!);
			if (sought === null) continue;
			const saying = said(meant, sought);
			const more = [
				...(saying ? await rowsOf(saying, true, enough) : []),
				...(await rowsOf(sought, true, enough)),
			];
			const before = rows.size;
			for (const row of more) rows.set(row.id, row);
			if (rows.size > before || result === null) {
				result = whole([...rows.values()].sort(inListOrder), meant);
				found = eachOnce(result.candidates);
			}
			// Whatever comes has words that fit less well.
			const sure = found.filter(({ quality }) => quality >= sum).length;
			complete = last && more.length < enough;
			if (sure >= wanted || ++tried >= MOST_TRIED) break;
		}
		return { ...result!, rows: found, total, complete: complete || found.length >= total };
	}

	/** Where one word is the speaker's: these come before others whose words fit as well. */
	function said(meant: readonly Meant[], sought: Sought): Sought | null {
		const tokens = meant.flatMap((one) => speakerTokensFor(one, words) ?? []);
		if (tokens.length === 0) return null;
		return { ...sought, looked: [...sought.looked, `(${tokens.join(' | ')})`] };
	}

	/** Those that have a word for most of the terms. */
	async function most(meant: readonly Meant[]): Promise<Answered> {
		const known = meant.filter((one) => !isUnknown(one));
		const tokens = known.map((one) => tokensFor(words, one, 0)!);
		const nothing = { ...scored([], meant, vocabulary, room), rows: [], total: 0, complete: true };
		if (tokens.length === 0) return nothing;
		const values = new Values();
		const names = tokens.map((one) => `(tokens @@ ${values.add(one)}::tsquery)::int`);
		const any = `tokens @@ ${values.add(tokens.join(' | '))}::tsquery`;
		const where = all([asked.within(values), any]);
		const [{ most }] = await question.query(
			`select max(${names.join(' + ')}) as most from quotation where ${where}`,
			values.all,
		);
		if (most === null) return nothing;
		const with_ = `${where} and ${names.join(' + ')} = ${values.add(most)}`;
		const rows = await question.query(
			`select ${CANDIDATE} from quotation where ${with_} order by day desc, place limit ${FEW + 1}`,
			values.all,
		);
		const found = scored(rows, meant, vocabulary, room);
		const fewest = meant.length - most;
		const candidates = found.candidates.filter(({ missing }) => missing === fewest);
		if (rows.length <= FEW) return once({ ...found, candidates });
		const [{ total }] = await question.query(
			`select count(*) filter (where utterance is null) + count(distinct utterance) as total from quotation where ${with_}`,
			values.all,
		);
		return { ...once({ ...found, candidates }), total, complete: false };
	}

	return {
		async all(typed: readonly string[], wanted: number): Promise<Answered> {
			const literal = literally(vocabulary, typed);
			const exact = literal.some(isUnknown) ? [] : await few(literal);
			if (exact === null) return await best(literal, wanted);
			const exactly = whole(exact, literal);
			if (typed.length === 0 || exactly.candidates.length >= SCREENFUL) return once(exactly);
			const tolerant = await tolerantly(vocabulary, typed, literal, isWritten);
			const wide = tolerant.some(isUnknown) ? [] : await few(tolerant);
			if (wide === null) return await best(tolerant, wanted);
			const widely = whole(wide, tolerant);
			return widely.candidates.length > 0 ? once(widely) : await most(tolerant);
		},
	};
}

function condition({ indexed, looked }: Sought, values: Values): string {
	return all([
		indexed.length === 0 ? null : `tokens @@ ${values.add(indexed.join(' & '))}::tsquery`,
		// Written so that no index is asked.
		looked.length === 0 ? null : `(tokens @@ ${values.add(looked.join(' & '))}::tsquery) is true`,
	]);
}

/** Ways in which the terms may fit, the best sums first: at least so well each. */
function* choices(
	meant: readonly Meant[],
): Iterable<{ readonly least: readonly number[]; readonly sum: number; readonly last: boolean }> {
	const lists = meant.map(({ qualities }) => qualities);
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
