/** "She quoted the poet Otto Wiesen: “…”": the words are those of the one who is quoted, not of the one who quotes. */
import type { Cue } from './cues.ts';
import { phraseStartingAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';

const QUOTING: ReadonlySet<string> = new Set(['quote', 'cite']);

/** Who is quoted by the cue right before the mark at `quote`, if the cue is a verb that quotes. */
export function quotedBy(tokens: readonly Token[], cue: Cue | undefined, quote: number): Subject | null {
	if (!cue || !QUOTING.has(cue.lemma) || cue.how === 'agent' || cue.how === 'none') return null;
	if (!/^[:,]$/.test(tokens[quote - 1]?.lower ?? '')) return null;
	const phrase = phraseStartingAt(tokens, cue.to);
	if (!phrase || phrase.kind === 'pronoun') return null;
	const behind = tokens[phrase.to];
	if (phrase.to === quote - 1) return phrase;
	// Her predecessor, Otto Wiesen: the name alone stands between the two marks.
	const name = tokens[phrase.to + 1];
	return behind?.lower === ',' && name?.type === 'name' && phrase.to + 2 === quote - 1
		? { kind: 'name', from: phrase.to + 1, to: phrase.to + 2, head: phrase.to + 1 }
		: null;
}
