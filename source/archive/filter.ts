/**
 * What narrows a list: words that its rows tell, `from:OUTLET`, `by:ACTOR`, `on:DAY` or its beginning, `unread`, each
 * after `!` for its contrary; all must hold. What makes no sense is said and left out, so that a slip never hides everything.
 */
import { fold } from '../search/fold.ts';
import type { Id } from '../types.ts';

export type Field = 'words' | 'from' | 'by' | 'on' | 'unread';

export interface Term {
	readonly field: Field;
	/** Folded; empty for `unread`. */
	readonly value: string;
	readonly not: boolean;
}

export interface Filter {
	readonly terms: readonly Term[];
	/** Articles that count as read. */
	readonly read: ReadonlySet<Id>;
}

/** What is wrong with a part of a filter. */
export interface Slip {
	/** As typed. */
	readonly part: string;
	readonly wants: 'outlet' | 'actor' | 'day' | 'known';
}

const PART = /(!*)(?:([a-z]+):)?(?:"([^"]*)"?|(\S*))/gi;
const WANTS: Readonly<Record<string, 'outlet' | 'actor' | 'day'>> = {
	from: 'outlet',
	by: 'actor',
	on: 'day',
};

export function parseFilter(text: string): {
	readonly terms: readonly Term[];
	readonly slips: readonly Slip[];
} {
	const terms: Term[] = [];
	const slips: Slip[] = [];
	for (const [part, marks = '', prefix, quoted, bare = ''] of text.matchAll(PART)) {
		const field = prefix?.toLowerCase();
		const wants = field === undefined ? undefined : WANTS[field];
		const value = folded(quoted ?? bare);
		const not = marks.length % 2 === 1;
		if (field !== undefined && wants === undefined) slips.push({ part: `${prefix}:`, wants: 'known' });
		else if (wants && (value === '' || (wants === 'day' && !beginsDay(value))))
			slips.push({ part: part.trim(), wants });
		else if (wants) terms.push({ field: field as Field, value, not });
		else if (quoted === undefined && value === 'unread') terms.push({ field: 'unread', value: '', not });
		else if (value !== '') terms.push({ field: 'words', value, not });
	}
	return { terms, slips };
}

/** A year, a month and a day, as far as they are typed; each of its beginnings is one. */
const DAY = /^(?:\d{1,4}|\d{4}-(?:[01]?|0[1-9](?:-.*)?|1[0-2](?:-.*)?))$/;
const OF_MONTH = /^(?:\d{4}-\d\d-)(?:[0-3]?|0[1-9]|[12]\d|3[01])$/;

/** Whether it is a day, or "undated", or how one begins. */
function beginsDay(value: string): boolean {
	if ('undated'.startsWith(value)) return true;
	return DAY.test(value) && (value.length < 8 || OF_MONTH.test(value));
}

const FIELD = /(^|\s)(!*(?:from|by|on):(?:"[^"]*"?|\S*))/gi;

/** A search of words with fields among them: "ceasefire from:gazette on:2025-03". A field not typed to its end is none. */
export function parseQuery(text: string): ReturnType<typeof parseFilter> & { readonly words: string } {
	const fields: string[] = [];
	const words = text.replace(FIELD, (_, before: string, field: string) => {
		fields.push(field);
		return before;
	});
	return { words: words.trim(), ...parseFilter(fields.join(' ')) };
}

export function folded(text: string): string {
	return fold(text).replace(/\s+/g, ' ').trim();
}
