/**
 * Lines of nothing but words in marks between paragraphs of prose ("‘A bad night for shops’"): the desk sets them, over
 * words that somebody says below, and who stands before them is not who speaks.
 */
import type { Paragraph } from '../../types.ts';
import type { Segment } from './marks.ts';

/** A longer line is speech that lost its full stop. */
const MOST_WORDS = 10;

/** The segments, by number, that are subheads. */
export function subheadsAmong(
	text: string,
	paragraphs: readonly Paragraph[],
	segments: readonly Segment[],
): ReadonlySet<number> {
	/** Segments that are all of their paragraph. */
	const filling = new Map<number, number>();
	segments.forEach(({ outer, paragraph }, index) => {
		const line = paragraphs[paragraph];
		if (line && outer.start === line.start && outer.end === line.end) filling.set(paragraph, index);
	});
	const subheads = new Set<number>();
	for (const [at, index] of filling) {
		const [before, line, after] = [paragraphs[at - 1], paragraphs[at]!, paragraphs[at + 1]];
		if (!before || !after || before.kind === 'headline' || line.kind === 'headline') continue;
		// Lines in marks under each other are signs, chants or verses.
		if (filling.has(at - 1) || filling.has(at + 1)) continue;
		const { start, end } = segments[index]!;
		const words = text.slice(start, end);
		if (words.length > MOST_WORDS * 20 || /[.!?…,;:—–-]$/.test(words)) continue;
		if (words.split(/\s+/).length > MOST_WORDS) continue;
		if (endsWhole(text, before) && endsWhole(text, after)) subheads.add(index);
	}
	return subheads;
}

/** A sentence ends with the paragraph: it is prose, and hands no words over to the next line. */
function endsWhole(text: string, { end }: Paragraph): boolean {
	return /[.!?…]["'”’»)\]]*$/.test(text.slice(Math.max(0, end - 4), end));
}
