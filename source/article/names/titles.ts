/** Titles in capitals, built from their parts: "Deputy Chief of Staff", "Minister for Foreign Affairs". */
import { IS } from '../../lexicon/names.ts';
import type { Word } from './stream.ts';

/** How many words from `from` on make a title, 0 for none; none beyond `to`. */
export function titleLength(words: readonly Word[], from: number, to: number): number {
	for (let i = from; i < to && i - from < 5; i++) {
		const { type, flags } = words[i]!;
		if (type !== 'word') return 0;
		if ((flags & (IS.titleHead | IS.honorific)) === 0) {
			if ((flags & (IS.titleModifier | IS.titleState)) === 0) return 0;
			continue;
		}
		const end = complementEnd(words, i + 1, to);
		// "Vice President", "Senior Vice President": a head may be followed by the true one.
		const more = end === i + 1 && end < to ? titleLength(words, end, to) : 0;
		return end - from + (more > 0 && i + 1 - from + more <= 6 ? more : 0);
	}
	return 0;
}

/** Where "of State", "for Foreign Affairs", "of the House" ends that begins at `at`; `at` when none does. */
function complementEnd(words: readonly Word[], at: number, to: number): number {
	if (!/^(?:of|for|to|in)$/.test(words[at]?.key ?? '')) return at;
	const start = words[at + 1]?.key === 'the' ? at + 2 : at + 1;
	let end = start;
	while (end < to && end - start < 6) {
		const word = words[end]!;
		const next = words[end + 1];
		if ((word.flags & IS.titleComplement) !== 0) end++;
		else if (end > start && /^(?:and|&|,)$/.test(word.key) && next && (next.flags & IS.titleComplement) !== 0)
			end++;
		else break;
	}
	return end > start && end <= to ? end : at;
}
