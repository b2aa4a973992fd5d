/** Two who speak together: "Maria Lopez and Tom Kell said". */
import { PREPOSITIONS } from '../../lexicon/words.ts';
import type { Cue } from './cues.ts';
import { isVerbAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';

/** Titles before a name: "Mayor Maria Lopez". */
const overTitles = (tokens: readonly Token[], name: number) => {
	let from = name;
	while (from > 0 && name - from < 4 && tokens[from - 1]!.type === 'word' && tokens[from - 1]!.capital)
		from--;
	return from;
};

const isPerson = (token: Token | undefined) => token?.type === 'name' && token.person === true;

/** What a clause may begin behind, so that the name after it is its subject and nobody's object. */
const opens = (tokens: readonly Token[], at: number) => {
	const before = tokens[at - 1];
	return before === undefined || before.type === 'quote' || before.type === 'mark' || before.lower === 'that';
};

/**
 * Both names where two persons share the verb, else null. A verb in the singular has one subject ("… and Kell says");
 * behind another verb or a preposition the first name is its object ("met Maria Lopez and Tom Kell said").
 */
export function pairOf(
	tokens: readonly Token[],
	{ kind, head, meant }: Subject,
	{ from, to, how }: Cue,
): { readonly from: number; readonly to: number; readonly first: number } | null {
	if (kind !== 'name' || meant || !isPerson(tokens[head])) return null;
	const singular = to - from === 1 && /[^s]s$/.test(tokens[from]!.lower);
	if (singular) return null;
	if (how === 'before') {
		const lead = overTitles(tokens, head) - 1;
		const first = lead - 1;
		if (tokens[lead]?.lower !== 'and' || !isPerson(tokens[first])) return null;
		return opens(tokens, overTitles(tokens, first)) ? { from: first, to: head + 1, first } : null;
	}
	if (how !== 'inverted' || tokens[head + 1]?.lower !== 'and') return null;
	let second = head + 2;
	while (second - head < 6 && tokens[second]?.type === 'word' && tokens[second]!.capital) second++;
	const after = tokens[second + 1];
	const closed = after === undefined || after.type !== 'word' || PREPOSITIONS.has(after.lower);
	return isPerson(tokens[second]) && closed && !isVerbAt(tokens, second + 1)
		? { from: head, to: second + 1, first: head }
		: null;
}
