/** Several who speak together: "Maria Lopez and Tom Kell said", "Maria Lopez and her deputy said". */
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
 * All of them where persons share the verb, else null; the first stands for them. A verb in the singular has one subject ("… and Kell says");
 * behind another verb or a preposition the first name is its object ("met Maria Lopez and Tom Kell said").
 */
export function pairOf(
	tokens: readonly Token[],
	{ kind, from: start, to: end, head, meant }: Subject,
	{ from, to, how }: Cue,
): { readonly from: number; readonly to: number; readonly first: number } | null {
	if (meant || (kind === 'name' ? !isPerson(tokens[head]) : kind !== 'nominal')) return null;
	const singular = to - from === 1 && /[^s]s$/.test(tokens[from]!.lower);
	if (singular) return null;
	if (how === 'before') {
		const lead = (kind === 'name' ? overTitles(tokens, head) : start) - 1;
		let first = lead - 1;
		if (tokens[lead]?.lower !== 'and' || !isPerson(tokens[first])) return null;
		// Maria Lopez, Ana Ruiz and Tom Kell
		for (let i = 0; i < 6; i++) {
			const comma = overTitles(tokens, first) - 1;
			if (tokens[comma]?.lower !== ',' || !isPerson(tokens[comma - 1])) break;
			if (!opens(tokens, overTitles(tokens, comma - 1))) break;
			first = comma - 1;
		}
		return opens(tokens, overTitles(tokens, first)) ? { from: first, to: end, first } : null;
	}
	if (kind !== 'name' || how !== 'inverted' || tokens[head + 1]?.lower !== 'and') return null;
	let second = head + 2;
	while (second - head < 6 && tokens[second]?.type === 'word' && tokens[second]!.capital) second++;
	const after = tokens[second + 1];
	const closed = after === undefined || after.type !== 'word' || PREPOSITIONS.has(after.lower);
	return isPerson(tokens[second]) && closed && !isVerbAt(tokens, second + 1)
		? { from: head, to: second + 1, first: head }
		: null;
}
