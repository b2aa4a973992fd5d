/** TIMEX3's MOD: what the words around a time say of it, where its value cannot. */
import { MODIFIERS } from '../../lexicon/calendar.ts';
import type { TimeModifier } from '../../types.ts';
import type { Meaning } from './meanings.ts';
import type { Token } from './tokens.ts';

/** Letters of the grammar for words that colour a time: "early", "the end of", "about". */
const COLOURS = 'mrb';

/** What is said of so many years ago is said of a day: more than a year ago is before it, and in time to come after. */
const OF_A_DAY: Readonly<Partial<Record<TimeModifier, readonly [past: TimeModifier, future: TimeModifier]>>> =
	{
		MORE_THAN: ['BEFORE', 'AFTER'],
		LESS_THAN: ['AFTER', 'BEFORE'],
		EQUAL_OR_MORE: ['ON_OR_BEFORE', 'ON_OR_AFTER'],
		EQUAL_OR_LESS: ['ON_OR_AFTER', 'ON_OR_BEFORE'],
	};

/** `tokens` are those of the expression alone. */
export function modifierOf(
	tokens: readonly Token[],
	{ value, offset, context }: Pick<Meaning, 'value' | 'offset' | 'context'>,
): TimeModifier | null {
	const token = tokens.find(({ letter }) => COLOURS.includes(letter));
	const mod = token && MODIFIERS.get(token.word);
	if (mod === undefined || value.endsWith('_REF')) return null;
	const ofDay = OF_A_DAY[mod];
	if (ofDay === undefined || value.startsWith('P')) return mod;
	const count = offset?.count ?? context?.count ?? 0;
	return count === 0 ? null : ofDay[count < 0 ? 0 : 1];
}
