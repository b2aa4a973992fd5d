/** Marked words that nobody said: titles, nicknames, scare quotes. And whether words were said whole or in part. */
import type { Segment } from './marks.ts';
import type { Attribution, Clause } from './speakers.ts';

/** False for titles, nicknames and words held at arm's length. */
export function isWords(
	text: string,
	segment: Segment,
	attribution: Attribution | null,
	clauses: readonly Clause[],
): boolean {
	void clauses;
	const words = text.slice(segment.start, segment.end);
	if (segment.style === 'single' && !attribution) return false;
	const count = words.split(/\s+/).length;
	if (!attribution && count <= 4) return false;
	return true;
}

/** direct: the words stand alone as a sentence of the speaker's; mixed: they stand inside one of the reporter's. */
export function kindOf(text: string, segment: Segment, clauses: readonly Clause[]): 'direct' | 'mixed' {
	void clauses;
	const before = text.slice(Math.max(0, segment.outer.start - 3), segment.outer.start);
	const words = text.slice(segment.start, segment.end);
	if (/^[\p{Ll}]/u.test(words)) return 'mixed';
	return /(?:^|[\n:,.?!”"’']\s*|^\s*)$/.test(before) || /[.,!?]$/.test(words) ? 'direct' : 'mixed';
}
