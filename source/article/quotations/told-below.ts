/** Words of a headline that the text below prints again: whoever says them there said them. */
import type { Paragraph, Quoted } from '../../types.ts';

/** Fewer words may be said by several. */
const FEWEST = 4;
/** So many in headlines, and so many below, are held against each other. */
const MOST_ABOVE = 20;
const MOST_BELOW = 2000;

/** `found` in order; those of headlines that name nobody have the speaker that they have below. */
export function asToldBelow(text: string, paragraphs: readonly Paragraph[], found: Quoted[]): Quoted[] {
	const headlines = paragraphs.filter(({ kind }) => kind === 'headline');
	const isAbove = ({ spans: [first] }: Quoted) =>
		headlines.some(({ start, end }) => first!.start >= start && first!.end <= end);
	const isOpen = ({ kind, speaker }: Quoted) => kind !== 'indirect' && speaker.entity === null;
	const above = new Set(found.filter((one) => isOpen(one) && isAbove(one)).slice(0, MOST_ABOVE));
	if (above.size === 0) return found;
	const below = found
		.filter((one) => one.kind !== 'indirect' && one.speaker.entity !== null && !isAbove(one))
		.slice(0, MOST_BELOW)
		.map(({ spans, speaker }) => ({ words: wordsOf(text, spans), speaker }));
	return found.map((one) => {
		if (!above.has(one)) return one;
		const words = wordsOf(text, one.spans);
		if (words.trim().split(' ').length < FEWEST) return one;
		const said = below.find((other) => other.words.includes(words));
		return said ? { ...one, speaker: said.speaker } : one;
	});
}

/** Case and marks are the desk's. */
const wordsOf = (text: string, spans: Quoted['spans']): string => {
	const printed = spans.map(({ start, end }) => text.slice(start, end)).join(' ');
	return ` ${(printed.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []).join(' ')} `;
};
