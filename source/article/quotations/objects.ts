/** "Kell asked her why", "asked by Kell why she left": whoever does it to her is not she. */
import { REPORTING } from '../../lexicon/reporting.ts';
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, TIME_WORDS } from '../../lexicon/words.ts';
import type { Gender } from '../../types.ts';
import { isVerbAt, phraseStartingAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectBefore } from './subjects.ts';

interface Asking {
	readonly subject: Subject;
	/** Whoever is asked, and no other, will answer. */
	readonly asks: boolean;
}

const ASKS = /^(?:ask|question|press|quiz|interview)(?:s|ed|zed)?$/;
const SUBJECTS: Readonly<Record<Gender, string>> = { male: 'he', female: 'she' };

/** Who does something to a "him" or "her" of the clause. */
export function askedOf(tokens: readonly Token[], gender: Gender): Asking[] {
	return tokens.flatMap((token, at) => {
		if (token.type !== 'word') return [];
		if (isObject(tokens, at, gender)) {
			const verb = tokens[at - 1]!;
			const reports = REPORTING.get(verb.lower)?.finite === true;
			const subject = isVerbAt(tokens, at - 1) || reports ? subjectBefore(tokens, at - 1) : null;
			return subject ? [{ subject: subject.meant ?? subject, asks: ASKS.test(verb.lower) }] : [];
		}
		// "asked by the lawyer Tom Kell why she left"
		if (token.lower !== 'by' || !ASKS.test(tokens[at - 1]?.lower ?? '')) return [];
		const subject = phraseStartingAt(tokens, at + 1);
		return subject && hasLater(tokens, subject.to, gender) ? [{ subject, asks: true }] : [];
	});
}

const hasLater = (tokens: readonly Token[], from: number, gender: Gender) =>
	tokens.slice(from, from + 12).some(({ lower }) => lower === SUBJECTS[gender]);

/** "her" that owns nothing: "asked her why", "thanked her." */
function isObject(tokens: readonly Token[], at: number, gender: Gender): boolean {
	if (at === 0 || tokens[at]!.lower !== (gender === 'male' ? 'him' : 'her')) return false;
	const next = tokens[at + 1];
	return (
		gender === 'male' ||
		next === undefined ||
		next.type === 'mark' ||
		next.type === 'quote' ||
		(next.type === 'word' &&
			(PREPOSITIONS.has(next.lower) ||
				CONJUNCTIONS.has(next.lower) ||
				DETERMINERS.has(next.lower) ||
				TIME_WORDS.has(next.lower) ||
				/^(?:why|how|what|when|where|whether|if|that|who|about)$/.test(next.lower)))
	);
}
