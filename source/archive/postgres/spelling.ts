/** Names in a filter that nobody bears, as the ones most like them. */
import type { Rescued } from '../../search/find.ts';
import type { Filter, Term } from '../filter.ts';
import type { Filtered } from '../lists.ts';
import { likeliest, maybeName } from '../spelling.ts';
import type { Question } from './line.ts';
import { passing, TABLES, Values } from './lists.ts';
import { unkept } from './texts.ts';

export type Spelled = Filter & { readonly rescued: readonly Rescued[] };

export async function spelled(question: Question, list: Filtered, { terms, read }: Filter): Promise<Spelled> {
	const rescued: Rescued[] = [];
	const mended: Term[] = [];
	for (const term of terms) {
		const value =
			maybeName(term) && (await isNowhere(question, list, term)) ? await likeliestName(question, term) : null;
		mended.push(value === null ? term : { ...term, value });
		if (value !== null) rescued.push({ typed: term.value, meant: [value] });
	}
	return { terms: mended, read, rescued };
}

async function isNowhere(question: Question, list: Filtered, term: Term): Promise<boolean> {
	const values = new Values();
	const where = passing(list, { terms: [term], read: new Set() }, [])(values);
	const rows = await question.query(`select from ${TABLES[list]} where ${where} limit 1`, values.all);
	return rows.length === 0;
}

async function likeliestName(question: Question, { field, value }: Term): Promise<string | null> {
	const tables = field === 'from' ? ['source'] : field === 'by' ? ['speaker'] : ['source', 'speaker'];
	const names: string[] = [];
	for (const table of tables)
		for (const { told } of await question.query(`select told from ${table}`, [])) names.push(unkept(told));
	return likeliest(names, value);
}
