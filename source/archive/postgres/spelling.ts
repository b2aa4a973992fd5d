/** Words of a filter that are nowhere in its list, as those most like them. */
import type { Rescued } from '../../search/find.ts';
import type { Filter, Term } from '../filter.ts';
import type { Filtered } from '../lists.ts';
import {
	FEWEST_LETTERS,
	isPhrase,
	likeliest,
	mayBeMistyped,
	namesIn,
	type Spelled,
	wordsIn,
} from '../spelling.ts';
import type { Question } from './line.ts';
import { passing, TABLES, Values } from './lists.ts';
import { unkept } from './texts.ts';

/** Words are looked for in so many texts, the newest. */
const MOST_TEXTS = 20_000;

const NEWEST = 'order by day desc, place';

/** Where words of a filter stand but for names; the words of quotations are those of the search. */
const TEXTS: Readonly<Record<Filtered, readonly string[]>> = {
	stories: ['select told from story order by rank', `select headline as told from article ${NEWEST}`],
	articles: [`select told from article ${NEWEST}`],
	quotations: [],
	actors: [],
};

/** `near`: words of the search that one may be. */
export async function spelled(
	question: Question,
	list: Filtered,
	{ terms, read }: Filter,
	near: (question: Question, value: string) => Promise<readonly string[]>,
): Promise<Spelled> {
	const rescued: Rescued[] = [];
	const mended: Term[] = [];
	for (const term of terms) {
		const value = await likeliestFor(question, list, term, near);
		mended.push(value === null ? term : { ...term, value });
		if (value !== null) rescued.push({ typed: term.value, meant: [value] });
	}
	return { terms: mended, read, rescued };
}

async function likeliestFor(
	question: Question,
	list: Filtered,
	term: Term,
	near: (question: Question, value: string) => Promise<readonly string[]>,
): Promise<string | null> {
	const { field, value } = term;
	if (!mayBeMistyped(term) || (await finds(question, list, term))) return null;
	const table = field === 'from' || (field === 'words' && list === 'articles') ? 'source' : 'speaker';
	const names = (await question.query(`select told from ${table}`, [])).map(({ told }) => unkept(told));
	const all = isPhrase(value) ? namesIn(names) : wordsIn(names);
	if (field === 'words' && !isPhrase(value)) {
		for (const texts of TEXTS[list])
			for (const word of wordsIn(await piecesOf(question, texts))) all.add(word);
		if (list === 'quotations') for (const word of await near(question, value)) all.add(word);
	}
	for (const one of likeliest(all, value))
		if (await finds(question, list, { ...term, value: one })) return one;
	return null;
}

async function piecesOf(question: Question, texts: string): Promise<string[]> {
	const rows = await question.query(
		`select distinct piece from (${texts} limit ${MOST_TEXTS}) as text, regexp_split_to_table(told, '[ \\n]+') as piece where length(piece) >= ${FEWEST_LETTERS}`,
		[],
	);
	return rows.map(({ piece }) => unkept(piece));
}

async function finds(question: Question, list: Filtered, term: Term): Promise<boolean> {
	const values = new Values();
	const where = passing(list, { terms: [term], read: new Set() }, [])(values);
	const rows = await question.query(`select from ${TABLES[list]} where ${where} limit 1`, values.all);
	return rows.length > 0;
}
