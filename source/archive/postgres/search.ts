/**
 * Search on a server: what the typed words may mean is told here by the archive's vocabulary, the quotations that have such
 * words are found there by an index of exact words, and put in order here by the same sums as everywhere.
 */
import { highlightsOf } from '../../search/highlights.ts';
import { Memory } from '../../search/memory.ts';
import { queryWords } from '../../search/quotations.ts';
import type { Id } from '../../types.ts';
import type { Cut, Page, QuotationRow } from '../archive.ts';
import { firstOf } from '../cut.ts';
import { wordsNear } from '../spelling.ts';
import { type Candidate, type Scored, UnknownWord } from './answers.ts';
import type { Row } from './driver.ts';
import { type Answered, type Asked, finding, type Limits } from './finding.ts';
import { Held } from './held.ts';
import type { Question } from './line.ts';
import { type Known, QUOTATION, quotationRows } from './read.ts';
import { kept } from './texts.ts';
import { type Vocabulary, vocabularyOf } from './words.ts';

/** A search as the reader's place and fields put it. */
export interface Search extends Asked {
	readonly words: string;
	/** Tells what is looked through from what else might be. */
	readonly name: string;
}

export interface SearchPage extends Search {
	readonly cut: Cut;
	readonly limit: number;
}

export const LIMITS: Limits = { few: [560, 1120], often: 40_000, compared: 300, window: 250_000 };
/** Searches remembered; a reader goes to and fro between a few. */
const SEARCHES = 40;

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

	async function answered(question: Question, asked: Search, wanted: number): Promise<Answered> {
		const words = await current(question);
		const typed = queryWords(asked.words);
		const name = JSON.stringify([typed, asked.name]);
		const known = answers.get(name);
		if (known && known.sure >= Math.min(wanted, known.total)) return known;
		const found = await finding({ question, vocabulary: words, room, asked, limits }).all(typed, wanted);
		return answers.put(name, found);
	}

	async function page(question: Question, memory: Known, asked: SearchPage): Promise<Page<QuotationRow>> {
		const { cut, limit } = asked;
		const key = 'key' in cut ? kept(cut.key) : null;
		let found = await answered(question, asked, limit + 1);
		const begun = () => (key === null ? -1 : found.rows.findIndex(({ id }) => id === key));
		/** So many rows are to be in their order. */
		const needed = (): number => {
			if (cut.from === 'end' || (key !== null && begun() < 0)) return found.total;
			const first = firstOf(cut.from, begun(), found.total, limit);
			return Math.min(found.total, first + limit);
		};
		for (let before = -1; found.sure > before && found.sure < needed(); ) {
			before = found.sure;
			found = await answered(question, asked, needed());
		}
		const list = found.rows.slice(0, found.total);
		const at = begun();
		const first = Math.max(0, firstOf(cut.from, at, list.length, limit));
		const end = cut.from === 'before' ? Math.max(0, at) : first + limit;
		const shown = list.slice(first, end);
		const rows = await shownRows(question, memory, found, queryWords(asked.words), shown);
		const { rescued = [], total, atLeast } = found;
		return {
			...{ rows, first, total, hidden: 0 },
			...(atLeast ? { atLeast } : {}),
			...(rescued.length > 0 ? { rescued } : {}),
		};
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
		page: (question: Question, memory: Known, asked: SearchPage) =>
			fresh(() => page(question, memory, asked)),
		count: (question: Question, asked: Search) => fresh(() => answered(question, asked, 1)),
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
