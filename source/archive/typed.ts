/** What a reader types goes on while it is answered: of questions that are waiting, those of fewer letters are asked no more. */
import type { Filter } from './filter.ts';

/** What has been typed for a question, to be told from what is typed on; null for one that nothing is typed for. */
export function typedFor(query: { readonly words?: string; readonly filter?: Filter | null }): string | null {
	const { words = '', filter } = query;
	const terms = filter?.terms ?? [];
	return words === '' && terms.length === 0 ? null : JSON.stringify([words, terms]);
}
