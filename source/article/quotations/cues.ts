/** Reporting words in a unit of prose, each with the phrase that speaks. */

import { EXCEPTING, VERB_PARTICLES } from '../../lexicon/clauses.ts';
import { REPORTING, type ReportingKind, SPEECH_NOUNS } from '../../lexicon/reporting.ts';
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/words.ts';
import { sharedSubject, speakerOf } from './cue-speaker.ts';
import { looksFinite, phraseStartingAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectBefore, subjectEndingAt } from './subjects.ts';
import { isVerbHere } from './verbs.ts';

export interface Cue {
	readonly kind: ReportingKind | 'according' | 'noun';
	readonly lemma: string;
	/** Tokens of the reporting words, `to` exclusive. */
	readonly from: number;
	readonly to: number;
	readonly subject: Subject | null;
	/** How the subject was found: before the verb, after it, in an earlier clause, as agent, or not at all. */
	readonly how: 'before' | 'inverted' | 'shared' | 'agent' | 'none';
}

/** Every cue of the unit, in order. */
export function cuesIn(tokens: readonly Token[]): Cue[] {
	const cues: Cue[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		if (token.type !== 'word') continue;
		if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') {
			const subject = phraseStartingAt(tokens, at + 2);
			cues.push({
				kind: 'according',
				lemma: 'according',
				from: at,
				to: at + 2,
				subject,
				how: subject ? 'inverted' : 'none',
			});
			continue;
		}
		// "in the words of Lopez"
		if (token.lower === 'words' && tokens[at + 1]?.lower === 'of' && tokens[at - 2]?.lower === 'in') {
			const subject = phraseStartingAt(tokens, at + 2);
			if (subject) {
				cues.push({
					kind: 'according',
					lemma: 'according',
					from: at - 2,
					to: at + 2,
					subject,
					how: 'inverted',
				});
				continue;
			}
		}
		const noun = SPEECH_NOUNS.has(token.lower) ? possessorOf(tokens, at) : null;
		if (noun) {
			cues.push({ kind: 'noun', lemma: token.lower, from: at, to: at + 1, subject: noun, how: 'before' });
			continue;
		}
		const clear =
			token.lower === 'clear'
				? /^ma[dk]/.test(tokens[at - 1]?.lower ?? '')
					? at - 1
					: /^ma[dk]/.test(tokens[at - 2]?.lower ?? '')
						? at - 2
						: -1
				: -1;
		if (clear >= 0) {
			const subject = subjectBefore(tokens, clear) ?? sharedSubject(tokens, clear, cues);
			cues.push({
				kind: 'speech',
				lemma: 'make clear',
				from: clear,
				to: at + 1,
				subject,
				how: subject ? 'before' : 'none',
			});
			continue;
		}
		const form = REPORTING.get(token.lower);
		if (!form || !isVerbHere(tokens, at)) continue;
		// "The ruling, written by Justice Park, held": who wrote it is told in passing.
		if (form.kind === 'speech' && tokens[at - 1]?.lower === ',' && tokens[at + 1]?.lower === 'by') continue;
		// "said nothing when the 'Aurora' sank"
		if (form.lemma === 'say' && /^(?:nothing|little)$/.test(tokens[at + 1]?.lower ?? '')) {
			const but = EXCEPTING.has(tokens[at + 2]?.lower ?? '');
			if (!but) continue;
		}
		// found that, pointed out that, put it: what hands words over here is speech, whatever else the verb can do.
		const end = VERB_PARTICLES.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
		const follows =
			tokens[end]?.lower === 'that' ||
			(form.lemma === 'put' && tokens[at + 1]?.lower === 'it') ||
			(form.lemma === 'point' && tokens[at + 1]?.lower === 'out');
		const hands =
			follows ||
			// found in 2014 that
			(/^(?:in|on|last|this)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 3]?.lower === 'that');
		// "spoke of 'a new day'" quotes; "spoke as …" tells that somebody did.
		const idle = /^(?:speak|talk)$/.test(form.lemma) && !/^(?:of|about)$/.test(tokens[at + 1]?.lower ?? '');
		const kind = idle ? 'manner' : form.kind === 'manner' && hands ? 'speech' : form.kind;
		const { lemma } = form;
		const { subject, how } = speakerOf(tokens, at, form.participle, lemma, cues);
		cues.push({ kind, lemma, from: at, to: follows ? end : at + 1, subject, how });
	}
	return cues;
}

/** Lopez's (blunt) claim, her warning: whoever owns the words. */
function possessorOf(tokens: readonly Token[], at: number): Subject | null {
	for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
		const { type, lower } = tokens[i]!;
		if (lower === "'s") {
			const owner = tokens[i - 1];
			if (owner?.type === 'name') return { kind: 'name', from: i - 1, to: i, head: i - 1 };
			// The president's remarks
			return owner?.type === 'word' ? subjectEndingAt(tokens, i - 1, 0) : null;
		}
		if (type !== 'word') return null;
		if (/^(?:his|her|their)$/.test(lower)) return { kind: 'pronoun', from: i, to: i + 1, head: i };
		if (DETERMINERS.has(lower) || PREPOSITIONS.has(lower) || looksFinite(tokens[i])) return null;
	}
	return null;
}
