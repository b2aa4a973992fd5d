/**
 * A nickname inside a name: William “Bud” Tanner, Anna (Annie) Rowe. The name goes on behind it, so that the words are
 * read without it: one person, named from the first word to the last.
 */
import { FIRST, flagsOf, IS, isPlain, PLACE } from '../../lexicon/names.ts';
import type { Token } from '../tokens.ts';

const CLOSING: Readonly<Record<string, string>> = {
	'“': '”',
	'"': '"',
	'‘': '’',
	"'": "'",
	"''": "''",
	'«': '»',
	'„': '“',
	'(': ')',
};
/** Longest nickname in words: "The Big Bear". */
const LONGEST = 3;
const NO_NAME =
	IS.starter | IS.calendar | IS.titleHead | IS.honorific | IS.people | IS.organisation | IS.orgSuffix | PLACE;

const isInitial = (text: string) => /^(?:\p{Lu}\.?|(?:\p{Lu}\.){2,3})$/u.test(text);
const isName = ({ type, capital, upper, key }: Token) =>
	type === 'word' && capital && !upper && (flagsOf(key) & FIRST || (flagsOf(key) & NO_NAME) === 0);

/** How many tokens a nickname takes that begins at `at`, its marks with it; 0 when none does. */
function nicknameLength(tokens: readonly Token[], at: number): number {
	const close = CLOSING[tokens[at]!.text];
	const before = tokens[at - 1];
	if (close === undefined || !before?.capital || !tokens[at]!.spaced) return 0;
	let end = at + 1;
	while (end < tokens.length && end - at <= LONGEST && tokens[end]!.type === 'word' && tokens[end]!.capital)
		end++;
	const after = tokens[end + 1];
	const inside = tokens[at + 1];
	if (end === at + 1 || tokens[end]?.text !== close || tokens[end]!.spaced || inside!.spaced) return 0;
	if (!after?.spaced || !isName(after)) return 0;
	const first = flagsOf(before.key);
	const given = (first & FIRST) !== 0 || isInitial(before.text);
	// "Paris (Reuters) Shares", "Ana (Lyon) Berg": in brackets stands much else.
	if (close === ')')
		return given && end === at + 2 && (flagsOf(inside!.key) & FIRST) !== 0 && !inside!.upper
			? end + 1 - at
			: 0;
	// In a headline a quoted word stands between any two: "Maria “Angry” Over Talks".
	const last = flagsOf(after.key);
	if ((last & IS.common) !== 0 || ((last & FIRST) === 0 && isPlain(after.key)))
		if (!given || !/^[.,]$/.test(tokens[end + 2]?.text ?? '')) return 0;
	return given || isName(before) ? end + 1 - at : 0;
}

/** The tokens without nicknames. Linear. */
export function withoutNicknames(tokens: readonly Token[]): Token[] {
	const kept: Token[] = [];
	for (let at = 0; at < tokens.length; ) {
		const length = tokens[at]!.type === 'mark' ? nicknameLength(tokens, at) : 0;
		if (length > 0) at += length;
		else kept.push(tokens[at++]!);
	}
	return kept;
}
