/** Whether reporting words tell that something was said, and by one speaker alone. */
import { DENYING, HYPOTHESES, NEGATIONS, NOBODIES } from '../../lexicon/reporting.ts';
import { AUXILIARIES } from '../../lexicon/words.ts';
import type { Cue } from './cues.ts';
import { phraseEndingAt } from './phrases.ts';
import type { Token } from './prose.ts';
import { SPEAKS } from './views.ts';

/**
 * Nothing was said: "did not say whether", "nobody said", "neither the mayor nor her deputy said", "if Lopez says",
 * "did Lopez say …?", "it is unclear whether Lopez said".
 */
export function isDenied(tokens: readonly Token[], { from, subject, how }: Cue): boolean {
	for (let i = from - 1; i >= 0 && from - i <= 4; i--) {
		if (tokens[i]!.type !== 'word') break;
		if (from - i <= 3 && NEGATIONS.has(tokens[i]!.lower)) return !NO_MORE_THAN.has(tokens[i + 1]!.lower);
	}
	if (!subject || (how !== 'before' && how !== 'inverted')) return false;
	const holder = subject.meant ?? subject;
	if (NOBODIES.has(tokens[holder.from]!.lower)) return true;
	if (how !== 'before') return false;
	// Over titles before a name, and over "her deputy" in "nor her deputy, Anna Keller, said".
	const aside = tokens[holder.from - 1]?.lower === ',';
	const beside = aside ? phraseEndingAt(tokens, holder.from - 2, 0) : holder;
	let lead = (beside ?? holder).from - 1;
	while (
		lead >= 0 &&
		tokens[lead]!.type === 'word' &&
		(tokens[lead]!.capital || tokens[lead]!.lower === 'the') &&
		lead > 0
	)
		lead--;
	const opener = tokens[lead];
	if (opener?.type !== 'word') return false;
	if (NOBODIES.has(opener.lower)) return true;
	if (aside) return false;
	const inverted = AUXILIARIES.has(opener.lower) && (lead === 0 || !phraseEndsAt(tokens, lead - 1));
	return HYPOTHESES.has(opener.lower) || inverted;
}

/** "Not only said … but": it was said. */
const NO_MORE_THAN = new Set(['only', 'just', 'merely', 'simply']);

const phraseEndsAt = (tokens: readonly Token[], at: number) => {
	const { type, lower } = tokens[at]!;
	return (
		type === 'name' || (type === 'word' && !/^(?:why|how|when|where|what|and|but|only|so|nor)$/.test(lower))
	);
};

/** "No official said": there is nobody to show as the speaker. */
export const isNobody = (tokens: readonly Token[], { subject }: Cue) =>
	subject !== null && NOBODIES.has(tokens[(subject.meant ?? subject).from]!.lower);

/**
 * The words may not be this speaker's: "Lopez never said it was '…'", "denied that it was '…'", and "Lopez said Kell told
 * her it was '…'", which two report.
 */
export const isOpen = (tokens: readonly Token[], cues: readonly Cue[], cue: Cue): boolean =>
	isDenied(tokens, cue) ||
	(DENYING.has(cue.lemma) && tokens[cue.to]?.lower === 'that') ||
	isReportedBy(tokens, cues[cues.indexOf(cue) - 1], cue);

/** What one cue reports begins with the subject of the other: "Lopez said (that) Mayor Kell told her". */
function isReportedBy(tokens: readonly Token[], outer: Cue | undefined, { subject, how }: Cue): boolean {
	if (!outer?.subject || outer.how !== 'before' || !SPEAKS.has(outer.kind)) return false;
	if (how !== 'before' || !subject || subject.meant || subject.kind === 'pronoun' || subject.from < outer.to)
		return false;
	for (let i = outer.to; i < subject.from; i++) {
		const { type, lower, capital } = tokens[i]!;
		if (type !== 'word' || !(capital || lower === 'that' || lower === 'the')) return false;
	}
	return true;
}
