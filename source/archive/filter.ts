/**
 * What narrows a list: words that its rows tell, `from:OUTLET`, `by:ACTOR`, `unread`, each after `!` for its contrary;
 * all must hold. What makes no sense is said and left out, so that a slip never hides everything.
 */
import { fold } from '../search/fold.ts';
import type { Id } from '../types.ts';
import { freshTexts, type Texts } from './read.ts';

export type Field = 'words' | 'from' | 'by' | 'unread';

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
	readonly wants: 'outlet' | 'actor' | 'known';
}

const PART = /(!*)(?:([a-z]+):)?(?:"([^"]*)"?|(\S*))/gi;
const WANTS: Readonly<Record<string, 'outlet' | 'actor'>> = { from: 'outlet', by: 'actor' };

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
		else if (wants && value === '') slips.push({ part: part.trim(), wants });
		else if (wants) terms.push({ field: field as Field, value, not });
		else if (quoted === undefined && value === 'unread') terms.push({ field: 'unread', value: '', not });
		else if (value !== '') terms.push({ field: 'words', value, not });
	}
	return { terms, slips };
}

/** What a row tells, folded, by what it is asked for. */
export interface Told {
	readonly words: string;
	readonly from: string;
	readonly by: string;
	/** Of a story all, of an article or a quotation the one; near-copies together. */
	readonly texts: Texts;
}

export function folded(text: string): string {
	return fold(text).replace(/\s+/g, ' ').trim();
}

export function passes(told: Told, { terms, read }: Filter): boolean {
	return terms.every(({ field, value, not }) => {
		const holds = field === 'unread' ? freshTexts(told.texts, read).length > 0 : told[field].includes(value);
		return holds !== not;
	});
}
